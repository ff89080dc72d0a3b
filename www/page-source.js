// @ts-check
/** The text that an element finds in the page: inside itself, or where its attribute `for` points. */

import { readDomText } from "./dom-text.js";
import { EngineError } from "./engine-error.js";

/** How long the page has to be quiet before it is read again, in milliseconds. */
const QUIET = 200;
/** How far from the window an element may be to be read. */
const NEAR = "200px";

/**
 * @typedef {HTMLElement & {for: string, exclude: string, loading: "lazy" | "eager"}} Host
 */

export class PageSource {
  #host;
  #onChange;
  /** @type {IntersectionObserver | undefined} */
  #nearness;
  /** @type {MutationObserver | undefined} */
  #mutations;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {Host} host
   * @param {() => void} onChange called when there is something to read for the first time, and after each change
   */
  constructor(host, onChange) {
    this.#host = host;
    this.#onChange = onChange;
  }

  /**
   * The text and its nodes.
   * @throws {EngineError} `target-not-found`
   */
  read() {
    const target = this.#target();
    if (!target) throw new EngineError("target-not-found", `nothing matches for="${this.#host.for}"`);
    return readDomText(target, this.#host.exclude);
  }

  connect() {
    this.disconnect();
    if (this.#host.loading === "eager") {
      this.#start();
      return;
    }
    this.#nearness = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        this.#nearness?.disconnect();
        this.#start();
      },
      { rootMargin: NEAR },
    );
    this.#nearness.observe(this.#host);
  }

  disconnect() {
    this.#nearness?.disconnect();
    this.#mutations?.disconnect();
    clearTimeout(this.#timer);
  }

  #start() {
    this.#mutations = new MutationObserver(() => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(this.#onChange, QUIET);
    });
    this.#mutations.observe(this.#target() ?? this.#host, { childList: true, characterData: true, subtree: true });
    this.#onChange();
  }

  /** @returns {Element | null} */
  #target() {
    if (!this.#host.for) return this.#host;
    const root = /** @type {Document | ShadowRoot} */ (this.#host.getRootNode());
    try {
      return root.querySelector(this.#host.for);
    } catch {
      return null;
    }
  }
}
