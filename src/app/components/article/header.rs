//! The head of an article: its lines, its section and its date.

use jianbao_engine::corpus::{Role, Version};
use yew::prelude::*;

use super::Opened;
use super::text::{lang, marked, marked_headline, said};
use crate::app::article::{When, when};
use crate::app::components::zone_tag::zone_tag;
use crate::app::i18n::shell::UNTITLED;
use crate::app::i18n::{Language, Text, article as words, dates};

/// The head of an article, with the headline of the version beside it.
pub(super) fn header(opened: Opened<'_>, beside: Option<Version<'_>>) -> Html {
    // Drawn in its place, as all that is marked: from above.
    let other = || {
        let said = beside?.headline(Role::Main)?;
        Some(html! { <p class="a-b" lang={lang(said)}>{ marked_headline(opened, said.text) }</p> })
    };
    html! {
        <header class="ah">
            { line(opened, Role::Kicker, "a-k") }
            { headline(opened) }
            { line(opened, Role::Subhead, "a-u") }
            { other() }
            { dateline(opened) }
        </header>
    }
}

fn line(opened: Opened<'_>, role: Role, class: &'static str) -> Option<Html> {
    let said = opened.version.headline(role)?;
    Some(html! { <p {class} lang={lang(said)}>{ marked(opened, said.text) }</p> })
}

fn headline(opened: Opened<'_>) -> Html {
    let reader = opened.reader;
    let headline = opened.version.headline(Role::Main);
    let text = headline.map(|said| marked_headline(opened, said.text));
    html! {
        <@{reader.heading_tag(0)} class="a-t" id={reader.id_for("headline")} part="headline" lang={headline.and_then(lang)}>
            { text.unwrap_or_else(|| UNTITLED.get(reader.language).into()) }
        </@>
    }
}

/// Section, date, and what the reader should know of how the text came about.
fn dateline(opened: Opened<'_>) -> Html {
    let (item, language) = (opened.item, opened.reader.language);
    let section = opened.version.section().map(|section| {
        let inferred = item.is_inferred("printSection").then(|| {
            html! { <small class="inf">{ words::INFERRED_SECTION.get(language) }</small> }
        });
        html! { <>{ zone_tag(opened.reader, &item.print_section) }{ said(section) }{ inferred }</> }
    });
    let notices = notices(opened, language);
    html! {
        <p class="a-d">
            { section }
            { when(item, language).map(date) }
            { republic(opened).map(|years| html! { <span class="rep">{ years }</span> }) }
            if !notices.is_empty() {
                <span class="dg">{ notices.join(words::SEMICOLON.get(language)) }</span>
            }
        </p>
    }
}

/// The year as it is counted in Taiwan, where the reader wants it.
pub(super) fn republic(opened: Opened<'_>) -> Option<String> {
    let date = opened.item.date().filter(|_| opened.reading.republic)?;
    Some(dates::republic(opened.reader.language, date))
}

fn date(when: When) -> Html {
    match when.day {
        Some(datetime) => html! {
            <time {datetime}>{ when.said }if let Some(weekday) = when.weekday { <em class="wd">{ weekday }</em> }</time>
        },
        None => html! {
            <span class="fzd" title={when.note}>{ when.said }if let Some(about) = when.about { <em>{ about }</em> }</span>
        },
    }
}

fn notices(opened: Opened<'_>, language: Language) -> Vec<&'static str> {
    let version = opened.version;
    let primary = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let (own, shown) = (primary(&opened.item.language), primary(version.language()));
    let machine = if own == shown { words::CONVERTED } else { words::TRANSLATED };
    let notices: [(bool, Text); 3] = [
        (opened.item.is_digest(), words::DIGEST),
        (version.is_machine(), machine),
        (!shown.is_empty() && shown != primary(language.tag()), words::NO_VERSION),
    ];
    notices.iter().filter(|(holds, _)| *holds).map(|(_, text)| text.get(language)).collect()
}
