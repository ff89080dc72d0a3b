// @ts-check
/**
 * The one style sheet of all instances. It goes into the shadow roots by `adoptedStyleSheets`, which a content security
 * policy without inline styles does not touch.
 */

/** @type {Promise<CSSStyleSheet> | undefined} */
let loading;

/**
 * Fetches the sheet once. Without it everything is there and plain, so that a failure is none of the element.
 * @returns {Promise<CSSStyleSheet>}
 */
export function loadStyles() {
  loading ??= fetchStyles();
  return loading;
}

async function fetchStyles() {
  const sheet = new CSSStyleSheet();
  try {
    const response = await fetch(new URL("who-said.css", import.meta.url));
    if (response.ok) sheet.replaceSync(await response.text());
  } catch {
    loading = undefined;
  }
  return sheet;
}
