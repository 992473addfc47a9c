//! The parts of the widget. A part is a plain function that draws; a Yew component only where it pays for its kilobytes:
//! [`Archive`](archive::Archive) holds the state, the [`SearchBox`](search_box::SearchBox) what it offers, a [`FacetGroup`](facet_group::FacetGroup) what the reader has opened and
//! typed in it, and a [`Row`](row::Row) is drawn anew only when its own result has changed.

mod after;
mod answer;
pub mod archive;
pub mod article;
pub mod by_name;
mod card;
pub mod chips;
pub mod clippings;
pub mod date_column;
pub mod density;
pub mod edition;
pub mod embed_bar;
pub mod empty;
pub mod facet_group;
pub mod facet_order;
pub mod facets;
pub mod failure;
pub mod footer;
pub mod icon;
pub mod loading;
pub mod marked;
pub mod masthead;
pub mod notice;
pub mod parts;
mod query_help;
mod reading;
pub mod result_list;
pub mod row;
pub mod search_box;
pub mod select;
mod selection_bar;
pub mod sheet;
pub mod sort_select;
mod stops;
mod suggestions;
pub mod timeline;
mod view_tabs;
mod views;
pub mod zone_tag;

pub(crate) use article::lose;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The first element within another that a selector names.
pub(crate) fn find<T: JsCast>(within: &Element, selector: &str) -> Option<T> {
    within.query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// All elements within another that a selector names.
pub(crate) fn each(within: &Element, selector: &str, mut does: impl FnMut(&Element)) {
    let Ok(all) = within.query_selector_all(selector) else { return };
    for element in (0..all.length()).filter_map(|at| all.get(at)) {
        does(element.unchecked_ref());
    }
}

/// Focuses an element, if there is one that takes the focus.
fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
