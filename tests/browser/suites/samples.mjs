// The other articles that the page offers.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

/** Title, file, and some of those who speak in it. */
const SAMPLES = [
  ["A harder one", "the-causeway-sinks", ["Wilhelmina Castellane", "Tobias Rasmussen-Oyelaran", "Perpetua Lindqvist"]],
  ["An interview", "twelve-hives-above-the-freeway", ["Marisol Okonjo-Reyes", "Teague Halloran"]],
  ["A British report", "dogs-day-in-court", ["Bronwen Achterberg", "Fionnuala Drax"]],
  ["Many dates", "orrin-river-bridge-opens", ["Hildegard Osei-Brandt"]],
  ["A court report", "clockmaker-cleared", ["Ambrose Teitelbaum", "Marguerite Sandoval"]],
];

/** @param {ReturnType<import("../scenario.mjs").scenarios>} scenario */
export function samples(scenario) {
  scenario("each sample opens with its speakers, and with its text as it is", async ({ openPage }) => {
    const { tab } = await openPage();
    for (const [title, name, speakers] of SAMPLES) {
      const text = readFileSync(new URL(`../../../seeds/articles/${name}.txt`, import.meta.url), "utf8");
      await choose(tab, title);
      await tab.until(
        `${title} is read`,
        (text) => {
          const element = document.querySelector("who-said");
          return element.status === "ready" && element.text === text;
        },
        text,
      );
      const shown = await tab.texts(".speaker .name");
      for (const speaker of speakers) assert.ok(shown.includes(speaker), `${title}: ${speaker} is not among ${shown}`);
      const { counts, rows } = await tab.inElement((root) => ({
        counts: root.querySelector("h2").innerText.match(/\d+/g).map(Number),
        rows: [".quote:not([data-unsure])", ".timeline > li:not(.gap)"].map(
          (rows) => root.querySelectorAll(rows).length,
        ),
      }));
      assert.equal(counts[0], rows[0], title);
      assert.ok(rows[1] > 0, title);
      assert.deepEqual(await tab.texts(".states *"), [], title);
    }
  });

  scenario("a sample that is not there is not offered, and keeps nobody waiting", async ({ openPage }) => {
    const { tab } = await openPage({
      prepare: (site) => site.put("/seeds/the-causeway-sinks.txt", { body: "", status: 404 }),
    });
    const offered = await tab.run(() => [...document.querySelectorAll("#sample-list button")].map((each) => each.textContent));
    assert.ok(offered.length > 3);
    assert.deepEqual(offered.filter((title) => title.startsWith("A harder one")), []);
    await choose(tab, "An interview");
    await tab.reached("ready");
  });
}

/**
 * Takes the sample from the links under the box, or else from the menu.
 * @param {import("../tab.mjs").Tab} tab
 * @param {string} title its beginning
 */
async function choose(tab, title) {
  const isBox = await tab.run(() => document.body.dataset.view === "box");
  if (!isBox) await tab.click("#samples summary");
  const nth = await tab.until(
    `${title} is offered`,
    (title) => {
      const buttons = [...document.querySelectorAll("#sample-list button")];
      return (
        buttons.findIndex((button) => button.innerText.startsWith(title) || button.textContent.startsWith(title)) + 1
      );
    },
    title,
  );
  await tab.click(isBox ? `#sample-links button:nth-of-type(${nth})` : `#sample-list li:nth-child(${nth}) button`);
}
