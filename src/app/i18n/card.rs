//! Words of the card of a person, an organisation or a place.

use jianbao_engine::search::FacetName;

use super::{Language, Text, number, text};

/// Leads to a card from a name.
pub const PROFILE: Text = text("看“{}”的名片", "看「{}」的名片", "Profile of {}");
/// Leads back to the card before; the value is its name.
pub const BACK_TO: Text = text("返回 {}", "返回 {}", "Back to {}");
/// How many items there are.
pub const ITEMS: Text = text("稿件", "稿件", "Items");
/// Of these, with an exact date.
pub const EXACT: Text = text("{} 篇确切到日", "{} 篇確切到日", "{} dated to the day");
/// Of these, with a fuzzy date.
pub const FUZZY: Text = text("{} 篇日期约略", "{} 篇日期約略", "{} approximate");
/// Of these, without a date.
pub const UNDATED: Text = text("{} 篇日期未载", "{} 篇日期未載", "{} undated");
/// Where the name is first seen.
pub const FIRST: Text = text("首见", "首見", "First seen");
/// Where it is last seen.
pub const LAST: Text = text("末见", "末見", "Last seen");
/// So many items may be earlier than the first: one, several.
pub const EARLIER: [Text; 2] = [
    text("另有 1 篇日期约略，或许更早", "另有 1 篇日期約略，或許更早", "1 approximate date may be earlier"),
    text("另有 {} 篇日期约略，或许更早", "另有 {} 篇日期約略，或許更早", "{} approximate dates may be earlier"),
];
/// So many items may be later than the last: one, several.
pub const LATER: [Text; 2] = [
    text("另有 1 篇日期约略，或许更晚", "另有 1 篇日期約略，或許更晚", "1 approximate date may be later"),
    text("另有 {} 篇日期约略，或许更晚", "另有 {} 篇日期約略，或許更晚", "{} approximate dates may be later"),
];
/// The posts that items give.
pub const POSTS: Text = text("职务", "職務", "Posts");
/// The days, months or years, with their numbers.
pub const TIME: Text = text("时间", "時間", "Time");
/// What a period's number has of approximate dates.
pub const INCLUDING: Text = text("含约略 {}", "含約略 {}", "{} approx.");
/// Who and what is in the same items.
pub const COMPANY: Text = text("同见", "同見", "Seen with");
/// What pressing the number of a companion does: the names of both, and the number of items.
pub const TOGETHER: Text =
    text("看同提{}、{}的 {} 篇", "看同提{}、{}的 {} 篇", "Show items that name both {} and {}: {}");
/// The rest of a list.
pub const MORE: Text = text("再显示 {} 项", "再顯示 {} 項", "Show {} more");
/// What even the long list leaves out.
pub const FURTHER: Text = text("另有 {} 项", "另有 {} 項", "{} further");
/// Shows all items as a list: one, several.
pub const AS_LIST: [Text; 2] = [
    text("看这 1 篇", "看這 1 篇", "Show this item as a list"),
    text("看这 {} 篇", "看這 {} 篇", "Show these {} items as a list"),
];
/// Narrows what was found.
pub const WITHIN: Text = text("只看当前结果中的 {} 篇", "只看目前結果中的 {} 篇", "Only those in the results: {}");
/// The items that the card does not list.
pub const OTHERS: Text = text("看全部 {} 篇", "看全部 {} 篇", "Show all {} items");
/// No item has the value.
pub const NONE: Text = text("本档没有提到“{}”的稿件。", "本檔沒有提到「{}」的稿件。", "No item names {}.");

/// What is meant by a name.
pub fn by_name(language: Language, facet: FacetName) -> &'static str {
    let words = match facet {
        FacetName::Person => text(
            "按姓名归并；同名的人未作区分。",
            "按姓名歸併；同名的人未作區分。",
            "Grouped by name; people of one name are not told apart.",
        ),
        _ => text(
            "按名称归并；简称与全称各算一项。",
            "按名稱歸併；簡稱與全稱各算一項。",
            "Grouped by name; a short and a full name count apart.",
        ),
    };
    words.get(language)
}

/// The first text where the number is 1, else the second with the number in it.
pub fn counted(language: Language, [one, many]: [Text; 2], count: usize) -> String {
    if count == 1 { one.get(language).to_owned() } else { many.fill(language, &[&number(count)]) }
}
