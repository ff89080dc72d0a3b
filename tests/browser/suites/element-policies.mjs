// The element on pages whose content security policy allows little.
import assert from "node:assert/strict";
import { hostPage } from "../hosts.mjs";
import { waitFor } from "../tab.mjs";

const QUOTED = "<p>“We will act,” Ana Ribeiro said on Monday.</p>";
const html = hostPage(`<who-said>${QUOTED}</who-said>`);

/** @param {string} directives with ORIGIN for that of the built site */
const policy = (directives) => ({
  headers: ({ origin }) => ({ "Content-Security-Policy": directives.replaceAll("ORIGIN", origin) }),
  before: countWorkers,
});

const NEEDED = "default-src 'none'; script-src ORIGIN 'wasm-unsafe-eval'; connect-src ORIGIN";

/** @param {ReturnType<import("../scenario.mjs").scenarios>} scenario */
export function elementPolicies(scenario) {
  scenario(
    "where workers are blocked, the engine runs on the main thread, and nobody notices",
    async ({ openHost }) => {
      const { tab } = await openHost(html, policy(NEEDED));
      await tab.reached("ready");
      assert.deepEqual(await tab.texts(".speaker .name"), ["Ana Ribeiro"]);
      assert.equal(await tab.run(() => window.answers), 0);
      assert.deepEqual(await tab.texts(".states *"), []);
      assert.ok(await tab.inElement((root) => root.adoptedStyleSheets[0].cssRules.length > 50));
    },
  );

  scenario("where blobs may be workers, the engine runs in one", async ({ openHost }) => {
    const { tab } = await openHost(html, policy(`${NEEDED}; worker-src blob:`));
    await tab.reached("ready");
    assert.deepEqual(await tab.texts(".speaker .name"), ["Ana Ribeiro"]);
    assert.ok((await tab.run(() => window.answers)) > 0);
  });

  scenario("the element needs nothing more where Trusted Types are enforced", async ({ openHost }) => {
    const { tab } = await openHost(
      html,
      policy(`${NEEDED}; worker-src blob:; require-trusted-types-for 'script'; trusted-types whosaid`),
    );
    await tab.reached("ready");
    assert.deepEqual(await tab.texts(".speaker .name"), ["Ana Ribeiro"]);
    assert.deepEqual(tab.violations, []);
  });

  scenario(
    "where WebAssembly is not allowed, the text inside stays and a message says what to allow",
    async ({ openHost }) => {
      const { tab } = await openHost(html, policy("default-src 'none'; script-src ORIGIN; connect-src ORIGIN"));
      await tab.reached("error");
      await tab.shows("Its owner can allow it with 'wasm-unsafe-eval' in script-src.");
      assert.equal(await tab.run(() => document.querySelector("who-said p").checkVisibility()), true);
    },
  );

  scenario("where the engine may not be fetched, the text inside stays and a message says so", async ({ openHost }) => {
    const { tab } = await openHost(
      html,
      policy("default-src 'none'; script-src ORIGIN 'wasm-unsafe-eval'; connect-src 'none'"),
    );
    await tab.reached("error");
    await tab.shows("The engine could not be loaded");
    assert.equal(await tab.run(() => document.querySelector("who-said p").checkVisibility()), true);
  });

  scenario("in a sandboxed frame without an origin the element works too", async ({ openHost }) => {
    const frame = (site) => html(site).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
    const { tab } = await openHost(
      (site) => `<!doctype html><title>Host</title><iframe sandbox="allow-scripts" srcdoc="${frame(site)}"></iframe>`,
    );
    const inner = await tab.page.waitForFrame((frame) => frame !== tab.page.mainFrame());
    const speakers = () =>
      inner.evaluate(() => document.querySelector("who-said")?.report?.speakers.map(({ name }) => name));
    assert.deepEqual(await waitFor("the frame has its report", speakers), ["Ana Ribeiro"]);
  });
}

/** Counts what workers say. @param {import("../tab.mjs").Tab} tab */
function countWorkers(tab) {
  return tab.page.evaluateOnNewDocument(() => {
    window.answers = 0;
    const { Worker } = window;
    window.Worker = class extends Worker {
      constructor(...given) {
        super(...given);
        this.addEventListener("message", () => (window.answers += 1));
      }
    };
  });
}
