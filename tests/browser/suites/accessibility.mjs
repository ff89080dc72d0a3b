// What axe-core finds, and what it cannot: room, motion, forced colors, larger text.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { ferry, given } from "../articles.mjs";
import { inEveryLook, read, seen, STATES } from "../states.mjs";

export const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** @param {ReturnType<import("../scenario.mjs").scenarios>} scenario */
export function accessibility(scenario) {
  for (const [name, words, reach, changes] of STATES) {
    scenario(
      `axe finds nothing on the page ${name}, light and dark, narrow and wide, and nothing is cut off`,
      async ({ openPage }) => {
        const { tab } = await openPage(changes);
        await tab.reduceMotion();
        await reach(tab);
        await tab.run(AXE);
        const found = [];
        await inEveryLook(tab, async (look) => {
          assert.ok((await seen(tab)).includes(words), `“${words}” is not seen: ${await seen(tab)}`);
          found.push(...(await runAxe(tab)).map((violation) => `${look}: ${violation}`));
          assert.equal(await sideways(tab), 0, `${look}: the page scrolls sideways`);
          assert.deepEqual(await sticksOut(tab), [], `${look}: something sticks out of what it stands in`);
        });
        assert.deepEqual(found, []);
      },
    );
  }

  scenario("axe finds nothing in the menus of the page, light and dark, narrow and wide", async ({ openPage }) => {
    const { tab } = await openPage();
    await read(tab, ferry, "ready");
    await tab.run(AXE);
    const found = [];
    for (const [menu, words] of [
      ["#samples", "An interview"],
      ["#reference", "Relative dates, such as"],
    ]) {
      const check = async (look) => {
        assert.ok((await seen(tab)).includes(words), `“${words}” is not seen`);
        found.push(...(await runAxe(tab, menu)).map((violation) => `${menu}, ${look}: ${violation}`));
        assert.equal(await sideways(tab), 0, `${menu}, ${look}: the page scrolls sideways`);
      };
      // A choice of the theme closes the menu.
      await inEveryLook(tab, check, { onTheme: () => tab.run((menu) => void (document.querySelector(menu).open = true), menu) });
    }
    assert.deepEqual(found, []);
  });

  scenario("axe finds nothing in the list of keys, light and dark, narrow and wide, and it fits", async ({ openPage }) => {
    const { tab } = await openPage();
    await read(tab, ferry, "ready");
    await tab.run(AXE);
    const found = [];
    await inEveryLook(tab, async (look) => {
      await tab.click("#keys");
      await tab.shows("next, previous quotation");
      found.push(...(await runAxe(tab)).map((violation) => `${look}: ${violation}`));
      assert.equal(await sideways(tab), 0, `${look}: the page scrolls sideways`);
      await tab.press("Escape");
    });
    assert.deepEqual(found, []);
  });

  scenario(
    "no sample makes the page scroll sideways at 320 px, nor does more space between lines, words and letters",
    async ({ openPage }) => {
      const { tab, site } = await openPage();
      await tab.resize(320);
      const files = await (await fetch(`${site.origin}/seeds.json`)).json();
      for (const { file } of files) {
        const text = await (await fetch(`${site.origin}/seeds/${file}`)).text();
        await tab.analyze(text);
        await tab.reached("ready");
        assert.equal(await sideways(tab), 0, file);
        await tab.run(spread, true);
        assert.equal(await sideways(tab), 0, `${file}, spread`);
        await tab.run(spread, false);
        await tab.click("[data-do=new]");
      }
    },
  );

  scenario("a long name in the list is cut off nowhere", async ({ openPage }) => {
    const { tab } = await openPage();
    await tab.resize(320);
    const name = "Bartholomea Featherstonehaugh of the Lower Estuary";
    await read(tab, `“The gowns had been stored under the pipe,” said Dr. ${name}.`, "ready");
    const { n_lines, cut } = await tab.inElement((root) => {
      const lines = [];
      for (const meta of root.querySelectorAll(".quote .meta")) {
        const { left, right } = meta.getBoundingClientRect();
        const texts = document.createTreeWalker(meta, NodeFilter.SHOW_TEXT);
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
          const range = document.createRange();
          range.selectNodeContents(text);
          // 16 px at the start are clipped, with the separator that begins a line.
          for (const line of range.getClientRects()) lines.push([line.left - left - 16, right - line.right]);
        }
      }
      return { n_lines: lines.length, cut: lines.filter((room) => Math.min(...room) < -1) };
    });
    assert.ok(n_lines > 4, `${n_lines} lines, none of which needs two`);
    assert.deepEqual(cut, []);
  });

  scenario("what can be touched on a narrow page is large enough", async ({ openPage }) => {
    const { tab } = await openPage();
    await tab.resize(390, 844);
    await read(tab, ferry, "ready");
    const small = await tab.run(() => {
      const { shadowRoot } = document.querySelector("who-said");
      // Marks in running text, and what is drawn larger than it is, are exempt (WCAG 2.5.8).
      const controls = [
        ...document.querySelectorAll("button, summary, label:has(input)"),
        ...shadowRoot.querySelectorAll(
          "button:not(.badge, .date, .quote-text, .speaker-hit), select, input[type=search], summary",
        ),
      ];
      const boxes = controls
        .filter((control) => control.checkVisibility())
        .map((control) => [control.innerText || control.outerHTML.slice(0, 60), control.getBoundingClientRect()]);
      return boxes
        .filter(([, { width, height }]) => width > 1 && height < 43.5)
        .map(([words, { height }]) => `${words}: ${height}`);
    });
    assert.deepEqual(small, []);
  });

  scenario("who prefers less motion gets none", async ({ openPage }) => {
    const { tab } = await openPage();
    await tab.reduceMotion();
    assert.equal(await tab.run(() => matchMedia("(prefers-reduced-motion: reduce)").matches), true);
    await tab.resize(1280, 500);
    await read(tab, given, "ready");
    const moved = await tab.run(() => {
      const before = scrollY;
      document.querySelector("who-said").select("q11");
      return [before, scrollY > before];
    });
    assert.deepEqual(moved, [0, true]);
    const running = await tab.run(
      () => [...document.getAnimations(), ...document.querySelector("who-said").shadowRoot.getAnimations()].length,
    );
    assert.equal(running, 0);
  });

  scenario(
    "forced colors leave the marks, their lines and the chosen theme apart",
    async ({ openPage }) => {
      const { tab } = await openPage();
      await tab.emulate("forced-colors", "active");
      await read(tab, ferry, "ready");
      assert.equal(await tab.run(() => matchMedia("(forced-colors: active)").matches), true);
      const styles = await tab.inElement((root) => {
        const of = (selector) => getComputedStyle(root.querySelector(selector));
        return {
          page: getComputedStyle(document.body).backgroundColor,
          mark: of("mark[data-kind=direct]").backgroundColor,
          lines: ["direct", "indirect"].map((kind) => of(`mark[data-kind=${kind}]`).textDecorationStyle),
          badge: [of(".quote .badge").backgroundColor, of(".quote .badge").color],
        };
      });
      assert.notEqual(styles.mark, styles.page);
      assert.deepEqual(styles.lines, ["solid", "dotted"]);
      assert.notEqual(styles.badge[0], styles.badge[1]);
    },
    { only: "chromium" },
  );

  scenario(
    "the report is read in order: headings, lists and landmarks have their roles and names",
    async ({ openPage }) => {
      const { tab } = await openPage();
      await read(tab, ferry, "ready");
      const outline = await tab.run(() => {
        const { shadowRoot } = document.querySelector("who-said");
        const headings = [...document.querySelectorAll("h1"), ...shadowRoot.querySelectorAll("h2, h3")];
        return headings.map((heading) => `${heading.localName} ${heading.innerText}`);
      });
      assert.deepEqual(outline, [
        "h1 Paste an article. See who said what, and when. Nothing leaves this page.",
        "h2 4 quotations by 2 speakers, 3 dates",
        "h3 Speakers",
        "h3 Quotations",
        "h3 Dates",
        "h3 Export",
      ]);
      const names = await tab.inElement((root) =>
        [...root.querySelectorAll("mark .badge")].map((badge) => badge.textContent),
      );
      assert.deepEqual(names, [
        "Speaker 2, indirect: ",
        "Speaker 2, direct: ",
        "Speaker 1, direct: ",
        "Speaker 1, indirect: ",
      ]);
    },
  );
}

/** Sets text as far apart as WCAG 1.4.12 asks to allow for; runs in the page. @param {boolean} isOn */
function spread(isOn) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }",
  );
  for (const root of [document, document.querySelector("who-said").shadowRoot]) {
    const own = root.adoptedStyleSheets.filter((each) => each.cssRules.length > 1);
    root.adoptedStyleSheets = isOn ? [...own, sheet] : own;
  }
}

/** @param {import("../tab.mjs").Tab} tab */
export function sideways(tab) {
  return tab.run(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
}

/** What is wider than the block that it stands in, unless it is placed there on purpose. @param {import("../tab.mjs").Tab} tab */
function sticksOut(tab) {
  return tab.run(() => {
    const { shadowRoot } = document.querySelector("who-said");
    const all = [document.body, shadowRoot].flatMap((root) => [...root.querySelectorAll(":not(svg, svg *, option, who-said, script)")]);
    const isPlaced = (style) =>
      /absolute|fixed/.test(style.position) || [style.marginLeft, style.marginRight].some((margin) => parseFloat(margin) < 0);
    return all.flatMap((each) => {
      const { parentElement: parent } = each;
      if (!parent || !each.checkVisibility() || isPlaced(getComputedStyle(each))) return [];
      if (/^(inline|contents)$/.test(getComputedStyle(parent).display)) return [];
      const [inner, outer] = [each.getBoundingClientRect(), parent.getBoundingClientRect()];
      if (inner.left >= outer.left - 1 && inner.right <= outer.right + 1) return [];
      return [`${each.cloneNode(false).outerHTML} in ${parent.cloneNode(false).outerHTML}: ${outer.left - inner.left}, ${inner.right - outer.right}`];
    });
  });
}

/**
 * What is wrong, and where.
 * @param {import("../tab.mjs").Tab} tab
 * @param {string | object} [within] the page by default
 * @returns {Promise<string[]>}
 */
export function runAxe(tab, within = "html") {
  return tab.run(
    async (within, rules) => {
      const { violations } = await window.axe.run(within, { runOnly: rules });
      return violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map(({ target, failureSummary }) => `${target.flat().join(" ")} ${failureSummary}`)
            .join(" | ")}`,
      );
    },
    within,
    RULES,
  );
}
