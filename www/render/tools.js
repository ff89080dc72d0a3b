// @ts-check
/** What stands above the article: the switch between reading and editing, and what the host puts there. */

import { editing as strings } from "../strings.js";
import { html } from "./nodes.js";

/**
 * @param {boolean} isEditable
 * @returns {HTMLElement[]}
 */
export function renderTools(isEditable) {
  const host = html("slot", { name: "toolbar" });
  if (!isEditable) return [host];
  const choice = /** @param {"reading" | "editing"} value */ (value) =>
    html("label", {}, html("input", { type: "radio", name: "view", value }), strings[value]);
  const legend = html("legend", { class: "vh" }, strings.view);
  const renew = html("button", { type: "button", class: "btn", part: "button", "data-do": "new" }, strings.renew);
  return [html("fieldset", { class: "switch" }, legend, choice("reading"), choice("editing")), renew, host];
}
