//! The list of all that is on the page.

use jianbao_engine::corpus::{Item, ItemId, Role, Said, Version};
use yew::prelude::*;

use super::Sheet;
use super::story::paragraphs;
use crate::app::article::when;
use crate::app::components::article::language_of;
use crate::app::components::parts::{heading, opener};
use crate::app::components::zone_tag::zone_tag;
use crate::app::edition::ems;
use crate::app::i18n::{dates, edition as words, shell};
use crate::app::order::ordered;

/// So many characters of a text stand for a headline.
const BEGINNING: usize = 16;

/// The list, in the order of time.
pub(super) fn index(sheet: &Sheet<'_>) -> Html {
    let language = sheet.reader.language;
    let by_time = ordered(sheet.items.iter().enumerate().map(|(at, (id, _))| (u64::from(id.0), at)).collect());
    let entries = by_time.into_iter().filter_map(|(_, at)| sheet.items.get(at));
    let has_days = sheet.issue().is_none_or(|issue| issue.day().is_none());
    html! {
        <nav class="ed-ix" aria-label={words::CONTENTS.get(language)}>
            { heading(sheet.reader.heading_tag(2), "ix-t", None, words::on_page(language, sheet.items.len()).into()) }
            <ol>{ for entries.map(|(id, item)| entry(sheet, *id, item, has_days)) }</ol>
        </nav>
    }
}

/// What an item is called in the list.
fn name<'a>(version: &Version<'a>) -> Option<Said<'a>> {
    version.slugline().or_else(|| version.headline(Role::Main))
}

/// The length of an item's line, in ems.
pub(super) fn length(version: &Version<'_>) -> f64 {
    name(version).map_or(BEGINNING as f64, |said| ems(said.text))
}

/// How an item without a headline begins.
fn beginning(version: &Version<'_>) -> String {
    let text: String = paragraphs(version).flat_map(str::chars).take(BEGINNING).collect();
    [&*text, "…"].concat()
}

fn entry(sheet: &Sheet<'_>, id: ItemId, item: &Item, has_days: bool) -> Html {
    let language = sheet.reader.language;
    let version = item.version(language.tag());
    let name = name(&version);
    let text = name.map_or_else(|| beginning(&version), |said| said.text.to_owned());
    let day = || match item.date().filter(|date| !date.fuzzy) {
        Some(date) => dates::span(language, date.start, date.end, false),
        None => when(item, language).map_or(shell::UNDATED.get(language).to_owned(), |when| when.said),
    };
    let content = html! {
        <>
            if has_days { <span class="ix-d">{ day() }</span> }
            { zone_tag(sheet.reader, &item.print_section) }
            <span class="ix-n" lang={name.and_then(language_of)}>{ text }</span>
        </>
    };
    html! { <li>{ opener(sheet.reader, id, "ix", false, content) }</li> }
}
