//! One result in the list.

use std::rc::Rc;

use jianbao_engine::search::{Hit, Results};
use yew::prelude::*;

use crate::app::components::date_column::date_column;
use crate::app::components::icon::{Glyph, icon};
use crate::app::components::marked::{marked, marked_words};
use crate::app::components::parts::{heading, on_click, pair};
use crate::app::components::zone_tag::zone_tag;
use crate::app::context::{Reader, use_reader};
use crate::app::i18n::{number, shell};
use crate::app::lines::{Line, Lines};
use crate::app::state::Action;

/// How many people a row names.
const PEOPLE: usize = 3;

/// Properties of [`Row`].
#[derive(Clone, Properties)]
pub struct RowProps {
    /// What was found.
    pub results: Rc<Results>,
    /// Which of its hits this is.
    pub at: usize,
    /// Whether it is open.
    pub current: bool,
}

impl RowProps {
    fn hit(&self) -> Option<&Hit> {
        self.results.hits.get(self.at)
    }
}

/// A row is the same where it shows the same, whatever else was found.
impl PartialEq for RowProps {
    fn eq(&self, other: &Self) -> bool {
        let shown = |hit: &Hit, other: &Hit| {
            hit.id == other.id && hit.headline == other.headline && hit.snippet == other.snippet
        };
        self.current == other.current
            && self.results.query == other.results.query
            && self.hit().zip(other.hit()).is_some_and(|(hit, other)| shown(hit, other))
    }
}

/// A row: its date, its headline with what goes with it, and what is known of it besides. It is a component because an
/// item has to be parsed for it, and because a list has many: those that stay as they are are not drawn again.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let reader = use_reader();
    let id = props.hit().map(|hit| hit.id);
    let lines = use_memo((id, reader.clone()), |(id, reader)| {
        id.map(|id| Lines::new(&reader.archive.item(id), reader.language)).unwrap_or_default()
    });
    let Some(hit) = props.hit() else { return Html::default() };
    let recently = hit.date.as_deref().is_some_and(|date| date.ends_with('~'));
    let (class, part) = if props.current { ("row is-cur", "result result-current") } else { ("row", "result") };
    html! {
        <li {class} data-item={hit.id.0.to_string()} {part}>
            <article>
                { date_column(&reader, reader.archive.date(hit.id), recently) }
                <div class="r-b">
                    { kicker(&reader, hit, &lines) }
                    { headline(&reader, hit, props.current) }
                    { subhead(&reader, &props.results.query, lines.subhead.as_ref()) }
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
    let section = reader.archive.section(hit.id);
    let zone = section.and_then(|section| reader.zones.iter().find(|zone| zone.value == section));
    html! {
        <p class="r-k" hidden={zone.is_none() && lines.kicker.is_none()}>
            if let Some(zone) = zone {
                { zone_tag(reader, &zone.value) }
                <span>{ &zone.label }</span>
            }
            if let Some(kicker) = &lines.kicker { <i lang={kicker.language.clone()}>{ &kicker.text }</i> }
        </p>
    }
}

/// The headline, which opens the item.
fn headline(reader: &Reader, hit: &Hit, current: bool) -> Html {
    let text = match hit.headline.text.as_str() {
        "" => shell::UNTITLED.get(reader.language),
        text => text,
    };
    let onclick = on_click(&reader.dispatch, Action::Open(hit.id));
    let button = html! {
        <button type="button" class="r-a" {onclick} aria-current={current.then_some("true")}>
            { marked_words(text, &hit.headline.marks) }
        </button>
    };
    heading(reader.heading_tag(1), "r-t", Some(hit.headline.language.clone()), button)
}

fn subhead(reader: &Reader, query: &str, subhead: Option<&Line>) -> Html {
    let (lang, text) = match subhead {
        Some(Line { text, language }) if query.trim().is_empty() => (Some(language), marked(text, &[])),
        Some(Line { text, language }) => (Some(language), marked(text, &reader.archive.marks(query, text))),
        None => (None, Html::default()),
    };
    html! { <p class="r-u" hidden={lang.is_none()} lang={lang.cloned()}>{ text }</p> }
}

/// The marginal column: people, the headline as printed, whether there is a caption.
fn margin(reader: &Reader, lines: &Lines) -> Html {
    let language = reader.language;
    let rest = lines.people.len().saturating_sub(PEOPLE);
    let mut people = Vec::new();
    for name in lines.people.iter().take(PEOPLE) {
        let comma = if people.is_empty() { "" } else { shell::COMMA.get(language) };
        people.push(html! { <>{ comma }<span class="nb">{ name }</span></> });
    }
    if rest > 0 {
        let more = shell::AND_MORE.fill(language, &[&number(more(reader, lines, rest))]);
        people.push(html! { <span class="r-e">{ more }</span> });
    }
    let mut printed = Vec::new();
    for Line { text, language } in &lines.printed {
        printed.push(html! { <span class="r-l" lang={language.clone()}>{ marked_words(text, &[]) }</span> });
    }
    let rows = [(shell::PEOPLE, people), (shell::PRINTED, printed)];
    html! {
        <dl class="r-m">
            { for rows.into_iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| pair(name.get(language).into(), Html::from_iter(value))) }
            if lines.caption { { pair(icon(Glyph::Photo), shell::HAS_CAPTION.get(language).into()) } }
        </dl>
    }
}

/// Chinese counts all the people (等 7 人), English those that are left out (and 4 more).
fn more(reader: &Reader, lines: &Lines, rest: usize) -> usize {
    if reader.language == crate::app::i18n::Language::En { rest } else { lines.people.len() }
}
