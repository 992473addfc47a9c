//! Words of the suggestions under the search field.

use jianbao_engine::corpus::{Date, Day};

use super::{Language, Text, dates, text};

/// The list's name.
pub const SUGGESTIONS: Text = text("检索建议", "檢索建議", "Suggestions");
/// Queries.
pub const QUERIES: Text = text("检索词", "檢索詞", "Query");
/// What turns into a condition.
pub const FILTERS: Text = text("筛选", "篩選", "Filters");
/// What turns into the range of dates.
pub const DATES: Text = text("日期", "日期", "Dates");
/// Items.
pub const OPEN: Text = text("直接打开", "直接開啟", "Open");
/// Beside a query that was searched for before.
pub const RECENT: Text = text("检索过", "檢索過", "Recent");
/// What the arrow keys do.
pub const CHOOSE: Text = text("选择", "選擇", "choose");
/// What Enter does.
pub const TAKE: Text = text("确定", "確定", "take");
/// What Escape does.
pub const DISMISS: Text = text("收起", "收起", "close");

/// A span of days, as short as it can be said: `2025年`, `2025年3月`, `2025年3月10日—16日`.
pub fn days(language: Language, from: Day, to: Day) -> String {
    dates::period(language, Date { start: from, end: to, fuzzy: false })
}
