//! A group of rows, under the heading of its day where the list is one of time.

use std::borrow::Cow;

use jianbao_engine::corpus::Date;
use yew::prelude::*;

use super::ResultListProps;
use crate::app::components::row::Row;
use crate::app::context::Reader;
use crate::app::i18n::{Language, dates, shell};
use crate::app::list::{Gap, Group, Heading, MANY};

/// The rows of a group, or the first of them. `at` is its number.
pub(super) fn group(reader: &Reader, list: &ResultListProps, (at, most): (usize, usize), group: &Group) -> Html {
    let count = list.results.order.len();
    let query = AttrValue::from(list.results.query.clone());
    let under_day = group.heading.is_some();
    let row = |row: usize| {
        let id = *list.results.order.get(row)?;
        let place = (count >= MANY).then_some((row + 1, count));
        let current = list.open == Some(id);
        // By its place: another search fills the same rows with other items, which costs less than new rows.
        Some(html! { <Row key={row} {id} query={query.clone()} {current} {place} {under_day} /> })
    };
    let class = if under_day { "grp is-day" } else { "grp" };
    html! {
        <div {class} key={at} data-group={at.to_string()}>
            { group.heading.as_ref().map(|heading| view_heading(reader.language, heading)) }
            <ol class="rows" aria-label={shell::RESULTS.get(reader.language)}>{ for group.rows.clone().take(most).filter_map(row) }</ol>
        </div>
    }
}

/// The date of the rows below, and how many there are; before it the days of which nothing is held.
fn view_heading(language: Language, heading: &Heading) -> Html {
    let beside = match heading.continued {
        true => shell::CONTINUED.get(language).to_owned(),
        false => shell::items(language, heading.count),
    };
    let weekday = heading.date.filter(|date| !date.fuzzy && date.start == date.end);
    html! {
        <>
            { heading.gap.as_ref().map(|gap| view_gap(language, gap)) }
            <p class={if heading.continued { "dayh is-more" } else { "dayh" }}>
                <b>{ said(language, heading.date) }</b>
                if let Some(date) = weekday { <span>{ dates::weekday(language, date.start) }</span> }
                <i>{ beside }</i>
            </p>
        </>
    }
}

/// A date in full.
pub(super) fn said(language: Language, date: Option<Date>) -> Cow<'static, str> {
    match date {
        None => shell::UNDATED.get(language).into(),
        Some(date) if date.fuzzy => dates::circa(language, date).into(),
        Some(date) => dates::span(language, date.start, date.end, true).into(),
    }
}

fn view_gap(language: Language, gap: &Gap) -> Html {
    html! {
        <p class="gapr">
            <svg class="gap-i" width="64" height="8" aria-hidden="true" focusable="false"><line class="gap-l" x1="0" x2="64" y1="4" y2="4" /></svg>
            if let Some((from, to)) = gap.days { <b>{ dates::span(language, from, to, false) }</b> }
            <span>{ shell::not_held(language, gap.count) }</span>
        </p>
    }
}
