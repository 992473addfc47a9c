//! The facets: what the items found have in common, to be narrowed by.

use jianbao_engine::search::FacetName;
use yew::prelude::*;

use crate::app::components::answer::Answer;
use crate::app::components::facet_group::FacetGroup;
use crate::app::context::Reader;
use crate::app::i18n::shell;

/// Up to this many values, a group of the less used facets stands open.
const FEW: usize = 12;

/// All facets that have values, in their order. `name` sets the panel's ids apart: the sheet has a panel of its own.
pub(super) fn facet_panel(reader: &Reader, answer: &Answer, name: &'static str) -> Html {
    let Answer { results, options, .. } = answer;
    let counts = answer.counts();
    let group = |facet: FacetName| {
        let open = match facet {
            FacetName::Section | FacetName::Subject | FacetName::Person => true,
            FacetName::Organisation | FacetName::Place => counts.size(facet) <= FEW,
            FacetName::Page | FacetName::Newspaper => false,
        };
        html! { <FacetGroup key={facet.name()} {facet} results={results.clone()} counts={counts.clone()} options={options.clone()} {name} {open} /> }
    };
    html! {
        <aside class="facets" part="facets" aria-label={shell::FILTERS.get(reader.language)}>
            { for FacetName::ALL.map(group) }
        </aside>
    }
}
