// @ts-check
/** What can be taken along. */

import { icon } from "../icons.js";
import { exports as strings } from "../strings.js";
import { html } from "./nodes.js";

/** @returns {HTMLElement[]} */
export function renderExport() {
  const [name, what] = strings.json;
  const button = html(
    "button",
    { type: "button", class: "export-hit", part: "button", "data-do": "export-json" },
    html("b", {}, name),
    html("span", {}, what),
    icon("export"),
  );
  return [html("ul", { class: "exports", role: "list" }, html("li", {}, button))];
}
