//! One facet: a group of native checkboxes with counts.

use std::rc::Rc;

use jianbao_engine::search::{FacetName, FacetValue, Results};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::components::facet_order::{Arrangement, FIRST, STEP, folded};
use crate::app::components::icon::{Glyph, icon, icon_with};
use crate::app::components::zone_tag::zone_tag;
use crate::app::context::{Reader, use_reader};
use crate::app::i18n::{number, shell};
use crate::app::state::Action;

/// From this many values on, a facet can be searched.
const MANY: usize = 12;
/// Bars are drawn where the highest count exceeds this.
const BARS_OVER: usize = 10;

/// Properties of [`FacetGroup`].
#[derive(Clone, PartialEq, Properties)]
pub struct FacetGroupProps {
    /// Which facet.
    pub facet: FacetName,
    /// What was found.
    pub results: Rc<Results>,
    /// Sets the ids of two panels apart.
    pub name: &'static str,
    /// Whether it stands open at first.
    pub open: bool,
}

/// A facet. Its values keep their places while the reader clicks: a count that falls to 0 greys its value, and
/// nothing moves under the pointer. They are put in order anew when the query changes.
#[component]
pub fn FacetGroup(props: &FacetGroupProps) -> Html {
    let reader = use_reader();
    let arrangement = use_mut_ref(Arrangement::default);
    let shown = use_state_eq(|| FIRST);
    let needle = use_state_eq(String::new);
    let field = use_node_ref();
    let open = *use_state(|| props.open);
    let values = arrangement.borrow_mut().arrange(&props.results.query, props.results.facets.of(props.facet));
    let total = values.len();
    let values = if needle.trim().is_empty() { values } else { having(&reader, props.facet, values, &needle) };
    let limit = if values.len() <= FIRST + 1 { FIRST + 1 } else { *shown };
    let top = values.iter().map(|value| value.count).max().unwrap_or(0);
    let option = |value: &FacetValue| {
        let label = reader.archive.label(props.facet, &value.value, reader.language.tag());
        html! { <FacetOption key={value.value.as_str()} facet={props.facet} value={value.clone()} {label} {top} /> }
    };
    let title = shell::facet(reader.language, props.facet);
    html! {
        <details class="fg" part="facet-group" {open} hidden={total == 0}>
            <summary>
                <span class="fg-t">{ title }</span>
                <span class="fg-s">{ number(total) }</span>
                { icon_with(Glyph::Down, "fg-c") }
            </summary>
            <fieldset>
                <legend class="vh">{ title }</legend>
                <div class="fg-q" hidden={total < MANY}>
                    if total >= MANY { { search_field(&reader, props, total, (&field, &needle)) } }
                </div>
                <ul class="opts">{ for values.iter().take(limit).map(option) }</ul>
                <div class="fg-m">
                    { if needle.trim().is_empty() {
                        more(&reader, values.len().saturating_sub(limit), limit, &shown)
                    } else {
                        all(&reader, (props.facet, total), values.is_empty(), (&field, &needle))
                    } }
                </div>
            </fieldset>
        </details>
    }
}

/// The values whose names have what the reader looks for, in the reader's language or in the corpus' own.
fn having(reader: &Reader, facet: FacetName, mut values: Vec<FacetValue>, needle: &str) -> Vec<FacetValue> {
    let needle = folded(needle.trim());
    values.retain(|value| {
        let label = reader.archive.label(facet, &value.value, reader.language.tag());
        folded(&label).contains(&needle) || folded(&value.value).contains(&needle)
    });
    values
}

/// Where a reader looks for a value among many.
fn search_field(
    reader: &Reader,
    props: &FacetGroupProps,
    total: usize,
    (field, needle): (&NodeRef, &UseStateHandle<String>),
) -> Html {
    let name = shell::find_in(reader.language, props.facet, total);
    let id = reader.id_for(&format!("{}-find-{:?}", props.name, props.facet));
    let setter = needle.setter();
    let oninput = move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            setter.set(input.value());
        }
    };
    html! {
        <>
            <label class="vh" for={id.clone()}>{ &name }</label>
            { icon(Glyph::Search) }
            <input {id} ref={field.clone()} type="search" placeholder={name.clone()} autocomplete="off" spellcheck="false"
                {oninput} />
        </>
    }
}

/// Shows more values, where there are more.
fn more(reader: &Reader, rest: usize, limit: usize, shown: &UseStateHandle<usize>) -> Html {
    let next = rest.min(STEP);
    let setter = shown.setter();
    html! {
        <button type="button" class="lnk more" hidden={rest == 0} onclick={move |_| setter.set(limit + next)}>
            { shell::SHOW_MORE.fill(reader.language, &[&number(next)]) }
        </button>
    }
}

/// Ends the search within the facet; says so where it found nothing.
fn all(
    reader: &Reader,
    (facet, total): (FacetName, usize),
    none: bool,
    (field, needle): (&NodeRef, &UseStateHandle<String>),
) -> Html {
    let language = reader.language;
    let (setter, field) = (needle.setter(), field.clone());
    let onclick = move |_| {
        setter.set(String::new());
        if let Some(input) = field.cast::<HtmlInputElement>() {
            input.set_value("");
            let _ = input.focus();
        }
    };
    html! {
        <>
            <p class="fg-no" hidden={!none}>{ shell::FOUND_NONE.fill(language, &[needle.trim()]) }</p>
            <button type="button" class="lnk more" {onclick}>
                { shell::CLEAR_FIND.fill(language, &[&shell::values(language, facet, total)]) }
            </button>
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FacetOptionProps {
    facet: FacetName,
    value: FacetValue,
    label: String,
    top: usize,
}

/// One value with its checkbox.
#[component]
fn FacetOption(props: &FacetOptionProps) -> Html {
    let reader = use_reader();
    let FacetValue { value, count, selected, .. } = &props.value;
    let disabled = *count == 0 && !selected;
    let action = Action::Toggle(props.facet, value.clone());
    let onchange = reader.dispatch.reform(move |_: Event| action.clone());
    let post = (props.facet == FacetName::Person).then(|| reader.archive.post(value, reader.language.tag())).flatten();
    html! {
        <li class="opt">
            <label class={disabled.then_some("is-zero")}>
                <input type="checkbox" checked={*selected} {disabled} {onchange}
                    aria-label={shell::value_name(reader.language, &props.label, *count)} />
                <span class={classes!("opt-t", (props.facet == FacetName::Section).then_some("is-zone"))}>
                    if props.facet == FacetName::Section { { zone_tag(&reader, &value) } }
                    { &props.label }
                    if let Some(post) = post { <small>{ post }</small> }
                </span>
                <span class="opt-n">{ number(*count) }</span>
                if props.top > BARS_OVER { { bar(*count, props.top) } }
            </label>
        </li>
    }
}

/// The count as a share of the highest.
fn bar(count: usize, top: usize) -> Html {
    let share = (count * 100).checked_div(top).unwrap_or(0);
    html! {
        <svg class="opt-bar" width="100%" height="3" aria-hidden="true" focusable="false">
            <rect width={format!("{share}%")} height="3" />
        </svg>
    }
}
