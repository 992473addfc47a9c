//! The conditions in force, each with a way to take it back.

use jianbao_engine::search::FacetName;
use yew::prelude::*;

use crate::app::components::icon::{Glyph, icon};
use crate::app::context::{Reader, use_reader};
use crate::app::i18n::{dates, shell};
use crate::app::state::{Action, State};

/// One condition.
#[derive(Clone, Debug, PartialEq)]
struct Condition {
    kind: &'static str,
    value: String,
    undo: Action,
}

/// The conditions of a state in their order: query, facets, time.
fn conditions(reader: &Reader, state: &State) -> Vec<Condition> {
    let language = reader.language;
    let mut all = Vec::new();
    let query = state.query.trim();
    if !query.is_empty() {
        all.push(Condition {
            kind: shell::QUERY.get(language),
            value: shell::QUOTED.fill(language, &[query]),
            undo: Action::Query(String::new()),
        });
    }
    for filter in &state.filters {
        let label = reader.archive.label(filter.facet, &filter.value, language.tag());
        all.push(Condition {
            kind: shell::facet(language, filter.facet),
            value: if filter.exclude { shell::EXCEPT.fill(language, &[&label]) } else { label },
            undo: Action::Toggle(filter.facet, filter.value.clone()),
        });
    }
    if let Some(value) = range(reader, state) {
        all.push(Condition { kind: shell::TIME.get(language), value, undo: Action::Range(None, None) });
    }
    if !state.approximate {
        let value = shell::EXACT_ONLY.get(language).to_owned();
        all.push(Condition { kind: shell::TIME.get(language), value, undo: Action::Approximate(true) });
    }
    all
}

/// The range of dates in words, with years where the archive spans more than one.
pub(super) fn range(reader: &Reader, state: &State) -> Option<String> {
    let language = reader.language;
    let years = reader.archive.days().is_none_or(|(first, last)| first.ymd().0 != last.ymd().0);
    let one = |day| if years { dates::day(language, day) } else { dates::day_of_year(language, day) };
    match (state.from, state.to) {
        (Some(from), Some(to)) => Some(dates::span(language, from, to, years)),
        (Some(from), None) => Some(shell::SINCE.fill(language, &[&one(from)])),
        (None, Some(to)) => Some(shell::UNTIL.fill(language, &[&one(to)])),
        (None, None) => None,
    }
}

/// The name of a condition's value as the empty state has it: a kind with its value.
pub(super) fn of_facet(reader: &Reader, state: &State, facet: FacetName) -> String {
    let labels: Vec<String> = state
        .filters
        .iter()
        .filter(|filter| filter.facet == facet)
        .map(|filter| reader.archive.label(facet, &filter.value, reader.language.tag()))
        .collect();
    labels.join(shell::COMMA.get(reader.language))
}

/// Properties of [`Chips`].
#[derive(Clone, PartialEq, Properties)]
pub struct ChipsProps {
    /// What the reader has set.
    pub state: UseReducerHandle<State>,
}

/// The chips: Enter, Delete or Backspace takes one back, and the focus goes on to the next.
#[component]
pub fn Chips(props: &ChipsProps) -> Html {
    let reader = use_reader();
    let list = use_node_ref();
    let next = use_mut_ref(|| None::<usize>);
    let conditions = conditions(&reader, &props.state);
    use_effect({
        let (next, list) = (next.clone(), list.clone());
        move || {
            if let Some(at) = next.borrow_mut().take() {
                focus_chip(&list, at);
            }
        }
    });
    let chip = |(at, condition): (usize, &Condition)| {
        let undo = {
            let (next, dispatch, action) = (next.clone(), reader.dispatch.clone(), condition.undo.clone());
            Callback::from(move |()| {
                *next.borrow_mut() = Some(at);
                dispatch.emit(action.clone());
            })
        };
        chip(&reader, condition, undo)
    };
    let clear = reader.dispatch.reform(|_: MouseEvent| Action::Clear);
    html! {
        <div class="chips-box" ref={list}>
            if !conditions.is_empty() {
                <ul class="chips" aria-label={shell::ACTIVE.get(reader.language)}>
                    { for conditions.iter().enumerate().map(chip) }
                    <li key="clear">
                        <button type="button" class="lnk" onclick={clear}>{ shell::CLEAR_ALL.get(reader.language) }</button>
                    </li>
                </ul>
            }
        </div>
    }
}

fn chip(reader: &Reader, condition: &Condition, undo: Callback<()>) -> Html {
    let pair = shell::PAIR.fill(reader.language, &[condition.kind, &condition.value]);
    let onkeydown = {
        let undo = undo.clone();
        Callback::from(move |event: KeyboardEvent| {
            if matches!(event.key().as_str(), "Delete" | "Backspace") {
                event.prevent_default();
                undo.emit(());
            }
        })
    };
    html! {
        <li key={pair.clone()}>
            <button type="button" class="chip" part="chip" aria-label={shell::REMOVE.fill(reader.language, &[&pair])}
                onclick={undo.reform(|_| ())} {onkeydown}>
                <span class="chip-k">{ condition.kind }</span>
                { &condition.value }
                { icon(Glyph::Cross) }
            </button>
        </li>
    }
}

/// Focuses the chip that took a place, else the last one, else the search field.
fn focus_chip(list: &NodeRef, at: usize) {
    let Some(list) = list.cast::<web_sys::Element>() else { return };
    let chip = format!(".chips > li:nth-child({}) > .chip", at + 1);
    let last = ".chips > li:nth-last-child(2) > .chip";
    let find = |selector: &str| list.query_selector(selector).ok().flatten();
    let field = || list.closest(".root").ok()??.query_selector(".sf-in").ok()?;
    if let Some(element) = find(&chip).or_else(|| find(last)).or_else(field) {
        super::focus(&element);
    }
}
