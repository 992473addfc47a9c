//! The text of an article, with names that lead to all items that have them.

use jianbao_engine::corpus::{Entity, Item, Version};
use jianbao_engine::search::FacetName;
use yew::prelude::*;

use super::PartProps;
use super::photo::photos;
use super::text::{fits_on_a_line, lang, marked};
use crate::app::article::{Piece, pieces};
use crate::app::components::marked::marked as view_marked;
use crate::app::context::{Reader, use_reader};
use crate::app::i18n::article as words;
use crate::app::state::Action;

/// A name that the text may hold.
struct Name<'a> {
    facet: FacetName,
    /// As this version writes it.
    shown: &'a str,
    /// The facet's value: the name as the item has it.
    value: &'a str,
}

/// The text, with the frames of its pictures after the first paragraph.
#[component]
pub(super) fn Body(props: &PartProps) -> Html {
    let reader = use_reader();
    let version = props.item.version(reader.language.tag());
    let text = version.body().or_else(|| version.summary());
    let names = if props.names { names(&version) } else { Vec::new() };
    let mut paragraphs =
        text.into_iter().flat_map(|said| said.text.split('\n')).map(str::trim).filter(|text| !text.is_empty());
    let first = paragraphs.next().map(|text| paragraph(&reader, &props.query, text, &names));
    let rest: Html = paragraphs.map(|text| paragraph(&reader, &props.query, text, &names)).collect();
    html! {
        <div class="ab" part="body" lang={text.and_then(lang)}>
            { first }
            { photos(&reader, &version, |text| marked(&reader, &props.query, text)) }
            { rest }
        </div>
    }
}

/// Whether the item names anything that could be marked in its text.
pub(super) fn has_names(item: &Item) -> bool {
    !(item.people.is_empty() && item.organisations.is_empty() && item.places.is_empty())
}

fn names<'a>(version: &Version<'a>) -> Vec<Name<'a>> {
    let of = |facet| move |(own, shown): (&'a Entity, &'a Entity)| Name { facet, shown: &shown.name, value: &own.name };
    let people = version.people().map(of(FacetName::Person));
    let organisations = version.organisations().map(of(FacetName::Organisation));
    let places = version.places().map(of(FacetName::Place));
    people.chain(organisations).chain(places).collect()
}

fn paragraph(reader: &Reader, query: &str, text: &str, names: &[Name<'_>]) -> Html {
    let shown: Vec<&str> = names.iter().map(|name| name.shown).collect();
    let marks = reader.archive.marks(query, text);
    let pieces = pieces(text, &marks, &shown);
    html! { <p>{ for pieces.into_iter().map(|piece| drawn(reader, piece, names)) }</p> }
}

fn drawn(reader: &Reader, piece: Piece<'_>, names: &[Name<'_>]) -> Html {
    let text = view_marked(piece.text, &piece.marks);
    let Some(name) = piece.name.and_then(|index| names.get(index)) else { return text };
    let kind = match name.facet {
        FacetName::Person if fits_on_a_line(piece.text) => "p",
        FacetName::Place => "l",
        _ => "o",
    };
    let act = {
        let (reader, facet, value) = (reader.clone(), name.facet, name.value.to_owned());
        Callback::from(move |()| reader.act(Action::Only(facet, value.clone())))
    };
    let onkeydown = {
        let act = act.clone();
        Callback::from(move |event: KeyboardEvent| {
            if matches!(event.key().as_str(), "Enter" | " ") {
                event.prevent_default();
                act.emit(());
            }
        })
    };
    let onclick = Callback::from(move |_: MouseEvent| act.emit(()));
    let title = words::ALL_WITH.fill(reader.language, &[piece.text]);
    // Not a `button` element: that is drawn as a box which cannot be broken at the end of a line.
    html! {
        <span class="ent" role="button" tabindex="0" data-k={kind} part="entity" {title} {onclick} {onkeydown}>{ text }</span>
    }
}
