//! Nothing could be read: where, why, and what to do.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::Unreadable;
use crate::app::components::archive::ArchiveProps;
use crate::app::components::icon::{Glyph, icon};
use crate::app::components::parts::{button, copy_button, heading, pair};
use crate::app::context::heading_tag;
use crate::app::hooks::Copier;
use crate::app::i18n::unreadable::{self, Said};
use crate::app::i18n::{Language, shell};

/// The error, and the ways out of it that the host has given.
pub fn failure(language: Language, props: &ArchiveProps, why: &Rc<Unreadable>, copier: Option<&Copier>) -> Html {
    let Said { place, line, why: reason, remedy } = unreadable::said(language, why);
    let place = html! { <><code>{ place }</code><span class="kv-l">{ line.unwrap_or_default() }</span></> };
    let title = html! { <>{ icon(Glyph::Warning) }{ shell::FAILED.get(language) }</> };
    let details = {
        let why = why.clone();
        move || unreadable::line(language, &why)
    };
    html! {
        <div class="main one">
            <div class="stp is-err" part="error" role="alert">
                { heading(heading_tag(props.heading.saturating_add(1)), "stp-t", None, title) }
                <dl class="kv">
                    { pair(shell::WHERE.get(language).into(), place) }
                    { pair(shell::WHY.get(language).into(), reason.into()) }
                    { pair(shell::WHAT_TO_DO.get(language).into(), remedy.into()) }
                </dl>
                <div class="stp-a">
                    if let Some(retry) = &props.on_retry {
                        { button("btn pri", Some(Glyph::Retry), shell::RETRY.get(language), retry.reform(|_| ())) }
                    }
                    if let Some(on_file) = &props.on_file { { file_field(language, on_file) } }
                    { copy_button(language, copier, shell::COPY_ERROR, Rc::new(details)) }
                </div>
            </div>
        </div>
    }
}

/// A native file field in the shape of a button.
fn file_field(language: Language, on_file: &Callback<web_sys::File>) -> Html {
    let on_file = on_file.clone();
    let onchange = move |event: Event| {
        let file = event.target_dyn_into::<HtmlInputElement>().and_then(|input| input.files()?.get(0));
        if let Some(file) = file {
            on_file.emit(file);
        }
    };
    html! {
        <label class="btn file">
            <input type="file" class="vh" accept=".json,application/json" {onchange} />
            { shell::CHOOSE_FILE.get(language) }
        </label>
    }
}
