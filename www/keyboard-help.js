// @ts-check
/** The list of keys, with the switch for those that are single letters and signs. */

import { openDialog } from "./render/dialog.js";
import { renderKeys } from "./render/keys.js";
import { areSingleKeysOn, switchSingleKeys } from "./single-keys.js";

/**
 * @param {HTMLElement} root where the dialog goes
 * @param {boolean} isEditable whether there is a box to type in, and something to undo
 */
export function showKeyboardHelp(root, isEditable) {
  if (root.querySelector("dialog")) return;
  const dialog = renderKeys(areSingleKeysOn(), isEditable);
  dialog.addEventListener("input", ({ target }) => switchSingleKeys(/** @type {HTMLInputElement} */ (target).checked));
  openDialog(root, dialog);
}
