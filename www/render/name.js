// @ts-check
/** The name of a speaker where it stands alone: in panel, list, choice, table, card, picture and export. */

import { quotations as strings } from "../strings.js";

/**
 * “Witnesses”, “Senior official”: the engine names the unnamed as the sentence does, without a capital. Names that have
 * one of their own, such as “eBay”, and those that the reader typed stay as they are.
 * @param {import("../view.js").Speaker | undefined} speaker
 */
export function nameOf(speaker) {
  if (!speaker) return strings.nobody;
  const { name, corrected = [] } = speaker;
  const isTyped = corrected.includes("name") || corrected.includes("added");
  const [first] = name.split(/\s/);
  if (isTyped || first !== first.toLowerCase()) return name;
  const [letter = ""] = name;
  return letter.toUpperCase() + name.slice(letter.length);
}
