//! Captions: which text a loose paragraph, or one that says it is a caption, belongs to.
//!
//! A caption says again what a text says. So the text that holds most of its words is its own; where it shares hardly
//! any, it stays with the nearest. A loose paragraph that no text holds is what it seems: a paragraph, or a text by
//! itself.

use crate::divide::{Division, Draft, Look, Loose};
use crate::likeness::Likeness;
use crate::page::Page;

/// A caption and its text.
#[derive(Debug)]
pub(crate) struct Placed {
    /// Its lines.
    pub(crate) lines: Vec<usize>,
    /// Its text, by place among the drafts; `None` where the page has no text.
    pub(crate) text: Option<usize>,
}

/// Settles all that is loose: drafts grow by paragraphs, or become more; the captions are handed back.
pub(crate) fn settle(page: &Page, division: &mut Division) -> Vec<Placed> {
    let texts: Vec<String> = division.drafts.iter().map(|draft| text(page, draft)).collect();
    let likeness = Likeness::new(texts.iter().map(String::as_str));
    let mut captions = Vec::new();
    let mut pending: Vec<Loose> = Vec::new();
    for loose in std::mem::take(&mut division.loose) {
        match belongs(page, &likeness, &division.drafts, &loose) {
            Some(text) => captions.push((loose.lines, loose.at, Some(text))),
            None => pending.push(loose),
        }
    }
    for (lines, at) in std::mem::take(&mut division.captions) {
        let words = words(page, &lines);
        let shares = likeness.shares(&words);
        let rival = |text: usize| {
            shares.iter().enumerate().filter(|&(other, _)| other != text).map(|(_, &share)| share).fold(0.0, f64::max)
        };
        let clear = |&(text, share): &(usize, f64)| share >= 0.3 || share >= 0.1 && share >= 1.5 * rival(text);
        let text = best(&shares, &division.drafts, at).filter(clear).map(|(text, _)| text);
        captions.push((lines, at, text.or_else(|| nearest(&division.drafts, at))));
    }
    captions.sort_by_key(|&(_, at, _)| at);
    let order = adopt(division, pending);
    let text = |text: Option<usize>| text.and_then(|text| order.get(text).copied());
    captions.into_iter().map(|(lines, _, of)| Placed { lines, text: text(of) }).collect()
}

/// The text that a loose paragraph is a caption of.
fn belongs(page: &Page, likeness: &Likeness, drafts: &[Draft], loose: &Loose) -> Option<usize> {
    let shares = likeness.shares(&words(page, &loose.lines));
    let (text, share) = best(&shares, drafts, loose.at)?;
    // What several texts say alike is a turn of phrase, not the event of one of them.
    let rival =
        shares.iter().enumerate().filter(|&(place, _)| place != text).map(|(_, &share)| share).fold(0.0, f64::max);
    if share < rival + if loose.look == Look::Odd { 0.05 } else { 0.2 } {
        return None;
    }
    let own = loose.after.and_then(|own| shares.get(own)).copied().unwrap_or(0.0);
    let enough = match (loose.look, loose.after) {
        (Look::Odd, _) => 0.3,
        (_, None) => 0.45,
        (Look::Dated, Some(own)) if own == text => 0.8,
        (Look::Dated, Some(_)) => 0.6_f64.max(own + 0.2),
        (Look::Plain, Some(own)) if own == text => return None,
        (Look::Plain, Some(_)) => 0.75_f64.max(own + 0.3),
    };
    (share >= enough).then_some(text)
}

/// The text that holds most, the nearest of equals.
fn best(shares: &[f64], drafts: &[Draft], at: usize) -> Option<(usize, f64)> {
    let far = |text: usize| drafts.get(text).map_or(usize::MAX, |draft| distance(draft, at));
    let all = shares.iter().copied().enumerate();
    all.min_by(|a, b| b.1.total_cmp(&a.1).then(far(a.0).cmp(&far(b.0))))
}

fn nearest(drafts: &[Draft], at: usize) -> Option<usize> {
    (0..drafts.len()).min_by_key(|&text| drafts.get(text).map(|draft| distance(draft, at)))
}

fn distance(draft: &Draft, at: usize) -> usize {
    if at < draft.span.0 { draft.span.0 - at } else { at.saturating_sub(draft.span.1) }
}

/// Loose paragraphs that are no captions go on with the text before them, or make texts of their own. Answers where
/// each of the drafts stands afterwards.
fn adopt(division: &mut Division, pending: Vec<Loose>) -> Vec<usize> {
    let mut fresh: Vec<Draft> = Vec::new();
    for loose in pending {
        if let Some(draft) = loose.after.and_then(|text| division.drafts.get_mut(text)) {
            let later = draft.span.1 > loose.at;
            // In the midst of a text its place is before what follows: paragraphs are in the order of their lines.
            draft.paragraphs.push(loose.lines);
            draft.span.1 = draft.span.1.max(loose.at);
            if later {
                draft.paragraphs.sort_by_key(|lines| lines.first().copied());
            }
        } else if let Some(draft) = fresh.last_mut().filter(|draft| draft.span.1 + 1 == loose.at) {
            draft.paragraphs.push(loose.lines);
            draft.span.1 = loose.at;
        } else if let Some(draft) =
            division.drafts.iter_mut().find(|draft| draft.span.0 == loose.at + 1 && !draft.marked)
        {
            draft.paragraphs.insert(0, loose.lines);
            draft.span.0 = loose.at;
        } else {
            fresh.push(Draft { paragraphs: vec![loose.lines], span: (loose.at, loose.at), marked: false });
        }
    }
    let old = division.drafts.len();
    division.drafts.append(&mut fresh);
    let mut order: Vec<usize> = (0..division.drafts.len()).collect();
    order.sort_by_key(|&text| division.drafts.get(text).map(|draft| draft.span));
    let mut places = vec![0; order.len()];
    for (place, &text) in order.iter().enumerate() {
        if let Some(slot) = places.get_mut(text) {
            *slot = place;
        }
    }
    division.drafts.sort_by_key(|draft| draft.span);
    places.truncate(old);
    places
}

fn words(page: &Page, lines: &[usize]) -> String {
    crate::join::paragraph(lines.iter().filter_map(|&line| page.lines.get(line)).map(|line| line.text)).text
}

/// The whole of a draft, for comparison.
pub(crate) fn text(page: &Page, draft: &Draft) -> String {
    draft.paragraphs.iter().map(|lines| words(page, lines) + "\n").collect()
}
