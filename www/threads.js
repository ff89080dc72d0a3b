// @ts-check
/** Where the engine runs: in a worker, or on the main thread where workers are blocked. */

import { EngineError } from "./engine-error.js";
import { workerScript } from "./trusted-types.js";
import { workerBlob } from "./worker-source.js";

/** @typedef {import("./worker.js").Request} Request */
/** @typedef {import("./worker.js").Answer} Answer */

/**
 * @typedef {object} Thread
 * @property {(request: Request) => Promise<Answer>} ask rejects with `engine-crashed` when the thread dies
 * @property {() => void} end
 */

/** How long a worker may take to say that it has started, in milliseconds. */
const START_LIMIT = 10_000;

/** Counts the imports, so that each has an instance of its own. */
let nImports = 0;

/**
 * Starts a worker; rejects with `worker-blocked` where the browser or a policy does not let it start.
 * @param {string} url
 * @returns {Promise<Thread>}
 */
export function startWorker(url) {
  return new Promise((resolve, reject) => {
    const script = workerScript(url, workerBlob(url));
    const worker = new Worker(script, { type: "module", name: "whosaid" });
    /** @type {Map<number, {resolve: (answer: Answer) => void, reject: (error: Error) => void}>} */
    const waiting = new Map();
    const end = () => {
      worker.terminate();
      URL.revokeObjectURL(String(script));
    };
    const block = () => {
      end();
      reject(new EngineError("worker-blocked"));
    };
    const startTimer = setTimeout(block, START_LIMIT);
    worker.onmessage = ({ data }) => {
      if (data === "started") {
        clearTimeout(startTimer);
        worker.onerror = (event) => {
          event.preventDefault();
          for (const { reject } of waiting.values()) reject(new EngineError("engine-crashed", event.message));
          waiting.clear();
        };
        resolve({ ask, end });
      } else {
        waiting.get(data.id)?.resolve(data);
        waiting.delete(data.id);
      }
    };
    worker.onerror = (event) => {
      event.preventDefault();
      clearTimeout(startTimer);
      block();
    };

    /** @param {Request} request */
    function ask(request) {
      return new Promise((resolve, reject) => {
        waiting.set(request.id, { resolve, reject });
        worker.postMessage(request);
      });
    }
  });
}

/**
 * Imports the worker's module into the page.
 * @param {string} url
 * @returns {Promise<Thread>}
 */
export async function importEngine(url) {
  nImports += 1;
  const blob = workerBlob(url);
  const script = blob ? URL.createObjectURL(blob) : nImports === 1 ? url : `${url}?${nImports}`;
  const { answer } = await import(script).catch((cause) => {
    throw new EngineError("wasm-fetch-failed", cause.message, { cause });
  });
  return { ask: answer, end() {} };
}
