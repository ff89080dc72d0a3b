// @ts-check
/** The report as JSON, with what it is a report of: length and SHA-256 of the text in UTF-8. */

/** @typedef {import("../wasm/whosaid.js").Report} Report */

/**
 * @param {Report} report
 * @param {string} text
 * @returns {Promise<string>}
 */
export async function toJson(report, text) {
  const input = { length: text.length, ...(globalThis.crypto?.subtle && { sha256: await sha256(text) }) };
  return `${JSON.stringify({ ...report, input }, null, 2)}\n`;
}

/** @param {string} text */
async function sha256(text) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
