// Corrections by the reader: each kind by its form, undone and redone, and taken along.
import assert from "node:assert/strict";
import { ferry, given } from "../articles.mjs";
import { saved } from "../downloads.mjs";

/** @param {ReturnType<import("../scenario.mjs").scenarios>} scenario */
export function corrections(scenario) {
  scenario("another speaker for a quotation shows everywhere, and can be undone and redone", async ({ openPage }) => {
    const { tab } = await open(openPage);
    await openForm(tab, "[data-quotation=q2] .quote-text", ".quote [data-correct=correct]");
    await choose(tab, "who", "Tomas Lindqvist");
    await tab.press("Enter");
    await tab.until("it is told", isAnnounced, "Speaker of “We kept our word” set to Tomas Lindqvist");
    assert.deepEqual(await attributions(tab), { q1: "2", q2: "1", q3: "1", q4: "1" });
    assert.match(await list(tab, "q2"), /Tomas Lindqvist.*speaker corrected by hand/s);
    assert.match(await tab.inElement((root) => root.querySelector(".strip-box .vh").textContent), /Lindqvist: paragraphs 3, 4/);
    await tab.click("[data-do=undo]");
    await tab.until("it is told", isAnnounced, "Undone: Speaker of “We kept our word” set to Tomas Lindqvist");
    assert.deepEqual(await attributions(tab), { q1: "2", q2: "2", q3: "1", q4: "1" });
    assert.doesNotMatch(await list(tab, "q2"), /by hand/);
    await tab.click("[data-do=redo]");
    assert.deepEqual(await attributions(tab), { q1: "2", q2: "1", q3: "1", q4: "1" });
    assert.deepEqual(await edits(tab), [1, 0, 1]);
  });

  scenario("somebody whom the report lacks gets the quotation, a name and a number", async ({ openPage }) => {
    const { tab } = await open(openPage);
    await openForm(tab, "[data-quotation=q2] .quote-text", ".quote [data-correct=correct]");
    await choose(tab, "who", "Somebody else…");
    await tab.page.keyboard.type("Rosa Lund");
    await tab.press("Enter");
    await tab.until("the focus is on the quotation", () => {
      const { activeElement } = document.querySelector("who-said").shadowRoot;
      return activeElement?.matches(".quote-text") && activeElement.innerText.includes("We kept our word");
    });
    assert.deepEqual(await attributions(tab), { q1: "2", q2: "3", q3: "1", q4: "1" });
    assert.deepEqual(await names(tab), ["Tomas Lindqvist", "Ana Ribeiro", "Rosa Lund"]);
  });

  scenario("a speaker is renamed, and a name that is taken is not given twice", async ({ openPage }) => {
    const { tab } = await open(openPage);
    await openSpeaker(tab, "Ana Ribeiro");
    await tab.page.keyboard.type("Tomas Lindqvist");
    await tab.press("Enter");
    const told = await tab.inElement((root) => root.querySelector(".forms [name=name]").validationMessage);
    assert.equal(told, "Tomas Lindqvist is there already: merge the two instead.");
    await tab.press("Control+a");
    await tab.page.keyboard.type("Ana Maria Ribeiro");
    await tab.press("Enter");
    await tab.until("it is told", isAnnounced, "Ana Ribeiro renamed to Ana Maria Ribeiro");
    assert.deepEqual(await names(tab), ["Tomas Lindqvist", "Ana Maria Ribeiro"]);
    assert.match(await list(tab, "q1"), /Ana Maria Ribeiro/);
  });

  scenario("two speakers become one, and one becomes two", async ({ openPage }) => {
    const { tab } = await open(openPage);
    await openSpeaker(tab, "Ana Ribeiro");
    await tab.click(".forms [data-correction=merge] button");
    await tab.until("it is told", isAnnounced, "Ana Ribeiro merged into Tomas Lindqvist");
    assert.deepEqual(await names(tab), ["Tomas Lindqvist"]);
    assert.match((await tab.texts(".overview h2"))[0], /^4 quotations by 1 speaker,/);
    await openSpeaker(tab, "Tomas Lindqvist");
    await tab.click(".picks li:nth-child(2) input");
    await tab.click(".forms [data-correction=split] [name=name]");
    await tab.page.keyboard.type("Rosa Lund");
    await tab.press("Enter");
    await tab.until("it is told", isAnnounced, "1 quotation moved from Tomas Lindqvist to Rosa Lund");
    assert.deepEqual((await names(tab)).sort(), ["Rosa Lund", "Tomas Lindqvist"]);
    for (let n = 0; n < 2; n += 1) await tab.click("[data-do=undo]");
    assert.deepEqual(await names(tab), ["Tomas Lindqvist", "Ana Ribeiro"]);
    assert.deepEqual(await attributions(tab), { q1: "2", q2: "2", q3: "1", q4: "1" });
  });

  scenario("what is no quotation goes, and Ctrl+Z brings it back", async ({ openPage }) => {
    const { tab } = await open(openPage);
    await tab.click("[data-quotation=q2] .quote-text");
    await tab.click(".quote [data-correct=reject]");
    await tab.until("it is told", isAnnounced, "“We kept our word” removed as no quotation");
    assert.deepEqual(await attributions(tab), { q1: "2", q3: "1", q4: "1" });
    assert.match((await tab.texts(".overview h2"))[0], /^3 quotations/);
    assert.deepEqual(await focusIn(tab), ["list", "q3", true]);
    await tab.press("Control+z");
    assert.deepEqual(await attributions(tab), { q1: "2", q2: "2", q3: "1", q4: "1" });
    await tab.press("Control+Shift+z");
    assert.deepEqual(await attributions(tab), { q1: "2", q3: "1", q4: "1" });
  });

  for (const view of ["reading", "editing"]) {
    scenario(`selected words become a quotation, while ${view}`, async ({ openPage }) => {
      const { tab } = await open(openPage, `${ferry}\n\nThe crew 😀 would “never again” sail, Rosa Lund wrote.`);
      await tab.click(`.switch label:has([value="${view}"])`);
      const before = await tab.run(() => document.querySelector("who-said").report.quotations.map(({ text }) => text));
      await select(tab, "older than the mayor");
      await tab.until("it can be added", () => {
        const bar = document.querySelector("who-said").shadowRoot.querySelector(".adding");
        return bar.checkVisibility() && bar.innerText.includes("older than the mayor");
      });
      await tab.click(".adding [data-correct=add]");
      await choose(tab, "who", "Ana Ribeiro");
      await tab.press("Enter");
      await tab.until("it is told", isAnnounced, "“older than the mayor” added as a quotation of Ana Ribeiro");
      const added = await tab.run(() => document.querySelector("who-said").report.quotations.find(({ corrected }) => corrected));
      assert.deepEqual([added.text, added.kind, added.corrected], ["older than the mayor", "indirect", ["added"]]);
      assert.ok(!(await tab.find(".adding").then((bar) => bar.evaluate((bar) => bar.checkVisibility()))), "the bar is gone");
      const after = await tab.run(() => document.querySelector("who-said").report.quotations.map(({ text }) => text));
      assert.equal(after.length, before.length + 1);
      assert.deepEqual(await focusIn(tab), [view === "reading" ? "article" : "list", added.id, true]);
      assert.ok(await tab.inElement((root, id) => root.querySelector(`.quote[data-quotation=${id}]`).matches("[data-current]"), added.id));
    });
  }

  for (const width of [1280, 800]) {
    scenario(`the focus is in sight after a merge, and in the article after one of its quotations is rejected, at ${width} px`, async ({ openPage }) => {
      const { tab } = await open(openPage, given);
      await tab.resize(width);
      const [, name] = await names(tab);
      await openSpeaker(tab, name);
      await tab.click(".forms [data-correction=merge] button");
      await tab.until("both are one", () => document.querySelector("who-said").report.speakers.length === 1);
      const merged = await tab.inElement((root) => {
        const { top, bottom } = root.activeElement.getBoundingClientRect();
        return [root.activeElement.matches(".speaker-hit"), top >= 0 && bottom <= innerHeight];
      });
      assert.deepEqual(merged, [true, true]);
      if (width === 1280) return;
      await tab.click("mark[data-quotation=q4]");
      await tab.click(".explanation [data-correct=reject]");
      await tab.until("it is gone", () => document.querySelector("who-said").corrections.length === 2);
      assert.deepEqual(await focusIn(tab), ["article", "q5", true]);
    });
  }

  scenario("where the lists are below, a date of the article is explained and corrected under its paragraph", async ({ openPage }) => {
    const { tab } = await open(openPage);
    await tab.resize(800);
    await tab.click("time[data-date=d2]");
    assert.match((await tab.texts(".explanation"))[0], /Tue 10 Mar 2026[^]*“Tuesday”, guessed[^]*Correct the date/);
    await tab.click(".explanation [data-correct=correct]");
    await tab.press("Control+a");
    await tab.page.keyboard.type("2026-03-03");
    await tab.press("Enter");
    await tab.until("it is told", isAnnounced, "“Tuesday” set to 3 March 2026");
    assert.match((await tab.texts(".explanation"))[0], /Tue 3 Mar 2026/);
  });

  scenario("a date is set, and what was said then moves with it; nonsense is refused", async ({ openPage }) => {
    const { tab } = await open(openPage);
    await tab.click("button.date[data-date=d2]");
    await tab.click(".what [data-correct=correct]");
    await tab.press("Control+a");
    await tab.page.keyboard.type("yesterday");
    await tab.press("Enter");
    const told = await tab.inElement((root) => root.querySelector(".correction [name=value]").validationMessage);
    assert.equal(told, "A day as 2021-04-13, a month as 2021-04, or a year as 2021.");
    await tab.press("Control+a");
    await tab.page.keyboard.type("2026-03-03");
    await tab.press("Enter");
    await tab.until("it is told", isAnnounced, "“Tuesday” set to 3 March 2026");
    assert.match(await list(tab, "q1"), /said 3 March 2026/);
    const entry = await tab.inElement((root) => root.querySelector("button.date[data-date=d2]").closest("li").innerText);
    assert.match(entry, /Tue 3 Mar 2026[^]*corrected by hand/);
  });

  scenario("a form that has complained is taken once what it asked for is there", async ({ openPage }) => {
    const { tab } = await open(openPage);
    await openSpeaker(tab, "Tomas Lindqvist");
    await tab.click(".forms [data-correction=split] [name=name]");
    await tab.page.keyboard.type("Rosa Lund");
    await tab.press("Enter");
    assert.equal(await complaint(tab, "picked"), "Choose at least one quotation, and leave one.");
    await tab.click(".picks li:nth-child(2) input");
    await tab.click(".forms [data-correction=split] button");
    await tab.until("it is told", isAnnounced, "1 quotation moved from Tomas Lindqvist to Rosa Lund");
    await openForm(tab, "[data-quotation=q2] .quote-text", ".quote [data-correct=correct]");
    await choose(tab, "who", "Somebody else…");
    await tab.page.keyboard.type(" ");
    await tab.press("Enter");
    assert.equal(await complaint(tab, "name"), "Type a name.");
    await tab.page.keyboard.type("Vera Stamm");
    await tab.press("Enter");
    await tab.until("it is told", isAnnounced, "Speaker of “We kept our word” set to Vera Stamm");
    await openForm(tab, "button.date[data-date=d2]", ".what [data-correct=correct]");
    await tab.press("Control+a");
    await tab.page.keyboard.type("2026-02-30");
    await tab.press("Enter");
    assert.equal(await complaint(tab, "value"), "There is no such day, month or year.");
    await offer(tab, "older than the mayor");
    await choose(tab, "who", "Somebody else…");
    await tab.page.keyboard.type(" ");
    await tab.press("Enter");
    assert.equal(await complaint(tab, "name"), "Type a name.");
    await choose(tab, "who", "Not known");
    await tab.press("Enter");
    await tab.until("it is told", isAnnounced, "“older than the mayor” added as a quotation");
    assert.equal((await tab.run(() => document.querySelector("who-said").corrections)).length, 3);
  });

  scenario("what is set to what it is already closes the form, and is no correction", async ({ openPage }) => {
    const { tab } = await open(openPage);
    await openSpeaker(tab, "Ana Ribeiro");
    await tab.press("Enter");
    assert.deepEqual(await tab.texts(".forms"), []);
    assert.equal(await tab.inElement((root) => root.activeElement.closest(".speaker")?.querySelector(".name").textContent), "Ana Ribeiro");
    await openSpeaker(tab, "Ana Ribeiro");
    await tab.page.keyboard.type("  Ana   Ribeiro ");
    await tab.press("Enter");
    assert.deepEqual(await tab.run(() => document.querySelector("who-said").corrections), []);
    assert.deepEqual(await tab.texts("[data-do=undo]"), []);
  });

  scenario("the words offered are the same ones after words above them are typed, and gone when they are edited", async ({ openPage }) => {
    const { tab } = await open(openPage);
    await tab.click('.switch label:has([value="editing"])');
    await offer(tab, "would return");
    await choose(tab, "who", "Ana Ribeiro");
    const sentence = "The harbor is quiet today. ";
    await type(tab, 0, sentence);
    await tab.until("the words are read", (sentence) => document.querySelector("who-said").text.startsWith(sentence), sentence);
    assert.deepEqual(await offered(tab), [true, true]);
    await tab.click(".adding form button");
    await tab.until("it is told", isAnnounced, "“would return” added as a quotation of Ana Ribeiro");
    await offer(tab, "than the mayor");
    await type(tab, ferry.indexOf("the mayor") + sentence.length, "all of ");
    await tab.until("the words are read", () => document.querySelector("who-said").text.includes("than all of the mayor"));
    await tab.until("nothing is offered", () => !document.querySelector("who-said").shadowRoot.querySelector(".adding").checkVisibility());
  });

  scenario("words of one article are not offered in another", async ({ openPage }) => {
    const { tab } = await open(openPage);
    await offer(tab, "would return");
    await tab.click("[data-do=new]");
    await tab.reached("idle");
    await tab.paste("“The harbor is shut,” said Vera Stamm on Monday. “It is cold there,” she added.");
    await tab.reached("ready");
    assert.deepEqual(await offered(tab), [false, false]);
    await offer(tab, "cold there");
    await tab.run((text) => document.querySelector("who-said").analyze(text), ferry);
    await tab.reached("ready");
    assert.deepEqual(await offered(tab), [false, false]);
    await offer(tab, "would return");
    const choices = await tab.inElement((root) => [...root.querySelectorAll(".adding option")].map(({ text }) => text));
    assert.deepEqual(choices.sort(), ["1 Tomas Lindqvist", "2 Ana Ribeiro", "Not known", "Somebody else…"]);
  });

  scenario("speakers who are one by now are not offered as two", async ({ openPage }) => {
    const { tab } = await open(openPage);
    await offer(tab, "would return");
    await choose(tab, "who", "Ana Ribeiro");
    await tab.run(() => document.querySelector("who-said").correct({ do: "merge", speaker: "s2", into: "s1" }));
    const choices = () =>
      tab.inElement((root) => {
        const who = root.querySelector(".adding [name=who]");
        return [...who.options].map(({ text }) => text + (text === who.selectedOptions[0].text ? " is chosen" : ""));
      });
    assert.deepEqual(await choices(), ["Not known", "1 Ana Ribeiro is chosen", "Somebody else…"]);
    await tab.run(() => document.querySelector("who-said").undo());
    await choose(tab, "who", "Tomas Lindqvist");
    await tab.run(() => document.querySelector("who-said").redo());
    assert.deepEqual(await choices(), ["Not known is chosen", "1 Ana Ribeiro", "Somebody else…"]);
    await tab.click(".adding form button");
    await tab.until("it is told", isAnnounced, "“would return” added as a quotation");
  });

  scenario("when the speaker who alone showed is merged, all quotations show again", async ({ openPage }) => {
    const { tab } = await open(openPage);
    await tab.click(".speaker:has([data-correct]) .speaker-hit");
    const shown = await tab.texts(".quote-text");
    assert.ok(shown.length < 4, "the list is filtered");
    const only = await tab.inElement((root) => root.querySelector(".speaker-hit[aria-pressed=true]").closest(".speaker").dataset.speaker);
    const other = only === "s1" ? "s2" : "s1";
    await tab.run((speaker, into) => document.querySelector("who-said").correct({ do: "merge", speaker, into }), only, other);
    assert.equal((await tab.texts(".quote-text")).length, 4);
    assert.deepEqual(await tab.texts(".filtered"), []);
    await tab.run(() => document.querySelector("who-said").next());
    assert.equal(await tab.inElement((root) => root.querySelector(".quote[data-current]")?.dataset.quotation), "q1");
  });

  scenario("corrections are in every export, and are the reader's there", async ({ openPage, downloads }) => {
    const { tab } = await open(openPage);
    await openForm(tab, "[data-quotation=q2] .quote-text", ".quote [data-correct=correct]");
    await choose(tab, "who", "Somebody else…");
    await tab.page.keyboard.type("Rosa Lund");
    await tab.press("Enter");
    const take = async (format, file) => {
      await tab.click(`[data-do=export-${format}]`);
      return saved(downloads, file);
    };
    const { corrections, quotations } = JSON.parse(await take("json", "who-said.json"));
    assert.deepEqual(corrections, [{ do: "attribute-new", quotation: "q2", name: "Rosa Lund" }]);
    assert.deepEqual(quotations[1].corrected, ["speaker"]);
    assert.match(await take("csv", "who-said.csv"), /q2,Rosa Lund,.*,speaker name\r\n/);
    assert.match(await take("markdown", "who-said.md"), /\*\*Rosa Lund\*\*.*speaker corrected by hand/);
    assert.match(await take("html", "who-said.html"), /<b>Rosa Lund<\/b>.*speaker corrected by hand/);
    const page = JSON.parse(await take("web-annotation", "who-said.jsonld"));
    assert.ok(JSON.stringify(page).includes("Rosa Lund") && JSON.stringify(page).includes('"creator"'));
  });

  scenario("corrections stay while the text is edited around them; one that no longer fits is told", async ({ openPage }) => {
    const { tab } = await open(openPage);
    await openForm(tab, "[data-quotation=q2] .quote-text", ".quote [data-correct=correct]");
    await choose(tab, "who", "Tomas Lindqvist");
    await tab.press("Enter");
    await tab.click('.switch label:has([value="editing"])');
    await type(tab, ferry.indexOf("would return"), "surely ");
    await tab.until("the words are read", () => document.querySelector("who-said").text.includes("surely would return"));
    await type(tab, ferry.indexOf("kept our word") + "surely ".length, "always ");
    await tab.until("the words are read", () => document.querySelector("who-said").text.includes("We always kept our word"));
    await tab.until("the correction is kept", () => document.querySelector("who-said").corrections.length === 1);
    const speaker = await tab.run(() => {
      const { quotations, speakers } = document.querySelector("who-said").report;
      const { speaker } = quotations.find(({ text }) => text.includes("always kept"));
      return speakers.find(({ id }) => id === speaker).name;
    });
    assert.equal(speaker, "Tomas Lindqvist");
    await tab.press("Control+a");
    await tab.page.keyboard.type("“No,” Rosa Lund said.");
    await tab.shows("No longer fits the text, and was left out: Speaker of “We always kept our word” set to Tomas Lindqvist.");
    assert.deepEqual(await tab.run(() => document.querySelector("who-said").corrections), []);
  });

  scenario("another reference date keeps corrections, another article has none", async ({ openPage }) => {
    const { tab } = await open(openPage);
    await tab.run(() => document.querySelector("who-said").correct({ do: "rename", speaker: "s1", name: "A. R." }));
    await tab.run(() => (document.querySelector("who-said").documentDate = "2026-04-01"));
    await tab.until("the date is set", () => document.querySelector("who-said").report?.document.documentDate.value === "2026-04-01");
    assert.ok((await names(tab)).includes("A. R."));
    await tab.click("#samples summary");
    await tab.click("#sample-list li:first-child button");
    await tab.until("the sample is read", () => document.querySelector("who-said").text.includes("NATO"));
    assert.deepEqual(await tab.run(() => document.querySelector("who-said").corrections), []);
    assert.deepEqual(await tab.texts(".states *"), []);
    assert.deepEqual(await tab.texts("[data-do=undo]"), []);
  });

  scenario("an element that is not editable offers no corrections; its host can make them", async ({ openHost }) => {
    const { tab } = await openHost(
      (site) => `<!doctype html><title>Host</title><script type="module" src="${site.origin}/who-said.js"></script>
        <who-said loading="eager"><p>“We act,” Ana Ribeiro said.</p></who-said>`,
    );
    await tab.reached("ready");
    await tab.click("mark .badge");
    assert.deepEqual(await tab.texts("[data-correct]"), []);
    const done = await tab.run(() => {
      const element = document.querySelector("who-said");
      const outcome = [
        element.correct({ do: "rename", speaker: "s1", name: "Bea" }),
        element.correct({ do: "rename", speaker: "s9", name: "Nobody" }),
      ];
      return [...outcome, element.report.speakers[0].name, element.corrections.length];
    });
    assert.deepEqual(done, [true, false, "Bea", 1]);
    await tab.run(() => document.querySelector("who-said").undo());
    assert.deepEqual(await tab.texts(".speaker .name"), ["Ana Ribeiro"]);
  });
}

async function open(openPage, text = ferry) {
  const { tab } = await openPage();
  await tab.run(() => {
    window.edits = [];
    document.addEventListener("who-said-edit", ({ detail }) => window.edits.push(detail.corrections.length));
  });
  await tab.paste(text);
  await tab.reached("ready");
  return { tab };
}

/** How many corrections each event told. @param {import("../tab.mjs").Tab} tab */
function edits(tab) {
  return tab.run(() => window.edits);
}

/** @param {import("../tab.mjs").Tab} tab @param {string} item @param {string} opener */
async function openForm(tab, item, opener) {
  await tab.click(item);
  await tab.click(opener);
}

/** @param {import("../tab.mjs").Tab} tab @param {string} name */
async function openSpeaker(tab, name) {
  const id = await tab.inElement((root, name) => {
    const found = [...root.querySelectorAll(".speaker")].find((item) => item.querySelector(".name").textContent === name);
    return found.dataset.speaker;
  }, name);
  await tab.click(`.speaker[data-speaker=${id}] [data-correct=correct]`);
}

/** Chooses by the keyboard, as a select takes letters in every browser. */
async function choose(tab, field, words) {
  await tab.inElement(
    (root, field, words) => {
      const select = [...root.querySelectorAll(`.correction [name="${field}"]`)].find((each) => each.checkVisibility());
      select.focus();
      select.value = [...select.options].find((option) => option.text.includes(words)).value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
      if (!select.form.querySelector("[name=name]:not([hidden])")) select.form.querySelector("button").focus();
    },
    field,
    words,
  );
}

/** The number on the first mark of each quotation. @param {import("../tab.mjs").Tab} tab */
async function attributions(tab) {
  return tab.inElement((root) =>
    Object.fromEntries(
      [...root.querySelectorAll(".quote")].map((quote) => [quote.dataset.quotation, quote.querySelector(".badge").lastChild.data]),
    ),
  );
}

/** @param {import("../tab.mjs").Tab} tab @param {string} id */
function list(tab, id) {
  return tab.inElement((root, id) => root.querySelector(`.quote[data-quotation=${id}]`).innerText, id);
}

/** @param {import("../tab.mjs").Tab} tab */
function names(tab) {
  return tab.texts(".speaker .name");
}

/** Runs in the page. @param {string} words */
function isAnnounced(words) {
  return document.querySelector("who-said").shadowRoot.querySelector("[role=status]").textContent === words;
}

/**
 * Types into the text that is edited.
 * @param {import("../tab.mjs").Tab} tab
 * @param {number} at the offset in it
 * @param {string} words
 */
async function type(tab, at, words) {
  await tab.inElement((root, at) => {
    const editor = root.querySelector(".editor");
    editor.focus();
    const texts = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
    let rest = at;
    for (let text = texts.nextNode(); text; rest -= text.data.length, text = texts.nextNode()) {
      if (rest <= text.data.length) return getSelection().setBaseAndExtent(text, rest, text, rest);
    }
  }, at);
  await tab.page.keyboard.type(words);
}

/** Where the focus is, on which quotation, and whether that is in sight. @param {import("../tab.mjs").Tab} tab */
async function focusIn(tab) {
  // Smooth scrolling takes a moment.
  await tab.until("nothing moves", async () => {
    const { activeElement } = document.querySelector("who-said").shadowRoot;
    const top = () => activeElement?.getBoundingClientRect().top;
    const before = top();
    await new Promise((passed) => setTimeout(passed, 150));
    return before !== undefined && top() === before;
  });
  return tab.inElement(({ activeElement }) => {
    const { top, bottom } = activeElement.getBoundingClientRect();
    const { quotation } = activeElement.closest("[data-quotation]")?.dataset ?? {};
    return [activeElement.closest(".prose") ? "article" : "list", quotation, top >= 0 && bottom <= innerHeight];
  });
}

/** What is told at the field of the form that shows. @param {import("../tab.mjs").Tab} tab @param {string} field */
function complaint(tab, field) {
  return tab.inElement((root, field) => root.querySelector(`.correction [name="${field}"]:invalid`)?.validationMessage, field);
}

/** Selects words and opens the form that adds them. @param {import("../tab.mjs").Tab} tab @param {string} words */
async function offer(tab, words) {
  await select(tab, words);
  await tab.until("it can be added", (words) => {
    const bar = document.querySelector("who-said").shadowRoot.querySelector(".adding");
    return bar.checkVisibility() && bar.innerText.includes(words);
  }, words);
  await tab.click(".adding [data-correct=add]");
}

/** Whether words can be added, and by a form that is open. @param {import("../tab.mjs").Tab} tab */
function offered(tab) {
  return tab.inElement((root) => [".adding", ".adding .correction"].map((part) => root.querySelector(part)?.checkVisibility() === true));
}

/** Selects words in the article, as a reader does with the mouse. @param {import("../tab.mjs").Tab} tab @param {string} words */
function select(tab, words) {
  return tab.inElement((root, words) => {
    const place = root.querySelector(".editor") ?? root.querySelector(".prose");
    if (place.matches(".editor")) place.focus();
    const ends = [];
    let all = "";
    const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (text.parentElement.closest(".badge")) continue;
      ends.push([all.length, text]);
      all += text.data;
    }
    const at = (offset) => {
      const [start, text] = ends.findLast(([start]) => start <= offset);
      return [text, offset - start];
    };
    const start = all.indexOf(words);
    getSelection().setBaseAndExtent(...at(start), ...at(start + words.length));
  }, words);
}
