// @ts-check
/** Words of an article where there is room for one line. */

/** With one space for every white space. @param {string} text */
export function inOneLine(text) {
  return text.replace(/\s+/g, " ").trim();
}

/**
 * The beginning of it, where it is longer than there is room.
 * @param {string} text
 * @param {number} longest in UTF-16 code units
 */
export function beginningOf(text, longest) {
  const line = inOneLine(text);
  return line.length > longest ? `${line.slice(0, longest).trimEnd()}…` : line;
}
