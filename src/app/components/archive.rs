//! The widget: everything between its masthead and its footer.

use std::rc::Rc;

use jianbao_engine::corpus::ItemId;
use jianbao_engine::search::{self, Results};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use crate::app::Unreadable;
use crate::app::components::after::{Before, Drawn};
use crate::app::components::answer::{Answer, Question};
use crate::app::components::clippings::Clippings;
use crate::app::components::embed_bar::embed_bar;
use crate::app::components::failure::failure;
use crate::app::components::footer::footer;
use crate::app::components::loading::{Progress, loading};
use crate::app::components::masthead::masthead;
use crate::app::components::reading::reading;
use crate::app::components::search_box::{SearchBox, examples};
use crate::app::components::stops;
use crate::app::components::view_tabs::{panel, tab_id, view_tabs};
use crate::app::context::Reader;
use crate::app::envelope;
use crate::app::hooks::{Desk, use_copier, use_late, use_rested};
use crate::app::i18n::Language;
use crate::app::state::{Action, State, Theme, View};
use crate::app::zones;

/// What there is to read.
#[derive(Clone, Debug)]
pub enum Source {
    /// Nothing yet.
    Loading,
    /// An archive, and what had to be left out of it.
    Ready(Rc<search::Archive>, Rc<[Unreadable]>),
    /// Nothing could be read, and why.
    Failed(Rc<Unreadable>),
}

impl Source {
    /// The archive, where there is one.
    fn archive(&self) -> Option<&Rc<search::Archive>> {
        match self {
            Self::Ready(archive, _) => Some(archive),
            _ => None,
        }
    }
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
    /// How far the reading is, or where the reader has stopped it.
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
    /// The view at first.
    #[prop_or_default]
    pub view: View,
    /// Whether items have addresses, which are set from outside: what opens one is a link then, with its `data-id`.
    #[prop_or_default]
    pub links: bool,
    /// The level of the first heading, from 1 to 6.
    #[prop_or(2)]
    pub heading: u8,
    /// Reads the corpus again after a failure. Without it the button is not there.
    #[prop_or_default]
    pub on_retry: Option<Callback<()>>,
    /// Reads a file of the reader's after a failure. Without it the button is not there.
    #[prop_or_default]
    pub on_file: Option<Callback<web_sys::File>>,
    /// Stops the reading, after which what has been read is the source. Without it the button is not there.
    #[prop_or_default]
    pub on_stop: Option<Callback<()>>,
    /// Asked before an item is opened; `false` keeps it closed.
    #[prop_or_default]
    pub on_open: Option<Callback<ItemId, bool>>,
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
        view: props.view,
        ..State::default()
    });
    let dispatcher = state.dispatcher();
    let before = use_memo((), |()| Before::default());
    let root = use_node_ref();
    let dispatch = {
        let (before, root) = (before.clone(), root.clone());
        use_callback(props.on_open.clone(), move |action, on_open| {
            let kept_closed = matches!((&action, on_open), (Action::Open(id) | Action::OpenAt(id, _), Some(asked)) if !asked.emit(*id));
            if !kept_closed {
                before.act(&root, &action);
                dispatcher.dispatch(action);
            }
        })
    };
    let id = use_memo((), |()| AttrValue::from(next_id()));
    let copier = use_copier(&root);
    let about = use_memo((props.source.clone(), state.language), |(source, language)| About::new(source, *language));
    let answer = use_memo(Question::new(&props.source, &state), |question| question.as_ref().map(Question::answer));
    // While the reader types or brushes: first the list, a frame later timeline and suggestions, then the facets. While the
    // range is drawn out, list and facets wait until the hand rests.
    let listed = use_rested(&answer, is_brushed);
    let late = use_late(&answer, is_typed);
    let rested = use_rested(&late, is_brushed);
    let last = use_late(&rested, is_typed);
    let answer = answer.as_ref().as_ref();
    use_effect({
        let drawn = Drawn {
            root: root.clone(),
            props: props.clone(),
            state: Rc::new((*state).clone()),
            results: answer.map(|answer| answer.results.clone()),
            spoken: answer.map(|answer| answer.status(&state).spoken(state.language)).unwrap_or_default(),
            dispatch: dispatch.clone(),
        };
        let before = before.clone();
        move || drawn.follow(&before)
    });
    let language = state.language;
    let desk = use_memo(props.source.clone(), |source| source.archive().map(|archive| Desk::of(archive)));
    let reader = props.source.archive().zip((*desk).clone()).map(|(archive, desk)| Reader {
        archive: archive.clone(),
        desk,
        language,
        dispatch: dispatch.clone(),
        id: (*id).clone(),
        zones: about.zones.clone(),
        links: props.links,
        heading: props.heading,
    });
    let asked = late.as_ref().as_ref().map(|late| late.results.query.clone()).unwrap_or_default();
    let found = late.as_ref().as_ref().map(|late| late.results.total).zip(reader.clone());
    let clippings = reader.clone().map(|reader| html! { <Clippings {reader} /> });
    let answers = answer.zip((*listed).as_ref()).zip((*late).as_ref().zip((*last).as_ref()));
    let body = match (&props.source, answers.zip(reader)) {
        (Source::Ready(_, problems), Some((((answer, listed), (late, last)), reader))) => reading(
            reader,
            &state,
            [answer, listed, late, last],
            (problems, props.progress),
            (copier.as_ref(), &before),
        ),
        (Source::Failed(why), _) => failure(language, props, why, copier.as_ref()),
        _ => loading(language, props),
    };
    let class = if state.open.is_some() && answer.is_some() { "root has-art" } else { "root" };
    html! {
        <div {class} part="root" ref={root.clone()} lang={language.tag()} data-theme={theme(&state)}
            data-view={state.view.name()} data-scale={(state.scale != 1).then(|| state.scale.to_string())} onfocusout={on_leave(root.clone())} onkeydown={on_key(root)}>
            { masthead(&state, props.heading, (&about.title, &about.extent), clippings, &dispatch) }
            <div class="bar" part="toolbar">
                <SearchBox {language} query={state.query.clone()} id={(*id).clone()} composing={before.composing.clone()}
                    {asked} {found} dispatch={dispatch.clone()} />
                { examples(language, &about.examples, &dispatch) }
                { view_tabs(&state, &id, &dispatch) }
            </div>
            <div class="body" role="tabpanel" id={panel(&id)} aria-labelledby={tab_id(&id, state.view)}>{ body }</div>
            { footer(language, &about.note, about.items > 0, &dispatch) }
            { embed_bar(language, about.items) }
        </div>
    }
}

/// Whether an answer follows another while the reader types or brushes.
fn is_typed(before: &Option<Answer>, now: &Option<Answer>) -> bool {
    before.as_ref().zip(now.as_ref()).is_some_and(|(before, now)| now.is_typed_after(before))
}

/// Whether an answer follows another while the reader draws out the range.
fn is_brushed(before: &Option<Answer>, now: &Option<Answer>) -> bool {
    before.as_ref().zip(now.as_ref()).is_some_and(|(before, now)| now.is_brushed_after(before))
}

/// What the archive says about itself, in the reader's language.
#[derive(Default)]
struct About {
    items: usize,
    title: AttrValue,
    extent: AttrValue,
    note: AttrValue,
    examples: Vec<String>,
    zones: Rc<[zones::Zone]>,
}

impl About {
    fn new(source: &Source, language: Language) -> Self {
        let Source::Ready(archive, _) = source else { return Self::default() };
        let zones = zones::zones(archive, language);
        let envelope = &archive.corpus().envelope;
        Self {
            items: archive.len(),
            title: envelope::title(envelope, language).to_owned().into(),
            extent: envelope::extent(language, archive.days(), archive.len(), zones.len()).into(),
            note: envelope::note(envelope, language).to_owned().into(),
            examples: archive.examples(language.tag()),
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

/// What has the focus goes from the widget.
fn on_leave(root: NodeRef) -> Callback<FocusEvent> {
    Callback::from(move |event: FocusEvent| root.cast().iter().for_each(|root| stops::leave(root, &event)))
}

/// `/` goes to the search field from anywhere in the widget where nothing is being typed; other keys move within a group.
fn on_key(root: NodeRef) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Tab" {
            root.cast::<Element>().iter().for_each(stops::one_each);
        }
        stops::move_within(&event);
        let plain = !(event.alt_key() || event.ctrl_key() || event.meta_key());
        if event.key() == "/" && plain && !is_typing(&event) {
            event.prevent_default();
            super::focus(root.cast::<Element>().and_then(|root| super::find(&root, ".sf-in")));
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
    ["jb", &WIDGETS.fetch_add(1, Ordering::Relaxed).to_string()].concat()
}
