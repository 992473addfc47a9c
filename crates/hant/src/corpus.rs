//! A corpus in 简体 with a version in 繁體 for each of its items.
//!
//! The file is parsed as spans: which part of it is an item, which a translation. Only what is new is written, in the
//! file's own style; every other byte stays. A version that a machine made before is made anew; one that a person made
//! is left alone, and so is an item in another language.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::edit::{Edit, Object, Place, apply, offset};
use crate::texts::Texts;
use crate::{Converter, LANGUAGE};

/// A corpus with versions in 繁體.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Added {
    /// The whole file.
    pub text: String,
    /// How many items have a version that is made by machine, now or again.
    pub made: usize,
    /// How many have one that is not, which stays.
    pub kept: usize,
    /// How many are in another language.
    pub others: usize,
    /// What could not be read, and is left as it is.
    pub left: Vec<Left>,
}

/// A part of a corpus that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Its JSON pointer.
    pub pointer: String,
    /// Why.
    pub why: String,
}

/// Why nothing can be added to a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddError {
    /// It is not JSON, or no corpus.
    NotACorpus {
        /// What is wrong.
        why: String,
        /// Line, from 1.
        line: usize,
        /// Column in bytes, from 1.
        column: usize,
    },
}

impl fmt::Display for AddError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::NotACorpus { why, line, column } = self;
        write!(f, "the file is no corpus: at line {line}, column {column}: {why}")
    }
}

impl std::error::Error for AddError {}

impl From<serde_json::Error> for AddError {
    fn from(error: serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        let said = error.to_string();
        let why = said.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(&said);
        Self::NotACorpus { why: why.to_owned(), line, column }
    }
}

/// The parts of a corpus: spans of its text.
#[derive(Deserialize)]
struct Top<'a> {
    #[serde(default, borrow)]
    language: Cow<'a, str>,
    #[serde(default, borrow)]
    translations: Option<&'a RawValue>,
    #[serde(borrow)]
    items: Vec<&'a RawValue>,
}

/// What decides whether an item, or a translation, is converted.
#[derive(Deserialize)]
struct Head<'a> {
    #[serde(default, borrow)]
    language: Cow<'a, str>,
    #[serde(default, borrow)]
    method: Option<Cow<'a, str>>,
    #[serde(default, borrow)]
    translations: Option<&'a RawValue>,
}

/// What became of an object.
enum Outcome {
    Made(Edit),
    Kept,
    Other,
}

/// Gives each item in 简体 a version in 繁體, and the corpus itself one of its title and note.
///
/// `progress` is told after each item how many are done, and how many there are.
///
/// # Errors
/// Where the file is not JSON, or has no list of items. An item that cannot be read is left as it is, and told.
pub fn add(file: &str, converter: &Converter, progress: &mut dyn FnMut(usize, usize)) -> Result<Added, AddError> {
    let json = file.strip_prefix('\u{FEFF}').unwrap_or(file);
    let is_list = json.trim_start().starts_with('[');
    let (items, language, envelope) = if is_list {
        (serde_json::from_str::<Vec<&RawValue>>(json)?, Cow::default(), None)
    } else {
        let Top { language, translations, items } = serde_json::from_str(json)?;
        (items, language, Some(translations))
    };
    let mut work = Work { json, converter, language: &language, edits: Vec::new() };
    let mut added = Added { text: String::new(), made: 0, kept: 0, others: 0, left: Vec::new() };
    let mut leave = |pointer: String, why: serde_json::Error| added.left.push(Left { pointer, why: reason(&why) });
    if let Some(translations) = envelope
        && let Err(why) = work.envelope(translations, &items)
    {
        leave(String::new(), why);
    }
    let (mut made, mut kept, mut others) = (0, 0, 0);
    for (index, item) in items.iter().enumerate() {
        match work.item(item) {
            Ok(Outcome::Made(edit)) => {
                made += 1;
                work.edits.push(edit);
            }
            Ok(Outcome::Kept) => kept += 1,
            Ok(Outcome::Other) => others += 1,
            Err(why) => leave(format!("{}/{index}", if is_list { "" } else { "/items" }), why),
        }
        progress(index + 1, items.len());
    }
    let Work { mut edits, .. } = work;
    edits.sort_by_key(|edit| edit.start);
    let bom = file.get(..file.len() - json.len()).unwrap_or_default();
    Ok(Added { text: [bom, &apply(json, &edits)].concat(), made, kept, others, ..added })
}

/// Why something cannot be read, without the place within it.
fn reason(error: &serde_json::Error) -> String {
    let said = error.to_string();
    said.split(" at line ").next().unwrap_or_default().to_owned()
}

struct Work<'a> {
    json: &'a str,
    converter: &'a Converter,
    /// The language of items that do not say theirs.
    language: &'a str,
    edits: Vec<Edit>,
}

impl Work<'_> {
    fn item(&self, item: &RawValue) -> serde_json::Result<Outcome> {
        let head: Head = serde_json::from_str(item.get())?;
        let open = offset(self.json, item);
        let inner = item.get().strip_suffix('}').unwrap_or_default().trim_end();
        let texts = || serde_json::from_str::<Texts>(item.get());
        self.object(&head, open, Place::After(open + inner.len()), texts)
    }

    /// The envelope: its title and note. Its translations go before its items, where a person will look for them.
    fn envelope(&mut self, translations: Option<&RawValue>, items: &[&RawValue]) -> serde_json::Result<()> {
        let texts: Texts = serde_json::from_str(self.json)?;
        if !texts.has_title_or_note() {
            return Ok(());
        }
        let head = Head { language: self.language.into(), method: None, translations };
        let open = self.json.find('{').unwrap_or_default();
        let first = items.first().map_or(0, |item| offset(self.json, item));
        let key = self.json.get(..first).and_then(|before| before.rfind("\"items\"")).unwrap_or(open + 1);
        if let Outcome::Made(edit) = self.object(&head, open, Place::Before(key), || Ok(texts))? {
            self.edits.push(edit);
        }
        Ok(())
    }

    fn object(
        &self,
        head: &Head<'_>,
        open: usize,
        place: Place,
        texts: impl FnOnce() -> serde_json::Result<Texts>,
    ) -> serde_json::Result<Outcome> {
        let language = if head.language.trim().is_empty() { self.language } else { &head.language };
        if !is_hans(language) {
            return Ok(Outcome::Other);
        }
        let elements: Vec<&RawValue> =
            head.translations.map_or(Ok(Vec::new()), |array| serde_json::from_str(array.get()))?;
        let mut old = None;
        for (index, element) in elements.iter().enumerate() {
            let version: Head = serde_json::from_str(element.get())?;
            if is_hant(&version.language) {
                if version.method.as_deref() != Some("machine") {
                    return Ok(Outcome::Kept);
                }
                old = old.or(version.language.eq_ignore_ascii_case(LANGUAGE).then_some(index));
            }
        }
        let texts = texts()?.converted(self.converter);
        let object =
            Object { file: self.json, open, translations: head.translations.map(|array| (array, &*elements)), place };
        object.put(&texts, old).map(Outcome::Made)
    }
}

/// Whether a tag (BCP 47) names Chinese in simplified characters: any Chinese that is not said to be otherwise.
fn is_hans(tag: &str) -> bool {
    is_chinese(tag) && !is_hant(tag)
}

/// Whether a tag names Chinese in traditional characters.
fn is_hant(tag: &str) -> bool {
    let mut subtags = tag.split(['-', '_']).skip(1);
    let says =
        |names: &[&str]| tag.split(['-', '_']).skip(1).any(|part| names.iter().any(|n| part.eq_ignore_ascii_case(n)));
    let by_region = says(&["TW", "HK", "MO"]) && !says(&["Hans"]);
    is_chinese(tag) && (subtags.any(|part| part.eq_ignore_ascii_case("Hant")) || by_region)
}

fn is_chinese(tag: &str) -> bool {
    tag.split(['-', '_']).next().is_some_and(|primary| primary.eq_ignore_ascii_case("zh"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_simplified_unless_its_script_or_region_says_otherwise() {
        let hans = ["zh", "zh-CN", "ZH-hans-cn", "zh_SG", "zh-Hans-TW"];
        let hant = ["zh-Hant", "zh-TW", "zh-hk", "zh_MO", "zh-Hant-CN"];
        assert!(hans.iter().all(|tag| is_hans(tag) && !is_hant(tag)));
        assert!(hant.iter().all(|tag| is_hant(tag) && !is_hans(tag)));
        assert!(["", "en", "yue-Hant", "ja"].iter().all(|tag| !is_hans(tag) && !is_hant(tag)));
    }
}
