//! The conditions in force, each with a way to take it back.

use std::rc::Rc;

use jianbao_engine::search::{FacetName, Filter, Node, QueryPart, Scope, Term, parts};
use yew::prelude::*;

use crate::app::components::after::Before;
use crate::app::components::icon::{Glyph, icon};
use crate::app::components::parts::{button, on_click};
use crate::app::context::Reader;
use crate::app::i18n::{Language, dates, nested, query, shell};
use crate::app::state::{Action, State};

/// One condition.
struct Condition {
    kind: &'static str,
    value: String,
    undo: Action,
}

/// A query of more parts than this has one chip for them all: it is a passage, and no set of conditions.
const MOST_PARTS: usize = 12;

/// The conditions of a state in their order: query, facets, time.
fn conditions(reader: &Reader, state: &State) -> Vec<Condition> {
    let language = reader.language;
    let mut all = of_query(language, state);
    for Filter { facet, value, exclude } in &state.filters {
        let label = reader.archive.label(*facet, value, language.tag());
        let kind = shell::facet(language, *facet);
        let undo = Action::Toggle(*facet, value.clone());
        all.push(match exclude {
            true => {
                Condition { kind: query::NOT.get(language), value: shell::PAIR.fill(language, &[kind, &label]), undo }
            }
            false => Condition { kind, value: label, undo },
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

/// The parts of the query. One plain word alone has no chip: the count names it, and the search field takes it back.
fn of_query(language: Language, state: &State) -> Vec<Condition> {
    let typed = state.query.trim();
    let parts = parts(&state.query);
    if let [QueryPart { node: Node::Term(Term { exact: false, scope: Scope::All, .. }), .. }] = parts.as_slice()
        && state.conditions() == 0
    {
        return Vec::new();
    }
    if typed.is_empty() || parts.len() > MOST_PARTS {
        let value = shell::QUOTED.fill(language, &[typed]);
        let whole = Condition { kind: shell::QUERY.get(language), value, undo: Action::Query(String::new()) };
        return if typed.is_empty() { Vec::new() } else { vec![whole] };
    }
    let of = |part: QueryPart| {
        let (kind, value) = query::said(language, &part.node);
        Condition { kind, value, undo: Action::Query(part.taken_out_of(&state.query)) }
    };
    parts.into_iter().map(of).collect()
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
    let mut labels = Vec::new();
    for filter in state.filters.iter().filter(|filter| filter.facet == facet) {
        let label = reader.archive.label(facet, &filter.value, reader.language.tag());
        labels.push(if filter.exclude { shell::EXCEPT.fill(reader.language, &[&label]) } else { label });
    }
    labels.join(shell::COMMA.get(reader.language))
}

/// The chips: Enter, Delete or Backspace takes one back, and after the drawing the focus goes on to the next.
pub(super) fn chips(reader: &Reader, state: &State, before: &Rc<Before>) -> Html {
    let conditions = conditions(reader, state);
    if conditions.is_empty() {
        return html! { <div class="chips-box"></div> };
    }
    let mut chips = Vec::new();
    for (at, condition) in conditions.into_iter().enumerate() {
        chips.push(chip(reader, condition, (at, before.clone())));
    }
    let clear = button("lnk", None, shell::CLEAR_ALL.get(reader.language), on_click(&reader.dispatch, Action::Clear));
    html! {
        <div class="chips-box">
            <ul class="chips" aria-label={shell::ACTIVE.get(reader.language)}>
                { for chips }
                <li key="clear">{ clear }</li>
            </ul>
        </div>
    }
}

fn chip(reader: &Reader, condition: Condition, (at, before): (usize, Rc<Before>)) -> Html {
    let Condition { kind, value, undo } = condition;
    let pair = shell::PAIR.fill(reader.language, &[kind, &value]);
    let name = shell::REMOVE.fill(reader.language, &[&nested(&pair)]);
    let dispatch = reader.dispatch.clone();
    let undo = Callback::from(move |()| {
        before.chip.set(Some(at));
        dispatch.emit(undo.clone());
    });
    let onclick = undo.reform(|_: MouseEvent| ());
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Delete" | "Backspace") {
            event.prevent_default();
            undo.emit(());
        }
    });
    html! {
        <li key={pair}>
            <button type="button" class="chip" part="chip" aria-label={name} {onclick} {onkeydown}>
                <span class="chip-k">{ kind }</span>
                { " " }
                { value }
                { icon(Glyph::Cross) }
            </button>
        </li>
    }
}
