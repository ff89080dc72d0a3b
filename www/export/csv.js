// @ts-check
/**
 * The quotations as a table, one row each, in CSV (RFC 4180).
 *
 * A byte order mark tells spreadsheets that it is UTF-8. A cell that a spreadsheet would run as a formula begins with an
 * apostrophe.
 */

import { columns } from "../strings.js";
import { dateInTable } from "../render/date-words.js";
import { nameOf } from "../render/name.js";
import { quotedText } from "../view.js";
import { fieldsByHand } from "./by-hand.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("../view.js").Quotation} Quotation */

/**
 * All quotations of the report, shown or not: whoever reads a table can filter it.
 * @param {View} view
 */
export function toCsv(view) {
  const rows = [columns, ...view.report.quotations.map((quotation) => row(view, quotation))];
  return `\uFEFF${rows.map((cells) => `${cells.map(cell).join(",")}\r\n`).join("")}`;
}

/**
 * @param {View} view
 * @param {Quotation} quotation
 */
function row(view, quotation) {
  const { id, kind, act, confidence, content, cue, source, rule } = quotation;
  const speaker = view.speakerOf(quotation);
  const said = view.dateOf(quotation.said);
  const words = /** @param {import("../view.js").Span} [span] */ (span) => (span ? view.text.slice(span.start, span.end) : "");
  return [
    id,
    speaker ? nameOf(speaker) : "",
    speaker?.descriptions.map(({ text }) => text).join("; ") ?? "",
    quotedText(view.text, quotation),
    kind,
    act,
    confidence,
    words(cue),
    words(source),
    String(view.paragraphOf(content[0].start)),
    said ? dateInTable(said) : "",
    rule,
    fieldsByHand(view, quotation).join(" "),
  ];
}

/** @param {string} text */
function cell(text) {
  const safe = /^[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
