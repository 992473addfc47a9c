//! The hatching of what is not exactly known, and the fading of its ends.

use yew::prelude::*;

/// The ids of one timeline's patterns and mask.
#[derive(Clone, Debug, PartialEq)]
pub struct Ids {
    hatch: AttrValue,
    selected: AttrValue,
    mask: AttrValue,
    gradient: AttrValue,
}

impl Ids {
    /// Ids that begin with the widget's own.
    pub fn new(id: &str) -> Self {
        let of = |name: &str| AttrValue::from([id, "-tl-", name].concat());
        Self { hatch: of("h"), selected: of("s"), mask: of("m"), gradient: of("g") }
    }

    /// The `fill` of a hatched bar.
    pub fn hatch(&self, is_selected: bool) -> String {
        url(if is_selected { &self.selected } else { &self.hatch })
    }

    /// The `mask` that lets both ends fade.
    pub fn mask(&self) -> String {
        url(&self.mask)
    }

    /// The definitions; to stand in one `svg` of the widget.
    pub fn defs(&self) -> Html {
        html! {
            <defs>
                <linearGradient id={&self.gradient} x1="0" x2="1" y1="0" y2="0">
                    <stop offset="0" stop-color="#fff" stop-opacity="0" />
                    <stop offset=".09" stop-color="#fff" />
                    <stop offset=".91" stop-color="#fff" />
                    <stop offset="1" stop-color="#fff" stop-opacity="0" />
                </linearGradient>
                <mask id={&self.mask} maskContentUnits="objectBoundingBox">
                    <rect width="1" height="1" fill={url(&self.gradient)} />
                </mask>
                { pattern(&self.hatch, None) }
                { pattern(&self.selected, Some("is-sel")) }
            </defs>
        }
    }
}

fn url(id: &str) -> String {
    ["url(#", id, ")"].concat()
}

fn pattern(id: &AttrValue, class: Option<&'static str>) -> Html {
    html! {
        <pattern {id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect class={classes!("ht-b", class)} width="5" height="5" />
            <rect class={classes!("ht-l", class)} width="1.6" height="5" />
        </pattern>
    }
}
