// @ts-check
/**
 * Marks in the host's own article, by the CSS Custom Highlight API: the host's nodes stay as they are.
 *
 * The names in `CSS.highlights` belong to the document, so all elements share them, and each adds and removes only its
 * own ranges. Where the browser has no highlights the lists still bring the reader to the words.
 */

import { rangeOf } from "./dom-text.js";
import { isUnsure, withMarks } from "./view.js";

/** @typedef {import("./dom-text.js").DomText} DomText */
/** @typedef {import("./view.js").View} View */
/** @typedef {"quotations" | "speakers" | "dates"} Marked */

/** Style and thickness. @type {Record<string, [string, string]>} */
const LINES = { direct: ["solid", "1.5px"], mixed: ["double", "1px"], indirect: ["dotted", "2px"], unsure: ["dashed", "1.5px"] };
/** The hues of who-said.css in light and in dark; the ninth is that of everybody else. */
export const HUES = [
  ["#0c3a90", "#5a87c3"], ["#b35541", "#f1996b"], ["#3c7a8b", "#4db7bb"], ["#4f0456", "#f4bbfe"], ["#554d03", "#a8860c"],
  ["#6b4fb4", "#a592ff"], ["#043a1c", "#a7ec93"], ["#853b58", "#d25f80"], ["#5a564e", "#aaa69b"],
];

/** Documents and shadow roots that have the rules. @type {WeakSet<Node>} */
const styled = new WeakSet();
/** @type {CSSStyleSheet | undefined} */
let sheet;

export class InPlaceMarks {
  /** Name, range, and the words in it. @type {[string, Range, string][]} */
  #ranges = [];
  /** @type {DomText | undefined} */
  #domText;

  /**
   * @param {DomText} domText
   * @param {View} view
   * @param {Marked[]} kinds
   */
  show(domText, view, kinds) {
    this.clear();
    this.#domText = domText;
    const [first] = domText.runs;
    // What is not in the document would keep its marks there.
    if (!first?.node.isConnected || !("highlights" in CSS)) return;
    style(first.node.getRootNode());
    if (kinds.includes("quotations")) {
      for (const quotation of view.quotations) {
        const line = isUnsure(quotation) ? "unsure" : quotation.kind;
        const name = `who-said-${view.hueOf(quotation.speaker)}-${line}`;
        for (const span of quotation.content) this.#add(name, withMarks(view.text, quotation, span));
      }
    }
    if (kinds.includes("speakers")) {
      for (const { id, mentions } of view.speakers) {
        for (const { span } of mentions) this.#add(`who-said-${view.hueOf(id)}-name`, span);
      }
    }
    if (kinds.includes("dates")) for (const { span } of view.dates) this.#add("who-said-date", span);
  }

  clear() {
    for (const [name, range] of this.#ranges) CSS.highlights.get(name)?.delete(range);
    this.#ranges = [];
  }

  /** Takes away the marks whose words are others by now. */
  dropChanged() {
    this.#ranges = this.#ranges.filter(([name, range, words]) => {
      const isSame = range.toString() === words;
      if (!isSame) CSS.highlights.get(name)?.delete(range);
      return isSame;
    });
  }

  /**
   * Scrolls to the words and selects them, as a search in the page does.
   * @param {import("./view.js").Span} span
   */
  reveal(span) {
    const range = this.#domText && rangeOf(this.#domText, span);
    if (!range) return;
    const isReduced = matchMedia("(prefers-reduced-motion: reduce)").matches;
    range.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: isReduced ? "instant" : "smooth" });
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  }

  /**
   * @param {string} name
   * @param {import("./view.js").Span} span
   */
  #add(name, span) {
    const range = this.#domText && span.start < span.end && rangeOf(this.#domText, span);
    if (!range) return;
    let highlight = CSS.highlights.get(name);
    if (!highlight) CSS.highlights.set(name, (highlight = new Highlight()));
    highlight.add(range);
    this.#ranges.push([name, range, range.toString()]);
  }
}

/** Puts the rules where the words are. @param {Node} root */
function style(root) {
  if (styled.has(root)) return;
  styled.add(root);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(highlightRules());
  }
  const scope = /** @type {Document | ShadowRoot} */ (root);
  scope.adoptedStyleSheets = [...scope.adoptedStyleSheets, sheet];
}

/** The rules of all highlights, as a style sheet. */
export function highlightRules() {
  const marks = HUES.flatMap(([light, dark], index) => {
    const hue = `var(--who-said-speaker-${index + 1}, light-dark(${light}, ${dark}))`;
    const name = `who-said-s${index + 1}`;
    const tint = `background-color: color-mix(in oklab, ${light} 10%, transparent); background-color: color-mix(in oklab, ${hue} 12%, transparent);`;
    const lines = Object.entries(LINES).map(([line, [shape, thickness]]) => {
      const filled = line === "direct" || line === "mixed" ? tint : "";
      const color = `text-decoration-color: ${light}; text-decoration-color: ${hue};`;
      return `::highlight(${name}-${line}) { ${filled} text-decoration: underline; text-decoration-style: ${shape}; text-decoration-thickness: ${thickness}; ${color} }`;
    });
    return [...lines, `::highlight(${name}-name) { color: ${hue}; }`];
  });
  return [...marks, "::highlight(who-said-date) { text-decoration: underline; text-decoration-thickness: 1px; }"].join("\n");
}
