//! Making whole text of wrapped lines.
//!
//! Chinese lines are joined without a space, alphabetic ones with one; a word hyphenated at a line end is made whole,
//! and the hyphen that goes is handed back, because every character of a page is accounted for. Stray spaces that
//! justification leaves around figures and marks go; a space between two Han characters stays, because it can mean
//! something (`本报记者 甲`), unless the whole line is set with spaces between its characters.

use crate::chars::{is_alphabetic, is_han};

/// Text made of lines.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Joined {
    /// The text.
    pub(crate) text: String,
    /// How many line-end hyphens were taken out, by the place of their line among those joined.
    pub(crate) hyphens: Vec<(usize, char)>,
}

/// Joins the lines of one paragraph.
pub(crate) fn paragraph<'a>(lines: impl Iterator<Item = &'a str> + Clone) -> Joined {
    let latin = {
        let mut sample = String::new();
        lines.clone().for_each(|line| sample.push_str(line));
        is_alphabetic(&sample)
    };
    let mut joined = Joined::default();
    for (place, line) in lines.enumerate() {
        let line = if latin { collapsed(line) } else { chinese(line) };
        append(&mut joined, place, &line, latin);
    }
    joined
}

fn append(joined: &mut Joined, place: usize, line: &str, latin: bool) {
    let (Some(last), Some(first)) = (joined.text.chars().next_back(), line.chars().next()) else {
        joined.text.push_str(line);
        return;
    };
    let before = joined.text.chars().rev().nth(1);
    let hyphenated = matches!(last, '-' | '\u{AD}' | '‐') && before.is_some_and(|c| c.is_alphabetic() && !is_han(c));
    if hyphenated && first.is_lowercase() {
        joined.text.pop();
        joined.hyphens.push((place.saturating_sub(1), last));
    } else if !hyphenated && (latin && last != '—' || last.is_ascii_alphabetic() && first.is_ascii_alphabetic()) {
        joined.text.push(' ');
    }
    joined.text.push_str(line);
}

/// One line of a headline: its own spaces part its halves, those around figures are stray.
pub(crate) fn headline(line: &str) -> String {
    if is_alphabetic(line) {
        return collapsed(line);
    }
    let pieces: Vec<&str> = line.split_whitespace().collect();
    let mut text = String::new();
    for piece in pieces {
        if let (Some(last), Some(first)) = (text.chars().next_back(), piece.chars().next()) {
            let figure = last.is_ascii_digit() || first.is_ascii_digit();
            let halves = text.chars().count() >= 5 && piece.chars().count() >= 5 && is_han(last);
            if !figure || halves || last.is_ascii() && first.is_ascii() {
                text.push(' ');
            }
        }
        text.push_str(piece);
    }
    text
}

/// White space as single spaces.
pub(crate) fn collapsed(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    for word in line.split_whitespace() {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
    }
    text
}

/// A line of Chinese without the stray spaces.
fn chinese(line: &str) -> String {
    let spaced = is_letterspaced(line);
    let mut text = String::with_capacity(line.len());
    for word in line.split_whitespace() {
        if let (Some(last), Some(first)) = (text.chars().next_back(), word.chars().next()) {
            let both_han = is_han(last) && is_han(first) && !spaced;
            if both_han || last.is_ascii_graphic() && first.is_ascii_graphic() {
                text.push(' ');
            }
        }
        text.push_str(word);
    }
    text
}

/// Whether most characters of a line stand apart.
fn is_letterspaced(line: &str) -> bool {
    let (words, singles) = line
        .split_whitespace()
        .fold((0_usize, 0_usize), |(all, one), word| (all + 1, one + usize::from(word.chars().count() == 1)));
    words >= 4 && singles * 3 >= words * 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(lines: &[&str]) -> String {
        paragraph(lines.iter().copied()).text
    }

    #[test]
    fn stray_spaces_around_figures_go() {
        assert_eq!(joined(&[" 3 月 13 日，甲镇", "共有 40 余家，达 1.8 亿元"]), "3月13日，甲镇共有40余家，达1.8亿元");
    }

    #[test]
    fn spaces_between_words_and_between_names_stay() {
        assert_eq!(joined(&["本报记者 甲乙 写道"]), "本报记者 甲乙 写道");
        assert_eq!(joined(&["使用Open", "Data平台"]), "使用Open Data平台");
        assert_eq!(joined(&["甲 镇 的 春 耕"]), "甲镇的春耕");
    }

    #[test]
    fn a_figure_broken_over_two_lines_is_one_figure() {
        assert_eq!(joined(&["甲镇今年新增耕地20", "25亩"]), "甲镇今年新增耕地2025亩");
    }

    #[test]
    fn a_hyphenated_word_is_made_whole_and_its_hyphen_handed_back() {
        let joined = paragraph(["The prefec-", "ture opened a", "north-", "South line"].into_iter());
        assert_eq!(joined.text, "The prefecture opened a north-South line");
        assert_eq!(joined.hyphens, [(0, '-')]);
    }

    #[test]
    fn a_headline_keeps_the_space_between_its_halves() {
        assert_eq!(headline("春耕备耕正当时　甲镇田间一片忙"), "春耕备耕正当时 甲镇田间一片忙");
        assert_eq!(headline("甲镇 3 月完成播种"), "甲镇3月完成播种");
        assert_eq!(headline("Fishing  fleet returns"), "Fishing fleet returns");
    }
}
