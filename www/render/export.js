// @ts-check
/** What can be taken along. */

import { icon } from "../icons.js";
import { exports as strings, keyboard, pictures, wrongAnswer } from "../strings.js";
import { html } from "./nodes.js";

/** @returns {HTMLElement[]} */
export function renderExport() {
  const formats = Object.entries(strings.formats).map(([format, words]) => choice(`export-${format}`, words, "export"));
  const list = html("ul", { class: "exports", role: "list" }, ...formats, choice("print", strings.print, "print"));
  return [list, html("p", { class: "more" }, act("missed", wrongAnswer.titleMissed), act("keys", keyboard.action))];
}

/**
 * @param {string} action
 * @param {string} words
 */
function act(action, words) {
  return html("button", { type: "button", class: "act", part: "button", "data-do": action }, words);
}

/** Saves what stands beside it as a picture. @param {import("../export/pictures.js").Picture} picture */
export function renderSave(picture) {
  const attributes = { type: "button", class: "act save", part: "button", "data-do": `export-${picture}` };
  const of = html("span", { class: "vh" }, `: ${pictures.of[picture]}`);
  return html("button", attributes, icon("export"), html("span", {}, pictures.save, of));
}

/**
 * @param {string} action
 * @param {string[]} words
 * @param {import("../icons.js").IconName} name
 */
function choice(action, [title, what], name) {
  const attributes = { type: "button", class: "export-hit", part: "button", "data-do": action };
  return html("li", {}, html("button", attributes, html("b", {}, title), html("span", {}, what), icon(name)));
}
