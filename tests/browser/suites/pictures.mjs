// Pictures to take along: what each shows is what the page shows, and each is complete where it is opened alone.
import assert from "node:assert/strict";
import { ferry, given } from "../articles.mjs";
import { saved } from "../downloads.mjs";
import { hostPage } from "../hosts.mjs";
import { reportOf } from "../reports.mjs";
import { always, answering } from "../workers.mjs";

const NAMES = ["strip", "shares", "timeline"];

/** Runs where it is read as markup; what is before it is nothing that XML can hold. */
const CANARY = `\u0001<img src=x onerror=canary()>"><svg onload=canary()><script>canary()</script>&amp;]]>`;

const LONG = "Permanent Interparliamentary Subcommittee on Harbors and Ferries and Bridges and Causeways";

/** Names and a date that have no room in one line, more speakers than hues, and years without a date. */
const long = `The Ferry Returns After Years of Quarrels About Who Is To Pay for Its Engine, Its Crew and Its Paint

By Odile Marchetti

12 March 2026

“We kept our word in 1912,” said Maria-Magdalena-Theodora-Wilhelmina-Constantina-Alexandrina-Philippina Ribeiro-Castellane-Rasmussen-Oyelaran of the ${LONG}. “We did so from the first of January 1998 to the thirty-first of December 2003,” she said on Tuesday.

${["Tomas Lindqvist", "Ana Bell", "Ivo Hart", "Lea Brandt", "Omar Said", "Nora Field", "Per Holm", "Rosa Diaz", "Uma Rao", "Vera Lund"].map((name) => `“Nobody asked me or my crew,” said ${name} on Tuesday.`).join("\n\n")}

The ${LONG} said that it would return in the year after the next two years.`;

/** @param {ReturnType<import("../scenario.mjs").scenarios>} scenario */
export function pictures(scenario) {
  /** Opens an article with all that can be shown, and saves its pictures. */
  const save = async ({ openPage, downloads }, article, { theme = "light", prepare = async () => {} } = {}) => {
    const { tab, site } = await openPage();
    await tab.choose(theme);
    await tab.analyze(article);
    await tab.reached("ready");
    await tab.inElement((root) => {
      for (const name of ["unsure", "views"]) root.querySelector(`[name=${name}]`)?.click();
    });
    await prepare(tab);
    const files = {};
    for (const name of NAMES) {
      await tab.click(`[data-do=export-picture-${name}]`);
      files[name] = await saved(downloads, `who-said-${name}.svg`);
    }
    return { tab, site, files };
  };

  /** The pictures of a report in which all that can be long or markup is made of these words. */
  const saveForged = async ({ openHost, downloads }, words) => {
    const text = `${words} said on the ${words} day: “${words}.”`;
    const report = reportOf(text, {
      document: { headline: { start: 0, end: words.length }, documentDate: { value: words, basis: "text" } },
      speakers: [{ name: words, descriptions: [words] }],
      quotations: [{ words, cue: words, speaker: 1, kind: "indirect" }, { words, cue: words }],
      dates: [
        { words, value: words, basis: "relative", anchor: "document", alternatives: [words] },
        { words: "day", value: words, basis: "guessed", anchor: "d1" },
      ],
    });
    report.engine = words;
    report.quotations[0].said = "d1";
    report.dates[0].from = "2026-03-12";
    const { tab, site } = await openHost(hostPage("<who-said></who-said>"), { prepare: always(answering(report)) });
    await tab.until("the element is there", () => customElements.get("who-said") !== undefined);
    await tab.run((text) => void document.querySelector("who-said").analyze(text), text);
    await tab.reached("ready");
    const files = {};
    for (const name of NAMES) {
      await tab.click(`[data-do=export-picture-${name}]`);
      files[name] = await saved(downloads, `who-said-${name}.svg`);
    }
    return { tab, site, files };
  };

  /** What the picture shows where it is opened alone. */
  const openAlone = async ({ tab, site }, picture) => {
    site.put("/alone.svg", { body: picture, headers: { "Content-Type": "image/svg+xml" } });
    const page = await tab.page.browser().newPage();
    try {
      await page.goto(`${site.origin}/alone.svg`);
      return await page.evaluate(() => {
        const all = [...document.querySelectorAll("*")];
        const root = document.documentElement;
        const box = (shape) => {
          const { left, top, right, bottom } = shape.getBoundingClientRect();
          return { left, top, right, bottom };
        };
        return {
          root: root.localName,
          size: ["width", "height"].map((name) => Number(root.getAttribute(name))),
          tags: [...new Set(all.map(({ localName }) => localName))].sort(),
          attributes: [...new Set(all.flatMap((shape) => shape.getAttributeNames()))].sort(),
          values: all.flatMap((shape) => [...shape.attributes].map(({ value }) => value)).filter((value) => value !== root.namespaceURI),
          colors: all.flatMap((shape) => [shape.getAttribute("fill"), shape.getAttribute("stroke")]).filter(Boolean),
          ground: root.querySelector("rect").getAttribute("fill"),
          isCovered: ["width", "height"].every((name) => root.querySelector("rect").getAttribute(name) === root.getAttribute(name)),
          title: root.querySelector(":scope > title").textContent,
          desc: root.querySelector(":scope > desc").textContent,
          texts: [...root.querySelectorAll("text")].map((text) => ({
            words: text.textContent,
            ...box(text),
            anchor: text.getAttribute("text-anchor"),
            isBold: text.getAttribute("font-weight") === "700",
          })),
        };
      });
    } finally {
      await page.close();
    }
  };

  scenario("the pictures are saved under names of their own, with nothing of the page in them", async (stage) => {
    const { files, ...opened } = await save(stage, given);
    for (const name of NAMES) {
      const alone = await openAlone(opened, files[name]);
      assert.equal(alone.root, "svg", name);
      assert.deepEqual(alone.tags.filter((tag) => !/^(svg|title|desc|g|rect|line|path|text)$/.test(tag)), [], name);
      assert.deepEqual(alone.attributes.filter((attribute) => /^(style|class|role|id|href|tabindex|on.*|aria-.*|data-.*)$/.test(attribute)), [], name);
      assert.deepEqual(alone.values.filter((value) => /url\(|var\(|https?:|javascript:/.test(value)), [], name);
      assert.deepEqual(alone.colors.filter((color) => !/^(none|rgb\(\d+, \d+, \d+\))$/.test(color)), [], name);
      assert.ok(new Set(alone.colors).size > 4, `${name} is colored`);
      assert.ok(alone.title && alone.desc, `${name} is told in words`);
    }
  });

  scenario("the shares are those of the panel, by words and by quotations", async (stage) => {
    for (const measure of ["words", "quotations"]) {
      const prepare = (tab) => tab.inElement((root, measure) => root.querySelector(`[name=measure][value=${measure}]`).click(), measure);
      const { files, tab, site } = await save(stage, long, { prepare });
      const { texts, desc, title } = await openAlone({ tab, site }, files.shares);
      const shown = await tab.inElement((root) =>
        [...root.querySelectorAll(".speaker")].map((row) => ({
          badge: row.querySelector(".badge").textContent,
          name: row.querySelector(".name").innerText,
          share: row.querySelector(".share").innerText.replace(/\s+/g, " "),
          counts: row.querySelector(".counts").textContent,
        })),
      );
      assert.ok(shown.length > 8, "more than there are hues");
      const inOrder = (part) => texts.map(({ words }) => words).filter((words) => shown.some((row) => row[part] === words));
      assert.deepEqual(inOrder("badge"), shown.map(({ badge }) => badge));
      assert.deepEqual(inOrder("share"), shown.map(({ share }) => share));
      assert.deepEqual(inOrder("counts"), shown.map(({ counts }) => counts));
      const short = shown.filter(({ name }) => name.length < 40).map(({ name }) => name);
      assert.ok(short.length > 8);
      assert.deepEqual(short.filter((name) => !texts.some(({ words, isBold }) => isBold && words === name)), []);
      const sum = inOrder("share").reduce((sum, share) => sum + parseInt(share, 10), 0);
      assert.ok(Math.abs(sum - 100) <= shown.length / 2, `${sum} %`);
      assert.match(title, new RegExp(`share of ${measure}$`));
      for (const { name, share } of shown) assert.ok(desc.includes(`${name}: ${share}`), name);
    }
  });

  scenario("the timeline has the dates of the panel, its gaps, and who spoke on which day", async (stage) => {
    for (const article of [given, long]) {
      const { files, tab, site } = await save(stage, article);
      const { texts, desc } = await openAlone({ tab, site }, files.timeline);
      const shown = await tab.inElement((root) => {
        const all = (selector) => [...root.querySelectorAll(selector)].map((found) => found.textContent);
        return { when: all(".when time"), words: all("button.date"), gaps: all(".gap .what"), hung: all(".hung .badge").map((badge) => badge.split(" ").at(-1)) };
      });
      assert.ok(shown.when.length > 2 && shown.gaps.length > 0 && shown.hung.length > 0);
      const inBold = (anchor) => texts.filter((text) => text.isBold && text.anchor === anchor).map(({ words }) => words);
      assert.equal(inBold("end").join(" "), shown.when.join(" "));
      assert.deepEqual(inBold("middle"), shown.hung);
      assert.deepEqual(texts.map(({ words }) => words).filter((words) => shown.gaps.includes(words)), shown.gaps);
      const written = texts.map(({ words }) => words).join(" ");
      for (const words of shown.words) assert.ok(written.includes(`“${words}”`) && desc.includes(`“${words}”`), words);
    }
  });

  scenario("the band names everybody who speaks in it", async (stage) => {
    const { files, tab, site } = await save(stage, ferry);
    const { texts, desc } = await openAlone({ tab, site }, files.strip);
    const words = texts.map(({ words }) => words);
    for (const name of await tab.texts(".speaker .name")) assert.ok(words.includes(name), name);
    const numbers = await tab.inElement((root) => [...root.querySelectorAll(".strip .number")].map((number) => number.textContent));
    for (const number of numbers) assert.ok(words.includes(number), number);
    assert.equal(desc, await tab.inElement((root) => root.querySelector("#strip-text").textContent));
  });

  scenario("each picture has the ground of the page, in light and in dark", async (stage) => {
    for (const theme of ["light", "dark"]) {
      const { files, tab, site } = await save(stage, ferry, { theme });
      const ground = await tab.run(() => getComputedStyle(document.body).backgroundColor);
      for (const name of NAMES) {
        const alone = await openAlone({ tab, site }, files[name]);
        assert.deepEqual([alone.ground, alone.isCovered], [ground, true], `${name}, ${theme}`);
      }
    }
  });

  /** Asserts that nothing that is written meets anything else, or the edge. */
  const assertRoom = ({ texts, size: [width, height] }, name) => {
    for (const text of texts) {
      assert.ok(text.left >= 0 && text.right <= width && text.bottom <= height, `${name}: ${text.words} at ${text.left} to ${text.right}`);
      // The boxes of letters may meet by a little; the letters do not.
      const met = texts.find(
        (other) =>
          other !== text &&
          Math.min(other.right, text.right) - Math.max(other.left, text.left) > 1 &&
          Math.min(other.bottom, text.bottom) - Math.max(other.top, text.top) > 4,
      );
      assert.equal(met?.words, undefined, `${name}: meets ${text.words}`);
    }
  };

  scenario("all that is written has room, however long", async (stage) => {
    for (const article of [given, long]) {
      const { files, ...opened } = await save(stage, article);
      for (const name of NAMES) assertRoom(await openAlone(opened, files[name]), name);
    }
    for (const words of [`${LONG} `.repeat(9).trim(), "W".repeat(600), "東京新聞、".repeat(80), "السلام عليكم ".repeat(40).trim()]) {
      const { files, ...opened } = await saveForged(stage, words);
      for (const name of NAMES) {
        const alone = await openAlone(opened, files[name]);
        assertRoom(alone, name);
        assert.ok(alone.texts.some(({ words }) => words.endsWith("…")), "what has no room is cut");
      }
    }
  });

  scenario("what the article says stays text", async (stage) => {
    const { files, tab, site } = await saveForged(stage, CANARY);
    for (const name of NAMES) {
      const { root, tags, attributes, texts, desc } = await openAlone({ tab, site }, files[name]);
      assert.equal(root, "svg");
      assert.deepEqual([...tags, ...attributes].filter((each) => /^(script|img|image|foreignObject|on.*|src)$/.test(each)), []);
      assert.ok(texts.some(({ words }) => words.includes("<img src=x")), "the headline is there");
      assert.ok(desc.includes("<script>canary()</script>&amp;]]>"), "so is who speaks, in words");
    }
  });
}
