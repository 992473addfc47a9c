//! 我的剪报: the button in the masthead, what it opens, and the parts of it that stand in rows and over an article.
//!
//! Kept, noted, read to here, searched for: all of it is in the reader's browser. The panel is a native modal dialog: the browser
//! keeps the focus within it, gives it back to the button, and closes it on Escape.

mod article;
mod entry;
mod files;
mod keep;
mod panel;
mod track;

use web_sys::{Element, HtmlDialogElement};
use yew::prelude::*;

pub(super) use self::article::{note, over, use_clip};
pub(super) use self::keep::{keep_in_row, keep_over_article};
use self::panel::panel;
use crate::app::components::icon::{Glyph, icon};
use crate::app::components::parts::icon_button;
use crate::app::components::{find, focus};
use crate::app::context::Reader;
use crate::app::desk::{Clipping, Refusal};
use crate::app::hooks::Desk;
use crate::app::hooks::desk::use_desk;
use crate::app::i18n::{Language, desk as words, number, shell};
use crate::app::target;

/// Properties of [`Clippings`].
#[derive(Clone, PartialEq, Properties)]
pub struct ClippingsProps {
    /// The archive, the language and the way to act.
    pub reader: Reader,
}

/// What came of the last thing that was done in the panel.
#[derive(Clone, PartialEq)]
enum Said {
    /// A sentence.
    Words(String),
    /// An item is out, and can be taken in again.
    Removed(Clipping),
}

/// The button in the masthead with the panel. It is a component because it knows whether the panel is open, and what was last said in it.
#[component]
pub fn Clippings(props: &ClippingsProps) -> Html {
    let reader = &props.reader;
    let language = reader.language;
    use_desk(&reader.desk, &AttrValue::Static(""), |desk, _| desk.changes());
    let open = use_state_eq(|| false);
    let said = use_state_eq(|| None::<Said>);
    let hushed = use_state_eq(String::new);
    let dialog = use_node_ref();
    use_effect_with(*open, {
        let dialog = dialog.clone();
        move |open| {
            let dialog = dialog.cast::<HtmlDialogElement>().filter(|dialog| *open && !dialog.open());
            // A dialog that cannot be opened has just gone with the widget.
            drop(dialog.map(|dialog| dialog.show_modal()));
        }
    });
    let onclick = {
        let (open, said, desk) = (open.setter(), said.setter(), reader.desk.clone());
        Callback::from(move |_: MouseEvent| {
            desk.refresh();
            said.set(None);
            open.set(true);
        })
    };
    let onclose = {
        let open = open.setter();
        Callback::from(move |_: Event| open.set(false))
    };
    let say = {
        let said = said.setter();
        Callback::from(move |words| said.set(words))
    };
    let count = reader.desk.read(|clippings| clippings.items.len());
    let (counted, items) = (number(count), shell::items(language, count));
    let alarm = alarm(&reader.desk, language).filter(|alarm| !*open && *alarm != *hushed).unwrap_or_default();
    let hush = {
        let (hushed, alarm) = (hushed.setter(), alarm.clone());
        Callback::from(move |_| hushed.set(alarm.clone()))
    };
    html! {
        <div class="dk-w">
            <button type="button" class="btn q dk-o" aria-haspopup="dialog" {onclick}>
                { icon(Glyph::Keep) }
                <span>{ words::MINE.get(language) }</span>
                { " " }
                <b hidden={count == 0}>{ &counted }<span class="vh">{ items.strip_prefix(&*counted) }</span></b>
            </button>
            <div class="dk-s" hidden={alarm.is_empty()}>
                <p aria-live="polite">{ &alarm }</p>
                { icon_button(shell::CLOSE.get(language), icon(Glyph::Cross), hush) }
            </div>
            <dialog class="dk" part="clippings" ref={dialog} aria-label={words::MINE.get(language)}
                onclick={Callback::from(close_on_scrim)} {onclose}>
                if *open { { panel(reader, &said, &say) } }
            </dialog>
        </div>
    }
}

/// The dialog itself is only hit where its own content is not: on the scrim.
fn close_on_scrim(event: MouseEvent) {
    if event.target_dyn_into::<HtmlDialogElement>().is_some() {
        close(&event);
    }
}

/// Before what is pressed goes, the focus goes to the button that closes the panel: what was done, and the way back, come next.
fn stay(event: &MouseEvent) {
    focus(target::within::<Element>(event, "dialog").and_then(|dialog| find(&dialog, ".ib")));
}

/// Closes the dialog that an event comes from; the browser gives the focus back at once.
fn close(event: &Event) {
    if let Some(dialog) = target::within::<HtmlDialogElement>(event, "dialog") {
        dialog.close();
    }
}

/// What the reader should know at once: that something was not kept, or will not be there the next time.
fn alarm(desk: &Desk, language: Language) -> Option<String> {
    match desk.refusal() {
        Some(refusal @ Refusal::TooMany(_)) => Some(words::refusal(language, refusal)),
        _ => desk.unsaved().map(|trouble| words::trouble(language, &trouble)),
    }
}
