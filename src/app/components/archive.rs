//! The widget: everything between its masthead and its footer.

use std::rc::Rc;

use jianbao_engine::corpus::Problem;
use jianbao_engine::search::{self, Results};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::app::components::failure::Failure;
use crate::app::components::footer::Footer;
use crate::app::components::loading::{Loading, Progress};
use crate::app::components::masthead::Masthead;
use crate::app::components::reading::Reading;
use crate::app::components::search_box::{Examples, SearchBox};
use crate::app::context::{Reader, heading_tag};
use crate::app::envelope;
use crate::app::i18n::Language;
use crate::app::state::{Action, State, Theme};
use crate::app::zones;

/// What there is to read.
#[derive(Clone, Debug)]
pub enum Source {
    /// Nothing yet.
    Loading,
    /// An archive, and what had to be left out of it.
    Ready(Rc<search::Archive>, Rc<[Problem]>),
    /// Nothing could be read, and why.
    Failed(Rc<Problem>),
}

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Loading, Self::Loading) => true,
            (Self::Ready(a, _), Self::Ready(b, _)) => Rc::ptr_eq(a, b),
            (Self::Failed(a), Self::Failed(b)) => Rc::ptr_eq(a, b),
            _ => false,
        }
    }
}

/// Properties of [`Archive`].
#[derive(Clone, PartialEq, Properties)]
pub struct ArchiveProps {
    /// What there is to read.
    pub source: Source,
    /// How far the reading is, while there is nothing to read yet.
    #[prop_or_default]
    pub progress: Progress,
    /// The interface's language at first; when it changes, the reader's choice gives way.
    #[prop_or_default]
    pub language: Language,
    /// The theme at first. In a custom element whose host carries a `theme` attribute it is left at
    /// [`Theme::Auto`]: the style sheet follows the host, and the reader's own choice goes over it.
    #[prop_or_default]
    pub theme: Theme,
    /// The query at first.
    #[prop_or_default]
    pub query: AttrValue,
    /// The level of the first heading, from 1 to 6.
    #[prop_or(2)]
    pub heading: u8,
    /// Reads the corpus again after a failure. Without it the button is not there.
    #[prop_or_default]
    pub on_retry: Option<Callback<()>>,
    /// Reads a file of the reader's after a failure. Without it the button is not there.
    #[prop_or_default]
    pub on_file: Option<Callback<web_sys::File>>,
    /// Is given, once, a way to act from outside.
    #[prop_or_default]
    pub on_mount: Option<Callback<Callback<Action>>>,
    /// Told of each state that differs from the one before.
    #[prop_or_default]
    pub on_state: Option<Callback<Rc<State>>>,
    /// Told of each new answer.
    #[prop_or_default]
    pub on_results: Option<Callback<Rc<Results>>>,
}

/// The archive's widget.
#[component]
pub fn Archive(props: &ArchiveProps) -> Html {
    let state = use_reducer_eq(|| State {
        language: props.language,
        theme: props.theme,
        query: props.query.to_string(),
        ..State::default()
    });
    let dispatcher = state.dispatcher();
    let dispatch = use_callback((), move |action, ()| dispatcher.dispatch(action));
    use_follow(props, &dispatch);
    use_report(props, &state, &dispatch);
    let id = AttrValue::from((*use_memo((), |()| next_id())).clone());
    let about = use_memo((props.source.clone(), state.language), |(source, language)| About::new(source, *language));
    let field = use_node_ref();
    let language = state.language;
    let reading = state.open.is_some() && matches!(props.source, Source::Ready(..));
    html! {
        <div class={classes!("root", reading.then_some("has-art"))} part="root" lang={language.tag()} data-theme={theme(&state)}
            data-scale={(state.scale != 1).then(|| state.scale.to_string())} onkeydown={focus_on_slash(&field)}>
            <Masthead {language} scale={state.scale} heading={heading_tag(props.heading)} dispatch={dispatch.clone()}
                title={about.title.clone()} extent={about.extent.clone()} />
            <div class="bar" part="toolbar">
                <SearchBox {language} query={state.query.clone()} id={id.clone()} {field} dispatch={dispatch.clone()} />
                <Examples {language} examples={about.examples.clone()} dispatch={dispatch.clone()} />
            </div>
            <div class="body">{ body(props, &state, &about, (&id, &dispatch)) }</div>
            <Footer {language} note={about.note.clone()} />
        </div>
    }
}

/// What stands between search field and footer.
fn body(
    props: &ArchiveProps,
    state: &UseReducerHandle<State>,
    about: &About,
    (id, dispatch): (&AttrValue, &Callback<Action>),
) -> Html {
    let language = state.language;
    let heading = heading_tag(props.heading.saturating_add(1));
    match &props.source {
        Source::Loading => html! { <Loading {language} {heading} progress={props.progress} /> },
        Source::Failed(problem) => html! {
            <Failure {language} {heading} problem={problem.clone()} on_retry={props.on_retry.clone()} on_file={props.on_file.clone()} />
        },
        Source::Ready(archive, problems) => {
            let reader = Reader {
                archive: archive.clone(),
                language,
                dispatch: dispatch.clone(),
                id: id.clone(),
                zones: about.zones.clone(),
                heading: props.heading,
            };
            html! {
                <Reading {reader} state={state.clone()} problems={problems.clone()} on_results={props.on_results.clone()} />
            }
        }
    }
}

/// What the archive says about itself, in the reader's language.
#[derive(Default, PartialEq)]
struct About {
    title: AttrValue,
    extent: AttrValue,
    note: AttrValue,
    examples: Rc<Vec<String>>,
    zones: Rc<[zones::Zone]>,
}

impl About {
    fn new(source: &Source, language: Language) -> Self {
        let Source::Ready(archive, _) = source else { return Self::default() };
        let zones = zones::zones(archive, language);
        let envelope = &archive.corpus().envelope;
        Self {
            title: envelope::title(envelope, language).to_owned().into(),
            extent: envelope::extent(language, archive.days(), archive.len(), zones.len()).into(),
            note: envelope::note(envelope, language).to_owned().into(),
            examples: Rc::new(archive.examples(language.tag())),
            zones: zones.into(),
        }
    }
}

/// The reader's own theme; without one, that of the host page or the system shows through.
fn theme(state: &State) -> Option<&'static str> {
    match state.theme {
        Theme::Auto => None,
        Theme::Light => Some("light"),
        Theme::Dark => Some("dark"),
    }
}

/// Takes over what the host page changes later.
#[hook]
fn use_follow(props: &ArchiveProps, dispatch: &Callback<Action>) {
    let first = use_mut_ref(|| true);
    let given = (props.language, props.theme, props.query.clone());
    let before = use_mut_ref(|| given.clone());
    let dispatch = dispatch.clone();
    use_effect_with(given, move |given| {
        let before = before.replace(given.clone());
        if first.replace(false) {
            return;
        }
        if before.0 != given.0 {
            dispatch.emit(Action::Language(given.0));
        }
        if before.1 != given.1 {
            dispatch.emit(Action::Theme(given.1));
        }
        if before.2 != given.2 {
            dispatch.emit(Action::Query(given.2.to_string()));
        }
    });
}

/// Tells the host what it asked to be told.
#[hook]
fn use_report(props: &ArchiveProps, state: &UseReducerHandle<State>, dispatch: &Callback<Action>) {
    let (on_mount, on_state) = (props.on_mount.clone(), props.on_state.clone());
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        if let Some(on_mount) = on_mount {
            on_mount.emit(dispatch);
        }
    });
    use_effect_with((**state).clone(), move |state| {
        if let Some(on_state) = on_state {
            on_state.emit(Rc::new(state.clone()));
        }
    });
}

/// `/` goes to the search field from anywhere in the widget where nothing is being typed.
fn focus_on_slash(field: &NodeRef) -> Callback<KeyboardEvent> {
    let field = field.clone();
    Callback::from(move |event: KeyboardEvent| {
        let plain = !(event.alt_key() || event.ctrl_key() || event.meta_key());
        if event.key() == "/"
            && plain
            && !is_typing(&event)
            && let Some(input) = field.cast::<HtmlElement>()
        {
            event.prevent_default();
            let _ = input.focus();
        }
    })
}

/// Whether a key goes into a field that takes text.
fn is_typing(event: &KeyboardEvent) -> bool {
    let from = event.composed_path().get(0).dyn_into::<Element>().ok();
    from.is_some_and(|element| {
        let kind = element.get_attribute("type");
        match element.tag_name().as_str() {
            "INPUT" => !matches!(kind.as_deref(), Some("checkbox" | "button" | "radio")),
            "TEXTAREA" | "SELECT" => true,
            _ => false,
        }
    })
}

/// What the ids of the next widget's elements begin with.
fn next_id() -> String {
    use std::sync::atomic::{AtomicUsize, Ordering};
    static WIDGETS: AtomicUsize = AtomicUsize::new(1);
    format!("jb{}", WIDGETS.fetch_add(1, Ordering::Relaxed))
}
