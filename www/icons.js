// @ts-check
/** Line icons on a grid of sixteen. */

import { svg } from "./render/nodes.js";

const PATHS = {
  text: "M2.5 3.5h11M2.5 6.5h11M2.5 9.5h11M2.5 12.5h6",
  speakers: "M8 2.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5M3 13.5c.4-2.8 2.2-4.2 5-4.2s4.6 1.4 5 4.2",
  quotations: "M2.5 9.5h4v-5h-4v5c0 1.6.7 2.6 2 3M9.5 9.5h4v-5h-4v5c0 1.6.7 2.6 2 3",
  dates: "M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.2V4M10.5 2.2V4",
  export: "M8 2.5v8M4.5 7.5 8 11l3.5-3.5M2.5 13.5h11",
  print: "M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z",
  copy: "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
  cite: "M3 10.5h3.5V7H3v3.5c0 1.4.6 2.3 1.8 2.8M9.5 10.5H13V7H9.5v3.5c0 1.4.6 2.3 1.8 2.8M3 3.5h10",
  correct: "M2.5 13.5l.7-3L10.7 3l2.3 2.3-7.5 7.5zM9.2 4.5l2.3 2.3",
  reject: "M4 4l8 8M12 4l-8 8",
  add: "M8 3v10M3 8h10",
  undo: "M6 3 2.8 6.2 6 9.4M3 6.2h6.5a3.6 3.6 0 0 1 0 7.2H6",
  redo: "m10 3 3.2 3.2L10 9.4M13 6.2H6.5a3.6 3.6 0 0 0 0 7.2H10",
  search: "M7 3a4 4 0 1 1 0 8 4 4 0 0 1 0-8m3 7 3.5 3.5",
  sure: "m3 8.5 3.2 3.2L13 4.8",
  likely: "M2.5 8.6c1.8-2.6 3.6-2.6 5.5-.6s3.7 2 5.5-.6",
  unsure: "M5.3 6c0-1.7 1.2-2.7 2.8-2.7 1.5 0 2.6.9 2.6 2.3 0 2-2.6 2.1-2.6 4.2M8.1 12.3v.6",
  warning: "M8 2.5 14 13.5H2zM8 6.5v3.2M8 11.5v.3",
};

/** @typedef {keyof typeof PATHS} IconName */

/** @param {IconName} name */
export function icon(name) {
  const path = svg("path", { d: PATHS[name] });
  return svg("svg", { class: "icon", viewBox: "0 0 16 16", "aria-hidden": "true" }, path);
}
