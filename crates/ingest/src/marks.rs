//! The set phrases of newspapers: how texts begin, how reporters sign, how captions and lists are marked.

use crate::chars::{is_han, is_pause, is_stop};

/// The parts of a text's first paragraph that stand before its first sentence.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Opening {
    /// `本报讯`, `新华社北京3月14日电`, `LONDON, March 14 —`.
    pub(crate) dateline: String,
    /// The byline, without the brackets around it.
    pub(crate) by: String,
    /// The brackets around the byline, as printed.
    pub(crate) brackets: String,
    /// Where the first sentence begins, in bytes.
    pub(crate) end: usize,
}

/// Agencies and papers that sign their datelines.
const SOURCES: [&str; 12] = [
    "本报",
    "本刊",
    "本台",
    "本网",
    "新华社",
    "新华网",
    "中新社",
    "中新网",
    "中国新闻社",
    "据新华社",
    "据中新社",
    "据央视",
];

/// Words that make what stands in brackets, or alone on a line, a byline.
const SIGNING: [&str; 12] =
    ["记者", "記者", "通讯员", "通訊員", "特派员", "特约撰稿", "摄影", "攝影", "文/", "图/", "文／", "图／"];

/// Reads the dateline and the byline that open a text; `None` where it opens with neither.
pub(crate) fn opening(text: &str) -> Option<Opening> {
    let dateline = chinese_dateline(text).or_else(|| english_dateline(text))?;
    let mut opening = Opening { dateline: text.get(..dateline)?.trim().to_owned(), ..Opening::default() };
    let rest = text.get(dateline..)?;
    let (mut end, trimmed) = (dateline + rest.len() - rest.trim_start().len(), rest.trim_start());
    if let Some((by, brackets, length)) = bracketed(trimmed).filter(|(by, ..)| is_signed(by)) {
        opening.by = by.trim().to_owned();
        opening.brackets = brackets;
        let rest = trimmed.get(length..)?;
        end += length + rest.len() - rest.trim_start().len();
    }
    opening.end = end;
    Some(opening)
}

/// The length in bytes of a Chinese dateline.
fn chinese_dateline(text: &str) -> Option<usize> {
    let source = SOURCES.iter().find(|source| text.starts_with(**source));
    let mut length = 0;
    for (count, c) in text.chars().enumerate().take(28) {
        length += c.len_utf8();
        let rest = text.get(length..)?;
        let next = rest.chars().next();
        let ends = next.is_none_or(|c| c.is_whitespace() || matches!(c, '（' | '(' | '　'));
        match (source, c) {
            (Some(source), '讯' | '訊') if length == source.len() + c.len_utf8() => return Some(length),
            (Some(_), '讯' | '訊' | '电' | '電') if ends || text.get(..length)?.contains('日') => {
                return Some(length);
            }
            (None, '讯' | '訊')
                if ends
                    && !rest.is_empty()
                    && (2..=6).contains(&count)
                    && !text.get(..length)?.contains(['通', '喜', '音', '问']) =>
            {
                return Some(length);
            }
            (Some(_), '记') if text.get(..length)?.ends_with("记") && rest.starts_with('者') => return None,
            _ if is_stop(c) || is_pause(c) => return None,
            (None, _) if !is_han(c) => return None,
            _ => {}
        }
    }
    None
}

/// The length in bytes of an English dateline: `CITY, March 14 (Agency) —`.
fn english_dateline(text: &str) -> Option<usize> {
    let first = text.split(|c: char| !c.is_alphabetic()).next()?;
    if first.len() < 3 || !first.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    let head: String = text.chars().take(60).collect();
    let (place, dash) = ["—", "–", "--", " - "].iter().filter_map(|dash| Some((head.find(dash)?, *dash))).min()?;
    let words = head.get(..place)?;
    let shape = words.split_whitespace().count() <= 7 && !words.contains(['!', '?', ';', ':']);
    shape.then_some(place + dash.len())
}

/// What stands in the brackets a text begins with, the brackets, and the length of all in bytes.
fn bracketed(text: &str) -> Option<(&str, String, usize)> {
    let open = text.chars().next().filter(|c| matches!(c, '（' | '('))?;
    let close = text.char_indices().take(80).find(|(_, c)| matches!(c, '）' | ')'))?;
    let inner = text.get(open.len_utf8()..close.0)?;
    Some((inner, [open, close.1].iter().collect(), close.0 + close.1.len_utf8()))
}

fn is_signed(inner: &str) -> bool {
    SIGNING.iter().any(|word| inner.contains(word))
}

/// The byline in brackets at the very end of a text, and where its opening bracket stands, in bytes.
pub(crate) fn signature(text: &str) -> Option<(usize, &str)> {
    let inner = text.strip_suffix(['）', ')'])?;
    let open = inner.rfind(['（', '('])?;
    let before = inner.get(..open)?.trim_end().trim_end_matches(crate::chars::is_closing);
    let inner = inner.get(open..)?.trim_start_matches(['（', '(']);
    let names = inner.chars().all(|c| is_han(c) || c.is_whitespace()) && (2..=9).contains(&inner.chars().count());
    let signed = is_signed(inner) || names && !inner.contains('完') && !inner.contains("资料");
    (before.ends_with(is_stop) && signed && inner.chars().count() <= 40).then_some((open, inner))
}

/// Whether a whole block of lines is a byline: `本报记者 甲乙 通讯员 丙丁`, `图/文 甲`, `By NAME`.
pub(crate) fn is_byline(text: &str) -> bool {
    let bare = text.trim_start_matches(['（', '(', '□', '■', '◎', '◇', ' ']).trim_end_matches(['）', ')']);
    if bare.chars().count() > 44 || bare.contains(['，', '。', '；', '！', '？']) {
        return false;
    }
    let english = bare.strip_prefix("By ").or_else(|| bare.strip_prefix("BY "));
    if let Some(names) = english {
        return names.starts_with(char::is_uppercase) && names.split_whitespace().count() <= 8 && !bare.ends_with('.');
    }
    let opens = [
        "本报记者",
        "本报通讯员",
        "本报特约",
        "本报见习",
        "记者",
        "記者",
        "通讯员",
        "通訊員",
        "文/",
        "文／",
        "图/",
        "图／",
        "文图",
        "图文",
        "文、图",
        "摄影",
        "撰文",
        "作者",
    ];
    let led = opens.iter().any(|word| bare.starts_with(word));
    // “记者走进甲镇” is a headline, “记者 甲乙” and “记者甲乙” are bylines.
    led && (bare.contains([' ', '　', '：', ':', '/', '／']) || bare.chars().count() <= 8)
        || bare.ends_with(" 摄") && bare.chars().count() <= 10
}

/// Whether a block says itself that it is a caption.
pub(crate) fn is_caption(text: &str) -> bool {
    const OPENS: [&str; 22] = [
        "图为",
        "圖為",
        "图片为",
        "图：",
        "上图",
        "下图",
        "左图",
        "右图",
        "题图",
        "图①",
        "图②",
        "图③",
        "（上图",
        "（下图",
        "图片说明",
        "Photo:",
        "PHOTO:",
        "Above:",
        "Left:",
        "Right:",
        "Pictured:",
        "File photo",
    ];
    let text = text.trim();
    let ends = [
        "（资料图）",
        "（资料图片）",
        "（資料圖）",
        " 摄",
        " 摄）",
        "供图",
        "供图）",
        " 摄影",
        "/摄",
        "File photo",
        "(File photo)",
    ];
    text.starts_with(['▲', '▼', '△', '▽', '◀', '▶', '◄', '►', '↑', '↓', '←', '→'])
        || OPENS.iter().any(|open| text.starts_with(open))
        || text.chars().count() <= 160 && ends.iter().any(|end| text.trim_end_matches('。').ends_with(end))
        || text.starts_with("资料图") && text.chars().count() <= 80
}

/// Whether a text opens with a day or with a word such as 近日, as captions and texts without a dateline do.
pub(crate) fn opens_with_date(text: &str) -> bool {
    const WORDS: [&str; 14] = [
        "近日",
        "日前",
        "近期",
        "连日来",
        "連日來",
        "昨日",
        "昨天",
        "今日",
        "当日",
        "當日",
        "On ",
        "Recently",
        "Yesterday",
        "Last ",
    ];
    let text = text.trim_start();
    if WORDS.iter().any(|word| text.starts_with(word)) {
        return true;
    }
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < text.len() && rest.trim_start().starts_with(['月', '年', '日'])
}

/// Whether a line begins an entry of a list or a numbered heading: `一、`, `（二）`, `1.`, `●`.
pub(crate) fn is_numbered(text: &str) -> bool {
    let numeral = |c: char| {
        matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十') || c.is_ascii_digit()
    };
    let mut rest = text.trim_start();
    if rest.starts_with(['●', '○', '◆', '★', '☆', '▪', '•', '①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨'])
    {
        return true;
    }
    let bracketed = rest.strip_prefix(['（', '(']);
    rest = bracketed.unwrap_or(rest);
    let after = rest.trim_start_matches(numeral);
    if after.len() == rest.len() || rest.len() - after.len() > 9 {
        return false;
    }
    match bracketed {
        Some(_) => after.starts_with(['）', ')']),
        None if rest.starts_with(|c: char| c.is_ascii_digit()) => {
            after.starts_with('、')
                || after.strip_prefix(['.', '．']).is_some_and(|next| !next.starts_with(|c: char| c.is_ascii_digit()))
        }
        None => after.starts_with('、'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Option<(String, String, &str)> {
        opening(text).map(|opening| (opening.dateline, opening.by, &text[opening.end..]))
    }

    #[test]
    fn datelines_and_bylines_come_off_the_first_sentence() {
        let read = |text| parts(text).unwrap();
        assert_eq!(read("本报讯 近日，甲镇开会。"), ("本报讯".into(), String::new(), "近日，甲镇开会。"));
        assert_eq!(read("本报讯近日，甲镇开会。").2, "近日，甲镇开会。");
        assert_eq!(
            read("本报讯（记者 甲 通讯员 乙）甲镇开会。"),
            ("本报讯".into(), "记者 甲 通讯员 乙".into(), "甲镇开会。")
        );
        assert_eq!(read("新华社甲市3月14日电（记者甲、乙）甲镇开会。").0, "新华社甲市3月14日电");
        assert_eq!(read("本报甲市3月14日讯 甲镇开会。").0, "本报甲市3月14日讯");
        assert_eq!(
            read("NORTHTON, March 14 (Agency) — The bridge opened."),
            ("NORTHTON, March 14 (Agency) —".into(), String::new(), "The bridge opened.")
        );
    }

    #[test]
    fn sentences_that_only_look_like_datelines_are_left_whole() {
        for text in ["近日，甲镇讯问", "本报记者 甲乙", "甲镇通讯", "THE bridge opened.", "本报读者，来电称"]
        {
            assert_eq!(parts(text), None, "{text}");
        }
    }

    #[test]
    fn signatures_at_the_end_of_a_text_are_found() {
        assert_eq!(signature("甲镇开会。（记者 甲乙）"), Some(("甲镇开会。".len(), "记者 甲乙")));
        assert_eq!(signature("甲镇开会。（甲乙）").map(|found| found.1), Some("甲乙"));
        assert_eq!(signature("甲镇开会。（完）"), None);
        assert_eq!(signature("甲镇（乙村）"), None);
    }

    #[test]
    fn bylines_and_headlines_with_reporters_are_told_apart() {
        for text in
            ["本报记者 甲乙", "□本报记者 甲乙 通讯员 丙", "文/图 甲乙", "记者甲乙", "By Staff Writer", "图/文 甲"]
        {
            assert!(is_byline(text), "{text}");
        }
        for text in ["记者从甲镇获悉，春耕开始。", "记者走进甲镇春耕一线看变化", "By the river, work goes on."]
        {
            assert!(!is_byline(text), "{text}");
        }
    }

    #[test]
    fn numbered_lines_are_not_decimal_figures() {
        for text in ["一、", "（二）乙", "1. 甲", "3、乙", "●甲"] {
            assert!(is_numbered(text), "{text}");
        }
        for text in ["1.8亿元", "三地联动", "2024年", "（记者"] {
            assert!(!is_numbered(text), "{text}");
        }
    }
}
