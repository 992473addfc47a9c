//! Words that say a date, as spans of days: 2025年3月, 3月11日, 昨天, 民國114年, March 2025.
//!
//! Words are read only where they say a whole date and nothing else. A date without its year is one in each year that the
//! archive may hold. In 繁體 a year of three digits is one of the 民國 era, as newspapers in Taiwan count.

use crate::corpus::{Day, days_in_month};
use crate::search::query::days_of;
use crate::text::fold;

/// A date without a year is looked for in so many years of the archive, the latest first.
const MOST_YEARS: i32 = 200;

/// The year before the first of the 民國 era.
const MINGUO: i32 = 1911;

/// Days from the first to the last.
type Days = (Day, Day);

/// Units of time that words go back by.
#[derive(Clone, Copy, Debug)]
enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// Words for a time before today: how many units back.
const BACK: [(&str, Unit, i32); 36] = [
    ("今天", Unit::Day, 0),
    ("今日", Unit::Day, 0),
    ("today", Unit::Day, 0),
    ("昨天", Unit::Day, 1),
    ("昨日", Unit::Day, 1),
    ("yesterday", Unit::Day, 1),
    ("前天", Unit::Day, 2),
    ("前日", Unit::Day, 2),
    ("本周", Unit::Week, 0),
    ("这周", Unit::Week, 0),
    ("本星期", Unit::Week, 0),
    ("这星期", Unit::Week, 0),
    ("这个星期", Unit::Week, 0),
    ("this week", Unit::Week, 0),
    ("上周", Unit::Week, 1),
    ("上星期", Unit::Week, 1),
    ("上个星期", Unit::Week, 1),
    ("last week", Unit::Week, 1),
    ("本月", Unit::Month, 0),
    ("这月", Unit::Month, 0),
    ("这个月", Unit::Month, 0),
    ("this month", Unit::Month, 0),
    ("上月", Unit::Month, 1),
    ("上个月", Unit::Month, 1),
    ("last month", Unit::Month, 1),
    ("今年", Unit::Year, 0),
    ("本年", Unit::Year, 0),
    ("this year", Unit::Year, 0),
    ("去年", Unit::Year, 1),
    ("上年", Unit::Year, 1),
    ("last year", Unit::Year, 1),
    ("前年", Unit::Year, 2),
    ("大前天", Unit::Day, 3),
    ("上上周", Unit::Week, 2),
    ("上上个月", Unit::Month, 2),
    ("大前年", Unit::Year, 3),
];

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Reads words as dates.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'a> {
    /// The reader's language (BCP 47).
    pub(super) language: &'a str,
    /// The reader's day, where it is known.
    pub(super) today: Option<Day>,
    /// The first and the last year of the archive.
    pub(super) years: (i32, i32),
}

/// What words say of a date; a part that is `None` is not said.
#[derive(Clone, Copy, Debug, Default)]
struct Said {
    year: Option<i32>,
    month: Option<u8>,
    day: Option<u8>,
}

impl Reader<'_> {
    /// The spans that words may mean, the latest first; none where they are no date.
    pub(super) fn read(self, words: &str) -> Vec<Days> {
        let words = fold(words.trim());
        if let Some(days) = days_of(&words.replace(['/', '.'], "-")).or_else(|| self.back(&words)) {
            return vec![days];
        }
        self.chinese(&words).or_else(|| english(&words)).map_or_else(Vec::new, |said| self.spans(said))
    }

    fn back(self, words: &str) -> Option<Days> {
        let today = self.today?;
        let &(_, unit, back) = BACK.iter().find(|(known, ..)| *known == words)?;
        let (year, month, _) = today.ymd();
        match unit {
            Unit::Day => Some((Day(today.0 - back), Day(today.0 - back))),
            Unit::Week => {
                let monday = today.0 - i32::from(today.weekday()) - 7 * back;
                Some((Day(monday), Day(monday + 6)))
            }
            Unit::Month => {
                let months = year * 12 + i32::from(month) - 1 - back;
                days_said(months.div_euclid(12), Some(months.rem_euclid(12) as u8 + 1), None)
            }
            Unit::Year => days_said(year - back, None, None),
        }
    }

    /// 2025年3月14日, 民國114年3月, 3月14日, 三月.
    fn chinese(self, words: &str) -> Option<Said> {
        let mut said = Said::default();
        let era = words.strip_prefix("民国");
        let (mut number, mut rest) = number(era.unwrap_or(words))?;
        if let Some(after) = rest.strip_prefix('年') {
            let is_taiwans = era.is_some() || self.counts_minguo() && (100..1000).contains(&number);
            let year = if is_taiwans { number + MINGUO } else { number };
            said.year = Some(year).filter(|year| *year > 999);
            if after.is_empty() || said.year.is_none() {
                return said.year.map(|_| said);
            }
            (number, rest) = self::number(after)?;
        } else if era.is_some() {
            return None;
        }
        said.month = Some(u8::try_from(number).ok()?);
        let rest = rest.strip_prefix('月')?;
        if rest.is_empty() || rest == "份" {
            return Some(said);
        }
        let (number, rest) = self::number(rest)?;
        said.day = Some(u8::try_from(number).ok()?);
        matches!(rest, "日" | "号").then_some(said)
    }

    fn counts_minguo(self) -> bool {
        self.language.split('-').any(|part| ["Hant", "TW"].iter().any(|taiwans| part.eq_ignore_ascii_case(taiwans)))
    }

    /// The spans of a date: one, or one in each year of the archive.
    fn spans(self, said: Said) -> Vec<Days> {
        let (first, last) = said.year.map_or(self.years, |year| (year, year));
        let mut spans = Vec::new();
        for back in 0..=(last - first).min(MOST_YEARS) {
            spans.extend(days_said(last - back, said.month, said.day));
        }
        spans
    }
}

/// The days of a year, a month or a day.
fn days_said(year: i32, month: Option<u8>, day: Option<u8>) -> Option<Days> {
    let (first, last) = month.map_or((1, 12), |month| (month, month));
    let last_day = day.unwrap_or_else(|| days_in_month(year, last));
    Some((Day::from_ymd(year, first, day.unwrap_or(1))?, Day::from_ymd(year, last, last_day)?))
}

/// A number at the front of a text, in digits or in Chinese, and what follows it.
fn number(text: &str) -> Option<(i32, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        let (number, rest) = text.split_at_checked(digits)?;
        return Some((number.parse().ok().filter(|_| digits < 5)?, rest));
    }
    let (mut sum, mut digit, mut at) = (0_i32, None, 0);
    for char in text.chars().take(4) {
        let value = match char {
            '十' => {
                sum = digit.unwrap_or(1) * 10;
                digit = Some(0);
                at += char.len_utf8();
                continue;
            }
            '〇' | '零' | '○' => 0,
            '元' | '一' => 1,
            _ => match "二三四五六七八九".chars().position(|known| known == char) {
                Some(place) => place as i32 + 2,
                None => break,
            },
        };
        digit = Some(digit.unwrap_or(0) * 10 + value);
        at += char.len_utf8();
    }
    Some((sum + digit?, text.get(at..)?))
}

/// March 2025, 14 March, March 14, 2025.
fn english(words: &str) -> Option<Said> {
    let mut said = Said::default();
    for word in words.split([' ', ',']).filter(|word| !word.is_empty()) {
        let is_new = match word.parse::<u16>() {
            Ok(day @ 1..=31) => said.day.replace(day as u8).is_none(),
            Ok(year @ 1000..) => said.year.replace(i32::from(year)).is_none(),
            Ok(_) => false,
            Err(_) => {
                let month = MONTHS.iter().position(|month| word.len() > 2 && month.starts_with(word))?;
                said.month.replace(month as u8 + 1).is_none()
            }
        };
        if !is_new {
            return None;
        }
    }
    said.month.map(|_| said)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_in(language: &str, words: &str) -> Vec<String> {
        let reader = Reader { language, today: Day::from_ymd(2025, 3, 14), years: (2024, 2025) };
        reader
            .read(words)
            .into_iter()
            .map(|(from, to)| if from == to { from.to_string() } else { format!("{from}/{to}") })
            .collect()
    }

    fn read(words: &str) -> Vec<String> {
        read_in("zh-Hans", words)
    }

    #[test]
    fn a_date_is_read_however_it_is_written() {
        for words in [
            "2025年3月14日",
            "2025-03-14",
            "2025/3/14",
            "2025.3.14",
            "２０２５年３月１４號",
            "二〇二五年三月十四日",
            "14 March 2025",
            "march 14, 2025",
        ] {
            assert_eq!(read(words), ["2025-03-14"], "{words}");
        }
        for words in ["2025年3月", "2025年3月份", "2025-03", "2025年三月", "Mar 2025"] {
            assert_eq!(read(words), ["2025-03-01/2025-03-31"], "{words}");
        }
        assert_eq!(read("2024年"), ["2024-01-01/2024-12-31"]);
        assert_eq!(read("2024"), ["2024-01-01/2024-12-31"]);
    }

    #[test]
    fn a_date_without_a_year_is_one_in_each_year_the_latest_first() {
        for words in ["3月11日", "三月十一号", "11 March"] {
            assert_eq!(read(words), ["2025-03-11", "2024-03-11"], "{words}");
        }
        assert_eq!(read("2月29日"), ["2024-02-29"]);
        assert_eq!(read("二月"), ["2025-02-01/2025-02-28", "2024-02-01/2024-02-29"]);
        assert_eq!(read("十二月二十日"), ["2025-12-20", "2024-12-20"]);
    }

    #[test]
    fn years_of_the_republic_are_counted_from_1912() {
        assert_eq!(read("民國114年"), ["2025-01-01/2025-12-31"]);
        assert_eq!(read("民国114年3月14日"), ["2025-03-14"]);
        assert_eq!(read("民國元年元月"), ["1912-01-01/1912-01-31"]);
        assert_eq!(read_in("zh-Hant", "114年3月"), ["2025-03-01/2025-03-31"]);
        assert!(read("114年3月").is_empty(), "in 简 it may be any year");
    }

    #[test]
    fn words_count_back_from_the_readers_day() {
        let said = ["今天", "昨天", "前天", "本週", "上週", "這個月", "上个月", "今年", "去年", "Last month"]
            .map(|words| read(words).concat());
        assert_eq!(
            said,
            [
                "2025-03-14",
                "2025-03-13",
                "2025-03-12",
                "2025-03-10/2025-03-16",
                "2025-03-03/2025-03-09",
                "2025-03-01/2025-03-31",
                "2025-02-01/2025-02-28",
                "2025-01-01/2025-12-31",
                "2024-01-01/2024-12-31",
                "2025-02-01/2025-02-28",
            ]
        );
        let unknown = Reader { language: "zh", today: None, years: (2024, 2025) };
        assert_eq!(unknown.read("昨天"), []);
    }

    #[test]
    fn what_is_half_a_date_or_more_than_one_is_none() {
        for words in [
            "",
            "2025年3",
            "3月1",
            "13月",
            "2月30日",
            "2025年2月29日",
            "114年",
            "25年3月",
            "3月11日讯",
            "民国3月",
            "月",
            "年",
            "十",
            "99999年",
            "3",
            "14",
            "march march",
            "14 2025",
            "ma",
            "昨",
            "-2025",
            "四链",
            "民国",
            "2025年3月14日日",
            "march 0",
        ] {
            assert_eq!(read(words), [""; 0], "{words}");
        }
    }
}
