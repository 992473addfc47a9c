//! Cards: what the archive knows of a person, an organisation or a place, and what it says of itself.
//!
//! A card is a modal dialog over all else, on a phone the whole screen: the browser keeps the focus within, closes it on
//! Escape, and gives the focus back to what opened it. All that leads on from it is a button: a name to another card, a
//! number to the list of just so many items. Cards are functions: they have no state but what the address has.

mod about;
mod company;
mod spark;
mod value;

use std::rc::Rc;

use web_sys::HtmlDialogElement;
use yew::prelude::*;
use yew::virtual_dom::{VList, VText};

use crate::app::Unreadable;
use crate::app::card::Card;
use crate::app::components::icon::{Glyph, icon};
use crate::app::components::parts::{button, icon_button, on_click};
use crate::app::context::Reader;
use crate::app::i18n::{about as of_archive, card as words, shell};
use crate::app::state::{Action, State};

/// The dialog, with the card that is to be seen; opened and closed after the drawing.
pub(super) fn card(reader: &Reader, state: &State, problems: &Rc<[Unreadable]>) -> Html {
    let close = on_click(&reader.dispatch, Action::Card(None));
    let onclose = reader.dispatch.reform(|_: Event| Action::Card(None));
    let dispatch = reader.dispatch.clone();
    // The dialog itself is only hit where its own content is not: on the scrim.
    let onclick = Callback::from(move |event: MouseEvent| {
        if event.target_dyn_into::<HtmlDialogElement>().is_some() {
            dispatch.emit(Action::Card(None));
        }
    });
    let shown = state.cards.last().map(|card| {
        let content = match card {
            Card::About => about::about(reader, problems),
            Card::Value(facet, value) => value::value(reader, state, (*facet, value)),
        };
        html! {
            <div class="cd" key={card.written()}>
                <div class="cd-bar">
                    { before(reader, state) }
                    { icon_button(shell::CLOSE.get(reader.language), icon(Glyph::Cross), close) }
                </div>
                { content }
            </div>
        }
    });
    html! { <dialog class="card" part="card" aria-labelledby={reader.id_for("card")} {onclick} {onclose}>{ shown }</dialog> }
}

/// The way back to the card that led to this one.
fn before(reader: &Reader, state: &State) -> Html {
    let before = state.cards.len().checked_sub(2).and_then(|at| state.cards.get(at));
    let Some(before) = before else { return html! { <span /> } };
    let name = match before {
        Card::About => of_archive::ABOUT.get(reader.language).to_owned(),
        Card::Value(facet, value) => reader.archive.label(*facet, value, reader.language.tag()),
    };
    let back = on_click(&reader.dispatch, Action::CardBefore);
    button("btn q", Some(Glyph::Left), words::BACK_TO.fill(reader.language, &[&name]), back)
}

/// The head of a card: what it is, and its name, which takes the focus.
fn head(reader: &Reader, kind: &str, class: &'static str, name: String) -> Html {
    let name = html! {
        <@{reader.heading_tag(1)} class={classes!("cd-t", class)} id={reader.id_for("card")} tabindex="-1">
            { el("span", "", said(&name)) }
        </@>
    };
    el("div", "cd-h", html! { <>{ el("p", "cd-k", said(kind)) }{ name }</> })
}

/// An element that has a class, or none, and what it holds. Each element that is written out is program that every reader
/// downloads, and a card has many.
#[inline(never)]
fn el(tag: &'static str, class: &'static str, content: Html) -> Html {
    html! { <@{tag} class={(!class.is_empty()).then_some(class)}>{ content }</@> }
}

/// A text.
fn said(text: &str) -> Html {
    VText::new(text.to_owned()).into()
}

/// One after the other.
#[inline(never)]
fn row<const N: usize>(parts: [Html; N]) -> Html {
    all(parts.into())
}

/// However many.
#[inline(never)]
fn all(parts: Vec<Html>) -> Html {
    VList::with_children(parts, None).into()
}

/// A button that acts; `name` where it is called otherwise than what stands in it.
#[inline(never)]
fn press(reader: &Reader, class: &'static str, action: Action, name: Option<String>, content: Html) -> Html {
    let onclick = on_click(&reader.dispatch, action);
    html! { <button type="button" {class} aria-label={name} {onclick}>{ content }</button> }
}

/// A part of a card with its heading.
#[inline(never)]
fn section(reader: &Reader, name: &'static str, content: Html) -> Html {
    el("section", "cd-s", row([el(reader.heading_tag(2), "a-h", said(name)), content]))
}

/// A row of facts.
#[inline(never)]
fn fact(name: &'static str, value: Html) -> Html {
    el("div", "", row([el("dt", "", said(name)), el("dd", "", value)]))
}
