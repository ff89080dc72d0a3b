// @ts-check
/** Registers `<who-said>`; a page may load this file more than once, and in more than one version. */

import { WhoSaidElement } from "./who-said-element.js";

WhoSaidElement.define();

export { WhoSaidElement };
