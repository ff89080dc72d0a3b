// @ts-check
/** Why a quotation was given to its speaker, in words. */

import { beginningOf } from "../one-line.js";
import { reasons } from "../strings.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("../view.js").Quotation} Quotation */
/** @typedef {import("../view.js").Span} Span */

/** Cue and source farther apart than this are told one by one. */
const LONGEST_PHRASE = 80;

/**
 * “he added” right after it; “he” is Jens Stoltenberg, the last one named who fits
 * @param {View} view
 * @param {Quotation} quotation
 */
export function explain(view, quotation) {
  const parts = [cuePart(view.text, quotation), judgedPart(quotation), speakerPart(view, quotation)].filter(Boolean);
  const sentence = `${parts.join("; ")}.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/**
 * @param {string} text
 * @param {Quotation} quotation
 */
function cuePart(text, { content, cue, source, rule }) {
  const place = cue ?? source;
  if (!place || reasons.rules[rule]) return reasons.rules[rule] ?? reasons.noCue;
  const { start, end } = cue && source ? union(cue, source) : place;
  const gap = start - content[content.length - 1].end;
  const isBefore = end <= content[0].start;
  const where =
    gap >= 0 && gap <= 3 ? reasons.right : gap > 0 ? reasons.after : isBefore ? reasons.before : reasons.inside;
  return reasons.cue(phraseOf(text, cue, source), where);
}

/**
 * Tells that a cue was judged and not certain; where it was, its words are reason enough.
 * @param {Quotation} quotation
 */
function judgedPart({ rule, confidence }) {
  return rule === "tagged" && confidence !== "sure" ? reasons.judged : "";
}

/**
 * Tells who is meant, where the words before do not tell it already.
 * @param {View} view
 * @param {Quotation} quotation
 */
function speakerPart(view, quotation) {
  const { source, speakerRule = "", rule } = quotation;
  const words = source && beginningOf(view.text.slice(source.start, source.end), LONGEST_PHRASE);
  const speaker = view.speakerOf(quotation);
  if (!speaker) return words ? reasons.unresolved(words) : reasons.noSource;
  const isTold = !words || reasons.rules[rule] || words.includes(speaker.name);
  if (isTold || speaker.name.toLowerCase().includes(bare(words))) return "";
  return reasons.resolved(words, speaker.name, reasons.steps[speakerRule] ?? "");
}

/**
 * “Stoltenberg said”, and “the ministry … warned” where they stand far apart.
 * @param {string} text
 * @param {Span} [cue]
 * @param {Span} [source]
 */
function phraseOf(text, cue, source) {
  const words = [cue, source].flatMap((span) => (span ? [span] : [])).sort((a, b) => a.start - b.start);
  const { start, end } = union(words[0], words[words.length - 1]);
  const whole = text.slice(start, end);
  if (whole.length <= LONGEST_PHRASE && !/[\n“”"]/.test(whole)) return beginningOf(whole, LONGEST_PHRASE);
  return words.map((span) => beginningOf(text.slice(span.start, span.end), LONGEST_PHRASE)).join(" … ");
}

/**
 * @param {Span} a
 * @param {Span} b
 * @returns {Span}
 */
function union(a, b) {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** Without title and article, so that “Mr. Kolvaag” is found in “Lars Kolvaag”. @param {string} words */
function bare(words) {
  return words.toLowerCase().replace(/^(the|mr|mrs|ms|dr)\b\.?\s+/, "");
}
