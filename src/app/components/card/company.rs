//! Who and what is named in the same items, most first.

use jianbao_engine::search::{COMPANY, Companion, Companions, Conditions, FacetName};
use yew::prelude::*;

use super::value::Shown;
use super::{all, el, press, row, said, section};
use crate::app::card::Card;
use crate::app::components::facet_group::{BARS_OVER, bar};
use crate::app::i18n::{card as words, number, shell};
use crate::app::state::Action;

/// How many of each facet are seen at first.
const FIRST: usize = 8;

/// The companions of each facet; nothing where there are none at all.
pub(super) fn company(shown: Shown<'_>) -> Html {
    let all_kinds = COMPANY.into_iter().zip(&shown.profile.companions);
    let groups = all_kinds.filter(|(_, companions)| companions.size > 0);
    let groups: Vec<Html> = groups.map(|(facet, companions)| group(shown, facet, companions)).collect();
    if groups.is_empty() {
        return all(groups);
    }
    section(shown.reader, words::COMPANY.get(shown.reader.language), el("div", "cd-c", all(groups)))
}

fn group(shown: Shown<'_>, facet: FacetName, Companions { size, values }: &Companions) -> Html {
    let language = shown.reader.language;
    let top = values.first().map_or(0, |first| first.count);
    // One more is shown rather than a button for it.
    let first = if values.len() <= FIRST + 1 { FIRST + 1 } else { FIRST };
    let mut rows: Vec<Html> = values.iter().map(|companion| one(shown, facet, companion, top)).collect();
    let others = rows.split_off(first.min(rows.len()));
    let title = row([said(shell::facet(language, facet)), el("span", "", said(&number(*size)))]);
    let mut parts = vec![el(shown.reader.heading_tag(3), "cd-g", title), el("ol", "", all(rows))];
    if !others.is_empty() {
        let more = words::MORE.fill(language, &[&number(others.len())]);
        let mut folded = vec![el("summary", "lnk", said(&more)), el("ol", "", all(others))];
        if *size > values.len() {
            folded.push(el("p", "", said(&words::FURTHER.fill(language, &[&number(size - values.len())]))));
        }
        parts.push(el("details", "", all(folded)));
    }
    el("div", "", all(parts))
}

/// A name that leads to its own card, and the number of items, which leads to their list.
fn one(shown: Shown<'_>, facet: FacetName, Companion { value, count }: &Companion, top: usize) -> Html {
    let Shown { reader, of, name, .. } = shown;
    let label = reader.archive.label(facet, value, reader.language.tag());
    let items = number(*count);
    let together = match reader.archive.together(of, (facet, value)) {
        None => el("span", "cd-x", said(&items)),
        Some((query, filters)) => {
            let words = words::TOGETHER.fill(reader.language, &[name, &label, &items]);
            let list = Action::List(query, Conditions { filters, ..Conditions::default() });
            press(reader, "lnk cd-x", list, Some(words), said(&items))
        }
    };
    let card = Action::Card(Some(Card::Value(facet, value.clone())));
    let mut parts = vec![press(reader, "cd-o", card, None, said(&label)), together];
    if top > BARS_OVER {
        parts.push(bar(*count, top));
    }
    el("li", "", all(parts))
}
