// What a reader does with mouse and fields.
import assert from "node:assert/strict";
import { ferry, given, meadow } from "../articles.mjs";
import { reportOf } from "../reports.mjs";
import { always, answering } from "../workers.mjs";

/** So long that its lists are laid out bit by bit. */
const long = [given, ferry].join("\n\n").repeat(4);

/** @param {ReturnType<import("../scenario.mjs").scenarios>} scenario */
export function mouse(scenario) {
  scenario("a paste is analyzed at once, typing only by the button", async ({ openPage }) => {
    const { tab } = await openPage();
    await tab.focus("#text");
    await tab.page.keyboard.type("“Yes,” said Ana Ribeiro.");
    assert.equal(await tab.run(() => document.querySelector("who-said").status), "idle");
    await tab.click("#analyze");
    await tab.reached("ready");
    assert.deepEqual(await tab.texts(".speaker .name"), ["Ana Ribeiro"]);
    await tab.click("[data-do=new]");
    await tab.paste(ferry);
    await tab.reached("ready");
    assert.deepEqual((await tab.texts(".speaker .name")).sort(), ["Ana Ribeiro", "Tomas Lindqvist"]);
  });

  scenario(
    "a click on a quotation in the text selects it in the list, and the other way round",
    async ({ openPage }) => {
      const { tab } = await openPage();
      await tab.paste(given);
      await tab.reached("ready");
      await recordSelections(tab);
      await tab.click('mark[data-quotation="q8"]');
      await tab.until("the list shows it", isSelected, "q8", '.quote[data-quotation="q8"]');
      await tab.click('.quote[data-quotation="q2"] .quote-text');
      await tab.until("the text shows it", isSelected, "q2", 'mark[data-quotation="q2"]');
      assert.deepEqual(await tab.run(() => window.selections), ["q8", "q2"]);
      assert.equal(
        await tab.inElement((root) => root.querySelector(".quote-text[aria-current]").closest("li").dataset.quotation),
        "q2",
      );
    },
  );

  scenario("a click on a date in the text selects it in the list, and the other way round", async ({ openPage }) => {
    const { tab } = await openPage();
    await tab.paste(given);
    await tab.reached("ready");
    await tab.click('time[data-date="d7"]');
    await tab.until("the list shows it", isSelected, "d7", 'button.date[data-date="d7"]');
    await tab.click('button.date[data-date="d4"]');
    await tab.until("the text shows it", isSelected, "d4", 'time[data-date="d4"]');
  });

  for (const [width, height, text] of [
    [1280, 700, given],
    [390, 700, given],
    [1280, 700, long],
    [390, 700, long],
  ]) {
    const what = text === long ? ", in a long article" : "";
    scenario(`the index at ${width} px leads to the heading of each section${what}`, async ({ openPage }) => {
      const { tab } = await openPage();
      await tab.resize(width, height);
      await tab.paste(text);
      await tab.reached("ready");
      for (const section of ["quotations", "dates", "speakers"]) {
        await tab.click(`[data-go="${section}"]`);
        await tab.until(
          `${section} begin near the upper edge`,
          (section) => {
            const { shadowRoot } = document.querySelector("who-said");
            const heading = shadowRoot.querySelector(`[data-panel="${section}"] h3`);
            const { top } = heading.getBoundingClientRect();
            const edge = Math.max(0, shadowRoot.querySelector(".panels").getBoundingClientRect().top);
            return shadowRoot.activeElement === heading && top >= edge && top < edge + 120;
          },
          section,
        );
      }
    });
  }

  scenario("a narrow page explains the selected quotation under its paragraph", async ({ openPage }) => {
    const { tab } = await openPage();
    await tab.resize(390, 844);
    await tab.paste(ferry);
    await tab.reached("ready");
    await tab.click('mark[data-quotation="q2"] .badge');
    const [told] = await tab.texts(".explanation");
    assert.match(told, /Ana Ribeiro/);
    assert.match(told, /“Ribeiro said” right after it/);
  });

  scenario("a click on a speaker shows only their quotations, a second click all again", async ({ openPage }) => {
    const { tab } = await openPage();
    await tab.paste(ferry);
    await tab.reached("ready");
    const all = await tab.texts(".quote .meta b");
    await tab.click(".speaker:nth-child(2) .speaker-hit");
    const [name] = await tab.texts(".speaker:nth-child(2) .name");
    const some = await tab.texts(".quote .meta b");
    assert.deepEqual(
      some,
      all.filter((each) => each === name),
    );
    assert.ok(some.length > 0 && some.length < all.length);
    assert.match((await tab.texts(".filtered"))[0], new RegExp(`^Showing ${some.length} of ${all.length}`));
    await tab.click(".speaker:nth-child(2) .speaker-hit");
    assert.deepEqual(await tab.texts(".quote .meta b"), all);
  });

  scenario("words and kind filter the list, and “Show all” ends it", async ({ openPage }) => {
    const { tab } = await openPage();
    await tab.paste(ferry);
    await tab.reached("ready");
    const all = await tab.texts(".quote .clamp");
    await tab.focus("[name=words]");
    await tab.page.keyboard.type("NOBODY");
    assert.deepEqual(await tab.texts(".quote .clamp"), ["“Nobody asked the crew”"]);
    await tab.click("[data-do=show-all]");
    assert.deepEqual(await tab.texts(".quote .clamp"), all);
    const handle = await tab.find("select[name=kind]");
    await handle.select("direct");
    assert.deepEqual(
      await tab.texts(".quote .clamp"),
      all.filter((words) => words.startsWith("“")),
    );
  });

  scenario("what is unsure, and what is only thought, shows when it is asked for", async ({ openPage }) => {
    const text = "“We go,” said Ana Ribeiro. Perhaps it rains, some say. Ribeiro hopes for sun.";
    const report = reportOf(text, {
      speakers: [{ name: "Ana Ribeiro" }],
      quotations: [
        { words: "We go,", cue: "said", speaker: 1 },
        { words: "it rains", kind: "indirect", cue: "say", confidence: "unsure" },
        { words: "for sun", kind: "indirect", cue: "hopes", act: "thought", speaker: 1 },
      ],
    });
    const { tab } = await openPage({ prepare: always(answering(report)) });
    await tab.paste(text);
    await tab.reached("ready");
    assert.deepEqual(await tab.texts(".quote .clamp"), ["“We go”"]);
    assert.deepEqual(await tab.texts("h2"), ["1 quotation by 1 speaker, no dates"]);
    assert.deepEqual(await tab.texts(".toggle"), ["Show unsure (1)", "Show views (1)"]);
    await tab.click("[name=unsure]");
    assert.deepEqual(await tab.texts(".quote .clamp"), ["“We go”", "it rains"]);
    assert.match((await tab.texts("mark[data-unsure]"))[0], /indirect, unsure:\s+it rains$/);
    await tab.click("[name=views]");
    assert.deepEqual(await tab.texts(".quote .clamp"), ["“We go”", "it rains", "for sun"]);
    assert.deepEqual(await tab.texts("h2"), ["1 quotation by 1 speaker, no dates"]);
    await tab.click("[name=unsure]");
    assert.deepEqual(await tab.texts(".quote .clamp"), ["“We go”", "for sun"]);
  });

  for (const [where, open, field, set, reset] of [
    ["in the masthead", "#reference summary", "#reference-input", "#reference-form .primary", "#reference-reset"],
    [
      "above the dates",
      "[data-do=change-date]",
      ".reference-form input",
      ".reference-form .btn",
      "[data-do=reset-date]",
    ],
  ]) {
    scenario(
      `a reference date set ${where} moves the dates that are counted from it, until it is reset`,
      async ({ openPage }) => {
        const { tab } = await openPage();
        await tab.paste(ferry);
        await tab.reached("ready");
        assert.equal(await whenOf(tab, "Tuesday"), "Tue 10 Mar 2026");
        await tab.click(open);
        const input = await tab.find(field);
        await input.evaluate((input) => (input.value = "2024-07-19"));
        await tab.click(set);
        await tab.shows("Counted from 19 July 2024");
        assert.equal(await whenOf(tab, "Tuesday"), "Tue 16 Jul 2024");
        assert.equal(await whenOf(tab, "2026-03-12"), "Thu 12 Mar 2026");
        await tab.click(open);
        await tab.click(reset);
        await tab.shows("Counted from 12 March 2026");
        assert.equal(await whenOf(tab, "Tuesday"), "Tue 10 Mar 2026");
      },
    );
  }

  scenario("the theme changes the colors at once, and lasts", async ({ openPage }) => {
    const { tab, site } = await openPage();
    const paper = () => tab.run(() => getComputedStyle(document.body).backgroundColor);
    await tab.choose("light");
    assert.equal(await paper(), "rgb(251, 250, 247)");
    await tab.choose("dark");
    assert.equal(await paper(), "rgb(22, 21, 19)");
    await tab.page.goto(`${site.origin}/`, { waitUntil: "load" });
    assert.equal(await paper(), "rgb(22, 21, 19)");
    await tab.paste(ferry);
    await tab.reached("ready");
    assert.equal(await tab.inElement((root) => getComputedStyle(root.querySelector("h2")).color), "rgb(236, 234, 228)");
  });

  scenario("what a filter leaves out is neutral in the article and faint in the band", async ({ openPage }) => {
    const { tab } = await openPage();
    await tab.paste(ferry);
    await tab.reached("ready");
    const off = (selector) => tab.inElement((root, selector) => [...root.querySelectorAll(selector)].map((part) => part.dataset.quotation), selector);
    const underline = () => tab.inElement((root) => getComputedStyle(root.querySelector("mark[data-quotation=q2]")).textDecorationColor);
    const before = await underline();
    await tab.click('.speaker[data-speaker="s2"] .speaker-hit');
    assert.deepEqual(await off("mark[data-off]"), ["q1", "q2"]);
    assert.deepEqual(await off(".piece[data-off]"), ["q1", "q2"]);
    assert.notEqual(await underline(), before);
    await tab.click('.speaker[data-speaker="s2"] .speaker-hit');
    assert.deepEqual(await off("[data-off]"), []);
    assert.equal(await underline(), before);
  });

  scenario("“New article” empties the box and leaves nothing of the report", async ({ openPage }) => {
    const { tab } = await openPage();
    await tab.paste(ferry);
    await tab.reached("ready");
    await tab.click("[data-do=new]");
    await tab.reached("idle");
    assert.deepEqual(await box(tab), { value: "", hasFocus: true, isVisible: true });
    assert.deepEqual(await tab.texts("article, .panel"), []);
    assert.equal(await tab.run(() => document.querySelector("who-said").report), null);
  });

  scenario("the article before can be brought back, with its corrections and its day", async ({ openPage }) => {
    const { tab } = await openPage();
    await tab.paste(ferry);
    await tab.reached("ready");
    await tab.run(() => (document.querySelector("who-said").documentDate = "2026-05-01"));
    await tab.until("it is counted from that day", () => document.querySelector("who-said").report.document.documentDate.basis === "option");
    await tab.run(() => document.querySelector("who-said").correct({ do: "rename", speaker: "s1", name: "Ana Maria Ribeiro" }));
    await tab.click("[data-do=new]");
    await tab.until("it is told", isTold, "#aside", "Your corrected article is put aside");
    await tab.click("#aside .row button");
    await tab.reached("ready");
    await tab.until("the correction is there", () => document.querySelector("who-said").corrections.length === 1);
    assert.equal(await tab.run(() => document.querySelector("who-said").report.document.documentDate.value), "2026-05-01");
    assert.deepEqual(await tab.texts(".speaker .name"), ["Tomas Lindqvist", "Ana Maria Ribeiro"]);
    assert.equal(await tab.run(() => document.querySelector("#aside").innerText), "");
    await tab.click("[data-do=undo]");
    assert.deepEqual(await tab.texts(".speaker .name"), ["Tomas Lindqvist", "Ana Ribeiro"]);
  });

  scenario("another article over a corrected one says where that went; over another it says nothing", async ({ openPage }) => {
    const { tab } = await openPage();
    await tab.paste(ferry);
    await tab.reached("ready");
    const sample = async () => {
      await tab.click("#samples summary");
      await tab.click("#sample-list button");
      await tab.until("the sample is there", () => document.querySelector("who-said").text.includes("Stoltenberg"));
    };
    await sample();
    assert.equal(await tab.run(() => document.querySelector("#aside").innerText), "");
    await tab.click("[data-do=new]");
    await tab.paste(ferry);
    await tab.reached("ready");
    await tab.run(() => document.querySelector("who-said").correct({ do: "reject", quotation: "q1" }));
    await sample();
    await tab.until("it is told", isTold, "#aside", "Your corrected article is put aside");
    await tab.click("#aside .row button");
    await tab.until("it is back", () => document.querySelector("who-said").corrections.length === 1);
    assert.deepEqual((await tab.texts(".quote .clamp")).length, 3);
  });

  scenario("a second article takes the place of the first, with nothing left of it", async ({ openPage }) => {
    const { tab } = await openPage();
    await tab.paste(given);
    await tab.reached("ready");
    await tab.click("[data-do=new]");
    await tab.paste(ferry);
    await tab.reached("ready");
    await tab.click("[data-do=new]");
    await tab.paste(meadow);
    await tab.reached("empty");
    assert.doesNotMatch(await tab.seen(), /Stoltenberg|Ribeiro|NATO|ferry/);
  });
}

/** Runs in the page. @param {string} place @param {string} words */
function isTold(place, words) {
  return document.querySelector(place).innerText.includes(words);
}

/** Runs in the page. @param {string} id @param {string} selector */
function isSelected(id, selector) {
  const { shadowRoot } = document.querySelector("who-said");
  const found = shadowRoot.querySelector(selector);
  if (!found?.hasAttribute("data-current")) return false;
  const { top, bottom } = found.getBoundingClientRect();
  return bottom > 0 && top < innerHeight && found.checkVisibility();
}

/** @param {import("../tab.mjs").Tab} tab */
function recordSelections(tab) {
  return tab.run(() => {
    window.selections = [];
    document.addEventListener("who-said-select", ({ detail }) => window.selections.push(detail.id));
  });
}

/** What the timeline says about the words. @param {import("../tab.mjs").Tab} tab @param {string} words */
function whenOf(tab, words) {
  return tab.inElement((root, words) => {
    const button = [...root.querySelectorAll("button.date")].find((button) => button.innerText === words);
    return button?.closest("li").querySelector(".when").innerText;
  }, words);
}

/** @param {import("../tab.mjs").Tab} tab */
function box(tab) {
  return tab.run(() => {
    const box = document.querySelector("#text");
    return { value: box.value, hasFocus: document.activeElement === box, isVisible: box.checkVisibility() };
  });
}
