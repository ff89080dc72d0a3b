// One page under test: what a reader does to it, and what a reader sees.
import { join } from "node:path";

/** How long a condition may take to come true, in milliseconds: long, for machines that do other things too. */
const PATIENCE = 20_000;
/** How often a condition is looked at, in milliseconds. */
const INTERVAL = 25;

export class Tab {
  /** Exceptions that nothing caught. @type {string[]} */
  errors = [];
  /** What the browser says of the content security policy. @type {string[]} */
  violations = [];
  /** What the page wrote to the console. @type {string[]} */
  console = [];
  /** Addresses of what the browser asked for. @type {string[]} */
  requests = [];

  /** @param {import("puppeteer-core").Page} page */
  constructor(page) {
    this.page = page;
    page.on("pageerror", (error) => this.#sort(this.errors, String(error?.message ?? error)));
    page.on("console", (message) => this.#sort(this.console, message.text()));
    page.on("request", (request) => this.requests.push(request.url()));
  }

  /** Firefox calls a violation of the policy an error, Chromium writes it to the console; its own icon is not ours. */
  #sort(list, words) {
    if (words.includes("/favicon.ico")) return;
    (/Content[- ]Security[- ]Policy/i.test(words) ? this.violations : list).push(words);
  }

  /**
   * Runs a function in the page.
   * @template Result
   * @param {(...args: any[]) => Result} run
   * @param {...any} args
   */
  run(run, ...args) {
    return this.page.evaluate(run, ...args);
  }

  /**
   * Runs a function on the shadow root of the first `<who-said>`.
   * @template Result
   * @param {(root: ShadowRoot, ...args: any[]) => Result} run
   * @param {...any} args
   */
  async inElement(run, ...args) {
    const root = await this.page.evaluateHandle(() => document.querySelector("who-said").shadowRoot);
    return this.page.evaluate(run, root, ...args);
  }

  /**
   * Waits until a function in the page returns something true, and returns it.
   * @param {string} what is waited for, as a sentence's end
   * @param {(...args: any[]) => any} condition
   * @param {...any} args
   */
  async until(what, condition, ...args) {
    return waitFor(what, () => this.page.evaluate(condition, ...args));
  }

  /** Waits until the element has the status. @param {string} status */
  reached(status) {
    return this.until(
      `the element is ${status}`,
      (wanted) => document.querySelector("who-said")?.status === wanted,
      status,
    );
  }

  /** Waits until the words show inside the element. @param {string} words */
  shows(words) {
    return waitFor(`“${words}” shows`, async () => (await this.seen()).includes(words));
  }

  /** What the element shows as text, without what is only announced. @returns {Promise<string>} */
  seen() {
    return this.inElement((root) => {
      const parts = [...(root.querySelector(".frame")?.children ?? [])].filter((part) => !part.matches(".vh"));
      return parts.map((part) => part.innerText).join("\n");
    });
  }

  /**
   * What a reader sees of what matches, inside the element.
   * @param {string} selector
   * @returns {Promise<string[]>}
   */
  texts(selector) {
    return this.inElement((root, selector) => {
      const seen = [...root.querySelectorAll(selector)].filter((found) => found.checkVisibility());
      return seen.map((found) => found.innerText.trim());
    }, selector);
  }

  /** Waits for what matches, in the page or inside the element. @param {string} selector */
  async find(selector) {
    const look = async () => (await this.page.$(selector)) ?? this.page.$(`who-said >>> ${selector}`);
    return waitFor(`${selector} is there`, look);
  }

  /** Clicks as a mouse does. @param {string} selector */
  async click(selector) {
    const found = await this.find(selector);
    // Away from the bars at the edges, as a reader scrolls, until what comes into sight by that is laid out.
    await found.evaluate(async (found) => {
      for (let top = NaN, n = 0; top !== found.getBoundingClientRect().top && n < 10; n += 1) {
        found.scrollIntoView({ block: "center", behavior: "instant" });
        ({ top } = found.getBoundingClientRect());
        await new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)));
      }
    });
    await found.click();
  }

  /** Puts the focus on what matches. @param {string} selector */
  async focus(selector) {
    const found = await this.find(selector);
    await found.focus();
  }

  /** Presses keys together: `Control+Enter`. @param {string} keys */
  async press(keys) {
    const names = keys.split("+");
    const last = names.pop();
    for (const name of names) await this.page.keyboard.down(name);
    await this.page.keyboard.press(last);
    for (const name of names.reverse()) await this.page.keyboard.up(name);
  }

  /** Puts the text on the clipboard and pastes it into the box with the keyboard. @param {string} text */
  async paste(text) {
    await this.run((text) => {
      const box = document.querySelector("#text");
      box.value = text;
      box.focus();
      box.select();
    }, text);
    await this.press("Control+x");
    await this.press("Control+v");
  }

  /** Fills the box with what a clipboard may not carry, and clicks “Analyze”. @param {string} text */
  async analyze(text) {
    await this.run((text) => (document.querySelector("#text").value = text), text);
    await this.click("#analyze");
  }

  /** @param {number} width @param {number} [height] */
  resize(width, height = 900) {
    return this.page.setViewport({ width, height });
  }

  /** Chooses the page's theme as a reader does. @param {"light" | "dark"} theme */
  async choose(theme) {
    await this.click(`#theme label:has([value="${theme}"])`);
  }

  /** Scrolls at once from now on; Firefox was started so. */
  async reduceMotion() {
    await this.emulate("prefers-reduced-motion", "reduce");
  }

  /**
   * Tells Chromium what the reader prefers; Firefox cannot be told for one page.
   * @param {string} feature
   * @param {string} value
   */
  async emulate(feature, value) {
    const session = await this.page.createCDPSession().catch(() => undefined);
    await session?.send("Emulation.setEmulatedMedia", { features: [{ name: feature, value }] });
    return session !== undefined;
  }

  /** Returns what shows, for the message of a failed test. */
  async describe() {
    const seen = await this.run(() => {
      const element = document.querySelector("who-said");
      const text = (element?.shadowRoot?.querySelector(".frame") ?? document.body).innerText ?? "";
      return {
        at: location.href,
        view: document.body?.dataset.view,
        status: element?.status,
        text: text.slice(0, 1500),
      };
    }).catch((error) => ({ gone: String(error) }));
    return JSON.stringify(
      { ...seen, errors: this.errors, violations: this.violations, console: this.console.slice(-10) },
      null,
      2,
    );
  }

  /** @param {string} folder @param {string} name */
  async photograph(folder, name) {
    const path = join(folder, `${name}.png`);
    await this.page.screenshot({ path });
    return path;
  }
}

/**
 * Waits until a question is answered by something true, and returns the answer.
 * @template Answer
 * @param {string} what
 * @param {() => Answer | Promise<Answer>} ask
 */
export async function waitFor(what, ask) {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`waited ${PATIENCE} ms until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
  }
}
