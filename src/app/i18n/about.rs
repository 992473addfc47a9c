//! Words of what the archive says of itself.

use jianbao_engine::search::Made;

use super::{Language, Text, number, shell, text};

/// Its title, and what opens it.
pub const ABOUT: Text = text("关于本档", "關於本檔", "About this archive");
/// What it holds.
pub const HOLDS: Text = text("收录", "收錄", "Holds");
/// The papers.
pub const PAPERS: Text = text("报纸", "報紙", "Papers");
/// The sections.
pub const SECTIONS: Text = text("片区", "片區", "Zones");
/// A name with its number.
pub const NAMED: Text = text("{} {} 篇", "{} {} 篇", "{}: {}");
/// The names that a list leaves out.
pub const OTHERS: Text = text("等 {} 个", "等 {} 個", "{} in all");
/// The languages.
pub const LANGUAGES: Text = text("语言", "語言", "Languages");
/// A language that an item does not say.
pub const NO_LANGUAGE: Text = text("语言未载", "語言未載", "Not given");
/// From when to when.
pub const SPAN: Text = text("起讫", "起訖", "Dates");
/// How the dates are known.
pub const DATES: Text = text("日期", "日期", "How known");
/// Which days are held.
pub const HELD: Text = text("馆藏", "館藏", "Holdings");
/// What the corpus says that it covers.
pub const DECLARED: Text = text("本档自述的范围：{}", "本檔自述的範圍：{}", "The archive says that it covers {}");
/// What is looked at where it says nothing.
pub const FROM_TO: Text =
    text("自最早一天到最晚一天：{}", "自最早一天到最晚一天：{}", "From the first day to the last: {}");
/// Days, and how many of them have an issue.
pub const DAYS: Text = text(
    "{} 天中 {} 天有报入库，{} 天没有",
    "{} 天中 {} 天有報入庫，{} 天沒有",
    "Of {} days {} have an issue, {} have none",
);
/// The same where days are those of events.
pub const EVENT_DAYS: Text = text(
    "{} 天中 {} 天有事入档，{} 天没有",
    "{} 天中 {} 天有事入檔，{} 天沒有",
    "Of {} days {} have an item, {} have none",
);
/// Months, and how many of them have nothing.
pub const MONTHS: Text = text("{} 个月中 {} 个月全无", "{} 個月中 {} 個月全無", "Of {} months {} have nothing");
/// The longest gaps.
pub const GAPS: Text = text("最长的空缺：{}", "最長的空缺：{}", "Longest gaps: {}");
/// Parts two gaps.
pub const BETWEEN: Text = text("、", "、", "; ");
/// A gap with its days: one, several.
pub const GAP: [Text; 2] =
    [text("{}（1 天）", "{}（1 天）", "{} (1 day)"), text("{}（{} 天）", "{}（{} 天）", "{} ({} days)")];
/// Days are those of events.
pub const BY_EVENT: Text = text(
    "本档未载见报日，以上按事情发生的日子计。",
    "本檔未載見報日，以上按事情發生的日子計。",
    "No item says when it was published; days are those of the events.",
);
/// Items that may stand on days that look empty: one, several.
pub const LOOSE: [Text; 2] = [
    text(
        "另有 1 篇没有确切到日，或许就在这些日子里。",
        "另有 1 篇沒有確切到日，或許就在這些日子裡。",
        "1 item is not dated to the day, and may belong there.",
    ),
    text(
        "另有 {} 篇没有确切到日，或许就在这些日子里。",
        "另有 {} 篇沒有確切到日，或許就在這些日子裡。",
        "{} items are not dated to the day, and may belong there.",
    ),
];
/// Items outside what is declared: one, several.
pub const OUTSIDE: [Text; 2] = [
    text("有 1 篇在这范围之外。", "有 1 篇在這範圍之外。", "1 item lies outside of it."),
    text("有 {} 篇在这范围之外。", "有 {} 篇在這範圍之外。", "{} items lie outside of it."),
];
/// What an empty day means.
pub const NOT_A_ZERO: Text = text(
    "没有报入库的日子，检索不到不等于没有登过。",
    "沒有報入庫的日子，檢索不到不等於沒有登過。",
    "Of a day without an issue the archive cannot say what was printed: no hit there is not a zero.",
);
/// What was inferred.
pub const INFERRED: Text = text("推定", "推定", "Inferred");
/// What was made by a machine, or written for the archive.
pub const MADE: Text = text("编制", "編製", "How made");
/// What the texts are.
pub const TEXTS: Text = text("文字", "文字", "Texts");
/// Digests.
pub const DIGESTS: Text = text("编写的摘要，非原文：{}", "編寫的摘要，非原文：{}", "Digests, not the paper’s text: {}");
/// What items lack.
pub const LACKS: Text = text("未载", "未載", "Not given");
/// What was left out.
pub const LEFT_OUT: Text = text("未载入", "未載入", "Left out");
/// The headline that the page lacks.
pub const HEADLINE: Text = text("原题", "原題", "printed headline");

/// A field of items as it is called by readers; itself where it is none of those known.
pub fn field(language: Language, name: &str) -> &str {
    let known = match name {
        "printSection" => text("片区", "片區", "zone"),
        "printPage" => text("版次", "版次", "page"),
        "printEdition" => text("版本", "版本", "edition"),
        "datePublished" => text("见报日", "見報日", "issue date"),
        "eventDate" => text("事情的日期", "事情的日期", "date of the event"),
        "infoSources" => text("报名", "報名", "paper"),
        "headlines" => text("标题", "標題", "headline"),
        "people" => text("人物", "人物", "people"),
        "organisations" => text("机构", "機構", "organisations"),
        "places" => text("地点", "地點", "places"),
        "subjects" => text("主题", "主題", "topics"),
        "by" => text("作者", "作者", "byline"),
        _ => return name,
    };
    known.get(language)
}

/// A language by its own name; the tag of one that the interface does not speak.
pub fn language_named(language: Language, tag: &str) -> String {
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    match (primary, Language::from_tag(tag)) {
        ("", _) => NO_LANGUAGE.get(language).to_owned(),
        ("zh", Language::Hant) => "繁體中文".to_owned(),
        ("zh", _) => "简体中文".to_owned(),
        ("en", _) => "English".to_owned(),
        _ => tag.to_owned(),
    }
}

/// How a version was made.
pub fn made(language: Language, made: Made) -> &'static str {
    let words = match made {
        Made::Written => text("另有文本", "另有文本", "version"),
        Made::Converted => text("机器转换", "機器轉換", "converted by machine"),
        Made::Translated => text("机器翻译", "機器翻譯", "translated by machine"),
    };
    words.get(language)
}

/// A name with its number of items: `片区 4 篇`; `zone: 4 items`.
pub fn tally(language: Language, name: &str, count: usize) -> String {
    match language {
        Language::En => NAMED.fill(language, &[name, &shell::items(language, count)]),
        _ => NAMED.fill(language, &[name, &number(count)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_said_by_its_own_name() {
        let said = ["zh-Hans-CN", "zh-TW", "en-GB", "fr", ""].map(|tag| language_named(Language::Hans, tag));
        assert_eq!(said, ["简体中文", "繁體中文", "English", "fr", "语言未载"]);
    }

    #[test]
    fn a_field_that_is_not_known_is_said_as_the_corpus_has_it() {
        assert_eq!(field(Language::En, "printSection"), "zone");
        assert_eq!(field(Language::En, "colour"), "colour");
        assert_eq!(tally(Language::En, "zone", 1), "zone: 1 item");
        assert_eq!(tally(Language::Hans, "片区", 4), "片区 4 篇");
    }
}
