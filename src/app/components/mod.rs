//! One file a component.

pub mod archive;
pub mod article;
pub mod chips;
pub mod date_column;
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
pub mod reading;
pub mod result_list;
pub mod row;
pub mod search_box;
pub mod sheet;
pub mod sort_select;
pub mod status;
pub mod timeline;
pub mod zone_tag;

/// Focuses an element, if it takes the focus.
fn focus(element: &web_sys::Element) {
    use wasm_bindgen::JsCast;
    if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
        let _ = element.focus();
    }
}
