// A test of the page or the element in one browser: opens what it needs, and shows what was there when it fails.
import { mkdirSync } from "node:fs";
import { test } from "node:test";
import { Site } from "./sites.mjs";
import { Tab } from "./tab.mjs";

/** How long one test may take, in milliseconds. */
const TIMEOUT = 120_000;

/**
 * What all tests in one browser share.
 * @typedef {object} Setting
 * @property {"chromium" | "firefox"} browserName
 * @property {() => import("puppeteer-core").Browser} browser
 * @property {string} folder of the built site
 * @property {Map<string, import("./sites.mjs").Answer>} files in it
 * @property {string} downloads folder
 * @property {string} screenshots folder
 */

/**
 * What a test is given.
 * @typedef {object} Stage
 * @property {"chromium" | "firefox"} browserName
 * @property {string} folder of the built site
 * @property {string} downloads folder
 * @property {() => Promise<Site>} startSite a server with the built site
 * @property {(changes?: Changes) => Promise<Opened>} openPage the page, ready for a paste
 * @property {(html: (site: Site) => string, changes?: Changes) => Promise<Opened>} openHost another site's page
 *
 * @typedef {object} Changes
 * @property {(site: Site) => void} [prepare] changes what the built site answers
 * @property {Record<string, string> | ((site: Site) => Record<string, string>)} [headers] of the page
 * @property {(tab: Tab) => Promise<void>} [before] what is done before the page is opened
 * @property {boolean} [isKept] whether the page may keep its files for the next visit; by default not, so that each file
 *   is requested once
 * @property {boolean} [isIdle] whether to wait until the page has all that it needs and is sealed; it does by default
 *
 * @typedef {{tab: Tab, site: Site, host: Site}} Opened
 */

/**
 * Returns the function that registers tests.
 * @param {Setting} setting
 */
export function scenarios(setting) {
  /**
   * @param {string} name a sentence
   * @param {(stage: Stage) => Promise<void>} play
   * @param {{only?: "chromium"}} [limits] the one browser that can be told what the test needs
   */
  return (name, play, { only = setting.browserName } = {}) =>
    test(
      name,
      { timeout: TIMEOUT, skip: only !== setting.browserName && `only ${only} can be told` },
      async (context) => {
        const scene = new Scene(setting);
        try {
          await play(scene.stage());
          scene.expectNoErrors();
        } catch (error) {
          context.diagnostic(`${setting.browserName}, ${name}:${await scene.describe(name)}`);
          throw error;
        } finally {
          await scene.end();
        }
      },
    );
}

class Scene {
  /** @type {Tab[]} */
  #tabs = [];
  /** @type {Site[]} */
  #sites = [];

  /** @param {Setting} setting */
  constructor(setting) {
    this.setting = setting;
  }

  /** @returns {Stage} */
  stage() {
    const { browserName, folder, downloads } = this.setting;
    return {
      browserName,
      folder,
      downloads,
      startSite: () => this.#startSite(this.setting.files),
      openPage: (changes) => this.#openPage(changes),
      openHost: (html, changes) => this.#openHost(html, changes),
    };
  }

  async #openPage({ prepare, headers, before, isKept = false, isIdle = true } = {}) {
    const site = await this.#startSite(this.setting.files);
    prepare?.(site);
    if (headers) site.put("/", { ...this.setting.files.get("/"), headers: readHeaders(headers, site) });
    const tab = await this.#openTab(before);
    if (!isKept) await tab.page.evaluateOnNewDocument(() => delete Navigator.prototype.serviceWorker);
    // Firefox says that a page is loaded when its last import is.
    await tab.page.goto(`${site.origin}/`, { waitUntil: isIdle ? "load" : "domcontentloaded" });
    if (isIdle) await tab.until("the page is sealed", () => document.body.dataset.seal === "closed");
    return { tab, site, host: site };
  }

  async #openHost(html, { prepare, headers = {}, before } = {}) {
    const site = await this.#startSite(this.setting.files);
    prepare?.(site);
    const host = await this.#startSite();
    host.put("/", { body: html(site), headers: readHeaders(headers, site) });
    const tab = await this.#openTab(before);
    await tab.page.goto(`${host.origin}/`, { waitUntil: "load" });
    return { tab, site, host };
  }

  async #startSite(files) {
    const site = await Site.start(files);
    this.#sites.push(site);
    return site;
  }

  async #openTab(before) {
    const tab = new Tab(await this.setting.browser().newPage());
    this.#tabs.push(tab);
    await tab.resize(1280);
    await before?.(tab);
    return tab;
  }

  expectNoErrors() {
    const errors = this.#tabs.flatMap((tab) => tab.errors);
    if (errors.length) throw new Error(`nothing caught: ${errors.join("; ")}`);
  }

  /** @param {string} name */
  async describe(name) {
    const { browserName, screenshots } = this.setting;
    mkdirSync(screenshots, { recursive: true });
    const told = [];
    for (const [index, tab] of this.#tabs.entries()) {
      const file = `failed ${browserName} ${name}${index || ""}`.replace(/[^\p{L}\p{N}]+/gu, "-");
      const picture = await tab.photograph(screenshots, file).catch((error) => `no picture: ${error.message}`);
      told.push(`\nThe page: ${await tab.describe()}\nPicture: ${picture}`);
    }
    return told.join("");
  }

  async end() {
    for (const tab of this.#tabs) await tab.page.close().catch(() => {});
    for (const site of this.#sites) await site.stop();
  }
}

/** @param {Changes["headers"]} headers @param {Site} site */
function readHeaders(headers, site) {
  return typeof headers === "function" ? headers(site) : headers;
}
