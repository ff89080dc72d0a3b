// @ts-check
/** Where the article names somebody whom the reader named. */

/**
 * The name as whole words; none where it is written like a common noun, which would be found all over.
 * @param {string} text
 * @param {string} name
 */
export function mentionsOf(text, name) {
  /** @type {import("../view.js").Speaker["mentions"]} */
  const mentions = [];
  if (!/^[\p{Lu}\p{Lt}\p{Lo}]/u.test(name)) return mentions;
  for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length)) {
    const end = start + name.length;
    if (!isWordBefore(text, start) && !isWordAt(text, end)) mentions.push({ span: { start, end }, form: "name" });
  }
  return mentions;
}

/**
 * @param {string} text
 * @param {number} at
 */
function isWordBefore(text, at) {
  return /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at));
}

/**
 * @param {string} text
 * @param {number} at
 */
function isWordAt(text, at) {
  return /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2));
}
