// @ts-check
/** Who is quoted, and how much, as a picture to take along. */

import { pictures as strings } from "../strings.js";
import { nameOf } from "./name.js";
import { svg } from "./nodes.js";
import { BADGE, MARGIN, Sheet } from "./sheet.js";
import { bar, countsOf, describe, percent, sharesOf } from "./speakers.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("./speakers.js").Measure} Measure */

const WIDTH = 640;
/** Left edge of names, and room for the share at the right. */
const NAME = { x: MARGIN + BADGE + 10, share: 96 };

/**
 * @param {View} view
 * @param {Measure} measure
 * @returns {SVGElement}
 */
export function drawShares(view, measure) {
  const { rows, whole, words: allWords, longest } = sharesOf(view, measure);
  const sheet = new Sheet(WIDTH);
  const width = WIDTH - NAME.x - MARGIN - NAME.share;
  let y = sheet.head(view, strings.shares[measure]);
  const told = rows.map((row) => {
    const { speaker, sizes, size } = row;
    const name = nameOf(speaker);
    const share = `${percent(size, whole)} %`;
    const counts = countsOf(row, allWords);
    sheet.rule(y);
    sheet.badge(view, speaker?.id, { x: MARGIN, y: y + 14 });
    sheet.write(share, { x: WIDTH - MARGIN, y: y + 10, width: NAME.share, size: 24, isBold: true, isSerif: true, anchor: "end" });
    y = sheet.write(name, { x: NAME.x, y: y + 13, width, size: 16, most: 2, isBold: true });
    const described = describe(row);
    if (described) y = sheet.write(described, { x: NAME.x, y, width, most: 2, kind: "quiet" });
    const drawn = bar(sizes, longest);
    for (const [attribute, value] of Object.entries({ x: MARGIN, y: y + 8, width: sheet.inner })) drawn.setAttribute(attribute, String(value));
    sheet.add(svg("g", { class: view.hueOf(speaker?.id) }, drawn));
    y = sheet.write(counts, { x: MARGIN, y: y + 28, kind: "quiet", most: 2 }) + 12;
    return strings.share(name, share, counts);
  });
  return sheet.finish(sheet.foot(view, y, true), strings.shares[measure], told);
}
