//! Blocks: lines that were set together, and what each looks like by itself.
//!
//! Blocks are cut rather too small than too large: what a column break cut in mid-sentence is healed afterwards
//! ([`crate::flow`]), while two texts run together could not be told apart again.

use std::ops::Range;

use crate::chars::{ends_sentence, is_alphabetic, is_pause, is_stop};
use crate::join;
use crate::marks;
use crate::page::{Line, Page};

/// What a block looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The beginning of a text, by its dateline.
    Start,
    /// Sentences.
    Prose,
    /// Short lines without a stop.
    Headline,
    /// A caption that says it is one.
    Caption,
    /// A byline.
    Byline,
}

/// Lines that were set together.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    /// Which of the page's lines.
    pub(crate) lines: Range<usize>,
    /// What it looks like.
    pub(crate) kind: Kind,
    /// How wide its column is, in half-width units.
    pub(crate) width: usize,
    /// Whether its first line is indented.
    pub(crate) indented: bool,
}

/// A difference of widths that wrapping does not explain: three Han characters, one more than an indent that was lost.
pub(crate) const ODD: usize = 6;

/// The indent of a paragraph's first line, two Han characters.
pub(crate) const INDENT: usize = 4;

/// How many lines tell the width of a column: more would cost time on long pages and say no more.
const NEAR: usize = 12;

/// How far a mark may hang over the edge of a column, and a half-width figure leave it short: in half-width units.
const HANG: usize = 3;

/// Cuts a page into blocks.
pub(crate) fn cut(page: &Page) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut start = 0;
    while start < page.lines.len() {
        let end = (start + 1..page.lines.len()).find(|&at| page.lines[at].apart).unwrap_or(page.lines.len());
        cut_run(&page.lines, start..end, &mut blocks);
        start = end;
    }
    blocks
}

/// Cuts a run of lines without a blank line.
fn cut_run(lines: &[Line], run: Range<usize>, blocks: &mut Vec<Block>) {
    let base = lines[run.clone()].iter().map(|line| line.indent).min().unwrap_or(0);
    let run_lines = Run { lines, end: run.end, base };
    let mut start = run.start;
    for at in run.start + 1..run.end {
        if run_lines.parts(start, at) {
            blocks.push(block(lines, start..at, base));
            start = at;
        }
    }
    blocks.push(block(lines, start..run.end, base));
}

struct Run<'a, 'b> {
    lines: &'a [Line<'b>],
    end: usize,
    base: usize,
}

impl Run<'_, '_> {
    /// Whether a new block begins at the line `at`, the present one having begun at `start`.
    fn parts(&self, start: usize, at: usize) -> bool {
        let (before, line) = (&self.lines[at - 1], &self.lines[at]);
        let ended = ends_sentence(before.text);
        marks::opening(&self.ahead(at, 3)).is_some()
            || byline_line(line.text)
            || at == start + 1 && byline_line(before.text)
            || line.text.starts_with(['▲', '▼', '△', '▽'])
            || self.is_headline_over(start, at)
            || self.is_indented(start, at)
            || (ended || before.text.ends_with(['；', '：', ';', ':'])) && marks::is_numbered(line.text)
            || ended
                && (marks::is_caption(line.text)
                    || self.is_short(start, at)
                    || self.only_headlines(at)
                    || self.is_odd(start, at))
    }

    /// The lines of the present block next before `at`.
    fn behind(&self, start: usize, at: usize) -> &[Line<'_>] {
        &self.lines[start.max(at.saturating_sub(NEAR))..at]
    }

    /// The text of some lines from `at` on.
    fn ahead(&self, at: usize, count: usize) -> String {
        let end = (at + count).min(self.end);
        join::paragraph(self.lines[at..end].iter().map(|line| line.text)).text
    }

    /// Lines from `start` to `at` that are set over a column of another width, and have no marks of a sentence.
    fn is_headline_over(&self, start: usize, at: usize) -> bool {
        let head = &self.lines[start..at];
        let body = &self.lines[at..self.end.min(at + 7)];
        if head.len() > 3
            || body.len() < 2
            || body[0].text.starts_with(char::is_lowercase)
            || !head.iter().all(|line| is_headline_line(line.text))
        {
            return false;
        }
        let column = column(body);
        // The first line of a paragraph is shorter by the indent that the text lost.
        let margin = if is_alphabetic(body[0].text) { 2 * ODD } else { ODD };
        let differs =
            |line: &Line| line.width.abs_diff(column) >= margin && (line.width + INDENT).abs_diff(column) >= margin;
        let plain = |line: &Line| !line.text.contains(['，', ',']);
        let sentences = body.iter().any(|line| line.text.contains(is_pause) || line.text.contains(is_stop));
        let apart = head.iter().all(|line| plain(line) && differs(line));
        let dated = marks::opens_with_date(self.lines[at].text);
        sentences && (apart || dated || self.exceeds(&self.lines[at - 1], body))
    }

    /// A line wider than any of the column's can be no line of its paragraphs: a mark may hang over the edge, no more.
    fn exceeds(&self, line: &Line, body: &[Line]) -> bool {
        let fullest = body.iter().map(|line| line.width).max().unwrap_or(0);
        let margin = if is_alphabetic(line.text) { ODD } else { HANG };
        body.len() > 2 && line.width > fullest + margin
    }

    /// An indented line begins a paragraph; but a stray space before a figure in mid-sentence does not.
    fn is_indented(&self, start: usize, at: usize) -> bool {
        let (before, line) = (&self.lines[at - 1], &self.lines[at]);
        if line.indent <= self.base {
            return false;
        }
        let stray = line.indent == self.base + 1
            && line.text.starts_with(|c: char| c.is_ascii_digit())
            && !ends_sentence(before.text)
            && column(self.behind(start, at)).abs_diff(column(&self.lines[at..self.end.min(at + NEAR)])) < ODD;
        !stray
    }

    /// A line that ends a sentence before the column is full ends its paragraph.
    fn is_short(&self, start: usize, at: usize) -> bool {
        let column = if at - start > 1 { column(self.behind(start, at)) } else { self.lines[at].width };
        let margin = if is_alphabetic(self.lines[at - 1].text) { 2 * ODD } else { ODD };
        self.lines[at - 1].width + margin <= column
    }

    /// Nothing but a headline stands in the rest of the run, or before the next paragraph where paragraphs are
    /// indented.
    fn only_headlines(&self, at: usize) -> bool {
        let rest = &self.lines[at..self.end.min(at + 4)];
        let next = rest.iter().position(|line| line.indent > self.base);
        let head = rest.get(..next.unwrap_or(rest.len())).unwrap_or_default();
        let plain = |line: &Line| {
            is_headline_line(line.text) && (next.is_some() || !line.text.contains(['，', '；', ',', ';']))
        };
        (1..=3).contains(&head.len()) && head.iter().all(plain)
    }

    /// A column of another width begins.
    fn is_odd(&self, start: usize, at: usize) -> bool {
        let ahead = &self.lines[at..self.end.min(at + 4)];
        at - start > 1 && ahead.len() > 1 && column(self.behind(start, at)).abs_diff(column(ahead)) >= ODD
    }
}

/// A byline within a run of lines, where a wrapped line may begin with the word for a reporter: it must have its sign.
fn byline_line(line: &str) -> bool {
    marks::is_byline(line) && (line.contains([' ', '　', '：', '/', '／']) || line.starts_with(['（', '□', '■']))
}

/// The width of the column that lines were set in: of a few lines the widest, since the first may have lost an indent
/// and the last be short; of more the median.
pub(crate) fn column(lines: &[Line]) -> usize {
    let mut widths: Vec<usize> = lines.iter().map(|line| line.width).collect();
    widths.sort_unstable();
    let place = if widths.len() > 4 { widths.len() / 2 } else { widths.len().saturating_sub(1) };
    widths.get(place).copied().unwrap_or(0)
}

/// Whether a line could be one of a headline: no stop but at its end, hardly a pause, not too long.
fn is_headline_line(line: &str) -> bool {
    let bare = line.trim_end_matches(['！', '？', '…', '!', '?']);
    // A headline may ask and answer, but it does not state and go on.
    let stops = |c: char| is_stop(c) && !matches!(c, '.' | '？' | '！' | '?' | '!');
    let pauses = bare.chars().filter(|c| is_pause(*c) && !matches!(c, '、' | '：' | ':')).count();
    let ends = bare.ends_with(['，', '；', ',', ';', '.', '、']);
    let latin = is_alphabetic(line);
    !bare.contains(stops)
        && pauses <= 1
        && !ends
        && crate::chars::width(line) <= 84
        && (!latin || starts_like_headline(line))
}

/// Whether lines that could be a headline's could be one together: with few pauses, and no quotation that is left open,
/// as in a fragment of a sentence.
fn is_headline(text: &str, lines: usize) -> bool {
    let count = |marks: &[char]| text.chars().filter(|c| marks.contains(c)).count();
    let closed = [('“', '”'), ('（', '）'), ('《', '》'), ('「', '」')]
        .iter()
        .all(|&(open, close)| count(&[open]) == count(&[close]));
    closed && count(&['，', '；']) <= lines && count(&['、']) <= 3 && !text.ends_with(['。', '.', '；', '：'])
}

fn starts_like_headline(line: &str) -> bool {
    !line.contains(". ") && line.split_whitespace().count() <= 14
}

fn block(lines: &[Line], range: Range<usize>, base: usize) -> Block {
    let own = &lines[range.clone()];
    let text = join::paragraph(own.iter().map(|line| line.text)).text;
    let width = column(own);
    let indented = own
        .first()
        .is_some_and(|line| line.indent > base || line.indent > 0 && own.len() > 1 && own[1].indent < line.indent);
    let headline =
        own.len() <= 4 && own.iter().all(|line| is_headline_line(line.text)) && is_headline(&text, own.len());
    let kind = if marks::opening(&text).is_some() {
        Kind::Start
    } else if marks::is_byline(&text) && own.len() <= 2 {
        Kind::Byline
    } else if marks::is_caption(&text) && own.len() <= 30 {
        Kind::Caption
    } else if headline {
        Kind::Headline
    } else {
        Kind::Prose
    };
    Block { lines: range, kind, width, indented }
}
