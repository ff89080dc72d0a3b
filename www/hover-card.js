// @ts-check
/**
 * The card that explains a quotation or a date where it stands in the article or in the band.
 *
 * It comes when the pointer rests there, and at once when the keyboard's focus does. Escape closes it and nothing else,
 * the pointer may go over it, and it stays as long as pointer or focus do (WCAG 1.4.13). A finger does not bring it:
 * what is touched is selected, and its explanation stands below the paragraph.
 */

import { placeCard, union } from "./card-place.js";
import { renderDateCard, renderQuotationCard } from "./render/card.js";
import { html } from "./render/nodes.js";

/** What is explained. */
const EXPLAINED = ".prose mark, .prose .date, .piece";
/** The pointer rests this long before the card comes, in milliseconds. */
const OPEN_AFTER = 350;
/** The pointer may take this long from the words to the card. */
const CLOSE_AFTER = 300;

export class HoverCard {
  #root;
  #display;
  #card = html("div", { id: "card", role: "tooltip", popover: "manual", hidden: true });
  /** What the card explains. @type {HTMLElement | undefined} */
  #anchor;
  /** For what the reader has closed it, until pointer or focus have been elsewhere. @type {HTMLElement | undefined} */
  #dismissed;
  /** What refers to the card or to the explanation in the text. @type {HTMLElement | undefined} */
  #described;
  /** Where the reader is, from left to right. */
  #x = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** Ends what is watched while something is explained. */
  #open = new AbortController();

  /**
   * @param {HTMLElement} root
   * @param {import("./report-display.js").ReportDisplay} display
   */
  constructor(root, display) {
    this.#root = root;
    this.#display = display;
    root.append(this.#card);
    root.addEventListener("pointerover", (event) => this.#point(event));
    root.addEventListener("pointerleave", (event) => this.#rest(undefined, event));
    root.addEventListener("pointerdown", (event) => this.#press(event));
    root.addEventListener("focusin", () => this.#followFocus());
    root.addEventListener("focusout", () => this.#leaveFocus());
  }

  /** @param {PointerEvent} event */
  #point(event) {
    if (event.pointerType === "touch" || event.buttons > 0) return;
    const target = /** @type {Element} */ (event.target);
    if (this.#card.contains(target)) clearTimeout(this.#timer);
    else this.#rest(explainedAt(target), event);
  }

  /**
   * Opens or closes in a while, unless the pointer goes on.
   * @param {HTMLElement | undefined} found
   * @param {PointerEvent} event
   */
  #rest(found, { clientX }) {
    clearTimeout(this.#timer);
    if (found && found === this.#dismissed) return;
    if (this.#dismissed !== this.#focused()) this.#dismissed = undefined;
    if (found === this.#anchor) return;
    const follow = () => (found ? this.#show(found, clientX) : this.#followFocus());
    this.#timer = setTimeout(follow, found ? OPEN_AFTER : CLOSE_AFTER);
  }

  /** Who presses has seen enough, and may be about to select words. @param {PointerEvent} event */
  #press({ target }) {
    if (this.#card.contains(/** @type {Node} */ (target))) return;
    clearTimeout(this.#timer);
    this.#dismissed = explainedAt(/** @type {Element} */ (target));
    this.close();
  }

  /** Explains what the keyboard's focus is on, and nothing where it is on nothing that is explained. */
  #followFocus() {
    const found = this.#focused();
    if (!found || found === this.#dismissed) this.close();
    else if (found !== this.#anchor) this.#show(found, found.getClientRects()[0]?.left ?? 0);
  }

  #focused() {
    const { activeElement } = /** @type {ShadowRoot} */ (this.#root.getRootNode());
    return activeElement?.matches(":focus-visible") ? explainedAt(activeElement) : undefined;
  }

  #leaveFocus() {
    clearTimeout(this.#timer);
    this.#dismissed = undefined;
    this.close();
  }

  /** @param {HTMLElement} anchor @param {number} x */
  #show(anchor, x) {
    const { view } = this.#display;
    const { quotation: id, date } = anchor.dataset;
    const quotation = view?.quotations.find((each) => each.id === id);
    const found = view?.dateOf(date);
    this.close();
    if (!view || !anchor.isConnected) return;
    if (this.#isExplained(anchor)) return this.#refer(anchor);
    this.#anchor = anchor;
    this.#x = x;
    this.#card.className = `card ${quotation ? view.hueOf(quotation.speaker) : ""}`;
    this.#card.replaceChildren(...(quotation ? renderQuotationCard(view, quotation) : found ? renderDateCard(view, found) : []));
    this.#card.hidden = false;
    this.#card.showPopover?.();
    this.#describe(anchor, this.#card.id);
    this.#place();
    const { signal } = this.#watch(anchor, () => (this.#isExplained(anchor) ? this.#show(anchor, x) : this.#place()));
    addEventListener("keydown", (event) => this.#key(event), { signal, capture: true });
    addEventListener("resize", () => this.#place(), { signal });
    addEventListener("scroll", () => this.#place(), { signal, capture: true, passive: true });
  }

  /** Leaves nothing in the window. */
  close() {
    this.#open.abort();
    this.#undescribe();
    this.#anchor = undefined;
    if (this.#card.hidden) return;
    this.#card.hidePopover?.();
    this.#card.hidden = true;
  }

  /** @param {HTMLElement} anchor @param {string} by */
  #describe(anchor, by) {
    const { quotation, date = quotation } = anchor.dataset;
    this.#described = this.#display.focusable(date ?? "", anchor.matches(".piece") ? "strip" : "article");
    this.#described?.setAttribute("aria-describedby", by);
  }

  #undescribe() {
    this.#described?.removeAttribute("aria-describedby");
    this.#described = undefined;
  }

  /** Whether the explanation of what is selected stands below the paragraph, and in sight. @param {HTMLElement} anchor */
  #isExplained(anchor) {
    const explanation = this.#root.querySelector("#explanation");
    const isIt = anchor.matches("mark") && anchor.dataset.quotation === this.#display.selected;
    return isIt && explanation !== null && explanation.getClientRects().length > 0;
  }

  /** The explanation may go and come again while the reader stays where it is. @param {HTMLElement} anchor */
  #refer(anchor) {
    const refer = () => (this.#isExplained(anchor) ? this.#describe(anchor, "explanation") : this.#undescribe());
    refer();
    this.#watch(anchor, refer);
  }

  /**
   * Follows what is rendered, as long as the anchor is.
   * @param {HTMLElement} anchor
   * @param {() => void} change
   */
  #watch(anchor, change) {
    this.#open = new AbortController();
    const changes = new MutationObserver(() => (anchor.isConnected ? change() : this.close()));
    changes.observe(this.#display.root, { childList: true, subtree: true });
    this.#open.signal.addEventListener("abort", () => changes.disconnect());
    return this.#open;
  }

  /** The first press of Escape closes the card, and leaves selection and focus. @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    clearTimeout(this.#timer);
    this.#dismissed = this.#anchor;
    this.close();
  }

  #place() {
    if (!this.#anchor) return;
    const { style } = this.#card;
    const { quotation = "" } = this.#anchor.dataset;
    const parts = this.#anchor.matches("mark") ? this.#display.marksOf(quotation) : [this.#anchor];
    const window = { width: document.documentElement.clientWidth, height: innerHeight };
    const near = union([...this.#anchor.getClientRects()]);
    // The focus may be on words that are still on their way into the window.
    style.visibility = near.bottom > 0 && near.top < window.height ? "visible" : "hidden";
    style.left = style.top = "0px";
    // Without the top layer an ancestor may be what it is placed in.
    const { left: x, top: y, width, height } = this.#card.getBoundingClientRect();
    const words = parts.flatMap((part) => [...part.getClientRects()]);
    const { left, top } = placeCard({ words, near, x: this.#x, card: { width, height }, window });
    style.left = `${left - x}px`;
    style.top = `${top - y}px`;
  }
}

/** The quotation or date that an element belongs to. @param {Element} element */
function explainedAt(element) {
  return /** @type {HTMLElement | null} */ (element.closest(EXPLAINED)) ?? undefined;
}
