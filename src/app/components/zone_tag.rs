//! 栏头: the boxed character of a section.

use yew::prelude::*;

use crate::app::context::Reader;

/// The boxed character of a section (in the corpus' own language): every other one inked, so that neighbours differ in
/// more than the character.
pub fn zone_tag(reader: &Reader, section: &str) -> Html {
    let zones = reader.zones.iter().enumerate();
    zones.filter(|(_, zone)| zone.value == section).take(1).map(|(at, zone)| zone_box(at, &zone.tag)).collect()
}

fn zone_box(at: usize, tag: &str) -> Html {
    html! {
        <span class={if at.is_multiple_of(2) { "ztag is-inked" } else { "ztag" }} aria-hidden="true">{ tag }</span>
    }
}
