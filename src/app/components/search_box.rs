//! The search field. Results follow each key press; an input method that composes is never interrupted.

use std::cell::Cell;
use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::components::icon::{Glyph, icon, icon_with};
use crate::app::components::parts::{button, on_click};
use crate::app::i18n::{Language, shell};
use crate::app::state::Action;

/// The search landmark with its form. The field's text is the reader's: what is written into it from elsewhere is
/// written after the drawing, and never while an input method composes.
pub fn search_box(
    language: Language,
    query: &str,
    id: &str,
    composing: &Rc<Cell<bool>>,
    dispatch: &Callback<Action>,
) -> Html {
    let id = [id, "-query"].concat();
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    html! {
        <search class="search" role="search" part="search">
            <form class="sf" {onsubmit}>
                <label class="vh" for={id.clone()}>{ shell::SEARCH_ALL.get(language) }</label>
                { icon_with(Glyph::Search, "sf-i") }
                <input {id} class="sf-in" part="search-input" type="text" role="combobox" aria-expanded="false"
                    aria-autocomplete="none" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search"
                    placeholder={shell::PLACEHOLDER.get(language)} oninput={search(composing, dispatch)}
                    onkeydown={on_escape(query.is_empty(), dispatch)} />
                <button type="button" class="sf-x" hidden={query.is_empty()}
                    aria-label={shell::CLEAR_QUERY.get(language)} onclick={clear(dispatch)}>
                    { icon(Glyph::Cross) }
                </button>
                <button type="submit" class="sf-go">{ shell::SEARCH.get(language) }</button>
            </form>
        </search>
    }
}

/// Searches for what stands in the field, unless it is still being composed.
fn search(composing: &Rc<Cell<bool>>, dispatch: &Callback<Action>) -> Callback<InputEvent> {
    let (composing, dispatch) = (composing.clone(), dispatch.clone());
    Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>()
            && !composing.get()
        {
            dispatch.emit(Action::Query(input.value()));
        }
    })
}

/// Takes the query back, and goes to the field.
fn clear(dispatch: &Callback<Action>) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: MouseEvent| {
        dispatch.emit(Action::Query(String::new()));
        let button = event.target_dyn_into::<web_sys::Element>();
        super::focus(button.and_then(|button| super::find(&button.closest(".sf").ok()??, ".sf-in")));
    })
}

/// Escape takes the query back. In an empty field it is left to the page: to a dialog around the widget, say.
fn on_escape(is_empty: bool, dispatch: &Callback<Action>) -> Callback<KeyboardEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" && !is_empty && !event.is_composing() {
            event.prevent_default();
            event.stop_propagation();
            dispatch.emit(Action::Query(String::new()));
        }
    })
}

/// A few queries to try.
pub fn examples(language: Language, examples: &[String], dispatch: &Callback<Action>) -> Html {
    let example = |query: &String| button("lnk", None, query.clone(), on_click(dispatch, Action::Query(query.clone())));
    html! {
        <div class="try">
            if !examples.is_empty() {
                <span>{ shell::TRY.get(language) }</span>
                { for examples.iter().map(example) }
            }
        </div>
    }
}
