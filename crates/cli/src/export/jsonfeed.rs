//! Items as JSON Feed 1.1 (jsonfeed.org): what feed readers and site builders take.
//!
//! A feed's `date_published` is an instant. Only an item whose issue is known to the day has one, at the beginning of that day
//! in universal time; the date as the paper gives it (EDTF) stands in the extension `_jianbao`.

use jianbao_engine::corpus::{Corpus, Date, Item, Role};
use serde_json::{Map, Value, json};

use super::One;

/// The feed up to its items.
pub(super) fn head(corpus: &Corpus, language: &str) -> String {
    let title = corpus.envelope.title_in(language).map_or("Jianbao", |said| said.text);
    let note = corpus.envelope.note_in(language).map(|said| said.text);
    let mut feed = json!({"version": "https://jsonfeed.org/version/1.1", "title": title, "language": language});
    if let Some(note) = note {
        feed["description"] = note.into();
    }
    let text = feed.to_string();
    [text.trim_end_matches('}'), ",\"items\":[\n"].concat()
}

/// One item.
pub(super) fn item(one: &One<'_>) -> String {
    let (item, version) = (one.item, one.item.version(one.language));
    let mut feed = Map::new();
    feed.insert("id".into(), item.uri.as_str().into());
    feed.insert("language".into(), version.language().into());
    let text = version.body().or(version.summary()).or(version.headline(Role::Main));
    feed.insert("content_text".into(), text.map_or("", |said| said.text).into());
    let optional = [
        ("title", version.headline(Role::Main).map(|said| Value::from(said.text))),
        ("summary", version.summary().map(|said| said.text.into())),
        ("date_published", instant(item).map(Value::from)),
        ("authors", version.by().map(|said| json!([{"name": said.text}]))),
        (
            "tags",
            (!item.subjects.is_empty()).then(|| item.subjects.iter().map(|subject| subject.name.as_str()).collect()),
        ),
        ("_jianbao", item.date_text().map(|date| json!({"date": date}))),
    ];
    feed.extend(optional.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
    Value::Object(feed).to_string()
}

/// The beginning of the day on which the item was published.
fn instant(item: &Item) -> Option<String> {
    let date: Date = item.date_published.as_deref()?.parse().ok()?;
    (!date.fuzzy && date.start == date.end).then(|| format!("{}T00:00:00Z", date.start))
}
