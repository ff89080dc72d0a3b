// @ts-check
/** Wires the ways into the page beside its box: a file opened or dropped, a dropped text, a link that carries one. */

import { byId } from "../by-id.js";
import { copyWords } from "../copy.js";
import { html } from "../render/nodes.js";
import { waysIn as strings } from "../strings.js";
import { readFile } from "./file.js";
import { textOfHtml } from "./html.js";
import { renderMessage } from "./message.js";
import { LONGEST_LINK, linkTo, textOfHash } from "./permalink.js";
import { WayInError } from "./way-in-error.js";

/**
 * @typedef {object} Article
 * @property {(text: string) => void} open reads another text
 * @property {() => string} getText the one in the box
 * @property {() => number} countCorrections that the reader made in it
 */

/** Where something is told: what came with the link, what else is to be known, what went wrong. */
const PLACES = /** @type {const} */ (["from-link", "notice", "problem"]);

/** @typedef {typeof PLACES[number]} Place */

/** How long a button tells what it has done, in milliseconds. */
const CONFIRMED = 3000;

/** @param {Article} article */
export function wireWaysIn(article) {
  const ways = new WaysIn(article);
  wireFiles(ways);
  wireDrops(ways);
  byId("copy-link").addEventListener("click", () => ways.copyLink());
  addEventListener("hashchange", () => ways.openLink());
  // Whatever is read next, and however it came: what is told is about the one before.
  for (const name of ["who-said-report", "who-said-error", "who-said-status"]) document.addEventListener(name, () => ways.leaveIfOther());
  ways.openLink();
}

class WaysIn {
  #article;
  /** The text that is told about. */
  #about = "";
  /** How many came in; the answer to an earlier one is dropped. */
  #nth = 0;

  /** @param {Article} article */
  constructor(article) {
    this.#article = article;
  }

  /** @param {File[]} files */
  async openFiles([file, ...others]) {
    const nth = ++this.#nth;
    try {
      const { text, note } = await readFile(file);
      if (nth !== this.#nth) return;
      this.#open(text);
      const told = [note, others.length ? strings.onlyFirst(others.length + 1) : undefined].find(Boolean);
      if (told) this.#tell("notice", told, { file: file.name });
    } catch (error) {
      if (nth === this.#nth) this.#tellError(error, file.name);
    }
  }

  /** @param {string} text that was dropped */
  openText(text) {
    this.#nth++;
    if (text.trim()) this.#open(text);
  }

  /** Opens the text that the page's address carries. */
  async openLink() {
    const nth = ++this.#nth;
    try {
      const text = await textOfHash(location.hash);
      if (text === undefined || nth !== this.#nth) return;
      this.#open(text, { isFromLink: true });
      this.#tell("from-link", strings.fromLink);
    } catch (error) {
      if (nth === this.#nth) this.#tellError(error);
    }
  }

  async copyLink() {
    const link = await linkTo(this.#article.getText(), location.href);
    this.#clear("problem");
    this.#about = this.#article.getText();
    if (link.length > LONGEST_LINK) {
      this.#clear("notice");
      this.#tell("problem", strings.tooLongToLink(link.length, LONGEST_LINK));
      return;
    }
    const corrections = this.#article.countCorrections();
    const more = corrections ? [strings.notInLink(corrections)] : [];
    if (await copyWords(link)) {
      tellOn(byId("copy-link"), strings.linkCopied[0]);
      return this.#tell("notice", [...strings.linkCopied, ...more]);
    }
    const field = html("input", { readonly: true, "aria-label": strings.link });
    field.value = link;
    this.#tell("notice", [...strings.copyByHand, ...more], { more: field });
    field.select();
  }

  /** Forgets what was told, and takes the link out of the address. */
  leave() {
    this.#nth++;
    this.#about = "";
    for (const place of PLACES) this.#clear(place);
    if (location.hash.startsWith("#t=")) history.replaceState(history.state, "", location.pathname + location.search);
  }

  leaveIfOther() {
    if (this.#article.getText() !== this.#about) this.leave();
  }

  /**
   * @param {string} text
   * @param {{isFromLink?: boolean}} [from]
   */
  #open(text, { isFromLink = false } = {}) {
    if (isFromLink) for (const place of PLACES) this.#clear(place);
    else this.leave();
    this.#article.open(text);
    // As the box has it, where line ends are all the same.
    this.#about = this.#article.getText();
  }

  /** @param {unknown} error @param {string} [file] */
  #tellError(error, file) {
    const code = error instanceof WayInError ? error.code : "unknown";
    this.#about = this.#article.getText();
    this.#tell("problem", strings.errors[code] ?? strings.errors.unknown, { file });
  }

  /**
   * @param {Place} place
   * @param {string[]} told
   * @param {{file?: string, more?: HTMLElement}} [about]
   */
  #tell(place, told, about) {
    const onDismiss = () => {
      this.#clear(place);
      // The button that had the focus is gone.
      byId("main").focus({ preventScroll: true });
    };
    byId(place).replaceChildren(renderMessage(place === "problem" ? "bad" : "calm", told, { ...about, onDismiss }));
    if (place === "problem" || about?.more) byId(place).scrollIntoView({ block: "nearest" });
  }

  /** @param {Place} place */
  #clear(place) {
    byId(place).replaceChildren();
  }
}

/** Tells on the button for a while what it has done. @param {HTMLElement} button @param {string} done */
function tellOn(button, done) {
  const label = (button.dataset.label ??= button.textContent ?? "");
  button.textContent = done;
  setTimeout(() => (button.textContent = label), CONFIRMED);
}

/** @param {WaysIn} ways */
function wireFiles(ways) {
  const input = /** @type {HTMLInputElement} */ (byId("file"));
  byId("open-file").addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    const files = [...(input.files ?? [])];
    // So that the same file can be opened once more.
    input.value = "";
    if (files.length) ways.openFiles(files);
  });
}

/** @param {WaysIn} ways */
function wireDrops(ways) {
  let isOwn = false;
  /** @param {boolean} isOver */
  const show = (isOver) => (byId("drop").hidden = !isOver);
  /** What is dragged within the page, and text over a field, is none of ours. @param {DragEvent} event */
  const isOurs = (event) => {
    const types = event.dataTransfer?.types ?? [];
    if (isOwn || event.defaultPrevented) return false;
    return types.includes("Files") || (types.includes("text/plain") && !types.includes("text/uri-list") && !isOverField(event));
  };
  addEventListener("dragstart", () => (isOwn = true));
  addEventListener("dragend", () => (isOwn = false));
  addEventListener("dragover", (event) => {
    show(isOurs(event));
    if (isOurs(event)) event.preventDefault();
  });
  addEventListener("dragleave", ({ relatedTarget }) => {
    if (!relatedTarget) show(false);
  });
  addEventListener("drop", (event) => {
    show(false);
    if (!event.dataTransfer || !isOurs(event)) return;
    event.preventDefault();
    const files = [...event.dataTransfer.files];
    if (files.length) ways.openFiles(files);
    else ways.openText(droppedText(event.dataTransfer));
  });
}

/** @param {DragEvent} event */
function isOverField(event) {
  const [over] = event.composedPath();
  return over instanceof HTMLElement && (over.isContentEditable || over.matches("textarea, input"));
}

/** @param {DataTransfer} dropped */
function droppedText(dropped) {
  const markup = dropped.getData("text/html");
  try {
    if (markup) return textOfHtml(markup);
  } catch {
    // Markup may not be parsed here; the same is there as plain text.
  }
  return dropped.getData("text/plain");
}
