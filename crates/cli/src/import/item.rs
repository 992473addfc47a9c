//! From a record to an item of a corpus, as one line of JSON.

use jianbao_ingest::PageItem;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::value::RawValue;

use super::line::Record;

/// How much of a text tells its language, in characters.
const SAMPLE: usize = 200;
/// Less than this does not tell it.
const ENOUGH: usize = 20;

#[derive(Serialize)]
struct Headline<'a> {
    role: &'static str,
    value: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Body {
    role: &'static str,
    content_type: &'static str,
    value: String,
}

#[derive(Serialize)]
struct Named<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Source<'a> {
    role: &'static str,
    name: &'a str,
}

/// Fields by name, with their values as they are written.
struct AsWritten<'a>(&'a [(String, &'a RawValue)]);

impl Serialize for AsWritten<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        self.0.iter().try_for_each(|(name, value)| map.serialize_entry(name, value))?;
        map.end()
    }
}

impl AsWritten<'_> {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// An item of the corpus, its fields in the order they are written.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Item<'a> {
    uri: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    language: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    headlines: Vec<Headline<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    bodies: Vec<Body>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    print_page: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    people: Vec<Named<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    organisations: Vec<Named<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    places: Vec<Named<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    subjects: Vec<Named<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    info_sources: Vec<Source<'a>>,
    /// Not of the profile: what the line says besides.
    #[serde(skip_serializing_if = "AsWritten::is_empty")]
    imported: AsWritten<'a>,
}

/// Writes an item on one line.
pub(super) fn write(
    out: &mut Vec<u8>,
    record: &Record<'_>,
    uri: &str,
    language: &str,
    newspaper: Option<&str>,
) -> serde_json::Result<()> {
    let body = (!record.paragraphs.is_empty()).then(|| record.paragraphs.join("\n"));
    let item = Item {
        uri,
        kind: "text",
        language,
        headlines: record.title.iter().map(|value| Headline { role: "main", value }).collect(),
        bodies: body.into_iter().map(|value| Body { role: "main", content_type: "text/plain", value }).collect(),
        date_published: record.date.as_deref(),
        print_page: record.page.as_deref(),
        people: named(&record.people),
        organisations: named(&record.orgs),
        places: named(&record.places),
        subjects: named(&record.topics),
        info_sources: newspaper.into_iter().map(|name| Source { role: "publisher", name }).collect(),
        imported: AsWritten(&record.others),
    };
    serde_json::to_writer(out, &item)
}

fn named(names: &[String]) -> Vec<Named<'_>> {
    names.iter().map(|name| Named { name }).collect()
}

/// The language of a record, from how its text is written: `en`, `zh-Hant` or `zh-Hans-CN`; `None` where there is too
/// little text to tell.
pub(super) fn language(record: &Record<'_>) -> Option<&'static str> {
    let texts = record.paragraphs.iter().chain(&record.title);
    let sample: String = texts.flat_map(|text| text.chars()).take(SAMPLE).collect();
    (sample.chars().count() >= ENOUGH).then(|| PageItem { body: vec![sample], ..PageItem::default() }.language())
}

/// The identifier of an item: `urn:jianbao:SLUG:ID`, with the bytes that a URN has not percent-encoded, so that no two
/// ids give one identifier.
pub(super) fn uri(slug: &str, id: &str) -> String {
    let mut uri = format!("urn:jianbao:{slug}:");
    for byte in id.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => uri.push(char::from(byte)),
            _ if b"-._~!$&'()*+,;=:@/".contains(&byte) => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::import::line;

    fn written(line: &str) -> String {
        let record = line::read(line).0.unwrap();
        let mut out = Vec::new();
        write(
            &mut out,
            &record,
            &uri("甲".len().to_string().as_str(), &record.id),
            language(&record).unwrap_or("zh-Hans-CN"),
            Some("甲报"),
        )
        .unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_record_becomes_an_item_of_the_profile() {
        let item = written(
            r#"{"id": "a b", "date": "2025-03", "title": "甲镇春耕", "paragraphs": ["一段。", "二段。"], "page": "02",
                "topics": ["春耕"], "people": ["甲"], "places": ["甲镇"], "orgs": ["甲社"], "reach": 5}"#,
        );
        assert_eq!(
            item,
            concat!(
                r#"{"uri":"urn:jianbao:3:a%20b","type":"text","language":"zh-Hans-CN","headlines":[{"role":"main","value":"甲镇春耕"}],"#,
                r#""bodies":[{"role":"main","contentType":"text/plain","value":"一段。\n二段。"}],"datePublished":"2025-03","printPage":"02","#,
                r#""people":[{"name":"甲"}],"organisations":[{"name":"甲社"}],"places":[{"name":"甲镇"}],"subjects":[{"name":"春耕"}],"#,
                r#""infoSources":[{"role":"publisher","name":"甲报"}],"imported":{"reach":5}}"#
            )
        );
    }

    #[test]
    fn what_a_line_lacks_its_item_lacks() {
        let item = written(r#"{"id": "a", "paragraphs": ["A bridge was opened on Monday."]}"#);
        assert!(!item.contains("headlines") && !item.contains("datePublished") && !item.contains("people"), "{item}");
        assert!(item.contains(r#""language":"en""#), "{item}");
    }

    proptest! {
        #[test]
        fn no_two_ids_give_one_identifier(a in "\\PC{0,6}|[%2a ]{0,4}", b in "\\PC{0,6}|[%2a ]{0,4}") {
            prop_assert_eq!(uri("x", &a) == uri("x", &b), a == b);
            prop_assert!(uri("x", &a).bytes().all(|byte| byte.is_ascii_graphic()));
        }

        #[test]
        fn an_item_reads_back_as_what_the_line_said(title in "[^\\pZ\\pC]{1,9}", text in "[^\\pZ\\pC]{0,9}") {
            let line = serde_json::json!({"id": "a", "title": title, "paragraphs": [text, "末"]}).to_string();
            let item: jianbao_engine::corpus::Item = written(&line).parse().unwrap();
            prop_assert_eq!(item.headline(jianbao_engine::corpus::Role::Main), Some(title.as_str()));
            let body = if text.is_empty() { "末".to_owned() } else { format!("{text}\n末") };
            prop_assert_eq!(item.body(), Some(body.as_str()));
        }
    }
}
