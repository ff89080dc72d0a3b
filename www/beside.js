// @ts-check

/**
 * Whether the panels stand beside the article and scroll on their own; below it they scroll with the page.
 * @param {Element} panels
 */
export function isBeside(panels) {
  return getComputedStyle(panels).overflowY === "auto";
}
