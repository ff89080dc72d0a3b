// @ts-check
/**
 * The report inside the shadow root: renders it, filters it, and keeps article and lists in step.
 *
 * It knows the report and the reader's choices, nothing of how the report was made.
 */

import { Editor } from "./editor.js";
import { renderArticle } from "./render/article.js";
import { act, renderAdding } from "./render/correct.js";
import { html } from "./render/nodes.js";
import { renderDateCard } from "./render/card.js";
import { renderOverview } from "./render/overview.js";
import { renderPanels } from "./render/panels.js";
import { applyFilter, renderActions, renderAttribution } from "./render/quotations.js";
import { renderSpeakers } from "./render/speakers.js";
import { renderTools, showSteps } from "./render/tools.js";
import { SectionInSight } from "./section-in-sight.js";
import { selectionIn, spanInArticle } from "./selected-span.js";
import { correct, sections } from "./strings.js";
import { createView } from "./view.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("./view.js").Span} Span */
/** @typedef {import("./corrections/record.js").Shown} Shown */
/** Words of a text, and where they are in it. @typedef {{text: string, span: Span}} Selected */
/** @typedef {"article" | "speakers" | "quotations" | "dates" | "pictures" | "export"} Section */
/** Where a quotation or date stands. @typedef {"article" | "list" | "strip"} Place */

/**
 * @typedef {object} Frame
 * @property {Section[]} show in order
 * @property {number} level of the first heading
 * @property {string} documentDate given by the host, or empty
 * @property {boolean} hasTools whether the host puts controls above the article
 * @property {boolean} isEditable whether the reader may change the text
 * @property {boolean} isEditing whether the text shows as a box to type in, not as paragraphs to read
 */

/**
 * @typedef {object} Parts
 * @property {HTMLElement[]} article its marks, in order
 * @property {HTMLElement} [list] its entry
 * @property {HTMLElement} [strip] its piece of the band
 */

/** How long the typing has to pause for the panels to follow, in milliseconds. */
const PAUSE = 250;
const NO_FILTER = { speaker: "", kind: "", words: "" };

export class ReportDisplay {
  /** Called after another report shows, or none does any more. */
  onShow = () => {};
  /** @type {View | undefined} */
  view;
  /** Id of the selected quotation or date. @type {string | null} */
  selected = null;
  #choice = { unsure: false, views: false };
  #filter = { ...NO_FILTER };
  /** @type {import("./render/speakers.js").Measure} */
  #measure = "words";
  /** @type {Frame} */
  #frame = { show: [], level: 2, documentDate: "", hasTools: false, isEditable: false, isEditing: false };
  /** These stay in their places, so that the caret in the editor does too. */
  #overview = html("div");
  #tools = html("div", { class: "top", part: "toolbar" });
  #article = html("div");
  #adding = renderAdding();
  #reader = html("section", { class: "reader", "data-panel": "article", "aria-label": sections.article });
  #panels = html("aside", { class: "panels", "aria-label": sections.panels });
  #columns = html("div");
  #editor;
  /** What the editing view has, where that is ahead of the view. @type {string | undefined} */
  #typed;
  /** @type {Shown | undefined} */
  #shown;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #quiet;
  #inSight;
  /** The elements of each quotation and date, by its id. @type {Map<string, Parts>} */
  #parts = new Map();
  /** What can be reached by the tab key. @type {HTMLElement[]} */
  #stops = [];

  /**
   * @param {HTMLElement} root is filled
   * @param {(text: string) => void} onInput called with the text after each change in the editing view
   */
  constructor(root, onInput) {
    this.root = root;
    this.#editor = new Editor((text) => {
      // What is typed is not the view's any more; the next answer brings its own.
      clearTimeout(this.#quiet);
      this.#typed = text;
      onInput(text);
    });
    this.#reader.append(this.#tools, this.#article, this.#editor.root, this.#adding);
    this.#columns.append(this.#panels);
    this.#inSight = new SectionInSight(root, this.#panels);
  }

  /**
   * @param {Shown} shown
   * @param {Frame} frame
   */
  show(shown, frame) {
    const { text, report, found, corrections, steps } = shown;
    const isNew = this.view?.text !== text;
    if (isNew) {
      this.#typed = undefined;
      this.selected = null;
      this.#filter = { ...NO_FILTER };
    }
    const wasEditing = this.#frame.isEditing;
    this.#frame = frame;
    this.#shown = shown;
    this.view = createView(text, report, this.#choice, corrections, found);
    this.#dropEmptyFilters(this.view);
    clearTimeout(this.#quiet);
    if (wasEditing && frame.isEditing && isNew) this.#follow(this.view);
    else this.#render(this.view);
    showSteps(this.#tools, steps);
    this.onShow();
    return this.view;
  }

  clear() {
    this.view = undefined;
    this.#typed = undefined;
    this.selected = null;
    clearTimeout(this.#quiet);
    this.#inSight.stop();
    this.#editor.clear();
    this.onShow();
    this.root.replaceChildren();
  }

  /** Leaves only the text, in the editing view, where what was found in it is not known to hold. */
  forget() {
    clearTimeout(this.#quiet);
    this.#editor.unmark();
    showSteps(this.#tools, { undo: "", redo: "" });
    this.#overview.replaceChildren();
    this.#panels.replaceChildren();
  }

  /** Marks what is edited, again. */
  mark() {
    if (this.view) this.#editor.mark(this.view);
  }

  /** Takes the marks from what is edited. */
  unmark() {
    this.#editor.unmark();
  }

  /** Sets the switch between reading and editing. @param {boolean} isEditing */
  showView(isEditing) {
    for (const radio of /** @type {NodeListOf<HTMLInputElement>} */ (this.#tools.querySelectorAll('[name="view"]'))) {
      radio.checked = (radio.value === "editing") === isEditing;
    }
  }

  /** Whether the article is a box to type in. */
  get isEditing() {
    return this.#frame.isEditing;
  }

  /** Brings words of the box to type in into sight. @param {Span} span */
  revealInEditor(span) {
    this.#editor.reveal(span);
  }

  /** Whether the reader may correct what was found. */
  get isEditable() {
    return this.#frame.isEditable;
  }

  /** The words of the article that are selected; undefined where none are. @returns {Selected | undefined} */
  selectedWords() {
    if (!this.view || !this.#frame.show.includes("article")) return undefined;
    const { isEditing } = this.#frame;
    const ends = selectionIn(/** @type {ShadowRoot} */ (this.root.getRootNode()));
    const span = isEditing ? this.#editor.selected(ends) : ends && spanInArticle(this.#article, ends, this.view.report.document.paragraphs);
    return span && { text: (isEditing && this.#typed) || this.view.text, span };
  }

  /** The marks follow at once, the panels when the typing pauses. @param {View} view */
  #follow(view) {
    this.#editor.mark(view);
    this.#quiet = setTimeout(() => this.#render(view), PAUSE);
  }

  /**
   * Marks the quotation or date in article and lists.
   * @param {string | null} id
   */
  select(id) {
    for (const part of this.#all(this.selected)) part.removeAttribute("data-current");
    this.root.querySelector(".quote-text[aria-current]")?.removeAttribute("aria-current");
    this.root.querySelector(".explanation")?.remove();
    for (const acts of this.root.querySelectorAll(":is(.quote, .what) > .acts, :is(.quote, .what) > .correction")) acts.remove();
    this.selected = id && this.#parts.has(id) ? id : null;
    for (const part of this.#all(this.selected)) part.setAttribute("data-current", "");
    if (this.selected) {
      const item = this.find(this.selected, "list");
      item?.querySelector(".quote-text")?.setAttribute("aria-current", "true");
      if (item?.matches(".quote")) item.append(renderActions(this.#frame.isEditable));
      else if (this.#frame.isEditable) item?.closest("li")?.querySelector(".what")?.append(html("div", { class: "acts" }, act("correct", correct.date)));
      this.#explain(this.selected);
    }
    this.#setTabStops();
  }

  /**
   * The element for a quotation or date in the article, in its list or in the band.
   * @param {string} id
   * @param {Place} where
   * @returns {HTMLElement | undefined}
   */
  find(id, where) {
    const parts = this.#parts.get(id);
    return where === "article" ? parts?.article[0] : parts?.[where];
  }

  /** All marks of a quotation in the article, in order. @param {string} id */
  marksOf(id) {
    return this.#parts.get(id)?.article ?? [];
  }

  /** Where the words of a quotation or date begin. @param {string} id */
  spanOf(id) {
    return id.startsWith("d") ? this.view?.dateOf(id)?.span : this.view?.quotations.find((each) => each.id === id)?.content[0];
  }

  /**
   * What takes the focus for it there.
   * @param {string} id
   * @param {Place} where
   * @returns {HTMLElement | undefined}
   */
  focusable(id, where) {
    const found = this.find(id, where);
    if (where === "strip") return found;
    return found?.querySelector(where === "article" ? ".nb .badge" : ".quote-text") ?? found;
  }

  /** The ids that can be stepped through, in order. @param {"quotation" | "date"} kind @returns {string[]} */
  steps(kind) {
    if (!this.view) return [];
    if (kind === "date") return this.view.dates.map(({ id }) => id);
    const isHidden = /** @param {string} id */ (id) => this.find(id, "list")?.hidden;
    return this.view.quotations.map(({ id }) => id).filter((id) => !isHidden(id));
  }

  /**
   * The id after or before the selected one, in the text where that is of the other kind; from nothing selected, the
   * first or last.
   * @param {"quotation" | "date"} kind
   * @param {1 | -1} direction
   * @returns {string | undefined}
   */
  neighbor(kind, direction) {
    const ids = this.steps(kind);
    const startOf = /** @param {string} id */ (id) => this.spanOf(id)?.start ?? 0;
    if (!this.selected) return ids.at(direction > 0 ? 0 : -1);
    const at = ids.indexOf(this.selected);
    if (at >= 0) return ids[at + direction];
    const here = startOf(this.selected);
    return direction > 0 ? ids.find((id) => startOf(id) > here) : ids.filter((id) => startOf(id) < here).at(-1);
  }

  /** @param {"unsure" | "views"} name @param {boolean} [isOn] by default the opposite */
  toggle(name, isOn = !this.#choice[name]) {
    this.#choice = { ...this.#choice, [name]: isOn };
    if (this.view && this.#shown) this.show(this.#shown, this.#frame);
  }

  /** Shows or hides the field for the reference date. @param {HTMLElement} button */
  openDateField(button) {
    const form = /** @type {HTMLElement | null} */ (button.closest(".panel-head")?.querySelector("form"));
    if (!form) return;
    form.hidden = !form.hidden;
    button.setAttribute("aria-expanded", String(!form.hidden));
    if (!form.hidden) form.querySelector("input")?.focus();
  }

  get measure() {
    return this.#measure;
  }

  /** @param {import("./render/speakers.js").Measure} measure */
  measureBy(measure) {
    this.#measure = measure;
    if (this.view) this.#body("speakers")?.replaceChildren(...renderSpeakers(this.view, measure, this.#frame.isEditable));
    this.#applyFilter();
  }

  /** @param {Partial<typeof NO_FILTER>} [change] nothing shows all again */
  filter(change = NO_FILTER) {
    this.#filter = { ...this.#filter, ...change };
    this.#applyFilter();
  }

  /** A click on the speaker that is already the only one shows all again. @param {string} speaker */
  filterBySpeaker(speaker) {
    this.filter({ speaker: this.#filter.speaker === speaker ? "" : speaker });
  }

  /** Shows all again where the speaker or kind that alone showed is not there any more. @param {View} view */
  #dropEmptyFilters({ quotations }) {
    for (const name of /** @type {const} */ (["speaker", "kind"])) {
      if (!quotations.some((quotation) => quotation[name] === this.#filter[name])) this.#filter[name] = "";
    }
  }

  #applyFilter() {
    const panel = this.root.querySelector('[data-panel="quotations"]');
    if (panel && this.view) applyFilter(panel, this.view, this.#filter);
    for (const { article, strip, list } of this.#parts.values()) {
      if (list?.matches(".quote")) for (const part of [...article, strip]) part?.toggleAttribute("data-off", list.hidden === true);
    }
    for (const name of /** @type {const} */ (["speaker", "kind"])) {
      const select = /** @type {HTMLSelectElement | null} */ (this.root.querySelector(`select[name="${name}"]`));
      if (select) select.value = this.#filter[name];
    }
    const search = /** @type {HTMLInputElement | null} */ (this.root.querySelector('[name="words"]'));
    if (search && !this.#filter.words) search.value = "";
    for (const hit of this.root.querySelectorAll("button.speaker-hit")) {
      const isOnly = hit.closest(".speaker")?.getAttribute("data-speaker") === this.#filter.speaker;
      hit.setAttribute("aria-pressed", String(isOnly));
    }
    this.#setTabStops();
  }

  /** Renders all, and leaves focus and scrolling as they were. @param {View} view */
  #render(view) {
    const { show, level, isEditing } = this.#frame;
    const scrolled = this.#panels.scrollTop;
    const focused = focusKey(/** @type {ShadowRoot} */ (this.root.getRootNode()).activeElement);
    const restore = this.#anchor(view);
    const hasArticle = show.includes("article");
    const hasPictures = show.includes("pictures");
    // Whoever types gets the same columns all the time.
    const isEmpty = view.isEmpty && !isEditing;
    this.#columns.className = `columns${hasArticle ? " has-article" : ""}${isEmpty ? " is-empty" : ""}`;
    if (!hasArticle) this.#reader.remove();
    else if (!this.#reader.isConnected) this.#columns.prepend(this.#reader);
    if (!this.#columns.isConnected) this.root.replaceChildren(this.#overview, this.#columns);
    if (hasArticle) this.#renderReader(view);
    this.#overview.replaceChildren(...(isEmpty ? [] : [renderOverview(view, level, { hasArticle, hasPictures })]));
    this.#panels.replaceChildren(...(isEmpty ? [] : renderPanels(view, this.#frame, this.#measure)));
    this.#stops = [];
    this.#parts = partsOf(this.root);
    this.select(this.selected);
    this.#applyFilter();
    this.#inSight.watch();
    // Setting it asks for layout, so only where it was scrolled.
    if (scrolled) this.#panels.scrollTop = scrolled;
    if (focused) this.#refocus(focused);
    restore();
  }

  /** Puts the focus on what had it; where that is gone, on what is next to it in the order. @param {string} selector */
  #refocus(selector) {
    const found = /** @type {HTMLElement | null} */ (this.root.querySelector(selector));
    const next = found ?? this.#stops.find((stop) => stop.matches(".quote-text")) ?? this.root.querySelector("#quotations");
    /** @type {HTMLElement | null} */ (next)?.focus({ preventScroll: true });
  }

  /** The article to read or to edit, with the tools above it. @param {View} view */
  #renderReader(view) {
    const { hasTools, isEditable, isEditing } = this.#frame;
    this.#tools.hidden = !hasTools && !isEditable;
    const key = String(isEditable);
    // Rendered once, so that the switch keeps the focus.
    if (this.#tools.dataset.editable !== key) this.#tools.replaceChildren(...renderTools(isEditable));
    this.#tools.dataset.editable = key;
    this.showView(isEditing);
    this.#article.replaceChildren(...(isEditing ? [] : [renderArticle(view)]));
    if (!isEditing) this.#editor.hide();
    else if (this.#editor.root.hidden) this.#editor.open(view);
    else this.#editor.mark(view);
  }

  /**
   * Returns a function that scrolls so that the text stands where it stood, whatever was rendered above it and in
   * whichever view.
   * @param {View} view
   */
  #anchor({ report }) {
    if (scrollY === 0 || !this.#frame.show.includes("article") || !this.#reader.isConnected) return () => {};
    const { paragraphs } = report.document;
    let [low, high] = [0, paragraphs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#topOf(paragraphs[middle]) ?? 1) > 0) high = middle;
      else low = middle + 1;
    }
    const shown = paragraphs.at(low);
    const before = shown && this.#topOf(shown);
    if (!shown || before === undefined) return () => {};
    const restore = () => {
      const after = this.#topOf(shown);
      if (after !== undefined && Math.abs(after - before) > 1) scrollBy({ top: after - before, behavior: "instant" });
    };
    return () => {
      restore();
      const restored = scrollY;
      // What comes into sight by that is laid out in the next frame, and may be taller than it was taken for.
      requestAnimationFrame(() => requestAnimationFrame(() => scrollY === restored && restore()));
    };
  }

  /** The upper edge of a paragraph in the window, in whichever view the text is now. @param {Span} span */
  #topOf(span) {
    if (!this.#editor.root.hidden) return this.#editor.topOf(span);
    const at = this.view?.report.document.paragraphs.indexOf(span) ?? -1;
    return this.#article.querySelector(`p[data-n="${at + 1}"]`)?.getBoundingClientRect().top;
  }

  /** @param {Section} name */
  #body(name) {
    return this.root.querySelector(`[data-panel="${name}"] .body`);
  }

  /** @param {string | null} id */
  #all(id) {
    const { article = [], list, strip } = this.#parts.get(id ?? "") ?? {};
    return [...article, list, strip].filter((part) => part !== undefined);
  }

  /** Below the paragraph, where article and list do not stand side by side. @param {string} id */
  #explain(id) {
    const { view } = this;
    const quotation = view?.quotations.find((each) => each.id === id);
    const date = view?.dateOf(id);
    const paragraph = this.#parts.get(id)?.article.at(-1)?.closest("p");
    if (!view || !paragraph) return;
    const { isEditable } = this.#frame;
    const told = quotation ? renderAttribution(view, quotation) : date ? renderDateCard(view, date) : [];
    const acts = quotation ? renderActions(isEditable) : isEditable && html("div", { class: "acts" }, act("correct", correct.date));
    paragraph.after(html("div", { id: "explanation", class: `explanation ${quotation ? view.hueOf(quotation.speaker) : ""}` }, ...told, acts));
  }

  /**
   * One stop for the quotations of the article, of the list and of the band, and one for the dates: the selected one, or
   * the first.
   */
  #setTabStops() {
    for (const stop of this.#stops) stop.setAttribute("tabindex", "-1");
    const currentOf = /** @param {"quotation" | "date"} kind */ (kind) => {
      const steps = this.steps(kind);
      return this.selected && steps.includes(this.selected) ? this.selected : steps[0];
    };
    const [quotation, date] = [currentOf("quotation"), currentOf("date")];
    const places = /** @type {const} */ (["article", "list", "strip"]);
    const stops = quotation ? places.map((where) => this.focusable(quotation, where)) : [];
    const entry = date && this.focusable(date, "list");
    const hung = /** @type {NodeListOf<HTMLElement> | undefined} */ (entry && entry.closest("li")?.querySelectorAll(".hung .badge"));
    this.#stops = [...stops, entry, ...(hung ?? [])].flatMap((stop) => stop || []);
    for (const stop of this.#stops) stop.setAttribute("tabindex", "0");
  }
}

/** A selector for what had the focus, to find it again after rendering. @param {Element | null} element */
function focusKey(element) {
  const speaker = element?.closest(".speaker")?.getAttribute("data-speaker");
  if (speaker) return `.speaker[data-speaker="${speaker}"] ${element?.matches(".speaker-hit") ? ".speaker-hit" : ".act"}`;
  if (element?.closest(".correction") && !element.closest("[data-quotation]")) return '.timeline [data-current]';
  if (element?.closest(".reader .top, .editor-box")) return "";
  if (!element || element.matches('[name="day"]')) return element ? '[data-do="change-date"]' : "";
  const name = element.getAttribute("name");
  if (name && !element.closest(".correction")) return `[name="${name}"]`;
  const list = element.closest(".prose") ? ".prose" : element.closest(".strip") ? ".strip" : ".body";
  const { date, quotation } = /** @type {HTMLElement} */ (element.closest("[data-date], [data-quotation]"))?.dataset ?? {};
  if (date) return `${list} [data-date="${date}"]`;
  if (quotation && list === ".strip") return `.strip [data-quotation="${quotation}"]`;
  return quotation ? `${list} [data-quotation="${quotation}"] button` : "";
}

/**
 * @param {HTMLElement} root
 * @returns {Map<string, Parts>}
 */
function partsOf(root) {
  /** @type {Map<string, Parts>} */
  const all = new Map();
  const found = root.querySelectorAll("mark, time[data-date], .quote, button.date, .piece");
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (found)) {
    const id = part.dataset.quotation ?? part.dataset.date ?? "";
    const parts = all.get(id) ?? { article: [] };
    all.set(id, parts);
    if (part.matches("mark, time")) parts.article.push(part);
    else if (part.matches(".piece")) parts.strip = part;
    else parts.list = part;
  }
  return all;
}
