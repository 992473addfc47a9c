//! The archive as a Yew app uses it: one component that is given a corpus.
//!
//! It draws into a shadow root of its own, as the custom element does, so that neither style sheet reaches the other.

use std::rc::Rc;

use jianbao_engine::search;
use wasm_bindgen::JsCast;
use web_sys::{Element, ShadowRootInit, ShadowRootMode};
use yew::html::IntoPropValue;
use yew::prelude::*;

use super::components::archive::Source;
use super::i18n::Language;
use super::state::View;
use super::{Shell, Unreadable, sheet};

/// The bytes of a corpus (JSON in UTF-8), from a `&'static str`, a `&'static [u8]`, or an `Rc<[u8]>` that may be still to
/// come. It is read anew only when it is another one, by its place in memory.
#[derive(Clone, Debug, Default)]
pub enum Corpus {
    /// Still to come: the archive says that it is being read.
    #[default]
    Loading,
    /// Built into the program: `include_bytes!`.
    Static(&'static [u8]),
    /// Fetched, or made.
    Shared(Rc<[u8]>),
}

impl Corpus {
    fn bytes(&self) -> Option<&[u8]> {
        match self {
            Self::Loading => None,
            Self::Static(bytes) => Some(bytes),
            Self::Shared(bytes) => Some(bytes),
        }
    }
}

impl PartialEq for Corpus {
    fn eq(&self, other: &Self) -> bool {
        match (self.bytes(), other.bytes()) {
            (Some(one), Some(other)) => std::ptr::eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        }
    }
}

impl IntoPropValue<Corpus> for &'static str {
    fn into_prop_value(self) -> Corpus {
        Corpus::Static(self.as_bytes())
    }
}

impl IntoPropValue<Corpus> for &'static [u8] {
    fn into_prop_value(self) -> Corpus {
        Corpus::Static(self)
    }
}

impl IntoPropValue<Corpus> for Rc<[u8]> {
    fn into_prop_value(self) -> Corpus {
        Corpus::Shared(self)
    }
}

impl IntoPropValue<Corpus> for Option<Rc<[u8]>> {
    fn into_prop_value(self) -> Corpus {
        self.map_or(Corpus::Loading, Corpus::Shared)
    }
}

/// Properties of [`Archive`].
#[derive(Clone, PartialEq, Properties)]
pub struct ArchiveProps {
    /// The corpus.
    pub corpus: Corpus,
    /// The interface's language (BCP 47): `zh-Hans` unless told.
    #[prop_or(AttrValue::Static("zh-Hans"))]
    pub lang: AttrValue,
    /// `auto`, `light` or `dark`.
    #[prop_or_default]
    pub theme: AttrValue,
    /// What is searched for at first; setting it searches anew.
    #[prop_or_default]
    pub query: AttrValue,
    /// How it is shown at first: `list`, `timeline` or `edition`; setting it shows it so.
    #[prop_or_default]
    pub view: AttrValue,
    /// The level of the first heading, from 1 to 6.
    #[prop_or(2)]
    pub heading: u8,
}

/// A newspaper archive.
///
/// ```
/// use jianbao::Archive;
/// use yew::prelude::*;
///
/// #[component]
/// fn App() -> Html {
///     html! { <Archive corpus={include_str!("../../www/corpus/zhangzhou.json")} lang="en" /> }
/// }
/// ```
#[component]
pub fn Archive(props: &ArchiveProps) -> Html {
    let host = use_node_ref();
    let inner = use_state(|| None::<Element>);
    use_effect_with((), {
        let (host, inner) = (host.clone(), inner.setter());
        // Where a browser has no shadow roots, or no style sheets for them, there is nothing to draw into.
        move |()| inner.set(host.cast().and_then(|host| shadow(&host)))
    });
    let source = use_memo(props.corpus.clone(), |corpus| corpus.bytes().map_or(Source::Loading, read));
    let shell = html! {
        <Shell source={(*source).clone()} language={Language::from_tag(&props.lang)} query={props.query.clone()}
            view={View::named(&props.view)} heading={props.heading} />
    };
    let drawn = (*inner).clone().map(|inner| create_portal(shell, inner));
    html! { <div ref={host} theme={props.theme.clone()}>{ drawn }</div> }
}

fn read(corpus: &[u8]) -> Source {
    match search::Archive::from_bytes(corpus.to_vec()) {
        Ok((archive, problems)) => {
            Source::Ready(Rc::new(archive), problems.into_iter().map(Unreadable::Corpus).collect())
        }
        Err(problem) => Source::Failed(Rc::new(Unreadable::Corpus(problem))),
    }
}

/// A node to draw into, in a new shadow root with the style sheet.
fn shadow(host: &Element) -> Option<Element> {
    let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).ok()?;
    sheet::adopt(&root).ok()?;
    let inner = host.owner_document()?.create_element("div").ok()?;
    root.append_child(&inner).ok()?.dyn_into().ok()
}
