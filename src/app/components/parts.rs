//! Shapes that recur, and callbacks that act: each written once, because each `html!` and each closure is program that
//! every reader downloads.

use std::rc::Rc;

use jianbao_engine::corpus::ItemId;
use yew::prelude::*;

use crate::app::article::Spot;
use crate::app::components::icon::{Glyph, icon};
use crate::app::context::Reader;
use crate::app::hooks::Copier;
use crate::app::i18n::{Language, Text, shell};
use crate::app::state::Action;

/// A heading of a level known only now, with a class of its own and the language of its text, where that is known.
pub fn heading(tag: &'static str, class: &'static str, lang: Option<String>, content: Html) -> Html {
    // The wordmark is the only heading that a host page can style by itself.
    let part = (class == "wordmark").then_some(class);
    html! { <@{tag} {class} {lang} {part}>{ content }</@> }
}

/// A native button with words, after an icon where there is one.
pub fn button(
    class: &'static str,
    glyph: Option<Glyph>,
    words: impl Into<AttrValue>,
    onclick: Callback<MouseEvent>,
) -> Html {
    button_of(class, glyph, words.into(), onclick)
}

fn button_of(class: &'static str, glyph: Option<Glyph>, words: AttrValue, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" {class} {onclick}>{ glyph.map(icon).unwrap_or_default() }{ words }</button> }
}

/// A native button that is only an icon, with its name.
pub fn icon_button(name: &'static str, content: Html, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class="ib" aria-label={name} {onclick}>{ content }</button> }
}

/// A button that copies a text, which is made when it is pressed, and says for a while that it did. Nothing where the page
/// has no clipboard.
pub fn copy_button(language: Language, copier: Option<&Copier>, words: Text, text: Rc<dyn Fn() -> String>) -> Html {
    let Some(Copier { copied, copy, .. }) = copier.cloned() else { return Html::default() };
    let words = if copied { shell::COPIED } else { words };
    button("lnk", None, words.get(language), Callback::from(move |_| copy.emit(text())))
}

/// What opens an item: a button, or a link, where the host page gives items addresses. The address of a link is set from
/// outside, by its `data-id`; a click with a key that asks for another tab or window is the browser's.
pub fn opener(reader: &Reader, id: ItemId, class: &'static str, is_current: bool, content: Html) -> Html {
    opener_at(reader, (id, None), class, is_current, content)
}

/// The same for an item at a place in its text.
pub fn opener_at(
    reader: &Reader,
    (id, spot): (ItemId, Option<Rc<Spot>>),
    class: &'static str,
    is_current: bool,
    content: Html,
) -> Html {
    let onclick = {
        let reader = reader.clone();
        Callback::from(move |event: MouseEvent| {
            let has_key = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
            if !(reader.links && has_key) {
                event.prevent_default();
                reader.act(spot.clone().map_or(Action::Open(id), |spot| Action::OpenAt(id, spot)));
            }
        })
    };
    let (tag, kind) = if reader.links { ("a", None) } else { ("button", Some("button")) };
    html! {
        <@{tag} {class} type={kind} data-id={id.0.to_string()} {onclick} aria-current={is_current.then_some("true")}>
            { content }
        </@>
    }
}

/// A name with its value, for a `dl`.
pub fn pair(name: Html, value: Html) -> Html {
    html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> }
}

/// Acts when pressed.
pub fn on_click(dispatch: &Callback<Action>, action: Action) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| dispatch.emit(action.clone()))
}

/// Acts when ticked or unticked.
pub fn on_change(dispatch: &Callback<Action>, action: Action) -> Callback<Event> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| dispatch.emit(action.clone()))
}
