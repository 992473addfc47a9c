//! The head of an article: its lines, its section and its date.

use jianbao_engine::corpus::{Role, Said};
use yew::prelude::*;

use super::PartProps;
use super::text::{lang, marked, marked_headline};
use crate::app::article::{When, when};
use crate::app::components::zone_tag::zone_tag;
use crate::app::context::{Reader, use_reader};
use crate::app::i18n::shell::UNTITLED;
use crate::app::i18n::{Language, Text, article as words};

/// The head of an article.
#[component]
pub(super) fn Header(props: &PartProps) -> Html {
    let reader = use_reader();
    let version = props.item.version(reader.language.tag());
    let line = |role, class: &'static str| {
        version.headline(role).map(|said| {
            html! { <p {class} lang={lang(said)}>{ marked(&reader, &props.query, said.text) }</p> }
        })
    };
    html! {
        <header class="ah">
            { line(Role::Kicker, "a-k") }
            { headline(&reader, &props.query, version.headline(Role::Main)) }
            { line(Role::Subhead, "a-u") }
            { dateline(props, &reader) }
        </header>
    }
}

fn headline(reader: &Reader, query: &str, said: Option<Said<'_>>) -> Html {
    let id = reader.id_for("headline");
    let tag = reader.heading_tag(0);
    match said {
        Some(said) => html! {
            <@{tag} class="a-t" {id} part="headline" lang={lang(said)}>{ marked_headline(reader, query, said.text) }</@>
        },
        None => html! { <@{tag} class="a-t" {id} part="headline">{ UNTITLED.get(reader.language) }</@> },
    }
}

/// Section, date, and what the reader should know of how the text came about.
fn dateline(props: &PartProps, reader: &Reader) -> Html {
    let language = reader.language;
    let item = &props.item;
    let section = item.version(language.tag()).section().map(|said| {
        let inferred = item.is_inferred("printSection").then(|| {
            html! { <small class="inf">{ words::INFERRED_SECTION.get(language) }</small> }
        });
        let value = item.print_section.clone();
        html! { <>{ zone_tag(reader, &value) }<span lang={lang(said)}>{ said.text.to_owned() }</span>{ inferred }</> }
    });
    let notices = notices(props, language);
    html! {
        <p class="a-d">
            { section }
            { when(item, language).map(date) }
            if !notices.is_empty() {
                <span class="dg">{ notices.join(words::SEMICOLON.get(language)) }</span>
            }
        </p>
    }
}

fn date(when: When) -> Html {
    if let Some(about) = when.about {
        return html! { <span class="fzd" title={when.note}>{ when.said }<em>{ about }</em></span> };
    }
    match when.day {
        Some(datetime) => html! {
            <time {datetime}>{ when.said }if let Some(weekday) = when.weekday { <em class="wd">{ weekday }</em> }</time>
        },
        None => html! { <span class="fzd" title={when.note}>{ when.said }</span> },
    }
}

fn notices(props: &PartProps, language: Language) -> Vec<&'static str> {
    let version = props.item.version(language.tag());
    let primary = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let (own, shown) = (primary(&props.item.language), primary(version.language()));
    let machine = if own == shown { words::CONVERTED } else { words::TRANSLATED };
    let notices: [(bool, Text); 3] = [
        (props.item.is_digest(), words::DIGEST),
        (version.is_machine(), machine),
        (!shown.is_empty() && shown != primary(language.tag()), words::NO_VERSION),
    ];
    notices.iter().filter(|(holds, _)| *holds).map(|(_, text)| text.get(language)).collect()
}
