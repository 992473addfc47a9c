//! The frame of a plot: the brush over it and the axis under it. What it shows comes as children.

use jianbao_engine::search::Unit;
use web_sys::Element;
use yew::prelude::*;

use super::defs::Ids;
use super::handles::Handle;
use crate::app::i18n::Language;
use crate::app::timeline::Domain;
use crate::app::timeline::axis::Tick;
use crate::app::timeline::brush::{End, Grip, Range};
use crate::app::timeline::number::{decimal, percent};

/// How far a pointer goes, in pixels, before it is a new stroke and not a click.
const STROKE: f64 = 4.0;

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

/// A drag under way.
#[derive(Clone, Copy, Debug)]
struct Drag {
    pointer: i32,
    grip: Grip,
    before: Range,
    /// The range asked for last.
    last: Range,
    /// Where a stroke began, in pixels, until it has become one.
    from: Option<f64>,
}

/// The plot.
#[component]
pub fn Plot(props: &PlotProps) -> Html {
    let node = use_node_ref();
    let drag = use_mut_ref(|| None::<Drag>);
    let before = use_mut_ref(|| props.range);
    let PlotProps { domain, unit, range, axis, .. } = *props;

    let onpointerdown = {
        let (node, drag, before) = (node.clone(), drag.clone(), before.clone());
        move |event: PointerEvent| {
            let Some((x, share)) = place(&node, &event) else { return };
            if event.button() != 0 || !event.is_primary() {
                return;
            }
            let grip = grip_at(&event, domain, share);
            let is_stroke = matches!(grip, Grip::New(_));
            if !is_stroke {
                capture(&node, &event);
            }
            *before.borrow_mut() = range;
            let from = is_stroke.then_some(x);
            *drag.borrow_mut() = Some(Drag { pointer: event.pointer_id(), grip, before: range, last: range, from });
        }
    };
    let onpointermove = {
        let (node, drag, on_range) = (node.clone(), drag.clone(), props.on_range.clone());
        move |event: PointerEvent| {
            let moved = drag.borrow_mut().as_mut().and_then(|drag| drag.to(&node, &event, domain, unit));
            if let Some(range) = moved {
                on_range.emit(range);
            }
        }
    };
    let onpointerup = {
        let drag = drag.clone();
        move |_: PointerEvent| *drag.borrow_mut() = None
    };
    let onpointercancel = {
        let (drag, on_range) = (drag.clone(), props.on_range.clone());
        move |_: PointerEvent| {
            let ended = drag.borrow_mut().take();
            if let Some(drag) = ended.filter(|drag| drag.last != drag.before) {
                on_range.emit(drag.before);
            }
        }
    };
    let ondblclick = {
        let (node, on_range) = (node.clone(), props.on_range.clone());
        move |event: MouseEvent| {
            if let Some((_, share)) = place(&node, &event).filter(|_| !is_on(&event, "[data-grip]")) {
                on_range.emit(Range::unit(domain, unit, domain.day_at(share)));
            }
        }
    };
    let on_focus = {
        let before = before.clone();
        Callback::from(move |()| *before.borrow_mut() = range)
    };
    let on_escape = {
        let (drag, on_range) = (drag, props.on_range.clone());
        Callback::from(move |()| {
            *drag.borrow_mut() = None;
            on_range.emit(*before.borrow());
        })
    };

    let has_range = range.condition(domain) != (None, None);
    let reach = (if has_range { -BAR } else { 0.0 }, axis);
    let handle = |end| {
        let (language, on_range) = (props.language, props.on_range.clone());
        let (on_focus, on_escape) = (on_focus.clone(), on_escape.clone());
        html! { <Handle {end} {domain} {range} {unit} {reach} {language} {on_range} {on_focus} {on_escape} /> }
    };
    html! {
        <svg class="tl-svg" part="timeline-plot" ref={node.clone()} width="100%" height={decimal(props.height)} role="group"
            aria-label={&props.name} overflow="visible"
            {onpointerdown} {onpointermove} {onpointerup} {onpointercancel} {ondblclick}>
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

impl Drag {
    /// The range where the pointer is now, if it is another than the last.
    fn to(&mut self, node: &NodeRef, event: &PointerEvent, domain: Domain, unit: Unit) -> Option<Range> {
        if event.pointer_id() != self.pointer {
            return None;
        }
        let (x, share) = place(node, event)?;
        if let Some(from) = self.from {
            if (x - from).abs() < STROKE {
                return None;
            }
            self.from = None;
            capture(node, event);
        }
        let range = self.before.drag(domain, unit, self.grip, share);
        let is_new = range != self.last;
        self.last = range;
        is_new.then_some(range)
    }
}

/// Where a pointer is: in pixels from the plot's left edge, and as a share of its width.
fn place(node: &NodeRef, event: &MouseEvent) -> Option<(f64, f64)> {
    let rect = node.cast::<Element>()?.get_bounding_client_rect();
    let x = f64::from(event.client_x()) - rect.left();
    (rect.width() > 0.0).then(|| (x, x / rect.width()))
}

/// The rest of the drag comes to the plot, wherever the pointer goes.
fn capture(node: &NodeRef, event: &PointerEvent) {
    if let Some(plot) = node.cast::<Element>() {
        // A pointer that is gone already cannot be captured; then there is nothing to drag.
        let _ = plot.set_pointer_capture(event.pointer_id());
    }
}

fn is_on(event: &MouseEvent, selector: &str) -> bool {
    event.target_dyn_into::<Element>().and_then(|target| target.closest(selector).ok().flatten()).is_some()
}

fn grip_at(event: &PointerEvent, domain: Domain, share: f64) -> Grip {
    let is = |selector| is_on(event, selector);
    match () {
        () if is("[data-grip=from]") => Grip::End(End::From),
        () if is("[data-grip=to]") => Grip::End(End::To),
        () if is("[data-grip=span]") => Grip::Span(domain.edge_at(share)),
        () => Grip::New(domain.day_at(share)),
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
