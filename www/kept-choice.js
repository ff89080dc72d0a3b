// @ts-check
/** Choices that a site keeps for the next visit; where storage is off they last as long as the page. */

/** @param {string} key @returns {string | null} */
export function keptChoice(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @param {string} key @param {string | null} choice null for none */
export function keepChoice(key, choice) {
  try {
    if (choice === null) localStorage.removeItem(key);
    else localStorage.setItem(key, choice);
  } catch {
    // Storage is off.
  }
}
