// @ts-check
/** What is pasted from a page or a word processor: its paragraphs, without what it kept from the reader. */

import { textOfHtml } from "./ways-in/html.js";

/** Only HTML with elements of these names has paragraphs that its plain text may lack. */
const HAS_BLOCKS = /<(?:p|h[1-6]|li|blockquote|article|section)\b/i;

/**
 * Inserts the text of pasted HTML; without HTML, or where it may not be parsed, the browser inserts the plain text.
 * @param {ClipboardEvent} event at a field or a box to edit
 * @returns {boolean} whether it was inserted
 */
export function pasteAsText(event) {
  const markup = event.clipboardData?.getData("text/html") ?? "";
  const text = HAS_BLOCKS.test(markup) ? textOf(markup) : "";
  // Outdated, and the only way to insert that leaves undo to the browser.
  const isInserted = text !== "" && document.execCommand("insertText", false, text);
  if (isInserted) event.preventDefault();
  return isInserted;
}

/** @param {string} markup */
function textOf(markup) {
  try {
    return textOfHtml(markup);
  } catch {
    return "";
  }
}
