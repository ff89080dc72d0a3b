// An article and its report, made by hand: what exports have to carry and must not run. Spans are found by their words.

export const text = `Mayor says *no* to <b>the pier</b>

🚢 Odense, 2 March 2026 — “We won’t pay, and \`rm -rf\` won’t help,” Ana Ribeiro, the mayor, told [reporters](javascript:alert(1)) on Monday. “Not
one #cent.”

=HYPERLINK("http://evil.example") said that the “pier | bridge” was _gone_; e\u0301clair.

“שלום <script>canary()</script>,” @SUM(1+1) wrote in 1998.

"Maybe & perhaps," somebody thought.

- It is over, according to Ribeiro.
`;

/** @param {string} words @param {number} [nth] */
const span = (words, nth = 1) => {
  let start = -1;
  for (let n = 0; n < nth; n += 1) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`the article has no ${words}`);
  return { start, end: start + words.length };
};
const words = (spans) => spans.map(({ start, end }) => text.slice(start, end)).join(" ");

const lines = text.split("\n\n");
const paragraphs = lines.map((line) => span(line.trimEnd()));

const quotation = (id, given) => ({
  id,
  act: "speech",
  confidence: "sure",
  marked: given.content,
  ...given,
  text: words(given.content),
});

export const report = {
  schema: "whosaid/1",
  engine: "0.1.0",
  document: {
    length: text.length,
    paragraphs,
    headline: paragraphs[0],
    dateline: { span: span("Odense, 2 March 2026 —"), place: span("Odense"), date: "d1" },
    documentDate: { value: "2026-03-02", basis: "dateline" },
    language: "en",
  },
  quotations: [
    quotation("q1", {
      kind: "direct",
      content: [span("We won’t pay, and `rm -rf` won’t help,"), span("Not\none #cent.")],
      cue: span("told"),
      source: span("Ana Ribeiro"),
      speaker: "s1",
      rule: "tagged",
      speakerRule: "full-name",
      said: "d2",
    }),
    quotation("q2", {
      kind: "mixed",
      content: [span("the “pier | bridge” was _gone_")],
      marked: [span("pier | bridge")],
      cue: span("said"),
      source: span('=HYPERLINK("http://evil.example")'),
      speaker: "s2",
      rule: "tagged",
      speakerRule: "organization-name",
      confidence: "likely",
    }),
    quotation("q3", {
      kind: "direct",
      content: [span("שלום <script>canary()</script>,")],
      cue: span("wrote"),
      source: span("@SUM(1+1)"),
      speaker: "s3",
      rule: "tagged",
      speakerRule: "full-name",
      said: "d3",
    }),
    quotation("q4", {
      kind: "direct",
      act: "thought",
      content: [span("Maybe & perhaps,")],
      cue: span("thought"),
      rule: "tagged",
      confidence: "unsure",
    }),
    quotation("q5", {
      kind: "indirect",
      content: [span("- It is over")],
      marked: [],
      cue: span("according to"),
      source: span("Ribeiro", 2),
      speaker: "s1",
      rule: "tagged",
      speakerRule: "surname",
      confidence: "likely",
    }),
  ],
  speakers: [
    {
      id: "s1",
      name: "Ana Ribeiro",
      kind: "person",
      gender: "female",
      descriptions: [{ span: span("the mayor"), text: "the mayor" }],
      mentions: [
        { span: span("Ana Ribeiro"), form: "name" },
        { span: span("Ribeiro", 2), form: "name" },
      ],
      quotations: ["q1", "q5"],
      words: 14,
    },
    {
      id: "s2",
      name: '=HYPERLINK("http://evil.example")',
      kind: "organization",
      descriptions: [],
      mentions: [{ span: span('=HYPERLINK("http://evil.example")'), form: "name" }],
      quotations: ["q2"],
      words: 5,
    },
    {
      id: "s3",
      name: "@SUM(1+1)",
      kind: "person",
      descriptions: [],
      mentions: [{ span: span("@SUM(1+1)"), form: "name" }],
      quotations: ["q3"],
      words: 2,
    },
  ],
  dates: [
    { id: "d1", span: span("2 March 2026"), text: "2 March 2026", type: "DATE", value: "2026-03-02", from: "2026-03-02", to: "2026-03-03", basis: "explicit", rule: "month-day" },
    { id: "d2", span: span("Monday"), text: "Monday", type: "DATE", value: "2026-03-02", from: "2026-03-02", to: "2026-03-03", basis: "guessed", anchor: "document", rule: "weekday" },
    { id: "d3", span: span("1998"), text: "1998", type: "DATE", value: "1998", from: "1998-01-01", to: "1999-01-01", basis: "explicit", rule: "year" },
  ],
  notSpeech: [],
};

/** What a reader may type as a name, each of which some format would run or draw. */
export const NAMES = [
  `<img src=x onerror=canary()>"><svg onload=canary()>`,
  "</script><script>canary()</script>",
  "=cmd|' /C calc'!A0",
  "[Ana](javascript:canary()) *and* `others`",
];

/** One of each kind, and one more whose quotation is not there. */
export const corrections = [
  { do: "attribute", quotation: "q4", speaker: "s1" },
  { do: "attribute-new", quotation: "q5", name: NAMES[0] },
  { do: "rename", speaker: "s2", name: NAMES[2] },
  { do: "attribute", quotation: "q9", speaker: "s1" },
  { do: "add", span: span("[reporters](javascript:alert(1))"), name: NAMES[3] },
  { do: "add", span: span("somebody thought"), speaker: "s3" },
  { do: "split", speaker: "s3", quotations: ["q3"], name: NAMES[1] },
  { do: "merge", speaker: "s3", into: "s6" },
  { do: "reject", quotation: "q1" },
  { do: "date", date: "d2", value: "2026-03-09" },
  { do: "date", date: "d3", value: "1998-05" },
];
