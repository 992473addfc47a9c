//! A text of the corpus as it is shown: in the language it is written in, with the query's words marked.

use jianbao_engine::corpus::{ItemId, Role, Said};
use yew::prelude::*;

use super::{Hits, Opened};
use crate::app::components::marked as view;
use crate::app::components::parts::{self, on_change};
use crate::app::context::Reader;
use crate::app::i18n::Text;
use crate::app::i18n::shell::UNTITLED;
use crate::app::state::{Action, Reading};
use crate::app::words::between;

/// The longest name that is kept on one line, in characters.
const LONGEST_ON_A_LINE: usize = 24;

/// A text with the query's words marked, and counted.
pub(super) fn marked(opened: Opened<'_>, text: &str) -> Html {
    marked_in(opened.reader, (opened.query, opened.hits), text)
}

/// The same where there is no more of an article than this.
pub(super) fn marked_in(reader: &Reader, (query, hits): (&str, &Hits), text: &str) -> Html {
    let marks = marks(reader, query, text);
    view::numbered(text, &marks, &[], hits.take(text, &marks))
}

/// A headline with the query's words marked, and counted, which breaks between words only.
pub(super) fn marked_headline(opened: Opened<'_>, text: &str) -> Html {
    let marks = marks(opened.reader, opened.query, text);
    view::numbered(text, &marks, &between(text), opened.hits.take(text, &marks))
}

/// Where the query's words stand in a text, in UTF-16 units.
pub(super) fn marks(reader: &Reader, query: &str, text: &str) -> Vec<[usize; 2]> {
    if query.is_empty() { Vec::new() } else { reader.archive.marks(query, text) }
}

/// The value of a `lang` attribute; none where the corpus does not say.
pub(in crate::app::components) fn lang(said: Said<'_>) -> Option<AttrValue> {
    (!said.language.is_empty()).then(|| said.language.to_owned().into())
}

/// A span of text in its language.
pub(super) fn said(said: Said<'_>) -> Html {
    html! { <span lang={lang(said)}>{ said.text.to_owned() }</span> }
}

/// Whether a name can be kept on one line on a phone.
pub(super) fn fits_on_a_line(name: &str) -> bool {
    name.chars().count() <= LONGEST_ON_A_LINE
}

/// A heading within the article.
pub(super) fn heading(reader: &Reader, words: &'static str) -> Html {
    html! { <@{reader.heading_tag(1)} class="a-h">{ words }</@> }
}

/// A row of a list of facts: what it is, and what is known of it, as one or more `dd`.
pub(super) fn row(class: Option<&'static str>, name: &'static str, fact: Html) -> Html {
    html! { <div {class}><dt>{ name }</dt>{ fact }</div> }
}

/// A click that acts.
pub(super) fn does(reader: &Reader, action: Action) -> Callback<MouseEvent> {
    let reader = reader.clone();
    Callback::from(move |_| reader.act(action.clone()))
}

/// A button with its name for those who hear it, and the key that does the same; without anything to do it cannot be pressed.
pub(super) fn tool(
    reader: &Reader,
    class: &'static str,
    name: Text,
    key: Option<&'static str>,
    onclick: Option<Callback<MouseEvent>>,
    content: Html,
) -> Html {
    html! {
        <button type="button" {class} aria-label={name.get(reader.language)} aria-keyshortcuts={key} disabled={onclick.is_none()} {onclick}>
            { content }
        </button>
    }
}

/// A button whose name stands in it.
pub(super) fn named(
    reader: &Reader,
    class: &'static str,
    name: Text,
    onclick: Callback<MouseEvent>,
    icon: Html,
) -> Html {
    let content = html! { <>{ icon }<span>{ name.get(reader.language) }</span></> };
    tool(reader, class, name, None, Some(onclick), content)
}

/// A switch of what the reader wants to see.
pub(super) fn switch(opened: Opened<'_>, name: Text, on: bool, to: Reading) -> Html {
    let reader = opened.reader;
    let onchange = on_change(&reader.dispatch, Action::Reading(to));
    html! { <label class="ck"><input type="checkbox" checked={on} {onchange} />{ name.get(reader.language) }</label> }
}

/// What opens an item: its headline in the reader's language under a line of its own.
pub(in crate::app::components) fn opener(reader: &Reader, id: ItemId, class: &'static str, over: Html) -> Html {
    let item = reader.archive.item(id);
    let headline = item.version(reader.language.tag()).headline(Role::Main);
    let text = headline.map_or(UNTITLED.get(reader.language), |said| said.text);
    let headline = html! { <span lang={headline.and_then(lang)}>{ view::marked_words(text, &[]) }</span> };
    parts::opener(reader, id, class, false, html! { <>{ over }{ headline }</> })
}
