// The page after its first visit, with the server gone.
import assert from "node:assert/strict";
import { ferry } from "../articles.mjs";
import { saved } from "../downloads.mjs";

/** @param {ReturnType<import("../scenario.mjs").scenarios>} scenario */
export function offline(scenario) {
  scenario("after the first visit everything works with the server stopped", async ({ openPage, downloads }) => {
    const { tab, site } = await openPage({ isKept: true });
    await site.stop();
    await tab.page.reload({ waitUntil: "load" });
    await tab.until("the page is sealed", () => document.body.dataset.seal === "closed");
    await tab.paste(ferry);
    await tab.reached("ready");
    assert.equal(await tab.inElement((root) => root.querySelectorAll(".quote").length), 4);
    assert.ok(await tab.inElement((root) => root.adoptedStyleSheets[0].cssRules.length > 50), "with its styles");
    await tab.click("[data-do=export-csv]");
    assert.match(await saved(downloads, "who-said.csv"), /Ana Ribeiro/);
    await tab.click("#samples summary");
    await tab.click("#sample-list li:nth-child(2) button");
    await tab.until("the sample is read", () => document.querySelector("who-said").report?.speakers.length > 3);
  });

  // Firefox keeps the pages of before for going back, and with them the old version, for as long as it likes.
  scenario("a new version comes with the visit after, and whole", async ({ openPage }) => {
    const { tab, site } = await openPage({ isKept: true });
    const version = () => tab.run(() => document.querySelector("meta[name=version]")?.content ?? "old");
    const worker = site.find(/^\/service-worker\.js$/);
    const changed = (path, from, to) => {
      const { body } = site.answerOf(path);
      site.put(path, { body: String(body).replace(from, to) });
    };
    changed("/", "<head>", '<head><meta name="version" content="new">');
    changed("/index.html", "<head>", '<head><meta name="version" content="new">');
    changed(worker, /hash:"\w+"/, 'hash:"another"');
    await tab.page.reload({ waitUntil: "load" });
    assert.equal(await version(), "old", "what is kept is shown first");
    await tab.until("the new version is kept", async () => (await caches.keys()).includes("whosaid-another"));
    // The old version goes when no page of it is open any more, which takes a browser a moment.
    for (let visit = 0; visit < 20 && (await version()) === "old"; visit += 1) {
      await tab.page.goto("about:blank");
      await new Promise((resolve) => setTimeout(resolve, 250));
      await tab.page.goto(`${site.origin}/`, { waitUntil: "load" });
    }
    assert.equal(await version(), "new");
  }, { only: "chromium" });

  scenario("without a connection the page says that none is needed, until there is one", async ({ openPage }) => {
    const { tab } = await openPage();
    const told = () => tab.run(() => document.querySelector("#connection").innerText);
    assert.equal(await told(), "");
    await tab.page.setOfflineMode(true);
    await tab.until("it is told", () => document.querySelector("#connection").innerText.startsWith("No connection."));
    await tab.paste(ferry);
    await tab.reached("ready");
    assert.match(await told(), /Nothing here needs one/);
    await tab.page.setOfflineMode(false);
    await tab.until("it is not told any more", () => document.querySelector("#connection").innerText === "");
  }, { only: "chromium" });

  scenario("where service workers are blocked the page works all the same", async ({ openPage }) => {
    const { tab } = await openPage({
      isKept: true,
      before: (tab) =>
        tab.page.evaluateOnNewDocument(() => {
          navigator.serviceWorker.register = () => Promise.reject(new DOMException("no", "SecurityError"));
        }),
    });
    await tab.paste(ferry);
    await tab.reached("ready");
  });
}
