//! The order of the list.

use jianbao_engine::search::Sort;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::app::context::Reader;
use crate::app::i18n::shell;
use crate::app::state::Action;

const SORTS: [Sort; 3] = [Sort::Relevance, Sort::Newest, Sort::Oldest];

/// A native select.
pub fn sort_select(reader: &Reader, sort: Sort) -> Html {
    let dispatch = reader.dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let at = event.target_dyn_into::<HtmlSelectElement>().map_or(0, |select| select.selected_index());
        let sort = usize::try_from(at).ok().and_then(|at| SORTS.get(at)).copied().unwrap_or_default();
        dispatch.emit(Action::Sort(sort));
    });
    let option = |of: Sort| {
        html! { <option selected={of == sort}>{ shell::sort(reader.language, of) }</option> }
    };
    html! {
        <label class="sort">
            <span class="sort-t" aria-hidden="true">{ shell::SORT.get(reader.language) }</span>
            <select {onchange} aria-label={shell::SORT.get(reader.language)}>{ for SORTS.map(option) }</select>
        </label>
    }
}
