// @ts-check

/**
 * Copies words to the clipboard.
 * @param {string} words
 * @returns {Promise<boolean>} false where the browser does not let the page; the words are to be shown, selected, to be
 *   copied by hand
 */
export async function copyWords(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}
