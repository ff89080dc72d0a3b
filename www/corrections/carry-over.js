// @ts-check
/** Corrections that find what they are about again, after the text was edited or its reference date set anew. */

import { inOneLine } from "../one-line.js";
import { Draft } from "./draft.js";
import { followPlaces, pairUp } from "./places.js";

/** @typedef {import("../view.js").Report} Report */
/** @typedef {import("../view.js").Speaker} Speaker */
/** @typedef {import("../view.js").Span} Span */
/** @typedef {import("../corrections.js").Correction} Correction */
/** @typedef {import("../corrections.js").SpeakerId} SpeakerId */
/** @typedef {import("../corrections.js").QuotationId} QuotationId */
/** @typedef {import("../corrections.js").DateId} DateId */
/** @typedef {{text: string, report: Report}} Analyzed a text and the engine's report of it */
/**
 * `kept` refers to the new report, `lost` to the old one; what lost only some of its quotations is in both, each with its own.
 * @typedef {{kept: Correction[], lost: Correction[]}} Carried
 */
/** @typedef {(offset: number) => number} Follow from a place before to the place after */

/**
 * The ids after, by those before.
 * @typedef {object} Ids
 * @property {Map<string, QuotationId>} quotations
 * @property {Map<string, SpeakerId>} speakers
 * @property {Map<string, DateId>} dates
 */

/**
 * Quotations and dates are found again by their words, speakers by their name or a mention, selected text by its words;
 * where there are several, the one nearest to the place. What earlier corrections made is known to later ones.
 * @param {readonly Correction[]} corrections
 * @param {Analyzed} before
 * @param {Analyzed} after
 * @returns {Carried}
 */
export function carryOver(corrections, before, after) {
  const follow = followPlaces(before.text, after.text);
  const ids = pairAll(before, after, follow);
  const old = new Draft(before.text, before.report);
  const anew = new Draft(after.text, after.report);
  /** @type {Correction[]} */
  const kept = [];
  /** @type {Correction[]} */
  const lost = [];
  for (const correction of corrections) {
    const was = old.apply(correction);
    const next = was && translate(correction, ids, (span) => findAgain(before.text, after.text, span, follow));
    const is = next && anew.apply(next);
    if (!next || !is) {
      lost.push(correction);
      continue;
    }
    kept.push(next);
    const left = was.moved?.filter((id) => !is.moved?.some((moved) => moved === ids.quotations.get(id)));
    if (left?.length && correction.do === "split") lost.push({ ...correction, quotations: left });
    if (was.quotation && is.quotation) ids.quotations.set(was.quotation, is.quotation);
    if (was.speaker && is.speaker) ids.speakers.set(was.speaker, is.speaker);
  }
  return { kept, lost };
}

/**
 * The same correction in the ids of the new report; undefined where what it is about is not there.
 * @param {Correction} correction
 * @param {Ids} ids
 * @param {(span: Span) => Span | undefined} findSpan
 * @returns {Correction | undefined}
 */
function translate(correction, ids, findSpan) {
  switch (correction.do) {
    case "attribute": {
      const quotation = ids.quotations.get(correction.quotation);
      const speaker = correction.speaker && ids.speakers.get(correction.speaker);
      return quotation && speaker !== undefined ? { ...correction, quotation, speaker } : undefined;
    }
    case "attribute-new":
    case "reject": {
      const quotation = ids.quotations.get(correction.quotation);
      return quotation && { ...correction, quotation };
    }
    case "rename": {
      const speaker = ids.speakers.get(correction.speaker);
      return speaker && { ...correction, speaker };
    }
    case "merge": {
      const speaker = ids.speakers.get(correction.speaker);
      const into = ids.speakers.get(correction.into);
      return speaker && into && { ...correction, speaker, into };
    }
    case "split": {
      const speaker = ids.speakers.get(correction.speaker);
      const quotations = correction.quotations.flatMap((id) => ids.quotations.get(id) ?? []);
      return speaker && { ...correction, speaker, quotations };
    }
    case "add": {
      const span = findSpan(correction.span);
      if (!correction.speaker) return span && { ...correction, span };
      const speaker = ids.speakers.get(correction.speaker);
      return span && speaker && { ...correction, span, speaker };
    }
    case "date": {
      const date = ids.dates.get(correction.date);
      return date && { ...correction, date };
    }
  }
}

/**
 * @param {Analyzed} before
 * @param {Analyzed} after
 * @param {Follow} follow
 * @returns {Ids}
 */
function pairAll(before, after, follow) {
  const sides = [{ ...before, follow }, { ...after, follow: /** @param {number} place */ (place) => place }];
  /** @type {Map<string, QuotationId>} */
  const quotations = new Map();
  for (const keyOf of QUOTATION_KEYS) {
    pairRest(quotations, sides.map(({ text, report, follow: move }) =>
      report.quotations.map((each) => ({ entry: each.id, words: keyOf(text, each, move), place: move(each.content[0].start) }))));
  }
  /** @type {Map<string, SpeakerId>} */
  const speakers = new Map();
  for (const keysOf of SPEAKER_KEYS) {
    pairRest(speakers, sides.map(({ text, report, follow: move }) =>
      report.speakers.flatMap((each) => keysOf(text, each, move).map(([words, start]) => ({ entry: each.id, words, place: move(start) })))));
  }
  /** @type {Map<string, DateId>} */
  const dates = new Map();
  pairRest(dates, sides.map(({ report, follow: move }) =>
    report.dates.map(({ id, text, span }) => ({ entry: id, words: inOneLine(text), place: move(span.start) }))));
  return { quotations, speakers, dates };
}

/**
 * The same words of the same source, then the same words; then other words of the same kind that begin at the same
 * place, for somebody is typing in them.
 * @type {((text: string, quotation: Report["quotations"][number], follow: Follow) => string)[]}
 */
const QUOTATION_KEYS = [
  (text, { text: words, source }) => `${inOneLine(words)} ${source ? text.slice(source.start, source.end) : ""}`,
  (_, { text: words }) => inOneLine(words),
  (_, { kind, content }, follow) => `${kind} ${follow(content[0].start)}`,
];

/**
 * By name; those whose name is new by a mention at its place; those left by the words of a mention that is no pronoun.
 * Each key stands with the place of what it is of.
 * @type {((text: string, speaker: Speaker, follow: Follow) => [string, number][])[]}
 */
const SPEAKER_KEYS = [
  (_, { name, mentions }) => [[name, mentions[0]?.span.start ?? 0]],
  (text, { mentions }, follow) => mentions.map(({ span: { start, end } }) => [`${follow(start)} ${text.slice(start, end)}`, start]),
  (text, { mentions }) =>
    mentions.flatMap(({ form, span: { start, end } }) => (form === "pronoun" ? [] : [[text.slice(start, end), start]])),
];

/**
 * Pairs what has no partner yet.
 * @template {string} Id
 * @param {Map<string, Id>} pairs
 * @param {import("./places.js").Placed<Id>[][]} sides before and after
 */
function pairRest(pairs, [olds, news]) {
  const taken = new Set(pairs.values());
  const rest = pairUp(olds.filter(({ entry }) => !pairs.has(entry)), news.filter(({ entry }) => !taken.has(entry)));
  for (const [old, other] of rest) pairs.set(old, other);
}

/**
 * Where the words of a span are in the new text, as near as possible to where they should be.
 * @param {string} before
 * @param {string} after
 * @param {Span} span
 * @param {Follow} follow
 * @returns {Span | undefined}
 */
function findAgain(before, after, span, follow) {
  const words = before.slice(span.start, span.end);
  const place = follow(span.start);
  const behind = after.indexOf(words, place);
  const ahead = after.lastIndexOf(words, place);
  const starts = [ahead, behind].filter((start) => start >= 0).sort((a, b) => Math.abs(a - place) - Math.abs(b - place));
  return starts.length ? { start: starts[0], end: starts[0] + words.length } : undefined;
}
