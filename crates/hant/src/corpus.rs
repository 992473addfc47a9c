//! A corpus in 简体 with a version in 繁體 for each of its items.
//!
//! The file is parsed as spans: which part of it is an item, which a translation. Only what is new is written, in the
//! file's own style; every other byte stays. A version that a machine made before is made anew; one that a person made
//! is left alone, and so is an item in another language.

use std::borrow::Cow;

use jianbao_edit::{AddError, Added, Edit, Left, Parts, offset};
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::edit::{Object, Place};
use crate::texts::Texts;
use crate::{Converter, LANGUAGE};

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
    let parts = Parts::of(file)?;
    let mut work = Work { json: parts.json, converter, language: &parts.language, edits: Vec::new() };
    let mut added = Added { text: String::new(), made: 0, kept: 0, others: 0, left: Vec::new() };
    if let Some(translations) = parts.envelope
        && let Err(why) = work.envelope(translations, &parts.items)
    {
        added.left.push(Left::new(String::new(), &why));
    }
    for (index, item) in parts.items.iter().enumerate() {
        match work.item(item) {
            Ok(Outcome::Made(edit)) => {
                added.made += 1;
                work.edits.push(edit);
            }
            Ok(Outcome::Kept) => added.kept += 1,
            Ok(Outcome::Other) => added.others += 1,
            Err(why) => added.left.push(Left::new(parts.pointer(index), &why)),
        }
        progress(index + 1, parts.items.len());
    }
    let Work { edits, .. } = work;
    Ok(Added { text: parts.with(edits), ..added })
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
        let open = offset(self.json, item.get());
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
        let first = items.first().map_or(0, |item| offset(self.json, item.get()));
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
