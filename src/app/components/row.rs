//! One result in the list.

use jianbao_engine::search::Hit;
use yew::prelude::*;

use crate::app::components::date_column::date_column;
use crate::app::components::icon::{Glyph, icon};
use crate::app::components::marked::{marked, marked_words};
use crate::app::components::zone_tag::zone_tag;
use crate::app::context::{Reader, use_reader};
use crate::app::i18n::{number, shell};
use crate::app::lines::{Line, Lines};
use crate::app::state::Action;

/// How many people a row names.
const PEOPLE: usize = 3;

/// Properties of [`Row`].
#[derive(Clone, PartialEq, Properties)]
pub struct RowProps {
    /// The result.
    pub hit: Hit,
    /// The query, whose words are marked.
    pub query: AttrValue,
    /// Whether it is open.
    pub current: bool,
}

/// A row: its date, its headline with what goes with it, and what is known of it besides.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let reader = use_reader();
    let hit = &props.hit;
    let lines = {
        let archive = reader.archive.clone();
        use_memo((hit.uri.clone(), hit.id, reader.language), move |(_, id, language)| {
            Lines::new(&archive.item(*id), *language)
        })
    };
    let recently = hit.date.as_deref().is_some_and(|date| date.ends_with('~'));
    html! {
        <li class={classes!("row", props.current.then_some("is-cur"))} data-item={hit.id.0.to_string()}
            part={if props.current { "result result-current" } else { "result" }}>
            <article>
                { date_column(&reader, reader.archive.date(hit.id), recently) }
                <div class="r-b">
                    { kicker(&reader, hit, &lines) }
                    { headline(&reader, props) }
                    { subhead(&reader, &props.query, lines.subhead.as_ref()) }
                    if !hit.snippet.text.is_empty() {
                        <p class="r-s" lang={hit.snippet.language.clone()}>
                            { marked(&hit.snippet.text, &hit.snippet.marks) }
                        </p>
                    }
                </div>
                { margin(&reader, &lines) }
            </article>
        </li>
    }
}

/// The zone and the kicker.
fn kicker(reader: &Reader, hit: &Hit, lines: &Lines) -> Html {
    let section = reader.archive.section(hit.id).map(ToOwned::to_owned);
    let zone = section.as_ref().and_then(|section| reader.zones.iter().find(|zone| &zone.value == section));
    if zone.is_none() && lines.kicker.is_none() {
        return html! { <p class="r-k" hidden={true}></p> };
    }
    html! {
        <p class="r-k">
            if let Some(zone) = zone {
                { zone_tag(reader, &zone.value) }
                <span>{ &zone.label }</span>
            }
            if let Some(kicker) = &lines.kicker { <i lang={kicker.language.clone()}>{ &kicker.text }</i> }
        </p>
    }
}

/// The headline, which opens the item.
fn headline(reader: &Reader, props: &RowProps) -> Html {
    let hit = &props.hit;
    let action = Action::Open(hit.id);
    let onclick = reader.dispatch.reform(move |_: MouseEvent| action.clone());
    let text = if hit.headline.text.is_empty() {
        shell::UNTITLED.get(reader.language).to_owned()
    } else {
        hit.headline.text.clone()
    };
    html! {
        <@{reader.heading_tag(1)} class="r-t" lang={hit.headline.language.clone()}>
            <button type="button" class="r-a" {onclick} aria-current={props.current.then_some("true")}>
                { marked_words(&text, &hit.headline.marks) }
            </button>
        </@>
    }
}

fn subhead(reader: &Reader, query: &str, subhead: Option<&Line>) -> Html {
    match subhead {
        Some(Line { text, language }) => {
            let marks = if query.trim().is_empty() { Vec::new() } else { reader.archive.marks(query, text) };
            html! { <p class="r-u" lang={language.clone()}>{ marked(text, &marks) }</p> }
        }
        None => html! { <p class="r-u" hidden={true}></p> },
    }
}

/// The marginal column: people, the headline as printed, whether there is a caption.
fn margin(reader: &Reader, lines: &Lines) -> Html {
    let language = reader.language;
    let rest = lines.people.len().saturating_sub(PEOPLE);
    let comma = shell::COMMA.get(language);
    let person = |(at, name): (usize, &String)| {
        html! { <>if at > 0 { { comma } }<span class="nb">{ name }</span></> }
    };
    html! {
        <dl class="r-m">
            if !lines.people.is_empty() {
                <div>
                    <dt>{ shell::PEOPLE.get(language) }</dt>
                    <dd>
                        { for lines.people.iter().take(PEOPLE).enumerate().map(person) }
                        if rest > 0 { <span class="r-e">{ shell::AND_MORE.fill(language, &[&number(more(reader, lines, rest))]) }</span> }
                    </dd>
                </div>
            }
            if !lines.printed.is_empty() {
                <div>
                    <dt>{ shell::PRINTED.get(language) }</dt>
                    <dd>{ for lines.printed.iter().map(|line| html! { <span class="r-l" lang={line.language.clone()}>{ marked_words(&line.text, &[]) }</span> }) }</dd>
                </div>
            }
            if lines.caption {
                <div class="r-p"><dt>{ icon(Glyph::Photo) }</dt><dd>{ shell::HAS_CAPTION.get(language) }</dd></div>
            }
        </dl>
    }
}

/// Chinese counts all the people (等 7 人), English those that are left out (and 4 more).
fn more(reader: &Reader, lines: &Lines, rest: usize) -> usize {
    if reader.language == crate::app::i18n::Language::En { rest } else { lines.people.len() }
}
