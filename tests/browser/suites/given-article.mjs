// What the page shows of the article that the project was given.
import assert from "node:assert/strict";
import { given } from "../articles.mjs";
import { saved } from "../downloads.mjs";

const day = "said 13 April 2021";
const stoltenberg = "Jens Stoltenberg";

/** First and last words, kind, speaker, cue, and the day on which it was said. */
const QUOTATIONS = [
  ["Russia to immediately", "deeply concerning", "indirect", "NATO", "has called on"],
  ['"In recent weeks', 'de-escalate immediately"', "direct", stoltenberg, "said", day],
  ['"We regret', 'international commitments"', "direct", stoltenberg, "added", day],
  ["several Ukrainian soldiers", "over the last days", "indirect", stoltenberg, "noted"],
  ["NATO's support for Ukraine's sovereignty", "is unwavering", "indirect", stoltenberg, "recalled"],
  ['"NATO stands with Ukraine.', 'long-standing partnership"', "direct", stoltenberg, "said"],
  ["such cooperation helps", "joint exercises with NATO", "indirect", stoltenberg, "According to"],
  ["NATO has stepped up", "port visits", "indirect", stoltenberg, "said"],
  ['"We support', 'helping you to do so"', "direct", stoltenberg, "said"],
];

/** Words as written, and their value as it is shown. */
const DATES = [
  ["2021-04-13", "Tue 13 Apr 2021"],
  ["Tuesday, April 13", "Tue 13 Apr 2021"],
  ["April 13", "Tue 13 Apr 2021"],
  ["recent weeks", "some weeks"],
  ["2014", "2014"],
  ["the last days", "some days"],
  ["April 6", "Tue 6 Apr 2021"],
];

/** @param {ReturnType<import("../scenario.mjs").scenarios>} scenario */
export function givenArticle(scenario) {
  scenario("every quotation is listed with its speaker, cue and day", async ({ openPage }) => {
    const tab = await paste(openPage);
    const shown = await tab.inElement((root) =>
      [...root.querySelectorAll(".quote")].map((quote) => ({
        text: quote.querySelector(".clamp").innerText,
        facts: [...quote.querySelectorAll(".meta > *")].map((fact) => fact.innerText),
      })),
    );
    for (const [first, last, kind, speaker, cue, said] of QUOTATIONS) {
      const found = shown.find(
        ({ text, facts }) => text.startsWith(first) && text.endsWith(last) && facts.includes(cue),
      );
      assert.ok(found, `${first} … ${last}: not among ${JSON.stringify(shown, null, 1)}`);
      assert.equal(found.facts[0], speaker, first);
      assert.equal(found.facts[1], kind, first);
      if (said) assert.ok(found.facts.includes(said), `${first}: ${found.facts}`);
    }
    assert.deepEqual(shown.filter(({ facts }) => facts[1] === "direct").length, 4);
  });

  scenario("the article itself is shown word for word, with every quotation and date marked", async ({ openPage }) => {
    const tab = await paste(openPage);
    const { paragraphs, marks, dates } = await tab.inElement((root) => {
      const article = root.querySelector(".prose").cloneNode(true);
      for (const added of article.querySelectorAll(".badge, .explanation")) added.remove();
      const texts = (selector) => [...article.querySelectorAll(selector)].map((found) => found.textContent);
      return { paragraphs: texts("p"), marks: texts("mark"), dates: texts("time") };
    });
    assert.deepEqual(paragraphs, given.trim().split("\n\n"));
    for (const [first, last] of QUOTATIONS) {
      const isWhole = (mark) => mark.startsWith(first) && mark.replace(/,(?="$)/, "").endsWith(last);
      assert.ok(marks.some(isWhole), `${first} … ${last}: not among ${JSON.stringify(marks, null, 1)}`);
    }
    assert.deepEqual(dates, [
      "2021-04-13",
      "Tuesday, April 13",
      "recent weeks",
      "2014",
      "the last days",
      "April 13",
      "April 6",
    ]);
  });

  scenario(
    "NATO and Jens Stoltenberg are the speakers, with what the article calls them, and nobody else",
    async ({ openPage }) => {
      const tab = await paste(openPage);
      const shown = await tab.inElement((root) =>
        [...root.querySelectorAll(".speaker")].map((speaker) => [
          speaker.querySelector(".name").innerText,
          speaker.querySelector(".desc").innerText,
        ]),
      );
      assert.deepEqual(shown, [
        [stoltenberg, "NATO Secretary General"],
        ["NATO", "organization"],
      ]);
    },
  );

  scenario("the dates are in order of time, each with its value, and Article 15 is none", async ({ openPage }) => {
    const tab = await paste(openPage);
    const shown = await tab.inElement((root) =>
      [...root.querySelectorAll(".timeline > li")].map((entry) => ({
        when: entry.querySelector(".when").innerText,
        words: [...entry.querySelectorAll("button.date")].map((button) => button.innerText),
      })),
    );
    const flat = shown.flatMap(({ when, words }) => words.map((word) => [word, when]));
    const byWords = ([a], [b]) => (a < b ? -1 : 1);
    assert.deepEqual(flat.sort(byWords), [...DATES].sort(byWords));
    const days = shown.map(({ when }) => when).filter((when) => /\d{4}$/.test(when));
    assert.deepEqual(days, ["2014", "Tue 6 Apr 2021", "Tue 13 Apr 2021"]);
    assert.deepEqual((await tab.texts(".reference"))[0].startsWith("Counted from 13 April 2021"), true);
    assert.equal(await tab.run(() => document.querySelector("#reference-day").innerText), "13 April 2021");
  });

  scenario("the sentence on top counts what the lists show, and the page begins with it", async ({ openPage }) => {
    const tab = await paste(openPage);
    const [quotations, speakers, dates] = await tab.inElement((root) =>
      [".quote", ".speaker", "button.date"].map((selector) => root.querySelectorAll(selector).length),
    );
    assert.deepEqual(await tab.texts("h2"), [`${quotations} quotations by ${speakers} speakers, ${dates} dates`]);
    assert.equal(await tab.run(() => scrollY), 0);
  });

  scenario("the JSON that is saved is the report of exactly this text", async ({ openPage, downloads }) => {
    const tab = await paste(openPage);
    await tab.click("[data-do=export-json]");
    const { input, ...report } = JSON.parse(await saved(downloads, "who-said.json"));
    assert.deepEqual(report, await tab.run(() => document.querySelector("who-said").report));
    assert.equal(await tab.run(() => document.querySelector("who-said").text), given);
    const { createHash } = await import("node:crypto");
    assert.deepEqual(input, { length: given.length, sha256: createHash("sha256").update(given).digest("hex") });
    assert.equal(report.schema, "whosaid/1");
  });
}

/** @param {import("../scenario.mjs").Stage["openPage"]} openPage */
async function paste(openPage) {
  const { tab } = await openPage();
  await tab.paste(given);
  await tab.reached("ready");
  return tab;
}
