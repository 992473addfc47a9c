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
fn head(reader: &Reader, kind: &str, class: &'static str, name: Html) -> Html {
    html! {
        <div class="cd-h">
            <p class="cd-k">{ kind.to_owned() }</p>
            <@{reader.heading_tag(1)} class={classes!("cd-t", class)} id={reader.id_for("card")} tabindex="-1">{ name }</@>
        </div>
    }
}

/// A part of a card with its heading. It is no landmark: the page under the card has its own, some of the same name.
fn section(reader: &Reader, name: &'static str, content: Html) -> Html {
    html! { <div class="cd-s" role="group" aria-label={name}><@{reader.heading_tag(2)} class="a-h">{ name }</@>{ content }</div> }
}

/// A row of facts.
fn fact(name: &'static str, value: Html) -> Html {
    html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> }
}
