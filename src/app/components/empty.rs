//! Nothing was found: what stands in the way, and what is found without it.

use jianbao_engine::search::{FacetName, Relaxation};
use yew::prelude::*;

use crate::app::components::chips::{of_facet, range};
use crate::app::context::{Reader, use_reader};
use crate::app::i18n::{number, shell};
use crate::app::state::{Action, State};

/// Properties of [`Empty`].
#[derive(Clone, PartialEq, Properties)]
pub struct EmptyProps {
    /// What the reader has set.
    pub state: UseReducerHandle<State>,
}

/// Zero stays zero: the conditions, and ways out of them with real counts. Those that would find nothing either are not
/// listed.
#[component]
pub fn Empty(props: &EmptyProps) -> Html {
    let reader = use_reader();
    let state = &*props.state;
    let ways = use_memo((state.query.clone(), state.options(), reader.clone()), |(query, options, reader)| {
        reader.archive.relax(query, options)
    });
    let language = reader.language;
    let conditions = conditions(&reader, state);
    let said = conditions.join(shell::COMMA.get(language));
    let (heading, why) = match (conditions.len(), ways.is_empty()) {
        (0, _) => (shell::NO_ITEMS.get(language).to_owned(), String::new()),
        (1, _) => (shell::NONE_ONE.get(language).to_owned(), shell::NONE_ONE_WHY.fill(language, &[&said])),
        (count, true) => {
            (shell::NONE_ALL.fill(language, &[&number(count)]), shell::NONE_ALL_HARD.fill(language, &[&said]))
        }
        (count, false) => {
            (shell::NONE_ALL.fill(language, &[&number(count)]), shell::NONE_ALL_WHY.fill(language, &[&said]))
        }
    };
    html! {
        <div class="stp" part="empty">
            <@{reader.heading_tag(1)} class="stp-t">{ heading }</@>
            <p class="stp-s">{ why }</p>
            <ul class="relax">
                if conditions.len() > 1 { { for ways.iter().filter(|way| parts(way) < conditions.len()).map(|way| relaxation(&reader, state, way)) } }
                if !conditions.is_empty() { { clear(&reader) } }
            </ul>
        </div>
    }
}

/// The conditions in words: one for the query, one a facet, one for time.
fn conditions(reader: &Reader, state: &State) -> Vec<String> {
    let language = reader.language;
    let query = state.query.trim();
    let quoted = |kind: &str, value: &str| shell::PAIR.fill(language, &[kind, value]);
    let mut all = Vec::new();
    if !query.is_empty() {
        all.push(quoted(shell::QUERY.get(language), &shell::QUOTED.fill(language, &[query])));
    }
    for facet in FacetName::ALL {
        if state.filters.iter().any(|filter| filter.facet == facet) {
            all.push(quoted(shell::facet(language, facet), &of_facet(reader, state, facet)));
        }
    }
    let exact = (!state.approximate).then(|| shell::EXACT_ONLY.get(language).to_owned());
    all.extend(range(reader, state).or(exact).map(|time| quoted(shell::TIME.get(language), &time)));
    all
}

/// How many conditions a relaxation leaves out. One that leaves out all is what clearing does, and is not listed twice.
fn parts(way: &Relaxation) -> usize {
    usize::from(way.query) + way.facets.len() + usize::from(way.range)
}

fn relaxation(reader: &Reader, state: &State, way: &Relaxation) -> Html {
    let language = reader.language;
    let single = parts(way) == 1;
    let mut names = Vec::new();
    if way.query {
        names.push(shell::QUERY.get(language).to_owned());
    }
    names.extend(way.facets.iter().map(|&facet| shell::facet(language, facet).to_owned()));
    if way.range {
        names.push(shell::TIME.get(language).to_owned());
    }
    let mut said = names.join(shell::AND.get(language));
    if single {
        let value = match way.facets.first() {
            Some(&facet) => of_facet(reader, state, facet),
            None if way.query => shell::QUOTED.fill(language, &[state.query.trim()]),
            None => range(reader, state).unwrap_or_else(|| shell::EXACT_ONLY.get(language).to_owned()),
        };
        said = shell::PAIR.fill(language, &[&said, &value]);
    }
    let action = Action::Relax(way.clone());
    html! {
        <li key={said.clone()}>
            <button type="button" onclick={reader.dispatch.reform(move |_: MouseEvent| action.clone())}>
                <span>{ shell::WITHOUT.get(language) }<b>{ said }</b></span>
                <i>{ shell::items(language, way.total) }</i>
            </button>
        </li>
    }
}

fn clear(reader: &Reader) -> Html {
    html! {
        <li key="clear">
            <button type="button" onclick={reader.dispatch.reform(|_: MouseEvent| Action::Clear)}>
                <span>{ shell::CLEAR_ALL.get(reader.language) }</span>
                <i>{ shell::items(reader.language, reader.archive.len()) }</i>
            </button>
        </li>
    }
}
