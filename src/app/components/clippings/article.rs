//! What belongs to the reader in an article: whether it is kept, the place at which the reader was, the note.
//!
//! The note's field is the reader's: what is kept is written into it when the article is opened, and when it has changed elsewhere, never
//! while something typed is still to be saved.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use jianbao_engine::corpus::ItemId;
use web_sys::{Element, FocusOptions, HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::alarm;
use super::track::{Track, paragraphs};
use crate::app::components::icon::{Glyph, icon};
use crate::app::components::parts::button;
use crate::app::context::Reader;
use crate::app::desk::{Clipping, NOTE};
use crate::app::hooks::desk::{clipping, now, use_desk};
use crate::app::i18n::{desk as words, number};

/// How long typing must have paused until a note is saved, in milliseconds.
const PAUSE: u32 = 500;

/// A note that waits to be saved, and how it is.
type Waiting = Option<(Timeout, Rc<dyn Fn()>)>;

/// What belongs to the reader in an article.
pub(crate) struct Clip {
    /// Whether the item is kept.
    pub(crate) is_kept: bool,
    /// The paragraph at which the reader was, from 1; 0 where there is none to go to.
    left: u64,
    go_on: Callback<MouseEvent>,
    field: NodeRef,
    typed: Callback<bool>,
    note: String,
    had_note: bool,
    refused: Option<String>,
}

/// Follows the reader through an item whose article is at a node.
#[hook]
pub(crate) fn use_clip(reader: &Reader, id: ItemId, uri: &str, node: &NodeRef) -> Clip {
    let desk = reader.desk.clone();
    use_desk(&desk, &AttrValue::from(uri.to_owned()), |desk, uri| {
        let noted =
            desk.read(|clippings| clippings.get(uri).map_or(0, |item| item.noted << 2 | u64::from(item.kept > 0)));
        noted << 1 ^ u64::from(desk.unsaved().is_some() || desk.refusal().is_some())
    });
    let left = use_state_eq(|| 0);
    use_effect_with((desk.clone(), id, reader.language), {
        let (left, node, uri) = (left.setter(), node.clone(), uri.to_owned());
        move |(desk, ..)| {
            desk.refresh();
            left.set(desk.place(&uri));
            let track = node.cast::<Element>().map(|article| Track::new(desk.clone(), uri, &article));
            move || drop(track)
        }
    });
    let go_on = {
        let (place, gone, node) = (*left, left.setter(), node.clone());
        Callback::from(move |_: MouseEvent| {
            go_to(&node, place);
            gone.set(0);
        })
    };
    let draft = desk.draft(uri);
    let refused = draft.as_ref().map(|(_, refusal)| words::refusal(reader.language, *refusal));
    let note = draft.map(|(text, _)| text);
    let note = note.unwrap_or_else(|| desk.read(|all| all.get(uri).map_or_else(String::new, |item| item.note.clone())));
    let (field, typed) = use_note(reader, id, &note);
    // The place for a note is open where there was one when the item was opened, and then as the reader has it.
    let had_note = *use_memo(id, |_| !note.is_empty());
    Clip { is_kept: desk.is_kept(uri), left: *left, go_on, field, typed, note, had_note, refused }
}

/// Brings a paragraph to the top, and the focus to it, so that a screen reader goes on from there.
fn go_to(article: &NodeRef, place: u64) {
    let paragraphs = article.cast::<Element>().map(|article| paragraphs(&article)).unwrap_or_default();
    let at = usize::try_from(place).ok().and_then(|place| place.checked_sub(1));
    let Some(paragraph) = at.and_then(|at| paragraphs.into_iter().nth(at)) else { return };
    let _ = paragraph.set_attribute("tabindex", "-1");
    paragraph.scroll_into_view();
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = wasm_bindgen::JsCast::unchecked_into::<HtmlElement>(paragraph).focus_with_options(&options);
}

/// The field of a note, and what is told when something was typed in it; `true` where the reader is done with it.
#[hook]
fn use_note(reader: &Reader, id: ItemId, note: &str) -> (NodeRef, Callback<bool>) {
    let field = use_node_ref();
    let waits = use_mut_ref(Waiting::default);
    use_effect_with((id, note.to_owned()), {
        let (field, waits) = (field.clone(), waits.clone());
        move |(_, note): &(ItemId, String)| {
            let field = field.cast::<HtmlTextAreaElement>().filter(|field| field.value() != *note);
            if let Some(field) = field.filter(|_| waits.borrow().is_none()) {
                field.set_value(note);
            }
        }
    });
    use_effect_with(id, {
        let waits = waits.clone();
        // What was typed last is saved when another item is opened.
        move |_| move || save_now(&waits)
    });
    let typed = {
        let (reader, field) = (reader.clone(), field.clone());
        Callback::from(move |is_done| {
            let Some(field) = field.cast::<HtmlTextAreaElement>() else { return };
            let reader = reader.clone();
            let save: Rc<dyn Fn()> = Rc::new(move || write(&reader, id, field.value()));
            let later = waits.clone();
            let timeout = Timeout::new(PAUSE, move || save_now(&later));
            waits.replace(Some((timeout, save)));
            if is_done {
                save_now(&waits);
            }
        })
    };
    (field, typed)
}

/// Saves what waits to be saved. Nothing is borrowed while it is: whoever is told of it may come back here.
fn save_now(waits: &RefCell<Waiting>) {
    let waiting = waits.take();
    if let Some((_, save)) = waiting {
        save();
    }
}

fn write(reader: &Reader, id: ItemId, note: String) {
    let clipping = clipping(&reader.archive, id, reader.language.tag());
    reader.desk.note(Clipping { note: note.trim_end().to_owned(), noted: now(), ..clipping });
}

/// Under the bar: what the reader should know (on a phone, where the article hides the masthead), and the way on from where the reader was,
/// in a text of so many paragraphs.
pub(crate) fn over(reader: &Reader, clip: &Clip, paragraphs: usize) -> Html {
    let language = reader.language;
    let alarm = alarm(&reader.desk, language).unwrap_or_default();
    let left = usize::try_from(clip.left).unwrap_or_default();
    html! {
        <>
            <p class="dk-a" aria-live="polite" hidden={alarm.is_empty()}>{ alarm }</p>
            <p class="dk-r" hidden={left == 0 || left > paragraphs}>
                <span>{ words::LEFT.fill(language, &[&number(left), &number(paragraphs)]) }</span>
                { button("lnk", None, words::GO_ON.get(language), clip.go_on.clone()) }
            </p>
        </>
    }
}

/// The place for a note.
pub(crate) fn note(reader: &Reader, id: ItemId, clip: &Clip) -> Html {
    let language = reader.language;
    let length = number(clip.note.chars().count());
    // Brackets and Escape are keys of the article, and letters here.
    let onkeydown = Callback::from(|event: KeyboardEvent| event.stop_propagation());
    html! {
        <div class="my" key="note">
            <details key={id.0} open={clip.had_note}>
                <summary>{ icon(Glyph::Down) }{ words::NOTE_HEAD.get(language) }</summary>
                <textarea ref={clip.field.clone()} rows="4" aria-label={words::NOTE_HEAD.get(language)}
                    aria-invalid={clip.refused.is_some().then_some("true")} oninput={clip.typed.reform(|_| false)}
                    onchange={clip.typed.reform(|_| true)} {onkeydown} />
                <p class="my-f">{ words::NOTE_FOOT.fill(language, &[&length, &number(NOTE)]) }</p>
                <p class="my-e" aria-live="polite" hidden={clip.refused.is_none()}>{ clip.refused.clone() }</p>
            </details>
        </div>
    }
}
