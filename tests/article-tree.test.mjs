// Findings inside each other, across each other and across paragraphs, as the article is drawn from them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { articleTree } from "../www/article-tree.js";
import { createView } from "../www/view.js";

const text = "One two three four.\n\nFive six.";

/** Returns the tree for quotations with these spans, as text: `[1 …]` is quotation 1's first piece, `(1 …)` a further one. */
function tree(...spans) {
  const quotations = spans.map((content, index) => ({
    id: `q${index + 1}`, kind: "direct", act: "speech", confidence: "sure", marked: [], content: [content], text: "",
  }));
  const paragraphs = [{ start: 0, end: 19 }, { start: 21, end: 30 }];
  const report = { document: { paragraphs }, quotations, speakers: [], dates: [] };
  const shown = (children) =>
    children.map((child) => {
      if (typeof child === "string") return child;
      const number = child.what.quotation.id.slice(1);
      const inside = `${number} ${shown(child.children)}`;
      return child.isFirst ? `[${inside}]` : `(${inside})`;
    }).join("");
  return articleTree(createView(text, report, { unsure: true, views: true })).map(({ children }) => shown(children));
}

test("what lies inside is inside", () => {
  assert.deepEqual(tree({ start: 4, end: 18 }, { start: 8, end: 13 }), ["One [1 two [2 three] four].", "Five six."]);
});

test("what overlaps is cut at the edge of the outer one", () => {
  assert.deepEqual(tree({ start: 0, end: 13 }, { start: 8, end: 18 }), ["[1 One two [2 three]](2  four).", "Five six."]);
});

test("what goes on in the next paragraph is cut there", () => {
  assert.deepEqual(tree({ start: 14, end: 25 }), ["One two three [1 four.]", "(1 Five) six."]);
});

test("of what has no words nothing is drawn", () => {
  assert.deepEqual(tree({ start: 4, end: 4 }), ["One two three four.", "Five six."]);
});
