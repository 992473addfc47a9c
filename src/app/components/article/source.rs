//! Where an item comes from: what the paper printed, what it did not, and how to cite it.

use jianbao_engine::corpus::{Item, Version};
use jianbao_engine::export::gbt7714;
use yew::prelude::*;

use super::PartProps;
use super::clipboard::use_copy;
use super::text::{lang, marked};
use crate::app::article::{event_month, issue_date};
use crate::app::components::icon::{Glyph, icon};
use crate::app::context::{Reader, use_reader};
use crate::app::i18n::{Language, Text, article as words};

/// Where the item comes from.
#[component]
pub(super) fn Source(props: &PartProps) -> Html {
    let reader = use_reader();
    let language = reader.language;
    let version = props.item.version(language.tag());
    let head = words::SOURCE.get(language);
    let tag = reader.heading_tag(1);
    let missing = missing(&props.item);
    let newspaper = version.sources().map(|(_, source)| source.name.as_str()).find(|name| !name.trim().is_empty());
    let page = Some(props.item.print_page.trim()).filter(|page| !page.is_empty());
    html! {
        <section class="src" part="source" aria-label={head}>
            <@{tag} class="a-h">{ head }</@>
            <dl>
                { printed(props, &reader, &version) }
                { version.by().map(|by| row(language, words::BYLINE, html! { <dd lang={lang(by)}>{ by.text.to_owned() }</dd> })) }
                { row(language, words::PAPER, known(language, newspaper, missing)) }
                { row(language, words::DATE, date(&props.item, language, missing)) }
                { row(language, words::PAGE, known(language, page, missing)) }
                { edition(&props.item, language) }
            </dl>
            { version.note().map(|note| html! { <p class="src-n" lang={lang(note)}>{ note.text.to_owned() }</p> }) }
            <Citation text={gbt7714(&props.item)} lang={props.item.language.clone()} />
        </section>
    }
}

/// What to say where the item lacks a fact: that the page lacks it, where the item is known to come from a printed page.
fn missing(item: &Item) -> Text {
    let fields = [&item.print_section, &item.print_page, &item.print_edition];
    let is_from_page = item.printed().next().is_some() || fields.iter().any(|field| !field.trim().is_empty());
    if is_from_page { words::NOT_ON_PAGE } else { words::NOT_GIVEN }
}

fn row(language: Language, name: Text, fact: Html) -> Html {
    html! { <div><dt>{ name.get(language) }</dt>{ fact }</div> }
}

/// A row that takes the whole width.
fn wide(language: Language, name: Text, fact: Html) -> Html {
    html! { <div class="src-w"><dt>{ name.get(language) }</dt>{ fact }</div> }
}

fn known(language: Language, fact: Option<&str>, missing: Text) -> Html {
    match fact {
        Some(fact) => html! { <dd>{ fact.to_owned() }</dd> },
        None => html! { <dd class="na">{ missing.get(language) }</dd> },
    }
}

/// The headline as printed. A digest's own headline is not the paper's, and says so; another item's headline is above already.
fn printed(props: &PartProps, reader: &Reader, version: &Version<'_>) -> Option<Html> {
    let language = reader.language;
    let mut lines = version.printed().enumerate().peekable();
    if lines.peek().is_none() {
        let missing = html! { <dd class="na">{ words::NO_HEADLINE.get(language) }</dd> };
        return props.item.is_digest().then(|| wide(language, words::PRINTED, missing));
    }
    let gap = words::BETWEEN_LINES.get(language);
    let lines = lines.map(|(index, line)| {
        let gap = (index > 0).then_some(gap);
        html! { <>{ gap }<span lang={lang(line)}>{ marked(reader, &props.query, line.text) }</span></> }
    });
    Some(wide(language, words::PRINTED, html! { <dd>{ for lines }</dd> }))
}

fn date(item: &Item, language: Language, missing: Text) -> Html {
    let missing = missing.get(language);
    match (issue_date(item, language), event_month(item, language)) {
        (Some(issue), _) => html! { <dd>{ issue }</dd> },
        (None, Some(month)) => html! {
            <dd>{ words::MONTH_BUT_ISSUE.fill(language, &[&month]) }<span class="na">{ missing }</span></dd>
        },
        (None, None) => html! { <dd class="na">{ missing }</dd> },
    }
}

fn edition(item: &Item, language: Language) -> Option<Html> {
    let edition = Some(item.print_edition.trim()).filter(|edition| !edition.is_empty())?;
    Some(row(language, words::EDITION, html! { <dd>{ edition.to_owned() }</dd> }))
}

/// Properties of [`Citation`].
#[derive(Clone, PartialEq, Properties)]
struct CitationProps {
    /// The citation.
    text: AttrValue,
    /// Its language.
    lang: AttrValue,
}

/// A citation with the button that copies it.
#[component]
fn Citation(props: &CitationProps) -> Html {
    let reader = use_reader();
    let language = reader.language;
    let cite = use_node_ref();
    let (state, copy) = use_copy(props.text.clone(), cite.clone());
    let onclick = Callback::from(move |_: MouseEvent| copy.emit(()));
    let said = state.map(|copied| if copied { words::COPIED } else { words::NOT_COPIED }.get(language));
    let glyph = if state == Some(true) { Glyph::Check } else { Glyph::Copy };
    let label = if state == Some(true) { words::COPIED } else { words::COPY };
    html! {
        <div class="cite">
            <p>
                <b>{ "GB/T 7714" }</b>
                <cite ref={cite} lang={(!props.lang.is_empty()).then(|| props.lang.clone())}>{ props.text.clone() }</cite>
            </p>
            <button type="button" class="btn" {onclick}>{ icon(glyph) }{ label.get(language) }</button>
            <span class="vh" aria-live="polite">{ said }</span>
        </div>
    }
}
