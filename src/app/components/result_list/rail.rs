//! The rail beside a long list in the order of time, and the line that says which rows are seen.
//!
//! The rail is one tab stop: ↑↓ Home End move from stop to stop, Enter goes to the first row of one and on to its headline.

use std::ops::Range;

use jianbao_engine::corpus::{Day, ItemId};
use jianbao_engine::search::Unit;
use web_sys::{KeyboardEvent, SvgElement};
use yew::prelude::*;

use crate::app::components::timeline::shapes::{pixels, rect};
use crate::app::context::Reader;
use crate::app::i18n::{Language, dates, number, shell};
use crate::app::list::{HEIGHT, Rail};
use crate::app::target;
use crate::app::timeline::number::decimal;

/// The width of the rail, and where its line stands, in pixels.
const WIDTH: [f64; 2] = [72.0, 64.0];
/// The room over the first stop and under the last, for the half of its label.
const EDGE: f64 = 10.0;
/// The attribute in which a stop has its row.
const ROW: &str = "data-row";

/// A row to go to, and whether the focus goes there.
pub(super) type Jump = (usize, bool);

/// The rail. `seen` are the rows in the window.
pub(super) fn view(reader: &Reader, rail: &Rail, seen: &Range<usize>, jump: Callback<Jump>) -> Html {
    let current = rail.stop_of(seen.start);
    let [top, foot] = rail.span(seen);
    let (width, line) = (decimal(WIDTH[0]), decimal(WIDTH[1]));
    let onclick = {
        let jump = jump.clone();
        move |event: MouseEvent| {
            if let Some(row) = target::number(&event, ROW) {
                jump.emit((row, false));
            }
        }
    };
    let onkeydown = move |event: KeyboardEvent| on_key(&event, &jump);
    let stops = rail.stops.iter().zip(&rail.places).enumerate().map(|(at, (stop, place))| {
        let (is_current, y) = (at == current, place + EDGE);
        let name = shell::PAIR.fill(reader.language, &[&said(reader.language, rail.unit, stop.day), &shell::items(reader.language, stop.rows)]);
        html! {
            <g key={at} class="rl-s" role="button" tabindex={if is_current { "0" } else { "-1" }} data-row={stop.row.to_string()}
                aria-label={name} aria-current={is_current.then_some("true")}>
                { rect("rl-h", pixels(0.0, WIDTH[0]), y - 12.0, 24.0) }
                <text x={decimal(WIDTH[1] - 9.0)} y={decimal(y + 4.0)} text-anchor="end">{ short(reader.language, rail, at, stop.day) }</text>
                <line x1={decimal(WIDTH[1] - 5.0)} x2={decimal(WIDTH[1] + 5.0)} y1={decimal(y)} y2={decimal(y)} />
            </g>
        }
    });
    html! {
        <div class="rail" role="toolbar" aria-orientation="vertical" aria-label={shell::RAIL.get(reader.language)} {onclick} {onkeydown}>
            <svg {width} height={decimal(HEIGHT + 2.0 * EDGE)}>
                <line class="rl-l" x1={line.clone()} x2={line} y1={decimal(EDGE)} y2={decimal(HEIGHT + EDGE)} />
                <g>{ for stops }</g>
                { rect("rl-t", pixels(WIDTH[1] - 2.5, 5.0), top + EDGE, (foot - top).max(6.0)) }
            </svg>
        </div>
    }
}

/// Of when the first row is that is seen, and which rows are seen, of how many. Nothing in it moves when its numbers do.
pub(super) fn line(reader: &Reader, order: &[ItemId], seen: &Range<usize>, by_date: bool) -> Html {
    let language = reader.language;
    let count = [seen.start + 1, seen.end, order.len()].map(number);
    let date = order.get(seen.start).and_then(|&id| reader.archive.date(id)).filter(|_| by_date);
    let place = shell::SEEN.fill(language, &count.each_ref().map(String::as_str));
    html! {
        <p class="pos" hidden={seen.is_empty()}>
            if let Some(date) = date { <b>{ dates::month(language, date.start) }</b> }
            { place }
        </p>
    }
}

/// The name of a stop in full.
fn said(language: Language, unit: Unit, day: Day) -> String {
    let month = dates::month(language, day);
    if unit == Unit::Month { month } else { year(language, day) }
}

fn year(language: Language, day: Day) -> String {
    let year = day.ymd().0.to_string();
    if language == Language::En { year } else { [&*year, "年"].concat() }
}

/// Its label: of months the first of each year says the year.
fn short(language: Language, rail: &Rail, at: usize, day: Day) -> String {
    let before = at.checked_sub(1).and_then(|before| rail.stops.get(before)).map(|stop| stop.day.ymd().0);
    if rail.unit == Unit::Month && before == Some(day.ymd().0) {
        let month = dates::month_of_year(language, day);
        return month.chars().take(3).collect();
    }
    day.ymd().0.to_string()
}

/// Moves from stop to stop, or goes to the rows of one.
fn on_key(event: &KeyboardEvent, jump: &Callback<Jump>) {
    let Some(stop) = event.target_dyn_into::<SvgElement>() else { return };
    let parent = stop.parent_element();
    let to = match event.key().as_str() {
        "ArrowDown" | "ArrowRight" => stop.next_element_sibling(),
        "ArrowUp" | "ArrowLeft" => stop.previous_element_sibling(),
        "Home" => parent.and_then(|all| all.first_element_child()),
        "End" => parent.and_then(|all| all.last_element_child()),
        "Enter" | " " => {
            event.prevent_default();
            return target::number(event, ROW).into_iter().for_each(|row| jump.emit((row, true)));
        }
        _ => return,
    };
    event.prevent_default();
    if let Some(to) = to.and_then(|to| wasm_bindgen::JsCast::dyn_into::<SvgElement>(to).ok()) {
        // A stop that cannot take the focus leaves it where it is.
        let _ = to.focus();
    }
}
