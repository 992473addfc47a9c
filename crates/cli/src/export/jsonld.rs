//! Items as JSON-LD of schema.org's `NewsArticle`: what search engines and catalogues of linked data take.

use jianbao_engine::corpus::{Corpus, Entity, Role};
use serde_json::{Map, Value, json};

use super::One;

/// The graph up to its items.
pub(super) fn head(_: &Corpus, _: &str) -> String {
    "{\"@context\":\"https://schema.org\",\"@graph\":[\n".to_owned()
}

/// One item. A date that is not known to the day is as long as it is known: schema.org takes ISO 8601, so `2025-03~` is
/// `2025-03` there, and what is approximate about it stands in `temporalCoverage` as EDTF has it.
pub(super) fn item(one: &One<'_>) -> String {
    let (item, version) = (one.item, one.item.version(one.language));
    let text = |said: Option<jianbao_engine::corpus::Said<'_>>| said.map(|said| Value::from(said.text));
    let plain = |text: &str| Some(text.trim()).filter(|text| !text.is_empty()).map(Value::from);
    let printed: Vec<&str> = version.printed().map(|line| line.text).collect();
    let paper = item.newspaper().map(|name| json!({"@type": "Newspaper", "name": name}));
    let published = item.date_published.as_deref().filter(|text| !text.contains(['~', '?', '%', '/']));
    let all = [
        ("@type", Some("NewsArticle".into())),
        ("@id", Some(item.uri.as_str().into())),
        ("inLanguage", plain(version.language())),
        ("headline", text(version.headline(Role::Main))),
        ("alternativeHeadline", plain(&printed.join(" "))),
        ("abstract", text(version.summary())),
        ("articleBody", text(version.body())),
        ("author", text(version.by()).map(|name| json!({"@type": "Person", "name": name}))),
        ("datePublished", published.map(Value::from)),
        ("temporalCoverage", item.event_date.as_deref().map(Value::from)),
        ("dateline", plain(&item.dateline)),
        ("printSection", plain(&item.print_section)),
        ("printPage", plain(&item.print_page)),
        ("printEdition", plain(&item.print_edition)),
        ("isPartOf", paper),
        ("about", named("Thing", &item.subjects)),
        ("mentions", mentions(one)),
    ];
    let known = all.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(known.collect::<Map<_, _>>()).to_string()
}

fn named(kind: &str, entities: &[Entity]) -> Option<Value> {
    let of = |entity: &Entity| match &entity.job_title {
        Some(title) => json!({"@type": kind, "name": entity.name, "jobTitle": title}),
        None => json!({"@type": kind, "name": entity.name}),
    };
    (!entities.is_empty()).then(|| entities.iter().map(of).collect())
}

/// People, organisations and places of the text.
fn mentions(one: &One<'_>) -> Option<Value> {
    let lists = [("Person", &one.item.people), ("Organization", &one.item.organisations), ("Place", &one.item.places)];
    let all = lists.into_iter().filter_map(|(kind, list)| named(kind, list)).flat_map(|list| match list {
        Value::Array(list) => list,
        other => vec![other],
    });
    let all: Vec<Value> = all.collect();
    (!all.is_empty()).then_some(Value::Array(all))
}
