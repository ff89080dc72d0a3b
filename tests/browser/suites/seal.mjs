// The seal: once it is closed every way out is tried while the page is used, and the server hears nothing.
import assert from "node:assert/strict";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ferry } from "../articles.mjs";
import { useEveryControl } from "../controls.mjs";
import { saved } from "../downloads.mjs";
import { barrier } from "../sites.mjs";

/** Stands in the text and in every address that is tried. */
const CANARY = "CANARYWORD";
/** Some of the controls that must have been used, by what is in their markup. */
const CONTROLS = [
  'data-correct="add"', 'data-correct="correct"', 'data-do="undo"', 'data-do="wrong-answer"',
  'data-do="keys"', 'data-do="cite"', 'data-do="export-web-annotation"', 'data-do="export-picture-timeline"', 'value="editing"',
  "contenteditable", 'id="copy-link"', 'name="measure"', 'name="words"', "summary", 'name="who"', 'id="reference-input"',
];
/** How long a request may take to be sent, in milliseconds. */
const PATIENCE = 700;

/** @param {ReturnType<import("../scenario.mjs").scenarios>} scenario */
export function seal(scenario) {
  scenario("after the seal nothing is sent, whatever is tried while the page is used", async ({ openPage, startSite, downloads }) => {
    const elsewhere = await startSite();
    const { tab, site } = await openPage({ isKept: true });
    const before = site.requests.length;
    await tab.paste(`${ferry}\n\n“${CANARY} leaks,” said Tomas Lindqvist.`);
    await tab.reached("ready");
    const leaving = tab.run(tryEveryWayOut, [site.origin, elsewhere.origin], CANARY);
    const used = await useEveryControl(tab, CANARY);
    const tried = await leaving;
    assert.ok(tried.length >= 30, `${tried.length} ways were tried`);
    for (const what of CONTROLS) assert.ok(used.some((each) => each.includes(what)), `${what} was not used`);
    await tab.run((text) => document.querySelector("who-said").analyze(text), `${ferry}\n\n“${CANARY} leaks,” said Tomas Lindqvist.`);
    await tab.reached("ready");
    await tab.click("[data-quotation=q3] .quote-text");
    await tab.click(".quote [data-correct=reject]");
    for (const name of readdirSync(downloads)) rmSync(join(downloads, name));
    await tab.click('mark[data-quotation="q2"]');
    await tab.click(".quote [data-do=cite]");
    await tab.click("[data-do=export-html]");
    assert.match(await saved(downloads, "who-said.html"), new RegExp(CANARY));
    await tab.choose("dark");
    await tab.click("[data-do=new]");
    await tab.reached("idle");
    await tab.click("#sample-links button");
    await tab.reached("ready");
    await new Promise((resolve) => setTimeout(resolve, PATIENCE));
    assert.deepEqual(site.requests.slice(before), []);
    assert.deepEqual(elsewhere.requests, []);
    // Firefox calls a connection that it refused an error of the page; these were asked for.
    tab.errors = tab.errors.filter((error) => !error.includes(CANARY));
  });

  scenario("the engine’s own thread is under the seal too", async ({ openPage, browserName }) => {
    const { tab, site } = await openPage();
    const before = site.requests.length;
    const inWorker = await tab.run(
      (origin) =>
        new Promise((resolve) => {
          const script = `fetch("${origin}/from-worker").then(() => postMessage("sent"), () => postMessage("refused"));`;
          const blob = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
          const policy = globalThis[Symbol.for("whosaid.trusted-types")];
          policy.blobs.add(blob);
          const url = policy.policy ? policy.policy.createScriptURL(blob) : blob;
          const worker = new Worker(url);
          worker.onmessage = ({ data }) => resolve(data);
          worker.onerror = () => resolve("refused");
        }),
      site.origin,
    );
    assert.equal(inWorker, "refused", browserName);
    await tab.paste(ferry);
    await tab.reached("ready");
    assert.deepEqual(site.requests.slice(before), []);
  });

  scenario("a text that is pasted before the seal waits for it", async ({ openPage }) => {
    const { pause, release } = barrier();
    const { tab } = await openPage({ prepare: (site) => site.pauseAt("/seeds/dogs-day-in-court.txt", pause), isIdle: false });
    await tab.paste(ferry);
    await new Promise((resolve) => setTimeout(resolve, PATIENCE));
    const early = await tab.run(() => [document.body.dataset.seal ?? "open", document.querySelector("who-said").report]);
    assert.deepEqual(early, ["open", null]);
    release();
    await tab.reached("ready");
    assert.equal(await tab.run(() => document.body.dataset.seal), "closed");
  });

  scenario("the badge says so, and how to check it; a second policy cannot lift the first", async ({ openPage }) => {
    const { tab, site } = await openPage();
    await tab.click("#seal summary");
    assert.match(await tab.run(() => document.querySelector("#seal").innerText), /How do I check\?/);
    const outcome = await tab.run(async () => {
      for (const policy of document.head.querySelectorAll("meta[http-equiv=Content-Security-Policy]")) policy.remove();
      const loose = document.createElement("meta");
      loose.httpEquiv = "Content-Security-Policy";
      loose.content = "default-src *; connect-src *";
      document.head.append(loose);
      return fetch("/lifted").then(
        () => "sent",
        () => "refused",
      );
    });
    assert.equal(outcome, "refused");
    assert.ok(!site.requests.includes("GET /lifted"));
  });
}

/**
 * Runs in the page: every way that a document has to make a request, to its own and to another server.
 * @param {string[]} origins
 * @param {string} canary
 * @returns {Promise<string[]>} what was tried
 */
async function tryEveryWayOut(origins, canary) {
  const tried = [];
  const attempt = async (name, run) => {
    tried.push(name);
    // What is refused throws, rejects, tells it by an event, or waits forever.
    const outcome = (async () => run())().catch(() => {});
    await Promise.race([outcome, new Promise((resolve) => setTimeout(resolve, 50))]);
  };
  const add = (tag, attributes) => {
    const element = document.createElement(tag);
    for (const name in attributes) element.setAttribute(name, attributes[name]);
    document.body.append(element);
    return element;
  };
  for (const origin of origins) {
    const url = (name) => `${origin}/${name}?${canary}`;
    await attempt("fetch", () => fetch(url("fetch"), { mode: "no-cors" }));
    await attempt("fetch keepalive", () => fetch(url("keepalive"), { method: "POST", body: canary, keepalive: true, mode: "no-cors" }));
    await attempt("XMLHttpRequest", () => {
      const request = new XMLHttpRequest();
      request.open("POST", url("xhr"));
      request.send(canary);
    });
    await attempt("EventSource", () => new EventSource(url("events")));
    await attempt("WebSocket", () => new WebSocket(url("socket").replace("http", "ws")));
    await attempt("beacon", () => navigator.sendBeacon(url("beacon"), canary));
    await attempt("import", () => import(url("import")));
    await attempt("image", () => add("img", { src: url("image") }));
    await attempt("image set", () => add("img", { srcset: `${url("srcset")} 1x` }));
    await attempt("video", () => add("video", { src: url("video"), poster: url("poster"), preload: "auto" }));
    await attempt("audio", () => add("audio", { src: url("audio"), preload: "auto" }));
    await attempt("object", () => add("object", { data: url("object") }));
    await attempt("embed", () => add("embed", { src: url("embed") }));
    await attempt("iframe", () => add("iframe", { src: url("iframe") }));
    await attempt("style sheet", () => add("link", { rel: "stylesheet", href: url("style") }));
    for (const rel of ["prefetch", "preload", "modulepreload", "icon", "manifest"]) {
      await attempt(rel, () => document.head.append(Object.assign(document.createElement("link"), { rel, href: url(rel), as: "fetch" })));
    }
    await attempt("background", () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`body { background: url("${url("background")}"); cursor: url("${url("cursor")}"), auto; }`);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    });
    await attempt("font", () => new FontFace("leak", `url("${url("font")}")`).load());
    await attempt("svg image", () => {
      const image = document.createElementNS("http://www.w3.org/2000/svg", "image");
      image.setAttribute("href", url("svg"));
      document.body.append(image);
    });
    await attempt("form", () => {
      const form = add("form", { action: url("form"), method: "post" });
      form.append(Object.assign(document.createElement("input"), { name: "text", value: canary }));
      form.submit();
    });
    await attempt("ping", () => {
      const link = add("a", { href: "#", ping: url("ping") });
      link.click();
      link.remove();
    });
    await attempt("WebRTC", () => {
      const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:${canary}.invalid` }] });
      document.body.dataset.leaked = String(connection);
    });
  }
  if (document.body.dataset.leaked) throw new Error("a peer connection could be made");
  return tried;
}
