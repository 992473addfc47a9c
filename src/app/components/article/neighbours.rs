//! The way to the items before and after, at the foot of an article.

use jianbao_engine::corpus::ItemId;
use yew::prelude::*;

use super::Position;
use super::text::opener;
use crate::app::components::icon::{Glyph, icon};
use crate::app::context::{Reader, use_reader};
use crate::app::i18n::article as words;

/// Properties of [`Neighbours`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct NeighboursProps {
    /// Where the item stands among the results.
    pub(super) position: Position,
}

/// The items before and after; nothing where the results do not hold the item.
#[component]
pub(super) fn Neighbours(props: &NeighboursProps) -> Html {
    let reader = use_reader();
    let name = words::NEIGHBOURS.get(reader.language);
    if props.position.place.is_none() {
        return html! { <div /> };
    }
    html! {
        <nav class="pn" aria-label={name}>
            { neighbour(&reader, props.position.previous, true) }
            { neighbour(&reader, props.position.next, false) }
        </nav>
    }
}

fn neighbour(reader: &Reader, id: Option<ItemId>, is_previous: bool) -> Html {
    let language = reader.language;
    let end = if is_previous { words::FIRST } else { words::LAST };
    let side = if is_previous { "pn-p" } else { "pn-n" };
    let Some(id) = id else { return html! { <span class={classes!("na", side)}>{ end.get(language) }</span> } };
    let direction = if is_previous {
        html! { <small>{ icon(Glyph::Left) }{ words::PREVIOUS.get(language) }</small> }
    } else {
        html! { <small>{ words::NEXT.get(language) }{ icon(Glyph::Right) }</small> }
    };
    opener(reader, id, side, direction)
}
