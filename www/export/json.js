// @ts-check
/**
 * The report as JSON, with what it is a report of, length and SHA-256 of the text in UTF-8, and with the corrections that
 * the reader made in it.
 */

/** @typedef {import("../view.js").Report} Report */
/** @typedef {import("../view.js").Correction} Correction */

/**
 * @param {Report} report
 * @param {string} text
 * @param {readonly Correction[]} corrections
 * @returns {Promise<string>}
 */
export async function toJson(report, text, corrections = []) {
  const digest = await sha256(text);
  const input = { length: text.length, ...(digest && { sha256: digest }) };
  return `${JSON.stringify({ ...report, input, ...(corrections.length && { corrections }) }, null, 2)}\n`;
}

/**
 * The SHA-256 of the text in UTF-8, in hexadecimal; empty on a page that is not served securely, where there is none.
 * @param {string} text
 */
export async function sha256(text) {
  if (!globalThis.crypto?.subtle) return "";
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
