// @ts-check
/** Corrections that find what they are about again, after the text was edited or its reference date set anew. */

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
/** @typedef {{kept: Correction[], lost: Correction[]}} Carried `kept` refers to the new report, `lost` to the old one */
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
  /** @param {Report["quotations"][number]} quotation */
  const quotation = ({ id, text, content }, place = content[0].start) => ({ entry: id, words: oneLine(text), place });
  /** @param {Report["dates"][number]} date */
  const date = ({ id, text, span }, place = span.start) => ({ entry: id, words: oneLine(text), place });
  return {
    quotations: pairUp(
      before.report.quotations.map((each) => quotation(each, follow(each.content[0].start))),
      after.report.quotations.map((each) => quotation(each)),
    ),
    speakers: pairSpeakers(before, after, follow),
    dates: pairUp(
      before.report.dates.map((each) => date(each, follow(each.span.start))),
      after.report.dates.map((each) => date(each)),
    ),
  };
}

/**
 * By name; those whose name is new by a mention at its place; those left by a mention with their words.
 * @param {Analyzed} before
 * @param {Analyzed} after
 * @param {Follow} follow
 */
function pairSpeakers(before, after, follow) {
  const here = /** @param {number} place */ (place) => place;
  /** @param {Speaker} speaker @param {Follow} move */
  const byName = ({ id, name, mentions }, move) => [{ entry: id, words: name, place: move(mentions[0]?.span.start ?? 0) }];
  /** @param {string} text @param {(mention: Speaker["mentions"][number], place: number) => string} keyOf */
  const byMention = (text, keyOf) => /** @param {Speaker} speaker @param {Follow} move */ ({ id, mentions }, move) =>
    mentions.flatMap((mention) => {
      const { start, end } = mention.span;
      const key = keyOf(mention, move(start));
      return key ? { entry: id, words: `${key} ${text.slice(start, end)}`, place: move(start) } : [];
    });
  const atPlace = /** @param {unknown} _ @param {number} place */ (_, place) => `${place}`;
  const inWords = /** @param {Speaker["mentions"][number]} mention */ ({ form }) => (form === "pronoun" ? "" : form);
  const ways = [
    [byName, byName],
    [byMention(before.text, atPlace), byMention(after.text, atPlace)],
    [byMention(before.text, inWords), byMention(after.text, inWords)],
  ];
  /** @type {Map<string, SpeakerId>} */
  const pairs = new Map();
  for (const [ofOld, ofNew] of ways) {
    const taken = new Set(pairs.values());
    const olds = before.report.speakers.filter(({ id }) => !pairs.has(id)).flatMap((speaker) => ofOld(speaker, follow));
    const news = after.report.speakers.filter(({ id }) => !taken.has(id)).flatMap((speaker) => ofNew(speaker, here));
    for (const [id, other] of pairUp(olds, news)) pairs.set(id, other);
  }
  return pairs;
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

/** @param {string} text */
function oneLine(text) {
  return text.replace(/\s+/g, " ").trim();
}
