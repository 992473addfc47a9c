//! Key facts: who, when, where, and the figures. A row without data is left out, and without any row the whole section.

use jianbao_engine::corpus::{Item, ItemId, Version};
use yew::prelude::*;

use super::PartProps;
use super::body::has_names;
use super::text::{lang, unbroken};
use crate::app::article::{amount, groups, when};
use crate::app::context::{Reader, use_reader};
use crate::app::i18n::{Language, Text, article as words, number};

/// How many people are named at first.
const PEOPLE: usize = 24;

/// Key facts, and the switch that marks names in the text.
#[component]
pub(super) fn Facts(props: &PartProps) -> Html {
    let reader = use_reader();
    let all_of = use_state(|| None::<ItemId>);
    let language = reader.language;
    let version = props.item.version(language.tag());
    let on_all = {
        let (all_of, id) = (all_of.clone(), props.id);
        Callback::from(move |_: MouseEvent| all_of.set(Some(id)))
    };
    let shown = if *all_of == Some(props.id) { usize::MAX } else { PEOPLE };
    let facts = [
        (words::WHO, people(&version, language, shown, on_all)),
        (words::WHEN, date(&props.item, language)),
        (words::WHERE, places(&version, language)),
        (words::FIGURES, figures(&version)),
    ];
    if facts.iter().all(|(_, fact)| fact.is_none()) {
        return html! { <div /> };
    }
    let head = words::FACTS.get(language);
    let tag = reader.heading_tag(1);
    html! {
        <section class="facts" part="facts" aria-label={head}>
            <@{tag} class="a-h">{ head }</@>
            <dl>{ for facts.into_iter().filter_map(|(name, fact)| row(language, name, fact?).into()) }</dl>
            if has_names(&props.item) { { switch(props, &reader) } }
        </section>
    }
}

fn row(language: Language, name: Text, fact: Html) -> Html {
    html! { <div><dt>{ name.get(language) }</dt><dd>{ fact }</dd></div> }
}

fn switch(props: &PartProps, reader: &Reader) -> Html {
    let (on_names, names) = (props.on_names.clone(), props.names);
    let onchange = Callback::from(move |_: Event| on_names.emit(!names));
    html! {
        <label class="ck">
            <input type="checkbox" checked={names} {onchange} />{ words::MARK_NAMES.get(reader.language) }
        </label>
    }
}

fn people(version: &Version<'_>, language: Language, shown: usize, on_all: Callback<MouseEvent>) -> Option<Html> {
    let count = version.people().count();
    if count == 0 {
        return None;
    }
    let group = |group: crate::app::article::Group<'_>| {
        let names = group.names.iter().enumerate().map(|(index, name)| {
            let comma = (index > 0).then(|| words::ENUMERATION.get(language));
            html! { <>{ comma }{ unbroken(name) }</> }
        });
        html! { <li><b>{ for names }</b>if !group.post.is_empty() { <small>{ group.post.to_owned() }</small> }</li> }
    };
    let groups = groups(version.people().take(shown).map(|(_, person)| person));
    Some(html! {
        <>
            <ul>{ for groups.into_iter().map(group) }</ul>
            if count > shown {
                <button type="button" class="lnk" onclick={on_all}>
                    { words::MORE.fill(language, &[&number(count - shown)]) }
                </button>
            }
        </>
    })
}

fn date(item: &Item, language: Language) -> Option<Html> {
    let when = when(item, language)?;
    let about = when.about.map(|about| words::IN_PARENTHESES.fill(language, &[&about]));
    Some(html! { <><b>{ when.said }{ about }</b><small>{ when.note }</small></> })
}

fn places(version: &Version<'_>, language: Language) -> Option<Html> {
    let count = version.places().count();
    let located = version.located();
    if count == 0 {
        return located.map(|said| html! { <span lang={lang(said)}>{ said.text.to_owned() }</span> });
    }
    let names = version.places().enumerate().map(|(index, (_, place))| {
        let comma = (index + 1 < count).then(|| words::ENUMERATION.get(language));
        html! { <span class="pl">{ place.name.clone() }{ comma }</span> }
    });
    let located = located.map(|said| html! { <small lang={lang(said)}>{ said.text.to_owned() }</small> });
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
