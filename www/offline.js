// @ts-check
/** The page without a connection: registers the service worker that keeps its files. */

import { serviceWorkerScript } from "./trusted-types.js";

/** How long the first visit may wait until all files are kept, in milliseconds. */
const PATIENCE = 3000;

/**
 * Keeps the page's files for the next visit. Where that cannot be, the page works as long as it is open.
 * @returns {Promise<void>} fulfilled when they are kept, or have taken too long
 */
export async function keepForOffline() {
  try {
    const url = new URL("service-worker.js", document.baseURI).href;
    const registration = await navigator.serviceWorker.register(serviceWorkerScript(url));
    const { installing } = registration;
    if (installing) await Promise.race([settled(installing), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  } catch {
    // No service workers here, or no room for the files.
  }
}

/** @param {ServiceWorker} worker */
function settled(worker) {
  return new Promise((resolve) => {
    worker.addEventListener("statechange", () => {
      if (worker.state !== "installing") resolve(undefined);
    });
  });
}
