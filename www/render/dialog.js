// @ts-check
/** A dialog over the page, with a heading and a button that closes it. */

import { dialogs as strings } from "../strings.js";
import { html } from "./nodes.js";

/**
 * @param {string} title
 * @param {HTMLElement[]} body
 * @param {HTMLElement[]} [acts] beside the button that closes it
 */
export function renderDialog(title, body, acts = []) {
  const heading = html("h2", { id: "dialog-title", tabindex: -1, autofocus: true }, title);
  const close = html("button", { type: "button", class: "btn", part: "button", "data-close": true }, strings.close);
  const [first, ...others] = acts;
  return html(
    "dialog",
    { class: "dialog", "aria-labelledby": "dialog-title" },
    heading,
    ...body,
    html("div", { class: "row" }, first, close, ...others),
  );
}

/**
 * Opens it above everything; when it closes it is gone, and the focus is where it was.
 * @param {HTMLElement} root
 * @param {HTMLDialogElement} dialog
 */
export function openDialog(root, dialog) {
  const shadow = /** @type {ShadowRoot} */ (root.getRootNode());
  const opener = /** @type {HTMLElement | null} */ (shadow.activeElement);
  root.append(dialog);
  dialog.querySelector("[data-close]")?.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    // Where it was opened from outside of the element the browser gives the focus back.
    opener?.focus({ preventScroll: true });
  });
  dialog.showModal();
}
