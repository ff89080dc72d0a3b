// @ts-check
/** One file out of a zip file, by its central directory. No zip64, no encryption: no document of words needs them. */

import { inflated } from "./deflate.js";
import { WayInError } from "./way-in-error.js";

const SIGNATURES = { end: 0x06054b50, central: 0x02014b50, local: 0x04034b50 };
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const METHODS = { stored: 0, deflated: 8 };
const IS_ENCRYPTED = 1;
/** Stands where the true number is in the larger directory of zip64. */
const ELSEWHERE = { short: 0xffff, long: 0xffffffff };

/** @typedef {import("./deflate.js").Bytes} Bytes */

/**
 * @typedef {object} Entry
 * @property {number} flags
 * @property {number} method
 * @property {number} checksum CRC-32 of the content
 * @property {number} packedSize in bytes
 * @property {number} offset of its local header
 */

/**
 * @param {Bytes} zip
 * @returns {Map<string, Entry>} by name
 * @throws {WayInError} `damaged`
 */
export function readDirectory(zip) {
  return guarded(() => {
    const view = viewOf(zip);
    const end = findEnd(view);
    const count = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    if (count === ELSEWHERE.short || at === ELSEWHERE.long) throw new WayInError("damaged");
    /** @type {Map<string, Entry>} */
    const entries = new Map();
    for (let nth = 0; nth < count; nth++) {
      expectSignature(view, at, SIGNATURES.central);
      const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
      entries.set(new TextDecoder().decode(zip.subarray(at + 46, at + 46 + name)), {
        flags: view.getUint16(at + 8, true),
        method: view.getUint16(at + 10, true),
        checksum: view.getUint32(at + 16, true),
        packedSize: view.getUint32(at + 20, true),
        offset: view.getUint32(at + 42, true),
      });
      at += 46 + name + extra + comment;
    }
    return entries;
  });
}

/**
 * @param {Bytes} zip
 * @param {Entry} entry
 * @param {number} limit how many bytes it may inflate to
 * @returns {Promise<Bytes>}
 * @throws {WayInError} `encrypted`, `too-large`, `damaged`
 */
export async function readEntry(zip, { flags, method, checksum, packedSize, offset }, limit) {
  if (flags & IS_ENCRYPTED) throw new WayInError("encrypted");
  const packed = guarded(() => {
    const view = viewOf(zip);
    expectSignature(view, offset, SIGNATURES.local);
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    if (start + packedSize > zip.length) throw new WayInError("damaged");
    return zip.subarray(start, start + packedSize);
  });
  const content = await unpacked(packed, method, limit);
  if (checksumOf(content) !== checksum) throw new WayInError("damaged");
  return content;
}

/**
 * @param {Bytes} packed
 * @param {number} method
 * @param {number} limit
 */
async function unpacked(packed, method, limit) {
  if (method === METHODS.stored && packed.length <= limit) return packed;
  if (method !== METHODS.deflated) throw new WayInError(method === METHODS.stored ? "too-large" : "damaged");
  const parts = [];
  let size = 0;
  try {
    for await (const part of inflated(packed)) {
      size += part.length;
      if (size > limit) throw new WayInError("too-large");
      parts.push(part);
    }
  } catch (cause) {
    throw cause instanceof WayInError ? cause : new WayInError("damaged", { cause });
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** The end of the directory stands last, before a comment of any length. @param {DataView} view */
function findEnd(view) {
  const first = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= first; at--) {
    if (view.getUint32(at, true) === SIGNATURES.end) return at;
  }
  throw new WayInError("damaged");
}

/**
 * @param {DataView} view
 * @param {number} at
 * @param {number} signature
 */
function expectSignature(view, at, signature) {
  if (view.getUint32(at, true) !== signature) throw new WayInError("damaged");
}

/** @param {Bytes} bytes */
function viewOf(bytes) {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * Reading behind the end of the file means that something in it is wrong.
 * @template Result
 * @param {() => Result} read
 * @returns {Result}
 */
function guarded(read) {
  try {
    return read();
  } catch (cause) {
    throw cause instanceof WayInError ? cause : new WayInError("damaged", { cause });
  }
}

/** CRC-32 as in ISO 3309. @param {Uint8Array} bytes */
function checksumOf(bytes) {
  let rest = -1;
  for (const byte of bytes) rest = (rest >>> 8) ^ CHECKSUMS[(rest ^ byte) & 0xff];
  return ~rest >>> 0;
}

const CHECKSUMS = Uint32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
  return byte;
});
