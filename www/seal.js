// @ts-check
/**
 * The seal: from here on nothing leaves the document, whatever its scripts do.
 *
 * A policy that a script adds takes effect at once and cannot be lifted. A worker that was started before keeps its own
 * policy, so none is; those that are started from a blob afterwards are under this one. Style sheets that are there stay;
 * no further one may be fetched, not even from the page's own server, which would read its address.
 */

const POLICY = [
  "default-src 'none'",
  "script-src blob: 'wasm-unsafe-eval'",
  "worker-src blob:",
  "img-src data: blob:",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
].join("; ");

/** What opens a connection that no policy knows of. */
const UNGOVERNED = ["RTCPeerConnection", "webkitRTCPeerConnection"];

/** Seals the document; a second call changes nothing. */
export function seal() {
  if (isSealed()) return;
  for (const name of UNGOVERNED) {
    if (name in globalThis) Object.defineProperty(globalThis, name, { value: undefined, configurable: false, writable: false });
  }
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = POLICY;
  document.head.append(policy);
}

function isSealed() {
  const policies = document.head.querySelectorAll("meta[http-equiv=Content-Security-Policy]");
  return [...policies].some((policy) => /** @type {HTMLMetaElement} */ (policy).content === POLICY);
}
