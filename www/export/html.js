// @ts-check
/**
 * The marked article with its quotations and dates as one HTML file that needs nothing else and runs nothing.
 *
 * Everything from the article is escaped, and the file's own policy forbids scripts, requests and forms.
 */

import { articleTree } from "../article-tree.js";
import { dates as ofDates, exports as strings, quotations as ofQuotations, sections } from "../strings.js";
import { isUnsure } from "../view.js";
import { attribution, dated, summary } from "./summary.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("../article-tree.js").Child} Child */

/** As on the page the line tells the kind; the number behind a quotation is its number in the list. */
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
mark a, .back { color: var(--accent); font: 600 .75rem system-ui, sans-serif; text-decoration: none; vertical-align: super; }
time { border: 1px solid var(--rule); }
.meta a { color: var(--accent); }
li { margin-block: 1rem; }
article { padding-inline-start: 2rem; }
article p { position: relative; white-space: pre-line; }
article p::before { content: attr(data-n); position: absolute; left: -2rem; color: var(--muted); font: .75rem/2.2 system-ui, sans-serif; }
:target::before { color: var(--accent); font-weight: 700; }
blockquote { margin: 0; }
`;

/** @param {View} view */
export function toHtml(view) {
  const { title, day, sentence, leftOut, madeBy } = summary(view);
  const lang = view.report.document.language === "en" ? "en" : "und";
  const { paragraphs, headline } = view.report.document;
  const numbers = new Map(view.quotations.map(({ id }, index) => [id, index + 1]));
  const isHeadline = /** @param {import("../view.js").Span} span */ ({ start, end }) => start === headline?.start && end === headline.end;
  const blocks = articleTree(view).map(({ children }, index) => ({ index, inside: marked(numbers, children) }));
  // What stands above the article already is not said again in it.
  const heading = blocks.find(({ index }) => isHeadline(paragraphs[index]));
  const article = blocks
    .filter((block) => block !== heading)
    .map(({ index, inside }) => `<p id="p${index + 1}" data-n="${index + 1}" dir="auto">${inside}</p>`);
  const quotations = view.quotations.map((quotation) => listed(view, quotation, numbers.get(quotation.id) ?? 0));
  const { placed, open } = dated(view);
  const [ofTime, undated] = [placed, open].map((dates) => dates.map(({ value, words }) => `<li>${escaped(value)}: ${escaped(words)}</li>`));
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
<h1${heading ? ` id="p${heading.index + 1}"` : ""} dir="auto">${heading?.inside ?? escaped(title)}</h1>
<p class="meta">${escaped([day, sentence].filter(Boolean).join(". "))}</p>
</header>
<article>
${article.join("\n")}
</article>
${section(sections.quotations, list("ol", quotations))}${section(sections.dates, list("ul", ofTime), list("ul", undated, ofDates.undated))}<footer><p>${escaped([leftOut, madeBy].filter(Boolean).join(" "))}</p></footer>
</body>
</html>
`;
}

/**
 * An entry of the list of quotations.
 * @param {View} view
 * @param {import("../view.js").Quotation} quotation
 * @param {number} number
 */
function listed(view, quotation, number) {
  const { id } = quotation;
  const { words, name, description, paragraph, facts } = attribution(view, quotation);
  const who = `<b>${escaped(name)}</b>${description && `, ${escaped(description)}`}`;
  const where = `<a href="#p${paragraph}">${ofQuotations.paragraph(paragraph)}</a>`;
  const back = `<a class="back" href="#m-${id}" aria-label="${escaped(strings.back(number))}">↑</a>`;
  return `<li id="${id}"><blockquote dir="auto">${escaped(words)}</blockquote><p class="meta">${who}. ${where}, ${escaped(facts)} ${back}</p></li>`;
}

/**
 * @param {string} heading
 * @param {...string} lists
 */
function section(heading, ...lists) {
  const all = lists.join("");
  return all && `<section>\n<h2>${escaped(heading)}</h2>\n${all}</section>\n`;
}

/**
 * @param {"ol" | "ul"} tag
 * @param {string[]} items
 * @param {string} [lead] what they are
 */
function list(tag, items, lead) {
  if (!items.length) return "";
  return `${lead ? `<p class="meta">${escaped(lead)}:</p>\n` : ""}<${tag}>\n${items.join("\n")}\n</${tag}>\n`;
}

/**
 * @param {Map<string, number>} numbers of the quotations in the list
 * @param {Child[]} children
 * @returns {string}
 */
function marked(numbers, children) {
  const pieces = children.map((child) => {
    if (typeof child === "string") return escaped(child);
    const { what, isFirst } = child;
    const inside = marked(numbers, child.children);
    if (what.quotation) {
      const { id, kind } = what.quotation;
      const classes = isUnsure(what.quotation) ? "unsure" : kind;
      const number = numbers.get(id) ?? 0;
      const link = `<a href="#${id}" aria-label="${escaped(strings.entry(number))}">${number}</a>`;
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
