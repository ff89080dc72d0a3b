// The report as TypeScript sees it; src/model.rs says the same in Rust, schema.json for validators, and tests/types.rs compares them.

/** A half-open stretch in UTF-16 code units of the text exactly as given: `text.slice(start, end)` is its text. */
export interface Span {
  /** First code unit of the stretch. */
  start: number;
  /** First code unit after the stretch; never less than `start`. */
  end: number;
}

/** Number of a quotation within its report, from 1. */
export type QuotationId = `q${number}`;
/** Number of a speaker within its report, from 1. */
export type SpeakerId = `s${number}`;
/** Number of a date within its report, from 1. */
export type DateId = `d${number}`;

/** What the caller knows about an article; `undefined` and `null` count as absent. */
export interface Options {
  /** ISO date, or date and time: what relative dates are counted from; wins over what the text says. */
  documentDate?: string | null;
  /** How `03/04/2021` is read; by default inferred from the article, else unresolved. */
  dateOrder?: "mdy" | "dmy" | null;
  /** Where a date points that nothing else decides; by default `"past"`, as news is. */
  prefer?: "past" | "future" | null;
  /** The language of the article. */
  language?: "en" | null;
}

/** What the engine found in one article. */
export interface Report {
  /** The version of the report's shape; within it fields are only added. */
  schema: "whosaid/1";
  /** Version of the engine that made the report. */
  engine: string;
  /** The article as a document: its length, paragraphs and header. */
  document: Document;
  /** Every quotation, sorted by the start of its content. */
  quotations: Quotation[];
  /** Everybody who has a quotation, in the order of their first one. */
  speakers: Speaker[];
  /** Every date expression, sorted by start; a range stands before its parts. */
  dates: Date[];
  /** Every stretch in quotation marks that is no speech, sorted by start. */
  notSpeech: NotSpeech[];
}

/** The article as a document. */
export interface Document {
  /** Length of the text in UTF-16 code units. */
  length: number;
  /** The paragraphs, without the white space around them, in order. */
  paragraphs: Span[];
  /** The headline; absent where the text begins with its body. */
  headline?: Span;
  /** The line that names the author; absent where there is none. */
  byline?: Span;
  /** `KYIV, April 13 (Agency) —`; absent where there is none. */
  dateline?: Dateline;
  /** The day that relative dates are counted from; absent where neither the caller nor the text gives one. */
  documentDate?: DocumentDate;
  /** Whether the text looks like English. */
  language: Language;
}

/** The place, day and agency that open a news text. */
export interface Dateline {
  /** The whole dateline with its closing dash or colon. */
  span: Span;
  /** The place; absent where the dateline names only an agency. */
  place?: Span;
  /** The agency without its parentheses; absent where none is named. */
  agency?: Span;
  /** The entry of the dateline's day in `dates`; absent where it has no day. */
  date?: DateId;
}

/** The day that relative dates are counted from. */
export interface DocumentDate {
  /** Civil date without time zone, `2021-04-13`, with `T10:30:00` where a time was given. */
  value: string;
  /** Where it was found. */
  basis: DocumentDateBasis;
}

/** Where the document's date was found: given by the caller, in a date line, in the dateline, in the text. */
export type DocumentDateBasis = "option" | "header" | "dateline" | "text";

/** The language the text looks like. */
export type Language = "en" | "other";

/** A passage reported as somebody's words. */
export interface Quotation {
  /** Its number in the report. */
  id: QuotationId;
  /** Whether its words stand in quotation marks. */
  kind: QuotationKind;
  /** Whether it was said or written, or only thought, wanted or felt. */
  act: Act;
  /** The reported words without quotation marks and without “that”, in order; several where a cue interrupts them. */
  content: Span[];
  /** The content's spans joined by one space. */
  text: string;
  /** The stretches in quotation marks, without the marks, in order; empty for an indirect quotation. */
  marked: Span[];
  /** The word or words that report; absent where nothing does. */
  cue?: Span;
  /** The noun phrase as written that names who is reported; absent where none was found. */
  source?: Span;
  /** Who that is in this article; absent where it could not be told. */
  speaker?: SpeakerId;
  /** The rule of attribution that found the quotation. */
  rule: string;
  /** The step that led from the source to the speaker; absent without a speaker. */
  speakerRule?: string;
  /** How certain the quotation and its source are. */
  confidence: Confidence;
  /** The date on which it was said, where the article tells it. */
  said?: DateId;
}

/** Whether all, some or none of a quotation's words stand in quotation marks. */
export type QuotationKind = "direct" | "mixed" | "indirect";

/** Whether the reported words were said or written, or only thought, wanted or felt. */
export type Act = "speech" | "thought";

/** How certain a finding is: shown as a fact, said to be likely, hidden until asked for. */
export type Confidence = "sure" | "likely" | "unsure";

/** Whoever is behind one or more quotations. */
export interface Speaker {
  /** Its number in the report. */
  id: SpeakerId;
  /** The fullest name in the article, or the description of somebody unnamed. */
  name: string;
  /** What kind of speaker it is. */
  kind: SpeakerKind;
  /** The grammatical gender the article or a given name implies; absent where neither does. */
  gender?: Gender;
  /** Title, role and affiliation as the article gives them, in order, each wording once. */
  descriptions: Description[];
  /** Every mention that was resolved to this speaker, sorted by start. */
  mentions: SpeakerMention[];
  /** The speaker's quotations, in order. */
  quotations: QuotationId[];
  /** Number of words in the quotations that are speech and not unsure. */
  words: number;
}

/** A person with a name, an organization, several people, a source without a name, a text that speaks. */
export type SpeakerKind = "person" | "organization" | "group" | "unnamed" | "document";

/** Grammatical gender of a person. */
export type Gender = "female" | "male";

/** A title, role or affiliation in the article's words. */
export interface Description {
  /** Where it stands. */
  span: Span;
  /** Its words. */
  text: string;
}

/** A mention that was resolved to a speaker. */
export interface SpeakerMention {
  /** Where it stands. */
  span: Span;
  /** How it refers. */
  form: MentionForm;
}

/** How a mention refers: “Ms. Ribeiro”, “the mayor”, “she”. */
export type MentionForm = "name" | "role" | "pronoun";

/** A date expression with its TIMEX3 value. */
export interface Date {
  /** Its number in the report. */
  id: DateId;
  /** Where it stands, without a leading preposition. */
  span: Span;
  /** Its words. */
  text: string;
  /** TIMEX3 type. */
  type: DateType;
  /** TIMEX3 value; parts that cannot be known stay `X`. */
  value: string;
  /** TIMEX3 modifier: “early April” is the `START` of its value. */
  mod?: DateModifier;
  /** First instant or day; absent where the value has unknown parts or an open start. */
  from?: string;
  /** First instant or day after it; absent where the value has unknown parts or an open end. */
  to?: string;
  /** How the value was reached. */
  basis: DateBasis;
  /** What the value was counted from; absent where it stands in the words themselves. */
  anchor?: DateAnchor;
  /** Other values that the words allow; absent where there are none. */
  alternatives?: string[];
  /** The family of forms that recognized it. */
  rule: string;
  /** The entries of a range's ends; absent where the expression is no range. */
  parts?: DateId[];
}

/** The type of a TIMEX3 value: a day or longer, a time of day, a length of time, something that recurs. */
export type DateType = "DATE" | "TIME" | "DURATION" | "SET";

/** A TIMEX3 modifier. */
export type DateModifier =
  | "BEFORE"
  | "AFTER"
  | "ON_OR_BEFORE"
  | "ON_OR_AFTER"
  | "LESS_THAN"
  | "MORE_THAN"
  | "EQUAL_OR_LESS"
  | "EQUAL_OR_MORE"
  | "START"
  | "MID"
  | "END"
  | "APPROX";

/** How a date's value was reached: by its words, counted, counted with a choice, not at all. */
export type DateBasis = "explicit" | "relative" | "guessed" | "unresolved";

/** What a date was counted from: the document's date or another date of the article. */
export type DateAnchor = "document" | DateId;

/** A stretch in quotation marks that is no speech. */
export interface NotSpeech {
  /** The stretch without its marks. */
  span: Span;
  /** Why it is none. */
  reason: NotSpeechReason;
}

/** Why a stretch in quotation marks is no speech. */
export type NotSpeechReason = "title" | "term" | "scare" | "sign" | "slogan";
