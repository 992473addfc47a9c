//! How many items were found, in words.

use super::shell::QUOTED;
use super::{Language, number, text};

/// The status line, in its parts: what stands before the number, after it, and beside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusWords {
    /// The quoted query; narrow widgets leave it out.
    pub query: String,
    /// Before the number.
    pub before: &'static str,
    /// The number.
    pub count: String,
    /// After the number.
    pub after: String,
    /// How many have approximate dates.
    pub approximate: Option<String>,
}

impl StatusWords {
    /// The words for so many of so many items.
    pub fn new(language: Language, query: &str, found: usize, of: usize, possible: usize, narrowed: bool) -> Self {
        let query = query.trim();
        let (before, after) = if narrowed {
            let one = if of == 1 { " of {} item" } else { " of {} items" };
            (text("命中 ", "命中 ", ""), text(" 篇，共 {} 篇", " 篇，共 {} 篇", one))
        } else {
            (text("全部 ", "全部 ", "All "), text(" 篇", " 篇", if of == 1 { " item" } else { " items" }))
        };
        let quoted = match (query.is_empty() || !narrowed, language) {
            (true, _) => String::new(),
            (false, Language::En) if found == 1 => text("", "", " matches “{}”").fill(language, &[query]),
            (false, Language::En) => text("", "", " match “{}”").fill(language, &[query]),
            (false, _) => QUOTED.fill(language, &[query]),
        };
        Self {
            query: quoted,
            before: before.get(language),
            count: number(found),
            after: after.fill(language, &[&number(of)]),
            approximate: (possible > 0).then(|| {
                text("含约略日期 {} 篇", "含約略日期 {} 篇", "{} with approximate dates")
                    .fill(language, &[&number(possible)])
            }),
        }
    }

    /// The words as one sentence, as it is spoken.
    pub fn spoken(&self, language: Language) -> String {
        let mut said = String::new();
        let parts: [&str; 4] = match language {
            Language::En => [self.before, &self.count, &self.after, &self.query],
            _ => [&self.query, self.before, &self.count, &self.after],
        };
        parts.iter().for_each(|part| said.push_str(part));
        if let Some(approximate) = &self.approximate {
            said.push_str(text("，", "，", ", ").get(language));
            said.push_str(approximate);
        }
        said
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_status_says_what_was_found_and_how_surely() {
        let said = |language| StatusWords::new(language, "项目", 4, 7, 2, true).spoken(language);
        assert_eq!(said(Language::Hans), "“项目”命中 4 篇，共 7 篇，含约略日期 2 篇");
        assert_eq!(said(Language::Hant), "「项目」命中 4 篇，共 7 篇，含約略日期 2 篇");
        assert_eq!(said(Language::En), "4 of 7 items match “项目”, 2 with approximate dates");
        assert_eq!(StatusWords::new(Language::En, "x", 1, 1, 0, true).spoken(Language::En), "1 of 1 item matches “x”");
    }

    #[test]
    fn the_whole_archive_is_said_as_all_of_it() {
        assert_eq!(StatusWords::new(Language::Hans, "", 7, 7, 0, false).spoken(Language::Hans), "全部 7 篇");
        assert_eq!(StatusWords::new(Language::En, "", 7, 7, 0, false).spoken(Language::En), "All 7 items");
    }
}
