// @ts-check
/**
 * The engine with promises: one wasm fetch and one worker for everybody on the page who uses the same files.
 *
 * One request runs at a time and is answered by its id. A thread that traps, dies or takes too long is replaced by a
 * new one from the compiled module, and its request is tried once more before it is reported as failed.
 */

import { EngineError } from "./engine-error.js";
import { importEngine, startWorker } from "./threads.js";
import { fetchModule } from "./wasm-module.js";

/** @typedef {import("./wasm/whosaid.js").Options} Options */
/** @typedef {import("./wasm/whosaid.js").Report} Report */
/** @typedef {import("./threads.js").Thread} Thread */
/** @typedef {import("./wasm-module.js").Progress} Progress */

/**
 * @typedef {object} Files
 * @property {string} wasmUrl absolute
 * @property {string} workerUrl absolute
 * @property {"auto" | "off"} worker `off` runs the engine on the main thread
 */

/**
 * @typedef {object} Job
 * @property {string} text
 * @property {Options} options
 * @property {AbortSignal} [signal]
 * @property {(report: Report) => void} resolve
 * @property {(error: unknown) => void} reject
 */

/** What a broken instance throws; anything else is an answer to a wrong call. */
const TRAPS = new Set(["RuntimeError", "RangeError", "InternalError"]);
/** How long one request may take: the fixed part in milliseconds, and what each thousand characters add. */
const TIME_LIMIT = { fixed: 10_000, perThousand: 20 };
/** How long an abandoned request may go on before its thread is replaced, in milliseconds. */
const GRACE = 100;

/** @type {Map<string, Client>} */
const clients = new Map();

/**
 * Returns the client for these files; everybody who names the same ones gets the same client.
 * @param {Files} files
 * @param {object} user who says later, by `client.release(user)`, that it needs the engine no more; kept until then
 */
export function clientFor(files, user) {
  const key = JSON.stringify([files.wasmUrl, files.workerUrl, files.worker]);
  let client = clients.get(key);
  if (!client) clients.set(key, (client = new Client(files)));
  client.retain(user);
  return client;
}

export class Client {
  /** @type {Promise<WebAssembly.Module> | undefined} */
  #module;
  /** @type {Promise<Thread> | undefined} */
  #thread;
  /** Threads that have been given the module. @type {WeakSet<Thread>} */
  #instances = new WeakSet();
  /** @type {Set<object>} */
  #users = new Set();
  /** @type {Job[]} */
  #queue = [];
  #isRunning = false;
  #isWorkerBlocked = false;
  #lastId = 0;
  /** @type {Set<(progress: Progress) => void>} */
  #listeners = new Set();

  /**
   * @param {Files} files
   * @param {typeof TIME_LIMIT} [timeLimit]
   */
  constructor({ wasmUrl, workerUrl, worker }, timeLimit = TIME_LIMIT) {
    /** Not what was given, which may be an element. @type {Files} */
    this.files = { wasmUrl, workerUrl, worker };
    this.timeLimit = timeLimit;
    /** Whether the engine is there, so that the next answer comes without a fetch. */
    this.isLoaded = false;
  }

  /**
   * Fetches the engine if it is not there yet.
   * @param {(progress: Progress) => void} [onProgress]
   */
  async load(onProgress) {
    if (onProgress) this.#listeners.add(onProgress);
    try {
      this.#module ??= fetchModule(this.files.wasmUrl, (progress) => {
        for (const listener of this.#listeners) listener(progress);
      });
      const module = await this.#module;
      this.isLoaded = true;
      return module;
    } catch (error) {
      // A failed fetch is not kept: the next call tries again.
      this.#module = undefined;
      throw error;
    } finally {
      if (onProgress) this.#listeners.delete(onProgress);
    }
  }

  /** Starts the engine's thread if there is none. */
  async start() {
    this.#thread ??= this.#startThread();
    try {
      return await this.#thread;
    } catch (error) {
      this.#thread = undefined;
      throw error;
    }
  }

  /**
   * @param {string} text
   * @param {Options} [options]
   * @param {{signal?: AbortSignal}} [control] an aborted request rejects at once; its thread is replaced if it does not
   *   come to an end by itself
   * @returns {Promise<Report>}
   */
  analyze(text, options = {}, { signal } = {}) {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
      this.#queue.push({ text, options, signal, resolve, reject });
      this.#runQueue();
    });
  }

  /** @param {object} user */
  retain(user) {
    this.#users.add(user);
  }

  /**
   * Ends the thread when its last user goes; the next request starts another.
   * @param {object} user
   */
  release(user) {
    this.#users.delete(user);
    if (!this.#users.size) this.#replaceThread();
  }

  async #runQueue() {
    if (this.#isRunning) return;
    this.#isRunning = true;
    for (let job = this.#queue.shift(); job; job = this.#queue.shift()) {
      if (!job.signal?.aborted) await this.#run(job).then(job.resolve, job.reject);
    }
    this.#isRunning = false;
  }

  /**
   * @param {Job} job
   * @returns {Promise<Report>}
   */
  async #run(job) {
    for (let isRetry = false; ; isRetry = true) {
      try {
        return await this.#ask(job);
      } catch (error) {
        if (!(error instanceof EngineError && error.code.startsWith("engine-"))) throw error;
        this.#replaceThread();
        if (isRetry || job.signal?.aborted) throw error;
      }
    }
  }

  /** @param {Job} job */
  async #ask({ text, options, signal }) {
    const [module, thread] = await Promise.all([this.load(), this.start()]);
    signal?.throwIfAborted();
    const isFirst = !this.#instances.has(thread);
    this.#instances.add(thread);
    const id = (this.#lastId += 1);
    const limit = this.timeLimit.fixed + (text.length / 1000) * this.timeLimit.perThousand;
    const asked = thread.ask({ id, text, options, ...(isFirst && { module }) });
    const { report, error } = await within(asked, limit, signal);
    if (report) return report;
    if (error?.name === "LinkError") {
      // The file is of another version than the script beside it, so a retry fetches it again.
      this.#module = undefined;
      this.isLoaded = false;
      this.#replaceThread();
      throw new EngineError("wasm-bad-response", error.message);
    }
    if (error && TRAPS.has(error.name)) throw new EngineError("engine-crashed", error.message);
    throw Object.assign(new Error(error?.message), { name: error?.name ?? "Error" });
  }

  async #startThread() {
    if (this.files.worker === "auto" && !this.#isWorkerBlocked) {
      try {
        return await startWorker(this.files.workerUrl);
      } catch {
        // A policy, a sandbox or an old browser; on the main thread one call takes some milliseconds.
        this.#isWorkerBlocked = true;
      }
    }
    return importEngine(this.files.workerUrl);
  }

  #replaceThread() {
    this.#thread?.then((thread) => thread.end(), () => {});
    this.#thread = undefined;
  }
}

/**
 * Settles as the answer does, unless the time is up before or the request was abandoned.
 * @template Answer
 * @param {Promise<Answer>} answer
 * @param {number} limit in milliseconds
 * @param {AbortSignal} [signal]
 * @returns {Promise<Answer>}
 */
function within(answer, limit, signal) {
  return new Promise((resolve, reject) => {
    const expire = () => reject(new EngineError("engine-timeout", `no answer within ${limit} ms`));
    const timer = setTimeout(expire, limit);
    const abandon = () => setTimeout(expire, GRACE);
    signal?.addEventListener("abort", abandon, { once: true });
    answer.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abandon);
    });
  });
}
