//! The order of the list.

use jianbao_engine::search::Sort;
use yew::prelude::*;

use crate::app::components::select::Select;
use crate::app::context::Reader;
use crate::app::i18n::shell;
use crate::app::state::{Action, State, View};

const SORTS: [Sort; 3] = [Sort::Relevance, Sort::Newest, Sort::Oldest];

/// The order that the list has, and the others that there are. Under a timeline there is none by relevance, nor without a
/// query: then the newest come first, until something is searched for.
pub fn sort_select(reader: &Reader, state: &State) -> Html {
    let (language, dispatch) = (reader.language, reader.dispatch.clone());
    let is_of_time = state.view == View::Timeline || state.query.trim().is_empty();
    let sorts = SORTS.get(usize::from(is_of_time)..).unwrap_or_default();
    let chosen = sorts.iter().position(|&sort| sort == state.order()).unwrap_or_default();
    let on_choose = Callback::from(move |at: usize| {
        sorts.get(at).into_iter().for_each(|&sort| dispatch.emit(Action::Sort(sort)));
    });
    let options: Vec<AttrValue> = sorts.iter().map(|&sort| shell::sort(language, sort).into()).collect();
    let label = shell::SORT.get(language);
    html! {
        <label class="sort">
            <span class="sort-t" aria-hidden="true">{ label }</span>
            <Select {label} {options} {chosen} {on_choose} />
        </label>
    }
}
