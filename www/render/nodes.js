// @ts-check
/** Builds DOM nodes; what is shown becomes text nodes and attribute values, never markup. */

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {Node | string | false | null | undefined} Child */
/** @typedef {Record<string, string | number | boolean | null | undefined>} Attributes */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes] `true` is an attribute without a value; false, null and undefined are left out
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function html(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/**
 * @param {string} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {SVGElement}
 */
export function svg(tag, attributes, ...children) {
  return fill(/** @type {SVGElement} */ (document.createElementNS(SVG, tag)), attributes, children);
}

/**
 * @template {Element} Target
 * @param {Target} target
 * @param {Attributes | undefined} attributes
 * @param {Child[]} children
 */
function fill(target, attributes, children) {
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined && value !== null && value !== false) {
      target.setAttribute(name, value === true ? "" : String(value));
    }
  }
  for (const child of children) if (child) target.append(child);
  return target;
}
