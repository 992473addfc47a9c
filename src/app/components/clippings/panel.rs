//! What the panel holds: the items, the searches, and what is saved and read.

use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use super::entry::entry;
use super::files::files;
use super::{Said, close, stay};
use crate::app::components::icon::{Glyph, icon};
use crate::app::components::parts::{button, heading, icon_button};
use crate::app::components::{find, focus};
use crate::app::context::Reader;
use crate::app::desk::Deed;
use crate::app::i18n::{Text, desk as words, nested, shell};
use crate::app::state::Action;
use crate::app::target;

/// All of the panel.
pub(super) fn panel(reader: &Reader, said: &Option<Said>, say: &Callback<Option<Said>>) -> Html {
    let language = reader.language;
    let close = Callback::from(|event: MouseEvent| close(&event));
    let count = reader.desk.read(|clippings| clippings.items.len());
    html! {
        <div class="dk-p">
            <div class="dk-h">
                { heading(reader.heading_tag(1), "sh-t", None, words::MINE.get(language).into()) }
                <span class="dk-c">{ shell::items(language, count) }</span>
                { icon_button(shell::CLOSE.get(language), icon(Glyph::Cross), close) }
            </div>
            <div class="dk-b">
                <p class="dk-l">{ words::PRIVATE.get(language) }</p>
                { message(reader, said, say) }
                { items(reader, say) }
                { searches(reader) }
                { files(reader, say) }
            </div>
        </div>
    }
}

/// What the reader should know of the store; and what came of what was last done, which is spoken.
fn message(reader: &Reader, said: &Option<Said>, say: &Callback<Option<Said>>) -> Html {
    let language = reader.language;
    let (words, undo) = match said {
        None => (String::new(), None),
        Some(Said::Words(words)) => (words.clone(), None),
        Some(Said::Removed(clipping)) => {
            let name = nested(super::entry::headline(clipping, language));
            let (reader, say, clipping) = (reader.clone(), say.clone(), clipping.clone());
            let undo = Callback::from(move |event: MouseEvent| {
                stay(&event);
                let back = crate::app::desk::Clippings { items: vec![clipping.clone()], ..Default::default() };
                // What was just taken out has its place.
                let _ = reader.desk.act(Deed::Merge(back));
                say.emit(None);
            });
            (words::REMOVED.fill(language, &[&name]), Some(undo))
        }
    };
    html! {
        <div class="dk-e">
            if let Some(trouble) = reader.desk.trouble() {
                <p class="dk-t">{ icon(Glyph::Warning) }<span>{ words::trouble(language, &trouble) }</span></p>
            }
            <p class="dk-m" hidden={words.is_empty()}>
                <span aria-live="polite">{ words }</span>
                { undo.map(|undo| button("lnk", None, words::UNDO.get(language), undo)) }
            </p>
        </div>
    }
}

fn items(reader: &Reader, say: &Callback<Option<Said>>) -> Html {
    let entries = reader
        .desk
        .read(|clippings| clippings.latest_first().map(|clipping| entry(reader, clipping, say)).collect::<Vec<Html>>());
    // What opens an item has done so by now: a click with a key that asks for another tab is the browser's.
    let onclick = Callback::from(|event: MouseEvent| {
        if event.default_prevented() {
            close(&event);
            // An item that was open already is not opened again, and would be left without the focus.
            let root = target::within::<Element>(&event, ".root");
            focus(root.and_then(|root| find(&root, ".art")));
        }
    });
    html! {
        <div>
            if entries.is_empty() {
                <p class="dk-0">{ words::EMPTY.get(reader.language) }</p>
            } else {
                <ol class="dk-i" aria-label={words::MINE.get(reader.language)} {onclick}>{ for entries }</ol>
            }
        </div>
    }
}

/// A part of the panel under a heading of its own.
pub(super) fn part(reader: &Reader, head: Text, content: Html) -> Html {
    let head = head.get(reader.language);
    html! {
        <section class="dk-x" aria-label={head}>
            { heading(reader.heading_tag(2), "dk-y", None, head.into()) }
            { content }
        </section>
    }
}

fn searches(reader: &Reader) -> Html {
    let language = reader.language;
    let searches = reader.desk.searches();
    let remembers = reader.desk.read(|clippings| clippings.remembers);
    let onchange = {
        let desk = reader.desk.clone();
        Callback::from(move |event: Event| {
            let is_ticked = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
            let _ = desk.act(Deed::Remember(is_ticked));
        })
    };
    let forget = {
        let desk = reader.desk.clone();
        Callback::from(move |_: MouseEvent| {
            let _ = desk.act(Deed::Forget);
        })
    };
    let run = {
        let (reader, searches) = (reader.clone(), searches.clone());
        Callback::from(move |event: MouseEvent| {
            if let Some(query) = target::number(&event, "data-at").and_then(|at| searches.get(at)) {
                close(&event);
                reader.act(Action::Query(query.clone()));
            }
        })
    };
    let search = |(at, text): (usize, &String)| {
        html! { <li><button type="button" class="lnk" data-at={at.to_string()}>{ text }</button></li> }
    };
    part(
        reader,
        words::SEARCHES_HEAD,
        html! {
            <>
                <div class="dk-q" onclick={run}>
                    if searches.is_empty() {
                        <p>{ words::NO_SEARCHES.get(language) }</p>
                    } else {
                        <ul>{ for searches.iter().enumerate().map(search) }</ul>
                        { button("btn", None, words::FORGET.get(language), forget) }
                    }
                </div>
                <label class="ck">
                    <input type="checkbox" checked={remembers} {onchange} />
                    { words::remember(language) }
                </label>
            </>
        },
    )
}
