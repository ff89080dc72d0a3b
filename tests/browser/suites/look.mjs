// What is where: on paper, on the grid, under the pointer.
import assert from "node:assert/strict";
import { contrast } from "../../colors/sight.mjs";
import { ferry, meadow } from "../articles.mjs";
import { read } from "../states.mjs";

/** Least contrast of what is read (WCAG 2.2, 1.4.3). */
const READ = 4.5;
const WHITE = [1, 1, 1, 1];

/** Eleven speakers, more than there are hues, some with long names; quoted without marks, too; and dates. */
const NAMES = [
  "Bartholomea Featherstone-Cholmondeley of the Upper Estuary", "Ana Ribeiro", "Tomas Lindqvist", "Ines Falk", "Petra Olin",
  "Karel Novak", "Mira Sandgren", "Jonas Weller", "Hanna Brandt", "Olga Petrova", "Dieter Kranz",
];
const crowd = `date 2026-09-30\n\n${NAMES.map((name, n) => `“The ferry was ${n + 2} hours late on Tuesday,” said ${name}.`).join("\n\n")}

Ana Ribeiro said that the ferry would return in May.`;

/** @param {ReturnType<import("../scenario.mjs").scenarios>} scenario */
export function look(scenario) {
  scenario(
    "the dark page prints dark on white",
    async ({ openPage }) => {
      const { tab } = await openPage();
      await tab.choose("dark");
      await read(tab, crowd, "ready");
      await tab.run(() => document.querySelector("who-said").select("q2"));
      await tab.page.emulateMediaType("print");
      assert.deepEqual(await faint(tab), []);
      assert.deepEqual(await tab.run(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.documentElement).colorScheme]), [
        "rgb(255, 255, 255)",
        "light",
      ]);
    },
    { only: "chromium" },
  );

  scenario(
    "a dark element prints dark on white too, whatever colors its host gives it",
    async ({ openHost }) => {
      for (const style of ["", "color: #eee; background: #111; color-scheme: dark; --who-said-color: #eee; --who-said-background: #111; --who-said-muted: #bbb; --who-said-accent: #9ef"]) {
        const { tab } = await openHost((site) => host(site, `theme="dark" style="${style}"`, "background: #111; color: #eee"));
        await tab.reached("ready");
        assert.notDeepEqual(await faint(tab), [], "it is dark on the screen");
        await tab.page.emulateMediaType("print");
        assert.deepEqual(await faint(tab), [], style);
      }
    },
    { only: "chromium" },
  );

  scenario(
    "what is selected prints like the others, and what can only be used on a screen does not print",
    async ({ openPage }) => {
      const { tab } = await openPage();
      await read(tab, ferry, "ready");
      const looks = () =>
        tab.inElement((root) =>
          ['mark[data-quotation="q3"]', '.quote[data-quotation="q3"]', '.piece[data-quotation="q3"] .hit', '.speaker', '.date'].map((selector) => {
            const { backgroundColor, textDecorationThickness, boxShadow, borderColor, stroke, outlineStyle } = getComputedStyle(root.querySelector(selector));
            return [selector, backgroundColor, textDecorationThickness, boxShadow, borderColor, stroke, outlineStyle].join(" ");
          }),
        );
      await tab.page.emulateMediaType("print");
      const before = await looks();
      await tab.page.emulateMediaType("screen");
      const onScreen = await looks();
      await tab.click(".speaker-hit");
      await tab.click('[data-quotation="q3"] .quote-text');
      await tab.click("[data-do=change-date]");
      assert.notDeepEqual(await looks(), onScreen);
      await tab.resize(900);
      await tab.page.emulateMediaType("print");
      assert.deepEqual(await looks(), before);
      const seen = await tab.run(() => {
        const { shadowRoot } = document.querySelector("who-said");
        const all = [...document.querySelectorAll("h1, button, summary, input"), ...shadowRoot.querySelectorAll(".explanation, .act, .btn, summary, input, select, form")];
        return all.filter((each) => each.checkVisibility()).map((each) => each.outerHTML);
      });
      assert.deepEqual(seen, []);
    },
    { only: "chromium" },
  );

  scenario("the badges of those for whom there is no hue can be read where the host gives no colors", async ({ openHost }) => {
    const { tab } = await openHost((site) => host(site, ""));
    await tab.reached("ready");
    const badges = await tab.inElement((root) => root.querySelectorAll(".speaker.s9 .badge").length);
    assert.equal(badges, 3);
    assert.deepEqual(await faint(tab, ".badge"), []);
  });

  scenario("in the speakers' table no word and no number is broken, narrow and wide", async ({ openPage }) => {
    const { tab } = await openPage();
    await read(tab, crowd, "ready");
    await tab.click(".twin summary");
    for (const width of [320, 390, 1280]) {
      await tab.resize(width);
      const broken = await tab.inElement((root) =>
        [...root.querySelectorAll("th, td")].flatMap((cell) => {
          const { firstChild: text } = cell;
          // A number and its sign are one; a name may break where it has a hyphen.
          const pieces = cell.matches("tbody th") ? [...text.data.matchAll(/[^\s-]+/g)] : [[text.data]];
          return pieces.flatMap(({ 0: piece, index = 0 }) => {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + piece.length);
            return range.getClientRects().length > 1 ? [piece] : [];
          });
        }),
      );
      assert.deepEqual(broken, [], `${width} px`);
    }
  });

  scenario("the shares stand flush with the edge of their column", async ({ openPage }) => {
    const { tab } = await openPage();
    await read(tab, `${crowd}\n\n“Nobody came,” it was said.`, "ready");
    for (const width of [320, 900, 1280]) {
      await tab.resize(width);
      const rooms = await tab.inElement((root) =>
        [...root.querySelectorAll(".share")].map((share) => {
          const range = document.createRange();
          range.selectNodeContents(share);
          return Math.round(share.closest(".speaker").getBoundingClientRect().right - range.getBoundingClientRect().right);
        }),
      );
      assert.ok(rooms.length > 10);
      assert.deepEqual([...new Set(rooms)], [0], `${width} px`);
    }
  });

  scenario("the masthead stands on the grid in both views, and its sentence leaves it air where it is wide", async ({ openPage, browserName }) => {
    const { tab } = await openPage();
    for (const text of ["", crowd]) {
      if (text) await read(tab, text, "ready");
      for (const width of [320, 390, 480, 600, 700, 1280, 1440]) {
        await tab.resize(width);
        const { outside, lines, air, room } = await tab.run(masthead);
        assert.deepEqual(outside, [], `${width} px, ${text && "with a report"}`);
        assert.ok(room >= 4, `${width} px: ${room} px between the thick rule and what can be pressed`);
        if (!text || width < 1280) continue;
        assert.ok(air >= 8, `${width} px: ${air} px over and under the sentence`);
        // The serif that Firefox has on the machines of the tests is wider than any that a reader has.
        if (browserName === "chromium") assert.equal(lines, 1, `${width} px`);
      }
    }
  });

  scenario("what opens or appears moves nothing that can be pressed from under the pointer", async ({ openPage }) => {
    const { tab } = await openPage();
    await read(tab, ferry, "ready");
    for (const width of [320, 390, 900, 1280]) {
      await tab.resize(width);
      const places = (selector) =>
        tab.inElement((root, selector) => {
          root.querySelector(selector).scrollIntoView({ block: "center", behavior: "instant" });
          const buttons = [...root.querySelector(selector).querySelectorAll("button, label, slot")].flatMap((each) => (each.matches("slot") ? each.assignedElements() : each));
          const old = buttons.filter((each) => each.checkVisibility() && !each.closest("form") && !each.matches(".step"));
          const { top } = root.querySelector(selector).getBoundingClientRect();
          return old.map((each) => `${each.innerText.trim()} ${each.getBoundingClientRect().left} ${each.getBoundingClientRect().top - top}`);
        }, selector);
      const head = '[data-panel="dates"] .panel-head';
      const [before, tools] = [await places(head), await places(".top")];
      assert.ok(before.length > 1 && tools.length > 3, `${before} ${tools}`);
      await tab.click("[data-do=change-date]");
      await tab.find(".reference-form:not([hidden])");
      assert.deepEqual(await places(head), before, `${width} px`);
      await tab.click("[data-do=change-date]");
      await tab.run(() => document.querySelector("who-said").correct({ do: "reject", quotation: "q1" }));
      await tab.find(".step:not([hidden])");
      assert.deepEqual(await places(".top"), tools, `${width} px`);
      await tab.click("[data-do=undo]");
      // The steps stay, to be made again; another article has none.
      await tab.click("[data-do=new]");
      await read(tab, ferry, "ready");
    }
  });

  scenario("the index marks the first section at the top, the last one at the end, and the one that was chosen", async ({ openPage }) => {
    const { tab } = await openPage();
    await tab.reduceMotion();
    const current = (name) =>
      tab.until(
        `the index marks ${name}`,
        (name) => {
          const marked = [...document.querySelector("who-said").shadowRoot.querySelectorAll(".jump [aria-current]")];
          return marked.map((each) => each.dataset.go).join() === name;
        },
        name,
      );
    for (const text of [`${meadow} It was built in 1931.`, ferry, crowd]) {
      await read(tab, text, "ready");
      await current("speakers");
      for (const name of ["dates", "quotations", "export", "dates", "speakers"]) {
        await tab.click(`.jump [data-go="${name}"]`);
        await current(name);
      }
      await tab.run(() => scrollTo(0, 0));
      await tab.click("[data-do=new]");
    }
    await read(tab, crowd, "ready");
    await current("speakers");
    await tab.resize(320);
    await current("article");
    await tab.run(() => scrollTo(0, document.documentElement.scrollHeight));
    await current("dates");
    for (const name of ["speakers", "quotations", "dates", "article"]) {
      await tab.click(`.jump [data-go="${name}"]`);
      await current(name);
    }
  });
}

/** @param {import("../sites.mjs").Site} site @param {string} attributes @param {string} [body] style */
function host(site, attributes, body = "") {
  const paragraphs = crowd.split("\n\n").map((paragraph) => `<p>${paragraph}</p>`).join("");
  return `<!doctype html><html lang="en"><title>A newspaper</title><body style="${body}"><script type="module" src="${site.origin}/who-said.js"></script><who-said ${attributes}>${paragraphs}</who-said></body></html>`;
}

/**
 * What is too faint to be read, on white where it has no ground of its own.
 * @param {import("../tab.mjs").Tab} tab
 * @param {string} [selector]
 */
async function faint(tab, selector = ":is(h2, h3, p, mark, b, .name, .desc, .counts, .badge, .quote-text, .when, .how, .date, .who)") {
  const found = await tab.inElement((root, selector) => {
    const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    const resolve = (...colors) => {
      for (const color of ["#fff", ...colors]) {
        context.fillStyle = color;
        context.fillRect(0, 0, 1, 1);
      }
      return [...context.getImageData(0, 0, 1, 1).data].map((part) => part / 255);
    };
    return [...root.querySelectorAll(selector)].filter((each) => each.checkVisibility() && each.innerText.trim()).map((each) => {
      const { color, backgroundColor } = getComputedStyle(each);
      // Tints are printed or not, and must do no harm in either case.
      const ground = each.matches(".badge") ? resolve(backgroundColor) : [1, 1, 1, 1];
      return [`${each.className || each.localName} ${each.innerText.slice(0, 20)}: ${color} on ${backgroundColor}`, resolve(backgroundColor, color), ground];
    });
  }, selector);
  assert.ok(found.length > 10);
  return found.filter(([, color, ground]) => contrast(color, ground ?? WHITE) < READ).map(([what]) => what);
}

/** Runs in the page. */
function masthead() {
  const bar = document.querySelector(".masthead");
  const { paddingLeft, paddingRight } = getComputedStyle(bar);
  const { left, right } = bar.getBoundingClientRect();
  const [first, last] = [left + parseFloat(paddingLeft), right - parseFloat(paddingRight)];
  // What shows: letters, borders and icons, not the room around them that can be pressed.
  const shown = [...bar.querySelectorAll("h1, .wordmark i, .about, .menu > summary > :not(.vh), #seal > summary, .theme svg")].filter((each) => each.checkVisibility() && !each.matches(".k"));
  const outside = shown.filter((each) => each.getBoundingClientRect().left < first - 0.5 || each.getBoundingClientRect().right > last + 0.5);
  const heading = document.createRange();
  heading.selectNodeContents(bar.querySelector("h1"));
  const rule = document.body.dataset.view === "report" ? document.querySelector("main").getBoundingClientRect().top : bar.querySelector("h1").getBoundingClientRect().top;
  const pressed = [...bar.querySelectorAll("#seal > summary")].map((each) => each.getBoundingClientRect());
  return {
    outside: outside.map((each) => each.outerHTML.slice(0, 60)),
    air: (bar.clientHeight - bar.querySelector("h1").clientHeight) / 2,
    lines: new Set([...heading.getClientRects()].map(({ top }) => top)).size,
    room: Math.min(...pressed.map(({ top, bottom }) => (bottom <= rule + 1 ? rule - bottom : Math.abs(top - rule)))),
  };
}
