//! Which voice reads a text aloud.

use crate::app::i18n::Language;

/// How well a voice of one language (BCP 47, or with `_` as some systems write it) reads a text of another: less is
/// better, `None` not at all. A text in 繁體 asks for the speech of Taiwan first, and Cantonese comes last: the texts are
/// written in the national language.
pub fn fit(voice: &str, text: &str) -> Option<u8> {
    let primary = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let (spoken, written) = (primary(voice), primary(text));
    if written.is_empty() || spoken != written {
        return None;
    }
    let is_cantonese = voice.to_ascii_uppercase().contains("HK");
    let is_other_script = Language::from_tag(voice) != Language::from_tag(text);
    Some(u8::from(is_cantonese) * 2 + u8::from(is_other_script))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(voices: &[&'static str], text: &str) -> Option<&'static str> {
        voices.iter().copied().filter(|voice| fit(voice, text).is_some()).min_by_key(|voice| fit(voice, text))
    }

    #[test]
    fn a_text_is_read_by_a_voice_of_its_own_language_only() {
        assert_eq!(best(&["en-GB", "fr-FR"], "zh-Hans-CN"), None);
        assert_eq!(best(&["fr-FR", "en_US"], "en"), Some("en_US"));
        assert_eq!(best(&["zh-CN"], ""), None);
    }

    #[test]
    fn the_script_of_a_text_chooses_among_the_voices_of_chinese() {
        let voices = ["zh-HK", "zh_CN", "zh-TW"];
        assert_eq!(best(&voices, "zh-Hans-CN"), Some("zh_CN"));
        assert_eq!(best(&voices, "zh-Hant-TW"), Some("zh-TW"));
        assert_eq!(best(&["zh-HK", "zh-CN"], "zh-Hant-TW"), Some("zh-CN"));
    }
}
