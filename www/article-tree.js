// @ts-check
/**
 * The article as paragraphs, with what was found in it inside each other, whatever draws it.
 *
 * Findings that overlap without one holding the other are cut at the edge of the outer one, so that each stays visible.
 */

import { withMarks } from "./view.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("./view.js").Span} Span */
/** @typedef {import("./view.js").Quotation} Quotation */
/** @typedef {import("./view.js").ReportDate} ReportDate */

/**
 * What a stretch of text was found to be.
 * @typedef {{quotation: Quotation, date?: undefined, speaker?: undefined}
 *   | {date: ReportDate, quotation?: undefined, speaker?: undefined}
 *   | {speaker: string, quotation?: undefined, date?: undefined}} What
 *
 * @typedef {object} Finding
 * @property {number} start
 * @property {number} end
 * @property {0 | 1 | 2} depth of two findings with the same span the lower one is outside
 * @property {What} what
 * @property {boolean} isFirst whether it is the first piece of a quotation, date or mention
 *
 * @typedef {object} Marked
 * @property {What} what
 * @property {boolean} isFirst
 * @property {Child[]} children
 *
 * @typedef {string | Marked} Child
 *
 * @typedef {object} Paragraph
 * @property {"headline" | "byline" | null} role
 * @property {Child[]} children
 */

/** Marks inside more marks than this are left out: nobody could tell them apart. */
const DEEPEST = 6;

/**
 * @param {View} view
 * @returns {Paragraph[]}
 */
export function articleTree(view) {
  const { text, report } = view;
  const { paragraphs, headline, byline } = report.document;
  const findings = findingsOf(view);
  let next = 0;
  return paragraphs.map((paragraph, index) => {
    /** @type {Finding[]} */
    const inside = [];
    // Findings are sorted by start; one that goes on in the next paragraph is cut there.
    for (; next < findings.length && findings[next].start < paragraph.end; next += 1) {
      const finding = findings[next];
      inside.push({ ...finding, end: Math.min(finding.end, paragraph.end) });
      if (finding.end > paragraph.end && index + 1 < paragraphs.length) {
        const rest = { ...finding, start: paragraphs[index + 1].start, isFirst: false };
        if (rest.start < rest.end) insert(findings, rest, next + 1);
      }
    }
    const role = paragraph.start === headline?.start ? "headline" : paragraph.start === byline?.start ? "byline" : null;
    return { role, children: nest(text, paragraph, inside, 0) };
  });
}

/**
 * Returns the text of a span, with the findings inside it.
 * @param {string} text
 * @param {Span} span
 * @param {Finding[]} findings sorted; empty afterwards
 * @param {number} level
 * @returns {Child[]}
 */
function nest(text, span, findings, level) {
  /** @type {Child[]} */
  const children = [];
  let at = span.start;
  while (findings.length) {
    const finding = /** @type {Finding} */ (findings.shift());
    /** @type {Finding[]} */
    const inside = [];
    while (findings.length && findings[0].start < finding.end) {
      const inner = /** @type {Finding} */ (findings.shift());
      inside.push({ ...inner, end: Math.min(inner.end, finding.end) });
      if (inner.end > finding.end) insert(findings, { ...inner, start: finding.end, isFirst: false }, 0);
    }
    if (finding.start > at) children.push(text.slice(at, finding.start));
    const { what, isFirst } = finding;
    children.push({ what, isFirst, children: nest(text, finding, level < DEEPEST ? inside : [], level + 1) });
    at = finding.end;
  }
  if (span.end > at) children.push(text.slice(at, span.end));
  return children;
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
  /**
   * @param {Span} span
   * @param {0 | 1 | 2} depth
   * @param {What} what
   */
  const find = (span, depth, what, isFirst = true) => ({ ...span, depth, what, isFirst });
  const quoted = view.quotations.flatMap((quotation) =>
    quotation.content.map((span, index) => find(withMarks(view.text, quotation, span), 0, { quotation }, index === 0)),
  );
  const dated = view.dates.map((date) => find(date.span, 1, { date }));
  const named = view.speakers.flatMap(({ id, mentions }) => mentions.map(({ span }) => find(span, 2, { speaker: id })));
  return [...quoted, ...dated, ...named].filter(({ start, end }) => start < end).sort(order);
}
