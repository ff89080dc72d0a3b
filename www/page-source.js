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
  /** What is read. @type {Element | null} */
  #watched = null;
  /** Tells what changes in it. */
  #mutations = new MutationObserver(() => this.#wait());
  /** Tells what may bring another target. */
  #arrivals = new MutationObserver(() => (this.#check ??= setTimeout(() => this.#checkTarget(), QUIET)));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #check;

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
    const found = this.find();
    if (!found) throw new EngineError("target-not-found", `nothing matches for="${this.#host.for}"`);
    return found;
  }

  /** The text and its nodes, if they are there. */
  find() {
    const target = this.#target();
    return target ? readDomText(target, this.#host.exclude) : undefined;
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
    this.#mutations.disconnect();
    this.#arrivals.disconnect();
    clearTimeout(this.#timer);
    clearTimeout(this.#check);
    this.#check = undefined;
  }

  #start() {
    const { for: selector } = this.#host;
    if (selector) {
      const attributeFilter = attributesIn(selector);
      this.#arrivals.observe(this.#host.getRootNode(), { childList: true, attributeFilter, subtree: true });
    }
    this.#watch(this.#target());
    this.#onChange();
  }

  /** @param {Element | null} target */
  #watch(target) {
    this.#mutations.disconnect();
    this.#watched = target;
    if (target) this.#mutations.observe(target, { childList: true, characterData: true, subtree: true });
  }

  /** Until the target is quiet. */
  #wait() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#onChange, QUIET);
  }

  /** A page may never be quiet as a whole, so this is done again and again, and costs a look for the target. */
  #checkTarget() {
    this.#check = undefined;
    const target = this.#target();
    if (target === this.#watched) return;
    this.#watch(target);
    this.#wait();
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

/** The attributes on which it depends what a selector finds. @param {string} selector */
function attributesIn(selector) {
  return ["id", "class", ...[...selector.matchAll(/\[\s*([\w-]+)/g)].map(([, name]) => name)];
}
