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
 * Pairs entries with the same key, those first that are nearest to where they should be; each has one partner at most.
 * @template Old, New
 * @param {Old[]} olds
 * @param {New[]} news
 * @param {(entry: Old | New) => string} keyOf
 * @param {(entry: Old, other: New) => number} distance
 * @returns {Map<Old, New>}
 */
export function pairUp(olds, news, keyOf, distance) {
  /** @type {Map<string, New[]>} */
  const byKey = new Map();
  for (const entry of news) {
    const others = byKey.get(keyOf(entry));
    if (others) others.push(entry);
    else byKey.set(keyOf(entry), [entry]);
  }
  const possible = olds.flatMap((old) => (byKey.get(keyOf(old)) ?? []).map((entry) => ({ old, entry, far: distance(old, entry) })));
  /** @type {Map<Old, New>} */
  const partners = new Map();
  const taken = new Set();
  for (const { old, entry } of possible.sort((a, b) => a.far - b.far)) {
    if (partners.has(old) || taken.has(entry)) continue;
    partners.set(old, entry);
    taken.add(entry);
  }
  return partners;
}
