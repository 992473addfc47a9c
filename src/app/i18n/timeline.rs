//! Words of the timeline.

use jianbao_engine::corpus::{Date, Day};
use jianbao_engine::search::Unit;

use super::{Language, Text, dates, number, text};
use crate::app::timeline::Measure;

/// The timeline's name.
pub const TIME: Text = text("时间", "時間", "Time");
/// Before the first date input.
pub const FROM: Text = text("从", "從", "From");
/// Before the second date input.
pub const TO: Text = text("至", "至", "to");
/// Takes the range back.
pub const RESET: Text = text("还原", "還原", "Reset");
/// The first handle.
pub const START_DATE: Text = text("起始日期", "起始日期", "Start date");
/// The second handle.
pub const END_DATE: Text = text("结束日期", "結束日期", "End date");
/// The switch for fuzzy dates.
pub const APPROXIMATE: Text = text("含约略日期", "含約略日期", "Include approximate dates");
/// The legend of exact marks.
pub const EXACT: Text = text("确切到日", "確切到日", "Dated to the day");
/// The legend of fuzzy marks that all lie in one month.
pub const RECENTLY: Text = text("“近日”：只知在{}内", "「近日」：只知在{}內", "“Recently”: some day in {}");
/// The legend of fuzzy marks of several spans.
pub const FUZZY: Text =
    text("约略日期：只知在一段时间内", "約略日期：只知在一段時間內", "Approximate: some day within the span");
/// A lane's count.
pub const OF: Text = text("{} / {} 篇", "{} / {} 篇", "{} of {}");
/// The name of a plot of lanes, with its days.
pub const LANES: Text = text("{}稿件时间分布", "{}稿件時間分佈", "Items over {}");
/// A crowd's name.
pub const TIMES: Text = text("×{}", "×{}", "×{}");
/// A crowd's name in full, with its days.
pub const CROWD: Text = text("{} {}篇", "{} {}篇", "{}: {} items");
/// The lane of items without a section.
pub const NO_SECTION: Text = text("未分片区", "未分片區", "No zone");
/// The track of what is held.
pub const COVERAGE: Text = text("馆藏覆盖", "館藏覆蓋", "Holdings");
/// The row of dates wider than a bar.
pub const ABOUT: Text = text("约略", "約略", "Approximate");
/// What a bar or a span holds.
pub const COUNT: Text = text("{} {} 篇", "{} {} 篇", "{}: {}");
/// Shows just the range.
pub const ZOOM_TO: Text = text("放大所选", "放大所選", "Zoom to range");
/// The field for another query.
pub const COMPARE: Text = text("与另一检索词比较", "與另一檢索詞比較", "Compare with");
/// The two buttons that zoom.
pub const ZOOM: Text = text("缩放", "縮放", "Zoom");
/// Shows fewer days.
pub const ZOOM_IN: Text = text("放大", "放大", "Zoom in");
/// Shows more days.
pub const ZOOM_OUT: Text = text("缩小", "縮小", "Zoom out");
/// What the height of the bars says.
pub const MEASURE: Text = text("纵轴", "縱軸", "Scale");
/// The height says how many were found.
pub const COUNTED: Text = text("篇数", "篇數", "Count");
/// The height says how many of a thousand that are held.
pub const PER_THOUSAND: Text = text("每千篇", "每千篇", "Per 1,000");
/// What a bar says of a thousand items held.
pub const RATE: Text =
    text("{} 每千篇 {} 篇（{} / {} 篇）", "{} 每千篇 {} 篇（{} / {} 篇）", "{}: {} per 1,000 ({} of {})");
/// What a span without an item in the archive is.
pub const NOT_HELD: Text = text("{} 无馆藏", "{} 無館藏", "{}: nothing held");

const NO_ISSUE: [Text; 2] = [
    text("无报 {} 天", "無報 {} 天", "{} day without an issue"),
    text("无报 {} 天", "無報 {} 天", "{} days without an issue"),
];

const NO_ISSUE_AT_MOST: [Text; 2] = [
    text("无报至多 {} 天", "無報至多 {} 天", "at most {} day without an issue"),
    text("无报至多 {} 天", "無報至多 {} 天", "at most {} days without an issue"),
];

/// How many days have no issue; at most so many, where some items are not dated to the day.
pub fn no_issue(language: Language, days: usize, at_most: bool) -> String {
    let [one, many] = if at_most { NO_ISSUE_AT_MOST } else { NO_ISSUE };
    if days == 1 { one } else { many }.fill(language, &[&number(days)])
}

const PER_UNIT: [Text; 5] = [
    text("每日篇数", "每日篇數", "Items a day"),
    text("每周篇数", "每週篇數", "Items a week"),
    text("每月篇数", "每月篇數", "Items a month"),
    text("每季篇数", "每季篇數", "Items a quarter"),
    text("每年篇数", "每年篇數", "Items a year"),
];

const A_BAR: [Text; 5] = [
    text("一柱一日", "一柱一日", "one bar a day"),
    text("一柱一周", "一柱一週", "one bar a week"),
    text("一柱一月", "一柱一月", "one bar a month"),
    text("一柱一季", "一柱一季", "one bar a quarter"),
    text("一柱一年", "一柱一年", "one bar a year"),
];

fn of_unit(texts: &[Text; 5], unit: Unit) -> Text {
    match unit {
        Unit::Day => texts[0],
        Unit::Week => texts[1],
        Unit::Month => texts[2],
        Unit::Quarter => texts[3],
        Unit::Year => texts[4],
    }
}

/// What the bars count: `每月篇数`.
pub fn per_unit(language: Language, unit: Unit) -> &'static str {
    of_unit(&PER_UNIT, unit).get(language)
}

/// What one bar is: `一柱一月`.
pub fn a_bar(language: Language, unit: Unit) -> &'static str {
    of_unit(&A_BAR, unit).get(language)
}

const SPANS: [(Text, Text); 5] = [
    (text("{}天", "{}天", "{} day"), text("{}天", "{}天", "{} days")),
    (text("{}周", "{}週", "{} week"), text("{}周", "{}週", "{} weeks")),
    (text("{}个月", "{}個月", "{} month"), text("{}个月", "{}個月", "{} months")),
    (text("{}季", "{}季", "{} quarter"), text("{}季", "{}季", "{} quarters")),
    (text("{}年", "{}年", "{} year"), text("{}年", "{}年", "{} years")),
];

/// How long a range is and how many items it has: `30个月，184篇`; `30 months, 184 items`.
pub fn extent(language: Language, unit: Unit, units: usize, items: usize) -> String {
    let (one, many) = match unit {
        Unit::Day => SPANS[0],
        Unit::Week => SPANS[1],
        Unit::Month => SPANS[2],
        Unit::Quarter => SPANS[3],
        Unit::Year => SPANS[4],
    };
    let long = if units == 1 { one } else { many }.fill(language, &[&number(units)]);
    let found =
        if items == 1 { text("，{}篇", "，{}篇", ", {} item") } else { text("，{}篇", "，{}篇", ", {} items") };
    long + &found.fill(language, &[&number(items)])
}

/// A mark's name in full: its day, its short name, what is known of a fuzzy day, and the headline.
pub fn mark(language: Language, date: Date, short: &str, headline: &str) -> String {
    let mut name = [&beside_mark(language, date), " ", short].concat();
    if date.fuzzy {
        name += &text("（{}）", "（{}）", " ({})").fill(language, &[&dates::circa(language, date)]);
    }
    if short != headline {
        name += text("：", "：", ": ").get(language);
        name += headline;
    }
    name
}

/// The name of a histogram: `2011—2024年每月篇数`; `Items a month, 2011–2024`; of shares
/// `2011—2024年每千篇中的篇数，一柱一月`.
pub fn histogram(language: Language, days: &str, unit: Unit, measure: Measure) -> String {
    let share = text("每千篇中的篇数，", "每千篇中的篇數，", "Items per 1,000 held, ").get(language);
    let counted = match measure {
        Measure::Count => per_unit(language, unit).to_owned(),
        Measure::PerThousand => [share, a_bar(language, unit)].concat(),
    };
    match language {
        Language::En => [&*counted, days].join(", "),
        _ => [days, &counted].concat(),
    }
}

/// A number of tenths: `35.3`, `1,200`.
pub fn tenths(value: usize) -> String {
    let whole = number(value / 10);
    if value.is_multiple_of(10) { whole } else { [&*whole, ".", &(value % 10).to_string()].concat() }
}

/// A month in three letters: `Mar`; `3月`.
fn brief_month(language: Language, day: Day) -> String {
    let month = dates::month_of_year(language, day);
    match language {
        Language::En => month.chars().take(3).collect(),
        _ => month,
    }
}

/// A year: `2025`.
pub fn year(_: Language, day: Day) -> String {
    day.ymd().0.to_string()
}

/// A month on an axis: `Mar`, `Mar 2025`; `3月`, `2025年3月`.
pub fn short_month(language: Language, day: Day, with_year: bool) -> String {
    match (language, with_year) {
        (Language::En, true) => [brief_month(language, day), year(language, day)].join(" "),
        (_, true) => dates::month(language, day),
        (_, false) => brief_month(language, day),
    }
}

/// A day on an axis or beside a mark: `14 Mar`, `14 Mar 2025`; `3月14日`, `2025年3月14日`.
pub fn short_day(language: Language, day: Day, with_year: bool) -> String {
    match (language, with_year) {
        (Language::En, _) => [day.ymd().2.to_string(), short_month(language, day, with_year)].join(" "),
        (_, true) => dates::day(language, day),
        (_, false) => dates::day_of_year(language, day),
    }
}

/// A date beside its mark: a day, the days of an event that lasted, or `近日`.
pub fn beside_mark(language: Language, date: Date) -> String {
    match () {
        () if date.fuzzy => dates::RECENTLY.get(language).to_owned(),
        () if date.start == date.end => short_day(language, date.start, false),
        () => dates::span(language, date.start, date.end, false),
    }
}

/// Days in full: one, a month, a year, or from one to another.
pub fn days(language: Language, from: Day, to: Day) -> String {
    let date = Date { start: from, end: to, fuzzy: false };
    let ((from_year, from_month, from_date), (to_year, to_month, to_date)) = (from.ymd(), to.ymd());
    let whole_years = (from_month, from_date, to_month, to_date) == (1, 1, 12, 31);
    match (dates::is_month(date), whole_years, language) {
        (true, ..) => dates::month(language, from),
        (_, true, Language::En) if from_year == to_year => from_year.to_string(),
        (_, true, Language::En) => [from_year.to_string(), to_year.to_string()].join("–"),
        (_, true, _) if from_year == to_year => text("{}年", "{}年", "").fill(language, &[&from_year.to_string()]),
        (_, true, _) => text("{}—{}年", "{}—{}年", "").fill(language, &[&from_year.to_string(), &to_year.to_string()]),
        _ => dates::span(language, from, to, true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(month: u8, date: u8) -> Day {
        Day::from_ymd(2025, month, date).unwrap()
    }

    #[test]
    fn a_mark_says_its_day_its_name_and_its_headline() {
        let day = Date { start: on(3, 14), end: on(3, 14), fuzzy: false };
        assert_eq!(mark(Language::En, day, "Meeting", "Meeting closes"), "14 Mar Meeting: Meeting closes");
        let march = Date { start: on(3, 1), end: on(3, 31), fuzzy: true };
        assert_eq!(mark(Language::Hans, march, "讲座", "讲座"), "近日 讲座（约2025年3月）");
    }

    #[test]
    fn whole_months_and_years_are_said_as_such() {
        assert_eq!(days(Language::Hans, on(3, 1), on(3, 31)), "2025年3月");
        assert_eq!(days(Language::En, on(1, 1), on(12, 31)), "2025");
        assert_eq!(histogram(Language::Hans, "2011—2024年", Unit::Month, Measure::Count), "2011—2024年每月篇数");
        let shares = histogram(Language::En, "2011–2024", Unit::Month, Measure::PerThousand);
        assert_eq!(shares, "Items per 1,000 held, one bar a month, 2011–2024");
        assert_eq!([0, 7, 353, 12_000].map(tenths), ["0", "0.7", "35.3", "1,200"]);
        assert_eq!(extent(Language::En, Unit::Month, 30, 1), "30 months, 1 item");
    }
}
