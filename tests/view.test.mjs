// The numbers of the speakers, which are their hues too: the most quoted first, and by corrections as few new ones as can be.
import assert from "node:assert/strict";
import { test } from "node:test";
import { correct } from "../www/corrections.js";
import { createView } from "../www/view.js";
import { read, text } from "./corrections/fixture.mjs";

const found = read(text);

/** Each speaker's number, by name, in the order in which they are listed. */
function numbers(...corrections) {
  const { report, applied, skipped } = correct(text, found, corrections);
  assert.deepEqual(skipped, []);
  const view = createView(text, report, { unsure: true, views: true }, applied, found);
  return view.speakers.map(({ id, name }) => `${view.badgeOf(id)} ${name}`);
}
const [first, second, third, fourth] = [...found.speakers].sort((a, b) => b.words - a.words);

test("the most quoted is the first", () => {
  assert.deepEqual(numbers(), [`1 ${first.name}`, `2 ${second.name}`, `3 ${third.name}`, `4 ${fourth.name}`]);
});

test("two that are merged have the lower of their numbers, and the others keep theirs", () => {
  assert.deepEqual(numbers({ do: "merge", speaker: first.id, into: third.id }), [`1 ${third.name}`, `2 ${second.name}`, `4 ${fourth.name}`]);
  assert.deepEqual(numbers({ do: "merge", speaker: third.id, into: second.id }), [`1 ${first.name}`, `2 ${second.name}`, `4 ${fourth.name}`]);
});

test("merged twice, the lowest of the three numbers is left", () => {
  const merges = [{ do: "merge", speaker: first.id, into: fourth.id }, { do: "merge", speaker: fourth.id, into: second.id }];
  assert.deepEqual(numbers(...merges), [`1 ${second.name}`, `3 ${third.name}`]);
});

test("who comes by a correction follows, and who has lost all quotations leaves a gap", () => {
  const [quotation] = second.quotations;
  const one = { do: "attribute-new", quotation, name: "Rosa Lund" };
  assert.ok(numbers(one).includes("5 Rosa Lund"));
  const rest = second.quotations.map((each) => ({ do: "attribute-new", quotation: each, name: "Rosa Lund" }));
  assert.ok(!numbers(...rest).some((each) => each.startsWith("2 ")));
  assert.deepEqual(numbers(...rest).slice(0, 2), [`1 ${first.name}`, `3 ${third.name}`]);
});
