//! One result in the list.

use jianbao_engine::corpus::ItemId;
use jianbao_engine::search::Marked;
use yew::prelude::*;

use crate::app::components::clippings::keep_in_row;
use crate::app::components::date_column::date_column;
use crate::app::components::icon::{Glyph, icon};
use crate::app::components::marked::{marked, marked_words};
use crate::app::components::parts::{heading, opener, pair};
use crate::app::components::zone_tag::zone_tag;
use crate::app::context::{Reader, use_reader};
use crate::app::hooks::desk::use_kept;
use crate::app::i18n::{nested, number, shell};
use crate::app::lines::{Line, Lines};

/// How many people a row names.
const PEOPLE: usize = 3;
/// How many subjects a row names under the heading of its day.
const SUBJECTS: usize = 3;

/// Properties of [`Row`].
#[derive(Clone, PartialEq, Properties)]
pub struct RowProps {
    /// The item.
    pub id: ItemId,
    /// What was searched for.
    pub query: AttrValue,
    /// Whether it is open.
    pub current: bool,
    /// Its place in the list, from 1, and how many there are: for a list that is drawn in part.
    #[prop_or_default]
    pub place: Option<(usize, usize)>,
    /// Whether it stands under the heading of its day, and so says its page in place of the date.
    #[prop_or_default]
    pub under_day: bool,
    /// Whether it is picked out, while the reader picks some out.
    #[prop_or_default]
    pub picked: Option<bool>,
}

/// What a row shows of its item.
struct Shown {
    headline: Marked,
    snippet: Marked,
    lines: Lines,
    recently: bool,
    page: Option<String>,
    uri: AttrValue,
}

impl Shown {
    fn new((id, query, reader): &(ItemId, AttrValue, Reader)) -> Self {
        let item = reader.archive.item(*id);
        let (headline, snippet) = reader.archive.shown(query, &item, reader.language.tag());
        Self {
            headline,
            snippet,
            lines: Lines::new(&item, reader.language),
            recently: item.date_text().is_some_and(|date| date.ends_with('~')),
            uri: item.uri.clone().into(),
            page: (!item.print_page.is_empty()).then(|| shell::page(reader.language, &item.print_page)),
        }
    }
}

/// A row: its date, its headline with what goes with it, and what is known of it besides. It is a component because an
/// item has to be parsed for it, and because a list has many: those that stay as they are are not drawn again.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let reader = use_reader();
    let shown = use_memo((props.id, props.query.clone(), reader.clone()), Shown::new);
    let Shown { headline: title, snippet, lines, recently, page, uri } = &*shown;
    let is_kept = use_kept(&reader.desk, uri);
    let part = if props.current { "result result-current" } else { "result" };
    let class = match (props.current, props.picked) {
        (false, None) => "row",
        (true, None) => "row is-cur",
        (false, Some(_)) => "row is-pick",
        (true, Some(_)) => "row is-cur is-pick",
    };
    let (place, count) = props.place.unzip();
    html! {
        <li {class} data-item={props.id.0.to_string()} {part} aria-posinset={text(place)} aria-setsize={text(count)}>
            if let Some(checked) = props.picked { { pick(&reader, title, checked) } }
            <article>
                if !props.under_day {
                    { date_column(&reader, reader.archive.date(props.id), *recently) }
                } else if let Some(page) = page {
                    <p class="r-d pg">{ page.clone() }</p>
                }
                <div class="r-b">
                    { kicker(&reader, props.id, lines) }
                    { headline(&reader, props, title) }
                    { subhead(&reader, &props.query, lines.subhead.as_ref()) }
                    if !snippet.text.is_empty() {
                        <p class="r-s" lang={snippet.language.clone()}>{ marked(&snippet.text, &snippet.marks) }</p>
                    }
                    { keep_in_row(&reader, props.id, is_kept, &title.text) }
                </div>
                { margin(&reader, lines, props.under_day) }
            </article>
        </li>
    }
}

/// The box that picks the item out. The list listens to it.
fn pick(reader: &Reader, title: &Marked, checked: bool) -> Html {
    let name = shell::SELECT_ITEM.fill(reader.language, &[&nested(named(reader, title))]);
    html! { <label class="r-x"><input type="checkbox" {checked} aria-label={name} /></label> }
}

/// The headline, or that there is none.
fn named<'a>(reader: &Reader, title: &'a Marked) -> &'a str {
    if title.text.is_empty() { shell::UNTITLED.get(reader.language) } else { &title.text }
}

fn text(number: Option<usize>) -> Option<String> {
    number.map(|number| number.to_string())
}

/// The zone and the kicker.
fn kicker(reader: &Reader, id: ItemId, lines: &Lines) -> Html {
    let section = reader.archive.section(id);
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
fn headline(reader: &Reader, props: &RowProps, title: &Marked) -> Html {
    let text = marked_words(named(reader, title), &title.marks);
    let button = opener(reader, props.id, "r-a", props.current, text);
    heading(reader.heading_tag(1), "r-t", Some(title.language.clone()), button)
}

fn subhead(reader: &Reader, query: &str, subhead: Option<&Line>) -> Html {
    let (lang, text) = match subhead {
        Some(Line { text, language }) if query.trim().is_empty() => (Some(language), marked(text, &[])),
        Some(Line { text, language }) => (Some(language), marked(text, &reader.archive.marks(query, text))),
        None => (None, Html::default()),
    };
    html! { <p class="r-u" hidden={lang.is_none()} lang={lang.cloned()}>{ text }</p> }
}

/// The marginal column: people, the headline as printed, subjects where there is no date column to tell rows apart,
/// whether there is a caption.
fn margin(reader: &Reader, lines: &Lines, subjects: bool) -> Html {
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
    let subjects = lines.subjects.iter().filter(|_| subjects).take(SUBJECTS).cloned().collect::<Vec<_>>();
    let subjects =
        if subjects.is_empty() { Vec::new() } else { vec![Html::from(subjects.join(shell::COMMA.get(language)))] };
    let rows = [(shell::PEOPLE, people), (shell::PRINTED, printed), (shell::SUBJECTS, subjects)];
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
