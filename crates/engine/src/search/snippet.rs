//! What is shown of an item in a list: its headline, and the passage that shows why it was found.

use std::cmp::Reverse;

use super::arena::{Kind, version_passages};
use super::matcher::in_scope;
use super::query::{Scope, Term};
use super::{Marked, evaluate};
use crate::corpus::{Item, Role, Said, Version};
use crate::text::marks::{Pattern, Place, in_utf16, places};
use crate::text::script::{is_unspaced, is_word};

/// How wide a snippet is: 70 Han characters of 16 units, or 160 letters of 7.
const WIDTH: usize = 1120;

fn width(char: char) -> usize {
    if char.is_ascii() || !is_unspaced(char) && is_word(char) { 7 } else { 16 }
}

/// What a query marks: each term's pattern with its scope.
#[derive(Debug)]
pub(crate) struct Marker {
    patterns: Vec<(Pattern, Scope)>,
}

impl Marker {
    pub(crate) fn new(terms: &[&Term]) -> Self {
        Self { patterns: terms.iter().map(|term| (evaluate::pattern(term), term.scope)).collect() }
    }

    fn of(&self, kind: Kind) -> Vec<Pattern> {
        let patterns = self.patterns.iter().filter(|(_, scope)| in_scope(kind, *scope));
        patterns.map(|(pattern, _)| pattern.clone()).collect()
    }

    /// A text with all its marks.
    fn marked(&self, kind: Kind, said: Said<'_>) -> Marked {
        let marks = in_utf16(&places(&self.of(kind), said.text), said.text);
        Marked { text: said.text.to_owned(), marks, language: said.language.to_owned() }
    }

    /// Where all the patterns stand in a text, whatever part of an item it is.
    pub(crate) fn everywhere(&self, text: &str) -> Vec<[usize; 2]> {
        let patterns: Vec<Pattern> = self.patterns.iter().map(|(pattern, _)| pattern.clone()).collect();
        in_utf16(&places(&patterns, text), text)
    }
}

/// The headline and the snippet of an item for a reader of a language.
///
/// The snippet is the passage of that language version with most of the query's words; where they stand in the headline
/// alone, the opening; where they stand only in another headline line or another version, that, and its language says so.
pub(crate) fn shown(item: &Item, marker: &Marker, language: &str) -> (Marked, Marked) {
    let version = item.version(language);
    let nothing = Said { text: "", language: version.language() };
    let headline = marker.marked(Kind::Headline, version.headline(Role::Main).unwrap_or(nothing));
    let found = best(marker, texts(&version)).or_else(|| {
        let elsewhere = || best(marker, lines(&version)).or_else(|| best(marker, all(item)));
        if headline.marks.is_empty() { elsewhere() } else { None }
    });
    let opening = || version.summary().or_else(|| Some(Said { text: version.paragraphs().next()?, ..version.body()? }));
    let snippet = found.unwrap_or_else(|| cut(opening().unwrap_or(nothing), &[], 0));
    (headline, snippet)
}

type Passages<'a> = Vec<(Kind, Said<'a>)>;

/// The passages of a version below its headline.
fn texts<'a>(version: &Version<'a>) -> Passages<'a> {
    let language = version.body().map_or("", |body| body.language);
    let captions = version.captions().filter_map(|(_, caption)| caption).map(|said| (Kind::Caption, said));
    let body = version.paragraphs().map(|text| (Kind::Body, Said { text, language }));
    version.summary().map(|said| (Kind::Summary, said)).into_iter().chain(captions).chain(body).collect()
}

/// The other lines of a version's headline.
fn lines<'a>(version: &Version<'a>) -> Passages<'a> {
    let lines = [Role::Kicker, Role::Subhead].into_iter().filter_map(|role| version.headline(role));
    lines.chain(version.printed()).map(|said| (Kind::Headline, said)).collect()
}

/// All passages of an item.
fn all(item: &Item) -> Passages<'_> {
    let mut all = Vec::new();
    for version in std::iter::once(item).chain(&item.translations) {
        let own = version.language.trim().is_empty();
        let language = if own { item.language.as_str() } else { version.language.as_str() };
        version_passages(version, &mut |kind, text| all.push((kind, Said { text, language })));
    }
    all
}

/// The best window of all passages: of most different words, then of most words, then the first.
fn best(marker: &Marker, passages: Passages<'_>) -> Option<Marked> {
    let mut best: Option<Window<'_>> = None;
    for (kind, said) in passages {
        let places = places(&marker.of(kind), said.text);
        if places.is_empty() {
            continue;
        }
        let widths = widths(said.text);
        let worths = (0..places.len()).map(|first| (worth(&places, first, &widths), Reverse(first)));
        // Of equals the first, so that the snippet begins as early as it can.
        let Some((worth, Reverse(first))) = worths.max() else { continue };
        if best.as_ref().is_none_or(|best| worth > best.worth) {
            best = Some(Window { worth, said, places, first });
        }
    }
    best.map(|window| cut(window.said, &window.places, window.first))
}

/// A window of a passage that begins with one of its places.
struct Window<'a> {
    worth: (usize, usize),
    said: Said<'a>,
    places: Vec<Place>,
    first: usize,
}

/// How wide a text is up to each character, and in all.
fn widths(text: &str) -> Vec<usize> {
    let mut sum = 0;
    let ends = text.chars().map(|char| {
        sum += width(char);
        sum
    });
    std::iter::once(0).chain(ends).collect()
}

/// How many different patterns, and how many places, a window holds that begins with a place.
fn worth(places: &[Place], first: usize, widths: &[usize]) -> (usize, usize) {
    let at = |char: usize| widths.get(char).copied().unwrap_or(usize::MAX);
    let start = places.get(first).map_or(0, |place| at(place.start));
    // A part of the width is kept for what stands before the first word.
    let inside = places.get(first..).unwrap_or(&[]).iter().take_while(|place| at(place.end) <= start + WIDTH * 3 / 4);
    let (mut seen, mut different, mut count) = (Vec::new(), 0, 0);
    for Place { pattern, .. } in inside {
        count += 1;
        if seen.len() <= *pattern {
            seen.resize(pattern + 1, false);
        }
        different += usize::from(!std::mem::replace(&mut seen[*pattern], true));
    }
    (different, count)
}

/// Cuts the window around a place out of a text, with … where something is left out.
fn cut(said: Said<'_>, places: &[Place], first: usize) -> Marked {
    let chars: Vec<char> = said.text.chars().map(|char| if char.is_control() { ' ' } else { char }).collect();
    let (start, end) = window(&chars, &widths(said.text), places.get(first));
    let mut text = String::new();
    if start > 0 {
        text.push('…');
    }
    let shift = usize::from(start > 0);
    text.extend(chars.get(start..end).unwrap_or(&[]));
    if end < chars.len() {
        text.push('…');
    }
    // What is cut off is not what was looked for; only the place that is shown may be longer than the window.
    let whole = |place: &&Place| place.end <= end || places.get(first) == Some(place);
    let inside = places.iter().filter(|place| (start..end).contains(&place.start)).filter(whole);
    let moved = |at: usize| at.clamp(start, end) - start + shift;
    let inside: Vec<Place> =
        inside.map(|place| Place { start: moved(place.start), end: moved(place.end), ..*place }).collect();
    Marked { marks: in_utf16(&inside, &text), text, language: said.language.to_owned() }
}

/// The characters of a window: it begins a quarter of its width before a place, and ends where it is full.
fn window(chars: &[char], widths: &[usize], place: Option<&Place>) -> (usize, usize) {
    let at = |char: usize| widths.get(char).copied().unwrap_or(usize::MAX);
    let total = at(chars.len());
    if total <= WIDTH {
        return (0, chars.len());
    }
    let anchor = place.map_or(0, |place| place.start);
    let left = at(anchor).saturating_sub(WIDTH / 4).min(total - WIDTH);
    let mut start = widths.partition_point(|&width| width < left).min(anchor);
    let mut end = widths.partition_point(|&width| width <= at(start) + WIDTH).saturating_sub(1);
    let splits = |at: usize| at > 0 && at < chars.len() && is_word(chars[at - 1]) && is_word(chars[at]);
    // A long place is not cut at its beginning, though maybe at its end.
    while start < anchor && (splits(start) || !is_text(chars[start])) {
        start += 1;
    }
    let least = place.map_or(start + 1, |place| place.end).min(end);
    let whole = end;
    while end > least && splits(end) {
        end -= 1;
    }
    // A single word wider than the window is cut all the same.
    (start, if end > start { end } else { whole })
}

/// Whether a snippet may begin with a character.
fn is_text(char: char) -> bool {
    is_word(char) || is_unspaced(char) || matches!(char, '“' | '‘' | '「' | '『' | '《' | '（' | '(' | '"')
}
