//! The bar over an article: back, its place among the results, and tools.

use jianbao_engine::corpus::ItemId;
use yew::prelude::*;

use super::Position;
use crate::app::components::icon::{Glyph, icon};
use crate::app::context::{Reader, use_reader};
use crate::app::i18n::{Text, article as words, number};
use crate::app::state::{Action, SCALES};

/// Properties of [`Toolbar`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ToolbarProps {
    /// Where the item stands among the results.
    pub(super) position: Position,
    /// The size of the text: index into [`SCALES`].
    pub(super) scale: usize,
}

/// The bar over an article.
#[component]
pub(super) fn Toolbar(props: &ToolbarProps) -> Html {
    let reader = use_reader();
    let back = words::BACK.get(reader.language);
    html! {
        <div class="at" part="article-toolbar">
            <button type="button" class="btn back" aria-label={back} onclick={does(&reader, Action::Close)}>
                { icon(Glyph::Left) }<span>{ back }</span>
            </button>
            <p class="at-p">
                { step(&reader, words::PREVIOUS, Glyph::Left, props.position.previous) }
                { place(&reader, props.position) }
                { step(&reader, words::NEXT, Glyph::Right, props.position.next) }
            </p>
            { tools(&reader, props.scale) }
        </div>
    }
}

fn does(reader: &Reader, action: Action) -> Callback<MouseEvent> {
    let reader = reader.clone();
    Callback::from(move |_| reader.act(action.clone()))
}

fn step(reader: &Reader, name: Text, glyph: Glyph, to: Option<ItemId>) -> Html {
    let onclick = to.map(|id| does(reader, Action::Open(id)));
    html! {
        <button type="button" class="ib" aria-label={name.get(reader.language)} disabled={to.is_none()} {onclick}>
            { icon(glyph) }
        </button>
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

fn tools(reader: &Reader, scale: usize) -> Html {
    let language = reader.language;
    let [print, size, close] = [words::PRINT, words::TEXT_SIZE, words::CLOSE].map(|text| text.get(language));
    let [large, small] = words::LETTERS.map(|text| text.get(language));
    let on_print = Callback::from(|_: MouseEvent| {
        // A page that may not print (in a sandbox) leaves the button without effect.
        let _ = web_sys::window().map(|window| window.print());
    });
    let next_scale = Action::Scale((scale + 1) % SCALES.len());
    html! {
        <p class="at-a">
            <button type="button" class="btn q" aria-label={print} onclick={on_print}>
                { icon(Glyph::Print) }<span>{ print }</span>
            </button>
            <button type="button" class="btn q" aria-label={size} onclick={does(reader, next_scale)}>
                <svg class="aa" width="26" height="18" aria-hidden="true" focusable="false">
                    <text x="0" y="15">{ large }</text>
                    <text class="aa-s" x={if large == "A" { "12" } else { "16" }} y="15">{ small }</text>
                </svg>
                <span>{ size }</span>
            </button>
            <button type="button" class="ib cls" aria-label={close} onclick={does(reader, Action::Close)}>
                { icon(Glyph::Cross) }
            </button>
        </p>
    }
}
