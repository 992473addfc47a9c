//! How close the list is set.

use yew::prelude::*;

use crate::app::components::parts::on_click;
use crate::app::context::Reader;
use crate::app::i18n::kwic as words;
use crate::app::state::{Action, Density};

const ALL: [Density; 3] = [Density::Compact, Density::Comfortable, Density::Kwic];

/// A group of pressed buttons.
pub fn density(reader: &Reader, current: Density) -> Html {
    let choose = |of: Density| {
        let onclick = on_click(&reader.dispatch, Action::Density(of));
        pressed(words::density(reader.language, of), of == current, onclick)
    };
    segments("seg dens", words::DENSITY.get(reader.language), ALL.map(choose))
}

/// Buttons of which one is pressed, under a name.
pub(super) fn segments(class: &'static str, name: &'static str, buttons: [Html; 3]) -> Html {
    html! { <div {class} role="group" aria-label={name}>{ for buttons }</div> }
}

/// One of them.
pub(super) fn pressed(words: &'static str, is_pressed: bool, onclick: Callback<MouseEvent>) -> Html {
    let pressed = if is_pressed { "true" } else { "false" };
    html! { <button type="button" class="seg-b" aria-pressed={pressed} {onclick}>{ words }</button> }
}
