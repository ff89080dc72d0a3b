// Uses everything on the page that can be used, as somebody does who tries all of it.

/** What opens a window of the system's, which no test can answer, and what takes other controls away. */
const LEFT_OUT = "#open-file, input[type=file], [data-do=print], [data-correct=reject]";

/**
 * Presses every button, opens every menu, form and dialog, chooses another entry of every choice and types into every
 * field, once each, until there is nothing new; what ends the report comes last.
 * @param {import("./tab.mjs").Tab} tab
 * @param {string} words typed into fields
 * @returns {Promise<string[]>} what was used
 */
export async function useEveryControl(tab, words) {
  return tab.page.evaluate(use, words, LEFT_OUT);
}

/** Runs in the page. @param {string} words @param {string} leftOut */
async function use(words, leftOut) {
  const MOST = 1000;
  // What takes other controls away comes after them.
  const LAST = [/name="(words|speaker|kind)"/, /data-do="(new|retry)"|sample|id="analyze"/];
  const element = document.querySelector("who-said");
  const used = [];
  const done = new Set();
  const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const controls = () => {
    const dialog = element.shadowRoot.querySelector("dialog[open]");
    const roots = dialog ? [dialog] : [document, element.shadowRoot];
    const all = roots.flatMap((root) => [
      ...root.querySelectorAll("button, summary, select, input, textarea, [contenteditable], [role=button], .quote-text"),
    ]);
    const fresh = all.filter((each) => each.checkVisibility() && !each.matches(leftOut) && !done.has(signature(each)));
    const rank = (each) => LAST.findIndex((last) => last.test(outline(each)));
    return fresh.sort((a, b) => rank(a) - rank(b));
  };
  const outline = (each) => (each.closest("#samples, #sample-links") ? "sample " : "") + each.cloneNode(false).outerHTML;
  // What only tells the state of a control is not part of what it is.
  const signature = (each) => {
    const owner = each.closest("[data-quotation], [data-speaker], form[data-correction], dialog")?.cloneNode(false).outerHTML ?? "";
    return `${owner} ${each.cloneNode(false).outerHTML} ${each.matches("button") ? each.textContent : ""}`.replace(
      / (aria-\w+|tabindex|data-current|style|hidden|open|title|checked)(="[^"]*")?/g,
      "",
    );
  };
  // What can be done with selected words is there until they are not selected any more.
  const article = element.shadowRoot.querySelector(".prose p:last-child");
  if (article) {
    const add = element.shadowRoot.querySelector('[data-correct="add"]');
    for (let n = 0; n < 20 && !add.checkVisibility(); n += 1) {
      getSelection().setBaseAndExtent(article, 0, article, article.childNodes.length);
      await pause(300);
    }
    used.push(add.cloneNode(false).outerHTML);
    add.click();
  }
  for (let n = 0; n < MOST; n += 1) {
    const [next] = controls();
    const dialog = element.shadowRoot.querySelector("dialog[open]");
    if (!next && dialog) dialog.close();
    else if (!next) return used;
    else {
      done.add(signature(next));
      used.push(next.cloneNode(false).outerHTML);
      next.focus?.();
      if (next.matches("select")) {
        next.selectedIndex = (next.selectedIndex + 1) % next.options.length;
        next.dispatchEvent(new Event("change", { bubbles: true }));
        next.dispatchEvent(new Event("input", { bubbles: true }));
      } else if (next.matches("input[type=date]")) {
        next.value = "2026-01-02";
        next.dispatchEvent(new Event("input", { bubbles: true }));
      } else if (next.matches("[contenteditable]")) {
        document.execCommand("insertText", false, words);
      } else if (next.matches("input[type=checkbox], input[type=radio], button, summary, .quote-text")) next.click();
      else if (next.matches("input, textarea") && !next.readOnly) {
        next.value = words;
        next.dispatchEvent(new Event("input", { bubbles: true }));
      } else next.dispatchEvent(new MouseEvent("click", { bubbles: true, detail: 1 }));
      await pause(15);
    }
  }
  throw new Error(`there is no end of controls: ${used.slice(-20).join("\n")}`);
}
