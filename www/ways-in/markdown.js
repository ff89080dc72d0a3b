// @ts-check
/** Markdown as the text that a reader sees: what formats it goes, the words and their marks stay. */

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const RULE = /^ {0,3}([-*_=])( *\1){2,} *$/;
const TARGET = /^ {0,3}\[[^\]]+\]: *\S+( +["'(].*)?$/;
const HEADING = /^ {0,3}#{1,6}(?= |$)/;
const QUOTE = /^( {0,3}>)+ ?/;

const IMAGE = /(?<!\\)!\[[^[\]]*\](\([^()]*(\([^()]*\)[^()]*)*\)|\[[^[\]]*\])/g;
const LINK = /(?<![\\!])\[([^[\]]*)\](\([^()]*(\([^()]*\)[^()]*)*\)|\[[^[\]]*\])/g;
/** From a mark that a word follows, and none goes before, to one that is the other way around. */
const EMPHASIS = /(?<![\\*_\p{L}\p{N}])(\*{1,3}|_{1,3})(?=[^\s*_])([^*_]*[^\s*_\\])\1(?![*_\p{L}\p{N}])/gu;
const ESCAPE = /\\([!-/:-@[-`{-~])/g;
const HARD_BREAK = /\\$/;
/** How deep emphasis may stand in emphasis. */
const DEPTH = 3;

/** @param {string} markdown */
export function textOfMarkdown(markdown) {
  let isCode = false;
  const lines = markdown.split(/\r\n?|\n/).map((line) => {
    if (FENCE.test(line)) {
      isCode = !isCode;
      return "";
    }
    return isCode || !line ? line : readLine(line);
  });
  return lines.join("\n").trim();
}

/** @param {string} line */
function readLine(line) {
  if (RULE.test(line) || TARGET.test(line)) return "";
  const words = withoutHeading(line.trimEnd().replace(QUOTE, "")).replace(IMAGE, "").replace(LINK, "$1");
  return unemphasized(words).replace(HARD_BREAK, "").replace(ESCAPE, "$1");
}

/** A heading may also be closed by what opens it. @param {string} line */
function withoutHeading(line) {
  return HEADING.test(line) ? line.replace(HEADING, "").replace(/ #+$/, "").trim() : line;
}

/** @param {string} words */
function unemphasized(words) {
  for (let depth = 0; depth < DEPTH; depth++) words = words.replace(EMPHASIS, "$2");
  return words;
}
