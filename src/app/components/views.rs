//! What each view draws between the notices and the footer.
//!
//! A view is one function here. An item that is open is read in any of them; the sheet of filters belongs to all.

use std::rc::Rc;

use jianbao_engine::corpus::ItemId;
use yew::prelude::*;

use crate::app::components::after::Before;
use crate::app::components::answer::Answer;
use crate::app::components::article::Article;
use crate::app::components::chips::chips;
use crate::app::components::edition::Edition;
use crate::app::components::facets::facet_panel;
use crate::app::components::reading::{list, status};
use crate::app::components::sheet::filter_button;
use crate::app::components::timeline::Timeline;
use crate::app::context::Reader;
use crate::app::state::{State, View};

/// What a view is drawn from.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    /// The archive, the language and the way to act.
    pub(super) reader: &'a Reader,
    /// What the reader has set.
    pub(super) state: &'a State,
    /// What was found.
    pub(super) answer: &'a Answer,
    /// What the list shows: while the range is drawn out it follows when the hand rests.
    pub(super) listed: &'a Answer,
    /// What the timeline shows: while the reader types it follows a frame later.
    pub(super) late: &'a Answer,
    /// What the facets show: they come last.
    pub(super) last: &'a Answer,
    /// The item that is open, if it is one of the archive's.
    pub(super) open: Option<ItemId>,
    /// What was there after the drawing before.
    pub(super) before: &'a Rc<Before>,
}

/// The view that the reader has chosen.
pub(super) fn view(shown: Shown<'_>) -> Html {
    match shown.state.view {
        View::List | View::Timeline => html! { <>{ timeline(shown) }{ main(shown) }</> },
        View::Edition => edition(shown),
    }
}

fn timeline(Shown { state, late, open, .. }: Shown<'_>) -> Html {
    let (results, options) = (late.results.clone(), late.options.clone());
    html! { <Timeline {results} {options} from={state.from} to={state.to} approximate={state.approximate} {open} tall={state.view == View::Timeline} zoom={state.zoom} /> }
}

/// The conditions in force, and one page. What was found is said as in the list; the page itself says how much of it is there.
fn edition(Shown { reader, state, answer, open, before, .. }: Shown<'_>) -> Html {
    let narrowed = state.conditions() > 0 || !state.query.trim().is_empty();
    html! {
        <>
            <div class={if narrowed { "ed-c" } else { "ed-c is-all" }}>
                <div class="lh">
                    { status(reader.language, state, answer) }
                    <div class="lh-r">{ filter_button(reader, state) }</div>
                </div>
                { chips(reader, state, before) }
            </div>
            <Edition results={answer.results.clone()} order={answer.order.clone()} {narrowed} page={state.page} {open}
                scale={state.scale} reading={state.reading} />
        </>
    }
}

/// Facets, list, and the item that is open.
fn main(shown: Shown<'_>) -> Html {
    html! {
        <div class="main">
            { facet_panel(shown.reader, shown.last, "panel") }
            { list(shown) }
            { article(shown, shown.answer.order.clone()) }
        </div>
    }
}

/// The item that is open, among those that stand before and after it.
fn article(Shown { state, open, .. }: Shown<'_>, order: Rc<[ItemId]>) -> Html {
    html! {
        <div class="reader">
            if let Some(id) = open {
                <Article {id} query={state.query.clone()} spot={state.spot.clone()} {order} scale={state.scale} reading={state.reading} />
            }
        </div>
    }
}
