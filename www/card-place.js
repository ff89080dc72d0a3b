// @ts-check
/** Where a card goes: above the words that it explains or below them, inside the window, and not over them. */

/**
 * A rectangle in the window, in CSS pixels.
 * @typedef {{left: number, top: number, right: number, bottom: number}} Box
 *
 * @typedef {object} Situation
 * @property {Box[]} words each line of all that is explained
 * @property {Box} near the part of it that the reader is at
 * @property {number} x where the reader is at it, from left to right
 * @property {{width: number, height: number}} card
 * @property {{width: number, height: number}} window
 */

/** Between card and words: close, so that the pointer gets across. */
const GAP = 4;
/** Left and right of the card; it takes the width that there is where the window is narrow. */
const GUTTER = 16;
/** Above and below the card. */
const EDGE = 4;
/** How far the card reaches to the left of the reader's place. */
const LEAD = 24;

/**
 * Above what the reader is at, else below it, else beside all of the words; where they fill the window, at the edge
 * where fewest of them are covered.
 * @param {Situation} situation
 * @returns {{left: number, top: number}}
 */
export function placeCard({ words, near, x, card, window }) {
  const left = Math.max(GUTTER, Math.min(x - LEAD, window.width - GUTTER - card.width));
  const lowest = window.height - EDGE - card.height;
  const boxAt = /** @param {number} top */ (top) => ({ left, top, right: left + card.width, bottom: top + card.height });
  const covered = /** @param {number} top */ (top) => words.reduce((sum, line) => sum + shared(boxAt(top), line), 0);
  const all = union(words);
  const beside = [near, all].flatMap(({ top, bottom }) => [top - GAP - card.height, bottom + GAP]);
  const free = beside.find((top) => top >= EDGE && top <= lowest && covered(top) === 0);
  if (free !== undefined) return { left, top: free };
  const edges = [EDGE, Math.max(EDGE, lowest)];
  const [first, last] = edges.map(covered);
  const isUpper = first === last ? near.top + near.bottom > window.height : first < last;
  return { left, top: edges[isUpper ? 0 : 1] };
}

/** @param {Box[]} boxes @returns {Box} */
export function union(boxes) {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

/** The area that two boxes share. @param {Box} a @param {Box} b */
function shared(a, b) {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}
