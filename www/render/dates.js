// @ts-check
/** The dates in order of time, each with what it was counted from and the quotations of that day. */

import { correct, dates as strings, quotations } from "../strings.js";
import { dateInWords, dayInWords, valueInWords } from "./date-words.js";
import { html } from "./nodes.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("../view.js").ReportDate} ReportDate */
/** @typedef {import("../view.js").Quotation} Quotation */

/** @typedef {{from: string, to: string}} Edges of a date in time */

/**
 * The dates of one value: as they stand in the article, and what is said of them.
 * @typedef {object} Entry
 * @property {ReportDate[]} group
 * @property {string} when in words
 * @property {string} how the value was reached
 * @property {Quotation[]} said then
 * @property {boolean} isDay or a time of one, and nothing longer
 * @property {boolean} isMachine whether the value is a day that machines read
 * @property {boolean} isGuessed whether none of them says it for certain
 * @property {boolean} isReference whether the others are counted from it
 */

/**
 * @param {View} view
 * @returns {HTMLElement[]}
 */
export function renderDates(view) {
  if (!view.dates.length) return [html("p", { class: "note" }, strings.none)];
  const { placed, open } = timelineOf(view);
  const length = placed.length > view.long.list ? "timeline is-long" : "timeline";
  const timeline = html("ol", { class: length, role: "list", part: "list timeline" });
  timeline.append(...placed.map((each) => (typeof each === "number" ? gap(each) : entry(view, each))));
  const undated = html("ol", { class: "timeline undated", role: "list", part: "list" });
  undated.append(...open.map((each) => entry(view, each)));
  return [
    ...(placed.length ? [timeline] : []),
    ...(open.length ? [html("p", { class: "note" }, strings.undated), undated] : []),
  ];
}

/**
 * The dates in order of time, with a number for as many years without one; and those that have no place in time.
 * @param {View} view
 */
export function timelineOf(view) {
  const today = view.report.document.documentDate?.value.slice(0, 10);
  const groups = groupByValue(view.dates).map((group) => ({ group, ...edgesOf(group[0], today) }));
  const inOrder = groups.filter(({ from }) => from).sort(inTime);
  /** @type {(Entry | number)[]} */
  const placed = [];
  let lastYear = NaN;
  for (const { group, from, to } of inOrder) {
    const years = yearOf(from) - lastYear;
    if (years > 1) placed.push(years - 1);
    placed.push(entryOf(view, group));
    lastYear = Math.max(lastYearOf(to), Number.isNaN(lastYear) ? -Infinity : lastYear);
  }
  return { placed, open: groups.filter(({ from }) => !from).map(({ group }) => entryOf(view, group)) };
}

/**
 * What relative dates are counted from, and a form of its own to change it, which opens below all that stands here.
 * @param {View} view
 * @param {string} given by the host, or empty
 * @returns {HTMLElement[]}
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
  return [html("div", { class: "note reference" }, day ? strings.counted(day) : strings.notCounted, " ", change), form];
}

/**
 * @param {View} view
 * @param {ReportDate[]} group of one value
 * @returns {Entry}
 */
function entryOf(view, group) {
  const [date] = group;
  const isMachine = /^\d{4}-\d\d-\d\d$/.test(date.value);
  return {
    group,
    when: dateInWords(date),
    how: howCounted(view, group),
    said: group.flatMap(({ id }) => view.saidOn(id)),
    isDay: isMachine || date.type === "TIME",
    isMachine,
    isGuessed: group.every(({ basis }) => basis === "guessed" || basis === "unresolved"),
    isReference: isMachine && date.value === view.report.document.documentDate?.value.slice(0, 10),
  };
}

/**
 * @param {View} view
 * @param {Entry} entry
 */
function entry(view, { group, when, how, said, isDay, isMachine, isGuessed, isReference }) {
  const [date] = group;
  const words = group.flatMap((each) => [
    html("button", { type: "button", class: "date", tabindex: -1, "data-date": each.id, "data-basis": each.basis }, each.text),
    html("span", { class: "where" }, quotations.paragraph(view.paragraphOf(each.span.start))),
    " ",
  ]);
  return html(
    "li",
    {
      part: "date",
      "data-value": date.value,
      "data-basis": isGuessed && date.basis,
      "data-length": isDay ? "day" : "span",
      "data-reference": isReference,
    },
    html("p", { class: "when" }, html("time", { datetime: isMachine && date.value }, when)),
    html("div", { class: "what" }, html("p", {}, ...words), html("p", { class: "how" }, how), hung(view, said)),
  );
}

/**
 * relative to 13 April 2021; guessed, relative to “Monday”; or Tue 20 Apr 2021
 * @param {View} view
 * @param {ReportDate[]} group
 */
export function howCounted(view, group) {
  const { documentDate } = view.report.document;
  const ways = group.map(({ value, basis, anchor, alternatives = [], corrected }) => {
    if (corrected) return correct.byHand;
    const from = anchor === "document" ? documentDate && dayInWords(documentDate.value) : anchor && `“${view.dateOf(anchor)?.text}”`;
    const way = {
      explicit: strings.explicit,
      relative: from ? strings.relative(from) : strings.explicit,
      guessed: from ? strings.guessed(from) : strings.guessedAlone,
      unresolved: documentDate ? strings.unresolved : strings.unresolvedAlone,
    }[basis];
    const isReference = value === documentDate?.value && basis === "explicit";
    const others = alternatives.flatMap((other) => valueInWords(other) ?? []);
    return [isReference ? strings.reference : way, ...(others.length ? [strings.alternatives(others)] : [])].join("; ");
  });
  return [...new Set(ways)].join("; ");
}

/**
 * @param {View} view
 * @param {Quotation[]} said
 */
function hung(view, said) {
  if (!said.length) return undefined;
  const badges = said.map(({ id, speaker }) => {
    const label = html("span", { class: "vh" }, strings.hung(Number(id.slice(1))));
    const attributes = { type: "button", class: `badge ${view.hueOf(speaker)}`, tabindex: -1, "data-quotation": id };
    return html("button", attributes, label, view.badgeOf(speaker));
  });
  return html("p", { class: "hung" }, html("span", {}, strings.said), ...badges);
}

/** @param {number} years */
function gap(years) {
  return html("li", { class: "gap" }, html("p", { class: "when" }), html("p", { class: "what" }, strings.gap(years)));
}

/**
 * Those with the same type, value, modifier and words together, in the order of their first ones: where a value has no
 * words of its own, “last year” and “next year” share it.
 * @param {ReportDate[]} dates
 * @returns {ReportDate[][]}
 */
export function groupByValue(dates) {
  /** @type {Map<string, ReportDate[]>} */
  const groups = new Map();
  for (const date of dates) {
    const key = `${date.type} ${date.value} ${date.mod ?? ""} ${dateInWords(date).toLowerCase()}`;
    const group = groups.get(key);
    if (group) group.push(date);
    else groups.set(key, [date]);
  }
  return [...groups.values()];
}

/**
 * Where a date begins and ends in time; empty for lengths, repetitions and open dates. “Now” is the day that dates are
 * counted from.
 * @param {ReportDate} date
 * @param {string} [today]
 * @returns {Edges}
 */
function edgesOf({ value, anchor, from, to }, today) {
  const isNow = value === "PRESENT_REF" && anchor === "document" && today;
  const [first, last] = isNow ? [today, today] : [from, to];
  return { from: first ?? last ?? "", to: last ?? first ?? "" };
}

/**
 * By beginning; of two with the same one the longer first.
 * @param {Edges} a
 * @param {Edges} b
 */
function inTime(a, b) {
  return compare(a.from, b.from) || compare(b.to, a.to);
}

/**
 * @param {string} a
 * @param {string} b
 */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** @param {string} edge */
function yearOf(edge) {
  return Number(edge.slice(0, 4));
}

/** The year that begins where a date ends is not in it. @param {string} to */
function lastYearOf(to) {
  return to.slice(4).startsWith("-01-01") ? yearOf(to) - 1 : yearOf(to);
}
