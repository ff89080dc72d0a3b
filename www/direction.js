// @ts-check
/** In which direction a text is typed; not by `dir="auto"`, which takes Chromium half a minute on a line of a million letters. */

/** The first letter is Hebrew, Arabic or of a script beside them. */
const RIGHT_TO_LEFT = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
/** The first letter is looked for so far. */
const WITHIN = 200;

/**
 * @param {string} text
 * @returns {"ltr" | "rtl"}
 */
export function directionOf(text) {
  return RIGHT_TO_LEFT.test(text.slice(0, WITHIN)) ? "rtl" : "ltr";
}
