//! The binding to JavaScript: options in, report out, errors mapped.
//!
//! The report crosses the boundary as plain objects, so `postMessage` clones it and nothing has to be freed.
//! Names of fields are made into JavaScript strings once and kept by the serializer.

use crate::{OptionError, Options};
use js_sys::{Error, JsString, Object, Reflect, TypeError};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const MODEL: &str = include_str!("model.d.ts");

/// What a developer has to know after a panic and cannot read from its message.
const AFTER_PANIC: &str = "whosaid: the engine stopped on a defect of its own. \
    This instance is unusable: instantiate the module again, and please report the message above.";

/// Sends panics to the console, each with what to do about it.
#[wasm_bindgen(start, skip_typescript)]
pub fn start() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        web_sys::console::error_1(&AFTER_PANIC.into());
    }));
}

/// Finds who said what, and when.
///
/// A lone surrogate in `text` is read as U+FFFD.
///
/// # Errors
/// `TypeError` where `text` is no string; an `Error` named `BadDocumentDate`, `UnknownOption` or `BadOptionValue`
/// where an option is wrong.
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn analyze(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    let text = text.as_string().ok_or_else(|| TypeError::new("text is not a string"))?;
    let report = crate::analyze(&text, &read_options(options)?);
    Ok(report.serialize(&Serializer::json_compatible())?)
}

/// Returns the version of the engine, as reports carry it.
#[wasm_bindgen]
pub fn version() -> String {
    crate::VERSION.to_owned()
}

/// Reads the own enumerable entries of an object; those that are `undefined` or `null` count as absent.
fn read_options(given: &JsValue) -> Result<Options, JsValue> {
    let mut options = Options::default();
    if given.is_undefined() || given.is_null() {
        return Ok(options);
    }
    let wrong_type = |what, expected| into_error(&OptionError::Type { what, expected });
    if !given.is_object() {
        return Err(wrong_type("options".to_owned(), "an object"));
    }
    for key in Object::keys(given.unchecked_ref::<Object>()) {
        // A getter may throw; what it throws goes back to the caller.
        let value = Reflect::get(given, &key)?;
        if value.is_undefined() || value.is_null() {
            continue;
        }
        let name = String::from(JsString::from(key));
        match value.as_string() {
            Some(value) => options.set(&name, &value).map_err(|error| into_error(&error))?,
            None => return Err(wrong_type(name, "a string")),
        }
    }
    Ok(options)
}

/// Makes an `Error` with a stable `name`.
fn into_error(error: &OptionError) -> JsValue {
    let js = Error::new(&error.to_string());
    js.set_name(error.name());
    js.into()
}
