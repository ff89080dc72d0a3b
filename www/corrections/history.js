// @ts-check
/** The corrections made, and those that were taken back and can be made again. */

/** @typedef {import("../corrections.js").Correction} Correction */

/**
 * @typedef {object} History
 * @property {readonly Correction[]} done in order
 * @property {readonly Correction[]} undone the one that was taken back last at the end
 */

/** @type {History} */
export const EMPTY = { done: [], undone: [] };

/**
 * What was taken back before cannot be made again afterwards.
 * @param {History} history
 * @param {Correction} correction
 * @returns {History}
 */
export function push({ done }, correction) {
  return { done: [...done, correction], undone: [] };
}

/**
 * Returns the same history where there is nothing to take back.
 * @param {History} history
 * @returns {History}
 */
export function undo(history) {
  const last = history.done.at(-1);
  return last ? { done: history.done.slice(0, -1), undone: [...history.undone, last] } : history;
}

/**
 * Returns the same history where there is nothing to make again.
 * @param {History} history
 * @returns {History}
 */
export function redo(history) {
  const last = history.undone.at(-1);
  return last ? { done: [...history.done, last], undone: history.undone.slice(0, -1) } : history;
}
