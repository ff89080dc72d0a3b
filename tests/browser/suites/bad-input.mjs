// Texts that no newspaper prints: a thinner report or a clear message, and nothing of them is run.
import assert from "node:assert/strict";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ferry } from "../articles.mjs";
import { useEveryControl } from "../controls.mjs";
import { saved } from "../downloads.mjs";
import { hostPage } from "../hosts.mjs";
import { reportOf } from "../reports.mjs";
import { always, answering, failing } from "../workers.mjs";

const MILLION = 1_000_000;

/** Runs where it is read as markup: as an element, as an attribute's value, in a template. */
const CANARY = `<img src=x onerror=canary()>"><svg onload=canary()>{{canary()}}`;

/** @param {ReturnType<import("../scenario.mjs").scenarios>} scenario */
export function badInput(scenario) {
  scenario("an empty box, and one with white space, are no text to analyze", async ({ openPage }) => {
    const { tab } = await openPage();
    for (const text of ["", " \n\t\u00a0 \n"]) {
      await tab.analyze(text);
      await tab.press("Control+Enter");
      const now = await tab.run(() => [document.querySelector("who-said").status, document.activeElement.id]);
      assert.deepEqual(now, ["idle", "text"]);
    }
  });

  for (const [name, text, expected] of [
    ["only quotation marks", "“”\"'‘’«»„“‹›「」".repeat(500), { status: "empty" }],
    ["lone surrogates", "“We \ud800 go,” said Ana Ribeiro.\n\n\udc00", { status: "ready", speaker: "Ana Ribeiro" }],
    ["NUL and other controls", "“We go,”\0 said Ana Ribeiro.\u0001\u0008\u001b", { status: "ready" }],
    ["pairs of surrogates", "😀 “We go 🚢,” said Ana Ribeiro. 😀", { status: "ready", speaker: "Ana Ribeiro" }],
    [
      "a text from right to left",
      "“שלום לכולם,” אמר האיש.\n\n“We go,” said Ana Ribeiro.",
      { status: "ready", speaker: "Ana Ribeiro" },
    ],
    [
      "marks that turn the direction of text",
      "“\u202eWe go\u202c,” said Ana Ribeiro. \u2066x\u2069",
      { status: "ready" },
    ],
  ]) {
    scenario(`${name}: the text is shown as it is, with what is found in it`, async ({ openPage }) => {
      const { tab } = await openPage();
      await tab.analyze(text);
      await tab.reached(expected.status);
      const shown = await tab.run(() => {
        const { text, report, shadowRoot } = document.querySelector("who-said");
        const article = shadowRoot.querySelector(".prose").cloneNode(true);
        for (const badge of article.querySelectorAll(".badge")) badge.remove();
        const paragraphs = [...article.querySelectorAll("p")].map((each) => each.textContent);
        const expected = report.document.paragraphs.map(({ start, end }) => text.slice(start, end));
        return {
          text,
          paragraphs,
          expected,
          slices: report.quotations.map(({ content }) =>
            content.map(({ start, end }) => text.slice(start, end)).join(" "),
          ),
          quotations: report.quotations.map(({ text }) => text),
        };
      });
      assert.equal(shown.text, text);
      assert.deepEqual(shown.paragraphs, shown.expected);
      assert.ok(shown.paragraphs.length > 0);
      assert.deepEqual(
        shown.slices.map((slice) => slice.toWellFormed()),
        shown.quotations.map((words) => words.toWellFormed()),
      );
      if (expected.speaker) assert.ok((await tab.texts(".speaker .name")).includes(expected.speaker));
    });
  }

  scenario("lines that end as on Windows give the same findings", async ({ openPage, startSite }) => {
    const { tab } = await openPage();
    const findings = async (text) => {
      await tab.paste(text);
      await tab.reached("ready");
      const found = [await tab.texts("h2, .speaker, .quote"), await tab.texts(".timeline > li")];
      await tab.click("[data-do=new]");
      return found;
    };
    assert.deepEqual(await findings(ferry.replaceAll("\n", "\r\n")), await findings(ferry));
    // The box turns line ends into “\n”; what a page hands to the element keeps its own.
    const [windows, unix] = await tab.run(async (ferry) => {
      const element = document.querySelector("who-said");
      const counts = [];
      for (const text of [ferry.replaceAll("\n", "\r\n"), ferry]) {
        const report = await element.analyze(text);
        counts.push([report.quotations, report.dates].map((list) => list.map((found) => found.text)));
      }
      return counts;
    }, ferry);
    assert.deepEqual(windows, unix);
  });

  scenario("markup in a pasted article is text", async ({ openPage }) => {
    const { tab } = await openPage({ before: setCanary });
    const text = `${CANARY} Opens

“${CANARY} We go,” said Ana ${CANARY} Ribeiro, the ${CANARY} mayor, on ${CANARY} Tuesday, 10 March 2026.

“<b>Nobody</b> asked,” said <script>canary()</script> Tomas Lindqvist on Monday.`;
    await tab.paste(text);
    await tab.reached("ready");
    await openEverything(tab);
    const [prose] = await tab.texts(".prose");
    assert.equal(prose.split("<img src=x onerror=canary()>").length - 1, 5);
    await expectNoMarkup(tab);
  });

  scenario(
    "markup in every field of a report is text, also where no policy forbids it to run",
    async ({ openHost, downloads }) => {
      const text = `${CANARY} said on the ${CANARY} day: “${CANARY}.”`;
      const report = reportOf(text, {
        document: {
          headline: { start: 0, end: CANARY.length },
          documentDate: { value: CANARY, basis: CANARY },
          dateline: { span: { start: 0, end: CANARY.length } },
        },
        speakers: [{ name: CANARY, descriptions: [CANARY] }, { name: CANARY }],
        quotations: [
          { words: CANARY, cue: CANARY, speaker: 1, kind: "indirect" },
          { words: CANARY, cue: CANARY, confidence: "unsure" },
          { words: CANARY, cue: CANARY, speaker: 2, act: "thought" },
        ],
        dates: [
          { words: CANARY, value: CANARY, basis: "relative", anchor: "document", alternatives: [CANARY] },
          { words: "day", value: `XXXX-${CANARY}`, basis: "guessed", anchor: "d1" },
        ],
      });
      const [first, second] = report.quotations;
      const [date] = report.dates;
      report.engine = first.rule = second.speakerRule = date.mod = date.type = CANARY;
      first.said = "d1";
      const published = `<meta property="article:published_time" content="&lt;img src=x onerror=canary()>">`;
      const html = hostPage("<who-said></who-said>", published);
      const { tab } = await openHost(html, { prepare: always(answering(report)), before: setCanary });
      await tab.until("the element is there", () => customElements.get("who-said") !== undefined);
      await tab.run((text) => void document.querySelector("who-said").analyze(text), text);
      await tab.reached("ready");
      await openEverything(tab);
      for (const place of [
        ".prose",
        ".speaker .name",
        ".speaker .desc",
        ".quote .clamp",
        ".quote .meta",
        ".why",
        ".reference",
        ".when",
        "button.date",
        ".how",
      ]) {
        assert.match((await tab.texts(place)).join(), /<img src=x onerror=canary\(\)>/, place);
      }
      await tab.click("[data-do=export-json]");
      assert.equal(JSON.parse(await saved(downloads, "who-said.json")).speakers[0].name, CANARY);
      await expectNoMarkup(tab);
    },
  );

  scenario("markup typed into every field there is, corrections among them, is text", async ({ openPage, downloads }) => {
    const { tab } = await openPage({ before: setCanary });
    await tab.paste(ferry);
    await tab.reached("ready");
    const used = await useEveryControl(tab, CANARY);
    for (const field of ["words", "name", "comment", "passage"]) {
      assert.ok(used.some((each) => each.includes(`name="${field}"`)), `nothing was typed into ${field}`);
    }
    await expectNoMarkup(tab);
    await tab.run((text) => document.querySelector("who-said").analyze(text), ferry);
    await tab.run((name) => {
      const element = document.querySelector("who-said");
      element.correct({ do: "rename", speaker: "s1", name });
      element.correct({ do: "attribute-new", quotation: "q2", name });
      element.correct({ do: "add", span: { start: 60, end: 78 }, name });
      element.select("q2");
    }, CANARY);
    assert.match((await tab.texts(".speaker .name")).join(), /<img src=x onerror=canary\(\)>/);
    await tab.click(".quote [data-correct=correct]");
    await expectNoMarkup(tab);
    for (const name of readdirSync(downloads)) rmSync(join(downloads, name));
  });

  scenario("markup in an error and in a sample's title is text", async ({ openPage }) => {
    const seeds = { body: JSON.stringify([{ file: "hostile.txt", title: CANARY }]) };
    const prepare = (site) => {
      site.put("/seeds.json", seeds);
      site.put("/seeds/hostile.txt", { body: ferry });
      always(failing(CANARY))(site);
    };
    const { tab } = await openPage({ prepare, before: setCanary });
    await tab.until(
      "the sample is offered",
      (title) => document.querySelector("#sample-links button")?.innerText === title,
      CANARY,
    );
    await tab.click("#sample-links button");
    await tab.reached("error");
    await tab.click(".state summary");
    assert.match((await tab.texts("pre.details"))[0], /<img src=x onerror=canary\(\)>/);
    await expectNoMarkup(tab);
  });

  scenario("a million times the same letter leaves the page alive", async ({ openPage }) => {
    const { tab } = await openPage();
    await analyzeLetters(tab, MILLION);
    await tab.reached("empty");
    await tab.click("[data-do=new]");
    await tab.paste(ferry);
    await tab.reached("ready");
  });

  scenario("ten million times the same letter is too long, and kept", async ({ openPage }) => {
    const { tab } = await openPage();
    await analyzeLetters(tab, 10 * MILLION);
    await tab.shows("10,000,000 characters are too many");
    assert.equal(await tab.run(() => document.querySelector("#text").value.length), 10 * MILLION);
  });
}

/** @param {import("../tab.mjs").Tab} tab */
function setCanary(tab) {
  return tab.page.evaluateOnNewDocument(() => {
    window.isCanaryDead = false;
    window.canary = () => (window.isCanaryDead = true);
  });
}

/** Shows what is hidden at first, and selects. @param {import("../tab.mjs").Tab} tab */
function openEverything(tab) {
  return tab.inElement((root) => {
    for (const name of ["unsure", "views"]) root.querySelector(`[name=${name}]`)?.click();
    for (const details of root.querySelectorAll("details")) details.open = true;
    root.host.select("q1");
  });
}

/** @param {import("../tab.mjs").Tab} tab */
async function expectNoMarkup(tab) {
  const { isDead, made } = await tab.run(() => {
    const made = [document, document.querySelector("who-said").shadowRoot].flatMap((root) => [
      ...root.querySelectorAll("img, script:not([src]), [onload], [onerror]"),
    ]);
    return { isDead: window.isCanaryDead, made: made.map((element) => element.outerHTML) };
  });
  assert.deepEqual(made, []);
  assert.equal(isDead, false);
}

/**
 * Makes the text in the page, where it need not be sent.
 * @param {import("../tab.mjs").Tab} tab
 * @param {number} count
 */
async function analyzeLetters(tab, count) {
  await tab.run((count) => {
    document.querySelector("#text").value = "a".repeat(count);
    document.querySelector("#analyze").click();
  }, count);
}
