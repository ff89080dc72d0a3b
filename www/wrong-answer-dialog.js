// @ts-check
/** “Report a wrong answer”: shows what it would tell, changes it with what the reader says, and copies it. It sends nothing. */

import { copyWords } from "./copy.js";
import { toWrongAnswer } from "./export/wrong-answer.js";
import { openDialog } from "./render/dialog.js";
import { renderWrongAnswer } from "./render/wrong-answer.js";
import { selectedText } from "./selected-span.js";
import { wrongAnswer as strings } from "./strings.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("./export/wrong-answer.js").Wrong} Wrong */

/** More selected words than this are no passage but an article. */
const LONGEST_PASSAGE = 1000;

/**
 * @param {HTMLElement} root where the dialog goes
 * @param {View} view
 * @param {import("./view.js").Quotation} [quotation] none where one was missed
 */
export function reportWrongAnswer(root, view, quotation) {
  const dialog = renderWrongAnswer(!quotation, quotation ? "" : selectedWords(root));
  const field = /** @param {string} name */ (name) =>
    /** @type {HTMLTextAreaElement} */ (dialog.querySelector(`textarea[name="${name}"]`));
  const preview = field("preview");
  const told = /** @type {HTMLElement} */ (dialog.querySelector(".told"));
  const chosen = () => {
    const radio = /** @type {HTMLInputElement | null} */ (dialog.querySelector('[name="wrong"]:checked'));
    return /** @type {Wrong | undefined} */ (radio?.value);
  };
  const update = () => {
    const wrong = chosen();
    /** @type {HTMLElement} */ (dialog.querySelector('[data-for="missed"]')).hidden = wrong !== "missed";
    preview.value = toWrongAnswer(view, quotation, { wrong, passage: field("passage").value, comment: field("comment").value });
    told.textContent = "";
    field("passage").removeAttribute("aria-invalid");
  };
  dialog.addEventListener("input", update);
  dialog.querySelector("[data-copy]")?.addEventListener("click", async () => {
    // Said on demand: a button that is disabled tells nobody why.
    if (chosen() === "missed" && !field("passage").value.trim()) {
      told.textContent = strings.passageMissing;
      field("passage").setAttribute("aria-invalid", "true");
      field("passage").focus();
      return;
    }
    const isCopied = await copyWords(preview.value);
    told.textContent = isCopied ? strings.copied : strings.copyFailed;
    if (isCopied) return;
    preview.focus();
    preview.select();
  });
  update();
  openDialog(root, dialog);
}

/** What the reader has selected in the article. @param {HTMLElement} root */
function selectedWords(root) {
  const words = selectedText(root).trim();
  return words.length <= LONGEST_PASSAGE ? words : "";
}
