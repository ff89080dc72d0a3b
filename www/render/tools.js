// @ts-check
/** What stands above the article: the switch between reading and editing, and what the host puts there. */

import { icon } from "../icons.js";
import { correct, editing as strings } from "../strings.js";
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
  const step = /** @param {"undo" | "redo"} name */ (name) =>
    html("button", { type: "button", class: "btn step", part: "button", "data-do": name, hidden: true, "aria-label": correct[name] }, icon(name));
  return [html("fieldset", { class: "switch" }, legend, choice("reading"), choice("editing")), renew, host, step("undo"), step("redo")];
}

/**
 * Shows the buttons for undo and redo where there is something to take back or to make again, and says what. They are the
 * last ones, so that they push nothing.
 * @param {ParentNode} tools
 * @param {{undo: string, redo: string}} steps in words, or empty
 */
export function showSteps(tools, steps) {
  const isAny = steps.undo !== "" || steps.redo !== "";
  for (const name of /** @type {const} */ (["undo", "redo"])) {
    const button = /** @type {HTMLElement | null} */ (tools.querySelector(`[data-do="${name}"]`));
    if (!button) continue;
    button.hidden = !isAny;
    // Not disabled, for the focus would be lost with the last step.
    button.setAttribute("aria-disabled", String(!steps[name]));
    button.title = steps[name] ? `${correct[name]}: ${steps[name]}` : "";
  }
}
