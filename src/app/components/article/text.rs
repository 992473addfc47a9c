//! A text of the corpus as it is shown: in the language it is written in, with the query's words marked.

use jianbao_engine::corpus::{ItemId, Role, Said};
use yew::prelude::*;

use crate::app::components::{marked as view, parts};
use crate::app::context::Reader;
use crate::app::i18n::shell::UNTITLED;
use crate::app::state::Action;

/// The longest name that is kept on one line, in characters.
const LONGEST_ON_A_LINE: usize = 24;

/// A text with the query's words marked.
pub(super) fn marked(reader: &Reader, query: &str, text: &str) -> Html {
    view::marked(text, &marks(reader, query, text))
}

/// A headline with the query's words marked, which breaks between words only.
pub(super) fn marked_headline(reader: &Reader, query: &str, text: &str) -> Html {
    view::marked_words(text, &marks(reader, query, text))
}

fn marks(reader: &Reader, query: &str, text: &str) -> Vec<[usize; 2]> {
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

/// A name that is not broken at the end of a line, unless it is too long for one.
pub(super) fn unbroken(name: &str) -> Html {
    let class = fits_on_a_line(name).then_some("nb");
    html! { <span {class}>{ name.to_owned() }</span> }
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

/// What opens an item: its headline in the reader's language under a line of its own.
pub(in crate::app::components) fn opener(reader: &Reader, id: ItemId, class: &'static str, over: Html) -> Html {
    let item = reader.archive.item(id);
    let headline = item.version(reader.language.tag()).headline(Role::Main);
    let text = headline.map_or(UNTITLED.get(reader.language), |said| said.text);
    let headline = html! { <span lang={headline.and_then(lang)}>{ marked_headline(reader, "", text) }</span> };
    parts::opener(reader, id, class, false, html! { <>{ over }{ headline }</> })
}
