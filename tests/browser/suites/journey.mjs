// A reader's whole way through the page by keyboard alone: paste, look, correct, take back, take along.
import assert from "node:assert/strict";
import { ferry, given } from "../articles.mjs";
import { saved } from "../downloads.mjs";

/** How often the tab key may be pressed on the way to something. */
const MOST_STOPS = 60;

/** An article of ten thousand words, with everything that a short one has. */
const long = [ferry, ...Array.from({ length: 23 }, () => given.replace(/^ ?date .*?(?=NATO)/, ""))].join("\n\n");

/** @param {ReturnType<import("../scenario.mjs").scenarios>} scenario */
export function journey(scenario) {
  for (const [name, text, width] of [
    ["a short article at 1280 px", ferry, 1280],
    ["a short article at 320 px", ferry, 320],
    ["ten thousand words at 1280 px", long, 1280],
    ["ten thousand words at 320 px", long, 320],
  ]) {
    scenario(`by keyboard alone from paste through correction to export: ${name}`, async ({ openPage, downloads }) => {
      const { tab } = await openPage({ before: (tab) => putOnClipboard(tab, text) });
      await tab.resize(width, 800);
      await travel(tab, downloads, text);
    });
  }

  scenario("the same offline after the first visit", async ({ openPage, downloads }) => {
    const { tab, site } = await openPage({ isKept: true, before: (tab) => putOnClipboard(tab, ferry) });
    await site.stop();
    await tab.page.reload({ waitUntil: "load" });
    await tab.until("the page is sealed", () => document.body.dataset.seal === "closed");
    await travel(tab, downloads, ferry);
  });
}

/**
 * @param {import("../tab.mjs").Tab} tab
 * @param {string} downloads
 * @param {string} text
 */
async function travel(tab, downloads, text) {
  await tab.reduceMotion();
  await tabTo(tab, "the box", "#text");
  await tab.press("Control+v");
  await tab.reached("ready");
  assert.equal(await tab.run(() => document.querySelector("who-said").text), text);

  await tabTo(tab, "a quotation in the text", "mark .badge");
  // The first one selects what has the focus.
  for (const key of ["j", "j", "Enter"]) await tab.press(key);
  await focusIs(tab, "the quotation in the list", ".quote[data-quotation=q2] .quote-text");
  await tabTo(tab, "the correction", ".quote[data-quotation=q2] [data-correct=correct]");
  await tab.press("Enter");
  await focusIs(tab, "the choice of a speaker", ".correction [name=who]");
  // A select goes to the entry that begins with the letter.
  await tab.press("s");
  await focusIs(tab, "the name", ".correction [name=name]");
  await tab.page.keyboard.type("Rosa Lund");
  await tab.press("Enter");
  await focusIs(tab, "the corrected quotation", ".quote[data-quotation=q2] .quote-text");
  const speaker = () =>
    tab.run(() => {
      const { quotations, speakers } = document.querySelector("who-said").report;
      return speakers.find(({ id }) => id === quotations[1].speaker).name;
    });
  assert.equal(await speaker(), "Rosa Lund");
  await tab.press("Control+z");
  assert.equal(await speaker(), "Ana Ribeiro");
  await tab.press("Control+y");
  assert.equal(await speaker(), "Rosa Lund");

  await tabTo(tab, "the export", "[data-do=export-json]");
  await tab.press("Enter");
  const exported = JSON.parse(await saved(downloads, "who-said.json"));
  assert.equal(exported.quotations[1].speaker, exported.speakers.find(({ name }) => name === "Rosa Lund").id);
  assert.deepEqual(exported.corrections, [{ do: "attribute-new", quotation: "q2", name: "Rosa Lund" }]);
  assert.equal(exported.input.length, text.length);
}

/**
 * Presses the tab key until something has the focus that can be seen to have it.
 * @param {import("../tab.mjs").Tab} tab
 * @param {string} what
 * @param {string} selector
 */
async function tabTo(tab, what, selector) {
  const passed = [];
  while (passed.length < MOST_STOPS) {
    await tab.press("Tab");
    const [isHere, isSeen, name] = await tab.run(
      (selector) => {
        const outer = document.activeElement;
        const found = outer.shadowRoot?.activeElement ?? outer;
        const { top, bottom, left, right } = found.getBoundingClientRect();
        const isSeen = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
        return [found.matches(selector), isSeen, found.outerHTML.slice(0, 60)];
      },
      selector,
    );
    assert.ok(isSeen, `${name} has the focus and is not in sight`);
    if (isHere) return;
    passed.push(name);
  }
  assert.fail(`${what} is not reached: ${passed.join("\n")}`);
}

/** @param {import("../tab.mjs").Tab} tab @param {string} what @param {string} selector */
function focusIs(tab, what, selector) {
  return tab.until(
    `the focus is on ${what}`,
    (selector) => document.querySelector("who-said").shadowRoot.activeElement?.matches(selector),
    selector,
  );
}

/** Cuts the text out of another page, as a reader does. @param {import("../tab.mjs").Tab} tab @param {string} text */
async function putOnClipboard(tab, text) {
  await tab.page.goto("about:blank");
  await tab.run((text) => {
    const field = document.body.appendChild(document.createElement("textarea"));
    field.value = text;
    field.select();
  }, text);
  await tab.press("Control+x");
}
