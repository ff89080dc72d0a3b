// @ts-check
/** Entries of a report with something changed in them. */

import { countWords, isCounted } from "../view.js";

/** @typedef {import("../view.js").Quotation} Quotation */
/** @typedef {import("../view.js").Speaker} Speaker */
/** @typedef {import("../view.js").Span} Span */

/**
 * The same object where nothing changes.
 * @param {Speaker} speaker
 * @param {Quotation[]} own in order
 * @param {Set<Quotation>} unchanged
 * @returns {Speaker}
 */
export function withQuotations(speaker, own, unchanged) {
  const ids = own.map(({ id }) => id);
  const isSame = ids.join() === speaker.quotations.join();
  if (isSame && own.every((quotation) => unchanged.has(quotation))) return speaker;
  const words = own.filter(isCounted).reduce((sum, { text }) => sum + countWords(text), 0);
  return isSame && words === speaker.words ? speaker : { ...speaker, quotations: ids, words };
}

/**
 * Two that are one, under the name and number of the first.
 * @param {Speaker} speaker
 * @param {Speaker} other
 * @returns {Speaker}
 */
export function joined(speaker, other) {
  const gender = speaker.gender ?? other.gender;
  return {
    ...withMentions(speaker, other.mentions),
    ...(gender && { gender }),
    descriptions: inOrder([...speaker.descriptions, ...other.descriptions], ({ text }) => text),
    corrected: withField(speaker, "merged"),
  };
}

/**
 * @param {Speaker} speaker
 * @param {Speaker["mentions"]} more
 * @returns {Speaker}
 */
export function withMentions(speaker, more) {
  return { ...speaker, mentions: inOrder([...speaker.mentions, ...more], ({ span }) => `${span.start} ${span.end}`) };
}

/**
 * The fields that the reader set, and this one.
 * @param {{corrected?: string[]}} entry
 * @param {string} field
 */
export function withField({ corrected = [] }, field) {
  return corrected.includes(field) ? corrected : [...corrected, field];
}

/**
 * By start, each only once.
 * @template {{span: Span}} Entry
 * @param {Entry[]} entries
 * @param {(entry: Entry) => string} keyOf
 */
function inOrder(entries, keyOf) {
  /** @type {Map<string, Entry>} */
  const first = new Map();
  for (const entry of [...entries].sort((a, b) => a.span.start - b.span.start)) {
    if (!first.has(keyOf(entry))) first.set(keyOf(entry), entry);
  }
  return [...first.values()];
}
