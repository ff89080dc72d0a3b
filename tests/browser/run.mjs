// Page and element in real browsers, on the site as it was built: node run.mjs [SITE]
// The variables CHROME and FIREFOX say where the browsers are; BROWSER=chromium or firefox takes one of them.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe } from "node:test";
import { fileURLToPath } from "node:url";
import { browsers } from "./browsers.mjs";
import { scenarios } from "./scenario.mjs";
import { readSite } from "./sites.mjs";
import { suites } from "./suites/index.mjs";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const folder = resolve(process.argv[2] ?? join(repository, "target/site"));
const files = readSite(folder);
const screenshots = join(repository, "target/screenshots");
const names = process.env.BROWSER ? [process.env.BROWSER] : Object.keys(browsers);

describe("page and element", { concurrency: true }, () => {
  for (const browserName of names) {
    const { name, launch } = browsers[browserName];
    describe(`in ${name}`, { concurrency: 1 }, () => {
      const downloads = mkdtempSync(join(tmpdir(), `whosaid-${browserName}-`));
      let browser;
      before(async () => (browser = await launch(downloads)));
      after(async () => {
        await browser?.close();
        rmSync(downloads, { recursive: true });
      });
      const scenario = scenarios({ browserName, browser: () => browser, folder, files, downloads, screenshots });
      for (const [about, suite] of Object.entries(suites)) describe(about, () => suite(scenario));
    });
  }
});
