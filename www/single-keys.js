// @ts-check
/** Whether keys without Ctrl or the like do anything; the reader may switch them off (WCAG 2.1.4), for all elements of a site. */

import { keepChoice, keptChoice } from "./kept-choice.js";

const STORED = "whosaid.keys";
const OFF = "off";

/** @type {boolean | undefined} */
let areOn;

/** On, unless the reader has switched them off here before. */
export function areSingleKeysOn() {
  areOn ??= keptChoice(STORED) !== OFF;
  return areOn;
}

/** @param {boolean} isOn */
export function switchSingleKeys(isOn) {
  areOn = isOn;
  keepChoice(STORED, isOn ? null : OFF);
}
