// Pages of another site, which load the element with one script tag.

/**
 * The tag that loads the element.
 * @param {import("./sites.mjs").Site} site the built one
 */
export const scriptTag = ({ origin }) => `<script type="module" src="${origin}/who-said.js"></script>`;

/**
 * @param {string} body
 * @param {string} [head]
 * @returns {(site: import("./sites.mjs").Site) => string}
 */
export const hostPage =
  (body, head = "") =>
  (site) =>
    `<!doctype html><html lang="en"><title>Host</title>${head}${scriptTag(site)}${body}</html>`;

/** Keeps what the elements of a page tell, from its start on. @param {import("./tab.mjs").Tab} tab */
export function recordEvents(tab) {
  return tab.page.evaluateOnNewDocument(() => {
    window.events = [];
    for (const name of ["status", "report", "select", "edit", "export", "error"]) {
      // At the window, where only events arrive that bubble and leave the shadow root.
      addEventListener(`who-said-${name}`, ({ type, detail }) => window.events.push({ type, detail }));
    }
  });
}

/** What they have told so far. @param {import("./tab.mjs").Tab} tab */
export function recordedEvents(tab) {
  return tab.run(() => window.events);
}
