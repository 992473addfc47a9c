//! The card of a person, an organisation or a place.

use jianbao_engine::corpus::ItemId;
use jianbao_engine::search::{Conditions, FacetName, Filter, Options, Period, Post, Profile, Seen};
use yew::prelude::*;

use super::company::company;
use super::{fact, head, section, spark};
use crate::app::components::article::opener;
use crate::app::components::parts::{button, on_click};
use crate::app::components::suggestions::when;
use crate::app::context::Reader;
use crate::app::i18n::{card as words, number, shell, timeline as say};
use crate::app::state::{Action, State};

/// How many companions of each facet are in the page.
const MOST: usize = 100;
/// How many items are listed.
const ITEMS: usize = 12;
/// How many items of a post are named by their dates.
const DATES: usize = 6;

/// What all parts of a card are given.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    /// The archive, the language and the way to act.
    pub(super) reader: &'a Reader,
    /// Whose card it is.
    pub(super) of: (FacetName, &'a str),
    /// Its name in the reader's language.
    pub(super) name: &'a str,
    /// What is known of it.
    pub(super) profile: &'a Profile,
}

/// The card of a facet's value.
pub(super) fn value(reader: &Reader, state: &State, (facet, value): (FacetName, &str)) -> Html {
    let language = reader.language;
    let name = reader.archive.label(facet, value, language.tag());
    let class = if facet == FacetName::Place { "is-place" } else { "is-name" };
    let title = head(reader, shell::facet(language, facet), class, html! { <span>{ &name }</span> });
    let Some(profile) = reader.archive.profile(facet, value, language.tag(), MOST) else {
        return html! { <>{ title }<p class="cd-n">{ words::NONE.fill(language, &[&name]) }</p></> };
    };
    let shown = Shown { reader, of: (facet, value), name: &name, profile: &profile };
    html! {
        <>
            { title }
            { ways(shown, state) }
            <dl class="cd-f">{ facts(shown) }</dl>
            if !profile.periods.is_empty() {
                { section(reader, words::TIME.get(language), html! { <>{ spark::when(reader, &profile.items) }{ periods(shown) }</> }) }
            }
            { company(shown) }
            { section(reader, words::ITEMS.get(language), items(shown)) }
            <p class="cd-n">{ words::by_name(language, facet) }</p>
        </>
    }
}

/// The filter of a value.
pub(super) fn only((facet, value): (FacetName, &str)) -> Filter {
    Filter { facet, value: value.to_owned(), exclude: false }
}

/// All of its items as a list; and those among what was found, where that is a part.
fn ways(shown: Shown<'_>, state: &State) -> Html {
    let Shown { reader, of, profile, .. } = shown;
    let all = Action::List(String::new(), Conditions { filters: vec![only(of)], ..Conditions::default() });
    let said = words::counted(reader.language, words::AS_LIST, profile.items.len());
    // Of two values of one facet either would do: that narrows nothing.
    let narrows = !state.filters.iter().any(|filter| filter.facet == of.0)
        && (state.conditions() > 0 || !state.query.trim().is_empty());
    let within = narrows.then(|| {
        let mut set = state.conditions_set();
        set.filters.push(only(of));
        let Conditions { filters, from, to, approximate } = set.clone();
        let facets = [false; FacetName::ALL.len()];
        let options =
            Options { filters, from, to, approximate, limit: 0, facets, histogram: false, ..Options::default() };
        (reader.archive.search(&state.query, &options).total, Action::List(state.query.clone(), set))
    });
    let within = within.filter(|&(total, _)| total > 0 && total < profile.items.len()).map(|(total, action)| {
        let said = words::WITHIN.fill(reader.language, &[&number(total)]);
        button("btn", None, said, on_click(&reader.dispatch, action))
    });
    html! { <p class="cd-w">{ button("btn pri", None, said, on_click(&reader.dispatch, all)) }{ within }</p> }
}

fn facts(shown: Shown<'_>) -> Html {
    let Shown { reader, profile, .. } = shown;
    let language = reader.language;
    let undated = profile.items.len() - profile.exact - profile.fuzzy;
    let kinds = [(words::EXACT, profile.exact), (words::FUZZY, profile.fuzzy), (words::UNDATED, undated)];
    let kinds: Vec<String> = kinds
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(text, count)| text.fill(language, &[&number(*count)]))
        .collect();
    let count = html! { <><b>{ shell::items(language, profile.items.len()) }</b><small>{ kinds.join(shell::COMMA.get(language)) }</small></> };
    let seen = |name: &'static str, seen: Option<Seen>, beyond| {
        seen.map(|Seen { item, beyond: count, .. }| {
            let beyond = (count > 0).then(|| html! { <small>{ words::counted(language, beyond, count) }</small> });
            fact(name, html! { <>{ dated(reader, item) }{ beyond }</> })
        })
    };
    html! {
        <>
            { fact(words::ITEMS.get(language), count) }
            { seen(words::FIRST.get(language), profile.first, words::EARLIER) }
            { seen(words::LAST.get(language), profile.last, words::LATER) }
            if !profile.posts.is_empty() {
                { fact(words::POSTS.get(language), html! { <ul>{ for profile.posts.iter().map(|one| post(reader, one)) }</ul> }) }
            }
        </>
    }
}

/// A post with the dates of the items that give it.
fn post(reader: &Reader, Post { text, items }: &Post) -> Html {
    let rest = items.len().saturating_sub(DATES);
    html! {
        <li>
            <b>{ text }</b>
            <span class="cd-d">{ for items.iter().take(DATES).map(|&item| dated(reader, item)) }</span>
            if rest > 0 { <small>{ words::FURTHER.fill(reader.language, &[&number(rest)]) }</small> }
        </li>
    }
}

/// An item's date, which opens the item.
fn dated(reader: &Reader, item: ItemId) -> Html {
    let said = when(reader, item);
    let said = if said.is_empty() { shell::UNDATED.get(reader.language).to_owned() } else { said };
    button("lnk", None, said, on_click(&reader.dispatch, Action::Open(item)))
}

/// Days, months or years, each a way to the list of its items: what the picture shows, in words and numbers.
fn periods(shown: Shown<'_>) -> Html {
    let Shown { reader, of, profile, .. } = shown;
    let language = reader.language;
    let one = |period: &Period| {
        let Period { from, to, total, certain } = *period;
        let set = Conditions { filters: vec![only(of)], from: Some(from), to: Some(to), approximate: true };
        let maybe = (total > certain).then(|| words::INCLUDING.fill(language, &[&number(total - certain)]));
        html! {
            <li>
                <button type="button" onclick={on_click(&reader.dispatch, Action::List(String::new(), set))}>
                    <span>{ say::days(language, from, to) }</span>
                    <b>{ shell::items(language, total) }</b>
                    if let Some(maybe) = maybe { <small>{ maybe }</small> }
                </button>
            </li>
        }
    };
    html! { <ol class="cd-p">{ for profile.periods.iter().map(one) }</ol> }
}

/// The newest items.
fn items(shown: Shown<'_>) -> Html {
    let Shown { reader, of, profile, .. } = shown;
    let one = |&item: &ItemId| {
        let date = html! { <small>{ when(reader, item) }</small> };
        html! { <li key={item.0}>{ opener(reader, item, "op", date) }</li> }
    };
    let all = Action::List(String::new(), Conditions { filters: vec![only(of)], ..Conditions::default() });
    let said = words::OTHERS.fill(reader.language, &[&number(profile.items.len())]);
    html! {
        <>
            <ol class="cd-i">{ for profile.items.iter().take(ITEMS).map(one) }</ol>
            if profile.items.len() > ITEMS { { button("lnk", None, said, on_click(&reader.dispatch, all)) } }
        </>
    }
}
