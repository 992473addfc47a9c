//! A reference to a newspaper article after GB/T 7714—2015, “Information and documentation: rules for bibliographic
//! references and citations to information resources”.
//!
//! The standard's form for an article in a newspaper (document type `[N]`) is
//!
//! ```text
//! authors. headline: other headline lines[N]. newspaper, date(page).
//! ```
//!
//! with at most three authors, `等` or `et al` for those beyond, and square brackets round what does not stand in the
//! source but was worked out or supplied by whoever cites. So an issue date that only follows from the event is given as its month in
//! brackets, a headline of the archive's own making as that headline in brackets, and what nobody knows as words in
//! brackets (`[报名不详]`), in the item's language. Nothing is guessed.

use super::reference::{Issued, Reference, is_hant, is_latin};
use crate::corpus::Item;

/// The words of a language for what is missing.
struct Words {
    newspaper: &'static str,
    date: &'static str,
    page: &'static str,
    untitled: &'static str,
    others: &'static str,
}

const HANS: Words =
    Words {
        newspaper: "[报名不详]", date: "[日期不详]", page: "[版次不详]", untitled: "[无题]", others: "等"
    };
const HANT: Words =
    Words { newspaper: "[報名不詳]", date: "[日期不詳]", page: "[版次不詳]", untitled: "[無題]", ..HANS };
const LATIN: Words = Words {
    newspaper: "[newspaper unknown]",
    date: "[date unknown]",
    page: "[page unknown]",
    untitled: "[untitled]",
    others: "et al",
};

/// A citation after GB/T 7714—2015: `题名[N]. 报纸名, 2025-03-14(06).`
pub fn gbt7714(item: &Item) -> String {
    cited(&Reference::of(item))
}

/// The same for a reader of a language (BCP 47), as [`Reference::in_language`] has it.
pub fn gbt7714_in(item: &Item, language: &str) -> String {
    cited(&Reference::in_language(item, language))
}

fn cited(reference: &Reference<'_>) -> String {
    let words = words(reference.language);
    let mut citation = authors(&reference.authors, words);
    match &reference.title {
        None => citation.push_str(words.untitled),
        Some(ours) if reference.is_own_title => citation.extend(["[", ours, "]"]),
        Some(title) => citation.push_str(title),
    }
    citation.push_str("[N]. ");
    citation.push_str(reference.newspaper.unwrap_or(words.newspaper));
    if let Some(edition) = reference.edition {
        citation.extend(["(", edition, ")"]);
    }
    citation.extend([", ", &date(reference.issued.as_ref(), words)]);
    citation.extend(["(", reference.page.unwrap_or(words.page), ")."]);
    citation
}

fn words(language: &str) -> &'static Words {
    match () {
        () if is_latin(language) => &LATIN,
        () if is_hant(language) => &HANT,
        () => &HANS,
    }
}

/// The issue's date as far as it is known; in brackets where it was worked out.
fn date(issued: Option<&Issued>, words: &Words) -> String {
    match issued {
        None => words.date.to_owned(),
        Some(issued) if issued.is_estimate => ["[", &issued.text.replace('/', "—"), "]"].concat(),
        Some(issued) => issued.text.clone(),
    }
}

/// The writers with the full stop after them; empty without any.
fn authors(names: &[&str], words: &Words) -> String {
    if names.is_empty() {
        return String::new();
    }
    let mut authors = names.iter().take(3).copied().collect::<Vec<_>>().join(", ");
    if names.len() > 3 {
        authors.extend([", ", words.others]);
    }
    authors.push_str(". ");
    authors
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Entity, Valued};
    use crate::export::reference::names;

    fn headline(role: &str, value: &str) -> Valued {
        Valued { role: role.to_owned(), value: value.to_owned() }
    }

    fn item(headlines: &[(&str, &str)]) -> Item {
        let headlines = headlines.iter().map(|(role, value)| headline(role, value)).collect();
        Item { language: "zh-Hans-CN".into(), headlines, ..Item::default() }
    }

    fn known() -> Item {
        Item {
            info_sources: vec![Entity { name: "某报".into(), ..Entity::default() }],
            date_published: Some("2025-03-14".into()),
            print_page: "06".into(),
            ..item(&[("main", "甲地修路"), ("printed", "甲地修路 乙地架桥")])
        }
    }

    #[test]
    fn an_item_whose_source_is_known_is_cited_in_full() {
        assert_eq!(gbt7714(&known()), "甲地修路 乙地架桥[N]. 某报, 2025-03-14(06).");
    }

    #[test]
    fn a_reader_of_traditional_gets_the_citation_in_that_script_and_a_translation_is_never_cited() {
        let hant = Item {
            language: "zh-Hant-TW".into(),
            info_sources: vec![Entity { name: "某報".into(), ..Entity::default() }],
            ..item(&[("printed", "甲地修路 乙地架橋")])
        };
        let english = Item { language: "en".into(), ..item(&[("main", "A road")]) };
        let digest = Item { translations: vec![english.clone()], ..item(&[("main", "甲地修路")]) };
        assert_eq!(gbt7714_in(&digest, "en"), gbt7714(&digest));
        let partial = Item { language: "zh-HK".into(), ..item(&[("main", "甲地")]) };
        let mut item = Item { translations: vec![english, hant], ..known() };
        assert_eq!(gbt7714_in(&item, "zh-TW"), "甲地修路 乙地架橋[N]. 某報, 2025-03-14(06).");
        assert_eq!(gbt7714_in(&item, "zh-CN"), gbt7714(&item));
        assert_eq!(gbt7714_in(&item, "en"), gbt7714(&item));
        item.translations = vec![partial];
        assert_eq!(gbt7714_in(&item, "zh-TW"), gbt7714(&item), "what was printed goes before what was not");
    }

    #[test]
    fn what_the_page_lacks_is_said_in_brackets_and_never_guessed() {
        let mut item = item(&[("printed", "一行题"), ("printed", "二行题")]);
        assert_eq!(gbt7714(&item), "一行题：二行题[N]. [报名不详], [日期不详]([版次不详]).");
        item.event_date = Some("2025-03-11".into());
        assert_eq!(gbt7714(&item), "一行题：二行题[N]. [报名不详], [2025-03]([版次不详]).");
    }

    #[test]
    fn an_issue_date_that_follows_from_the_event_is_a_month_or_a_year_in_brackets() {
        let dated = |event: &str| {
            let item = Item { event_date: Some(event.into()), ..item(&[]) };
            date(Reference::of(&item).issued.as_ref(), &HANS)
        };
        assert_eq!(dated("2025-03~"), "[2025-03]");
        assert_eq!(dated("2025-03-30/2025-04-02"), "[2025-04]");
        assert_eq!(dated("2025"), "[2025]");
        assert_eq!(dated("2024/2025"), "[2024—2025]");
        assert_eq!(dated("近日"), "[日期不详]");
    }

    #[test]
    fn an_issue_known_to_its_month_is_cited_by_the_month_without_brackets() {
        assert!(gbt7714(&Item { date_published: Some("2025-03".into()), ..known() }).contains("某报, 2025-03(06)"));
        assert!(gbt7714(&Item { date_published: Some("2025-03~".into()), ..known() }).contains("某报, [2025-03](06)"));
    }

    #[test]
    fn a_headline_of_our_own_stands_in_brackets_and_the_papers_own_does_not() {
        let mut item = item(&[("main", "甲地修路"), ("subhead", "年内通车")]);
        assert!(gbt7714(&item).starts_with("甲地修路：年内通车[N]."));
        item.genres = vec![Entity { name: "digest".into(), ..Entity::default() }];
        assert!(gbt7714(&item).starts_with("[甲地修路][N]."));
        item.headlines.clear();
        assert!(gbt7714(&item).starts_with("[无题][N]."));
    }

    #[test]
    fn three_writers_are_named_and_more_are_others() {
        let written = |by: &str, words| authors(&names(by), words);
        assert_eq!(written("本报记者 甲某某 通讯员：乙某", &HANS), "甲某某, 乙某. ");
        assert_eq!(written("记者甲某、乙某、丙某、丁某", &HANS), "甲某, 乙某, 丙某, 等. ");
        assert_eq!(written("By A. Writer and B. Writer", &LATIN), "A. Writer, B. Writer. ");
        assert_eq!(written("  记者 ", &HANS), "");
    }

    #[test]
    fn the_words_for_what_is_missing_are_in_the_items_language() {
        let in_language = |tag: &str| gbt7714(&Item { language: tag.into(), ..item(&[]) });
        assert_eq!(in_language("zh-Hant-TW"), "[無題][N]. [報名不詳], [日期不詳]([版次不詳]).");
        assert_eq!(in_language("en"), "[untitled][N]. [newspaper unknown], [date unknown]([page unknown]).");
    }
}
