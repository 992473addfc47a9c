//! The two handles of the brush, as sliders.

use jianbao_engine::search::Unit;
use yew::prelude::*;

use crate::app::i18n::{Language, dates, timeline as say};
use crate::app::timeline::Domain;
use crate::app::timeline::brush::{End, Range, Step};
use crate::app::timeline::number::{decimal, percent};

/// Properties of [`Handle`].
#[derive(Clone, PartialEq, Properties)]
pub struct HandleProps {
    /// Which end it is.
    pub end: End,
    /// The days that are shown.
    pub domain: Domain,
    /// The range as it is.
    pub range: Range,
    /// What an arrow key moves it by.
    pub unit: Unit,
    /// Top and bottom, in pixels.
    pub reach: (f64, f64),
    /// The language of its words.
    pub language: Language,
    /// A new range.
    pub on_range: Callback<Range>,
    /// It takes the focus: what Escape goes back to is the range as it is then.
    pub on_focus: Callback<()>,
    /// Escape.
    pub on_escape: Callback<()>,
}

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

/// One handle: a slider over the days. It is dragged by the plot that it stands in.
#[component]
pub fn Handle(props: &HandleProps) -> Html {
    let HandleProps { end, domain, range, unit, reach: (top, bottom), language, .. } = *props;
    let (day, x, name, grip) = match end {
        End::From => (range.from, domain.start_of(range.from), say::START_DATE, "from"),
        End::To => (range.to, domain.end_of(range.to), say::END_DATE, "to"),
    };
    let onkeydown = {
        let props = props.clone();
        move |event: KeyboardEvent| {
            let step = step_of(&event.key(), event.shift_key(), unit);
            match step {
                Some(step) => props.on_range.emit(range.step(domain, unit, end, step)),
                None if event.key() == "Escape" => props.on_escape.emit(()),
                None => return,
            }
            event.prevent_default();
            event.stop_propagation();
        }
    };
    let onfocus = props.on_focus.reform(|_| ());
    let middle = f64::midpoint(top.max(0.0), bottom);
    let (top, bottom) = (decimal(top), decimal(bottom));
    let height = decimal(props.reach.1 - props.reach.0);
    let (notch_top, notch_bottom) = (decimal(middle - 5.0), decimal(middle + 5.0));
    html! {
        <svg x={percent(x)} y="0" overflow="visible">
            <g class="hd" role="slider" tabindex="0" data-grip={grip} {onkeydown} {onfocus}
                aria-label={name.get(language)} aria-orientation="horizontal" aria-valuemin="1"
                aria-valuemax={domain.days().to_string()}
                aria-valuenow={(day.0 - domain.first().0 + 1).to_string()}
                aria-valuetext={dates::day(language, day)}>
                <rect class="hd-hit" x="-12" y={top.clone()} width="24" {height} />
                <line class="hd-l" x1="0" x2="0" y1={top} y2={bottom} />
                <rect class="hd-g" x="-5.5" y={decimal(middle - 11.0)} width="11" height="22" rx="2" />
                <line class="hd-n" x1="-1.5" x2="-1.5" y1={notch_top.clone()} y2={notch_bottom.clone()} />
                <line class="hd-n" x1="1.5" x2="1.5" y1={notch_top} y2={notch_bottom} />
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
