//! An item's date in words: no more exact than the paper.

use jianbao_engine::corpus::{Date, Item};

use crate::app::i18n::{Language, article as words, dates};

/// When an item is dated, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// The date: `2025年3月11日`, `近日`, `约1937年`.
    pub said: String,
    /// Beside “近日”, the month: `约2025年3月`.
    pub about: Option<String>,
    /// The day of the week, for a single day.
    pub weekday: Option<&'static str>,
    /// For a single day, as ISO 8601.
    pub day: Option<String>,
    /// What kind of date it is, in a few words.
    pub note: String,
}

/// The item's date; `None` where it has none that can be read.
///
/// “近日” is said only where the corpus marks a month as approximate (`2025-03~`): a plain month may be all that is known of an
/// issue, and says nothing of the paper's words.
pub fn when(item: &Item, language: Language) -> Option<When> {
    let date = item.date()?;
    let said_recently = dates::is_month(date) && item.date_text().is_some_and(|text| text.ends_with('~'));
    let plain = |said| When { said, about: None, weekday: None, day: None, note: String::new() };
    let mut when = match () {
        () if said_recently => {
            let month = dates::month(language, date.start);
            let note = words::WHY_RECENTLY.fill(language, &[&month]);
            let about = Some(dates::circa(language, date));
            return Some(When { about, note, ..plain(dates::RECENTLY.get(language).to_owned()) });
        }
        () if date.fuzzy => plain(dates::circa(language, date)),
        () => plain(dates::span(language, date.start, date.end, true)),
    };
    if date.start == date.end && !date.fuzzy {
        when.weekday = Some(dates::weekday(language, date.start));
        when.day = Some(date.start.to_string());
    }
    let kind = match () {
        () if date.fuzzy => words::WHY_CIRCA,
        () if item.event_date.is_none() => words::ISSUE_DAY,
        () => words::TO_THE_DAY,
    };
    let comma = words::COMMA.get(language);
    when.note = [when.weekday, Some(kind.get(language))].into_iter().flatten().collect::<Vec<_>>().join(comma);
    Some(when)
}

/// The month in which an event lies or ended, where that is known.
pub fn event_month(item: &Item, language: Language) -> Option<String> {
    let date: Date = item.event_date.as_deref()?.parse().ok()?;
    let in_one_month = { date.start.ymd().0 == date.end.ymd().0 && date.start.ymd().1 == date.end.ymd().1 };
    (!date.fuzzy || in_one_month).then(|| dates::month(language, date.end))
}

/// The issue's date, where the corpus has it.
pub fn issue_date(item: &Item, language: Language) -> Option<String> {
    let text = item.date_published.as_deref()?;
    let date: Date = text.parse().ok()?;
    let is_plain_month = dates::is_month(date) && !text.contains(['~', '?', '%']);
    Some(match () {
        () if is_plain_month => dates::month(language, date.start),
        () if date.fuzzy => dates::circa(language, date),
        () => dates::span(language, date.start, date.end, true),
    })
}

/// How much later (or, below 0, earlier) the second of two days is, in days; `None` unless both are single days.
pub fn days_later(from: Option<Date>, to: Option<Date>) -> Option<i32> {
    let single =
        |date: Option<Date>| date.filter(|date| !date.fuzzy && date.start == date.end).map(|date| date.start.0);
    Some(single(to)? - single(from)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(event: Option<&str>, published: Option<&str>) -> Option<When> {
        let item = Item {
            event_date: event.map(str::to_owned),
            date_published: published.map(str::to_owned),
            ..Item::default()
        };
        when(&item, Language::Hans)
    }

    #[test]
    fn a_day_is_said_with_its_weekday() {
        let when = on(Some("2025-03-11"), None).unwrap();
        assert_eq!((when.said.as_str(), when.weekday), ("2025年3月11日", Some("星期二")));
        assert_eq!(when.note, "星期二，确切到日");
    }

    #[test]
    fn recently_is_said_only_where_the_corpus_says_about_a_month() {
        let when = on(Some("2025-03~"), None).unwrap();
        assert_eq!((when.said.as_str(), when.about.as_deref()), ("近日", Some("约2025年3月")));
        assert!(when.note.contains("2025年3月内") && when.day.is_none());
        assert_eq!(on(Some("2025-03"), None).unwrap().said, "约2025年3月");
        assert_eq!(on(Some("1937~"), None).unwrap().said, "约1937年");
    }

    #[test]
    fn an_issue_date_is_not_passed_off_as_the_day_of_the_event() {
        assert_eq!(on(None, Some("2025-03-14")).unwrap().note, "星期五，见报日");
    }

    #[test]
    fn a_date_that_cannot_be_read_is_no_date() {
        assert_eq!(on(Some("soon"), None), None);
        assert_eq!(on(None, None), None);
    }
}
