// @ts-check
/** Markup is parsed here and nowhere else, into documents in which nothing is run or loaded. */

import { DEFAULT_EXCLUDE, readDomText } from "../dom-text.js";
import { trustedMarkup } from "../trusted-types.js";

/** What a page, a mail or a word processor keeps from the reader, or shows in place of something else. */
const HIDDEN = [
  "title,del,iframe,object,video,audio,canvas,noembed,noframes,datalist",
  ...["display:none", "display: none", "visibility:hidden", "visibility: hidden", "mso-hide:all", "mso-list:ignore"].map(
    (declaration) => `[style*="${declaration}" i]`,
  ),
];

const EXCLUDE = [DEFAULT_EXCLUDE, ...HIDDEN].join();

/**
 * The paragraphs that a page or a part of one shows, parted by empty lines.
 * @param {string} html
 * @throws {TypeError} where the browser's Trusted Types have it that markup is not parsed here
 */
export function textOfHtml(html) {
  const { text } = readDomText(parseInert(html, "text/html").body, EXCLUDE);
  // An empty paragraph of a word processor holds a space that does not break.
  return text.replace(/\n\s*\n/g, "\n\n").trim();
}

/**
 * @param {string} markup
 * @param {"text/html" | "application/xml"} type
 * @returns {Document} what is no XML has a `parsererror` in it
 */
export function parseInert(markup, type) {
  return new DOMParser().parseFromString(trustedMarkup(markup), type);
}
