//! The furniture of a page: its number, its date, the names of section and staff, which belong to no text.
//!
//! A line is furniture when nothing is left of it once every known token has been taken away.

use jianbao_engine::corpus::Day;

use crate::dates::full_date;

/// What the furniture of a page says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Said {
    /// The day of issue.
    pub(crate) date: Option<Day>,
    /// The page's number, as printed without 第 and 版.
    pub(crate) page: Option<String>,
    /// The section named in a page header.
    pub(crate) section: Option<String>,
}

/// Names of pages and sections that papers commonly use.
const SECTIONS: [&str; 36] = [
    "要闻",
    "综合新闻",
    "综合",
    "本地新闻",
    "本地",
    "国际新闻",
    "国际",
    "国内新闻",
    "国内",
    "体育新闻",
    "体育",
    "文化",
    "经济新闻",
    "经济",
    "社会新闻",
    "社会",
    "副刊",
    "专题",
    "专版",
    "广告",
    "民生",
    "时政",
    "评论",
    "教育",
    "健康",
    "法治",
    "县域新闻",
    "县域",
    "乡镇",
    "News",
    "Local",
    "Business",
    "World",
    "Sports",
    "Opinion",
    "Culture",
];

const STAFF: [&str; 22] = [
    "责任编辑",
    "責任編輯",
    "本版编辑",
    "本版责编",
    "值班编辑",
    "值班编委",
    "执行编辑",
    "编辑",
    "编审",
    "责编",
    "美编",
    "美术编辑",
    "版式设计",
    "版式",
    "组版",
    "校对",
    "校對",
    "审校",
    "电话",
    "邮箱",
    "投稿邮箱",
    "热线",
];

const IMPRINTS: [&str; 7] = ["国内统一", "邮发代号", "刊号", "今日", "总第", "http", "www."];

/// Whether a line is a section's name by itself.
pub(crate) fn is_section_name(line: &str) -> bool {
    SECTIONS.contains(&line.trim())
}

/// Reads a line as furniture. `edge` tells that it stands among the first or last lines of a page, where a number alone
/// is the page's; `newspaper` is the paper's name, where it is known.
pub(crate) fn read(line: &str, edge: bool, newspaper: Option<&str>) -> Option<Said> {
    let mut said = Said::default();
    let mut rest = line.trim();
    let length = rest.chars().count();
    if rest.is_empty() || length > 70 {
        return None;
    }
    if edge && length <= 6 {
        let number = rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '—' | '·' | '–'));
        if !number.is_empty() && number.len() <= 3 && number.bytes().all(|byte| byte.is_ascii_digit()) {
            said.page = Some(number.to_owned());
            return Some(said);
        }
    }
    let mut known = 0;
    while !rest.is_empty() {
        let after = take(rest, &mut said, newspaper)?;
        known += usize::from(!rest.starts_with(is_separator));
        rest = after;
    }
    // A section's name alone may as well be a headline of one word: the section module decides.
    (known > 0 && !(known == 1 && said.section.is_some())).then_some(said)
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '|' | '｜' | '·' | '-' | '—' | '/' | '丨' | '●' | '■' | ',' | '，')
}

/// Takes one token off the line; `None` where it begins with something else.
fn take<'a>(rest: &'a str, said: &mut Said, newspaper: Option<&str>) -> Option<&'a str> {
    if rest.starts_with(is_separator) {
        return Some(rest.trim_start_matches(is_separator));
    }
    if let Some((day, length)) = full_date(rest) {
        said.date = said.date.or(Some(day));
        return rest.get(length..);
    }
    if let Some((page, length)) = page_number(rest) {
        said.page.get_or_insert(page);
        return rest.get(length..);
    }
    if let Some(after) = weekday(rest) {
        return Some(after);
    }
    if let Some(after) = newspaper.filter(|name| !name.is_empty()).and_then(|name| rest.strip_prefix(name)) {
        return Some(after);
    }
    if let Some(label) = STAFF.iter().find(|label| rest.starts_with(**label)) {
        return staff(rest, label);
    }
    if IMPRINTS.iter().any(|imprint| rest.starts_with(imprint)) && rest.chars().any(|c| c.is_ascii_digit() || c == '.')
    {
        return Some("");
    }
    let section = SECTIONS.iter().filter(|name| rest.starts_with(**name)).max_by_key(|name| name.len())?;
    let after = rest.get(section.len()..)?;
    let whole = after.is_empty() || after.starts_with(|c: char| is_separator(c) || c.is_ascii_digit() || c == '第');
    said.section.get_or_insert((*section).to_owned());
    whole.then_some(after)
}

/// `责任编辑：甲乙`, `编辑 甲乙`: the label and the word after it; a telephone number or an address likewise.
fn staff<'a>(rest: &'a str, label: &str) -> Option<&'a str> {
    let after = rest.get(label.len()..)?;
    let names = after.trim_start_matches([':', '：', ' ', '　', '/', '／']);
    if names.len() == after.len() {
        return after.is_empty().then_some(after);
    }
    let end = names.find([' ', '　', '|', '｜']).unwrap_or(names.len());
    let end = if names.get(..end)?.chars().count() == 1 {
        // A name of two characters is often set apart: 甲　乙.
        names.get(end..)?.trim_start().find([' ', '　', '|']).map_or(names.len(), |next| {
            end + (names.len() - end - names.get(end..).map_or(0, |rest| rest.trim_start().len())) + next
        })
    } else {
        end
    };
    let name = names.get(..end)?;
    (name.chars().count() <= 30 && !name.contains(['。', '，'])).then(|| names.get(end..))?
}

/// `第06版`, `06版`, `A06版`, `A06`, `Page 6`, with its length in bytes.
fn page_number(text: &str) -> Option<(String, usize)> {
    let english = text.strip_prefix("Page ").or_else(|| text.strip_prefix("PAGE "));
    let rest = english.or_else(|| text.strip_prefix('第')).unwrap_or(text);
    let marked = rest.len() < text.len();
    let letter = rest.starts_with(|c: char| c.is_ascii_uppercase());
    let digits = rest.get(usize::from(letter)..)?;
    let digits = digits.len() - digits.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let numeral = |c: char| matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十');
    let spelled = rest.len() - rest.trim_start_matches(numeral).len();
    let end = if digits > 0 { usize::from(letter) + digits } else { spelled };
    let number = rest.get(..end).filter(|number| !number.is_empty())?;
    let after = rest.get(end..)?;
    let page = after.trim_start().strip_prefix('版');
    let ends = match page {
        Some(_) => (1..=3).contains(&digits) || marked,
        None => {
            english.is_some() || letter && (1..=3).contains(&digits) && after.chars().next().is_none_or(is_separator)
        }
    };
    ends.then(|| (number.to_owned(), text.len() - page.unwrap_or(after).len()))
}

/// `星期二`, `周二`, `农历乙巳年二月十九`, `Tuesday,`.
fn weekday(text: &str) -> Option<&str> {
    for label in ["星期", "周", "週"] {
        if let Some(rest) = text.strip_prefix(label) {
            return rest.strip_prefix(['一', '二', '三', '四', '五', '六', '日', '天']);
        }
    }
    if let Some(rest) = text.strip_prefix("农历").or_else(|| text.strip_prefix("農曆")) {
        let end = rest.find(is_separator).unwrap_or(rest.len());
        return rest.get(end..).filter(|_| end <= 36);
    }
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        .iter()
        .find_map(|day| text.strip_prefix(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(line: &str) -> Option<Said> {
        read(line, true, Some("甲报"))
    }

    #[test]
    fn page_headers_are_read_for_what_they_say() {
        let header = said("甲报　2025年3月18日 星期二　第06版　综合新闻").unwrap();
        assert_eq!(header.date, Day::from_ymd(2025, 3, 18));
        assert_eq!(header.page.as_deref(), Some("06"));
        assert_eq!(header.section.as_deref(), Some("综合新闻"));
        assert_eq!(said("A06").unwrap().page.as_deref(), Some("A06"));
        assert_eq!(said("- 6 -").unwrap().page.as_deref(), Some("6"));
        assert_eq!(said("Tuesday, March 18, 2025  Page 6").unwrap().page.as_deref(), Some("6"));
        assert_eq!(said("第六版").unwrap().page.as_deref(), Some("六"));
    }

    #[test]
    fn staff_lines_are_furniture() {
        for line in ["责任编辑：甲乙 美编：丙丁", "编辑 甲 乙　校对 丙", "责编／甲乙　电话：123-4567"]
        {
            assert!(said(line).is_some(), "{line}");
        }
    }

    #[test]
    fn lines_of_text_are_not_furniture() {
        for line in [
            "3月18日，甲镇开会",
            "综合治理见成效",
            "编辑部里的年轻人",
            "6家企业签约",
            "体育",
            "2025年3月18日，甲镇",
            "今日甲镇",
        ] {
            assert_eq!(said(line), None, "{line}");
        }
        assert_eq!(read("29", false, None), None);
    }
}
