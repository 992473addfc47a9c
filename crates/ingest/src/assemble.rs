//! Headlines to texts.
//!
//! Papers are set, and extracted, with the headline before its text or after it; a page keeps to one of the two. Which,
//! is decided once a page, from the words that headlines share with the texts before and after them and from where
//! headlines stand. Then every pair of headline and text is rated by its words and its place, and the best pairs are
//! taken first, each text once. What is left without a text is reported.

use crate::captions::text;
use crate::divide::{Division, Group};
use crate::join;
use crate::likeness::Likeness;
use crate::page::Page;

/// The outcome of matching.
#[derive(Debug, Default)]
pub(crate) struct Matched {
    /// For each draft, the lines of its headlines.
    pub(crate) of: Vec<Vec<usize>>,
    /// Headlines that no text fits.
    pub(crate) left: Vec<Group>,
    /// Whether this page prints headlines after their texts.
    pub(crate) after: bool,
}

struct Rated {
    lines: Vec<usize>,
    at: usize,
    end: usize,
    scores: Vec<f64>,
    before: Option<usize>,
    next: Option<usize>,
}

/// Matches the headlines of a page with its texts.
pub(crate) fn headlines(page: &Page, division: &Division) -> Matched {
    let texts: Vec<String> = division.drafts.iter().map(|draft| text(page, draft)).collect();
    let likeness = Likeness::new(texts.iter().map(String::as_str));
    let groups: Vec<Rated> = division.groups.iter().flat_map(|group| split(page, division, &likeness, group)).collect();
    let after = orientation(division, &groups);
    let mut pairs = Vec::new();
    for (number, group) in groups.iter().enumerate() {
        for (place, &score) in group.scores.iter().enumerate() {
            let (own, other) = if after { (group.before, group.next) } else { (group.next, group.before) };
            let (bonus, enough) = match Some(place) {
                place if place == own => (0.4, 0.0),
                place if place == other => (0.1, 0.15),
                _ => (0.0, 0.3),
            };
            if score >= enough {
                pairs.push((score + bonus, number, place));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut matched = Matched { of: vec![Vec::new(); texts.len()], left: Vec::new(), after };
    let mut used = vec![false; groups.len()];
    for (_, number, place) in pairs {
        if !used[number] && matched.of[place].is_empty() {
            used[number] = true;
            matched.of[place].clone_from(&groups[number].lines);
        }
    }
    for (group, _) in groups.into_iter().zip(used).filter(|(_, used)| !used) {
        leave(group, &mut matched);
    }
    matched
}

/// A headline whose best text has one already joins it, where it stands next to that text and shares its words.
fn leave(group: Rated, matched: &mut Matched) {
    let near = [group.before, group.next].into_iter().flatten();
    let best =
        near.max_by(|&a, &b| group.scores[a].total_cmp(&group.scores[b])).filter(|&text| group.scores[text] >= 0.3);
    match best {
        Some(text) => {
            matched.of[text].extend(group.lines);
            matched.of[text].sort_unstable();
        }
        None => matched.left.push(Group { lines: group.lines, at: group.at, end: group.end }),
    }
}

fn rated(page: &Page, division: &Division, likeness: &Likeness, lines: &[usize], (at, end): (usize, usize)) -> Rated {
    let before = division.drafts.iter().rposition(|draft| draft.span.0 < at);
    let next = division.drafts.iter().position(|draft| draft.span.0 > at);
    Rated { lines: lines.to_vec(), at, end, scores: likeness.scores(&joined(page, lines)), before, next }
}

fn joined(page: &Page, lines: &[usize]) -> String {
    lines.iter().map(|&line| join::headline(page.lines[line].text) + "\n").collect()
}

/// Lines between two texts may be the headlines of both: of the one before and of the one after.
fn split(page: &Page, division: &Division, likeness: &Likeness, group: &Group) -> Vec<Rated> {
    let whole = rated(page, division, likeness, &group.lines, (group.at, group.end));
    let (Some(before), Some(next)) = (whole.before, whole.next) else { return vec![whole] };
    let lean: Vec<f64> = group
        .lines
        .iter()
        .map(|&line| {
            let scores = likeness.scores(&joined(page, &[line]));
            scores[before] - scores[next]
        })
        .collect();
    let total: f64 = lean.iter().sum();
    let mut best = (total.abs() + 0.5, 0);
    let mut head = 0.0;
    for (place, lean) in lean.iter().enumerate().take(lean.len().saturating_sub(1)) {
        head += lean;
        let gain = head - (total - head);
        if gain > best.0 {
            best = (gain, place + 1);
        }
    }
    if best.1 == 0 {
        return vec![whole];
    }
    let (first, second) = group.lines.split_at(best.1);
    [first, second].into_iter().map(|lines| rated(page, division, likeness, lines, (group.at, group.end))).collect()
}

/// Whether the page prints headlines after their texts.
fn orientation(division: &Division, groups: &[Rated]) -> bool {
    let score =
        |group: &Rated, text: Option<usize>| text.and_then(|text| group.scores.get(text)).copied().unwrap_or(0.0);
    let words: f64 = groups.iter().map(|group| score(group, group.before) - score(group, group.next)).sum();
    let touches = |first: usize, second: usize| first + 1 == second;
    let ends = division
        .drafts
        .iter()
        .filter(|draft| division.groups.iter().any(|group| touches(draft.span.1, group.at)))
        .count();
    let begins = groups
        .iter()
        .filter(|group| {
            group
                .next
                .and_then(|next| division.drafts.get(next))
                .is_some_and(|draft| draft.span.0 > group.at && draft.span.0 <= group.end + 1)
        })
        .count();
    // A byline stands between a headline and the text below it.
    let bylines =
        division.bylines.iter().filter(|byline| division.groups.iter().any(|group| group.end == byline.1)).count();
    words + 0.5 * (ends as f64 - begins as f64) - bylines as f64 > 0.0
}
