// How long a reader waits: node paint.mjs [SITE]
// From a paste of a thousand words to the painted report, and from a key in the editing view to the painted marks, on a
// page that is warm; beside it, in the same run, a paste of the same words into an empty field and a key there.
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { ferry, given } from "./articles.mjs";
import { browsers } from "./browsers.mjs";
import { readSite, Site } from "./sites.mjs";
import { Tab } from "./tab.mjs";

const ROUNDS = 15;
const words = [given, ferry].join("\n\n").repeat(3).split(/(?<=\s)/).slice(0, 1000).join("");
const site = await Site.start(readSite(resolve(process.argv[2] ?? fileURLToPath(new URL("../../target/site", import.meta.url)))));
for (const { name, launch } of Object.values(browsers)) {
  const browser = await launch("/tmp");
  try {
    const tab = new Tab(await browser.newPage());
    await tab.resize(1280);
    await tab.page.goto(`${site.origin}/`, { waitUntil: "load" });
    await tab.until("the page is sealed", () => document.body.dataset.seal === "closed");
    const taken = await tab.run(measure, words, ROUNDS);
    console.log(`\n${name}, 1,000 words, medians of ${ROUNDS} in ms`);
    for (const [what, times, base] of taken) {
      const [median, plain] = [middle(times), base && middle(base)];
      console.log(`${what.padEnd(44)}${median.toFixed(1).padStart(7)}${plain ? `${(median / plain).toFixed(1).padStart(7)} × a plain field (${plain.toFixed(1)})` : ""}`);
    }
  } finally {
    await browser.close();
  }
}
await site.stop();

/** @param {number[]} times */
function middle(times) {
  return [...times].sort((a, b) => a - b)[times.length >> 1];
}

/** Runs in the page. @param {string} words @param {number} rounds */
async function measure(words, rounds) {
  const element = document.querySelector("who-said");
  const box = document.querySelector("#text");
  // After the frame that shows it.
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const happened = (name) => new Promise((resolve) => element.addEventListener(name, resolve, { once: true }));
  const rest = () => new Promise((resolve) => setTimeout(resolve, 400));
  const report = [];
  const toPaint = [];
  const plainPaste = [];
  const toMarks = [];
  const marksPainted = [];
  const plainKey = [];
  const field = document.body.appendChild(document.createElement("textarea"));
  for (let n = -3; n < rounds; n += 1) {
    field.value = "";
    field.focus();
    await painted();
    let start = performance.now();
    document.execCommand("insertText", false, words);
    await painted();
    if (n >= 0) plainPaste.push(performance.now() - start);
    start = performance.now();
    document.execCommand("insertText", false, "x");
    await painted();
    if (n >= 0) plainKey.push(performance.now() - start);

    element.clear();
    await rest();
    box.focus();
    start = performance.now();
    box.value = words;
    const told = happened("who-said-report");
    box.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
    await told;
    const inDom = performance.now() - start;
    await painted();
    if (n >= 0) report.push(inDom), toPaint.push(performance.now() - start);
  }
  field.remove();
  element.editing = true;
  const editor = element.shadowRoot.querySelector(".editor");
  editor.focus();
  getSelection().setBaseAndExtent(editor.firstChild, 400, editor.firstChild, 400);
  for (let n = -3; n < rounds; n += 1) {
    await rest();
    const start = performance.now();
    const told = happened("who-said-report");
    document.execCommand("insertText", false, "x");
    await told;
    const inMarks = performance.now() - start;
    await painted();
    if (n >= 0) toMarks.push(inMarks), marksPainted.push(performance.now() - start);
  }
  return [
    ["paste to the report in the document", report],
    ["paste to the painted report", toPaint, plainPaste],
    ["key to the marks", toMarks],
    ["key to the painted marks", marksPainted, plainKey],
  ];
}
