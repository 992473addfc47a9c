//! Where an item comes from: what the paper printed, and what it did not.

use jianbao_engine::corpus::Item;
use yew::prelude::*;

use super::Opened;
use super::cite::citation;
use super::text::{heading, lang, marked, row};
use crate::app::article::{event_month, issue_date};
use crate::app::i18n::{Language, Text, article as words};

/// Where the item comes from.
pub(super) fn source(opened: Opened<'_>) -> Html {
    let Opened { reader, item, version, .. } = opened;
    let language = reader.language;
    let head = words::SOURCE.get(language);
    let missing = missing(item).get(language);
    let newspaper = version.sources().map(|(_, source)| source.name.as_str()).find(|name| !name.trim().is_empty());
    let row = |name: Text, fact| row(None, name.get(language), fact);
    let edition = given(&item.print_edition).map(|edition| row(words::EDITION, known(Some(edition), missing)));
    html! {
        <section class="src" part="source" aria-label={head}>
            { heading(reader, head) }
            <dl>
                { printed(opened) }
                { version.by().map(|by| row(words::BYLINE, html! { <dd lang={lang(by)}>{ by.text.to_owned() }</dd> })) }
                { row(words::PAPER, known(newspaper, missing)) }
                { row(words::DATE, date(item, language, missing)) }
                { row(words::PAGE, known(given(&item.print_page), missing)) }
                { edition }
            </dl>
            { version.note().map(|note| html! { <p class="src-n" lang={lang(note)}>{ note.text.to_owned() }</p> }) }
            { citation(opened) }
        </section>
    }
}

pub(super) fn given(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

/// What to say where the item lacks a fact: that the page lacks it, where the item is known to come from a printed page.
fn missing(item: &Item) -> Text {
    let fields = [&item.print_section, &item.print_page, &item.print_edition];
    let is_from_page = item.printed().next().is_some() || fields.iter().any(|field| given(field).is_some());
    if is_from_page { words::NOT_ON_PAGE } else { words::NOT_GIVEN }
}

fn known(fact: Option<&str>, missing: &'static str) -> Html {
    let class = fact.is_none().then_some("na");
    html! { <dd {class}>{ fact.unwrap_or(missing).to_owned() }</dd> }
}

/// The headline as printed. A digest's own headline is not the paper's, and says so; another item's headline is above already.
fn printed(opened: Opened<'_>) -> Option<Html> {
    let language = opened.reader.language;
    let mut lines = opened.version.printed().enumerate().peekable();
    let fact = if lines.peek().is_some() {
        let lines = lines.map(|(index, line)| {
            let gap = (index > 0).then_some(words::BETWEEN_LINES.get(language));
            html! { <>{ gap }<span lang={lang(line)}>{ marked(opened, line.text) }</span></> }
        });
        html! { <dd>{ for lines }</dd> }
    } else if opened.item.is_digest() {
        known(None, words::NO_HEADLINE.get(language))
    } else {
        return None;
    };
    // The row takes the whole width.
    Some(row(Some("src-w"), words::PRINTED.get(language), fact))
}

fn date(item: &Item, language: Language, missing: &'static str) -> Html {
    match (issue_date(item, language), event_month(item, language)) {
        (None, Some(month)) => html! {
            <dd>{ words::MONTH_BUT_ISSUE.fill(language, &[&month]) }<span class="na">{ missing }</span></dd>
        },
        (issue, _) => known(issue.as_deref(), missing),
    }
}
