// @ts-check
/** The theme that the reader chose: every page shows it as soon as it loads this. */

import { keepChoice, keptChoice } from "./kept-choice.js";

const KEY = "whosaid.theme";

/** @returns {string | undefined} undefined where none was chosen */
export function chosenTheme() {
  return document.documentElement.dataset.theme;
}

/** @param {string} theme */
export function chooseTheme(theme) {
  show(theme);
  keepChoice(KEY, theme);
}

/** @param {string} theme */
function show(theme) {
  document.documentElement.dataset.theme = theme;
}

const kept = keptChoice(KEY);
if (kept) show(kept);
