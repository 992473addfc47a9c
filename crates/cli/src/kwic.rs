//! `jianbao search --kwic`: lines with the keyword in the middle, one below the other.

use jianbao_engine::search::{Archive, Kwic, KwicLine, KwicSort, Options};

use crate::output::counted;
use crate::printable;

/// How many columns of a context are printed.
const COLUMNS: usize = 36;

/// Finds the lines of a query, and writes those from `options.offset`, at most `options.limit`: for people, or as JSON.
pub(crate) fn told(archive: &Archive, query: &str, options: &Options, sort: KwicSort, json: bool) -> String {
    let found = archive.search(query, &Options { limit: 0, ..options.clone() });
    let kwic = archive.kwic(query, &found.order, sort, usize::MAX);
    let language = options.language.as_deref().unwrap_or(&archive.corpus().envelope.language);
    let end = options.offset.saturating_add(options.limit);
    let lines = archive.kwic_lines(&kwic, options.offset..end, language);
    if json {
        return kwic.json(query, &found.understood, sort, &lines);
    }
    let mut text = head(&kwic, options.offset, lines.len());
    for line in &lines {
        text.push('\n');
        text.push_str(&aligned(line));
    }
    text
}

/// How many places there are, and which of them are printed.
fn head(kwic: &Kwic, offset: usize, shown: usize) -> String {
    let places = counted(kwic.total, "place", "places");
    let mut head = format!("{places} in {}", counted(kwic.items, "item", "items"));
    if shown < kwic.total {
        head.push_str(&format!(", {shown} shown from number {}", offset + 1));
    }
    head
}

/// Date, left context, keyword and right context, then the uri; the keyword begins in the same column on each line.
fn aligned(line: &KwicLine) -> String {
    let left = end_of(&printable(&line.left));
    let right = beginning_of(&printable(&line.right));
    let blanks = |columns: usize| " ".repeat(columns);
    [
        &padded(line.date.as_deref().unwrap_or("undated"), 10),
        "  ",
        &blanks(COLUMNS - width(&left)),
        &left,
        " [",
        &printable(&line.keyword),
        "] ",
        &right,
        &blanks(COLUMNS - width(&right)),
        "  ",
        &printable(&line.uri),
    ]
    .concat()
}

fn padded(text: &str, columns: usize) -> String {
    let text = printable(text);
    let blanks = " ".repeat(columns.saturating_sub(width(&text)));
    text + &blanks
}

/// As much of the end of a text as fits.
fn end_of(text: &str) -> String {
    let kept: Vec<char> = fitting(text.chars().rev()).collect();
    kept.into_iter().rev().collect()
}

/// As much of the beginning of a text as fits.
fn beginning_of(text: &str) -> String {
    fitting(text.chars()).collect()
}

fn fitting(chars: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    let mut used = 0;
    chars.take_while(move |&char| {
        used += columns(char);
        used <= COLUMNS
    })
}

fn width(text: &str) -> usize {
    text.chars().map(columns).sum()
}

/// How many columns of a terminal a character takes: two where Unicode's East Asian Width is W or F, none where it stands
/// on the one before it, else one. So quotation marks take one; a terminal that gives them two shifts such a line a little.
fn columns(char: char) -> usize {
    match u32::from(char) {
        0x300..=0x36f | 0x200b..=0x200f | 0xfe00..=0xfe0f => 0,
        0x1100..=0x115f
        | 0x2e80..=0x303e
        | 0x3041..=0xa4cf
        | 0xac00..=0xd7a3
        | 0xf900..=0xfaff
        | 0xfe30..=0xfe6f
        | 0xff01..=0xff60
        | 0xffe0..=0xffe6
        | 0x1f300..=0x1f64f
        | 0x1f900..=0x1f9ff
        | 0x2_0000..=0x3_fffd => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_context_is_cut_where_its_columns_end() {
        let text = "汉".repeat(30) + "a";
        assert_eq!(end_of(&text), "汉".repeat(17) + "a");
        assert_eq!(beginning_of(&text), "汉".repeat(18));
        assert_eq!(beginning_of("“甲”"), "“甲”");
    }

    #[test]
    fn han_and_full_width_signs_take_two_columns() {
        assert_eq!(["汉", "，", "a", "é", "Ａ", "e\u{301}", "한", "𠀀"].map(width), [2, 2, 1, 1, 2, 1, 2, 2]);
    }
}
