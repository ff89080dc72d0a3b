// @ts-check
/** The forms in which a reader corrects what was found; each names in `data-correction` what its submission does. */

import { icon } from "../icons.js";
import { correct as strings } from "../strings.js";
import { quotedText } from "../view.js";
import { nameOf } from "./name.js";
import { html } from "./nodes.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("../view.js").Quotation} Quotation */
/** @typedef {import("../view.js").Speaker} Speaker */
/** @typedef {import("../view.js").ReportDate} ReportDate */

/** The choice of a speaker whose name is typed. */
export const NEW = "new";

/**
 * Who said a quotation, or the words that become one.
 * @param {View} view
 * @param {"attribute" | "add"} correction
 * @param {string} [speaker] id of the one it has
 */
export function renderWho(view, correction, speaker = "") {
  const known = inOrder(view).map((each) => option(view, each, each.id === speaker));
  const select = html(
    "select",
    { name: "who", "aria-label": strings.who, part: "button" },
    html("option", { value: "", selected: !speaker }, strings.nobody),
    ...known,
    html("option", { value: NEW }, strings.somebodyElse),
  );
  const name = html("input", { name: "name", "aria-label": strings.name, placeholder: strings.name, autocomplete: "off", hidden: true });
  return form(correction, html("span", { class: "label" }, strings.who), select, name, submit(correction === "add" ? strings.adding : strings.set), cancel());
}

/**
 * Offers who is there by now, with the choice that was made, where that one is still there.
 * @param {HTMLSelectElement} who of a form that `renderWho` made
 * @param {View} view
 */
export function renewWho(who, view) {
  const choices = [...renderWho(view, "add").querySelectorAll("option")];
  const tell = /** @param {HTMLOptionElement[]} options */ (options) => options.map(({ value, text }) => `${value} ${text}`).join();
  if (tell(choices) === tell([...who.options])) return;
  // After an edit somebody may have another id and another number, but not another name.
  const nameIn = /** @param {HTMLOptionElement} option */ ({ text }) => text.replace(/^(\d+|\?) /, "");
  const same = choices.find((choice) => nameIn(choice) === nameIn(who.selectedOptions[0]));
  who.replaceChildren(...choices);
  who.value = same?.value ?? "";
}

/**
 * Rename, merge and split.
 * @param {View} view
 * @param {Speaker} speaker
 */
export function renderSpeakerForms(view, speaker) {
  const field = /** @param {string} value */ (value) => html("input", { name: "name", "aria-label": strings.name, placeholder: strings.name, autocomplete: "off", required: true, value });
  const others = inOrder(view).filter(({ id }) => id !== speaker.id);
  const own = view.report.quotations.filter((quotation) => quotation.speaker === speaker.id);
  const box = html("div", { class: "forms", "data-of": speaker.id });
  box.append(form("rename", html("span", { class: "label" }, strings.name), field(speaker.name), submit(strings.rename)));
  if (others.length) {
    const options = others.map((each) => option(view, each));
    const into = html("select", { name: "into", "aria-label": strings.same, part: "button" }, ...options);
    box.append(form("merge", html("span", { class: "label" }, strings.same), into, submit(strings.merge)));
  }
  if (own.length > 1) {
    const picks = own.map((quotation) =>
      html(
        "li",
        {},
        html("label", {}, html("input", { type: "checkbox", name: "picked", value: quotation.id }), html("span", { class: "clamp", dir: "auto" }, quotedText(view.text, quotation))),
      ),
    );
    const list = html("fieldset", {}, html("legend", {}, strings.pick), html("ul", { class: "picks", role: "list" }, ...picks));
    box.append(form("split", list, field(""), submit(strings.split)));
  }
  box.append(html("p", {}, cancel()));
  return box;
}

/** All speakers, those without a quotation too, by the numbers on their badges. @param {View} view */
function inOrder({ report, badgeOf }) {
  return [...report.speakers].sort((a, b) => Number(badgeOf(a.id)) - Number(badgeOf(b.id)));
}

/**
 * @param {View} view
 * @param {Speaker} speaker
 * @param {boolean} [selected]
 */
function option(view, speaker, selected = false) {
  return html("option", { value: speaker.id, selected }, `${view.badgeOf(speaker.id)}  ${nameOf(speaker)}`);
}

/** @param {ReportDate} date */
export function renderDateForm({ value }) {
  const known = /^\d{4}(-\d\d){0,2}$/.test(value) && value;
  const field = html("input", { name: "value", "aria-label": strings.value, placeholder: strings.example, value: known, required: true, autocomplete: "off" });
  return form("date", html("span", { class: "label" }, strings.value), field, submit(strings.set), cancel());
}

/** The bar that shows while words of the article are selected. */
export function renderAdding() {
  const words = html("span", { class: "adding-words", dir: "auto" });
  const button = act("add", strings.add);
  button.classList.add("btn");
  return html("div", { class: "adding", part: "toolbar", hidden: true }, words, button);
}

/**
 * A button that opens a form, or that rejects.
 * @param {"correct" | "reject" | "add"} name
 * @param {string} words
 * @param {string} [more] only for those who do not see where it stands
 */
export function act(name, words, more) {
  const attributes = { type: "button", class: "act", part: "button", "data-correct": name, "aria-expanded": name === "correct" && "false" };
  return html("button", attributes, icon(name), html("span", {}, words, more && html("span", { class: "vh" }, more)));
}

/**
 * @param {string} correction
 * @param {...HTMLElement} fields
 */
function form(correction, ...fields) {
  return html("form", { class: "correction", "data-correction": correction }, ...fields);
}

/** @param {string} words */
function submit(words) {
  return html("button", { class: "btn", part: "button" }, words);
}

function cancel() {
  return html("button", { type: "button", class: "act", part: "button", "data-correct": "cancel" }, strings.cancel);
}
