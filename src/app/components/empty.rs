//! Nothing was found: what stands in the way, and what is found without it, or by other words.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use jianbao_engine::search::{Archive, Change, FacetName, Relaxation, Rewording};
use yew::prelude::*;

use crate::app::components::chips::{of_facet, range};
use crate::app::components::parts::{heading, on_click};
use crate::app::context::{Reader, use_reader};
use crate::app::i18n::{number, shell, text};
use crate::app::state::{Action, State};

/// How long typing must have paused before other words are looked for, in milliseconds: in a large archive that takes longer
/// than a key press may.
const PAUSE: u32 = 200;

/// Properties of [`Empty`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct EmptyProps {
    /// What the reader has set.
    pub(super) state: State,
    /// Which conditions can be left out.
    pub(super) ways: Rc<[Relaxation]>,
}

/// Zero stays zero: the conditions, and ways out of them with real counts. Those that would find nothing either are not
/// listed.
///
/// It is a component because it waits before it looks for other words.
#[component]
pub(super) fn Empty(props: &EmptyProps) -> Html {
    let reader = &use_reader();
    let EmptyProps { state, ways } = props;
    let (memory, redraw) = (use_mut_ref(Reworded::default), use_force_update());
    let reworded = reworded(&memory, reader, state, redraw);
    let language = reader.language;
    let conditions = conditions(reader, state);
    let count = conditions.len();
    let (title, why) = match (count, ways.is_empty()) {
        (0, _) => (shell::NO_ITEMS, text("", "", "")),
        (1, _) => (shell::NONE_ONE, shell::NONE_ONE_WHY),
        (_, true) => (shell::NONE_ALL, shell::NONE_ALL_HARD),
        (_, false) => (shell::NONE_ALL, shell::NONE_ALL_WHY),
    };
    let title = title.fill(language, &[&number(count)]);
    let why = why.fill(language, &[&conditions.join(shell::COMMA.get(language))]);
    let mut relaxations = Vec::new();
    if count > 1 {
        for way in ways.iter().filter(|way| parts(way) < count) {
            relaxations.push(relaxation(reader, state, way));
        }
    }
    for way in &reworded {
        relaxations.push(other_words(reader, way));
    }
    if count > 0 {
        let words = html! { { shell::CLEAR_ALL.get(language) } };
        relaxations.push(way_out(reader, words, reader.archive.len(), Action::Clear));
    }
    html! {
        <div class="stp" part="empty">
            { heading(reader.heading_tag(1), "stp-t", None, title.into()) }
            <p class="stp-s">{ why }</p>
            <ul class="relax">{ for relaxations }</ul>
        </div>
    }
}

/// Other words that were found for a query, and what they were found for.
#[derive(Default)]
struct Reworded {
    of: Option<(Rc<Archive>, State)>,
    found: Vec<Rewording>,
    timer: Option<Timeout>,
}

/// The other words for the query; where they are not known, they are looked for once it has stood for a while.
fn reworded(
    memory: &Rc<RefCell<Reworded>>,
    reader: &Reader,
    state: &State,
    redraw: UseForceUpdateHandle,
) -> Vec<Rewording> {
    let mut known = memory.borrow_mut();
    let is_known = known.of.as_ref().is_some_and(|(archive, of)| Rc::ptr_eq(archive, &reader.archive) && of == state);
    if !is_known {
        known.found.clear();
        known.of = Some((reader.archive.clone(), state.clone()));
        let memory = memory.clone();
        known.timer = Some(Timeout::new(PAUSE, move || {
            let mut memory = memory.borrow_mut();
            if let Some((archive, state)) = &memory.of {
                memory.found = archive.reworded(&state.query, &state.options());
                redraw.force_update();
            }
        }));
    }
    known.found.clone()
}

/// Another query with what it finds.
fn other_words(reader: &Reader, way: &Rewording) -> Html {
    let kind = match way.change {
        Change::Without => shell::WITHOUT,
        Change::Piece => shell::ONLY,
        Change::Spelled => shell::SPELLED,
    };
    let words = html! { <>{ kind.get(reader.language) }<b>{ &way.text }</b></> };
    way_out(reader, words, way.total, Action::Query(way.query.clone()))
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
    let words = html! { <>{ shell::WITHOUT.get(language) }<b>{ said }</b></> };
    way_out(reader, words, way.total, Action::Relax(way.clone()))
}

/// A way out with what is found by it.
fn way_out(reader: &Reader, words: Html, found: usize, action: Action) -> Html {
    html! {
        <li>
            <button type="button" onclick={on_click(&reader.dispatch, action)}>
                <span>{ words }</span>
                <i>{ shell::items(reader.language, found) }</i>
            </button>
        </li>
    }
}
