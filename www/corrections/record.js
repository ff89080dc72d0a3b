// @ts-check
/** The corrections of the article that is read, kept through edits of its text and other reference dates. */

import { correct } from "../corrections.js";
import { correct as strings } from "../strings.js";
import { carryOver } from "./carry-over.js";
import { describe, describeSteps } from "./describe.js";
import { EMPTY, push, redo, undo } from "./history.js";

/** @typedef {import("../corrections.js").Correction} Correction */
/** @typedef {import("../corrections.js").CorrectedReport} CorrectedReport */
/** @typedef {import("../wasm/whosaid.js").Report} Report */
/** @typedef {import("./history.js").History} History */

/**
 * What is shown of an article.
 * @typedef {object} Shown
 * @property {string} text
 * @property {CorrectedReport} report with the corrections
 * @property {Report} found the engine's
 * @property {readonly Correction[]} corrections that are in the report
 * @property {{undo: string, redo: string}} steps what can be taken back and made again, in words
 */

export class Record {
  /** @type {Shown | undefined} */
  shown;
  /** Corrections that have no place in the text now, in words. @type {string[]} */
  lost = [];
  /** @type {History} */
  #history = EMPTY;
  /**
   * The last text in which all corrections had their place: a word that is half typed ends none.
   * @type {{text: string, report: Report, done: readonly Correction[]} | undefined}
   */
  #base;

  /**
   * Takes the engine's report as the one to correct; corrections of the one before find what they are about again.
   * @param {string} text
   * @param {Report} found
   */
  accept(text, found) {
    if (this.shown?.found === found) return;
    const base = this.#base;
    const { kept, lost } = base?.done.length ? carryOver(base.done, base, { text, report: found }) : { kept: [], lost: [] };
    this.lost = base ? lost.map((correction) => describe(correction, base)) : [];
    if (!lost.length) this.#base = { text, report: found, done: kept };
    this.#show(text, found, { done: kept, undone: [] });
  }

  /**
   * Returns what was done, in words; undefined where the correction refers to something that is not there.
   * @param {Correction} correction
   * @returns {string | undefined}
   */
  correct(correction) {
    if (!this.shown) return undefined;
    const { text, found, report } = this.shown;
    const next = push(this.#history, correction);
    if (correct(text, found, next.done).skipped.length) return undefined;
    this.#become(next);
    return describe(correction, { text, report });
  }

  /** Takes the last correction back, and returns what that was, in words. */
  undo() {
    const step = this.shown?.steps.undo;
    if (step) this.#become(undo(this.#history));
    return step && strings.undone(step);
  }

  /** Makes the correction again that was taken back last, and returns what it is, in words. */
  redo() {
    const step = this.shown?.steps.redo;
    if (step) this.#become(redo(this.#history));
    return step;
  }

  /** Forgets the corrections, for another article. */
  startOver() {
    this.#history = EMPTY;
    this.#base = undefined;
    this.lost = [];
    this.shown = undefined;
  }

  /** @param {History} next */
  #become(next) {
    if (!this.shown) return;
    const { text, found } = this.shown;
    this.#base = { text, report: found, done: next.done };
    this.lost = [];
    this.#show(text, found, next);
  }

  /**
   * @param {string} text
   * @param {Report} found
   * @param {History} history
   */
  #show(text, found, history) {
    this.#history = history;
    const { report, applied } = correct(text, found, history.done);
    this.shown = { text, report, found, corrections: applied, steps: describeSteps(text, found, history) };
  }
}
