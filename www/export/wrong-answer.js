// @ts-check
/** What is told of a wrong answer: as little of the article as shows it, what was found there, and what is wrong. */

import { inOneLine } from "../one-line.js";
import { saidInWords } from "../render/date-words.js";
import { nameOf } from "../render/name.js";
import { wrongAnswer as strings } from "../strings.js";
import { withMarks } from "../view.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("../view.js").Quotation} Quotation */
/** @typedef {import("../view.js").Span} Span */
/** @typedef {"words" | "speaker" | "kind" | "date" | "not-quotation" | "missed"} Wrong */

/**
 * What the reader says.
 * @typedef {object} Complaint
 * @property {Wrong} [wrong] what is wrong
 * @property {string} [passage] the words that were missed
 * @property {string} [comment]
 */

/** No more characters of the article than this, in UTF-16 code units. */
export const LONGEST_EXCERPT = 400;
/** What was found is told with its own words only to be recognized. */
const LONGEST_WORDS = 80;
const CUT = " … ";
const SENTENCE_END = /[.!?…]["'”’»)\]]*\s+/gu;

/**
 * Lines of plain text; the same whatever is wrong but for the words chosen.
 * @param {View} view
 * @param {Quotation | undefined} quotation none where one was missed
 * @param {Complaint} complaint
 */
export function toWrongAnswer(view, quotation, { wrong, passage = "", comment = "" }) {
  const isMissed = wrong === "missed" || !quotation;
  const told = [
    [strings.wrong, wrong ? strings.choices[wrong] : ""],
    [strings.comment, comment.trim()],
    [strings.excerpt, isMissed ? excerptOf(view, passage) : excerptAround(view, quotation)],
    ...(isMissed ? [] : findings(view, quotation)),
    [strings.engine, view.report.engine],
  ];
  return `${told.flatMap(([name, words]) => (words ? `${name}: ${words}` : [])).join("\n")}\n`;
}

/**
 * @param {View} view
 * @param {Quotation} quotation
 * @returns {[string, string][]}
 */
function findings(view, quotation) {
  const { kind, act, cue, source, rule, speakerRule = "", confidence } = quotation;
  const words = /** @param {Span} [span] */ (span) => (span ? inOneLine(view.text.slice(span.start, span.end)) : "");
  const said = view.dateOf(quotation.said);
  const speaker = view.speakerOf(quotation);
  return [
    [strings.found, shorten(inOneLine(quotation.text), LONGEST_WORDS)],
    [strings.kind, act === "speech" ? kind : `${kind}, ${act}`],
    [strings.cue, words(cue)],
    [strings.source, words(source)],
    [strings.speaker, speaker ? nameOf(speaker) : strings.nobody],
    [strings.said, said ? `${saidInWords(said)} (“${inOneLine(said.text)}”, ${said.basis})` : strings.never],
    [strings.rule, rule],
    [strings.speakerRule, speakerRule],
    [strings.confidence, confidence],
  ];
}

/**
 * The sentences with content, cue and source; of what is too long the beginnings and ends.
 * @param {View} view
 * @param {Quotation} quotation
 */
function excerptAround({ text, report }, quotation) {
  const { content, cue, source } = quotation;
  const known = [...content.map((span) => withMarks(text, quotation, span)), cue, source].flatMap((span) => span ?? []);
  return excerpt(text, report.document.paragraphs, known);
}

/**
 * The sentences with the words, where they are the article's; else the words as they were given.
 * @param {View} view
 * @param {string} passage
 */
function excerptOf({ text, report }, passage) {
  const words = passage.trim().split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const found = passage.trim() ? new RegExp(words.join("\\s+")).exec(text) : null;
  if (!found) return shorten(inOneLine(passage), LONGEST_EXCERPT);
  return excerpt(text, report.document.paragraphs, [{ start: found.index, end: found.index + found[0].length }]);
}

/**
 * @param {string} text
 * @param {Span[]} paragraphs
 * @param {Span[]} known what has to be in it
 */
function excerpt(text, paragraphs, known) {
  const spans = joined(known);
  const whole = { start: spans[0].start, end: spans[spans.length - 1].end };
  const { start, end } = sentencesAround(text, paragraphs, whole);
  const words = /** @param {Span} span */ (span) => inOneLine(text.slice(span.start, span.end));
  const sentences = words({ start, end });
  if (sentences.length <= LONGEST_EXCERPT) return sentences;
  if (words(whole).length <= LONGEST_EXCERPT - 2 * CUT.length) {
    return `${start < whole.start ? "… " : ""}${words(whole)}${whole.end < end ? " …" : ""}`;
  }
  return shortenAll(spans.map(words));
}

/**
 * The span with the rest of its first and of its last sentence, inside their paragraphs.
 * @param {string} text
 * @param {Span[]} paragraphs
 * @param {Span} span
 * @returns {Span}
 */
function sentencesAround(text, paragraphs, { start, end }) {
  const first = paragraphs.find((paragraph) => paragraph.end > start)?.start ?? 0;
  const last = paragraphs.find((paragraph) => paragraph.end >= end)?.end ?? text.length;
  const before = [...text.slice(first, start).matchAll(SENTENCE_END)].at(-1);
  const isWhole = /[.!?…]["'”’»)\]]*$/u.test(text.slice(start, end));
  const [after] = isWhole ? [] : text.slice(end, last).matchAll(SENTENCE_END);
  return {
    start: before ? first + before.index + before[0].length : first,
    end: isWhole ? end : after ? end + after.index + after[0].length : last,
  };
}

/**
 * In order, those that touch or overlap as one.
 * @param {Span[]} spans
 */
function joined(spans) {
  /** @type {Span[]} */
  const all = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = all[all.length - 1];
    if (last && start <= last.end + 1) last.end = Math.max(last.end, end);
    else all.push({ start, end });
  }
  return all;
}

/** Short pieces whole, the long ones cut to what is left; of very many the first ones and the last. @param {string[]} pieces */
function shortenAll(pieces) {
  const most = 6;
  const kept = pieces.length > most ? [...pieces.slice(0, most - 1), pieces[pieces.length - 1]] : pieces;
  const room = LONGEST_EXCERPT - CUT.length * (kept.length - 1);
  let [left, n] = [room, kept.length];
  /** @type {Map<string, number>} */
  const lengths = new Map();
  // From the shortest on, so that what it does not need is there for the others.
  for (const piece of [...kept].sort((a, b) => a.length - b.length)) {
    const length = Math.min(piece.length, Math.floor(left / n));
    lengths.set(piece, length);
    left -= length;
    n -= 1;
  }
  return kept.map((piece) => shorten(piece, lengths.get(piece) ?? 0)).join(CUT);
}

/**
 * Beginning and end, cut between words where there are any.
 * @param {string} words
 * @param {number} longest
 */
function shorten(words, longest) {
  if (words.length <= longest) return words;
  const half = Math.floor((longest - CUT.length) / 2);
  const head = words.slice(0, half).replace(/\s+\S*$/u, "");
  const tail = words.slice(words.length - half).replace(/^\S*\s+/u, "");
  return whole(`${head}${CUT}${tail}`);
}

/** Without halves of characters that a cut may have left. @param {string} words */
function whole(words) {
  return words.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "");
}
