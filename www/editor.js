// @ts-check
/**
 * The editing view: the article in a box whose caret and undo are the browser's own, because nothing is done to its
 * nodes: the marks are ranges.
 *
 * Where the browser lacks `contenteditable="plaintext-only"` or custom highlights, and for texts so long that browsers
 * are slow to lay them out for editing, it is a plain text field without marks.
 */

import { directionOf } from "./direction.js";
import { rangeOf } from "./dom-text.js";
import { fromField, inField, toField } from "./field-text.js";
import { InPlaceMarks } from "./in-place-marks.js";
import { pasteAsText } from "./paste.js";
import { html } from "./render/nodes.js";
import { editing as strings } from "./strings.js";

/** @typedef {import("./dom-text.js").DomText} DomText */
/** @typedef {import("./view.js").View} View */
/** @typedef {import("./view.js").Span} Span */
/** @typedef {import("./selected-span.js").Ends} Ends */

/** Longer texts are edited without marks. */
const LONGEST = 200_000;

export class Editor {
  /** Takes the place of the article; empty until there is something to edit. */
  root = html("div", { class: "editor-box", hidden: true });
  #onInput;
  /** @type {HTMLElement | undefined} */
  #box;
  /** The text that it shows; a field has other line breaks until the reader changes something. */
  #text = "";
  #marks = new InPlaceMarks();

  /** @param {(text: string) => void} onInput called after each change by the reader */
  constructor(onInput) {
    this.#onInput = onInput;
    this.root.addEventListener("paste", pasteAsText);
    this.root.addEventListener("input", () => {
      this.#marks.dropChanged();
      this.#text = this.value;
      this.#onInput(this.#text);
    });
  }

  get value() {
    return this.#box instanceof HTMLTextAreaElement ? this.#box.value : this.#read().text;
  }

  /** Whether it shows this text, as well as it can. @param {string} text */
  #shows(text) {
    return this.value === (this.#box instanceof HTMLTextAreaElement ? inField(text) : text);
  }

  /**
   * Shows the text of the view to be edited; the same text as before with its caret and undo.
   * @param {View} view
   */
  open(view) {
    this.root.hidden = false;
    if (!this.#box || !this.#shows(view.text)) this.#fill(view.text);
    this.#text = view.text;
    this.mark(view);
  }

  /**
   * Marks what was found, if the text is still the one in which it was found.
   * @param {View} view
   */
  mark(view) {
    if (!this.#box || this.root.hidden || this.#box instanceof HTMLTextAreaElement) return;
    const read = this.#read();
    if (read.text === view.text) this.#marks.show(read, view, ["quotations", "speakers", "dates"]);
  }

  hide() {
    this.root.hidden = true;
    this.#marks.clear();
  }

  /** Forgets the text. */
  clear() {
    this.hide();
    this.#box = undefined;
    this.root.replaceChildren();
  }

  /** Takes the marks away, where what they say is not known to hold. */
  unmark() {
    this.#marks.clear();
  }

  /**
   * The upper edge of the line where a stretch of the text begins, in the window.
   * @param {Span} span
   */
  topOf(span) {
    const range = this.#box && rangeOf(this.#read(), span);
    return range?.getBoundingClientRect().top;
  }

  /**
   * The words that are selected in it.
   * @param {Ends | undefined} ends of the selection
   * @returns {Span | undefined}
   */
  selected(ends) {
    if (this.#box instanceof HTMLTextAreaElement) {
      const { selectionStart, selectionEnd } = this.#box;
      if (selectionStart === selectionEnd) return undefined;
      return { start: fromField(this.#text, selectionStart), end: fromField(this.#text, selectionEnd) };
    }
    if (!ends || !this.#box?.contains(ends.startContainer) || !this.#box.contains(ends.endContainer)) return undefined;
    const { runs, text } = this.#read();
    /** @param {Node} node @param {number} offset */
    const place = (node, offset) => {
      const run = runs.find((each) => each.node === node);
      if (run) return run.start + offset;
      const next = runs.find((each) => node.childNodes[offset]?.contains(each.node));
      return next ? next.start : offset === 0 ? 0 : text.length;
    };
    const [start, end] = [place(ends.startContainer, ends.startOffset), place(ends.endContainer, ends.endOffset)];
    return start < end ? { start, end } : undefined;
  }

  /** Brings words into sight and selects them. @param {Span} span */
  reveal(span) {
    if (this.#box instanceof HTMLTextAreaElement) {
      this.#box.focus();
      this.#box.setSelectionRange(toField(this.#text, span.start), toField(this.#text, span.end));
    } else this.#marks.reveal(span);
  }

  /** @param {string} text */
  #fill(text) {
    this.#marks.clear();
    const canMark = text.length <= LONGEST && "highlights" in CSS && hasPlainTextEditing();
    const box = canMark ? editableBox() : html("textarea", { class: "editor", rows: 24, "aria-label": strings.label, spellcheck: "false" });
    box.dir = directionOf(text);
    if (box instanceof HTMLTextAreaElement) box.value = text;
    else box.textContent = text;
    this.#box = box;
    this.root.replaceChildren(box);
  }

  /** The box's text with its nodes; a line break is a character of the text or an element. @returns {DomText} */
  #read() {
    /** @type {DomText} */
    const read = { text: "", runs: [] };
    if (this.#box) readNodes(this.#box, read);
    return read;
  }
}

function editableBox() {
  return html("div", {
    class: "editor",
    contenteditable: "plaintext-only",
    role: "textbox",
    "aria-multiline": "true",
    "aria-label": strings.label,
    spellcheck: "false",
  });
}

function hasPlainTextEditing() {
  const probe = document.createElement("div");
  try {
    probe.contentEditable = "plaintext-only";
  } catch {
    return false;
  }
  return probe.contentEditable === "plaintext-only";
}

/**
 * @param {Node} parent
 * @param {DomText} read is filled
 */
function readNodes(parent, read) {
  for (const node of parent.childNodes) {
    if (node instanceof Text) {
      if (!node.data) continue;
      read.runs.push({ start: read.text.length, node, offset: 0 });
      read.text += node.data;
    } else if (node instanceof HTMLBRElement) {
      // The last one only keeps the last line open.
      if (node.nextSibling || parent.nextSibling) read.text += "\n";
    } else readNodes(node, read);
  }
}
