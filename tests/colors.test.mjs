// The colors by what the style sheets say themselves: text is read, lines are seen (WCAG 2.2, 1.4.3 and 1.4.11), and the
// hues of the speakers stay apart, in light and dark and with every deficiency of color vision.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { toHtml } from "../www/export/html.js";
import { HUES } from "../www/in-place-marks.js";
import { createView } from "../www/view.js";
import { colorOf, over, readRules, tokensOf } from "./colors/css.mjs";
import { contrast, DEFICIENCIES, difference } from "./colors/sight.mjs";
import { report, text } from "./exports/fixture.mjs";

/** Least contrast of text; letters of the badges and of names are small too. */
const READ = 4.5;
/** Least contrast of what is drawn and tells something: lines, borders of controls, the hues themselves. */
const SEEN = 3;
/**
 * Least distance of two hues in OKLab with a deficiency of color vision: four times 0.02, which is just noticed where
 * two fields touch; the hues do not touch, but stand in lines and badges far apart, and always with a number. The hues
 * were searched for the greatest such distance, which came to 0.089. Without a deficiency it was weighed by 0.75, and
 * that to the ink, which is no hue, by 1.15.
 */
const APART = { hues: 0.08, unimpaired: 0.08 / 0.75, ink: 0.08 / 1.15 };

const read = (name) => readRules(readFileSync(new URL(`../www/${name}`, import.meta.url), "utf8"));
const [element, page] = [read("who-said.css"), read("styles.css")];

const view = createView(text, report, { unsure: true, views: true });
const saved = readRules(/<style>([^]*)<\/style>/.exec(toHtml(view))[1]);

const speakers = ["s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9"];
const anySpeaker = `:is(${speakers.map((name) => `.${name}`).join(", ")})`;
const tints = ["--soft", "--tint", "--hover", "--on"];

/**
 * What a sheet uses its colors for, each with the grounds that it stands on beside the bare one.
 * @typedef {object} Uses
 * @property {Record<string, string[]>} text
 * @property {string[]} filled what is written on in the color of the paper
 * @property {Record<string, string[]>} lines and shapes
 * @property {string[]} decoration hairlines and grounds, without which nothing is lost
 */

/** @type {Uses} */
const ELEMENT = {
  text: {
    "--ws-ink": ["--ws-sunk", ...tints],
    "--ws-muted": ["--ws-sunk", "--tint"],
    "--ws-accent": ["--ws-sunk", "--tint"],
    "--ws-bad": [],
    "--hue": [],
  },
  filled: ["--ws-ink", "--ws-accent", "--hue"],
  lines: {
    "--ws-ink": ["--ws-sunk", ...tints],
    "--ws-accent": ["--ws-sunk", "--tint"],
    "--ws-bad": [],
    "--ws-rule-ui": ["--ws-sunk", ...tints],
    "--hue": ["--ws-sunk", ...tints],
  },
  decoration: ["--ws-rule", "--ws-sunk", "--ws-paper", "--ws-radius", "--tint"],
};

/** @type {Uses} */
const PAGE = {
  text: { "--ink": ["--sunk", "--field"], "--ink-2": ["--sunk", "--field"], "--accent": ["--sunk"], "--bad": [] },
  filled: ["--ink", "--accent"],
  lines: { "--ink": ["--sunk"], "--accent": ["--sunk", "--field"], "--rule-ui": ["--sunk", "--field"], "--bad": [] },
  decoration: ["--rule", "--paper"],
};

/** @type {Uses} */
const SAVED_HTML = { text: { "--ink": [], "--muted": [], "--accent": [] }, filled: [], lines: { "--accent": [] }, decoration: ["--rule"] };

/** Where the element stands: the tokens that it inherits, and the colors that the browser gives. */
function settings() {
  const onPage = new Map(page.find(({ selector }) => selector === "who-said").declarations);
  const browsers = {
    light: { "in any browser": { Canvas: "#ffffff", CanvasText: "#000000" } },
    dark: { "in Chromium": { Canvas: "#121212", CanvasText: "#ffffff" }, "in Firefox": { Canvas: "#1c1b22", CanvasText: "#fbfbfe" } },
  };
  const own = (isModern, scheme, names, inherited = new Map()) => ({
    tokens: new Map([...tokensOf(element, ":host", isModern), ...tokensOf(element, anySpeaker, isModern), ...inherited]),
    scheme,
    names: { currentColor: "CanvasText", ground: "Canvas", ...names },
  });
  const all = [];
  for (const [scheme, names] of Object.entries(browsers)) {
    for (const [browser, canvas] of Object.entries(names)) {
      all.push([`${scheme}, on a plain site, ${browser}`, own(true, scheme, canvas)]);
      const theme = new Map(element.find(({ selector }) => selector === `:host([theme="${scheme}"])`).declarations);
      const [, ink] = /, (#\w+)\)$/.exec(theme.get("color"));
      const [, paper] = /, (#\w+)\)$/.exec(theme.get("background"));
      all.push([`${scheme} as its theme, ${browser}`, own(true, scheme, { ...canvas, currentColor: ink, ground: paper })]);
    }
    const inherited = new Map([...tokensOf(page, ":root", true), ...onPage]);
    all.push([`${scheme}, on the page`, own(true, scheme, { currentColor: "var(--ink)", ground: "var(--paper)" }, inherited)]);
  }
  const inherited = new Map([...tokensOf(page, ":root", false), ...onPage]);
  all.push(["on the page, in an old browser", own(false, "light", { currentColor: "var(--ink)", ground: "var(--paper)" }, inherited)]);
  all.push(["on a plain site, in an old browser", own(false, "light", browsers.light["in any browser"])]);
  return all;
}

/** The same with the hue of a speaker, as its class sets it. */
function withHue({ tokens, ...setting }, speaker) {
  return { ...setting, tokens: new Map([...tokens, ...tokensOf(element, `.${speaker}`, false)]) };
}

const named = (token) => (token.startsWith("--") ? `var(${token})` : token);

/** What is too faint: the color, its ground, and their contrast. */
function faint(setting, color, grounds, least) {
  const bare = colorOf("ground", setting);
  return grounds.flatMap((ground) => {
    const below = grounds.length && over(colorOf(named(ground), setting), bare);
    const found = contrast(over(colorOf(named(color), setting), below), below);
    return found < least ? [`${color} on ${ground}: ${found.toFixed(2)}, not ${least}`] : [];
  });
}

/**
 * @param {import("./colors/css.mjs").Setting} setting
 * @param {Uses} uses
 * @param {string} paper
 */
function allFaint(setting, { text, filled, lines }, paper) {
  return [
    ...Object.entries(text).flatMap(([color, grounds]) => faint(setting, color, ["ground", ...grounds], READ)),
    ...faint(setting, paper, filled, READ),
    ...Object.entries(lines).flatMap(([color, grounds]) => faint(setting, color, ["ground", ...grounds], SEEN)),
  ];
}

for (const [where, setting] of settings()) {
  test(`text is read and lines are seen in the element: ${where}`, () => {
    const found = speakers.flatMap((speaker) =>
      allFaint(withHue(setting, speaker), ELEMENT, "--ws-paper").map((fault) =>
        /--(hue|soft|tint|hover|on)/.test(fault) ? `${speaker}, ${fault}` : fault,
      ),
    );
    assert.deepEqual([...new Set(found)], []);
  });
}

for (const [scheme, isModern] of [["light", true], ["dark", true], ["light", false]]) {
  test(`text is read and lines are seen on the page: ${scheme}${isModern ? "" : ", in an old browser"}`, () => {
    const setting = { tokens: tokensOf(page, ":root", isModern), scheme, names: { ground: "var(--paper)" } };
    assert.deepEqual(allFaint(setting, PAGE, "--paper"), []);
  });
}

for (const scheme of ["light", "dark"]) {
  test(`text is read and lines are seen in the saved HTML: ${scheme}`, () => {
    const setting = { tokens: tokensOf(saved, ":root", true), scheme, names: { ground: "var(--paper)" } };
    assert.deepEqual(allFaint(setting, SAVED_HTML, "--paper"), []);
  });

  test(`marks in a host's own article are seen, and the names in it read: ${scheme}`, () => {
    const hosts = { light: ["#ffffff"], dark: ["#121212", "#1c1b22"] };
    const found = hosts[scheme].flatMap((ground) =>
      HUES.flatMap((pair, index) => {
        const hue = pair[scheme === "light" ? 0 : 1];
        const setting = { tokens: new Map([["--tint", `color-mix(in oklab, ${hue} 12%, transparent)`]]), scheme, names: { ground } };
        const all = [...faint(setting, hue, ["ground"], READ), ...faint(setting, hue, ["--tint"], SEEN)];
        return all.map((fault) => `${index + 1} on ${ground}, ${fault}`);
      }),
    );
    assert.deepEqual(found, []);
  });

  test(`the hues of the speakers are apart from each other and from the ink, for every eye: ${scheme}`, () => {
    const setting = { tokens: tokensOf(element, ":host", true), scheme, names: {} };
    const hues = speakers.slice(0, 8).map((speaker, index) => [speaker, colorOf(`var(--ws-${index + 1})`, setting)]);
    const ink = colorOf("var(--ink)", { tokens: tokensOf(page, ":root", true), scheme, names: {} });
    const close = Object.keys(DEFICIENCIES).flatMap((deficiency) =>
      hues.flatMap(([speaker, hue], index) => {
        const least = deficiency === "none" ? APART.unimpaired : APART.hues;
        const others = [...hues.slice(0, index).map((other) => [...other, least]), ["the ink", ink, APART.ink]];
        return others.flatMap(([other, color, apart]) => {
          const found = difference(hue, color, deficiency);
          return found < apart ? [`${speaker} and ${other}, ${deficiency}: ${found.toFixed(3)}, not ${apart.toFixed(3)}`] : [];
        });
      }),
    );
    assert.deepEqual(close, []);
  });
}

test("the marks in a host's article have the hues of the element, and its fallbacks are the light ones", () => {
  const tokens = (isModern) => tokensOf(element, ":host", isModern);
  const pageMuted = tokensOf(page, ":root", true).get("--ink-2");
  for (const [index, [light, dark]] of HUES.entries()) {
    if (index === 8) assert.equal(pageMuted, `light-dark(${light}, ${dark})`, "that of everybody else");
    else {
      assert.equal(tokens(true).get(`--ws-${index + 1}`), `var(--who-said-speaker-${index + 1}, light-dark(${light}, ${dark}))`);
      assert.equal(tokens(false).get(`--ws-${index + 1}`), `var(--who-said-speaker-${index + 1}, ${light})`);
    }
  }
  const pages = [tokensOf(page, ":root", true), tokensOf(page, ":root", false)];
  for (const [name, value] of pages[0]) {
    if (value.startsWith("light-dark(")) assert.ok(value.startsWith(`light-dark(${pages[1].get(name)}, `), name);
  }
});

for (const [what, rules, { text, lines, decoration }] of [["element", element, ELEMENT], ["page", page, PAGE], ["saved HTML", saved, SAVED_HTML]]) {
  test(`no color is used in the ${what} that is not tested as what it is used for`, () => {
    const used = { text: new Set(), lines: new Set() };
    for (const { selector, inside, declarations } of rules) {
      // There the colors are the reader's own.
      if (inside.some((around) => around.includes("forced-colors"))) continue;
      for (const [property, value] of declarations) {
        const isText = property === "color" || (property === "fill" && /\.(number|quiet)$/.test(selector));
        const isLine = /^(border|outline|stroke|fill|text-decoration|box-shadow)/.test(property);
        if (isText || isLine) for (const [, token] of value.matchAll(/var\((--[\w-]+)/g)) used[isText ? "text" : "lines"].add(token);
      }
    }
    // Where the host's color is asked for, the ink of the setting stands for it.
    const always = ["--who-said-color", "--ws-paper", "--paper"];
    assert.ok(used.text.size > 2 && used.lines.size > 0, "colors are found");
    assert.deepEqual([...used.text].filter((token) => !(token in text) && !always.includes(token)), []);
    assert.deepEqual([...used.lines].filter((token) => !(token in lines) && !decoration.includes(token)), []);
  });
}
