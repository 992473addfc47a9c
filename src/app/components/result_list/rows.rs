//! The rows of a list, under their headings: those near the window, the one with the focus, and the one that is open.

use std::cell::RefCell;
use std::rc::Rc;

use jianbao_engine::corpus::ItemId;
use jianbao_engine::search::Results;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use super::group::{self, space};
use super::watch::use_watch;
use super::{Drawn, ROW, ResultListProps, keys, row_of};
use crate::app::context::{Reader, use_reader};
use crate::app::i18n::shell;
use crate::app::list::{Part, parts, pieces};
use crate::app::selection::range;
use crate::app::state::Action;
use crate::app::target;

/// Properties of [`Rows`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct RowsProps {
    /// The list whose rows they are.
    pub(super) list: ResultListProps,
    /// How often the reader has jumped: each time other rows are drawn.
    pub(super) jumps: u32,
    /// Other rows are in the window.
    pub(super) on_seen: Callback<()>,
}

/// The rows. ↑↓ or j k move between headlines.
#[component]
pub(super) fn Rows(props: &RowsProps) -> Html {
    let reader = use_reader();
    let list = &props.list;
    let node = use_node_ref();
    let redraw = use_force_update();
    use_watch(&node, &list.drawn, redraw, &props.on_seen);
    let (groups, pieces) = {
        let mut drawn = list.drawn.borrow_mut();
        let open = list.open.and_then(|open| list.results.order.iter().position(|&id| id == open));
        drawn.kept = [drawn.focused, open.and_then(|row| drawn.group_of(row))];
        (drawn.groups.clone(), pieces(drawn.groups.len(), drawn.window.clone(), drawn.kept))
    };
    let mut shown = Vec::new();
    {
        let drawn = &list.drawn.borrow();
        for part in parts(&pieces, &groups) {
            shown.push(match part {
                Part::Day(first, pieces) => group::day(&reader, list, drawn, first, &pieces),
                Part::Space(range) => gap_of(range.start, drawn.heights.sum(range, false)),
            });
        }
        if drawn.rest() > 0 {
            shown.push(gap_of(groups.len(), drawn.rest() as f64 * ROW));
        }
    }
    html! {
        <div class={if list.compact { "groups is-compact" } else { "groups" }} ref={node} onkeydown={Callback::from(keys::move_between_rows)} onfocusin={keep_focused(&list.drawn)} onclick={pick(&list.drawn, &reader, &list.results)}>
            { for shown }
            <p key="end" class="end">{ shell::END.get(reader.language) }</p>
        </div>
    }
}

/// The space of groups that are not drawn.
fn gap_of(first: usize, height: f64) -> Html {
    html! { <div key={["s", &first.to_string()].concat()} class="space">{ space(height) }</div> }
}

/// A box that is ticked picks its item out, and with Shift all between it and the one before.
fn pick(drawn: &Rc<RefCell<Drawn>>, reader: &Reader, results: &Rc<Results>) -> Callback<MouseEvent> {
    let (drawn, dispatch, results) = (drawn.clone(), reader.dispatch.clone(), results.clone());
    Callback::from(move |event: MouseEvent| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
        let Some(id) = target::number(&event, "data-item").map(|id| ItemId(id as u32)) else { return };
        let before = drawn.borrow_mut().picked.replace(id).filter(|_| event.shift_key());
        dispatch.emit(Action::Select(range(&results.order, before, id).into(), input.checked()));
    })
}

/// Remembers which group has the focus.
fn keep_focused(drawn: &Rc<RefCell<Drawn>>) -> Callback<FocusEvent> {
    let drawn = drawn.clone();
    Callback::from(move |event: FocusEvent| {
        let row = event.target_dyn_into::<Element>().and_then(|element| row_of(&element.closest(".row").ok()??));
        if let Ok(mut drawn) = drawn.try_borrow_mut() {
            drawn.focused = row.and_then(|row| drawn.group_of(row));
        }
    })
}
