//! 报头: the wordmark, the archive's name beside it, and the reader's own settings.

use yew::prelude::*;

use crate::app::components::icon::{Glyph, icon};
use crate::app::i18n::{Language, shell};
use crate::app::state::{Action, SCALES, Theme};

/// Properties of [`Masthead`].
#[derive(Clone, PartialEq, Properties)]
pub struct MastheadProps {
    /// The interface's language.
    pub language: Language,
    /// Index of the text's size.
    pub scale: usize,
    /// The tag of the heading.
    pub heading: &'static str,
    /// The archive's name.
    #[prop_or_default]
    pub title: AttrValue,
    /// What it holds.
    #[prop_or_default]
    pub extent: AttrValue,
    /// Changes the state.
    pub dispatch: Callback<Action>,
}

/// The head of the widget.
#[component]
pub fn Masthead(props: &MastheadProps) -> Html {
    let MastheadProps { language, dispatch, .. } = props.clone();
    html! {
        <header class="masthead" part="masthead">
            <@{props.heading} class="wordmark" part="wordmark">{ shell::WORDMARK.get(language) }</@>
            <p class="ear" hidden={props.title.is_empty() && props.extent.is_empty()}>
                <strong>{ props.title.clone() }</strong>
                <span>{ props.extent.clone() }</span>
            </p>
            <div class="tools">
                <LanguageSwitch {language} dispatch={dispatch.clone()} />
                <button type="button" class="ib" aria-label={shell::TEXT_SIZE.get(language)} onclick={next_size(props)}>
                    { letters(language) }
                </button>
                <ThemeButton {language} {dispatch} />
            </div>
        </header>
    }
}

/// Goes to the next size of the text, after the largest to the smallest.
fn next_size(props: &MastheadProps) -> Callback<MouseEvent> {
    let next = (props.scale + 1) % SCALES.len();
    props.dispatch.reform(move |_| Action::Scale(next))
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

#[derive(Clone, PartialEq, Properties)]
struct SwitchProps {
    language: Language,
    dispatch: Callback<Action>,
}

/// 简 / 繁 / EN, each named in its own language.
#[component]
fn LanguageSwitch(props: &SwitchProps) -> Html {
    let button = |of: Language| {
        let (label, name) = match of {
            Language::Hans => ("简", "简体中文"),
            Language::Hant => ("繁", "繁體中文"),
            Language::En => ("EN", "EN English"),
        };
        html! {
            <button type="button" class="seg-b" lang={of.tag()} aria-label={name}
                aria-pressed={(of == props.language).to_string()}
                onclick={props.dispatch.reform(move |_| Action::Language(of))}>
                { label }
            </button>
        }
    };
    html! {
        <div class="seg" role="group" aria-label={shell::LANGUAGE.get(props.language)}>
            { for Language::ALL.map(button) }
        </div>
    }
}

/// Switches between ink on paper and paper on ink, starting from what the reader sees.
#[component]
fn ThemeButton(props: &SwitchProps) -> Html {
    let button = use_node_ref();
    let onclick = {
        let button = button.clone();
        props.dispatch.reform(move |_| Action::Theme(if is_dark(&button) { Theme::Light } else { Theme::Dark }))
    };
    html! {
        <button ref={button} type="button" class="ib" aria-label={shell::THEME.get(props.language)} {onclick}>
            { icon(Glyph::Theme) }
        </button>
    }
}

/// Whether an element is shown dark, whoever asked for it: the system, the host page or the reader.
fn is_dark(node: &NodeRef) -> bool {
    let scheme = node.cast::<web_sys::Element>().and_then(|element| {
        web_sys::window()?.get_computed_style(&element).ok()??.get_property_value("color-scheme").ok()
    });
    scheme.is_some_and(|scheme| scheme.contains("dark"))
}
