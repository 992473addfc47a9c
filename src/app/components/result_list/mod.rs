//! The list of results. A long one is drawn in part: what is near the window, the row with the focus, and the one that is
//! open. All else is space. A short one is drawn whole, but not at once: a key press waits for its first rows only.

mod group;
mod keys;
mod kwic;
mod rail;
mod rows;
mod watch;

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use jianbao_engine::corpus::ItemId;
use jianbao_engine::search::{Results, Sort};
use web_sys::Element;
use yew::prelude::*;

use crate::app::context::{Reader, use_reader};
use crate::app::list::{Gaps, Group, Heights, MANY, Rail, groups};
use crate::app::selection::Selection;
use rows::Rows;

pub use kwic::KwicList;

/// How much of a long list is drawn before the window is known, in pixels.
const AT_FIRST: f64 = 280.0;
/// Short lists of no more rows are drawn at once.
const ONCE: usize = 12;
/// How many rows of another short list are drawn at first, as they come near the window, and each time while the reader rests.
const ROWS: [usize; 3] = [4, 8, 20];
/// The height of a row that has not been drawn, as a guess, in pixels.
const ROW: f64 = 120.0;

/// Properties of [`ResultList`].
#[derive(Clone, Properties)]
pub struct ResultListProps {
    /// What was found.
    pub results: Rc<Results>,
    /// Whether they are in the order of time.
    pub by_date: bool,
    /// Whether an item has one line.
    pub compact: bool,
    /// The item that is open.
    pub open: Option<ItemId>,
    /// The items that are picked out, while the reader picks some out.
    #[prop_or_default]
    pub selection: Option<Rc<Selection>>,
    /// What was remembered when the list was last left.
    pub drawn: Rc<RefCell<Drawn>>,
}

impl PartialEq for ResultListProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.results, &other.results)
            && self.by_date == other.by_date
            && self.compact == other.compact
            && self.open == other.open
            && match (&self.selection, &other.selection) {
                (Some(one), Some(other)) => Rc::ptr_eq(one, other),
                (one, other) => one.is_none() && other.is_none(),
            }
    }
}

/// Whether a list is in the order of time: without a query it is, whatever the order asked for.
pub(super) fn is_by_date(sort: Sort, query: &str) -> bool {
    sort != Sort::Relevance || query.trim().is_empty()
}

/// What a rail is made of: it is the same as long as the groups are.
struct RailOf(Rc<Vec<Group>>, ResultListProps);

impl PartialEq for RailOf {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The group with the focus, and the one with the item that is open.
type Kept = [Option<usize>; 2];

/// Which list it is: of what results, and how they are set.
struct Of(Rc<Results>, [bool; 2], Reader);

impl PartialEq for Of {
    fn eq(&self, Self(those, set, reader): &Self) -> bool {
        let these = &self.0;
        self.1 == *set
            && self.2 == *reader
            && (Rc::ptr_eq(these, those) || these.query == those.query && these.order == those.order)
    }
}

/// What is remembered of a list from one drawing to the next, and while another view is shown.
#[derive(Default)]
pub struct Drawn {
    of: Option<Of>,
    groups: Rc<Vec<Group>>,
    heights: Heights,
    window: Range<usize>,
    /// How many rows of a short list are drawn.
    rows: usize,
    /// The width at which its heights were measured, in pixels.
    width: f64,
    /// The group with the focus.
    focused: Option<usize>,
    /// The groups that are drawn wherever they are.
    kept: Kept,
    /// What of them stands in the page since the drawing before, and is watched.
    watched: Option<(Range<usize>, usize, Kept)>,
    /// The rows of a long list that are in the window.
    seen: Range<usize>,
    /// The item that was picked out last, or taken back.
    picked: Option<ItemId>,
    /// A row to go to once it is drawn, and whether the focus goes there.
    jump: Option<rail::Jump>,
}

impl Drawn {
    /// Another list begins at its first rows.
    fn begin(&mut self, props: &ResultListProps, reader: &Reader, gaps: &Gaps) {
        // Not anew for another item that is open, or picked out.
        let of = Some(Of(props.results.clone(), [props.by_date, props.compact], reader.clone()));
        if self.of == of {
            return;
        }
        let groups = groups(&props.results.order, props.by_date, &|id| reader.archive.date(id), gaps);
        let heights = Heights::new(&groups);
        let window = heights.within(0.0, AT_FIRST);
        let count = groups.first().map_or(0, |group| group.rows.len());
        let rows = if groups.len() > 1 || count <= ONCE { count.max(MANY) } else { ROWS[0] };
        *self = Self { of, groups: Rc::new(groups), heights, window, rows, picked: self.picked, ..Self::default() };
    }

    /// Draws a row, which may be anywhere, and remembers to go there.
    fn go(&mut self, (row, focus): rail::Jump) {
        if let Some(at) = self.group_of(row) {
            self.window = at..at + 1;
            self.jump = Some((row, focus));
        }
    }

    /// The rows of a long list that have come to be drawn since this was last asked, and whether it is the first time; `None`
    /// where the same is drawn as then.
    fn watch(&mut self) -> Option<(Vec<usize>, bool)> {
        let now = (self.window.clone(), self.rows, self.kept);
        let before = self.watched.replace(now.clone());
        if before.as_ref() == Some(&now) {
            return None;
        }
        let was_drawn = |at: &usize| {
            before.as_ref().is_some_and(|(window, _, kept)| window.contains(at) || kept.contains(&Some(*at)))
        };
        let drawn = self.window.clone().chain(self.kept.into_iter().flatten());
        let groups = drawn.filter(|at| self.groups.len() > 1 && !was_drawn(at)).filter_map(|at| self.groups.get(at));
        Some((groups.flat_map(|group| group.rows.clone()).collect(), before.is_none()))
    }

    /// How many rows have yet to be drawn of a short list.
    fn rest(&self) -> usize {
        match &**self.groups {
            [only] => only.rows.len().saturating_sub(self.rows),
            _ => 0,
        }
    }

    /// The group of a row.
    fn group_of(&self, row: usize) -> Option<usize> {
        let at = self.groups.partition_point(|group| group.rows.end <= row);
        (at < self.groups.len()).then_some(at)
    }
}

/// The list of results, with what says where in it the reader is. That is drawn by itself as the list is scrolled.
#[component]
pub fn ResultList(props: &ResultListProps) -> Html {
    let reader = use_reader();
    let gaps = use_memo(reader.clone(), gaps_of);
    props.drawn.borrow_mut().begin(props, &reader, &gaps);
    let groups = props.drawn.borrow().groups.clone();
    let rail = use_memo(RailOf(groups, props.clone()), |RailOf(_, list)| {
        let is_long = list.by_date && list.results.order.len() >= MANY;
        is_long.then(|| Rail::new(&list.results.order, &|id| reader.archive.date(id))).flatten()
    });
    let redraw = use_force_update();
    let on_seen = use_callback((), move |(), ()| redraw.force_update());
    let jumps = use_state(|| 0_u32);
    let jump = {
        let (drawn, jumps) = (props.drawn.clone(), jumps.clone());
        Callback::from(move |jump: rail::Jump| {
            drawn.borrow_mut().go(jump);
            jumps.set(jumps.wrapping_add(1));
        })
    };
    let seen = &props.drawn.borrow().seen.clone();
    html! {
        <div class={if rail.is_some() { "lst has-rl" } else { "lst" }}>
            if let Some(rail) = &*rail { { rail::view(&reader, rail, seen, jump) } }
            <Rows list={props.clone()} jumps={*jumps} {on_seen} />
            { rail::line(&reader, &props.results.order, seen, props.by_date) }
        </div>
    }
}

fn gaps_of(reader: &Reader) -> Gaps {
    Gaps::new((0..reader.archive.len()).map(|id| reader.archive.date(ItemId(id as u32))))
}

/// The place in a long list, from 0, of the row that an element is.
fn row_of(element: &Element) -> Option<usize> {
    element.get_attribute("aria-posinset")?.parse::<usize>().ok()?.checked_sub(1)
}
