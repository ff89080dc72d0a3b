//! `model.rs` and `model.d.ts` say the same: a report with every field set has exactly the fields of the interfaces, one
//! with none of the optional ones exactly those without a question mark, and every enum has the values of its union.
//! `schema.json` says what `model.d.ts` says, and beside it only what a saved file adds.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use serde::Serialize;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use whosaid::*;

/// The declarations of `model.d.ts`.
struct Declarations {
    /// For each interface its fields: name, whether it may be absent, type.
    interfaces: BTreeMap<String, Vec<(String, bool, String)>>,
    /// For each alias the members of its union.
    aliases: BTreeMap<String, Vec<String>>,
}

fn read_declarations() -> Declarations {
    let source = include_str!("../src/model.d.ts");
    let lines = source.lines().map(str::trim).filter(|line| !line.starts_with(['/', '*']));
    let mut declarations = Declarations { interfaces: BTreeMap::new(), aliases: BTreeMap::new() };
    for declaration in lines.collect::<Vec<_>>().join(" ").split("export ").skip(1) {
        if let Some((name, body)) = declaration.strip_prefix("interface ").and_then(|rest| rest.split_once('{')) {
            let fields = body.trim_end_matches([' ', '}']).split(';').filter_map(|field| field.split_once(": "));
            let fields = fields.map(|(name, of)| {
                (name.trim().trim_end_matches('?').to_owned(), name.ends_with('?'), of.trim().to_owned())
            });
            declarations.interfaces.insert(name.trim().to_owned(), fields.collect());
        } else if let Some((name, union)) = declaration.strip_prefix("type ").and_then(|rest| rest.split_once(" = ")) {
            let members =
                union.trim_end_matches([' ', ';']).split('|').map(str::trim).filter(|member| !member.is_empty());
            declarations.aliases.insert(name.to_owned(), members.map(str::to_owned).collect());
        } else {
            panic!("model.d.ts has a declaration that this test cannot read: {declaration}");
        }
    }
    declarations
}

impl Declarations {
    /// Asserts that `value` is of type `of`, with every optional field or with none.
    fn check(&self, value: &Value, of: &str, with_optional: bool, place: &str) {
        if let Some(element) = of.strip_suffix("[]") {
            let elements = value.as_array().unwrap_or_else(|| panic!("{place} is no array"));
            assert!(!elements.is_empty(), "{place} has no element to check");
            for element_value in elements {
                self.check(element_value, element, with_optional, place);
            }
        } else if let Some(fields) = self.interfaces.get(of) {
            let object = value.as_object().unwrap_or_else(|| panic!("{place} is no object"));
            let expected = fields.iter().filter(|(_, is_optional, _)| with_optional || !is_optional);
            let expected: BTreeSet<&str> = expected.map(|(name, _, _)| name.as_str()).collect();
            let found: BTreeSet<&str> = object.keys().map(String::as_str).collect();
            assert_eq!(found, expected, "fields of {of}, found in Rust and expected by TypeScript");
            for (name, _, of) in fields.iter().filter(|(name, ..)| object.contains_key(name)) {
                self.check(&object[name], of, with_optional, &format!("{place}.{name}"));
            }
        } else if let Some(members) = self.aliases.get(of) {
            assert!(members.iter().any(|member| self.is_of(value, member)), "{place} is {value}, which {of} lacks");
        } else {
            assert!(self.is_of(value, of), "{place} is {value}, expected {of}");
        }
    }

    /// Whether a plain value is of a type that is no interface.
    fn is_of(&self, value: &Value, of: &str) -> bool {
        match (of, value) {
            ("string", Value::String(_)) => true,
            ("number", Value::Number(number)) => number.is_u64(),
            (_, Value::String(string)) if of.starts_with('`') => {
                let letter = of.trim_matches('`').trim_end_matches("${number}");
                string.strip_prefix(letter).is_some_and(|number| number.parse::<u32>().is_ok())
            }
            (_, Value::String(string)) if of.starts_with('"') => of.trim_matches('"') == string,
            _ => self.aliases.get(of).is_some_and(|members| members.iter().any(|member| self.is_of(value, member))),
        }
    }

    fn values(&self, alias: &str) -> BTreeSet<String> {
        self.aliases[alias].iter().map(|member| member.trim_matches('"').to_owned()).collect()
    }
}

fn wire(value: impl Serialize) -> Value {
    serde_json::to_value(value).expect("plain data serializes")
}

const SPAN: Span = Span { start: 1, end: 2 };

/// A report in which every field is there.
fn full_report() -> Report {
    let description = Description { span: SPAN, text: "the mayor".to_owned() };
    Report {
        schema: SCHEMA,
        engine: VERSION,
        document: Document {
            length: 9,
            paragraphs: vec![SPAN],
            headline: Some(SPAN),
            byline: Some(SPAN),
            dateline: Some(Dateline { span: SPAN, place: Some(SPAN), agency: Some(SPAN), date: Some(DateId(1)) }),
            document_date: Some(DocumentDate { value: "2021-04-13".to_owned(), basis: DocumentDateBasis::Header }),
            language: Language::English,
        },
        quotations: vec![Quotation {
            id: QuotationId(1),
            kind: QuotationKind::Direct,
            act: Act::Speech,
            content: vec![SPAN],
            text: "Yes".to_owned(),
            marked: vec![SPAN],
            cue: Some(SPAN),
            source: Some(SPAN),
            speaker: Some(SpeakerId(1)),
            rule: "adjacent-cue",
            speaker_rule: Some("name"),
            confidence: Confidence::Sure,
            said: Some(DateId(1)),
        }],
        speakers: vec![Speaker {
            id: SpeakerId(1),
            name: "Ana Ribeiro".to_owned(),
            kind: SpeakerKind::Person,
            gender: Some(Gender::Female),
            descriptions: vec![description],
            mentions: vec![SpeakerMention { span: SPAN, form: MentionForm::Name }],
            quotations: vec![QuotationId(1)],
            words: 1,
        }],
        dates: vec![Date {
            id: DateId(1),
            span: SPAN,
            text: "early Monday".to_owned(),
            date_type: DateType::Date,
            value: "2021-04-12".to_owned(),
            modifier: Some(DateModifier::Start),
            from: Some("2021-04-12".to_owned()),
            to: Some("2021-04-13".to_owned()),
            basis: DateBasis::Relative,
            anchor: Some(DateAnchor::Date(DateId(2))),
            alternatives: vec!["2021-04-19".to_owned()],
            rule: "weekday",
            parts: vec![DateId(2)],
        }],
        not_speech: vec![NotSpeech { span: SPAN, reason: NotSpeechReason::Term }],
    }
}

/// The same without anything that may be absent.
fn thin_report() -> Report {
    let mut report = full_report();
    let Document { headline, byline, dateline, document_date, .. } = &mut report.document;
    (*headline, *byline, *dateline, *document_date) = (None, None, None, None);
    for quotation in &mut report.quotations {
        let Quotation { cue, source, speaker, speaker_rule, said, .. } = quotation;
        (*cue, *source, *speaker, *speaker_rule, *said) = (None, None, None, None, None);
    }
    for speaker in &mut report.speakers {
        speaker.gender = None;
    }
    for date in &mut report.dates {
        let Date { modifier, from, to, anchor, alternatives, parts, .. } = date;
        (*modifier, *from, *to, *anchor, *alternatives, *parts) = (None, None, None, None, Vec::new(), Vec::new());
    }
    report
}

#[test]
fn a_full_and_a_thin_report_have_the_fields_of_the_interfaces() {
    let declarations = read_declarations();
    declarations.check(&wire(full_report()), "Report", true, "report");
    declarations.check(&wire(thin_report()), "Report", false, "report");
    let mut dateline = full_report().document.dateline.expect("the full report has one");
    (dateline.place, dateline.agency, dateline.date) = (None, None, None);
    declarations.check(&wire(dateline), "Dateline", false, "dateline");
}

/// Compares an enum's values with a union; does not compile when a variant is left out.
macro_rules! check_values {
    ($declarations:expr, $name:ident: $($variant:ident)+) => {{
        let _ = |value: $name| match value { $($name::$variant => (),)+ };
        let values = [$($name::$variant),+].map(|value| wire(value).as_str().expect("an enum is a string").to_owned());
        assert_eq!(BTreeSet::from(values), $declarations.values(stringify!($name)), stringify!($name));
    }};
}

#[test]
fn every_enum_has_the_values_of_its_union() {
    let declarations = read_declarations();
    check_values!(declarations, DocumentDateBasis: Option Header Dateline Text);
    check_values!(declarations, Language: English Other);
    check_values!(declarations, QuotationKind: Direct Mixed Indirect);
    check_values!(declarations, Act: Speech Thought);
    check_values!(declarations, Confidence: Sure Likely Unsure);
    check_values!(declarations, SpeakerKind: Person Organization Group Unnamed Document);
    check_values!(declarations, Gender: Female Male);
    check_values!(declarations, MentionForm: Name Role Pronoun);
    check_values!(declarations, DateType: Date Time Duration Set);
    check_values!(
        declarations,
        DateModifier: Before After OnOrBefore OnOrAfter LessThan MoreThan EqualOrLess EqualOrMore Start Mid End Approx
    );
    check_values!(declarations, DateBasis: Explicit Relative Guessed Unresolved);
    check_values!(declarations, NotSpeechReason: Title Term Scare Sign Slogan);
    declarations.check(&wire(DateAnchor::Document), "DateAnchor", true, "anchor");
}

#[test]
fn every_union_but_the_ids_is_compared_above() {
    let compared = include_str!("types.rs");
    for alias in read_declarations().aliases.keys().filter(|alias| !alias.ends_with("Id") && *alias != "DateAnchor") {
        assert!(compared.contains(&format!(" {alias}: ")), "{alias} is in model.d.ts and not compared");
    }
}

/// What a saved file has beside the report of the engine, none of it required: which text it is of, what a reader changed.
const SAVED: [(&str, &str); 5] = [
    ("Report", "input"),
    ("Report", "corrections"),
    ("Quotation", "corrected"),
    ("Speaker", "corrected"),
    ("Date", "corrected"),
];
/// What only a saved file has.
const SAVED_TYPES: [&str; 2] = ["Input", "Correction"];

/// What `schema.json` has to say of a type.
fn schema_of(of: &str) -> Value {
    if let Some(element) = of.strip_suffix("[]") {
        return json!({ "type": "array", "items": schema_of(element) });
    }
    match of {
        "string" => json!({ "type": "string" }),
        "number" => json!({ "type": "integer", "minimum": 0 }),
        _ if of.starts_with('"') => json!({ "const": of.trim_matches('"') }),
        _ => json!({ "$ref": format!("#/$defs/{of}") }),
    }
}

/// What it has to say of a union.
fn schema_of_union(members: &[String]) -> Value {
    if let [id] = members
        && let Some(letter) = id.trim_matches('`').strip_suffix("${number}")
    {
        return json!({ "type": "string", "pattern": format!("^{letter}[1-9][0-9]*$") });
    }
    if members.iter().all(|member| member.starts_with('"')) {
        return json!({ "enum": members.iter().map(|member| member.trim_matches('"')).collect::<Vec<_>>() });
    }
    json!({ "anyOf": members.iter().map(|member| schema_of(member)).collect::<Vec<_>>() })
}

/// Asserts that a part of the schema is described and says all that is expected, or that and something narrower.
fn assert_says(part: &Value, expected: &Value, place: &str) {
    assert!(part["description"].as_str().is_some_and(|words| words.ends_with('.')), "{place} is not described");
    for (key, value) in expected.as_object().into_iter().flatten() {
        assert_eq!(&part[key], value, "{key} of {place}");
    }
}

#[test]
fn the_schema_says_what_the_interfaces_and_unions_say() {
    let Declarations { mut interfaces, aliases } = read_declarations();
    interfaces.remove("Options");
    let schema: Value = serde_json::from_str(include_str!("../src/schema.json")).expect("the schema is JSON");
    let defined = schema["$defs"].as_object().expect("the schema has definitions");
    let mut names: BTreeSet<&str> = interfaces.keys().chain(aliases.keys()).map(String::as_str).collect();
    names.extend(SAVED_TYPES);
    names.remove("Report");
    assert_eq!(defined.keys().map(String::as_str).collect::<BTreeSet<&str>>(), names, "what the schema defines");
    for (name, fields) in &interfaces {
        let object = if name == "Report" { &schema } else { &defined[name] };
        assert_says(object, &json!({ "type": "object", "additionalProperties": false }), name);
        let properties = object["properties"].as_object().expect("an object has properties");
        let mut expected: BTreeSet<&str> = fields.iter().map(|(field, ..)| field.as_str()).collect();
        expected.extend(SAVED.iter().filter(|(of, _)| of == name).map(|(_, field)| field));
        let found: BTreeSet<&str> = properties.keys().map(String::as_str).collect();
        assert_eq!(found, expected, "fields of {name}, found in the schema and expected by TypeScript");
        let required: BTreeSet<&str> =
            object["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let expected: BTreeSet<&str> =
            fields.iter().filter(|(_, is_optional, _)| !is_optional).map(|(field, ..)| field.as_str()).collect();
        assert_eq!(required, expected, "required fields of {name}, in the schema and in TypeScript");
        for (field, _, of) in fields {
            assert_says(&properties[field], &schema_of(of), &format!("{name}.{field}"));
        }
    }
    for (name, members) in &aliases {
        assert_says(&defined[name], &schema_of_union(members), name);
    }
}

#[test]
fn every_option_is_known_with_every_value() {
    let fields = &read_declarations().interfaces["Options"];
    for (name, is_optional, of) in fields {
        assert!(is_optional, "{name}");
        for value in of.split(" | ").filter(|value| *value != "null") {
            let value = if value == "string" { "2021-04-13" } else { value.trim_matches('"') };
            assert_eq!(Options::default().set(name, value), Ok(()), "{name}");
        }
    }
    let unknown = Options::default().set("since", "2021").expect_err("there is no such option");
    let named = unknown.to_string();
    let named = named.split("expected ").nth(1).expect("the message says what is expected");
    let named: BTreeSet<&str> = named.split([',', ' ']).filter(|word| !word.is_empty() && *word != "or").collect();
    assert_eq!(named, fields.iter().map(|(name, ..)| name.as_str()).collect());
}
