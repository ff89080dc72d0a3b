// Pictures of the page: node screenshots.mjs [SITE]
// The one of the README is written here, all layouts into target/screenshots.
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { ferry, given, meadow } from "./articles.mjs";
import { browsers } from "./browsers.mjs";
import { shrink } from "./png.mjs";
import { readSite, Site } from "./sites.mjs";
import { Tab } from "./tab.mjs";

/** The picture of the README, in bytes. */
const LARGEST = 250_000;
const LAYOUTS = [
  [1440, 900],
  [900, 900],
  [390, 844],
  [320, 640],
];
/** What is photographed in each layout: a name, a text, and the status that it leads to. */
const STATES = [
  ["idle", "", "idle"],
  ["report", given, "ready"],
  ["nothing-found", meadow, "empty"],
];

const repository = fileURLToPath(new URL("../../", import.meta.url));
const folder = join(repository, "target/screenshots");
const site = await Site.start(readSite(resolve(process.argv[2] ?? join(repository, "target/site"))));
const browser = await browsers.chromium.launch(folder);
try {
  mkdirSync(folder, { recursive: true });
  const tab = new Tab(await browser.newPage());
  await tab.reduceMotion();
  for (const [width, height] of LAYOUTS) {
    await tab.resize(width, height);
    for (const theme of ["light", "dark"]) {
      for (const [name, text, status] of STATES) {
        await show(tab, theme, text, status);
        await tab.page.screenshot({ path: join(folder, `${name}-${width}-${theme}.png`), fullPage: true });
        if (name === "report" && width === LAYOUTS[0][0] && theme === "light") await photographForReadme(tab);
      }
    }
  }
  await tab.resize(390, 844);
  await show(tab, "light", ferry, "ready");
  await tab.click('mark[data-quotation="q2"] .badge');
  await tab.page.screenshot({ path: join(folder, "selected-390-light.png") });
} finally {
  await browser.close();
  await site.stop();
}

/** @param {Tab} tab @param {string} theme @param {string} text @param {string} status */
async function show(tab, theme, text, status) {
  await tab.page.goto(`${site.origin}/`, { waitUntil: "load" });
  await tab.until("the page is sealed", () => document.body.dataset.seal === "closed");
  await tab.until("the samples are offered", () => !document.querySelector("#samples").hidden);
  await tab.choose(theme);
  if (text) await tab.analyze(text);
  await tab.reached(status);
  await tab.page.mouse.move(0, 0);
  // What was just there may still be on the screen.
  await tab.run(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
}

/** @param {Tab} tab */
async function photographForReadme(tab) {
  const picture = shrink(await tab.page.screenshot());
  if (picture.length > LARGEST)
    throw new Error(`the picture of the README has ${picture.length} bytes, more than ${LARGEST}`);
  writeFileSync(fileURLToPath(new URL("page.png", import.meta.url)), picture);
}
