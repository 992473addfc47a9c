//! The plot of a large archive: how many items were found, what is too wide for a bar, and what the archive holds.

use std::rc::Rc;

use jianbao_engine::search::{Results, Unit};
use yew::prelude::*;

use super::defs::Ids;
use super::lanes::EDGE;
use super::plot::Plot;
use crate::app::context::use_reader;
use crate::app::i18n::{Language, number, timeline as say};
use crate::app::timeline::histogram::{Bar, Bars, HEIGHT, Holdings, Stretch, Wide};
use crate::app::timeline::number::{decimal, percent};
use crate::app::timeline::{Domain, Range, axis};

/// The width of the column of words beside the bars, in pixels.
const COLUMN: f64 = 112.0;

/// From the axis to the foot of its words, in pixels.
const WORDS: f64 = 18.0;

/// From one row of wide spans to the next, and the height of one.
const ROW: (f64, f64) = (10.0, 7.0);

/// The height of the coverage track.
const TRACK: f64 = 9.0;

/// Properties of [`HistogramPlot`].
#[derive(Clone, PartialEq, Properties)]
pub struct HistogramPlotProps {
    /// What was found.
    pub results: Rc<Results>,
    /// What the archive holds.
    pub holdings: Rc<Holdings>,
    /// The unit of one bar.
    pub unit: Unit,
    /// The days that are shown.
    pub domain: Domain,
    /// The range.
    pub range: Range,
    /// Whether there is room for words beside the bars.
    pub full: bool,
    /// The plot's width in pixels, once it is known.
    pub plot: Option<f64>,
    /// Its patterns.
    pub ids: Ids,
    /// A new range.
    pub on_range: Callback<Range>,
}

/// The width of the plot in a timeline so many pixels wide.
pub fn plot_width(width: f64, full: bool) -> f64 {
    (width - EDGE - if full { COLUMN } else { 0.0 }).max(1.0)
}

/// The plot.
#[component]
pub fn HistogramPlot(props: &HistogramPlotProps) -> Html {
    let reader = use_reader();
    let HistogramPlotProps { domain, range, unit, .. } = *props;
    let language = reader.language;
    let bars = {
        let found = props.results.anytime.iter().filter_map(|&id| reader.archive.date(id));
        Bars::new(found, &props.holdings, props.plot.unwrap_or(0.0))
    };
    let name = say::histogram(language, &say::days(language, domain.first(), domain.last()), unit);
    let ticks = axis::ticks(language, domain, props.plot);
    let wide_top = HEIGHT + WORDS + 10.0;
    let wide_height = if bars.wide.is_empty() { 0.0 } else { bars.wide_rows() as f64 * ROW.0 + 8.0 };
    let track_top = wide_top + wide_height + 4.0;
    let height = track_top + TRACK + 12.0;
    let has_range = range.condition(domain) != (None, None);
    html! {
        <div class={classes!("tl-g", (!props.full).then_some("tl-bare"))}>
            if props.full {
                { view_words(&bars, unit, language, wide_top, track_top, height) }
            }
            <Plot {name} {language} {domain} {unit} {range} ids={props.ids.clone()} {ticks} axis={HEIGHT} words={WORDS} {height}
                veil=false on_range={&props.on_range}>
                if has_range {
                    { view_range(domain, range) }
                }
                { for bars.scale.iter().map(|&(_, height)| view_grid(height)) }
                { for bars.held.iter().filter(|part| !part.held).map(|part| view_gap(part, &props.ids, language)) }
                { for bars.bars.iter().map(|bar| view_bar(bar, range, language)) }
                { for bars.wide.iter().map(|wide| view_wide(wide, wide_top, &props.ids, language)) }
                { for bars.held.iter().map(|part| view_held(part, track_top, &props.ids)) }
                <rect class="cv-o" x="0" y={decimal(track_top - 0.5)} width="100%" height={decimal(TRACK + 1.0)} />
            </Plot>
        </div>
    }
}

fn view_words(bars: &Bars, unit: Unit, language: Language, wide_top: f64, track_top: f64, height: f64) -> Html {
    let edge = decimal(COLUMN - 8.0);
    let label = |&(count, up): &(usize, f64)| {
        html! { <text class="ax" x={edge.clone()} y={decimal(HEIGHT + 4.0 - up)} text-anchor="end">{ number(count) }</text> }
    };
    html! {
        <svg class="tl-lab" width={decimal(COLUMN)} height={decimal(height)} aria-hidden="true" focusable="false" overflow="visible">
            { for bars.scale.iter().map(label) }
            <text class="lt-t" x="0" y="15">{ say::per_unit(language, unit) }</text>
            <text class="lt-n" x="0" y="32">{ say::a_bar(language, unit) }</text>
            if !bars.wide.is_empty() {
                <text class="lt-t" x="0" y={decimal(wide_top + 8.0)}>{ say::ABOUT.get(language) }</text>
            }
            <text class="lt-t" x="0" y={decimal(track_top + 9.0)}>{ say::COVERAGE.get(language) }</text>
        </svg>
    }
}

fn view_range(domain: Domain, range: Range) -> Html {
    let x = domain.start_of(range.from);
    html! { <rect class="sel" x={percent(x)} y="0" width={percent(domain.end_of(range.to) - x)} height={decimal(HEIGHT)} /> }
}

fn view_grid(up: f64) -> Html {
    let y = decimal((HEIGHT - up).round() + 0.5);
    html! { <line class="gl" x1="0" x2="100%" y1={y.clone()} y2={y} /> }
}

fn view_gap(part: &Stretch, ids: &Ids, language: Language) -> Html {
    let title = say::NOT_HELD.fill(language, &[&say::days(language, part.from, part.to)]);
    html! {
        <rect class="gap" x={percent(part.x)} y="0" width={percent(part.width)} height={decimal(HEIGHT)} fill={ids.hatch(false)}>
            <title>{ title }</title>
        </rect>
    }
}

fn view_bar(bar: &Bar, range: Range, language: Language) -> Html {
    let title = say::COUNT.fill(language, &[&say::days(language, bar.from, bar.to), &number(bar.count)]);
    let class = classes!("hb", range.touches(bar.from, bar.to).then_some("is-in"));
    html! {
        <rect {class} x={percent(bar.x)} y={decimal(HEIGHT - bar.height)} width={percent(bar.width)} height={decimal(bar.height)}>
            <title>{ title }</title>
        </rect>
    }
}

fn view_wide(wide: &Wide, top: f64, ids: &Ids, language: Language) -> Html {
    let title = say::COUNT.fill(language, &[&say::days(language, wide.from, wide.to), &number(wide.count)]);
    let y = decimal(top + wide.row as f64 * ROW.0);
    html! {
        <rect class="fz-b" x={percent(wide.x)} {y} width={percent(wide.width)} height={decimal(ROW.1)} fill={ids.hatch(false)}
            mask={ids.mask()}>
            <title>{ title }</title>
        </rect>
    }
}

fn view_held(part: &Stretch, top: f64, ids: &Ids) -> Html {
    let (x, width) = (percent(part.x), percent(part.width));
    if !part.held {
        return html! { <rect class="cv-p" {x} y={decimal(top)} {width} height={decimal(TRACK)} fill={ids.hatch(false)} /> };
    }
    let height = (part.share * TRACK).max(1.0);
    html! { <rect class="cv" {x} y={decimal(top + TRACK - height)} {width} height={decimal(height)} /> }
}
