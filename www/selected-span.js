// @ts-check
/** Which words of the article the reader has selected. */

/** @typedef {import("./view.js").Span} Span */
/** @typedef {Pick<Range, "startContainer" | "startOffset" | "endContainer" | "endOffset">} Ends */

/** Stands in the article and is none of its text. */
const EXTRA = ".badge";

/** What is selected inside a shadow root, or where a browser does not tell, anywhere. @param {HTMLElement} inside */
export function selectedText(inside) {
  const shadow = /** @type {{getSelection?: () => Selection | null}} */ (/** @type {unknown} */ (inside.getRootNode()));
  return String(shadow.getSelection?.() ?? getSelection() ?? "");
}

/**
 * The selection, as far as it is inside a shadow root.
 * @param {ShadowRoot} root
 * @returns {Ends | undefined}
 */
export function selectionIn(root) {
  const selection = /** @type {any} */ (getSelection());
  if (!selection) return undefined;
  const [composed] = selection.getComposedRanges?.({ shadowRoots: [root] }) ?? [];
  if (composed) return composed;
  const own = /** @type {any} */ (root).getSelection?.() ?? selection;
  return own.rangeCount ? own.getRangeAt(0) : undefined;
}

/**
 * The stretch of the text that is selected in the paragraphs of the reading view; undefined where none is.
 * @param {Element} article
 * @param {Ends} ends
 * @param {Span[]} paragraphs
 * @returns {Span | undefined}
 */
export function spanInArticle(article, ends, paragraphs) {
  if (!article.contains(ends.startContainer) && !article.contains(ends.endContainer)) return undefined;
  const range = document.createRange();
  range.setStart(ends.startContainer, ends.startOffset);
  range.setEnd(ends.endContainer, ends.endOffset);
  let start = Infinity;
  let end = -Infinity;
  for (const paragraph of /** @type {NodeListOf<HTMLElement>} */ (article.querySelectorAll("p[data-n]"))) {
    if (!range.intersectsNode(paragraph)) continue;
    const span = paragraphs[Number(paragraph.dataset.n) - 1];
    let at = span.start;
    const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let text = /** @type {Text | null} */ (texts.nextNode()); text; text = /** @type {Text | null} */ (texts.nextNode())) {
      if (text.parentElement?.closest(EXTRA)) continue;
      const { length } = text.data;
      if (range.intersectsNode(text)) {
        const from = text === range.startContainer ? range.startOffset : 0;
        const to = text === range.endContainer ? range.endOffset : length;
        if (from < to) {
          start = Math.min(start, at + from);
          end = Math.max(end, at + to);
        }
      }
      at += length;
    }
  }
  return start < end ? { start, end } : undefined;
}
