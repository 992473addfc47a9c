//! Healing: a paragraph that a column break, a caption or a page footer cut in mid-sentence is made whole.
//!
//! A block that ends without a stop goes on in one of the next blocks: in the one set to the same width, with the marks
//! of sentences, and nearest. Blocks that stand between (a caption in a narrow column) keep their own place.

use std::ops::Range;

use crate::blocks::{Block, Kind, ODD};
use crate::chars::{ends_sentence, is_pause, is_stop};
use crate::marks;
use crate::page::Page;

/// A whole paragraph, headline, caption or byline, in the order of the page.
#[derive(Clone, Debug)]
pub(crate) struct Element {
    /// Which of the page's lines, in reading order.
    pub(crate) lines: Vec<usize>,
    /// What it is.
    pub(crate) kind: Kind,
    /// Whether a paragraph of another runs on around it.
    pub(crate) foreign: bool,
}

/// How many blocks ahead a paragraph may go on.
const REACH: usize = 4;

/// Heals the blocks of a page.
pub(crate) fn heal(page: &Page, blocks: &[Block]) -> Vec<Element> {
    let mut taken = vec![false; blocks.len()];
    let mut foreign = vec![false; blocks.len()];
    let marked = marked(blocks);
    let mut elements = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        if taken[at] {
            continue;
        }
        let mut lines: Vec<usize> = block.lines.clone().collect();
        let kind = if is_fragment(page, blocks, at, marked) { Kind::Prose } else { block.kind };
        if matches!(kind, Kind::Start | Kind::Prose) {
            let mut last = at;
            while let Some(next) = continuation(page, blocks, &taken, last) {
                taken[next] = true;
                (last + 1..next).for_each(|between| foreign[between] = true);
                lines.extend(blocks[next].lines.clone());
                last = next;
            }
        }
        elements.push(Element { lines, kind, foreign: foreign[at] });
    }
    elements
}

/// Whether the texts of a page begin with datelines.
fn marked(blocks: &[Block]) -> bool {
    let starts = blocks.iter().filter(|block| block.kind == Kind::Start).count();
    let headlines =
        blocks.iter().zip(blocks.iter().skip(1)).filter(|(a, b)| a.kind != Kind::Headline && b.kind == Kind::Headline);
    starts * 2 >= headlines.count().max(1)
}

/// Lines without a stop that fill the column of the text before and after them are the beginning of a paragraph that a
/// column break cut: where texts begin with datelines, or where the lines have an indent or a pause, as headlines
/// hardly do.
fn is_fragment(page: &Page, blocks: &[Block], at: usize, marked: bool) -> bool {
    let block = &blocks[at];
    let column =
        |other: &Block| matches!(other.kind, Kind::Start | Kind::Prose) && block.width.abs_diff(other.width) < ODD;
    let mut ahead = blocks.iter().skip(at + 1);
    let dated = |next: &Block| !marked && marks::opens_with_date(page.lines[next.lines.start].text);
    let goes_on = |next: &Block| next.kind == Kind::Prose && !next.indented && column(next) && !dated(next);
    let next = ahead.next().is_some_and(|next| {
        let caption =
            (marked || block.indented) && matches!(next.kind, Kind::Prose | Kind::Caption) && is_aside(page, next);
        goes_on(next) || caption && ahead.next().is_some_and(goes_on)
    });
    let like =
        marked || block.indented || block.lines.clone().any(|at| page.lines[at].text.contains(['，', '、', ',']));
    let before = at.checked_sub(1).is_some_and(|before| column(&blocks[before]));
    // In an alphabet, a line in lower case goes on with what stands before it.
    let lower = |next: &Block| page.lines[next.lines.start].text.starts_with(char::is_lowercase);
    let begun = blocks.get(at + 1).is_some_and(lower);
    block.kind == Kind::Headline && (begun || next && like && (before || block.indented))
}

/// The block in which the one at `last` goes on.
fn continuation(page: &Page, blocks: &[Block], taken: &[bool], last: usize) -> Option<usize> {
    let open = &blocks[last];
    let end = last_text(page, &open.lines);
    if ends_sentence(end) {
        return None;
    }
    let listed = end.ends_with(['；', '：', ';', ':']);
    let mut best: Option<(i32, usize)> = None;
    let ahead = (last + 1..blocks.len()).filter(|&at| !taken[at]);
    for (distance, at) in ahead.take(REACH).enumerate() {
        let block = &blocks[at];
        if block.kind == Kind::Start {
            break;
        }
        let text = page.lines[block.lines.start].text;
        if !matches!(block.kind, Kind::Prose | Kind::Headline)
            || at > last + 1 && block.indented
            || marks::is_numbered(text) && listed
        {
            continue;
        }
        let score = fitness(page, open, block) - 2 * distance as i32;
        let enough = if distance == 0 && block.kind == Kind::Prose { 0 } else { 1 };
        if score >= enough && best.is_none_or(|(best, _)| score > best) {
            best = Some((score, at));
        }
        if !is_aside(page, block) {
            break;
        }
    }
    best.map(|(_, at)| at)
}

/// How well a block goes on where another breaks off.
fn fitness(page: &Page, open: &Block, block: &Block) -> i32 {
    let first = &page.lines[block.lines.start];
    let apart = block.width.abs_diff(open.width);
    let fits = if block.lines.len() > 1 {
        match apart / ODD {
            0 => 2,
            1 => 1,
            _ => -1,
        }
    } else if block.width < open.width + ODD {
        1
    } else {
        -1
    };
    let sentence = block.lines.clone().any(|at| page.lines[at].text.contains(is_pause))
        || ends_sentence(last_text(page, &block.lines));
    let mut score = fits + if sentence { 1 } else { -1 };
    score -= i32::from(block.kind == Kind::Headline);
    score -= i32::from(block.indented);
    if marks::opens_with_date(first.text) {
        // A caption opens with the day; a sentence seldom goes on with it.
        score -= if is_aside(page, block) { 3 } else { 1 };
    }
    score
}

/// Whether a block is short and whole enough to be a caption that a paragraph runs around.
fn is_aside(page: &Page, block: &Block) -> bool {
    let stops = block.lines.clone().flat_map(|at| page.lines[at].text.chars()).filter(|c| is_stop(*c)).count();
    block.kind != Kind::Prose || stops <= 2 && ends_sentence(last_text(page, &block.lines))
}

fn last_text<'a>(page: &Page<'a>, lines: &Range<usize>) -> &'a str {
    lines.clone().next_back().map_or("", |at| page.lines[at].text)
}
