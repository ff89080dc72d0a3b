// Where the card beside the words goes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { placeCard } from "../www/card-place.js";

const window = { width: 1000, height: 600 };
const card = { width: 300, height: 100 };
/** A line of text. */
const line = (left, top, right) => ({ left, top, right, bottom: top + 20 });
const place = (words, changes = {}) => placeCard({ words, near: words[0], x: words[0].left, card, window, ...changes });

test("a card stands right above the words where there is room", () => {
  assert.deepEqual(place([line(200, 300, 400)]), { left: 176, top: 196 });
});

test("a card stands below the words near the upper edge of the window", () => {
  assert.deepEqual(place([line(200, 90, 400)]), { left: 176, top: 114 });
});

test("a card stays inside the window at its left and its right edge", () => {
  assert.equal(place([line(5, 300, 40)]).left, 16);
  assert.equal(place([line(960, 300, 990)]).left, 684);
});

test("a card as wide as a narrow window keeps its gutters", () => {
  const narrow = { window: { width: 320, height: 600 }, card: { width: 288, height: 100 } };
  for (const left of [0, 150, 300]) assert.equal(place([line(left, 300, left + 20)], narrow).left, 16);
});

test("a card above the second half of a quotation does not cover the first half", () => {
  const words = [line(200, 260, 500), line(250, 300, 400)];
  assert.equal(place(words, { near: words[1] }).top, 324);
  assert.equal(place(words, { near: words[1], x: 700 }).top, 196, "beside it there is room");
});

test("a card between two halves that leave no room goes above both", () => {
  const words = [line(200, 260, 500), line(200, 300, 500), line(200, 340, 500)];
  assert.equal(place(words, { near: words[1] }).top, 156);
});

test("where the words leave no room the card is at the edge where it covers fewest of them", () => {
  const lines = (from) => Array.from({ length: 33 }, (_, at) => line(0, from + at * 20, 1000));
  const near = (words) => ({ left: 0, top: words[0].top, right: 1000, bottom: words[32].bottom });
  for (const [from, top] of [[-100, 496], [40, 4]]) {
    assert.equal(place(lines(from), { near: near(lines(from)) }).top, top);
  }
});
