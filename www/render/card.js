// @ts-check
/** What the card beside a quotation or a date says: from whom, why, when, and how sure. */

import { icon } from "../icons.js";
import { beginningOf } from "../one-line.js";
import { cards as strings, kinds } from "../strings.js";
import { isView } from "../view.js";
import { dateInWords, saidInWords } from "./date-words.js";
import { howCounted } from "./dates.js";
import { nameOf } from "./name.js";
import { html } from "./nodes.js";
import { renderWhy } from "./quotations.js";
import { descriptionOf } from "./speakers.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("../view.js").Quotation} Quotation */
/** @typedef {import("../view.js").ReportDate} ReportDate */

/** More of a source than this is no name but a sentence. */
const LONGEST_SOURCE = 80;

/**
 * @param {View} view
 * @param {Quotation} quotation
 * @returns {HTMLElement[]}
 */
export function renderQuotationCard(view, quotation) {
  const { kind, cue, source } = quotation;
  const speaker = view.speakerOf(quotation);
  const described = speaker && descriptionOf(speaker);
  const written = /** @param {import("../view.js").Span} span */ ({ start, end }) => beginningOf(view.text.slice(start, end), LONGEST_SOURCE);
  // The number is the badge's own name already.
  const badge = html("span", { class: "badge", "aria-hidden": "true" }, view.badgeOf(quotation.speaker));
  const name = html("span", { class: "card-name", dir: "auto" }, nameOf(speaker));
  return [
    html("p", {}, badge, name, described && ", ", described && html("span", { dir: "auto" }, described)),
    html(
      "p",
      { class: "meta" },
      html("span", {}, isView(quotation) ? `${kind}, ${kinds.view}` : kind),
      source && html("span", {}, strings.source(written(source))),
      cue && html("span", {}, strings.cue(written(cue))),
    ),
    renderWhy(view, quotation),
    html("p", { class: "said" }, saidWhen(view, quotation)),
  ];
}

/**
 * @param {View} view
 * @param {ReportDate} date
 * @returns {HTMLElement[]}
 */
export function renderDateCard(view, date) {
  const isOpen = date.basis === "guessed" || date.basis === "unresolved";
  const words = strings.counted(beginningOf(date.text, LONGEST_SOURCE), howCounted(view, [date]));
  return [
    html("p", { class: "card-name" }, dateInWords(date)),
    html("p", { class: "counted" }, isOpen && icon("unsure"), words),
  ];
}

/**
 * The day, and what it was counted from where it is not written out.
 * @param {View} view
 * @param {Quotation} quotation
 */
function saidWhen(view, { said }) {
  const date = view.dateOf(said);
  if (!date) return strings.notSaidWhen;
  const day = saidInWords(date);
  return date.basis === "explicit" ? strings.said(day) : strings.said(day, beginningOf(date.text, LONGEST_SOURCE), howCounted(view, [date]));
}
