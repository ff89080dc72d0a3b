// Every format against its golden file, and read back by a reader that knows nothing of ours: Python's own for CSV,
// HTML and Web Annotation, the reference implementation of CommonMark for Markdown.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Parser } from "commonmark";
import { toCitation } from "../www/export/citation.js";
import { FORMATS } from "../www/export/formats.js";
import { correct } from "../www/corrections.js";
import { LONGEST_EXCERPT, toWrongAnswer } from "../www/export/wrong-answer.js";
import { createView } from "../www/view.js";
import { NAMES, corrections, report, text } from "./exports/fixture.mjs";

const here = fileURLToPath(new URL("exports/", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "whosaid-exports-"));
after(() => rmSync(scratch, { recursive: true }));

const view = createView(text, report, { unsure: false, views: false });
const hand = correct(text, report, corrections);
const byHand = createView(text, hand.report, { unsure: true, views: true }, hand.applied);
const write = (format, of = view) => FORMATS[format].write(of);

/** Returns what Python reads from an export. */
async function readBack(format, of = view) {
  const article = join(scratch, "article.txt");
  writeFileSync(article, text);
  const python = spawnSync("python3", [join(here, "read_back.py"), format, article], {
    input: await write(format, of),
    encoding: "utf8",
  });
  assert.equal(python.status, 0, python.stderr || String(python.error));
  return JSON.parse(python.stdout);
}

for (const [format, { extension }] of Object.entries(FORMATS)) {
  test(`${format} is what its golden file says`, async () => {
    assert.equal(await write(format), readFileSync(join(here, `golden/who-said.${extension}`), "utf8"));
  });
  test(`${format} with corrections is what its golden file says`, async () => {
    assert.equal(await write(format, byHand), readFileSync(join(here, `golden/corrected.${extension}`), "utf8"));
  });
}

test("JSON holds the report as it was, and what it is a report of", async () => {
  const { input, ...rest } = JSON.parse(await write("json"));
  assert.deepEqual(rest, JSON.parse(JSON.stringify(report)));
  assert.deepEqual(input, { length: text.length, sha256: createHash("sha256").update(text).digest("hex") });
});

test("CSV has a row for every quotation, and no cell is a formula", async () => {
  const rows = await readBack("csv");
  assert.deepEqual(rows.map(({ id }) => id), report.quotations.map(({ id }) => id));
  const cells = rows.flatMap((row) => Object.values(row));
  assert.deepEqual(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell)), []);
  const [first, second, , fourth] = rows;
  assert.deepEqual(
    [first.speaker, first.description, first.said, first.paragraph],
    ["Ana Ribeiro", "the mayor", "2026-03-02", "2"],
  );
  assert.equal(first.quotation, "“We won’t pay, and `rm -rf` won’t help,” … “Not\none #cent.”");
  assert.equal(second.speaker, '\'=HYPERLINK("http://evil.example")');
  assert.deepEqual([fourth.act, fourth.confidence, fourth.speaker], ["thought", "unsure", ""]);
});

test("Web Annotations are anchored where the report says, in code points", async () => {
  const found = await readBack("web-annotation");
  const spans = [...report.quotations.map(({ id, content }) => [id, content]), ...report.dates.map(({ id, span }) => [id, [span]])];
  const expected = spans.flatMap(([id, all]) => all.map(({ start, end }) => [id, text.slice(start, end)]));
  assert.deepEqual(found.map(({ id, by_position }) => [id, by_position]), expected);
  for (const { id, by_position, by_quote, is_there, is_source } of found) {
    assert.deepEqual([id, by_quote, is_there, is_source], [id, by_position, true, true]);
  }
});

test("HTML shows the article whole, and has neither scripts nor anything of the article as markup", async () => {
  const { tags, attributes, open, paragraphs, numbers, heading, quotations } = await readBack("html");
  assert.deepEqual(open, []);
  assert.deepEqual(paragraphs, report.document.paragraphs.map(({ start, end }) => text.slice(start, end)));
  assert.deepEqual(numbers, [1, 2, 3, 4, 5, 6]);
  assert.equal(heading, paragraphs[0]);
  assert.deepEqual(quotations.length, view.quotations.length);
  assert.ok(["script", "img", "iframe", "object", "link", "form"].every((tag) => !tags.includes(tag)), tags.join());
  assert.deepEqual(attributes.filter((name) => name.startsWith("on") || name === "style" || name === "src"), []);
});

test("in HTML the number behind a quotation is that of its entry, which leads back to it and to its paragraph", async () => {
  const everything = createView(text, report, { unsure: true, views: true });
  for (const of of [view, byHand, everything]) {
    const { links, entries } = await readBack("html", of);
    assert.deepEqual(entries, of.quotations.map(({ id }) => id));
    const paragraphOf = ({ content }) => `#p${of.paragraphOf(content[0].start)}`;
    const expected = [
      ...of.quotations.map(({ id }, index) => [`m-${id}`, `#${id}`, `Quotation ${index + 1}`, String(index + 1)]),
      ...of.quotations.flatMap((quotation, index) => [
        [quotation.id, paragraphOf(quotation), null, paragraphOf(quotation).replace("#p", "¶ ")],
        [quotation.id, `#m-${quotation.id}`, `Quotation ${index + 1} in the text`, "↑"],
      ]),
    ];
    assert.deepEqual(links.sort(), expected.sort());
  }
});

test("a headline that is part of its paragraph, and none, leave the article whole below the title", async () => {
  for (const headline of [undefined, { start: 0, end: 5 }]) {
    const of = createView(text, { ...report, document: { ...report.document, headline } }, { unsure: false, views: false });
    const html = await write("html", of);
    assert.match(html, /<article>\n<p id="p1" data-n="1" dir="auto">Mayor says/);
    assert.match(html, headline ? /<h1 dir="auto">Mayor<\/h1>/ : /<h1 dir="auto">Who said what, and when<\/h1>/);
  }
});

test("dates are told in order of time, and those without a day after them", async () => {
  const dates = [
    { id: "d4", span: report.dates[1].span, text: "Monday", type: "SET", value: "XXXX-WXX-1", basis: "explicit", rule: "set" },
    ...report.dates,
  ];
  const of = createView(text, { ...report, dates }, { unsure: false, views: false });
  const inOrder = ["1998: “1998”", "Mon 2 Mar 2026: “2 March 2026”, “Monday”", "every Monday: “Monday”"];
  assert.deepEqual((await readBack("html", of)).dates, inOrder);
  const markdown = await write("markdown", of);
  assert.ok(markdown.includes(`## Dates\n\n- ${inOrder[0]}\n- ${inOrder[1]}\n\nWithout a day of their own:\n\n- ${inOrder[2]}\n`), markdown);
});

/** What the reference implementation of CommonMark reads: the kinds of nodes, the quotes, and all text. */
async function readMarkdown(of) {
  const walker = new Parser().parse(await write("markdown", of)).walker();
  const kinds = new Set();
  const quotes = [];
  let all = "";
  let isQuote = false;
  for (let step = walker.next(); step; step = walker.next()) {
    const { node, entering } = step;
    kinds.add(node.type);
    if (node.type === "block_quote") {
      isQuote = entering;
      if (entering) quotes.push("");
    } else if (isQuote && node.literal) quotes[quotes.length - 1] += node.literal;
    all += node.literal ?? "";
  }
  return { kinds, quotes, all };
}

const MARKUP = ["html_inline", "html_block", "link", "image", "code", "code_block", "emph"];

test("Markdown reads as the words, with no markup of the article's own", async () => {
  const { kinds, quotes } = await readMarkdown(view);
  assert.deepEqual(quotes, [
    "“We won’t pay, and `rm -rf` won’t help,” … “Not one #cent.”",
    "the “pier | bridge” was _gone_",
    "“שלום <script>canary()</script>”",
    "- It is over",
  ]);
  for (const kind of MARKUP) assert.ok(!kinds.has(kind), kind);
});

test("a citation names the speaker, the article and its day", () => {
  const [first, , , fourth] = report.quotations.map((quotation) => toCitation(view, quotation));
  assert.equal(
    first,
    "“We won’t pay, and `rm -rf` won’t help,” … “Not one #cent.” (Ana Ribeiro, the mayor; “Mayor says *no* to <b>the pier</b>”, 2 March 2026)",
  );
  assert.match(fourth, /^"Maybe & perhaps" \(Speaker not known; /);
});

test("a name without a capital has one wherever it stands alone, and one that the reader typed, or that has its own, is kept", async () => {
  const named = (name, corrected) =>
    createView(text, { ...report, speakers: [{ ...report.speakers[0], name, corrected }, ...report.speakers.slice(1)] }, { unsure: true, views: true });
  const cases = [
    ["witnesses", undefined, "Witnesses"],
    ["senior official", undefined, "Senior official"],
    ["éclair’s bakers", undefined, "Éclair’s bakers"],
    ["eBay", undefined, "eBay"],
    ["witnesses", ["name"], "witnesses"],
    ["bell hooks", ["added", "name"], "bell hooks"],
  ];
  for (const [name, corrected, expected] of cases) {
    const of = named(name, corrected);
    const [{ speaker }] = await readBack("csv", of);
    const [first] = await readBack("web-annotation", of);
    assert.deepEqual([speaker, first.names], [expected, [expected]]);
    assert.ok((await write("html", of)).includes(`<b>${expected}</b>, the mayor`), expected);
    assert.ok((await write("markdown", of)).includes(`**${expected}**, the mayor`), expected);
    assert.ok(toCitation(of, report.quotations[0]).includes(` (${expected}, the mayor; `));
    assert.equal(lineOf(toWrongAnswer(of, report.quotations[0], {}), "speaker"), expected);
  }
});

test("JSON holds the corrections that were applied beside the corrected report", async () => {
  const { input, corrections: told, ...rest } = JSON.parse(await write("json", byHand));
  assert.deepEqual(told, corrections.filter(({ quotation }) => quotation !== "q9"));
  assert.deepEqual(rest, JSON.parse(JSON.stringify(hand.report)));
  assert.equal(input.length, text.length);
});

test("CSV says of each quotation what was set by hand, and no name is a formula", async () => {
  const rows = await readBack("csv", byHand);
  assert.deepEqual(rows.map(({ id, corrected, speaker }) => [id, corrected, speaker]), [
    ["q6", "added name", NAMES[3]],
    ["q2", "name", `'${NAMES[2]}`],
    ["q3", "speaker name said", NAMES[1]],
    ["q4", "speaker", "Ana Ribeiro"],
    ["q7", "added speaker name", NAMES[1]],
    ["q5", "speaker name", NAMES[0]],
  ]);
  assert.deepEqual((await readBack("csv")).map(({ corrected }) => corrected), ["", "", "", "", ""]);
});

test("Web Annotations by hand have the reader as their creator and say so in a tag", async () => {
  const found = await readBack("web-annotation", byHand);
  const isByHand = ({ creator, tags }) => {
    assert.equal(tags.includes("corrected"), creator !== null);
    if (creator) assert.deepEqual(creator, { type: "Person", name: "the reader" });
    return creator !== null;
  };
  assert.deepEqual(found.filter(isByHand).map(({ id }) => id), ["q6", "q2", "q3", "q4", "q7", "q5", "d2", "d3"]);
  assert.deepEqual(found.flatMap(({ names }) => names), [NAMES[3], NAMES[2], NAMES[1], "Ana Ribeiro", NAMES[1], NAMES[0]]);
  for (const { by_position, by_quote, is_there } of found) assert.deepEqual([by_quote, is_there], [by_position, true]);
  assert.deepEqual((await readBack("web-annotation")).filter(isByHand), []);
});

test("HTML and Markdown say what was set by hand, and show names as they were typed", async () => {
  const { tags, attributes, open, facts, footer, paragraphs } = await readBack("html", byHand);
  const { kinds, all } = await readMarkdown(byHand);
  assert.deepEqual(open, []);
  assert.deepEqual(paragraphs, (await readBack("html")).paragraphs);
  assert.ok(["script", "img", "svg", "iframe", "object", "link", "form"].every((tag) => !tags.includes(tag)), tags.join());
  assert.deepEqual(attributes.filter((name) => name.startsWith("on") || name === "style" || name === "src"), []);
  for (const kind of MARKUP) assert.ok(!kinds.has(kind), kind);
  for (const told of [facts, all]) {
    for (const name of NAMES) assert.ok(told.includes(name), name);
    const count = (words) => told.split(words).length - 1;
    assert.deepEqual(["added by hand", "speaker corrected by hand", "name set by hand", "day set by hand"].map(count), [2, 4, 5, 1]);
  }
  for (const told of [footer, all]) assert.match(told, /whoever made this file\. 10 corrections by hand\.$/);
  assert.match(all, /“Monday” \(corrected by hand\)/);
});

test("a citation names the speaker that the reader set, and nothing else changes in it", () => {
  const fourth = hand.report.quotations.find(({ id }) => id === "q4");
  assert.equal(toCitation(byHand, fourth), toCitation(view, report.quotations[3]).replace("Speaker not known", "Ana Ribeiro, the mayor"));
});

test("a wrong answer is told as its golden file says", () => {
  const complaints = [
    [report.quotations[0], { wrong: "speaker", comment: " It was her deputy. " }],
    [report.quotations[3], { wrong: "not-quotation" }],
    [report.quotations[4], {}],
    [undefined, { wrong: "missed", passage: "was _gone_;  e\u0301clair" }],
  ];
  const told = complaints.map(([quotation, complaint]) => toWrongAnswer(view, quotation, complaint));
  assert.equal(told.join("\n"), readFileSync(join(here, "golden/wrong-answer.txt"), "utf8"));
});

/** The line with that name. @param {string} told @param {string} name */
const lineOf = (told, name) => told.split("\n").find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);

test("of a long quotation a wrong answer tells beginning, end, cue and source, and no more than it may", () => {
  for (const filler of ["and so it went on ", "x", "🚢"]) {
    const words = `It began badly ${filler.repeat(800 / filler.length)} and it ended well`;
    const long = `Nobody came. “${words},” said the old harbor master. “${words},” she said. Nobody left.`;
    const spanAt = (start, part) => ({ start, end: start + part.length });
    const spanOf = (part) => spanAt(long.indexOf(part), part);
    const content = [spanOf(words), spanAt(long.lastIndexOf(words), words)];
    const quotation = {
      ...report.quotations[0],
      text: words,
      content,
      marked: content,
      cue: spanOf("said"),
      source: spanOf("the old harbor master"),
    };
    const document = { ...report.document, paragraphs: [{ start: 0, end: long.length }] };
    const long_view = createView(long, { ...report, document, quotations: [quotation] }, { unsure: false, views: false });
    const excerpt = lineOf(toWrongAnswer(long_view, quotation, {}), "excerpt");
    assert.ok(excerpt.length <= LONGEST_EXCERPT && excerpt.length > 100, `${excerpt.length}: ${excerpt}`);
    assert.match(excerpt, /^“It began badly.* … .* … said the old harbor master … “It began badly.* and it ended well/);
    assert.ok(excerpt.isWellFormed(), excerpt);
    assert.doesNotMatch(excerpt, /Nobody/);
  }
});

test("a missed quotation is told with its sentence, and words that the article does not have as they were given", () => {
  const missed = (passage) => lineOf(toWrongAnswer(view, undefined, { wrong: "missed", passage }), "excerpt");
  assert.equal(missed("won’t help,” Ana\nRibeiro"), lineOf(toWrongAnswer(view, report.quotations[0], {}), "excerpt").replace(/ “Not one #cent.”$/, ""));
  assert.equal(missed("(no [such* words"), "(no [such* words");
  assert.equal(missed("word ".repeat(200)).length <= LONGEST_EXCERPT, true);
  assert.equal(missed("  "), undefined);
});
