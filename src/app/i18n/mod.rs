//! The interface's words in 简体, 繁體 and English. A text that lacks a language does not compile.

pub mod about;
pub mod article;
pub mod card;
pub mod dates;
pub mod desk;
pub mod edition;
mod json;
pub mod kwic;
pub mod problem;
pub mod query;
pub mod shell;
pub mod status;
pub mod suggest;
pub mod timeline;
pub mod unreadable;

/// The languages of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// 简体中文.
    #[default]
    Hans,
    /// 繁體中文.
    Hant,
    /// English.
    En,
}

impl Language {
    /// All of them, in the order of the switch.
    pub const ALL: [Self; 3] = [Self::Hans, Self::Hant, Self::En];

    /// Its BCP 47 tag, as written into `lang`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Hans => "zh-Hans",
            Self::Hant => "zh-Hant",
            Self::En => "en",
        }
    }

    /// The language that a tag asks for: zh-TW, zh-HK and zh-MO read as 繁體, other Chinese as 简体, all else as English.
    pub fn from_tag(tag: &str) -> Self {
        let tag = tag.to_ascii_lowercase();
        let mut parts = tag.split(['-', '_']);
        if parts.next() != Some("zh") {
            return Self::En;
        }
        if parts.any(|part| matches!(part, "hant" | "tw" | "hk" | "mo")) { Self::Hant } else { Self::Hans }
    }
}

/// One text in all languages.
#[derive(Clone, Copy, Debug)]
pub struct Text {
    hans: &'static str,
    hant: &'static str,
    en: &'static str,
}

/// A text in 简体, 繁體 and English.
pub const fn text(hans: &'static str, hant: &'static str, en: &'static str) -> Text {
    Text { hans, hant, en }
}

impl Text {
    /// The text in a language.
    pub fn get(self, language: Language) -> &'static str {
        match language {
            Language::Hans => self.hans,
            Language::Hant => self.hant,
            Language::En => self.en,
        }
    }

    /// The text in a language, with each `{}` replaced by the next value.
    pub fn fill(self, language: Language, values: &[&str]) -> String {
        let mut pieces = self.get(language).split("{}");
        let mut filled = pieces.next().unwrap_or_default().to_owned();
        for (piece, value) in pieces.zip(values) {
            filled.push_str(value);
            filled.push_str(piece);
        }
        filled
    }
}

/// A text as it stands between quotation marks: its own are the inner ones.
pub fn nested(text: &str) -> String {
    let inner = |char| match char {
        '“' => '‘',
        '”' => '’',
        '「' => '『',
        '」' => '』',
        other => other,
    };
    text.chars().map(inner).collect()
}

/// A whole number grouped by thousands: `24,146`.
pub fn number(value: usize) -> String {
    let digits = value.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped() {
        assert_eq!([0, 999, 1000, 24146, 1234567].map(number), ["0", "999", "1,000", "24,146", "1,234,567"]);
    }

    #[test]
    fn quotation_marks_within_others_are_the_inner_ones() {
        assert_eq!(shell::REMOVE.fill(Language::Hans, &[&nested("含“四链”")]), "移除“含‘四链’”");
        assert_eq!(shell::REMOVE.fill(Language::Hant, &[&nested("含「四鏈」")]), "移除「含『四鏈』」");
        assert_eq!(shell::REMOVE.fill(Language::En, &[&nested("with “chain”")]), "Remove “with ‘chain’”");
    }

    #[test]
    fn taiwan_hong_kong_and_macao_read_as_traditional() {
        for tag in ["zh-TW", "zh-HK", "zh-MO", "zh-Hant", "zh-Hant-TW"] {
            assert_eq!(Language::from_tag(tag), Language::Hant, "{tag}");
        }
        assert_eq!(Language::from_tag("zh"), Language::Hans);
        assert_eq!(Language::from_tag("zh-Hans-CN"), Language::Hans);
        assert_eq!(Language::from_tag("en-GB"), Language::En);
    }
}
