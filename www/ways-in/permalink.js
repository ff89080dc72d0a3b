// @ts-check
/**
 * A link that carries a text: `#t=1.`, then the UTF-8 of the text, deflated, in base64url. What stands after `#` is in no
 * request.
 */

import { deflated, inflated } from "./deflate.js";
import { WayInError } from "./way-in-error.js";

/** What mail, chat and browsers carry unharmed, in characters of the whole address. */
export const LONGEST_LINK = 32_000;
/** How many characters a link may inflate to: as many as the page reads. */
export const LONGEST_TEXT = 1_000_000;

const OURS = /^#t=(\d+)\.(.*)$/s;
const VERSION = "1";

/**
 * @param {string} text
 * @param {string} base the page's address; what it has after `?` or `#` is left out
 * @returns {Promise<string>}
 */
export async function linkTo(text, base) {
  const packed = await deflated(new TextEncoder().encode(text));
  return `${base.split(/[?#]/)[0]}#t=${VERSION}.${toBase64Url(packed)}`;
}

/**
 * Returns the text that the part of an address from `#` on carries; undefined where it is not meant to carry one.
 * @param {string} hash
 * @returns {Promise<string | undefined>}
 * @throws {WayInError} `link-version`, `link-damaged`, `link-too-long`
 */
export async function textOfHash(hash) {
  if (!hash.startsWith("#t=")) return undefined;
  const [, version, packed] = OURS.exec(hash) ?? [];
  if (version && version !== VERSION) throw new WayInError("link-version");
  const text = version ? await inflatedText(packed) : "";
  if (!text) throw new WayInError("link-damaged");
  return text;
}

/** @param {string} packed */
async function inflatedText(packed) {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let text = "";
  try {
    for await (const bytes of inflated(fromBase64Url(packed))) {
      text += decoder.decode(bytes, { stream: true });
      if (text.length > LONGEST_TEXT) throw new WayInError("link-too-long");
    }
    return text + decoder.decode();
  } catch (cause) {
    throw cause instanceof WayInError ? cause : new WayInError("link-damaged", { cause });
  }
}

/** @param {Uint8Array} bytes */
function toBase64Url(bytes) {
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return letters.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** @param {string} letters */
function fromBase64Url(letters) {
  if (!/^[\w-]*$/.test(letters)) throw new TypeError("no base64url");
  return Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}
