// What the page says while it waits, when there is nothing to show, and when something fails.
import assert from "node:assert/strict";
import { ferry, german, given, meadow } from "../articles.mjs";
import { barrier } from "../sites.mjs";
import { always, dying, silent, startWith, trapping } from "../workers.mjs";

const ENGINE = "/wasm/whosaid_bg.wasm";
const MAX_CHARS = 1_000_000;

/** @param {ReturnType<import("../scenario.mjs").scenarios>} scenario */
export function states(scenario) {
  scenario(
    "while the engine is on its way the page says how far it is, and the box can be used",
    async ({ openPage }) => {
      const { pause, release } = barrier();
      const { tab } = await openPage({ prepare: (site) => site.pauseAt(ENGINE, pause), isIdle: false });
      await tab.shows("Loading the engine");
      const progress = await tab.inElement((root) => {
        const { value, max } = root.querySelector("progress");
        return [value / max, root.querySelector(".waiting").innerText];
      });
      assert.ok(progress[0] > 0.2 && progress[0] < 0.8, `${progress}`);
      assert.match(progress[1], /\d+ of \d+ KB/);
      await tab.paste(ferry);
      assert.equal(await tab.run(() => document.querySelector("#text").value), ferry);
      release();
      await tab.reached("ready");
      assert.deepEqual(await tab.texts(".states *"), []);
    },
  );

  scenario("that the engine is loading is also said when what says it comes late", async ({ openPage }) => {
    const engine = barrier();
    const display = barrier();
    const prepare = (site) => {
      site.pauseAt(ENGINE, engine.pause);
      site.pauseAt(site.find(/^\/display\b.*\.js$/), display.pause);
    };
    const { tab } = await openPage({ prepare, before: recordTimers, isIdle: false });
    await tab.until("it is time to say something", () => window.timers.includes(300));
    display.release();
    await tab.shows("Loading the engine");
    engine.release();
    await tab.reached("idle");
    assert.deepEqual(await tab.texts(".states *"), []);
  });

  scenario("a reading that takes long can be canceled, and the next one is not held up by it", async ({ openPage }) => {
    const { tab } = await openPage({ before: startWith(silent) });
    await tab.paste(ferry);
    await tab.shows(`Reading ${ferry.length} characters`);
    assert.match(await tab.inElement((root) => root.querySelector("progress").labels[0].innerText), /^Reading/);
    await tab.click("[data-do=cancel]");
    await tab.reached("idle");
    assert.deepEqual(await tab.texts(".states *"), []);
    assert.equal(await tab.run(() => document.querySelector("#text").value), ferry);
    await tab.click("#analyze");
    await tab.reached("ready");
  });

  scenario("the later of two pastes is shown, whatever becomes of the first", async ({ openPage }) => {
    const { tab } = await openPage({ before: startWith(silent) });
    await tab.paste(given);
    await tab.reached("working");
    await tab.paste(ferry);
    await tab.reached("ready");
    assert.equal(await tab.run(() => document.querySelector("who-said").text), ferry);
    assert.doesNotMatch(await tab.seen(), /Stoltenberg/);
  });

  scenario("where nothing is found, the page says so and what it looked for", async ({ openPage }) => {
    const { tab } = await openPage();
    await tab.paste(meadow);
    await tab.reached("empty");
    await tab.shows("No quotations, no dates");
    await tab.shows("The text has 18 words, but nobody in it is reported to say anything.");
    await tab.shows("Looked for:");
    assert.deepEqual(await tab.texts(".prose"), [meadow]);
    assert.deepEqual(await tab.texts(".panel"), []);
  });

  scenario("a text that was emptied is said to be empty, and what can be done", async ({ openPage }) => {
    const { tab } = await openPage();
    for (const left of ["", " \n… "]) {
      await tab.paste(ferry);
      await tab.reached("ready");
      await tab.click('.switch label:has([value="editing"])');
      await tab.inElement((root, left) => {
        const editor = root.querySelector(".editor");
        editor.textContent = left;
        editor.dispatchEvent(new InputEvent("input", { bubbles: true }));
      }, left);
      await tab.reached("empty");
      await tab.click('.switch label:has([value="reading"])');
      await tab.shows("The text is empty");
      assert.deepEqual(await tab.texts(".state p"), [
        "The text is empty",
        "There are no words in it.",
        "Choose “Editing” and write or paste an article, or begin with “New article”.",
      ]);
      assert.doesNotMatch(await tab.seen(), /0 words|nobody|Looked for/);
      await tab.click('[data-do="new"]');
      await tab.reached("idle");
    }
  });

  scenario("of an element that nobody can edit only what is so is said where its text is empty", async ({ openHost }) => {
    const { tab } = await openHost((site) => `<!doctype html><script type="module" src="${site.origin}/who-said.js"></script><who-said>…</who-said>`);
    await tab.shows("The text is empty");
    assert.deepEqual(await tab.texts(".state p"), ["The text is empty", "There are no words in it."]);
  });

  scenario("a text that is not English is said to be none, and shown all the same", async ({ openPage }) => {
    const { tab } = await openPage();
    await recordErrors(tab);
    await tab.paste(german);
    await tab.shows("This does not look like English");
    assert.match((await tab.texts(".prose"))[0], /Das Wetter bleibt trüb/);
    assert.deepEqual(await errors(tab), [["unsupported-language", true]]);
    assert.deepEqual(await tab.texts(".state p"), [
      "This does not look like English",
      "whosaid reads English. In this text it found no quotations and no dates.",
      "2 passages in quotation marks are not marked: who says them is only looked for in English.",
      "Select words in the text to add them as a quotation by hand.",
    ]);
    await tab.inElement((root) => {
      const words = document.createTreeWalker(root.querySelector(".prose p:last-child"), NodeFilter.SHOW_TEXT).nextNode();
      getSelection().setBaseAndExtent(words, 1, words, 43);
    });
    await tab.shows("Add as a quotation");
    await tab.click('[data-correct="add"]');
    await tab.inElement((root) => {
      const form = root.querySelector(".adding form");
      form.elements.who.value = "new";
      form.elements.name.value = "Kapitän";
      form.requestSubmit();
    });
    await tab.shows("Kapitän");
    // Read again, what was added by hand is still not what was found.
    await tab.run(() => {
      const element = document.querySelector("who-said");
      element.addEventListener("who-said-report", () => (window.isReadAgain = true), { once: true });
      element.documentDate = "2026-03-12";
    });
    await tab.until("it is read again", () => window.isReadAgain);
    await tab.shows("Kapitän");
    await tab.shows("In this text it found no quotations and no dates.");
  });

  scenario("of a text that is not English is told what was found in it, and by hand nothing where nobody can edit", async ({ openHost }) => {
    const swedish = "Färjan kommer inte i dag och det vet alla på ön, men ingen har sagt det till kaptenen. ";
    const english = "“We will wait for the ferry until Monday,” said Tomas Lindqvist.";
    const { tab } = await openHost(
      (site) => `<!doctype html><meta charset="utf-8"><script type="module" src="${site.origin}/who-said.js"></script>
        <who-said><p>${swedish.repeat(6)}</p><p>${english}</p></who-said>`,
    );
    await tab.shows("This does not look like English");
    assert.deepEqual(await tab.texts(".state p"), [
      "This does not look like English",
      "whosaid reads English. In this text it found 1 quotation by 1 speaker and 1 date; check each, and look for what is missing.",
    ]);
  });

  scenario("a text that is too long is kept, with a message how long it may be", async ({ openPage }) => {
    const { tab } = await openPage();
    await recordErrors(tab);
    const length = await analyzeCopies(tab, "A ferry. ", MAX_CHARS / 9 + 1);
    await tab.reached("error");
    await tab.shows(`${length.toLocaleString("en-US")} characters are too many`);
    await tab.shows("1,000,000 can be read at a time. Your text is kept as it is.");
    const box = await tab.run(() => [
      document.querySelector("#text").value.length,
      document.querySelector("#text").checkVisibility(),
    ]);
    assert.deepEqual(box, [length, true]);
    assert.deepEqual(await errors(tab), [["too-long", false]]);
  });

  for (const [how, worker] of [
    ["dies", dying],
    ["runs into a trap", trapping],
  ]) {
    scenario(`a worker that ${how} is replaced, and nobody notices`, async ({ openPage }) => {
      const { tab, site } = await openPage({ before: startWith(worker) });
      await recordErrors(tab);
      await tab.paste(ferry);
      await tab.reached("ready");
      assert.deepEqual(await errors(tab), []);
      assert.deepEqual(await tab.texts(".states *"), []);
      assert.equal(await tab.run(() => window.nWorkers), 2);
      assert.equal(site.count("/worker.js"), 1);
      assert.equal(site.count(ENGINE), 1);
    });

    scenario(`an engine whose worker ${how} twice is reported once, and can be tried again`, async ({ openPage }) => {
      const { tab } = await openPage({ before: startWith(worker, worker) });
      await recordErrors(tab);
      await tab.paste(ferry);
      await tab.reached("error");
      await tab.shows("The engine stopped");
      await tab.shows("Your text is kept, and was not sent anywhere.");
      assert.deepEqual(await errors(tab), [["engine-crashed", false]]);
      assert.equal(await tab.run(() => document.querySelector("#text").value), ferry);
      await tab.click(".state summary");
      const [details] = await tab.texts("pre.details");
      assert.match(details, /engine-crashed/);
      assert.doesNotMatch(details, /Ribeiro|ferry/);
      await tab.click("[data-do=retry]");
      await tab.reached("ready");
      assert.deepEqual(await tab.texts(".states *"), []);
    });
  }

  scenario("an engine that does not answer is given up in the end", async ({ openPage }) => {
    const { tab } = await openPage({ prepare: always(silent), before: hurry });
    await recordErrors(tab);
    await tab.paste(ferry);
    await tab.reached("error");
    await tab.shows("The engine took too long");
    assert.deepEqual(await errors(tab), [["engine-timeout", false]]);
  });

  scenario("an engine that cannot be fetched is said so, and comes when it is tried again", async ({ openPage }) => {
    let isBroken = true;
    const prepare = (site) => site.put(ENGINE, () => (isBroken ? { body: "", status: 503 } : undefined));
    const { tab } = await openPage({ prepare, isIdle: false });
    await tab.reached("error");
    await tab.shows("The engine could not be loaded");
    await tab.shows("Check the connection and try again.");
    await tab.run((text) => (document.querySelector("#text").value = text), ferry);
    isBroken = false;
    await tab.click("#analyze");
    await tab.reached("ready");
    assert.deepEqual(await tab.texts(".states *"), []);
  });

  scenario("a file that is not the engine is told apart from one that is missing", async ({ openPage }) => {
    const prepare = (site) => site.put(ENGINE, { body: "<!doctype html>Welcome to the hotel network" });
    const { tab } = await openPage({ prepare, isIdle: false });
    await tab.reached("error");
    await tab.shows("What came is not the engine.");
  });

  scenario("where WebAssembly is forbidden, the page says by what and how to allow it", async ({ openPage }) => {
    const headers = { "Content-Security-Policy": "script-src 'self'" };
    const { tab } = await openPage({ headers, isIdle: false });
    await recordErrors(tab);
    await tab.paste(ferry);
    await tab.reached("error");
    await tab.shows("The engine may not run here");
    await tab.shows("Its owner can allow it with 'wasm-unsafe-eval' in script-src.");
    assert.equal((await errors(tab)).at(-1)[0], "wasm-blocked-by-csp");
    assert.equal(await tab.run(() => document.querySelector("#text").value), ferry);
  });

  scenario(
    "without JavaScript the page says that it needs it",
    async ({ openPage }) => {
      const { tab } = await openPage({ before: (tab) => tab.page.setJavaScriptEnabled(false), isIdle: false });
      assert.match(await tab.run(() => document.body.innerText), /this page needs JavaScript and WebAssembly/);
    },
    { only: "chromium" },
  );

  scenario("each result is announced once", async ({ openPage }) => {
    const { tab } = await openPage();
    await tab.inElement((root) => {
      window.announced = [];
      const region = root.querySelector("[role=status]");
      new MutationObserver(() => window.announced.push(region.textContent)).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    const announced = [];
    for (const [text, status] of [
      [ferry, "ready"],
      [meadow, "empty"],
      ["A ferry. ".repeat(MAX_CHARS / 8), "error"],
    ]) {
      await tab.analyze(text);
      await tab.reached(status);
      await tab.until("it is announced", () => window.announced.some(Boolean));
      await tab.click(status === "error" ? "h1" : "[data-do=new]");
      if (status !== "error") await tab.reached("idle");
      announced.push(await tab.run(() => window.announced.splice(0).filter(Boolean)));
    }
    assert.deepEqual(announced, [
      ["4 quotations by 2 speakers, 3 dates"],
      ["No quotations, no dates"],
      ["1,125,000 characters are too many"],
    ]);
  });
}

/**
 * Lets the time limit of the engine, and no shorter time, pass a hundred times faster.
 * @param {import("../tab.mjs").Tab} tab
 */
function hurry(tab) {
  return tab.page.evaluateOnNewDocument(() => {
    const { setTimeout } = window;
    window.setTimeout = (run, delay, ...args) => setTimeout(run, delay > 10_000 ? delay / 100 : delay, ...args);
  });
}

/** Keeps the delays of all timers that have run out. @param {import("../tab.mjs").Tab} tab */
function recordTimers(tab) {
  return tab.page.evaluateOnNewDocument(() => {
    window.timers = [];
    const { setTimeout } = window;
    window.setTimeout = (run, delay, ...args) =>
      setTimeout(
        (...given) => {
          run(...given);
          window.timers.push(delay);
        },
        delay,
        ...args,
      );
  });
}

/** @param {import("../tab.mjs").Tab} tab */
function recordErrors(tab) {
  return tab.run(() => {
    window.codes = [];
    document.addEventListener("who-said-error", ({ detail }) => window.codes.push([detail.code, detail.recoverable]));
  });
}

/** @param {import("../tab.mjs").Tab} tab */
function errors(tab) {
  return tab.run(() => window.codes);
}

/**
 * Makes the text in the page, where it need not be sent, and returns its length.
 * @param {import("../tab.mjs").Tab} tab
 * @param {string} piece
 * @param {number} count
 */
async function analyzeCopies(tab, piece, count) {
  const length = await tab.run(
    (piece, count) => {
      const box = document.querySelector("#text");
      box.value = piece.repeat(count);
      return box.value.length;
    },
    piece,
    count,
  );
  await tab.click("#analyze");
  return length;
}
