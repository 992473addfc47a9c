//! The calendar of issues: a month, in which each day that has an issue is a button with the number of its items.
//!
//! It is one tab stop: ← and → go to the issue before and after, ↑ and ↓ by weeks, Page Up and Page Down by months, with
//! Shift by years, Home and End to the first and the last issue of the month. Days without an issue are passed over.

use std::cell::Cell;
use std::rc::Rc;

use jianbao_engine::corpus::{Day, ItemId};
use web_sys::Element;
use yew::prelude::*;

use super::folio::said;
use crate::app::components::icon::{Glyph, icon};
use crate::app::components::parts::{icon_button, on_click};
use crate::app::components::select::Select;
use crate::app::components::{find, focus};
use crate::app::context::{Reader, use_reader};
use crate::app::edition::{Issue, Issues, month};
use crate::app::i18n::{dates, edition as words, number};
use crate::app::state::Action;

/// Properties of [`Calendar`].
#[derive(Clone, Properties)]
pub struct CalendarProps {
    /// All issues.
    pub issues: Rc<Issues>,
    /// The page that is shown.
    pub page: usize,
    /// The items that match; `None` where nothing is asked for.
    pub order: Option<Rc<[ItemId]>>,
}

impl PartialEq for CalendarProps {
    fn eq(&self, other: &Self) -> bool {
        let orders = (self.order.as_ref().map(Rc::as_ptr), other.order.as_ref().map(Rc::as_ptr));
        Rc::ptr_eq(&self.issues, &other.issues) && self.page == other.page && orders.0 == orders.1
    }
}

/// What a drawing of the calendar is made of.
struct Scene<'a> {
    reader: &'a Reader,
    issues: &'a Issues,
    /// The issue that is shown.
    current: usize,
    /// The day that takes the focus.
    day: Day,
    /// Of each issue, how many of its items match.
    matching: Option<Vec<usize>>,
    go: Callback<Day>,
}

/// The calendar.
#[component]
pub fn Calendar(props: &CalendarProps) -> Html {
    let reader = &use_reader();
    let issues = &props.issues;
    let current = issues.pages.get(props.page).map_or(0, |page| page.issue);
    let own = issues.issues.get(current).and_then(Issue::day).or_else(|| issues.days().map(|(_, last)| last));
    let chosen = use_state_eq(|| None::<Day>);
    let node = use_node_ref();
    // Another issue was turned to: its month is shown.
    let reset = chosen.setter();
    use_effect_with(own, move |_| reset.set(None));
    let go = {
        let chosen = chosen.setter();
        Callback::from(move |day| chosen.set(Some(day)))
    };
    let day = (*chosen).or(own);
    let by_key = use_memo((), |()| Cell::new(false));
    use_effect_with(day, {
        let (node, by_key) = (node.clone(), by_key.clone());
        move |_| {
            if by_key.replace(false) {
                focus(node.cast::<Element>().and_then(|node| find(&node, ".cal-d[tabindex=\"0\"]")));
            }
        }
    });
    let matching = props.order.as_ref().map(|order| counted(issues, order));
    let scene = day.map(|day| Scene { reader, issues, current, day, matching: matching.clone(), go: go.clone() });
    let onkeydown = {
        let issues = issues.clone();
        Callback::from(move |event: KeyboardEvent| {
            let is_day = event.target_dyn_into::<Element>().is_some_and(|target| target.class_list().contains("cal-d"));
            if let Some(to) =
                day.filter(|_| is_day).and_then(|day| moved(&issues, day, &event.key(), event.shift_key()))
            {
                event.prevent_default();
                by_key.set(true);
                go.emit(to);
            }
        })
    };
    html! {
        <div class="cal" ref={node} role="group" aria-label={words::CALENDAR.get(reader.language)} {onkeydown}>
            { scene.as_ref().map(|scene| html! { <div class="cal-m">{ head(scene) }{ grid(scene) }</div> }) }
            { undated(reader, issues, current, matching.as_deref()) }
        </div>
    }
}

/// Of each issue, how many of its items are among those found.
fn counted(issues: &Issues, order: &[ItemId]) -> Vec<usize> {
    let mut counts = vec![0; issues.issues.len()];
    for page in order.iter().filter_map(|&id| issues.pages.get(issues.page_of(id)?)) {
        if let Some(count) = counts.get_mut(page.issue) {
            *count += 1;
        }
    }
    counts
}

/// The day with an issue that a key leads to.
fn moved(issues: &Issues, from: Day, key: &str, shift: bool) -> Option<Day> {
    let first = month(from).first;
    let last = Day(by_months(first, 1).0 - 1);
    let months = if shift { 12 } else { 1 };
    match key {
        "ArrowLeft" => nearest(issues, Day(from.0 - 1), false),
        "ArrowRight" => nearest(issues, Day(from.0 + 1), true),
        "ArrowUp" => nearest(issues, Day(from.0 - 7), false),
        "ArrowDown" => nearest(issues, Day(from.0 + 7), true),
        "PageUp" => near(issues, by_months(from, -months), false),
        "PageDown" => near(issues, by_months(from, months), true),
        "Home" => nearest(issues, first, true),
        "End" => nearest(issues, last, false),
        _ => None,
    }
}

/// The nearest day with an issue: the day itself, else the next one, or the one before; else the last there is that way.
fn nearest(issues: &Issues, day: Day, forward: bool) -> Option<Day> {
    let days = || issues.issues.iter().filter_map(Issue::day);
    if forward {
        days().find(|other| *other >= day).or(days().next_back())
    } else {
        days().rev().find(|other| *other <= day).or(days().next())
    }
}

/// The nearest day with an issue in the month of a day, on whichever side; without one there, the nearest that way.
fn near(issues: &Issues, day: Day, forward: bool) -> Option<Day> {
    let first = month(day).first;
    let either = [forward, !forward].into_iter().filter_map(|forward| nearest(issues, day, forward));
    let mut others = either.clone();
    others.find(|other| month(*other).first == first).or_else(|| either.clone().next())
}

/// The same day so many months on, or the last one of that month.
fn by_months(day: Day, months: i32) -> Day {
    let (year, number, date) = day.ymd();
    let at = year * 12 + i32::from(number) - 1 + months;
    let (year, number) = (at.div_euclid(12), at.rem_euclid(12) as u8 + 1);
    (1..=date).rev().find_map(|date| Day::from_ymd(year, number, date)).unwrap_or(day)
}

/// The month, the ways to those beside it, and its year.
fn head(scene: &Scene<'_>) -> Html {
    let language = scene.reader.language;
    let step = |name: crate::app::i18n::Text, glyph, months: i32| {
        let first = month(scene.day).first;
        let day = if months < 0 {
            nearest(scene.issues, Day(first.0 - 1), false)
        } else {
            nearest(scene.issues, by_months(first, 1), true)
        };
        let go = scene.go.clone();
        let onclick = Callback::from(move |_: MouseEvent| day.iter().for_each(|day| go.emit(*day)));
        icon_button(name.get(language), icon(glyph), onclick)
    };
    html! {
        <div class="cal-h">
            { step(words::PREVIOUS_MONTH, Glyph::Left, -1) }
            <b aria-live="polite">{ dates::month(language, scene.day) }</b>
            { step(words::NEXT_MONTH, Glyph::Right, 1) }
            { years(scene) }
        </div>
    }
}

/// The years that have an issue; nothing where there is only one.
fn years(scene: &Scene<'_>) -> Html {
    let mut years: Vec<i32> = scene.issues.issues.iter().filter_map(Issue::day).map(|day| day.ymd().0).collect();
    years.dedup();
    if years.len() < 2 {
        return html! { <span></span> };
    }
    let firsts: Vec<Option<Day>> =
        years.iter().map(|&year| Day::from_ymd(year, 1, 1).and_then(|day| nearest(scene.issues, day, true))).collect();
    let (own, go) = (scene.day.ymd().0, scene.go.clone());
    let on_choose = Callback::from(move |at: usize| {
        firsts.get(at).copied().flatten().into_iter().for_each(|day| go.emit(day));
    });
    let chosen = years.iter().position(|&year| year == own).unwrap_or_default();
    let options: Vec<AttrValue> = years.into_iter().map(|year| year.to_string().into()).collect();
    html! { <Select label={words::YEAR.get(scene.reader.language)} {options} {chosen} {on_choose} /> }
}

fn grid(scene: &Scene<'_>) -> Html {
    let language = scene.reader.language;
    let month = month(scene.day);
    let head = (0..7).zip(words::WEEK).map(|(at, name)| {
        // Day 4 of the calendar's count is a Monday.
        html! { <th scope="col" abbr={dates::weekday(language, Day(4 + at))}>{ name.get(language) }</th> }
    });
    let cell = |day: Option<Day>| html! { <td>{ day.map(|day| shown(scene, day)) }</td> };
    let week = |week: [Option<Day>; 7]| html! { <tr>{ for week.into_iter().map(cell) }</tr> };
    html! {
        <table aria-label={dates::month(language, scene.day)}>
            <thead><tr>{ for head }</tr></thead>
            <tbody>{ for month.weeks.into_iter().map(week) }</tbody>
        </table>
    }
}

/// A day: a button where it has an issue.
fn shown(scene: &Scene<'_>, day: Day) -> Html {
    let date = html! { <span>{ i32::from(day.ymd().2) }</span> };
    let Some(issue) = scene.issues.on(day) else { return html! { <span class="cal-o">{ date }</span> } };
    let number_of = scene.issues.pages.get(issue.pages.start).map_or(0, |page| page.issue);
    let is_current = number_of == scene.current;
    let tabindex = if day == scene.day { "0" } else { "-1" };
    html! {
        <button type="button" class="cal-d" {tabindex} aria-current={is_current.then_some("date")} data-day={day.to_string()}
            aria-label={name(scene.reader, issue, scene.matching.as_deref().and_then(|counts| counts.get(number_of).copied()))}
            onclick={turn(scene.reader, scene.issues, issue)}>
            { date }{ count(issue, scene.matching.as_deref().and_then(|counts| counts.get(number_of).copied())) }
        </button>
    }
}

/// The number of an issue's items, or of those that match, with a mark of its own.
fn count(issue: &Issue, matching: Option<usize>) -> Html {
    match matching {
        None => html! { <small>{ number(issue.count) }</small> },
        Some(0) => html! { <small>{ "–" }</small> },
        Some(matching) => html! { <small class="is-m">{ number(matching) }</small> },
    }
}

fn name(reader: &Reader, issue: &Issue, matching: Option<usize>) -> String {
    words::issue(reader.language, &said(reader.language, issue), issue.count, matching)
}

fn turn(reader: &Reader, issues: &Issues, issue: &Issue) -> Callback<MouseEvent> {
    on_click(&reader.dispatch, Action::Turn(issues.first_of(issue.pages.start)))
}

/// The issues that have no day.
fn undated(reader: &Reader, issues: &Issues, current: usize, matching: Option<&[usize]>) -> Html {
    let others = || issues.issues.iter().enumerate().filter(|(_, issue)| issue.day().is_none());
    let one = |(at, issue): (usize, &Issue)| {
        let matching = matching.and_then(|counts| counts.get(at).copied());
        html! {
            <li><button type="button" class="lnk" aria-current={(at == current).then_some("date")} onclick={turn(reader, issues, issue)}>
                { name(reader, issue, matching) }
            </button></li>
        }
    };
    html! {
        <div class="cal-u" hidden={others().next().is_none()}>
            <p>{ words::NO_DAY.get(reader.language) }</p>
            <ul>{ for others().map(one) }</ul>
        </div>
    }
}
