//! The small mark beside a result: a day is a solid block, an unknown day a hatched span that fades at both ends.

use jianbao_engine::corpus::{Date, Day};
use yew::prelude::*;

use super::shapes::{line, pixels, rect};
use crate::app::timeline::Domain;
use crate::app::timeline::number::{decimal, within};

const WIDTH: f64 = 72.0;
const MIN_DAY: f64 = 4.5;

/// An item's date, drawn on a line 72 pixels wide from one day to another. The words beside it say the same.
pub fn date_glyph(date: Date, (first, last): (Day, Day)) -> Html {
    let domain = Domain::new(first, last);
    let start = domain.start_of(date.start) / 100.0 * WIDTH;
    let end = domain.end_of(date.end) / 100.0 * WIDTH;
    html! {
        <svg class="gly" width="72" height="9" aria-hidden="true" focusable="false">
            { line("axis", pixels(0.0, WIDTH), [8.5, 8.5]) }
            { if date.fuzzy { hatch(start, end) } else { block(start, end) } }
        </svg>
    }
}

fn block(start: f64, end: f64) -> Html {
    let width = (end - start).max(MIN_DAY);
    let x = within(f64::midpoint(start, end) - width / 2.0, 0.0, WIDTH - width);
    rect("mk-b", pixels(x, width), 0.0, 8.0)
}

/// Strokes at 45° drawn one by one: a pattern and a mask would need an id for each row.
fn hatch(start: f64, end: f64) -> Html {
    let (strong, half, faint) = strokes(start, end);
    html! {
        <g class="gly-h">
            <path d={strong} />
            <path d={half} opacity=".6" />
            <path d={faint} opacity=".25" />
        </g>
    }
}

/// The strokes' paths: in full, then fainter towards both ends.
fn strokes(start: f64, end: f64) -> (String, String, String) {
    let (mut strong, mut half, mut faint) = (String::new(), String::new(), String::new());
    let count = ((end - start - 6.0) / 4.5).floor().max(0.0) as usize + 1;
    for number in 0..count {
        let path = match number.min(count - 1 - number) {
            0 if count > 4 => &mut faint,
            1 if count > 6 => &mut half,
            _ => &mut strong,
        };
        path.push('M');
        path.push_str(&decimal((start + number as f64 * 4.5).min(WIDTH - 6.0)));
        path.push_str(" 7l6-6");
    }
    (strong, half, faint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hatched_month_fades_at_both_ends() {
        let (strong, half, faint) = strokes(0.0, WIDTH);
        assert_eq!((half.matches('M').count(), faint.matches('M').count()), (2, 2));
        assert!(strong.matches('M').count() > 8);
        assert!(faint.starts_with("M0 7"));
    }

    #[test]
    fn even_the_narrowest_span_has_a_stroke() {
        let (strong, ..) = strokes(WIDTH, WIDTH);
        assert_eq!(strong, "M66 7l6-6");
    }
}
