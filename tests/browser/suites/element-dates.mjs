// What the element counts relative dates from.
import assert from "node:assert/strict";
import { hostPage, recordedEvents, recordEvents } from "../hosts.mjs";

const QUOTED = "<p>“We will act,” Ana Ribeiro said on Monday.</p>";

/** @param {ReturnType<import("../scenario.mjs").scenarios>} scenario */
export function elementDates(scenario) {
  scenario("document-date says what relative dates are counted from", async ({ openHost }) => {
    const { tab } = await openHost(hostPage(`<who-said document-date="2026-11-24">${QUOTED}</who-said>`));
    await tab.reached("ready");
    assert.deepEqual(await dates(tab), [["Monday", "2026-11-23"]]);
    await tab.shows("Counted from 24 November 2026");
    await tab.run(() => (document.querySelector("who-said").documentDate = "2026-12-01"));
    await tab.shows("Counted from 1 December 2026");
    assert.deepEqual(await dates(tab), [["Monday", "2026-11-30"]]);
    assert.equal(await tab.run(() => document.querySelector("who-said").getAttribute("document-date")), "2026-12-01");
  });

  for (const [name, head] of [
    [
      "JSON-LD",
      `<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2026-11-24T10:00:00Z"}]}</script>`,
    ],
    ["article:published_time", `<meta property="article:published_time" content="2026-11-24">`],
  ]) {
    scenario(`without document-date the page's own ${name} is taken`, async ({ openHost }) => {
      const { tab } = await openHost(
        hostPage(`<time datetime="1999-01-01">old</time><who-said>${QUOTED}</who-said>`, head),
      );
      await tab.reached("ready");
      assert.deepEqual(await dates(tab), [["Monday", "2026-11-23"]]);
    });
  }

  scenario(
    "a document-date that is no date is told by an event, and the report comes without it",
    async ({ openHost }) => {
      const { tab } = await openHost(hostPage(`<who-said document-date="soon">${QUOTED}</who-said>`), {
        before: recordEvents,
      });
      await tab.reached("ready");
      assert.deepEqual(await dates(tab), [["Monday", "XXXX-WXX-1"]]);
      const errors = (await recordedEvents(tab)).filter(({ type }) => type === "who-said-error");
      assert.deepEqual(
        errors.map(({ detail }) => [detail.code, detail.recoverable]),
        [["bad-document-date", true]],
      );
      assert.match(errors[0].detail.message, /soon/);
    },
  );
}

/** @param {import("../tab.mjs").Tab} tab */
function dates(tab) {
  return tab.run(() => document.querySelector("who-said").report.dates.map(({ text, value }) => [text, value]));
}
