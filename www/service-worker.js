// @ts-check
/**
 * Keeps the page's own files, so that it opens without a connection. It listens to no message and sends nothing but
 * requests for these files; those of one version are kept together, so that no page is made of two.
 */

/** What to keep, by paths beside this file, and a hash of it all; the build fills both in. */
const { files, hash } = /** @type {{files: string[], hash: string}} */ (/** @type {any} */ (globalThis).PRECACHE);

const CACHE = `whosaid-${hash}`;
const worker = /** @type {any} */ (globalThis);

worker.addEventListener("install", (/** @type {any} */ event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(files)));
});

worker.addEventListener("activate", (/** @type {any} */ event) => {
  event.waitUntil(dropOthers());
});

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { method, url } = event.request;
  if (method === "GET" && new URL(url).origin === location.origin) event.respondWith(answer(event.request));
});

async function dropOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("whosaid-") && name !== CACHE).map((name) => caches.delete(name)));
}

/** @param {Request} request */
async function answer(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request, { ignoreSearch: true })) ?? fetch(request);
}
