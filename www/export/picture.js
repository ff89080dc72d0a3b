// @ts-check
/** A drawn picture as an SVG file that looks as it does on the page, colors included. */

import { svg } from "../render/nodes.js";

/** What the style sheets may set on a shape; each is an attribute of SVG too, and no policy on styles forbids those. */
const PROPERTIES = [
  "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "shape-rendering", "font-family",
  "font-size",
];

/** @param {SVGElement} picture in the page */
export function toPicture(picture) {
  const { width, height } = picture.getBoundingClientRect();
  const copy = /** @type {SVGElement} */ (picture.cloneNode(true));
  const shapes = [picture, ...picture.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((shape, index) => {
    const style = getComputedStyle(shapes[index]);
    for (const { name } of [...shape.attributes]) if (!isDrawing(name)) shape.removeAttribute(name);
    for (const name of PROPERTIES) shape.setAttribute(name, plain(style.getPropertyValue(name)));
  });
  for (const hit of copy.querySelectorAll("[data-hit]")) hit.remove();
  copy.setAttribute("width", String(Math.round(width)));
  copy.setAttribute("height", String(Math.round(height)));
  copy.prepend(svg("title", {}, picture.getAttribute("aria-label")));
  return `${new XMLSerializer().serializeToString(copy)}\n`;
}

/** Whether an attribute is part of the drawing, and not of the page. @param {string} name */
function isDrawing(name) {
  return /^(x|y|x1|x2|y1|y2|dx|d|width|height|data-hit)$/.test(name);
}

/** A mixed color as one that every viewer knows: `color(srgb 1 0.5 0)` as `rgb(255 128 0)`. @param {string} value */
function plain(value) {
  const [, parts, alpha] = /^color\(srgb ([^/)]+)(?:\/ ?([^)]+))?\)$/.exec(value) ?? [];
  if (!parts) return value;
  const bytes = parts.trim().split(/ +/).map((part) => Math.round(Number(part) * 255));
  return alpha ? `rgba(${bytes.join(", ")}, ${alpha})` : `rgb(${bytes.join(", ")})`;
}
