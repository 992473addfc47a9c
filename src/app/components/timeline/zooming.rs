//! What zooms the bars: two fingers, a wheel, keys, the overview; and the keys that lead from bar to bar.

use std::rc::Rc;

use jianbao_engine::corpus::Day;
use web_sys::Element;
use yew::prelude::*;

use super::drag::{Brush, place};
use crate::app::state::Action;
use crate::app::timeline::brush::Step;
use crate::app::timeline::histogram::Bars;
use crate::app::timeline::number::within;
use crate::app::timeline::{Range, Zoom, units, zoom};

/// Bars that can be zoomed.
#[derive(Clone)]
pub struct Zoomed {
    /// The bars as they are laid out.
    pub bars: Rc<Option<Bars>>,
    /// The first day of the unit that keys have led to, or that the pointer is over.
    pub at: Day,
    /// Shows other days.
    pub set: Callback<Zoom>,
}

/// Two fingers: which they are, where they went down and where they are as shares of the width, and what was shown then.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pinch {
    pointers: [i32; 2],
    before: [f64; 2],
    now: [f64; 2],
    zoom: Zoom,
}

impl Brush {
    /// A second finger goes down: what the first has done does not hold, and both zoom.
    pub(super) fn pinch(&self, pointer: i32, share: f64) {
        let first = self.held.borrow().drag;
        if let Some(drag) = first.filter(|_| self.bars.is_some()) {
            self.cancelled();
            let (pointers, before) = ([drag.pointer, pointer], [drag.share, share]);
            self.held.borrow_mut().pinch = Some(Pinch { pointers, before, now: before, zoom: self.zoom });
        }
    }

    /// A pointer moves: whether it is one of two fingers.
    pub(super) fn pinched(&self, event: &PointerEvent) -> bool {
        let zoom = {
            let mut held = self.held.borrow_mut();
            let Some(pinch) = held.pinch.as_mut() else { return false };
            if let Some((_, share)) = place(&self.node, event) {
                let [one, other] = &mut pinch.now;
                *if event.pointer_id() == pinch.pointers[0] { one } else { other } = share;
            }
            pinch.zoom.pinched(pinch.before, pinch.now)
        };
        self.show(zoom);
        true
    }

    /// Shows other days.
    pub fn show(&self, zoom: Zoom) {
        if let Some(bars) = self.bars.as_ref().filter(|_| zoom != self.zoom) {
            bars.set.emit(zoom);
        }
    }

    /// A wheel over the plot zooms, but only while the plot has the focus: else the page scrolls.
    pub fn wheel(&self, event: &WheelEvent) {
        let has_focus = self.node.cast::<Element>().is_some_and(|plot| plot.matches(":focus-within").unwrap_or(false));
        if let Some((_, share)) = place(&self.node, event).filter(|_| has_focus && self.bars.is_some()) {
            event.prevent_default();
            // By lines or by pages a wheel says less than by pixels.
            let by = if event.delta_mode() == 0 { event.delta_y() } else { event.delta_y() * 33.0 };
            self.show(self.zoom.moved(share, share, 1.0 + within(by, -100.0, 100.0) / 300.0));
        }
    }

    /// A pointer goes along the overview: what lies under it is shown in the middle.
    pub fn along(&self, event: &PointerEvent) {
        if event.type_() == "pointerup" {
            return self.focus();
        }
        if let Some((_, share)) = place(&self.node, event).filter(|_| event.buttons() & 1 == 1) {
            if let Some(overview) = event.target_dyn_into::<Element>() {
                // As in `capture`.
                let _ = overview.set_pointer_capture(event.pointer_id());
            }
            self.show(self.zoom.centred(share));
        }
    }

    /// The keys, and the wheel, are for the bars from now on.
    pub(super) fn focus(&self) {
        super::marks::focus(&self.node, ".bc");
    }

    /// A key leads from bar to bar, and what is shown goes along.
    pub fn walk(&self, step: Step) {
        if let Some(Zoomed { at, .. }) = self.bars {
            let day = self.zoom.step(self.unit, at, step);
            self.show(self.zoom.showing(units::end(self.unit, day)).showing(day));
            self.over.emit(Some(day));
        }
    }

    /// Whether a key is one that zooms, takes a bar, or goes back.
    pub fn command(&self, key: &str) -> bool {
        let Some(Zoomed { at, .. }) = self.bars else { return false };
        match key {
            "+" | "=" => self.show(self.zoom.scaled(self.around(), zoom::IN)),
            "-" | "_" => self.show(self.zoom.scaled(self.around(), zoom::OUT)),
            "Enter" | " " => self.set(self.unit_of(at)),
            "Escape" if self.zoom.is_part() => self.show(Zoom::of(self.zoom.whole(), None)),
            "Escape" if self.has_range() => self.reader.act(Action::Range(None, None)),
            _ => return false,
        }
        true
    }

    /// Whether a key on the span of a fuzzy date, which has this number, leads to another one, or takes its days.
    pub fn span(&self, at: usize, key: &str) -> bool {
        let Some(bars) = self.bars.as_ref().and_then(|zoomed| zoomed.bars.as_ref().as_ref()) else { return false };
        let to = match key {
            "ArrowLeft" | "ArrowUp" => at.checked_sub(1),
            "ArrowRight" | "ArrowDown" => Some(at + 1),
            "Home" => Some(0),
            "End" => bars.wide.len().checked_sub(1),
            "Enter" | " " => {
                bars.wide.get(at).into_iter().for_each(|wide| self.set(Range { from: wide.from, to: wide.to }));
                return true;
            }
            _ => return false,
        };
        to.into_iter()
            .for_each(|to| super::marks::focus(&self.node, &["[data-wide=\"", &to.to_string(), "\"]"].concat()));
        true
    }

    /// What the plot is zoomed around: the range, or without one the bar that keys have led to.
    pub fn around(&self) -> Range {
        match &self.bars {
            Some(bars) if !self.has_range() => self.unit_of(bars.at),
            _ => self.range,
        }
    }
}
