//! The binding as JavaScript sees it; the same file runs in Node and in Chromium.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use js_sys::{Array, Error, Function, JSON, JsString, Object, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use whosaid::wasm::{analyze, version};

/// A character outside the BMP, a combining mark and CRLF stand before everything that is found.
const ARTICLE: &str = "🌍 Cafe\u{301} news\r\n\r\n“We will act,” Ana Ribeiro said on Monday. 😀\r\n\r\nShe left.";

fn report(text: &str) -> JsValue {
    analyze(&text.into(), &JsValue::UNDEFINED).expect("no option is wrong")
}

/// Evaluates a JavaScript expression.
fn js(expression: &str) -> JsValue {
    Function::new_no_args(&format!("return {expression}")).call0(&JsValue::UNDEFINED).expect("an expression")
}

fn get(value: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(value.clone(), |value, key| Reflect::get(&value, &key.into()).expect("an object"))
}

fn number(value: &JsValue, path: &str) -> u32 {
    get(value, path).as_f64().expect("a number") as u32
}

fn string(value: &JsValue, path: &str) -> String {
    get(value, path).as_string().expect("a string")
}

fn json(value: &JsValue) -> String {
    JSON::stringify(value).expect("plain data").into()
}

fn slice(text: &str, span: &JsValue) -> String {
    JsString::from(text).slice(number(span, "start"), number(span, "end")).into()
}

/// Returns every object below `value`, itself included.
fn objects(value: &JsValue) -> Vec<JsValue> {
    let Some(object) = value.dyn_ref::<Object>() else { return Vec::new() };
    let below = Object::values(object).iter().flat_map(|value| objects(&value)).collect::<Vec<_>>();
    [value.clone()].into_iter().chain(below).collect()
}

#[wasm_bindgen_test]
fn spans_are_what_slice_wants() {
    let report = report(ARTICLE);
    assert_eq!(number(&report, "document.length"), JsString::from(ARTICLE).length());
    let paragraphs: Vec<String> =
        Array::from(&get(&report, "document.paragraphs")).iter().map(|span| slice(ARTICLE, &span)).collect();
    assert_eq!(paragraphs, ["🌍 Cafe\u{301} news", "“We will act,” Ana Ribeiro said on Monday. 😀", "She left."]);
    let quotation = get(&report, "quotations.0");
    assert_eq!(slice(ARTICLE, &get(&quotation, "content.0")), "We will act,");
    assert_eq!(slice(ARTICLE, &get(&quotation, "source")), "Ana Ribeiro");
    assert_eq!(slice(ARTICLE, &get(&quotation, "cue")), "said");
    for object in objects(&report).iter().filter(|object| !get(object, "span").is_undefined()) {
        let text = get(object, "text");
        if text.is_string() {
            assert_eq!(text.as_string(), Some(slice(ARTICLE, &get(object, "span"))));
        }
    }
}

#[wasm_bindgen_test]
fn a_report_is_plain_data_and_the_same_each_time() {
    let first = report(ARTICLE);
    assert_eq!(json(&first), json(&report(ARTICLE)));
    assert_eq!(string(&first, "schema"), "whosaid/1");
    assert_eq!(string(&first, "engine"), version());
    for object in objects(&first) {
        let is_plain = js_sys::Array::is_array(&object) || get(&object, "constructor") == js("Object");
        assert!(is_plain, "{}", json(&object));
        for value in Object::values(object.unchecked_ref::<Object>()) {
            assert!(!value.is_undefined() && !value.is_null(), "a field without a value in {}", json(&object));
        }
    }
}

#[wasm_bindgen_test]
fn a_wrong_option_is_an_error_with_a_stable_name() {
    for (options, name, message) in [
        ("{ documentDate: 'yesterday' }", "BadDocumentDate", "documentDate is \"yesterday\""),
        ("{ documentDate: new Date(0) }", "BadOptionValue", "documentDate is not a string"),
        ("{ documentdate: '2021-04-13' }", "UnknownOption", "unknown option \"documentdate\""),
        ("{ prefer: 'maybe' }", "BadOptionValue", "prefer is \"maybe\""),
        ("{ language: 'fr' }", "BadOptionValue", "language is \"fr\""),
        ("'2021-04-13'", "BadOptionValue", "options is not an object"),
        ("['2021-04-13']", "UnknownOption", "unknown option \"0\""),
    ] {
        let thrown = analyze(&"".into(), &js(options)).expect_err(options);
        let error: &Error = thrown.dyn_ref().expect("an Error");
        assert_eq!(String::from(error.name()), name, "{options}");
        assert!(String::from(error.message()).starts_with(message), "{options}: {}", String::from(error.message()));
    }
    let thrown = analyze(&7.into(), &JsValue::UNDEFINED).expect_err("a number is no text");
    assert_eq!(string(&thrown, "name"), "TypeError");
}

#[wasm_bindgen_test]
fn what_a_getter_throws_reaches_the_caller() {
    let thrown = analyze(&"".into(), &js("{ get prefer() { throw new RangeError('mine') } }")).expect_err("it throws");
    assert_eq!((string(&thrown, "name"), string(&thrown, "message")), ("RangeError".to_owned(), "mine".to_owned()));
}

#[wasm_bindgen_test]
fn options_are_own_entries_and_absent_where_they_have_no_value() {
    let options = js("Object.assign(Object.create({ prefer: 'inherited' }), \
                      { documentDate: '2021-04-13', dateOrder: null, language: undefined })");
    let report = analyze(&ARTICLE.into(), &options).expect("what is inherited, null or undefined does not count");
    assert_eq!(json(&get(&report, "document.documentDate")), r#"{"value":"2021-04-13","basis":"option"}"#);
    assert_eq!(json(&self::report("")), json(&analyze(&"".into(), &JsValue::NULL).expect("null is no options")));
}

#[wasm_bindgen_test]
fn a_lone_surrogate_is_read_as_a_replacement_character() {
    let text = js("'\\ud800 “Yes,” she said. \\udfff'");
    let report = analyze(&text, &JsValue::UNDEFINED).expect("no option is wrong");
    assert_eq!(json(&report), json(&self::report("\u{FFFD} “Yes,” she said. \u{FFFD}")));
    assert_eq!(number(&report, "document.length"), text.unchecked_ref::<JsString>().length());
}
