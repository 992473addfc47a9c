//! The pointer over a plot: it drags the ends of the range, the whole of it, or strokes a new one.

use std::cell::RefCell;
use std::rc::Rc;

use jianbao_engine::search::Unit;
use web_sys::Element;
use yew::prelude::*;

use crate::app::timeline::Domain;
use crate::app::timeline::brush::{End, Grip, Range};

/// How far a pointer goes, in pixels, before it is a new stroke and not a click.
const STROKE: f64 = 4.0;

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

/// What a plot needs to follow the pointer. The shared parts live as long as the plot, the rest is that of one drawing.
#[derive(Clone)]
pub struct Brush {
    /// The plot's element.
    pub node: NodeRef,
    drag: Rc<RefCell<Option<Drag>>>,
    /// What Escape goes back to.
    before: Rc<RefCell<Range>>,
    domain: Domain,
    unit: Unit,
    range: Range,
    on_range: Callback<Range>,
}

/// The brush of a plot.
#[hook]
pub fn use_brush(domain: Domain, unit: Unit, range: Range, on_range: &Callback<Range>) -> Brush {
    let (node, drag, before) = (use_node_ref(), use_mut_ref(|| None), use_mut_ref(|| range));
    Brush { node, drag, before, domain, unit, range, on_range: on_range.clone() }
}

impl Brush {
    /// A pointer goes down: on a handle or the bar it takes hold of it, elsewhere it may begin a stroke.
    pub fn down(&self, event: &PointerEvent) {
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
        *self.drag.borrow_mut() = Some(Drag { pointer: event.pointer_id(), grip, before: range, last: range, from });
    }

    /// A pointer moves: the range follows.
    pub fn moved(&self, event: &PointerEvent) {
        let to = |drag: &mut Drag| drag.to(&self.node, event, self.domain, self.unit);
        let moved = self.drag.borrow_mut().as_mut().and_then(to);
        if let Some(range) = moved {
            self.on_range.emit(range);
        }
    }

    /// A pointer goes up: what it did holds.
    pub fn up(&self) {
        *self.drag.borrow_mut() = None;
    }

    /// A pointer is taken away, as by a page that scrolls: what it did does not hold.
    pub fn cancelled(&self) {
        let ended = self.drag.borrow_mut().take();
        if let Some(drag) = ended.filter(|drag| drag.last != drag.before) {
            self.on_range.emit(drag.before);
        }
    }

    /// A double click takes the unit under it.
    pub fn take(&self, event: &MouseEvent) {
        if let Some((_, share)) = place(&self.node, event).filter(|_| !is_on(event, "[data-grip]")) {
            self.on_range.emit(Range::unit(self.domain, self.unit, self.domain.day_at(share)));
        }
    }

    /// Escape goes back to the range as it is now.
    pub fn hold(&self) {
        *self.before.borrow_mut() = self.range;
    }

    /// Escape: the range as it was.
    pub fn escape(&self) {
        self.up();
        let before = *self.before.borrow();
        self.on_range.emit(before);
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
