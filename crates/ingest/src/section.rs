//! The titles of sections, and which items they hold for.
//!
//! A title is a line by itself: one that is printed twice over (`台商区台商区`, as bold type is extracted from many PDFs),
//! one of the names papers use, or a few characters at the top of a page before any text. It holds for the items after
//! it, until another title. Where it is a place, only an item that names that place belongs to it for certain; one that
//! names another place of the same kind as its own is left without a section (the tool does not guess which); any other
//! is marked as inferred. A title that is no place is certain for the whole page where it stands before every text, and
//! else for the first item after it; for the items further on it is inferred.

use crate::chars::{ends_sentence, is_han, is_pause};
use crate::furniture::is_section_name;

/// A section's title in its line.
pub(crate) struct Title<'a> {
    /// The title, once.
    pub(crate) name: &'a str,
    /// Its second copy, where it is printed twice.
    pub(crate) again: &'a str,
}

/// Reads a line as a section's title. `alone` tells that no other line stands with it, `first` that nothing stands
/// before.
pub(crate) fn title(line: &str, alone: bool, first: bool) -> Option<Title<'_>> {
    let (name, again) = halves(line).unwrap_or((line, ""));
    let length = name.chars().count();
    let plain = name.chars().all(|c| is_han(c) || c.is_ascii_alphabetic() || matches!(c, '·' | '•'));
    if !plain || length > 8 {
        return None;
    }
    let doubled = !again.is_empty() && length >= 2 && (alone || first);
    let short = alone && first && name.chars().all(is_han) && (2..=5).contains(&length);
    (doubled || alone && is_section_name(name) || short).then_some(Title { name, again })
}

/// A line that is the same text twice over.
fn halves(line: &str) -> Option<(&str, &str)> {
    let middle = line.len() / 2;
    let (name, again) = line.split_at_checked(middle).filter(|(name, again)| name == again).or_else(|| {
        let (name, again) = line.split_once(char::is_whitespace)?;
        (name == again.trim_start()).then_some((name, again.trim_start()))
    })?;
    (!name.is_empty()).then_some((name, again))
}

/// How a section holds for an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hold {
    /// The page shows it.
    Certain,
    /// It follows from the order on the page.
    Inferred,
    /// The item's own text names another place.
    Contradicted,
}

/// Words that end in the same character as a place but name none.
const NO_PLACES: [&str; 30] = [
    "全区",
    "辖区",
    "地区",
    "园区",
    "社区",
    "城区",
    "景区",
    "校区",
    "片区",
    "小区",
    "市区",
    "库区",
    "专区",
    "灾区",
    "山区",
    "展示区",
    "示范区",
    "样板区",
    "服务区",
    "推介区",
    "保护区",
    "自治区",
    "全市",
    "城市",
    "全县",
    "各县",
    "全镇",
    "乡镇",
    "城镇",
    "各镇",
];

/// Decides how a title holds for an item. `lead` is the item's first sentence, `text` all of it; `near` tells that the
/// title stands before every text, or that the item is the first after it.
pub(crate) fn hold(name: &str, lead: &str, text: &str, near: bool) -> Hold {
    let kind = name.chars().next_back().filter(|c| matches!(c, '区' | '县' | '市' | '镇' | '乡' | '村'));
    let Some(kind) = kind else { return if near { Hold::Certain } else { Hold::Inferred } };
    if text.contains(name) {
        return Hold::Certain;
    }
    if names_place(lead, kind, name) { Hold::Contradicted } else { Hold::Inferred }
}

/// Whether a sentence names a place of a kind other than the one in the title.
fn names_place(lead: &str, kind: char, name: &str) -> bool {
    lead.char_indices().filter(|&(_, c)| c == kind).any(|(at, c)| {
        let before = lead.get(..at).unwrap_or_default();
        let word: String = {
            let mut near: Vec<char> = before.chars().rev().take_while(|&c| is_han(c)).take(4).collect();
            near.reverse();
            near.into_iter().chain(Some(c)).collect()
        };
        let long_enough = word.chars().count() >= 3;
        let own = name.chars().rev().zip(word.chars().rev()).take(3).filter(|(a, b)| a == b).count() == 3;
        long_enough && !own && !NO_PLACES.iter().any(|no| word.ends_with(no))
    })
}

/// The first sentence of a text.
pub(crate) fn lead(text: &str) -> &str {
    let end = text
        .char_indices()
        .find(|&(at, c)| !is_pause(c) && ends_sentence(text.get(at..at + c.len_utf8()).unwrap_or_default()));
    text.get(..end.map_or(text.len(), |(at, _)| at)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(line: &str, alone: bool, first: bool) -> Option<&str> {
        title(line, alone, first).map(|title| title.name)
    }

    #[test]
    fn a_title_printed_twice_is_one_title() {
        assert_eq!(name("甲乙区甲乙区", true, false), Some("甲乙区"));
        assert_eq!(name("甲乙区 甲乙区", false, true), Some("甲乙区"));
        assert_eq!(name("甲乙区", true, true), Some("甲乙区"));
        assert_eq!(name("要闻", true, false), Some("要闻"));
    }

    #[test]
    fn headlines_are_no_titles() {
        assert_eq!(name("甲镇春耕忙", true, false), None);
        assert_eq!(name("甲镇举行春耕动员会", true, true), None);
        assert_eq!(name("甲乙区", false, true), None);
    }

    #[test]
    fn a_place_holds_for_the_items_that_name_it_and_not_for_those_that_name_another() {
        assert_eq!(hold("甲乙区", "近日，丙丁区开会", "近日，丙丁区开会。", false), Hold::Contradicted);
        assert_eq!(hold("甲乙区", "近日，某市开课", "近日，某市开课。甲乙区参加。", false), Hold::Certain);
        assert_eq!(hold("甲乙区", "近日，全区开课", "近日，全区开课。", true), Hold::Inferred);
        assert_eq!(hold("要闻", "近日，丙丁区开会", "", true), Hold::Certain);
        assert_eq!(hold("要闻", "近日，丙丁区开会", "", false), Hold::Inferred);
    }
}
