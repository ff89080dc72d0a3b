// Nothing that is pasted leaves the page, and nothing can be run in it.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ferry } from "../articles.mjs";

const SOURCES = fileURLToPath(new URL("../../../www/", import.meta.url));
/** What turns a string into markup or code. */
const SINKS = [
  /\b(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|srcdoc)\b/,
  /\bdocument\.write(ln)?\b|(?<!unsafe-)\beval\b|\bnew Function\b/,
];
const POLICY = [
  "default-src 'none'",
  "script-src 'self' blob: 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types whosaid",
];

/** @param {ReturnType<import("../scenario.mjs").scenarios>} scenario */
export function privacy(scenario) {
  scenario("once the page is loaded, nothing is requested while a text is read and looked at", async ({ openPage }) => {
    const { tab, site } = await openPage();
    await tab.until("the samples are offered", () => !document.querySelector("#samples").hidden);
    const before = [site.requests.length, tab.requests.length];
    await tab.paste(ferry);
    await tab.reached("ready");
    await tab.click('mark[data-quotation="q2"]');
    await tab.click(".speaker-hit");
    await tab.click(".twin summary");
    await tab.choose("dark");
    await tab.click("[data-do=new]");
    await tab.reached("idle");
    assert.deepEqual(site.requests.slice(before[0]), []);
    assert.deepEqual(
      tab.requests.slice(before[1]).filter((url) => !url.startsWith("data:")),
      [],
    );
    assert.deepEqual(tab.violations, []);
    assert.deepEqual(tab.console, []);
  });

  scenario("what is requested at all is the site's own files, without a word in the address", async ({ openPage }) => {
    const { tab, site } = await openPage();
    await tab.paste(ferry);
    await tab.reached("ready");
    assert.ok(tab.requests.length >= 5, `${tab.requests}`);
    const foreign = tab.requests.filter((url) => !url.startsWith(`${site.origin}/`) && !/^(data|blob):/.test(url));
    assert.deepEqual(foreign, []);
    for (const request of site.requests) assert.match(request, /^GET \/[\w./-]*$/);
  });

  scenario("the policy stands in the page, and the browser keeps it", async ({ openPage, startSite }) => {
    const elsewhere = await startSite();
    const { tab, site } = await openPage();
    const policy = await tab.run(
      () => document.querySelector("head > meta[http-equiv=Content-Security-Policy]").content,
    );
    assert.deepEqual(policy.split(/;\s*/), POLICY);
    const blocked = await tab.run(async (origin) => {
      const tried = {
        fetch: fetch(`${origin}/fetch`, { mode: "no-cors" }).then(
          () => "sent",
          () => "blocked",
        ),
        image: new Promise((resolve) => {
          const image = Object.assign(new Image(), {
            onload: () => resolve("sent"),
            onerror: () => resolve("blocked"),
          });
          image.src = `${origin}/image`;
        }),
        script: new Promise((resolve) => {
          document.addEventListener(
            "securitypolicyviolation",
            ({ violatedDirective }) => violatedDirective.startsWith("script-src") && resolve("blocked"),
          );
          const script = document.createElement("script");
          try {
            script.src = `${origin}/script`;
            script.onload = () => resolve("sent");
            document.head.append(script);
          } catch {
            resolve("blocked");
          }
        }),
      };
      return Object.fromEntries(
        await Promise.all(Object.entries(tried).map(async ([name, outcome]) => [name, await outcome])),
      );
    }, elsewhere.origin);
    assert.deepEqual(blocked, { fetch: "blocked", image: "blocked", script: "blocked" });
    assert.deepEqual(elsewhere.requests, []);
    assert.ok(site.requests.length > 0);
  });

  scenario("a string is no script and no markup: Trusted Types refuse it", async ({ openPage, browserName }) => {
    const { tab } = await openPage();
    const [hasTypes, ...outcomes] = await tab.run(() => {
      const name = (run) => {
        try {
          run();
          return "done";
        } catch (error) {
          return error.name;
        }
      };
      const div = document.createElement("div");
      return [
        "trustedTypes" in window,
        name(() => (document.createElement("script").src = "app.js")),
        name(() => (document.createElement("script").text = "1")),
        name(() => (div["inner" + "HTML"] = "<b>x</b>")),
        name(() => new DOMParser().parseFromString("<b>x</b>", "text/html")),
        name(() => new Worker("worker.js")),
        name(() => window.trustedTypes?.createPolicy("another", {}) ?? div.nothing.such),
      ];
    });
    // Every Chromium that is tested has them; Firefox has had them since 148.
    if (browserName === "chromium") assert.equal(hasTypes, true);
    if (hasTypes) assert.deepEqual(outcomes, Array(6).fill("TypeError"));
  });

  scenario("no source of the page makes markup or code from a string", async () => {
    const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" }).filter((file) =>
      /\.(js|html)$/.test(file),
    );
    assert.ok(files.includes("who-said-element.js") && files.includes("index.html"));
    const offending = files.filter((file) =>
      SINKS.some((sink) => sink.test(readFileSync(`${SOURCES}/${file}`, "utf8"))),
    );
    assert.deepEqual(offending, []);
  });

  scenario("nothing pasted is kept when the page is left", async ({ openPage }) => {
    const { tab, site } = await openPage();
    await tab.paste(ferry);
    await tab.reached("ready");
    await tab.choose("dark");
    const stored = await tab.run(async () => ({
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      cookies: document.cookie,
      databases: (await indexedDB.databases?.()) ?? [],
      address: location.href,
    }));
    assert.deepEqual(stored, {
      local: ["whosaid.theme"],
      session: [],
      cookies: "",
      databases: [],
      address: `${site.origin}/`,
    });
    await tab.page.goto(`${site.origin}/`, { waitUntil: "load" });
    assert.equal(await tab.run(() => document.querySelector("#text").value), "");
  });
}
