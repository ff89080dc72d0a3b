// @ts-check
/** The worker's script, kept so that it can be started where nothing may be fetched any more. */

import { EngineError } from "./engine-error.js";

/** By address. @type {Map<string, string>} */
const kept = new Map();

/**
 * Fetches the script once; from then on every worker of this address is started from what was kept.
 * @param {string} url absolute
 */
export async function keepWorkerSource(url) {
  if (kept.has(url)) return;
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
    kept.set(url, await response.text());
  } catch (cause) {
    throw new EngineError("wasm-fetch-failed", /** @type {Error} */ (cause).message, { cause });
  }
}

/**
 * Returns a blob with the script, where it is kept.
 * @param {string} url
 */
export function workerBlob(url) {
  const source = kept.get(url);
  return source === undefined ? undefined : new Blob([source], { type: "text/javascript" });
}
