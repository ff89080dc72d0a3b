// @ts-check
/** Everything that the element and the page say, in one place. */

/** @param {number} count */
export const number = (count) => count.toLocaleString("en-US");

/**
 * @param {number} count
 * @param {string} one
 */
const counted = (count, one) => `${number(count)} ${one}${count === 1 ? "" : "s"}`;

/** The sentence that sums up. */
export const summary = {
  /**
   * @param {number} quotations
   * @param {number} speakers
   * @param {number} dates
   */
  sentence: (quotations, speakers, dates) => {
    const by = quotations && speakers ? ` by ${counted(speakers, "speaker")}` : "";
    return `${quotations ? counted(quotations, "quotation") : "No quotations"}${by}, ${dates ? counted(dates, "date") : "no dates"}`;
  },
  /** @param {number} words */
  words: (words) => counted(words, "word"),
  /** @param {number} paragraphs */
  paragraphs: (paragraphs) => counted(paragraphs, "paragraph"),
  /**
   * @param {number} count
   * @param {boolean} isShown
   */
  unsure: (count, isShown) => `${number(count)} unsure, ${isShown ? "shown" : "hidden"}`,
  legend: "How to read the marks",
  legendSpeaker: "speaker, by color and number",
  legendDate: "date",
  legendName: ["Name", "of a speaker"],
};

export const sections = {
  article: "Text",
  speakers: "Speakers",
  quotations: "Quotations",
  dates: "Dates",
  export: "Export",
  all: "Sections",
  panels: "Report",
};

/** The box to paste into, and the editing view. */
export const editing = {
  label: "Article text",
  placeholder: "Paste an article here",
  read: "Analyze",
  view: "View",
  reading: "Reading",
  editing: "Editing",
  renew: "New article",
};

export const kinds = { direct: "direct", mixed: "mixed", indirect: "indirect", unsure: "unsure", view: "view" };

export const speakers = {
  measure: "Measure",
  words: "Words",
  quotations: "Quotations",
  table: "Table",
  showOnly: "Show only ",
  kinds: { person: "", organization: "organization", group: "group", unnamed: "unnamed source", document: "document" },
  /**
   * @param {number} part
   * @param {number} whole
   */
  ofWords: (part, whole) => `${number(part)} of ${counted(whole, "quoted word")}`,
  /** @param {[number, string][]} counts */
  ofKinds: (counts) => counts.flatMap(([count, kind]) => (count ? `${number(count)} ${kind}` : [])).join(", "),
  columns: ["Speaker", "Share", "Words", "Quotations"],
  /** @param {number} unattributed @param {boolean} hasUnsure */
  note: (unattributed, hasUnsure) =>
    (unattributed ? "" : "Every quotation has a speaker. ") + (hasUnsure ? "Unsure ones are drawn, not counted." : ""),
  none: "Nobody is quoted.",
};

export const quotations = {
  /** @param {number} count */
  unsure: (count) => `Show unsure (${number(count)})`,
  /** @param {number} count */
  views: (count) => `Show views (${number(count)})`,
  search: "Search quotations",
  speaker: "Speaker",
  anySpeaker: "All speakers",
  kind: "Kind",
  anyKind: "All kinds",
  nobody: "Speaker not known",
  /** @param {number} paragraph */
  paragraph: (paragraph) => `¶ ${paragraph}`,
  /** @param {string} day */
  said: (day) => `said ${day}`,
  /** @param {string} badge @param {string} kind */
  mark: (badge, kind) => [`Speaker `, badge, `, ${kind}: `],
  /** @param {number} shown @param {number} all */
  filtered: (shown, all) => `Showing ${number(shown)} of ${number(all)}. `,
  showAll: "Show all",
  none: "No quotations.",
  copy: "Copy",
  cite: "Cite",
  copied: "Copied",
  copyFailed: "Not copied: the browser did not let the page. The words are selected, to be copied by hand.",
};

/** Why a quotation was given to its speaker; the lists are by the rules' names in the report. */
export const reasons = {
  confidence: { sure: "Sure.", likely: "Likely.", unsure: "Unsure." },
  /** @param {string} words @param {string} where */
  cue: (words, where) => `“${words}” ${where}`,
  right: "right after it",
  after: "after it",
  before: "before it",
  inside: "in the middle of it",
  noCue: "no reporting word of its own",
  noSource: "the article does not say whose words these are",
  /** Beside the place of the cue, where it was learned from news how likely it reports. */
  judged: "judged by the words around it",
  /** Where the rule tells more than the place of the cue. @type {Record<string, string>} */
  rules: {
    continuation: "it goes on from the quotation before",
    dialogue: "a turn in a dialogue",
    headline: "a headline that names its speaker",
    "inherited-speaker": "it goes on from the paragraph before",
    "sentence-before": "it follows a sentence about its speaker",
    signed: "signed with the name of its speaker",
    "speech-by-form": "speech by its form",
    "tagged-stretch": "no reporting word, judged by the words around it",
    transcript: "a turn that opens with its speaker",
    user: "added by hand",
  },
  /** @param {string} words @param {string} name @param {string} step */
  resolved: (words, name, step) => `“${words}” is ${name}${step && `, ${step}`}`,
  /** @param {string} words */
  unresolved: (words) => `who “${words}” is could not be told`,
  /** How words that are no name led to a name. @type {Record<string, string>} */
  steps: {
    "pronoun-source": "who spoke last",
    "pronoun-subject": "of whom the sentence before tells",
    "pronoun-recency": "the last one named who fits",
    "role-holder": "who has that role",
    "repeated-role": "called so before",
    "short-form": "in short",
    user: "set by hand",
  },
};

export const dates = {
  /** @param {string} day */
  counted: (day) => `Counted from ${day}`,
  notCounted: "No reference date",
  change: "Change",
  set: "Set one",
  day: "Reference date",
  apply: "Set",
  reset: "Reset",
  explicit: "as written",
  /** @param {string} from */
  relative: (from) => `relative to ${from}`,
  /** @param {string} from */
  guessed: (from) => `guessed, relative to ${from}`,
  guessedAlone: "guessed",
  unresolved: "not resolved",
  unresolvedAlone: "not resolved: no reference date",
  reference: "the reference date",
  /** @param {string[]} values */
  alternatives: (values) => `or ${values.join(" or ")}`,
  said: "Said then",
  /** @param {number} count */
  hung: (count) => `Quotation ${count}, speaker `,
  /** @param {number} years */
  gap: (years) => `${counted(years, "year")} without a date`,
  undated: "Without a day of their own",
  none: "No dates.",
  months: "January February March April May June July August September October November December".split(" "),
  weekdays: "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" "),
  /** @type {Record<string, string>} */
  seasons: { SP: "spring", SU: "summer", FA: "fall", WI: "winter" },
  /** @type {Record<string, string>} */
  dayParts: { MO: "morning", MI: "midday", AF: "afternoon", EV: "evening", NI: "night", DT: "daytime" },
  /** @type {Record<string, string>} */
  modifiers: {
    START: "early ", MID: "mid-", END: "late ", APPROX: "about ", BEFORE: "before ", AFTER: "after ",
    ON_OR_BEFORE: "until ", ON_OR_AFTER: "since ", LESS_THAN: "less than ", MORE_THAN: "more than ",
    EQUAL_OR_LESS: "at most ", EQUAL_OR_MORE: "at least ",
  },
  /** early 2021, mid-April, middle of week 14 @param {string} mod @param {string} words @returns {string} */
  modified: (mod, words) => (mod === "MID" && /^(week|first|second)/.test(words) ? `middle of ${words}` : dates.modifiers[mod] + words),
  /** @type {Record<string, string>} */
  references: { PRESENT_REF: "now", PAST_REF: "in the past", FUTURE_REF: "in the future" },
  /** @type {Record<string, string>} */
  units: {
    Y: "year", M: "month", W: "week", D: "day", Q: "quarter", DE: "decade", CE: "century", WE: "weekend", NI: "night",
    TH: "hour", TM: "minute", TS: "second",
  },
  /** 1 day, 2.5 hours, half a year, some weeks @param {string} count or X where it is not told @param {string} unit */
  amount: (count, unit) => {
    if (count === "0.5") return `half ${unit === "hour" ? "an" : "a"} ${unit}`;
    const plural = unit.endsWith("y") && unit !== "day" ? `${unit.slice(0, -1)}ies` : `${unit}s`;
    return `${count === "X" ? "some" : count} ${count === "1" ? unit : plural}`;
  },
  /** @param {string[]} amounts */
  joined: (amounts) => amounts.join(", ").replace(/, (?=[^,]*$)/, " and "),
  /** @param {string} value */
  quarter: (value) => `Q${value}`,
  /** @param {number} value @param {string} year or empty */
  half: (value, year) => `${value === 1 ? "first" : "second"} half${year && ` of ${year}`}`,
  /** @param {string} value */
  week: (value) => `week ${value}`,
  /** @param {string} monday */
  weekOf: (monday) => `week of ${monday}`,
  weekend: "weekend",
  /** @param {string} saturday */
  weekendOf: (saturday) => `weekend of ${saturday}`,
  /** @param {string} year */
  decade: (year) => `${year}s`,
  /** @param {string} year */
  shortDecade: (year) => `’${year}s`,
  /** @param {string} year */
  shortYear: (year) => `’${year}`,
  /** @param {number} nth */
  century: (nth) => `${nth}${/1.$/.test(String(nth)) ? "th" : (["th", "st", "nd", "rd"][nth % 10] ?? "th")} century`,
  /** @param {string} value */
  fiscal: (value) => `fiscal year ${value}`,
  midnight: "midnight",
  /** @param {string} sign or empty @param {number} hours @param {number} minutes */
  zone: (sign, hours, minutes) =>
    `UTC${sign && `${sign === "-" ? "−" : "+"}${hours}${minutes ? `:${String(minutes).padStart(2, "0")}` : ""}`}`,
  /** every week, every few days, every Monday @param {string} words */
  every: (words) => `every ${words.replace(/^some /, "few ")}`,
  /** @param {string} time */
  anyDay: (time) => `day, ${time}`,
  /** @param {string} from @param {string} to @returns {string} */
  range: (from, to) => (from && to ? `${from} to ${to}` : from ? `from ${from} on` : `until ${to}`),
};

/** The card that explains a quotation or a date where it stands. */
export const cards = {
  /** @param {string} words */
  source: (words) => `source “${words}”`,
  /** @param {string} words */
  cue: (words) => `cue “${words}”`,
  /** @param {string} day @param {string} [words] @param {string} [how] where the day is not the words themselves */
  said: (day, words, how) => `Said ${day}${words ? `: “${words}”, ${how}` : ""}.`,
  notSaidWhen: "The article does not say when.",
  /** @param {string} words @param {string} how */
  counted: (words, how) => `“${words}”, ${how}.`,
};

export const pictures = {
  strip: "The article as one band",
  save: "Picture, SVG",
  /** What each picture shows, for whoever does not see where its button stands. */
  of: { "picture-strip": "the article as one band", "picture-shares": "speaker shares", "picture-timeline": "timeline" },
  band: "The article from left to right, dates above it, paragraphs below",
  shares: { words: "Who is quoted, by share of words", quotations: "Who is quoted, by share of quotations" },
  /** @param {string} name @param {string} share @param {string} counts */
  share: (name, share, counts) => `${name}: ${share}, ${counts}.`,
  timeline: "The dates in order of time",
  /** @param {string} when @param {string} words @param {string} how @param {string[]} names of who spoke then */
  date: (when, words, how, names) => `${when}: ${words}, ${how}${names.length ? `; said then by ${names.join(", ")}` : ""}.`,
  /** @param {number} number @param {string} name @param {string} kind @param {number} paragraph */
  piece: (number, name, kind, paragraph) => `Quotation ${number}, ${name}, ${kind}, paragraph ${paragraph}`,
  /** @param {number} words @param {number} paragraphs */
  whole: (words, paragraphs) => `From left to right ${counted(words, "word")} in ${counted(paragraphs, "paragraph")}.`,
  /** @param {string} name @param {number[]} paragraphs */
  speaks: (name, paragraphs) => `${name}: paragraph${paragraphs.length === 1 ? "" : "s"} ${paragraphs.join(", ")}.`,
};

export const exports = {
  /** Name and content of each format, in order. */
  formats: {
    json: ["JSON", "the whole report"],
    csv: ["CSV", "one row a quotation"],
    markdown: ["Markdown", "quotations with speakers"],
    html: ["HTML", "one file, works alone"],
    "web-annotation": ["Web Annotation", "JSON-LD, W3C"],
  },
  print: ["Print", "or save as PDF"],
  title: "Who said what, and when",
  /** @param {number} count */
  leftOut: (count) => (count ? `${counted(count, "quotation")} left out: unsure, or not said aloud.` : ""),
  /** @param {number} number */
  entry: (number) => `Quotation ${number}`,
  /** @param {number} number */
  back: (number) => `Quotation ${number} in the text`,
  /** @param {string} engine */
  madeBy: (engine) => `Found by whosaid ${engine}, in the browser of whoever made this file.`,
};

export const dialogs = {
  close: "Close",
};

export const keyboard = {
  action: "Keyboard",
  title: "Keyboard",
  /** Keys, and what they do. @type {[string, string][]} */
  keys: [
    ["j k", "next, previous quotation"],
    ["↓ ↑", "the same, from a quotation"],
    ["→ ←", "the same, in the band"],
    ["Enter", "from text to list and back"],
    ["d", "next date"],
    ["u", "show or hide unsure"],
    ["/", "search quotations"],
    ["Esc", "back"],
    ["?", "this list"],
  ],
  /** Where the text can be edited. @type {[string, string][]} */
  editing: [
    ["Ctrl Enter", "read what is in the box"],
    ["Ctrl Z", "undo a correction"],
    ["Ctrl Y", "redo it"],
  ],
  where: "Keys work while the article, the band or a list has the focus.",
  single: "Letters and signs as keys",
  off: "Switched off, only arrows, Enter and Esc do something. The choice is kept in this browser.",
};

/** The form for a wrong answer, and the names of its lines. */
export const wrongAnswer = {
  title: "Report a wrong answer",
  titleMissed: "Report a missed quotation",
  nothingSent: "Nothing is sent. What stands at the end is copied, and no more; give it to whom you like.",
  what: "What is wrong?",
  choices: {
    words: "the words",
    speaker: "the speaker",
    kind: "the kind",
    date: "the day it was said",
    "not-quotation": "it is no quotation",
    missed: "a quotation is missing",
  },
  passage: "The words that were missed",
  commentField: "Comment, if you like",
  passageMissing: "Nothing is copied yet: type or paste the words that were missed.",
  preview: "What will be copied",
  copy: "Copy",
  copied: "Copied",
  copyFailed: "Not copied: the browser did not let the page. The words are selected, to be copied by hand.",
  wrong: "wrong",
  comment: "comment",
  excerpt: "excerpt",
  found: "found",
  kind: "kind",
  cue: "cue",
  source: "source",
  speaker: "speaker",
  nobody: "not known",
  said: "said",
  never: "no day",
  rule: "rule",
  speakerRule: "speaker rule",
  confidence: "confidence",
  engine: "whosaid",
};

/** The first row of a table of quotations. */
export const columns = [
  "id", "speaker", "description", "quotation", "kind", "act", "confidence", "cue", "source", "paragraph", "said", "rule",
  "corrected",
];

/** The forms for corrections. */
export const correct = {
  speaker: "Correct the speaker",
  reject: "Not a quotation",
  who: "Who said it",
  nobody: "Not known",
  somebodyElse: "Somebody else…",
  name: "Name",
  set: "Set",
  cancel: "Cancel",
  /** @param {string} name */
  open: (name) => ["Correct", ` ${name}`],
  rename: "Rename",
  same: "Is the same as",
  merge: "Merge",
  pick: "Somebody else said",
  split: "Split off",
  date: "Correct the date",
  value: "Day, month or year",
  example: "2021-04-13",
  add: "Add as a quotation",
  adding: "Add",
  undo: "Undo",
  redo: "Redo",
  /** @param {string} step */
  undone: (step) => `Undone: ${step}`,
  /** @param {string} name */
  taken: (name) => `${name} is there already: merge the two instead.`,
  pickOne: "Choose at least one quotation, and leave one.",
  noDate: "A day as 2021-04-13, a month as 2021-04, or a year as 2021.",
  noSuchDay: "There is no such day, month or year.",
  noName: "Type a name.",
  overlap: "These words are a quotation already.",
  gone: "What this is about is not in the report any more.",
  /** @param {string[]} steps */
  lost: (steps) => `No longer fits the text, and was left out: ${steps.join("; ")}.`,
  byHand: "corrected by hand",
};

/** What the reader corrected. */
export const corrections = {
  somebody: "somebody",
  /** @param {string} words @param {string} name or empty for nobody */
  attributed: (words, name) => `Speaker of “${words}” set to ${name || "nobody"}`,
  /** @param {string} from @param {string} to */
  renamed: (from, to) => `${from} renamed to ${to}`,
  /** @param {string} one @param {string} other */
  merged: (one, other) => `${one} merged into ${other}`,
  /** @param {number} count @param {string} from @param {string} to */
  split: (count, from, to) => `${counted(count, "quotation")} moved from ${from} to ${to}`,
  /** @param {string} words */
  rejected: (words) => `“${words}” removed as no quotation`,
  /** @param {string} words @param {string} name or empty for nobody */
  added: (words, name) => `“${words}” added as a quotation${name && ` of ${name}`}`,
  /** @param {string} words @param {string} day */
  dated: (words, day) => `“${words}” set to ${day}`,
  /** In exports, by what was set. @type {Record<string, string>} */
  facts: { added: "added by hand", speaker: "speaker corrected by hand", name: "name set by hand", said: "day set by hand" },
  date: "corrected by hand",
  /** @param {number} count */
  byHand: (count) => (count ? `${counted(count, "correction")} by hand.` : ""),
  reader: "the reader",
  tag: "corrected",
};

export const states = {
  loading: "Loading the engine",
  /** @param {number} received @param {number} [total] in bytes */
  progress: (received, total) => {
    const kilobytes = /** @param {number} bytes */ (bytes) => number(Math.ceil(bytes / 1024));
    return total ? `${kilobytes(received)} of ${kilobytes(total)} KB` : `${kilobytes(received)} KB`;
  },
  /** @param {number} characters */
  working: (characters) => `Reading ${counted(characters, "character")}`,
  cancel: "Cancel",
  retry: "Try again",
  copy: "Copy details",
  copied: "Copied",
  details: "Details, without your text",
  empty: "No quotations, no dates",
  /** @param {number} words */
  emptyWhy: (words) => `The text has ${counted(words, "word")}, but nobody in it is reported to say anything.`,
  emptied: "The text is empty",
  emptiedWhy: "There are no words in it.",
  emptiedDo: `Choose “${editing.editing}” and write or paste an article, or begin with “${editing.renew}”.`,
  lookedFor: "Looked for:",
  looked: [
    "words in quotation marks of any style, with a speaker or in a dialogue",
    "reporting words, such as “said”, “according to”, “warned”",
    "days, months, years, “last week”, “two hours later”",
  ],
  foreign: "This does not look like English",
  /** @param {number} quotations @param {number} speakers @param {number} dates */
  foreignWhy: (quotations, speakers, dates) => {
    const by = quotations && speakers ? ` by ${counted(speakers, "speaker")}` : "";
    const found = `${quotations ? counted(quotations, "quotation") : "no quotations"}${by} and ${dates ? counted(dates, "date") : "no dates"}`;
    return `whosaid reads English. In this text it found ${found}${quotations || dates ? "; check each, and look for what is missing" : ""}.`;
  },
  /** @param {number} passages in quotation marks that are no quotations */
  foreignPassages: (passages) =>
    passages === 1
      ? "1 passage in quotation marks is not marked: who says it is only looked for in English."
      : `${number(passages)} passages in quotation marks are not marked: who says them is only looked for in English.`,
  foreignAdd: "Select words in the text to add them as a quotation by hand.",
  attribution: ["who", "said", " found this in your browser. Nothing was sent."],
};

/** What happened, why, and what to do, by error code. @type {Record<string, [string, string, string]>} */
export const errors = {
  "wasm-blocked-by-csp": [
    "The engine may not run here",
    "The content security policy of this page forbids WebAssembly.",
    "Its owner can allow it with 'wasm-unsafe-eval' in script-src.",
  ],
  "wasm-fetch-failed": [
    "The engine could not be loaded",
    "The request for it failed: no connection, or this page does not allow it.",
    "Your text is kept. Check the connection and try again.",
  ],
  "wasm-bad-response": [
    "The engine could not be loaded",
    "What came is not the engine.",
    "Your text is kept. Reload the page; if it stays so, tell whoever runs it.",
  ],
  "engine-crashed": [
    "The engine stopped",
    "It failed twice on this text. Your text is kept, and was not sent anywhere.",
    "Try again; if it stops again, analyze one half at a time.",
  ],
  "engine-timeout": [
    "The engine took too long",
    "It was stopped. Your text is kept, and was not sent anywhere.",
    "Try again, or analyze one half at a time.",
  ],
  "target-not-found": [
    "There is no article to read",
    "Nothing on this page matches what the element was told to read.",
    "Its owner can correct the attribute “for”.",
  ],
  unknown: ["Something went wrong", "Your text is kept, and was not sent anywhere.", "Try again."],
};

/** @param {number} length @param {number} limit @returns {[string, string, string]} */
export const tooLong = (length, limit) => [
  `${counted(length, "character")} are too many`,
  `${number(limit)} can be read at a time. Your text is kept as it is.`,
  "Cut it, or read it in parts.",
];

/** What only the page says. */
export const page = {
  offline: "No connection. Nothing here needs one: reading, correcting and saving all work.",
  noDate: "No reference date",
  /** @type {Record<string, string>} */
  basis: {
    option: "Set by you.",
    header: "Taken from the header of the article.",
    dateline: "Taken from the dateline of the article.",
    text: "Taken from the first full date in the article.",
    none: "The article gives none, so relative dates stay open until you set it.",
  },
};

/** What the page says of the article that was left. */
export const putAside = {
  /** @param {number} corrections */
  told: (corrections) =>
    corrections
      ? ["Your corrected article is put aside", `It is kept with its ${counted(corrections, "correction")} until you close this page.`]
      : ["The article before is put aside", "It is kept until you read another one."],
  bringBack: "Bring it back",
};

/** What the ways into the page say. */
export const waysIn = {
  /** @param {string} encoding */
  guessed: (encoding) => [
    `Read as ${encoding}, which is a guess`,
    "The file does not say how its letters are encoded.",
    "Where letters or quotation marks look wrong, save it as UTF-8 and open it again.",
  ],
  /** @param {number} count */
  onlyFirst: (count) => ["Only this file was opened", `${number(count)} came at once, and one article is read at a time.`],
  fromLink: [
    "This text came with the link",
    "It is not from whosaid, and whoever made the link may have changed every word. Check it against the article itself.",
  ],
  linkCopied: ["Link copied", "The whole text is in it: whoever has the link can read it, and no server is asked for it."],
  copyByHand: ["The link is selected, to be copied by hand", "The browser did not let the page do it. The whole text is in the link."],
  /** @param {number} count */
  notInLink: (count) =>
    count === 1 ? "Your correction is not in the link; it is in what you export." : `Your ${number(count)} corrections are not in the link; they are in what you export.`,
  link: "Link",
  dismiss: "Dismiss",
  /** What happened, why, and what to do, by the code of a `WayInError`. @type {Record<string, [string, string, string]>} */
  errors: {
    pdf: [
      "A PDF cannot be opened here",
      "It keeps where letters stand on a sheet, not which words follow each other.",
      "Open it in a PDF viewer, copy the text, and paste it here.",
    ],
    unsupported: [
      "This kind of file cannot be opened",
      "Text (.txt), Markdown (.md), web pages (.html) and Word documents (.docx) can.",
      "Save it as one of these in the program that it comes from, or copy its text and paste it here.",
    ],
    "too-large": [
      "The file is too large",
      "Files of up to 20 MB are opened, as they are and unpacked.",
      "Copy the article out of it and paste it here.",
    ],
    empty: ["There are no words in the file", "It is empty, or all in it is pictures.", "Open another, or paste the text."],
    unreadable: [
      "The file could not be read",
      "It is a folder, or was moved or locked.",
      "Check that it opens elsewhere and try again.",
    ],
    damaged: [
      "The file is damaged",
      "It is not complete, or not what its name says.",
      "Fetch it again, or open it where it was made, copy the text, and paste it here.",
    ],
    encrypted: [
      "The document is locked",
      "A password protects it, or it is in the old format of Word.",
      "Open it in Word, save it as .docx without a password, and open that.",
    ],
    "link-damaged": [
      "The link is damaged",
      "The text that it carries is not complete: mail and chat cut long links off.",
      "Ask for the link again, or for the text.",
    ],
    "link-version": [
      "The link is from a newer whosaid",
      "This page does not know how it carries its text.",
      "Reload the page to get the newest version, then open the link again.",
    ],
    "link-too-long": [
      "The link carries too much",
      "More than 1,000,000 characters would come out of it, and it was not opened further.",
      "Ask for the text itself, and read it in parts.",
    ],
    unknown: ["It could not be opened", "Something went wrong.", "Copy the text and paste it here."],
  },
  /** @param {number} length @param {number} limit @returns {[string, string, string]} */
  tooLongToLink: (length, limit) => [
    "The text is too long for a link",
    `The link would have ${counted(length, "character")}; many programs cut off what is longer than ${number(limit)}.`,
    "Send the text itself, or a link to the article.",
  ],
};
