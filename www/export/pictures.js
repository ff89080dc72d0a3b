// @ts-check
/** The pictures that can be taken along. */

import { drawShares } from "../render/shares-picture.js";
import { drawStrip } from "../render/strip-picture.js";
import { drawTimeline } from "../render/timeline-picture.js";
import { toFile } from "./picture.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("../render/speakers.js").Measure} Measure */
/** @typedef {"picture-strip" | "picture-shares" | "picture-timeline"} Picture */

/** @type {Record<Picture, {fileName: string, draw: (view: View, measure: Measure) => SVGElement}>} */
const PICTURES = {
  "picture-strip": { fileName: "who-said-strip.svg", draw: drawStrip },
  "picture-shares": { fileName: "who-said-shares.svg", draw: drawShares },
  "picture-timeline": { fileName: "who-said-timeline.svg", draw: drawTimeline },
};

/** @param {string} name @returns {name is Picture} */
export function isPicture(name) {
  return name in PICTURES;
}

/**
 * A picture as a file; empty where there is nothing to draw.
 * @param {Picture} picture
 * @param {{view: View | undefined, measure: Measure}} shown
 * @param {ShadowRoot} root of the element, for the colors
 */
export function writePicture(picture, { view, measure }, root) {
  const { fileName, draw } = PICTURES[picture];
  return { fileName, type: "image/svg+xml", content: view ? toFile(draw(view, measure), root) : "" };
}
