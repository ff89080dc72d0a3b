// What a reader takes along: every format as a file, a quotation as text, and the HTML file opened again.
import assert from "node:assert/strict";
import { ferry } from "../articles.mjs";
import { saved } from "../downloads.mjs";

/** Runs where it is read as markup. */
const CANARY = `<img src=x onerror=canary()>"><svg onload=canary()><script>canary()</script>`;

const hostile = `${CANARY} Opens

“${CANARY} We go,” said Ana ${CANARY} Ribeiro, the ${CANARY} mayor, on Tuesday, 10 March 2026.

“${CANARY} must stay,” said Tomas Lindqvist, ${CANARY}.`;

/** @param {ReturnType<import("../scenario.mjs").scenarios>} scenario */
export function exports(scenario) {
  scenario("each format is saved as a file of its own", async ({ openPage, downloads }) => {
    const { tab } = await openPage();
    await tab.paste(ferry);
    await tab.reached("ready");
    for (const [format, file, expected] of [
      ["json", "who-said.json", /^\{\n {2}"schema": "whosaid\/1"/],
      ["csv", "who-said.csv", /^\uFEFF?id,speaker,[^\n]+\r\nq1,Ana Ribeiro,/],
      ["markdown", "who-said.md", /\n> “We kept our word”\n\n\*\*Ana Ribeiro\*\*/],
      ["html", "who-said.html", /^<!doctype html>\n/],
      ["web-annotation", "who-said.jsonld", /"TextPositionSelector"/],
    ]) {
      await tab.click(`[data-do=export-${format}]`);
      assert.match(await saved(downloads, file), expected, format);
    }
  });

  scenario("what is switched on is in the files for readers, and what is off is counted", async ({ openPage }) => {
    const { tab } = await openPage();
    await tab.paste(`${ferry}\n\nThe “old” ferry lay at the pier, and Ribeiro wanted to sell it.`);
    await tab.reached("ready");
    const written = () =>
      tab.run(async () => {
        const element = document.querySelector("who-said");
        return { markdown: await element.toMarkdown(), n: element.report.quotations.length };
      });
    const shown = await tab.inElement((root) => root.querySelectorAll(".quote").length);
    const { markdown, n } = await written();
    assert.equal(markdown.match(/^> /gm).length, shown);
    assert.ok(n > shown, "something is hidden");
    assert.match(markdown, new RegExp(`${n - shown} quotations? left out`));
    await tab.inElement((root) => {
      for (const name of ["unsure", "views"]) root.querySelector(`[name=${name}]`)?.click();
    });
    assert.equal((await written()).markdown.match(/^> /gm).length, n);
  });

  scenario("the HTML file opened again shows the article and runs nothing", async ({ openPage, startSite }) => {
    const { tab } = await openPage();
    await tab.paste(hostile);
    await tab.reached("ready");
    const [html, text] = await tab.run(async () => {
      const element = document.querySelector("who-said");
      const [{ id, name }] = element.report.speakers;
      element.correct({ do: "rename", speaker: id, name: `${name} <img src=x onerror=canary()>` });
      return [await element.toHtml(), element.text];
    });
    const site = await startSite();
    site.put("/opened.html", { body: html, headers: { "Content-Type": "text/html; charset=utf-8" } });
    await tab.page.evaluateOnNewDocument(() => {
      window.isCanaryDead = false;
      window.canary = () => (window.isCanaryDead = true);
    });
    await tab.page.goto(`${site.origin}/opened.html`);
    const opened = await tab.page.evaluate(() => {
      for (const badge of document.querySelectorAll("h1 a, article a")) badge.remove();
      return {
        isDead: window.isCanaryDead,
        made: document.querySelectorAll("img, svg, script").length,
        article: [...document.querySelectorAll("h1[id], article p")].map((each) => each.textContent).join("\n\n"),
        isMarked: document.querySelector("mark") !== null,
      };
    });
    assert.deepEqual(opened, { isDead: false, made: 0, article: text.trim(), isMarked: true });
  });

  scenario("the selected quotation is copied, and cited", async ({ openPage }) => {
    const { tab } = await openPage();
    await tab.page.evaluate(() => {
      window.copied = [];
      const clipboard = { writeText: async (words) => void window.copied.push(words) };
      Object.defineProperty(navigator, "clipboard", { value: clipboard, configurable: true });
    });
    await tab.paste(ferry);
    await tab.reached("ready");
    await tab.click("[data-quotation=q2] .quote-text");
    await tab.click(".quote [data-do=copy]");
    await tab.click(".quote [data-do=cite]");
    const copied = await tab.run(() => window.copied);
    assert.deepEqual(copied, ["“We kept our word”", "“We kept our word” (Ana Ribeiro, Mayor; 12 March 2026)"]);
    assert.deepEqual(await tab.texts(".acts :is([data-do=copy], [data-do=cite])"), ["Copied", "Copied"]);
  });

  scenario("without the right to the clipboard the words stand there to be copied by hand", async ({ openPage }) => {
    const { tab } = await openPage();
    await tab.page.evaluate(() => {
      const clipboard = { writeText: () => Promise.reject(new DOMException("no", "NotAllowedError")) };
      Object.defineProperty(navigator, "clipboard", { value: clipboard, configurable: true });
    });
    await tab.paste(ferry);
    await tab.reached("ready");
    await tab.click("[data-quotation=q2] .quote-text");
    await tab.click(".quote [data-do=cite]");
    await tab.until("the words are selected", () => {
      const field = document.querySelector("who-said").shadowRoot.querySelector(".by-hand textarea");
      return field && field.selectionEnd > 0 && field.value.includes("Ana Ribeiro");
    });
    await tab.shows("to be copied by hand");
    await tab.click(".quote [data-do=copy]");
    await tab.until("the other words are there alone", () => {
      const fields = [...document.querySelector("who-said").shadowRoot.querySelectorAll(".by-hand textarea")];
      return fields.length === 1 && !fields[0].value.includes("Ana Ribeiro");
    });
  });
}
