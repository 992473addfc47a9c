//! Key facts: who, when, where, and the figures. A row without data is left out, and without any row the whole section.

use jianbao_engine::corpus::Version;
use yew::prelude::*;

use super::body::{has_names, leading, names, on_names};
use super::header::republic;
use super::text::{fits_on_a_line, heading, row, said, switch};
use super::{Opened, Shown};
use crate::app::article::{Group, amount, groups, when};
use crate::app::i18n::card::PROFILE;
use crate::app::i18n::{Language, article as words, number};
use crate::app::state::Reading;

/// How many people are named at first.
const PEOPLE: usize = 24;

/// Key facts, and what the reader can see beside them: names in the text, the years of another count.
pub(super) fn facts(opened: Opened<'_>, shown: &Shown, set: &Callback<Shown>) -> Html {
    let language = opened.reader.language;
    let version = &opened.version;
    let date = date(opened);
    let has_date = date.is_some();
    let facts = [
        (words::WHO, people(opened, shown, set)),
        (words::WHEN, date),
        (words::WHERE, places(version, language)),
        (words::FIGURES, figures(version)),
    ];
    if facts.iter().all(|(_, fact)| fact.is_none()) {
        return html! { <div /> };
    }
    let head = words::FACTS.get(language);
    let rows = facts.into_iter().filter_map(|(name, fact)| {
        let fact = fact?;
        Some(row(None, name.get(language), html! { <dd>{ fact }</dd> }))
    });
    let Reading { names, republic, .. } = opened.reading;
    html! {
        <section class="facts" part="facts" aria-label={head}>
            { heading(opened.reader, head) }
            <dl>{ for rows }</dl>
            if has_names(opened.item) {
                { switch(opened, words::MARK_NAMES, names, Reading { names: !names, ..opened.reading }) }
            }
            if has_date {
                { switch(opened, words::REPUBLIC, republic, Reading { republic: !republic, ..opened.reading }) }
            }
        </section>
    }
}

fn people(opened: Opened<'_>, shown: &Shown, set: &Callback<Shown>) -> Option<Html> {
    let language = opened.reader.language;
    let count = opened.version.people().count();
    if count == 0 {
        return None;
    }
    let most = if shown.all { count } else { PEOPLE };
    let groups = groups(opened.version.people().take(most).map(|(_, person)| person));
    let on_all = {
        let all = Shown { all: true, ..shown.clone() };
        set.reform(move |_: MouseEvent| all.clone())
    };
    let (onclick, onkeydown) = on_names(opened.reader, &names(&opened.version));
    Some(html! {
        <>
            <ul class="who" {onclick} {onkeydown}>{ for groups.into_iter().map(|group| view_group(language, group)) }</ul>
            if count > most {
                <button type="button" class="lnk" onclick={on_all}>
                    { words::MORE.fill(language, &[&number(count - most)]) }
                </button>
            }
        </>
    })
}

/// People of one post, each leading to the card.
fn view_group(language: Language, group: Group<'_>) -> Html {
    let names = group.names.iter().enumerate().map(|(index, (at, name))| {
        let comma = (index > 0).then(|| words::ENUMERATION.get(language));
        let kind = if fits_on_a_line(name) { "p" } else { "o" };
        html! { <>{ comma }{ leading(kind, *at, PROFILE.fill(language, &[name]), Html::from(*name)) }</> }
    });
    html! { <li><b>{ for names }</b>if !group.post.is_empty() { <small>{ group.post.to_owned() }</small> }</li> }
}

fn date(opened: Opened<'_>) -> Option<Html> {
    let language = opened.reader.language;
    let when = when(opened.item, language)?;
    let in_parentheses = |said: String| words::IN_PARENTHESES.fill(language, &[&said]);
    let (about, republic) = (when.about.map(in_parentheses), republic(opened).map(in_parentheses));
    Some(html! { <><b>{ when.said }{ about }{ republic }</b><small>{ when.note }</small></> })
}

fn places(version: &Version<'_>, language: Language) -> Option<Html> {
    let count = version.places().count();
    let located = version.located();
    if count == 0 {
        return located.map(said);
    }
    let names = version.places().enumerate().map(|(index, (_, place))| {
        let comma = (index + 1 < count).then(|| words::ENUMERATION.get(language));
        html! { <span class="pl">{ place.name.clone() }{ comma }</span> }
    });
    let located =
        located.map(|located| html! { <small lang={super::text::lang(located)}>{ located.text.to_owned() }</small> });
    Some(html! { <>{ for names }{ located }</> })
}

fn figures(version: &Version<'_>) -> Option<Html> {
    let figures: Vec<Html> = version
        .figures()
        .filter_map(|(_, figure)| {
            let amount = amount(&figure.value)?;
            Some(html! {
                <span><b>{ amount }</b><span>{ figure.unit.clone() }</span><span>{ figure.label.clone() }</span></span>
            })
        })
        .collect();
    (!figures.is_empty()).then(|| html! { <span class="nums">{ for figures }</span> })
}
