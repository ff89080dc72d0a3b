// @ts-check
/** The text of a file that a reader opens: plain text, Markdown, HTML or a Word document. */

import { waysIn as strings } from "../strings.js";
import { decode } from "./decode.js";
import { textOfDocx } from "./docx.js";
import { textOfHtml } from "./html.js";
import { textOfMarkdown } from "./markdown.js";
import { WayInError } from "./way-in-error.js";

/** The largest file that is opened, in bytes. */
export const LARGEST_FILE = 20_000_000;

/** @typedef {"text" | "markdown" | "html" | "docx"} Kind */

/** @type {Record<string, Kind>} */
const BY_EXTENSION = {
  txt: "text", text: "text", md: "markdown", markdown: "markdown", html: "html", htm: "html", xhtml: "html", docx: "docx",
};

/** For a name without an extension. @type {Record<string, Kind>} */
const BY_TYPE = {
  "text/plain": "text",
  "text/markdown": "markdown",
  "text/html": "html",
  "application/xhtml+xml": "html",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
};

/** How files begin that are not what their name says, or that nothing here reads. */
const BEGINNINGS = { pdf: "%PDF-", zip: "PK\u0003\u0004", rtf: "{\\rtf", compound: "\u00d0\u00cf\u0011\u00e0" };

/**
 * @param {File} file
 * @returns {Promise<{text: string, note?: string[]}>} the note says what was guessed
 * @throws {WayInError} `too-large`, `unreadable`, `empty`, `pdf`, `unsupported`, `damaged`, `encrypted`
 */
export async function readFile(file) {
  if (file.size > LARGEST_FILE) throw new WayInError("too-large");
  const bytes = await bytesOf(file);
  const kind = kindOf(file, bytes);
  const read = kind === "docx" ? { text: await textOfDocx(bytes) } : readWritten(bytes, kind);
  if (!read.text.trim()) throw new WayInError("empty");
  return read;
}

/** @param {File} file */
async function bytesOf(file) {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    throw new WayInError("unreadable", { cause });
  }
}

/**
 * @param {File} file
 * @param {import("./deflate.js").Bytes} bytes
 * @returns {Kind}
 */
function kindOf({ name, type }, bytes) {
  const beginning = String.fromCharCode(...bytes.subarray(0, 8));
  const [, extension] = /\.([^.]+)$/.exec(name.toLowerCase()) ?? [];
  const kind = extension === undefined ? BY_TYPE[type.split(";")[0]] ?? "text" : BY_EXTENSION[extension];
  if (beginning.startsWith(BEGINNINGS.pdf) || extension === "pdf") throw new WayInError("pdf");
  if (beginning.startsWith(BEGINNINGS.compound) && kind === "docx") throw new WayInError("encrypted");
  if (!kind || beginning.startsWith(BEGINNINGS.rtf)) throw new WayInError("unsupported");
  return beginning.startsWith(BEGINNINGS.zip) ? "docx" : kind;
}

/**
 * @param {import("./deflate.js").Bytes} bytes
 * @param {Exclude<Kind, "docx">} kind
 */
function readWritten(bytes, kind) {
  const { text, encoding, isGuessed } = decode(bytes, { isHtml: kind === "html" });
  // Pictures and programs hold zeros, and no text does.
  if (text.includes("\0")) throw new WayInError("unsupported");
  const note = isGuessed ? strings.guessed(encoding) : undefined;
  if (kind === "html") return { text: textOfHtml(text), note };
  return { text: kind === "markdown" ? textOfMarkdown(text) : text, note };
}
