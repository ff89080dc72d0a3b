// @ts-check
/** The formats in which a report can be taken along. */

import { toCsv } from "./csv.js";
import { toHtml } from "./html.js";
import { toJson } from "./json.js";
import { toMarkdown } from "./markdown.js";
import { toWebAnnotation } from "./web-annotation.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {"json" | "csv" | "markdown" | "html" | "web-annotation"} Format */

/**
 * @typedef {object} Writer
 * @property {string} extension of the file's name
 * @property {string} type its media type
 * @property {(view: View) => string | Promise<string>} write
 */

/** @type {Record<Format, Writer>} */
export const FORMATS = {
  json: { extension: "json", type: "application/json", write: ({ report, text, corrections }) => toJson(report, text, corrections) },
  csv: { extension: "csv", type: "text/csv", write: toCsv },
  markdown: { extension: "md", type: "text/markdown", write: toMarkdown },
  html: { extension: "html", type: "text/html", write: toHtml },
  "web-annotation": { extension: "jsonld", type: "application/ld+json", write: toWebAnnotation },
};
