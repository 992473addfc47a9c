//! The two handles of the brush, as sliders.

use jianbao_engine::search::Unit;
use yew::prelude::*;

use super::drag::{Brush, WIDE, end_of, grip};
use super::shapes::{pixels, rect, upright};
use crate::app::i18n::{dates, timeline as say};
use crate::app::target;
use crate::app::timeline::brush::{End, Step};
use crate::app::timeline::number::{decimal, percent};

/// What a key does to a handle. Shift, and the page keys, go a week, or twelve units of a histogram.
fn step_of(key: &str, shift: bool, unit: Unit) -> Option<Step> {
    let far = if unit == Unit::Day { 7 } else { 12 };
    let by = if shift { far } else { 1 };
    match key {
        "ArrowLeft" | "ArrowDown" => Some(Step::By(-by)),
        "ArrowRight" | "ArrowUp" => Some(Step::By(by)),
        "PageDown" => Some(Step::By(-far)),
        "PageUp" => Some(Step::By(far)),
        "Home" => Some(Step::First),
        "End" => Some(Step::Last),
        _ => None,
    }
}

/// What keys do to the handles of a plot, wherever in the plot they come from.
pub fn on_key(brush: &Brush) -> Callback<KeyboardEvent> {
    let brush = brush.clone();
    Callback::from(move |event: KeyboardEvent| {
        let key = event.key();
        let has_key = event.ctrl_key() || event.meta_key() || event.alt_key();
        let span = target::number(&event, WIDE).filter(|_| !has_key);
        match (end_of(&event), step_of(&key, event.shift_key(), brush.unit)) {
            _ if has_key => return,
            _ if span.is_some_and(|at| brush.span(at, &key)) => (),
            (Some(end), Some(step)) => brush.set(brush.now().step(brush.zoom.whole(), brush.unit, end, step)),
            (Some(_), None) if key == "Escape" => brush.escape(),
            (None, Some(step)) if brush.bars.is_some() => brush.walk(step),
            (_, None) if brush.command(&key) => (),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    })
}

/// What Escape goes back to is the range as it is when a handle takes the focus.
pub fn on_focus(brush: &Brush) -> Callback<FocusEvent> {
    let brush = brush.clone();
    Callback::from(move |event: FocusEvent| {
        if end_of(&event).is_some() {
            brush.hold();
        }
    })
}

/// One handle: a slider over the days, with its top and bottom in pixels, and how far its grip stands aside. The plot that it
/// stands in moves it.
pub fn handle(brush: &Brush, end: End, [top, bottom]: [f64; 2], aside: f64) -> Html {
    let (domain, range, language) = (brush.zoom.shown(), brush.range, brush.reader.language);
    let whole = brush.zoom.whole();
    let (day, x, name) = match end {
        End::From => (range.from, domain.start_of(range.from), say::START_DATE),
        End::To => (range.to, domain.end_of(range.to), say::END_DATE),
    };
    let middle = f64::midpoint(top.max(0.0), bottom);
    let notch = |x: f64| upright("hd-n", decimal(x + aside), [middle - 5.0, middle + 5.0]);
    html! {
        <svg x={percent(x)} y="0" overflow="visible">
            <g class="hd" role="slider" tabindex="0" data-grip={grip(end)} aria-label={name.get(language)}
                aria-orientation="horizontal" aria-valuemin="1" aria-valuemax={whole.days().to_string()}
                aria-valuenow={(day.0 - whole.first().0 + 1).to_string()} aria-valuetext={dates::day(language, day)}>
                { rect("hd-hit", pixels(-12.0 + aside, 24.0), top, bottom - top) }
                { upright("hd-l", decimal(0.0), [top, bottom]) }
                <rect class="hd-g" x={decimal(aside - 5.5)} y={decimal(middle - 11.0)} width="11" height="22" rx="2" />
                { notch(-1.5) }
                { notch(1.5) }
            </g>
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shift_and_the_page_keys_go_far() {
        assert_eq!(step_of("ArrowLeft", false, Unit::Day), Some(Step::By(-1)));
        assert_eq!(step_of("ArrowRight", true, Unit::Day), Some(Step::By(7)));
        assert_eq!(step_of("PageUp", false, Unit::Month), Some(Step::By(12)));
        assert_eq!(step_of("Tab", false, Unit::Day), None);
    }
}
