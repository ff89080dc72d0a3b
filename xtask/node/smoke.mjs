// Instantiates the optimized wasm file in the folder given and analyzes a sentence.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const folder = resolve(process.argv[2]);
const { default: init, analyze, version } = await import(pathToFileURL(join(folder, "whosaid.js")).href);
await init({ module_or_path: await readFile(join(folder, "whosaid_bg.wasm")) });

const text = "😀 “We will act,” Ana Ribeiro said on Monday.";
const report = analyze(text, { documentDate: "2024-05-15" });
assert.equal(report.schema, "whosaid/1");
assert.equal(report.engine, version());
assert.equal(report.document.length, text.length);
const [{ content, speaker }] = report.quotations;
assert.deepEqual(content.map(({ start, end }) => text.slice(start, end)), ["We will act,"]);
assert.equal(report.speakers.find(({ id }) => id === speaker).name, "Ana Ribeiro");
assert.equal(report.dates[0].value, "2024-05-13");
