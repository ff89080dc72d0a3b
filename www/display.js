// @ts-check
/**
 * All that the element shows: waiting, report, failure. It is loaded when an element has something to show, so that a
 * page with an element far below pays for the class alone.
 */

import { copyWords } from "./copy.js";
import { Correcting } from "./correcting.js";
import { Record } from "./corrections/record.js";
import { toCitation } from "./export/citation.js";
import { Interaction } from "./interaction.js";
import { showKeyboardHelp } from "./keyboard-help.js";
import { renderBox } from "./render/box.js";
import { html } from "./render/nodes.js";
import { summarize } from "./render/overview.js";
import { emptyIn, renderEmpty, renderError, renderForeign, renderLoading, renderLost, renderTooLong, renderWorking } from "./render/states.js";
import { ReportDisplay } from "./report-display.js";
import { quotations, states } from "./strings.js";
import { quotedText } from "./view.js";
import { loadStyles } from "./who-said-styles.js";
import { reportWrongAnswer } from "./wrong-answer-dialog.js";

/** @typedef {import("./wasm/whosaid.js").Report} Report */
/** @typedef {import("./report-display.js").Frame} Frame */
/** @typedef {import("./view.js").View} View */

/**
 * What the reader asks of the element.
 * @typedef {object} Requests
 * @property {(id: string | null) => void} select
 * @property {(day: string) => void} countFrom an empty day for the one that page or text give
 * @property {() => void} cancel
 * @property {() => void} retry
 * @property {(format: import("./export/formats.js").Format | import("./export/pictures.js").Picture) => void} exportAs
 * @property {(span: import("./view.js").Span) => void} reveal where the article is the host's own
 * @property {(text: string) => void} read what was pasted or typed into the box
 * @property {(text: string) => void} follow the text of the editing view after each change
 * @property {(isEditing: boolean) => void} edit whether the text is to be edited or read
 * @property {() => void} renew forgets the text, for another one
 * @property {() => void} tellCorrected the report is another one by a correction
 */

/**
 * @typedef {object} Failure
 * @property {string} code
 * @property {string} message
 * @property {number} length of the text
 * @property {number} limit for its length
 */

/** How long the typing has to pause for the summary to be told, in milliseconds. */
const PAUSE = 1000;

export class Display {
  #announcer = html("p", { class: "vh", role: "status" });
  #states = html("div", { class: "states" });
  #content = html("div");
  #attribution = html("div", { hidden: true });
  #box = html("slot", { name: "box", hidden: true });
  #report;
  #frame;
  #requests;
  #interaction;
  #details = "";
  /** Tells what the editing view found when the typing pauses. @type {ReturnType<typeof setTimeout> | undefined} */
  #quiet;
  #record = new Record();
  /** How the report shows; undefined while none does. @type {Frame | undefined} */
  #settings;

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
    this.#report = new ReportDisplay(this.#content, requests.follow);
    this.#box.append(...renderBox());
    const frame = (this.#frame = html("div", { class: "frame" }));
    frame.append(this.#announcer, this.#box, this.#states, this.#content, this.#attribution, html("slot", { name: "footer" }));
    root.append(frame);
    this.#requests = requests;
    new Correcting(frame, this.#report, (correction) => this.#correctByHand(correction));
    this.#interaction = new Interaction(frame, this.#report, {
      select: (id) => this.select(id),
      run: (action, button) => this.#run(action, button),
      countFrom: requests.countFrom,
      reveal: (span) => (this.#report.isEditing ? this.#report.revealInEditor(span) : requests.reveal(span)),
      read: requests.read,
      edit: requests.edit,
    });
  }

  /** The report with the reader's corrections. */
  get report() {
    return this.#record.shown?.report;
  }

  /** The corrections that are in the report, in order. */
  get corrections() {
    return this.#record.shown?.corrections ?? [];
  }

  /**
   * Corrects the report.
   * @param {import("./corrections.js").Correction} correction
   * @returns {boolean} whether it was applied; what refers to something that is not there is not
   */
  correct(correction) {
    return this.#settings !== undefined && this.#tellCorrected(this.#record.correct(correction));
  }

  /**
   * Corrects the report and leaves the reader where the next thing is to be done: on the added quotation, on the one after
   * a rejected one, on the speaker that another was merged into.
   * @param {import("./corrections.js").Correction} correction
   */
  #correctByHand(correction) {
    const root = /** @type {ShadowRoot} */ (this.#frame.getRootNode());
    const place = root.activeElement?.closest(".prose") ? "article" : "list";
    const next = this.neighbor(1) ?? this.neighbor(-1);
    const before = new Set(this.view?.quotations.map(({ id }) => id));
    if (!this.correct(correction)) return false;
    const added = this.view?.quotations.find(({ id }) => !before.has(id));
    if (correction.do === "add" && added) this.#interaction.goTo(added.id);
    else if (correction.do === "reject" && next) this.#interaction.focus(next, place);
    else if (correction.do === "merge") {
      /** @type {HTMLElement | null} */ (root.querySelector(`.speaker[data-speaker="${correction.into}"] .speaker-hit`))?.focus();
    }
    return true;
  }

  /** Takes the last correction back. */
  undo() {
    if (this.#settings) this.#tellCorrected(this.#record.undo());
  }

  /** Makes the correction again that was taken back last. */
  redo() {
    if (this.#settings) this.#tellCorrected(this.#record.redo());
  }

  /** Forgets the corrections, unless the text is the one that they are of. @param {string} [text] */
  startOver(text) {
    if (this.#record.shown?.text !== text) this.#record.startOver();
  }

  /** @param {string | undefined} words what was done; empty where nothing was */
  #tellCorrected(words) {
    if (!words) return false;
    // What it says comes after what the typing before it came to.
    clearTimeout(this.#quiet);
    this.#showStates(this.#showRecord());
    this.#announce(words);
    this.#requests.tellCorrected();
    return true;
  }

  /** What the panels show. */
  get view() {
    return this.#report.view;
  }

  /** What the bars of the speakers measure. */
  get measure() {
    return this.#report.measure;
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
    this.#record.accept(text, report);
    this.#settings = frame;
    const view = this.#showRecord();
    this.#attribution.hidden = false;
    clearTimeout(this.#quiet);
    if (frame.isEditing) {
      this.#quiet = setTimeout(() => {
        this.#showStates(view);
        this.#announce(summarize(view));
      }, PAUSE);
      return;
    }
    this.#showStates(view);
    const isForeign = report.document.language === "other";
    this.#announce(isForeign ? states.foreign : view.isEmpty ? emptyIn(view) : summarize(view));
  }

  /** What is to be said of the report as a whole; whoever types knows that there is little so far. @param {View} view */
  #showStates(view) {
    const [{ lost }, frame] = [this.#record, this.#settings];
    if (!frame) return;
    const isForeign = view.report.document.language === "other";
    const told = frame.isEditing ? [] : isForeign ? [renderForeign(view, frame)] : view.isEmpty ? [renderEmpty(view, frame)] : [];
    this.#states.replaceChildren(...told, ...(lost.length ? [renderLost(lost)] : []));
  }

  #showRecord() {
    const [shown, settings] = [this.#record.shown, this.#settings];
    if (!shown || !settings) throw new TypeError("there is no report to show");
    const { selected } = this.#report;
    const view = this.#report.show(shown, settings);
    if (this.#report.selected !== selected) this.#requests.select(this.#report.selected);
    return view;
  }

  /** @param {boolean} isShown whether a text can be pasted or typed */
  showBox(isShown) {
    this.#box.hidden = !isShown;
  }

  focusBox() {
    this.#box.querySelector("textarea")?.focus();
  }

  /** Sets the switch between reading and editing. @param {boolean} isEditing */
  showView(isEditing) {
    this.#report.showView(isEditing);
  }

  /**
   * @param {Failure} failure
   * @param {boolean} keepsText whether the editing view with its text stays
   */
  showFailure({ code, message, length, limit }, keepsText) {
    this.#settings = undefined;
    if (keepsText) this.#report.forget();
    else this.#clearReport();
    this.#details = [`whosaid, ${code}`, message, `length ${length}`, navigator.userAgent].join("\n");
    const told = code === "too-long" ? renderTooLong(length, limit) : renderError(code, this.#details);
    this.#states.replaceChildren(told);
    this.#announce(told.querySelector(".state-h")?.textContent ?? "");
  }

  clear() {
    this.#record.startOver();
    this.#clearReport();
  }

  /** Takes away what is shown; of the corrections another report of the text may come. */
  #clearReport() {
    this.#settings = undefined;
    clearTimeout(this.#quiet);
    const { selected } = this.#report;
    this.#report.clear();
    if (selected) this.#requests.select(null);
    this.#attribution.hidden = true;
    this.#states.replaceChildren();
    this.#announce("");
  }

  /** The element is in the document, again. */
  enter() {
    this.#report.mark();
  }

  /** The element is out of the document: nothing of it stays in the window. */
  leave() {
    this.#report.unmark();
    this.#interaction.leave();
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
  showKeys(isEditable = this.#report.isEditable) {
    showKeyboardHelp(this.#frame, isEditable);
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
    else if (action === "undo") this.undo();
    else if (action === "redo") this.redo();
    else if (action === "new") this.#requests.renew();
    else if (action === "read") this.#requests.read(this.#box.querySelector("textarea")?.value ?? "");
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
    button.parentElement?.querySelector(".by-hand")?.remove();
    if (await copyWords(words)) {
      told.textContent = quotations.copied;
      this.#announce(quotations.copied);
    } else {
      const field = html("textarea", { readonly: true, rows: 3 });
      field.value = words;
      button.parentElement?.append(html("label", { class: "by-hand note" }, quotations.copyFailed, field));
      field.select();
    }
  }

  /** @param {HTMLElement} button */
  async #copyDetails(button) {
    if (await copyWords(this.#details)) button.textContent = states.copied;
    else {
      const details = this.#states.querySelector("details");
      if (details) details.open = true;
      this.#states.querySelector("pre")?.focus();
    }
  }
}
