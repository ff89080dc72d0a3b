// The editing view: marks that follow the typing, and a caret and an undo that are the browser's own.
import assert from "node:assert/strict";
import { ferry, given } from "../articles.mjs";
import { hostPage } from "../hosts.mjs";

/** What is typed at the end of the ferry article. */
const ADDED = "\n\n“The engine is new,” said Vera Stamm. “It runs,” she added.";

/** @param {ReturnType<import("../scenario.mjs").scenarios>} scenario */
export function editing(scenario) {
  scenario("what is typed is marked, and lists and summary follow", async ({ openPage }) => {
    const { tab } = await openPage();
    await edit(tab, ferry);
    const before = await marked(tab);
    assert.deepEqual(before["who-said-s2-direct"], ["“We kept our word,”"]);
    await putCaret(tab, ferry.length);
    await type(tab, ADDED);
    await tab.until("the report is of what was typed", isReported, ferry + ADDED);
    await tab.shows("6 quotations by 3 speakers, 3 dates");
    const after = await marked(tab);
    assert.deepEqual(words(after), [...words(before), "“It runs,”", "“The engine is new,”", "Vera Stamm", "she"].sort());
    assert.ok((await tab.texts(".speaker .name")).includes("Vera Stamm"));
  });

  scenario("no frame shows a stale mark while a thousand words are edited, and caret and undo are kept", async ({ openPage }) => {
    const { tab } = await openPage();
    const article = [given, ferry].join("\n\n").repeat(3);
    assert.ok(article.split(/\s+/).length >= 1000);
    await edit(tab, article);
    await watch(tab);
    const at = article.indexOf("\n\n") + 2;
    await putCaret(tab, at);
    await tab.page.keyboard.type("“Nothing has changed,” Ana Ribeiro said on 5 May 2026. ", { delay: 5 });
    for (let n = 0; n < 12; n += 1) await tab.press("Backspace");
    const typed = "“Nothing has changed,” Ana Ribeiro said on ";
    const edited = article.slice(0, at) + typed + article.slice(at);
    assert.equal(await valueOf(tab), edited);
    await tab.until("the report is of what was typed", isReported, edited);
    assert.equal(await caret(tab), at + typed.length);
    const { frames, stale, foreign } = await tab.run(() => window.watched);
    assert.ok(frames > 20, `${frames} frames were looked at`);
    assert.deepEqual(stale, [], "marks on other words than a report has");
    assert.deepEqual(foreign, [], "reports of another text than the one in the box");
    for (let n = 0; n < 200 && (await valueOf(tab)) !== article; n += 1) await tab.press("Control+z");
    assert.equal(await valueOf(tab), article);
    await tab.until("the report follows the undo", isReported, article);
  });

  scenario("an answer that comes late never takes the place of a newer one", async ({ openPage }) => {
    const { tab } = await openPage({ before: slowFirst });
    await edit(tab, ferry);
    await watch(tab);
    await putCaret(tab, ferry.length);
    await tab.run(() => (window.delay = 400));
    await type(tab, ADDED);
    await tab.run(() => (window.delay = 0));
    await tab.shows("6 quotations by 3 speakers, 3 dates");
    const { stale, foreign } = await tab.run(() => window.watched);
    assert.deepEqual([stale, foreign], [[], []]);
  });

  scenario("reading and editing show the same place of a long article", async ({ openPage }) => {
    const { tab } = await openPage();
    await tab.reduceMotion();
    await tab.paste([given, ferry].join("\n\n").repeat(4));
    await tab.reached("ready");
    await tab.run(() => {
      scrollTo(0, 1500);
      return new Promise((resolve) => setTimeout(resolve, 200));
    });
    const paragraph = () =>
      tab.inElement((root) => {
        const editor = root.querySelector(".editor");
        const spans = root.host.report.document.paragraphs;
        const tops = spans.map(({ start }, n) => {
          if (!editor?.checkVisibility()) return root.querySelector(`p[data-n="${n + 1}"]`).getBoundingClientRect().top;
          const range = new Range();
          range.setStart(editor.firstChild, start);
          range.setEnd(editor.firstChild, start + 1);
          return range.getBoundingClientRect().top;
        });
        const n = tops.findIndex((top) => top > 0);
        return [n, Math.round(tops[n])];
      });
    // A click of the mouse would scroll to the switch first.
    const press = (view) =>
      tab.inElement((root, view) => {
        root.querySelector(`[value="${view}"]`).click();
        // What comes into sight is laid out in the frames after.
        return new Promise((resolve) => setTimeout(resolve, 200));
      }, view);
    const reading = await paragraph();
    await press("editing");
    const editing = await paragraph();
    await press("reading");
    const again = await paragraph();
    for (const other of [editing, again]) {
      assert.equal(other[0], reading[0]);
      assert.ok(Math.abs(other[1] - reading[1]) < 8, `${reading} and ${other}`);
    }
  });

  scenario("a choice in the list is found and selected in the text that is edited", async ({ openPage }) => {
    const { tab } = await openPage();
    await edit(tab, ferry);
    await tab.click("[data-quotation=q2] .quote-text");
    await tab.until("the words are selected", () => String(getSelection()).includes("We kept our word"));
  });

  scenario("a speaker who is chosen while the lists still follow the typing is the only one there, and then all show", async ({ openPage }) => {
    const { tab } = await openPage();
    await edit(tab, ferry);
    await putCaret(tab, ferry.length);
    const shown = await tab.run(async () => {
      const element = document.querySelector("who-said");
      const root = element.shadowRoot;
      const read = new Promise((told) => element.addEventListener("who-said-report", told, { once: true }));
      document.execCommand("insertText", false, " “It rains,” said Tomas Lindqvist.");
      await read;
      const hit = [...root.querySelectorAll(".speaker-hit")].find((hit) => hit.innerText.includes("Ana Ribeiro"));
      hit.click();
      return [...root.querySelectorAll(".quote")].filter((quote) => !quote.hidden).map((quote) => quote.dataset.quotation);
    });
    assert.deepEqual(shown, ["q1", "q2"]);
    await tab.shows("Showing 2 of 5.");
  });

  scenario("when the engine stops the text that was typed stays, and is read when it is tried again", async ({ openPage }) => {
    const { tab } = await openPage({ before: breakable });
    await edit(tab, ferry);
    await tab.run(() => (window.isBroken = true));
    await putCaret(tab, ferry.length);
    await type(tab, "!");
    await tab.reached("error");
    await tab.shows("The engine stopped");
    assert.equal(await valueOf(tab), `${ferry}!`);
    assert.deepEqual(words(await marked(tab)), []);
    await tab.run(() => (window.isBroken = false));
    await tab.click("[data-do=retry]");
    await tab.shows("4 quotations by 2 speakers, 3 dates");
    assert.equal(await valueOf(tab), `${ferry}!`);
  });

  scenario("Ctrl+Enter goes back to reading; “New article” empties box and report", async ({ openPage }) => {
    const { tab } = await openPage();
    await edit(tab, ferry);
    await putCaret(tab, ferry.length);
    await type(tab, ADDED);
    await tab.press("Control+Enter");
    await tab.until("the article is read again", () => document.querySelector("who-said").editing === false);
    await tab.until("what was typed is marked", () => {
      const { shadowRoot } = document.querySelector("who-said");
      return [...shadowRoot.querySelectorAll("mark")].some((mark) => mark.textContent.includes("It runs"));
    });
    assert.deepEqual(words(await marked(tab)), []);
    await tab.click("[data-do=new]");
    await tab.reached("idle");
    assert.deepEqual(await tab.run(() => [document.querySelector("#text").value, document.activeElement.id]), ["", "text"]);
  });

  for (const [missing, takeAway] of [
    ["custom highlights", () => delete CSS.highlights],
    ["plain-text editing", takePlainTextAway],
  ]) {
    scenario(`without ${missing} the text is edited in a field, and lists and summary follow`, async ({ openPage }) => {
      const { tab } = await openPage({ before: (tab) => tab.page.evaluateOnNewDocument(takeAway) });
      await edit(tab, ferry);
      assert.equal(await tab.inElement((root) => root.querySelector(".editor").localName), "textarea");
      await tab.inElement((root) => {
        const field = root.querySelector(".editor");
        field.focus();
        field.setSelectionRange(field.value.length, field.value.length);
      });
      await type(tab, ADDED);
      await tab.shows("6 quotations by 3 speakers, 3 dates");
      await tab.click("[data-quotation=q2] .quote-text");
      const selected = await tab.inElement((root) => {
        const { value, selectionStart, selectionEnd } = root.querySelector(".editor");
        return value.slice(selectionStart, selectionEnd);
      });
      assert.equal(selected, "We kept our word,");
      await choose(tab, "reading");
      await tab.shows("Vera Stamm");
    });
  }

  scenario("in a field a text with the line breaks of Windows is found, selected and kept as it was", async ({ openHost }) => {
    const { tab } = await openHost(hostPage(`<who-said editable loading="eager"></who-said>`), {
      before: (tab) => tab.page.evaluateOnNewDocument(takePlainTextAway),
    });
    await tab.until("the element is there", () => customElements.get("who-said") !== undefined);
    await tab.run(async (text) => {
      const element = document.querySelector("who-said");
      await element.analyze(text);
      element.editing = true;
    }, ferry.replaceAll("\n", "\r\n").replace("\r\n\r\n", "\r\r"));
    const inField = () =>
      tab.inElement((root) => {
        const { value, selectionStart, selectionEnd } = root.querySelector(".editor");
        return value.slice(selectionStart, selectionEnd);
      });
    await tab.run(() => document.querySelector("who-said").select("q3"));
    assert.equal(await inField(), "Nobody asked the crew,");
    await tab.inElement((root) => {
      const editor = root.querySelector(".editor");
      const at = editor.value.indexOf("the engine is older");
      editor.focus();
      editor.setSelectionRange(at, at + "the engine is older".length);
    });
    await tab.until("the words are offered", () => {
      const told = document.querySelector("who-said").shadowRoot.querySelector(".adding-words");
      return told.textContent === "the engine is older";
    });
    await choose(tab, "reading");
    await choose(tab, "editing");
    assert.equal(await inField(), "the engine is older", "the same field");
    // What is typed has the field's line breaks.
    await tab.inElement((root) => {
      const editor = root.querySelector(".editor");
      editor.focus();
      editor.setSelectionRange(editor.value.length, editor.value.length);
    });
    await type(tab, ADDED);
    await tab.until("the report is of what was typed", isReported, ferry + ADDED);
    await tab.run(() => document.querySelector("who-said").select("q3"));
    assert.equal(await inField(), "Nobody asked the crew,");
  });

  scenario("a text too long to be laid out for editing is edited in a field", async ({ openPage }) => {
    const { tab } = await openPage();
    await tab.analyze(`${ferry}\n\n`.repeat(900));
    await tab.reached("ready");
    await choose(tab, "editing");
    assert.equal(await tab.inElement((root) => root.querySelector(".editor").localName), "textarea");
  });

  scenario("on any site an element that is editable has a box, a switch and a way back", async ({ openHost }) => {
    const { tab } = await openHost(
      (site) => `<!doctype html><title>Host</title><script type="module" src="${site.origin}/who-said.js"></script>
        <who-said editable loading="eager"></who-said>`,
    );
    await tab.click(".box textarea");
    await type(tab, ferry);
    await tab.press("Control+Enter");
    await tab.reached("ready");
    assert.equal(await tab.inElement((root) => root.querySelector(".box").checkVisibility()), false);
    await choose(tab, "editing");
    await putCaret(tab, ferry.length);
    await type(tab, ADDED);
    await tab.shows("6 quotations by 3 speakers, 3 dates");
    await tab.click("[data-do=new]");
    await tab.reached("idle");
    await tab.until("the box has the focus", () => document.querySelector("who-said").shadowRoot.activeElement?.matches(".box textarea"));
  });
}

/** Runs in the page. @param {string} text */
function isReported(text) {
  return document.querySelector("who-said").text === text;
}

/** @param {import("../tab.mjs").Tab} tab @param {string} text */
async function edit(tab, text) {
  await tab.paste(text);
  await tab.reached("ready");
  await choose(tab, "editing");
}

/** @param {import("../tab.mjs").Tab} tab @param {"reading" | "editing"} view */
function choose(tab, view) {
  return tab.click(`.switch label:has([value="${view}"])`);
}

/** Types a line break by Enter. @param {import("../tab.mjs").Tab} tab @param {string} text */
async function type(tab, text) {
  for (const [n, line] of text.split("\n").entries()) {
    if (n) await tab.press("Enter");
    await tab.page.keyboard.type(line);
  }
}

/** @param {import("../tab.mjs").Tab} tab @param {number} at */
function putCaret(tab, at) {
  return tab.inElement((root, at) => {
    const editor = root.querySelector(".editor");
    editor.focus();
    getSelection().setBaseAndExtent(editor.firstChild, at, editor.firstChild, at);
  }, at);
}

/** Where the caret is in the text. @param {import("../tab.mjs").Tab} tab */
function caret(tab) {
  return tab.inElement((root) => {
    const editor = root.querySelector(".editor");
    const selection = root.getSelection?.() ?? getSelection();
    const range = document.createRange();
    range.setStart(editor, 0);
    range.setEnd(selection.focusNode, selection.focusOffset);
    return range.toString().length;
  });
}

/** @param {import("../tab.mjs").Tab} tab */
function valueOf(tab) {
  return tab.inElement((root) => root.querySelector(".editor").textContent);
}

/** The marked words by the name of their highlight. @param {import("../tab.mjs").Tab} tab */
function marked(tab) {
  return tab.run(() => {
    const all = [...CSS.highlights].map(([name, ranges]) => [name, [...ranges].map((range) => range.toString())]);
    return Object.fromEntries(all.filter(([, words]) => words.length));
  });
}

/** @param {Record<string, string[]>} marks */
function words(marks) {
  return Object.values(marks).flat().sort();
}

/**
 * Looks at every frame from now on: whether each mark is on words that the last report has, and each report is of the
 * text that is in the box when it comes.
 * @param {import("../tab.mjs").Tab} tab
 */
function watch(tab) {
  return tab.run(() => {
    const element = document.querySelector("who-said");
    const watched = (window.watched = { frames: 0, stale: [], foreign: [] });
    const box = () => element.shadowRoot.querySelector(".editor").textContent;
    element.addEventListener("who-said-report", ({ detail }) => {
      if (detail.text !== box()) watched.foreign.push(detail.text.slice(-40));
    });
    const look = () => {
      const { text, report } = element;
      const found = [
        ...report.quotations.flatMap(({ content }) => content),
        ...report.dates.map(({ span }) => span),
        ...report.speakers.flatMap(({ mentions }) => mentions.map(({ span }) => span)),
      ].map(({ start, end }) => text.slice(start, end));
      const known = new Set(found);
      for (const range of [...CSS.highlights.values()].flatMap((ranges) => [...ranges])) {
        const words = range.toString();
        if (!known.has(words) && !known.has(words.replace(/^["“‘]+|["”’]+$/g, ""))) watched.stale.push(words);
      }
      watched.frames += 1;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** Holds the answers of the engine back by `window.delay`. @param {import("../tab.mjs").Tab} tab */
function slowFirst(tab) {
  return tab.page.evaluateOnNewDocument(() => {
    window.delay = 0;
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (...given) {
      setTimeout(() => postMessage.apply(this, given), window.delay);
    };
  });
}

/** Lets the engine's worker die of every request while `window.isBroken`. @param {import("../tab.mjs").Tab} tab */
function breakable(tab) {
  return tab.page.evaluateOnNewDocument(() => {
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (...given) {
      if (window.isBroken) this.dispatchEvent(new ErrorEvent("error", { message: "broken", cancelable: true }));
      else postMessage.apply(this, given);
    };
  });
}

/** Runs in the page: a browser that knows no `contenteditable="plaintext-only"`. */
function takePlainTextAway() {
  const { get, set } = Object.getOwnPropertyDescriptor(HTMLElement.prototype, "contentEditable");
  Object.defineProperty(HTMLElement.prototype, "contentEditable", {
    get,
    set(value) {
      if (value === "plaintext-only") throw new DOMException("not known", "SyntaxError");
      set.call(this, value);
    },
  });
}
