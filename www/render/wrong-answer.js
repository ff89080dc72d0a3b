// @ts-check
/** The form in which a reader says what is wrong, above a preview of what will be copied. */

import { wrongAnswer as strings } from "../strings.js";
import { renderDialog } from "./dialog.js";
import { html } from "./nodes.js";

/** @typedef {import("../export/wrong-answer.js").Wrong} Wrong */

/**
 * @param {boolean} isMissed whether there is no quotation to say anything of
 * @param {string} passage that may have been missed
 */
export function renderWrongAnswer(isMissed, passage) {
  const choices = /** @type {Wrong[]} */ (Object.keys(strings.choices)).map((wrong) => {
    const radio = html("input", { type: "radio", name: "wrong", value: wrong, checked: isMissed && wrong === "missed" });
    return html("label", { class: "choice" }, radio, strings.choices[wrong]);
  });
  const words = html("textarea", { name: "passage", rows: 3, required: true, "aria-describedby": "told" }, passage);
  const missed = html("label", { class: "field", "data-for": "missed", hidden: !isMissed }, strings.passage, words);
  const comment = html("label", { class: "field" }, strings.commentField, html("textarea", { name: "comment", rows: 2 }));
  const preview = html("textarea", { name: "preview", class: "preview", rows: 9, readonly: true });
  const copy = html("button", { type: "button", class: "btn primary", part: "button", "data-copy": true }, strings.copy);
  const told = html("p", { id: "told", class: "note told", role: "status" });
  return renderDialog(
    isMissed ? strings.titleMissed : strings.title,
    [
      html("p", { class: "note" }, strings.nothingSent),
      html("fieldset", { class: "choices", hidden: isMissed }, html("legend", {}, strings.what), ...choices),
      missed,
      comment,
      html("label", { class: "field" }, strings.preview, preview),
    ],
    [copy, told],
  );
}
