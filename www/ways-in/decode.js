// @ts-check
/** The bytes of a text file as text. What the file does not say about its encoding is guessed, and said to be. */

/** Where the standard of HTML looks for the declaration of a page, in bytes. */
const DECLARED_WITHIN = 1024;
/** How much is looked at to tell UTF-16, in bytes. */
const SAMPLE = 4096;

/**
 * @typedef {object} Decoded
 * @property {string} text without a byte order mark
 * @property {string} encoding as a reader knows it: `UTF-8`, `Windows-1252`
 * @property {boolean} isGuessed whether the file does not say so itself
 */

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {{isHtml?: boolean}} [what] whether to look for the declaration of a page
 * @returns {Decoded}
 */
export function decode(bytes, { isHtml = false } = {}) {
  const marked = markedEncoding(bytes);
  if (marked) return decoded(bytes, marked, false);
  const declared = isHtml ? declaredEncoding(bytes) : undefined;
  const text = declared && decodedExactly(bytes, declared);
  if (declared && text !== undefined) return { text, encoding: nameOf(declared), isGuessed: false };
  const wide = wideEncoding(bytes);
  if (wide) return decoded(bytes, wide, true);
  // Other encodings are valid UTF-8 only where they are plain ASCII.
  const utf8 = decodedExactly(bytes, "utf-8");
  return utf8 === undefined ? decoded(bytes, "windows-1252", true) : { text: utf8, encoding: "UTF-8", isGuessed: false };
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} label
 * @param {boolean} isGuessed
 * @returns {Decoded}
 */
function decoded(bytes, label, isGuessed) {
  return { text: new TextDecoder(label).decode(bytes), encoding: nameOf(label), isGuessed };
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} label
 * @returns {string | undefined} undefined where the label names nothing, or the bytes are not in it
 */
function decodedExactly(bytes, label) {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** By the byte order mark. @param {Uint8Array} bytes */
function markedEncoding([first, second, third]) {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return undefined;
}

/** By `<meta charset>`, or the older form of it. @param {Uint8Array} bytes */
function declaredEncoding(bytes) {
  const head = String.fromCharCode(...bytes.subarray(0, DECLARED_WITHIN)).replace(/<!--[^]*?-->/g, "");
  const [, label] = /<meta\s[^>]*?charset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(head) ?? [];
  // Who can read the declaration byte by byte is not in UTF-16; the standard takes UTF-8.
  return label?.toLowerCase().startsWith("utf-16") ? "utf-8" : label;
}

/** UTF-16 by the zero that is in every second byte of Latin letters. @param {Uint8Array} bytes */
function wideEncoding(bytes) {
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2]++;
  const [even, odd] = zeros;
  const few = sample.length / 20;
  const many = sample.length / 4;
  if (odd > many && even < few) return "utf-16le";
  if (even > many && odd < few) return "utf-16be";
  return undefined;
}

/** @param {string} label */
function nameOf(label) {
  const { encoding } = new TextDecoder(label);
  if (encoding.startsWith("utf-")) return encoding.slice(0, 6).toUpperCase();
  return encoding.replace(/^windows/, "Windows");
}
