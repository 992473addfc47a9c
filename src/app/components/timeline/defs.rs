//! The hatching of what is not exactly known, and the fading of its ends.

use yew::prelude::*;

/// The ids of one timeline's patterns and mask: they begin with the widget's own.
#[derive(Clone, Copy, Debug)]
pub struct Ids<'a>(pub &'a str);

impl Ids<'_> {
    fn id(self, name: &str) -> String {
        [self.0, "-tl-", name].concat()
    }

    fn url(self, name: &str) -> String {
        ["url(#", &self.id(name), ")"].concat()
    }

    /// The `fill` of a hatched bar.
    pub fn hatch(self, is_selected: bool) -> String {
        self.url(if is_selected { "s" } else { "h" })
    }

    /// The `mask` that lets both ends fade.
    pub fn mask(self) -> String {
        self.url("m")
    }

    /// The definitions; to stand in one `svg` of the widget.
    pub fn defs(self) -> Html {
        html! {
            <defs>
                <linearGradient id={self.id("g")} x1="0" x2="1" y1="0" y2="0">
                    <stop offset="0" stop-color="#fff" stop-opacity="0" />
                    <stop offset=".09" stop-color="#fff" />
                    <stop offset=".91" stop-color="#fff" />
                    <stop offset="1" stop-color="#fff" stop-opacity="0" />
                </linearGradient>
                <mask id={self.id("m")} maskContentUnits="objectBoundingBox">
                    <rect width="1" height="1" fill={self.url("g")} />
                </mask>
                { pattern(self.id("h"), ["ht-b", "ht-l"]) }
                { pattern(self.id("s"), ["ht-b is-sel", "ht-l is-sel"]) }
            </defs>
        }
    }
}

fn pattern(id: String, [ground, stroke]: [&'static str; 2]) -> Html {
    html! {
        <pattern {id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect class={ground} width="5" height="5" />
            <rect class={stroke} width="1.6" height="5" />
        </pattern>
    }
}
