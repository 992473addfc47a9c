//! The list of results.

use std::rc::Rc;

use jianbao_engine::corpus::ItemId;
use jianbao_engine::search::{Hit, Results};
use web_sys::Element;
use yew::prelude::*;

use crate::app::components::row::Row;
use crate::app::context::use_reader;
use crate::app::i18n::{number, shell};
use crate::app::state::Action;

/// Properties of [`ResultList`].
#[derive(Clone, PartialEq, Properties)]
pub struct ResultListProps {
    /// What was found.
    pub results: Rc<Results>,
    /// The item that is open.
    pub open: Option<ItemId>,
}

/// The rows, more of them on demand, and the end. ↑↓ or j k move between headlines.
#[component]
pub fn ResultList(props: &ResultListProps) -> Html {
    let reader = use_reader();
    let list = use_node_ref();
    use_focus_return(&list, props.open);
    let query = AttrValue::from(props.results.query.clone());
    let row = |hit: &Hit| {
        let current = props.open == Some(hit.id);
        html! { <Row key={hit.id.0} hit={hit.clone()} query={query.clone()} {current} /> }
    };
    html! {
        <>
            <ol class="rows" ref={list} aria-label={shell::RESULTS.get(reader.language)} onkeydown={move_between_rows()}>
                { for props.results.hits.iter().map(row) }
            </ol>
            <End shown={props.results.hits.len()} total={props.results.total} />
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct EndProps {
    shown: usize,
    total: usize,
}

/// More rows, or the end of the list.
#[component]
fn End(props: &EndProps) -> Html {
    let reader = use_reader();
    let language = reader.language;
    let EndProps { shown, total } = *props;
    if shown >= total {
        return html! { <p class="end">{ shell::END.get(language) }</p> };
    }
    let said = shell::ROWS_SHOWN.fill(language, &[&number(shown), &number(total)]);
    html! {
        <p class="end">
            <span>{ said }</span>
            <button type="button" class="btn" onclick={reader.dispatch.reform(|_| Action::More)}>{ shell::MORE_ROWS.get(language) }</button>
        </p>
    }
}

/// When the article closes, the focus returns to the row of the item that was open.
#[hook]
fn use_focus_return(list: &NodeRef, open: Option<ItemId>) {
    let before = use_mut_ref(|| None::<ItemId>);
    use_effect_with((list.clone(), open), move |(list, open)| {
        let closed = before.replace(*open).filter(|_| open.is_none());
        if let (Some(id), Some(list)) = (closed, list.cast::<Element>()) {
            let find = |selector: &str| list.query_selector(selector).ok().flatten();
            // An item that was opened from another one may have no row.
            if let Some(headline) = find(&format!("[data-item=\"{}\"] .r-a", id.0)).or_else(|| find(".r-a")) {
                super::focus(&headline);
            }
        }
    });
}

/// The keys that move from headline to headline. Other keys, and those with modifiers, are left alone.
fn move_between_rows() -> Callback<KeyboardEvent> {
    Callback::from(|event: KeyboardEvent| {
        if event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key() {
            return;
        }
        let forward = match event.key().as_str() {
            "ArrowDown" | "j" => true,
            "ArrowUp" | "k" => false,
            _ => return,
        };
        if let Some(headline) = event.target_dyn_into::<Element>().and_then(|from| neighbour(&from, forward)) {
            event.prevent_default();
            super::focus(&headline);
        }
    })
}

/// The headline of the row after or before the one that an element stands in.
fn neighbour(from: &Element, forward: bool) -> Option<Element> {
    let row = from.closest(".row").ok()??;
    let next = if forward { row.next_element_sibling() } else { row.previous_element_sibling() };
    next?.query_selector(".r-a").ok()?
}
