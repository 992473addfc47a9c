//! The bar over an article: back, its place among the results, the places of the query in it, and what is done with it.

use jianbao_engine::export::gbt7714_in;
use yew::prelude::*;

use super::cite::copy;
use super::text::{does, named, tool};
use super::tools::aloud;
use super::{ArticleProps, Opened, Position};
use crate::app::components::icon::{Glyph, icon};
use crate::app::context::Reader;
use crate::app::hooks::{Copier, Speech};
use crate::app::i18n::{Text, article as words, number};
use crate::app::print::on_print;
use crate::app::state::{Action, SCALES};
use crate::app::target;

/// The bar over an article, with the way through the places of the query.
pub(super) fn toolbar(
    opened: Opened<'_>,
    position: Position,
    props: &ArticleProps,
    (speech, keep): (Option<&Speech>, Html),
    hits: Html,
) -> Html {
    let reader = opened.reader;
    let back = if props.is_on_page { words::BACK_TO_PAGE } else { words::BACK };
    let step = |name, key, glyph, to: Option<_>| {
        tool(reader, "ib", name, Some(key), to.map(|id| does(reader, Action::Open(id))), icon(glyph))
    };
    html! {
        <div class="at" part="article-toolbar">
            { named(reader, "btn back", back, does(reader, Action::Close), icon(Glyph::Left)) }
            <p class="at-p">
                { step(words::PREVIOUS, "[", Glyph::Left, position.previous) }
                { place(reader, position) }
                { step(words::NEXT, "]", Glyph::Right, position.next) }
            </p>
            { hits }
            <p class="at-a">
                { keep }
                { speech.map(|speech| aloud(opened, speech)) }
                { copying(opened) }
                { named(reader, "btn q", words::PRINT, on_print(".art"), icon(Glyph::Print)) }
                { size(reader, props.scale) }
                { tool(reader, "ib cls", words::CLOSE, None, Some(does(reader, Action::Close)), icon(Glyph::Cross)) }
            </p>
            <span class="vh" aria-live="polite">{ outcome(opened) }</span>
        </div>
    }
}

fn place(reader: &Reader, position: Position) -> Html {
    let [before, between, after] = words::POSITION.map(|text| text.get(reader.language));
    match position.place {
        Some(place) => html! {
            <span>{ before }<b>{ number(place + 1) }</b>{ between }{ number(position.of) }{ after }</span>
        },
        None => html! { <span>{ words::NOT_IN_RESULTS.get(reader.language) }</span> },
    }
}

/// What copies the item's address, where items have any, else its citation.
fn copying(opened: Opened<'_>) -> Option<Html> {
    let language = opened.reader.language;
    if opened.reader.links {
        return opened.link.map(|copier| copy_link(opened, copier));
    }
    let label = words::COPY.get(language);
    let text = gbt7714_in(opened.item, language.tag());
    opened.copier.map(|copier| copy(opened, copier, ("btn q", label.to_owned(), label), text))
}

/// A link to the item itself, whose address is set from outside; it is copied when it is pressed.
fn copy_link(opened: Opened<'_>, copier: &Copier) -> Html {
    let (glyph, label) = if copier.copied { (Glyph::Check, words::COPIED) } else { (Glyph::Link, words::COPY_LINK) };
    let copy = copier.copy.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        if let Some(address) = target::attribute(&event, "href") {
            copy.emit(address);
        }
    });
    let label = label.get(opened.reader.language);
    html! {
        <a class="btn q" data-id={opened.id.0.to_string()} aria-label={label} {onclick}>{ icon(glyph) }<span>{ label }</span></a>
    }
}

/// The size of the text.
fn size(reader: &Reader, scale: usize) -> Html {
    let [large, small] = words::LETTERS.map(|text: Text| text.get(reader.language));
    let letters = html! {
        <>
            <svg class="aa" width="26" height="18" aria-hidden="true" focusable="false">
                <text x="0" y="15">{ large }</text>
                <text class="aa-s" x={if large == "A" { "12" } else { "16" }} y="15">{ small }</text>
            </svg>
            <span>{ words::SIZE.get(reader.language) }</span>
        </>
    };
    let next = Action::Scale((scale + 1) % SCALES);
    tool(reader, "btn q", words::TEXT_SIZE, None, Some(does(reader, next)), letters)
}

/// What came of copying, for those who hear it.
fn outcome(opened: Opened<'_>) -> Option<&'static str> {
    let language = opened.reader.language;
    let is_shown = || opened.copier?.outcome(&gbt7714_in(opened.item, language.tag()));
    let done = opened.link.and_then(Copier::done).or_else(|| opened.copier?.done())?;
    let said = match is_shown() {
        _ if done => words::COPIED,
        Some(_) => words::NOT_COPIED,
        None => words::NOT_COPIED_OTHER,
    };
    Some(said.get(language))
}
