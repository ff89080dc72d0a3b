// @ts-check
/** The list of quotations, with what decided each, and its filters. */

import { icon } from "../icons.js";
import { correct, corrections, kinds, quotations as strings, reasons, wrongAnswer } from "../strings.js";
import { isUnsure, isView, quotedText } from "../view.js";
import { act } from "./correct.js";
import { saidInWords } from "./date-words.js";
import { nameOf } from "./name.js";
import { html } from "./nodes.js";
import { explain } from "./why.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("../view.js").Quotation} Quotation */

/**
 * @typedef {object} Filter
 * @property {string} speaker id, or empty
 * @property {string} kind or empty
 * @property {string} words in lower case
 */

/**
 * @param {View} view
 * @returns {HTMLElement[]}
 */
export function renderQuotations(view) {
  if (!view.quotations.length) return [html("p", { class: "note" }, strings.none)];
  const length = view.quotations.length > view.long.list ? "quotes is-long" : "quotes";
  const list = html("ol", { class: length, role: "list", part: "list" });
  list.append(...view.quotations.map((quotation) => item(view, quotation)));
  return [filters(view), html("p", { class: "note filtered", role: "status", hidden: true }), list];
}

/**
 * The switches for what is hidden at first; none where nothing is.
 * @param {View} view
 */
export function renderToggles({ counts, choice }) {
  return html(
    "div",
    { class: "toggles" },
    counts.unsure > 0 && toggle("unsure", strings.unsure(counts.unsure), choice.unsure),
    counts.views > 0 && toggle("views", strings.views(counts.views), choice.views),
  );
}

/**
 * Everything about one quotation but its words.
 * @param {View} view
 * @param {Quotation} quotation
 */
export function renderAttribution(view, quotation) {
  const { text } = view;
  const { cue, content, kind } = quotation;
  const said = view.dateOf(quotation.said);
  const meta = html(
    "p",
    { class: "meta" },
    html("b", {}, nameOf(view.speakerOf(quotation))),
    html("span", {}, isView(quotation) ? `${kind}, ${kinds.view}` : kind),
    cue && html("span", { class: "cue" }, text.slice(cue.start, cue.end)),
    html("span", {}, strings.paragraph(view.paragraphOf(content[0].start))),
    said && html("span", {}, strings.said(saidInWords(said))),
    ...(quotation.corrected ?? []).map((field) => html("span", { class: "by-user" }, corrections.facts[field] ?? correct.byHand)),
  );
  return [meta, renderWhy(view, quotation)];
}

/**
 * How certain it is, and what decided it.
 * @param {View} view
 * @param {Quotation} quotation
 */
export function renderWhy(view, quotation) {
  const { confidence } = quotation;
  const sure = html("b", {}, reasons.confidence[confidence]);
  return html("p", { class: "why", "data-confidence": confidence }, icon(confidence), sure, ` ${explain(view, quotation)}`);
}

/**
 * What can be done with the selected quotation.
 * @param {boolean} isEditable whether the reader may correct it
 */
export function renderActions(isEditable) {
  /** @param {string} action @param {import("../icons.js").IconName} name @param {string} words */
  const take = (action, name, words) =>
    html("button", { type: "button", class: "act", part: "button", "data-do": action }, icon(name), html("span", {}, words));
  const corrected = isEditable ? [act("correct", correct.speaker), act("reject", correct.reject)] : [];
  const taken = [take("copy", "copy", strings.copy), take("cite", "cite", strings.cite)];
  return html("div", { class: "acts", part: "toolbar" }, ...taken, ...corrected, take("wrong-answer", "warning", wrongAnswer.title));
}

/**
 * Shows the items that pass, and says how many do.
 * @param {ParentNode} panel
 * @param {View} view
 * @param {Filter} filter
 */
export function applyFilter(panel, view, { speaker, kind, words }) {
  const passing = view.quotations.filter(
    (quotation) =>
      (!speaker || quotation.speaker === speaker) &&
      (!kind || quotation.kind === kind) &&
      (!words || quotation.text.toLowerCase().includes(words)),
  );
  const ids = new Set(passing.map(({ id }) => String(id)));
  // While somebody types, the items are still those of the view before.
  for (const item of /** @type {NodeListOf<HTMLElement>} */ (panel.querySelectorAll(".quote"))) {
    item.hidden = !ids.has(item.dataset.quotation ?? "");
  }
  const note = /** @type {HTMLElement | null} */ (panel.querySelector(".filtered"));
  if (!note) return;
  note.hidden = passing.length === view.quotations.length;
  const showAll = html("button", { type: "button", class: "act inline", part: "button", "data-do": "show-all" }, strings.showAll);
  note.replaceChildren(strings.filtered(passing.length, view.quotations.length), showAll);
}

/**
 * @param {View} view
 * @param {Quotation} quotation
 */
function item(view, quotation) {
  const { id, kind, speaker } = quotation;
  const badge = html("span", { class: "badge", part: "badge" }, html("span", { class: "vh" }, `${strings.speaker} `), view.badgeOf(speaker));
  const words = html("span", { class: "clamp", dir: "auto" }, quotedText(view.text, quotation));
  return html(
    "li",
    {
      class: `quote ${view.hueOf(speaker)}`,
      part: "item",
      "data-quotation": id,
      "data-kind": kind,
      "data-unsure": isUnsure(quotation),
    },
    html("button", { type: "button", class: "quote-text", tabindex: -1 }, badge, words),
    ...renderAttribution(view, quotation),
  );
}

/** @param {View} view */
function filters({ quotations, speakers, badgeOf }) {
  const kindsPresent = [...new Set(quotations.map(({ kind }) => kind))];
  const search = html("input", { type: "search", name: "words", placeholder: strings.search });
  return html(
    "div",
    { class: "filters", part: "toolbar", hidden: quotations.length < 2 },
    html("label", { class: "search" }, icon("search"), html("span", { class: "vh" }, strings.search), search),
    speakers.length > 1 &&
      select("speaker", strings.speaker, strings.anySpeaker, speakers.map((speaker) => [speaker.id, `${badgeOf(speaker.id)}  ${nameOf(speaker)}`])),
    kindsPresent.length > 1 && select("kind", strings.kind, strings.anyKind, kindsPresent.map((kind) => [kind, kinds[kind]])),
  );
}

/**
 * @param {string} name
 * @param {string} label
 * @param {string} any
 * @param {[string, string][]} options
 */
function select(name, label, any, options) {
  const choices = options.map(([value, words]) => html("option", { value }, words));
  return html("select", { name, "aria-label": label, part: "button" }, html("option", { value: "" }, any), ...choices);
}

/**
 * @param {string} name
 * @param {string} label
 * @param {boolean} isOn
 */
function toggle(name, label, isOn) {
  const box = html("input", { type: "checkbox", role: "switch", name, checked: isOn });
  return html("label", { class: "toggle" }, box, html("span", {}, label));
}
