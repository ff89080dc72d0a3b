// @ts-check
/** Selected text as the words of a quotation: where they are, and what of them stands in quotation marks. */

import { QUOTATION_MARK } from "../view.js";

/** @typedef {import("../view.js").Report} Report */
/** @typedef {import("../view.js").Quotation} Quotation */
/** @typedef {import("../view.js").Span} Span */

/**
 * A stretch in quotation marks, without them, and where they are; absent where a paragraph begins or ends in it.
 * @typedef {object} Stretch
 * @property {number} start
 * @property {number} end
 * @property {number} [opening]
 * @property {number} [closing]
 */

/** What closes after what opens. @type {Record<string, string>} */
const CLOSING = { '"': '"', "“": "”“\"", "„": "“”", "«": "»", "»": "«", "「": "」", "‘": "’'", "'": "'", "‹": "›" };
const SINGLE = "‘'‹";
const SPACE = /\s/;
const WORD = /[\p{L}\p{N}]/u;

/**
 * Returns undefined where no words are selected. Words in several paragraphs are several stretches of content.
 * @param {string} text
 * @param {Report} report tells which quotation marks belong together, as far as it knows
 * @param {unknown} selection
 * @returns {Pick<Quotation, "kind" | "content" | "marked"> | undefined}
 */
export function quotedAt(text, report, selection) {
  const { start = NaN, end = NaN } = /** @type {Partial<Span>} */ (selection ?? {});
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length) return undefined;
  /** @type {Span[]} */
  const content = [];
  /** @type {Span[]} */
  const marked = [];
  let isDirect = true;
  for (const paragraph of report.document.paragraphs) {
    const inside = shared(paragraph, { start, end });
    if (!inside) continue;
    const stretches = stretchesIn(text, paragraph, report);
    const words = trim(text, inside, stretches);
    if (!WORD.test(text.slice(words.start, words.end))) continue;
    const own = stretches.flatMap((stretch) => shared(stretch, words) ?? []);
    const isMixed = hasWordsOutside(text, words, own);
    content.push(isMixed ? withPairs(words, stretches) : words);
    marked.push(...own);
    isDirect &&= !isMixed;
  }
  if (!content.length) return undefined;
  return { kind: isDirect ? "direct" : marked.length ? "mixed" : "indirect", content, marked };
}

/**
 * Without white space and quotation marks at the ends, nor what a sentence puts behind a closing mark.
 * @param {string} text
 * @param {Span} span
 * @param {Stretch[]} stretches
 * @returns {Span}
 */
function trim(text, { start, end }, stretches) {
  const isOpening = /** @param {number} at */ (at) => stretches.some(({ opening }) => opening === at);
  const isClosing = /** @param {number} at */ (at) => stretches.some(({ closing }) => closing === at);
  while (start < end && (SPACE.test(text[start]) || isOpening(start) || isClosing(start))) start += 1;
  for (; start < end; end -= 1) {
    const isBehindMark = isClosing(end - 2) && !WORD.test(text[end - 1]) && !QUOTATION_MARK.test(text[end - 1]);
    if (!SPACE.test(text[end - 1]) && !isClosing(end - 1) && !isOpening(end - 1) && !isBehindMark) break;
  }
  return { start, end };
}

/**
 * With the mark at an end whose partner is inside: in words that stand only in part in quotation marks the marks stay.
 * @param {Span} words
 * @param {Stretch[]} stretches
 * @returns {Span}
 */
function withPairs({ start, end }, stretches) {
  const isInside = /** @param {number | undefined} at */ (at) => at !== undefined && start <= at && at < end;
  const first = stretches.find((stretch) => stretch.start === start && isInside(stretch.closing));
  const last = stretches.find((stretch) => stretch.end === end && isInside(stretch.opening));
  return { start: first?.opening ?? start, end: last?.closing === undefined ? end : last.closing + 1 };
}

/**
 * The outermost ones, in order: those that the report knows, and where it knows none, those that the marks tell.
 * @param {string} text
 * @param {Span} paragraph
 * @param {Report} report
 * @returns {Stretch[]}
 */
function stretchesIn(text, paragraph, report) {
  const known = [...report.quotations.flatMap(({ marked }) => marked), ...report.notSpeech.map(({ span }) => span)]
    .filter((span) => paragraph.start <= span.start && span.end <= paragraph.end)
    .map((span) => withEnds(text, span, paragraph));
  const told = readMarks(text, paragraph).filter((stretch) => !known.some((other) => shared(stretch, other)));
  const all = [...known, ...told].sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = -1;
  return all.filter(({ start, end }) => {
    const isOutermost = start >= reached;
    reached = Math.max(reached, end);
    return isOutermost;
  });
}

/**
 * @param {string} text
 * @param {Span} span
 * @param {Span} paragraph
 * @returns {Stretch}
 */
function withEnds(text, { start, end }, paragraph) {
  let opening = start - 1;
  while (opening >= paragraph.start && SPACE.test(text[opening])) opening -= 1;
  let closing = end;
  while (closing < paragraph.end && SPACE.test(text[closing])) closing += 1;
  return {
    start,
    end,
    ...(opening >= paragraph.start && QUOTATION_MARK.test(text[opening]) && { opening }),
    ...(closing < paragraph.end && QUOTATION_MARK.test(text[closing]) && { closing }),
  };
}

/**
 * A double mark that nothing closes goes on to the end of the paragraph; a single one is an apostrophe then.
 * @param {string} text
 * @param {Span} paragraph
 * @returns {Stretch[]}
 */
function readMarks(text, paragraph) {
  /** @type {Stretch[]} */
  const found = [];
  for (let at = paragraph.start; at < paragraph.end; at += 1) {
    const mark = text[at];
    if (!CLOSING[mark] || isWord(text[at - 1]) || SPACE.test(text[at + 1] ?? " ")) continue;
    let closing = at + 1;
    const closes = /** @param {number} end */ (end) =>
      CLOSING[mark].includes(text[end]) && !SPACE.test(text[end - 1]) && !isWord(text[end + 1]);
    while (closing < paragraph.end && !closes(closing)) closing += 1;
    const isClosed = closing < paragraph.end;
    if (!isClosed && SINGLE.includes(mark)) continue;
    found.push({ start: at + 1, end: closing, opening: at, ...(isClosed && { closing }) });
    at = closing;
  }
  return found;
}

/** @param {string | undefined} character */
function isWord(character) {
  return WORD.test(character ?? "");
}

/**
 * @param {string} text
 * @param {Span} words
 * @param {Span[]} marked
 */
function hasWordsOutside(text, words, marked) {
  let at = words.start;
  for (const { start, end } of [...marked, { start: words.end, end: words.end }]) {
    if (WORD.test(text.slice(at, start))) return true;
    at = Math.max(at, end);
  }
  return false;
}

/**
 * What is in both; undefined where that is nothing.
 * @param {Span} a
 * @param {Span} b
 * @returns {Span | undefined}
 */
function shared(a, b) {
  const [start, end] = [Math.max(a.start, b.start), Math.min(a.end, b.end)];
  return start < end ? { start, end } : undefined;
}
