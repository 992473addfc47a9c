//! The rows of a day under its heading where the list is one of time, else all rows.

use std::borrow::Cow;

use jianbao_engine::corpus::Date;
use yew::prelude::*;

use super::{Drawn, ResultListProps};
use crate::app::components::row::Row;
use crate::app::context::Reader;
use crate::app::i18n::{Language, dates, shell};
use crate::app::list::{Gap, Heading, MANY, Piece};
use crate::app::timeline::number::decimal;

/// The rows that share a heading, or all of a list without headings: those that are drawn, and space for the others.
pub(super) fn day(reader: &Reader, list: &ResultListProps, drawn: &Drawn, first: usize, pieces: &[Piece]) -> Html {
    let count = list.results.order.len();
    let query = AttrValue::from(list.results.query.clone());
    let heading = drawn.groups.get(first).and_then(|group| group.heading.as_ref());
    let under_day = heading.is_some();
    let row = |row: usize| {
        let id = *list.results.order.get(row)?;
        let place = (count >= MANY).then_some((row + 1, count));
        let current = list.open == Some(id);
        let picked = list.selection.as_ref().map(|selection| selection.has(id));
        // By its place: another search fills the same rows with other items, which costs less than new rows.
        Some(html! { <Row key={row} {id} query={query.clone()} {current} {place} {under_day} {picked} /> })
    };
    let mut rows = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Drawn(range) => {
                let groups = drawn.groups.get(range.clone()).unwrap_or_default();
                rows.extend(groups.iter().flat_map(|group| group.rows.clone()).take(drawn.rows).filter_map(row));
            }
            Piece::Space(range) => {
                let height = drawn.heights.sum(range.clone(), range.start == first);
                rows.push(html! { <li key={["s", &range.start.to_string()].concat()} class="space" role="none">{ space(height) }</li> });
            }
        }
    }
    html! {
        <div class={if under_day { "grp is-day" } else { "grp" }} key={first} data-group={first.to_string()}>
            { heading.map(|heading| view_heading(reader.language, heading)) }
            <ol class="rows" aria-label={shell::RESULTS.get(reader.language)}>{ for rows }</ol>
        </div>
    }
}

/// The space of what is not drawn. Its height is an attribute: there is no inline style.
pub(super) fn space(height: f64) -> Html {
    html! { <svg width="1" height={decimal(height)} aria-hidden="true" focusable="false"></svg> }
}

/// The date of the rows below, and how many there are; before it the days of which nothing is held.
fn view_heading(language: Language, heading: &Heading) -> Html {
    let weekday = heading.date.filter(|date| !date.fuzzy && date.start == date.end);
    html! {
        <>
            { heading.gap.as_ref().map(|gap| view_gap(language, gap)) }
            <p class="dayh">
                <b>{ said(language, heading.date) }</b>
                if let Some(date) = weekday { <span>{ dates::weekday(language, date.start) }</span> }
                <i>{ shell::items(language, heading.count) }</i>
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
