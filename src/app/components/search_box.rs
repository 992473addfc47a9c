//! The search field with its suggestions. Results follow each key press; an input method that composes is never
//! interrupted, and nothing is offered over it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use jianbao_engine::search::Form;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use crate::app::components::icon::{Glyph, icon, icon_with};
use crate::app::components::parts::{button, on_click};
use crate::app::components::query_help::query_help;
use crate::app::components::suggestions::{Choice, choices, id_at, list};
use crate::app::context::Reader;
use crate::app::i18n::{Language, shell};
use crate::app::state::Action;
use crate::app::target;

/// The key code of a press that belongs to an input method; Safari sends one more when a composition is over.
const BY_INPUT_METHOD: u32 = 229;

/// Properties of [`SearchBox`].
#[derive(Clone, PartialEq, Properties)]
pub struct SearchBoxProps {
    /// The interface's language.
    pub language: Language,
    /// The query.
    pub query: String,
    /// What the ids of this widget's elements begin with.
    pub id: AttrValue,
    /// Whether an input method is composing.
    pub composing: Rc<Cell<bool>>,
    /// The query of which it is known what it finds: while the reader types it follows a frame later.
    pub asked: String,
    /// How many items it finds, and who reads the archive, where there is one.
    pub found: Option<(usize, Reader)>,
    /// Changes the state.
    pub dispatch: Callback<Action>,
}

/// What the field remembers between drawings.
#[derive(Default)]
struct Memory {
    /// Whether the reader wants to see what is offered.
    open: bool,
    /// What is offered now: nothing where nothing is shown.
    choices: Vec<Choice>,
    /// For which query, reader and number of items that was found out.
    of: Option<(String, (usize, Reader))>,
    /// The place of the choice that Enter takes.
    active: usize,
    /// The forms of the query language, while they are shown.
    forms: Vec<(Form, String)>,
}

impl Memory {
    /// Finds out what there is to choose, unless that is known already.
    fn refresh(&mut self, props: &SearchBoxProps) {
        let Some(found) = props.found.as_ref().filter(|_| self.open && !props.composing.get()) else {
            self.choices.clear();
            self.of = None;
            return;
        };
        if props.asked != props.query {
            return;
        }
        let of = (props.query.clone(), found.clone());
        if self.of.as_ref() != Some(&of) {
            self.choices = choices(&found.1, &props.query, found.0, &found.1.desk.searches());
            self.active = 0;
            self.of = Some(of);
        }
    }

    /// How many choices there are for the query that stands in the field; none yet, a moment after it was typed.
    fn ready(&self, props: &SearchBoxProps) -> usize {
        if props.asked == props.query { self.choices.len() } else { 0 }
    }
}

/// Remembers the query, where it found something.
fn remember(props: &SearchBoxProps) {
    let query = props.query.trim();
    if let Some((1.., reader)) = &props.found
        && !query.is_empty()
    {
        reader.desk.search(query);
    }
}

/// What a reader does in the field besides typing.
#[derive(Clone, Copy)]
enum Deed {
    /// Looks at what is offered.
    Open,
    /// Has enough of it.
    Close,
    /// Goes so many choices on.
    Move(usize),
    /// Takes the choice at a place.
    Take(usize),
    /// Takes the query back.
    Clear,
    /// Is done with the query.
    Done,
    /// Looks at the forms of the query language, or puts them away.
    Help(bool),
}

/// The search landmark with its form. The field's text is the reader's: what is written into it from elsewhere is
/// written after the drawing, and never while an input method composes.
///
/// It is a component because it remembers what is offered and which of that is active.
#[component]
pub fn SearchBox(props: &SearchBoxProps) -> Html {
    let memory = use_mut_ref(Memory::default);
    let memory_of_input = memory.clone();
    let redraw = use_force_update();
    let act = act_on(&memory, props, redraw);
    memory.borrow_mut().refresh(props);
    let memory = memory.borrow();
    let language = props.language;
    let reader = props.found.as_ref().map(|(_, reader)| reader).filter(|_| !memory.choices.is_empty());
    let id = [&*props.id, "-query"].concat();
    let onsubmit = act.reform(|event: SubmitEvent| {
        event.prevent_default();
        Deed::Done
    });
    let clear = act.clone();
    html! {
        <search class="search" role="search" part="search">
            <form class="sf" {onsubmit}>
                <label class="vh" for={id.clone()}>{ shell::SEARCH_ALL.get(language) }</label>
                { icon_with(Glyph::Search, "sf-i") }
                <input {id} class="sf-in" part="search-input" type="text" role="combobox"
                    aria-expanded={if reader.is_some() { "true" } else { "false" }}
                    aria-controls={reader.map(|reader| reader.id_for("suggestions"))}
                    aria-activedescendant={reader.map(|reader| id_at(reader, memory.active))}
                    aria-autocomplete="list" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search"
                    placeholder={shell::PLACEHOLDER.get(language)} oninput={search(props, &memory_of_input, &act)}
                    onkeydown={on_key(props, &act, &memory)} onclick={act.reform(|_| Deed::Open)}
                    onblur={act.reform(|_| Deed::Done)} />
                <button type="button" class="sf-x" hidden={props.query.is_empty()}
                    aria-label={shell::CLEAR_QUERY.get(language)} onclick={move |event: MouseEvent| clear_and_focus(&event, &clear)}>
                    { icon(Glyph::Cross) }
                </button>
                <button type="submit" class="sf-go">{ shell::SEARCH.get(language) }</button>
                <div class="qh" onfocusout={on_leave(&act)} onkeydown={on_escape(&act, &memory)}>
                    if let Some((_, reader)) = &props.found { { help(reader, &memory.forms, &act) } }
                </div>
            </form>
            <div class="sg-box">
                if let Some(reader) = reader { { list(reader, &memory.choices, memory.active, on_press(&act)) } }
            </div>
        </search>
    }
}

/// Does what the reader does, and draws the field again.
fn act_on(memory: &Rc<RefCell<Memory>>, props: &SearchBoxProps, redraw: UseForceUpdateHandle) -> Callback<Deed> {
    let (memory, props) = (memory.clone(), props.clone());
    Callback::from(move |deed| {
        let mut memory = memory.borrow_mut();
        let (mut taken, mut is_done) = (None, false);
        match deed {
            Deed::Open => memory.open = true,
            Deed::Close => memory.open = false,
            Deed::Move(by) => memory.active = (memory.active + by) % memory.choices.len().max(1),
            Deed::Take(at) => {
                taken = memory.choices.get(at).cloned();
                is_done = !matches!(taken, Some(Choice::Offered(_)));
                memory.open = false;
            }
            Deed::Clear | Deed::Done => {
                is_done = true;
                memory.open = false;
            }
            Deed::Help(false) => memory.forms.clear(),
            Deed::Help(true) => {
                memory.forms = props
                    .found
                    .as_ref()
                    .map_or_else(Vec::new, |(_, reader)| reader.archive.forms(reader.language.tag()));
            }
        }
        // Acting may come back here: by moving the focus.
        drop(memory);
        if is_done {
            remember(&props);
        }
        if let Some(choice) = taken {
            choice.take(&props.query, &props.dispatch);
        }
        if matches!(deed, Deed::Clear) {
            props.dispatch.emit(Action::Query(String::new()));
        }
        redraw.force_update();
    })
}

/// The forms of the query language: pressing one searches for it.
fn help(reader: &Reader, forms: &[(Form, String)], act: &Callback<Deed>) -> Html {
    let show = forms.is_empty();
    let (dispatch, close) = (reader.dispatch.clone(), act.clone());
    let run = Callback::from(move |query| {
        close.emit(Deed::Help(false));
        dispatch.emit(Action::Query(query));
    });
    query_help(reader, forms, act.reform(move |_| Deed::Help(show)), run)
}

/// The forms are put away when the focus goes elsewhere.
fn on_leave(act: &Callback<Deed>) -> Callback<FocusEvent> {
    let act = act.clone();
    Callback::from(move |event: FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into::<Element>().ok());
        if !to.is_some_and(|to| matches!(to.closest(".qh"), Ok(Some(_)))) {
            act.emit(Deed::Help(false));
        }
    })
}

/// Escape puts the forms away, and goes back to the button that showed them.
fn on_escape(act: &Callback<Deed>, memory: &Memory) -> Callback<KeyboardEvent> {
    let (act, is_open) = (act.clone(), !memory.forms.is_empty());
    Callback::from(move |event: KeyboardEvent| {
        if is_open && event.key() == "Escape" {
            event.stop_propagation();
            let from = event.target_dyn_into::<Element>();
            super::focus(from.and_then(|from| super::find(&from.closest(".qh").ok()??, ".qh-b")));
            act.emit(Deed::Help(false));
        }
    })
}

/// Searches for what stands in the field, and offers what may be meant, unless it is still being composed.
fn search(props: &SearchBoxProps, memory: &Rc<RefCell<Memory>>, act: &Callback<Deed>) -> Callback<InputEvent> {
    let (props, memory, act) = (props.clone(), memory.clone(), act.clone());
    Callback::from(move |event: InputEvent| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
        let query = input.value();
        if props.composing.get() || query == props.query {
            act.emit(Deed::Open);
        } else {
            // The answer draws the field again.
            memory.borrow_mut().open = true;
            props.dispatch.emit(Action::Query(query));
        }
    })
}

/// Takes the choice that is pressed.
fn on_press(act: &Callback<Deed>) -> Callback<MouseEvent> {
    let act = act.clone();
    Callback::from(move |event: MouseEvent| {
        if let Some(at) = target::number(&event, "data-at") {
            act.emit(Deed::Take(at));
        }
    })
}

/// Takes the query back, and goes to the field.
fn clear_and_focus(event: &MouseEvent, act: &Callback<Deed>) {
    act.emit(Deed::Clear);
    let button = event.target_dyn_into::<Element>();
    super::focus(button.and_then(|button| super::find(&button.closest(".sf").ok()??, ".sf-in")));
}

/// The arrows go through what is offered, Enter takes it, Escape puts it away. Then Escape takes the query back; in an
/// empty field it is left to the page: to a dialog around the widget, say.
fn on_key(props: &SearchBoxProps, act: &Callback<Deed>, memory: &Memory) -> Callback<KeyboardEvent> {
    let (act, composing) = (act.clone(), props.composing.clone());
    let (count, active, is_empty) = (memory.ready(props), memory.active, props.query.is_empty());
    Callback::from(move |event: KeyboardEvent| {
        if composing.get() || event.is_composing() || event.key_code() == BY_INPUT_METHOD {
            return;
        }
        let deed = match (event.key().as_str(), count) {
            ("ArrowDown" | "ArrowUp", 0) => Deed::Open,
            ("ArrowDown", _) => Deed::Move(1),
            ("ArrowUp", _) => Deed::Move(count - 1),
            ("Enter", 1..) => Deed::Take(active),
            ("Escape", 1..) => Deed::Close,
            ("Escape", 0) if !is_empty => Deed::Clear,
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        if let Deed::Move(by) = deed {
            show(&event, (active + by) % count.max(1));
        }
        act.emit(deed);
    })
}

/// Brings the choice at a place into sight, where it is not.
fn show(event: &KeyboardEvent, at: usize) {
    let field = event.target_dyn_into::<Element>();
    let selector = ["[data-at=\"", &at.to_string(), "\"]"].concat();
    let option: Option<Element> = field.and_then(|field| super::find(&field.closest(".search").ok()??, &selector));
    if let Some(option) = option {
        let nearest = ScrollIntoViewOptions::new();
        nearest.set_block(ScrollLogicalPosition::Nearest);
        option.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
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
