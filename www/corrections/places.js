// @ts-check
/** Where places of a text are after it was edited. */

/**
 * Returns a function from offsets before to offsets after. What stands before and behind all that was edited keeps its
 * place there; in between it is an estimate.
 * @param {string} before
 * @param {string} after
 */
export function followPlaces(before, after) {
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same < shorter && before[same] === after[same]) same += 1;
  let sameBehind = 0;
  while (sameBehind < shorter - same && before[before.length - 1 - sameBehind] === after[after.length - 1 - sameBehind]) {
    sameBehind += 1;
  }
  const moved = after.length - before.length;
  return /** @param {number} offset */ (offset) => {
    if (offset <= same) return offset;
    if (offset >= before.length - sameBehind) return offset + moved;
    return Math.min(offset, after.length - sameBehind);
  };
}

/**
 * Where words are in the text after it was edited; undefined where the edit was in them.
 * @param {string} before
 * @param {string} after
 * @param {import("../view.js").Span} span
 * @returns {import("../view.js").Span | undefined}
 */
export function followWords(before, after, span) {
  // By their end: what is typed where they begin moves them.
  const end = followPlaces(before, after)(span.end);
  const start = end - (span.end - span.start);
  return start >= 0 && after.slice(start, end) === before.slice(span.start, span.end) ? { start, end } : undefined;
}

/**
 * Something with its words, and where it is, or should be by now.
 * @template Entry
 * @typedef {{entry: Entry, words: string, place: number}} Placed
 */

/** So many with the same words are looked at on each side of where something should be. */
const NEIGHBORS = 16;

/**
 * Pairs what has the same words, the nearest first; each has one partner at most.
 * @template Old, New
 * @param {Placed<Old>[]} olds
 * @param {Placed<New>[]} news
 * @returns {Map<Old, New>}
 */
export function pairUp(olds, news) {
  /** @type {Map<string, Placed<New>[]>} */
  const byWords = new Map();
  for (const each of [...news].sort((a, b) => a.place - b.place)) {
    const others = byWords.get(each.words);
    if (others) others.push(each);
    else byWords.set(each.words, [each]);
  }
  const possible = olds.flatMap(({ entry, words, place }) => {
    const others = byWords.get(words) ?? [];
    const at = firstFrom(others, place);
    const near = others.slice(Math.max(0, at - NEIGHBORS), at + NEIGHBORS);
    return near.map((other) => ({ entry, other: other.entry, far: Math.abs(other.place - place) }));
  });
  /** @type {Map<Old, New>} */
  const partners = new Map();
  const taken = new Set();
  for (const { entry, other } of possible.sort((a, b) => a.far - b.far)) {
    if (partners.has(entry) || taken.has(other)) continue;
    partners.set(entry, other);
    taken.add(other);
  }
  return partners;
}

/**
 * The index of the first one at the place or behind it.
 * @param {{place: number}[]} sorted
 * @param {number} place
 */
function firstFrom(sorted, place) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle].place < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
