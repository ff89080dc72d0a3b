// @ts-check
/** Corrections that would change nothing. */

import { inOneLine } from "../one-line.js";

/**
 * Whether the report says so already. That somebody said what was not certain to be theirs is news, and so is a value
 * that was only guessed.
 * @param {import("../view.js").Report} report
 * @param {import("../corrections.js").Correction} correction
 */
export function saysAlready({ quotations, speakers, dates }, correction) {
  switch (correction.do) {
    case "attribute": {
      const quotation = quotations.find(({ id }) => id === correction.quotation);
      return quotation?.confidence === "sure" && (quotation.speaker ?? null) === correction.speaker;
    }
    case "rename":
      return speakers.some(({ id, name }) => id === correction.speaker && name === inOneLine(correction.name));
    case "date":
      return dates.some(({ id, value, basis, mod }) => id === correction.date && value === correction.value && basis === "explicit" && !mod);
    default:
      return false;
  }
}
