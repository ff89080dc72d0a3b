// The element that reads an article of its page, and marks it where it stands.
import assert from "node:assert/strict";
import { hostPage, recordedEvents, recordEvents } from "../hosts.mjs";
import { barrier } from "../sites.mjs";

const STORY = `<article id="story" data-is="story"><h2>Ferry</h2><p>“We will <em>act</em>,” Ana Ribeiro said on Monday.</p></article>`;
const NEXT = `<article id="next"><p>“Nobody asked,” said Tomas Lindqvist.</p></article>`;
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

  for (const [what, change, target = "#story"] of [
    ["is replaced by another one", () => document.querySelector("#story").replaceWith(window.articleOf("story"))],
    ["goes, and another one comes later", later],
    ["is inside of what is replaced", () => document.querySelector("main").replaceChildren(window.articleOf("story"))],
    ["is another one because an attribute changes", rename],
    ["is another one because an attribute that the selector names changes", handOn, "[data-is='story']"],
  ]) {
    scenario(`when the host's article ${what}, that one is read, marked and followed`, async ({ openHost }) => {
      const { tab } = await openHost(
        hostPage(`<main>${STORY}${NEXT}</main><who-said for="${target}" highlight="quotations"></who-said>`),
        { before: giveArticles },
      );
      await tab.reached("ready");
      await marked(tab, 1);
      await tab.run(change);
      await tab.until("the other one is read", isRead, "“Nobody asked,” said Tomas Lindqvist.");
      assert.deepEqual(await marked(tab, 1), [["who-said-s1-direct", "“Nobody asked,”"]]);
      await tab.run((target) => {
        document.querySelector(`${target} p`).textContent = "“Nobody knew,” said Tomas Lindqvist.";
      }, target);
      await tab.until("its change is read", isRead, "“Nobody knew,” said Tomas Lindqvist.");
      assert.deepEqual(await marked(tab, 1), [["who-said-s1-direct", "“Nobody knew,”"]]);
    });
  }

  scenario("an article that comes after the element is read, while the rest of the page never rests", async ({ openHost }) => {
    const { tab } = await openHost(hostPage(`<b id="clock"></b><who-said for="#story"></who-said>`), {
      before: giveArticles,
    });
    await tab.reached("error");
    await tab.run(() => {
      setInterval(() => (document.querySelector("#clock").textContent = Date.now()), 20);
      document.body.append(window.articleOf("story"));
    });
    await tab.reached("ready");
  });

  for (const [when, count] of [
    ["when the host's article is taken away", 2],
    ["when the host's article is taken away before it is marked", 0],
  ]) {
    scenario(`${when}, its report goes too`, async ({ openHost }) => {
      const before = (tab) =>
        tab.page.evaluateOnNewDocument((count) => {
          window.take = () => document.querySelector("#story").remove();
          if (!count) addEventListener("who-said-report", window.take, { once: true });
        }, count);
      const { tab } = await openHost(
        hostPage(`${STORY}<who-said for="#story" highlight="quotations dates"></who-said>`),
        { before },
      );
      if (count) {
        await marked(tab, count);
        await tab.run(() => window.take());
      }
      await tab.shows("There is no article to read");
      assert.deepEqual(await tab.texts(".quote"), []);
      await marked(tab, 0);
    });
  }

  scenario("an article that goes while it is read leaves no report", async ({ openHost }) => {
    const { pause, release } = barrier();
    const { tab } = await openHost(hostPage(`${STORY}<who-said for="#story"></who-said><div><who-said id="other"></who-said></div>`), {
      prepare: (site) => site.pauseAt("/wasm/whosaid_bg.wasm", pause),
      before: recordEvents,
    });
    await tab.reached("loading");
    await tab.run(() => document.querySelector("#story").remove());
    await tab.reached("error");
    release();
    // Whose turn is later has been answered.
    await tab.run(() => document.querySelector("#other").analyze("“No,” said Tomas Lindqvist.").then(() => {}));
    const told = (await recordedEvents(tab)).map(({ type, detail }) => detail.status ?? detail.code ?? type);
    assert.deepEqual(told.slice(0, 3), ["loading", "error", "target-not-found"]);
    const { status, report } = await tab.run(() => {
      const { status, report } = document.querySelector("who-said");
      return { status, report };
    });
    assert.deepEqual([status, report], ["error", null]);
  });

  for (const [where, article, host] of [
    ["the host's article", STORY, `for="#story"`],
    ["the element", "", ""],
  ]) {
    scenario(`when ${where} is emptied its report goes, until there are words again`, async ({ openHost }) => {
      const inside = host ? "" : STORY;
      const { tab } = await openHost(hostPage(`${article}<who-said ${host} highlight="quotations">${inside}</who-said>`));
      await tab.reached("ready");
      await tab.run(() => (document.querySelector("#story").textContent = " "));
      await tab.reached("idle");
      assert.deepEqual(await tab.run(() => [document.querySelector("who-said").report, document.querySelector("who-said").text]), [null, ""]);
      assert.deepEqual(await tab.texts(".quote"), []);
      await marked(tab, 0);
      await tab.run(() => (document.querySelector("#story").textContent = "“Nobody asked,” said Tomas Lindqvist."));
      await tab.until("it is read again", isRead, "“Nobody asked,” said Tomas Lindqvist.");
    });
  }
}

/** Gives the page a function that makes the other article. @param {import("../tab.mjs").Tab} tab */
function giveArticles(tab) {
  return tab.page.evaluateOnNewDocument(() => {
    window.articleOf = (id) => {
      const article = Object.assign(document.createElement("article"), { id });
      const said = document.createElement("p");
      said.textContent = "“Nobody asked,” said Tomas Lindqvist.";
      article.append(said);
      return article;
    };
  });
}

/** Runs in the page. */
function later() {
  document.querySelector("#story").remove();
  setTimeout(() => document.querySelector("main").append(window.articleOf("story")), 600);
}

/** Runs in the page. */
function rename() {
  document.querySelector("#story").id = "before";
  document.querySelector("#next").id = "story";
}

/** Runs in the page. */
function handOn() {
  delete document.querySelector("#story").dataset.is;
  document.querySelector("#next").dataset.is = "story";
}

/** Runs in the page. @param {string} text */
function isRead(text) {
  const { text: read, status } = document.querySelector("who-said");
  return read === text && status === "ready";
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
