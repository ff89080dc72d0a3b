// @ts-check
/** A report while corrections are applied to it, one after the other. */

import { inOneLine } from "../one-line.js";
import { byId } from "../view.js";
import { joined, withField, withMentions, withQuotations } from "./entries.js";
import { mentionsOf } from "./mentions.js";
import { periodOf } from "./period.js";
import { quotedAt } from "./selection.js";

/** @typedef {import("../view.js").Report} Report */
/** @typedef {import("../view.js").Quotation} Quotation */
/** @typedef {import("../view.js").Speaker} Speaker */
/** @typedef {import("../view.js").ReportDate} ReportDate */
/** @typedef {import("../view.js").Span} Span */
/** @typedef {import("../corrections.js").Correction} Correction */
/** @typedef {import("../corrections.js").QuotationId} QuotationId */
/** @typedef {import("../corrections.js").SpeakerId} SpeakerId */

/** The ids that a correction gave, and those of the quotations that it split off. @typedef {{quotation?: QuotationId, speaker?: SpeakerId, moved?: QuotationId[]}} Given */

/** What stands in a report for the rule that found something, where it was the reader. */
const RULE = "user";

export class Draft {
  #text;
  #found;
  /** Without the rejected ones. @type {Map<string, Quotation>} */
  #quotations;
  /** Those without quotations too, for they may get one again; without those merged away. @type {Map<string, Speaker>} */
  #speakers;
  /** @type {Map<string, ReportDate>} */
  #dates;
  #lastQuotation;
  #lastSpeaker;

  /**
   * @param {string} text
   * @param {Report} found is not changed
   */
  constructor(text, found) {
    this.#text = text;
    this.#found = found;
    this.#quotations = byId(found.quotations);
    this.#speakers = byId(found.speakers);
    this.#dates = byId(found.dates);
    this.#lastQuotation = lastNumber(found.quotations);
    this.#lastSpeaker = lastNumber(found.speakers);
  }

  /**
   * Returns what it gave ids to or split off; undefined where it was not applied.
   * @param {Correction} correction
   * @returns {Given | undefined}
   */
  apply(correction) {
    switch (correction?.do) {
      case "attribute":
        return this.#attribute(correction);
      case "attribute-new":
        return this.#attributeNew(correction);
      case "rename":
        return this.#rename(correction);
      case "merge":
        return this.#merge(correction);
      case "split":
        return this.#split(correction);
      case "reject":
        return this.#quotations.delete(correction.quotation) ? {} : undefined;
      case "add":
        return this.#add(correction);
      case "date":
        return this.#setDate(correction);
      default:
        return undefined;
    }
  }

  /** @returns {Report} */
  report() {
    const found = this.#found;
    const quotations = [...this.#quotations.values()].sort((a, b) => a.content[0].start - b.content[0].start);
    /** In the order of the first quotation, as in every report. @type {Map<string, Quotation[]>} */
    const bySpeaker = new Map();
    for (const quotation of quotations) {
      if (!quotation.speaker) continue;
      const own = bySpeaker.get(quotation.speaker);
      if (own) own.push(quotation);
      else bySpeaker.set(quotation.speaker, [quotation]);
    }
    const unchanged = new Set(found.quotations);
    const speakers = [...bySpeaker].flatMap(([id, own]) => {
      const speaker = this.#speakers.get(id);
      return speaker ? withQuotations(speaker, own, unchanged) : [];
    });
    const added = quotations.filter(({ corrected }) => corrected?.includes("added"));
    const isAdded = /** @param {Span} span */ (span) => added.some(({ marked }) => marked.some((other) => overlap(other, span)));
    const notSpeech = found.notSpeech.filter(({ span }) => !isAdded(span));
    return { ...found, quotations, speakers, dates: [...this.#dates.values()], notSpeech };
  }

  /** @param {import("../corrections.js").Attribute} correction */
  #attribute(correction) {
    const quotation = this.#quotations.get(correction.quotation);
    const speaker = correction.speaker === null ? null : this.#speakers.get(correction.speaker);
    if (!quotation || speaker === undefined) return undefined;
    this.#give([quotation], speaker?.id, isNoName);
    return {};
  }

  /** @param {import("../corrections.js").AttributeNew} correction */
  #attributeNew(correction) {
    const quotation = this.#quotations.get(correction.quotation);
    const name = nameOf(correction.name);
    if (!quotation || !name) return undefined;
    const speaker = this.#newSpeaker(name, "person");
    this.#give([quotation], speaker, isNoName);
    return { speaker };
  }

  /** @param {import("../corrections.js").Rename} correction */
  #rename(correction) {
    const speaker = this.#speakers.get(correction.speaker);
    const name = nameOf(correction.name);
    if (!speaker || !name) return undefined;
    this.#speakers.set(speaker.id, { ...speaker, name, corrected: withField(speaker, "name") });
    return {};
  }

  /** @param {import("../corrections.js").Merge} correction */
  #merge(correction) {
    const speaker = this.#speakers.get(correction.speaker);
    const into = this.#speakers.get(correction.into);
    if (!speaker || !into || speaker === into) return undefined;
    this.#speakers.set(into.id, joined(into, speaker));
    this.#speakers.delete(speaker.id);
    // That both are one says nothing of how sure it is that somebody said it.
    for (const quotation of this.#ofSpeaker(speaker.id)) {
      const corrected = withField(quotation, "speaker");
      this.#quotations.set(quotation.id, { ...quotation, speaker: into.id, speakerRule: RULE, corrected });
    }
    return {};
  }

  /** @param {import("../corrections.js").Split} correction */
  #split(correction) {
    const speaker = this.#speakers.get(correction.speaker);
    const name = nameOf(correction.name);
    if (!speaker || !name || !Array.isArray(correction.quotations)) return undefined;
    const quotations = this.#ofSpeaker(speaker.id).filter(({ id }) => correction.quotations.includes(id));
    if (!quotations.length) return undefined;
    const id = this.#newSpeaker(name, speaker.kind);
    this.#speakers.set(speaker.id, { ...speaker, corrected: withField(speaker, "split") });
    this.#give(quotations, id, () => true);
    return { speaker: id, moved: quotations.map((quotation) => quotation.id) };
  }

  /** @param {import("../corrections.js").Add} correction */
  #add(correction) {
    const selected = quotedAt(this.#text, this.#found, correction.span);
    const known = correction.speaker ?? undefined;
    if (!selected || (known && !this.#speakers.has(known)) || this.#isThere(selected.content)) return undefined;
    const name = known ? "" : nameOf(correction.name);
    const created = name ? this.#newSpeaker(name, "person") : undefined;
    const speaker = known ?? created;
    this.#lastQuotation += 1;
    const id = /** @type {QuotationId} */ (`q${this.#lastQuotation}`);
    this.#quotations.set(id, {
      id,
      kind: selected.kind,
      act: "speech",
      content: selected.content,
      text: selected.content.map(({ start, end }) => this.#text.slice(start, end)).join(" "),
      marked: selected.marked,
      ...(speaker && { speaker }),
      rule: RULE,
      ...(speaker && { speakerRule: RULE }),
      confidence: "sure",
      corrected: ["added"],
    });
    return { quotation: id, ...(created && { speaker: created }) };
  }

  /** @param {import("../corrections.js").SetDate} correction */
  #setDate(correction) {
    const date = this.#dates.get(correction.date);
    const period = periodOf(correction.value);
    if (!date || !period) return undefined;
    const { mod, anchor, alternatives, parts, ...rest } = date;
    const corrected = withField(date, "value");
    /** @type {ReportDate} */
    const set = { ...rest, type: "DATE", value: correction.value, ...period, basis: "explicit", corrected };
    if (!period.to) delete set.to;
    this.#dates.set(date.id, set);
    return {};
  }

  /**
   * Gives quotations to a speaker, or to nobody, as the reader says it is.
   * @param {Quotation[]} quotations
   * @param {SpeakerId | undefined} to
   * @param {(mention: Mention) => boolean} goesAlong of the mentions that are the sources of these quotations only
   */
  #give(quotations, to, goesAlong) {
    for (const quotation of quotations) {
      const { speaker, speakerRule, ...rest } = quotation;
      const by = to && { speaker: to, speakerRule: RULE };
      this.#quotations.set(quotation.id, { ...rest, ...by, confidence: "sure", corrected: withField(quotation, "speaker") });
    }
    for (const from of new Set(quotations.map(({ speaker }) => speaker))) {
      if (from && to && from !== to) this.#moveMentions(from, to, quotations, goesAlong);
    }
  }

  /** @typedef {Speaker["mentions"][number]} Mention */
  /**
   * @param {SpeakerId} from
   * @param {SpeakerId} to
   * @param {Quotation[]} quotations
   * @param {(mention: Mention) => boolean} goesAlong
   */
  #moveMentions(from, to, quotations, goesAlong) {
    const [giver, taker] = [this.#speakers.get(from), this.#speakers.get(to)];
    if (!giver || !taker) return;
    const isSource = /** @param {Quotation[]} of @param {Span} span */ (of, span) =>
      of.some(({ source }) => source && source.start <= span.start && span.end <= source.end);
    const rest = this.#ofSpeaker(from);
    const moved = giver.mentions.filter(
      (mention) => goesAlong(mention) && isSource(quotations, mention.span) && !isSource(rest, mention.span),
    );
    if (!moved.length) return;
    this.#speakers.set(from, { ...giver, mentions: giver.mentions.filter((mention) => !moved.includes(mention)) });
    this.#speakers.set(to, withMentions(taker, moved));
  }

  /**
   * @param {string} name
   * @param {Speaker["kind"]} kind
   */
  #newSpeaker(name, kind) {
    this.#lastSpeaker += 1;
    const id = /** @type {SpeakerId} */ (`s${this.#lastSpeaker}`);
    const taken = [...this.#speakers.values()].flatMap(({ mentions }) => mentions.map(({ span }) => span));
    const mentions = mentionsOf(this.#text, name).filter(({ span }) => !taken.some((other) => overlap(other, span)));
    this.#speakers.set(id, { id, name, kind, descriptions: [], mentions, quotations: [], words: 0, corrected: ["added"] });
    return id;
  }

  /** @param {string} speaker */
  #ofSpeaker(speaker) {
    return [...this.#quotations.values()].filter((quotation) => quotation.speaker === speaker);
  }

  /** Whether just these words are a quotation already. @param {Span[]} content */
  #isThere(content) {
    const key = /** @param {Span[]} spans */ (spans) => spans.map(({ start, end }) => `${start} ${end}`).join();
    return [...this.#quotations.values()].some((quotation) => key(quotation.content) === key(content));
  }
}

/** A pronoun or role means somebody else then; a name does not. @param {Speaker["mentions"][number]} mention */
function isNoName({ form }) {
  return form !== "name";
}

/**
 * @param {Span} a
 * @param {Span} b
 */
function overlap(a, b) {
  return a.start < b.end && b.start < a.end;
}

/** A name as it is typed; empty where there is none. @param {unknown} name */
function nameOf(name) {
  return typeof name === "string" ? inOneLine(name) : "";
}

/** @param {{id: string}[]} entries */
function lastNumber(entries) {
  return entries.reduce((last, { id }) => Math.max(last, Number(id.slice(1))), 0);
}
