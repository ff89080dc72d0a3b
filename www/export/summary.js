// @ts-check
/** What the formats for readers say of an article before its quotations, and of each quotation. */

import { inOneLine } from "../one-line.js";
import { dayInWords, saidInWords } from "../render/date-words.js";
import { timelineOf } from "../render/dates.js";
import { nameOf } from "../render/name.js";
import { summarize } from "../render/overview.js";
import { corrections as byHand, exports as strings, kinds, quotations as words } from "../strings.js";
import { isUnsure, isView, quotedText } from "../view.js";
import { fieldsByHand } from "./by-hand.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("../view.js").Quotation} Quotation */

/**
 * The headline or what stands for it, the day of the article, the sentence that sums up, and what is left out.
 * @param {View} view
 */
export function summary(view) {
  const { document, quotations, engine } = view.report;
  const { headline, documentDate } = document;
  return {
    title: headline ? inOneLine(view.text.slice(headline.start, headline.end)) : strings.title,
    day: documentDate ? dayInWords(documentDate.value) : "",
    sentence: summarize(view),
    leftOut: strings.leftOut(quotations.length - view.quotations.length),
    madeBy: [strings.madeBy(engine), byHand.byHand(view.corrections.length)].filter(Boolean).join(" "),
  };
}

/**
 * Words, name, description, the number of the paragraph and all else that tells of a quotation, each in one line.
 * @param {View} view
 * @param {Quotation} quotation
 */
export function attribution(view, quotation) {
  const speaker = view.speakerOf(quotation);
  const said = view.dateOf(quotation.said);
  const { kind, confidence, content } = quotation;
  const facts = [
    isView(quotation) ? `${kind}, ${kinds.view}` : kind,
    said && words.said(saidInWords(said)),
    isUnsure(quotation) ? kinds.unsure : confidence,
    ...fieldsByHand(view, quotation).map((field) => byHand.facts[field]),
  ];
  return {
    words: inOneLine(quotedText(view.text, quotation)),
    name: nameOf(speaker),
    description: inOneLine(speaker?.descriptions[0]?.text ?? ""),
    paragraph: view.paragraphOf(content[0].start),
    facts: facts.filter(Boolean).join(", "),
  };
}

/**
 * The values of the dates in words, each once, with the article's words for it: in order of time as in the panel, and
 * those that have no day.
 * @param {View} view
 */
export function dated(view) {
  const { placed, open } = timelineOf(view);
  return {
    placed: placed.flatMap((each) => (typeof each === "number" ? [] : told(each))),
    open: open.map(told),
  };
}

/** @param {import("../render/dates.js").Entry} entry */
function told({ when, group }) {
  const all = group.map(({ text, corrected }) => `“${inOneLine(text)}”${corrected ? ` (${byHand.date})` : ""}`);
  return { value: when, words: all.join(", ") };
}
