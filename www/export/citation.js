// @ts-check
/** One quotation in a line of text, with whom and what it is from. */

import { attribution, summary } from "./summary.js";

/** @typedef {import("../view.js").View} View */

/**
 * “We act.” (Ana Ribeiro, mayor; “Bridge opens”, 13 April 2021)
 * @param {View} view
 * @param {import("../view.js").Quotation} quotation
 */
export function toCitation(view, quotation) {
  const { words, name, description } = attribution(view, quotation);
  const { title, day } = summary(view);
  const hasTitle = view.report.document.headline !== undefined;
  const from = [hasTitle && `“${title}”`, day].filter(Boolean).join(", ");
  const who = [name, description].filter(Boolean).join(", ");
  return `${words} (${[who, from].filter(Boolean).join("; ")})`;
}
