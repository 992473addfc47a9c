//! 栏头: the boxed character of a section.

use yew::prelude::*;

use crate::app::context::use_reader;

/// Properties of [`ZoneTag`].
#[derive(Clone, PartialEq, Properties)]
pub struct ZoneTagProps {
    /// The section, in the corpus' own language.
    pub value: AttrValue,
}

/// The boxed character: every other one inked, so that neighbours differ in more than the character.
#[component]
pub fn ZoneTag(props: &ZoneTagProps) -> Html {
    let reader = use_reader();
    let at = reader.zones.iter().position(|zone| zone.value == props.value.as_str());
    match at.and_then(|at| Some((at, reader.zones.get(at)?))) {
        Some((at, zone)) => html! {
            <span class={classes!("ztag", (at % 2 == 0).then_some("is-inked"))} aria-hidden="true">{ &zone.tag }</span>
        },
        None => html! { <span hidden={true}></span> },
    }
}
