//! One item that is kept or noted.

use jianbao_engine::corpus::{Date, Day, ItemId, Role};
use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::{Said, stay};
use crate::app::components::icon::{Glyph, icon};
use crate::app::components::marked::marked_words;
use crate::app::components::parts::opener;
use crate::app::context::Reader;
use crate::app::desk::{Clipping, Deed};
use crate::app::i18n::{Language, dates, desk as words, nested, number, shell};

/// An item with what is known of it, the note on it, and the button that takes it out. One that the archive has no longer is
/// shown as it was kept.
pub(super) fn entry(reader: &Reader, clipping: &Clipping, say: &Callback<Option<Said>>) -> Html {
    let language = reader.language;
    let id = reader.archive.id_of(&clipping.uri);
    let (title, lang) = title(reader, id, clipping);
    let headline = match id {
        Some(id) => opener(reader, id, "op", false, marked_words(&title, &[])),
        None => html! { <p class="op is-gone">{ marked_words(&title, &[]) }</p> },
    };
    let remove = {
        let (desk, clipping, say) = (reader.desk.clone(), clipping.clone(), say.clone());
        Callback::from(move |event: MouseEvent| {
            stay(&event);
            // Taking out is never refused.
            let _ = desk.act(Deed::Remove(clipping.uri.clone()));
            say.emit(Some(Said::Removed(clipping.clone())));
        })
    };
    html! {
        <li key={clipping.uri.clone()}>
            <div>
                <div {lang}>{ headline }</div>
                <p class="dk-d">{ for facts(reader, id, clipping).into_iter().map(|fact| html! { <span>{ fact }</span> }) }</p>
                if id.is_none() { <p class="dk-g">{ words::GONE.get(language) }<code>{ &clipping.uri }</code></p> }
                if !clipping.note.is_empty() { <p class="dk-n">{ &clipping.note }</p> }
            </div>
            <button type="button" class="ib" aria-label={words::REMOVE.fill(language, &[&nested(&title)])} onclick={remove}>
                { icon(Glyph::Cross) }
            </button>
        </li>
    }
}

/// The headline as it was kept.
pub(super) fn headline(clipping: &Clipping, language: Language) -> &str {
    if clipping.headline.is_empty() { shell::UNTITLED.get(language) } else { &clipping.headline }
}

/// The headline in the reader's language, else as it was kept, and its language.
fn title(reader: &Reader, id: Option<ItemId>, clipping: &Clipping) -> (String, Option<String>) {
    let item = id.map(|id| reader.archive.item(id));
    let version = item.as_ref().map(|item| item.version(reader.language.tag()));
    let (title, lang) = match version.and_then(|version| version.headline(Role::Main)) {
        Some(said) => (said.text.to_owned(), said.language.to_owned()),
        None => (headline(clipping, reader.language).to_owned(), clipping.language.clone()),
    };
    (title, Some(lang).filter(|lang| !lang.is_empty()))
}

/// When it is dated, since when it is kept, how far it is read.
fn facts(reader: &Reader, id: Option<ItemId>, clipping: &Clipping) -> Vec<String> {
    let language = reader.language;
    let known = id.map_or_else(|| clipping.date.parse().ok(), |id| reader.archive.date(id));
    let dated = known.map_or_else(|| clipping.date.clone(), |date| said(language, date));
    let kept = match day(clipping.kept) {
        Some(day) => words::KEPT_ON.fill(language, &[&dates::day(language, day)]),
        None => words::NOTE_ONLY.get(language).to_owned(),
    };
    let place = usize::try_from(clipping.place).unwrap_or_default();
    let read = if place > 0 { words::READ_TO.fill(language, &[&number(place)]) } else { String::new() };
    [dated, kept, read].into_iter().filter(|fact| !fact.is_empty()).collect()
}

/// A date with its year: `2025年3月11日`, `约2025年3月`.
fn said(language: Language, date: Date) -> String {
    if date.fuzzy { dates::circa(language, date) } else { dates::period(language, date) }
}

/// The reader's day of a time in milliseconds since 1970; none for none.
fn day(time: u64) -> Option<Day> {
    let date = js_sys::Date::new(&JsValue::from_f64(time as f64));
    let month = u8::try_from(date.get_month() + 1).ok()?;
    let day = Day::from_ymd(i32::try_from(date.get_full_year()).ok()?, month, u8::try_from(date.get_date()).ok()?);
    day.filter(|_| time > 0)
}
