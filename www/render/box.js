// @ts-check
/** The box to paste an article into. */

import { editing as strings } from "../strings.js";
import { html } from "./nodes.js";

/** @returns {HTMLElement[]} */
export function renderBox() {
  const field = html("textarea", { rows: 9, "aria-label": strings.label, placeholder: strings.placeholder, spellcheck: "false" });
  const button = html("button", { type: "button", class: "btn primary", part: "button", "data-do": "read" }, strings.read);
  return [html("div", { class: "box" }, field, html("div", { class: "row" }, button))];
}
