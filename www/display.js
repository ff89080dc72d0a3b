// @ts-check
/**
 * All that the element shows: waiting, report, failure. It is loaded when an element has something to show, so that a
 * page with an element far below pays for the class alone.
 */

import { toCitation } from "./export/citation.js";
import { Interaction } from "./interaction.js";
import { showKeyboardHelp } from "./keyboard-help.js";
import { html } from "./render/nodes.js";
import { summarize } from "./render/overview.js";
import { renderEmpty, renderError, renderForeign, renderLoading, renderTooLong, renderWorking } from "./render/states.js";
import { ReportDisplay } from "./report-display.js";
import { quotations, states } from "./strings.js";
import { quotedText } from "./view.js";
import { loadStyles } from "./who-said-styles.js";
import { reportWrongAnswer } from "./wrong-answer-dialog.js";

/** @typedef {import("./wasm/whosaid.js").Report} Report */
/** @typedef {import("./report-display.js").Frame} Frame */

/**
 * What the reader asks of the element.
 * @typedef {object} Requests
 * @property {(id: string | null) => void} select
 * @property {(day: string) => void} countFrom an empty day for the one that page or text give
 * @property {() => void} cancel
 * @property {() => void} retry
 * @property {(format: import("./export/formats.js").Format | "picture") => void} exportAs
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
  #frame;
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
    const frame = (this.#frame = html("div", { class: "frame" }));
    frame.append(this.#announcer, this.#states, this.#content, this.#attribution, html("slot", { name: "footer" }));
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

  /** What the keys do, and the switch for single ones. */
  showKeys() {
    showKeyboardHelp(this.#frame);
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
    else if (action.startsWith("export-")) this.#requests.exportAs(/** @type {"json"} */ (action.slice("export-".length)));
    else if (action === "print") print();
    else if (action === "reset-date") this.#requests.countFrom("");
    else if (action === "change-date") this.#report.openDateField(button);
    else if (action === "show-all") this.#report.filter();
    else if (action === "copy-details") this.#copyDetails(button);
    else if (action === "copy" || action === "cite") this.#copyQuotation(action, button);
    else if (action === "keys") this.showKeys();
    else if (action === "wrong-answer" || action === "missed") this.#reportWrongAnswer(action === "missed");
  }

  /** @param {boolean} isMissed whether it is of none of those that were found */
  #reportWrongAnswer(isMissed) {
    const { view, selected } = this.#report;
    const quotation = isMissed ? undefined : view?.quotations.find(({ id }) => id === selected);
    if (view && (isMissed || quotation)) reportWrongAnswer(this.#frame, view, quotation);
  }

  /**
   * Copies the selected quotation, alone or with whom and what it is from.
   * @param {"copy" | "cite"} action
   * @param {HTMLElement} button
   */
  async #copyQuotation(action, button) {
    const { view, selected } = this.#report;
    const quotation = view?.quotations.find(({ id }) => id === selected);
    if (!view || !quotation) return;
    const words = action === "cite" ? toCitation(view, quotation) : quotedText(view.text, quotation);
    const told = button.querySelector("span") ?? button;
    try {
      await navigator.clipboard.writeText(words);
      told.textContent = quotations.copied;
      this.#announce(quotations.copied);
    } catch {
      // Without the right to write to the clipboard the words stand there, selected, to be copied by hand.
      const field = html("textarea", { class: "by-hand", readonly: true, rows: 3, "aria-label": quotations.copyFailed });
      field.value = words;
      button.parentElement?.append(field);
      field.select();
    }
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
