// @ts-check
/** The article as one band, with who is who, as a picture to take along. */

import { pictures as strings } from "../strings.js";
import { nameOf } from "./name.js";
import { BADGE, MARGIN, Sheet } from "./sheet.js";
import { bandInWords, drawBand } from "./strip.js";
import { linesOf, widthOf } from "./text-lines.js";

/** @typedef {import("../view.js").View} View */

const WIDTH = 960;
/** Room for a name at most. */
const NAME = 280;
const SIZE = 13;

/** @param {View} view @returns {SVGElement} */
export function drawStrip(view) {
  const sheet = new Sheet(WIDTH);
  let y = sheet.head(view, strings.band);
  const band = drawBand(view);
  for (const [attribute, value] of Object.entries({ x: MARGIN, y, width: sheet.inner })) band.setAttribute(attribute, String(value));
  sheet.add(band);
  y += 84;
  let x = MARGIN;
  const hasNobody = view.quotations.some(({ speaker }) => !speaker);
  for (const speaker of [...view.speakers, ...(hasNobody ? [undefined] : [])]) {
    const [shown] = linesOf(nameOf(speaker), { size: SIZE, width: NAME });
    const width = BADGE + 16 + widthOf(shown, SIZE) + 24;
    if (x + width > WIDTH - MARGIN) [x, y] = [MARGIN, y + BADGE + 8];
    const ofBadge = sheet.badge(view, speaker?.id, { x, y });
    sheet.write(shown, { x: x + ofBadge + 8, y: y + 1, width: NAME, size: SIZE });
    x += width;
  }
  return sheet.finish(sheet.foot(view, y + BADGE + 12, true), strings.strip, [bandInWords(view)]);
}
