// @ts-check
/**
 * The article as one band: left to right its text, in it the words of each speaker, above it the dates, below it the
 * paragraphs. All is in percent of the width, so that nothing stretches.
 */

import { pictures as strings, kinds } from "../strings.js";
import { isUnsure } from "../view.js";
import { nameOf } from "./name.js";
import { html, svg } from "./nodes.js";
import { lineOf, percent, segment } from "./segment.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("../view.js").Quotation} Quotation */

/** Upper edge and height of the band, in pixels. */
const BAND = { y: 16, height: 32 };
/** Room for a paragraph's number where the band is narrowest, in percent: for each digit, and before the next number. */
const LABEL = { digit: 2.5, gap: 2.5 };

/** @param {View} view */
export function renderStrip(view) {
  const band = drawBand(view);
  band.setAttribute("aria-label", strings.strip);
  band.setAttribute("aria-describedby", "strip-text");
  return html("div", { class: "strip-box" }, band, html("p", { id: "strip-text", class: "vh" }, bandInWords(view)));
}

/** @param {View} view */
export function drawBand(view) {
  const { text, report, quotations, dates } = view;
  /** @param {number} offset */
  const place = (offset) => (offset / Math.max(text.length, 1)) * 100;
  const band = svg("svg", { class: "strip", part: "strip", width: "100%", height: 72, role: "group" });
  band.append(svg("rect", { class: "ground", width: "100%", ...BAND }));
  band.append(...paragraphTicks(report.document.paragraphs.map(({ start }) => place(start))));
  for (const { span, basis } of dates) {
    const kind = basis === "guessed" || basis === "unresolved" ? "tick guessed" : "tick";
    band.append(svg("rect", { class: kind, x: percent(place(span.start)), y: 1, width: 7, height: 7 }));
  }
  band.append(...quotations.map((quotation) => piece(view, quotation, place)));
  return band;
}

/**
 * @param {View} view
 * @param {Quotation} quotation
 * @param {(offset: number) => number} place from an offset to percent of the width
 */
function piece(view, quotation, place) {
  const { id, speaker, kind, content } = quotation;
  const name = nameOf(view.speakerOf(quotation));
  const how = isUnsure(quotation) ? `${kind}, ${kinds.unsure}` : kind;
  const label = strings.piece(Number(id.slice(1)), name, how, view.paragraphOf(content[0].start));
  const group = svg("g", {
    class: `piece ${view.hueOf(speaker)}`,
    "data-quotation": id,
    role: "button",
    tabindex: -1,
    "aria-label": label,
  });
  for (const { start, end } of content) {
    const [x, width] = [place(start), place(end) - place(start)];
    group.append(...segment(lineOf(quotation), { x, width, ...BAND }));
    // Outlined when it has the focus or is selected, and as high as a finger needs.
    group.append(svg("rect", { class: "hit", "data-hit": true, x: percent(x), width: percent(width), y: BAND.y - 4, height: BAND.height + 8 }));
  }
  return group;
}

/** @param {number[]} starts in percent */
function paragraphTicks(starts) {
  let free = 0;
  return starts.flatMap((start, index) => {
    const [x, number] = [percent(start), String(index + 1)];
    const tick = svg("line", { class: "edge", x1: x, x2: x, y1: BAND.y, y2: BAND.y + BAND.height + 8 });
    const end = start + LABEL.gap + LABEL.digit * number.length;
    if (start < free || end > 100) return [tick];
    free = end;
    return [tick, svg("text", { class: "number", x, dx: 4, y: 67, "font-size": 12 }, number)];
  });
}

/** Who speaks in which paragraphs. @param {View} view */
export function bandInWords(view) {
  const { speakers, quotations, counts } = view;
  const paragraphsOf = /** @param {string | undefined} speaker */ (speaker) => {
    const own = quotations.filter((quotation) => quotation.speaker === speaker);
    return [...new Set(own.map(({ content }) => view.paragraphOf(content[0].start)))];
  };
  const told = [...speakers, undefined].flatMap((speaker) => {
    const paragraphs = paragraphsOf(speaker?.id);
    return paragraphs.length ? strings.speaks(nameOf(speaker), paragraphs) : [];
  });
  return [strings.whole(counts.words, counts.paragraphs), ...told].join(" ");
}
