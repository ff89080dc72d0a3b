// The page that tells how good the engine is: its figures are those that were recorded.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { AXE, runAxe, sideways } from "./accessibility.mjs";

const scores = JSON.parse(readFileSync(new URL("../../scores.json", import.meta.url), "utf8"));

/** @param {ReturnType<import("../scenario.mjs").scenarios>} scenario */
export function accuracy(scenario) {
  scenario("the figures are those that were recorded, each with its corpus and day", async ({ openPage }) => {
    const { tab } = await openPage();
    await follow(tab, ".tools a[href='accuracy.html']");
    const rows = await tab.run(() => [...document.querySelectorAll("tbody tr")].map((row) => [...row.cells].map((cell) => cell.innerText)));
    const { dev, "dates, meantime": meantime } = scores;
    for (const [figure, run] of [
      [dev.figures.direct.e2e_mention.F1, dev],
      [dev.figures.content.indirect.F1, dev],
      [meantime.figures.valueF1, meantime],
    ]) {
      const expected = [(figure * 100).toFixed(1), `${run.corpus}, ${run.date}`];
      assert.ok(rows.some(([, ...cells]) => cells.join() === expected.join()), `${expected} is not among ${rows.join("; ")}`);
    }
    await follow(tab, "header a");
    await tab.until("the page is sealed", () => document.body.dataset.seal === "closed");
  });

  scenario("it shows in the theme that was chosen on the page, and as the system where none was", async ({ openPage }) => {
    const { tab } = await openPage();
    const paper = () => tab.run(() => getComputedStyle(document.body).backgroundColor);
    await follow(tab, ".tools a[href='accuracy.html']");
    const system = await paper();
    const papers = [];
    for (const theme of /** @type {const} */ (["dark", "light"])) {
      await follow(tab, "header a");
      await tab.choose(theme);
      const chosen = await paper();
      await follow(tab, ".tools a[href='accuracy.html']");
      await tab.until("it has the paper of the theme", (paper) => getComputedStyle(document.body).backgroundColor === paper, chosen);
      papers.push(chosen);
    }
    assert.equal(new Set(papers).size, 2);
    assert.ok(papers.includes(system));
    assert.deepEqual(tab.violations, []);
  });

  scenario("axe finds nothing on it, narrow and wide, and nothing is cut off", async ({ openPage }) => {
    const { tab } = await openPage();
    await follow(tab, ".tools a[href='accuracy.html']");
    await tab.run(AXE);
    for (const width of [320, 1280]) {
      await tab.resize(width);
      assert.deepEqual(await runAxe(tab), [], `${width} px`);
      assert.equal(await sideways(tab), 0, `${width} px`);
    }
  });
}

/** @param {import("../tab.mjs").Tab} tab @param {string} link */
async function follow(tab, link) {
  await Promise.all([tab.page.waitForNavigation({ waitUntil: "load" }), tab.click(link)]);
}
