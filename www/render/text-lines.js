// @ts-check
/**
 * Text in lines of a given width, for drawings, where nothing wraps by itself.
 *
 * A drawing is opened with whatever fonts are there, so widths are estimated, and rather too wide than too narrow.
 */

/** Widths of signs in parts of the size of the letters; of several kinds that a sign is of, the first counts. @type {[RegExp, number][]} */
const WIDTHS = [
  [/[\p{Mn}\p{Me}\p{Cf}]/u, 0],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\u3000-\u303f\uff00-\uff60]/u, 1.1],
  [/[ijlI.,:;'’‘|!()[\] \xa0]/, 0.35],
  [/[ftr“”"\-/]/, 0.45],
  [/[MW@%]/, 1.1],
  [/[mw…—\p{Script=Arabic}]/u, 1],
  [/\p{Lu}/u, 0.75],
];
const OTHERS = 0.6;

/**
 * At most so many lines; what has no room ends with an ellipsis.
 * @param {string} text
 * @param {{size: number, width: number, most?: number}} room
 */
export function linesOf(text, { size, width, most = 1 }) {
  const fits = /** @param {string} line */ (line) => widthOf(line, size) <= width;
  const lines = [""];
  for (const word of text.split(/[^\S\xa0]+/).filter(Boolean)) {
    const line = [lines[lines.length - 1], word].filter(Boolean).join(" ");
    if (fits(line)) {
      lines[lines.length - 1] = line;
      continue;
    }
    if (lines[lines.length - 1]) lines.push("");
    // A word that is longer than a line is broken.
    for (const sign of signsOf(word)) {
      if (!fits(lines[lines.length - 1] + sign) && lines[lines.length - 1]) lines.push("");
      lines[lines.length - 1] += sign;
    }
  }
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  const last = signsOf(kept[most - 1]);
  while (last.length && !fits(`${last.join("").trimEnd()}…`)) last.pop();
  kept[most - 1] = `${last.join("").trimEnd()}…`;
  return kept;
}

/**
 * @param {string} text
 * @param {number} size of the letters
 */
export function widthOf(text, size) {
  let width = 0;
  for (const sign of text) width += WIDTHS.find(([kind]) => kind.test(sign))?.[1] ?? OTHERS;
  return width * size;
}

/** What a reader takes for one sign. @param {string} text @returns {string[]} */
function signsOf(text) {
  if (!("Segmenter" in Intl)) return [...text];
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
}
