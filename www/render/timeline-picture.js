// @ts-check
/** The dates in order of time, as a picture to take along. */

import { dates as words, pictures as strings, quotations } from "../strings.js";
import { timelineOf } from "./dates.js";
import { nameOf } from "./name.js";
import { svg } from "./nodes.js";
import { BADGE, MARGIN, Sheet } from "./sheet.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("./dates.js").Entry} Entry */

const WIDTH = 640;
/** The value ends, the line stands, the words begin here. */
const [WHEN, LINE, WHAT] = [MARGIN + 168, MARGIN + 186, MARGIN + 206];

/** @param {View} view @returns {SVGElement} */
export function drawTimeline(view) {
  const { placed, open } = timelineOf(view);
  const sheet = new Sheet(WIDTH);
  let y = sheet.head(view, strings.timeline);
  placed.forEach((each, index) => {
    const [top, isLast] = [y, index === placed.length - 1];
    y = typeof each === "number" ? drawGap(sheet, each, y) : drawEntry(sheet, view, each, y);
    // Begins and ends with a date.
    const line = { class: "axis", x1: LINE, x2: LINE, y1: index ? top : top + 12, y2: isLast ? top + 12 : y };
    if (placed.length > 1) sheet.under(svg("line", typeof each === "number" ? { ...line, class: "axis broken" } : line));
  });
  if (open.length) {
    if (placed.length) sheet.rule(y);
    y = sheet.write(words.undated, { x: MARGIN, y: y + 12, kind: "quiet" }) + 8;
    for (const each of open) y = drawEntry(sheet, view, each, y);
  }
  const told = [...placed, ...open].map((each) => (typeof each === "number" ? `${words.gap(each)}.` : inWords(view, each)));
  return sheet.finish(sheet.foot(view, y, false), strings.timeline, told);
}

/**
 * @param {Sheet} sheet
 * @param {View} view
 * @param {Entry} entry
 * @param {number} top
 * @returns {number} where it ends
 */
function drawEntry(sheet, view, entry, top) {
  const { when, how, said, isDay, isGuessed, isReference } = entry;
  const kind = isReference ? "node reference" : isGuessed ? "node guessed" : "node";
  const shape = isDay ? { x: LINE - 4, width: 8, height: 8 } : { x: LINE - 3, width: 6, height: 22 };
  sheet.add(svg("rect", { class: isGuessed && !isDay ? `${kind} dashed` : kind, y: top + 7, ...shape }));
  const ofWhen = sheet.write(when, { x: WHEN, y: top + 2, width: WHEN - MARGIN, most: 3, isBold: true, anchor: "end" });
  let y = sheet.write(asWritten(view, entry), { x: WHAT, y: top, size: 15, most: 4, isSerif: true });
  y = sheet.write(how, { x: WHAT, y, most: 3, kind: "quiet" });
  if (said.length) {
    y += 4;
    let x = WHAT + 76;
    sheet.write(words.said, { x: WHAT, y: y + 2, width: 76, kind: "quiet" });
    for (const { speaker } of said) {
      if (x + 40 > WIDTH - MARGIN) [x, y] = [WHAT + 76, y + BADGE + 4];
      x += sheet.badge(view, speaker, { x, y }) + 4;
    }
    y += BADGE;
  }
  return Math.max(y, ofWhen) + 14;
}

/**
 * @param {Sheet} sheet
 * @param {number} years
 * @param {number} top
 * @returns {number} where it ends
 */
function drawGap(sheet, years, top) {
  const stroke = /** @param {number} y */ (y) => `M${LINE - 7} ${y + 3}l14 -6`;
  sheet.add(svg("path", { class: "cut", d: `M${LINE - 7} ${top + 10}l14 -6v7l-14 6z` }));
  sheet.add(svg("path", { class: "axis", d: stroke(top + 7) }), svg("path", { class: "axis", d: stroke(top + 14) }));
  return sheet.write(words.gap(years), { x: WHAT, y: top, kind: "quiet" }) + 14;
}

/** “Tuesday” ¶ 2, “the same day” ¶ 4: words and number stay in one line. @param {View} view @param {Entry} entry */
function asWritten(view, { group }) {
  const where = /** @param {number} start */ (start) => quotations.paragraph(view.paragraphOf(start)).replace(" ", "\xa0");
  return group.map(({ text, span }) => `“${text}”\xa0${where(span.start)}`).join(", ");
}

/** @param {View} view @param {Entry} entry */
function inWords(view, entry) {
  const names = entry.said.map((quotation) => nameOf(view.speakerOf(quotation)));
  return strings.date(entry.when, asWritten(view, entry), entry.how, [...new Set(names)]);
}
