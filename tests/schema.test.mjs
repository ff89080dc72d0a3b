// The schema of the report against reports: of the engine as npm gets it, of what the page saves, and against wrong ones.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FORMATS } from "../www/export/formats.js";
import { createView } from "../www/view.js";
import { articles, engine, faults } from "./built-package.mjs";
import { report, text } from "./exports/fixture.mjs";

test("the engine's report of every article is valid", () => {
  assert.ok(articles.size > 20, "there are articles");
  for (const [article, read] of articles) {
    for (const options of [{}, { documentDate: "2026-03-02T10:30:05" }]) {
      assert.deepEqual(faults(engine.analyze(read, options)), [], article);
    }
  }
});

test("so are reports of texts in which there is little or nothing", () => {
  for (const read of ["", " \n ", "“Yes.”", "Ja, sagte sie, und ging nach Hause, weil es spät war.", "In 1998 or 03/04/2021, somebody “said”."]) {
    assert.deepEqual(faults(engine.analyze(read, {})), [], JSON.stringify(read));
  }
});

test("the JSON that the page saves is valid, of the engine's report as of one made by hand", async () => {
  const [read] = articles.values();
  for (const [of, made] of [[read, engine.analyze(read, {})], [text, report]]) {
    const saved = JSON.parse(await FORMATS.json.write(createView(of, made, { unsure: false, views: false })));
    assert.ok(saved.input.sha256);
    assert.deepEqual(faults(saved), []);
  }
});

test("a report that a reader has corrected is valid", () => {
  const corrected = structuredClone(report);
  corrected.quotations[0].corrected = ["speaker"];
  corrected.speakers[0].corrected = ["name"];
  corrected.dates[0].corrected = ["value"];
  corrected.corrections = [{ do: "rename", speaker: "s1", name: "Ana R." }, { do: "reject", quotation: "q2" }];
  assert.deepEqual(faults(corrected), []);
});

/** What is made wrong, and where the schema finds it. */
const WRONG = [
  ["a field that there is not", (wrong) => (wrong.quotations[0].mood = "angry"), "/quotations/0 must NOT have additional properties mood"],
  ["a field too few", (wrong) => delete wrong.quotations[1].act, "/quotations/1 must have required property 'act'"],
  ["null for what is absent", (wrong) => (wrong.quotations[0].said = null), "/quotations/0/said must be string"],
  ["an id of another kind", (wrong) => (wrong.quotations[0].speaker = "q1"), "/quotations/0/speaker must match pattern \"^s[1-9][0-9]*$\""],
  ["an id that counts from nought", (wrong) => (wrong.dates[0].id = "d0"), "/dates/0/id must match pattern \"^d[1-9][0-9]*$\""],
  ["a kind that there is not", (wrong) => (wrong.quotations[0].kind = "quoted"), "/quotations/0/kind must be equal to one of the allowed values"],
  ["half a code unit", (wrong) => (wrong.document.paragraphs[1].start = 0.5), "/document/paragraphs/1/start must be integer"],
  ["a quotation of no words", (wrong) => (wrong.quotations[0].content = []), "/quotations/0/content must NOT have fewer than 1 items"],
  ["a day that is none", (wrong) => (wrong.document.documentDate.value = "2 March"), "/document/documentDate/value must match pattern"],
  ["another shape", (wrong) => (wrong.schema = "whosaid/2"), "/schema must be equal to constant"],
  ["half a hash", (wrong) => (wrong.input = { length: 1, sha256: "abc" }), "/input/sha256 must match pattern \"^[0-9a-f]{64}$\""],
  ["a correction that does nothing", (wrong) => (wrong.corrections = [{ speaker: "s1" }]), "/corrections/0 must have required property 'do'"],
];

for (const [what, change, expected] of WRONG) {
  test(`a report with ${what} is not valid`, () => {
    const wrong = structuredClone(report);
    change(wrong);
    const [fault = "nothing", ...others] = faults(wrong);
    assert.ok(fault.startsWith(expected), fault);
    assert.deepEqual(others, []);
  });
}
