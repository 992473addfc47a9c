//! The way to the items before and after, at the foot of an article.

use jianbao_engine::corpus::ItemId;
use yew::prelude::*;

use super::Position;
use super::text::opener;
use crate::app::components::icon::{Glyph, icon};
use crate::app::context::Reader;
use crate::app::i18n::article as words;

/// The items before and after; nothing where the results do not hold the item.
pub(super) fn neighbours(reader: &Reader, position: Position) -> Html {
    if position.place.is_none() {
        return html! { <div /> };
    }
    html! {
        <nav class="pn" aria-label={words::NEIGHBOURS.get(reader.language)}>
            { neighbour(reader, position.previous, true) }
            { neighbour(reader, position.next, false) }
        </nav>
    }
}

fn neighbour(reader: &Reader, id: Option<ItemId>, is_previous: bool) -> Html {
    let language = reader.language;
    match (id, is_previous) {
        (Some(id), true) => {
            let over = html! { <small>{ icon(Glyph::Left) }{ words::PREVIOUS.get(language) }</small> };
            opener(reader, id, "op pn-p", over)
        }
        (Some(id), false) => {
            let over = html! { <small>{ words::NEXT.get(language) }{ icon(Glyph::Right) }</small> };
            opener(reader, id, "op pn-n", over)
        }
        (None, true) => html! { <span class="na pn-p">{ words::FIRST.get(language) }</span> },
        (None, false) => html! { <span class="na pn-n">{ words::LAST.get(language) }</span> },
    }
}
