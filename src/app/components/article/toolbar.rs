//! The bar over an article: back, its place among the results, and tools.

use yew::prelude::*;

use super::Position;
use super::text::does;
use crate::app::components::icon::{Glyph, icon};
use crate::app::context::Reader;
use crate::app::i18n::{Text, article as words, number};
use crate::app::state::{Action, SCALES};

/// The bar over an article, which stands in a page's place or beside a list; `scale` is less than [`SCALES`], `keep` the
/// button that keeps the item.
pub(super) fn toolbar(reader: &Reader, position: Position, scale: usize, is_on_page: bool, keep: Html) -> Html {
    let back = if is_on_page { words::BACK_TO_PAGE } else { words::BACK };
    let step =
        |name, glyph, to: Option<_>| tool(reader, "ib", name, to.map(|id| does(reader, Action::Open(id))), icon(glyph));
    html! {
        <div class="at" part="article-toolbar">
            { named(reader, "btn back", back, does(reader, Action::Close), icon(Glyph::Left)) }
            <p class="at-p">
                { step(words::PREVIOUS, Glyph::Left, position.previous) }
                { place(reader, position) }
                { step(words::NEXT, Glyph::Right, position.next) }
            </p>
            { tools(reader, scale, keep) }
        </div>
    }
}

/// A button with its name for those who hear it; without anything to do it cannot be pressed.
fn tool(
    reader: &Reader,
    class: &'static str,
    name: Text,
    onclick: Option<Callback<MouseEvent>>,
    content: Html,
) -> Html {
    html! {
        <button type="button" {class} aria-label={name.get(reader.language)} disabled={onclick.is_none()} {onclick}>
            { content }
        </button>
    }
}

/// A button whose name stands in it.
fn named(reader: &Reader, class: &'static str, name: Text, onclick: Callback<MouseEvent>, icon: Html) -> Html {
    tool(reader, class, name, Some(onclick), html! { <>{ icon }<span>{ name.get(reader.language) }</span></> })
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

fn tools(reader: &Reader, scale: usize, keep: Html) -> Html {
    let [large, small] = words::LETTERS.map(|text| text.get(reader.language));
    let on_print = Callback::from(|_: MouseEvent| {
        // A page that may not print (in a sandbox) leaves the button without effect.
        let _ = web_sys::window().map(|window| window.print());
    });
    let letters = html! {
        <>
            <svg class="aa" width="26" height="18" aria-hidden="true" focusable="false">
                <text x="0" y="15">{ large }</text>
                <text class="aa-s" x={if large == "A" { "12" } else { "16" }} y="15">{ small }</text>
            </svg>
            <span>{ words::SIZE.get(reader.language) }</span>
        </>
    };
    let next_scale = Action::Scale((scale + 1) % SCALES);
    html! {
        <p class="at-a">
            { keep }
            { named(reader, "btn q", words::PRINT, on_print, icon(Glyph::Print)) }
            { tool(reader, "btn q", words::TEXT_SIZE, Some(does(reader, next_scale)), letters) }
            { tool(reader, "ib cls", words::CLOSE, Some(does(reader, Action::Close)), icon(Glyph::Cross)) }
        </p>
    }
}
