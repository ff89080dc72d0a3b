// @ts-check
/** Fetches and compiles the engine, telling how far it is. */

import { EngineError } from "./engine-error.js";

/** The shortest module there is: magic number and version. */
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/**
 * @typedef {object} Progress
 * @property {number} received bytes so far
 * @property {number} [total] absent where the server does not tell, or compresses
 */

/**
 * @param {string} url
 * @param {(progress: Progress) => void} onProgress
 * @returns {Promise<WebAssembly.Module>}
 */
export async function fetchModule(url, onProgress) {
  const response = await fetch(url).catch((cause) => {
    throw new EngineError("wasm-fetch-failed", String(cause?.message ?? cause), { cause });
  });
  if (!response.ok) throw new EngineError("wasm-fetch-failed", `${response.status} ${response.statusText}`.trim());
  const bytes = await readAll(response, onProgress).catch((cause) => {
    throw new EngineError("wasm-fetch-failed", String(cause?.message ?? cause), { cause });
  });
  return WebAssembly.compile(bytes).catch((cause) => {
    throw new EngineError(isWasmBlocked() ? "wasm-blocked-by-csp" : "wasm-bad-response", cause.message, { cause });
  });
}

/**
 * @param {Response} response
 * @param {(progress: Progress) => void} onProgress
 */
async function readAll(response, onProgress) {
  const announced = Number(response.headers.get("content-length"));
  const isPlain = !response.headers.get("content-encoding");
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const chunks = [];
  let received = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done || !value) break;
    chunks.push(value);
    received += value.length;
    // Where the length is that of a compressed body, or was not allowed to be read, it tells nothing.
    onProgress(isPlain && announced >= received ? { received, total: announced } : { received });
  }
  return new Blob(chunks).arrayBuffer();
}

function isWasmBlocked() {
  try {
    return !new WebAssembly.Module(EMPTY_MODULE);
  } catch {
    return true;
  }
}
