// @ts-check
/** The paragraphs of a Word document, as they stand once all its changes are accepted; footnotes are left out. */

import { decode } from "./decode.js";
import { parseInert } from "./html.js";
import { WayInError } from "./way-in-error.js";
import { readDirectory, readEntry } from "./zip.js";

/** How much a part of the document may inflate to, in bytes. */
const LIMIT = 20_000_000;

const RELATIONS = "_rels/.rels";
const USUAL_PLACE = "word/document.xml";

/** As Word writes it, and as its “strict” format does. */
const WORD = new Set([
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  "http://purl.oclc.org/ooxml/wordprocessingml/main",
]);
/** What is deleted, moved away, or about the text. */
const LEFT_OUT = new Set(["del", "moveFrom", "pPr", "rPr", "rt", "sectPr"]);
/** So is the mark at the end of a paragraph whose properties say this of it. */
const MARK_GONE = ["del", "moveFrom"];
/** The same once more, for programs that know less. */
const FALLBACK = "Fallback";
/** @type {Record<string, string>} */
const CHARACTERS = { tab: "\t", ptab: "\t", br: "\n", cr: "\n", noBreakHyphen: "-" };

/**
 * @param {import("./deflate.js").Bytes} bytes
 * @returns {Promise<string>}
 * @throws {WayInError} `unsupported` where it is a zip file of another kind, `damaged`, `encrypted`, `too-large`
 */
export async function textOfDocx(bytes) {
  const entries = readDirectory(bytes);
  /** @param {string} name */
  const read = async (name) => {
    const entry = entries.get(name);
    return entry && parseXml(decode(await readEntry(bytes, entry, LIMIT)).text);
  };
  const article = await read(placeOf(await read(RELATIONS)));
  if (!article || !WORD.has(article.documentElement.namespaceURI ?? "")) throw new WayInError("unsupported");
  return readParagraphs(article.documentElement);
}

/** Where the document is in its zip file. @param {Document} [relations] */
function placeOf(relations) {
  const all = [...(relations?.documentElement.children ?? [])];
  const main = all.find((relation) => relation.getAttribute("Type")?.endsWith("/officeDocument"));
  return main?.getAttribute("Target")?.replace(/^\//, "") ?? USUAL_PLACE;
}

/** @param {string} xml */
function parseXml(xml) {
  // No document of Word defines entities; a bomb does.
  if (xml.includes("<!DOCTYPE")) throw new WayInError("damaged");
  const parsed = parseInert(xml, "application/xml");
  if (parsed.querySelector("parsererror")) throw new WayInError("damaged");
  return parsed;
}

/** @param {Element} root */
function readParagraphs(root) {
  /** @type {string[]} */
  const paragraphs = [];
  let current = -1;
  /** The paragraph that goes on in the next one, because there is no mark at its end. */
  let open = -1;

  /** @param {Element} parent */
  function readChildren(parent) {
    for (const child of parent.children) {
      if (WORD.has(child.namespaceURI ?? "")) readElement(child);
      else if (child.localName !== FALLBACK) readChildren(child);
    }
  }

  /** @param {Element} element */
  function readElement(element) {
    const name = element.localName;
    if (LEFT_OUT.has(name) || (name === "r" && isHidden(element))) return;
    if (name === "p") {
      // A text box stands inside the paragraph that it is anchored to.
      const outer = current;
      const own = open >= 0 ? open : paragraphs.push("") - 1;
      open = -1;
      current = own;
      readChildren(element);
      open = isMarkGone(element) ? own : -1;
      current = outer;
    } else if (name === "tc") {
      // What stands in a cell never joins what stands outside.
      open = -1;
      readChildren(element);
      open = -1;
    } else if (current >= 0 && (name === "t" || name in CHARACTERS)) {
      paragraphs[current] += CHARACTERS[name] ?? element.textContent;
    } else readChildren(element);
  }

  readChildren(root);
  return paragraphs.map((paragraph) => paragraph.trim()).filter(Boolean).join("\n\n");
}

/** Whether a paragraph ends without a mark, as readers see it. @param {Element} paragraph */
function isMarkGone(paragraph) {
  const properties = childOf(paragraph, "pPr");
  const mark = properties && childOf(properties, "rPr");
  if (!properties || !mark) return false;
  return isHidden(properties) || MARK_GONE.some((name) => childOf(mark, name));
}

/** @param {Element} run or the properties of a paragraph, which say it of the mark at its end */
function isHidden(run) {
  const properties = childOf(run, "rPr");
  const vanish = properties && childOf(properties, "vanish");
  return vanish !== undefined && !/^(0|false|off)$/.test(vanish.getAttributeNS(vanish.namespaceURI, "val") ?? "");
}

/** @param {Element} parent @param {string} name */
function childOf(parent, name) {
  return [...parent.children].find(({ localName }) => localName === name);
}
