// What a reader does without a mouse.
import assert from "node:assert/strict";
import { saved } from "../downloads.mjs";
import { ferry, given } from "../articles.mjs";
import { reportOf } from "../reports.mjs";
import { always, answering } from "../workers.mjs";

/** What takes single keys: the article, the list, the timeline and the band. */
const PLACES = [
  "mark .badge[tabindex='0']",
  ".quote-text[tabindex='0']",
  ".timeline button.date",
  ".piece[tabindex='0']",
];

/** @param {ReturnType<import("../scenario.mjs").scenarios>} scenario */
export function keyboard(scenario) {
  scenario("Ctrl and Enter analyze what was typed", async ({ openPage }) => {
    const { tab } = await openPage();
    await tab.focus("#text");
    await tab.page.keyboard.type("“Yes,” said Ana Ribeiro.");
    await tab.press("Control+Enter");
    await tab.reached("ready");
    assert.deepEqual(await tab.texts(".speaker .name"), ["Ana Ribeiro"]);
  });

  scenario("j, k, d, Enter and Escape move between the quotations, and between text and list", async ({ openPage }) => {
    const { tab } = await openPage();
    await tab.paste(ferry);
    await tab.reached("ready");
    await tab.focus("mark .badge[tabindex='0']");
    const steps = [
      ["j", "q1", "mark q1"],
      ["j", "q2", "mark q2"],
      ["ArrowDown", "q3", "mark q3"],
      ["k", "q2", "mark q2"],
      ["Enter", "q2", "list q2"],
      ["j", "q3", "list q3"],
      ["ArrowUp", "q2", "list q2"],
      ["Enter", "q2", "mark q2"],
      ["Enter", "q2", "list q2"],
      ["Escape", "q2", "mark q2"],
      ["d", "d1", "mark d1"],
      ["d", "d2", "mark d2"],
      ["Enter", "d2", "list d2"],
      ["Escape", "d2", "mark d2"],
      // Closes the card that the focus brought.
      ["Escape", "d2", "mark d2"],
      ["Escape", null, "mark d2"],
      // From one kind to the other goes on from the place in the text.
      ["j", "q1", "mark q1"],
      ["d", "d3", "mark d3"],
      ["k", "q1", "mark q1"],
      ["j", "q2", "mark q2"],
      ["d", "d1", "mark d1"],
      ["j", "q1", "mark q1"],
    ];
    for (const [index, [key, selected, focus]] of steps.entries()) {
      await tab.press(key);
      assert.deepEqual([await selectedId(tab), await focused(tab)], [selected, focus], `${key}, key ${index + 1}`);
    }
  });

  scenario("letters stay letters where one types", async ({ openPage }) => {
    const { tab } = await openPage();
    await tab.focus("#text");
    await tab.page.keyboard.type("jkdu/");
    assert.equal(await tab.run(() => document.querySelector("#text").value), "jkdu/");
    await tab.paste(ferry);
    await tab.reached("ready");
    await tab.focus("mark .badge[tabindex='0']");
    await tab.press("/");
    await tab.page.keyboard.type("jkdu");
    assert.deepEqual(await tab.inElement((root) => [root.activeElement.name, root.activeElement.value]), [
      "words",
      "jkdu",
    ]);
    assert.equal(await selectedId(tab), null);
  });

  scenario(
    "from paste to export no mouse is needed, and the focus is always in sight",
    async ({ openPage, downloads }) => {
      const { tab } = await openPage();
      for (const [width, height] of [
        [1280, 800],
        [320, 640],
      ]) {
        await tab.resize(width, height);
        await tab.paste(ferry);
        await tab.reached("ready");
        await tab.until("the focus has left the box", () => document.activeElement.id === "main");
        const seen = [];
        for (let last = ""; last !== "export-json"; seen.push(last)) {
          assert.ok(seen.length < 80, `the export is not reached: ${seen.join(", ")}`);
          await tab.press("Tab");
          const { name, isInSight, ...look } = await focusLook(tab);
          assert.deepEqual(look, { isVisible: true, isOutlined: true }, `${name} at ${width} px, after ${last}`);
          last = name;
        }
        await tab.press("Enter");
        assert.equal(JSON.parse(await saved(downloads, "who-said.json")).quotations.length, 4);
        await tab.focus("[data-do=new]");
        await tab.press("Enter");
        await tab.reached("idle");
      }
    },
  );

  scenario("the focus is not hidden under a bar while stepping through the quotations", async ({ openPage }) => {
    const { tab } = await openPage();
    await tab.resize(320, 480);
    await tab.reduceMotion();
    await tab.paste(`${ferry}\n\n${ferry.split("\n\n").slice(1).join("\n\n")}`);
    await tab.reached("ready");
    for (const place of ["mark .badge[tabindex='0']", ".quote-text[tabindex='0']"]) {
      await tab.focus(place);
      for (const key of ["j", "j", "j", "j", "j", "k", "k", "k"]) {
        await tab.press(key);
        const { name, isInSight, ...look } = await focusLook(tab);
        assert.deepEqual(look, { isVisible: true, isOutlined: true }, `${name} after ${key}`);
      }
    }
  });

  for (const [width, height] of [
    [1280, 600],
    [800, 600],
    [320, 640],
  ]) {
    scenario(`at ${width} by ${height} px no quotation that has the focus is under a bar or a card`, async ({ openPage }) => {
      const { tab } = await openPage();
      await tab.resize(width, height);
      await tab.reduceMotion();
      await tab.paste(given);
      await tab.reached("ready");
      for (const place of PLACES.slice(0, 2)) {
        await tab.run(() => document.querySelector("who-said").select(null));
        await tab.inElement((root, place) => root.querySelector(place).focus(), place);
        const ids = await tab.inElement((root) => root.host.report.quotations.map(({ id }) => id));
        for (const [key, id] of [...ids.map((id) => ["j", id]), ...ids.reverse().slice(1).map((id) => ["k", id])]) {
          await tab.press(key);
          assert.equal(await selectedId(tab), id);
          const { name, isInSight, ...look } = await focusLook(tab);
          assert.deepEqual(look, { isVisible: true, isOutlined: true }, `${id}, after ${key}: ${name}`);
        }
      }
    });

    scenario(`at ${width} by ${height} px nothing that the tab key reaches backwards is under a bar`, async ({ openPage }) => {
      const { tab } = await openPage();
      await tab.resize(width, height);
      await tab.reduceMotion();
      await tab.paste(given);
      await tab.reached("ready");
      await tab.focus("#keys");
      for (let n = 0, last = ""; last !== "new"; n += 1) {
        assert.ok(n < 90, `the text is not reached: ${last}`);
        await tab.press("Shift+Tab");
        const { name, isInSight, isOutlined } = await focusLook(tab);
        assert.deepEqual([isInSight, isOutlined], [true, true], `${name}, after ${last}`);
        last = name;
      }
    });
  }

  scenario("u shows what is unsure and hides it again, wherever the keys work", async ({ openPage }) => {
    const { tab } = await openPage({ prepare: always(answering(unsure.report)) });
    await tab.paste(unsure.text);
    await tab.reached("ready");
    for (const place of PLACES) {
      await tab.inElement((root, place) => root.querySelector(place).focus(), place);
      await tab.press("u");
      assert.equal((await tab.texts(".quote")).length, 2, place);
      await tab.press("u");
      assert.equal((await tab.texts(".quote")).length, 1, place);
    }
  });

  scenario("? tells what the keys do, wherever they work, and Escape leads back", async ({ openPage }) => {
    const { tab } = await openPage();
    await tab.paste(ferry);
    await tab.reached("ready");
    for (const place of PLACES) {
      await tab.inElement((root, place) => root.querySelector(place).focus(), place);
      await tab.press("?");
      const [told] = await tab.texts("dialog");
      for (const what of ["next, previous quotation", "next date", "search quotations", "show or hide unsure"]) {
        assert.ok(told.includes(what), `${what}, in ${place}`);
      }
      await tab.press("Escape");
      await closed(tab);
      assert.ok(await tab.inElement((root, place) => root.activeElement.matches(place), place), place);
    }
    await tab.focus("[name=words]");
    await tab.page.keyboard.type("?");
    assert.deepEqual(await tab.texts("dialog"), []);
    await tab.focus("#keys");
    await tab.press("Enter");
    assert.equal((await tab.texts("dialog")).length, 1);
    await tab.press("Escape");
    await closed(tab);
    assert.equal(await tab.run(() => document.activeElement.id), "keys");
  });

  scenario("single keys can be switched off, which lasts; arrows, Enter and Escape still work", async ({ openPage, browserName }) => {
    const { tab, site } = await openPage({ prepare: always(answering(unsure.report)) });
    await tab.paste(unsure.text);
    await tab.reached("ready");
    await tab.focus("mark .badge[tabindex='0']");
    await tab.press("?");
    await tab.click("dialog [name=single-keys]");
    await tab.press("Escape");
    await closed(tab);
    for (const isAgain of [false, true]) {
      if (isAgain) {
        await tab.page.goto(`${site.origin}/`, { waitUntil: "load" });
        await tab.until("the page is sealed", () => document.body.dataset.seal === "closed");
        await tab.focus("#text");
        await tab.run((text) => (document.querySelector("#text").value = text), unsure.text);
        await tab.press("Control+Enter");
        await tab.reached("ready");
      }
      for (const place of PLACES) {
        await tab.inElement((root, place) => root.querySelector(place).focus(), place);
        const before = await standOf(tab);
        // Firefox itself searches the page when nobody else takes the slash.
        const keys = ["j", "k", "d", "u", "?", ...(browserName === "firefox" ? [] : ["/"])];
        for (const key of keys) await tab.press(key);
        assert.deepEqual(await standOf(tab), before, place);
      }
      await tab.focus("mark .badge[tabindex='0']");
      await tab.press("ArrowDown");
      assert.deepEqual([await selectedId(tab), await focused(tab)], ["q1", "mark q1"]);
      await tab.press("Enter");
      assert.equal(await focused(tab), "list q1");
      await tab.press("Escape");
      assert.equal(await focused(tab), "mark q1");
    }
    await tab.click("[data-do=keys]");
    await tab.click("dialog [name=single-keys]");
    await tab.press("Escape");
    await closed(tab);
    await tab.focus("mark .badge[tabindex='0']");
    await tab.press("u");
    assert.equal((await tab.texts(".quote")).length, 2);
  });

  scenario("where nothing may be stored, switching the keys off lasts as long as the page", async ({ openPage }) => {
    const { tab } = await openPage({
      before: (tab) =>
        tab.page.evaluateOnNewDocument(() =>
          Object.defineProperty(window, "localStorage", {
            get() {
              throw new DOMException("no", "SecurityError");
            },
          }),
        ),
    });
    await tab.paste(ferry);
    await tab.reached("ready");
    await tab.click("#keys");
    await tab.click("dialog [name=single-keys]");
    await tab.press("Escape");
    await closed(tab);
    await tab.focus("mark .badge[tabindex='0']");
    await tab.press("j");
    assert.equal(await selectedId(tab), null);
  });

  scenario("menus close by Escape, and give the focus back", async ({ openPage }) => {
    const { tab } = await openPage();
    await tab.focus("#samples summary");
    await tab.press("Enter");
    assert.equal(await tab.run(() => document.querySelector("#samples").open), true);
    await tab.press("Tab");
    await tab.press("Escape");
    const left = await tab.run(() => [document.querySelector("#samples").open, document.activeElement.localName]);
    assert.deepEqual(left, [false, "summary"]);
  });
}

const unsureText = "“We go,” said Ana Ribeiro on Monday. Perhaps it rains, some say.";
/** A report with something to show by the key u. */
const unsure = {
  text: unsureText,
  report: reportOf(unsureText, {
    speakers: [{ name: "Ana Ribeiro" }],
    quotations: [
      { words: "We go,", cue: "said", speaker: 1 },
      { words: "it rains", kind: "indirect", cue: "say", confidence: "unsure" },
    ],
    dates: [{ words: "Monday", value: "2026-03-09" }],
  }),
};

/** @param {import("../tab.mjs").Tab} tab */
function closed(tab) {
  return tab.until("no dialog is open", () => !document.querySelector("who-said").shadowRoot.querySelector("dialog"));
}

/** What a key could have changed. @param {import("../tab.mjs").Tab} tab */
async function standOf(tab) {
  const shown = await tab.inElement((root) => [
    root.querySelectorAll(".quote").length,
    root.querySelectorAll("dialog").length,
    root.activeElement.outerHTML,
  ]);
  return [...shown, await selectedId(tab)];
}

/** @param {import("../tab.mjs").Tab} tab */
function selectedId(tab) {
  return tab.inElement((root) => {
    const { quotation = null, date = null } = root.querySelector("[data-current]")?.dataset ?? {};
    return quotation ?? date;
  });
}

/** Where the focus is: `mark q1` or `list q1`. @param {import("../tab.mjs").Tab} tab */
function focused(tab) {
  return tab.inElement((root) => {
    const holder = root.activeElement?.closest("[data-quotation], [data-date]");
    const place = holder?.closest(".prose") ? "mark" : "list";
    return holder && `${place} ${holder.dataset.quotation ?? holder.dataset.date}`;
  });
}

/** Whether what has the focus can be seen, and seen to have it. @param {import("../tab.mjs").Tab} tab */
function focusLook(tab) {
  return tab.run(() => {
    let active = document.activeElement;
    while (active.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    // The outline of a control may be drawn around its label, or around its row in the list.
    const drawn = [active, active.closest("label"), active.closest(".quote")].filter(Boolean);
    const { left, right, top, bottom } = active.getBoundingClientRect();
    // Of what is larger than the window, the part in it counts.
    const middle = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
    const isCovered = [0.1, 0.5, 0.9].some((part) => {
      let hit = document.elementFromPoint(left + (right - left) * part, middle);
      for (let root = hit?.shadowRoot; root; root = hit.shadowRoot) {
        const inner = root.elementFromPoint(left + (right - left) * part, middle);
        if (!inner || inner === hit) break;
        hit = inner;
      }
      return !hit || !drawn.some((each) => each.contains(hit) || hit.contains(each));
    });
    const isInside = top >= 0 && bottom <= innerHeight;
    const isLarge = bottom - top > innerHeight / 2;
    const isOutlined = drawn.some((each) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(each);
      return outlineStyle !== "none" && parseFloat(outlineWidth) >= 1;
    });
    const name = active.dataset.do || active.id || active.outerHTML.slice(0, 120);
    // Firefox does not scroll for a few pixels at the edge of the window.
    const isMostlyInside = Math.min(bottom, innerHeight) - Math.max(top, 0) > Math.min((bottom - top) * 0.8, innerHeight / 2);
    return { name, isVisible: (isInside || isLarge) && !isCovered, isInSight: isMostlyInside && !isCovered, isOutlined };
  });
}
