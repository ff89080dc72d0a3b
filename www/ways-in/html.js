// @ts-check
/** Markup is parsed here and nowhere else, into documents in which nothing is run or loaded. */

import { DEFAULT_EXCLUDE, readDomText } from "../dom-text.js";
import { trustedMarkup } from "../trusted-types.js";

/**
 * Stands before the names of attributes that would be applied or run. Chromium tells the page's policy of them even in a
 * document in which nothing is, and a host may have it send such reports. It is a character that no text has.
 */
const INERT = "\ufdd0";
const ACTIVE = /(?<=[\s"'/])(style|on[a-z]+)(?=\s*=)/gi;
/** Become elements that are parsed just so and do nothing, for the same reason. */
const STYLE_SHEET = /(?<=<\/?)style(?=[\s/>])/gi;
const BASE = /(?<=<)base(?=[\s/>])/gi;

/** What a page, a mail or a word processor keeps from the reader, or shows in place of something else. */
const HIDDEN = [
  "title,del,iframe,object,video,audio,canvas,noembed,noframes,datalist",
  ...["display:none", "display: none", "visibility:hidden", "visibility: hidden", "mso-hide:all", "mso-list:ignore"].map(
    (declaration) => `[\\fdd0 style*="${declaration}" i]`,
  ),
];

const EXCLUDE = [DEFAULT_EXCLUDE, ...HIDDEN].join();

/**
 * The paragraphs that a page or a part of one shows, parted by empty lines.
 * @param {string} html
 * @throws {TypeError} where the browser's Trusted Types have it that markup is not parsed here
 */
export function textOfHtml(html) {
  const { text } = readDomText(parseInert(quieted(html), "text/html").body, EXCLUDE);
  // An empty paragraph of a word processor holds a space that does not break.
  return text.replaceAll(INERT, "").replace(/\n\s*\n/g, "\n\n").trim();
}

/** @param {string} html */
function quieted(html) {
  const elements = html.replace(STYLE_SHEET, "noframes").replace(BASE, "meta");
  return elements.replaceAll(INERT, "").replace(ACTIVE, `${INERT}$1`);
}

/**
 * @param {string} markup
 * @param {"text/html" | "application/xml"} type
 * @returns {Document} what is no XML has a `parsererror` in it
 */
export function parseInert(markup, type) {
  return new DOMParser().parseFromString(trustedMarkup(markup), type);
}
