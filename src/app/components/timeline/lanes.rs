//! The plot of a small archive: a lane a section, with its name, and a mark an item.

use std::rc::Rc;

use jianbao_engine::corpus::{Day, ItemId};
use jianbao_engine::search::{Results, Unit};
use yew::prelude::*;

use super::defs::Ids;
use super::few::{FewItems, LaneName};
use super::marks::{Marks, faces};
use super::plot::Plot;
use crate::app::context::use_reader;
use crate::app::i18n::{Language, number, timeline as say};
use crate::app::state::Action;
use crate::app::timeline::labels::{self, Name};
use crate::app::timeline::lanes::{FULL, Lane, Lanes, SLIM};
use crate::app::timeline::number::{decimal, percent};
use crate::app::timeline::{Domain, Range, axis, words};

/// The room between the plot and the edge of the timeline, in pixels.
pub const EDGE: f64 = 8.0;

/// Rows beyond which even a wide plot is drawn slim.
const MOST_ROWS: f64 = 18.0;

/// Properties of [`LanesPlot`].
#[derive(Clone, PartialEq, Properties)]
pub struct LanesPlotProps {
    /// The items and sections.
    pub items: Rc<FewItems>,
    /// What was found.
    pub results: Rc<Results>,
    /// The item that is open.
    pub open: Option<ItemId>,
    /// The days that are shown.
    pub domain: Domain,
    /// The range.
    pub range: Range,
    /// Whether there is room for labels.
    pub full: bool,
    /// The timeline's width in pixels, once it is known.
    pub width: Option<f64>,
    /// Its patterns.
    pub ids: Ids,
    /// A new range.
    pub on_range: Callback<Range>,
}

/// The plot.
#[component]
pub fn LanesPlot(props: &LanesPlotProps) -> Html {
    let reader = use_reader();
    let LanesPlotProps { domain, range, .. } = *props;
    let (language, names) = (reader.language, &props.items.lanes);
    let entries: Vec<_> = props.items.items.iter().map(|item| item.entry).collect();
    let fit = |full: bool| {
        let column = if full { column(names, &counts(props, language)) } else { 36.0 };
        let plot = props.width.map(|width| (width - column - EDGE).max(1.0));
        let measures = if full { FULL } else { SLIM };
        (column, plot, measures, Lanes::new(&entries, names.len(), domain, measures, plot))
    };
    let mut full = props.full;
    let (mut column, mut plot, mut measures, mut lanes) = fit(full);
    if full && lanes.height > MOST_ROWS * FULL.pitch {
        full = false;
        (column, plot, measures, lanes) = fit(false);
    }

    let mut faces = faces(&lanes, &props.items.items, &props.results.order, props.open, language);
    if let Some(plot) = plot.filter(|_| full) {
        let name = |(mark, face): (&crate::app::timeline::lanes::Mark, &super::marks::Face)| Name {
            day: face.day.clone(),
            name: match mark.entries[..] {
                [only] => props.items.items.get(only).map(|item| item.short.clone()).unwrap_or_default(),
                _ => say::TIMES.fill(language, &[&number(mark.entries.len())]),
            },
            first: face.is_found,
        };
        let names: Vec<Name> = lanes.marks.iter().zip(&faces).map(name).collect();
        let handles = [domain.start_of(range.from), domain.end_of(range.to)];
        for (face, label) in faces.iter_mut().zip(labels::place(&lanes, &names, handles, plot)) {
            face.label = label;
        }
    }

    let on_take = {
        let (items, marks, on_range) = (props.items.clone(), lanes.marks.clone(), props.on_range.clone());
        let reader = reader.clone();
        Callback::from(move |at: usize| match marks.get(at).map(|mark| (&mark.entries[..], mark.date)) {
            Some(([only], _)) => items.items.get(*only).map_or((), |item| reader.act(Action::Open(item.id))),
            Some((_, date)) => on_range.emit(Range { from: date.start, to: date.end }),
            None => (),
        })
    };
    let (axis_at, words_at) = (lanes.height, if full { 19.0 } else { 17.0 });
    let height = axis_at + words_at + if full { 5.0 } else { 3.0 };
    let name = say::LANES.fill(language, &[&say::days(language, domain.first(), domain.last())]);
    let ticks = axis::ticks(language, domain, plot);
    let heights = lanes.lanes.clone();
    html! {
        <div class="tl-g">
            { view_names(names, &heights, &counts(props, language), full, column, height) }
            <Plot {name} {language} {domain} unit={Unit::Day} {range} ids={props.ids.clone()} {ticks} axis={axis_at}
                words={words_at} {height} veil=true on_range={&props.on_range}>
                { for domain.iter().filter(|day| day.weekday() >= 5).map(|day| view_weekend(domain, day, axis_at)) }
                { for heights.iter().map(view_rule) }
                <Marks {lanes} {faces} {measures} ids={props.ids.clone()} {on_take} />
            </Plot>
        </div>
    }
}

/// How many of each lane's items are among the results, and how many it has, in words.
fn counts(props: &LanesPlotProps, language: Language) -> Vec<String> {
    let count = |lane: usize| {
        let own = || props.items.items.iter().filter(move |item| item.entry.lane == lane);
        let found = own().filter(|item| props.results.order.contains(&item.id)).count();
        say::OF.fill(language, &[&number(found), &number(own().count())])
    };
    (0..props.items.lanes.len()).map(count).collect()
}

/// The width of the column of names, in pixels.
fn column(names: &[LaneName], counts: &[String]) -> f64 {
    let texts = names.iter().map(|lane| &lane.name).chain(counts);
    texts.map(|text| words::width(text)).fold(0.0, f64::max).clamp(64.0, 180.0) + 44.0
}

fn view_names(names: &[LaneName], lanes: &[Lane], counts: &[String], full: bool, column: f64, height: f64) -> Html {
    let side = if full { 19.0 } else { 17.0 };
    let view = |(at, lane): (usize, &Lane)| {
        let middle = lane.top + lane.height / 2.0;
        let (name, count) = (names.get(at), counts.get(at));
        // Inked or not as beside the results, so that lanes are told apart by more than their character.
        let class = name.filter(|name| name.is_inked).map(|_| "is-inked");
        html! {
            <g>
                <rect class={classes!("lt", class)} x="0.5" y={decimal(middle - side / 2.0)} width={decimal(side)} height={decimal(side)} />
                <text class={classes!("lt-c", class)} x={decimal(0.5 + side / 2.0)} y={decimal(middle + 4.3)} text-anchor="middle">
                    { name.map(|name| name.tag.clone()) }
                </text>
                if full {
                    <text class="lt-t" x="28" y={decimal(middle - 1.0)}>
                        { name.map(|name| words::shorten(&name.name, column - 42.0)) }
                    </text>
                    <text class="lt-n" x="28" y={decimal(middle + 15.0)}>{ count }</text>
                }
            </g>
        }
    };
    html! {
        <svg class="tl-lab" width={decimal(column)} height={decimal(height)} aria-hidden="true" focusable="false">
            { for lanes.iter().enumerate().map(view) }
        </svg>
    }
}

fn view_weekend(domain: Domain, day: Day, height: f64) -> Html {
    let x = domain.start_of(day);
    html! { <rect class="we" x={percent(x)} y="0" width={percent(domain.end_of(day) - x)} height={decimal(height)} /> }
}

fn view_rule(lane: &Lane) -> Html {
    let y = decimal(lane.top + 0.5);
    html! { <line class="lane-r" x1="0" x2="100%" y1={y.clone()} y2={y} /> }
}
