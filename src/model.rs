//! Every type of the report.
//!
//! Spans are in UTF-16 code units of the text exactly as given, half-open, so that `text.slice(start, end)` in
//! JavaScript is the span's text; Rust users convert with [`OffsetMap`](crate::OffsetMap).
//! A field that does not apply is absent on the wire, never `null`.
//! `model.d.ts` says the same for TypeScript, `schema.json` for validators; `tests/types.rs` compares the three.

use serde::{Serialize, Serializer};

/// The version of the report's shape; within it fields are only added.
pub const SCHEMA: &str = "whosaid/1";

/// A half-open stretch of the text in UTF-16 code units.
///
/// ```
/// let report = whosaid::analyze("😀 “Yes,” she said.", &whosaid::Options::default());
/// assert_eq!(report.quotations[0].content[0], whosaid::Span { start: 4, end: 8 });
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Span {
    /// First code unit of the stretch.
    pub start: u32,
    /// First code unit after the stretch; never less than `start`.
    pub end: u32,
}

macro_rules! id {
    ($name:ident, $letter:literal, $what:literal) => {
        #[doc = concat!("Number of ", $what, " within its report, from 1; `", $letter, "1` on the wire.")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!($letter, "{}"), self.0)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
    };
}

id!(QuotationId, "q", "a quotation");
id!(SpeakerId, "s", "a speaker");
id!(DateId, "d", "a date");

/// What the engine found in one article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// Always [`SCHEMA`].
    pub schema: &'static str,
    /// Version of the engine that made the report.
    pub engine: &'static str,
    /// The article as a document: its length, paragraphs and header.
    pub document: Document,
    /// Every quotation, sorted by the start of its content.
    pub quotations: Vec<Quotation>,
    /// Everybody who has a quotation, in the order of their first one.
    pub speakers: Vec<Speaker>,
    /// Every date expression, sorted by start; a range stands before its parts.
    pub dates: Vec<Date>,
    /// Every stretch in quotation marks that is no speech, sorted by start.
    pub not_speech: Vec<NotSpeech>,
}

/// The article as a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Document {
    /// Length of the text in UTF-16 code units.
    pub length: u32,
    /// The paragraphs, without the white space around them, in order.
    pub paragraphs: Vec<Span>,
    /// The headline; absent where the text begins with its body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headline: Option<Span>,
    /// The line that names the author, “By Ana Ribeiro”; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub byline: Option<Span>,
    /// `KYIV, April 13 (Agency) —`; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dateline: Option<Dateline>,
    /// The day that relative dates are counted from; absent where neither the caller nor the text gives one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document_date: Option<DocumentDate>,
    /// Whether the text looks like English.
    pub language: Language,
}

/// The place, day and agency that open a news text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Dateline {
    /// The whole dateline with its closing dash or colon.
    pub span: Span,
    /// The place, `KYIV`; absent where the dateline names only an agency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Span>,
    /// The agency without its parentheses; absent where none is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agency: Option<Span>,
    /// The entry of the dateline's day in `dates`; absent where it has no day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<DateId>,
}

/// The day that relative dates are counted from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DocumentDate {
    /// Civil date without time zone, `2021-04-13`, with `T10:30` where a time was given.
    pub value: String,
    /// Where it was found.
    pub basis: DocumentDateBasis,
}

/// Where the document's date was found; the first that applies wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DocumentDateBasis {
    /// The caller gave it.
    Option,
    /// A date line above the text.
    Header,
    /// The dateline that opens the text.
    Dateline,
    /// A full date in the text itself.
    Text,
}

/// The language the text looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English, or too short to tell.
    #[serde(rename = "en")]
    English,
    /// Something else; quotations in marks are still found.
    Other,
}

/// A passage reported as somebody's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Quotation {
    /// Its number in the report.
    pub id: QuotationId,
    /// Whether its words stand in quotation marks.
    pub kind: QuotationKind,
    /// Whether it was said or written, or only thought, wanted or felt.
    pub act: Act,
    /// The reported words without quotation marks and without “that”, in order; several where a cue interrupts them.
    pub content: Vec<Span>,
    /// The content's spans joined by one space.
    pub text: String,
    /// The stretches in quotation marks, without the marks, in order; empty for an indirect quotation.
    pub marked: Vec<Span>,
    /// The word or words that report: “said”, “according to”; absent where nothing does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cue: Option<Span>,
    /// The noun phrase as written that names who is reported: “she”, “the ministry”; absent where none was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Span>,
    /// Who that is in this article; absent where it could not be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<SpeakerId>,
    /// The rule of attribution that found the quotation.
    pub rule: &'static str,
    /// The step that led from the source to the speaker; absent without a speaker.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker_rule: Option<&'static str>,
    /// How certain the quotation and its source are.
    pub confidence: Confidence,
    /// The date on which it was said, where the article tells it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said: Option<DateId>,
}

/// Whether a quotation's words stand in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum QuotationKind {
    /// All of it does.
    Direct,
    /// Some of it does.
    Mixed,
    /// None of it does.
    Indirect,
}

/// What somebody did with the reported words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Act {
    /// Said or wrote them.
    Speech,
    /// Thought, wanted or felt what they tell.
    Thought,
}

/// How certain a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Shown as a fact.
    Sure,
    /// Shown, and said to be likely.
    Likely,
    /// Hidden until asked for.
    Unsure,
}

/// Whoever is behind one or more quotations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Speaker {
    /// Its number in the report.
    pub id: SpeakerId,
    /// The fullest name in the article, or the description of somebody unnamed.
    pub name: String,
    /// What kind of speaker it is.
    pub kind: SpeakerKind,
    /// The grammatical gender the article or a given name implies; absent where neither does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gender: Option<Gender>,
    /// Title, role and affiliation as the article gives them, in order, each wording once.
    pub descriptions: Vec<Description>,
    /// Every mention that was resolved to this speaker, sorted by start.
    pub mentions: Vec<SpeakerMention>,
    /// The speaker's quotations, in order.
    pub quotations: Vec<QuotationId>,
    /// Number of words in the quotations that are speech and not unsure.
    pub words: u32,
}

/// What kind of speaker somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SpeakerKind {
    /// A person with a name.
    Person,
    /// A company, ministry, party, alliance, newspaper.
    Organization,
    /// Several people who are no organization: “residents”.
    Group,
    /// A source without a name: “a senior official”.
    Unnamed,
    /// A text that speaks: “the report”.
    Document,
}

/// Grammatical gender of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Gender {
    /// Referred to as “she”.
    Female,
    /// Referred to as “he”.
    Male,
}

/// A title, role or affiliation in the article's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Description {
    /// Where it stands.
    pub span: Span,
    /// Its words.
    pub text: String,
}

/// A mention that was resolved to a speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SpeakerMention {
    /// Where it stands: a name without the titles and roles before it.
    pub span: Span,
    /// How it refers.
    pub form: MentionForm,
}

/// How a mention refers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum MentionForm {
    /// By name: “Ms. Ribeiro”.
    Name,
    /// By role or description: “the mayor”.
    Role,
    /// By pronoun: “she”.
    Pronoun,
}

/// A date expression with its TIMEX3 value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Date {
    /// Its number in the report.
    pub id: DateId,
    /// Where it stands, without a leading preposition.
    pub span: Span,
    /// Its words.
    pub text: String,
    /// TIMEX3 type.
    #[serde(rename = "type")]
    pub date_type: DateType,
    /// TIMEX3 value; parts that cannot be known stay `X`.
    pub value: String,
    /// TIMEX3 modifier: “early April” is the `START` of its value.
    #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
    pub modifier: Option<DateModifier>,
    /// First instant or day; absent where the value has unknown parts or an open start.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// First instant or day after it; absent where the value has unknown parts or an open end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// How the value was reached.
    pub basis: DateBasis,
    /// What the value was counted from; absent where it stands in the words themselves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anchor: Option<DateAnchor>,
    /// Other values that the words allow; absent where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<String>,
    /// The family of forms that recognized it.
    pub rule: &'static str,
    /// The entries of a range's ends; absent where the expression is no range.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<DateId>,
}

/// The type of a TIMEX3 value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum DateType {
    /// A day or something longer.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// Something that recurs.
    Set,
}

/// A TIMEX3 modifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[allow(missing_docs)] // The names are TIMEX3's own.
pub enum DateModifier {
    Before,
    After,
    OnOrBefore,
    OnOrAfter,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
    Start,
    Mid,
    End,
    Approx,
}

/// How a date's value was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DateBasis {
    /// The words say it all.
    Explicit,
    /// Counted from the anchor by what the words say.
    Relative,
    /// Counted from the anchor where the words leave a choice.
    Guessed,
    /// The words need an anchor that the article does not give.
    Unresolved,
}

/// What a date was counted from; `"document"` or the id of a date on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateAnchor {
    /// The document's date.
    Document,
    /// Another date of the article.
    Date(DateId),
}

impl Serialize for DateAnchor {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            DateAnchor::Document => serializer.serialize_str("document"),
            DateAnchor::Date(id) => id.serialize(serializer),
        }
    }
}

/// A stretch in quotation marks that is no speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NotSpeech {
    /// The stretch without its marks.
    pub span: Span,
    /// Why it is none.
    pub reason: NotSpeechReason,
}

/// Why a stretch in quotation marks is no speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum NotSpeechReason {
    /// The name of a book, song, film or broadcast.
    Title,
    /// A word spoken of as a word: the term “dark money”.
    Term,
    /// Words that the writer keeps at a distance.
    Scare,
    /// Words on a sign, banner or shirt.
    Sign,
    /// Words chanted or printed as a slogan.
    Slogan,
}
