// @ts-check
/** The sentence that sums up, and how to read the marks. */

import { kinds, summary } from "../strings.js";
import { renderSave } from "./export.js";
import { html, svg } from "./nodes.js";
import { renderStrip } from "./strip.js";

/** @typedef {import("../view.js").View} View */

/** The drawn line of each kind: the one code of article, list and bars. @type {Record<string, string>} */
const LINES = { direct: "M0 6h24", mixed: "M0 4h24M0 8h24", indirect: "M1 6h24", unsure: "M0 6h24" };

/**
 * @param {View} view
 * @param {number} level of the heading
 * @param {{hasArticle: boolean, hasPictures: boolean}} shown whether the marked article and the pictures are shown too
 */
export function renderOverview(view, level, { hasArticle, hasPictures }) {
  const { counts, choice, dates, quotations } = view;
  const sentence = summarize(view);
  const facts = html(
    "p",
    { class: "facts meta" },
    html("span", {}, summary.words(counts.words)),
    html("span", {}, summary.paragraphs(counts.paragraphs)),
    counts.unsure > 0 && html("span", {}, summary.unsure(counts.unsure, choice.unsure)),
  );
  return html(
    "header",
    { class: "overview" },
    html("slot", { name: "heading" }, html(`h${/** @type {2} */ (level)}`, {}, sentence)),
    facts,
    hasPictures && quotations.length > 0 && renderStrip(view),
    (quotations.length > 0 || dates.length > 0) && legend(view, hasArticle),
    hasPictures && quotations.length > 0 && renderSave("picture-strip"),
  );
}

/** @param {View} view */
export function summarize({ counts, dates }) {
  return summary.sentence(counts.quotations, counts.speakers, dates.length);
}

/**
 * Only what is there is explained.
 * @param {View} view
 * @param {boolean} hasArticle
 */
function legend({ quotations, speakers, dates, badgeOf, hueOf }, hasArticle) {
  const badges = speakers.slice(0, 2).map(({ id }) => html("span", { class: `badge ${hueOf(id)}` }, badgeOf(id)));
  const present = new Set(quotations.map(({ kind, confidence }) => (confidence === "unsure" ? confidence : kind)));
  const lines = Object.keys(LINES).filter((kind) => present.has(/** @type {any} */ (kind)));
  return html(
    "ul",
    { class: "legend", role: "list", "aria-label": summary.legend },
    badges.length > 0 && html("li", {}, html("span", {}, ...badges), summary.legendSpeaker),
    ...lines.map((kind) => html("li", {}, line(kind), kinds[/** @type {"direct"} */ (kind)])),
    hasArticle && dates.length > 0 && html("li", {}, html("span", { class: "date" }, summary.legendDate)),
    hasArticle && speakers.length > 0 && html("li", {}, html("span", { class: "who" }, summary.legendName[0]), summary.legendName[1]),
  );
}

/** @param {string} kind */
function line(kind) {
  const path = svg("path", { d: LINES[kind], class: `ln ${kind}` });
  return svg("svg", { width: 24, height: 12, "aria-hidden": "true" }, path);
}
