// @ts-check
/**
 * What the reader corrected: a list of corrections, applied to the engine's report each time from the start.
 *
 * The list is plain data. A correction that refers to something that is not there is skipped and told, never an error.
 *
 *     let history = push(EMPTY, { do: "rename", speaker: "s1", name: "Ana Ribeiro" });
 *     const { report, applied, skipped } = correct(text, found, history.done);
 *     const view = createView(text, report, choice, applied);
 */

import { Draft } from "./corrections/draft.js";

export { carryOver } from "./corrections/carry-over.js";
export { describe, describeSteps } from "./corrections/describe.js";
export { EMPTY, push, redo, undo } from "./corrections/history.js";

/** @typedef {import("./view.js").Report} CorrectedReport the engine's, or one whose entries may have `corrected` */
/** @typedef {import("./view.js").Span} Span */
/** @typedef {import("./wasm/whosaid.js").QuotationId} QuotationId */
/** @typedef {import("./wasm/whosaid.js").SpeakerId} SpeakerId */
/** @typedef {import("./wasm/whosaid.js").DateId} DateId */
/** @typedef {import("./corrections/history.js").History} History */
/** @typedef {import("./corrections/carry-over.js").Carried} Carried */
/** @typedef {import("./corrections/carry-over.js").Analyzed} Analyzed */

/** Somebody known, who may have lost all quotations; or nobody. @typedef {{do: "attribute", quotation: QuotationId, speaker: SpeakerId | null}} Attribute */
/** Somebody whom the report lacks. @typedef {{do: "attribute-new", quotation: QuotationId, name: string}} AttributeNew */
/** @typedef {{do: "rename", speaker: SpeakerId, name: string}} Rename */
/** The speaker is one with that other, whose name stays. @typedef {{do: "merge", speaker: SpeakerId, into: SpeakerId}} Merge */
/** These quotations are of somebody else. @typedef {{do: "split", speaker: SpeakerId, quotations: QuotationId[], name: string}} Split */
/** It is no quotation. @typedef {{do: "reject", quotation: QuotationId}} Reject */
/** A quotation that the report lacks, by somebody known, by somebody new, or by nobody. @typedef {{do: "add", span: Span, speaker?: SpeakerId, name?: string}} Add */
/** The value is a day, month or year: `2021-04-13`, `2021-04`, `2021`. @typedef {{do: "date", date: DateId, value: string}} SetDate */
/** @typedef {Attribute | AttributeNew | Rename | Merge | Split | Reject | Add | SetDate} Correction */

/**
 * @typedef {object} Corrected
 * @property {CorrectedReport} report the one that was given, where nothing was applied
 * @property {Correction[]} applied what `createView` is told
 * @property {Correction[]} skipped what refers to something that is not there
 */

/**
 * Applies the corrections in order. Neither text nor report is changed; entries without a correction are the same objects.
 *
 * Entries say in `corrected` what the reader set: of a quotation `added` and `speaker`, of a speaker `added`, `name`,
 * `merged` and `split`, of a date `value`.
 * @param {string} text
 * @param {CorrectedReport} report the engine's
 * @param {readonly Correction[]} corrections
 * @returns {Corrected}
 */
export function correct(text, report, corrections) {
  const draft = new Draft(text, report);
  /** @type {Correction[]} */
  const applied = [];
  /** @type {Correction[]} */
  const skipped = [];
  for (const correction of corrections) (draft.apply(correction) ? applied : skipped).push(correction);
  return { report: applied.length ? draft.report() : report, applied, skipped };
}
