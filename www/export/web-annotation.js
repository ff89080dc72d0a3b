// @ts-check
/**
 * The report as W3C Web Annotations, in JSON-LD.
 *
 * Positions are counted in code points, as the standard says; beside them stand the words with what is before and
 * behind them. Read in any other tool, each quotation is an annotation whose body names its speaker, and each date one
 * whose body is its value. One that the reader corrected has the reader as its creator, and a tag that says so; who made
 * the file of it is the generator, as in all.
 */

import { nameOf } from "../render/name.js";
import { corrections as strings } from "../strings.js";
import { fieldsByHand } from "./by-hand.js";
import { sha256 } from "./json.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("../view.js").Span} Span */

/** Characters of the text before and behind the words. */
const CONTEXT = 32;

/**
 * All quotations and dates of the report, shown or not.
 * @param {View} view
 */
export async function toWebAnnotation(view) {
  const { text, report } = view;
  const digest = await sha256(text);
  const source = digest ? `urn:sha256:${digest}` : "urn:whosaid:article";
  const countPoints = pointCounter(text);
  /** @param {Span} span */
  const target = (span) => ({
    source,
    selector: [
      { type: "TextPositionSelector", start: countPoints(span.start), end: countPoints(span.end) },
      {
        type: "TextQuoteSelector",
        exact: text.slice(span.start, span.end),
        prefix: wellFormed(text.slice(Math.max(0, span.start - CONTEXT), span.start)),
        suffix: wellFormed(text.slice(span.end, span.end + CONTEXT)),
      },
    ],
  });
  /**
   * @param {string} id
   * @param {Span[]} spans
   * @param {string} motivation
   * @param {object[]} body
   * @param {boolean} isByHand
   */
  const annotation = (id, spans, motivation, body, isByHand) => ({
    id: `${source}#${id}`,
    type: "Annotation",
    motivation,
    ...(isByHand && { creator: { type: "Person", name: strings.reader } }),
    generator: { type: "Software", name: "whosaid", "schema:softwareVersion": report.engine },
    body: isByHand ? [...body, textual("tagging", strings.tag)] : body,
    target: spans.length > 1 ? spans.map(target) : target(spans[0]),
  });
  const quotations = report.quotations.map((quotation) => {
    const { id, content, kind, act, confidence } = quotation;
    const speaker = view.speakerOf(quotation);
    const said = view.dateOf(quotation.said);
    const body = [
      ...(speaker ? [textual("identifying", nameOf(speaker))] : []),
      ...(said ? [textual("describing", `said ${said.value}`)] : []),
      ...["quotation", kind, act, confidence].map((tag) => textual("tagging", tag)),
    ];
    return annotation(id, content, "identifying", body, fieldsByHand(view, quotation).length > 0);
  });
  const dates = report.dates.map(({ id, span, type, value, mod, basis, corrected }) => {
    const body = [
      textual("describing", mod ? `${value} ${mod}` : value),
      ...[type, basis].map((tag) => textual("tagging", tag)),
    ];
    return annotation(id, [span], "describing", body, corrected !== undefined);
  });
  const items = [...quotations, ...dates];
  const page = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: `${source}#annotations`,
    type: "AnnotationCollection",
    total: items.length,
    first: { id: `${source}#page`, type: "AnnotationPage", startIndex: 0, items },
  };
  return `${JSON.stringify(page, null, 2)}\n`;
}

/**
 * @param {string} purpose
 * @param {string} value
 */
function textual(purpose, value) {
  return { type: "TextualBody", purpose, format: "text/plain", value };
}

/**
 * Returns a function from offsets in UTF-16 code units to offsets in code points; a lone surrogate is one.
 * @param {string} text
 */
function pointCounter(text) {
  const points = new Uint32Array(text.length + 1);
  let count = 0;
  for (let at = 0; at < text.length; ) {
    const size = /** @type {number} */ (text.codePointAt(at)) > 0xffff ? 2 : 1;
    points.fill(count, at, at + size);
    at += size;
    count += 1;
  }
  points[text.length] = count;
  return /** @param {number} offset */ (offset) => points[offset];
}

/** Without half a pair of surrogates at either end. @param {string} text */
function wellFormed(text) {
  return text.replace(/^[\uDC00-\uDFFF]/, "").replace(/[\uD800-\uDBFF]$/, "");
}
