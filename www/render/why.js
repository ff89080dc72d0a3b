// @ts-check
/** Why a quotation was given to its speaker, in words. */

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
  const parts = [cuePart(view.text, quotation), speakerPart(view, quotation)].filter(Boolean);
  const sentence = `${parts.join("; ")}.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/**
 * @param {string} text
 * @param {Quotation} quotation
 */
function cuePart(text, { content, cue, source, rule }) {
  const byRule = reasons.rules[rule];
  if (byRule) return byRule;
  const phrase = cue && source ? join(text, cue, source) : (cue ?? source);
  if (!phrase) return reasons.noCue;
  const first = content[0].start;
  const last = content[content.length - 1].end;
  const gap = phrase.start - last;
  const where =
    gap >= 0 && gap <= 3 ? reasons.right : gap > 0 ? reasons.after : phrase.end <= first ? reasons.before : reasons.inside;
  return reasons.cue(shorten(text.slice(phrase.start, phrase.end)), where);
}

/**
 * @param {View} view
 * @param {Quotation} quotation
 */
function speakerPart(view, quotation) {
  const { source, speakerRule = "", rule } = quotation;
  const words = source && shorten(view.text.slice(source.start, source.end));
  const speaker = view.speakerOf(quotation);
  if (!speaker) return words ? reasons.unresolved(words) : reasons.noSource;
  if (!words) return reasons.speaker(speaker.name);
  const isSaid = !reasons.rules[rule] && (words.includes(speaker.name) || speaker.name.toLowerCase().includes(bare(words)));
  return isSaid ? "" : reasons.resolved(words, speaker.name, reasons.steps[speakerRule] ?? "");
}

/**
 * The stretch from the one to the other, where they stand together; else the cue alone.
 * @param {string} text
 * @param {Span} cue
 * @param {Span} source
 * @returns {Span}
 */
function join(text, cue, source) {
  const start = Math.min(cue.start, source.start);
  const end = Math.max(cue.end, source.end);
  const isOne = end - start <= LONGEST_PHRASE && !/[\n“”"]/.test(text.slice(start, end));
  return isOne ? { start, end } : cue;
}

/** Without title and article, so that “Mr. Kolvaag” is found in “Lars Kolvaag”. @param {string} words */
function bare(words) {
  return words.toLowerCase().replace(/^(the|mr|mrs|ms|dr)\b\.?\s+/, "");
}

/** @param {string} words */
function shorten(words) {
  const line = words.replace(/\s+/g, " ");
  return line.length > LONGEST_PHRASE ? `${line.slice(0, LONGEST_PHRASE).trimEnd()}…` : line;
}
