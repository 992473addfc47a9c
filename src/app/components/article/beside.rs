//! 对照: the same item in another language.

use jianbao_engine::corpus::{Item, Said, Version};

use super::body::said_aloud;
use crate::app::i18n::Language;

/// The languages of the interface in which the item has a text of its own, but for that of the version which is read.
pub(super) fn others<'a>(item: &'a Item, read: &Version<'a>) -> Vec<(Language, Version<'a>)> {
    let read = said_aloud(read).language;
    let versions = Language::ALL.into_iter().filter_map(|language| Some((language, written_in(item, language)?)));
    versions.filter(|(_, version)| said_aloud(version).language != read).collect()
}

fn written_in(item: &Item, language: Language) -> Option<Version<'_>> {
    let version = item.version(language.tag());
    let Said { text, language: tag } = said_aloud(&version);
    // Every tag that is not Chinese asks for the interface in English.
    let primary = if language == Language::En { "en" } else { "zh" };
    let is_written = tag.get(..2).is_some_and(|tag| tag.eq_ignore_ascii_case(primary));
    (is_written && Language::from_tag(tag) == language && !text.is_empty()).then_some(version)
}
