// @ts-check

/**
 * The element of the page with this id, which is in its HTML.
 * @template {HTMLElement} Found
 * @param {string} id
 * @returns {Found}
 */
export function byId(id) {
  return /** @type {Found} */ (document.getElementById(id));
}
