// @ts-check
/** Whether keys without Ctrl or the like do anything; the reader may switch them off (WCAG 2.1.4), for all elements of a site. */

const STORED = "whosaid.keys";
const OFF = "off";

/** @type {boolean | undefined} */
let areOn;

/** On, unless the reader has switched them off here before. */
export function areSingleKeysOn() {
  areOn ??= read() !== OFF;
  return areOn;
}

/** @param {boolean} isOn */
export function switchSingleKeys(isOn) {
  areOn = isOn;
  try {
    if (isOn) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, OFF);
  } catch {
    // Storage is off; the choice lasts as long as the page.
  }
}

function read() {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}
