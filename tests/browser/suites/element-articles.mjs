// One article after another in the same element: what belongs to one is not taken to the next, and what fails or is
// called off takes nothing away.
import assert from "node:assert/strict";
import { ferry, meadow } from "../articles.mjs";
import { hostPage } from "../hosts.mjs";

const OTHER = "“The bridge is closed,” said Rosa Lund. “It will stay closed,” said Tomas Lindqvist.";

/** @param {ReturnType<import("../scenario.mjs").scenarios>} scenario */
export function elementArticles(scenario) {
  const open = async (openHost, body = "<who-said editable></who-said>") => {
    const { tab } = await openHost(hostPage(body));
    await tab.until("the element is there", () => customElements.get("who-said") !== undefined);
    return tab;
  };
  const openCorrected = async (openHost) => {
    const tab = await open(openHost);
    await tab.run(async (ferry) => {
      const element = document.querySelector("who-said");
      await element.analyze(ferry);
      element.correct({ do: "rename", speaker: "s1", name: "Renamed" });
    }, ferry);
    return tab;
  };

  scenario("corrections of one place on the page are not those of another", async ({ openHost }) => {
    const place = (id, name) => `<div id="${id}"><p>“It will rain,” said ${name}. “It may snow,” said Otto Berg.</p></div>`;
    const tab = await open(openHost, `${place("a", "Ana Ribeiro")}${place("b", "Rosa Lund")}<who-said for="#a"></who-said>`);
    await tab.reached("ready");
    await tab.run(() => {
      const element = document.querySelector("who-said");
      element.correct({ do: "reject", quotation: "q1" });
      element.for = "#b";
    });
    await tab.until("the other place is read", () => document.querySelector("who-said").text.includes("Rosa Lund"));
    assert.deepEqual(await state(tab), { corrections: 0, quotations: ["It will rain,", "It may snow,"], status: "ready" });
  });

  scenario("corrections of one text are not those of the next, whatever is set on the way to it", async ({ openHost }) => {
    const tab = await open(openHost);
    await tab.run(
      async (ferry, other) => {
        const element = document.querySelector("who-said");
        await element.analyze(ferry);
        element.correct({ do: "rename", speaker: "s2", name: "Renamed" });
        element.analyze(other).catch(() => {});
        element.documentDate = "2020-01-01";
      },
      ferry,
      OTHER,
    );
    await tab.until("the other text is read", () => document.querySelector("who-said").text.includes("bridge"));
    assert.equal((await state(tab)).corrections, 0);
    assert.deepEqual(await tab.run(() => document.querySelector("who-said").report.speakers.map(({ name }) => name)), ["Rosa Lund", "Tomas Lindqvist"]);
  });

  scenario("a text that was called off is not read later, and the one before keeps its corrections", async ({ openHost }) => {
    const tab = await open(openHost);
    const told = await tab.run(
      async (ferry, other) => {
        const element = document.querySelector("who-said");
        await element.analyze(ferry);
        element.editing = true;
        element.correct({ do: "rename", speaker: "s1", name: "Renamed" });
        const control = new AbortController();
        const second = element.analyze(other, { signal: control.signal });
        control.abort();
        const error = await second.catch(({ name }) => name);
        const { editing } = element;
        const report = new Promise((resolve) => element.addEventListener("who-said-report", resolve, { once: true }));
        element.documentDate = "2020-01-01";
        await report;
        return [error, editing, element.editing, element.text === ferry, element.corrections.length];
      },
      ferry,
      OTHER,
    );
    assert.deepEqual(told, ["AbortError", true, true, true, 1]);
  });

  scenario("after a failure the corrections are there again with the report", async ({ openHost }) => {
    const tab = await openCorrected(openHost);
    await tab.run(() => (document.querySelector("who-said").maxChars = 100));
    await tab.reached("error");
    assert.deepEqual(await tab.run(() => document.querySelector("who-said").corrections), []);
    await tab.run(() => (document.querySelector("who-said").maxChars = 10_000));
    await tab.reached("ready");
    assert.equal((await state(tab)).corrections, 1);
    await tab.run(() => document.querySelector("who-said").undo());
    assert.equal((await state(tab)).corrections, 0);
  });

  scenario("with an error in place of the report nothing is undone behind it", async ({ openHost }) => {
    const tab = await openCorrected(openHost);
    await tab.run(() => {
      const element = document.querySelector("who-said");
      element.editing = true;
      element.maxChars = 100;
    });
    await tab.reached("error");
    assert.deepEqual(await tab.texts("[data-do=undo]"), []);
    await tab.run(() => document.querySelector("who-said").undo());
    assert.deepEqual(await tab.texts(".quote"), []);
    assert.match(await tab.seen(), /too many/);
  });

  scenario("what is said of the report as a whole follows the corrections", async ({ openHost }) => {
    const tab = await open(openHost);
    await tab.run((meadow) => document.querySelector("who-said").analyze(meadow), meadow);
    await tab.reached("empty");
    await tab.shows("No quotations, no dates");
    const added = await tab.run(() => {
      const element = document.querySelector("who-said");
      const selected = [];
      element.addEventListener("who-said-select", ({ detail }) => selected.push(detail.id));
      const isAdded = element.correct({ do: "add", span: { start: 0, end: 33 }, name: "Rosa Lund" });
      element.select(element.report.quotations[0].id);
      return [isAdded, element.status, selected.length];
    });
    assert.deepEqual(added, [true, "ready", 1]);
    assert.doesNotMatch(await tab.seen(), /No quotations/);
    const rejected = await tab.run(() => {
      const element = document.querySelector("who-said");
      const selected = [];
      element.addEventListener("who-said-select", ({ detail }) => selected.push(detail.id));
      element.correct({ do: "reject", quotation: element.report.quotations[0].id });
      return [element.status, selected];
    });
    assert.deepEqual(rejected, ["empty", [null]]);
    await tab.shows("No quotations, no dates");
  });

  scenario("cleared right after a key, the element is and stays idle", async ({ openHost }) => {
    const tab = await open(openHost);
    await tab.run(async (ferry) => {
      const element = document.querySelector("who-said");
      await element.analyze(ferry);
      element.editing = true;
    }, ferry);
    await tab.focus(".editor");
    await tab.press("x");
    const later = await tab.run(async () => {
      const element = document.querySelector("who-said");
      element.shadowRoot.querySelector(".editor").dispatchEvent(new InputEvent("input", { bubbles: true }));
      element.clear();
      await new Promise((passed) => setTimeout(passed, 1000));
      return [element.status, element.report];
    });
    assert.deepEqual(later, ["idle", null]);
  });

  scenario("where the text may not be edited any more it is there to be read", async ({ openHost }) => {
    const tab = await open(openHost);
    await tab.run(async (ferry) => {
      const element = document.querySelector("who-said");
      await element.analyze(ferry);
      element.editing = true;
      element.editable = false;
    }, ferry);
    await tab.until("the paragraphs are there", () => document.querySelector("who-said").shadowRoot.querySelector(".prose p") !== null);
    assert.equal(await tab.run(() => document.querySelector("who-said").editing), false);
    assert.deepEqual(await tab.texts(".editor"), []);
  });
}

/** What a host reads of the element. @param {import("../tab.mjs").Tab} tab */
function state(tab) {
  return tab.run(() => {
    const { corrections, report, status } = document.querySelector("who-said");
    return { corrections: corrections.length, quotations: report.quotations.map(({ text }) => text), status };
  });
}
