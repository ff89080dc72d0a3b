// @ts-check
/** The engine for Node, where the wasm file is read and not fetched. */

import { readFile } from "node:fs/promises";
import { load as loadFrom } from "./index.js";

export { analyze, version } from "./index.js";

/** @typedef {import("./index.js").InitInput} InitInput */

/**
 * Loads the engine once; every further call waits for the same load, and only a failed one is tried again.
 * @param {InitInput | Promise<InitInput>} [source] by default the file that comes with the package
 * @returns {Promise<void>}
 */
export function load(source) {
  return loadFrom(source ?? readFile(new URL("./wasm/whosaid_bg.wasm", import.meta.url)));
}
