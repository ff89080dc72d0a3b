// @ts-check
/**
 * The engine for JavaScript: `await load()` once, then `analyze(text, options)` answers at once.
 * In Node `node.js` stands in for this module.
 */

import init, * as engine from "./wasm/whosaid.js";

/** @typedef {import("./wasm/whosaid.js").InitInput} InitInput */
/** @typedef {import("./wasm/whosaid.js").Options} Options */
/** @typedef {import("./wasm/whosaid.js").Report} Report */
/** @typedef {import("./wasm/whosaid.js").Span} Span */
/** @typedef {import("./wasm/whosaid.js").Quotation} Quotation */
/** @typedef {import("./wasm/whosaid.js").Speaker} Speaker */
/** @typedef {import("./wasm/whosaid.js").Date} DateExpression */

/** @type {Promise<void> | undefined} */
let loading;
let isLoaded = false;

/**
 * Loads the engine once; every further call waits for the same load, and only a failed one is tried again.
 * @param {InitInput | Promise<InitInput>} [source] address, response, bytes or compiled module of the wasm file; by
 *   default the file that lies beside the engine's JavaScript
 * @returns {Promise<void>}
 */
export function load(source) {
  loading ??= init(source && { module_or_path: source }).then(
    () => {
      isLoaded = true;
    },
    (error) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/**
 * Finds who said what, and when. Spans are in UTF-16 code units: `text.slice(start, end)` is a span's text.
 * @param {string} text
 * @param {Options} [options]
 * @returns {Report}
 * @throws {Error} named `NotLoaded` before `load()` is done; `BadDocumentDate`, `UnknownOption` or `BadOptionValue`
 *   where an option is wrong; a `TypeError` where `text` is no string
 */
export function analyze(text, options) {
  requireLoaded();
  return engine.analyze(text, options);
}

/**
 * Returns the version of the engine, as reports carry it.
 * @returns {string}
 */
export function version() {
  requireLoaded();
  return engine.version();
}

function requireLoaded() {
  if (!isLoaded) throw Object.assign(new Error("the engine is not loaded; await load() first"), { name: "NotLoaded" });
}
