// Chromium and Firefox as the tests start them: a fresh profile, no network of their own, downloads into one folder.
import puppeteer from "puppeteer-core";

const CHROMIUM_FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Firefox cannot be told these for one page. */
const FIREFOX_PREFERENCES = {
  "ui.prefersReducedMotion": 1,
  "browser.download.folderList": 2,
  "browser.download.useDownloadDir": true,
  "browser.download.alwaysOpenPanel": false,
  "browser.download.always_ask_before_handling_new_types": false,
};

/**
 * @typedef {object} Wanted
 * @property {string} name as a reader says it
 * @property {(downloads: string) => Promise<import("puppeteer-core").Browser>} launch
 */

/** @type {Record<"chromium" | "firefox", Wanted>} */
export const browsers = {
  chromium: {
    name: "Chromium",
    launch: (downloads) =>
      puppeteer.launch({
        executablePath: process.env.CHROME ?? "/usr/bin/chromium",
        args: CHROMIUM_FLAGS,
        downloadBehavior: { policy: "allow", downloadPath: downloads },
      }),
  },
  firefox: {
    name: "Firefox",
    launch: (downloads) =>
      puppeteer.launch({
        browser: "firefox",
        executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
        headless: true,
        extraPrefsFirefox: { ...FIREFOX_PREFERENCES, "browser.download.dir": downloads },
      }),
  },
};
