//! Dates in words.

use jianbao_engine::corpus::{Date, Day, days_in_month};

use super::{Language, Text, text};

const WEEKDAYS: [Text; 7] = [
    text("星期一", "星期一", "Monday"),
    text("星期二", "星期二", "Tuesday"),
    text("星期三", "星期三", "Wednesday"),
    text("星期四", "星期四", "Thursday"),
    text("星期五", "星期五", "Friday"),
    text("星期六", "星期六", "Saturday"),
    text("星期日", "星期日", "Sunday"),
];

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// What a paper writes for a day it does not give.
pub const RECENTLY: Text = text("近日", "近日", "Recently");

/// A year of the 民國 era, one before it, and the first one.
const ERA: [Text; 2] = [text("民国{}年", "民國{}年", "Minguo {}"), text("民国前{}年", "民國前{}年", "B.R.O.C. {}")];
const FIRST_YEAR: Text = text("元", "元", "1");

const CIRCA: Text = text("约{}", "約{}", "c. {}");

/// The day of the week: `星期五`, `Friday`.
pub fn weekday(language: Language, day: Day) -> &'static str {
    WEEKDAYS.get(usize::from(day.weekday())).map_or("", |name| name.get(language))
}

fn english_month(month: u8) -> &'static str {
    MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or("")
}

/// A whole day: `2025年3月14日`, `14 March 2025`.
pub fn day(language: Language, day: Day) -> String {
    let year = day.ymd().0.to_string();
    match language {
        Language::En => [&*day_of_year(language, day), " ", &year].concat(),
        _ => [&*year, "年", &day_of_year(language, day)].concat(),
    }
}

/// A day without its year: `3月14日`, `14 March`.
pub fn day_of_year(language: Language, day: Day) -> String {
    let date = digits(day.ymd().2);
    match language {
        Language::En => [&*date, " ", &month_of_year(language, day)].concat(),
        _ => [&*month_of_year(language, day), &date, "日"].concat(),
    }
}

/// A month with its year: `2025年3月`, `March 2025`.
pub fn month(language: Language, day: Day) -> String {
    let year = day.ymd().0.to_string();
    match language {
        Language::En => [&*month_of_year(language, day), " ", &year].concat(),
        _ => [&*year, "年", &month_of_year(language, day)].concat(),
    }
}

/// A month without its year: `3月`, `March`.
pub fn month_of_year(language: Language, day: Day) -> String {
    let month = day.ymd().1;
    match language {
        Language::En => english_month(month).to_owned(),
        _ => [&*digits(month), "月"].concat(),
    }
}

fn digits(number: u8) -> String {
    i32::from(number).to_string()
}

/// A span of days, as short as it can be said: `3月6日—31日`, `6–31 March`, with years where `with_year`, or where they differ.
pub fn span(language: Language, from: Day, to: Day, with_year: bool) -> String {
    let ((from_year, from_month, from_date), (to_year, to_month, to_date)) = (from.ymd(), to.ymd());
    let with_year = with_year || from_year != to_year;
    let long = |of: Day| if with_year { day(language, of) } else { day_of_year(language, of) };
    if from == to {
        return long(from);
    }
    let (first, dash, last) = match (language, from_year == to_year, from_month == to_month) {
        (Language::En, true, true) => (digits(from_date), "–", long(to)),
        (Language::En, true, false) => (day_of_year(language, from), " – ", long(to)),
        (Language::En, false, _) => (long(from), " – ", long(to)),
        (_, true, true) => (long(from), "—", [&*digits(to_date), "日"].concat()),
        (_, true, false) => (long(from), "—", day_of_year(language, to)),
        (_, false, _) => (long(from), "—", long(to)),
    };
    [&*first, dash, &last].concat()
}

/// Whether a span is just one calendar month.
pub fn is_month(date: Date) -> bool {
    let (year, month, first) = date.start.ymd();
    first == 1 && Day::from_ymd(year, month, days_in_month(year, month)) == Some(date.end)
}

/// A fuzzy date: `约2025年3月`, `c. March 2025`; a wider span is said with both its ends.
pub fn circa(language: Language, date: Date) -> String {
    CIRCA.fill(language, &[&period(language, date)])
}

/// A span of days, a whole month or year as such: `2025年3月`, `2025`; any other with both its ends.
pub fn period(language: Language, date: Date) -> String {
    let (year, start_month, first) = date.start.ymd();
    let whole_year = (start_month, first) == (1, 1) && Day::from_ymd(year, 12, 31) == Some(date.end);
    match () {
        () if is_month(date) => month(language, date.start),
        () if whole_year && language == Language::En => year.to_string(),
        () if whole_year => [&*year.to_string(), "年"].concat(),
        () => span(language, date.start, date.end, true),
    }
}

/// The years of a date as they are counted in Taiwan, from 1912: `民國114年`, `民國元年`, before it `民國前1年`.
pub fn republic(language: Language, date: Date) -> String {
    let (from, to) = (date.start.ymd().0, date.end.ymd().0);
    if from == to {
        return year_of_era(language, from);
    }
    let dash = if language == Language::En { " – " } else { "—" };
    [&*year_of_era(language, from), dash, &year_of_era(language, to)].concat()
}

fn year_of_era(language: Language, year: i32) -> String {
    let [within, before] = ERA;
    match year - 1911 {
        1 => within.fill(language, &[FIRST_YEAR.get(language)]),
        count @ 2.. => within.fill(language, &[&count.to_string()]),
        count => before.fill(language, &[&(1 - count).to_string()]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(year: i32, month: u8, date: u8) -> Day {
        Day::from_ymd(year, month, date).unwrap()
    }

    #[test]
    fn a_span_says_no_more_than_it_must() {
        let said = |from, to| [Language::Hans, Language::En].map(|language| span(language, from, to, false));
        assert_eq!(said(on(2025, 3, 6), on(2025, 3, 31)), ["3月6日—31日", "6–31 March"]);
        assert_eq!(said(on(2025, 3, 6), on(2025, 4, 1)), ["3月6日—4月1日", "6 March – 1 April"]);
        assert_eq!(
            said(on(2024, 12, 31), on(2025, 1, 1)),
            ["2024年12月31日—2025年1月1日", "31 December 2024 – 1 January 2025"]
        );
        assert_eq!(said(on(2025, 3, 6), on(2025, 3, 6)), ["3月6日", "6 March"]);
    }

    #[test]
    fn a_fuzzy_month_is_said_as_about_that_month() {
        let march = Date { start: on(2025, 3, 1), end: on(2025, 3, 31), fuzzy: true };
        assert_eq!(circa(Language::Hans, march), "约2025年3月");
        assert_eq!(circa(Language::Hant, march), "約2025年3月");
        assert_eq!(circa(Language::En, march), "c. March 2025");
        let year = Date { start: on(2025, 1, 1), end: on(2025, 12, 31), fuzzy: true };
        assert_eq!(circa(Language::En, year), "c. 2025");
    }

    #[test]
    fn years_are_counted_from_1912_and_there_is_no_year_0() {
        let in_year = |year| Date { start: on(year, 1, 1), end: on(year, 12, 31), fuzzy: false };
        let said = |year| republic(Language::Hant, in_year(year));
        assert_eq!(
            [1910, 1911, 1912, 1913, 2025].map(said),
            ["民國前2年", "民國前1年", "民國元年", "民國2年", "民國114年"]
        );
        assert_eq!(republic(Language::Hans, in_year(1912)), "民国元年");
        assert_eq!(
            [1911, 1912, 2025].map(|year| republic(Language::En, in_year(year))),
            ["B.R.O.C. 1", "Minguo 1", "Minguo 114"]
        );
    }

    #[test]
    fn a_date_over_a_new_year_has_two_years_of_the_era() {
        let date = Date { start: on(2024, 12, 30), end: on(2025, 1, 2), fuzzy: true };
        assert_eq!(republic(Language::Hant, date), "民國113年—民國114年");
        assert_eq!(republic(Language::En, date), "Minguo 113 – Minguo 114");
    }
}
