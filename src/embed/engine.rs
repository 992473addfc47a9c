//! The engine without a page: what a script, in a browser or in Node.js, searches a corpus with.

use jianbao_engine::corpus::Part;
use jianbao_engine::search::{self, Options, Reading};
use js_sys::{Array, JSON, TypeError, Uint8Array};
use wasm_bindgen::prelude::*;

use super::slices::{Held, at_once};
use crate::app::Unreadable;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.ts");

#[wasm_bindgen]
extern "C" {
    /// The clock of browsers and of Node.js, in milliseconds.
    #[wasm_bindgen(js_namespace = performance)]
    pub(super) fn now() -> f64;
}

/// A corpus read into memory, ready to be searched.
#[wasm_bindgen(js_name = Archive)]
#[derive(Debug)]
pub struct Engine {
    archive: search::Archive,
    problems: Vec<Unreadable>,
}

#[wasm_bindgen(js_class = Archive)]
impl Engine {
    /// Reads a corpus (JSON in UTF-8). Bad items are left out, and told by `problems`. The bytes are not copied: items are
    /// read from them again when they are found, so they should not be changed.
    ///
    /// # Errors
    /// An `Error` where nothing can be read, with the place and the remedy; a `TypeError` where these are no bytes.
    #[wasm_bindgen(js_name = fromBytes)]
    pub fn from_bytes(
        #[wasm_bindgen(unchecked_param_type = "Uint8Array | ArrayBuffer")] bytes: &JsValue,
    ) -> Result<Self, JsValue> {
        let bytes = match bytes.dyn_ref::<Uint8Array>() {
            Some(bytes) => bytes.clone(),
            None if bytes.is_instance_of::<js_sys::ArrayBuffer>() => Uint8Array::new(bytes),
            None => return Err(TypeError::new("a corpus should be a Uint8Array or an ArrayBuffer").into()),
        };
        let (archive, problems) = at_once(Reading::new(vec![Part::new("", Held(bytes))]))
            .map_err(|problem| JsError::new(&Unreadable::Corpus(problem).to_string()))?;
        Ok(Self { archive, problems: problems.into_iter().map(Unreadable::Corpus).collect() })
    }

    /// How many items it holds.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.archive.len()
    }

    /// What had to be left out, each in one sentence.
    #[wasm_bindgen(getter, unchecked_return_type = "string[]")]
    pub fn problems(&self) -> Array {
        told(&self.problems)
    }

    /// Searches. Every text is a query.
    ///
    /// # Errors
    /// A `TypeError` that names the option that is wrong, and what it should be.
    #[wasm_bindgen(unchecked_return_type = "Results")]
    pub fn search(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "SearchOptions")] options: &JsValue,
    ) -> Result<JsValue, JsValue> {
        search_in(&self.archive, text, options, None)
    }
}

/// Each problem in one English sentence.
pub(super) fn told(problems: &[Unreadable]) -> Array {
    problems.iter().map(|problem| JsValue::from(problem.to_string())).collect()
}

/// Searches an archive for a script; `language` is that of headlines and snippets where the options say nothing.
pub(super) fn search_in(
    archive: &search::Archive,
    text: &JsValue,
    options: &JsValue,
    language: Option<&str>,
) -> Result<JsValue, JsValue> {
    let wrong = |sentence: &str| JsValue::from(TypeError::new(sentence));
    let text = text.as_string().ok_or_else(|| wrong("the query should be a string"))?;
    // What has no JSON, like `undefined`, has no text either.
    let json = JSON::stringify(options)?.as_string().unwrap_or_else(|| "{}".to_owned());
    let mut options = Options::from_json(&json).map_err(|bad| wrong(&bad.to_string()))?;
    if options.language.is_none() {
        options.language = language.map(str::to_owned);
    }
    let start = now();
    let mut results = archive.search(&text, &options);
    results.took_ms = now() - start;
    JSON::parse(&results.json(&options))
}
