// @ts-check
/** What a correction does, in a line of words. */

import { inOneLine } from "../one-line.js";
import { dayInWords } from "../render/date-words.js";
import { corrections as strings } from "../strings.js";
import { Draft } from "./draft.js";

/** @typedef {import("../corrections.js").Correction} Correction */
/** @typedef {import("../view.js").Report} Report */
/** @typedef {{text: string, report: Report}} Looked a view, or what it is a view of */

/** Longer words are cut. */
const LONGEST = 48;

/**
 * Speaker of “We will…” set to Ana Ribeiro
 * @param {Correction} correction
 * @param {Looked} before the view without this correction, which has what it takes away
 * @returns {string}
 */
export function describe(correction, { text, report }) {
  const wordsOf = /** @param {string} id */ (id) => bare(report.quotations.find((quotation) => quotation.id === id)?.text ?? "");
  const nameOf = /** @param {string} id */ (id) => shorten(report.speakers.find((speaker) => speaker.id === id)?.name ?? strings.somebody);
  switch (correction.do) {
    case "attribute":
      return strings.attributed(wordsOf(correction.quotation), correction.speaker ? nameOf(correction.speaker) : "");
    case "attribute-new":
      return strings.attributed(wordsOf(correction.quotation), shorten(correction.name));
    case "rename":
      return strings.renamed(nameOf(correction.speaker), shorten(correction.name));
    case "merge":
      return strings.merged(nameOf(correction.speaker), nameOf(correction.into));
    case "split":
      return strings.split(correction.quotations.length, nameOf(correction.speaker), shorten(correction.name));
    case "reject":
      return strings.rejected(wordsOf(correction.quotation));
    case "add": {
      const name = correction.speaker ? nameOf(correction.speaker) : shorten(correction.name ?? "");
      return strings.added(bare(text.slice(correction.span.start, correction.span.end)), name);
    }
    case "date": {
      const date = report.dates.find(({ id }) => id === correction.date);
      return strings.dated(bare(date?.text ?? ""), dayInWords(correction.value));
    }
    default:
      return "";
  }
}

/**
 * What would be taken back, and what would be made again; empty where there is nothing.
 * @param {string} text
 * @param {Report} report the engine's
 * @param {import("./history.js").History} history
 */
export function describeSteps(text, report, { done, undone }) {
  const [last, next] = [done.at(-1), undone.at(-1)];
  if (!last && !next) return { undo: "", redo: "" };
  const draft = new Draft(text, report);
  for (const correction of done.slice(0, -1)) draft.apply(correction);
  const undo = last ? describe(last, { text, report: draft.report() }) : "";
  if (last) draft.apply(last);
  return { undo, redo: next ? describe(next, { text, report: draft.report() }) : "" };
}

/** Without quotation marks, for there are some around it. @param {string} words */
function bare(words) {
  return shorten(words.replace(/[“”„"«»]/g, "")).replace(/,$/, "");
}

/** In one line, and cut between words. @param {string} words */
function shorten(words) {
  const line = inOneLine(words);
  if (line.length <= LONGEST) return line;
  const whole = line.slice(0, LONGEST + 1);
  const cut = whole.includes(" ") ? whole.slice(0, whole.lastIndexOf(" ")) : line.slice(0, LONGEST);
  return `${cut.replace(/[\s,;:.]+$/, "")}…`;
}
