//! The text of an article, with names that lead to their cards.

use jianbao_engine::corpus::{Entity, Item, Said, Version};
use jianbao_engine::search::FacetName;
use yew::prelude::*;

use super::Opened;
use super::photo::{figures, photos};
use super::text::{fits_on_a_line, lang, marked, marks};
use crate::app::article::{Piece, Sentence, pieces, sentences};
use crate::app::card::Card;
use crate::app::components::marked::numbered;
use crate::app::context::Reader;
use crate::app::i18n::card::PROFILE;
use crate::app::state::Action;
use crate::app::target;

/// The attribute in which a name of the text has its number.
const NUMBER: &str = "data-n";

/// A name that the text may hold.
pub(super) struct Name<'a> {
    facet: FacetName,
    /// As this version writes it.
    shown: &'a str,
    /// The facet's value: the name as the item has it.
    value: &'a str,
}

/// The text that is shown, and may be read aloud: the body, else the summary; an empty one where there is neither.
pub(super) fn said_aloud<'a>(version: &Version<'a>) -> Said<'a> {
    version.body().or_else(|| version.summary()).unwrap_or(Said { text: "", language: "" })
}

/// The paragraphs of a text.
pub(super) fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').map(str::trim).filter(|text| !text.is_empty())
}

/// The text, with its pictures after the first paragraph; with a version beside it in two columns, where there
/// is room, else with each paragraph of it under its own.
pub(super) fn body(opened: Opened<'_>, beside: Option<Version<'_>>) -> Html {
    let text = said_aloud(&opened.version);
    let names = if opened.reading.names { names(&opened.version) } else { Vec::new() };
    let own: Vec<&str> = paragraphs(text.text).collect();
    let other = beside.map(|version| said_aloud(&version));
    let others: Vec<&str> = other.map(|other| paragraphs(other.text).collect()).unwrap_or_default();
    let view = |text: &&str| html! { <p lang={other.and_then(lang)}>{ marked(opened, text) }</p> };
    let are_pairs = own.len() == others.len();
    let (mut shown, mut sentence) = (Vec::new(), 0);
    // Places of the query are counted as they are drawn: from above.
    for at in 0..own.len().max(1) {
        shown.extend(own.get(at).map(|text| paragraph(opened, text, &names, &mut sentence)));
        shown.extend(others.get(at).filter(|_| are_pairs).map(view));
        if at == 0 {
            let photos = photos(opened.reader, opened.id, opened.version);
            shown.push(figures(opened.reader, (opened.query, opened.hits), &photos));
        }
    }
    let shown = Html::from_iter(shown);
    let shown = if are_pairs || others.is_empty() {
        shown
    } else {
        html! { <><div>{ shown }</div><div>{ for others.iter().map(view) }</div></> }
    };
    let (onclick, onkeydown) = on_names(opened.reader, &names);
    html! {
        <div class="ab" part="body" lang={lang(text)} {onclick} {onkeydown}>{ shown }</div>
    }
}

/// How many paragraphs the text has.
pub(super) fn count(version: &Version<'_>) -> usize {
    paragraphs(said_aloud(version).text).count()
}

/// Whether the item names anything that could be marked in its text.
pub(super) fn has_names(item: &Item) -> bool {
    !(item.people.is_empty() && item.organisations.is_empty() && item.places.is_empty())
}

/// The names of a version: first those of its people, in their order.
pub(super) fn names<'a>(version: &Version<'a>) -> Vec<Name<'a>> {
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
pub(super) fn on_names(reader: &Reader, names: &[Name<'_>]) -> (Callback<MouseEvent>, Callback<KeyboardEvent>) {
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

/// A paragraph; while it is read aloud sentence by sentence, which are counted through the whole text.
fn paragraph(opened: Opened<'_>, text: &str, names: &[Name<'_>], sentence: &mut usize) -> Html {
    let shown: Vec<&str> = names.iter().map(|name| name.shown).collect();
    let marks = marks(opened.reader, opened.query, text);
    let current = opened.hits.take(text, &marks);
    let stretch = |text, at| -> Html {
        let pieces = pieces(text, at, &marks, &shown);
        pieces.into_iter().map(|piece| drawn(opened.reader, piece, names, current)).collect()
    };
    let Some(said) = opened.said else { return html! { <p>{ stretch(text, 0) }</p> } };
    let sentences = sentences(text).into_iter().map(|Sentence { text, at }| {
        let is_said = *sentence == said;
        *sentence += 1;
        html! { <span class={is_said.then_some("said")}>{ stretch(text, at) }</span> }
    });
    html! { <p>{ for sentences }</p> }
}

fn drawn(reader: &Reader, piece: Piece<'_>, names: &[Name<'_>], current: usize) -> Html {
    let current = current.checked_sub(piece.first).unwrap_or(usize::MAX);
    let text = numbered(piece.text, &piece.marks, &[], current);
    let Some((at, name)) = piece.name.and_then(|at| Some((at, names.get(at)?))) else { return text };
    let kind = match name.facet {
        FacetName::Person if fits_on_a_line(piece.text) => "p",
        FacetName::Place => "l",
        _ => "o",
    };
    let title = PROFILE.fill(reader.language, &[piece.text]);
    leading(kind, at, title, text)
}

/// A name that leads to its card, by its number. Not a `button` element: that is drawn as a box which cannot be broken at the
/// end of a line.
pub(super) fn leading(kind: &'static str, at: usize, title: String, text: Html) -> Html {
    html! {
        <span class="ent" role="button" tabindex="0" data-k={kind} data-n={at.to_string()} part="entity" {title}>{ text }</span>
    }
}
