// Style sheets as their rules, and the colors that their values come to.
import { fromOklab, toOklab } from "./sight.mjs";

/**
 * @typedef {[number, number, number, number]} Rgba each from 0 to 1, not premultiplied
 *
 * @typedef {object} Rule
 * @property {string} selector
 * @property {string[]} inside the at-rules around it, the outermost first
 * @property {[string, string][]} declarations
 *
 * @typedef {object} Setting what the value of a color depends on
 * @property {Map<string, string>} tokens custom properties
 * @property {"light" | "dark"} scheme
 * @property {Record<string, string>} names other colors by name: `currentColor`, `Canvas`
 */

/** @param {string} css @returns {Rule[]} */
export function readRules(css) {
  const rules = [];
  const around = [];
  let start = 0;
  const plain = css.replace(/\/\*[^]*?\*\//g, (comment) => " ".repeat(comment.length));
  for (let at = 0; at < plain.length; at += 1) {
    if (plain[at] === "{") {
      around.push(plain.slice(start, at).trim().replace(/\s+/g, " "));
      start = at + 1;
    } else if (plain[at] === "}") {
      const selector = around.pop();
      if (selector === undefined) throw new Error("a brace too many");
      const declarations = plain.slice(start, at).split(";").flatMap((declaration) => {
        const [, name, value] = /^\s*([\w-]+)\s*:\s*([^]+?)\s*$/.exec(declaration) ?? [];
        return name ? [[name, value]] : [];
      });
      if (declarations.length) rules.push({ selector, inside: [...around], declarations });
      start = at + 1;
    }
  }
  return rules;
}

/**
 * The custom properties that rules with exactly this selector set, the later ones over the earlier ones.
 * @param {Rule[]} rules
 * @param {string} selector
 * @param {boolean} isModern whether the browser knows `light-dark()`
 */
export function tokensOf(rules, selector, isModern) {
  const isRead = ({ inside }) => inside.every((around) => isModern && around.startsWith("@supports (color: light-dark"));
  const own = rules.filter((rule) => rule.selector === selector && isRead(rule));
  return new Map(own.flatMap(({ declarations }) => declarations).filter(([name]) => name.startsWith("--")));
}

/**
 * @param {string} value
 * @param {Setting} setting
 * @returns {Rgba}
 */
export function colorOf(value, setting) {
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(value)?.[1];
  if (hex) {
    const digits = hex.length === 3 ? [...hex].map((digit) => digit + digit) : hex.match(/../g);
    return [...digits.map((pair) => parseInt(pair, 16) / 255), 1];
  }
  if (value === "transparent") return [0, 0, 0, 0];
  const [, call, rest] = /^([\w-]+)\(([^]*)\)$/.exec(value) ?? [];
  if (!call) {
    if (!setting.names[value]) throw new Error(`no color: ${value}`);
    return colorOf(setting.names[value], setting);
  }
  const args = splitAtCommas(rest);
  if (call === "light-dark") return colorOf(args[setting.scheme === "light" ? 0 : 1], setting);
  if (call === "var") return colorOf(setting.tokens.get(args[0]) ?? args.slice(1).join(", "), setting);
  if (call === "color-mix") return mix(args, setting);
  throw new Error(`a function that is not known: ${value}`);
}

/**
 * `color-mix(in oklab, A 9%, B)`: mixed premultiplied, as CSS Color 5 has it.
 * @param {string[]} args
 * @param {Setting} setting
 * @returns {Rgba}
 */
function mix([space, first, second], setting) {
  const [, color, percent] = /^([^]+) ([\d.]+)%$/.exec(first) ?? [];
  if (!color || /%$/.test(second)) throw new Error(`a mix that is not known: ${first}, ${second}`);
  const share = Number(percent) / 100;
  const [to, from] = { "in oklab": [toOklab, fromOklab], "in srgb": [(rgb) => rgb, (rgb) => rgb] }[space];
  const [a, b] = [colorOf(color, setting), colorOf(second, setting)];
  const alpha = a[3] * share + b[3] * (1 - share);
  const [ofA, ofB] = [to(a.slice(0, 3)), to(b.slice(0, 3))];
  const mixed = ofA.map((part, index) => (part * a[3] * share + ofB[index] * b[3] * (1 - share)) / (alpha || 1));
  return [...from(mixed), alpha];
}

/**
 * A color as it is seen on an opaque one.
 * @param {Rgba} color
 * @param {Rgba} ground
 * @returns {Rgba}
 */
export function over(color, ground) {
  const [, , , alpha] = color;
  return [...[0, 1, 2].map((part) => color[part] * alpha + ground[part] * (1 - alpha)), 1];
}

/** @param {string} list */
function splitAtCommas(list) {
  const parts = [""];
  let depth = 0;
  for (const sign of list) {
    depth += sign === "(" ? 1 : sign === ")" ? -1 : 0;
    if (sign === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim());
}
