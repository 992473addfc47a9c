//! The facets: what the items found have in common, to be narrowed by.

use std::rc::Rc;

use jianbao_engine::search::{FacetName, Results};
use yew::prelude::*;

use crate::app::components::facet_group::FacetGroup;
use crate::app::context::use_reader;
use crate::app::i18n::shell;

/// Up to this many values, a group of the less used facets stands open.
const FEW: usize = 12;

/// Properties of [`FacetPanel`].
#[derive(Clone, PartialEq, Properties)]
pub struct FacetPanelProps {
    /// What was found.
    pub results: Rc<Results>,
    /// Sets the panel's ids apart: the sheet has a panel of its own.
    pub name: &'static str,
}

/// All facets that have values, in their order.
#[component]
pub fn FacetPanel(props: &FacetPanelProps) -> Html {
    let reader = use_reader();
    let group = |facet: FacetName| {
        let values = props.results.facets.of(facet);
        let key = format!("{facet:?}");
        let open = match facet {
            FacetName::Section | FacetName::Subject | FacetName::Person => true,
            FacetName::Organisation | FacetName::Place => values.len() <= FEW,
            FacetName::Page | FacetName::Newspaper => false,
        };
        html! { <FacetGroup {key} {facet} results={props.results.clone()} name={props.name} {open} /> }
    };
    html! {
        <aside class="facets" part="facets" aria-label={shell::FILTERS.get(reader.language)}>
            { for FacetName::ALL.map(group) }
        </aside>
    }
}
