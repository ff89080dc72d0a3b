// @ts-check
/** The class of `<who-said>`; importing it registers nothing and needs no DOM. */

import { EngineError } from "./engine-error.js";
import { EngineRequests } from "./engine-requests.js";
import { WhoSaidEditEvent, WhoSaidErrorEvent, WhoSaidExportEvent, WhoSaidReportEvent, WhoSaidSelectEvent, WhoSaidStatusEvent } from "./events.js";
import { readHostDate } from "./host-date.js";
import { PageSource } from "./page-source.js";
import { WhoSaidAttributes } from "./who-said-attributes.js";

/** @typedef {import("./wasm/whosaid.js").Report} Report */
/** @typedef {import("./events.js").Status} Status */
/** @typedef {import("./display.js").Display} Display */
/** @typedef {import("./export/formats.js").Format} Format */
/** @typedef {import("./export/pictures.js").Picture} Picture */

/** What changes when one of these attributes does is the report; for the others it is the rendering. */
const ANALYZED = ["exclude", "document-date", "max-chars", "wasm-url", "worker-url", "worker"];

/**
 * @summary Who said what, and when, in a news article: the text inside is the fallback, then analyzed and marked.
 *
 * @slot - the article; readable without JavaScript
 * @slot toolbar - controls of the host above the marked article
 * @slot heading - instead of the sentence that sums up
 * @slot empty - instead of the message that nothing was found
 * @slot error - instead of the message that something failed
 * @slot box - instead of the box to paste into, of an element that is `editable`
 * @slot footer - below everything
 * @slot attribution - instead of the line that says by what the report was made, and that nothing was sent
 *
 * @event {WhoSaidStatusEvent} who-said-status - the element went from one status to another
 * @event {WhoSaidReportEvent} who-said-report - there is a report
 * @event {WhoSaidSelectEvent} who-said-select - a quotation or date was selected
 * @event {WhoSaidEditEvent} who-said-edit - the reader corrected the report, or took a correction back
 * @event {WhoSaidExportEvent} who-said-export - a file is about to be handed out; cancelable
 * @event {WhoSaidErrorEvent} who-said-error - something failed
 *
 * @csspart article paragraph quotation speaker date - the marked article and what is marked in it
 * @csspart panel list item bar timeline badge - the panels
 * @csspart toolbar button - controls
 * @csspart status empty error - messages
 *
 * @cssproperty --who-said-font - controls and lists; inherited by default
 * @cssproperty --who-said-font-reading - article and headings; inherited by default
 * @cssproperty --who-said-size-reading - size of the article's letters
 * @cssproperty --who-said-color --who-said-background --who-said-muted --who-said-accent --who-said-border - colors
 * @cssproperty --who-said-radius - of corners
 * @cssproperty --who-said-speaker-1 - hue of a speaker, up to --who-said-speaker-8
 * @cssproperty --who-said-max-height - of the panels beside the article
 * @cssproperty --who-said-bar - `grid` shows the index of sections at the lower edge where the element is narrow
 *
 * @cssstate loading - the engine is on its way
 * @cssstate working - a text is being read
 * @cssstate ready - there is a report
 * @cssstate empty - there is a report, and nothing in it
 * @cssstate error - there is no report
 */
export class WhoSaidElement extends WhoSaidAttributes {
  static observedAttributes = [...ANALYZED, "for", "show", "heading-level", "highlight", "editable"];

  /** Registers the class, unless the name is taken. */
  static define(name = "who-said") {
    const elements = globalThis.customElements;
    if (elements && !elements.get(name)) elements.define(name, this);
  }

  #internals = this.attachInternals();
  /** @type {Status} */
  #status = "idle";
  #text = "";
  /** @type {string | null} */
  #selected = null;
  /** What `analyze` was given, or was typed; else the page is read. @type {string | undefined} */
  #given;
  /** What was given when the last answer came: what a canceled request goes back to. @type {string | undefined} */
  #givenBefore;
  /** Whether what is asked for now may be another article than the one that shows. */
  #isOpening = false;
  /** The engine's, without corrections. @type {Report | null} */
  #report = null;
  /** @type {AbortController | undefined} */
  #running;
  #engine = new EngineRequests({
    enter: (status) => this.#setStatus(status),
    showLoading: (progress) => this.#showWhile("loading", (display) => display.showLoading(progress)),
    showWorking: (length) => this.#showWhile("working", (display) => display.showWorking(length)),
  });
  /** Attributes that changed since the last update. @type {Set<string>} */
  #changed = new Set();
  #isStarted = false;
  #isEditing = false;
  /** What was typed and is not analyzed yet. @type {string | undefined} */
  #typed;
  /** @type {AbortController | undefined} */
  #following;
  /** Length of the text of the last request. */
  #length = 0;
  #root = this.attachShadow({ mode: "open" });
  #fallback = document.createElement("slot");
  /** @type {Display | undefined} */
  #display;
  /** @type {Promise<Display> | undefined} */
  #displayLoading;
  /** @type {import("./in-place-marks.js").InPlaceMarks | undefined} */
  #marks;
  #source = new PageSource(this, () => this.#analyzePage());

  constructor() {
    super();
    this.#root.append(this.#fallback);
  }

  connectedCallback() {
    this.#isStarted = true;
    this.#source.connect();
    if (this.loading === "eager" && this.#status === "idle") this.#preload();
    // An element that is put back shows as before.
    this.#display?.enter();
    if (this.#display) this.#markInPlace(this.#display);
  }

  disconnectedCallback() {
    this.#source.disconnect();
    this.#marks?.clear();
    this.#display?.leave();
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(name, before, after) {
    if (before === after || !this.#isStarted) return;
    if (!this.#changed.size) queueMicrotask(() => this.#update());
    this.#changed.add(name);
  }

  /** Whether the article shows as a box to type in, whose marks follow; only of an element that is `editable`. */
  get editing() {
    return this.#isEditing;
  }
  set editing(isEditing) {
    if (this.#report) this.#isEditing = isEditing && this.editable;
    // Without a report there is nothing to read; the text is tried once more.
    else if (this.#isEditing && this.#given !== undefined) this.#follow(this.#given);
    if (this.#report) this.#render(this.#display);
    else this.#display?.showView(this.#isEditing);
  }

  /** What was analyzed; the report's spans refer to it. */
  get text() {
    return this.#text;
  }

  /**
   * The report of `text`, with the reader's corrections; null while there is none.
   * @returns {import("./corrections.js").CorrectedReport | null}
   */
  get report() {
    return this.#report && (this.#display?.report ?? this.#report);
  }

  /**
   * The corrections that are in the report, in order: plain data, to be kept and to be made again by `correct`.
   * @returns {readonly import("./corrections.js").Correction[]}
   */
  get corrections() {
    return (this.#report && this.#display?.corrections) ?? [];
  }

  get status() {
    return this.#status;
  }

  /**
   * Analyzes a text, or again what is analyzed now, and shows the report. Of two calls the later one counts.
   * @param {string} [text] by default the text inside the element, or where `for` points
   * @param {{signal?: AbortSignal}} [control]
   * @returns {Promise<Report>} rejects where there is no report, with `code` as in `who-said-error`
   */
  async analyze(text, { signal } = {}) {
    signal?.throwIfAborted();
    if (text !== undefined) {
      this.#given = String(text);
      this.#isOpening = true;
    }
    // What was set just before is in this call.
    for (const name of ANALYZED) this.#changed.delete(name);
    this.#stop("a later call took over");
    const running = (this.#running = new AbortController());
    signal?.addEventListener("abort", () => running.abort(signal.reason), { once: true });
    this.#length = 0;
    try {
      const source = this.#given ?? this.#source.read().text;
      this.#length = source.length;
      const [report, display] = await Promise.all([this.#request(source, running.signal), this.#loadDisplay()]);
      running.signal.throwIfAborted();
      this.#accept(source, report, display);
      return report;
    } catch (error) {
      if (this.#running === running) {
        if (running.signal.aborted) this.#goBack();
        else this.#fail(error);
      }
      throw error;
    } finally {
      if (this.#running === running) this.#running = undefined;
    }
  }

  /**
   * Fetches all that analyzing, showing and exporting need, and starts nothing: whatever is done afterwards, nothing is
   * requested any more.
   * @returns {Promise<void>} rejects where something could not be fetched, after the element has told it
   */
  async prefetch() {
    try {
      await Promise.all([this.#engine.keep(this), this.#loadDisplay(), import("./export/formats.js"), import("./export/pictures.js")]);
      if (this.#status === "loading") this.#settle();
    } catch (error) {
      this.#fail(error);
      throw error;
    }
  }

  /** Starts the engine, so that the first answer comes sooner. */
  async start() {
    await this.#engine.start(this).catch(() => {});
  }

  /** The report as a JSON document, with length and SHA-256 of the text. */
  toJson() {
    return this.#write("json");
  }

  /** All quotations as CSV, one row each. */
  toCsv() {
    return this.#write("csv");
  }

  /** The quotations and dates that show, as Markdown. */
  toMarkdown() {
    return this.#write("markdown");
  }

  /** The marked article with the quotations and dates that show, as an HTML file that stands alone. */
  toHtml() {
    return this.#write("html");
  }

  /** All quotations and dates as W3C Web Annotations, in JSON-LD. */
  toWebAnnotation() {
    return this.#write("web-annotation");
  }

  /** Selects a quotation or date by its id and brings it into sight; null selects nothing. @param {string | null} id */
  select(id) {
    this.#display?.select(id);
    if (id) this.#display?.reveal(id);
  }

  /** Selects the next quotation that shows. */
  next() {
    this.select(this.#display?.neighbor(1) ?? this.#selected);
  }

  /** Selects the quotation before. */
  previous() {
    this.select(this.#display?.neighbor(-1) ?? this.#selected);
  }

  /**
   * Corrects the report, as a reader does.
   * @param {import("./corrections.js").Correction} correction
   * @returns {boolean} whether it was applied; what refers to something that is not in the report is not
   */
  correct(correction) {
    return this.#report !== null && (this.#display?.correct(correction) ?? false);
  }

  /** Takes the last correction back. */
  undo() {
    if (this.#report) this.#display?.undo();
  }

  /** Makes the correction again that was taken back last. */
  redo() {
    if (this.#report) this.#display?.redo();
  }

  /** Shows what the keys do, with the switch for single ones. */
  async showKeys() {
    (await this.#loadDisplay()).showKeys(this.editable);
  }

  /** Forgets text and report. */
  clear() {
    this.#stop("cleared");
    this.#isEditing = this.#isOpening = false;
    this.#given = this.#givenBefore = undefined;
    this.#text = "";
    this.#report = null;
    this.#display?.clear();
    this.#marks?.clear();
    this.#fallback.hidden = false;
    this.#setStatus("idle");
    this.#display?.showBox(this.editable);
  }

  /** Clears, stops watching the page and gives the engine back. */
  dispose() {
    this.clear();
    this.#source.disconnect();
    this.#engine.release();
  }

  /** @returns {Promise<Display>} */
  #loadDisplay() {
    this.#displayLoading ??= import("./display.js")
      .then(({ Display }) =>
        Display.in(this.#root, {
          select: (id) => this.#tellSelected(id),
          countFrom: (day) => (this.documentDate = day),
          cancel: () => this.#running?.abort(new DOMException("canceled", "AbortError")),
          retry: () => this.#retry(),
          exportAs: (format) => this.#export(format),
          reveal: (span) => this.#marks?.reveal(span),
          read: (text) => this.#readBox(text),
          follow: (text) => this.#follow(text),
          edit: (isEditing) => (this.editing = isEditing),
          tellCorrected: () => {
            const { report } = this;
            this.#setStatus(this.#reportStatus());
            if (report) this.dispatchEvent(new WhoSaidEditEvent(report, this.corrections));
          },
          renew: () => {
            this.clear();
            this.#display?.focusBox();
          },
        }),
      )
      .then((display) => {
        this.#display = display;
        display.showBox(this.editable && !this.#report);
        return display;
      });
    this.#displayLoading.catch(() => (this.#displayLoading = undefined));
    return this.#displayLoading;
  }

  /**
   * Tells what is going on, if it still is when there is a display to tell it.
   * @param {Status} status
   * @param {(display: Display) => void} show
   */
  #showWhile(status, show) {
    this.#loadDisplay().then(
      (display) => {
        // Whoever types sees the marks follow; a line above the text would move it.
        if (this.#status === status && (this.#isOpening || !this.#isEditing)) show(display);
      },
      () => {},
    );
  }

  /** Starts the engine before there is anything to read. */
  async #preload() {
    try {
      await Promise.all([this.#engine.start(this), this.#loadDisplay()]);
      if (this.#status === "loading") this.#settle();
    } catch (error) {
      // A request that is waiting for the engine tells it itself.
      if (!this.#running) this.#fail(error);
    }
  }

  /**
   * @param {string} text
   * @param {AbortSignal} signal
   */
  async #request(text, signal) {
    if (text.length > this.maxChars) throw new EngineError("too-long", `${text.length} of ${this.maxChars} characters`);
    const hostDate = this.#given === undefined ? readHostDate(document) : undefined;
    try {
      return await this.#engine.analyze(this, text, { documentDate: this.documentDate || hostDate }, signal);
    } catch (error) {
      const { name, message } = /** @type {Error} */ (error);
      if (name !== "BadDocumentDate") throw error;
      if (this.documentDate) this.dispatchEvent(new WhoSaidErrorEvent("bad-document-date", message, true));
      return await this.#engine.analyze(this, text, {}, signal);
    }
  }

  /**
   * @param {string} text
   * @param {Report} report
   * @param {Display} display
   */
  #accept(text, report, display) {
    this.#arrive(text);
    this.#text = text;
    this.#report = report;
    this.#render(display);
    this.#setStatus(this.#reportStatus());
    this.dispatchEvent(new WhoSaidReportEvent(display.report ?? report, text));
    if (report.document.language !== "en") {
      this.dispatchEvent(new WhoSaidErrorEvent("unsupported-language", "the text does not look like English", true));
    }
  }

  /** A text that was pasted or typed into the box of the element. @param {string} text */
  #readBox(text) {
    if (text.trim()) this.analyze(text).catch(() => {});
  }

  /**
   * Analyzes what was typed; of the answers only the one to the latest text is taken.
   * @param {string} text
   */
  async #follow(text) {
    const isFollowing = this.#following !== undefined;
    if (!isFollowing) this.#stop("a later call took over");
    this.#given = this.#typed = text;
    this.#isOpening = false;
    if (isFollowing) return;
    const following = (this.#following = new AbortController());
    try {
      while (this.#typed !== undefined) {
        /** @type {string} */
        const source = this.#typed;
        this.#length = source.length;
        const report = await this.#request(source, following.signal);
        following.signal.throwIfAborted();
        if (this.#typed !== source || !this.#display) continue;
        this.#typed = undefined;
        this.#accept(source, report, this.#display);
      }
    } catch (error) {
      if (!following.signal.aborted) this.#fail(error);
    } finally {
      if (this.#following === following) this.#following = this.#typed = undefined;
    }
  }

  /** Ends what is asked for. @param {string} why */
  #stop(why) {
    for (const request of [this.#running, this.#following]) request?.abort(new DOMException(why, "AbortError"));
    this.#running = this.#following = this.#typed = undefined;
  }

  /** What was asked for is there, or has failed: of another article before it nothing is kept. @param {string} [text] */
  #arrive(text) {
    if (this.#isOpening) {
      this.#display?.startOver(text);
      this.#isEditing = false;
    }
    this.#isOpening = false;
    this.#givenBefore = this.#given;
  }

  /** To the article that was there before a request that was called off. */
  #goBack() {
    this.#given = this.#givenBefore;
    this.#isOpening = false;
    this.#settle();
  }

  /** @param {unknown} error */
  #fail(error) {
    const { code, message } = error instanceof EngineError ? error : new EngineError("unknown", String(error));
    if (code === "unknown") reportError(error);
    this.#arrive(this.#given);
    this.#report = null;
    this.#text = "";
    this.#marks?.clear();
    this.#fallback.hidden = false;
    this.#setStatus("error");
    this.dispatchEvent(new WhoSaidErrorEvent(code, message, false));
    const [length, limit] = [this.#length, this.maxChars];
    this.#loadDisplay().then((display) => {
      if (this.#status !== "error") return;
      display.showFailure({ code, message, length, limit }, this.#isEditing);
      display.showBox(this.editable && !this.#isEditing);
    }, reportError);
  }

  /** Back to what was there before a request that came to nothing. */
  #settle() {
    this.#display?.showNoState();
    this.#setStatus(this.#reportStatus());
  }

  /** @returns {Status} */
  #reportStatus() {
    const { report } = this;
    if (!report) return "idle";
    return report.quotations.length || report.dates.length ? "ready" : "empty";
  }

  /** @param {Display | undefined} display */
  #render(display) {
    if (!this.#report || !display) return;
    const { show, headingLevel: level, documentDate } = this;
    const hasTools = this.querySelector(':scope > [slot="toolbar"]') !== null;
    const [isEditable, isEditing] = [this.editable, this.#isEditing];
    display.showBox(false);
    display.showReport(this.#text, this.#report, { show, level, documentDate, hasTools, isEditable, isEditing });
    this.#fallback.hidden = show.includes("article");
    this.#markInPlace(display);
  }

  /** @param {Display} display */
  async #markInPlace(display) {
    this.#marks?.clear();
    if (this.#given !== undefined || this.show.includes("article")) return;
    const { InPlaceMarks } = await import("./in-place-marks.js");
    const { view } = display;
    const source = this.#source.find();
    if (!view || !source || !this.isConnected || source.text !== view.text) return;
    this.#marks ??= new InPlaceMarks();
    this.#marks.show(source, view, this.highlight);
  }

  /** What goes wrong is told by events and on the screen. */
  #analyzeQuietly() {
    this.analyze().catch(() => {});
  }

  #retry() {
    if (this.#length) return this.#analyzeQuietly();
    this.#preload();
    this.#analyzePage();
  }

  /** Reads the page, unless a text was given or nothing has changed. */
  #analyzePage() {
    if (this.#given !== undefined) return;
    try {
      const { text } = this.#source.read();
      if (!text.trim()) {
        // An error of the engine alone is not about a text.
        const isAboutText = this.#status === "error" && (this.#length > 0 || this.for !== "");
        if (this.#running || this.#report || isAboutText) this.clear();
      } else if (text !== this.#text) this.#analyzeQuietly();
      else if (this.#display) this.#markInPlace(this.#display);
    } catch (error) {
      this.#running?.abort(error);
      this.#running = undefined;
      this.#fail(error);
    }
  }

  #update() {
    const changed = new Set(this.#changed);
    this.#changed.clear();
    if (!this.editable) this.#isEditing = false;
    if (changed.has("for")) {
      this.#isOpening ||= this.#given === undefined;
      // Reading another place comes to another report by itself.
      this.#source.connect();
    }
    const isAnalyzed = ANALYZED.some((name) => changed.has(name));
    // Without a text so far there is nothing to read again.
    if (isAnalyzed && (this.#given !== undefined || this.#text)) this.#analyzeQuietly();
    else this.#render(this.#display);
  }

  /** @param {string | null} id */
  #tellSelected(id) {
    this.#selected = id;
    this.dispatchEvent(new WhoSaidSelectEvent(id));
  }

  /**
   * The report in a format; empty where there is none.
   * @param {Format} format
   */
  async #write(format) {
    const view = this.#display?.view;
    if (!this.#report || !view) return "";
    const { FORMATS } = await import("./export/formats.js");
    return FORMATS[format].write(view);
  }

  /** @param {Format | Picture} name */
  async #file(name) {
    const [{ FORMATS }, { isPicture, writePicture }] = await Promise.all([import("./export/formats.js"), import("./export/pictures.js")]);
    if (isPicture(name)) return writePicture(name, await this.#loadDisplay(), this.#root);
    const { extension, type } = FORMATS[name];
    return { fileName: `who-said.${extension}`, type, content: await this.#write(name) };
  }

  /** Hands out the report in a format, or a picture of it. @param {Format | Picture} format */
  async #export(format) {
    const { fileName, type, content } = await this.#file(format);
    if (!this.dispatchEvent(new WhoSaidExportEvent(format, fileName, content))) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type }));
    link.download = fileName;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  /** @param {Status} status */
  #setStatus(status) {
    if (status === this.#status) return;
    const { states } = this.#internals;
    try {
      states?.delete(this.#status);
      states?.add(status);
    } catch {
      // Older browsers take only names that begin with two hyphens; the status is in the property all the same.
    }
    this.#status = status;
    this.dispatchEvent(new WhoSaidStatusEvent(status));
  }
}
