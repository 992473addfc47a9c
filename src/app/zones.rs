//! The sections of an archive, each with the one character that stands in its boxed tag.

use jianbao_engine::search::{Archive, FacetName};

use super::i18n::Language;

/// A section of the archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// Its value, in the corpus' own language.
    pub value: String,
    /// Its name in the reader's language.
    pub label: String,
    /// The character in its box: `台`, `T`.
    pub tag: String,
}

/// The sections of an archive in the order in which the corpus has them.
pub fn zones(archive: &Archive, language: Language) -> Vec<Zone> {
    let mut values: Vec<String> = Vec::new();
    for section in archive.corpus().in_file_order().iter().filter_map(|&id| archive.section(id)) {
        if !section.is_empty() && !values.iter().any(|value| value == section) {
            values.push(section.to_owned());
        }
    }
    let labels: Vec<String> =
        values.iter().map(|value| archive.label(FacetName::Section, value, language.tag())).collect();
    let tags = tags(&labels);
    values.into_iter().zip(labels).zip(tags).map(|((value, label), tag)| Zone { value, label, tag }).collect()
}

/// A character for each label that tells them apart where one can: the first one after what all begin with
/// (`台` and `高` of 漳州台商投资区 and 漳州高新区), or else the first place at which all differ.
fn tags(labels: &[String]) -> Vec<String> {
    let chars: Vec<Vec<char>> = labels.iter().map(|label| label.chars().collect()).collect();
    let shortest = chars.iter().map(Vec::len).min().unwrap_or(0);
    let at = |place: usize| -> Vec<Option<char>> { chars.iter().map(|label| label.get(place).copied()).collect() };
    let same = |place: &usize| at(*place).windows(2).all(|pair| pair.first() == pair.last());
    let shared = if chars.len() > 1 { (0..shortest).take_while(same).count() } else { 0 };
    let apart = (shared..shortest).find(|place| {
        let row = at(*place);
        row.iter().enumerate().all(|(index, char)| !row.iter().take(index).any(|other| other == char))
    });
    let place = apart.unwrap_or(shared);
    chars
        .iter()
        .map(|label| {
            label
                .get(place)
                .or_else(|| label.first())
                .map(|char| char.to_ascii_uppercase().to_string())
                .unwrap_or_default()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(labels: &[&str]) -> Vec<String> {
        tags(&labels.iter().map(|&label| label.to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn a_zone_is_known_by_the_first_character_that_is_its_own() {
        assert_eq!(of(&["漳州台商投资区", "漳州高新区"]), ["台", "高"]);
        assert_eq!(of(&["Taiwanese Investment Zone", "High-tech Zone"]), ["T", "H"]);
        assert_eq!(of(&["要闻", "要论", "副刊"]), ["闻", "论", "刊"]);
    }

    #[test]
    fn a_single_zone_is_known_by_its_first_character() {
        assert_eq!(of(&["要闻"]), ["要"]);
        assert_eq!(of(&[]), [""; 0]);
    }
}
