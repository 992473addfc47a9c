//! Items that share most with this one, and what they share.

use jianbao_engine::corpus::ItemId;
use jianbao_engine::search::{FacetName, Related as Found, Shared};
use yew::prelude::*;

use super::Opened;
use super::text::{heading, opener};
use crate::app::article::days_later;
use crate::app::context::Reader;
use crate::app::i18n::{Language, article as words, shell};

/// How many shared names are said.
const NAMES: usize = 3;

/// Related items; nothing where there are none.
pub(super) fn related(opened: Opened<'_>, found: &[Found]) -> Html {
    let reader = opened.reader;
    if found.is_empty() {
        return html! { <div /> };
    }
    html! {
        <section class="rel">
            { heading(reader, words::RELATED.get(reader.language)) }
            <ul>{ for found.iter().map(|found| row(reader, opened.id, found)) }</ul>
        </section>
    }
}

fn row(reader: &Reader, from: ItemId, found: &Found) -> Html {
    let later = days_later(reader.archive.date(from), reader.archive.date(found.id));
    let named = reason(reader, &found.shared);
    let said = spoken(reader.language, &found.words, named.as_deref().unwrap_or_default());
    let parts = [named, said, later.map(|days| distance(reader.language, days))];
    let said = parts.into_iter().flatten().collect::<Vec<_>>().join(words::SEMICOLON.get(reader.language));
    html! { <li key={found.id.0}>{ opener(reader, found.id, "op rel-t", Html::default()) }<small>{ said }</small></li> }
}

/// The words that both texts have, but for those that stand in what has been said.
fn spoken(language: Language, shared: &[String], named: &str) -> Option<String> {
    // English quotes as 简体 does.
    let inner = if language == Language::En { Language::Hans } else { language };
    let quoted = |word: &String| shell::QUOTED.fill(language, &[&quotable(inner, word)]);
    let said: Vec<String> = shared.iter().filter(|word| !named.contains(word.as_str())).map(quoted).collect();
    let said = said.join(words::BETWEEN_QUOTED.get(language));
    (!said.is_empty()).then(|| words::SAME_WORDS.fill(language, &[&said]))
}

/// What is shared: names before subjects, subjects before the place on the paper.
fn reason(reader: &Reader, shared: &[Shared]) -> Option<String> {
    use FacetName::{Organisation, Person, Place, Subject};

    let kinds = [(&[Person, Organisation, Place][..], words::SHARES), (&[Subject][..], words::SAME_TOPIC)];
    for (facets, form) in kinds {
        let facets = facets.iter().find_map(|facet| shared.iter().find(|shared| shared.facet == *facet));
        if let Some(shared) = facets {
            return Some(form.fill(reader.language, &[&names(reader, shared)]));
        }
    }
    let other = shared.first()?;
    Some(words::SAME_PLACE.fill(reader.language, &[&names(reader, other)]))
}

fn names(reader: &Reader, shared: &Shared) -> String {
    let language = reader.language;
    let names = shared.values.iter().take(NAMES);
    let names: Vec<String> = names.map(|name| reader.archive.label(shared.facet, name, language.tag())).collect();
    let mut said = names.join(words::ENUMERATION.get(language));
    if shared.values.len() > NAMES {
        said.push_str(words::AND_OTHERS.get(language));
    }
    if shared.facet == FacetName::Subject { quotable(language, &said) } else { said }
}

/// A text whose quotation marks are the inner ones, so that it can stand in those of [`words::SAME_TOPIC`].
fn quotable(language: Language, text: &str) -> String {
    match language {
        Language::Hans => text.replace('“', "‘").replace('”', "’"),
        Language::Hant => text.replace('「', "『").replace('」', "』"),
        Language::En => text.to_owned(),
    }
}

fn distance(language: Language, days: i32) -> String {
    let count = days.unsigned_abs().to_string();
    let [one, two, many] = if days < 0 { words::EARLIER } else { words::LATER };
    match days {
        0 => words::SAME_DAY.get(language).to_owned(),
        -1 | 1 => one.get(language).to_owned(),
        -2 | 2 => two.get(language).to_owned(),
        _ => many.fill(language, &[&count]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quoted_term_within_quotation_marks_has_the_inner_ones() {
        assert_eq!(quotable(Language::Hans, "“四链”融合"), "‘四链’融合");
        assert_eq!(quotable(Language::Hant, "「四鏈」融合"), "『四鏈』融合");
    }

    #[test]
    fn shared_words_are_quoted_and_said_once() {
        let said = |language, named| spoken(language, &["海绵城市".to_owned(), "“四链”".to_owned()], named);
        assert_eq!(said(Language::Hans, "").as_deref(), Some("同提“海绵城市”“‘四链’”"));
        assert_eq!(said(Language::En, "同属“海绵城市”").as_deref(), Some("Both say “‘四链’”"));
        assert_eq!(said(Language::Hans, "海绵城市 “四链”"), None);
    }

    #[test]
    fn how_far_two_items_are_apart_is_said_in_days() {
        let said = [-2, -1, 0, 1, 5].map(|days| distance(Language::Hans, days));
        assert_eq!(said, ["早两天", "早一天", "同一天", "晚一天", "晚5天"]);
    }
}
