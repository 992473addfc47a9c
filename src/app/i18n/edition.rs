//! Words of the edition.

use super::{Language, Text, number, shell, text};

/// The issue before.
pub const PREVIOUS: Text = text("上一期", "上一期", "Previous issue");
/// The issue after.
pub const NEXT: Text = text("下一期", "下一期", "Next issue");
/// Opens the calendar; stands after the date, which is its button.
pub const CHOOSE: Text = text("{}，选择期次", "{}，選擇期次", "{}, choose an issue");
/// The calendar.
pub const CALENDAR: Text = text("期次日历", "期次日曆", "Calendar of issues");
/// The month before that has an issue.
pub const PREVIOUS_MONTH: Text = text("上个月", "上個月", "Previous month");
/// The month after that has an issue.
pub const NEXT_MONTH: Text = text("下个月", "下個月", "Next month");
/// The year of the month that is shown.
pub const YEAR: Text = text("年份", "年份", "Year");
/// Issues that have no day of their own.
pub const NO_DAY: Text = text("没有确切日期的", "沒有確切日期的", "Without a day");
/// The heads of the calendar's columns, Monday first, and what each stands for is the day's name.
pub const WEEK: [Text; 7] = [
    text("一", "一", "Mo"),
    text("二", "二", "Tu"),
    text("三", "三", "We"),
    text("四", "四", "Th"),
    text("五", "五", "Fr"),
    text("六", "六", "Sa"),
    text("日", "日", "Su"),
];
/// The day of publication is not known.
pub const NO_ISSUE_DATE: Text = text("见报日未载", "見報日未載", "issue date not given");
/// The page's number is not known.
pub const NO_PAGE: Text = text("版次未载", "版次未載", "page no. not given");
/// The pages of an issue.
pub const PAGES: Text = text("各版", "各版", "Pages");
/// A part of a page that has very many items.
pub const PART: Text = text("{}（{}／{}）", "{}（{}／{}）", "{} ({}/{})");
/// A paper's name.
pub const PAPER: Text = text("《{}》", "《{}》", "{}");
/// Prints the page.
pub const PRINT: Text = text("打印此版", "列印此版", "Print page");
/// What the edition is.
pub const RESET: Text = text(
    "按原页分区重新编排，不是报纸影像",
    "按原頁分區重新編排，不是報紙影像",
    "Re-set by the page’s own sections; not a facsimile",
);
/// The same, of items of which no page is known.
pub const RESET_BY_DATE: Text =
    text("按日期编排，不是报纸影像", "按日期編排，不是報紙影像", "Set by date; not a facsimile");
/// How many items of the page match.
const MATCHING: Text =
    text("本版 {} 篇中 {} 篇符合条件", "本版 {} 篇中 {} 篇符合條件", "{} items on this page, {} matching");
/// The mark of an item that matches.
pub const MATCHES: Text = text("符合条件", "符合條件", "Match");
/// In place of a short item's headline.
pub const BRIEF: Text = text("简讯", "簡訊", "In brief");
/// The name of the list of what is on the page.
pub const CONTENTS: Text = text("本版目录", "本版目錄", "On this page");
/// How many of an issue's items match.
const OF_THEM: Text = text("{}，{} 篇符合条件", "{}，{} 篇符合條件", "{}, {} matching");

/// Numbers in words, as they stand in a heading.
const NUMBERS: [(&str, &str); 11] = [
    ("零", "No"),
    ("一", "One"),
    ("二", "Two"),
    ("三", "Three"),
    ("四", "Four"),
    ("五", "Five"),
    ("六", "Six"),
    ("七", "Seven"),
    ("八", "Eight"),
    ("九", "Nine"),
    ("十", "Ten"),
];

/// How many items are on the page: `本版七篇`.
pub fn on_page(language: Language, count: usize) -> String {
    let digits = number(count);
    let (han, english) = NUMBERS.get(count).copied().unwrap_or((&digits, &digits));
    match language {
        Language::En if count == 1 => "One item on this page".to_owned(),
        Language::En => [english, " items on this page"].concat(),
        _ => ["本版", han, "篇"].concat(),
    }
}

/// How many of a page's items match.
pub fn matching(language: Language, of: usize, count: usize) -> String {
    MATCHING.fill(language, &[&number(of), &number(count)])
}

/// An issue in the calendar: `2014年3月14日，12 篇`, and how many of them match where that is asked.
pub fn issue(language: Language, date: &str, count: usize, matching: Option<usize>) -> String {
    let comma = super::article::COMMA.get(language);
    let said = [date, comma, &shell::items(language, count)].concat();
    match matching {
        Some(matching) => OF_THEM.fill(language, &[&said, &number(matching)]),
        None => said,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_items_of_a_page_are_counted_in_words_up_to_ten() {
        assert_eq!(on_page(Language::Hans, 7), "本版七篇");
        assert_eq!(on_page(Language::Hant, 13), "本版13篇");
        assert_eq!(on_page(Language::En, 7), "Seven items on this page");
        assert_eq!(on_page(Language::En, 1), "One item on this page");
    }

    #[test]
    fn what_matches_is_said_of_the_page() {
        assert_eq!(matching(Language::Hans, 7, 3), "本版 7 篇中 3 篇符合条件");
        assert_eq!(matching(Language::En, 7, 1), "7 items on this page, 1 matching");
    }

    #[test]
    fn an_issue_is_named_by_its_day_and_its_items() {
        assert_eq!(issue(Language::Hans, "2014年3月14日", 12, None), "2014年3月14日，12 篇");
        assert_eq!(issue(Language::Hans, "2014年3月14日", 12, Some(3)), "2014年3月14日，12 篇，3 篇符合条件");
        assert_eq!(issue(Language::En, "14 March 2014", 1, Some(0)), "14 March 2014, 1 item, 0 matching");
    }
}
