//! The order of the list.

use jianbao_engine::search::Sort;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::app::context::use_reader;
use crate::app::i18n::shell;
use crate::app::state::Action;

const SORTS: [Sort; 3] = [Sort::Relevance, Sort::Newest, Sort::Oldest];

/// Properties of [`SortSelect`].
#[derive(Clone, PartialEq, Properties)]
pub struct SortSelectProps {
    /// The order in force.
    pub sort: Sort,
}

/// A native select.
#[component]
pub fn SortSelect(props: &SortSelectProps) -> Html {
    let reader = use_reader();
    let dispatch = reader.dispatch.clone();
    let onchange = move |event: Event| {
        let at = event.target_dyn_into::<HtmlSelectElement>().map_or(0, |select| select.selected_index());
        let sort = usize::try_from(at).ok().and_then(|at| SORTS.get(at)).copied().unwrap_or_default();
        dispatch.emit(Action::Sort(sort));
    };
    let option = |sort: Sort| {
        html! { <option selected={sort == props.sort}>{ shell::sort(reader.language, sort) }</option> }
    };
    html! {
        <label class="sort">
            <span class="sort-t" aria-hidden="true">{ shell::SORT.get(reader.language) }</span>
            <select {onchange} aria-label={shell::SORT.get(reader.language)}>{ for SORTS.map(option) }</select>
        </label>
    }
}
