// What an element leaves behind in its host's page when it is taken out.
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

/** @param {number} milliseconds */
function pass(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
