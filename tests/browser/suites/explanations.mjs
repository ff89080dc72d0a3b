// The card beside a quotation or a date: by pointer, by keyboard, by ear, and out of the way.
import assert from "node:assert/strict";
import { ferry, given } from "../articles.mjs";
import { reportOf } from "../reports.mjs";
import { inEveryLook } from "../states.mjs";
import { always, answering } from "../workers.mjs";
import { AXE, runAxe } from "./accessibility.mjs";

/** Longer than a card takes to come or to go, in milliseconds. */
const WHILE = 900;
/** Card and article: what the card lies over for a moment may be smaller than it is. */
const LOOKED_AT = { include: ["#card", ".prose"].map((part) => ({ fromShadowDom: ["who-said", part] })) };

/** Speakers with and without a capital, in another order than that of their shares. */
const BRIDGE = `The bridge shook, witnesses said. “It moved,” a senior official said.

“It was a long and terrible night for all of us here,” Ana Ribeiro said. “We are fine now,” one said. eBay said it would pay.

“We will pay all of it, and pay it soon,” said Tomas Lindqvist.`;

/** @param {ReturnType<import("../scenario.mjs").scenarios>} scenario */
export function explanations(scenario) {
  const open = async (openPage, { text = ferry, width = 1280, height = 800, ...changes } = {}) => {
    const { tab } = await openPage(changes);
    await tab.reduceMotion();
    await tab.resize(width, height);
    await tab.paste(text);
    await tab.reached("ready");
    await tab.page.mouse.move(1, 1);
    return tab;
  };

  scenario("a speaker has the same name in panel, table, choices, list, band and card, and choices are in the order of the numbers", async ({ openPage }) => {
    const tab = await open(openPage, { text: BRIDGE });
    await tab.inElement((root) => {
      if (root.querySelector("[name=unsure]")?.checked === false) root.querySelector("[name=unsure]").click();
    });
    const inOrder = ["Ana Ribeiro", "Tomas Lindqvist", "One", "Witnesses", "eBay", "Senior official"];
    const numbered = inOrder.map((name, index) => `${index + 1}  ${name}`);
    await tab.click('.speaker:has(.name) [data-correct="correct"]');
    await point(tab, "mark[data-quotation=q1]");
    const found = await tab.inElement((root) => {
      const all = (selector) => [...root.querySelectorAll(selector)].map((each) => each.textContent);
      return {
        panel: all(".speakers .name"),
        table: all("tbody th"),
        filter: all(".filters [name=speaker] option").slice(1),
        merge: all(".forms [name=into] option"),
        list: all(".quote .meta b"),
        band: [...root.querySelectorAll(".strip .piece")].map((piece) => piece.getAttribute("aria-label").split(", ")[1]),
        card: all("#card .card-name"),
      };
    });
    const spoken = ["Witnesses", "Senior official", "Ana Ribeiro", "One", "eBay", "Tomas Lindqvist"];
    assert.deepEqual(found, {
      panel: inOrder,
      table: inOrder,
      filter: numbered,
      merge: numbered.slice(1),
      list: spoken,
      band: spoken,
      card: ["Witnesses"],
    });
    await tab.page.mouse.move(1, 1);
    await tab.run(() => document.querySelector("who-said").select("q1"));
    await tab.click(".quote [data-correct=correct]");
    const who = await tab.inElement((root) => [...root.querySelectorAll(".quote [name=who] option")].map((each) => each.textContent));
    assert.deepEqual(who.slice(1, -1), numbered);
  });

  scenario("pointing at a quotation tells from whom it is, why, how sure that is, and when it was said", async ({ openPage }) => {
    const tab = await open(openPage);
    await point(tab, "mark[data-quotation=q1]");
    assert.deepEqual(await told(tab), [
      "2 Ana Ribeiro, Mayor",
      "indirect · source “Mayor Ana Ribeiro” · cue “said”",
      "Likely. “Mayor Ana Ribeiro said” before it; judged by the words around it.",
      "Said 10 March 2026: “Tuesday”, guessed, relative to 12 March 2026; or Tue 17 Mar 2026.",
    ]);
    await point(tab, "mark[data-quotation=q2]", "Ribeiro said” right after it");
    assert.equal((await told(tab)).at(-1), "The article does not say when.");
    await tab.page.mouse.move(1, 1);
    await gone(tab);
  });

  scenario("the card waits for the pointer to rest, and stays while the pointer is on it", async ({ openPage }) => {
    const tab = await open(openPage);
    const { x, y } = await middleOf(tab, "mark[data-quotation=q3]");
    await tab.page.mouse.move(x, y);
    assert.equal(await isOpen(tab), false, "at once");
    await opened(tab);
    const card = await middleOf(tab, "#card");
    await tab.page.mouse.move(card.x, card.y, { steps: 8 });
    await pass(WHILE);
    assert.equal(await isOpen(tab), true, "over the card");
    await tab.page.mouse.move(1, 1);
    await gone(tab);
  });

  scenario("Escape closes the card and leaves the selection; it comes again for who comes again", async ({ openPage }) => {
    const tab = await open(openPage);
    await tab.run(() => document.querySelector("who-said").select("q3"));
    await point(tab, "mark[data-quotation=q2]");
    await tab.press("Escape");
    assert.equal(await isOpen(tab), false);
    await pass(WHILE);
    assert.equal(await isOpen(tab), false, "while the pointer is where it was");
    assert.equal(await selected(tab), "q3");
    await tab.page.mouse.move(1, 1);
    await point(tab, "mark[data-quotation=q2]");
  });

  scenario("the keyboard's focus brings the card at once, and what has the focus is described by it", async ({ openPage }) => {
    const tab = await open(openPage);
    await tab.focus("mark .badge[tabindex='0']");
    await tab.press("j");
    await tab.press("j");
    assert.match((await described(tab)).join(" "), /Ana Ribeiro.*“Ribeiro said” right after it\. The article does not say when\.$/);
    await tab.press("d");
    assert.match((await described(tab)).join(" "), /^Thu 12 Mar 2026 “2026-03-12”, the reference date\.$/);
    await tab.press("Escape");
    assert.deepEqual([await isOpen(tab), await selected(tab), await described(tab)], [false, "d1", []]);
    await tab.press("Escape");
    assert.equal(await selected(tab), null);
    await tab.press("j");
    assert.equal(await isOpen(tab), true);
    await tab.press("Enter");
    assert.equal(await isOpen(tab), false, "the focus went to the list, which tells it all");
  });

  scenario("pointing at a date tells what it was counted from, and whether that is a guess", async ({ openPage }) => {
    const text = "“We go,” said Ana Ribeiro. It was Monday, two days later, or May.";
    const report = reportOf(text, {
      speakers: [{ name: "Ana Ribeiro" }],
      quotations: [{ words: "We go,", cue: "said", speaker: 1 }],
      dates: [
        { words: "Monday", value: "2026-03-09", basis: "guessed", anchor: "document", alternatives: ["2026-03-16"] },
        { words: "two days later", value: "2026-03-11", basis: "relative", anchor: "d1" },
        { words: "May", value: "XXXX-05", basis: "unresolved" },
      ],
      document: { documentDate: { value: "2026-03-12", basis: "option" } },
    });
    const tab = await open(openPage, { text, prepare: always(answering(report)) });
    for (const [date, ...words] of [
      ["d1", "Mon 9 Mar 2026", "“Monday”, guessed, relative to 12 March 2026; or Mon 16 Mar 2026."],
      ["d2", "Wed 11 Mar 2026", "“two days later”, relative to “Monday”."],
      ["d3", "May", "“May”, not resolved."],
    ]) {
      await point(tab, `.prose [data-date=${date}]`, words[1]);
      assert.deepEqual(await told(tab), words);
    }
  });

  scenario("a piece of the band tells what the quotation does", async ({ openPage }) => {
    const tab = await open(openPage);
    await point(tab, ".piece[data-quotation=q3]");
    assert.match((await told(tab)).join(" "), /Tomas Lindqvist.*source “Tomas Lindqvist” · cue “said”/);
    await tab.page.mouse.move(1, 1);
    await gone(tab);
    await tab.inElement((root) => root.querySelector(".piece[tabindex='0']").focus());
    await tab.press("ArrowRight");
    assert.match((await described(tab)).join(" "), /Ana Ribeiro.*before it/);
  });

  for (const [width, height] of [
    [1280, 800],
    [800, 600],
    [320, 640],
  ]) {
    scenario(`at ${width} px no card covers its words or leaves the window`, async ({ openPage }) => {
      const tab = await open(openPage, { text: given, width, height });
      const marks = await tab.inElement((root) => root.querySelectorAll(".prose mark, .prose .date").length);
      assert.ok(marks > 15, `${marks} marks`);
      let [n_free, n_all] = [0, 0];
      for (let nth = 0; nth < marks; nth += width === 1280 ? 1 : 3) {
        const block = ["start", "center", "end"][nth % 3];
        const look = await tab.inElement(lookAtCard, nth, block);
        await tab.until(`card ${nth} is there`, () => !document.querySelector("who-said").shadowRoot.querySelector("#card").hidden);
        const { card, covered, room } = await tab.inElement(measureCard, nth);
        const where = `${look} with ${block}: ${JSON.stringify(card)}`;
        assert.ok(card.left >= 0 && card.top >= 0 && card.right <= width && card.bottom <= height, where);
        if (width === 320) assert.deepEqual([card.left, card.right], [16, 304], where);
        // Words that fill a small window leave no room beside them.
        assert.ok(covered === 0 || room < card.bottom - card.top + 8, where);
        n_free += covered === 0 ? 1 : 0;
        n_all += 1;
        await tab.press("Escape");
        await tab.inElement((root) => root.activeElement?.blur());
      }
      assert.ok(n_free >= n_all - 2, `${n_free} of ${n_all} cards cover nothing`);
    });
  }

  scenario("a card beside the second half of a quotation does not cover the first", async ({ openPage }) => {
    const halves = "“We kept our word about the ferry,” Ana Ribeiro said, “and we shall keep it again.”";
    const tab = await open(openPage, { text: `Odense has a ferry.\n\n${halves}\n\nIt is old.`, width: 390, height: 700 });
    const parts = await tab.inElement((root) => [...root.querySelectorAll("mark")].map(({ dataset }) => dataset.quotation));
    assert.deepEqual(parts, ["q1", "q1"]);
    await point(tab, "mark ~ mark");
    const { covered } = await tab.inElement(measureCard, 1);
    assert.equal(covered, 0);
  });

  scenario("no card comes where the explanation stands below the paragraph, which then describes the badge", async ({ openPage }) => {
    const tab = await open(openPage, { width: 390, height: 844 });
    await tab.focus("mark .badge[tabindex='0']");
    assert.equal(await isOpen(tab), true, "nothing is selected");
    await tab.press("j");
    await tab.press("j");
    const [text] = await tab.texts(".explanation");
    assert.match(text, /“Ribeiro said” right after it/);
    assert.equal(await isOpen(tab), false);
    const by = await tab.inElement((root) => root.activeElement.getAttribute("aria-describedby"));
    assert.equal(by, "explanation");
    await tab.inElement((root) => root.activeElement.blur());
    await rest(tab, "mark[data-quotation=q2]");
    await pass(WHILE);
    assert.equal(await isOpen(tab), false);
    await point(tab, "mark[data-quotation=q3]");
  });

  scenario("when the explanation below the paragraph goes, nothing refers to it", async ({ openPage }) => {
    const tab = await open(openPage, { width: 800, height: 700 });
    const refers = () => tab.inElement((root) => root.querySelectorAll("[aria-describedby=explanation]").length);
    await tab.focus(".quote-text[tabindex='0']");
    await tab.press("Enter");
    assert.match((await described(tab)).join(" "), /Ana Ribeiro/);
    assert.equal(await refers(), 1);
    await tab.press("Escape");
    assert.deepEqual([await selected(tab), await refers(), await isOpen(tab)], [null, 0, false]);
    await tab.press("j");
    assert.equal(await refers(), 1);
    await tab.run(() => document.querySelector("who-said").select("q3"));
    assert.equal(await refers(), 0, "of another quotation than the one with the focus");
  });

  scenario("what a finger is over does not count as pointed at", async ({ openPage }) => {
    const tab = await open(openPage);
    for (const [pointerType, isShown] of [
      ["touch", false],
      ["mouse", true],
    ]) {
      await tab.inElement((root, pointerType) => {
        const event = new PointerEvent("pointerover", { bubbles: true, composed: true, pointerType });
        root.querySelector("mark[data-quotation=q2]").dispatchEvent(event);
      }, pointerType);
      await pass(WHILE);
      assert.equal(await isOpen(tab), isShown, pointerType);
    }
  });

  scenario(
    "a finger selects, and no card comes",
    async ({ openPage }) => {
      const tab = await open(openPage);
      const { x, y } = await middleOf(tab, "mark[data-quotation=q2]");
      await tab.page.touchscreen.tap(x, y);
      await tab.until("it is selected", () =>
        document.querySelector("who-said").shadowRoot.querySelector(".quote[data-quotation=q2][data-current]"),
      );
      await pass(WHILE);
      assert.equal(await isOpen(tab), false);
    },
    { only: "chromium" },
  );

  scenario("a card goes with what it explained, and with a press that begins to select words", async ({ openPage }) => {
    const tab = await open(openPage);
    await point(tab, "mark[data-quotation=q2]");
    await tab.run(() => document.querySelector("who-said").clear());
    assert.equal(await isOpen(tab), false);
    await tab.paste(ferry);
    await tab.reached("ready");
    await point(tab, "mark[data-quotation=q2]");
    await tab.page.mouse.down();
    assert.equal(await isOpen(tab), false);
    await tab.page.mouse.up();
  });

  scenario("axe finds nothing in a card, light and dark, narrow and wide", async ({ openPage }) => {
    const tab = await open(openPage);
    await tab.run(AXE);
    const found = [];
    await inEveryLook(tab, async (look) => {
      for (const what of ["mark[data-quotation=q1]", ".prose [data-date=d2]"]) {
        await tab.page.mouse.move(1, 1);
        await gone(tab);
        await point(tab, what);
        found.push(...(await runAxe(tab, LOOKED_AT)).map((violation) => `${what}, ${look}: ${violation}`));
      }
    });
    assert.deepEqual(found, []);
  });
}

/** Runs on the shadow root: puts the focus on a mark or date after scrolling it there, as the keyboard does. */
function lookAtCard(root, nth, block) {
  const mark = root.querySelectorAll(".prose mark, .prose .date")[nth];
  mark.scrollIntoView({ block, behavior: "instant" });
  (mark.querySelector(":scope > .nb > .badge") ?? mark).focus({ preventScroll: true, focusVisible: true });
  if (!root.activeElement) {
    // A later part of a quotation takes no focus; the pointer rests on it.
    mark.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, composed: true, pointerType: "mouse", clientX: mark.getClientRects()[0].left + 5 }));
  }
  return mark.textContent.slice(0, 40);
}

/** Runs on the shadow root: where the card is, and how many pixels of what it explains it covers. */
function measureCard(root, nth) {
  const { left, top, right, bottom } = root.querySelector("#card").getBoundingClientRect();
  const mark = root.querySelectorAll(".prose mark, .prose .date")[nth];
  const id = mark.dataset.quotation;
  const parts = id ? [...root.querySelectorAll(`mark[data-quotation="${id}"]`)] : [mark];
  const shared = (box) => {
    const width = Math.min(right, box.right) - Math.max(left, box.left);
    const height = Math.min(bottom, box.bottom) - Math.max(top, box.top);
    return width > 0 && height > 0 ? width * height : 0;
  };
  const lines = parts.flatMap((part) => [...part.getClientRects()]);
  const covered = Math.round(lines.reduce((sum, line) => sum + shared(line), 0));
  const edges = lines.flatMap((line) => [line.top, line.bottom]);
  const room = Math.max(Math.min(...edges), innerHeight - Math.max(...edges));
  return { card: { left, top, right, bottom }, covered, room };
}

/** Rests the pointer on the first line of what matches. @param {import("../tab.mjs").Tab} tab @param {string} selector */
async function rest(tab, selector) {
  const { x, y } = await middleOf(tab, selector);
  await tab.page.mouse.move(x, y);
}

/** Rests there until the card tells it. @param {import("../tab.mjs").Tab} tab @param {string} selector @param {string} [words] */
async function point(tab, selector, words = "") {
  await rest(tab, selector);
  await opened(tab, words);
}

/** @param {import("../tab.mjs").Tab} tab @param {string} selector */
function middleOf(tab, selector) {
  return tab.inElement((root, selector) => {
    const found = root.querySelector(selector);
    if (found.id !== "card") found.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, width, height } = found.getClientRects()[0];
    return { x: left + width / 2, y: top + height / 2 };
  }, selector);
}

/** @param {import("../tab.mjs").Tab} tab @param {string} [words] */
function opened(tab, words = "") {
  const isThere = (words) => {
    const card = document.querySelector("who-said").shadowRoot.querySelector("#card");
    return card.checkVisibility() && card.innerText.includes(words);
  };
  return tab.until(`a card tells ${words}`, isThere, words);
}

/** @param {import("../tab.mjs").Tab} tab */
function gone(tab) {
  return tab.until("no card is there", () => !document.querySelector("who-said").shadowRoot.querySelector("#card").checkVisibility());
}

/** @param {import("../tab.mjs").Tab} tab */
function isOpen(tab) {
  return tab.inElement((root) => root.querySelector("#card").checkVisibility());
}

/** What the card says, a line each, with the separators that are drawn. @param {import("../tab.mjs").Tab} tab */
function told(tab) {
  return tab.inElement((root) =>
    [...root.querySelectorAll("#card > p")].map((line) => {
      const parts = line.matches(".meta") ? [...line.children].map((part) => part.innerText) : [line.innerText];
      return parts.join(" · ").replace(/\s+/g, " ").trim().replace(/^(\d+|\?)(?=\p{L})/u, "$1 ");
    }),
  );
}

/** What describes the element with the focus. @param {import("../tab.mjs").Tab} tab */
function described(tab) {
  return tab.inElement((root) => {
    const by = root.getElementById(root.activeElement.getAttribute("aria-describedby") ?? "");
    return [...(by?.children ?? [])].map((line) => line.innerText.replace(/\s+/g, " ").trim());
  });
}

/** @param {import("../tab.mjs").Tab} tab */
function selected(tab) {
  return tab.inElement((root) => {
    const { quotation = null, date = null } = root.querySelector("[data-current]")?.dataset ?? {};
    return quotation ?? date;
  });
}

/** @param {number} milliseconds */
function pass(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
