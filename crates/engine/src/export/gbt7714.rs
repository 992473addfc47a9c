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
//!
//! What is cited is the paper's own text, therefore the item itself and never a translation of it; [`gbt7714_in`] cites it in
//! the reader's script.

use std::borrow::Cow;

use crate::corpus::{Date, Item, Role};

/// The words of a language for what is missing.
struct Words {
    newspaper: &'static str,
    date: &'static str,
    page: &'static str,
    untitled: &'static str,
    others: &'static str,
    colon: &'static str,
}

const HANS: Words = Words {
    newspaper: "[报名不详]",
    date: "[日期不详]",
    page: "[版次不详]",
    untitled: "[无题]",
    others: "等",
    colon: "：",
};
const HANT: Words =
    Words { newspaper: "[報名不詳]", date: "[日期不詳]", page: "[版次不詳]", untitled: "[無題]", ..HANS };
const LATIN: Words = Words {
    newspaper: "[newspaper unknown]",
    date: "[date unknown]",
    page: "[page unknown]",
    untitled: "[untitled]",
    others: "et al",
    colon: ": ",
};

/// A citation after GB/T 7714—2015: `题名[N]. 报纸名, 2025-03-14(06).`
pub fn gbt7714(item: &Item) -> String {
    cited(item, item)
}

/// The same for a reader of a language (BCP 47): in the reader's script, where the item has a version in its own language in
/// that script (题名 for one who reads 简体, 題名 for one who reads 繁體), else as the item is.
pub fn gbt7714_in(item: &Item, language: &str) -> String {
    cited(item, item.version(language).as_printed())
}

/// The citation of an item, in the words of the item or of its conversion to another script; what that lacks is the item's.
fn cited(item: &Item, text: &Item) -> String {
    let words = words(filled(&text.language).unwrap_or(&item.language));
    let mut citation = authors(filled(&text.by).unwrap_or(&item.by), words);
    let has_printed = text.printed().next().is_some() || item.printed().next().is_none();
    let lines = if has_printed && text.headline(Role::Main).is_some() { text } else { item };
    citation.push_str(&title(lines, item.is_digest(), words));
    citation.push_str("[N]. ");
    citation.push_str(text.newspaper().or(item.newspaper()).unwrap_or(words.newspaper));
    if let Some(edition) = filled(&text.print_edition).or(filled(&item.print_edition)) {
        citation.extend(["(", edition, ")"]);
    }
    citation.extend([", ", &date(item, words)]);
    citation.extend(["(", filled(&item.print_page).unwrap_or(words.page), ")."]);
    citation
}

fn words(language: &str) -> &'static Words {
    let language = language.to_ascii_lowercase();
    let mut subtags = language.split(['-', '_']);
    match subtags.next() {
        Some("zh" | "") if subtags.any(|subtag| matches!(subtag, "hant" | "tw" | "hk" | "mo")) => &HANT,
        Some("zh" | "") => &HANS,
        _ => &LATIN,
    }
}

fn filled(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

/// The headline as printed; without one, the archive's own in brackets where it is a digest, else the item's.
fn title<'a>(item: &'a Item, is_digest: bool, words: &Words) -> Cow<'a, str> {
    let printed: Vec<&str> = item.printed().map(str::trim).collect();
    if !printed.is_empty() {
        return printed.join(words.colon).into();
    }
    match item.headline(Role::Main).map(str::trim) {
        None => words.untitled.into(),
        Some(ours) if is_digest => format!("[{ours}]").into(),
        Some(main) => match item.headline(Role::Subhead).map(str::trim) {
            Some(subhead) => [main, subhead].join(words.colon).into(),
            None => main.into(),
        },
    }
}

/// The issue's date as far as it is known.
fn date(item: &Item, words: &Words) -> String {
    if let Some((text, date)) = item.date_published.as_deref().and_then(|text| Some((text, text.parse::<Date>().ok()?)))
    {
        let is_plain = !text.contains(['~', '?', '%', '/']);
        return if is_plain { text.to_owned() } else { estimate(date) };
    }
    let event = item.event_date.as_deref().and_then(|text| text.parse().ok());
    event.map_or_else(|| words.date.to_owned(), estimate)
}

/// A date that was worked out: as a month where all of it lies in one, or where an event of several days ended in it; else as years.
fn estimate(date: Date) -> String {
    let ((first, first_month, _), (last, last_month, _)) = (date.start.ymd(), date.end.ymd());
    match () {
        () if !date.fuzzy || (first, first_month) == (last, last_month) => format!("[{last:04}-{last_month:02}]"),
        () if first == last => format!("[{last:04}]"),
        () => format!("[{first:04}—{last:04}]"),
    }
}

/// What a byline puts before names.
const CALLINGS: [&str; 11] =
    ["特约记者", "本报记者", "实习记者", "本報記者", "记者", "記者", "通讯员", "通訊員", "实习生", "文/", "By "];

/// The writers of a byline with the full stop after them; empty without any.
fn authors(byline: &str, words: &Words) -> String {
    let is_latin = byline.chars().any(|char| char.is_ascii_alphabetic());
    let is_gap = |char: char| matches!(char, '、' | '，' | ',' | '；' | ';') || (!is_latin && char.is_whitespace());
    let names: Vec<&str> = byline
        .split(is_gap)
        .flat_map(|part| part.split(" and "))
        .filter_map(|part| filled(without_calling(part)))
        .collect();
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

fn without_calling(part: &str) -> &str {
    let mut name = part.trim();
    while let Some(rest) = CALLINGS.iter().find_map(|calling| name.strip_prefix(calling)) {
        name = rest.trim_start_matches(['：', ':']).trim_start();
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Entity, Valued};

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
            date(&item, &HANS)
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
        assert_eq!(authors("本报记者 甲某某 通讯员：乙某", &HANS), "甲某某, 乙某. ");
        assert_eq!(authors("记者甲某、乙某、丙某、丁某", &HANS), "甲某, 乙某, 丙某, 等. ");
        assert_eq!(authors("By A. Writer and B. Writer", &LATIN), "A. Writer, B. Writer. ");
        assert_eq!(authors("  记者 ", &HANS), "");
    }

    #[test]
    fn the_words_for_what_is_missing_are_in_the_items_language() {
        let in_language = |tag: &str| gbt7714(&Item { language: tag.into(), ..item(&[]) });
        assert_eq!(in_language("zh-Hant-TW"), "[無題][N]. [報名不詳], [日期不詳]([版次不詳]).");
        assert_eq!(in_language("en"), "[untitled][N]. [newspaper unknown], [date unknown]([page unknown]).");
    }
}
