// @ts-check
/** What can be taken along. */

import { icon } from "../icons.js";
import { exports as strings } from "../strings.js";
import { html } from "./nodes.js";

/** @returns {HTMLElement[]} */
export function renderExport() {
  const formats = Object.entries(strings.formats).map(([format, words]) => choice(`export-${format}`, words, "export"));
  return [html("ul", { class: "exports", role: "list" }, ...formats, choice("print", strings.print, "print"))];
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
