// The element that reads an article of its page, and marks it where it stands.
import assert from "node:assert/strict";
import { hostPage } from "../hosts.mjs";

const STORY = `<article id="story"><h2>Ferry</h2><p>“We will <em>act</em>,” Ana Ribeiro said on Monday.</p></article>`;
const REPLY = `<article id="reply"><p>“Nobody asked,” said Tomas Lindqvist.</p></article>`;

/** @param {ReturnType<import("../scenario.mjs").scenarios>} scenario */
export function elementInPlace(scenario) {
  scenario(
    "what is quoted, who speaks and when is marked in the host's article, without a change to it",
    async ({ openHost }) => {
      const { tab } = await openHost(
        hostPage(`${STORY}<who-said for="#story" highlight="quotations speakers dates"></who-said>`),
      );
      const before = await tab.run(() => document.querySelector("#story").outerHTML);
      await tab.reached("ready");
      assert.deepEqual(await marked(tab, 3), [
        ["who-said-date", "Monday"],
        ["who-said-s1-direct", "“We will act,”"],
        ["who-said-s1-name", "Ana Ribeiro"],
      ]);
      assert.equal(await tab.run(() => document.querySelector("#story").outerHTML), before);
      assert.deepEqual(await tab.texts(".prose"), []);
    },
  );

  scenario("highlight chooses what is marked, and none leaves the article unmarked", async ({ openHost }) => {
    const { tab } = await openHost(hostPage(`${STORY}<who-said for="#story" highlight="dates"></who-said>`));
    await tab.reached("ready");
    assert.deepEqual(await marked(tab, 1), [["who-said-date", "Monday"]]);
    await tab.run(() => (document.querySelector("who-said").highlight = ["none"]));
    await tab.until("the marks are gone", isMarkedTimes, 0);
  });

  scenario("two elements share the marks' names, and each takes only its own away", async ({ openHost }) => {
    const elements = ["#story", "#reply"]
      .map((id) => `<who-said for="${id}" highlight="quotations"></who-said>`)
      .join("");
    const { tab } = await openHost(hostPage(`${STORY}${REPLY}${elements}`));
    await tab.until("both are ready", () =>
      [...document.querySelectorAll("who-said")].every(({ status }) => status === "ready"),
    );
    assert.deepEqual(await marked(tab, 2), [
      ["who-said-s1-direct", "“Nobody asked,”"],
      ["who-said-s1-direct", "“We will act,”"],
    ]);
    await tab.run(() => document.querySelector("who-said").remove());
    assert.deepEqual(await marked(tab, 1), [["who-said-s1-direct", "“Nobody asked,”"]]);
  });

  scenario("the list brings the reader to the words in the article, and selects them", async ({ openHost }) => {
    const { tab } = await openHost(
      hostPage(`${STORY}<div style="height: 3000px"></div><who-said for="#story" loading="eager"></who-said>`),
    );
    await tab.reduceMotion();
    await tab.reached("ready");
    await tab.click(".quote-text");
    await tab.until("the words are selected", () => getSelection().toString() === "We will act,");
    await tab.until("they are in sight", () => {
      const { top, bottom } = document.querySelector("#story p").getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
  });

  scenario("when the host's article changes, it is read and marked again", async ({ openHost }) => {
    const { tab } = await openHost(hostPage(`${STORY}<who-said for="#story" highlight="quotations"></who-said>`));
    await tab.reached("ready");
    await tab.run(() => {
      const added = document.createElement("p");
      added.textContent = "“Nobody asked,” said Tomas Lindqvist.";
      document.querySelector("#story h2").after(added);
    });
    await tab.until("both are found", () => document.querySelector("who-said").report.quotations.length === 2);
    const quoted = (await marked(tab, 2)).map(([, words]) => words);
    assert.deepEqual(quoted.sort(), ["“Nobody asked,”", "“We will act,”"]);
  });
}

/**
 * The names of the marks in the page, with the words that each is on, once there are as many as there are to be.
 * @param {import("../tab.mjs").Tab} tab
 * @param {number} count
 */
async function marked(tab, count) {
  await tab.until(`${count} marks are there`, isMarkedTimes, count);
  const found = await tab.run(() =>
    [...CSS.highlights].flatMap(([name, ranges]) => [...ranges].map((range) => [name, range.toString()])),
  );
  return found.sort(([a, words], [b, others]) => (a + words < b + others ? -1 : 1));
}

/** Runs in the page. @param {number} count */
function isMarkedTimes(count) {
  return [...CSS.highlights.values()].reduce((sum, ranges) => sum + ranges.size, 0) === count;
}
