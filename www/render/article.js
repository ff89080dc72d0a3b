// @ts-check
/**
 * The article in the reading view: real paragraphs with quotations, speakers and dates marked.
 *
 * Findings that overlap without one holding the other are cut at the edge of the outer one, so that each stays visible.
 */

import { kinds, quotations as strings } from "../strings.js";
import { isUnsure, withMarks } from "../view.js";
import { html } from "./nodes.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("../view.js").Span} Span */

/**
 * @typedef {object} Finding
 * @property {number} start
 * @property {number} end
 * @property {0 | 1 | 2} depth of two findings with the same span the lower one is outside
 * @property {(isFirst: boolean) => HTMLElement} open makes the element, told whether it is the finding's first piece
 * @property {boolean} [isRest] whether an earlier piece was cut off
 */

/** Marks inside more marks than this are left out: nobody could tell them apart. */
const DEEPEST = 6;
/** A first word longer than this may stand on the next line, apart from its badge. */
const LONGEST_BOUND = 24;

/**
 * @param {View} view
 * @returns {HTMLElement}
 */
export function renderArticle(view) {
  const { text, report } = view;
  const { paragraphs, headline, byline } = report.document;
  const findings = findingsOf(view);
  const article = html("article", {
    class: paragraphs.length > view.long ? "prose is-long" : "prose",
    part: "article",
    lang: report.document.language === "en" && "en",
  });
  let next = 0;
  paragraphs.forEach((paragraph, index) => {
    /** @type {Finding[]} */
    const inside = [];
    // Findings are sorted by start; one that goes on in the next paragraph is cut there.
    for (; next < findings.length && findings[next].start < paragraph.end; next += 1) {
      const finding = findings[next];
      inside.push({ ...finding, end: Math.min(finding.end, paragraph.end) });
      if (finding.end > paragraph.end && index + 1 < paragraphs.length) {
        const rest = { ...finding, start: paragraphs[index + 1].start, isRest: true };
        if (rest.start < rest.end) insert(findings, rest, next + 1);
      }
    }
    const role = paragraph.start === headline?.start ? "headline" : paragraph.start === byline?.start ? "byline" : null;
    const block = html("p", { class: role, part: "paragraph", dir: "auto", "data-n": index + 1 });
    nest(block, text, paragraph, inside, 0);
    article.append(block);
  });
  return article;
}

/**
 * Fills an element with the text of a span, the findings inside it as elements.
 * @param {HTMLElement} parent
 * @param {string} text
 * @param {Span} span
 * @param {Finding[]} findings sorted
 * @param {number} level
 */
function nest(parent, text, span, findings, level) {
  let at = span.start;
  while (findings.length) {
    const finding = /** @type {Finding} */ (findings.shift());
    /** @type {Finding[]} */
    const inside = [];
    while (findings.length && findings[0].start < finding.end) {
      const inner = /** @type {Finding} */ (findings.shift());
      inside.push({ ...inner, end: Math.min(inner.end, finding.end) });
      if (inner.end > finding.end) insert(findings, { ...inner, start: finding.end, isRest: true }, 0);
    }
    if (finding.start > at) parent.append(text.slice(at, finding.start));
    const element = finding.open(!finding.isRest);
    nest(element, text, finding, level < DEEPEST ? inside : [], level + 1);
    bindBadge(element);
    parent.append(element);
    at = finding.end;
  }
  if (span.end > at) parent.append(text.slice(at, span.end));
}

/**
 * @param {Finding[]} findings sorted, at least from the index on
 * @param {Finding} finding
 * @param {number} from
 */
function insert(findings, finding, from) {
  let at = from;
  while (at < findings.length && order(findings[at], finding) < 0) at += 1;
  findings.splice(at, 0, finding);
}

/**
 * @param {Finding} a
 * @param {Finding} b
 */
function order(a, b) {
  return a.start - b.start || b.end - a.end || a.depth - b.depth;
}

/**
 * @param {View} view
 * @returns {Finding[]}
 */
function findingsOf(view) {
  const { text } = view;
  const quoted = view.quotations.flatMap((quotation) => {
    const spans = quotation.content.map((span) => withMarks(text, quotation, span));
    return spans.map((span, index) => ({
      ...span,
      depth: /** @type {0} */ (0),
      open: /** @param {boolean} isFirst */ (isFirst) => quotationMark(view, quotation, isFirst && index === 0),
    }));
  });
  const dated = view.dates.map((date) => ({ ...date.span, depth: /** @type {1} */ (1), open: () => dateBox(date) }));
  const named = view.speakers.flatMap(({ id, mentions }) =>
    mentions.map(({ span }) => ({
      ...span,
      depth: /** @type {2} */ (2),
      open: () => mentionOf(view, id, text.slice(span.start, span.end)),
    })),
  );
  return [...quoted, ...dated, ...named].filter(({ start, end }) => start < end).sort(order);
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
