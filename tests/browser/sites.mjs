// The servers of the tests, on this machine only: the site as it was built, and other sites that embed the element.
import { createServer } from "node:http";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
};

/**
 * What a server answers.
 * @typedef {object} Answer
 * @property {string | Buffer} body
 * @property {string} [type]
 * @property {number} [status]
 * @property {Record<string, string>} [headers]
 * @property {Promise<void>} [pause] after the first half of the body the rest waits for this
 */

/** Ports that were given to a server. @type {Set<number>} */
const used = new Set();

/** An origin of its own: nothing is cached or stored from another test. */
export class Site {
  /** Method and address of every request, in order. @type {string[]} */
  requests = [];
  /** @type {Map<string, Answer | ((nth: number) => Answer)>} */
  #answers = new Map();
  /** @type {import("node:http").Server} */
  #server;

  /** @param {Map<string, Answer>} [answers] by path */
  static async start(answers = new Map()) {
    const site = new Site();
    site.#answers = new Map(answers);
    site.#server = createServer((request, response) => site.#answer(request, response));
    const listen = () => new Promise((resolve) => site.#server.listen(0, "127.0.0.1", resolve));
    await listen();
    // A service worker of an earlier test would answer at its port.
    while (used.has(site.#server.address().port)) {
      await new Promise((resolve) => site.#server.close(resolve));
      await listen();
    }
    used.add(site.#server.address().port);
    site.origin = `http://127.0.0.1:${site.#server.address().port}`;
    return site;
  }

  /**
   * Puts something in the place of what the path answers; a function is told how many requests came for it before.
   * @param {string} path
   * @param {Answer | ((nth: number) => Answer | undefined)} answer what is undefined leaves the answer as it was
   */
  put(path, answer) {
    const before = this.#answers.get(path);
    let nth = 0;
    this.#answers.set(path, typeof answer === "function" ? () => answer(nth++) ?? before : answer);
  }

  /** The path that matches: the build puts a hash into some names. @param {RegExp} name */
  find(name) {
    const found = [...this.#answers.keys()].find((path) => name.test(path));
    if (!found) throw new Error(`the site has nothing like ${name}`);
    return found;
  }

  /** What the path answers. @param {string} path */
  answerOf(path) {
    return /** @type {Answer} */ (this.#answers.get(path));
  }

  /** Lets the second half of an answer wait. @param {string} path @param {Promise<void>} pause */
  pauseAt(path, pause) {
    this.put(path, { .../** @type {Answer} */ (this.#answers.get(path)), pause });
  }

  /** How many requests came for a path. @param {string} path */
  count(path) {
    return this.requests.filter((request) => request === `GET ${path}`).length;
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request, response) {
    this.requests.push(`${request.method} ${request.url}`);
    const path = request.url.split("?")[0];
    const known = this.#answers.get(path);
    const answer = typeof known === "function" ? known() : known;
    const { body, type, status = 200, headers, pause } = answer ?? { body: "There is no such file.\n", status: 404 };
    const bytes = Buffer.from(body);
    response.writeHead(status, {
      "Content-Type": type ?? TYPES[extname(path) || ".html"] ?? "text/plain; charset=utf-8",
      "Content-Length": bytes.length,
      "Access-Control-Allow-Origin": "*",
      "Cache-Control": "no-cache",
      ...headers,
    });
    if (pause) {
      response.write(bytes.subarray(0, bytes.length / 2));
      await pause;
      response.end(bytes.subarray(bytes.length / 2));
    } else response.end(bytes);
  }
}

/**
 * Reads what the build wrote for a static host.
 * @param {string} folder
 * @returns {Map<string, Answer>}
 */
export function readSite(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const answers = new Map();
  for (const { parentPath, path, name } of files) {
    const file = join(parentPath ?? path, name);
    answers.set(`/${relative(folder, file).split(sep).join("/")}`, { body: readFileSync(file) });
  }
  const index = answers.get("/index.html");
  if (!index) throw new Error(`${folder} has no index.html; build the site first: cargo xtask build`);
  return answers.set("/", index);
}

/** Something to wait for, and the function that fulfills it. */
export function barrier() {
  let release = () => {};
  const pause = new Promise((resolve) => (release = resolve));
  return { pause, release };
}
