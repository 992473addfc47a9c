//! The frame of a plot: the brush over it and the axis under it, around what it shows.

use yew::prelude::*;

use super::Scene;
use super::handles::{handle, on_focus, on_key};
use super::shapes::{Anchor, Paint, level, painted, rect, share, upright, whole, words};
use crate::app::timeline::axis::Tick;
use crate::app::timeline::brush::End;
use crate::app::timeline::number::{decimal, percent};

/// The height of the bar over the range, in pixels.
const BAR: f64 = 4.0;

/// The width of a range, in pixels, under which its handles stand beside it.
const TIGHT: f64 = 24.0;

/// The frame of a plot.
#[derive(Clone, Debug)]
pub struct Frame {
    /// What it is called.
    pub name: String,
    /// The ticks.
    pub ticks: Vec<Tick>,
    /// Where the axis stands, in pixels from the top.
    pub axis: f64,
    /// The distance from the axis to the foot of its words.
    pub words: f64,
    /// The width of the plot in pixels, once it is known.
    pub width: Option<f64>,
    /// The height of all, in pixels.
    pub height: f64,
    /// Whether what lies outside the range is veiled.
    pub veil: bool,
    /// What the place under the pointer says.
    pub title: Option<String>,
}

/// The plot around what it shows.
pub fn plot(scene: Scene<'_>, frame: Frame, content: Html) -> Html {
    let brush = scene.brush;
    let shown = brush.zoom.shown();
    let (start, end) = (shown.start_of(brush.range.from), shown.end_of(brush.range.to));
    let (axis, has_range) = (frame.axis, brush.has_range());
    let top = if has_range { -BAR } else { 0.0 };
    // Handles that would cover each other, or the one bar between them, stand beside it.
    let is_tight = frame.width.is_some_and(|width| (end - start) / 100.0 * width < TIGHT);
    let aside = if is_tight { 12.0 } else { 0.0 };
    let pointer = {
        let brush = brush.clone();
        Callback::from(move |event: PointerEvent| brush.pointer(&event))
    };
    let ondblclick = {
        let brush = brush.clone();
        Callback::from(move |event: MouseEvent| brush.take(&event))
    };
    let onwheel = {
        let brush = brush.clone();
        Callback::from(move |event: WheelEvent| brush.wheel(&event))
    };
    html! {
        <svg class="tl-svg" part="timeline-plot" ref={&brush.node} width="100%" height={decimal(frame.height)} role="group"
            aria-label={frame.name} overflow="visible" onpointerdown={&pointer} onpointermove={&pointer}
            onpointerup={&pointer} onpointercancel={&pointer} onpointerleave={&pointer} {ondblclick} {onwheel} onkeydown={on_key(brush)} onfocusin={on_focus(brush)}>
            { scene.ids.defs() }
            { painted("tl-hit", whole(), 0.0, axis, Paint { title: frame.title, ..Paint::default() }) }
            { content }
            if frame.veil {
                { veil(0.0, start, axis) }
                { veil(end, 100.0, axis) }
            }
            if has_range {
                { bar(start, end) }
            }
            { handle(brush, End::From, [top, axis], -aside) }
            { handle(brush, End::To, [top, axis], aside) }
            { level("axis", axis + 0.5) }
            // Ticks come and go by zooming; in a group of their own they leave handles and bars in their places.
            <g>{ for frame.ticks.iter().map(|tick| view_tick(tick, axis, axis + frame.words)) }</g>
        </svg>
    }
}

fn veil(from: f64, to: f64, height: f64) -> Html {
    if to <= from {
        return html! { <g></g> };
    }
    rect("dim", share(from, to - from), 0.0, height)
}

/// The bar that moves the whole range, with room around it to take hold of.
fn bar(from: f64, to: f64) -> Html {
    html! {
        <g class="sel-g" data-grip="span">
            { rect("hd-hit", share(from, to - from), -10.0, 14.0) }
            { rect("sel-b", share(from, to - from), -BAR, BAR) }
        </g>
    }
}

/// A tick under an axis, with its words where it has any.
pub fn view_tick(tick: &Tick, axis: f64, foot: f64) -> Html {
    let length = if tick.long { 6.0 } else { 3.0 };
    let label =
        tick.label.as_ref().map(|(middle, said)| words("ax", Anchor::middle(percent(*middle)), foot, said.into()));
    html! { <g>{ tick.at.map(|at| upright("tk", percent(at), [axis, axis + length])) }{ label }</g> }
}
