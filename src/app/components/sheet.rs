//! The filters of a narrow widget: facets and dates in a modal sheet.

use jianbao_engine::corpus::Day;
use web_sys::{HtmlDialogElement, HtmlInputElement};
use yew::prelude::*;

use crate::app::components::answer::Answer;
use crate::app::components::facets::facet_panel;
use crate::app::components::icon::{Glyph, icon};
use crate::app::components::parts::{button, heading, icon_button, on_change, on_click};
use crate::app::context::Reader;
use crate::app::i18n::{number, shell};
use crate::app::state::{Action, State};

/// A native modal dialog, opened and closed after the drawing: the browser keeps the focus within, gives it back to the
/// button, and closes it on Escape.
pub(super) fn filter_sheet(reader: &Reader, state: &State, answer: &Answer) -> Html {
    let dispatch = reader.dispatch.clone();
    let onclose = Callback::from(move |_: Event| dispatch.emit(Action::Sheet(false)));
    let dispatch = reader.dispatch.clone();
    // The dialog itself is only hit where its own content is not: on the scrim.
    let onclick = Callback::from(move |event: MouseEvent| {
        if event.target_dyn_into::<HtmlDialogElement>().is_some() {
            dispatch.emit(Action::Sheet(false));
        }
    });
    html! {
        <dialog class="sheet" part="sheet" aria-label={shell::FILTERS.get(reader.language)} {onclick} {onclose}>
            if state.sheet { { content(reader, state, answer) } }
        </dialog>
    }
}

fn content(reader: &Reader, state: &State, answer: &Answer) -> Html {
    let language = reader.language;
    let close = on_click(&reader.dispatch, Action::Sheet(false));
    let clear = on_click(&reader.dispatch, Action::Clear);
    html! {
        <div class="sh">
            <div class="sh-h">
                { heading(reader.heading_tag(1), "sh-t", None, shell::FILTERS.get(language).into()) }
                { icon_button(shell::CLOSE.get(language), icon(Glyph::Cross), close.clone()) }
            </div>
            <div class="sh-b">
                { dates(reader, state) }
                { facet_panel(reader, answer, "sheet") }
            </div>
            <div class="sh-f">
                { button("btn", None, shell::CLEAR_ALL.get(language), clear) }
                { button("btn pri", None, shell::show(language, answer.results.total), close) }
            </div>
        </div>
    }
}

/// The range of dates, as two native fields, and whether approximate dates are taken in.
fn dates(reader: &Reader, state: &State) -> Html {
    let language = reader.language;
    let first = field(reader, "sheet-from", (state.from, state.to), false);
    let last = field(reader, "sheet-to", (state.from, state.to), true);
    let approximate = state.approximate;
    html! {
        <fieldset class="sh-d">
            <legend>{ shell::TIME.get(language) }</legend>
            <p class="dr">{ first }{ last }</p>
            <label class="ck">
                <input type="checkbox" checked={approximate}
                    onchange={on_change(&reader.dispatch, Action::Approximate(!approximate))} />
                { shell::APPROXIMATE.get(language) }
            </label>
        </fieldset>
    }
}

/// One end of the range with its label: the last day, or else the first.
fn field(reader: &Reader, name: &str, (from, to): (Option<Day>, Option<Day>), is_last: bool) -> Html {
    let id = reader.id_for(name);
    let (min, max) = reader.archive.days().unzip();
    let (label, day) = if is_last { (shell::TO, to.or(max)) } else { (shell::FROM, from.or(min)) };
    let said = |day: Option<Day>| day.map(|day| day.to_string());
    let dispatch = reader.dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let day = day_of(&event);
        dispatch.emit(if is_last { Action::Range(from, day) } else { Action::Range(day, to) });
    });
    html! {
        <>
            <label for={id.clone()}>{ label.get(reader.language) }</label>
            <input {id} type="date" value={said(day).unwrap_or_default()} min={said(min)} max={said(max)} {onchange} />
        </>
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

/// Opens the sheet, and says how many conditions are in force.
pub fn filter_button(reader: &Reader, state: &State) -> Html {
    let conditions = state.conditions();
    html! {
        <button type="button" class="btn filt" aria-haspopup="dialog" aria-expanded={if state.sheet { "true" } else { "false" }}
            onclick={on_click(&reader.dispatch, Action::Sheet(true))}>
            { icon(Glyph::Filter) }
            <span>{ shell::FILTERS.get(reader.language) }</span>
            <b hidden={conditions == 0}>{ number(conditions) }</b>
        </button>
    }
}
