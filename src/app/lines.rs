//! What a row of the list shows of an item beside its headline and snippet, in the reader's language.

use jianbao_engine::corpus::{Item, Role, Said};

use super::i18n::Language;

/// A text with its language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The text.
    pub text: String,
    /// Its language (BCP 47).
    pub language: String,
}

/// The lines of a row. What a language version lacks is taken from the item itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// 引题.
    pub kicker: Option<Line>,
    /// 副题.
    pub subhead: Option<Line>,
    /// The headline lines as the paper has them.
    pub printed: Vec<Line>,
    /// The people it names.
    pub people: Vec<String>,
    /// Its subjects.
    pub subjects: Vec<String>,
    /// Whether it has the caption of a picture.
    pub caption: bool,
}

impl Lines {
    /// The lines of an item.
    pub fn new(item: &Item, language: Language) -> Self {
        let version = item.version(language.tag());
        let line = |said: Said| Line { text: said.text.to_owned(), language: said.language.to_owned() };
        Self {
            kicker: version.headline(Role::Kicker).map(line),
            subhead: version.headline(Role::Subhead).map(line),
            printed: version.printed().map(line).collect(),
            people: version.people().map(|(_, person)| person.name.clone()).collect(),
            subjects: version.subjects().map(|(_, subject)| subject.name.clone()).collect(),
            caption: version.captions().any(|(_, caption)| caption.is_some()),
        }
    }
}

#[cfg(test)]
mod tests {
    use jianbao_engine::corpus::Valued;

    use super::*;

    fn valued(role: &str, value: &str) -> Valued {
        Valued { role: role.to_owned(), value: value.to_owned() }
    }

    #[test]
    fn a_row_takes_from_the_original_what_the_translation_lacks() {
        let english =
            Item { language: "en".to_owned(), headlines: vec![valued("subhead", "Two lines")], ..Item::default() };
        let item = Item {
            language: "zh-Hans-CN".to_owned(),
            headlines: vec![valued("kicker", "引题"), valued("subhead", "副题"), valued("printed", "原题")],
            translations: vec![english],
            ..Item::default()
        };
        let lines = Lines::new(&item, Language::En);
        let text = |line: Option<Line>| line.map(|line| line.text);
        assert_eq!(text(lines.subhead).as_deref(), Some("Two lines"));
        assert_eq!(lines.kicker, Some(Line { text: "引题".to_owned(), language: "zh-Hans-CN".to_owned() }));
        assert_eq!(lines.printed, [Line { text: "原题".to_owned(), language: "zh-Hans-CN".to_owned() }]);
        assert_eq!(text(Lines::new(&item, Language::Hant).subhead).as_deref(), Some("副题"));
    }
}
