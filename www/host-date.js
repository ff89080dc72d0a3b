// @ts-check
/** When the host says that its page was published; never just any `<time>`. */

/**
 * @param {Document} page
 * @returns {string | undefined}
 */
export function readHostDate(page) {
  const meta = page.querySelector('meta[property="article:published_time"]')?.getAttribute("content");
  const time = page.querySelector("time[itemprop~=datePublished]")?.getAttribute("datetime");
  return (fromJsonLd(page) ?? meta ?? time ?? "").trim() || undefined;
}

/** @param {Document} page */
function fromJsonLd(page) {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const found = findPublished(JSON.parse(script.textContent ?? ""));
      if (found) return found;
    } catch {
      // Somebody else's data; what cannot be read says nothing.
    }
  }
  return undefined;
}

/**
 * @param {unknown} data
 * @returns {string | undefined}
 */
function findPublished(data) {
  if (typeof data !== "object" || data === null) return undefined;
  const { datePublished } = /** @type {{datePublished?: unknown}} */ (data);
  if (typeof datePublished === "string") return datePublished;
  for (const value of Object.values(data)) {
    const found = findPublished(value);
    if (found) return found;
  }
  return undefined;
}
