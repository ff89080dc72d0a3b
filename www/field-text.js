// @ts-check
/** A text as a text field has it, where every line break is one character, and the offsets in both. */

/** @param {string} text */
export function inField(text) {
  return text.replace(/\r\n?/g, "\n");
}

/**
 * Where an offset of the text is in the field.
 * @param {string} text
 * @param {number} offset
 */
export function toField(text, offset) {
  return inField(text.slice(0, offset)).length;
}

/**
 * Where an offset in the field is in the text.
 * @param {string} text
 * @param {number} offset
 */
export function fromField(text, offset) {
  for (const { index } of text.matchAll(/\r\n/g)) {
    if (index >= offset) break;
    offset += 1;
  }
  return offset;
}
