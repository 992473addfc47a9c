//! The filters of a narrow widget: facets and dates in a modal sheet.

use std::rc::Rc;

use jianbao_engine::corpus::Day;
use jianbao_engine::search::Results;
use web_sys::{HtmlDialogElement, HtmlInputElement};
use yew::prelude::*;

use crate::app::components::facets::FacetPanel;
use crate::app::components::icon::{Glyph, icon};
use crate::app::context::{Reader, use_reader};
use crate::app::i18n::{number, shell};
use crate::app::state::{Action, State};

/// Properties of [`FilterSheet`].
#[derive(Clone, PartialEq, Properties)]
pub struct FilterSheetProps {
    /// What the reader has set.
    pub state: UseReducerHandle<State>,
    /// What was found.
    pub results: Rc<Results>,
}

/// A native modal dialog: the browser keeps the focus within, gives it back to the button, and closes it on Escape.
#[component]
pub fn FilterSheet(props: &FilterSheetProps) -> Html {
    let reader = use_reader();
    let dialog = use_node_ref();
    let open = props.state.sheet;
    use_effect_with((dialog.clone(), open), |(dialog, open)| {
        if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
            match (open, dialog.open()) {
                (true, false) => drop(dialog.show_modal()),
                (false, true) => dialog.close(),
                _ => {}
            }
        }
    });
    let close = reader.dispatch.reform(|()| Action::Sheet(false));
    let onclick = {
        let close = close.clone();
        // The dialog itself is only hit where its own content is not: on the scrim.
        move |event: MouseEvent| {
            if event.target_dyn_into::<HtmlDialogElement>().is_some() {
                close.emit(());
            }
        }
    };
    html! {
        <dialog ref={dialog} class="sheet" part="sheet" aria-label={shell::FILTERS.get(reader.language)} {onclick}
            onclose={close.reform(|_| ())}>
            if open { { content(&reader, props, &close) } }
        </dialog>
    }
}

fn content(reader: &Reader, props: &FilterSheetProps, close: &Callback<()>) -> Html {
    let language = reader.language;
    html! {
        <div class="sh">
            <header class="sh-h">
                <@{reader.heading_tag(1)}>{ shell::FILTERS.get(language) }</@>
                <button type="button" class="ib" aria-label={shell::CLOSE.get(language)} onclick={close.reform(|_| ())}>
                    { icon(Glyph::Cross) }
                </button>
            </header>
            <div class="sh-b">
                { dates(reader, &props.state) }
                <FacetPanel results={props.results.clone()} name="sheet" />
            </div>
            <footer class="sh-f">
                <button type="button" class="btn" onclick={reader.dispatch.reform(|_| Action::Clear)}>{ shell::CLEAR_ALL.get(language) }</button>
                <button type="button" class="btn pri" onclick={close.reform(|_| ())}>{ shell::show(language, props.results.total) }</button>
            </footer>
        </div>
    }
}

/// The range of dates, as two native fields, and whether approximate dates are taken in.
fn dates(reader: &Reader, state: &State) -> Html {
    let language = reader.language;
    let (from, to) = (state.from, state.to);
    let (first, last) = reader.archive.days().unzip();
    let field = |name: &'static str,
                 label: &'static str,
                 value: Option<Day>,
                 action: fn(Option<Day>, Option<Day>, Option<Day>) -> Action| {
        let id = reader.id_for(name);
        let onchange = reader.dispatch.reform(move |event: Event| action(day_of(&event), from, to));
        let (min, max) = reader.archive.days().map(|(min, max)| (min.to_string(), max.to_string())).unzip();
        html! {
            <>
                <label for={id.clone()}>{ label }</label>
                <input {id} type="date" value={value.map(|day| day.to_string()).unwrap_or_default()} {min} {max} {onchange} />
            </>
        }
    };
    let approximate = state.approximate;
    html! {
        <fieldset class="sh-d">
            <legend>{ shell::TIME.get(language) }</legend>
            <p class="dr">
                { field("sheet-from", shell::FROM.get(language), from.or(first), |day, _, to| Action::Range(day, to)) }
                { field("sheet-to", shell::TO.get(language), to.or(last), |day, from, _| Action::Range(from, day)) }
            </p>
            <label class="ck">
                <input type="checkbox" checked={approximate}
                    onchange={reader.dispatch.reform(move |_: Event| Action::Approximate(!approximate))} />
                { shell::APPROXIMATE.get(language) }
            </label>
        </fieldset>
    }
}

/// The day in a date field; `None` where it is empty or half typed.
fn day_of(event: &Event) -> Option<Day> {
    let value = event.target_dyn_into::<HtmlInputElement>()?.value();
    let mut parts = value.splitn(3, '-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    Day::from_ymd(year, month, parts.next()?.parse().ok()?)
}

/// Properties of [`FilterButton`].
#[derive(Clone, PartialEq, Properties)]
pub struct FilterButtonProps {
    /// How many conditions are in force.
    pub conditions: usize,
    /// Whether the sheet is open.
    pub open: bool,
}

/// Opens the sheet, and says how many conditions are in force.
#[component]
pub fn FilterButton(props: &FilterButtonProps) -> Html {
    let reader = use_reader();
    html! {
        <button type="button" class="btn filt" aria-haspopup="dialog" aria-expanded={props.open.to_string()}
            onclick={reader.dispatch.reform(|_| Action::Sheet(true))}>
            { icon(Glyph::Filter) }
            <span>{ shell::FILTERS.get(reader.language) }</span>
            <b hidden={props.conditions == 0}>{ number(props.conditions) }</b>
        </button>
    }
}
