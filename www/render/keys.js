// @ts-check
/** What the keys do. */

import { keyboard as strings } from "../strings.js";
import { renderDialog } from "./dialog.js";
import { html } from "./nodes.js";

/**
 * @param {boolean} isOn whether single keys do anything
 * @param {boolean} isEditable whether there is a box to type in, and something to undo
 */
export function renderKeys(isOn, isEditable) {
  const rows = [...strings.keys, ...(isEditable ? strings.editing : [])].flatMap(([keys, what]) => [
    html("dt", {}, ...keys.split(" ").flatMap((key) => [html("kbd", {}, key), " "])),
    html("dd", {}, what),
  ]);
  const box = html("input", { type: "checkbox", role: "switch", name: "single-keys", checked: isOn, "aria-describedby": "keys-off" });
  return renderDialog(strings.title, [
    html("dl", { class: "keys" }, ...rows),
    html("p", { class: "note" }, strings.where),
    html("label", { class: "toggle" }, box, html("span", {}, strings.single)),
    html("p", { id: "keys-off", class: "note" }, strings.off),
  ]);
}
