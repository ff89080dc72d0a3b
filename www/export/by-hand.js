// @ts-check
/** What of a quotation, as an export tells it, the reader set. */

/** @typedef {import("../view.js").View} View */
/** @typedef {import("../view.js").Quotation} Quotation */

/**
 * Fields of the quotation, `name` where its speaker was named by the reader, and `said` where its day was set.
 * @param {View} view
 * @param {Quotation} quotation
 * @returns {string[]}
 */
export function fieldsByHand(view, quotation) {
  const { corrected = [] } = quotation;
  const ofSpeaker = view.speakerOf(quotation)?.corrected ?? [];
  const isNamed = ofSpeaker.includes("name") || ofSpeaker.includes("added");
  const isDated = view.dateOf(quotation.said)?.corrected !== undefined;
  return [...corrected, ...(isNamed ? ["name"] : []), ...(isDated ? ["said"] : [])];
}
