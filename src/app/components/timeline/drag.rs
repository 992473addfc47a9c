//! The pointer over a plot: it drags the ends of the range, the whole of it, or strokes a new one. Where the plot can be
//! zoomed, a bar that is clicked is taken, one that is clicked twice fills the plot, and two fingers or a wheel zoom.

use std::cell::RefCell;
use std::rc::Rc;

use jianbao_engine::corpus::Day;
use jianbao_engine::search::Unit;
use web_sys::Element;
use yew::prelude::*;

use super::zooming::{Pinch, Zoomed};
use crate::app::context::Reader;
use crate::app::state::Action;
use crate::app::target;
use crate::app::timeline::brush::{End, Grip, Range};
use crate::app::timeline::{Zoom, units};

/// How far a pointer goes, in pixels, before it is a new stroke and not a click.
const STROKE: f64 = 4.0;

/// The attribute that says what an element moves: an end, or (`span`) the whole range.
const GRIP: &str = "data-grip";
const FROM: &str = "from";
const TO: &str = "to";

/// The attribute in which a span that is wider than the bars has its number.
pub const WIDE: &str = "data-wide";

/// A drag under way.
#[derive(Clone, Copy, Debug)]
pub(super) struct Drag {
    pub(super) pointer: i32,
    grip: Grip,
    before: Range,
    /// The range asked for last.
    last: Range,
    /// Where a stroke began, in pixels, until it has become one.
    from: Option<f64>,
    /// Where the pointer is, as a share of the width.
    pub(super) share: f64,
}

/// What lives from one drawing of a plot to the next.
#[derive(Debug)]
pub struct Held {
    pub(super) drag: Option<Drag>,
    pub(super) pinch: Option<Pinch>,
    /// What Escape goes back to.
    before: Option<Range>,
    /// The range that was drawn when one was asked for last, and that one.
    asked: Option<[Range; 2]>,
}

impl Held {
    /// Nothing is dragged; Escape goes back to a range.
    pub fn new(before: Option<Range>) -> Self {
        Self { drag: None, pinch: None, before, asked: None }
    }

    /// A range has been drawn: what was asked for before is done.
    pub fn draw(&mut self, range: Range) {
        self.asked.take_if(|[drawn, _]| *drawn != range);
    }
}

/// What a plot needs to follow the pointer.
#[derive(Clone)]
pub struct Brush {
    /// The plot's element.
    pub node: NodeRef,
    /// What lives on.
    pub held: Rc<RefCell<Held>>,
    /// The days that are shown, and all.
    pub zoom: Zoom,
    /// What the range snaps to.
    pub unit: Unit,
    /// The range that is drawn.
    pub range: Range,
    /// Where a new range goes to.
    pub reader: Reader,
    /// Told of the first day of the unit that the pointer goes over.
    pub over: Callback<Option<Day>>,
    /// Bars that can be zoomed, and taken one by one.
    pub bars: Option<Zoomed>,
}

impl Brush {
    /// Sets the range.
    pub fn set(&self, range: Range) {
        self.held.borrow_mut().asked = Some([self.range, range]);
        let (from, to) = range.condition(self.zoom.whole());
        self.reader.act(Action::Range(from, to));
    }

    /// The range that was asked for last, which may not be drawn yet.
    pub fn now(&self) -> Range {
        self.held.borrow().asked.map_or(self.range, |[_, asked]| asked)
    }

    /// Whether the range is narrower than all that is shown.
    pub fn has_range(&self) -> bool {
        self.range.condition(self.zoom.whole()) != (None, None)
    }

    /// A pointer goes down, moves, goes up, or is taken away.
    pub fn pointer(&self, event: &PointerEvent) {
        match event.type_().as_str() {
            "pointerdown" => self.down(event),
            "pointermove" => self.moved(event),
            "pointerleave" => self.over.emit(None),
            "pointerup" => self.up(event),
            _ => self.cancelled(),
        }
    }

    /// A pointer goes down: on a handle or the bar it takes hold of it, elsewhere it may begin a stroke.
    fn down(&self, event: &PointerEvent) {
        let Some((x, share)) = place(&self.node, event) else { return };
        if !event.is_primary() {
            self.pinch(event.pointer_id(), share);
        }
        if event.button() != 0 || !event.is_primary() {
            return;
        }
        let (grip, range) = (grip_at(event, self.zoom, share), self.now());
        let from = matches!(grip, Grip::New(_)).then_some(x);
        if from.is_none() {
            capture(&self.node, event);
        }
        self.hold();
        self.held.borrow_mut().drag =
            Some(Drag { pointer: event.pointer_id(), grip, before: range, last: range, from, share });
    }

    /// A pointer moves: the range follows.
    fn moved(&self, event: &PointerEvent) {
        if self.pinched(event) {
            return;
        }
        let to = |drag: &mut Drag| drag.to(&self.node, event, self.zoom, self.unit);
        let moved = self.held.borrow_mut().drag.as_mut().and_then(to);
        if let Some(range) = moved {
            self.set(range);
        } else if let Some((_, share)) = place(&self.node, event) {
            self.over.emit(Some(units::start(self.unit, self.zoom.shown().day_at(share))));
        }
    }

    /// A pointer goes up. Where it has not moved, the unit under it is taken, or the wide span.
    fn up(&self, event: &PointerEvent) {
        let ended = {
            let mut held = self.held.borrow_mut();
            held.pinch = None;
            held.drag.take().filter(|drag| drag.from.is_some())
        };
        let (Some(drag), Some(Zoomed { bars, .. })) = (ended, &self.bars) else { return };
        let wide = target::number(event, WIDE).zip(bars.as_ref().as_ref()).and_then(|(at, bars)| bars.wide.get(at));
        let day = self.zoom.shown().day_at(drag.share);
        self.set(wide.map_or_else(|| self.unit_of(day), |wide| Range { from: wide.from, to: wide.to }));
        self.focus();
    }

    /// The unit that holds a day.
    pub(super) fn unit_of(&self, day: Day) -> Range {
        Range::unit(self.zoom.whole(), self.unit, day)
    }

    /// A pointer is taken away, as by a page that scrolls: what it did does not hold.
    pub(super) fn cancelled(&self) {
        let ended = {
            let mut held = self.held.borrow_mut();
            held.pinch = None;
            held.drag.take()
        };
        if let Some(drag) = ended.filter(|drag| drag.last != drag.before) {
            self.set(drag.before);
        }
    }

    /// A double click takes the unit under it, or shows just that where a single one has taken it.
    pub fn take(&self, event: &MouseEvent) {
        if let Some((_, share)) = place(&self.node, event).filter(|_| target::attribute(event, GRIP).is_none()) {
            let unit = self.unit_of(self.zoom.shown().day_at(share));
            if self.bars.is_some() { self.show(self.zoom.on(unit)) } else { self.set(unit) }
        }
    }

    /// Escape goes back to the range as it is now.
    pub fn hold(&self) {
        let now = self.now();
        self.held.borrow_mut().before = Some(now);
    }

    /// Escape: the range as it was.
    pub fn escape(&self) {
        let before = {
            let mut held = self.held.borrow_mut();
            held.drag = None;
            held.before
        };
        self.set(before.unwrap_or_else(|| self.now()));
    }
}

impl Drag {
    /// The range where the pointer is now, if it is another than the last.
    fn to(&mut self, node: &NodeRef, event: &PointerEvent, zoom: Zoom, unit: Unit) -> Option<Range> {
        if event.pointer_id() != self.pointer {
            return None;
        }
        let (x, share) = place(node, event)?;
        self.share = share;
        if let Some(from) = self.from {
            if (x - from).abs() < STROKE {
                return None;
            }
            self.from = None;
            capture(node, event);
        }
        let range = self.before.drag(zoom, unit, self.grip, share);
        let is_new = range != self.last;
        self.last = range;
        is_new.then_some(range)
    }
}

/// Where a pointer is: in pixels from the plot's left edge, and as a share of its width.
pub(super) fn place(node: &NodeRef, event: &MouseEvent) -> Option<(f64, f64)> {
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

fn grip_at(event: &PointerEvent, zoom: Zoom, share: f64) -> Grip {
    match target::attribute(event, GRIP).as_deref() {
        Some(FROM) => Grip::End(End::From),
        Some(TO) => Grip::End(End::To),
        Some(_) => Grip::Span(zoom.edge_at(share)),
        None => Grip::New(zoom.shown().day_at(share)),
    }
}

/// The end that an element stands for, as its attribute says.
pub fn end_of(event: &Event) -> Option<End> {
    match target::attribute(event, GRIP).as_deref() {
        Some(FROM) => Some(End::From),
        Some(TO) => Some(End::To),
        _ => None,
    }
}

/// The value of [`GRIP`] of an end.
pub fn grip(end: End) -> &'static str {
    match end {
        End::From => FROM,
        End::To => TO,
    }
}
