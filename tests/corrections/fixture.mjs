// An article with twelve quotations, and a reader of it that is simple enough to be read anew after every edit.

export const text = `Bridge over the Lenz stays shut

“The bridge stays shut,” said Mara Obi on Monday. “Nobody will cross it this winter,” said she. The council called it a ‘wise’ step.

“We were not asked,” said Piet Varga. “We will be heard,” said Varga. He took the “long road” home in 2019.

“No.” said Lena Obi. “No.” said Tom Reyes. “The school bus takes an hour now,” said Reyes on Tuesday.

Tom Reyes thinks that the ferry could come back. Whoever wrote the notice left no name: “Closed until further notice.”

“Some of the bolts are older than I am,” said Mara Obi on Monday. “That worries me,” said she. “It should worry us all,” said Varga, reportedly. “We counted ninety of them,” said Lena Obi.
`;

/** Who it is, by how the article calls them; the surname that two have is of nobody. */
const NAMES = { "Mara Obi": "Mara Obi", "Piet Varga": "Piet Varga", Varga: "Piet Varga", "Lena Obi": "Lena Obi", "Tom Reyes": "Tom Reyes", Reyes: "Tom Reyes" };

const spanOf = (start, words) => ({ start, end: start + words.length });

/** Every `“…” said NAME` with the date behind it, every other `“…”` of a whole sentence, every “long road” no speech. */
export function read(article) {
  const dates = [...article.matchAll(/\b(Monday|Tuesday|2019)\b/g)].map(({ 0: words, index }, at) => ({
    id: `d${at + 1}`,
    span: spanOf(index, words),
    text: words,
    type: "DATE",
    value: words === "2019" ? words : "2026-11-23",
    ...(words === "2019" ? { from: "2019-01-01", to: "2020-01-01", basis: "explicit" } : { basis: "guessed", anchor: "document", mod: "APPROX", alternatives: ["2026-11-30"] }),
    rule: "toy",
  }));
  const quotations = [];
  const notSpeech = [];
  const speakers = new Map();
  let last;
  for (const { 0: whole, 1: words, 2: who, 3: behind = "", index } of article.matchAll(/“([^”]+)”(?: said ([A-Z]\w+(?: [A-Z]\w+)?|she)([^.]*))?/g)) {
    const span = spanOf(index + 1, words);
    if (!who && !/[.,]$/.test(words)) {
      notSpeech.push({ span, reason: "scare" });
      continue;
    }
    const name = who === "she" ? last : NAMES[who] ?? who;
    const id = `q${quotations.length + 1}`;
    if (name && !speakers.has(name)) {
      const first = { id: `s${speakers.size + 1}`, name, kind: "person", descriptions: [], mentions: [], quotations: [], words: 0 };
      speakers.set(name, first);
    }
    const speaker = speakers.get(name);
    const isUnsure = behind.includes("reportedly");
    const at = index + whole.indexOf(" said ") + 6;
    if (speaker) {
      speaker.mentions.push({ span: spanOf(at, who), form: who === "she" ? "pronoun" : "name" });
      speaker.quotations.push(id);
      if (!isUnsure) speaker.words += words.split(" ").length;
      last = name;
    }
    const said = dates.find(({ span: { start } }) => start >= at && start < index + whole.length);
    quotations.push({
      id,
      kind: "direct",
      act: "speech",
      content: [span],
      text: words,
      marked: [span],
      ...(who && { cue: spanOf(at - 5, "said"), source: spanOf(at, who) }),
      ...(speaker && { speaker: speaker.id, speakerRule: "toy" }),
      rule: "toy",
      confidence: isUnsure ? "unsure" : "likely",
      ...(said && { said: said.id }),
    });
  }
  const paragraphs = [...article.matchAll(/\S[^\n]*/g)].map(({ 0: words, index }) => spanOf(index, words.trimEnd()));
  const document = { length: article.length, paragraphs, headline: paragraphs[0], language: "en" };
  return { schema: "whosaid/1", engine: "0.1.0", document, quotations, speakers: [...speakers.values()], dates, notSpeech };
}

/** Makes a value and all in it unchangeable, so that a change throws. */
export function frozen(value) {
  if (value && typeof value === "object" && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
