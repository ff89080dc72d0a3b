// @ts-check
/** How a reader corrects: opens the forms beside what is corrected, and turns what was chosen into corrections. */

import { saysAlready } from "./corrections/already.js";
import { periodOf } from "./corrections/period.js";
import { followWords } from "./corrections/places.js";
import { inOneLine } from "./one-line.js";
import { NEW, renderDateForm, renderSpeakerForms, renderWho, renewWho } from "./render/correct.js";
import { correct as strings } from "./strings.js";

/** @typedef {import("./corrections.js").Correction} Correction */

/** @typedef {(correction: Correction) => boolean} Edit returns whether it could be applied */

/** For so long the selection has to stay, in milliseconds. */
const PAUSE = 200;
/** Longer words are cut in the bar that offers to add them. */
const LONGEST = 80;
const PERIOD = /^\d{4}(-\d\d(-\d\d)?)?$/;

export class Correcting {
  #root;
  #display;
  #edit;
  /** What the bar offers to add. @type {import("./report-display.js").Selected | undefined} */
  #offered;

  /**
   * @param {HTMLElement} root
   * @param {import("./report-display.js").ReportDisplay} display
   * @param {Edit} edit
   */
  constructor(root, display, edit) {
    this.#root = root;
    this.#display = display;
    this.#edit = edit;
    display.onShow = () => this.#keepOffer();
    root.addEventListener("click", (event) => this.#click(/** @type {HTMLElement} */ (event.target)));
    root.addEventListener("submit", (event) => this.#submit(/** @type {HTMLFormElement} */ (event.target)));
    root.addEventListener("change", (event) => this.#choose(/** @type {HTMLElement} */ (event.target)));
    root.addEventListener("input", (event) => forgive(/** @type {HTMLElement} */ (event.target)));
    root.addEventListener("keydown", (event) => {
      const target = /** @type {HTMLElement} */ (event.target);
      if (event.key !== "Escape" || !target.closest(".correction, .forms")) return;
      event.stopPropagation();
      this.#close(target);
    });
    followSelection(this);
  }

  /** @param {HTMLElement} target */
  #click(target) {
    // Enter in a field clicks the form's button, too.
    forgive(target);
    const button = /** @type {HTMLElement | null} */ (target.closest("[data-correct]"));
    const action = button?.dataset.correct;
    if (!button || !action) return;
    if (action === "cancel") this.#close(button);
    else if (action === "add") this.#openAdding(button);
    else if (action === "reject") {
      const { selected } = this.#display;
      if (selected) this.#edit({ do: "reject", quotation: /** @type {`q${number}`} */ (selected) });
    } else if (button.getAttribute("aria-expanded") === "true") this.#close(button);
    else this.#open(button);
  }

  /** Behind the button that opens it. @param {HTMLElement} button */
  #open(button) {
    const { view, selected } = this.#display;
    if (!view) return;
    const speaker = button.closest(".speaker")?.getAttribute("data-speaker");
    const known = view.report.speakers.find(({ id }) => id === speaker);
    const quotation = view.report.quotations.find(({ id }) => id === selected);
    const date = view.dateOf(selected ?? undefined);
    const form = known
      ? renderSpeakerForms(view, known)
      : quotation
        ? renderWho(view, "attribute", quotation.speaker)
        : date && renderDateForm(date);
    if (!form) return;
    button.setAttribute("aria-expanded", "true");
    button.closest(".acts")?.after(form);
    focusFirst(form);
  }

  /** The form, or all of a speaker's forms, around it or behind it. @param {HTMLElement} inside */
  #close(inside) {
    const form = inside.closest(".forms") ?? inside.closest(".correction") ?? inside.closest(".acts")?.nextElementSibling;
    const opener = /** @type {HTMLElement | null | undefined} */ (form?.parentElement?.querySelector('[data-correct="correct"]'));
    const isAdding = form?.closest(".adding");
    form?.remove();
    if (isAdding) this.#hideBar();
    opener?.setAttribute("aria-expanded", "false");
    opener?.focus();
  }

  /** Somebody else has a name to be typed. @param {HTMLElement} target */
  #choose(target) {
    if (!(target instanceof HTMLSelectElement) || target.name !== "who") return;
    const name = /** @type {HTMLInputElement | null} */ (target.form?.querySelector('[name="name"]'));
    if (!name) return;
    name.hidden = target.value !== NEW;
    name.required = !name.hidden;
    if (!name.hidden) name.focus();
  }

  /** @param {HTMLFormElement} form */
  #submit(form) {
    const correction = this.#read(form);
    const { view } = this.#display;
    if (!correction || !view) return;
    if (saysAlready(view.report, correction)) this.#close(form);
    else if (!this.#edit(correction)) complain(form, correction.do === "add" ? strings.overlap : strings.gone);
    else if (correction.do === "add") this.#hideBar();
  }

  /**
   * What the form says; undefined where it is none for corrections, or says nothing that can be done, which it tells.
   * @param {HTMLFormElement} form
   * @returns {Correction | undefined}
   */
  #read(form) {
    const fields = new FormData(form);
    const field = /** @param {string} name */ (name) => inOneLine(String(fields.get(name) ?? ""));
    const { view, selected } = this.#display;
    const speaker = /** @type {`s${number}`} */ (form.closest(".forms")?.getAttribute("data-of") ?? "");
    const quotation = /** @type {`q${number}`} */ (selected ?? "");
    const who = /** @type {`s${number}` | "" | "new"} */ (field("who"));
    const known = view?.report.speakers.find(({ name }) => name.toLowerCase() === field("name").toLowerCase())?.id;
    if (form.querySelector('[name="name"]:not([hidden])') && !field("name")) return complain(form, strings.noName, "name");
    switch (form.dataset.correction) {
      case "attribute":
        if (who === NEW && !known) return { do: "attribute-new", quotation, name: field("name") };
        return { do: "attribute", quotation, speaker: (who === NEW ? known : who) || null };
      case "add": {
        const span = this.#offeredSpan();
        if (!span) return complain(form, strings.gone);
        if (who === NEW && !known) return { do: "add", span, name: field("name") };
        const by = who === NEW ? known : who;
        return by ? { do: "add", span, speaker: by } : { do: "add", span };
      }
      case "rename":
        if (known && known !== speaker) return complain(form, strings.taken(field("name")), "name");
        return { do: "rename", speaker, name: field("name") };
      case "merge":
        return { do: "merge", speaker, into: /** @type {`s${number}`} */ (field("into")) };
      case "split": {
        const quotations = /** @type {`q${number}`[]} */ (fields.getAll("picked"));
        const all = form.querySelectorAll('[name="picked"]').length;
        if (!quotations.length || quotations.length === all) return complain(form, strings.pickOne, "picked");
        return { do: "split", speaker, quotations, name: field("name") };
      }
      case "date":
        if (!PERIOD.test(field("value"))) return complain(form, strings.noDate, "value");
        if (!periodOf(field("value"))) return complain(form, strings.noSuchDay, "value");
        return { do: "date", date: /** @type {`d${number}`} */ (selected ?? ""), value: field("value") };
      default:
        return undefined;
    }
  }

  get #bar() {
    return /** @type {HTMLElement | null} */ (this.#root.querySelector(".adding"));
  }

  /** Shows the bar while words are selected; while its form is open the words stay as they are. */
  offerToAdd() {
    const bar = this.#bar;
    if (!bar || bar.querySelector(".correction") || !this.#display.isEditable) return;
    const offered = (this.#offered = this.#display.selectedWords());
    const words = offered?.text.slice(offered.span.start, offered.span.end).trim();
    bar.hidden = !words || !/[\p{L}\p{N}]/u.test(words);
    const told = /** @type {HTMLElement} */ (bar.querySelector(".adding-words"));
    told.textContent = !words ? "" : words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words;
  }

  /** @param {HTMLElement} button */
  #openAdding(button) {
    const { view } = this.#display;
    if (!view || !this.#offered) return;
    button.hidden = true;
    const form = renderWho(view, "add");
    button.after(form);
    focusFirst(form);
  }

  /** Keeps what is offered to the words that were selected, and the form to the speakers who are there. */
  #keepOffer() {
    const { view } = this.#display;
    const bar = this.#bar;
    if (!bar || !this.#offered) return;
    const span = this.#offeredSpan();
    if (!view || !span) return this.#hideBar();
    this.#offered = { text: view.text, span };
    const who = /** @type {HTMLSelectElement | null} */ (bar.querySelector('[name="who"]'));
    if (who) renewWho(who, view);
  }

  /** Where the words that are offered are by now; undefined where they are not any more. */
  #offeredSpan() {
    const { view, isEditable } = this.#display;
    if (!view || !isEditable || !this.#offered) return undefined;
    return followWords(this.#offered.text, view.text, this.#offered.span);
  }

  #hideBar() {
    const bar = this.#bar;
    this.#offered = undefined;
    if (!bar) return;
    bar.querySelector(".correction")?.remove();
    /** @type {HTMLElement} */ (bar.querySelector('[data-correct="add"]')).hidden = false;
    bar.hidden = true;
  }
}

/** @param {HTMLElement} form */
function focusFirst(form) {
  const field = /** @type {HTMLElement | null} */ (form.querySelector("select, input"));
  field?.focus();
  if (field instanceof HTMLInputElement && field.type === "text") field.select();
}

/**
 * Tells at a field what is wrong.
 * @param {HTMLFormElement} form
 * @param {string} words
 * @param {string} [name] of the field; by default it is the first one
 * @returns {undefined}
 */
function complain(form, words, name) {
  const selector = name ? `[name="${name}"]` : "input:not([hidden]), select";
  const field = /** @type {HTMLInputElement | null} */ (form.querySelector(selector));
  field?.setCustomValidity(words);
  form.reportValidity();
}

/** Forgets what was wrong, for whatever is changed may mend it, and sending the form looks again. @param {HTMLElement} inside */
function forgive(inside) {
  for (const field of inside.closest(".correction")?.querySelectorAll("input, select") ?? []) {
    /** @type {HTMLInputElement} */ (field).setCustomValidity("");
  }
}

/**
 * Lets it offer to add what is selected when the selection rests, for as long as somebody else holds it: the document
 * holds the listener, so that no closure of the caller may be in it.
 * @param {Correcting} correcting
 */
function followSelection(correcting) {
  const weak = new WeakRef(correcting);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  document.addEventListener("selectionchange", function follow() {
    if (!weak.deref()) return document.removeEventListener("selectionchange", follow);
    clearTimeout(timer);
    timer = setTimeout(() => weak.deref()?.offerToAdd(), PAUSE);
  });
}
