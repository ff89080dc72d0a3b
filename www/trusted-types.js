// @ts-check
/**
 * The one Trusted Types policy, `whosaid`, shared by every copy of the script on a page: a second `createPolicy` of the
 * same name throws. It makes script URLs for the worker and for the page's service worker, markup that is parsed into a
 * document of its own, and nothing else.
 */

const KEY = Symbol.for("whosaid.trusted-types");

/** The file name of the worker, with the hash that a bundler may put into it. */
const WORKER = /\/worker[^/]*\.js$/;
const SERVICE_WORKER = /\/service-worker\.js$/;

/**
 * @typedef {object} Policy
 * @property {(url: string) => any} createScriptURL
 * @property {(markup: string) => any} createHTML throws where the policy is of a copy that made no markup yet
 *
 * @typedef {object} Shared
 * @property {Policy | undefined} policy absent where the browser has none
 * @property {Set<string>} blobs addresses of blobs that hold the worker's script and were not started yet
 */

/** @returns {Shared} */
function shared() {
  const scope = /** @type {any} */ (globalThis);
  if (!scope[KEY]) {
    /** @type {Set<string>} */
    const blobs = new Set();
    const createScriptURL = /** @param {string} url */ (url) => checked(url, blobs);
    const createHTML = /** @param {string} markup */ (markup) => markup;
    const policy = scope.trustedTypes?.createPolicy("whosaid", { createScriptURL, createHTML });
    Object.defineProperty(scope, KEY, { value: { policy, blobs } });
  }
  return scope[KEY];
}

/**
 * Returns what `new Worker` takes to start the module at `url`.
 *
 * A module of another origin cannot be started as a worker, but a blob that imports it can: by `import()`, which is
 * under the policy's `script-src`, while a static import is under `worker-src`, where a host need not name our origin.
 * @param {string} url absolute
 * @param {Blob} [script] the module itself, started in its place
 * @returns {any} a string, or a `TrustedScriptURL` where the browser has them
 */
export function workerScript(url, script) {
  const { origin, pathname, protocol } = new URL(url);
  if (!WORKER.test(pathname) || protocol === "data:") throw new TypeError(`${url} is not the worker of whosaid`);
  if (!script && origin === location.origin) return trusted(url);
  // A rejection alone would not reach the page.
  const imported = `import(${JSON.stringify(url)}).catch((error) => setTimeout(() => { throw error; }));`;
  const blob = URL.createObjectURL(script ?? new Blob([imported], { type: "text/javascript" }));
  shared().blobs.add(blob);
  return trusted(blob);
}

/**
 * Returns what `serviceWorker.register` takes for the page's service worker.
 * @param {string} url absolute
 */
export function serviceWorkerScript(url) {
  return trusted(url);
}

/**
 * Returns what `DOMParser.parseFromString` takes; only `ways-in/html.js` asks for it.
 * @param {string} markup
 * @returns {any} a string, or a `TrustedHTML` where the browser has them
 * @throws {TypeError} where an older copy of the script, which made no markup, was first on the page
 */
export function trustedMarkup(markup) {
  const { policy } = shared();
  return policy ? policy.createHTML(markup) : markup;
}

/** @param {string} url */
function trusted(url) {
  const { policy, blobs } = shared();
  return policy ? policy.createScriptURL(url) : checked(url, blobs);
}

/**
 * @param {string} url
 * @param {Set<string>} blobs
 */
function checked(url, blobs) {
  const { origin, pathname, protocol } = new URL(url);
  const isOurs = origin === location.origin && /^https?:$/.test(protocol) && (WORKER.test(pathname) || SERVICE_WORKER.test(pathname));
  if (!isOurs && !blobs.delete(url)) throw new TypeError(`${url} is no worker of whosaid`);
  return url;
}
