// @ts-check
/**
 * Keeps the article that the reader has left, so that leaving it by mistake costs nothing: told over the empty box, and
 * over the next article if there were corrections in the one before.
 */

import { html } from "./render/nodes.js";
import { putAside as strings } from "./strings.js";
import { renderMessage } from "./ways-in/message.js";

/** @typedef {import("./corrections.js").Correction} Correction */
/** @typedef {{text: string, corrections: readonly Correction[], documentDate: string}} Article */

export class PutAside {
  #element;
  #place;
  #open;
  /** The article that shows. @type {Article | undefined} */
  #shown;
  /** The one that another was opened over, whose report is not there yet. @type {Article | undefined} */
  #left;
  /** @type {Article | undefined} */
  #aside;

  /**
   * @param {import("./who-said-element.js").WhoSaidElement} element
   * @param {HTMLElement} place where it is told
   * @param {(article: Article) => Promise<void>} open reads the text again, counted from that day
   */
  constructor(element, place, open) {
    this.#element = element;
    this.#place = place;
    this.#open = open;
    element.addEventListener("who-said-report", () => this.#arrive());
    element.addEventListener("who-said-edit", () => this.#keep());
    element.addEventListener("who-said-status", () => this.#leave());
  }

  /** Another article is about to be opened. */
  leave() {
    this.#left = this.#shown;
  }

  #arrive() {
    if (this.#left && this.#left.text !== this.#element.text) this.#aside = this.#left;
    this.#left = undefined;
    this.#keep();
    if (!this.#aside?.corrections.length) this.#aside = undefined;
    this.#tell();
  }

  #keep() {
    const { text, corrections, documentDate } = this.#element;
    this.#shown = { text, corrections, documentDate };
  }

  #leave() {
    if (this.#element.status !== "idle" || !this.#shown) return;
    this.#aside = this.#shown;
    this.#shown = undefined;
    this.#tell();
  }

  async #bringBack() {
    const article = this.#aside;
    if (!article) return;
    await this.#open(article);
    if (this.#element.text !== article.text) return;
    for (const correction of article.corrections) this.#element.correct(correction);
    if (this.#aside === article) this.#forget();
  }

  #forget() {
    this.#aside = undefined;
    this.#tell();
  }

  #tell() {
    if (!this.#aside) return this.#place.replaceChildren();
    const back = html("button", { type: "button" }, strings.bringBack);
    back.addEventListener("click", () => this.#bringBack());
    const about = { more: html("p", { class: "row" }, back), onDismiss: () => this.#forget() };
    this.#place.replaceChildren(renderMessage("calm", strings.told(this.#aside.corrections.length), about));
  }
}
