//! The button that keeps an item, in its row and over its text.

use jianbao_engine::corpus::ItemId;
use yew::prelude::*;

use crate::app::components::icon::{Glyph, icon};
use crate::app::context::Reader;
use crate::app::desk::{Clipping, Deed};
use crate::app::hooks::desk::{clipping, now};
use crate::app::i18n::desk as words;

/// The button of a row: an icon with a name that says which item it is for.
pub(crate) fn keep_in_row(reader: &Reader, id: ItemId, is_kept: bool, headline: &str) -> Html {
    button(reader, id, is_kept, "ib keep", words::keep(reader.language, headline), Html::default())
}

/// The button over an article.
pub(crate) fn keep_over_article(reader: &Reader, id: ItemId, is_kept: bool) -> Html {
    let name = words::KEEP.get(reader.language);
    button(reader, id, is_kept, "btn q keep", name.to_owned(), html! { <span>{ name }</span> })
}

fn button(reader: &Reader, id: ItemId, is_kept: bool, class: &'static str, name: String, content: Html) -> Html {
    let onclick = {
        let reader = reader.clone();
        Callback::from(move |_: MouseEvent| {
            let clipping = clipping(&reader.archive, id, reader.language.tag());
            let deed = if is_kept {
                Deed::Release(clipping.uri)
            } else {
                Deed::Keep(Clipping { kept: now(), place: reader.desk.place(&clipping.uri), ..clipping })
            };
            // The desk itself says why it refuses.
            let _ = reader.desk.act(deed);
        })
    };
    html! {
        <button type="button" {class} aria-label={name} aria-pressed={if is_kept { "true" } else { "false" }} {onclick}>
            { icon(Glyph::Keep) }{ content }
        </button>
    }
}
