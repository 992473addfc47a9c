//! The list of results. A long one is drawn in part: what is near the window, the row with the focus, and the one that is
//! open. All else is space. A short one is drawn whole, but not at once: a key press waits for its first rows only.

mod group;
mod keys;
mod kwic;
mod watch;

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use jianbao_engine::corpus::ItemId;
use jianbao_engine::search::{Results, Sort};
use web_sys::Element;
use yew::prelude::*;

use crate::app::context::{Reader, use_reader};
use crate::app::i18n::shell;
use crate::app::list::{Gaps, Group, Heights, MANY, Piece, groups, pieces};
use crate::app::timeline::number::decimal;
use watch::use_watch;

pub use kwic::KwicList;

/// How much of a long list is drawn before the window is known, in pixels.
const AT_FIRST: f64 = 480.0;
/// Short lists of no more rows are drawn at once.
const ONCE: usize = 12;
/// How many rows of another short list are drawn at first and as they come near the window, and how many each time while the
/// reader rests.
const ROWS: [usize; 2] = [5, 20];
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
}

impl PartialEq for ResultListProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.results, &other.results)
            && self.by_date == other.by_date
            && self.compact == other.compact
            && self.open == other.open
    }
}

/// Whether a list is in the order of time: without a query it is, whatever the order asked for.
pub(super) fn is_by_date(sort: Sort, query: &str) -> bool {
    sort != Sort::Relevance || query.trim().is_empty()
}

/// What is remembered of a list from one drawing to the next.
#[derive(Default)]
struct Drawn {
    groups: Rc<Vec<Group>>,
    heights: Heights,
    window: Range<usize>,
    /// How many rows of a short list are drawn.
    rows: usize,
    /// The width at which its heights were measured, in pixels.
    width: f64,
    /// The group with the focus.
    focused: Option<usize>,
}

impl Drawn {
    /// Another list begins at its first rows.
    fn begin(&mut self, groups: &Rc<Vec<Group>>) {
        if !Rc::ptr_eq(&self.groups, groups) {
            let heights = Heights::new(groups);
            let window = heights.within(0.0, AT_FIRST);
            let count = groups.first().map_or(0, |group| group.rows.len());
            let rows = if groups.len() > 1 || count <= ONCE { count.max(MANY) } else { ROWS[0] };
            *self = Self { groups: groups.clone(), heights, window, rows, width: 0.0, focused: None };
        }
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
        self.groups.iter().position(|group| group.rows.contains(&row))
    }
}

/// The list of results. ↑↓ or j k move between headlines.
#[component]
pub fn ResultList(props: &ResultListProps) -> Html {
    let reader = use_reader();
    let gaps = use_memo(reader.clone(), gaps_of);
    // Not made anew for another item that is open.
    let list = ResultListProps { open: None, ..props.clone() };
    let groups = use_memo((list, reader.clone()), |(list, reader)| {
        groups(&list.results.order, list.by_date, &|id| reader.archive.date(id), &gaps)
    });
    let drawn = use_mut_ref(Drawn::default);
    drawn.borrow_mut().begin(&groups);
    let node = use_node_ref();
    let redraw = use_force_update();
    use_watch(&node, &drawn, redraw);
    let pieces = {
        let drawn = drawn.borrow();
        let open = props.open.and_then(|open| props.results.order.iter().position(|&id| id == open));
        pieces(groups.len(), drawn.window.clone(), [drawn.focused, open.and_then(|row| drawn.group_of(row))])
    };
    let mut shown = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Drawn(range) => {
                for at in range {
                    let most = drawn.borrow().rows;
                    shown.extend(groups.get(at).map(|group| group::group(&reader, props, (at, most), group)));
                }
            }
            Piece::Space(range) => shown.push(space(range.start, drawn.borrow().heights.sum(range))),
        }
    }
    let rest = drawn.borrow().rest();
    if rest > 0 {
        shown.push(space(groups.len(), rest as f64 * ROW));
    }
    html! {
        <div class={if props.compact { "groups is-compact" } else { "groups" }} ref={node} onkeydown={Callback::from(keys::move_between_rows)} onfocusin={keep_focused(&drawn)}>
            { for shown }
            <p key="end" class="end">{ shell::END.get(reader.language) }</p>
        </div>
    }
}

fn gaps_of(reader: &Reader) -> Gaps {
    Gaps::new((0..reader.archive.len()).map(|id| reader.archive.date(ItemId(id as u32))))
}

/// The space of what is not drawn. Its height is an attribute: there is no inline style.
fn space(first: usize, height: f64) -> Html {
    html! {
        <svg key={["s", &first.to_string()].concat()} class="space" width="1" height={decimal(height)} aria-hidden="true" focusable="false"></svg>
    }
}

/// Remembers which group has the focus.
fn keep_focused(drawn: &Rc<RefCell<Drawn>>) -> Callback<FocusEvent> {
    let drawn = drawn.clone();
    Callback::from(move |event: FocusEvent| {
        let group = event.target_dyn_into::<Element>().and_then(|element| element.closest(".grp").ok().flatten());
        let at = group.and_then(|group| group.get_attribute("data-group")?.parse().ok());
        if let Ok(mut drawn) = drawn.try_borrow_mut() {
            drawn.focused = at;
        }
    })
}
