// @ts-check
/** Corrections that find what they are about again, after the text was edited or its date set anew. */

/** @typedef {import("../corrections.js").Correction} Correction */
/** @typedef {{text: string, report: import("../view.js").Report}} Analyzed a text and the engine's report of it */
/** @typedef {{kept: Correction[], lost: Correction[]}} Carried `kept` refers to the new report, `lost` to the old one */
