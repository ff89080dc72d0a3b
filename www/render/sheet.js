// @ts-check
/** The sheet of a picture to take along: headline, ground and foot of its own, so that it is complete wherever it is opened. */

import { summary } from "../export/summary.js";
import { kinds } from "../strings.js";
import { isUnsure } from "../view.js";
import { svg } from "./nodes.js";
import { LINES, lineOf, segment } from "./segment.js";
import { linesOf, widthOf } from "./text-lines.js";

/** @typedef {import("../view.js").View} View */

/**
 * @typedef {object} Writing
 * @property {number} x
 * @property {number} y the upper edge
 * @property {number} [width] of the lines; by default up to the margin
 * @property {number} [size] of the letters
 * @property {number} [most] number of lines
 * @property {string} [kind] class, for its color
 * @property {boolean} [isBold]
 * @property {boolean} [isSerif]
 * @property {"start" | "middle" | "end"} [anchor] what of a line stands at `x`
 */

export const MARGIN = 24;
/** Side of a badge. */
export const BADGE = 20;
/** Letters wider than the estimate, as bold ones are. */
const BOLD = 1.08;
const SANS = "system-ui, sans-serif";
const SERIF = "ui-serif, Georgia, serif";

export class Sheet {
  /** @type {SVGElement[]} */
  #shapes = [];

  /** @param {number} width */
  constructor(width) {
    this.width = width;
    /** Between the margins. */
    this.inner = width - 2 * MARGIN;
  }

  /** @param {...SVGElement} shapes */
  add(...shapes) {
    this.#shapes.push(...shapes);
  }

  /** Adds a shape below all others. @param {SVGElement} shape */
  under(shape) {
    this.#shapes.unshift(shape);
  }

  /**
   * Writes a text in lines, and returns where they end.
   * @param {string} text
   * @param {Writing} writing
   */
  write(text, { x, y, width = this.width - MARGIN - x, size = 13, most = 1, kind = "ink", isBold, isSerif, anchor }) {
    const lines = linesOf(text, { size: isBold ? size * BOLD : size, width, most });
    const height = Math.round(size * 1.4);
    lines.forEach((line, index) => {
      const attributes = {
        class: kind,
        x,
        y: y + index * height + Math.round(size * 1.05),
        "font-size": size,
        "font-weight": isBold && 700,
        "font-family": isSerif && SERIF,
        "text-anchor": anchor,
      };
      this.add(svg("text", attributes, line));
    });
    return y + lines.length * height;
  }

  /** @param {number} y */
  rule(y) {
    this.add(svg("line", { class: "hairline", x1: MARGIN, x2: this.width - MARGIN, y1: y, y2: y }));
  }

  /**
   * A speaker's number on the speaker's hue; returns its width.
   * @param {View} view
   * @param {string | undefined} speaker
   * @param {{x: number, y: number}} place
   */
  badge(view, speaker, { x, y }) {
    const number = view.badgeOf(speaker);
    const width = Math.max(BADGE, Math.round(widthOf(number, 12)) + 8);
    this.add(svg("g", { class: view.hueOf(speaker) }, svg("rect", { class: "fill", x, y, width, height: BADGE, rx: 2 })));
    this.write(number, { x: x + width / 2, y: y + 2, width, size: 12, kind: "paper", isBold: true, anchor: "middle" });
    return width;
  }

  /**
   * Headline and what the picture shows of it; returns where they end.
   * @param {View} view
   * @param {string} told
   */
  head(view, told) {
    const { title, day, sentence } = summary(view);
    this.add(svg("rect", { class: "ink", x: MARGIN, y: MARGIN, width: this.inner, height: 3 }));
    const y = this.write(title, { x: MARGIN, y: MARGIN + 14, size: 22, most: 3, isBold: true, isSerif: true });
    return this.write([told, sentence, day].filter(Boolean).join(". "), { x: MARGIN, y: y + 4, most: 3, kind: "quiet" }) + 12;
  }

  /**
   * How to read the lines, where there are any, and by what it was made; returns where they end.
   * @param {View} view
   * @param {number} top
   * @param {boolean} hasLines
   */
  foot(view, top, hasLines) {
    const { madeBy, leftOut } = summary(view);
    this.rule(top);
    let y = top + 12;
    const present = LINES.filter((line) => hasLines && view.quotations.some((quotation) => lineOf(quotation) === line));
    let x = MARGIN;
    for (const line of present) {
      const sample = svg("svg", { x, y: y + 2, width: 24, height: 12 }, ...segment(line, { x: 0, width: 100, y: 0, height: 12 }));
      this.add(svg("g", { class: "s9" }, sample));
      const word = line === "unsure" && !view.quotations.some(isUnsure) ? kinds.view : kinds[line];
      this.write(word, { x: x + 32, y: y, size: 12, kind: "quiet" });
      x += 32 + widthOf(word, 12) + 24;
    }
    if (present.length) y += 24;
    return this.write([leftOut, madeBy].filter(Boolean).join(" "), { x: MARGIN, y, size: 12, most: 3, kind: "quiet" }) + MARGIN;
  }

  /**
   * @param {number} height
   * @param {string} title
   * @param {string[]} told what it shows, in words
   */
  finish(height, title, told) {
    const { width } = this;
    const size = { width, height: Math.ceil(height) };
    return svg(
      "svg",
      { class: "picture", ...size, viewBox: `0 0 ${size.width} ${size.height}`, "font-family": SANS },
      svg("title", {}, title),
      svg("desc", {}, told.join(" ")),
      svg("rect", { class: "paper", ...size }),
      ...this.#shapes,
    );
  }
}
