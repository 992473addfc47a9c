//! The text of an article, with names that lead to their cards.

use jianbao_engine::corpus::{Entity, Item, Version};
use jianbao_engine::search::FacetName;
use yew::prelude::*;

use super::Opened;
use super::photo::captions;
use super::text::{fits_on_a_line, lang};
use crate::app::article::{Piece, pieces};
use crate::app::card::Card;
use crate::app::components::marked::marked;
use crate::app::context::Reader;
use crate::app::i18n::card::PROFILE;
use crate::app::state::Action;
use crate::app::target;

/// The attribute in which a name of the text has its number.
const NUMBER: &str = "data-n";

/// A name that the text may hold.
struct Name<'a> {
    facet: FacetName,
    /// As this version writes it.
    shown: &'a str,
    /// The facet's value: the name as the item has it.
    value: &'a str,
}

/// The text, with the frames of its pictures after the first paragraph.
pub(super) fn body(opened: Opened<'_>, with_names: bool) -> Html {
    let version = opened.version;
    let text = version.body().or_else(|| version.summary());
    let names = if with_names { names(&version) } else { Vec::new() };
    let paragraphs = text.into_iter().flat_map(|said| said.text.split('\n')).map(str::trim);
    let mut shown: Vec<Html> =
        paragraphs.filter(|text| !text.is_empty()).map(|text| paragraph(opened, text, &names)).collect();
    shown.insert(shown.len().min(1), captions(opened.reader, opened.query, opened.version));
    let (onclick, onkeydown) = on_names(opened.reader, &names);
    html! {
        <div class="ab" part="body" lang={text.and_then(lang)} {onclick} {onkeydown}>{ for shown }</div>
    }
}

/// Whether the item names anything that could be marked in its text.
pub(super) fn has_names(item: &Item) -> bool {
    !(item.people.is_empty() && item.organisations.is_empty() && item.places.is_empty())
}

fn names<'a>(version: &Version<'a>) -> Vec<Name<'a>> {
    let mut names = Vec::new();
    let mut add = |facet, entities: &mut dyn Iterator<Item = (&'a Entity, &'a Entity)>| {
        names.extend(entities.map(|(own, shown)| Name { facet, shown: &shown.name, value: &own.name }));
    };
    add(FacetName::Person, &mut version.people());
    add(FacetName::Organisation, &mut version.organisations());
    add(FacetName::Place, &mut version.places());
    names
}

/// A click on a name, or Enter or the space bar, leads to its card.
fn on_names(reader: &Reader, names: &[Name<'_>]) -> (Callback<MouseEvent>, Callback<KeyboardEvent>) {
    let names: Vec<_> = names.iter().map(|name| (name.facet, name.value.to_owned())).collect();
    let follow = {
        let reader = reader.clone();
        Callback::from(move |event: Event| {
            let name = target::number(&event, NUMBER).and_then(|at| names.get(at));
            if let Some((facet, value)) = name {
                event.prevent_default();
                reader.act(Action::Card(Some(Card::Value(*facet, value.clone()))));
            }
        })
    };
    let on_click = follow.reform(|event: MouseEvent| event.into());
    let on_key = Callback::from(move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | " ") {
            follow.emit(event.into());
        }
    });
    (on_click, on_key)
}

fn paragraph(opened: Opened<'_>, text: &str, names: &[Name<'_>]) -> Html {
    let shown: Vec<&str> = names.iter().map(|name| name.shown).collect();
    let marks = opened.reader.archive.marks(opened.query, text);
    let pieces = pieces(text, &marks, &shown);
    html! { <p>{ for pieces.into_iter().map(|piece| drawn(opened.reader, piece, names)) }</p> }
}

fn drawn(reader: &Reader, piece: Piece<'_>, names: &[Name<'_>]) -> Html {
    let text = marked(piece.text, &piece.marks);
    let Some((at, name)) = piece.name.and_then(|at| Some((at, names.get(at)?))) else { return text };
    let kind = match name.facet {
        FacetName::Person if fits_on_a_line(piece.text) => "p",
        FacetName::Place => "l",
        _ => "o",
    };
    let title = PROFILE.fill(reader.language, &[piece.text]);
    // Not a `button` element: that is drawn as a box which cannot be broken at the end of a line.
    html! {
        <span class="ent" role="button" tabindex="0" data-k={kind} data-n={at.to_string()} part="entity" {title}>{ text }</span>
    }
}
