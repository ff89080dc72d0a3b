// @ts-check
/**
 * All that the element shows: waiting, report, failure. It is loaded when an element has something to show, so that a
 * page with an element far below pays for the class alone.
 */

import { Interaction } from "./interaction.js";
import { html } from "./render/nodes.js";
import { summarize } from "./render/overview.js";
import { renderEmpty, renderError, renderForeign, renderLoading, renderTooLong, renderWorking } from "./render/states.js";
import { ReportDisplay } from "./report-display.js";
import { states } from "./strings.js";
import { loadStyles } from "./who-said-styles.js";

/** @typedef {import("./wasm/whosaid.js").Report} Report */
/** @typedef {import("./report-display.js").Frame} Frame */

/**
 * What the reader asks of the element.
 * @typedef {object} Requests
 * @property {(id: string | null) => void} select
 * @property {(day: string) => void} countFrom an empty day for the one that page or text give
 * @property {() => void} cancel
 * @property {() => void} retry
 * @property {() => void} exportJson
 * @property {(span: import("./view.js").Span) => void} reveal where the article is the host's own
 */

/**
 * @typedef {object} Failure
 * @property {string} code
 * @property {string} message
 * @property {number} length of the text
 * @property {number} limit for its length
 */

export class Display {
  #announcer = html("p", { class: "vh", role: "status" });
  #states = html("div", { class: "states" });
  #content = html("div");
  #attribution = html("div", { hidden: true });
  #report = new ReportDisplay(this.#content);
  #requests;
  #interaction;
  #details = "";

  /**
   * Fills the shadow root once the styles are there.
   * @param {ShadowRoot} root
   * @param {Requests} requests
   */
  static async in(root, requests) {
    const sheet = await loadStyles();
    root.adoptedStyleSheets = [sheet];
    return new Display(root, requests);
  }

  /**
   * @param {ShadowRoot} root
   * @param {Requests} requests
   */
  constructor(root, requests) {
    const [who, said, words] = states.attribution;
    const line = html("p", { class: "note attribution" }, html("i", {}, who), html("b", {}, said), words);
    this.#attribution.append(html("slot", { name: "attribution" }, line));
    const frame = html("div", { class: "frame" }, this.#announcer, this.#states, this.#content, this.#attribution);
    frame.append(html("slot", { name: "footer" }));
    root.append(frame);
    this.#requests = requests;
    this.#interaction = new Interaction(frame, this.#report, {
      select: (id) => this.select(id),
      run: (action, button) => this.#run(action, button),
      countFrom: requests.countFrom,
      reveal: requests.reveal,
    });
  }

  /** What the panels show. */
  get view() {
    return this.#report.view;
  }

  /** @param {import("./wasm-module.js").Progress} progress */
  showLoading(progress) {
    this.#states.replaceChildren(renderLoading(progress));
  }

  /** @param {number} length of the text */
  showWorking(length) {
    this.#states.replaceChildren(renderWorking(length));
  }

  /** Back to what was there before. */
  showNoState() {
    this.#states.replaceChildren();
  }

  /**
   * @param {string} text
   * @param {Report} report
   * @param {Frame} frame
   */
  showReport(text, report, frame) {
    const view = this.#report.show(text, report, frame);
    this.#attribution.hidden = false;
    const isForeign = report.document.language === "other";
    this.#states.replaceChildren(...(isForeign ? [renderForeign()] : view.isEmpty ? [renderEmpty(view)] : []));
    this.#announce(isForeign ? states.foreign : view.isEmpty ? states.empty : summarize(view));
  }

  /** @param {Failure} failure */
  showFailure({ code, message, length, limit }) {
    this.clear();
    this.#details = [`whosaid, ${code}`, message, `length ${length}`, navigator.userAgent].join("\n");
    const told = code === "too-long" ? renderTooLong(length, limit) : renderError(code, this.#details);
    this.#states.replaceChildren(told);
    this.#announce(told.querySelector(".state-h")?.textContent ?? "");
  }

  clear() {
    this.#report.clear();
    this.#attribution.hidden = true;
    this.#states.replaceChildren();
    this.#announce("");
  }

  /** @param {string | null} id */
  select(id) {
    this.#report.select(id);
    this.#requests.select(this.#report.selected);
  }

  /** @param {string} id */
  reveal(id) {
    this.#interaction.reveal(id, "article");
    this.#interaction.reveal(id, "list");
  }

  /** The id of the quotation that follows or comes before. @param {1 | -1} direction */
  neighbor(direction) {
    return this.#report.neighbor("quotation", direction);
  }

  /** @param {string} words */
  #announce(words) {
    if (this.#announcer.textContent !== words) this.#announcer.textContent = words;
  }

  /**
   * @param {string} action
   * @param {HTMLElement} button
   */
  #run(action, button) {
    if (action === "cancel") this.#requests.cancel();
    else if (action === "retry") this.#requests.retry();
    else if (action === "export-json") this.#requests.exportJson();
    else if (action === "reset-date") this.#requests.countFrom("");
    else if (action === "change-date") this.#report.openDateField(button);
    else if (action === "show-all") this.#report.filter();
    else if (action === "copy-details") this.#copyDetails(button);
  }

  /** @param {HTMLElement} button */
  async #copyDetails(button) {
    try {
      await navigator.clipboard.writeText(this.#details);
      button.textContent = states.copied;
    } catch {
      // Without the right to write to the clipboard the reader copies by hand.
      const details = this.#states.querySelector("details");
      if (details) details.open = true;
      this.#states.querySelector("pre")?.focus();
    }
  }
}
