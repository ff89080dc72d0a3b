// Makes a screenshot small: 256 colors, as text on paper needs, at the best that deflate does.
import { crc32, deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex");
const PALETTE = 256;

/**
 * @param {Uint8Array} png 8-bit RGB or RGBA, not interlaced, as browsers take them
 * @returns {Buffer} the same picture with a palette of 256 colors, all others shown by the nearest of them
 */
export function shrink(png) {
  const { width, height, channels, pixels } = decode(Buffer.from(png));
  const colorAt = (pixel) => pixels.readUIntBE(pixel * channels, 3);
  const counts = new Map();
  for (let pixel = 0; pixel < width * height; pixel += 1)
    counts.set(colorAt(pixel), (counts.get(colorAt(pixel)) ?? 0) + 1);
  const palette = choosePalette(counts);
  const entries = new Map([...counts.keys()].map((color) => [color, nearest(palette, color)]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    rows[pixel + Math.floor(pixel / width) + 1] = entries.get(colorAt(pixel));
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colors = Buffer.from(palette.flatMap((color) => channelsOf(color)));
  const data = deflateSync(rows, { level: 9, memLevel: 9 });
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", colors),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/**
 * Takes one color of those that are nearly the same, the most frequent one, so that a rare hue has its place too.
 * @param {Map<number, number>} counts of pixels by color
 */
function choosePalette(counts) {
  const frequent = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a));
  const chosen = new Map();
  for (const color of frequent) {
    const like = color & 0xf8f8f8;
    if (!chosen.has(like)) chosen.set(like, color);
  }
  return [...chosen.values()].slice(0, PALETTE);
}

/** @param {Buffer} png */
function decode(png) {
  const chunks = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.push({ name: png.toString("latin1", at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  const header = chunks[0].data;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, type, , , interlace] = header.subarray(8);
  if (depth !== 8 || ![2, 6].includes(type) || interlace)
    throw new Error("only 8-bit RGB and RGBA can be made smaller");
  const channels = type === 6 ? 4 : 3;
  const data = inflateSync(Buffer.concat(chunks.filter(({ name }) => name === "IDAT").map((each) => each.data)));
  return { width, height, channels, pixels: unfilter(data, width * channels, height, channels) };
}

/** Undoes the filter of each row (PNG, section 9). */
function unfilter(data, stride, height, channels) {
  const pixels = Buffer.alloc(stride * height);
  for (let row = 0; row < height; row += 1) {
    const filter = data[row * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const at = row * stride + x;
      const left = x >= channels ? pixels[at - channels] : 0;
      const up = row > 0 ? pixels[at - stride] : 0;
      const corner = x >= channels && row > 0 ? pixels[at - stride - channels] : 0;
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      pixels[at] = data[row * (stride + 1) + 1 + x] + predicted;
    }
  }
  return pixels;
}

/** The neighbor nearest to their linear estimate. */
function paeth(left, up, corner) {
  const estimate = left + up - corner;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((value) => Math.abs(estimate - value));
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/** @param {number} color */
function channelsOf(color) {
  return [color >> 16, (color >> 8) & 255, color & 255];
}

/** The index of the color that differs least. @param {number[]} palette @param {number} color */
function nearest(palette, color) {
  const wanted = channelsOf(color);
  const distances = palette.map((each) =>
    channelsOf(each).reduce((sum, value, n) => sum + (value - wanted[n]) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}

/** @param {string} name @param {Buffer} data */
function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
