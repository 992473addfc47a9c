//! What a reference to an item says: who wrote what, in which paper, when; and of each whether the source has it.
//!
//! What is cited is the paper's own text, therefore the item itself and never a translation of it. All forms of a reference
//! (`gbt7714`, `ris`, `bibtex`, `csl`) are written from one [`Reference`], so that they say the same.

use std::borrow::Cow;

use crate::corpus::{Date, Entity, Item, Role};

/// When the paper came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Issued {
    /// `2025-03-14`, `2025-03`, `2025`, or two years with `/` between.
    pub(crate) text: String,
    /// Whether it only follows from what the item is about.
    pub(crate) is_estimate: bool,
}

/// A reference to an item. What is not known is absent.
#[derive(Clone, Debug)]
pub(crate) struct Reference<'a> {
    pub(crate) uri: &'a str,
    pub(crate) authors: Vec<&'a str>,
    pub(crate) title: Option<Cow<'a, str>>,
    /// Whether the title is the archive's own, not the paper's.
    pub(crate) is_own_title: bool,
    pub(crate) newspaper: Option<&'a str>,
    pub(crate) edition: Option<&'a str>,
    pub(crate) issued: Option<Issued>,
    pub(crate) page: Option<&'a str>,
    /// The language of the words (BCP 47); may be empty.
    pub(crate) language: &'a str,
    pub(crate) summary: Option<&'a str>,
    pub(crate) subjects: Vec<&'a str>,
}

impl<'a> Reference<'a> {
    /// The reference to an item, in its own words.
    pub(crate) fn of(item: &'a Item) -> Self {
        Self::new(item, item)
    }

    /// The same for a reader of a language (BCP 47): in the reader's script, where the item has a version in its own language
    /// in that script (题名 for one who reads 简体, 題名 for one who reads 繁體), else as the item is.
    pub(crate) fn in_language(item: &'a Item, language: &str) -> Self {
        Self::new(item, item.version(language).as_printed())
    }

    /// The reference to an item, in the words of the item or of its conversion to another script; what that lacks is the item's.
    fn new(item: &'a Item, text: &'a Item) -> Self {
        let language = filled(&text.language).unwrap_or(&item.language);
        let has_printed = text.printed().next().is_some() || item.printed().next().is_none();
        let lines = if has_printed && text.headline(Role::Main).is_some() { text } else { item };
        let own = |list: &'a [Entity]| list.iter().filter_map(|entity| filled(&entity.name)).collect::<Vec<_>>();
        let subjects = own(&text.subjects);
        Self {
            uri: &item.uri,
            authors: names(filled(&text.by).unwrap_or(&item.by)),
            title: title(lines, language),
            is_own_title: item.is_digest() && lines.printed().next().is_none(),
            newspaper: text.newspaper().or(item.newspaper()),
            edition: filled(&text.print_edition).or(filled(&item.print_edition)),
            issued: issued(item),
            page: filled(&item.print_page),
            language,
            summary: text.summary().or(item.summary()).map(str::trim),
            subjects: if subjects.is_empty() { own(&item.subjects) } else { subjects },
        }
    }
}

/// Whether a language is written in 繁體.
pub(crate) fn is_hant(language: &str) -> bool {
    language
        .split(['-', '_'])
        .skip(1)
        .any(|subtag| ["hant", "tw", "hk", "mo"].iter().any(|hant| subtag.eq_ignore_ascii_case(hant)))
}

/// Whether a language is none of those written in Han characters; one that is not told is taken for Chinese.
pub(crate) fn is_latin(language: &str) -> bool {
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    !primary.is_empty() && !primary.eq_ignore_ascii_case("zh")
}

fn filled(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

/// The headline as printed; without one, main line and subhead.
fn title<'a>(item: &'a Item, language: &str) -> Option<Cow<'a, str>> {
    let colon = if is_latin(language) { ": " } else { "：" };
    let printed: Vec<&str> = item.printed().map(str::trim).collect();
    if !printed.is_empty() {
        return Some(printed.join(colon).into());
    }
    let main = item.headline(Role::Main).map(str::trim)?;
    Some(match item.headline(Role::Subhead).map(str::trim).filter(|_| !item.is_digest()) {
        Some(subhead) => [main, subhead].join(colon).into(),
        None => main.into(),
    })
}

/// The date as far as it is known.
fn issued(item: &Item) -> Option<Issued> {
    if let Some((text, date)) = item.date_published.as_deref().and_then(|text| Some((text, text.parse::<Date>().ok()?)))
    {
        let is_estimate = text.contains(['~', '?', '%', '/']);
        return Some(Issued { text: if is_estimate { estimate(date) } else { text.to_owned() }, is_estimate });
    }
    let event: Date = item.event_date.as_deref()?.parse().ok()?;
    Some(Issued { text: estimate(event), is_estimate: true })
}

/// A date that was worked out: as a month where all of it lies in one, or where an event of several days ended in it; else as years.
fn estimate(date: Date) -> String {
    let ((first, first_month, _), (last, last_month, _)) = (date.start.ymd(), date.end.ymd());
    match () {
        () if !date.fuzzy || (first, first_month) == (last, last_month) => format!("{last:04}-{last_month:02}"),
        () if first == last => format!("{last:04}"),
        () => format!("{first:04}/{last:04}"),
    }
}

/// What a byline puts before names.
const CALLINGS: [&str; 11] =
    ["特约记者", "本报记者", "实习记者", "本報記者", "记者", "記者", "通讯员", "通訊員", "实习生", "文/", "By "];

/// The writers of a byline.
pub(crate) fn names(byline: &str) -> Vec<&str> {
    let is_latin = byline.chars().any(|char| char.is_ascii_alphabetic());
    let is_gap = |char: char| matches!(char, '、' | '，' | ',' | '；' | ';') || (!is_latin && char.is_whitespace());
    let parts = byline.split(is_gap).flat_map(|part| part.split(" and "));
    parts.filter_map(|part| filled(without_calling(part))).collect()
}

fn without_calling(part: &str) -> &str {
    let mut name = part.trim();
    while let Some(rest) = CALLINGS.iter().find_map(|calling| name.strip_prefix(calling)) {
        name = rest.trim_start_matches(['：', ':']).trim_start();
    }
    name
}
