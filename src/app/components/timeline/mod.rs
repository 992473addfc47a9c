//! The timeline.

pub mod glyph;

use std::rc::Rc;

use jianbao_engine::corpus::{Day, ItemId};
use jianbao_engine::search::Results;
use yew::prelude::*;

/// Properties of [`Timeline`].
#[derive(Clone, PartialEq, Properties)]
pub struct TimelineProps {
    /// What was found.
    pub results: Rc<Results>,
    /// First day of the range.
    #[prop_or_default]
    pub from: Option<Day>,
    /// Last day of the range (inclusive).
    #[prop_or_default]
    pub to: Option<Day>,
    /// Whether items with a fuzzy date are taken in.
    pub approximate: bool,
    /// The item that is open.
    #[prop_or_default]
    pub open: Option<ItemId>,
}

/// The timeline of what was found.
#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    let _ = props;
    html! { <section class="tl" part="timeline"></section> }
}
