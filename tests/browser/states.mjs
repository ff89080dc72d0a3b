// Every state that the page can be in: how it is reached, and the words that prove that it was.
import { ferry, german, given, meadow } from "./articles.mjs";
import { always, dying, silent } from "./workers.mjs";

/**
 * Each state of the page: how it is reached, and the words that prove that it was.
 * @type {[name: string, words: string, reach: (tab: import("./tab.mjs").Tab) => Promise<void>, changes?: object][]}
 */
export const STATES = [
  ["idle", "See who said what, and when.", async () => {}],
  [
    "with a report and everything in it open",
    "Share\tWords\tQuotations",
    async (tab) => {
      await read(tab, given, "ready");
      await tab.inElement((root) => {
        for (const details of root.querySelectorAll("details")) details.open = true;
        root.querySelector("[data-do=change-date]").click();
        root.querySelector(".speaker-hit").click();
        root.host.select("q2");
      });
    },
  ],
  [
    "while the text is edited",
    "4 quotations by 2 speakers",
    async (tab) => {
      await read(tab, ferry, "ready");
      await tab.click('.switch label:has([value="editing"])');
    },
  ],
  [
    "with all forms for corrections open, and one that no longer fits",
    "Is the same as",
    async (tab) => {
      await read(tab, ferry, "ready");
      await tab.run(() => document.querySelector("who-said").correct({ do: "attribute", quotation: "q3", speaker: "s1" }));
      await tab.click('.switch label:has([value="editing"])');
      await tab.inElement((root) => {
        const editor = root.querySelector(".editor");
        editor.textContent = editor.textContent.replace("“Nobody asked the crew,” said", "Nobody asked");
        editor.dispatchEvent(new InputEvent("input", { bubbles: true }));
      });
      await tab.shows("No longer fits the text");
      await tab.click('.switch label:has([value="reading"])');
      await tab.click("[data-quotation=q2] .quote-text");
      await tab.inElement((root) => {
        for (const opener of root.querySelectorAll('.panels [data-correct="correct"]')) opener.click();
      });
      await tab.shows("No longer fits the text");
    },
  ],
  [
    "with selected words to be added",
    "Add as a quotation",
    async (tab) => {
      await read(tab, ferry, "ready");
      await tab.inElement((root) => {
        const article = root.querySelector(".prose p:last-child");
        getSelection().setBaseAndExtent(article, 0, article, article.childNodes.length);
      });
      await tab.shows("Add as a quotation");
    },
  ],
  [
    "with selected words that somebody else said",
    "Who said it",
    async (tab) => {
      await read(tab, ferry, "ready");
      const name = "Provincial Department of Ferries, Piers and Lighthouses";
      await tab.run((name) => document.querySelector("who-said").correct({ do: "rename", speaker: "s1", name }), name);
      await addAsSomebodyElse(tab);
    },
  ],
  [
    "with a report on a text that is not English",
    "This does not look like English",
    async (tab) => {
      await tab.paste(german);
      await tab.shows("This does not look like English");
    },
  ],
  ["with nothing found", "No quotations, no dates", (tab) => read(tab, meadow, "empty")],
  [
    "while it reads",
    "Cancel",
    async (tab) => {
      await tab.paste(ferry);
      await tab.shows("Reading");
    },
    { prepare: always(silent) },
  ],
  [
    "with the card of a quotation",
    "“Ribeiro said”",
    async (tab) => {
      await read(tab, ferry, "ready");
      await tab.inElement((root) => root.querySelector('mark[data-quotation="q2"] .badge').focus());
      await tab.until("the card is there", () => document.querySelector("who-said").shadowRoot.querySelector("#card").checkVisibility());
    },
  ],
  [
    "without a connection",
    "No connection. Nothing here needs one",
    async (tab) => {
      await tab.run(() => {
        Object.defineProperty(navigator, "onLine", { value: false, configurable: true });
        dispatchEvent(new Event("offline"));
      });
      await read(tab, ferry, "ready");
    },
  ],
  [
    "with a failure",
    "The engine stopped",
    async (tab) => {
      await read(tab, ferry, "error");
      await tab.click(".state summary");
    },
    { prepare: always(dying) },
  ],
  [
    "with a text that is too long",
    "characters are too many",
    async (tab) => {
      await tab.run(() => (document.querySelector("who-said").maxChars = 100));
      await read(tab, ferry, "error");
    },
  ],
];

/** @param {import("./tab.mjs").Tab} tab @param {string} text @param {string} status */
export async function read(tab, text, status) {
  await tab.paste(text);
  await tab.reached(status);
}

/** Selects words, and opens the form that asks for the name of a speaker. @param {import("./tab.mjs").Tab} tab */
async function addAsSomebodyElse(tab) {
  await tab.inElement((root) => {
    const article = root.querySelector(".prose p:last-child");
    getSelection().setBaseAndExtent(article, 0, article, article.childNodes.length);
  });
  await tab.shows("Add as a quotation");
  await tab.click('.adding [data-correct="add"]');
  await tab.find('.adding [name="who"]');
  await tab.inElement((root) => {
    const who = root.querySelector('.adding [name="who"]');
    who.value = "new";
    who.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await tab.until("a name is asked for", () => {
    return document.querySelector("who-said").shadowRoot.querySelector('.adding [name="name"]').checkVisibility();
  });
}

/** All that can be seen of page and element, as text. @param {import("./tab.mjs").Tab} tab */
export async function seen(tab) {
  return `${await tab.run(() => document.body.innerText)} ${await tab.seen()}`;
}

/**
 * Runs in light and dark, narrow and wide, and tells in which.
 * @param {import("./tab.mjs").Tab} tab
 * @param {(look: string) => Promise<void>} run
 * @param {{height?: number, onTheme?: () => Promise<void>}} [how] what is done after each change of the theme
 */
export async function inEveryLook(tab, run, { height, onTheme } = {}) {
  for (const theme of ["light", "dark"]) {
    await tab.choose(theme);
    await onTheme?.();
    for (const width of [320, 1280]) {
      await tab.resize(width, height);
      await run(`${theme}, ${width} px`);
    }
  }
}
