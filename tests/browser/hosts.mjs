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
