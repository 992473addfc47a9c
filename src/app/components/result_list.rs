//! The list of results.

use std::rc::Rc;

use jianbao_engine::corpus::ItemId;
use jianbao_engine::search::Results;
use web_sys::Element;
use yew::prelude::*;

use crate::app::components::parts::{button, on_click};
use crate::app::components::row::Row;
use crate::app::context::Reader;
use crate::app::i18n::{number, shell};
use crate::app::state::Action;

/// The rows, more of them on demand, and the end. ↑↓ or j k move between headlines.
pub fn result_list(reader: &Reader, results: &Rc<Results>, open: Option<ItemId>) -> Html {
    let row = |at: usize| {
        let id = results.hits.get(at)?.id;
        Some(html! { <Row key={id.0} results={results.clone()} {at} current={open == Some(id)} /> })
    };
    html! {
        <>
            <ol class="rows" aria-label={shell::RESULTS.get(reader.language)} onkeydown={Callback::from(move_between_rows)}>
                { for (0..results.hits.len()).filter_map(row) }
            </ol>
            <p class="end">{ end(reader, results.hits.len(), results.total) }</p>
        </>
    }
}

/// More rows, or the end of the list.
fn end(reader: &Reader, shown: usize, total: usize) -> Html {
    let language = reader.language;
    if shown >= total {
        return shell::END.get(language).into();
    }
    let said = shell::ROWS_SHOWN.fill(language, &[&number(shown), &number(total)]);
    let more = button("btn", None, shell::MORE_ROWS.get(language), on_click(&reader.dispatch, Action::More));
    html! { <><span>{ said }</span>{ more }</> }
}

/// The keys that move from headline to headline. Other keys, and those with modifiers, are left alone.
fn move_between_rows(event: KeyboardEvent) {
    if event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key() {
        return;
    }
    let forward = match event.key().as_str() {
        "ArrowDown" | "j" => true,
        "ArrowUp" | "k" => false,
        _ => return,
    };
    let headline = event.target_dyn_into::<Element>().and_then(|from| neighbour(&from, forward));
    if headline.is_some() {
        event.prevent_default();
        super::focus(headline);
    }
}

/// The headline of the row after or before the one that an element stands in.
fn neighbour(from: &Element, forward: bool) -> Option<Element> {
    let row = from.closest(".row").ok()??;
    let next = if forward { row.next_element_sibling() } else { row.previous_element_sibling() };
    super::find(&next?, ".r-a")
}
