//! What is offered under the search field: which choices there are, how they look, and what taking one does.

use jianbao_engine::corpus::{Day, ItemId};
use jianbao_engine::search::{Asked, Marked, Offer, Suggestion};
use jianbao_engine::text::fold;
use yew::prelude::*;

use crate::app::card::Card;
use crate::app::components::marked::marked;
use crate::app::components::zone_tag::zone_tag;
use crate::app::context::Reader;
use crate::app::i18n::card::PROFILE;
use crate::app::i18n::{Language, Text, dates, shell, suggest};
use crate::app::state::Action;

/// How many of each kind are shown: values, spans of days, items, earlier queries, cards.
const VALUES: usize = 5;
const DAYS: usize = 2;
const ITEMS: usize = 3;
const RECENT: usize = 2;
const CARDS: usize = 2;

/// Something to choose.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Choice {
    /// The query as typed, with the number of items that it finds.
    Typed(String, usize),
    /// A query of before.
    Recent(String),
    /// The card of a value that the archive offers, with its name.
    Card(Card, String),
    /// What the archive offers.
    Offered(Suggestion),
}

/// What there is to choose for a query that finds so many items; `recent` are queries of before, the last one first.
/// Nothing where that would be only what is typed already.
pub(super) fn choices(reader: &Reader, query: &str, found: usize, recent: &[String]) -> Vec<Choice> {
    let typed = query.trim();
    let sought = fold(typed);
    let again = recent.iter().filter(|query| *query != typed && fold(query).contains(&sought)).take(RECENT);
    let mut choices: Vec<Choice> = again.cloned().map(Choice::Recent).collect();
    let asked = Asked { language: reader.language.tag(), today: today(), limit: VALUES };
    let (mut days, mut items) = (0, 0);
    for suggestion in reader.archive.suggest(query, &asked) {
        let (count, most) = match suggestion.offer {
            Offer::Value { .. } => (&mut 0, VALUES),
            Offer::Days { .. } => (&mut days, DAYS),
            Offer::Item { .. } => (&mut items, ITEMS),
        };
        if *count < most {
            *count += 1;
            choices.push(Choice::Offered(suggestion));
        }
    }
    let cards: Vec<Choice> = choices.iter().filter_map(card).take(CARDS).collect();
    let at = choices.iter().position(Choice::is_item).unwrap_or(choices.len());
    choices.splice(at..at, cards);
    if found > 0 && !typed.is_empty() && !choices.is_empty() {
        choices.insert(0, Choice::Typed(typed.to_owned(), found));
    }
    choices
}

/// The card of a person, an organisation or a place that is offered.
fn card(choice: &Choice) -> Option<Choice> {
    let Choice::Offered(Suggestion { offer: Offer::Value { facet, value, label, .. }, .. }) = choice else {
        return None;
    };
    let card = Card::Value(*facet, value.clone());
    Card::FACETS.contains(facet).then(|| Choice::Card(card, label.text.clone()))
}

/// The reader's day, by the browser's clock.
fn today() -> Option<Day> {
    let now = js_sys::Date::new_0();
    let month = u8::try_from(now.get_month() + 1).ok()?;
    Day::from_ymd(i32::try_from(now.get_full_year()).ok()?, month, u8::try_from(now.get_date()).ok()?)
}

impl Choice {
    /// Whether it opens an item.
    fn is_item(&self) -> bool {
        matches!(self, Self::Offered(Suggestion { offer: Offer::Item { .. }, .. }))
    }

    /// The heading that it stands under.
    fn group(&self) -> Text {
        match self {
            Self::Typed(..) | Self::Recent(_) => suggest::QUERIES,
            Self::Offered(Suggestion { offer: Offer::Value { .. }, .. }) => suggest::FILTERS,
            Self::Offered(Suggestion { offer: Offer::Days { .. }, .. }) => suggest::DATES,
            Self::Card(..) | Self::Offered(Suggestion { offer: Offer::Item { .. }, .. }) => suggest::OPEN,
        }
    }

    /// Does what it offers. What it stands for is taken out of the query.
    pub(super) fn take(&self, query: &str, act: &Callback<Action>) {
        if let Self::Card(card, _) = self {
            return act.emit(Action::Card(Some(card.clone())));
        }
        let Self::Offered(Suggestion { at, offer }) = self else {
            let (Self::Typed(text, _) | Self::Recent(text)) = self else { return };
            return act.emit(Action::Query(text.clone()));
        };
        let rest = || Action::Query(query.get(..*at).unwrap_or_default().trim_end().to_owned());
        match offer {
            Offer::Value { facet, value, .. } => {
                act.emit(rest());
                act.emit(Action::Choose(*facet, value.clone()));
            }
            Offer::Days { from, to, .. } => {
                act.emit(rest());
                act.emit(Action::Range(Some(*from), Some(*to)));
            }
            Offer::Item { id, .. } => act.emit(Action::Open(*id)),
        }
    }

    /// What it says, and what stands beside that.
    fn words(&self, reader: &Reader) -> (Html, String) {
        let language = reader.language;
        let of = |kind| shell::PAIR.fill(language, &[kind, ""]);
        match self {
            Self::Typed(text, count) => (html! { <mark>{ text }</mark> }, shell::items(language, *count)),
            Self::Card(_, name) => (PROFILE.fill(language, &[name]).into(), String::new()),
            Self::Recent(text) => (Html::from(text), suggest::RECENT.get(language).to_owned()),
            Self::Offered(Suggestion { offer, .. }) => match offer {
                Offer::Value { facet, label, post, count, .. } => {
                    let post = post.as_ref().map(|post| html! { <>{ " " }<small>{ post }</small></> });
                    let name = html! { <>{ of(shell::facet(language, *facet)) }{ marked(&label.text, &label.marks) }{ post }</> };
                    (name, shell::items(language, *count))
                }
                Offer::Days { from, to, count } => {
                    let days = [of(shell::TIME.get(language)), suggest::days(language, *from, *to)].concat();
                    (days.into(), shell::items(language, *count))
                }
                Offer::Item { id, headline } => (item(reader, *id, headline), when(reader, *id)),
            },
        }
    }
}

/// The headline of an item with the tag of its zone.
fn item(reader: &Reader, id: ItemId, headline: &Marked) -> Html {
    let text = if headline.text.is_empty() { shell::UNTITLED.get(reader.language) } else { &headline.text };
    html! {
        <span class="sg-a">
            { reader.archive.section(id).map(|section| zone_tag(reader, section)) }
            <span lang={headline.language.clone()}>{ marked(text, &headline.marks) }</span>
        </span>
    }
}

/// When an item is dated: `3月14日`, `近日`.
pub(super) fn when(reader: &Reader, id: ItemId) -> String {
    let Some(date) = reader.archive.date(id) else { return String::new() };
    let language = reader.language;
    if !date.fuzzy {
        let years = reader.archive.days().is_none_or(|(first, last)| first.ymd().0 != last.ymd().0);
        return dates::span(language, date.start, date.end, years);
    }
    let recently = reader.archive.item(id).date_text().is_some_and(|date| date.ends_with('~'));
    if recently { dates::RECENTLY.get(language).to_owned() } else { dates::circa(language, date) }
}

/// The list of choices, one of them the active one. A choice says its place in `data-at`.
pub(super) fn list(reader: &Reader, choices: &[Choice], active: usize, take: Callback<MouseEvent>) -> Html {
    let language = reader.language;
    let mut groups = Vec::new();
    let mut options = Vec::new();
    for (at, choice) in choices.iter().enumerate() {
        options.push(option(reader, choice, at, at == active));
        let heading = choice.group().get(language);
        if choices.get(at + 1).is_none_or(|next| next.group().get(language) != heading) {
            groups.push(group(heading, std::mem::take(&mut options)));
        }
    }
    // A press must not take the focus out of the field.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <div class="sg" part="suggestions" {onmousedown} onclick={take}>
            <div id={reader.id_for("suggestions")} role="listbox" aria-label={suggest::SUGGESTIONS.get(language)}>
                { for groups }
            </div>
            { keys(language) }
        </div>
    }
}

fn group(heading: &'static str, options: Vec<Html>) -> Html {
    html! {
        <div class="sg-g" role="group" aria-label={heading}>
            <p class="sg-h" aria-hidden="true">{ heading }</p>
            { for options }
        </div>
    }
}

/// The id of the choice at a place.
pub(super) fn id_at(reader: &Reader, at: usize) -> String {
    reader.id_for(&["suggestion-", &at.to_string()].concat())
}

fn option(reader: &Reader, choice: &Choice, at: usize, active: bool) -> Html {
    let (words, beside) = choice.words(reader);
    html! {
        <div id={id_at(reader, at)} class="sg-o" role="option" aria-selected={if active { "true" } else { "false" }}
            data-at={at.to_string()}>
            <span>{ words }</span>
            <span class="sg-n">{ beside }</span>
        </div>
    }
}

/// What the keys do, for those who have them.
fn keys(language: Language) -> Html {
    html! {
        <p class="sg-f" aria-hidden="true">
            <kbd>{ "↑" }</kbd><kbd>{ "↓" }</kbd><span>{ suggest::CHOOSE.get(language) }</span>
            <kbd>{ "Enter" }</kbd><span>{ suggest::TAKE.get(language) }</span>
            <kbd>{ "Esc" }</kbd><span>{ suggest::DISMISS.get(language) }</span>
        </p>
    }
}
