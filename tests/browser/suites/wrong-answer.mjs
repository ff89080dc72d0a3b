// “Report a wrong answer”: what it shows is what it copies, and it sends nothing.
import assert from "node:assert/strict";
import { ferry } from "../articles.mjs";
import { AXE, runAxe, sideways } from "./accessibility.mjs";

/** What is behind a dialog cannot be pressed, and may be half in sight. */
const DIALOG = { include: [{ fromShadowDom: ["who-said", "dialog"] }] };

/** @param {ReturnType<import("../scenario.mjs").scenarios>} scenario */
export function wrongAnswer(scenario) {
  const open = async (openPage, clipboard = keepCopies) => {
    const { tab, site } = await openPage();
    await tab.run(clipboard);
    await tab.paste(ferry);
    await tab.reached("ready");
    return { tab, site };
  };

  scenario("what is wrong with a quotation is copied exactly as it is shown, and nothing is sent", async ({ openPage }) => {
    const { tab, site } = await open(openPage);
    const n_requests = site.requests.length;
    await tab.click('.quote[data-quotation="q2"] .quote-text');
    await tab.click(".quote [data-do=wrong-answer]");
    assert.match((await tab.texts("dialog")).join(), /Nothing is sent/);
    const shown = await preview(tab);
    assert.match(shown, /^excerpt: “We kept our word,” Ribeiro said\.\nfound: We kept our word,\n/);
    assert.match(shown, /\nspeaker: Ana Ribeiro\n[^]*\nrule: .+\nspeaker rule: .+\nconfidence: sure\nwhosaid: \d/);
    await tab.click("dialog [value=speaker]");
    await tab.focus("dialog [name=comment]");
    await tab.page.keyboard.type("jk? It was d.");
    const changed = await preview(tab);
    assert.match(changed, /^wrong: the speaker\ncomment: jk\? It was d\.\nexcerpt: /);
    await tab.click("dialog [data-copy]");
    assert.deepEqual(await tab.texts("dialog .told"), ["Copied"]);
    assert.deepEqual(await tab.run(() => window.copies), [changed]);
    await tab.click("dialog [data-close]");
    await tab.until("the focus is back", () => document.querySelector("who-said").shadowRoot.activeElement?.dataset.do === "wrong-answer");
    assert.deepEqual(await tab.texts("dialog"), []);
    assert.equal(site.requests.length, n_requests);
  });

  scenario("where the clipboard is refused the text is selected, to be copied by hand", async ({ openPage }) => {
    const { tab } = await open(openPage, refuseCopies);
    await tab.click('.quote[data-quotation="q3"] .quote-text');
    await tab.click(".quote [data-do=wrong-answer]");
    await tab.click("dialog [data-copy]");
    await tab.until("it says how to copy", () =>
      document.querySelector("who-said").shadowRoot.querySelector(".told").textContent.includes("copied by hand"),
    );
    const [selected, whole] = await tab.inElement((root) => {
      const { activeElement: field } = root;
      return [field.value.slice(field.selectionStart, field.selectionEnd), field.value];
    });
    assert.equal(selected, whole);
    assert.match(whole, /Tomas Lindqvist/);
  });

  scenario("a missed quotation is told with its sentence, and with nothing else of the article", async ({ openPage }) => {
    const { tab } = await open(openPage);
    await tab.click("[data-do=missed]");
    await tab.focus("dialog [name=passage]");
    await tab.page.keyboard.type("return  in");
    const shown = await preview(tab);
    assert.match(shown, /^wrong: a quotation is missing\nexcerpt: Mayor Ana Ribeiro said on Tuesday .* in May\.\nwhosaid: .*\n$/);
    await tab.press("Escape");
    await tab.until("the focus is back", () => document.querySelector("who-said").shadowRoot.activeElement?.dataset.do === "missed");
    assert.deepEqual(await tab.texts("dialog"), []);
  });

  scenario("a missed quotation is not copied before it is told which, and the button says so", async ({ openPage }) => {
    const { tab } = await open(openPage);
    await tab.click("[data-do=missed]");
    const state = () =>
      tab.inElement((root) => {
        const passage = root.querySelector("dialog [name=passage]");
        const described = root.getElementById(passage.getAttribute("aria-describedby"));
        return [described.textContent, passage.getAttribute("aria-invalid"), root.activeElement === passage, passage.required];
      });
    const missing = "Nothing is copied yet: type or paste the words that were missed.";
    for (const blank of ["", "  "]) {
      await tab.inElement((root, blank) => {
        root.querySelector("dialog [name=passage]").value = blank;
      }, blank);
      await tab.focus("dialog [data-copy]");
      await tab.press("Enter");
      assert.deepEqual(await state(), [missing, "true", true, true]);
    }
    assert.deepEqual(await tab.texts("dialog .told"), [missing]);
    assert.deepEqual(await tab.run(() => window.copies), []);
    await tab.page.keyboard.type("return in");
    assert.deepEqual(await state(), ["", null, true, true]);
    await tab.focus("dialog [data-copy]");
    await tab.press("Enter");
    assert.deepEqual(await tab.texts("dialog .told"), ["Copied"]);
    assert.deepEqual(await tab.run(() => window.copies), [await preview(tab)]);
  });

  scenario("words that were selected in the text are taken for those that were missed", async ({ openPage }) => {
    const { tab } = await open(openPage);
    const { x, y } = await tab.inElement((root) => {
      const texts = document.createTreeWalker(root.querySelector(".prose"), NodeFilter.SHOW_TEXT);
      let text = texts.nextNode();
      while (!text.data.includes(" said ")) text = texts.nextNode();
      const range = document.createRange();
      const start = text.data.indexOf("said");
      range.setStart(text, start);
      range.setEnd(text, start + 4);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    await tab.page.mouse.click(x, y, { count: 2 });
    await tab.click("[data-do=missed]");
    assert.equal(await tab.inElement((root) => root.querySelector("[name=passage]").value.trim()), "said");
    assert.match(await preview(tab), /\nexcerpt: Mayor Ana Ribeiro said on Tuesday/);
  });

  scenario("axe finds nothing in the form, light and dark, narrow and wide, and it fits", async ({ openPage }) => {
    const { tab } = await open(openPage);
    await tab.reduceMotion();
    await tab.run(AXE);
    const found = [];
    for (const theme of ["light", "dark"]) {
      await tab.choose(theme);
      for (const action of ["wrong-answer", "missed"]) {
        await tab.run(() => document.querySelector("who-said").select("q2"));
        await tab.click(`.panels [data-do=${action}]`);
        for (const width of [320, 1280]) {
          await tab.resize(width);
          assert.match((await tab.texts("dialog")).join(), /Nothing is sent/);
          found.push(...(await runAxe(tab, DIALOG)).map((violation) => `${action}, ${theme}, ${width} px: ${violation}`));
          const { left, right } = await tab.inElement((root) => root.querySelector("dialog").getBoundingClientRect().toJSON());
          assert.ok(left >= 0 && right <= width, `${left} to ${right} at ${width} px`);
          assert.equal(await sideways(tab), 0);
        }
        await tab.press("Escape");
      }
    }
    assert.deepEqual(found, []);
  });
}

/** Runs in the page. */
function keepCopies() {
  window.copies = [];
  Object.defineProperty(navigator, "clipboard", { value: { writeText: async (words) => void window.copies.push(words) } });
}

/** Runs in the page. */
function refuseCopies() {
  Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("refused")) } });
}

/** @param {import("../tab.mjs").Tab} tab */
function preview(tab) {
  return tab.inElement((root) => root.querySelector("dialog [name=preview]").value);
}
