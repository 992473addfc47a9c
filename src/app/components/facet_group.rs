//! One facet: a group of native checkboxes with counts.

use std::cell::RefCell;
use std::rc::Rc;

use jianbao_engine::search::{self, FacetCounts, FacetName, FacetValue, Filter, Options, Results};
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use crate::app::card::Card;
use crate::app::components::by_name::Names;
use crate::app::components::facet_order::{Arrangement, FIRST, STEP, with_rest};
use crate::app::components::icon::{Glyph, icon, icon_with};
use crate::app::components::parts::{button, on_change, on_click};
use crate::app::components::zone_tag::zone_tag;
use crate::app::context::{Reader, use_reader};
use crate::app::i18n::card::PROFILE;
use crate::app::i18n::{number, shell};
use crate::app::state::Action;
use crate::app::target;

/// From this many values on, a facet can be searched.
const MANY: usize = 12;
/// Bars are drawn where the highest count exceeds this.
pub(super) const BARS_OVER: usize = 10;

/// Properties of [`FacetGroup`].
#[derive(Clone, Properties)]
pub struct FacetGroupProps {
    /// Which facet.
    pub facet: FacetName,
    /// What was found.
    pub results: Rc<Results>,
    /// Its facets.
    pub counts: Rc<FacetCounts>,
    /// What was asked beside the query.
    pub options: Rc<Options>,
    /// Sets the ids of two panels apart.
    pub name: &'static str,
    /// Whether it stands open at first.
    pub open: bool,
}

/// The facet of a place in the panel never changes, nor does what it is at first.
impl PartialEq for FacetGroupProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.results, &other.results)
    }
}

/// What the reader has done in a group.
struct Group {
    /// The archive whose values are arranged.
    of: Option<Rc<search::Archive>>,
    arrangement: Arrangement,
    open: bool,
    shown: usize,
    needle: String,
    by_name: bool,
    /// The order of the names, once it was asked for.
    names: Option<Names>,
    /// What was last taken from the engine: of which results, looking for what.
    taken: Option<(Rc<Results>, String, Vec<FacetValue>)>,
}

impl Group {
    /// All values whose names have what the reader looks for; nothing is in all of them.
    fn all(&mut self, reader: &Reader, props: &FacetGroupProps) -> &[FacetValue] {
        let needle = self.needle.trim();
        let is_known = |(results, sought, _): &(Rc<Results>, String, Vec<FacetValue>)| {
            Rc::ptr_eq(results, &props.results) && sought == needle
        };
        if !self.taken.as_ref().is_some_and(is_known) {
            let values = reader.archive.values(props.facet, &props.results.query, &props.options, needle);
            self.taken = Some((props.results.clone(), needle.to_owned(), values));
        }
        self.taken.as_ref().map_or(&[], |(_, _, values)| values)
    }

    /// Values in the order of their names.
    fn sorted(&mut self, reader: &Reader, facet: FacetName, values: Vec<FacetValue>) -> Vec<FacetValue> {
        let names = self.names.take().filter(|names| names.is_of(&reader.archive, reader.language));
        let names = names.unwrap_or_else(|| Names::new(&reader.archive, facet, reader.language));
        let sorted = names.sorted(values);
        self.names = Some(names);
        sorted
    }
}

/// A facet. Its values keep their places while the reader clicks: a count that falls to 0 greys its value, and
/// nothing moves under the pointer. They are put in order anew when the query changes.
///
/// It is a component because it remembers that order, how many values are shown, and what is looked for among them.
#[component]
pub fn FacetGroup(props: &FacetGroupProps) -> Html {
    let reader = use_reader();
    let group = use_mut_ref(|| Group {
        of: None,
        arrangement: Arrangement::default(),
        open: props.open,
        shown: FIRST,
        needle: String::new(),
        by_name: false,
        names: None,
        taken: None,
    });
    let redraw = use_force_update();
    let act = act_on(&group, redraw);
    let mut group = group.borrow_mut();
    if !group.of.as_ref().is_some_and(|of| Rc::ptr_eq(of, &reader.archive)) {
        group.of = Some(reader.archive.clone());
        group.arrangement = Arrangement::default();
    }
    let values = group.arrangement.arrange(
        &props.results.query,
        props.counts.of(props.facet),
        props.facet != FacetName::Section,
    );
    let total = props.counts.size(props.facet).max(values.len());
    let needle = group.needle.trim().to_owned();
    let is_sought = !needle.is_empty();
    let limit = if is_sought { group.shown.max(STEP) } else { group.shown };
    let values = match () {
        () if is_sought => group.all(&reader, props).to_vec(),
        () if total > values.len() && (limit > values.len() || group.by_name) => {
            with_rest(values, group.all(&reader, props))
        }
        () => values,
    };
    let values = if group.by_name { group.sorted(&reader, props.facet, values) } else { values };
    let limit = if values.len() <= FIRST + 1 { FIRST + 1 } else { limit };
    let rest = if is_sought { values.len() } else { total }.saturating_sub(limit);
    let top = values.iter().map(|value| value.count).max().unwrap_or(0);
    let mut options = Vec::new();
    for value in values.iter().take(limit) {
        options.push(option(&reader, props.facet, value, top));
    }
    let title = shell::facet(reader.language, props.facet);
    html! {
        <details class="fg" part="facet-group" open={group.open} hidden={total == 0}>
            <summary>
                <span class="fg-t">{ title }</span>
                <span class="fg-s">{ number(total) }</span>
                { icon_with(Glyph::Down, "fg-c") }
            </summary>
            <fieldset>
                <legend class="vh">{ title }</legend>
                <div class="fg-q" hidden={total < MANY}>
                    if total >= MANY { { search_field(&reader, props, total, &act) } }
                </div>
                <ul class="opts" onclick={on_exclude(&reader, props.facet)}>{ for options }</ul>
                <div class="fg-m">
                    { cards(&reader, props.facet, &props.options) }
                    { more(&reader, rest, limit, &act) }
                    { order(&reader, total, group.by_name, &act) }
                    if is_sought { { all(&reader, (props.facet, total), values.is_empty().then_some(&needle), &act) } }
                </div>
            </fieldset>
        </details>
    }
}

/// What can be done in a group.
enum Change {
    Show(usize),
    Find(String),
    ByName(bool),
}

/// Changes a group, and draws it again.
fn act_on(group: &Rc<RefCell<Group>>, redraw: UseForceUpdateHandle) -> Callback<Change> {
    let group = group.clone();
    Callback::from(move |change| {
        let mut group = group.borrow_mut();
        match change {
            Change::Show(shown) => group.shown = shown,
            Change::Find(needle) => group.needle = needle,
            Change::ByName(by_name) => group.by_name = by_name,
        }
        redraw.force_update();
    })
}

/// Where a reader looks for a value among many.
fn search_field(reader: &Reader, props: &FacetGroupProps, total: usize, act: &Callback<Change>) -> Html {
    let name = shell::find_in(reader.language, props.facet, total);
    let id = reader.id_for(&[props.name, "-find-", props.facet.name()].concat());
    let act = act.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            act.emit(Change::Find(input.value()));
        }
    });
    html! {
        <>
            <label class="vh" for={id.clone()}>{ name.clone() }</label>
            { icon(Glyph::Search) }
            <input {id} type="search" placeholder={name} autocomplete="off" spellcheck="false" {oninput} />
        </>
    }
}

/// Lead to the cards of the values that are chosen, where they have any.
fn cards(reader: &Reader, facet: FacetName, options: &Options) -> Html {
    let has_cards = Card::FACETS.contains(&facet);
    let chosen = options.filters.iter().filter(|filter| has_cards && filter.facet == facet && !filter.exclude);
    let one = |filter: &Filter| {
        let said = PROFILE.fill(reader.language, &[&reader.archive.label(facet, &filter.value, reader.language.tag())]);
        let card = Action::Card(Some(Card::Value(facet, filter.value.clone())));
        button("lnk more", Some(Glyph::Right), said, on_click(&reader.dispatch, card))
    };
    html! { <div class="fg-p">{ for chosen.map(one) }</div> }
}

/// Shows more values, where there are more.
fn more(reader: &Reader, rest: usize, limit: usize, act: &Callback<Change>) -> Html {
    let next = rest.min(STEP);
    let onclick = act.reform(move |event: MouseEvent| {
        // Where nothing more is left to show, the button goes: the focus stays at the values, and those to come are next.
        if next == rest
            && let Some(group) = target::within::<Element>(&event, ".fg")
        {
            let last = super::find(&group, ".opts > li:last-child input:enabled");
            super::focus(last.or_else(|| super::find(&group, "summary")));
        }
        Change::Show(limit + next)
    });
    html! {
        <button type="button" class="lnk more" hidden={rest == 0} {onclick}>
            { shell::SHOW_MORE.fill(reader.language, &[&number(next)]) }
        </button>
    }
}

/// Switches between the order of counts and that of names, where there are many.
fn order(reader: &Reader, total: usize, by_name: bool, act: &Callback<Change>) -> Html {
    let words = if by_name { shell::BY_COUNT } else { shell::BY_NAME };
    html! {
        <button type="button" class="lnk more" hidden={total < MANY} onclick={act.reform(move |_| Change::ByName(!by_name))}>
            { words.get(reader.language) }
        </button>
    }
}

/// Leaves out the value whose button is pressed, or takes it back. One for all values.
fn on_exclude(reader: &Reader, facet: FacetName) -> Callback<MouseEvent> {
    let reader = reader.clone();
    Callback::from(move |event: MouseEvent| {
        if let Some(value) = target::attribute(&event, "data-not") {
            reader.act(Action::Exclude(facet, value));
        }
    })
}

/// Ends the search within the facet; says so where it found nothing of what was looked for.
fn all(reader: &Reader, (facet, total): (FacetName, usize), none: Option<&str>, act: &Callback<Change>) -> Html {
    let language = reader.language;
    let act = act.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        act.emit(Change::Find(String::new()));
        let field = event
            .target_dyn_into::<Element>()
            .and_then(|button| super::find::<HtmlInputElement>(&button.closest(".fg").ok()??, ".fg-q input"));
        if let Some(field) = field {
            field.set_value("");
            super::focus(Some(field.into()));
        }
    });
    html! {
        <>
            <p class="fg-no" hidden={none.is_none()}>{ shell::FOUND_NONE.fill(language, &[none.unwrap_or_default()]) }</p>
            { button("lnk more", None, shell::CLEAR_FIND.fill(language, &[&shell::values(language, facet, total)]), onclick) }
        </>
    }
}

/// One value with its checkbox, and the button that leaves it out.
fn option(reader: &Reader, facet: FacetName, value: &FacetValue, top: usize) -> Html {
    let FacetValue { value, count, selected, excluded } = value;
    let (language, disabled) = (reader.language, *count == 0 && !selected && !excluded);
    let label = reader.archive.label(facet, value, language.tag());
    let name = shell::value_name(language, &label, *count);
    let is_zone = facet == FacetName::Section;
    let post = if facet == FacetName::Person { reader.archive.post(value, language.tag()) } else { None };
    let choose = if *excluded { Action::Choose } else { Action::Toggle };
    let class = if *excluded {
        "is-not"
    } else if disabled {
        "is-zero"
    } else {
        ""
    };
    html! {
        <li class="opt" key={value.as_str()}>
            <label {class}>
                <input type="checkbox" checked={*selected} {disabled} aria-label={name}
                    onchange={on_change(&reader.dispatch, choose(facet, value.clone()))} />
                <span class={if is_zone { "opt-t is-zone" } else { "opt-t" }}>
                    if is_zone { { zone_tag(reader, value) } }
                    <span>{ &label }</span>
                    if let Some(post) = post { <small>{ post }</small> }
                </span>
                <span class="opt-n">{ number(*count) }</span>
                if top > BARS_OVER { { bar(*count, top) } }
            </label>
            <button type="button" class="opt-x" {disabled} data-not={value.clone()} aria-pressed={if *excluded { "true" } else { "false" }}
                aria-label={shell::EXCEPT.fill(language, &[&label])}></button>
        </li>
    }
}

/// The count as a share of the highest.
pub(super) fn bar(count: usize, top: usize) -> Html {
    let share = (count * 100).checked_div(top).unwrap_or(0);
    html! {
        <svg class="opt-bar" width="100%" height="3" aria-hidden="true" focusable="false">
            <rect width={[&share.to_string(), "%"].concat()} height="3" />
        </svg>
    }
}
