//! What a row of the list shows of an item beside its headline and snippet, in the reader's language.

use jianbao_engine::corpus::{Item, Valued};

use super::i18n::Language;

/// The lines of a row. What a language version lacks is taken from the item itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// 引题.
    pub kicker: Option<String>,
    /// 副题.
    pub subhead: Option<String>,
    /// The headline lines as the paper has them.
    pub printed: Vec<String>,
    /// The language of those (BCP 47).
    pub printed_language: String,
    /// The people it names.
    pub people: Vec<String>,
    /// Whether it has the caption of a picture.
    pub caption: bool,
}

impl Lines {
    /// The lines of an item.
    pub fn new(item: &Item, language: Language) -> Self {
        let version = version(item, language);
        let line = |role: &str| first(&version.headlines, role).or_else(|| first(&item.headlines, role));
        let people = if version.people.is_empty() { &item.people } else { &version.people };
        Self {
            kicker: line("kicker"),
            subhead: line("subhead"),
            printed: item
                .headlines
                .iter()
                .filter(|line| line.role == "printed")
                .map(|line| line.value.clone())
                .collect(),
            printed_language: item.language.clone(),
            people: people.iter().map(|person| person.name.clone()).collect(),
            caption: item.associations.iter().any(|picture| first(&picture.descriptions, "caption").is_some()),
        }
    }
}

/// The item's text in a language, or the item itself where it has no such version.
fn version(item: &Item, language: Language) -> &Item {
    if Language::from_tag(&item.language) == language {
        return item;
    }
    item.translations.iter().find(|version| Language::from_tag(&version.language) == language).unwrap_or(item)
}

fn first(values: &[Valued], role: &str) -> Option<String> {
    values.iter().find(|value| value.role == role && !value.value.is_empty()).map(|value| value.value.clone())
}

#[cfg(test)]
mod tests {
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
        assert_eq!(lines.subhead.as_deref(), Some("Two lines"));
        assert_eq!(lines.kicker.as_deref(), Some("引题"));
        assert_eq!((lines.printed, lines.printed_language), (vec!["原题".to_owned()], "zh-Hans-CN".to_owned()));
        assert_eq!(Lines::new(&item, Language::Hant).subhead.as_deref(), Some("副题"));
    }
}
