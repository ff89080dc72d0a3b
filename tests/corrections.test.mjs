// The reader's corrections: what each kind does to a report, what random lists of them keep true, and how they find
// their words again after an edit.
import assert from "node:assert/strict";
import { test } from "node:test";
import { EMPTY, carryOver, correct, describe, describeSteps, push, redo, undo } from "../www/corrections.js";
import { saysAlready } from "../www/corrections/already.js";
import { followWords } from "../www/corrections/places.js";
import { Record } from "../www/corrections/record.js";
import { countWords, createView, isCounted, quotedText } from "../www/view.js";
import { articles, engine, faults } from "./built-package.mjs";
import { frozen, read, text } from "./corrections/fixture.mjs";
import * as exported from "./exports/fixture.mjs";

const found = frozen(read(text));
const ALL = { unsure: true, views: true };

/** The report with the corrections, none of which is skipped. */
function corrected(...corrections) {
  const { report, skipped } = correct(text, found, frozen(corrections));
  assert.deepEqual(skipped, []);
  return report;
}
const quotation = (report, id) => report.quotations.find((each) => each.id === id);
const speaker = (report, id) => report.speakers.find((each) => each.id === id);
const wordsAt = ({ start, end }) => text.slice(start, end);
const select = (words, nth = 1) => {
  let start = -1;
  for (let n = 0; n < nth; n += 1) start = text.indexOf(words, start + 1);
  assert.ok(start >= 0, words);
  return { start, end: start + words.length };
};
const added = (span, more) => corrected({ do: "add", span, ...more }).quotations.find(({ corrected }) => corrected);

test("a quotation given to another speaker is certain, and counts for that one", () => {
  const report = corrected({ do: "attribute", quotation: "q11", speaker: "s1" });
  const { corrected: fields, ...given } = quotation(report, "q11");
  assert.deepEqual(fields, ["speaker"]);
  assert.deepEqual(given, { ...found.quotations[10], speaker: "s1", speakerRule: "user", confidence: "sure" });
  assert.deepEqual([speaker(report, "s1").quotations, speaker(report, "s1").words], [["q1", "q2", "q9", "q10", "q11"], 27]);
  assert.deepEqual([speaker(report, "s2").quotations, speaker(report, "s2").words], [["q3", "q4"], 8]);
  assert.equal(speaker(report, "s1").corrected, undefined);
});

test("what was not corrected stays the same object", () => {
  const report = corrected({ do: "attribute", quotation: "q11", speaker: "s1" }, { do: "date", date: "d1", value: "2026-11-30" });
  for (const id of ["q1", "q10", "q12"]) assert.equal(quotation(report, id), quotation(found, id));
  for (const id of ["s3", "s4"]) assert.equal(speaker(report, id), speaker(found, id));
  assert.equal(report.dates[1], found.dates[1]);
  assert.equal(report.document, found.document);
});

test("that nobody known said it takes the speaker away", () => {
  const report = corrected({ do: "attribute", quotation: "q1", speaker: null });
  const { speaker: who, speakerRule, confidence, corrected: fields } = quotation(report, "q1");
  assert.deepEqual([who, speakerRule, confidence, fields], [undefined, undefined, "sure", ["speaker"]]);
  assert.ok(!("speaker" in quotation(report, "q1")));
  assert.deepEqual(speaker(report, "s1").quotations, ["q2", "q9", "q10"]);
});

test("the speaker of the last quotation goes with it, and comes back with another", () => {
  const away = [{ do: "attribute", quotation: "q5", speaker: "s4" }, { do: "attribute", quotation: "q12", speaker: null }];
  assert.equal(speaker(corrected(...away), "s3"), undefined);
  const back = corrected(...away, { do: "attribute", quotation: "q8", speaker: "s3" });
  assert.deepEqual([speaker(back, "s3").name, speaker(back, "s3").quotations], ["Lena Obi", ["q8"]]);
});

test("somebody new gets the next number, never that of somebody gone", () => {
  const report = corrected(
    { do: "attribute", quotation: "q6", speaker: null },
    { do: "attribute", quotation: "q7", speaker: null },
    { do: "attribute-new", quotation: "q8", name: "  The\nferry   master " },
    { do: "attribute-new", quotation: "q8", name: "Ida Vos" },
    { do: "attribute-new", quotation: "q6", name: "Ida Vos" },
  );
  assert.deepEqual(report.speakers.map(({ id, name }) => [id, name]), [
    ["s1", "Mara Obi"], ["s2", "Piet Varga"], ["s3", "Lena Obi"], ["s7", "Ida Vos"], ["s6", "Ida Vos"],
  ]);
  assert.deepEqual(speaker(report, "s6"), {
    id: "s6", name: "Ida Vos", kind: "person", descriptions: [], mentions: [], quotations: ["q8"], words: 4, corrected: ["added"],
  });
});

test("the number of somebody merged away is not given again", () => {
  const report = corrected({ do: "merge", speaker: "s1", into: "s2" }, { do: "attribute-new", quotation: "q8", name: "Ida Vos" });
  assert.deepEqual(report.speakers.map(({ id }) => id), ["s2", "s3", "s4", "s5"]);
});

test("somebody new is found where the article names them, outside of other names", () => {
  const report = corrected({ do: "attribute-new", quotation: "q8", name: "Lenz" }, { do: "attribute-new", quotation: "q1", name: "Obi" });
  assert.deepEqual(speaker(report, "s5").mentions, [{ span: select("Lenz"), form: "name" }]);
  assert.deepEqual(speaker(report, "s6").mentions, []);
  assert.deepEqual(speaker(corrected({ do: "attribute-new", quotation: "q8", name: "he" }), "s5").mentions, []);
});

test("a pronoun goes along with its quotation, a name does not", () => {
  const report = corrected({ do: "attribute", quotation: "q2", speaker: "s2" }, { do: "attribute", quotation: "q1", speaker: "s2" });
  const mentions = (id) => speaker(report, id).mentions.map(({ span }) => [wordsAt(span), span.start]);
  assert.deepEqual(mentions("s2").filter(([words]) => !/Varga/.test(words)), [["she", select("she", 1).start]]);
  assert.deepEqual(mentions("s1").map(([words]) => words), ["Mara Obi", "Mara Obi", "she"]);
});

test("a new name is the speaker's, and two may have the same", () => {
  const report = corrected({ do: "rename", speaker: "s3", name: "Mara Obi" });
  assert.deepEqual(speaker(report, "s3"), { ...found.speakers[2], name: "Mara Obi", corrected: ["name"] });
  assert.deepEqual(report.quotations, found.quotations);
});

test("two that are one have all mentions, descriptions and quotations of both", () => {
  const { text: article, report: given } = exported;
  const [s1, s2, s3] = given.speakers;
  const chain = [{ do: "merge", speaker: "s1", into: "s3" }, { do: "merge", speaker: "s3", into: "s2" }];
  const { report } = correct(article, given, chain);
  assert.equal(report.speakers.length, 1);
  const [one] = report.speakers;
  assert.deepEqual([one.id, one.name, one.kind, one.gender], ["s2", s2.name, "organization", "female"]);
  assert.deepEqual([one.quotations, one.words, one.corrected], [["q1", "q2", "q3", "q5"], s1.words + s2.words + s3.words, ["merged"]]);
  assert.deepEqual(one.descriptions, s1.descriptions);
  assert.deepEqual(one.mentions.map(({ span }) => span.start), [...s1.mentions, ...s2.mentions, ...s3.mentions].map(({ span }) => span.start).sort((a, b) => a - b));
  const { speakerRule, confidence, rule, corrected: fields } = report.quotations[4];
  assert.deepEqual([speakerRule, confidence, rule, fields], ["user", "likely", "tagged", ["speaker"]]);
  assert.equal(report.quotations[1], given.quotations[1]);
});

test("one that is two gives quotations and their sources to the new one", () => {
  const report = corrected({ do: "split", speaker: "s1", quotations: ["q9", "q10", "q3"], name: "Mara Obi (daughter)" });
  assert.deepEqual(speaker(report, "s1").quotations, ["q1", "q2"]);
  assert.deepEqual(speaker(report, "s1").corrected, ["split"]);
  assert.deepEqual([speaker(report, "s5").quotations, speaker(report, "s5").words], [["q9", "q10"], 12]);
  assert.deepEqual(speaker(report, "s5").mentions.map(({ span }) => wordsAt(span)), ["Mara Obi", "she"]);
  assert.deepEqual(speaker(report, "s1").mentions.map(({ span }) => wordsAt(span)), ["Mara Obi", "she"]);
  assert.equal(quotation(report, "q9").confidence, "sure");
  assert.equal(quotation(report, "q3"), found.quotations[2]);
});

test("what is no quotation is gone from the list and from its speaker", () => {
  const report = corrected({ do: "reject", quotation: "q5" }, { do: "reject", quotation: "q12" });
  assert.deepEqual(report.quotations.map(({ id }) => id), ["q1", "q2", "q3", "q4", "q6", "q7", "q8", "q9", "q10", "q11"]);
  assert.deepEqual(report.speakers.map(({ id }) => id), ["s1", "s2", "s4"]);
});

test("selected words without quotation marks are an indirect quotation, in their place in the text", () => {
  const report = corrected(
    { do: "add", span: select(" the ferry could come back") , speaker: "s4" },
    { do: "add", span: select("The council called it a ‘wise’ step"), name: "The council" },
  );
  assert.deepEqual(report.quotations.map(({ id }) => id), ["q1", "q2", "q14", "q3", "q4", "q5", "q6", "q7", "q13", "q8", "q9", "q10", "q11", "q12"]);
  assert.deepEqual(quotation(report, "q13"), {
    id: "q13", kind: "indirect", act: "speech", content: [select("the ferry could come back")], text: "the ferry could come back",
    marked: [], speaker: "s4", rule: "user", speakerRule: "user", confidence: "sure", corrected: ["added"],
  });
  assert.deepEqual(speaker(report, "s4").quotations, ["q6", "q7", "q13"]);
  assert.equal(speaker(report, "s5").name, "The council");
  const mixed = quotation(report, "q14");
  assert.deepEqual([mixed.kind, mixed.marked], ["mixed", [select("wise")]]);
});

test("selected words in quotation marks are direct, whether the marks are selected or not", () => {
  for (const words of ["“long road”", "long road", "“long road", "long road” ", " “long road”"]) {
    const { kind, content, marked, text: told } = added(select(words));
    assert.deepEqual([kind, content, marked, told], ["direct", [select("long road")], [select("long road")], "long road"], words);
  }
  assert.equal(quotedText(text, added(select("long road"))), "“long road”");
  assert.deepEqual(added(select("long")).marked, [select("long")]);
  assert.deepEqual(corrected({ do: "add", span: select("long road") }).notSpeech, []);
});

test("what stands in quotation marks and is no speech is so again when the reader has rejected what was added", () => {
  const add = { do: "add", span: select("long road") };
  assert.deepEqual(corrected(add, { do: "reject", quotation: "q13" }).notSpeech, found.notSpeech);
  const twice = corrected(add, { do: "add", span: select("long") }, { do: "reject", quotation: "q13" });
  assert.deepEqual(twice.notSpeech, []);
});

test("words beside a mark that nothing closes, or nothing opens, stay in their paragraph", () => {
  const added = (paragraphs, from, to) => {
    const article = paragraphs.join("\n\n");
    const spanOf = (words) => ({ start: article.indexOf(words), end: article.indexOf(words) + words.length });
    const marked = ["It rains,", "It was a long letter.", "I could not read it,"].map(spanOf);
    const quotations = marked.map((span, at) => ({ ...found.quotations[0], id: `q${at + 1}`, content: [span], marked: [span] }));
    const document = { ...found.document, paragraphs: paragraphs.map(spanOf) };
    const report = { ...found, document, quotations, speakers: [], dates: [], notSpeech: [] };
    const span = { start: spanOf(from).start, end: spanOf(to).end };
    const { content } = correct(article, report, [{ do: "add", span }]).report.quotations.find(({ corrected }) => corrected);
    return content.map(({ start, end }) => article.slice(start, end));
  };
  const unclosed = ["“It rains,” said Ana Obi. “It was a long letter.", "“I could not read it,” Obi said."];
  assert.deepEqual(added(unclosed, "said Ana", "letter."), ["said Ana Obi. “It was a long letter."]);
  assert.deepEqual(added(unclosed, "said Ana", "I could not"), ["said Ana Obi. “It was a long letter.", "I could not"]);
  const unopened = ["“It rains,” said Ana Obi. “It was a long letter.”", "I could not read it,” Obi said."];
  assert.deepEqual(added(unopened, "I could", "Obi said"), ["I could not read it,” Obi said"]);
});

test("what a sentence puts behind the closing mark is not part of the words", () => {
  const article = "She calls it “a step, not more”, and he «un pas».";
  const report = { ...read("x"), document: { paragraphs: [{ start: 0, end: article.length }] }, notSpeech: [], quotations: [], speakers: [], dates: [] };
  const add = (words) => {
    const start = article.indexOf(words);
    return correct(article, report, [{ do: "add", span: { start, end: start + words.length } }]).report.quotations[0];
  };
  assert.deepEqual([add("“a step, not more”,").text, add("“a step, not more”,").kind], ["a step, not more", "direct"]);
  assert.deepEqual([add("he «un pas».").text, add("he «un pas».").kind], ["he «un pas»", "mixed"]);
});

test("of words partly in quotation marks the marks that are pairs stay", () => {
  const shown = (words) => {
    const { kind, text: told, marked } = added(select(words));
    return [kind, told, marked.map(wordsAt)];
  };
  const both = ["mixed", "“We were not asked,” said Piet Varga. “We will be heard,”", ["We were not asked,", "We will be heard,"]];
  assert.deepEqual(shown("“We were not asked,” said Piet Varga. “We will be heard,”"), both);
  assert.deepEqual(shown("We were not asked,” said Piet Varga. “We will be heard,"), both);
  assert.deepEqual(shown("asked,” said Piet Varga. “We will"), ["mixed", "asked,” said Piet Varga. “We will", ["asked,", "We will"]]);
});

test("apostrophes are no quotation marks", () => {
  const article = "The dogs’ owner says it’s ’98 again, or '99, rock ’n’ roll and 6\" nails.";
  const report = { ...read("x"), document: { paragraphs: [{ start: 0, end: article.length }] } };
  const [{ kind, marked, content }] = correct(article, report, [{ do: "add", span: { start: 0, end: article.length } }]).report.quotations;
  assert.deepEqual([kind, marked, content], ["indirect", [], [{ start: 0, end: article.length }]]);
});

test("words in two paragraphs are two stretches", () => {
  const start = text.indexOf("Whoever");
  const { content, text: told } = added({ start: start - 1, end: text.indexOf("“Some of the bolts") + 20 });
  assert.deepEqual(content.map(wordsAt), ["Whoever wrote the notice left no name: “Closed until further notice.”", "Some of the bolts a"]);
  assert.equal(told, content.map(wordsAt).join(" "));
});

test("a date takes a day, a month or a year, and says no more that it was guessed", () => {
  const report = corrected({ do: "date", date: "d1", value: "2024-02" });
  const { id, span, text: words, rule } = found.dates[0];
  assert.deepEqual(report.dates[0], {
    id, span, text: words, type: "DATE", value: "2024-02", from: "2024-02-01", to: "2024-03-01", basis: "explicit", rule, corrected: ["value"],
  });
  const period = (value) => Object.values(corrected({ do: "date", date: "d2", value }).dates[1]).filter((field) => /^\d{4}-\d\d-\d\d$/.test(field));
  assert.deepEqual(period("1999"), ["1999-01-01", "2000-01-01"]);
  assert.deepEqual(period("2024-12-31"), ["2024-12-31", "2024-12-31", "2025-01-01"]);
  assert.deepEqual(createView(text, report, ALL).saidOn("d1").map(({ id }) => id), ["q1"]);
});

test("the end of the last year that can be written is open", () => {
  for (const [value, from] of [["9999", "9999-01-01"], ["9999-12", "9999-12-01"], ["9999-12-31", "9999-12-31"]]) {
    const report = corrected({ do: "date", date: "d2", value }).dates[1];
    assert.deepEqual([report.from, "to" in report], [from, false], value);
  }
  const { to } = corrected({ do: "date", date: "d2", value: "9999-12-30" }).dates[1];
  assert.equal(to, "9999-12-31");
});

test("a range that is given a value has no ends, and these stand for themselves", () => {
  const [first, second, ...others] = found.dates;
  const range = { ...found, dates: [{ ...first, value: "2026-11-23/2026-11-24", parts: ["d2", "d3"] }, second, ...others] };
  const { report } = correct(text, range, [{ do: "date", date: "d1", value: "2026-11-23" }]);
  assert.ok(!("parts" in report.dates[0]));
  assert.deepEqual(createView(text, range, ALL).dates.map(({ id }) => id).slice(0, 2), ["d1", "d4"]);
  assert.deepEqual(createView(text, report, ALL).dates.map(({ id }) => id), report.dates.map(({ id }) => id));
});

test("what refers to nothing is skipped and told, and the rest is applied", () => {
  const nothing = [
    { do: "attribute", quotation: "q99", speaker: "s1" },
    { do: "attribute", quotation: "q1", speaker: "s99" },
    { do: "attribute", quotation: "q1" },
    { do: "attribute-new", quotation: "q1", name: " " },
    { do: "rename", speaker: "s99", name: "A" },
    { do: "rename", speaker: "s1", name: 7 },
    { do: "merge", speaker: "s1", into: "s1" },
    { do: "merge", speaker: "s1", into: "s99" },
    { do: "split", speaker: "s1", quotations: ["q3"], name: "A" },
    { do: "split", speaker: "s1", name: "A" },
    { do: "reject", quotation: "q99" },
    { do: "add", span: { start: 0.5, end: 4 } },
    { do: "add", span: { start: 9, end: 3 } },
    { do: "add", span: { start: -5, end: 6 } },
    { do: "add", span: { start: text.length - 20, end: text.length + 1 } },
    { do: "add", span: select(". “") },
    { do: "add", span: select("“We will be heard,”") },
    { do: "add", span: select("Lenz"), speaker: "s99" },
    { do: "add" },
    { do: "date", date: "d99", value: "2024" },
    { do: "date", date: "d1", value: "2023-02-29" },
    { do: "date", date: "d1", value: "2023-13" },
    { do: "date", date: "d1", value: "0000" },
    { do: "date", date: "d1", value: "next week" },
    { do: "dance" },
    {},
    null,
    "reject",
  ];
  const real = { do: "rename", speaker: "s1", name: "Mara Obi-Lund" };
  const { report, applied, skipped } = correct(text, found, frozen([...nothing, real]));
  assert.deepEqual([applied, skipped], [[real], nothing]);
  assert.deepEqual(report.quotations, found.quotations);
  assert.equal(speaker(report, "s1").name, "Mara Obi-Lund");
});

test("nobody gives quotations to somebody merged away, or to a rejected quotation", () => {
  const { skipped } = correct(text, found, [
    { do: "merge", speaker: "s3", into: "s1" },
    { do: "attribute", quotation: "q8", speaker: "s3" },
    { do: "reject", quotation: "q8" },
    { do: "attribute", quotation: "q8", speaker: "s1" },
  ]);
  assert.deepEqual(skipped.map(({ do: kind, quotation }) => [kind, quotation]), [["attribute", "q8"], ["attribute", "q8"]]);
});

test("later corrections work on what earlier ones made", () => {
  const report = corrected(
    { do: "add", span: select("the ferry could come back"), name: "A neighbor" },
    { do: "rename", speaker: "s5", name: "Ida Vos" },
    { do: "attribute", quotation: "q8", speaker: "s5" },
    { do: "split", speaker: "s5", quotations: ["q13"], name: "Somebody else" },
    { do: "merge", speaker: "s1", into: "s6" },
  );
  assert.deepEqual(speaker(report, "s5").quotations, ["q8"]);
  assert.deepEqual(speaker(report, "s5").corrected, ["added", "name", "split"]);
  assert.deepEqual(speaker(report, "s6").quotations, ["q1", "q2", "q13", "q9", "q10"]);
  assert.deepEqual(quotation(report, "q13").corrected, ["added", "speaker"]);
});

test("what is taken back is as if it had never been, and can be made again", () => {
  const merge = { do: "merge", speaker: "s3", into: "s1" };
  const rename = { do: "rename", speaker: "s1", name: "The Obis" };
  const both = push(push(frozen(EMPTY), merge), rename);
  const one = undo(frozen(both));
  assert.deepEqual(one, { done: [merge], undone: [rename] });
  assert.deepEqual(redo(frozen(one)), both);
  const none = undo(one);
  assert.deepEqual(none, { done: [], undone: [rename, merge] });
  assert.equal(correct(text, found, none.done).report, found);
  assert.equal(undo(none), none);
  assert.equal(redo(both), both);
  assert.deepEqual(push(one, merge), { done: [merge, merge], undone: [] });
});

test("each correction is told in a line", () => {
  const tell = (correction) => describe(correction, createView(text, found, ALL));
  assert.equal(tell({ do: "attribute", quotation: "q4", speaker: "s3" }), "Speaker of “We will be heard” set to Lena Obi");
  assert.equal(tell({ do: "attribute", quotation: "q4", speaker: null }), "Speaker of “We will be heard” set to nobody");
  assert.equal(tell({ do: "attribute-new", quotation: "q4", name: "Ida Vos" }), "Speaker of “We will be heard” set to Ida Vos");
  assert.equal(tell({ do: "rename", speaker: "s3", name: "Lena" }), "Lena Obi renamed to Lena");
  assert.equal(tell({ do: "merge", speaker: "s3", into: "s1" }), "Lena Obi merged into Mara Obi");
  assert.equal(tell({ do: "split", speaker: "s1", quotations: ["q1", "q2"], name: "Ida" }), "2 quotations moved from Mara Obi to Ida");
  assert.equal(tell({ do: "reject", quotation: "q4" }), "“We will be heard” removed as no quotation");
  assert.equal(tell({ do: "add", span: select("“long road”"), speaker: "s2" }), "“long road” added as a quotation of Piet Varga");
  assert.equal(
    tell({ do: "add", span: select("Tom Reyes thinks that the ferry could come back. Whoever wrote") }),
    "“Tom Reyes thinks that the ferry could come back…” added as a quotation",
  );
  assert.equal(tell({ do: "date", date: "d1", value: "2026-11-30" }), "“Monday” set to 30 November 2026");
});

test("undo and redo are told with the words of what they bring back", () => {
  const reject = { do: "reject", quotation: "q4" };
  const rename = { do: "rename", speaker: "s5", name: "Ida Vos" };
  const made = [{ do: "attribute-new", quotation: "q8", name: "The notice" }, rename, reject].reduce(push, EMPTY);
  assert.deepEqual(describeSteps(text, found, made), { undo: "“We will be heard” removed as no quotation", redo: "" });
  assert.deepEqual(describeSteps(text, found, undo(made)), { undo: "The notice renamed to Ida Vos", redo: "“We will be heard” removed as no quotation" });
  const named = undo(undo(made));
  assert.deepEqual(describeSteps(text, found, named), {
    undo: "Speaker of “Closed until further notice.” set to The notice", redo: "The notice renamed to Ida Vos",
  });
  assert.deepEqual(describeSteps(text, found, EMPTY), { undo: "", redo: "" });
});

/** What the corrections are after an edit; `kept` as `do` and ids. */
function edit(corrections, change) {
  const article = change(text);
  assert.notEqual(article, text);
  const report = read(article);
  const { kept, lost } = carryOver(frozen(corrections), { text, report: found }, { text: article, report: frozen(report) });
  const after = correct(article, report, kept);
  assert.deepEqual(after.skipped, []);
  return { kept, lost, report: after.report, article };
}

test("after an edit before them corrections are on the same words", () => {
  const corrections = [
    { do: "attribute", quotation: "q6", speaker: "s1" },
    { do: "reject", quotation: "q10" },
    { do: "date", date: "d4", value: "2026-11-30" },
    { do: "add", span: select("the ferry could come back"), speaker: "s4" },
    { do: "rename", speaker: "s2", name: "P. Varga" },
  ];
  const { kept, lost, report, article } = edit(corrections, (old) => `“Stay away,” said Ida Vos on Tuesday.\n\n${old}`);
  assert.deepEqual(lost, []);
  assert.deepEqual(kept.map(({ span, ...rest }) => rest), [
    { do: "attribute", quotation: "q7", speaker: "s2" },
    { do: "reject", quotation: "q11" },
    { do: "date", date: "d5", value: "2026-11-30" },
    { do: "add", speaker: "s5" },
    { do: "rename", speaker: "s3", name: "P. Varga" },
  ]);
  assert.equal(article.slice(kept[3].span.start, kept[3].span.end), "the ferry could come back");
  assert.equal(speaker(report, "s3").name, "P. Varga");
});

test("after an edit behind them corrections are unchanged", () => {
  const corrections = [{ do: "attribute", quotation: "q5", speaker: "s2" }, { do: "split", speaker: "s1", quotations: ["q1"], name: "Ida" }];
  assert.deepEqual(edit(corrections, (old) => `${old}\n“No.” said Ida Vos.\n`).kept, corrections);
});

test("corrections of a quotation in which somebody types stay with it", () => {
  const corrections = [
    { do: "attribute", quotation: "q1", speaker: "s2" },
    { do: "reject", quotation: "q2" },
  ];
  const { kept, lost } = edit(corrections, (old) => old.replace("The bridge stays shut", "The bridge remains shut"));
  assert.deepEqual([kept, lost], [corrections, []]);
});

test("corrections of words that are gone are lost, and told", () => {
  const corrections = [
    { do: "attribute", quotation: "q1", speaker: "s2" },
    { do: "reject", quotation: "q2" },
    { do: "split", speaker: "s1", quotations: ["q1"], name: "Ida" },
    { do: "split", speaker: "s1", quotations: ["q1", "q9"], name: "Ida" },
  ];
  const { kept, lost, report } = edit(corrections, (old) => old.replace(/^.*The bridge stays shut.*$/m, "Nothing more is known."));
  assert.deepEqual(lost, corrections.slice(0, 3));
  assert.deepEqual(kept.map((correction) => correction.do), ["split"]);
  assert.deepEqual(report.quotations.filter(({ corrected }) => corrected).map((each) => each.text), [quotation(found, "q9").text]);
});

test("of two with the same words each keeps its own, and one that was cut out takes its correction along", () => {
  const corrections = [{ do: "attribute", quotation: "q5", speaker: "s1" }, { do: "attribute", quotation: "q6", speaker: "s2" }];
  const moved = edit(corrections, (old) => old.replace("“No.” said Lena", "It rained and rained. “No.” said Lena"));
  assert.deepEqual(moved.kept, corrections);
  const cut = edit(corrections, (old) => old.replace("“No.” said Lena Obi. ", ""));
  assert.deepEqual(cut.lost, [corrections[0]]);
  assert.deepEqual(cut.kept, [{ do: "attribute", quotation: "q5", speaker: "s2" }]);
});

test("of two with the same words and no source, the one that is left keeps only its own correction", () => {
  const cry = (article) => ({ text: article, report: read(article) });
  const corrections = [{ do: "attribute-new", quotation: "q1", name: "Ida" }, { do: "attribute-new", quotation: "q2", name: "Ana" }];
  const { kept, lost } = carryOver(corrections, cry("It rained. “Fire.” Then “Fire.” again."), cry("Then “Fire.” again."));
  assert.deepEqual([kept, lost], [[{ ...corrections[1], quotation: "q1" }], [corrections[0]]]);
});

test("a speaker whose only mention is a pronoun is found at its place", () => {
  const before = { text, report: { ...found, speakers: [{ ...found.speakers[0], name: "the woman", mentions: found.speakers[0].mentions.slice(1, 2) }] } };
  const others = found.speakers.slice(1, 3).map((each, at) => ({ ...each, name: `somebody ${at}` }));
  const after = { text, report: { ...found, speakers: [...others, { ...before.report.speakers[0], id: "s9", name: "a woman" }] } };
  assert.deepEqual(carryOver([{ do: "rename", speaker: "s1", name: "Ida" }], before, after).kept, [{ do: "rename", speaker: "s9", name: "Ida" }]);
});

test("a speaker whose name and places are new is found by what it is called elsewhere", () => {
  const article = "It rained. “We will be heard,” said Varga. It rained.";
  const report = read(article);
  report.speakers[0].name = "Peter Varga";
  const { kept } = carryOver([{ do: "rename", speaker: "s2", name: "P. Varga" }], { text, report: found }, { text: article, report });
  assert.deepEqual(kept, [{ do: "rename", speaker: "s1", name: "P. Varga" }]);
});

test("a speaker whose name was edited is found by a mention", () => {
  const corrections = [{ do: "rename", speaker: "s2", name: "P. Varga" }];
  const article = text.replace("Piet Varga", "Peter Varga");
  const report = read(article);
  // The one that the reader of the fixture takes for a second one is the one in this report.
  report.speakers = report.speakers.filter(({ name }) => name !== "Peter Varga").map((each) => (each.name === "Piet Varga" ? { ...each, name: "Peter Varga" } : each));
  const { kept, lost } = carryOver(corrections, { text, report: found }, { text: article, report });
  assert.deepEqual(lost, []);
  assert.equal(speaker(report, kept[0].speaker).name, "Peter Varga");
});

test("who was made by a correction is known to later ones, under the new number", () => {
  const corrections = [
    { do: "attribute-new", quotation: "q1", name: "Gone" },
    { do: "attribute-new", quotation: "q8", name: "The notice" },
    { do: "add", span: select("the ferry could come back") },
    { do: "attribute", quotation: "q13", speaker: "s6" },
    { do: "attribute", quotation: "q9", speaker: "s5" },
    { do: "merge", speaker: "s6", into: "s4" },
  ];
  const { kept, lost, report } = edit(corrections, (old) => old.replace("“The bridge stays shut,” said Mara Obi on Monday. ", ""));
  assert.deepEqual(lost, [corrections[0], corrections[4]]);
  assert.deepEqual(kept.map(({ do: kind, quotation: id, speaker: who, into }) => [kind, id, who, into]), [
    ["attribute-new", "q7", undefined, undefined],
    ["add", undefined, undefined, undefined],
    ["attribute", "q12", "s5", undefined],
    ["merge", undefined, "s5", "s3"],
  ]);
  assert.deepEqual(speaker(report, "s3").quotations, ["q5", "q6", "q12", "q7"]);
});

test("a correction that has lost one of its quotations is told with that one, and keeps the others", () => {
  const split = { do: "split", speaker: "s1", quotations: ["q1", "q9", "q10", "q99"], name: "Ida" };
  const gone = edit([split], (old) => old.replace(/^.*The bridge stays shut.*$/m, "Nothing more is known."));
  assert.deepEqual(gone.lost, [{ ...split, quotations: ["q1"] }]);
  assert.deepEqual(gone.report.quotations.filter(({ corrected }) => corrected).map((each) => each.text), [quotation(found, "q9").text, quotation(found, "q10").text]);
  const ofAnother = edit([split], (old) => old.replace("bolts are older than I am,” said Mara Obi", "bolts are older than I am,” said Piet Varga"));
  assert.deepEqual(ofAnother.lost, [{ ...split, quotations: ["q9", "q10"] }]);
});

test("a quotation whose mark is gone for a moment is with the speaker whom the reader gave it to again", () => {
  const record = new Record();
  record.accept(text, found);
  record.correct({ do: "split", speaker: "s1", quotations: ["q1", "q9"], name: "Ida" });
  const { report } = record.shown;
  const half = text.replace("older than I am,”", "older than I am,");
  record.accept(half, read(half));
  assert.deepEqual(record.lost, ["1 quotation moved from Mara Obi to Ida"]);
  record.accept(text, read(text));
  assert.deepEqual([record.shown.report, record.lost], [report, []]);
});

test("selected words that are twice in the article are found where they were", () => {
  const corrections = [{ do: "add", span: select("the", 3) }];
  const { kept, article } = edit(corrections, (old) => `${"Lately, the rain. ".repeat(20)}${old}`);
  assert.equal(kept[0].span.start - corrections[0].span.start, article.length - text.length);
});

test("a correction to what the report says already is known, one that makes it certain is not", () => {
  const says = (correction) => saysAlready(found, correction);
  assert.ok(says({ do: "rename", speaker: "s1", name: " Mara  Obi" }));
  assert.ok(!says({ do: "rename", speaker: "s3", name: "Mara Obi" }));
  assert.ok(says({ do: "date", date: "d2", value: "2019" }));
  assert.ok(!says({ do: "date", date: "d1", value: found.dates[0].value }));
  assert.ok(!says({ do: "attribute", quotation: "q1", speaker: "s1" }));
  assert.ok(saysAlready(corrected({ do: "attribute", quotation: "q1", speaker: "s1" }), { do: "attribute", quotation: "q1", speaker: "s1" }));
  assert.ok(saysAlready(corrected({ do: "attribute", quotation: "q1", speaker: null }), { do: "attribute", quotation: "q1", speaker: null }));
  assert.ok(!says({ do: "reject", quotation: "q1" }));
});

test("words are followed through an edit around them, and not through one in them", () => {
  const before = "It rained. Then it rained again.";
  const follow = (after, words = "rained again") => {
    const start = before.indexOf(words);
    const span = followWords(before, after, { start, end: start + words.length });
    return span && [span.start, after.slice(span.start, span.end)];
  };
  assert.deepEqual(follow(`It snowed. ${before}`), [30, "rained again"]);
  assert.deepEqual(follow("It rained. Then it only rained again."), [24, "rained again"]);
  assert.deepEqual(follow("It rained. Then it rained again, and again."), [19, "rained again"]);
  assert.deepEqual(follow("Then it rained again."), [8, "rained again"]);
  assert.equal(follow("It rained. Then it rained once again."), undefined);
  assert.equal(follow("It rained."), undefined);
  assert.equal(follow("Then again, no.", "It rained"), undefined);
});

test("thousands of random lists leave every report whole", () => {
  const twelve = { article: text, given: found };
  const exports = { article: exported.text, given: frozen(exported.report) };
  for (let seed = 1; seed <= 3000; seed += 1) {
    const { article, given } = seed % 3 ? twelve : exports;
    const corrections = frozen(randomList(random(seed), article.length));
    try {
      check(article, given, corrections);
    } catch (failure) {
      failure.message = `seed ${seed}, ${JSON.stringify(corrections)}: ${failure.message}`;
      throw failure;
    }
  }
});

test("random corrections and edits of articles that the engine read leave every report whole and valid", () => {
  const all = [...articles.values()];
  for (let seed = 1; seed <= 30; seed += 1) {
    const below = random(seed);
    const record = new Record();
    const made = [];
    const read = (article) => record.accept(article, frozen(engine.analyze(article, {})));
    read(all[below(all.length)].slice(0, 4000));
    try {
      for (let step = 0; step < 8; step += 1) {
        const [kind, article] = [below(8), record.shown.text];
        if (kind === 0) made.push("undo", record.undo());
        else if (kind === 1) made.push("redo", record.redo());
        else if (kind === 2) read(randomEdit(below, article));
        else made.push(record.correct(randomCorrection(below, article.length)));
        const { text: now, report, corrections } = record.shown;
        checkWhole(now, report);
        assert.deepEqual(faults({ ...report, corrections }), []);
      }
    } catch (failure) {
      failure.message = `seed ${seed}, ${JSON.stringify(made)}: ${failure.message}`;
      throw failure;
    }
  }
});

/** What is true of every report, corrected or not. */
function checkWhole(article, report) {
  const { quotations, speakers, dates, notSpeech, document } = report;
  const ids = [...quotations, ...speakers, ...dates].map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  const isInside = (outer, { start, end }) => outer.start <= start && start < end && end <= outer.end;
  const whole = { start: 0, end: article.length };
  const hasDate = (wanted) => dates.some(({ id }) => id === wanted);
  for (const each of quotations) {
    assert.ok(each.speaker === undefined || speaker(report, each.speaker), each.id);
    assert.ok(each.said === undefined || hasDate(each.said), each.id);
    assert.equal(each.text, each.content.map(({ start, end }) => article.slice(start, end)).join(" "));
    for (const span of each.content) assert.ok(document.paragraphs.some((paragraph) => isInside(paragraph, span)), each.id);
    for (const span of each.marked) {
      assert.ok(each.content.some((content) => isInside(content, span)), each.id);
      if (each.corrected?.includes("added")) assert.ok(!notSpeech.some((other) => other.span.start < span.end && span.start < other.span.end), each.id);
    }
  }
  const starts = quotations.map(({ content }) => content[0].start);
  assert.deepEqual(starts, [...starts].sort((a, b) => a - b));
  const words = (some) => some.filter(isCounted).reduce((sum, each) => sum + countWords(each.text), 0);
  for (const { id, name, mentions, quotations: listed, words: counted } of speakers) {
    const own = quotations.filter((each) => each.speaker === id);
    assert.ok(own.length && name.trim(), id);
    assert.deepEqual([listed, counted], [own.map((each) => each.id), words(own)]);
    for (const { span } of mentions) assert.ok(isInside(whole, span), id);
  }
  for (const { id, span, text: written, parts = [], anchor = "document" } of dates) {
    assert.equal(article.slice(span.start, span.end), written);
    assert.ok(parts.every(hasDate) && (anchor === "document" || hasDate(anchor)), id);
  }
}

function check(article, given, corrections) {
  const { report, applied, skipped } = correct(article, given, corrections);
  const { quotations, dates } = report;
  assert.equal(applied.length + skipped.length, corrections.length);
  if (!applied.length) assert.equal(report, given);
  checkWhole(article, report);
  for (const each of quotations) if (!each.corrected) assert.equal(each, quotation(given, each.id));
  for (const each of dates) if (!each.corrected) assert.equal(each, given.dates.find(({ id }) => id === each.id));
  const view = createView(article, report, ALL, applied);
  assert.ok(view.quotations.every((each) => (each.speaker ? view.speakerOf(each).id === each.speaker && view.badgeOf(each.speaker) !== "?" : true)));
  assert.equal(view.counts.speakers, new Set(quotations.filter(isCounted).flatMap((each) => each.speaker ?? [])).size);
  const here = { text: article, report: given };
  const { kept, lost } = carryOver(corrections, here, here);
  assert.deepEqual(lost, skipped);
  assert.deepEqual(correct(article, given, kept), { report, applied: kept, skipped: [] });
  let history = corrections.reduce(push, EMPTY);
  for (const _ of corrections) history = undo(history);
  assert.equal(correct(article, given, history.done).report, given);
  for (const _ of corrections) history = redo(history);
  assert.deepEqual(correct(article, given, history.done).report, report);
}

/** A generator of numbers below a limit, the same for the same seed (a linear congruence). */
function random(seed) {
  let state = seed * 2654435761;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Some at a time, as they are made one after the other. */
function randomList(below, length) {
  return Array.from({ length: below(12) }, () => randomCorrection(below, length));
}

/** A correction of any kind, now and then of what is not there. */
function randomCorrection(below, length) {
  const id = (letter, most) => `${letter}${1 + below(most)}`;
  const name = () => ["Ana Ribeiro", "Obi", "", "<b>x</b>", "Mara Obi", "The council"][below(6)];
  const span = () => {
    const start = below(length + 4) - 2;
    return { start, end: start + below(below(2) ? 60 : 400) };
  };
  const kinds = [
    () => ({ do: "attribute", quotation: id("q", 15), speaker: below(5) ? id("s", 8) : null }),
    () => ({ do: "attribute-new", quotation: id("q", 15), name: name() }),
    () => ({ do: "rename", speaker: id("s", 8), name: name() }),
    () => ({ do: "merge", speaker: id("s", 6), into: id("s", 6) }),
    () => ({ do: "split", speaker: id("s", 6), quotations: Array.from({ length: below(6) }, () => id("q", 15)), name: name() }),
    () => ({ do: "reject", quotation: id("q", 15) }),
    () => ({ do: "add", span: span(), ...[{}, { speaker: id("s", 6) }, { name: name() }][below(3)] }),
    () => ({ do: "date", date: id("d", 5), value: ["2024", "2024-02", "2024-02-29", "2023-02-29", "9999-12-31", "soon"][below(6)] }),
  ];
  return kinds[below(kinds.length)]();
}

/** Something typed, something deleted, or a paragraph cut out. */
function randomEdit(below, article) {
  const at = below(article.length);
  const typed = ["x", " ", "\n\n", "“", "”", "😀", "“Yes,” said Ana Ribeiro. "][below(7)];
  const paragraphs = article.split("\n\n");
  return [
    () => article.slice(0, at) + typed + article.slice(at),
    () => article.slice(0, at) + article.slice(at + 1 + below(3)),
    () => paragraphs.toSpliced(below(paragraphs.length), 1).join("\n\n"),
  ][below(3)]();
}
