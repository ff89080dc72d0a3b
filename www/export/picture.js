// @ts-check
/** A drawn picture as an SVG file that looks as it would on the page, colors included. */

/** What the style sheets may set on a shape, and what each is without them; no policy on styles forbids the attributes. */
const PROPERTIES = {
  "stroke-width": "1px", "stroke-dasharray": "none", "stroke-dashoffset": "0px", "stroke-linecap": "butt", "shape-rendering": "auto",
};
/** What is part of the drawing; all other attributes are the page's. */
const DRAWING =
  /^(x|y|x1|x2|y1|y2|dx|d|rx|width|height|viewBox|xmlns|font-(size|weight|family)|text-anchor|data-hit)$/;
/** What XML cannot hold. */
const FORBIDDEN = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g;

/**
 * @param {SVGElement} picture is put there for a moment, unseen, for the colors of the place
 * @param {ParentNode} place
 */
export function toFile(picture, place) {
  const copy = /** @type {SVGElement} */ (picture.cloneNode(true));
  place.append(picture);
  const shapes = [picture, ...picture.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((shape, index) => {
    for (const { name } of [...shape.attributes]) if (!DRAWING.test(name)) shape.removeAttribute(name);
    if (/^(rect|line|path|text)$/.test(shape.localName)) paint(shape, getComputedStyle(shapes[index]));
  });
  picture.remove();
  for (const hit of copy.querySelectorAll("[data-hit]")) hit.remove();
  return `${new XMLSerializer().serializeToString(copy)}\n`.replace(FORBIDDEN, "\ufffd");
}

/**
 * @param {Element} shape
 * @param {CSSStyleDeclaration} style
 */
function paint(shape, style) {
  for (const property of /** @type {const} */ (["fill", "stroke"])) {
    const [color, opacity] = plain(style.getPropertyValue(property));
    if (property === "fill" || color !== "none") shape.setAttribute(property, color);
    if (opacity < 1) shape.setAttribute(`${property}-opacity`, String(opacity));
  }
  for (const [property, otherwise] of Object.entries(PROPERTIES)) {
    const value = style.getPropertyValue(property);
    if (value !== otherwise) shape.setAttribute(property, value);
  }
}

/**
 * A color in a form that every viewer knows, and how opaque it is: `color(srgb 1 0.5 0 / 0.2)` is `rgb(255, 128, 0)` and 0.2.
 * @param {string} value as computed
 * @returns {[string, number]}
 */
function plain(value) {
  const [, form, list] = /^(rgba?|color|oklab)\(([^)]+)\)$/.exec(value) ?? [];
  if (!form) return [value, 1];
  const parts = list.replace("srgb", "").split(/[ ,/]+/).filter(Boolean).map((part) => (part === "none" ? 0 : Number(part)));
  const [first, second, third, opacity = 1] = parts;
  const rgb = form === "oklab" ? fromOklab(first, second, third) : [first, second, third].map((part) => (form === "color" ? part * 255 : part));
  return [`rgb(${rgb.map((part) => Math.round(Math.min(255, Math.max(0, part)))).join(", ")})`, Math.round(opacity * 1000) / 1000];
}

/**
 * As CSS Color 4 converts it; what is mixed in OKLab is computed so.
 * @param {number} lightness
 * @param {number} a
 * @param {number} b
 */
function fromOklab(lightness, a, b) {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return linear.map((part) => 255 * (part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055));
}
