// @ts-check
/** The dates in order of time, each with what it was counted from and the quotations of that day. */

import { dates as strings, quotations } from "../strings.js";
import { dateInWords, dayInWords, valueInWords } from "./date-words.js";
import { html } from "./nodes.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("../view.js").ReportDate} ReportDate */

/**
 * @param {View} view
 * @returns {HTMLElement[]}
 */
export function renderDates(view) {
  if (!view.dates.length) return [html("p", { class: "note" }, strings.none)];
  const groups = groupByValue(view.dates);
  const placed = groups.filter((group) => placeOf(group[0])).sort(inTime);
  const open = groups.filter((group) => !placeOf(group[0]));
  const timeline = html("ol", { class: "timeline", role: "list", part: "list timeline" });
  let lastYear = NaN;
  for (const group of placed) {
    const years = yearOf(group[0], "from") - lastYear;
    if (years > 1) timeline.append(gap(years - 1));
    timeline.append(entry(view, group));
    lastYear = Math.max(yearOf(group[0], "to"), Number.isNaN(lastYear) ? -Infinity : lastYear);
  }
  const undated = html("ol", { class: "timeline undated", role: "list", part: "list" });
  undated.append(...open.map((group) => entry(view, group)));
  return [
    ...(placed.length ? [timeline] : []),
    ...(open.length ? [html("p", { class: "note" }, strings.undated), undated] : []),
  ];
}

/**
 * What relative dates are counted from, and a field to change it.
 * @param {View} view
 * @param {string} given by the host, or empty
 */
export function renderReference({ report }, given) {
  const known = report.document.documentDate;
  const day = known && dayInWords(known.value);
  const field = html("input", { type: "date", name: "day", "aria-label": strings.day, value: known?.value.slice(0, 10) });
  const act = { type: "button", class: "act inline", part: "button" };
  const form = html(
    "form",
    { class: "reference-form", hidden: true },
    field,
    html("button", { class: "btn", part: "button" }, strings.apply),
    given !== "" && html("button", { ...act, "data-do": "reset-date" }, strings.reset),
  );
  const change = html("button", { ...act, "data-do": "change-date", "aria-expanded": "false" }, day ? strings.change : strings.set);
  return html("div", { class: "note reference" }, day ? strings.counted(day) : strings.notCounted, " ", change, form);
}

/**
 * @param {View} view
 * @param {ReportDate[]} group of one value
 */
function entry(view, group) {
  const [date] = group;
  const reference = view.report.document.documentDate?.value;
  const words = group.flatMap((each) => [
    html("button", { type: "button", class: "date", "data-date": each.id, "data-basis": each.basis }, each.text),
    html("span", { class: "where" }, quotations.paragraph(view.paragraphOf(each.span.start))),
    " ",
  ]);
  const isMachine = /^\d{4}-\d\d-\d\d$/.test(date.value);
  const when = html("time", { datetime: isMachine && date.value }, dateInWords(date));
  return html(
    "li",
    {
      part: "date",
      "data-value": date.value,
      "data-basis": group.every(({ basis }) => basis === "guessed" || basis === "unresolved") && date.basis,
      "data-length": isMachine || date.type === "TIME" ? "day" : "span",
      "data-reference": isMachine && date.value === reference?.slice(0, 10),
    },
    html("p", { class: "when" }, when),
    html("div", { class: "what" }, html("p", {}, ...words), html("p", { class: "how" }, howCounted(view, group)), said(view, group)),
  );
}

/**
 * relative to 13 April 2021; guessed, relative to “Monday”; or Tue 20 Apr 2021
 * @param {View} view
 * @param {ReportDate[]} group
 */
export function howCounted(view, group) {
  const { documentDate } = view.report.document;
  const ways = group.map(({ value, basis, anchor, alternatives = [] }) => {
    const from = anchor === "document" ? documentDate && dayInWords(documentDate.value) : anchor && `“${view.dateOf(anchor)?.text}”`;
    const way = {
      explicit: strings.explicit,
      relative: from ? strings.relative(from) : strings.explicit,
      guessed: from ? strings.guessed(from) : strings.guessedAlone,
      unresolved: documentDate ? strings.unresolved : strings.unresolvedAlone,
    }[basis];
    const isReference = value === documentDate?.value && basis === "explicit";
    const others = alternatives.length > 0 && strings.alternatives(alternatives.map(valueInWords));
    return [isReference ? strings.reference : way, others].filter(Boolean).join("; ");
  });
  return [...new Set(ways)].join("; ");
}

/**
 * @param {View} view
 * @param {ReportDate[]} group
 */
function said(view, group) {
  const hung = group.flatMap(({ id }) => view.saidOn(id));
  if (!hung.length) return undefined;
  const badges = hung.map(({ id, speaker }) => {
    const label = html("span", { class: "vh" }, strings.hung(Number(id.slice(1))));
    const attributes = { type: "button", class: `badge ${view.hueOf(speaker)}`, "data-quotation": id };
    return html("button", attributes, label, view.badgeOf(speaker));
  });
  return html("p", { class: "hung" }, html("span", {}, strings.said), ...badges);
}

/** @param {number} years */
function gap(years) {
  return html("li", { class: "gap" }, html("p", { class: "when" }), html("p", { class: "what" }, strings.gap(years)));
}

/**
 * Those with the same type, value and modifier together, in the order of their first ones.
 * @param {ReportDate[]} dates
 * @returns {ReportDate[][]}
 */
export function groupByValue(dates) {
  /** @type {Map<string, ReportDate[]>} */
  const groups = new Map();
  for (const date of dates) {
    const key = `${date.type} ${date.value} ${date.mod ?? ""}`;
    const group = groups.get(key);
    if (group) group.push(date);
    else groups.set(key, [date]);
  }
  return [...groups.values()];
}

/** Where a date stands in time; undefined for lengths, repetitions and open dates. @param {ReportDate} date */
function placeOf({ from, to }) {
  return from ?? to;
}

/**
 * By beginning; of two with the same one the longer first.
 * @param {ReportDate[]} a
 * @param {ReportDate[]} b
 */
function inTime([a], [b]) {
  const [first, second] = [placeOf(a) ?? "", placeOf(b) ?? ""];
  return compare(first, second) || compare(b.to ?? "", a.to ?? "");
}

/**
 * @param {string} a
 * @param {string} b
 */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * @param {ReportDate} date
 * @param {"from" | "to"} end
 */
function yearOf(date, end) {
  const edge = date[end] ?? placeOf(date) ?? "";
  const year = Number(edge.slice(0, 4));
  // The year that begins where a date ends is not in it.
  return end === "to" && edge.slice(4).startsWith("-01-01") ? year - 1 : year;
}
