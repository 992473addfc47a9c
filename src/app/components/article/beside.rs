//! 对照: the same item in another language.

use jianbao_engine::corpus::{Item, Said, Version};

use super::Opened;
use super::body::said_aloud;
use crate::app::i18n::Language;

/// The version beside the one that is read, if the reader wants one and the item has it.
pub(super) fn beside(opened: Opened<'_>) -> Option<Version<'_>> {
    others(opened).find(|(language, _)| opened.reading.beside == Some(*language)).map(|(_, version)| version)
}

/// The languages of the interface in which the item has a text of its own, but for the one that is read.
pub(super) fn others(opened: Opened<'_>) -> impl Iterator<Item = (Language, Version<'_>)> {
    let read = said_aloud(&opened.version);
    let all =
        Language::ALL.into_iter().filter_map(move |language| Some((language, written_in(opened.item, language)?)));
    all.filter(move |(_, version)| {
        let text = said_aloud(version);
        text.language != read.language && !text.text.is_empty()
    })
}

fn written_in(item: &Item, language: Language) -> Option<Version<'_>> {
    let version = item.version(language.tag());
    let Said { language: tag, .. } = said_aloud(&version);
    let is_chinese = tag.get(..2).is_some_and(|primary| primary.eq_ignore_ascii_case("zh"));
    let is_english = tag.get(..2).is_some_and(|primary| primary.eq_ignore_ascii_case("en"));
    let holds = if language == Language::En { is_english } else { is_chinese && Language::from_tag(tag) == language };
    holds.then_some(version)
}
