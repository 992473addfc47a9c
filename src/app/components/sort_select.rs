//! The order of the list.

use jianbao_engine::search::Sort;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::app::context::Reader;
use crate::app::i18n::shell;
use crate::app::state::{Action, State, View};

const SORTS: [Sort; 3] = [Sort::Relevance, Sort::Newest, Sort::Oldest];

/// A native select.
/// Under a timeline there is none by relevance.
pub fn sort_select(reader: &Reader, state: &State) -> Html {
    let (sort, sorts) = (state.order(), SORTS.get(usize::from(state.view == View::Timeline)..).unwrap_or_default());
    let dispatch = reader.dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let at = event.target_dyn_into::<HtmlSelectElement>().map_or(0, |select| select.selected_index());
        let sort = usize::try_from(at).ok().and_then(|at| sorts.get(at)).copied().unwrap_or_default();
        dispatch.emit(Action::Sort(sort));
    });
    let option = |of: Sort| {
        html! { <option selected={of == sort}>{ shell::sort(reader.language, of) }</option> }
    };
    html! {
        <label class="sort">
            <span class="sort-t" aria-hidden="true">{ shell::SORT.get(reader.language) }</span>
            <select {onchange} aria-label={shell::SORT.get(reader.language)}>{ for sorts.iter().copied().map(option) }</select>
        </label>
    }
}
