// @ts-check
/** Tells in the index of the sections which one is in sight, while the index itself is. */

import { isBeside } from "./beside.js";

/**
 * A section that the index leads to.
 * @typedef {{name: string, top: number}} Place `top` in px below the upper edge of what scrolls
 */

/**
 * What scrolls: its height, and how far it can be scrolled up and down, in px.
 * @typedef {{height: number, above: number, below: number}} Scroller
 */

/** How far down a section begins to be the one in sight, as a share of the height. */
const LINE = 0.25;
/** How far down the index takes a section at most, below bars, in px. */
const LANDING = 80;
/** What brings another section into sight. */
const MOVES = ["scroll", "resize"];

/**
 * The section in sight: the first one where nothing has been scrolled, the last one at the end. Towards the end the line
 * that decides moves down, so that short sections have their turn too.
 * @param {Place[]} places in order
 * @param {Scroller} scroller
 * @returns {string | undefined}
 */
export function sectionInSight(places, { height, above, below }) {
  if (above <= 1) return places[0]?.name;
  const line = Math.max(height * LINE, height - below);
  return (places.filter(({ top }) => top < line).at(-1) ?? places[0])?.name;
}

/**
 * Whether the reader is where the index took him: the section is up, or cannot come up any further.
 * @param {Place} place of the section that he chose
 * @param {Scroller} scroller
 */
export function hasArrived({ top }, { height, below }) {
  return top >= -1 && (top <= LANDING || (below <= 1 && top < height));
}

export class SectionInSight {
  /** @type {IntersectionObserver | undefined} */
  #observer;
  #root;
  #panels;
  /** What was chosen in the index, until the reader has been there and scrolls on. */
  #chosen = { name: "", wasReached: false };

  /**
   * @param {HTMLElement} root holds the sections
   * @param {HTMLElement} panels holds the index, and scrolls where it stands beside the article
   */
  constructor(root, panels) {
    this.#root = root;
    this.#panels = panels;
    panels.addEventListener("scroll", this.#mark, { passive: true });
    panels.addEventListener("click", ({ target }) => {
      const { go } = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("[data-go]"))?.dataset ?? {};
      if (!go) return;
      this.#chosen = { name: go, wasReached: false };
      this.#mark();
    });
  }

  /** Begins anew, when the sections were rendered. */
  watch() {
    this.stop();
    const index = this.#panels.querySelector(".jump");
    if (!index) return;
    // It is told after layout, so that nobody has to wait for it; and of an element that is taken away.
    this.#observer = new IntersectionObserver((entries) => {
      const isSeen = entries.at(-1)?.isIntersecting;
      this.#unlisten();
      if (!isSeen) return;
      for (const event of MOVES) addEventListener(event, this.#mark, { passive: true });
      this.#mark();
    });
    this.#observer.observe(index);
  }

  stop() {
    this.#observer?.disconnect();
    this.#unlisten();
  }

  #unlisten() {
    for (const event of MOVES) removeEventListener(event, this.#mark);
  }

  #mark = () => {
    const scroller = this.#scroller();
    const buttons = [.../** @type {NodeListOf<HTMLElement>} */ (this.#panels.querySelectorAll("[data-go]"))];
    const places = buttons.filter((button) => button.checkVisibility()).map(({ dataset: { go = "" } }) => {
      const top = this.#root.querySelector(`[data-panel="${go}"]`)?.getBoundingClientRect().top ?? 0;
      return { name: go, top: top - scroller.edge };
    });
    const chosen = places.find(({ name }) => name === this.#chosen.name);
    const isThere = chosen !== undefined && hasArrived(chosen, scroller);
    this.#chosen = this.#chosen.wasReached && !isThere ? { name: "", wasReached: false } : { ...this.#chosen, wasReached: isThere };
    const current = isThere ? chosen.name : sectionInSight(places, scroller);
    for (const button of buttons) {
      if (button.dataset.go === current) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
  };

  /** What scrolls the sections, and where its upper edge is in the window. @returns {Scroller & {edge: number}} */
  #scroller() {
    const panels = this.#panels;
    if (isBeside(panels)) {
      const { scrollTop: above, clientHeight: height } = panels;
      return { height, above, below: panels.scrollHeight - height - above, edge: panels.getBoundingClientRect().top };
    }
    const below = document.documentElement.scrollHeight - innerHeight - scrollY;
    return { height: innerHeight, above: scrollY, below, edge: 0 };
  }
}
