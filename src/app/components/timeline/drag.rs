//! The pointer over a plot: it drags the ends of the range, the whole of it, or strokes a new one.

use std::cell::RefCell;
use std::rc::Rc;

use jianbao_engine::corpus::Day;
use jianbao_engine::search::Unit;
use web_sys::Element;
use yew::prelude::*;

use crate::app::context::Reader;
use crate::app::state::Action;
use crate::app::target;
use crate::app::timeline::brush::{End, Grip, Range};
use crate::app::timeline::{Domain, units};

/// How far a pointer goes, in pixels, before it is a new stroke and not a click.
const STROKE: f64 = 4.0;

/// The attribute that says what an element moves: an end, or (`span`) the whole range.
const GRIP: &str = "data-grip";
const FROM: &str = "from";
const TO: &str = "to";

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

/// What lives from one drawing of a plot to the next.
#[derive(Debug)]
pub struct Held {
    drag: Option<Drag>,
    /// What Escape goes back to.
    before: Option<Range>,
}

impl Held {
    /// Nothing is dragged; Escape goes back to a range.
    pub fn new(before: Option<Range>) -> Self {
        Self { drag: None, before }
    }
}

/// What a plot needs to follow the pointer.
#[derive(Clone)]
pub struct Brush {
    /// The plot's element.
    pub node: NodeRef,
    /// What lives on.
    pub held: Rc<RefCell<Held>>,
    /// The days that are shown.
    pub domain: Domain,
    /// What the range snaps to.
    pub unit: Unit,
    /// The range.
    pub range: Range,
    /// Where a new range goes to.
    pub reader: Reader,
    /// Told of the first day of the unit that the pointer goes over.
    pub over: Callback<Option<Day>>,
}

impl Brush {
    /// Sets the range.
    pub fn set(&self, range: Range) {
        let (from, to) = range.condition(self.domain);
        self.reader.act(Action::Range(from, to));
    }

    /// Whether the range is narrower than all that is shown.
    pub fn has_range(&self) -> bool {
        self.range.condition(self.domain) != (None, None)
    }

    /// A pointer goes down, moves, goes up, or is taken away.
    pub fn pointer(&self, event: &PointerEvent) {
        match event.type_().as_str() {
            "pointerdown" => self.down(event),
            "pointermove" => self.moved(event),
            "pointerleave" => self.over.emit(None),
            "pointerup" => self.held.borrow_mut().drag = None,
            _ => self.cancelled(),
        }
    }

    /// A pointer goes down: on a handle or the bar it takes hold of it, elsewhere it may begin a stroke.
    fn down(&self, event: &PointerEvent) {
        let Some((x, share)) = place(&self.node, event) else { return };
        if event.button() != 0 || !event.is_primary() {
            return;
        }
        let (grip, range) = (grip_at(event, self.domain, share), self.range);
        let from = matches!(grip, Grip::New(_)).then_some(x);
        if from.is_none() {
            capture(&self.node, event);
        }
        self.hold();
        self.held.borrow_mut().drag =
            Some(Drag { pointer: event.pointer_id(), grip, before: range, last: range, from });
    }

    /// A pointer moves: the range follows.
    fn moved(&self, event: &PointerEvent) {
        let to = |drag: &mut Drag| drag.to(&self.node, event, self.domain, self.unit);
        let moved = self.held.borrow_mut().drag.as_mut().and_then(to);
        if let Some(range) = moved {
            self.set(range);
        } else if let Some((_, share)) = place(&self.node, event) {
            self.over.emit(Some(units::start(self.unit, self.domain.day_at(share))));
        }
    }

    /// A pointer is taken away, as by a page that scrolls: what it did does not hold.
    fn cancelled(&self) {
        let ended = self.held.borrow_mut().drag.take();
        if let Some(drag) = ended.filter(|drag| drag.last != drag.before) {
            self.set(drag.before);
        }
    }

    /// A double click takes the unit under it.
    pub fn take(&self, event: &MouseEvent) {
        if let Some((_, share)) = place(&self.node, event).filter(|_| target::attribute(event, GRIP).is_none()) {
            self.set(Range::unit(self.domain, self.unit, self.domain.day_at(share)));
        }
    }

    /// Escape goes back to the range as it is now.
    pub fn hold(&self) {
        self.held.borrow_mut().before = Some(self.range);
    }

    /// Escape: the range as it was.
    pub fn escape(&self) {
        let before = {
            let mut held = self.held.borrow_mut();
            held.drag = None;
            held.before
        };
        self.set(before.unwrap_or(self.range));
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

fn grip_at(event: &PointerEvent, domain: Domain, share: f64) -> Grip {
    match target::attribute(event, GRIP).as_deref() {
        Some(FROM) => Grip::End(End::From),
        Some(TO) => Grip::End(End::To),
        Some(_) => Grip::Span(domain.edge_at(share)),
        None => Grip::New(domain.day_at(share)),
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
