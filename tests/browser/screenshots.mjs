// Pictures of the page in every state: node screenshots.mjs [SITE]
// The one of the README is written here, all others into target/screenshots.
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { given } from "./articles.mjs";
import { browsers } from "./browsers.mjs";
import { shrink } from "./png.mjs";
import { readSite, Site } from "./sites.mjs";
import { read, STATES } from "./states.mjs";
import { STATES as WAYS_IN } from "./suites/ways-in.mjs";
import { Tab } from "./tab.mjs";

/** The picture of the README, in bytes. */
const LARGEST = 250_000;
/** All layouts, in which the report is taken; every other state is taken in the first and the last. */
const LAYOUTS = [
  [1280, 900],
  [900, 900],
  [390, 844],
  [320, 640],
];
/** What opens over the report. */
const DIALOGS = ["wrong-answer", "missed", "keys"].map((action) => [
  `dialog ${action}`,
  "",
  async (tab) => {
    await read(tab, given, "ready");
    await tab.run(() => document.querySelector("who-said").select("q2"));
    await tab.inElement((root, action) => root.querySelector(`.panels [data-do=${action}]`).click(), action);
  },
]);
const THEMES = /** @type {const} */ (["light", "dark"]);

const repository = fileURLToPath(new URL("../../", import.meta.url));
const folder = join(repository, "target/screenshots");
const files = readSite(resolve(process.argv[2] ?? join(repository, "target/site")));
mkdirSync(folder, { recursive: true });
const browser = await browsers.chromium.launch(folder);
try {
  for (const [name, , reach, changes] of [...STATES, ...WAYS_IN, ...DIALOGS]) {
    await withPage(changes, async (tab) => {
      await reach(tab);
      await takeAll(tab, name.replaceAll(/\W+/g, "-"), [LAYOUTS[0], LAYOUTS[LAYOUTS.length - 1]]);
    });
  }
  await withPage({}, async (tab) => {
    await read(tab, given, "ready");
    await takeAll(tab, "report", LAYOUTS);
    await tab.choose("light");
    await tab.resize(1440, 900);
    await settle(tab);
    const picture = shrink(await tab.page.screenshot());
    if (picture.length > LARGEST) throw new Error(`the picture of the README has ${picture.length} bytes, more than ${LARGEST}`);
    writeFileSync(fileURLToPath(new URL("page.png", import.meta.url)), picture);
  });
} finally {
  await browser.close();
}

/**
 * @param {{prepare?: (site: Site) => void, hash?: string}} [changes]
 * @param {(tab: Tab) => Promise<void>} run
 */
async function withPage({ prepare, hash = "" } = {}, run) {
  const site = await Site.start(files);
  prepare?.(site);
  const tab = new Tab(await browser.newPage());
  try {
    await tab.page.evaluateOnNewDocument(() => delete Navigator.prototype.serviceWorker);
    await tab.reduceMotion();
    await tab.resize(...LAYOUTS[0]);
    await tab.page.goto(`${site.origin}/${hash}`, { waitUntil: "load" });
    await tab.until("the page is sealed", () => document.body.dataset.seal === "closed");
    await tab.until("the samples are offered", () => !document.querySelector("#samples").hidden);
    await run(tab);
  } finally {
    await tab.page.close();
    await site.stop();
  }
}

/** @param {Tab} tab @param {string} name @param {number[][]} layouts */
async function takeAll(tab, name, layouts) {
  for (const theme of THEMES) {
    // Not by a click, which no dialog lets through.
    await tab.run((theme) => document.querySelector(`#theme [value=${theme}]`).click(), theme);
    for (const [width, height] of layouts) {
      await tab.resize(width, height);
      await settle(tab);
      // A card is gone when what it explains moves.
      await tab.inElement((root) => {
        const { activeElement } = root;
        activeElement?.blur();
        activeElement?.focus({ preventScroll: true });
      });
      await tab.page.screenshot({ path: join(folder, `${name}-${width}-${theme}.png`), fullPage: true });
    }
  }
}

/** Waits until what was just there is not on the screen any more. @param {Tab} tab */
async function settle(tab) {
  await tab.page.mouse.move(0, 0);
  await tab.run(() => scrollTo(0, 0));
  await tab.run(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
}
