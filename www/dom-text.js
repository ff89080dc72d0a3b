// @ts-check
/**
 * The text of a DOM subtree as it is analyzed, with a table back to the nodes.
 *
 * Blocks are parted by an empty line, `<br>` is a line break, runs of white space are one space outside `<pre>`;
 * excluded nodes are left out. Nothing here asks for layout.
 */

/** What is left out by default. */
export const DEFAULT_EXCLUDE = "nav,aside,figcaption,footer,script,style,[hidden],[aria-hidden=true]";

/** Elements without text of the article, whatever the host excludes. */
const NEVER = "template,noscript,textarea,select,button,svg,who-said,[slot]";

const BLOCKS = new Set(
  `address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3
   h4 h5 h6 header hgroup hr legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul`.split(/\s+/),
);

/**
 * @typedef {object} Run
 * @property {number} start offset of its first code unit in the text
 * @property {Text} node
 * @property {number} offset of the same code unit in the node
 *
 * @typedef {object} DomText
 * @property {string} text
 * @property {Run[]} runs sorted by start
 */

/**
 * @param {Node} root
 * @param {string} [exclude] a selector
 * @returns {DomText}
 */
export function readDomText(root, exclude = DEFAULT_EXCLUDE) {
  let text = "";
  /** What has to stand before the next words. */
  let pending = "";
  /** @type {Run[]} */
  const runs = [];

  /** @param {Node} parent @param {boolean} isPreformatted */
  function readChildren(parent, isPreformatted) {
    for (const child of parent.childNodes) {
      if (child instanceof Text) readText(child, isPreformatted);
      else if (child instanceof Element) readElement(child, isPreformatted);
    }
  }

  /** @param {Element} element @param {boolean} isPreformatted */
  function readElement(element, isPreformatted) {
    if (element.matches(NEVER) || isExcluded(element, exclude)) return;
    const name = element.localName;
    if (name === "br") pending = pending === "\n\n" ? pending : `${pending.replaceAll(" ", "")}\n`;
    const isBlock = BLOCKS.has(name);
    if (isBlock) pending = "\n\n";
    readChildren(element, isPreformatted || name === "pre");
    if (isBlock) pending = "\n\n";
  }

  /** @param {Text} node @param {boolean} isPreformatted */
  function readText(node, isPreformatted) {
    const words = isPreformatted ? /[^]+/g : /[^ \t\n\r\f]+/g;
    let end = 0;
    for (const { 0: word, index } of node.data.matchAll(words)) {
      if (index > end) pending ||= " ";
      if (pending && text) text += pending;
      pending = "";
      const last = runs[runs.length - 1];
      const isSameRun = last?.node === node && text.length - last.start === index - last.offset;
      if (!isSameRun) runs.push({ start: text.length, node, offset: index });
      text += word;
      end = index + word.length;
    }
    if (end < node.data.length) pending ||= " ";
  }

  readChildren(root, false);
  return { text, runs };
}

/**
 * The range of the document that holds a span of the text.
 * @param {DomText} domText
 * @param {{start: number, end: number}} span not empty
 * @returns {Range | undefined} undefined where the nodes have changed since
 */
export function rangeOf({ runs }, { start, end }) {
  const first = runAt(runs, start);
  const last = runAt(runs, end - 1);
  if (!first || !last) return undefined;
  const range = new Range();
  try {
    range.setStart(first.node, first.offset + start - first.start);
    range.setEnd(last.node, last.offset + end - last.start);
    return range;
  } catch {
    return undefined;
  }
}

/**
 * @param {Element} element
 * @param {string} exclude
 */
function isExcluded(element, exclude) {
  try {
    return exclude !== "" && element.matches(exclude);
  } catch {
    return element.matches(DEFAULT_EXCLUDE);
  }
}

/**
 * @param {Run[]} runs
 * @param {number} offset
 */
function runAt(runs, offset) {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle].start <= offset) low = middle + 1;
    else high = middle;
  }
  return runs[low - 1];
}
