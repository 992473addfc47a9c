//! The setting of a page: which story leads, and in which of its section's two stacks each one stands.
//!
//! A section is a zone of the page, in the page's order; without zones the page is one section. The first item with a
//! picture leads the page, else the longest. The leading story of a section heads its wider stack; the others are shared
//! out so that both stacks end at about the same height, and keep the page's order within each. Where that does not succeed
//! at the usual widths (2 : 1 in the first section, 11 : 10 in the others), the widths give way.

use jianbao_engine::order::indices;

use super::measure::{self, Feature, Room, Story, columns, feature, height, text};

/// The rank of a story, which its headline shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    /// 头条: one a page.
    Lead,
    /// The second one of the page, of another section where there is one.
    Second,
    /// The third one.
    Third,
    /// Any other.
    Plain,
    /// A short one over which the paper printed no headline: boxed.
    Brief,
}

/// A story in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Which story: its place in the list.
    pub story: usize,
    /// Its rank.
    pub rank: Rank,
    /// How high its headline is that stands upright beside the text: a place in [`UPRIGHT_HEIGHTS`]; `None` over the text.
    pub upright: Option<usize>,
}

/// The width of a page is parted into so many parts, of which the first stack has [`Section::first`].
pub const PARTS: usize = 21;

/// 2 : 1, the usual widths in the first section.
const DOUBLE: usize = 14;

/// 11 : 10, the usual widths in the others.
const EVEN: usize = 11;

/// The parts that the first stack can have.
const FIRST: std::ops::RangeInclusive<usize> = 10..=16;

/// No stack is narrower, in pixels.
const NARROW: f64 = 210.0;

/// The widths of both stacks in pixels.
fn widths(first: usize, room: Room) -> (f64, f64) {
    let inner = room.width - 28.0;
    let part = inner * first as f64 / PARTS as f64;
    (part, inner - part - 29.0)
}

/// A section of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its zone, as the stories have it.
    pub zone: usize,
    /// The width of its first stack, of [`PARTS`]: all of them where there is no second one.
    pub first: usize,
    /// Its stacks; the second may be empty.
    pub stacks: [Vec<Placed>; 2],
    /// Whether the list of all that is on the page stands at the foot of its second stack.
    pub has_index: bool,
}

/// A list of the page's items is shown from so many on.
const INDEXED: usize = 3;

/// No longer text, in ems, is a brief.
const BRIEF: f64 = 420.0;

/// An upright headline, and the line under it, have no more characters.
const UPRIGHT: (f64, f64) = (22.0, 34.0);

/// The heights of upright headlines, in pixels: the nearest to the height of the text is taken.
pub const UPRIGHT_HEIGHTS: [f64; 3] = [260.0, 340.0, 420.0];

/// The text beside an upright headline is lower or higher by no more pixels.
const UNLIKE: f64 = 50.0;

/// The width of an upright headline with what goes with it, in pixels.
const UPRIGHT_WIDTH: f64 = 160.0;

/// Up to so many stories all ways to share them out are tried.
const ALL_WAYS: usize = 9;

/// So many pixels of difference are better than widths that are one part off the usual ones.
const UNUSUAL: f64 = 14.0;

/// Space between two stories of a stack.
const BETWEEN: f64 = 41.0;

/// Sets a page; `room.width` is that of the page.
pub fn lay_out(stories: &[Story], room: Room) -> Vec<Section> {
    let ranks = ranks(stories);
    let mut zones: Vec<(usize, Vec<usize>)> = Vec::new();
    for (at, story) in stories.iter().enumerate() {
        match zones.iter_mut().find(|(zone, _)| *zone == story.zone) {
            Some((_, members)) => members.push(at),
            None => zones.push((story.zone, vec![at])),
        }
    }
    let mut sections: Vec<Section> = Vec::new();
    for (zone, members) in zones {
        let has_index = sections.is_empty() && stories.len() >= INDEXED;
        sections.push(Setter { stories, ranks: &ranks, room, has_index }.section(zone, &members, sections.is_empty()));
    }
    set_upright(&mut sections, stories, room);
    sections
}

/// The rank of each story.
fn ranks(stories: &[Story]) -> Vec<Rank> {
    let has_titles = stories.iter().any(|story| !story.is_untitled && story.headline > 0.0);
    let is_brief = |story: &Story| {
        story.length() <= BRIEF && story.frames.is_empty() && (story.headline == 0.0 || has_titles && story.is_untitled)
    };
    let mut ranks: Vec<Rank> =
        stories.iter().map(|story| if is_brief(story) { Rank::Brief } else { Rank::Plain }).collect();
    let mut led: Vec<usize> = Vec::new();
    for rank in [Rank::Lead, Rank::Second, Rank::Third] {
        let free = || {
            let all = stories.iter().enumerate();
            all.filter(|(at, _)| ranks.get(*at).is_some_and(|rank| matches!(rank, Rank::Plain)) || rank == Rank::Lead)
        };
        let other = || free().filter(|(_, story)| !led.contains(&story.zone));
        let with_picture = |story: &&(usize, &Story)| !story.1.frames.is_empty();
        let chosen = other()
            .find(|story| with_picture(&story))
            .or_else(|| free().find(|story| with_picture(&story)))
            .or_else(|| longest(other()))
            .or_else(|| longest(free()));
        let Some((at, story)) = chosen else { break };
        led.push(story.zone);
        if let Some(place) = ranks.get_mut(at) {
            *place = rank;
        }
    }
    ranks
}

/// The first one of the longest.
fn longest<'a>(stories: impl Iterator<Item = (usize, &'a Story)>) -> Option<(usize, &'a Story)> {
    stories.reduce(|best, next| if next.1.length() > best.1.length() { next } else { best })
}

struct Setter<'a> {
    stories: &'a [Story],
    ranks: &'a [Rank],
    room: Room,
    /// Whether the list of the page's items is to stand here.
    has_index: bool,
}

impl Setter<'_> {
    fn rank(&self, story: usize) -> Rank {
        self.ranks.get(story).copied().unwrap_or(Rank::Plain)
    }

    fn section(&self, zone: usize, members: &[usize], is_first: bool) -> Section {
        // The one that leads: the highest in rank, else the first.
        let by_rank = members.iter().copied().min_by_key(|&story| self.rank(story) as u8);
        let Some(head) = by_rank else {
            return Section { zone, first: PARTS, stacks: Default::default(), has_index: false };
        };
        let others: Vec<usize> = members.iter().copied().filter(|&story| story != head).collect();
        let usual = if is_first { DOUBLE } else { EVEN };
        let mut best: Option<(f64, usize, Vec<bool>)> = None;
        for first in FIRST.filter(|&first| first == usual || widths(first, self.room).1 >= NARROW) {
            let (slack, second) = self.shared(head, &others, first);
            let cost = slack + UNUSUAL * usual.abs_diff(first) as f64;
            if best.as_ref().is_none_or(|best| cost < best.0) {
                best = Some((cost, first, second));
            }
        }
        let (_, first, second) = best.unwrap_or((0.0, usual, Vec::new()));
        let placed = |story: usize| Placed { story, rank: self.rank(story), upright: None };
        let mut stacks = [vec![placed(head)], Vec::new()];
        for (story, is_second) in others.iter().zip(second) {
            let [one, other] = &mut stacks;
            if is_second { other } else { one }.push(placed(*story));
        }
        let has_index = self.has_index;
        let first = if stacks[1].is_empty() && !has_index { PARTS } else { first };
        Section { zone, first, stacks, has_index }
    }

    /// Shares the other stories out; how much one stack is then higher than the other, in pixels, and which stories stand
    /// in the second one.
    fn shared(&self, head: usize, others: &[usize], first: usize) -> (f64, Vec<bool>) {
        let widths = widths(first, self.room);
        let height = |story: usize, stack: usize| {
            let (rank, width) = (self.rank(story), if stack == 0 { widths.0 } else { widths.1 });
            let of = |story| height(story, rank, width, columns(story, rank, stack == 0, self.room), self.room);
            self.stories.get(story).map_or(0.0, of) + BETWEEN
        };
        let index = if self.has_index { measure::index(self.stories, widths.1) } else { 0.0 };
        let start = [height(head, 0), index];
        let heights: Vec<[f64; 2]> = others.iter().map(|&story| [height(story, 0), height(story, 1)]).collect();
        if others.len() <= ALL_WAYS {
            let way = |ways: usize| {
                let mut stacks = start;
                for (at, [first, second]) in heights.iter().enumerate() {
                    if ways >> at & 1 == 1 { stacks[1] += second } else { stacks[0] += first }
                }
                // A stack without anything is a hole of its own.
                let is_bare = ways == 0 && !self.has_index && !others.is_empty();
                self.slack(stacks) + if is_bare { f64::INFINITY } else { 0.0 }
            };
            let all = (0..1_usize << others.len()).map(|ways| (way(ways), ways));
            let (slack, ways) = all.reduce(|best, next| if next.0 < best.0 { next } else { best }).unwrap_or((0.0, 0));
            return (slack, (0..others.len()).map(|at| ways >> at & 1 == 1).collect());
        }
        let (stacks, second) = greedy(start, &heights);
        (self.slack(stacks), second)
    }

    /// How much white is left where stacks are so high, in pixels. Lines of the list can be set farther apart: under it
    /// white is half as bad.
    fn slack(&self, [first, second]: [f64; 2]) -> f64 {
        if self.has_index && first > second { (first - second) / 2.0 } else { (first - second).abs() }
    }
}

/// The highest story first, each into the stack that is lower with it: how high the stacks then are, and which stories
/// stand in the second one.
fn greedy(mut stacks: [f64; 2], heights: &[[f64; 2]]) -> ([f64; 2], Vec<bool>) {
    let mut second = vec![false; heights.len()];
    let highest_first = indices(heights.iter().map(|height| u64::from(u32::MAX) - height[1] as u64));
    for at in highest_first {
        let (Some(height), Some(is_second)) = (heights.get(at), second.get_mut(at)) else { continue };
        *is_second = stacks[1] + height[1] < stacks[0] + height[0];
        stacks[usize::from(*is_second)] += height[usize::from(*is_second)];
    }
    (stacks, second)
}

/// Sets at most one headline of the page upright: beside quoted terms best, else the first that fits.
fn set_upright(sections: &mut [Section], stories: &[Story], room: Room) {
    let mut best: Option<(bool, usize, usize)> = None;
    for section in sections.iter().filter(|section| section.first < PARTS) {
        for placed in section.stacks.first().into_iter().flatten() {
            let Some(story) = stories.get(placed.story) else { continue };
            let has_terms = story.feature == Feature::Terms;
            let height = upright(story, placed.rank, widths(section.first, room).0);
            if let Some(height) = height.filter(|_| best.is_none_or(|best| has_terms && !best.0)) {
                best = Some((has_terms, placed.story, height));
            }
        }
    }
    let Some((_, chosen, height)) = best else { return };
    let all = sections.iter_mut().flat_map(|section| section.stacks.iter_mut().flatten());
    for placed in all.filter(|placed| placed.story == chosen) {
        placed.upright = Some(height);
    }
}

/// The height of an upright headline that goes with the text beside it.
fn upright(story: &Story, rank: Rank, width: f64) -> Option<usize> {
    let is_short = story.headline <= UPRIGHT.0 && story.subhead <= UPRIGHT.1 && story.headline > 0.0;
    let is_usual = matches!(rank, Rank::Plain | Rank::Third) && story.frames.is_empty();
    if !(story.is_han && is_short && is_usual) || matches!(story.feature, Feature::Figures(_)) {
        return None;
    }
    let beside = text(story, rank, width - UPRIGHT_WIDTH, 2) + feature(story);
    UPRIGHT_HEIGHTS.iter().position(|height| (height - beside).abs() <= UNLIKE)
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;

    use super::super::measure::Frame;
    use super::*;

    const ROOM: Room = Room { width: 1320.0 };

    fn story(zone: usize, length: f64) -> Story {
        Story { zone, paragraphs: vec![length], headline: 14.0, is_han: true, ..Story::default() }
    }

    fn with_picture(zone: usize, length: f64) -> Story {
        Story { frames: vec![Frame { caption: 20.0, ..Frame::default() }], ..story(zone, length) }
    }

    fn placed(sections: &[Section]) -> Vec<Placed> {
        sections.iter().flat_map(|section| section.stacks.iter().flatten().copied()).collect()
    }

    fn of_rank(sections: &[Section], rank: Rank) -> Vec<usize> {
        placed(sections).iter().filter(|placed| placed.rank == rank).map(|placed| placed.story).collect()
    }

    #[test]
    fn the_first_item_with_a_picture_leads_else_the_longest() {
        let page = [story(0, 900.0), with_picture(0, 300.0), with_picture(0, 500.0)];
        assert_eq!(of_rank(&lay_out(&page, ROOM), Rank::Lead), [1]);
        let page = [story(0, 300.0), story(0, 900.0), story(0, 900.0)];
        assert_eq!(of_rank(&lay_out(&page, ROOM), Rank::Lead), [1]);
    }

    #[test]
    fn the_second_rank_goes_to_another_section() {
        let page = [with_picture(0, 500.0), story(0, 900.0), story(1, 500.0), with_picture(1, 450.0)];
        let sections = lay_out(&page, ROOM);
        assert_eq!((of_rank(&sections, Rank::Lead), of_rank(&sections, Rank::Second)), (vec![0], vec![3]));
        assert_eq!(sections[1].stacks[0][0].story, 3, "it heads its section");
    }

    #[test]
    fn a_short_item_without_a_printed_headline_is_a_brief_where_others_have_one() {
        let untitled = |length| Story { is_untitled: true, ..story(0, length) };
        let page = [story(0, 900.0), untitled(300.0), untitled(600.0), Story { headline: 0.0, ..story(0, 200.0) }];
        assert_eq!(of_rank(&lay_out(&page, ROOM), Rank::Brief).len(), 2);
        assert_eq!(of_rank(&lay_out(&[untitled(300.0), untitled(200.0)], ROOM), Rank::Brief), [0; 0]);
    }

    #[test]
    fn a_section_of_one_story_has_one_stack() {
        let sections = lay_out(&[story(0, 500.0), story(1, 500.0)], ROOM);
        assert!(sections.iter().all(|section| section.first == PARTS && section.stacks[1].is_empty()));
        let sections = lay_out(&[story(0, 500.0), story(1, 500.0), story(1, 400.0)], ROOM);
        assert!(sections[0].has_index && sections[0].first < PARTS, "the list fills the second one");
    }

    #[test]
    fn one_headline_at_most_stands_upright_and_it_is_short_and_chinese() {
        let long = Story { headline: 30.0, ..story(0, 500.0) };
        let english = Story { is_han: false, ..story(0, 500.0) };
        let terms = Story { feature: Feature::Terms, ..story(0, 450.0) };
        let page = [with_picture(0, 500.0), long, english, story(1, 500.0), story(1, 480.0), story(1, 470.0), terms];
        let upright: Vec<_> =
            placed(&lay_out(&page, ROOM)).into_iter().filter(|placed| placed.upright.is_some()).collect();
        assert!(upright.len() <= 1);
        assert!(upright.iter().all(|placed| page[placed.story].is_han && page[placed.story].headline <= 22.0));
    }

    fn any_story() -> impl Strategy<Value = Story> {
        (0..3_usize, prop::collection::vec(0.0..900.0_f64, 0..5), 0.0..40.0_f64, any::<[bool; 3]>(), 0..5_usize)
            .prop_map(|(zone, paragraphs, headline, [picture, is_untitled, is_han], figures)| Story {
                zone,
                paragraphs,
                headline,
                frames: if picture { vec![Frame { caption: 18.0, ..Frame::default() }] } else { Vec::new() },
                is_untitled,
                is_han,
                feature: if figures > 0 { Feature::Figures(figures) } else { Feature::None },
                ..Story::default()
            })
    }

    proptest! {
        #[test]
        fn every_story_is_placed_once_no_stack_is_bare_and_one_leads(
            page in prop::collection::vec(any_story(), 1..24),
            width in 700.0..1400.0_f64,
        ) {
            let sections = lay_out(&page, Room { width });
            let mut all: Vec<_> = placed(&sections).iter().map(|placed| placed.story).collect();
            all.sort_unstable();
            prop_assert_eq!(all, (0..page.len()).collect::<Vec<_>>());
            prop_assert_eq!(of_rank(&sections, Rank::Lead).len(), 1);
            prop_assert!(of_rank(&sections, Rank::Second).len() <= 1);
            for section in &sections {
                prop_assert!(!section.stacks[0].is_empty());
                prop_assert_eq!(section.first == PARTS, section.stacks[1].is_empty() && !section.has_index);
                for stack in &section.stacks {
                    let rest = stack.iter().skip(1).map(|placed| placed.story);
                    prop_assert!(rest.is_sorted(), "a stack keeps the page's order");
                    prop_assert!(stack.iter().all(|placed| page[placed.story].zone == section.zone));
                }
            }
            prop_assert!(placed(&sections).iter().filter(|placed| placed.upright.is_some()).count() <= 1);
        }

        #[test]
        fn with_many_stories_the_stacks_end_at_about_the_same_height(
            lengths in prop::collection::vec(200.0..600.0_f64, 8..20),
        ) {
            let page: Vec<_> = lengths.iter().map(|&length| story(0, length)).collect();
            let sections = lay_out(&page, ROOM);
            let setter = Setter { stories: &page, ranks: &ranks(&page), room: ROOM, has_index: true };
            let head = sections[0].stacks[0][0].story;
            let others: Vec<_> = (0..page.len()).filter(|&at| at != head).collect();
            prop_assert!(setter.shared(head, &others, sections[0].first).0 < 320.0);
        }
    }
}
