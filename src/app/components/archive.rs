//! The widget: everything between its masthead and its footer.

use std::rc::Rc;

use jianbao_engine::corpus::Problem;
use jianbao_engine::search;
use yew::prelude::*;

use crate::app::i18n::Language;
use crate::app::state::Theme;

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
    /// The interface's language at first.
    #[prop_or_default]
    pub language: Language,
    /// The theme at first.
    #[prop_or_default]
    pub theme: Theme,
    /// The query at first.
    #[prop_or_default]
    pub query: AttrValue,
}

/// The archive's widget.
#[component]
pub fn Archive(props: &ArchiveProps) -> Html {
    let _ = props;
    html! { <div class="root" part="root"></div> }
}
