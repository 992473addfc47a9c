//! Nothing could be read: where, why, and what to do.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::Unreadable;
use crate::app::components::icon::{Glyph, icon};
use crate::app::hooks::use_copier;
use crate::app::i18n::unreadable::{self, Said};
use crate::app::i18n::{Language, shell};

/// Properties of [`Failure`].
#[derive(Clone, PartialEq, Properties)]
pub struct FailureProps {
    /// The interface's language.
    pub language: Language,
    /// What is wrong.
    pub why: Rc<Unreadable>,
    /// The tag of the heading.
    pub heading: &'static str,
    /// Reads the corpus again, where that can be done.
    #[prop_or_default]
    pub on_retry: Option<Callback<()>>,
    /// Reads a file of the reader's instead, where that can be done.
    #[prop_or_default]
    pub on_file: Option<Callback<web_sys::File>>,
}

/// The error, and the ways out of it.
#[component]
pub fn Failure(props: &FailureProps) -> Html {
    let FailureProps { language, why, .. } = props.clone();
    let copier = use_copier();
    let Said { place, line, why: reason, remedy } = unreadable::said(language, &why);
    let row = |name: &'static str, value: Html| html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> };
    let place = html! { <><code>{ place }</code><span class="kv-l">{ line.unwrap_or_default() }</span></> };
    html! {
        <div class="main one">
            <div class="stp is-err" part="error" role="alert">
                <@{props.heading} class="stp-t">{ icon(Glyph::Warning) }{ shell::FAILED.get(language) }</@>
                <dl class="kv">
                    { row(shell::WHERE.get(language), place) }
                    { row(shell::WHY.get(language), html! { { reason } }) }
                    { row(shell::WHAT_TO_DO.get(language), html! { { remedy } }) }
                </dl>
                <div class="stp-a">
                    if let Some(retry) = &props.on_retry {
                        <button type="button" class="btn pri" onclick={retry.reform(|_| ())}>
                            { icon(Glyph::Retry) }{ shell::RETRY.get(language) }
                        </button>
                    }
                    if let Some(on_file) = &props.on_file { { file_field(language, on_file) } }
                    if let Some(copier) = copier {
                        <button type="button" class="lnk"
                            onclick={copier.copy.reform(move |_| unreadable::line(language, &why))}>
                            { if copier.copied { shell::COPIED } else { shell::COPY_ERROR }.get(language) }
                        </button>
                    }
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
