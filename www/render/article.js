// @ts-check
/** The article in the reading view: real paragraphs with quotations, speakers and dates marked. */

import { articleTree } from "../article-tree.js";
import { kinds, quotations as strings } from "../strings.js";
import { isUnsure } from "../view.js";
import { html } from "./nodes.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("../article-tree.js").Marked} Marked */

/** A first word longer than this may stand on the next line, apart from its badge. */
const LONGEST_BOUND = 24;

/**
 * @param {View} view
 * @returns {HTMLElement}
 */
export function renderArticle(view) {
  const { document } = view.report;
  const article = html("article", {
    class: document.paragraphs.length > view.long.article ? "prose is-long" : "prose",
    part: "article",
    lang: document.language === "en" && "en",
  });
  articleTree(view).forEach(({ role, children }, index) => {
    const block = html("p", { class: role, part: "paragraph", dir: "auto", "data-n": index + 1 });
    fill(view, block, children);
    article.append(block);
  });
  return article;
}

/**
 * @param {View} view
 * @param {HTMLElement} parent
 * @param {import("../article-tree.js").Child[]} children
 */
function fill(view, parent, children) {
  for (const child of children) {
    if (typeof child === "string") {
      parent.append(child);
      continue;
    }
    const element = open(view, child);
    fill(view, element, child.children);
    bindBadge(element);
    parent.append(element);
  }
}

/**
 * @param {View} view
 * @param {Marked} marked
 */
function open(view, { what, isFirst, children }) {
  if (what.quotation) return quotationMark(view, what.quotation, isFirst);
  if (what.date) return dateBox(what.date);
  return mentionOf(view, what.speaker, typeof children[0] === "string" ? children[0] : "");
}

/**
 * @param {View} view
 * @param {import("../view.js").Quotation} quotation
 * @param {boolean} isFirst
 */
function quotationMark(view, quotation, isFirst) {
  const { id, kind, speaker } = quotation;
  const mark = html("mark", {
    class: `q ${view.hueOf(speaker)}`,
    part: "quotation",
    "data-quotation": id,
    "data-kind": kind,
    "data-unsure": isUnsure(quotation),
  });
  if (isFirst) {
    const [before, badge, after] = strings.mark(view.badgeOf(speaker), isUnsure(quotation) ? `${kind}, ${kinds.unsure}` : kind);
    const hidden = /** @param {string} words */ (words) => html("span", { class: "vh" }, words);
    const button = html("button", { type: "button", class: "badge", part: "badge", tabindex: -1 });
    button.append(hidden(before), badge, hidden(after));
    mark.append(button);
  }
  return mark;
}

/**
 * Keeps a quotation's badge on one line with its first word, or with the finding that it opens with.
 * @param {HTMLElement} mark
 */
function bindBadge(mark) {
  const badge = mark.firstChild;
  if (!(badge instanceof HTMLButtonElement)) return;
  const next = badge.nextSibling;
  if (next instanceof Text) {
    const end = next.data.search(/\s/);
    if (end > 0) next.splitText(end);
  }
  const bound = html("span", { class: "nb" });
  badge.replaceWith(bound);
  bound.append(badge);
  if (next && (next.textContent ?? "").length <= LONGEST_BOUND) bound.append(next);
}

/** @param {import("../view.js").ReportDate} date */
function dateBox({ id, value, basis }) {
  const machine = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?$/.test(value) && value;
  const attributes = { class: "date", part: "date", "data-date": id, "data-basis": basis, datetime: machine };
  return html("time", { ...attributes, tabindex: -1 });
}

/**
 * @param {View} view
 * @param {string} speaker
 * @param {string} words
 */
function mentionOf(view, speaker, words) {
  const isCapitals = words.length > 1 && words === words.toUpperCase() && words !== words.toLowerCase();
  const hue = `who ${view.hueOf(speaker)}`;
  return html("span", { class: hue, part: "speaker", "data-speaker": speaker, "data-capitals": isCapitals });
}
