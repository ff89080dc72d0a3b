// Scripts that stand in for the worker of the engine, to fail or to answer as no engine would.

const started = 'postMessage("started");';

/** Dies at the first request. */
export const dying = { body: `${started} onmessage = () => { throw new Error("the worker died"); };` };

/** Runs into the trap of a module whose start function is `unreachable`. */
export const trapping = {
  body: `const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 8, 1, 0, 10, 5, 1, 3, 0, 0, 11];
    onmessage = ({ data }) => {
      try {
        new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(bytes)));
      } catch ({ name, message }) {
        postMessage({ id: data.id, error: { name, message } });
      }
    };
    ${started}`,
};

/** Never answers. */
export const silent = { body: `${started} onmessage = () => {};` };

/** Answers every request as a trap with this message does. @param {string} message */
export const failing = (message) => replying({ error: { name: "RuntimeError", message } });

/** Answers every request with this report. @param {object} report */
export const answering = (report) => replying({ report });

/** @param {object} reply */
const replying = (reply) => ({
  body: `const reply = ${JSON.stringify(reply)};
    onmessage = ({ data }) => postMessage({ id: data.id, ...reply });
    ${started}`,
});

/**
 * Puts workers in the place of the first ones that a page starts, and counts in `nWorkers`; those after them are real.
 * @param {...{body: string}} workers
 */
export const startWith =
  (...workers) =>
  /** @param {import("./tab.mjs").Tab} tab */ (tab) =>
    tab.page.evaluateOnNewDocument(
      (bodies) => {
        window.nWorkers = 0;
        window.Worker = class extends Worker {
          constructor(script, options) {
            const body = bodies[window.nWorkers];
            window.nWorkers += 1;
            super(body === undefined ? script : allowed(body), options);
          }
        };

        function allowed(body) {
          const blob = URL.createObjectURL(new Blob([body], { type: "text/javascript" }));
          const { policy, blobs } = globalThis[Symbol.for("whosaid.trusted-types")];
          blobs.add(blob);
          return policy ? policy.createScriptURL(blob) : blob;
        }
      },
      workers.map(({ body }) => body),
    );

/** Puts a worker in the place of every one. @param {{body: string}} worker */
export const always = (worker) => /** @param {import("./sites.mjs").Site} site */ (site) =>
  site.put("/worker.js", worker);
