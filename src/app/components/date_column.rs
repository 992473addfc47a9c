//! The date of an item: in words, and as the mark that the timeline has for it.

use jianbao_engine::corpus::{Date, Day};
use yew::prelude::*;

use crate::app::components::timeline::glyph::date_glyph;
use crate::app::context::Reader;
use crate::app::i18n::{Language, article, dates, shell};

/// The date column of a row. `recently`: whether the paper says no more than that (EDTF `~`).
pub fn date_column(reader: &Reader, date: Option<Date>, recently: bool) -> Html {
    let days = reader.archive.days();
    let Some(date) = date else {
        return html! { <p class="r-d"><span class="d-s">{ shell::UNDATED.get(reader.language) }</span></p> };
    };
    let words = DateWords::new(reader.language, date, recently, days);
    let class = match () {
        () if date.fuzzy => "d-n is-fz",
        () if date.start != date.end => "d-n is-span",
        () => "d-n",
    };
    let said = html! {
        <>
            <span {class}>{ words.large }</span>
            <span class="d-s">{ year_apart(&words.month, date) }<span class="d-w">{ words.weekday }</span></span>
            <span class="d-c">{ words.line }</span>
        </>
    };
    html! {
        <p class="r-d" title={words.why}>
            if date.fuzzy { <span class="d">{ said }</span> } else { <time class="d" datetime={date.start.to_string()}>{ said }</time> }
            { date_glyph(date, days.unwrap_or((date.start, date.end))) }
        </p>
    }
}

/// The words of a month with their year in an element of its own: narrow lists leave it out.
fn year_apart(month: &str, date: Date) -> Html {
    let year = date.start.ymd().0.to_string();
    let apart = [[&year, "年"], [" ", &year]].map(|parts| parts.concat()).into_iter().find_map(|year| {
        month.split_once(&year).map(|(before, after)| (before.to_owned(), year.clone(), after.to_owned()))
    });
    match apart {
        Some((before, year, after)) => html! { <>{ before }<span class="y">{ year }</span>{ after }</> },
        None => html! { { month.to_owned() } },
    }
}

/// A date in the words of a row.
#[derive(Debug, PartialEq, Eq)]
struct DateWords {
    large: String,
    month: String,
    weekday: &'static str,
    line: String,
    why: Option<String>,
}

impl DateWords {
    fn new(language: Language, date: Date, recently: bool, days: Option<(Day, Day)>) -> Self {
        let one_year = days.is_some_and(|(first, last)| first.ymd().0 == last.ymd().0);
        let (_, _, first) = date.start.ymd();
        let (_, _, last) = date.end.ymd();
        let month = dates::month(language, date.start);
        if date.fuzzy {
            let circa = dates::circa(language, date);
            let why = shell::FUZZY_WHY.fill(language, &[&circa]);
            let large = if recently {
                dates::RECENTLY.get(language).to_owned()
            } else if dates::is_month(date) {
                dates::month_of_year(language, date.start)
            } else {
                date.start.ymd().0.to_string()
            };
            let line = if recently {
                [&large, &*article::IN_PARENTHESES.fill(language, &[&circa])].concat()
            } else {
                circa.clone()
            };
            return Self { large, month: circa, weekday: "", line, why: Some(why) };
        }
        let line = dates::span(language, date.start, date.end, !one_year);
        if date.start == date.end {
            return Self {
                large: first.to_string(),
                month,
                weekday: dates::weekday(language, date.start),
                line,
                why: None,
            };
        }
        let within = date.start.ymd().1 == date.end.ymd().1 && date.start.ymd().0 == date.end.ymd().0;
        let dash = if language == Language::En { "–" } else { "—" };
        let mut large = first.to_string();
        large.push_str(dash);
        if within {
            large.push_str(&last.to_string());
        }
        let month = if within { month } else { dates::span(language, date.start, date.end, true) };
        Self { large, month, weekday: "", line, why: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(date: u8) -> Day {
        Day::from_ymd(2025, 3, date).unwrap()
    }

    fn exact(date: u8) -> Date {
        Date { start: day(date), end: day(date), fuzzy: false }
    }

    #[test]
    fn a_day_says_its_number_and_a_fuzzy_one_says_recently() {
        let march = Some((day(1), day(31)));
        let words = DateWords::new(Language::Hans, exact(14), false, march);
        assert_eq!(
            (&*words.large, &*words.month, words.weekday, &*words.line),
            ("14", "2025年3月", "星期五", "3月14日")
        );
        let fuzzy = Date { start: day(1), end: day(31), fuzzy: true };
        let words = DateWords::new(Language::Hans, fuzzy, true, march);
        assert_eq!((&*words.large, &*words.month, &*words.line), ("近日", "约2025年3月", "近日（约2025年3月）"));
        assert_eq!(words.why.as_deref(), Some("约2025年3月，确切日期未载"));
    }

    #[test]
    fn a_month_that_the_corpus_gives_is_not_said_as_recently() {
        let month = Date { start: day(1), end: day(31), fuzzy: true };
        assert_eq!(DateWords::new(Language::En, month, false, None).large, "March");
    }
}
