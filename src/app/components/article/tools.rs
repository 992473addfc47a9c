//! What is done with the text of an article: another language stands beside it, and it is read aloud.

use std::rc::Rc;

use jianbao_engine::corpus::Version;
use yew::prelude::*;

use super::Opened;
use super::body::{paragraphs, said_aloud};
use super::text::named;
use crate::app::article::sentences;
use crate::app::components::icon::{Glyph, icon};
use crate::app::components::parts::on_click;
use crate::app::hooks::Speech;
use crate::app::i18n::{Language, article as words};
use crate::app::state::{Action, Reading};

/// The languages that can stand beside the text; hidden where the item has no other.
pub(super) fn tools(opened: Opened<'_>, versions: &[(Language, Version<'_>)]) -> Html {
    let language = opened.reader.language;
    html! {
        <div class="a-o" role="group" aria-label={words::BESIDE.get(language)} hidden={versions.is_empty()}>
            <span aria-hidden="true">{ words::BESIDE.get(language) }</span>
            <span class="seg">{ for versions.iter().map(|(language, _)| other(opened, *language)) }</span>
        </div>
    }
}

/// A switch that shows a language beside the text.
fn other(opened: Opened<'_>, of: Language) -> Html {
    let is_on = opened.reading.beside == Some(of);
    let reading = Reading { beside: Some(of).filter(|_| !is_on), ..opened.reading };
    let (label, name) = match of {
        Language::Hans => ("简", "简体中文"),
        Language::Hant => ("繁", "繁體中文"),
        Language::En => ("EN", "EN English"),
    };
    html! {
        <button type="button" class="seg-b" lang={of.tag()} aria-label={name} aria-pressed={if is_on { "true" } else { "false" }}
            onclick={on_click(&opened.reader.dispatch, Action::Reading(reading))}>
            { label }
        </button>
    }
}

/// What has the text read aloud, or stops that.
pub(super) fn aloud(opened: Opened<'_>, speech: &Speech) -> Html {
    let text: Rc<str> = said_aloud(&opened.version).text.into();
    let onclick = speech.toggle.reform(move |_: MouseEvent| {
        paragraphs(&text).flat_map(sentences).map(|sentence| sentence.text.to_owned()).collect()
    });
    let (name, glyph) = if speech.said.is_some() { (words::STOP, Glyph::Stop) } else { (words::ALOUD, Glyph::Voice) };
    named(opened.reader, "btn q", name, onclick, icon(glyph))
}
