//! An item on paper, where many are printed one after the other: its head, its text and where it comes from.

use jianbao_engine::corpus::ItemId;
use yew::prelude::*;

use super::body::body;
use super::header::header;
use super::source::source;
use super::{Hits, Opened, versions};
use crate::app::context::Reader;
use crate::app::state::Reading;

/// An item as it is printed among others, without marks, and with the other language that the reader reads beside it.
pub(in crate::app::components) fn on_paper(reader: &Reader, id: ItemId, reading: Reading) -> Html {
    let item = &reader.archive.item(id);
    let version = item.version(reader.language.tag());
    let (hits, reading) = (&Hits::default(), Reading { names: false, ..reading });
    let opened = Opened { reader, id, item, version, query: "", hits, reading, said: None, copier: None, link: None };
    let versions = versions(item, &version);
    let beside =
        versions.into_iter().find(|(language, _)| reading.beside == Some(*language)).map(|(_, version)| version);
    html! {
        <article class="art">
            <div class={if beside.is_some() { "ag two" } else { "ag" }}>
                { header(opened, beside) }
                { body(opened, beside) }
                <div class="af">{ source(opened) }</div>
            </div>
        </article>
    }
}
