// @ts-check
/** What the page tells about a text that came in, as the element tells its states. */

import { icon } from "../icons.js";
import { html } from "../render/nodes.js";
import { waysIn as strings } from "../strings.js";

/**
 * @param {"calm" | "bad"} tone
 * @param {string[]} told what it is, then the rest in sentences
 * @param {{file?: string, more?: HTMLElement, onDismiss: () => void}} about the name of the file, and what stands below
 */
export function renderMessage(tone, [heading, ...sentences], { file, more, onDismiss }) {
  const dismiss = html("button", { type: "button" }, strings.dismiss);
  dismiss.addEventListener("click", onDismiss);
  return html(
    "div",
    { class: "message", "data-tone": tone },
    icon(tone === "calm" ? "text" : "warning"),
    html(
      "div",
      {},
      html("p", { class: "message-h" }, heading),
      file !== undefined && html("p", {}, html("bdi", {}, file)),
      html("p", {}, sentences.join(" ")),
      more,
    ),
    dismiss,
  );
}
