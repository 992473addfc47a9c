//! The days a text gives, as EDTF.
//!
//! A day without a year is put in the year that makes it nearest before the day of issue (or at most a month after it).
//! `近日` and its like are approximate: with a month of issue, that month (`2025-03~`); with a day of issue, the
//! fortnight up to it, its beginning approximate and its end certain, since a paper reports what has happened
//! (`2025-03-04~/2025-03-18`).

use std::{fmt, str::FromStr};

use jianbao_engine::corpus::{Day, days_in_month};

/// How many days 近日 reaches back from the day of issue.
const RECENT: i32 = 14;

/// How far after the issue a day without a year may lie: a paper also announces what is to come.
const AHEAD: i32 = 31;

/// When a page was issued: a day, or a month where the day is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IssueDate {
    /// The day.
    Day(Day),
    /// The first day of the month, where no more is known.
    Month(Day),
}

/// Why a text is no date of issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueDateError(String);

impl fmt::Display for IssueDateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” is not a date of issue: write a day (2025-03-18) or a month (2025-03)", self.0)
    }
}

impl std::error::Error for IssueDateError {}

impl FromStr for IssueDate {
    type Err = IssueDateError;

    fn from_str(text: &str) -> Result<Self, IssueDateError> {
        let number = |part: &str, digits: usize| -> Option<i32> {
            (part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit())).then(|| part.parse().ok())?
        };
        let read = || {
            let mut parts = text.split('-');
            let year = number(parts.next()?, 4)?;
            let month = u8::try_from(number(parts.next()?, 2)?).ok()?;
            let day = parts.next().map(|day| number(day, 2));
            if parts.next().is_some() {
                return None;
            }
            match day {
                None => Day::from_ymd(year, month, 1).map(Self::Month),
                Some(day) => Day::from_ymd(year, month, u8::try_from(day?).ok()?).map(Self::Day),
            }
        };
        read().ok_or_else(|| IssueDateError(text.to_owned()))
    }
}

impl fmt::Display for IssueDate {
    /// As EDTF: `2025-03-18`, `2025-03`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Month(first) => {
                let (year, month, _) = first.ymd();
                write!(f, "{year:04}-{month:02}")
            }
        }
    }
}

impl IssueDate {
    /// Whether a day may be the day of issue.
    pub(crate) fn holds(self, day: Day) -> bool {
        match self {
            Self::Day(own) => own == day,
            Self::Month(first) => first.ymd().0 == day.ymd().0 && first.ymd().1 == day.ymd().1,
        }
    }

    /// The last day the issue can be of.
    fn last(self) -> Day {
        match self {
            Self::Day(day) => day,
            Self::Month(first) => {
                let (year, month, _) = first.ymd();
                Day(first.0 + i32::from(days_in_month(year, month)) - 1)
            }
        }
    }

    /// The day that a month and a day of the month mean.
    fn day(self, month: u8, day: u8) -> Option<Day> {
        let year = self.last().ymd().0;
        let near = |year| Day::from_ymd(year, month, day).filter(|day| day.0 <= self.last().0 + AHEAD);
        near(year + 1).or_else(|| near(year)).or_else(|| Day::from_ymd(year - 1, month, day))
    }

    /// `近日`, as EDTF.
    fn recently(self) -> String {
        match self {
            Self::Day(day) => format!("{}~/{day}", Day(day.0 - RECENT)),
            Self::Month(_) => format!("{self}~"),
        }
    }
}

/// The date of what a text tells, as EDTF: the first day its first sentence gives. `None` where it gives none.
pub(crate) fn event_date(text: &str, issue: IssueDate) -> Option<String> {
    let end = text.find(['。', '！', '？', '\n']).unwrap_or(text.len());
    let mut sentence = text.get(..end)?;
    if sentence.chars().count() > 400 {
        sentence = sentence.char_indices().nth(400).and_then(|(end, _)| sentence.get(..end))?;
    }
    sentence.char_indices().find_map(|(at, _)| at_place(sentence, at, issue))
}

/// Whether a sentence gives a day, be it approximate.
pub(crate) fn gives_day(sentence: &str) -> bool {
    // Which issue is all the same: only whether there is a day is asked.
    let issue = Day::from_ymd(2000, 12, 31).map(IssueDate::Day);
    issue.is_some_and(|issue| event_date(sentence, issue).is_some())
}

/// The date that begins at a place of a sentence.
fn at_place(sentence: &str, at: usize, issue: IssueDate) -> Option<String> {
    const RECENTLY: [&str; 12] = [
        "近日",
        "日前",
        "近期",
        "连日来",
        "連日來",
        "近来",
        "近來",
        "最近",
        "Recently",
        "recently",
        "In recent days",
        "in recent days",
    ];
    let (before, rest) = sentence.split_at_checked(at)?;
    let inside = before.chars().next_back().is_some_and(|c| c.is_ascii_alphanumeric());
    if inside {
        return None;
    }
    if RECENTLY.iter().any(|word| rest.starts_with(word)) {
        return (!before.ends_with("截至")).then(|| issue.recently());
    }
    if let IssueDate::Day(day) = issue {
        for (words, back) in
            [(["昨日", "昨天", "昨晚", "Yesterday", "yesterday"], 1), (["今日", "今天", "今晨", "Today", "today"], 0)]
        {
            if words.iter().any(|word| rest.starts_with(word)) {
                return Some(Day(day.0 - back).to_string());
            }
        }
    }
    let years_back = i32::from(before.ends_with("去年"));
    let (first, length) = chinese_day(rest, issue, years_back).or_else(|| english_day(rest, issue))?;
    let last = rest.get(length..).and_then(|rest| until(rest, first, issue)).filter(|last| *last > first);
    Some(last.map_or_else(|| first.to_string(), |last| format!("{first}/{last}")))
}

/// `2025年3月14日`, `3月14日`, `14日`, with its length in bytes.
fn chinese_day(text: &str, issue: IssueDate, years_back: i32) -> Option<(Day, usize)> {
    if let Some(found) = full_date(text) {
        return Some(found);
    }
    let (number, rest) = leading_number(text)?;
    if let Some(rest) = rest.trim_start().strip_prefix('月') {
        let (day, rest) = leading_number(rest.trim_start())?;
        let rest = rest.trim_start();
        let after =
            rest.strip_prefix('日').or_else(|| rest.starts_with(['-', '—', '至', '～', '~']).then_some(rest))?;
        let found = issue.day(u8::try_from(number).ok()?, u8::try_from(day).ok()?)?;
        let (year, month, day) = found.ymd();
        return Some((Day::from_ymd(year - years_back, month, day)?, text.len() - after.len()));
    }
    let rest =
        rest.trim_start().strip_prefix('日').filter(|rest| rest.starts_with(['，', '上', '下', '晚', '至', '，']))?;
    let (_, month, _) = issue.last().ymd();
    let previous = if month == 1 { 12 } else { month - 1 };
    let number = u8::try_from(number).ok()?;
    let found = issue.day(month, number).filter(|day| *day <= issue.last()).or_else(|| issue.day(previous, number))?;
    Some((found, text.len() - rest.len()))
}

/// The end of a span: `至14日`, `—3月16日`.
fn until(text: &str, first: Day, issue: IssueDate) -> Option<Day> {
    let rest = text.trim_start();
    let bare = rest.trim_start_matches(['至', '到', '—', '-', '－', '～', '~', '–']);
    if bare.len() == rest.len() {
        return None;
    }
    let bare = bare.trim_start();
    let (number, after) = leading_number(bare)?;
    let after = after.trim_start();
    if after.starts_with('日') {
        let (year, month, _) = first.ymd();
        return Day::from_ymd(year, month, u8::try_from(number).ok()?);
    }
    let found = after.starts_with('月').then(|| chinese_day(bare, issue, 0))??.0;
    Some(found)
}

/// `March 14`, `14 March`, each with a year or without, with its length in bytes.
fn english_day(text: &str, issue: IssueDate) -> Option<(Day, usize)> {
    let (month, day, rest) = match english_month(text) {
        Some((month, rest)) => {
            let (day, rest) = leading_number(rest.trim_start_matches(['.', ' ']))?;
            (month, day, rest)
        }
        None => {
            let (day, rest) = leading_number(text)?;
            let (month, rest) = english_month(rest.trim_start())?;
            (month, day, rest)
        }
    };
    let day = u8::try_from(day).ok()?;
    let year = leading_number(rest.trim_start_matches([',', ' '])).filter(|(year, _)| (1000..=9999).contains(year));
    match year {
        Some((year, rest)) => Some((Day::from_ymd(i32::try_from(year).ok()?, month, day)?, text.len() - rest.len())),
        None => Some((issue.day(month, day)?, text.len() - rest.len())),
    }
}

fn english_month(text: &str) -> Option<(u8, &str)> {
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
    MONTHS.iter().zip(1..).find_map(|(name, number)| {
        let rest = text.strip_prefix(*name).or_else(|| text.strip_prefix(name.get(..3)?))?;
        rest.starts_with([' ', '.', ',']).then_some((number, rest))
    })
}

/// A date with its year, and its length in bytes.
pub(crate) fn full_date(text: &str) -> Option<(Day, usize)> {
    let chinese = || {
        let (year, rest) = leading_number(text).filter(|(year, _)| (1000..=9999).contains(year))?;
        let (month, rest) = leading_number(rest.trim_start().strip_prefix('年')?.trim_start())?;
        let (day, rest) = leading_number(rest.trim_start().strip_prefix('月')?.trim_start())?;
        let rest = rest.trim_start().strip_prefix('日')?;
        let day = Day::from_ymd(i32::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
        Some((day, text.len() - rest.len()))
    };
    let iso = || {
        let date = text.get(..10)?;
        let IssueDate::Day(day) = date.parse().ok()? else { return None };
        Some((day, 10))
    };
    let english = || {
        let (month, rest) = english_month(text)?;
        let (day, rest) = leading_number(rest.trim_start())?;
        let (year, rest) = leading_number(rest.trim_start_matches([',', ' '])).filter(|(year, _)| *year >= 1000)?;
        let day = Day::from_ymd(i32::try_from(year).ok()?, month, u8::try_from(day).ok()?)?;
        Some((day, text.len() - rest.len()))
    };
    chinese().or_else(iso).or_else(english)
}

fn leading_number(text: &str) -> Option<(u32, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let number = text.get(..digits).filter(|_| (1..=4).contains(&digits))?.parse().ok()?;
    Some((number, text.get(digits..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dated(text: &str, issue: &str) -> String {
        event_date(text, issue.parse().unwrap()).unwrap_or_default()
    }

    #[test]
    fn a_day_takes_its_year_from_the_issue() {
        assert_eq!(dated("3月14日，甲镇开会。", "2025-03"), "2025-03-14");
        assert_eq!(dated("甲镇于3月14日开会。", "2025-03-18"), "2025-03-14");
        assert_eq!(dated("12月28日，甲镇开会。", "2025-01-05"), "2024-12-28");
        assert_eq!(dated("甲镇将于1月5日开会。", "2024-12-30"), "2025-01-05");
        assert_eq!(dated("去年3月14日，甲镇开会。", "2025-03-18"), "2024-03-14");
        assert_eq!(dated("2023年5月1日，甲镇开会。", "2025-03-18"), "2023-05-01");
    }

    #[test]
    fn recently_is_approximate_and_never_after_the_issue() {
        assert_eq!(dated("近日，甲镇开会。", "2025-03"), "2025-03~");
        assert_eq!(dated("近日，甲镇开会。", "2025-03-18"), "2025-03-04~/2025-03-18");
        assert_eq!(dated("日前，甲镇开会。", "2025-03-02"), "2025-02-16~/2025-03-02");
    }

    #[test]
    fn spans_days_of_the_month_and_yesterday_are_read() {
        assert_eq!(dated("3月11日至14日，甲镇开会。", "2025-03"), "2025-03-11/2025-03-14");
        assert_eq!(dated("3月30日至4月2日，甲镇开会。", "2025-04-03"), "2025-03-30/2025-04-02");
        assert_eq!(dated("14日上午，甲镇开会。", "2025-03-18"), "2025-03-14");
        assert_eq!(dated("28日，甲镇开会。", "2025-03-02"), "2025-02-28");
        assert_eq!(dated("昨日，甲镇开会。", "2025-03-01"), "2025-02-28");
    }

    #[test]
    fn english_days_are_read() {
        assert_eq!(dated("The bridge reopened on March 14 after repairs.", "2025-03-18"), "2025-03-14");
        assert_eq!(dated("On 14 March 2024 the bridge closed.", "2025-03-18"), "2024-03-14");
        assert_eq!(dated("The town recently opened a school.", "2025-03"), "2025-03~");
    }

    #[test]
    fn figures_that_are_no_days_are_left_alone() {
        for text in [
            "甲镇2024年工作总结。",
            "1-2月全区工作。",
            "甲镇有40余家企业。",
            "13月40日。",
            "后来。3月14日，甲镇开会。",
            "May we go",
        ] {
            assert_eq!(dated(text, "2025-03"), "", "{text}");
        }
    }

    #[test]
    fn only_days_and_months_are_dates_of_issue() {
        for text in ["2025-03-18", "2025-03"] {
            assert_eq!(text.parse::<IssueDate>().unwrap().to_string(), text);
        }
        for text in ["", "2025", "2025-13", "2025-02-30", "2025-3-1", "近日", "2025-03~", "2025-03-18T10"] {
            assert!(text.parse::<IssueDate>().is_err(), "{text}");
        }
    }
}
