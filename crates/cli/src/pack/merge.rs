//! Corpora put together: good items as they are written, under the envelope of the first.

use std::collections::HashMap;

use jianbao_engine::corpus::{Corpus, Item, read};
use serde_json::Value;

use crate::Failure;
use crate::members::Members;
use crate::output::{counted, tell};
use crate::progress::Progress;

/// Corpora read so far.
#[derive(Default)]
pub(super) struct Merged {
    /// Members of the envelope, in order, without `items`; values as JSON.
    envelope: Vec<(String, String)>,
    /// The items' JSON, one after the other.
    items: String,
    /// The corpus and the place in `items` of each identifier.
    seen: HashMap<String, (String, std::ops::Range<usize>)>,
    titles: Vec<String>,
    language: String,
    /// How many problems have been told.
    pub(super) problems: usize,
}

/// Corpora as one.
pub(super) struct Whole {
    pub(super) json: String,
    pub(super) title: String,
    /// BCP 47; empty where no corpus says.
    pub(super) language: String,
    pub(super) items: usize,
}

impl Merged {
    /// Takes in a corpus. Tells what is wrong with it; bad items are left out, and of two with one `uri` the first stays.
    pub(super) fn add(&mut self, name: &str, bytes: Vec<u8>) -> Result<(), Failure> {
        let members = of_envelope(&bytes);
        let (mut uris, mut progress) = (Vec::new(), Progress::new());
        let each = &mut |item: &Item| {
            uris.push(item.uri.clone());
            progress.say(|| format!("{name}: {}", counted(uris.len(), "item", "items")));
        };
        let (corpus, problems) = read(bytes, each).map_err(|problem| Failure::Input(format!("{name}: {problem}")))?;
        drop(progress);
        problems.iter().for_each(|problem| tell(&format!("{name}: {problem}")));
        self.problems += problems.len();
        if uris.is_empty() {
            return Err(Failure::Input(format!("{name}: no item can be read, so nothing was written")));
        }
        self.envelope(name, &corpus, members);
        self.take(name, &corpus, uris);
        Ok(())
    }

    /// Takes in the items.
    fn take(&mut self, name: &str, corpus: &Corpus, uris: Vec<String>) {
        let mut again = 0;
        for (uri, id) in uris.into_iter().zip(corpus.in_file_order()) {
            let json = corpus.raw(*id);
            if let Some((first, span)) = self.seen.get(&uri) {
                if self.items.get(span.clone()) == Some(&*json) {
                    again += 1;
                    continue;
                }
                tell(&format!(
                    "{name}: the uri “{uri}” is already that of another item, of {first}; this one is left out"
                ));
                self.problems += 1;
                continue;
            }
            if !self.items.is_empty() {
                self.items.push_str(",\n");
            }
            let start = self.items.len();
            self.items.push_str(&json);
            self.seen.insert(uri, (name.to_owned(), start..self.items.len()));
        }
        if again > 0 {
            tell(&format!("{name}: {} already packed from another corpus", counted(again, "item is", "items are")));
        }
    }

    /// Takes in what a corpus says about itself: of the first all, of others what is new.
    fn envelope(&mut self, name: &str, corpus: &Corpus, members: Vec<(String, String)>) {
        let title = corpus.envelope.title.trim();
        if !title.is_empty() && !self.titles.iter().any(|known| known == title) {
            self.titles.push(title.to_owned());
        }
        if self.language.is_empty() {
            self.language.clone_from(&corpus.envelope.language);
        }
        for (member, value) in members {
            let Some((_, first)) = self.envelope.iter_mut().find(|(known, _)| *known == member) else {
                self.envelope.push((member, value));
                continue;
            };
            match member.as_str() {
                "coverage" => *first = both(first, &value),
                "note" => *first = noted(first, &value),
                "title" | "language" | "standard" | "translations" => {}
                _ if *first == value => {}
                _ => tell(&format!("{name}: `{member}` is left out: another corpus says something else in it")),
            }
        }
    }

    /// The corpora as one, with a title of its own if one is told.
    pub(super) fn finish(mut self, title: Option<&str>) -> Result<Whole, Failure> {
        let title = title.map_or_else(|| self.titles.join(" · "), str::to_owned);
        if self.titles.first() != Some(&title) {
            self.retitle(&title);
        }
        let mut json = String::with_capacity(self.items.len() + 4096);
        json.push_str("{\n");
        for (name, value) in &self.envelope {
            json.push_str(&format!("{}: {value},\n", Value::from(name.as_str())));
        }
        json.push_str("\"items\": [\n");
        json.push_str(&self.items);
        json.push_str("\n]\n}\n");
        Ok(Whole { json, title, language: self.language, items: self.seen.len() })
    }

    /// Gives the whole another title; what translates the old one goes.
    fn retitle(&mut self, title: &str) {
        let value = Value::from(title).to_string();
        match self.envelope.iter_mut().find(|(member, _)| member == "title") {
            Some((_, old)) => *old = value,
            None => self.envelope.insert(0, ("title".to_owned(), value)),
        }
        if let Some((_, translations)) = self.envelope.iter_mut().find(|(member, _)| member == "translations") {
            let mut list: Value = serde_json::from_str(translations).unwrap_or_default();
            for one in list.as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
                one.remove("title");
            }
            *translations = list.to_string();
        }
    }
}

/// What a corpus says about itself, value by value as JSON; a list of items alone is no object, and says nothing.
fn of_envelope(bytes: &[u8]) -> Vec<(String, String)> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let Ok(Members(members)) = serde_json::from_slice::<Members<'_>>(bytes) else { return Vec::new() };
    let own = members.into_iter().filter(|(member, _)| member != "items");
    own.map(|(member, value)| (member, value.get().to_owned())).collect()
}

/// Two lists as one, each value once; the first, where they are no lists.
fn both(first: &str, second: &str) -> String {
    let lists = (serde_json::from_str::<Vec<Value>>(first), serde_json::from_str::<Vec<Value>>(second));
    let (Ok(mut all), Ok(more)) = lists else { return first.to_owned() };
    for value in more {
        if !all.contains(&value) {
            all.push(value);
        }
    }
    Value::from(all).to_string()
}

/// Two notes as one; the first, where it says it all.
fn noted(first: &str, second: &str) -> String {
    match (serde_json::from_str::<String>(first), serde_json::from_str::<String>(second)) {
        (Ok(first), Ok(second)) if !first.contains(&second) => Value::from(format!("{first} {second}")).to_string(),
        _ => first.to_owned(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]
mod tests {
    use super::*;

    fn merged(corpora: &[&str], title: Option<&str>) -> (Whole, usize) {
        let mut merged = Merged::default();
        for corpus in corpora {
            assert!(merged.add("corpus.json", corpus.as_bytes().to_vec()).is_ok());
        }
        let problems = merged.problems;
        (merged.finish(title).unwrap_or_else(|_| unreachable!()), problems)
    }

    const A: &str = r#"{"own": [1.50], "title": "甲报", "language": "zh-Hans", "note": "甲。",
        "coverage": [{"from": "2012", "to": "2012"}], "translations": [{"language": "en", "title": "A", "note": "N"}],
        "items": [{"uri": "a", "x": 1.0, "headlines": [{"value": "一"}]}, {"uri": "b"}]}"#;
    const B: &str = r#"{"title": "乙报", "note": "乙。", "coverage": [{"from": "2013", "to": "2013"}], "items":
        [{"uri": "a", "x": 1.0, "headlines": [{"value": "一"}]}, {"uri": "c", "headlines": [{"value": "三"}]}]}"#;

    #[test]
    fn a_corpus_alone_stays_as_it_is_but_for_bad_items() {
        let (whole, problems) = merged(&[A], None);
        assert_eq!((whole.title.as_str(), whole.language.as_str(), whole.items, problems), ("甲报", "zh-Hans", 1, 1));
        assert!(whole.json.starts_with("{\n\"own\": [1.50],\n\"title\": \"甲报\",\n"), "{}", whole.json);
        assert!(whole.json.contains(r#"{"uri": "a", "x": 1.0, "headlines": [{"value": "一"}]}"#), "{}", whole.json);
        assert!(!whole.json.contains("\"uri\": \"b\""), "{}", whole.json);
    }

    #[test]
    fn several_corpora_become_one_and_an_item_of_both_is_there_once() {
        let (whole, problems) = merged(&[A, B], None);
        let json: Value = serde_json::from_str(&whole.json).unwrap();
        assert_eq!((whole.items, problems, &json["title"]), (2, 1, &"甲报 · 乙报".into()));
        assert_eq!((&json["note"], json["coverage"].as_array().unwrap().len()), (&"甲。 乙。".into(), 2));
        assert_eq!(json["translations"], serde_json::json!([{"language": "en", "note": "N"}]));
        let (corpus, problems) = read(whole.json.into_bytes(), &mut |_| {}).unwrap();
        assert_eq!((corpus.len(), problems), (2, vec![]));
    }

    #[test]
    fn another_item_with_the_same_uri_is_a_problem() {
        let (whole, problems) = merged(&[A, &B.replace("\"一\"", "\"二\"")], None);
        assert_eq!((whole.items, problems), (2, 2));
        assert!(whole.json.contains("一") && !whole.json.contains("二"));
    }

    #[test]
    fn a_title_that_is_told_replaces_the_title_in_every_language() {
        let (whole, _) = merged(&[A], Some("<丙>\"报"));
        let json: Value = serde_json::from_str(&whole.json).unwrap();
        assert_eq!((whole.title.as_str(), &json["title"]), ("<丙>\"报", &"<丙>\"报".into()));
        assert_eq!(json["translations"][0].get("title"), None);
    }

    #[test]
    fn a_list_of_items_alone_gets_an_envelope() {
        let (whole, _) = merged(&[r#"[{"uri": "a", "headlines": [{"value": "一"}]}]"#], Some("丁报"));
        assert!(whole.json.starts_with("{\n\"title\": \"丁报\",\n\"items\": [\n{\"uri\""), "{}", whole.json);
    }
}
