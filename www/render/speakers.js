// @ts-check
/** Who is quoted, and how much: bars, and the same as a table. */

import { correct, kinds, sections, speakers as strings } from "../strings.js";
import { countWords, isCounted, isUnsure } from "../view.js";
import { act } from "./correct.js";
import { nameOf } from "./name.js";
import { html, svg } from "./nodes.js";
import { LINES, lineOf, segment } from "./segment.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("../view.js").Quotation} Quotation */
/** @typedef {import("../view.js").Speaker} Speaker */
/** @typedef {"words" | "quotations"} Measure */
/** @typedef {import("./segment.js").Line} Line */

/**
 * @typedef {object} Row
 * @property {Speaker} [speaker] absent for those quoted without a known speaker
 * @property {Quotation[]} quotations
 * @property {Record<Line, number>} sizes in the measure
 * @property {number} words counted
 * @property {number} size counted, in the measure
 */

/**
 * @param {View} view
 * @param {Measure} measure
 * @param {boolean} isEditable whether the reader may correct them
 * @returns {HTMLElement[]}
 */
export function renderSpeakers(view, measure, isEditable) {
  const shares = sharesOf(view, measure);
  const { rows, whole } = shares;
  if (!rows.length) return [html("p", { class: "note" }, strings.none)];
  const list = html("ol", { class: "speakers", role: "list", part: "list" });
  list.append(...rows.map((row) => item(view, row, shares, isEditable)));
  const hasUnsure = view.quotations.some(isUnsure);
  return [list, html("p", { class: "note" }, strings.note(rows.some(({ speaker }) => !speaker) ? 1 : 0, hasUnsure)), table(rows, whole)];
}

/** @param {Measure} measure */
export function renderMeasure(measure) {
  const choice = /** @param {Measure} value */ (value) =>
    html("label", {}, html("input", { type: "radio", name: "measure", value, checked: value === measure }), strings[value]);
  const legend = html("legend", { class: "vh" }, strings.measure);
  return html("fieldset", { class: "switch", part: "toolbar" }, legend, choice("words"), choice("quotations"));
}

/**
 * Everybody's share, and what it is a share of: `whole` in the measure, `words` quoted in all, `longest` the whole of a bar.
 * @param {View} view
 * @param {Measure} measure
 */
export function sharesOf(view, measure) {
  const rows = rowsOf(view, measure);
  const whole = total(rows, ({ size }) => size);
  const words = total(rows, (row) => row.words);
  const longest = Math.max(...rows.map(({ sizes }) => total(LINES, (line) => sizes[line])), whole);
  return { rows, whole, words, longest };
}

/**
 * The most quoted first, those without a speaker last.
 * @param {View} view
 * @param {Measure} measure
 * @returns {Row[]}
 */
function rowsOf(view, measure) {
  /** @type {Map<string | undefined, Quotation[]>} */
  const bySpeaker = new Map();
  for (const quotation of view.quotations) {
    const sofar = bySpeaker.get(quotation.speaker);
    if (sofar) sofar.push(quotation);
    else bySpeaker.set(quotation.speaker, [quotation]);
  }
  /** @param {Speaker} [speaker] @returns {Row} */
  const row = (speaker) => {
    const quotations = bySpeaker.get(speaker?.id) ?? [];
    const sizes = { direct: 0, mixed: 0, indirect: 0, unsure: 0 };
    let words = 0;
    let size = 0;
    for (const quotation of quotations) {
      const count = countWords(quotation.text);
      sizes[lineOf(quotation)] += measure === "words" ? count : 1;
      if (!isCounted(quotation)) continue;
      words += count;
      size += measure === "words" ? count : 1;
    }
    return { speaker, quotations, sizes, words, size };
  };
  const rows = view.speakers.map(row).sort((a, b) => b.size - a.size);
  return bySpeaker.has(undefined) ? [...rows, row()] : rows;
}

/** Title, role and affiliation, or what kind of speaker it is. @param {Speaker} speaker */
export function descriptionOf({ descriptions, kind }) {
  return descriptions.map(({ text }) => text).join("; ") || strings.kinds[kind];
}

/** The same, and whether the reader corrected it. @param {Row} row */
export function describe({ speaker }) {
  return [speaker && descriptionOf(speaker), speaker?.corrected && correct.byHand].filter(Boolean).join("; ");
}

/**
 * @param {Row} row
 * @param {number} allWords
 */
export function countsOf({ quotations, words }, allWords) {
  const nOf = /** @param {Line} line */ (line) => quotations.filter((quotation) => lineOf(quotation) === line).length;
  return `${strings.ofWords(words, allWords)}; ${strings.ofKinds(LINES.map((line) => [nOf(line), kinds[line]]))}`;
}

/**
 * @param {View} view
 * @param {Row} row
 * @param {{whole: number, words: number, longest: number}} shares
 * @param {boolean} isEditable
 */
function item(view, row, { whole, words, longest }, isEditable) {
  const { speaker, sizes, size } = row;
  const badge = html("span", { class: "badge", part: "badge", "aria-hidden": "true" }, view.badgeOf(speaker?.id));
  const name = html("span", { class: "name", dir: "auto" }, nameOf(speaker));
  const only = html("span", { class: "vh" }, strings.showOnly);
  return html(
    "li",
    { class: `speaker ${view.hueOf(speaker?.id)}`, part: "item", "data-speaker": speaker?.id },
    speaker
      ? html("button", { type: "button", class: "speaker-hit", "aria-pressed": "false" }, only, badge, name)
      : html("span", { class: "speaker-hit" }, badge, name),
    html("span", { class: "desc", dir: "auto" }, describe(row)),
    html("span", { class: "share" }, html("b", {}, percent(size, whole)), " %"),
    bar(sizes, longest),
    html("span", { class: "counts" }, countsOf(row, words)),
    isEditable && speaker && html("span", { class: "acts" }, act("correct", correct.open(speaker.name)[0], correct.open(speaker.name)[1])),
  );
}

/**
 * @param {Record<Line, number>} sizes
 * @param {number} longest
 */
export function bar(sizes, longest) {
  const picture = svg("svg", { class: "bar", part: "bar", width: "100%", height: 16, "aria-hidden": "true" });
  picture.append(svg("rect", { class: "ground", width: "100%", height: 16 }));
  let x = 0;
  for (const line of LINES) {
    const width = longest ? (sizes[line] / longest) * 100 : 0;
    if (width) picture.append(...segment(line, { x, width, y: 0, height: 16 }));
    x += width;
  }
  return picture;
}

/**
 * @param {Row[]} rows
 * @param {number} whole
 */
function table(rows, whole) {
  const head = html("tr", {}, ...strings.columns.map((column) => html("th", { scope: "col" }, column)));
  const body = rows.map(({ speaker, quotations, words, size }) =>
    html(
      "tr",
      {},
      html("th", { scope: "row", dir: "auto" }, nameOf(speaker)),
      ...[`${percent(size, whole)} %`, String(words), String(quotations.length)].map((cell) => html("td", {}, cell)),
    ),
  );
  const twin = html(
    "table",
    {},
    html("caption", { class: "vh" }, sections.speakers),
    html("thead", {}, head),
    html("tbody", {}, ...body),
  );
  return html("details", { class: "twin" }, html("summary", {}, strings.table), twin);
}

/**
 * @param {number} part
 * @param {number} whole
 */
export function percent(part, whole) {
  return String(whole ? Math.round((part / whole) * 100) : 0);
}

/**
 * @template Entry
 * @param {readonly Entry[]} entries
 * @param {(entry: Entry) => number} sizeOf
 */
function total(entries, sizeOf) {
  return entries.reduce((sum, entry) => sum + sizeOf(entry), 0);
}
