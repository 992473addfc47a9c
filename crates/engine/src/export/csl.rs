//! A reference as CSL-JSON, the input of citation styles (Citation Style Language 1.0.2, schema `csl-data`): what Zotero, Pandoc
//! and citeproc read. A date that was worked out is `circa`; what the source lacks has no member.

use super::reference::{Issued, Reference};
use crate::corpus::Item;
use crate::search::Writer;

/// One object, on one line. A file has them in an array.
pub fn csl(item: &Item, language: &str) -> String {
    let reference = Reference::in_language(item, language);
    let mut json = Writer::new(512);
    json.open('{');
    json.key("id").string(reference.uri);
    json.key("type").string("article-newspaper");
    let known = [
        ("title", reference.title.as_deref()),
        ("container-title", reference.newspaper),
        ("edition", reference.edition),
        ("page", reference.page),
        ("language", Some(reference.language).filter(|language| !language.is_empty())),
        ("abstract", reference.summary),
        ("note", reference.is_own_title.then_some("The title is the archive’s own.")),
    ];
    for (name, value) in known.into_iter().filter_map(|(name, value)| Some((name, value?))) {
        json.key(name).string(value);
    }
    if !reference.authors.is_empty() {
        json.key("author").list(&reference.authors, |json, author| {
            json.open('{');
            json.key("literal").string(author);
            json.close('}');
        });
    }
    if !reference.subjects.is_empty() {
        json.key("keyword").string(&reference.subjects.join(", "));
    }
    if let Some(issued) = &reference.issued {
        json.key("issued");
        date(&mut json, issued);
    }
    json.close('}');
    json.text
}

/// `{"date-parts": [[2025, 3, 14]]}`; two dates are a span.
fn date(json: &mut Writer, issued: &Issued) {
    let dates: Vec<&str> = issued.text.split('/').collect();
    json.open('{');
    json.key("date-parts").list(&dates, |json, date| {
        let parts: Vec<usize> = date.split('-').filter_map(|part| part.parse().ok()).collect();
        json.list(&parts, |json, part| json.number(*part));
    });
    if issued.is_estimate {
        json.key("circa").raw("true");
    }
    json.close('}');
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::corpus::{Entity, Valued};

    fn read(item: &Item) -> Value {
        serde_json::from_str(&csl(item, "zh-Hans")).unwrap()
    }

    #[test]
    fn a_known_item_is_an_article_of_a_newspaper_and_an_estimated_date_is_circa() {
        let mut item = Item {
            uri: "urn:x:1".into(),
            language: "zh-Hans".into(),
            headlines: vec![Valued { role: "main".into(), value: "甲“地”\"修\"路".into() }],
            by: "甲某".into(),
            info_sources: vec![Entity { name: "某报".into(), ..Entity::default() }],
            date_published: Some("2025-03-14".into()),
            ..Item::default()
        };
        let expected = json!({
            "id": "urn:x:1", "type": "article-newspaper", "title": "甲“地”\"修\"路", "container-title": "某报",
            "language": "zh-Hans", "author": [{"literal": "甲某"}], "issued": {"date-parts": [[2025, 3, 14]]},
        });
        assert_eq!(read(&item), expected);
        item.date_published = Some("2024/2025".into());
        assert_eq!(read(&item)["issued"], json!({"date-parts": [[2024], [2025]], "circa": true}));
    }
}
