// @ts-check
/** The quotations that show, each with its speaker, and the dates, in Markdown (CommonMark). */

import { dates as ofDates, quotations as ofQuotations, sections } from "../strings.js";
import { attribution, dated, summary } from "./summary.js";

/** @typedef {import("../view.js").View} View */

/** @param {View} view */
export function toMarkdown(view) {
  const { title, day, sentence, leftOut, madeBy } = summary(view);
  const quotations = view.quotations.map((quotation) => {
    const { words, name, description, paragraph, facts } = attribution(view, quotation);
    const who = description ? `**${escaped(name)}**, ${escaped(description)}` : `**${escaped(name)}**`;
    return `> ${atStart(words)}\n\n${who} (${escaped(`${ofQuotations.paragraph(paragraph)}, ${facts}`)})`;
  });
  const { placed, open } = dated(view);
  const list = /** @param {typeof placed} dates */ (dates) =>
    dates.map(({ value, words }) => `- ${atStart(value)}: ${escaped(words)}`).join("\n");
  const blocks = [
    `# ${escaped(title)}`,
    escaped([day, sentence].filter(Boolean).join(". ")),
    ...(quotations.length ? [`## ${sections.quotations}`, ...quotations] : []),
    ...(placed.length || open.length ? [`## ${sections.dates}`] : []),
    ...(placed.length ? [list(placed)] : []),
    ...(open.length ? [`${ofDates.undated}:`, list(open)] : []),
    "---",
    escaped([leftOut, madeBy].filter(Boolean).join(" ")),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[\\`*_{}[\]<>#|~&]/g, "\\$&");
}

/** For the beginning of a line, where a dash or a number would begin a list. @param {string} text */
function atStart(text) {
  return escaped(text).replace(/^([-+=])/, "\\$1").replace(/^(\d+)([.)])/, "$1\\$2");
}
