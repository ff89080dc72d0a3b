// @ts-check
/** The panels beside or below the article, each a section with its heading, and their index. */

import { icon } from "../icons.js";
import { sections } from "../strings.js";
import { renderDates, renderReference } from "./dates.js";
import { renderExport, renderSave } from "./export.js";
import { html } from "./nodes.js";
import { renderQuotations, renderToggles } from "./quotations.js";
import { renderMeasure, renderSpeakers } from "./speakers.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("../report-display.js").Section} Section */
/** @typedef {import("./speakers.js").Measure} Measure */
/** @typedef {Exclude<Section, "article" | "pictures">} Panel */

/**
 * @param {View} view
 * @param {import("../report-display.js").Frame} frame
 * @param {Measure} measure of the speakers' bars
 * @returns {HTMLElement[]}
 */
export function renderPanels(view, { show, level, documentDate, isEditable }, measure) {
  const hasPictures = show.includes("pictures");
  /** What stands beside the heading, and below it. */
  const content = {
    speakers: () => /** @type {const} */ ([
      [view.speakers.length > 1 && renderMeasure(measure), hasPictures && view.quotations.length > 0 && renderSave("picture-shares")],
      renderSpeakers(view, measure, isEditable),
    ]),
    quotations: () => /** @type {const} */ ([[renderToggles(view)], renderQuotations(view)]),
    dates: () => /** @type {const} */ ([
      [hasPictures && view.dates.length > 0 && renderSave("picture-timeline"), ...renderReference(view, documentDate)],
      renderDates(view),
    ]),
    export: () => /** @type {const} */ ([[], renderExport()]),
  };
  const panels = show.filter(isPanel).map((name) => {
    const [tools, body] = content[name]();
    const heading = html(`h${/** @type {3} */ (Math.min(level + 1, 6))}`, { id: name, tabindex: -1 }, sections[name]);
    const head = html("div", { class: "panel-head" }, heading, ...tools);
    const panel = html("section", { class: "panel", part: "panel", "data-panel": name, "aria-labelledby": name }, head);
    panel.append(html("div", { class: "body" }, ...body));
    return panel;
  });
  return panels.length > 1 ? [index(show.filter((section) => section !== "pictures"), view), ...panels] : panels;
}

/** @param {Section} section @returns {section is Panel} */
function isPanel(section) {
  return section !== "article" && section !== "pictures";
}

/**
 * @param {("article" | Panel)[]} show
 * @param {View} view
 */
function index(show, { counts, dates }) {
  const icons = /** @type {const} */ ({
    article: "text", speakers: "speakers", quotations: "quotations", dates: "dates", export: "export",
  });
  const sizes = { article: 0, speakers: counts.speakers, quotations: counts.quotations, dates: dates.length, export: 0 };
  const buttons = show.map((name) => {
    const size = sizes[name] > 0 && html("span", { class: "n" }, ` ${sizes[name]}`);
    return html("button", { type: "button", "data-go": name }, icon(icons[name]), html("span", {}, sections[name], size));
  });
  return html("nav", { class: "jump", part: "toolbar", "aria-label": sections.all }, ...buttons);
}
