// @ts-check
/** A stretch of a bar or of the band, drawn in its speaker's hue and in the line of its kind. */

import { isCounted } from "../view.js";
import { svg } from "./nodes.js";

/** @typedef {import("../view.js").Quotation} Quotation */
/** @typedef {"direct" | "mixed" | "indirect" | "unsure"} Line */

/** The order of a bar's parts. */
export const LINES = /** @type {const} */ (["direct", "mixed", "indirect", "unsure"]);

/** Between two rows of dots. */
const DOTS = 4;

/**
 * What is not counted is drawn as unsure is.
 * @param {Quotation} quotation
 * @returns {Line}
 */
export function lineOf(quotation) {
  return isCounted(quotation) ? quotation.kind : "unsure";
}

/**
 * Solid, double, dotted, dashed: as the lines in the article. Lines instead of patterns, so that nothing stretches.
 * @param {Line} line
 * @param {{x: number, width: number, y: number, height: number}} box `x` and `width` in percent
 * @returns {SVGElement[]}
 */
export function segment(line, { x, width, y, height }) {
  const rect = /** @param {number} from @param {number} size @param {string} [kind] */ (from, size, kind = "fill") =>
    svg("rect", { x: percent(x), width: percent(width), y: y + from, height: size, class: kind });
  if (line === "direct") return [rect(0, height)];
  if (line === "mixed") return [rect(0, height, "tint"), rect(0, height * 0.375), rect(height * 0.625, height * 0.375)];
  if (line === "unsure") return [rect(0.75, height - 1.5, "dash")];
  const shapes = [rect(0, height, "tint")];
  for (let row = y + DOTS; row < y + height; row += DOTS) {
    shapes.push(svg("line", { class: "dots", x1: percent(x), x2: percent(x + width), y1: row, y2: row }));
  }
  return shapes;
}

/** As SVG has it. @param {number} value */
export function percent(value) {
  return `${value.toFixed(2)}%`;
}
