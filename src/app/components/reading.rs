//! The archive as it is read: timeline, facets, list and article.

use std::rc::Rc;

use jianbao_engine::corpus::{ItemId, Problem};
use jianbao_engine::search::{self, Options, Results};
use yew::prelude::*;

use crate::app::components::article::Article;
use crate::app::components::chips::Chips;
use crate::app::components::empty::Empty;
use crate::app::components::facets::FacetPanel;
use crate::app::components::notice::Notice;
use crate::app::components::result_list::ResultList;
use crate::app::components::sheet::{FilterButton, FilterSheet};
use crate::app::components::sort_select::SortSelect;
use crate::app::components::status::Status;
use crate::app::components::timeline::Timeline;
use crate::app::context::Reader;
use crate::app::state::State;

/// Properties of [`Reading`].
#[derive(Clone, PartialEq, Properties)]
pub struct ReadingProps {
    /// The context that is given to all parts.
    pub reader: Reader,
    /// What the reader has set.
    pub state: UseReducerHandle<State>,
    /// What was left out of the archive.
    pub problems: Rc<[Problem]>,
    /// Told of each new answer.
    #[prop_or_default]
    pub on_results: Option<Callback<Rc<Results>>>,
}

/// Searches when the question changes, and shows the answer.
#[component]
pub fn Reading(props: &ReadingProps) -> Html {
    let ReadingProps { reader, state, .. } = props.clone();
    let results = use_results(&reader, &state);
    use_effect_with((results.clone(), props.on_results.clone()), |(results, on_results)| {
        if let Some(on_results) = on_results {
            on_results.emit(results.clone());
        }
    });
    let order: Rc<[ItemId]> = (*use_memo(results.clone(), |results| Rc::<[ItemId]>::from(&*results.order))).clone();
    let open = state.open.filter(|id| usize::try_from(id.0).is_ok_and(|id| id < reader.archive.len()));
    html! {
        <ContextProvider<Reader> context={reader.clone()}>
            <div class="notices">if !props.problems.is_empty() { <Notice problems={props.problems.clone()} /> }</div>
            <Timeline results={results.clone()} from={state.from} to={state.to} approximate={state.approximate} {open} />
            <div class="main">
                <FacetPanel results={results.clone()} name="panel" />
                { list(&state, &results, open) }
                <div class="reader">{ article(open, &state, order) }</div>
            </div>
            <FilterSheet {state} {results} />
        </ContextProvider<Reader>>
    }
}

fn list(state: &UseReducerHandle<State>, results: &Rc<Results>, open: Option<ItemId>) -> Html {
    let narrowed = state.conditions() > 0 || !state.query.trim().is_empty();
    html! {
        <div class="list" part="results">
            <div class="lh">
                <Status results={results.clone()} {narrowed} />
                <div class="lh-r">
                    <FilterButton conditions={state.conditions()} open={state.sheet} />
                    <SortSelect sort={state.sort} />
                </div>
            </div>
            <Chips state={state.clone()} />
            <div class="found">
                if results.total == 0 { <Empty state={state.clone()} /> } else { <ResultList results={results.clone()} {open} /> }
            </div>
        </div>
    }
}

/// The article that is open.
fn article(open: Option<ItemId>, state: &State, order: Rc<[ItemId]>) -> Html {
    match open {
        Some(id) => html! { <Article {id} query={state.query.clone()} {order} scale={state.scale} /> },
        None => html! {},
    }
}

/// A question to an archive.
#[derive(Clone)]
struct Question {
    archive: Rc<search::Archive>,
    query: String,
    options: Options,
}

impl PartialEq for Question {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.archive, &other.archive) && self.query == other.query && self.options == other.options
    }
}

/// The answer to what the state asks, found anew only when the question changes.
#[hook]
fn use_results(reader: &Reader, state: &State) -> Rc<Results> {
    let question = Question { archive: reader.archive.clone(), query: state.query.clone(), options: state.options() };
    use_memo(question, |question| {
        let clock = web_sys::window().and_then(|window| window.performance());
        let now = || clock.as_ref().map_or(0.0, web_sys::Performance::now);
        let start = now();
        let mut results = question.archive.search(&question.query, &question.options);
        results.took_ms = now() - start;
        results
    })
}
