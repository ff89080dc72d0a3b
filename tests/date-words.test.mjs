// Dates as they are told: every form of value that the engine writes, and what the engine finds in sentences of ours.
// WHOSAID_PACKAGE names the folder of the package; by default it is the one that the build wrote.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { FORMATS } from "../www/export/formats.js";
import { toWrongAnswer } from "../www/export/wrong-answer.js";
import { inOneLine } from "../www/one-line.js";
import { dateInTable, dateInWords, dayInWords, saidInWords, valueInWords } from "../www/render/date-words.js";
import { groupByValue, howCounted, timelineOf } from "../www/render/dates.js";
import { createView } from "../www/view.js";

const repository = fileURLToPath(new URL("../", import.meta.url));

/** Stands for the article's own words. */
const OWN = "as the article has it";

/** Value, and its words; OWN where it has none. @type {[string, string][]} */
const POINTS = [
  // Days, and times of known days.
  ["2021-04-13", "Tue 13 Apr 2021"],
  ["0800-03-01", "Wed 1 Mar 800"],
  ["2021-02-29", "29 Feb 2021"],
  ["2021-04-13T10:30", "Tue 13 Apr 2021, 10:30"],
  ["2021-04-15T09:00-05:00", "Thu 15 Apr 2021, 09:00 UTC−5"],
  ["2021-04-15T09:00+05:30", "Thu 15 Apr 2021, 09:00 UTC+5:30"],
  ["2021-04-15T10:30Z", "Thu 15 Apr 2021, 10:30 UTC"],
  ["2021-04-15T24:00", "Thu 15 Apr 2021, midnight"],
  ["2021-04-13TMO", "Tue 13 Apr 2021, morning"],
  ["2021-04-13TAF", "Tue 13 Apr 2021, afternoon"],
  ["2021-04-13TEV", "Tue 13 Apr 2021, evening"],
  ["2021-04-13TNI", "Tue 13 Apr 2021, night"],
  ["2021-04-13TXX:XX", OWN],
  // Weeks and weekends, across a year's end too.
  ["2021-W14", "week of 5 April 2021"],
  ["2021-W01", "week of 4 January 2021"],
  ["2020-W01", "week of 30 December 2019"],
  ["2020-W53", "week of 28 December 2020"],
  ["2021-W14-WE", "weekend of 10 April 2021"],
  // Months, parts of years, years.
  ["2021-04", "April 2021"],
  ["2007-SP", "spring 2007"],
  ["2014-SU", "summer 2014"],
  ["2020-FA", "fall 2020"],
  ["2020-WI", "winter 2020"],
  ["2021-Q1", "Q1 2021"],
  ["2024-H1", "first half of 2024"],
  ["2019-H2", "second half of 2019"],
  ["1987", "1987"],
  ["0800", "800"],
  ["FY2016", "fiscal year 2016"],
  // Decades and centuries.
  ["197", "1970s"],
  ["200", "2000s"],
  ["17", "18th century"],
  ["20", "21st century"],
  ["01", "2nd century"],
  ["02", "3rd century"],
  ["10", "11th century"],
  // Something is open.
  ["XXXX-04-06", "6 April"],
  ["XXXX-05-03T12:00", "3 May, 12:00"],
  ["XXXX-12-24TEV", "24 December, evening"],
  ["XXXX-02", "February"],
  ["XXXX-11-XX", OWN],
  ["XXXX-SP", "spring"],
  ["XXXX-SU", "summer"],
  ["XXXX-FA", "fall"],
  ["XXXX-WI", "winter"],
  ["XXXX-Q3", "Q3"],
  ["XXXX-H2", "second half"],
  ["XXXX-W14", "week 14"],
  ["XXXX-WXX-2", "Tuesday"],
  ["XXXX-WXX-7", "Sunday"],
  ["XXXX-WXX-6TNI", "Saturday night"],
  ["XXXX-WXX-5T17:00", "Friday, 17:00"],
  ["XXXX-WXX-5T24:00", "Friday, midnight"],
  ["XXXX-WXX-2T09:00-05:00", "Tuesday, 09:00 UTC−5"],
  ["XXXX-WXX-WE", OWN],
  ["XXXX-XX-XXT15:00", "15:00"],
  ["XXXX-XX-XXT09:00-05:00", "09:00 UTC−5"],
  ["XXXX-XX-XXT10:30Z", "10:30 UTC"],
  ["XX9", "’90s"],
  ["XX98", "’98"],
  ["PRESENT_REF", "now"],
  ["PAST_REF", "in the past"],
  ["FUTURE_REF", "in the future"],
  // Too little is left.
  ...["XXXX-XX-XX", "XXXX-XX-04", "2021-XX-XX", "2021-XX-XXT12:00", "XXXX-XX", "XXXX-WXX", "XXXX-QX", "XXXX", "XXX", "XX", "FYXXXX"].map(
    (value) => /** @type {[string, string]} */ ([value, OWN]),
  ),
  ...["XXXX-XX-XXTNI", "XXXX-XX-XXTMO", "XXXX-XX-XXTXX:XX", "XXXX-WXX-2TXX:XX"].map(
    (value) => /** @type {[string, string]} */ ([value, OWN]),
  ),
  // Ranges.
  ["2001/2003", "2001 to 2003"],
  ["2014/..", "from 2014 on"],
  ["1990/20", "1990 to 21st century"],
  ["197/199", "1970s to 1990s"],
  ["2021-01/2021-03", "January 2021 to March 2021"],
  ["2021-04-15/2021-04-18", "Thu 15 Apr 2021 to Sun 18 Apr 2021"],
  ["2021-04-15/2021-04-16T16:00", "Thu 15 Apr 2021 to Fri 16 Apr 2021, 16:00"],
  ["2021-04-16TNI/2021-04-18TMO", "Fri 16 Apr 2021, night to Sun 18 Apr 2021, morning"],
  ["2021-W25/2021-W26", "week of 21 June 2021 to week of 28 June 2021"],
  ["2021-07-01/..", "from Thu 1 Jul 2021 on"],
  ["../2014", "until 2014"],
  ["XXXX-12-30/XXXX-01-02", "30 December to 2 January"],
  ["XXXX-11/XXXX-03", "November to March"],
  ["XXXX-WXX-1/XXXX-WXX-5", "Monday to Friday"],
  ["09:00/17:00", "09:00 to 17:00"],
  ["MO/EV", "morning to evening"],
  ["2021-04-16T13:00/2021-04-16T16:00", "Fri 16 Apr 2021, 13:00 to 16:00"],
  ["XXXX-WXX-5T13:00/XXXX-WXX-5T16:00", "Friday, 13:00 to 16:00"],
  ["XXXX-WXX-1/XXXX-WXX-5T20:00", "Monday to Friday, 20:00"],
  ["XXXX-WXX-5TNI/XXXX-WXX-7TMO", "Friday night to Sunday morning"],
  ["1990/XX", OWN],
  ["XXXX-XX-04/XXXX-05-06", OWN],
];

/** @type {[string, string][]} */
const LENGTHS = [
  ["P1D", "1 day"],
  ["P3D", "3 days"],
  ["P10W", "10 weeks"],
  ["P18M", "18 months"],
  ["P2.5Y", "2.5 years"],
  ["P0.5Y", "half a year"],
  ["PT0.5H", "half an hour"],
  ["P2WE", "2 weekends"],
  ["P3NI", "3 nights"],
  ["P2CE", "2 centuries"],
  ["PT16H", "16 hours"],
  ["PT45M", "45 minutes"],
  ["PT40S", "40 seconds"],
  ["P3DT2H", "3 days and 2 hours"],
  ["PT5H30M", "5 hours and 30 minutes"],
  ["P100Y3NI", "100 years and 3 nights"],
  ["P1Y2M3D", "1 year, 2 months and 3 days"],
  ["PXD", "some days"],
  ["PXW", "some weeks"],
  ["PXM", "some months"],
  ["PXY", "some years"],
  ["P", OWN],
  ["PT", OWN],
];

/** @type {[string, string][]} */
const SETS = [
  ["P1D", "every day"],
  ["P2W", "every 2 weeks"],
  ["P1WE", "every weekend"],
  ["P1NI", "every night"],
  ["PT1H", "every hour"],
  ["PT0.5H", "every half hour"],
  ["PXD", "every few days"],
  ["XXXX-WXX-1", "every Monday"],
  ["XXXX-WXX-2TMO", "every Tuesday morning"],
  ["XXXX-WXX-5T20:00", "every Friday, 20:00"],
  ["XXXX-WXX-WE", "every weekend"],
  ["XXXX-01", "every January"],
  ["XXXX-12-25", "every 25 December"],
  ["XXXX-SU", "every summer"],
  ["XXXX-Q3", "every Q3"],
  ["XXXX-H1", "every first half"],
  ["XXXX-XX-XXTMO", "every morning"],
  ["XXXX-XX-XXT12:00", "every day, 12:00"],
  ["XXXX-11-XX", OWN],
];

/** Type, value, modifier. @type {[string, string, string, string][]} */
const MODIFIED = [
  ["DATE", "197", "START", "early 1970s"],
  ["DATE", "199", "MID", "mid-1990s"],
  ["DATE", "18", "END", "late 19th century"],
  ["DATE", "XX9", "END", "late ’90s"],
  ["DATE", "2021-W16", "MID", "middle of week of 19 April 2021"],
  ["DATE", "2021-08", "MID", "mid-August 2021"],
  ["DATE", "1900", "APPROX", "about 1900"],
  ["TIME", "XXXX-XX-XXT15:00", "APPROX", "about 15:00"],
  ["DURATION", "P3D", "EQUAL_OR_LESS", "at most 3 days"],
  ["DURATION", "P1Y", "MORE_THAN", "more than 1 year"],
  ["DATE", "XXXX", "END", OWN],
  // “More than four years ago” is no year that is more than 2017.
  ["DATE", "2017", "MORE_THAN", OWN],
  ["DATE", "2024-01", "LESS_THAN", OWN],
];

test("every form of value has its words, and what has none the article's own", () => {
  const told = /** @param {string} type */ (type) => /** @param {[string, string]} row */ ([value]) => [value, dateInWords({ type, value, text: OWN })];
  assert.deepEqual(POINTS.map(told("DATE")), POINTS);
  assert.deepEqual(LENGTHS.map(told("DURATION")), LENGTHS);
  assert.deepEqual(SETS.map(told("SET")), SETS);
  assert.deepEqual(MODIFIED.map(([type, value, mod]) => [type, value, mod, dateInWords({ type, value, mod, text: OWN })]), MODIFIED);
});

test("a day on which something was said is told in full, and one that is open as the article has it", () => {
  const said = (value, more) => saidInWords({ type: "DATE", value, text: "last\nweek", ...more });
  assert.equal(said("2021-04-13"), "13 April 2021");
  assert.equal(said("2021-04-13T10:30"), "13 April 2021, 10:30");
  assert.equal(said("2021-04-13TEV"), "13 April 2021, evening");
  assert.equal(said("2021-04-13", { mod: "START" }), "early Tue 13 Apr 2021");
  assert.equal(said("XXXX-WXX-2"), "Tuesday");
  assert.equal(said("XXXX-WXX"), "last week");
  assert.equal(said("XXXX-WXX", { text: "word ".repeat(40) }).length <= 81, true);
  assert.deepEqual(["2021-04-13", "2021-04", "2021"].map(dayInWords), ["13 April 2021", "April 2021", "2021"]);
});

test("a table has the day as machines sort it, and words where it is open", () => {
  const cell = (value) => dateInTable({ type: "DATE", value, text: "last year" });
  const values = ["2021-04-13", "2021-04", "2021", "2021-04-13T10:30", "2021-04-13TNI", "XXXX-WXX-6TNI", "XXXX", "2001/2003"];
  assert.deepEqual(values.map(cell), [
    "2021-04-13", "2021-04", "2021", "2021-04-13T10:30", "Tue 13 Apr 2021, night", "Saturday night", "last year", "2001 to 2003",
  ]);
});

/** What values have in common that differ in their numbers only. @param {string} value */
const formOf = (value) => value.replace(/(?<=P.*)[\d.]+/g, "9").replace(/\d/g, "9");

/** What is left of a value in words that were not made of all of it. */
const CODE = /X|_|\bP[\dT]|\d(T|-)|T\d|\b(TMO|TMI|TAF|TEV|TNI|WE|NI|FY\d*|[SW]?W\d+|H\d)\b|^\d{1,3}$|NaN|undefined|null/;

let engine;
before(async () => {
  const folder = resolve(process.env.WHOSAID_PACKAGE ?? join(repository, "target/package"));
  engine = await import(pathToFileURL(join(folder, "node.js")).href);
  await engine.load();
});

/** Sentences of ours, with the day that they are read on. @returns {[string, string][]} */
function sentences() {
  const rows = readFileSync(join(repository, "tests/data/dates.tsv"), "utf8").split("\n").filter((row) => row && !row.startsWith("#"));
  const tables = rows.flatMap((row) => {
    const [text, day] = row.split("\t");
    return /** @type {[string, string][]} */ ([[text, day], [text, ""], [text, "2024-03-04"]]);
  });
  const articles = ["seeds/articles", "tests/gold"].flatMap((folder) =>
    readdirSync(join(repository, folder)).filter((file) => file.endsWith(".txt")).map((file) => readFileSync(join(repository, folder, file), "utf8")),
  );
  return [...tables, ...[...SAYINGS, ...articles].flatMap((text) => /** @type {[string, string][]} */ ([[text, ""], [text, "2024-03-04"]]))];
}

const SAYINGS = [
  "“We open at noon on 3 May,” Dana Okoro said on Saturday night. “Then every Tuesday morning,” she said at 5 p.m. Friday.",
  "“It is late,” the mayor said over the weekend. “It is early,” he said last year. “It was cold,” she added on the 4th.",
  "“It ran for 3 days and 2 hours,” he said two hours ago, “then half an hour, two fortnights, a century and 3 nights.”",
  "They met every night, every weekend, every few days, each Christmas, every summer, every morning, and at noon every day.",
  "It was so in the 18th century, in the first half of 2024, in fiscal 2016, in the ’90s, in ’98 and last fiscal year.",
  "She left last weekend, last week at noon, yesterday morning, this morning, tonight, next month, and in the last quarter.",
  "It was 10:30 GMT on 4 May 2021, 05/06/2021 at noon, midnight on Friday, 9 a.m. EST, and 2 p.m. Pacific time yesterday.",
  "Between 1990 and the end of the century, from Friday night to Sunday morning, Monday through Friday, 9 a.m. to 5 p.m.",
  "Less than two months ago, more than three years from now, at least two years ago, nearly two years ago, years ago, now.",
  "At Thanksgiving, Easter, New Year's Eve and Labor Day weekend, in week 14, on the second Tuesday in April.",
];

test("nothing that the engine finds in our sentences is shown as a code", () => {
  const codes = new Map();
  const forms = new Set();
  let nOwn = 0;
  for (const [text, day] of sentences()) {
    const report = engine.analyze(text, day ? { documentDate: day } : {});
    const view = createView(text, report, { unsure: true, views: true });
    for (const date of report.dates) {
      forms.add(formOf(date.value));
      const own = inOneLine(date.text);
      const shown = [dateInWords(date), saidInWords(date)].filter((words) => words !== own || valueInWords(date.value) === own);
      const others = (date.alternatives ?? []).flatMap((value) => valueInWords(value) ?? []);
      if (!shown.length) nOwn += 1;
      for (const words of [...shown, ...others]) if (CODE.test(words)) codes.set(date.value, words);
      const how = howCounted(view, [date]).replaceAll(/“[^”]*”/g, "");
      if (CODE.test(how)) codes.set(date.value, how);
    }
  }
  assert.deepEqual([...codes], []);
  const inTable = new Set([...POINTS, ...LENGTHS, ...SETS].map(([value]) => formOf(value)));
  assert.deepEqual([...forms].filter((form) => !inTable.has(form)), []);
  assert.ok(forms.size > 70, `${forms.size} forms of values`);
  assert.ok(nOwn > 20, `${nOwn} in the article's own words`);
});

test("list, exports and report of a wrong answer tell an open day in the same words", async () => {
  const [text] = SAYINGS;
  const report = engine.analyze(text);
  const view = createView(text, report, { unsure: true, views: true });
  const said = report.quotations.map(({ said }) => view.dateOf(said)?.value);
  assert.deepEqual(said, ["XXXX-WXX-6TNI", "XXXX-WXX-5T17:00"]);
  const [markdown, html, csv] = await Promise.all(["markdown", "html", "csv"].map((format) => FORMATS[format].write(view)));
  const wrong = report.quotations.map((quotation) => toWrongAnswer(view, quotation, {})).join("");
  for (const words of ["Saturday night", "Friday, 17:00"]) {
    for (const told of [markdown, html]) assert.ok(told.includes(`said ${words}`), words);
    for (const told of [csv, wrong]) assert.ok(told.includes(words), words);
  }
  for (const told of [markdown, html]) assert.ok(told.includes("3 May, 12:00: “noon on 3 May”") && told.includes("every Tuesday morning: “"));
  for (const told of [markdown, html, csv, wrong]) assert.doesNotMatch(told, /XXXX|XTNI/);
});

test("“last year” and “next year” stand apart where neither year is known", () => {
  const text = "It opened last year. It will close next year. Last year was wet.";
  const groups = groupByValue(engine.analyze(text).dates);
  assert.deepEqual(groups.map((group) => group.map(({ text }) => text)), [["last year", "Last year"], ["next year"]]);
});

/** What the panel tells, in order: in time, and without a day. */
function timeline(text, documentDate) {
  const view = createView(text, engine.analyze(text, documentDate ? { documentDate } : {}), { unsure: true, views: true });
  const { placed, open } = timelineOf(view);
  return [placed, open].map((entries) => entries.map((entry) => (typeof entry === "number" ? entry : entry.when)));
}

test("“now” is the day that dates are counted from, and has none where there is no such day", () => {
  const text = "He is out now. It opened on 2 March 2024, closed on Wednesday, and nobody came back on 9 March 2024, daily or in the future.";
  assert.deepEqual(timeline(text, "2024-03-04"), [
    ["Wed 28 Feb 2024", "Sat 2 Mar 2024", "now", "Sat 9 Mar 2024"],
    ["every day", "in the future"],
  ]);
  assert.deepEqual(timeline(text), [["Sat 2 Mar 2024", "Sat 9 Mar 2024"], ["now", "Wednesday", "every day", "in the future"]]);
  assert.deepEqual(timeline("It closed on 2 March 2020. He is out now.", "2024-03-04")[0], ["Mon 2 Mar 2020", 3, "now"]);
  assert.deepEqual(timeline("On 4 March 2024 he is out now.", "2024-03-04")[0], ["Mon 4 Mar 2024", "now"]);
});
