// @ts-check
/** The quotations that show, each with its speaker, and the dates, in Markdown (CommonMark). */

import { sections } from "../strings.js";
import { attribution, dated, summary } from "./summary.js";

/** @typedef {import("../view.js").View} View */

/** @param {View} view */
export function toMarkdown(view) {
  const { title, day, sentence, leftOut, madeBy } = summary(view);
  const quotations = view.quotations.map((quotation) => {
    const { words, name, description, facts } = attribution(view, quotation);
    const who = description ? `**${escaped(name)}**, ${escaped(description)}` : `**${escaped(name)}**`;
    return `> ${atStart(words)}\n\n${who} (${escaped(facts)})`;
  });
  const dates = dated(view).map(({ value, words }) => `- ${atStart(value)}: ${escaped(words)}`);
  const blocks = [
    `# ${escaped(title)}`,
    escaped([day, sentence].filter(Boolean).join(". ")),
    ...(quotations.length ? [`## ${sections.quotations}`, ...quotations] : []),
    ...(dates.length ? [`## ${sections.dates}`, dates.join("\n")] : []),
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
