// @ts-check
/**
 * One instance of the engine, in a worker or, where workers are blocked, imported into the page.
 * It answers `{id, module?, text, options}` with `{id, report}` or `{id, error}`.
 */

import init, { analyze } from "./wasm/whosaid.js";

/**
 * @typedef {object} Request
 * @property {number} id
 * @property {WebAssembly.Module} [module] instantiated first; the first request has it
 * @property {string} text
 * @property {import("./wasm/whosaid.js").Options} options
 *
 * @typedef {object} Answer
 * @property {number} id
 * @property {import("./wasm/whosaid.js").Report} [report]
 * @property {{name: string, message: string}} [error]
 */

/**
 * @param {Request} request
 * @returns {Promise<Answer>}
 */
export async function answer({ id, module, text, options }) {
  try {
    if (module) await init({ module_or_path: module });
    return { id, report: analyze(text, options) };
  } catch (error) {
    const { name = "Error", message = "" } = /** @type {Error} */ (error ?? {});
    return { id, error: { name, message } };
  }
}

if (typeof document === "undefined" && typeof postMessage === "function") {
  onmessage = async ({ data }) => postMessage(await answer(data));
  postMessage("started");
}
