//! How wide the timeline and the widget around it are, in pixels.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

/// Widths in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Widths {
    /// That of the widget, which decides the layout.
    pub widget: f64,
    /// That of the element itself.
    pub own: f64,
}

/// The widths of an element that stays in the page, kept up to date; `None` until it is laid out.
#[hook]
pub fn use_widths(node: &NodeRef) -> Option<Widths> {
    let widths = use_state_eq(|| None);
    let (node, set) = (node.clone(), widths.setter());
    use_effect_with((), move |()| {
        let element = node.cast::<Element>();
        let watched = element.clone();
        let measure = Closure::<dyn FnMut()>::new(move || set.set(watched.as_ref().and_then(measured)));
        let observer = ResizeObserver::new(measure.as_ref().unchecked_ref()).ok();
        if let (Some(observer), Some(element)) = (&observer, &element) {
            observer.observe(element);
        }
        move || {
            if let Some(observer) = observer {
                observer.disconnect();
            }
            drop(measure);
        }
    });
    *widths
}

fn measured(element: &Element) -> Option<Widths> {
    let own = element.get_bounding_client_rect().width();
    let widget = element.closest(".root").ok().flatten().map_or(own, |root| root.get_bounding_client_rect().width());
    (own > 0.0).then_some(Widths { widget, own })
}
