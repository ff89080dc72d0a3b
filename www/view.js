// @ts-check
/** A report as it is looked at: which quotations show, who is behind them, what the panels count. */

/** @typedef {import("./wasm/whosaid.js").Report} EngineReport */
/** What the reader set in an entry, by field; absent where it is as the engine found it. @typedef {{corrected?: string[]}} ByHand */
/** @typedef {import("./wasm/whosaid.js").Quotation & ByHand} Quotation */
/** @typedef {import("./wasm/whosaid.js").Speaker & ByHand} Speaker */
/** @typedef {import("./wasm/whosaid.js").Date & ByHand} ReportDate */
/** @typedef {Omit<EngineReport, "quotations" | "speakers" | "dates"> & {quotations: Quotation[], speakers: Speaker[], dates: ReportDate[]}} Report the engine's or a corrected one */
/** @typedef {import("./wasm/whosaid.js").Span} Span */
/** @typedef {import("./corrections.js").Correction} Correction */

/**
 * @typedef {object} Choice
 * @property {boolean} unsure whether unsure quotations show
 * @property {boolean} views whether what somebody only thought or wanted shows
 *
 * @typedef {ReturnType<typeof createView>} View
 */

/** One character that opens or closes a quotation, or an apostrophe. */
export const QUOTATION_MARK = /["'`“”„‘’‚«»‹›「」]/;
/** Speakers from this number on share one neutral hue, as does nobody. */
const NEUTRAL = 9;

/** @param {Quotation} quotation */
export const isView = (quotation) => quotation.act === "thought";
/** @param {Quotation} quotation */
export const isUnsure = (quotation) => quotation.confidence === "unsure";
/** Whether the quotation is counted in the summary and in the shares. @param {Quotation} quotation */
export const isCounted = (quotation) => !isView(quotation) && !isUnsure(quotation);

/**
 * @param {string} text
 * @param {Report} report
 * @param {Choice} choice
 * @param {readonly Correction[]} corrections those that are in the report
 * @param {Report} found the report without them
 */
export function createView(text, report, choice, corrections = [], found = report) {
  const { quotations, speakers, dates } = report;
  const speakerById = byId(speakers);
  const dateById = byId(dates);
  const shown = quotations.filter(
    (quotation) => (choice.unsure || !isUnsure(quotation)) && (choice.views || !isView(quotation)),
  );
  const ids = new Set(shown.map(({ speaker }) => speaker));
  const counted = quotations.filter(isCounted);
  const ends = new Set(dates.flatMap(({ parts = [] }) => parts));
  /** @type {Map<string, Quotation[]>} */
  const said = new Map();
  for (const quotation of shown) {
    if (!quotation.said) continue;
    const others = said.get(quotation.said);
    if (others) others.push(quotation);
    else said.set(quotation.said, [quotation]);
  }
  const numbers = numberSpeakers(found.speakers, speakers, corrections);
  const numberOf = /** @param {string | undefined} speaker */ (speaker) => numbers.get(speaker ?? "");
  return {
    text,
    report,
    choice,
    corrections,
    /** Whether nothing at all was found. */
    isEmpty: !quotations.length && !dates.length,
    /** Lists with more entries than this, and articles with more paragraphs, are laid out where they come near. */
    long: { list: 12, article: 100 },
    /** The quotations that show, in order. */
    quotations: shown,
    /** Those behind them, the most quoted first. */
    speakers: speakers.filter(({ id }) => ids.has(id)).sort((a, b) => (numberOf(a.id) ?? 0) - (numberOf(b.id) ?? 0)),
    /** The dates, without the ends of ranges. */
    dates: dates.filter(({ id }) => !ends.has(id)),
    counts: {
      quotations: counted.length,
      speakers: new Set(counted.flatMap(({ speaker }) => speaker ?? [])).size,
      unsure: quotations.filter((quotation) => isUnsure(quotation) && (choice.views || !isView(quotation))).length,
      views: quotations.filter((quotation) => isView(quotation) && (choice.unsure || !isUnsure(quotation))).length,
      words: countWords(text),
      paragraphs: report.document.paragraphs.length,
    },
    /** The number on a speaker's badge, `?` for nobody. @param {string | undefined} speaker */
    badgeOf: (speaker) => String(numberOf(speaker) ?? "?"),
    /** The class that sets a speaker's hue. @param {string | undefined} speaker */
    hueOf: (speaker) => `s${Math.min(numberOf(speaker) ?? NEUTRAL, NEUTRAL)}`,
    /** @param {Quotation} quotation */
    speakerOf: ({ speaker }) => speakerById.get(speaker ?? ""),
    /** @param {string | undefined} id */
    dateOf: (id) => dateById.get(id ?? ""),
    /** The quotations of that day. @param {string} date */
    saidOn: (date) => said.get(date) ?? [],
    /** The number of the paragraph that holds the offset, from 1. @param {number} offset */
    paragraphOf: (offset) => paragraphAt(report.document.paragraphs, offset),
  };
}

/** Counts words as the engine does: what stands between white space and has a letter or digit. @param {string} text */
export function countWords(text) {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/**
 * The words of a quotation as they stand in the article, with their quotation marks and without the comma that the
 * sentence around them adds.
 * @param {string} text
 * @param {Quotation} quotation
 */
export function quotedText(text, quotation) {
  const pieces = quotation.content.map((span) => {
    const { start, end } = withMarks(text, quotation, span);
    return text.slice(start, end);
  });
  return pieces.join(" … ").replace(/,(?=[^\p{L}\p{N}]{0,2}$)/u, "");
}

/**
 * Widens a span of content by the quotation marks around it.
 * @param {string} text
 * @param {Quotation} quotation
 * @param {Span} span
 * @returns {Span}
 */
export function withMarks(text, quotation, { start, end }) {
  const isMark = /** @param {number} at */ (at) => QUOTATION_MARK.test(text[at] ?? "");
  if (quotation.marked.some((marked) => marked.start === start)) {
    for (let n = 0; n < 2 && isMark(start - 1); n += 1) start -= 1;
  }
  if (quotation.marked.some((marked) => marked.end === end)) {
    for (let n = 0; n < 2 && isMark(end); n += 1) end += 1;
  }
  return { start, end };
}

/**
 * The number of each speaker, by its id. The most quoted in the engine's report are the first, so that they have the hues;
 * who came by a correction follows. Two that were merged have the lower of their numbers, and nobody else another one.
 * @param {Speaker[]} found those of the engine
 * @param {Speaker[]} speakers those with the corrections
 * @param {readonly Correction[]} corrections
 */
function numberSpeakers(found, speakers, corrections) {
  const numbers = new Map([...found].sort((a, b) => b.words - a.words).map(({ id }, index) => [String(id), index + 1]));
  // The ids that corrections give go on where the engine's end, as the numbers do.
  for (const { id } of speakers) if (!numbers.has(id)) numbers.set(id, Number(id.slice(1)));
  for (const correction of corrections) {
    if (correction.do !== "merge") continue;
    const { speaker, into } = correction;
    numbers.set(into, Math.min(numbers.get(into) ?? Infinity, numbers.get(speaker) ?? Infinity));
    numbers.delete(speaker);
  }
  return numbers;
}

/**
 * A corrected report has gaps in its numbers, so that an id is no index.
 * @template {{id: string}} Entry
 * @param {Entry[]} entries
 * @returns {Map<string, Entry>}
 */
export function byId(entries) {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

/**
 * @param {Span[]} paragraphs
 * @param {number} offset
 */
function paragraphAt(paragraphs, offset) {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (paragraphs[middle].end < offset) low = middle + 1;
    else high = middle;
  }
  return Math.min(low, paragraphs.length - 1) + 1;
}
