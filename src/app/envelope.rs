//! What a corpus says about itself, in the reader's language, and what it holds.

use jianbao_engine::corpus::{Day, Envelope};

use super::i18n::{Language, dates, shell};

/// The corpus' name.
pub fn title(envelope: &Envelope, language: Language) -> &str {
    version(envelope, language, |version| &version.title)
}

/// The corpus' note.
pub fn note(envelope: &Envelope, language: Language) -> &str {
    version(envelope, language, |version| &version.note)
}

/// A field in a language, or the corpus' own where no version has it.
fn version(envelope: &Envelope, language: Language, field: impl Fn(&Envelope) -> &String) -> &str {
    let translated = envelope
        .translations
        .iter()
        .find(|version| Language::from_tag(&version.language) == language)
        .map(&field)
        .filter(|text| !text.is_empty());
    let own = Language::from_tag(&envelope.language) == language;
    translated.filter(|_| !own).unwrap_or_else(|| field(envelope))
}

/// What it holds: `2025年3月 · 7篇 · 2个片区`.
pub fn extent(language: Language, days: Option<(Day, Day)>, items: usize, zones: usize) -> String {
    let mut said = days.map(|(first, last)| months(language, first, last)).unwrap_or_default();
    let parts = [Some(shell::items_tight(language, items)), (zones > 0).then(|| shell::zones(language, zones))];
    for part in parts.into_iter().flatten() {
        if !said.is_empty() {
            said.push_str(" · ");
        }
        said.push_str(&part);
    }
    said
}

/// The months that something spans, as short as it can be said.
fn months(language: Language, first: Day, last: Day) -> String {
    let ((from_year, from_month, _), (to_year, to_month, _)) = (first.ymd(), last.ymd());
    if (from_year, from_month) == (to_year, to_month) {
        return dates::month(language, first);
    }
    let month = |day| dates::month(language, day);
    let (first, dash, last) = match (language, from_year == to_year) {
        (Language::En, false) if (from_month, to_month) == (1, 12) => (from_year.to_string(), "–", to_year.to_string()),
        (_, false) if (from_month, to_month) == (1, 12) => {
            (from_year.to_string(), "—", [&*to_year.to_string(), "年"].concat())
        }
        (Language::En, true) => (dates::month_of_year(language, first), "–", month(last)),
        (Language::En, false) => (month(first), " – ", month(last)),
        (_, true) => (month(first), "—", dates::month_of_year(language, last)),
        (_, false) => (month(first), "—", month(last)),
    };
    [&*first, dash, &last].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u8) -> Day {
        Day::from_ymd(year, month, 5).unwrap()
    }

    #[test]
    fn the_masthead_says_what_the_archive_holds() {
        let days = Some((day(2025, 3), day(2025, 3)));
        assert_eq!(extent(Language::Hans, days, 7, 2), "2025年3月 · 7篇 · 2个片区");
        assert_eq!(extent(Language::En, days, 7, 1), "March 2025 · 7 items · 1 zone");
        assert_eq!(extent(Language::Hans, None, 0, 0), "0篇");
    }

    #[test]
    fn months_are_said_as_short_as_they_can_be() {
        assert_eq!(months(Language::Hans, day(2012, 1), day(2016, 12)), "2012—2016年");
        assert_eq!(months(Language::Hans, day(2012, 2), day(2012, 5)), "2012年2月—5月");
        assert_eq!(months(Language::En, day(2012, 2), day(2013, 5)), "February 2012 – May 2013");
    }

    #[test]
    fn a_corpus_speaks_the_readers_language_where_it_can() {
        let english = Envelope { title: "Two zones".to_owned(), language: "en".to_owned(), ..Envelope::default() };
        let envelope = Envelope {
            title: "两区".to_owned(),
            note: "说明".to_owned(),
            language: "zh-Hans-CN".to_owned(),
            translations: vec![english],
            ..Envelope::default()
        };
        assert_eq!(title(&envelope, Language::En), "Two zones");
        assert_eq!(note(&envelope, Language::En), "说明");
        assert_eq!(title(&envelope, Language::Hant), "两区");
    }
}
