//! The plot of a large archive: how many items were found, what is too wide for a bar, and what the archive holds.

use jianbao_engine::corpus::Day;
use yew::prelude::*;

use super::Scene;
use super::lanes::EDGE;
use super::plot::{Frame, plot};
use super::shapes::{Across, Anchor, Paint, column, level, painted, rect, rects, share, stretched, whole, words};
use super::zooming::Zoomed;
use crate::app::i18n::{Language, Text, number, timeline as say};
use crate::app::timeline::histogram::{Bars, Wide};
use crate::app::timeline::number::decimal;
use crate::app::timeline::{Domain, Range, axis, units};
use crate::app::timeline::{Measure, Stretch};

/// The width of the column of words beside the bars, in pixels.
const COLUMN: f64 = 112.0;

/// From the axis to the foot of its words, in pixels.
const WORDS: f64 = 18.0;

/// From one row of wide spans to the next, and the height of one.
const ROW: (f64, f64) = (10.0, 7.0);

/// The height of the coverage track.
const TRACK: f64 = 9.0;

/// The width of the plot in a timeline so many pixels wide.
pub fn plot_width(width: f64, full: bool) -> f64 {
    (width - EDGE - if full { COLUMN } else { 0.0 }).max(1.0)
}

/// The plot; `other`, the bars of another query; `width` is its width in pixels, once it is known; `over`, the day under the
/// pointer.
pub fn histogram(
    scene: Scene<'_>,
    (bars, other): (&Bars, Option<&Bars>),
    width: Option<f64>,
    over: Option<Day>,
) -> Html {
    let (language, range) = (scene.reader.language, scene.brush.range);
    let (domain, unit) = (scene.brush.zoom.shown(), scene.brush.unit);
    let axis = bars.height;
    let wide_top = axis + WORDS + 10.0;
    let wide_height = if bars.wide.is_empty() { 0.0 } else { bars.wide_rows() as f64 * ROW.0 + 8.0 };
    let track_top = wide_top + wide_height + 4.0;
    let height = track_top + TRACK + 12.0;
    let frame = Frame {
        name: say::histogram(language, &say::days(language, domain.first(), domain.last()), unit, bars.measure),
        ticks: axis::ticks(language, domain, width),
        axis,
        words: WORDS,
        width,
        height,
        veil: false,
        title: over.and_then(|day| told(bars, day, language)),
    };
    // What keeps the focus has a place of its own, whatever else comes and goes.
    let shown = html! {
        <>
            <g>
                if scene.brush.has_range() {
                    { view_range(domain, range, axis) }
                }
                { for bars.scale.iter().map(|&(_, height)| level("gl", (axis - height).round() + 0.5)) }
                { for bars.gaps().map(|part| view_gap(scene, part, axis)) }
                { stretched(height, html! { <>
                    { view_bars(bars, range, true) }
                    { view_bars(bars, range, false) }
                    { view_coverage(bars, track_top) }
                    { other.map(view_other) }
                </> }) }
                { for bars.wide.iter().enumerate().map(|wide| view_wide(scene, wide, wide_top)) }
                { for bars.held.iter().filter(|part| !part.held).map(|part| view_missing(scene, part, track_top)) }
                { rect("cv-o", whole(), track_top - 0.5, TRACK + 1.0) }
            </g>
            { view_stop(scene, bars) }
        </>
    };
    html! {
        <div class={if scene.full { "tl-g" } else { "tl-g tl-bare" }}>
            if scene.full {
                { view_words(scene, bars, wide_top, track_top, height) }
            }
            { plot(scene, frame, shown) }
        </div>
    }
}

/// The switch between counts and shares.
pub fn measures(language: Language, measure: &UseStateHandle<Measure>) -> Html {
    let button = |of: Measure, words: Text| {
        let (is_on, set) = (**measure == of, measure.setter());
        html! {
            <button type="button" class="seg-b" aria-pressed={if is_on { "true" } else { "false" }} onclick={move |_| set.set(of)}>
                { words.get(language) }
            </button>
        }
    };
    html! {
        <div class="seg" role="group" aria-label={say::MEASURE.get(language)}>
            { button(Measure::Count, say::COUNTED) }
            { button(Measure::PerThousand, say::PER_THOUSAND) }
        </div>
    }
}

fn view_words(scene: Scene<'_>, bars: &Bars, wide_top: f64, track_top: f64, height: f64) -> Html {
    let (language, unit) = (scene.reader.language, scene.brush.unit);
    let label = |&(tenths, up): &(usize, f64)| {
        let at = Anchor { part: Some("end"), ..Anchor::start(decimal(COLUMN - 8.0)) };
        words("ax", at, bars.height + 4.0 - up, say::tenths(tenths).into())
    };
    let measured = match bars.measure {
        Measure::Count => say::per_unit(language, unit),
        Measure::PerThousand => say::PER_THOUSAND.get(language),
    };
    let line = |class, y, said: &'static str| words(class, Anchor::start("0"), y, said.into());
    let content = html! {
        <>
            { for bars.scale.iter().map(label) }
            { line("lt-t", 15.0, measured) }
            { line("lt-n", 32.0, say::a_bar(language, unit)) }
            if !bars.wide.is_empty() {
                { line("lt-t", wide_top + 8.0, say::ABOUT.get(language)) }
            }
            { line("lt-t", track_top + 9.0, say::COVERAGE.get(language)) }
        </>
    };
    column(COLUMN, height, Some("visible"), content)
}

/// The days of a range, as far as they are shown.
pub fn view_range(domain: Domain, range: Range, height: f64) -> Html {
    rect("sel", days(domain, range), 0.0, height)
}

fn days(domain: Domain, range: Range) -> Across {
    let x = domain.start_of(range.from);
    share(x, domain.end_of(range.to) - x)
}

/// The bar that keys have led to: one tab stop for all, which says what the bar is and what is in it.
fn view_stop(scene: Scene<'_>, bars: &Bars) -> Html {
    let (brush, language) = (scene.brush, scene.reader.language);
    let Some(Zoomed { at, .. }) = brush.bars else { return Html::default() };
    let shown = brush.zoom.shown();
    let unit = Range::unit(brush.zoom.whole(), brush.unit, at);
    html! {
        <g class="bc" role="slider" tabindex="0" aria-label={say::per_unit(language, brush.unit)} aria-orientation="horizontal"
            aria-valuemin="1" aria-valuemax={units::count(brush.unit, shown).to_string()}
            aria-valuenow={units::count(brush.unit, Domain::new(shown.first(), shown.clamp(at))).to_string()}
            aria-valuetext={told(bars, at, language)}>
            { rect("bc-r", days(shown, unit), 0.5, bars.height) }
        </g>
    }
}

/// Which days are shown, and what is in the bar under the pointer, or in the one that keys have led to.
pub fn readout(scene: Scene<'_>, (bars, other): (&Bars, Option<&Bars>), over: Option<Day>) -> Html {
    let (language, shown) = (scene.reader.language, scene.brush.zoom.shown());
    html! {
        <p class="tl-o" hidden={scene.brush.bars.is_none()}>
            <b>{ say::days(language, shown.first(), shown.last()) }</b>
            <span>{ over.and_then(|day| told(bars, day, language)) }{ over.zip(other).map(|(day, other)| told_beside(other, day)) }</span>
        </p>
    }
}

fn view_gap(scene: Scene<'_>, part: &Stretch, height: f64) -> Html {
    let paint = Paint { fill: Some(scene.ids.hatch(false)), ..Paint::default() };
    painted("gap", share(part.x, part.width), 0.0, height, paint)
}

/// What the bar or the gap over a day says.
fn told(bars: &Bars, day: Day, language: Language) -> Option<String> {
    let (from, to, held) = bars.at(day);
    let days = say::days(language, from, to);
    Some(match (held, bars.measure) {
        (None, _) => say::NOT_HELD.fill(language, &[&days]),
        (Some(Some(bar)), Measure::PerThousand) => {
            say::RATE.fill(language, &[&days, &say::tenths(bar.tenths), &number(bar.count), &number(bar.held)])
        }
        (Some(bar), _) => say::COUNT.fill(language, &[&days, &number(bar.map_or(0, |bar| bar.count))]),
    })
}

/// How many items there are in some days.
fn counted(language: Language, from: Day, to: Day, count: usize) -> Option<String> {
    Some(say::COUNT.fill(language, &[&say::days(language, from, to), &number(count)]))
}

/// The bars of the range, or those outside it.
pub fn view_bars(bars: &Bars, range: Range, inside: bool) -> Html {
    let shown = bars.bars.iter().filter(|bar| range.touches(bar.from, bar.to) == inside);
    rects(
        if inside { "hb is-in" } else { "hb" },
        shown.map(|bar| [bar.x, bar.width, bars.height - bar.height, bar.height]),
    )
}

/// The bars of another query, of which only the tops are drawn: they are seen before and behind the others alike.
fn view_other(other: &Bars) -> Html {
    let caps = |class| rects(class, other.bars.iter().map(|bar| [bar.x, bar.width, other.height - bar.height, 0.0]));
    html! { <>{ caps("hb-o is-under") }{ caps("hb-o") }</> }
}

/// What another query finds in the same bar.
fn told_beside(other: &Bars, day: Day) -> String {
    let bar = other.at(day).2.flatten();
    let said = bar.map_or_else(
        || "0".to_owned(),
        |bar| match other.measure {
            Measure::Count => number(bar.count),
            Measure::PerThousand => say::tenths(bar.tenths),
        },
    );
    [" ｜ ", &said].concat()
}

fn view_wide(scene: Scene<'_>, (at, wide): (usize, &Wide), top: f64) -> Html {
    let title = counted(scene.reader.language, wide.from, wide.to, wide.count);
    // One tab stop for all of them, where they can be taken.
    let tab = scene.brush.bars.as_ref().map(|_| if at == 0 { "0" } else { "-1" });
    let (role, name) = (tab.map(|_| "button"), tab.and(title.clone()));
    let paint = Paint { fill: Some(scene.ids.hatch(false)), mask: Some(scene.ids.mask()), title };
    let bar = painted("fz-b", share(wide.x, wide.width), top + wide.row as f64 * ROW.0, ROW.1, paint);
    html! { <g class="wd" data-wide={at.to_string()} {role} tabindex={tab} aria-label={name}>{ bar }</g> }
}

/// The share of days that are held, of each unit of which anything is.
fn view_coverage(bars: &Bars, top: f64) -> Html {
    let held = bars.held.iter().filter(|part| part.held);
    rects(
        "cv",
        held.map(|part| {
            let height = (part.share * TRACK).max(1.0);
            [part.x, part.width, top + TRACK - height, height]
        }),
    )
}

fn view_missing(scene: Scene<'_>, part: &Stretch, top: f64) -> Html {
    let paint = Paint { fill: Some(scene.ids.hatch(false)), ..Paint::default() };
    painted("cv-p", share(part.x, part.width), top, TRACK, paint)
}
