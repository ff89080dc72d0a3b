// @ts-check
/** What clicks and keys inside the element do. Single keys work only while the focus is in the article or in a list. */

import { isBeside } from "./beside.js";
import { HoverCard } from "./hover-card.js";
import { pasteAsText } from "./paste.js";
import { selectedText } from "./selected-span.js";
import { areSingleKeysOn } from "./single-keys.js";

/** @typedef {import("./report-display.js").Place} Place */

/**
 * @typedef {object} Host
 * @property {(id: string | null) => void} select
 * @property {(action: string, button: HTMLElement) => void} run
 * @property {(day: string) => void} countFrom
 * @property {(span: import("./view.js").Span) => void} reveal where the article is not rendered here
 * @property {(text: string) => void} read
 * @property {(isEditing: boolean) => void} edit
 */

/** The index of sections, which stays at the upper edge of the panels, in CSS pixels. */
const INDEX_HEIGHT = 56;
/** What takes keys itself. */
const FIELDS = "input:not([type=checkbox], [type=radio]), select, textarea, .editor";
const KEYED = ".prose, .quotes, .timeline, .strip";

export class Interaction {
  #display;
  #host;
  #root;
  #card;

  /**
   * @param {HTMLElement} root
   * @param {import("./report-display.js").ReportDisplay} display
   * @param {Host} host
   */
  constructor(root, display, host) {
    this.#root = root;
    this.#display = display;
    this.#host = host;
    root.addEventListener("click", (event) => this.#click(event));
    root.addEventListener("keydown", (event) => this.#key(event));
    root.addEventListener("input", (event) => this.#change(event));
    root.addEventListener("paste", (event) => {
      const target = /** @type {HTMLTextAreaElement} */ (event.target);
      if (target.matches(".box textarea") && pasteAsText(event)) host.read(target.value);
    });
    root.addEventListener("submit", (event) => this.#submit(event));
    this.#card = new HoverCard(root, display);
  }

  /** Ends what it does in the window. */
  leave() {
    this.#card.close();
  }

  /**
   * Brings a quotation or date into sight.
   * @param {string} id
   * @param {Place} place
   */
  reveal(id, place) {
    const found = this.#display.find(id, place);
    const span = place === "article" && !found && this.#display.spanOf(id);
    if (span) this.#host.reveal(span);
    if (!found) return;
    const panels = /** @type {HTMLElement} */ (found.closest(".panels"));
    if (panels && isBeside(panels)) scrollInside(panels, found);
    else scrollPage(found, place === "article" ? "center" : "nearest");
  }

  /** Selects a quotation and puts the focus on it, in the text where that is there to be read. @param {string} id */
  goTo(id) {
    this.#host.select(id);
    if (this.#isBeside()) this.reveal(id, "list");
    this.focus(id, this.#display.find(id, "article") ? "article" : "list");
  }

  /** Puts the focus on a quotation or date and brings it into sight. @param {string} id @param {Place} place */
  focus(id, place) {
    this.reveal(id, place);
    this.#display.focusable(id, place)?.focus({ preventScroll: true });
  }

  #isBeside() {
    const panels = this.#root.querySelector(".panels");
    return panels !== null && isBeside(panels);
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (target.closest("[data-correct], .correction, .forms")) return;
    const found = /** @type {HTMLElement | null} */ (
      target.closest("[data-do], [data-go], button.speaker-hit, [data-date], [data-quotation]")
    );
    if (!found) return;
    const { do: action, go, date, quotation } = found.dataset;
    if (action) this.#host.run(action, found);
    else if (go) this.#go(go);
    else if (found.matches(".speaker-hit")) this.#display.filterBySpeaker(found.closest("li")?.dataset.speaker ?? "");
    else this.#pick(date ?? quotation ?? "", placeOf(found), event.detail === 0);
  }

  /**
   * Selects here and shows there; a press of Enter moves the focus there too.
   * @param {string} id
   * @param {Place} from
   * @param {boolean} isByKey
   */
  #pick(id, from, isByKey) {
    if (from === "article" && !isByKey && selectedText(this.#root) !== "") return;
    const there = from === "article" ? "list" : "article";
    if (from !== "list" && this.#display.find(id, "list")?.hidden) this.#display.filter();
    this.#host.select(id);
    // Below the article the list would take the reader away from it; the explanation stands under the paragraph.
    if (isByKey || this.#isBeside() || there === "article") this.reveal(id, there);
    if (from === "strip" && this.#isBeside()) this.reveal(id, "list");
    if (isByKey) this.#display.focusable(id, there)?.focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      if (target.closest(".editor")) this.#host.edit(false);
      else if (target.matches(".box textarea")) this.#host.read(/** @type {HTMLTextAreaElement} */ (target).value);
      return;
    }
    if (target.matches(FIELDS)) return;
    if ((event.ctrlKey || event.metaKey) && this.#pressStep(event)) event.preventDefault();
    const place = target.closest(KEYED);
    if (!place || event.ctrlKey || event.metaKey || event.altKey) return;
    // The space bar presses what has the focus.
    if (event.key.length === 1 && event.key !== " " && !areSingleKeysOn()) return;
    const from = placeOf(place);
    const isHandled = this.#pressArrow(event.key, from, target) || this.#press(event.key, from);
    if (isHandled) event.preventDefault();
  }

  /** Ctrl+Z and Ctrl+Y, or Ctrl+Shift+Z, as everywhere. @param {KeyboardEvent} event */
  #pressStep({ key, shiftKey }) {
    const letter = key.toLowerCase();
    const step = letter === "y" || (letter === "z" && shiftKey) ? "redo" : letter === "z" ? "undo" : "";
    const button = step && /** @type {HTMLElement | null} */ (this.#root.querySelector(`[data-do="${step}"]:not([hidden])`));
    if (!button) return false;
    this.#host.run(step, button);
    return true;
  }

  /**
   * @param {string} key
   * @param {Place} from
   */
  #press(key, from) {
    if (from === "strip" && this.#pressInStrip(key)) return true;
    if (key === "j") return this.#step("quotation", 1, from);
    if (key === "k") return this.#step("quotation", -1, from);
    // No key goes back, so that the dates go round.
    if (key === "d") return this.#step("date", 1, from, { isRound: true });
    if (key === "u") return this.#root.querySelector('[name="unsure"]') !== null && (this.#display.toggle("unsure"), true);
    if (key === "/") {
      const search = /** @type {HTMLElement | null} */ (this.#root.querySelector('[name="words"]'));
      search?.focus();
      return search !== null;
    }
    if (key === "?") return this.#host.run("keys", this.#root), true;
    if (key === "Enter" && this.#display.selected?.startsWith("d") && from === "article") {
      this.#pick(this.#display.selected, from, true);
      return true;
    }
    if (key === "Escape") return this.#back(from);
    return false;
  }

  /**
   * On a quotation or a date, to the next and the one before.
   * @param {string} key
   * @param {Place} from
   * @param {HTMLElement} target
   */
  #pressArrow(key, from, target) {
    if (key !== "ArrowDown" && key !== "ArrowUp") return false;
    const kind = target.matches(".date") ? "date" : target.matches("mark .badge, .quote-text, .piece") ? "quotation" : undefined;
    return kind !== undefined && this.#step(kind, key === "ArrowDown" ? 1 : -1, from);
  }

  /** A piece of the band is no button of the browser's. @param {string} key */
  #pressInStrip(key) {
    if (key === "ArrowRight" || key === "ArrowLeft") return this.#step("quotation", key === "ArrowRight" ? 1 : -1, "strip");
    const id = this.#display.selected ?? this.#display.steps("quotation")[0];
    if ((key !== "Enter" && key !== " ") || !id) return false;
    this.#pick(id, "strip", true);
    return true;
  }

  /**
   * @param {"quotation" | "date"} kind
   * @param {1 | -1} direction
   * @param {Place} from
   * @param {{isRound?: boolean}} [how] whether the first follows the last
   */
  #step(kind, direction, from, { isRound = false } = {}) {
    const id = this.#display.neighbor(kind, direction) ?? (isRound ? this.#display.steps(kind)[0] : undefined);
    if (!id) return true;
    this.#host.select(id);
    this.reveal(id, "article");
    this.focus(id, from);
    return true;
  }

  /** From the list to the text, from the text to nothing selected. @param {Place} from */
  #back(from) {
    const { selected } = this.#display;
    if (!selected) return false;
    if (from === "article") this.#host.select(null);
    else {
      this.focus(selected, "article");
    }
    return true;
  }

  /** @param {Event} event */
  #change(event) {
    const target = /** @type {HTMLInputElement} */ (event.target);
    const { name, value, checked } = target;
    const isPasted = /** @type {InputEvent} */ (event).inputType?.startsWith("insertFrom");
    if (isPasted && target.matches(".box textarea")) this.#host.read(value);
    else if (name === "view") this.#host.edit(value === "editing");
    else if (name === "unsure" || name === "views") this.#display.toggle(name, checked);
    else if (name === "measure") this.#display.measureBy(value === "words" ? "words" : "quotations");
    else if (name === "speaker" || name === "kind") this.#display.filter({ [name]: value });
    else if (name === "words") this.#display.filter({ words: value.trim().toLowerCase() });
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    const { day } = /** @type {Record<string, HTMLInputElement>} */ (/** @type {unknown} */ (event.target));
    if (day?.value) this.#host.countFrom(day.value);
  }

  /** @param {string} section */
  #go(section) {
    const found = /** @type {HTMLElement | null} */ (this.#root.querySelector(`[data-panel="${section}"]`));
    if (!found) return;
    const panels = /** @type {HTMLElement | null} */ (found.closest(".panels"));
    if (panels && isBeside(panels)) {
      const below = found.getBoundingClientRect().top - panels.getBoundingClientRect().top;
      scrollPanel(panels, below - INDEX_HEIGHT);
    } else scrollPage(found, "start");
    const heading = /** @type {HTMLElement | null} */ (found.querySelector("[tabindex]"));
    heading?.focus({ preventScroll: true });
  }
}

/**
 * Scrolls a panel, and not the page, until the item stands in the part of the panel that is in sight.
 * @param {HTMLElement} panel
 * @param {HTMLElement} item
 */
function scrollInside(panel, item) {
  const outer = panel.getBoundingClientRect();
  const inner = item.getBoundingClientRect();
  const top = Math.max(outer.top, 0) + 64;
  const bottom = Math.min(outer.bottom, innerHeight) - 16;
  if (inner.top < top || inner.height > bottom - top) scrollPanel(panel, inner.top - top);
  else if (inner.bottom > bottom) scrollPanel(panel, inner.bottom - bottom);
}

/**
 * @param {HTMLElement} panel
 * @param {number} distance in CSS pixels
 */
function scrollPanel(panel, distance) {
  panel.scrollBy({ top: distance, behavior: motion(distance) });
}

/**
 * @param {HTMLElement} item
 * @param {ScrollLogicalPosition} block
 */
function scrollPage(item, block) {
  item.scrollIntoView({ block, behavior: motion(item.getBoundingClientRect().top) });
}

/**
 * Far away at once: what is passed on the way is laid out only then, and would move the place that is scrolled to.
 * @param {number} distance in CSS pixels
 */
function motion(distance) {
  if (Math.abs(distance) > innerHeight) return "instant";
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
}

/** @param {Element} element @returns {Place} */
function placeOf(element) {
  return element.closest(".prose") ? "article" : element.closest(".strip") ? "strip" : "list";
}
