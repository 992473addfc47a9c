//! The card of a person, an organisation or a place.

use jianbao_engine::corpus::ItemId;
use jianbao_engine::search::{Conditions, FacetName, Filter, Options, Period, Post, Profile, Seen};
use yew::prelude::*;

use super::company::company;
use super::{all, el, fact, head, press, row, said, section, spark};
use crate::app::components::article::opener;
use crate::app::components::suggestions::when;
use crate::app::context::Reader;
use crate::app::i18n::{Language, card as words, number, shell, timeline as say};
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
    let title = head(reader, shell::facet(language, facet), class, name.clone());
    let Some(profile) = reader.archive.profile(facet, value, language.tag(), MOST) else {
        return row([title, el("p", "cd-n", said(&words::NONE.fill(language, &[&name])))]);
    };
    let shown = Shown { reader, of: (facet, value), name: &name, profile: &profile };
    let time = || row([spark::when(reader, &profile.items), periods(shown)]);
    row([
        title,
        ways(shown, state),
        el("dl", "cd-f", facts(shown)),
        if profile.periods.is_empty() { row([]) } else { section(reader, words::TIME.get(language), time()) },
        company(shown),
        section(reader, words::ITEMS.get(language), items(shown)),
        el("p", "cd-n", said(words::by_name(language, facet))),
    ])
}

/// The filter of a value.
pub(super) fn only((facet, value): (FacetName, &str)) -> Filter {
    Filter { facet, value: value.to_owned(), exclude: false }
}

/// The list of all its items.
fn all_of(of: (FacetName, &str)) -> Action {
    Action::List(String::new(), Conditions { filters: vec![only(of)], ..Conditions::default() })
}

/// All of its items as a list; and those among what was found, where that is a part.
fn ways(shown: Shown<'_>, state: &State) -> Html {
    let Shown { reader, of, profile, .. } = shown;
    let count = words::counted(reader.language, words::AS_LIST, profile.items.len());
    // Of two values of one facet either would do: that narrows nothing.
    let narrows = !state.filters.iter().any(|filter| filter.facet == of.0)
        && (state.conditions() > 0 || !state.query.trim().is_empty());
    let mut set = state.conditions_set();
    set.filters.push(only(of));
    let options = Options { filters: set.filters.clone(), ..state.options().uncounted() };
    let within = if narrows { reader.archive.search(&state.query, &options).total } else { 0 };
    let way = |class, action, words: &str| press(reader, class, action, None, said(words));
    let mut ways = vec![way("btn pri", all_of(of), &count)];
    if within > 0 && within < profile.items.len() {
        let words = words::WITHIN.fill(reader.language, &[&number(within)]);
        ways.push(way("btn", Action::List(state.query.clone(), set), &words));
    }
    el("p", "cd-w", all(ways))
}

fn facts(shown: Shown<'_>) -> Html {
    let Shown { reader, profile, .. } = shown;
    let language = reader.language;
    let undated = profile.items.len() - profile.exact - profile.fuzzy;
    let kinds = how_dated(language, [profile.exact, profile.fuzzy, undated]);
    let count = el("b", "", said(&shell::items(language, profile.items.len())));
    let mut facts = vec![fact(words::ITEMS.get(language), row([count, said(" "), el("small", "", said(&kinds))]))];
    let seen = [(words::FIRST, profile.first, words::EARLIER), (words::LAST, profile.last, words::LATER)];
    for (name, seen, beyond) in seen {
        let Some(Seen { item, beyond: count, .. }) = seen else { continue };
        let mut parts = vec![dated(reader, item)];
        if count > 0 {
            parts.push(el("small", "", said(&words::counted(language, beyond, count))));
        }
        facts.push(fact(name.get(language), all(parts)));
    }
    if !profile.posts.is_empty() {
        let posts = profile.posts.iter().map(|one| post(reader, one)).collect();
        facts.push(fact(words::POSTS.get(language), el("ul", "", all(posts))));
    }
    all(facts)
}

/// How many items have an exact date, a fuzzy one and none, as far as there are any.
pub(super) fn how_dated(language: Language, counts: [usize; 3]) -> String {
    let kinds = [words::EXACT, words::FUZZY, words::UNDATED].into_iter().zip(counts).filter(|(_, count)| *count > 0);
    let kinds: Vec<String> = kinds.map(|(text, count)| text.fill(language, &[&number(count)])).collect();
    kinds.join(shell::COMMA.get(language))
}

/// A post with the dates of the items that give it.
fn post(reader: &Reader, Post { text, items }: &Post) -> Html {
    let dates = items.iter().take(DATES).map(|&item| dated(reader, item)).collect();
    let mut parts = vec![el("b", "", said(text)), el("span", "cd-d", all(dates))];
    if items.len() > DATES {
        let rest = words::FURTHER.fill(reader.language, &[&number(items.len() - DATES)]);
        parts.push(el("small", "", said(&rest)));
    }
    el("li", "", all(parts))
}

/// An item's date, which opens the item.
fn dated(reader: &Reader, item: ItemId) -> Html {
    let date = when(reader, item);
    let date = if date.is_empty() { shell::UNDATED.get(reader.language) } else { &date };
    press(reader, "lnk", Action::Open(item), None, said(date))
}

/// Days, months or years, each a way to the list of its items: what the picture shows, in words and numbers.
fn periods(shown: Shown<'_>) -> Html {
    let Shown { reader, of, profile, .. } = shown;
    let language = reader.language;
    let one = |&Period { from, to, total, certain }: &Period| {
        let set = Conditions { filters: vec![only(of)], from: Some(from), to: Some(to), approximate: true };
        let mut parts = vec![
            el("span", "", said(&say::days(language, from, to))),
            el("b", "", said(&shell::items(language, total))),
        ];
        if total > certain {
            let maybe = words::INCLUDING.fill(language, &[&number(total - certain)]);
            parts.push(el("small", "", said(&maybe)));
        }
        el("li", "", press(reader, "cd-y", Action::List(String::new(), set), None, all(parts)))
    };
    el("ol", "cd-p", all(profile.periods.iter().map(one).collect()))
}

/// The newest items.
fn items(shown: Shown<'_>) -> Html {
    let Shown { reader, of, profile, .. } = shown;
    let one = |&item: &ItemId| el("li", "", opener(reader, item, "op", el("small", "", said(&when(reader, item)))));
    let mut parts = vec![el("ol", "cd-i", all(profile.items.iter().take(ITEMS).map(one).collect()))];
    if profile.items.len() > ITEMS {
        let words = words::OTHERS.fill(reader.language, &[&number(profile.items.len())]);
        parts.push(press(reader, "lnk", all_of(of), None, said(&words)));
    }
    all(parts)
}
