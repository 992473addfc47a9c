//! Finds a pattern in the arena.

use super::arena::{Arena, Kind, passages};
use super::bits::Bits;
use super::query::Scope;
use super::signature::BLOCK;
use crate::corpus::Item;
use crate::text::marks::Pattern;
use crate::text::{fold_char, is_sole_variant};

/// Where a pattern was found: items, ascending, each with its first places.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    /// Items, ascending.
    pub(crate) items: Vec<u32>,
    /// For each item where its places begin.
    starts: Vec<u32>,
    /// Bytes in the arena, ascending.
    places: Vec<u32>,
}

impl Found {
    /// Items, whose places have not been looked for.
    pub(crate) fn unplaced(items: &Bits) -> Self {
        Self { items: items.iter().map(|item| item as u32).collect(), ..Self::default() }
    }

    /// Whether places have been looked for.
    pub(crate) fn is_placed(&self) -> bool {
        self.starts.len() == self.items.len()
    }

    /// The places in the `index`-th item found.
    pub(crate) fn places(&self, index: usize) -> &[u32] {
        let at = |index: usize| self.starts.get(index).map_or(self.places.len(), |&at| at as usize);
        self.places.get(at(index)..at(index + 1)).unwrap_or(&[])
    }

    /// The items as a set.
    pub(crate) fn set(&self, length: usize) -> Bits {
        let mut bits = Bits::none(length);
        self.items.iter().for_each(|&item| bits.insert(item as usize));
        bits
    }

    /// Adds a place; returns how many its item has now.
    fn push(&mut self, item: usize, place: usize) -> usize {
        if self.items.last() != Some(&(item as u32)) {
            self.items.push(item as u32);
            self.starts.push(self.places.len() as u32);
        }
        self.places.push(place as u32);
        self.places.len() - self.starts.last().map_or(0, |&start| start as usize)
    }

    /// Keeps the places for which something holds.
    fn retain(self, mut holds: impl FnMut(usize, usize) -> bool) -> Self {
        let mut kept = Self::default();
        for (index, &item) in self.items.iter().enumerate() {
            for &place in self.places(index) {
                if holds(item as usize, place as usize) {
                    kept.push(item as usize, place as usize);
                }
            }
        }
        kept
    }
}

/// Whether a passage of a kind lies in a scope.
pub(crate) fn in_scope(kind: Kind, scope: Scope) -> bool {
    match scope {
        Scope::All => true,
        Scope::Headline => kind == Kind::Headline,
        Scope::Body => kind == Kind::Body,
    }
}

/// Finds a pattern, folded: all places, or the first `most` of each item.
pub(crate) fn find(arena: &Arena, pattern: &Pattern, scope: Scope, most: usize, within: Option<&Bits>) -> Found {
    let folded = pattern.folded();
    let probe = arena.probe(folded.text());
    let mut search =
        Search { arena, finder: folded.finder_in(arena.frequencies()), scope, most, found: Found::default() };
    match within {
        // Where most items are asked for, one long search is sooner done than many short ones.
        Some(items) if items.count() < arena.len() / 4 => {
            for item in items.iter().filter(|item| probe.may_hold(item / BLOCK)) {
                search.run(item, arena.span(item));
            }
        }
        _ => runs(arena.len(), |block| probe.may_hold(block)).for_each(|(first, last)| {
            search.run(first, (arena.span(first).0, arena.span(last).1));
        }),
    }
    search.found
}

/// The first and the last item of each run of blocks for which something holds.
fn runs(items: usize, holds: impl Fn(usize) -> bool) -> impl Iterator<Item = (usize, usize)> {
    let blocks = items.div_ceil(BLOCK);
    let mut block = 0;
    std::iter::from_fn(move || {
        let first = (block..blocks).find(|block| holds(*block))?;
        block = (first..blocks).find(|block| !holds(*block)).unwrap_or(blocks);
        Some((first * BLOCK, (block * BLOCK).min(items) - 1))
    })
}

struct Search<'a> {
    arena: &'a Arena,
    finder: crate::text::marks::Finder<'a>,
    scope: Scope,
    most: usize,
    found: Found,
}

impl Search<'_> {
    /// Searches from the beginning of an item to the end of a span.
    fn run(&mut self, mut item: usize, (start, end): (usize, usize)) {
        let text = self.arena.text().get(..end).unwrap_or_default();
        let mut from = start;
        while let Some(place) = self.finder.next(text, from) {
            item = self.arena.item_at(place, item);
            from = self.finder.after(place);
            let kept =
                self.scope == Scope::All || in_scope(self.arena.kind(self.arena.passage_at(place, item)), self.scope);
            if kept && self.found.push(item, place) == self.most {
                from = self.arena.span(item).1;
            }
        }
    }
}

/// Whether what stands at a place is the exact form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Exact,
    Other,
    /// Several characters fold to the same: only the original text tells.
    Unknown,
}

/// Tells exact forms from others by what the arena remembers of the fold.
#[derive(Debug)]
pub(crate) struct Exactness {
    /// For each character of the pattern: its length when folded, whether it is changed by the fold, and whether it is
    /// the only one that is changed to the same.
    chars: Vec<(usize, bool, bool)>,
    everywhere: Option<bool>,
}

impl Exactness {
    pub(crate) fn of(arena: &Arena, typed: &str) -> Self {
        let one = |char: char| {
            let folded = fold_char(char);
            (folded.len_utf8(), folded != char, folded == char || is_sole_variant(char))
        };
        let chars: Vec<_> = typed.chars().map(one).collect();
        let is_plain = typed.chars().all(|char| !arena.has_variants(fold_char(char)));
        let everywhere = is_plain.then(|| chars.iter().all(|&(_, changed, _)| !changed));
        Self { chars, everywhere }
    }

    /// Where the archive has but one form of each of the characters: whether that is the one typed. Then no place needs
    /// to be looked at.
    pub(crate) fn everywhere(&self) -> Option<bool> {
        self.everywhere
    }

    /// The form at a place: that of the passage, or that of its twin, whichever is nearer to what is asked for.
    fn form(&self, arena: &Arena, place: usize) -> Form {
        let (mut at, mut form) = (place, Form::Exact);
        let (mut own, mut twin) = (true, true);
        for &(length, changed, sole) in &self.chars {
            let (in_own, in_twin) = arena.is_changed(at);
            own &= in_own == changed;
            twin &= in_twin == changed;
            if !own && !twin {
                return Form::Other;
            }
            if !sole {
                form = Form::Unknown;
            }
            at += length;
        }
        form
    }

    /// Whether one of the places of a pattern that an item has may be the exact form.
    pub(crate) fn any(&self, arena: &Arena, places: &[u32]) -> bool {
        if let Some(is_exact) = self.everywhere {
            return is_exact;
        }
        places.iter().any(|&place| self.form(arena, place as usize) != Form::Other)
    }
}

/// Keeps the places where exactly what was quoted stands; `item` parses an item anew where the arena cannot tell.
pub(crate) fn verified(
    arena: &Arena,
    found: Found,
    exactness: &Exactness,
    quoted: &str,
    item: impl Fn(usize) -> Item,
) -> Found {
    let mut parsed: Option<(usize, Item)> = None;
    found.retain(|number, place| match exactness.form(arena, place) {
        Form::Exact => true,
        Form::Other => false,
        Form::Unknown => {
            let original = match &mut parsed {
                Some((last, original)) if *last == number => original,
                other => &other.insert((number, item(number))).1,
            };
            stands_at(original, arena.offset(place, number), quoted)
        }
    })
}

/// Whether a string stands in an item's original text, or in its twin, at a character of a passage.
fn stands_at(item: &Item, (passage, chars): (usize, usize), string: &str) -> bool {
    let (mut index, mut stands) = (0, false);
    passages(item, &mut |found| {
        if index == passage {
            stands = [Some(found.text), found.twin].into_iter().flatten().any(|text| {
                let start = text.char_indices().nth(chars).map_or(text.len(), |(start, _)| start);
                text.get(start..).is_some_and(|rest| rest.starts_with(string))
            });
        }
        index += 1;
    });
    stands
}
