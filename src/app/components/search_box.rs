//! The search field. Results follow each key press; an input method that composes is never interrupted.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::components::icon::{Glyph, icon, icon_with};
use crate::app::i18n::{Language, shell};
use crate::app::state::Action;

/// Properties of [`SearchBox`].
#[derive(Clone, PartialEq, Properties)]
pub struct SearchBoxProps {
    /// The interface's language.
    pub language: Language,
    /// The query.
    pub query: AttrValue,
    /// What the element's ids begin with.
    pub id: AttrValue,
    /// The field itself, so that others can focus it.
    pub field: NodeRef,
    /// Changes the state.
    pub dispatch: Callback<Action>,
}

/// Whether an input method is composing.
type Composing = Rc<RefCell<bool>>;

/// The search landmark with its form.
///
/// The field's text belongs to the reader: it is written only where the query was changed elsewhere (a chip, an
/// example, the host page), and never while an input method composes.
#[component]
pub fn SearchBox(props: &SearchBoxProps) -> Html {
    let SearchBoxProps { language, field, dispatch, .. } = props.clone();
    let composing = use_mut_ref(|| false);
    use_composition(&field, &composing, &dispatch);
    use_written(&field, &composing, &props.query);
    let search = search(&field, &composing, &dispatch);
    let clear = clear(&field, &dispatch);
    let id = format!("{}-query", props.id);
    html! {
        <search class="search" role="search" part="search">
            <form class="sf" onsubmit={search.reform(|event: SubmitEvent| event.prevent_default())}>
                <label class="vh" for={id.clone()}>{ shell::SEARCH_ALL.get(language) }</label>
                { icon_with(Glyph::Search, "sf-i") }
                <input {id} ref={field} class="sf-in" part="search-input" type="text" role="combobox" aria-expanded="false"
                    aria-autocomplete="none" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search"
                    placeholder={shell::PLACEHOLDER.get(language)} oninput={search.reform(|_: InputEvent| ())}
                    onkeydown={on_escape(&clear, &composing, &props.query)} />
                <button type="button" class="sf-x" hidden={props.query.is_empty()}
                    aria-label={shell::CLEAR_QUERY.get(language)} onclick={clear.reform(|_| ())}>
                    { icon(Glyph::Cross) }
                </button>
                <button type="submit" class="sf-go">{ shell::SEARCH.get(language) }</button>
            </form>
        </search>
    }
}

/// Searches for what stands in the field, unless it is still being composed.
fn search(field: &NodeRef, composing: &Composing, dispatch: &Callback<Action>) -> Callback<()> {
    let (field, composing, dispatch) = (field.clone(), composing.clone(), dispatch.clone());
    Callback::from(move |()| {
        if let Some(input) = field.cast::<HtmlInputElement>()
            && !*composing.borrow()
        {
            dispatch.emit(Action::Query(input.value()));
        }
    })
}

/// Takes the query back, and stays in the field.
fn clear(field: &NodeRef, dispatch: &Callback<Action>) -> Callback<()> {
    let (field, dispatch) = (field.clone(), dispatch.clone());
    Callback::from(move |()| {
        dispatch.emit(Action::Query(String::new()));
        if let Some(input) = field.cast::<HtmlInputElement>() {
            input.set_value("");
            let _ = input.focus();
        }
    })
}

/// Writes a query into the field that was set elsewhere.
#[hook]
fn use_written(field: &NodeRef, composing: &Composing, query: &AttrValue) {
    let composing = composing.clone();
    use_effect_with((query.clone(), field.clone()), move |(query, field)| {
        if let Some(input) = field.cast::<HtmlInputElement>()
            && !*composing.borrow()
            && input.value() != query.as_str()
        {
            input.set_value(query);
        }
    });
}

/// Escape takes the query back. In an empty field it is left to the page: to a dialog around the widget, say.
fn on_escape(clear: &Callback<()>, composing: &Composing, query: &AttrValue) -> Callback<KeyboardEvent> {
    let (clear, composing, is_empty) = (clear.clone(), composing.clone(), query.is_empty());
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" && !is_empty && !*composing.borrow() {
            event.prevent_default();
            event.stop_propagation();
            clear.emit(());
        }
    })
}

/// Knows whether an input method is composing, and searches when it is done. Yew has no composition events.
#[hook]
fn use_composition(field: &NodeRef, composing: &Composing, dispatch: &Callback<Action>) {
    let composing = composing.clone();
    use_effect_with((field.clone(), dispatch.clone()), move |(field, dispatch)| {
        let listeners = field.cast::<HtmlInputElement>().map(|input| {
            let (dispatch, starts) = (dispatch.clone(), composing.clone());
            let typed = input.clone();
            [
                EventListener::new(&input, "compositionstart", move |_| *starts.borrow_mut() = true),
                EventListener::new(&input, "compositionend", move |_| {
                    *composing.borrow_mut() = false;
                    dispatch.emit(Action::Query(typed.value()));
                }),
            ]
        });
        move || drop(listeners)
    });
}

/// Properties of [`Examples`].
#[derive(Clone, PartialEq, Properties)]
pub struct ExamplesProps {
    /// The interface's language.
    pub language: Language,
    /// Queries that find something.
    pub examples: Rc<Vec<String>>,
    /// Changes the state.
    pub dispatch: Callback<Action>,
}

/// A few queries to try.
#[component]
pub fn Examples(props: &ExamplesProps) -> Html {
    let example = |query: &String| {
        let action = Action::Query(query.clone());
        html! {
            <button key={query.as_str()} type="button" class="lnk" onclick={props.dispatch.reform(move |_| action.clone())}>
                { query }
            </button>
        }
    };
    html! {
        <div class="try">
            if !props.examples.is_empty() {
                <span>{ shell::TRY.get(props.language) }</span>
                <>{ for props.examples.iter().map(example) }</>
            }
        </div>
    }
}
