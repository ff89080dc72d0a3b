// @ts-check
/** What is shown instead of, or above, a report. */

import { icon } from "../icons.js";
import { correct, errors, states as strings, tooLong } from "../strings.js";
import { html } from "./nodes.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {{isEditable: boolean, show: readonly string[]}} Frame what the reader may do, and what shows */
/** @typedef {import("../wasm-module.js").Progress} Progress */

/** @param {Progress} progress */
export function renderLoading({ received, total }) {
  const words = strings.progress(received, total);
  return html(
    "div",
    { class: "waiting", part: "status" },
    html("label", { for: "progress" }, strings.loading),
    html("progress", { id: "progress", max: total ?? 1, value: total && received }, words),
    html("span", {}, words),
  );
}

/** @param {number} length of the text */
export function renderWorking(length) {
  return html(
    "div",
    { class: "waiting", part: "status" },
    html("label", { for: "progress" }, strings.working(length)),
    html("progress", { id: "progress" }),
    button("cancel", strings.cancel),
  );
}

/** What is told first where nothing was found. @param {View} view */
export function emptyIn({ counts }) {
  return counts.words ? strings.empty : strings.emptied;
}

/**
 * @param {View} view
 * @param {Frame} frame
 */
export function renderEmpty(view, frame) {
  const { counts } = view;
  if (!counts.words) {
    const told = [paragraph(strings.emptiedWhy), ...(canChange(frame) ? [paragraph(strings.emptiedDo)] : [])];
    return message("calm", "empty", html("slot", { name: "empty" }, heading(emptyIn(view)), ...told));
  }
  const looked = html("ul", { class: "looked" }, ...strings.looked.map((what) => html("li", {}, what)));
  const told = [paragraph(strings.emptyWhy(counts.words)), paragraph(strings.lookedFor, "sub"), looked];
  return message("calm", "empty", html("slot", { name: "empty" }, heading(emptyIn(view)), ...told));
}

/**
 * What was found all the same and what was not, and what the reader can do.
 * @param {View} view
 * @param {Frame} frame
 */
export function renderForeign({ report, dates }, frame) {
  const found = report.quotations.filter(({ corrected }) => !corrected?.includes("added"));
  const speakers = new Set(found.flatMap(({ speaker }) => speaker ?? []));
  const passages = report.notSpeech.length;
  const told = [
    strings.foreignWhy(found.length, speakers.size, dates.length),
    ...(passages ? [strings.foreignPassages(passages)] : []),
    ...(canChange(frame) ? [strings.foreignAdd] : []),
  ];
  return message("calm", "status", heading(strings.foreign), ...told.map((words) => paragraph(words)));
}

/** Corrections that were left out. @param {string[]} steps in words */
export function renderLost(steps) {
  return message("warn", "status", paragraph(correct.lost(steps)));
}

/**
 * @param {string} code
 * @param {string} details without any of the text
 */
export function renderError(code, details) {
  const [what, why, remedy] = errors[code] ?? errors.unknown;
  const twin = html(
    "details",
    {},
    html("summary", {}, strings.details),
    html("pre", { tabindex: 0, class: "details" }, details),
  );
  const acts = html(
    "div",
    { class: "row" },
    button("retry", strings.retry, "primary"),
    button("copy-details", strings.copy),
  );
  const told = [heading(what), paragraph(why), paragraph(remedy), twin, acts];
  return message("bad", "error", html("slot", { name: "error" }, ...told));
}

/**
 * @param {number} length
 * @param {number} limit
 */
export function renderTooLong(length, limit) {
  const [what, why, remedy] = tooLong(length, limit);
  return message("warn", "error", html("slot", { name: "error" }, heading(what), paragraph(why), paragraph(remedy)));
}

/** Whether the article shows, with what changes it. @param {Frame} frame */
function canChange({ isEditable, show }) {
  return isEditable && show.includes("article");
}

/**
 * @param {"calm" | "warn" | "bad"} tone
 * @param {string} part
 * @param {...HTMLElement} told
 */
function message(tone, part, ...told) {
  const mark = icon(tone === "calm" ? "search" : "warning");
  return html("div", { class: "state", part, "data-tone": tone }, mark, html("div", {}, ...told));
}

/** @param {string} words */
function heading(words) {
  return html("p", { class: "state-h" }, words);
}

/**
 * @param {string} words
 * @param {string} [kind]
 */
function paragraph(words, kind) {
  return html("p", { class: kind }, words);
}

/**
 * @param {string} action
 * @param {string} words
 * @param {string} [kind]
 */
function button(action, words, kind = "") {
  return html("button", { type: "button", class: `btn ${kind}`, part: "button", "data-do": action }, words);
}
