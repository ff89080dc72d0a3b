// How colors are seen: contrast as WCAG 2 counts it, difference in OKLab (Ottosson 2020), and both with a deficiency of
// color vision (Machado, Oliveira and Fernandes 2009, table 1, severity 1.0; applied to linear light).

/** @typedef {number[]} Rgb gamma-encoded sRGB, each from 0 to 1 */

/** @type {Record<string, number[][]>} */
export const DEFICIENCIES = {
  none: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

const TO_LMS = [[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]];
const TO_LAB = [[0.2104542553, 0.793617785, -0.0040720468], [1.9779984951, -2.428592205, 0.4505937099], [0.0259040371, 0.7827717662, -0.808675766]];
const FROM_LAB = [[1, 0.3963377774, 0.2158037573], [1, -0.1055613458, -0.0638541728], [1, -0.0894841775, -1.291485548]];
const FROM_LMS = [[4.0767416621, -3.3077115913, 0.2309699292], [-1.2684380046, 2.6097574011, -0.3413193965], [-0.0041960863, -0.7034186147, 1.707614701]];

/**
 * From 1 to 21.
 * @param {Rgb} a
 * @param {Rgb} b
 */
export function contrast(a, b) {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((first, second) => first - second);
  return (lighter + 0.05) / (darker + 0.05);
}

/**
 * The distance of two colors in OKLab; about 0.02 is just noticed.
 * @param {Rgb} a
 * @param {Rgb} b
 * @param {string} deficiency of who looks at them
 */
export function difference(a, b, deficiency) {
  const [first, second] = [a, b].map((color) => toOklab(seenWith(deficiency, color)));
  return Math.hypot(...first.map((part, index) => part - second[index]));
}

/** @param {Rgb} rgb */
export function toOklab(rgb) {
  return times(TO_LAB, times(TO_LMS, rgb.map(toLinear)).map(Math.cbrt));
}

/** @param {number[]} lab @returns {Rgb} */
export function fromOklab(lab) {
  return times(FROM_LMS, times(FROM_LAB, lab).map((part) => part ** 3)).map(toGamma);
}

/** @param {string} deficiency @param {Rgb} rgb */
function seenWith(deficiency, rgb) {
  return times(DEFICIENCIES[deficiency], rgb.slice(0, 3).map(toLinear)).map(toGamma);
}

/** @param {Rgb} rgb */
function luminance(rgb) {
  return times([[0.2126, 0.7152, 0.0722]], rgb.slice(0, 3).map(toLinear))[0];
}

/** @param {number} part */
function toLinear(part) {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

/** @param {number} part */
function toGamma(part) {
  const inside = Math.min(1, Math.max(0, part));
  return inside <= 0.0031308 ? inside * 12.92 : 1.055 * inside ** (1 / 2.4) - 0.055;
}

/** @param {number[][]} matrix @param {number[]} vector */
function times(matrix, vector) {
  return matrix.map((row) => row.reduce((sum, weight, index) => sum + weight * vector[index], 0));
}
