//! 报头: the wordmark, the archive's name beside it, and the reader's own settings.

use web_sys::Element;
use yew::prelude::*;

use crate::app::card::Card;
use crate::app::components::icon::{Glyph, icon};
use crate::app::components::parts::{button, heading, icon_button, on_click};
use crate::app::context::heading_tag;
use crate::app::i18n::{Language, about as of_archive, shell};
use crate::app::state::{Action, SCALES, State, Theme};

/// The head of the widget: the wordmark as its heading, the archive's name and what it holds, and what the reader keeps.
pub fn masthead(
    state: &State,
    level: u8,
    (title, extent): (&AttrValue, &AttrValue),
    clippings: Option<Html>,
    dispatch: &Callback<Action>,
) -> Html {
    let language = state.language;
    // After the largest size comes the smallest.
    let next_size = on_click(dispatch, Action::Scale((state.scale + 1) % SCALES));
    html! {
        <header class="masthead" part="masthead">
            { heading(heading_tag(level), "wordmark", None, shell::WORDMARK.get(language).into()) }
            <p class="ear" hidden={title.is_empty() && extent.is_empty()}>
                <strong>{ title }</strong>
                <span>{ extent }</span>
                { about(language, !extent.is_empty(), dispatch) }
            </p>
            <div class="tools">
                { clippings }
                { languages(language, dispatch) }
                { icon_button(shell::TEXT_SIZE.get(language), letters(language), next_size) }
                { icon_button(shell::THEME.get(language), icon(Glyph::Theme), switch_theme(dispatch)) }
            </div>
        </header>
    }
}

/// Leads to what the archive says of itself, where there is one.
pub(super) fn about(language: Language, has_archive: bool, dispatch: &Callback<Action>) -> Html {
    let open = on_click(dispatch, Action::Card(Some(Card::About)));
    if has_archive {
        button("lnk", None, of_archive::ABOUT.get(language), open)
    } else {
        html! { <span /> }
    }
}

/// A large and a small letter.
fn letters(language: Language) -> Html {
    let (large, small, at) = match language {
        Language::En => ("A", "A", "12"),
        _ => ("大", "小", "16"),
    };
    html! {
        <svg class="aa" width="26" height="18" aria-hidden="true" focusable="false">
            <text x="0" y="15">{ large }</text>
            <text class="aa-s" x={at} y="15">{ small }</text>
        </svg>
    }
}

/// 简 / 繁 / EN, each named in its own language.
fn languages(language: Language, dispatch: &Callback<Action>) -> Html {
    let button = |of: Language| {
        let (label, name) = match of {
            Language::Hans => ("简", "简体中文"),
            Language::Hant => ("繁", "繁體中文"),
            Language::En => ("EN", "EN English"),
        };
        html! {
            <button type="button" class="seg-b" lang={of.tag()} aria-label={name}
                aria-pressed={if of == language { "true" } else { "false" }} onclick={on_click(dispatch, Action::Language(of))}>
                { label }
            </button>
        }
    };
    html! {
        <div class="seg" role="group" aria-label={shell::LANGUAGE.get(language)}>
            { for Language::ALL.map(button) }
        </div>
    }
}

/// Switches between ink on paper and paper on ink, starting from what the reader sees.
fn switch_theme(dispatch: &Callback<Action>) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: MouseEvent| {
        let dark = event.target_dyn_into::<Element>().is_some_and(|element| is_dark(&element));
        dispatch.emit(Action::Theme(if dark { Theme::Light } else { Theme::Dark }));
    })
}

/// Whether an element is shown dark, whoever asked for it: the system, the host page or the reader.
fn is_dark(element: &Element) -> bool {
    let style = web_sys::window().and_then(|window| window.get_computed_style(element).ok()?);
    style.and_then(|style| style.get_property_value("color-scheme").ok()).is_some_and(|scheme| scheme.contains("dark"))
}
