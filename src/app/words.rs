//! Where a Chinese headline may be broken: between words only.
//!
//! The words come from the browser's `Intl.Segmenter`; where it has none, headlines break as the browser likes.
//! [`breaks`] is the part that knows headlines: a quoted term and a figure with its unit stay in one piece, a punctuation
//! mark stays with the word it belongs to, and words of one character that follow each other stay together: what the
//! browser's dictionary lacks, names above all, it takes for such. One that begins a clause does not end the line.

use std::cell::OnceCell;

use js_sys::{Array, Intl};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

/// The longest quoted term that is kept in one piece, in characters: a longer one must be able to break.
const LONGEST_TERM: usize = 12;

thread_local! {
    static SEGMENTER: OnceCell<Option<Intl::Segmenter>> = const { OnceCell::new() };
}

/// Where a text may be broken, in UTF-16 units, ascending. Empty for a text without Chinese, which breaks at its
/// spaces, and where the browser knows no words.
pub fn between(text: &str) -> Vec<usize> {
    if !text.chars().any(is_han) {
        return Vec::new();
    }
    SEGMENTER.with(|segmenter| match segmenter.get_or_init(|| make().ok()) {
        Some(segmenter) => breaks(text, &starts(segmenter, text)),
        None => Vec::new(),
    })
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type Segmenter;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locale: &str, options: &JsValue) -> Result<Segmenter, JsValue>;
}

/// `new Intl.Segmenter("zh", { granularity: "word" })`; a browser may not have it.
fn make() -> Result<Intl::Segmenter, JsValue> {
    let options = Intl::SegmenterOptions::new();
    options.set_granularity(Intl::SegmenterGranularity::Word);
    Ok(Segmenter::new("zh", &options)?.unchecked_into())
}

/// Where the words of a text start, in UTF-16 units.
fn starts(segmenter: &Intl::Segmenter, text: &str) -> Vec<usize> {
    let segments = Array::from(&segmenter.segment(text));
    segments.iter().map(|segment| segment.unchecked_into::<Intl::SegmentData>().index() as usize).collect()
}

/// Of the places where words start, those where a headline may be broken. All in UTF-16 units.
pub fn breaks(text: &str, starts: &[usize]) -> Vec<usize> {
    let quoted = quoted(text);
    let is_start = |unit: &usize| starts.binary_search(unit).is_ok();
    let mut places = Vec::new();
    let (mut unit, mut figure, mut before) = (0, false, None);
    for char in text.chars() {
        let next = unit + char.len_utf16();
        let is_quoted = quoted.iter().any(|&(open, close)| open < unit && unit < close);
        if let Some((before, alone, begins)) = before
            && is_start(&unit)
            && !is_quoted
            && !figure
            && !(alone && is_han(char) && (begins || is_start(&next)))
            && may_part(before, char)
        {
            places.push(unit);
        }
        figure = char.is_ascii_digit() || (figure && "., %％万亿千百余多".contains(char));
        let begins = before.is_some_and(|(before, ..)| !is_han(before) && !is_letter(before));
        before = Some((char, is_start(&unit) && is_start(&next) && is_han(char), begins));
        unit = next;
    }
    places
}

/// Whether a line may end between two characters that stand at the seam of two words.
fn may_part(before: char, after: char) -> bool {
    let opens = |char| "“‘「『（《〈【".contains(char);
    let holds_on = before.is_whitespace() || opens(before) || "约逾超第".contains(before);
    !holds_on && !after.is_whitespace() && (opens(after) || is_han(after) || is_letter(after))
}

/// The quoted terms that are kept in one piece: from the opening mark to after the closing one, in UTF-16 units.
fn quoted(text: &str) -> Vec<(usize, usize)> {
    let mut terms = Vec::new();
    let mut open: Option<(usize, usize, char)> = None;
    let mut unit = 0;
    for (index, char) in text.chars().enumerate() {
        let close = match char {
            '“' => Some('”'),
            '「' => Some('」'),
            '『' => Some('』'),
            '《' => Some('》'),
            _ => None,
        };
        if let Some(close) = close {
            open = Some((unit, index, close));
        } else if let Some((start, first, close)) = open
            && char == close
        {
            if index - first <= LONGEST_TERM + 1 {
                terms.push((start, unit + char.len_utf16()));
            }
            open = None;
        }
        unit += char.len_utf16();
    }
    terms
}

/// Whether a character is a digit or a letter of those scripts that stand in Chinese headlines: Latin, Greek, Cyrillic,
/// full-width forms. (The standard library's own answer brings tables of all scripts with it.)
fn is_letter(char: char) -> bool {
    char.is_ascii_alphanumeric()
        || matches!(char, '\u{C0}'..='\u{52F}' | '\u{1E00}'..='\u{1FFF}' | '\u{FF10}'..='\u{FF19}' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

fn is_han(char: char) -> bool {
    matches!(char, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' | '〇' | '々')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text as it may be broken, from its words.
    fn broken(words: &[&str]) -> String {
        let text = words.concat();
        let mut starts = vec![0];
        for word in words {
            starts.push(starts.last().unwrap() + word.encode_utf16().count());
        }
        let units: Vec<u16> = text.encode_utf16().collect();
        let mut pieces = Vec::new();
        let mut done = 0;
        for place in breaks(&text, &starts).into_iter().chain([units.len()]) {
            pieces.push(String::from_utf16(&units[done..place]).unwrap());
            done = place;
        }
        pieces.join("|")
    }

    #[test]
    fn a_headline_breaks_between_words() {
        assert_eq!(broken(&["高新区", "谋划", "项目", "，", "接着", "推进"]), "高新区|谋划|项目，|接着|推进");
    }

    #[test]
    fn a_quoted_term_stays_in_one_piece() {
        assert_eq!(broken(&["冲刺", "“", "开门", "红", "”", "之后"]), "冲刺|“开门红”|之后");
        assert_eq!(broken(&["講", "「", "海綿", "城市", "」"]), "講|「海綿城市」");
    }

    #[test]
    fn a_long_quotation_may_be_broken() {
        let words = ["“", "大家", "都", "应该", "把", "每一", "项", "具体", "工作", "做到", "心里", "去", "”"];
        assert!(broken(&words).matches('|').count() > 3);
    }

    #[test]
    fn a_figure_stays_with_its_unit() {
        assert_eq!(broken(&["签下", "1.8", "亿", "元", "意向"]), "签下|1.8亿元|意向");
        assert_eq!(broken(&["29", "家", "企业"]), "29家|企业");
    }

    #[test]
    fn a_name_that_the_browser_does_not_know_stays_in_one_piece() {
        assert_eq!(broken(&["甲", "乙", "丙", "部署", "工作"]), "甲乙丙|部署|工作");
    }

    #[test]
    fn a_word_of_one_character_that_begins_a_clause_does_not_end_the_line() {
        assert_eq!(broken(&["讲", "城市", "：", "让", "雨水", "留住"]), "讲|城市：|让雨水|留住");
    }

    #[test]
    fn places_are_counted_in_utf16_units() {
        assert_eq!(breaks("𠀀城市", &[0, 2]), [2]);
    }
}
