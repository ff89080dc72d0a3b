// @ts-check
/** The requests of one element to the engine, and what is told while they run. */

import { clientFor } from "./client.js";
import { keepWorkerSource } from "./worker-source.js";

/** @typedef {import("./client.js").Client} Client */
/** @typedef {import("./client.js").Files} Files */
/** @typedef {import("./client.js").Options} Options */
/** @typedef {import("./client.js").Progress} Progress */

/**
 * @typedef {object} Waiting
 * @property {(status: "loading" | "working") => void} enter at once
 * @property {(progress: Progress) => void} showLoading when it takes long, and then with every progress
 * @property {(length: number) => void} showWorking when it takes long
 */

/** What passes sooner is not shown, in milliseconds. */
const PATIENCE = { loading: 300, working: 200 };

/**
 * Stands for an element among the users of an engine, which would keep the element itself.
 * @typedef {{client?: Client}} User
 */

/** Elements that are dropped without a word give the engine back too. @type {FinalizationRegistry<User>} */
const dropped = new FinalizationRegistry(giveBack);

export class EngineRequests {
  #waiting;
  /** @type {User} */
  #user = {};

  /** @param {Waiting} waiting */
  constructor(waiting) {
    this.#waiting = waiting;
    dropped.register(this, this.#user);
  }

  /**
   * Fetches the engine and starts it, unless it is there.
   * @param {Files} files
   */
  async start(files) {
    const client = this.#use(files);
    const started = client.start();
    // Where the fetch fails too, that is told.
    started.catch(() => {});
    await this.load(files);
    await started;
    return client;
  }

  /**
   * Fetches the engine, unless it is there, and starts nothing.
   * @param {Files} files
   */
  async load(files) {
    const client = this.#use(files);
    if (client.isLoaded) return client;
    this.#waiting.enter("loading");
    let isShown = false;
    /** @type {Progress} */
    let latest = { received: 0 };
    const timer = setTimeout(() => {
      isShown = true;
      this.#waiting.showLoading(latest);
    }, PATIENCE.loading);
    try {
      await client.load((progress) => {
        latest = progress;
        if (isShown) this.#waiting.showLoading(progress);
      });
    } finally {
      clearTimeout(timer);
    }
    return client;
  }

  /**
   * @param {Files} files
   * @param {string} text
   * @param {Options} options
   * @param {AbortSignal} signal
   */
  async analyze(files, text, options, signal) {
    const client = await unlessAborted(this.start(files), signal);
    this.#waiting.enter("working");
    const timer = setTimeout(() => this.#waiting.showWorking(text.length), PATIENCE.working);
    try {
      return await client.analyze(text, options, { signal });
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Fetches all that the engine is made of and starts nothing, so that later nothing is fetched any more.
   * @param {Files} files
   */
  async keep(files) {
    await Promise.all([this.load(files), keepWorkerSource(files.workerUrl)]);
  }

  /** Gives the engine back. */
  release() {
    giveBack(this.#user);
  }

  /** @param {Files} files */
  #use(files) {
    const client = clientFor(files, this.#user);
    if (this.#user.client !== client) giveBack(this.#user);
    return (this.#user.client = client);
  }
}

/** @param {User} user */
function giveBack(user) {
  user.client?.release(user);
  user.client = undefined;
}

/**
 * Settles as the promise does, or rejects at once when it is not waited for any more.
 * @template Result
 * @param {Promise<Result>} promise
 * @param {AbortSignal} signal
 * @returns {Promise<Result>}
 */
function unlessAborted(promise, signal) {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
