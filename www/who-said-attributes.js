// @ts-check
/** The attributes of `<who-said>` as properties: reflected, and where a value is not known, what stands for it. */

import { DEFAULT_EXCLUDE } from "./dom-text.js";

/** @typedef {import("./report-display.js").Section} Section */
/** @typedef {import("./in-place-marks.js").Marked} Marked */

/** @type {Section[]} */
const SECTIONS = ["article", "speakers", "quotations", "dates", "pictures", "export"];
/** @type {Marked[]} */
const MARKED = ["quotations", "speakers", "dates"];
const DEFAULT_MAX_CHARS = 200_000;
/** Where the files are that no attribute names. @type {{wasmUrl?: string, workerUrl?: string}} */
const configured = {};

/** Without a DOM the class can still be imported. */
export class WhoSaidAttributes extends /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {}) {
  /**
   * Says where the files are, for all instances without an attribute of their own.
   * @param {{wasmUrl?: string, workerUrl?: string}} files
   */
  static configure(files) {
    Object.assign(configured, files);
  }

  /** Selector of the article in the page that is read instead of the text inside. */
  get for() {
    return this.getAttribute("for") ?? "";
  }
  set for(selector) {
    reflect(this, "for", selector);
  }

  /** Selector of what is not read. */
  get exclude() {
    return this.getAttribute("exclude") ?? DEFAULT_EXCLUDE;
  }
  set exclude(selector) {
    reflect(this, "exclude", selector);
  }

  /** ISO date that relative dates are counted from; empty for the one that the page or the text gives. */
  get documentDate() {
    return this.getAttribute("document-date") ?? "";
  }
  set documentDate(day) {
    reflect(this, "document-date", day);
  }

  /** What is shown, in order. @returns {Section[]} */
  get show() {
    const given = (this.getAttribute("show") ?? "").split(/\s+/);
    const known = /** @type {Section[]} */ (given.filter((name) => SECTIONS.includes(/** @type {Section} */ (name))));
    return known.length ? known : SECTIONS.filter((name) => name !== "article" || !this.for);
  }
  set show(sections) {
    reflect(this, "show", sections.join(" "));
  }

  /** What is marked in the host's own article, where it is not shown here; `none` marks nothing. @returns {Marked[]} */
  get highlight() {
    const given = this.getAttribute("highlight")?.split(/\s+/);
    return given ? MARKED.filter((kind) => given.includes(kind)) : MARKED;
  }
  set highlight(kinds) {
    reflect(this, "highlight", kinds.join(" ") || "none");
  }

  /** Level of the first heading, from 2 to 6. */
  get headingLevel() {
    const level = Number(this.getAttribute("heading-level"));
    return level >= 2 && level <= 6 ? Math.floor(level) : 2;
  }
  set headingLevel(level) {
    reflect(this, "heading-level", String(level));
  }

  /** `auto` follows the host's color scheme. */
  get theme() {
    return oneOf(this, "theme", /** @type {const} */ (["auto", "light", "dark"]));
  }
  set theme(theme) {
    reflect(this, "theme", theme);
  }

  /** Longer texts are refused. */
  get maxChars() {
    const given = Number(this.getAttribute("max-chars"));
    return given > 0 ? given : DEFAULT_MAX_CHARS;
  }
  set maxChars(count) {
    reflect(this, "max-chars", String(count));
  }

  /** When the text in the page is read: `lazy` waits until the element is near the window. */
  get loading() {
    return oneOf(this, "loading", /** @type {const} */ (["lazy", "eager"]));
  }
  set loading(loading) {
    reflect(this, "loading", loading);
  }

  /** Whether a reader can paste a text, and change it: without a text there is a box, with one a switch to edit it. */
  get editable() {
    return this.hasAttribute("editable");
  }
  set editable(isEditable) {
    this.toggleAttribute("editable", isEditable);
  }

  /** `off` runs the engine on the main thread. */
  get worker() {
    return oneOf(this, "worker", /** @type {const} */ (["auto", "off"]));
  }
  set worker(worker) {
    reflect(this, "worker", worker);
  }

  /** Where the engine is. */
  get wasmUrl() {
    return urlOf(this, "wasm-url", configured.wasmUrl ?? new URL("wasm/whosaid_bg.wasm", import.meta.url).href);
  }
  set wasmUrl(url) {
    reflect(this, "wasm-url", url);
  }

  /** Where the worker's module is. */
  get workerUrl() {
    return urlOf(this, "worker-url", configured.workerUrl ?? new URL("worker.js", import.meta.url).href);
  }
  set workerUrl(url) {
    reflect(this, "worker-url", url);
  }
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {string} value
 */
function reflect(element, name, value) {
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
}

/**
 * The attribute where it has one of the values, else the first of them.
 * @template {string} Value
 * @param {Element} element
 * @param {string} name
 * @param {readonly Value[]} values
 * @returns {Value}
 */
function oneOf(element, name, values) {
  return values.find((value) => value === element.getAttribute(name)) ?? values[0];
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {string} otherwise
 */
function urlOf(element, name, otherwise) {
  const given = element.getAttribute(name);
  return given ? new URL(given, document.baseURI).href : otherwise;
}
