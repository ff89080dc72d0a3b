// @ts-check
/**
 * The one Trusted Types policy, `whosaid`, shared by every copy of the script on a page: a second `createPolicy` of the
 * same name throws. It makes script URLs for the worker and for nothing else.
 */

const KEY = Symbol.for("whosaid.trusted-types");

/** The file name of the worker, with the hash that a bundler may put into it. */
const WORKER = /\/worker[^/]*\.js$/;

/**
 * @typedef {object} Policy
 * @property {(url: string) => any} createScriptURL
 */

/**
 * Returns what `new Worker` takes to start the module at `url`.
 *
 * A module of another origin cannot be started as a worker, but a blob that imports it can: by `import()`, which is
 * under the policy's `script-src`, while a static import is under `worker-src`, where a host need not name our origin.
 * @param {string} url absolute
 * @returns {any} a string, or a `TrustedScriptURL` where the browser has them
 */
export function workerScript(url) {
  const scope = /** @type {any} */ (globalThis);
  if (!scope.trustedTypes) return scriptUrl(url);
  if (!scope[KEY]) {
    const policy = scope.trustedTypes.createPolicy("whosaid", { createScriptURL: scriptUrl });
    Object.defineProperty(scope, KEY, { value: policy });
  }
  return /** @type {Policy} */ (scope[KEY]).createScriptURL(url);
}

/** @param {string} url */
function scriptUrl(url) {
  const { origin, pathname, protocol } = new URL(url);
  if (!WORKER.test(pathname) || protocol === "data:") throw new TypeError(`${url} is not the worker of whosaid`);
  if (origin === location.origin) return url;
  // A rejection alone would not reach the page.
  const script = `import(${JSON.stringify(url)}).catch((error) => setTimeout(() => { throw error; }));`;
  return URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
}
