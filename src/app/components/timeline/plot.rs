//! The frame of a plot: the brush over it and the axis under it. What it shows comes as children.

use jianbao_engine::search::Unit;
use yew::prelude::*;

use super::defs::Ids;
use super::drag::{Brush, use_brush};
use super::handles::Handle;
use crate::app::i18n::Language;
use crate::app::timeline::Domain;
use crate::app::timeline::axis::Tick;
use crate::app::timeline::brush::{End, Range};
use crate::app::timeline::number::{decimal, percent};

/// The height of the bar over the range, in pixels.
const BAR: f64 = 4.0;

/// Properties of [`Plot`].
#[derive(Clone, PartialEq, Properties)]
pub struct PlotProps {
    /// What it is called.
    pub name: AttrValue,
    /// The language of its words.
    pub language: Language,
    /// The days that are shown.
    pub domain: Domain,
    /// What the brush snaps to.
    pub unit: Unit,
    /// The range.
    pub range: Range,
    /// Its patterns.
    pub ids: Ids,
    /// The ticks.
    pub ticks: Vec<Tick>,
    /// Where the axis stands, in pixels from the top.
    pub axis: f64,
    /// The distance from the axis to the foot of its words.
    pub words: f64,
    /// The height of all, in pixels.
    pub height: f64,
    /// Whether what lies outside the range is veiled.
    pub veil: bool,
    /// A new range.
    pub on_range: Callback<Range>,
    /// What is shown.
    pub children: Html,
}

/// The plot.
#[component]
pub fn Plot(props: &PlotProps) -> Html {
    let PlotProps { domain, unit, range, axis, .. } = *props;
    let brush = use_brush(domain, unit, range, &props.on_range);
    let with = |act: fn(&Brush, &PointerEvent)| {
        let brush = brush.clone();
        move |event: PointerEvent| act(&brush, &event)
    };
    let ondblclick = {
        let brush = brush.clone();
        move |event: MouseEvent| brush.take(&event)
    };
    let call = |act: fn(&Brush)| {
        let brush = brush.clone();
        Callback::from(move |()| act(&brush))
    };
    let (on_focus, on_escape) = (call(Brush::hold), call(Brush::escape));

    let has_range = range.condition(domain) != (None, None);
    let reach = (if has_range { -BAR } else { 0.0 }, axis);
    let handle = |end| {
        let (language, on_range) = (props.language, props.on_range.clone());
        let (on_focus, on_escape) = (on_focus.clone(), on_escape.clone());
        html! { <Handle {end} {domain} {range} {unit} {reach} {language} {on_range} {on_focus} {on_escape} /> }
    };
    html! {
        <svg class="tl-svg" part="timeline-plot" ref={&brush.node} width="100%" height={decimal(props.height)} role="group"
            aria-label={&props.name} overflow="visible"
            onpointerdown={with(Brush::down)} onpointermove={with(Brush::moved)} onpointerup={with(|brush, _| brush.up())}
            onpointercancel={with(|brush, _| brush.cancelled())} {ondblclick}>
            { props.ids.defs() }
            <rect class="tl-hit" x="0" y="0" width="100%" height={decimal(axis)} />
            { props.children.clone() }
            if props.veil {
                { veil(0.0, domain.start_of(range.from), axis) }
                { veil(domain.end_of(range.to), 100.0, axis) }
            }
            if has_range {
                { bar(domain.start_of(range.from), domain.end_of(range.to)) }
            }
            { handle(End::From) }
            { handle(End::To) }
            <line class="axis" x1="0" x2="100%" y1={decimal(axis + 0.5)} y2={decimal(axis + 0.5)} />
            { for props.ticks.iter().map(|tick| view_tick(tick, axis, axis + props.words)) }
        </svg>
    }
}

fn veil(from: f64, to: f64, height: f64) -> Html {
    if to <= from {
        return html! { <g></g> };
    }
    html! { <rect class="dim" x={percent(from)} y="0" width={percent(to - from)} height={decimal(height)} /> }
}

/// The bar that moves the whole range, with room around it to take hold of.
fn bar(from: f64, to: f64) -> Html {
    let (x, width) = (percent(from), percent(to - from));
    html! {
        <g class="sel-g" data-grip="span">
            <rect class="hd-hit" x={x.clone()} y="-10" width={width.clone()} height="14" />
            <rect class="sel-b" {x} y={decimal(-BAR)} {width} height={decimal(BAR)} />
        </g>
    }
}

fn view_tick(tick: &Tick, axis: f64, foot: f64) -> Html {
    let length = if tick.long { 6.0 } else { 3.0 };
    html! {
        <g>
            if let Some(at) = tick.at.map(percent) {
                <line class="tk" x1={at.clone()} x2={at} y1={decimal(axis)} y2={decimal(axis + length)} />
            }
            if let Some((middle, words)) = &tick.label {
                <text class="ax" x={percent(*middle)} y={decimal(foot)} text-anchor="middle">{ words }</text>
            }
        </g>
    }
}
