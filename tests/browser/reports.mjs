// Reports made by hand, for what no engine says of an ordinary text.

/**
 * @typedef {object} Quoted
 * @property {string} words as they stand in the text
 * @property {string} cue
 * @property {"direct" | "mixed" | "indirect"} [kind]
 * @property {"speech" | "thought"} [act]
 * @property {"sure" | "likely" | "unsure"} [confidence]
 * @property {number} [speaker] from 1
 *
 * @typedef {object} Speaking
 * @property {string} name
 * @property {string[]} [descriptions]
 *
 * @typedef {object} Dated
 * @property {string} words as they stand in the text
 * @property {string} value
 * @property {string} [basis]
 * @property {string} [anchor]
 * @property {string[]} [alternatives]
 */

/**
 * @param {string} text one paragraph
 * @param {{quotations?: Quoted[], speakers?: Speaking[], dates?: Dated[], document?: object}} findings
 */
export function reportOf(text, { quotations = [], speakers = [], dates = [], document = {} }) {
  const spanOf = (words) => {
    const start = text.indexOf(words);
    if (start < 0) throw new Error(`“${words}” is not in the text`);
    return { start, end: start + words.length };
  };
  return {
    schema: "whosaid/1",
    engine: "0.0.0",
    document: { length: text.length, paragraphs: [{ start: 0, end: text.length }], language: "en", ...document },
    quotations: quotations.map(
      ({ words, kind = "direct", act = "speech", cue, speaker, confidence = "sure" }, index) => ({
        id: `q${index + 1}`,
        kind,
        act,
        content: [spanOf(words)],
        text: words,
        marked: kind === "direct" ? [spanOf(words)] : [],
        cue: spanOf(cue),
        ...(speaker && {
          speaker: `s${speaker}`,
          speakerRule: "name",
          source: spanOf(speakers[speaker - 1].name.split(" ").at(-1)),
        }),
        rule: "adjacent-cue",
        confidence,
      }),
    ),
    speakers: speakers.map(({ name, descriptions = [] }, index) => ({
      id: `s${index + 1}`,
      name,
      kind: "person",
      descriptions: descriptions.map((words) => ({ span: spanOf(words), text: words })),
      mentions: [{ span: spanOf(name), form: "name" }],
      quotations: quotations.flatMap(({ speaker }, at) => (speaker === index + 1 ? [`q${at + 1}`] : [])),
      words: 1,
    })),
    dates: dates.map(({ words, value, basis = "explicit", anchor, alternatives }, index) => ({
      id: `d${index + 1}`,
      span: spanOf(words),
      text: words,
      type: "DATE",
      value,
      basis,
      ...(anchor && { anchor }),
      ...(alternatives && { alternatives }),
      rule: "calendar-day",
    })),
    notSpeech: [],
  };
}
