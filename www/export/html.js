// @ts-check
/**
 * The marked article with its quotations and dates as one HTML file that needs nothing else and runs nothing.
 *
 * Everything from the article is escaped, and the file's own policy forbids scripts, requests and forms.
 */

import { articleTree } from "../article-tree.js";
import { exports as strings, sections } from "../strings.js";
import { isUnsure } from "../view.js";
import { attribution, dated, summary } from "./summary.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("../article-tree.js").Child} Child */

/** The code of the page: hue and number for the speaker, the line for the kind. */
const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1c1b19, #eceae4); --paper: light-dark(#fbfaf7, #161513);
  --muted: light-dark(#5f5b54, #a9a49a); --rule: light-dark(#d9d5cc, #3a3732); --accent: light-dark(#0b5d66, #6cc5cf); }
body { margin: 0 auto; padding: 2rem 1rem; max-width: 42rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 ui-serif, Charter, "Iowan Old Style", Georgia, serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.2; }
h2 { margin-top: 3rem; border-top: 1px solid var(--rule); padding-top: 1rem; font-size: 1.1rem; }
.meta, footer { color: var(--muted); font: .9rem/1.5 system-ui, sans-serif; }
mark { background: none; color: inherit; text-decoration: underline; text-decoration-color: var(--accent); text-decoration-thickness: 2px; text-underline-offset: 4px; }
mark.mixed { text-decoration-style: double; }
mark.indirect { text-decoration-style: dotted; }
mark.unsure { text-decoration-style: dashed; }
mark:target, li:target { outline: 2px solid var(--accent); outline-offset: 3px; }
mark a, li a { color: var(--accent); font: 600 .75rem system-ui, sans-serif; text-decoration: none; vertical-align: super; }
time { border: 1px solid var(--rule); }
li { margin-block: 1rem; }
article p { white-space: pre-line; }
blockquote { margin: 0; }
`;

/** @param {View} view */
export function toHtml(view) {
  const { title, day, sentence, leftOut, madeBy } = summary(view);
  const lang = view.report.document.language === "en" ? "en" : "und";
  const article = articleTree(view).map(({ children }) => `<p dir="auto">${marked(view, children)}</p>`);
  const quotations = view.quotations.map((quotation) => {
    const { words, name, description, facts } = attribution(view, quotation);
    const who = `<b>${escaped(name)}</b>${description && `, ${escaped(description)}`}`;
    const back = `<a href="#m-${quotation.id}" aria-label="${escaped(strings.back)}">↑</a>`;
    const { id } = quotation;
    return `<li id="${id}"><blockquote dir="auto">${escaped(words)}</blockquote><p class="meta">${who}. ${escaped(facts)} ${back}</p></li>`;
  });
  const dates = dated(view).map(({ value, words }) => `<li>${escaped(value)}: ${escaped(words)}</li>`);
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
<p class="meta">${escaped([day, sentence].filter(Boolean).join(". "))}</p>
</header>
<article>
${article.join("\n")}
</article>
${list("ol", sections.quotations, quotations)}${list("ul", sections.dates, dates)}<footer><p>${escaped([leftOut, madeBy].filter(Boolean).join(" "))}</p></footer>
</body>
</html>
`;
}

/**
 * @param {string} tag
 * @param {string} heading
 * @param {string[]} items
 */
function list(tag, heading, items) {
  if (!items.length) return "";
  return `<section>\n<h2>${escaped(heading)}</h2>\n<${tag}>\n${items.join("\n")}\n</${tag}>\n</section>\n`;
}

/**
 * @param {View} view
 * @param {Child[]} children
 * @returns {string}
 */
function marked(view, children) {
  const pieces = children.map((child) => {
    if (typeof child === "string") return escaped(child);
    const { what, isFirst } = child;
    const inside = marked(view, child.children);
    if (what.quotation) {
      const { id, kind, speaker } = what.quotation;
      const classes = isUnsure(what.quotation) ? "unsure" : kind;
      const link = `<a href="#${id}">${view.badgeOf(speaker)}</a>`;
      return isFirst ? `<mark id="m-${id}" class="${classes}">${inside}${link}</mark>` : `<mark class="${classes}">${inside}</mark>`;
    }
    return what.date ? `<time>${inside}</time>` : inside;
  });
  return pieces.join("");
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
