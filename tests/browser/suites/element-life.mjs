// What an element leaves behind in its host's page when it is taken out, and that it shows as before when it is put back.
import assert from "node:assert/strict";
import { ferry } from "../articles.mjs";
import { hostPage } from "../hosts.mjs";

const N_ELEMENTS = 10;
/** Longer than an answer and what waits for it take, in milliseconds. */
const WHILE = 1200;

/** @param {ReturnType<import("../scenario.mjs").scenarios>} scenario */
export function elementLife(scenario) {
  for (const [how, leave] of [
    ["removed", (element) => element.remove()],
    ["removed while it is edited", (element) => ((element.editing = true), element.remove())],
    ["disposed of and removed", (element) => (element.dispose(), element.remove())],
  ]) {
    scenario(
      `an element that showed a report and was ${how} takes no memory any more`,
      async ({ openHost }) => {
        const { tab } = await openHost(hostPage("<div id='place'></div>"));
        await tab.run(defineLeave, String(leave));
        await tab.run(showAndLeave, ferry, N_ELEMENTS);
        await pass(WHILE);
        await collectGarbage(tab);
        assert.equal(await tab.run(countKept), 0, `of ${N_ELEMENTS} elements`);
      },
      { only: "chromium" },
    );
  }

  scenario(
    "when the last element is dropped without a word the engine's thread ends, and the next element has a new one",
    async ({ openHost }) => {
      const { tab } = await openHost(hostPage("<div id='place'></div>"), { before: countThreads });
      await tab.run(defineLeave, String((element) => element.remove()));
      await tab.run(showAndLeave, ferry, 2);
      assert.deepEqual(await tab.run(() => window.threads), { started: 1, ended: 0 });
      await pass(WHILE);
      await collectGarbage(tab);
      await tab.until("the thread is ended", () => window.threads.ended === 1);
      await tab.run(showAndLeave, ferry, 1);
      assert.deepEqual(await tab.run(() => window.threads), { started: 2, ended: 1 });
    },
    { only: "chromium" },
  );

  scenario("an element that is removed while it is edited takes its marks along, and brings them back", async ({ openHost }) => {
    const tab = await openEditing(openHost);
    const before = await marked(tab);
    assert.ok(before.length > 5, `${before.length} marks`);
    await tab.run(remove);
    assert.deepEqual(await marked(tab), []);
    await tab.run(putBack);
    assert.deepEqual(await marked(tab), before);
    assert.equal(await tab.inElement((root) => root.querySelector(".editor").checkVisibility()), true);
  });

  scenario("an answer that comes after the element is removed marks nothing until the element is back", async ({ openHost }) => {
    const tab = await openEditing(openHost);
    const before = await marked(tab);
    await tab.inElement((root) => {
      const editor = root.querySelector(".editor");
      editor.focus();
      getSelection().setBaseAndExtent(editor.lastChild, editor.lastChild.length, editor.lastChild, editor.lastChild.length);
      document.execCommand("insertText", false, " “It runs,” said Vera Stamm.");
    });
    await tab.run(remove);
    await tab.until("the answer is there", () => window.removed.text.endsWith("Stamm."));
    await pass(WHILE);
    assert.deepEqual(await marked(tab), []);
    await tab.run(putBack);
    assert.deepEqual(await marked(tab), [...before, "Vera Stamm", "“It runs,”"].sort());
  });

  scenario("marks in the host's article are back with the element, however far below the window it is", async ({ openHost }) => {
    const article = `<article id="story"><p>“We will act,” Ana Ribeiro said.</p></article><div style="height: 4000px"></div>`;
    const { tab } = await openHost(hostPage(`${article}<who-said for="#story" highlight="quotations"></who-said>`));
    await tab.run(() => document.querySelector("who-said").scrollIntoView());
    await tab.reached("ready");
    await tab.until("the article is marked", () => [...CSS.highlights.values()].some(({ size }) => size > 0));
    await tab.run(remove);
    assert.deepEqual(await marked(tab), []);
    await tab.run(() => scrollTo(0, 0));
    await tab.run(putBack);
    await tab.until("the article is marked", () => [...CSS.highlights.values()].some(({ size }) => size > 0));
    assert.deepEqual(await marked(tab), ["“We will act,”"]);
    // Without its article it says nothing until it is near.
    await tab.run(remove);
    await tab.run(() => document.querySelector("#story").remove());
    await tab.run(putBack);
    await pass(WHILE);
    assert.deepEqual(await marked(tab), []);
  });

  scenario("an element that is removed with a card open leaves the keys to its host", async ({ openHost }) => {
    const { tab } = await openHost(hostPage(`<who-said loading="eager" show="article quotations"></who-said>`));
    await show(tab);
    await point(tab);
    await tab.run(() => {
      window.pressed = [];
      document.body.addEventListener("keydown", ({ key, defaultPrevented }) => window.pressed.push([key, defaultPrevented]));
    });
    await tab.run(remove);
    await tab.press("Escape");
    await tab.press("Escape");
    assert.deepEqual(await tab.run(() => window.pressed), [["Escape", false], ["Escape", false]]);
    await tab.page.mouse.move(1, 1);
    await tab.run(putBack);
    assert.equal(await tab.inElement((root) => root.querySelector("#card").checkVisibility()), false);
    await point(tab);
  });
}

/** Keeps in the page what becomes of an element. @param {string} leave source of a function */
function defineLeave(leave) {
  window.leave = new Function(`return ${leave}`)();
}

/** Runs in the page: elements that show a report and go, with weak references to them. @param {string} text @param {number} count */
async function showAndLeave(text, count) {
  window.kept = [];
  for (let n = 0; n < count; n += 1) {
    const element = document.createElement("who-said");
    element.editable = true;
    document.querySelector("#place").append(element);
    await element.analyze(text);
    window.leave(element);
    window.kept.push(new WeakRef(element));
  }
}

/** Runs in the page. */
function countKept() {
  return window.kept.filter((each) => each.deref()).length;
}

/** Collects in tasks of their own, as long as one pass frees what the next one finds. @param {import("../tab.mjs").Tab} tab */
async function collectGarbage(tab) {
  const session = await tab.page.createCDPSession();
  for (let n = 0; n < 4; n += 1) {
    await session.send("HeapProfiler.collectGarbage");
    await pass(100);
  }
  await session.detach();
}

/** Counts the workers that start and end. @param {import("../tab.mjs").Tab} tab */
function countThreads(tab) {
  return tab.page.evaluateOnNewDocument(() => {
    window.threads = { started: 0, ended: 0 };
    window.Worker = class extends Worker {
      constructor(...given) {
        super(...given);
        window.threads.started += 1;
      }
      terminate() {
        window.threads.ended += 1;
        super.terminate();
      }
    };
  });
}

/** An element whose article is edited. */
async function openEditing(openHost) {
  const { tab } = await openHost(hostPage(`<p>News</p><who-said editable loading="eager"></who-said>`));
  await show(tab);
  await tab.run(() => (document.querySelector("who-said").editing = true));
  await tab.until("the text is marked", () => [...CSS.highlights.values()].some(({ size }) => size > 0));
  return tab;
}

/** @param {import("../tab.mjs").Tab} tab */
async function show(tab) {
  await tab.until("the element is there", () => customElements.get("who-said") !== undefined);
  await tab.run((text) => document.querySelector("who-said").analyze(text).then(() => {}), ferry);
}

/** Rests the pointer on a quotation until the card comes. @param {import("../tab.mjs").Tab} tab */
async function point(tab) {
  const mark = await tab.find("mark[data-quotation=q2]");
  await mark.hover();
  await tab.until("a card is there", () =>
    document.querySelector("who-said").shadowRoot.querySelector("#card").checkVisibility(),
  );
}

/** Runs in the page. */
function remove() {
  window.removed = document.querySelector("who-said");
  window.removed.remove();
}

/** Runs in the page. */
function putBack() {
  document.body.append(window.removed);
}

/** The words that are marked in the page. @param {import("../tab.mjs").Tab} tab @returns {Promise<string[]>} */
function marked(tab) {
  return tab.run(() => [...CSS.highlights.values()].flatMap((ranges) => [...ranges].map(String)).sort());
}

/** @param {number} milliseconds */
function pass(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
