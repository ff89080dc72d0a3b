// The element on a page of another origin, which loads it with one script tag.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ferry } from "../articles.mjs";
import { hostPage, recordedEvents, recordEvents, scriptTag } from "../hosts.mjs";
import { barrier } from "../sites.mjs";
import { dying, startWith } from "../workers.mjs";

const ENGINE = "/wasm/whosaid_bg.wasm";
const QUOTED = "<blockquote><p>“We will act,” Ana Ribeiro said on Monday.</p></blockquote>";

/** @param {ReturnType<import("../scenario.mjs").scenarios>} scenario */
export function element(scenario) {
  scenario("where the script does not run, the text inside is what readers see", async ({ openHost, browserName }) => {
    const withoutScripts = { headers: { "Content-Security-Policy": "script-src 'none'" } };
    // Firefox cannot be told to switch scripts off.
    const changes =
      browserName === "chromium" ? { before: (tab) => tab.page.setJavaScriptEnabled(false) } : withoutScripts;
    const { tab, site } = await openHost(hostPage(`<who-said>${QUOTED}</who-said>`), changes);
    const seen = await tab.run(() => [
      document.body.innerText.trim(),
      document.querySelector("blockquote").checkVisibility(),
    ]);
    assert.deepEqual(seen, ["“We will act,” Ana Ribeiro said on Monday.", true]);
    assert.equal(site.count(ENGINE), 0);
  });

  scenario("one script tag on another site's page is enough", async ({ openHost }) => {
    const { tab, site, host: other } = await openHost(hostPage(`<h1>News</h1><who-said>${QUOTED}</who-said>`));
    await tab.reached("ready");
    assert.deepEqual(await tab.texts(".speaker .name"), ["Ana Ribeiro"]);
    assert.deepEqual(await tab.texts(".quote .clamp"), ["“We will act”"]);
    await tab.shows("whosaid found this in your browser. Nothing was sent.");
    assert.equal(await tab.run(() => document.querySelector("blockquote").checkVisibility()), false);
    assert.ok(
      await tab.inElement(
        (root) => root.adoptedStyleSheets.length === 1 && root.adoptedStyleSheets[0].cssRules.length > 50,
      ),
    );
    assert.deepEqual(
      other.requests.filter((request) => request !== "GET /favicon.ico"),
      ["GET /"],
    );
    for (const request of site.requests) assert.match(request, /^GET \/[\w./-]*$/);
  });

  scenario("what the host wrote is not touched, before, during and after", async ({ openHost }) => {
    const { pause, release } = barrier();
    const said = "<p>“We will <em>act</em>,” Ana Ribeiro said.</p>";
    const answered = "<p>“Nobody <b>asked</b>,” said Tomas Lindqvist.</p>";
    const article = `<article id="story"><h2>Ferry</h2>${said}${answered}</article>`;
    const { tab } = await openHost(
      hostPage(`${article}<who-said>${QUOTED}</who-said><who-said for="#story"></who-said>`),
      {
        prepare: (site) => site.pauseAt(ENGINE, pause),
      },
    );
    const written = () => tab.run(() => document.body.innerHTML);
    const before = await written();
    await tab.reached("loading");
    assert.equal(await written(), before);
    release();
    await tab.until("both are ready", () =>
      [...document.querySelectorAll("who-said")].every(({ status }) => status === "ready"),
    );
    assert.equal(await written(), before);
    const inPlace = await tab.run(() =>
      document.querySelectorAll("who-said")[1].report.speakers.map(({ name }) => name),
    );
    assert.deepEqual(inPlace, ["Ana Ribeiro", "Tomas Lindqvist"]);
    const read = await tab.run(() => document.querySelectorAll("who-said")[1].text);
    assert.equal(read, "Ferry\n\n“We will act,” Ana Ribeiro said.\n\n“Nobody asked,” said Tomas Lindqvist.");
  });

  for (const count of [2, 50]) {
    scenario(`${count} elements on a page fetch one engine and start one worker`, async ({ openHost }) => {
      const elements = Array.from(
        { length: count },
        (_, n) =>
          `<who-said loading="eager" show="quotations"><p>“We will act ${n} times,” Ana Ribeiro said.</p></who-said>`,
      );
      const { tab, site } = await openHost(hostPage(elements.join("")));
      await tab.until("all are ready", () =>
        [...document.querySelectorAll("who-said")].every(({ status }) => status === "ready"),
      );
      const texts = await tab.run(() =>
        [...document.querySelectorAll("who-said")].map(({ report }) => report.quotations[0].text),
      );
      assert.deepEqual(
        texts,
        elements.map((_, n) => `We will act ${n} times,`),
      );
      assert.equal(site.count(ENGINE), 1);
      assert.equal(site.count("/worker.js"), 1);
      assert.equal(site.count("/who-said.css"), 1);
    });
  }

  scenario("an element far below the window waits until it is near", async ({ openHost }) => {
    const { tab, site } = await openHost(hostPage(`<div style="height: 5000px"></div><who-said>${QUOTED}</who-said>`));
    await tab.until("the element is there", () => document.querySelector("who-said").status === "idle");
    assert.equal(site.count(ENGINE), 0);
    await tab.run(() => document.querySelector("who-said").scrollIntoView());
    await tab.reached("ready");
  });

  scenario("loading the script twice, and from two places, is harmless", async ({ openHost, startSite }) => {
    const second = await startSite();
    const { tab, site } = await openHost((site) =>
      hostPage(`${scriptTag(site)}${scriptTag(second)}<who-said>${QUOTED}</who-said>`)(site),
    );
    await tab.reached("ready");
    assert.deepEqual(await tab.texts(".speaker .name"), ["Ana Ribeiro"]);
    assert.equal(site.count(ENGINE) + second.count(ENGINE), 1);
  });

  scenario("an element may be removed while it loads, and come back", async ({ openHost }) => {
    const { pause, release } = barrier();
    const { tab } = await openHost(hostPage(`<who-said>${QUOTED}</who-said><p>Rest</p>`), {
      prepare: (site) => site.pauseAt(ENGINE, pause),
    });
    await tab.reached("loading");
    await tab.run(() => {
      window.removed = document.querySelector("who-said");
      window.removed.remove();
    });
    release();
    await tab.until("it has come to an end", () => !["loading", "working"].includes(window.removed.status));
    await tab.run(() => document.body.append(window.removed));
    await tab.reached("ready");
    assert.deepEqual(await tab.texts(".speaker .name"), ["Ana Ribeiro"]);
  });

  scenario("an element that is moved keeps its report", async ({ openHost }) => {
    const { tab, site } = await openHost(hostPage(`<who-said>${QUOTED}</who-said><div id="elsewhere"></div>`));
    await tab.reached("ready");
    await tab.run(() => document.querySelector("#elsewhere").append(document.querySelector("who-said")));
    await tab.reached("ready");
    assert.deepEqual(await tab.texts(".speaker .name"), ["Ana Ribeiro"]);
    assert.equal(site.count(ENGINE), 1);
  });

  scenario("when the text inside changes, it is read again", async ({ openHost }) => {
    const { tab } = await openHost(hostPage(`<who-said>${QUOTED}</who-said>`));
    await tab.reached("ready");
    await tab.run(() => (document.querySelector("who-said p").textContent = "“No,” said Tomas Lindqvist."));
    await tab.until(
      "the new speaker shows",
      () =>
        document.querySelector("who-said").shadowRoot.querySelector(".speaker .name")?.innerText === "Tomas Lindqvist",
    );
  });

  scenario("the script is imported without a DOM, as a server does", async ({ folder }) => {
    const source = `const { WhoSaidElement } = await import(process.argv[1]); console.log(typeof WhoSaidElement);`;
    const script = join(folder, "who-said.js");
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", source, script], {
      encoding: "utf8",
    });
    assert.equal(stdout.trim(), "function", stderr);
  });

  scenario("events tell what happens, and properties what is there", async ({ openHost, downloads }) => {
    const { tab } = await openHost(hostPage(`<who-said>${QUOTED}</who-said>`), { before: recordEvents });
    await tab.reached("ready");
    const statuses = (await recordedEvents(tab))
      .filter(({ type }) => type === "who-said-status")
      .map(({ detail }) => detail.status);
    assert.deepEqual(statuses, ["loading", "working", "ready"]);
    const [report] = (await recordedEvents(tab)).filter(({ type }) => type === "who-said-report");
    const properties = await tab.run(() => {
      const { text, report, status } = document.querySelector("who-said");
      return { text, report, status };
    });
    assert.deepEqual(properties, { ...report.detail, status: "ready" });
    assert.equal(properties.text, "“We will act,” Ana Ribeiro said on Monday.");
    await tab.run(() => document.querySelector("who-said").select("q1"));
    await tab.run(() =>
      document.addEventListener("who-said-export", (event) => event.preventDefault(), { once: true }),
    );
    await tab.click("[data-do=export-json]");
    await tab.until("the export is told", () => window.events.some(({ type }) => type === "who-said-export"));
    const [selected, exported] = (await recordedEvents(tab)).slice(-2);
    assert.deepEqual([selected.type, selected.detail], ["who-said-select", { id: "q1" }]);
    assert.deepEqual([exported.detail.format, exported.detail.fileName], ["json", "who-said.json"]);
    assert.equal(JSON.parse(exported.detail.content).quotations.length, 1);
    const { readdirSync } = await import("node:fs");
    assert.deepEqual(readdirSync(downloads), []);
  });

  scenario("analyze, next, previous, clear and dispose do as they are called", async ({ openHost }) => {
    const { tab } = await openHost(hostPage("<who-said></who-said>"));
    await tab.until("the element is there", () => customElements.get("who-said") !== undefined);
    const told = await tab.run(async (ferry) => {
      const element = document.querySelector("who-said");
      const report = await element.analyze(ferry);
      const selected = [];
      element.addEventListener("who-said-select", ({ detail }) => selected.push(detail.id));
      element.next();
      element.next();
      element.previous();
      const aborted = await element
        .analyze("“No,” he said.", { signal: AbortSignal.abort() })
        .catch((error) => error.name);
      const isKept = element.report === report;
      element.clear();
      const cleared = [element.status, element.report, element.text];
      element.dispose();
      const again = await element.analyze("“No,” said Tomas Lindqvist.");
      return { selected, aborted, isKept, cleared, again: again.speakers[0].name };
    }, ferry);
    assert.deepEqual(told, {
      selected: ["q1", "q2", "q1", null],
      aborted: "AbortError",
      isKept: true,
      cleared: ["idle", null, ""],
      again: "Tomas Lindqvist",
    });
  });

  scenario("a call that is aborted while the engine loads ends at once, and the next one is answered", async ({ openHost }) => {
    const { pause, release } = barrier();
    const { tab } = await openHost(hostPage("<who-said></who-said>"), { prepare: (site) => site.pauseAt(ENGINE, pause) });
    await tab.until("the element is there", () => customElements.get("who-said") !== undefined);
    await tab.run(() => {
      window.abort = new AbortController();
      const { signal } = window.abort;
      const tell = (end) => (window.ended = end);
      document.querySelector("who-said").analyze("“Yes,” said Ana Ribeiro.", { signal }).then(() => tell("answered"), tell);
    });
    await tab.shows("Loading the engine");
    const reason = await tab.run(async () => {
      window.abort.abort("not wanted any more");
      await new Promise((resolve) => setTimeout(resolve));
      return window.ended;
    });
    assert.equal(reason, "not wanted any more");
    assert.equal(await tab.run(() => document.querySelector("who-said").status), "idle");
    assert.deepEqual(await tab.texts(".states"), [""]);
    await tab.run(() => void document.querySelector("who-said").analyze("“No,” said Tomas Lindqvist."));
    await tab.reached("loading");
    release();
    await tab.reached("ready");
    assert.deepEqual(await tab.texts(".speaker .name"), ["Tomas Lindqvist"]);
  });

  scenario("what is wrong with the engine is still told when an element without a text comes near", async ({ openHost }) => {
    const prepare = (site) => site.put(ENGINE, { body: "", status: 503 });
    const { tab } = await openHost(hostPage('<div style="height: 4000px"></div><who-said></who-said>'), { prepare });
    await tab.until("the element is there", () => customElements.get("who-said") !== undefined);
    await tab.run(() => document.querySelector("who-said").prefetch().catch(() => {}));
    await tab.reached("error");
    await tab.run(async () => {
      const element = document.querySelector("who-said");
      const near = new Promise((resolve) => new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && resolve()).observe(element));
      element.scrollIntoView();
      await near;
      await new Promise((passed) => setTimeout(passed, 300));
    });
    assert.equal(await tab.run(() => document.querySelector("who-said").status), "error");
    await tab.shows("The engine could not be loaded");
  });

  scenario("attributes that make no sense fall back to what is usual", async ({ openHost }) => {
    const { tab } = await openHost(
      hostPage(
        `<who-said show="nonsense" theme="pink" loading="soon" heading-level="9" max-chars="many">${QUOTED}</who-said>`,
      ),
    );
    await tab.reached("ready");
    const properties = await tab.run(() => {
      const { show, theme, loading, headingLevel, maxChars } = document.querySelector("who-said");
      return { show, theme, loading, headingLevel, maxChars };
    });
    assert.deepEqual(properties, {
      show: ["article", "speakers", "quotations", "dates", "pictures", "export"],
      theme: "auto",
      loading: "lazy",
      headingLevel: 2,
      maxChars: 200_000,
    });
  });

  scenario("where for points to nothing, the element says so", async ({ openHost }) => {
    for (const selector of ["#nowhere", "!!"]) {
      const { tab } = await openHost(hostPage(`<who-said for="${selector}"></who-said>`), { before: recordEvents });
      await tab.reached("error");
      await tab.shows("There is no article to read");
      assert.equal((await recordedEvents(tab)).at(-1).detail.code, "target-not-found");
    }
  });

  scenario("a worker that dies on another site's page is replaced there too", async ({ openHost }) => {
    const { tab, site } = await openHost(hostPage(`<who-said>${QUOTED}</who-said>`), { before: startWith(dying) });
    await tab.reached("ready");
    assert.deepEqual([await tab.run(() => window.nWorkers), site.count(ENGINE)], [2, 1]);
  });
}
