// The lines that tell the kinds apart, as every browser reads them: WebKit takes a `text-decoration` of several values
// for none at all, so style, color and thickness are declared on their own.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { toHtml } from "../www/export/html.js";
import { highlightRules } from "../www/in-place-marks.js";
import { createView } from "../www/view.js";
import { readRules } from "./colors/css.mjs";
import { report, text } from "./exports/fixture.mjs";

const saved = toHtml(createView(text, report, { unsure: true, views: true }));
const sheets = {
  "who-said.css": readFileSync(new URL("../www/who-said.css", import.meta.url), "utf8"),
  "styles.css": readFileSync(new URL("../www/styles.css", import.meta.url), "utf8"),
  "the highlights": highlightRules(),
  "the HTML export": /<style>([^]*)<\/style>/.exec(saved)[1],
};

for (const [name, css] of Object.entries(sheets)) {
  test(`${name}: lines are drawn in WebKit too`, () => {
    const lines = readRules(css).flatMap(({ declarations }) => declarations).filter(([property]) => property === "text-decoration");
    assert.notEqual(lines.length, 0);
    assert.deepEqual(lines.filter(([, value]) => !/^(underline|none)$/.test(value)), []);
  });
}
