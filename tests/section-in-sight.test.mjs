// Which section the index says is in sight.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hasArrived, sectionInSight } from "../www/section-in-sight.js";

const HEIGHT = 900;
const NAMES = ["speakers", "quotations", "dates", "export"];

/** Sections of these heights, scrolled down by so much. */
function scrolled(heights, above) {
  const whole = heights.reduce((sum, each) => sum + each, 0);
  let top = -above;
  const places = heights.map((height, n) => {
    const place = { name: NAMES[n], top };
    top += height;
    return place;
  });
  return sectionInSight(places, { height: HEIGHT, above, below: Math.max(0, whole - HEIGHT - above) });
}

test("nothing scrolled, the first section is in sight, however short it is", () => {
  assert.equal(scrolled([100, 100, 100, 100], 0), "speakers");
  assert.equal(scrolled([100, 2000, 100, 100], 0), "speakers");
});

test("at the end it is the last one, however short it is", () => {
  assert.equal(scrolled([800, 800, 800, 50], 800 * 3 + 50 - HEIGHT), "export");
});

test("on the way every section has its turn, in order", () => {
  for (const heights of [[800, 800, 800, 800], [900, 2000, 120, 80], [300, 500, 90, 300], [3000, 60, 60, 60]]) {
    const end = heights.reduce((sum, each) => sum + each, 0) - HEIGHT;
    const seen = Array.from({ length: end + 1 }, (_, above) => scrolled(heights, above));
    assert.deepEqual(seen.filter((name, n) => name !== seen[n - 1]), NAMES, `${heights}`);
  }
});

test("a section that came up to the edge is in sight, although the next one is not far", () => {
  assert.equal(scrolled([2000, 300, 3000, 400], 2000), "quotations");
});

test("where the index led, that section is reached when it is up, or cannot come up any further", () => {
  const under = (top, below) => hasArrived({ name: "dates", top }, { height: HEIGHT, above: 0, below });
  assert.deepEqual([under(56, 400), under(0, 0), under(500, 0)], [true, true, true]);
  assert.deepEqual([under(500, 400), under(-300, 0), under(950, 0)], [false, false, false]);
});

test("without sections none is in sight", () => {
  assert.equal(sectionInSight([], { height: HEIGHT, above: 0, below: 0 }), undefined);
});
