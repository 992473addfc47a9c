//! The shapes that all of the timeline is drawn with. One function a shape: each element written out costs its bytes again.

use yew::prelude::*;

use crate::app::timeline::number::{decimal, percent};

/// Left edge and width, as they stand in attributes.
pub type Across = [String; 2];

/// Left edge and width in percent of the plot.
pub fn share(x: f64, width: f64) -> Across {
    [percent(x), percent(width)]
}

/// Left edge and width in pixels.
pub fn pixels(x: f64, width: f64) -> Across {
    [decimal(x), decimal(width)]
}

/// From edge to edge.
pub fn whole() -> Across {
    ["0".to_owned(), "100%".to_owned()]
}

/// What a rectangle may have beside its place.
#[derive(Clone, Debug, Default)]
pub struct Paint {
    /// The pattern that fills it.
    pub fill: Option<String>,
    /// The mask that lets its ends fade.
    pub mask: Option<String>,
    /// What it says under the pointer.
    pub title: Option<String>,
}

/// A rectangle; top and height are in pixels.
pub fn rect(class: &'static str, across: Across, y: f64, height: f64) -> Html {
    painted(class, across, y, height, Paint::default())
}

/// A rectangle with more than its place.
pub fn painted(class: &'static str, [x, width]: Across, y: f64, height: f64, paint: Paint) -> Html {
    html! {
        <rect {class} {x} y={decimal(y)} {width} height={decimal(height)} fill={paint.fill} mask={paint.mask}>
            if let Some(title) = paint.title {
                <title>{ title }</title>
            }
        </rect>
    }
}

/// Rectangles of one look as one shape: however many they are, they are one element. Left edge and width are in percent of
/// the plot, top and height in pixels.
pub fn rects(class: &'static str, all: impl Iterator<Item = [f64; 4]>) -> Html {
    let mut d = String::new();
    for [x, width, y, height] in all {
        let parts = [
            "M",
            &decimal(x),
            " ",
            &decimal(y),
            "h",
            &decimal(width),
            "v",
            &decimal(height),
            "h",
            &decimal(-width),
            "z",
        ];
        parts.iter().for_each(|part| d.push_str(part));
    }
    html! { <path {class} {d} /> }
}

/// What [`rects`] are drawn in: a hundred units wide, whatever the plot's width, and as high as they are.
pub fn stretched(height: f64, content: Html) -> Html {
    let height = decimal(height);
    let view = ["0 0 100 ", &height].concat();
    html! { <svg width="100%" {height} viewBox={view} preserveAspectRatio="none" class="tl-st">{ content }</svg> }
}

/// A line; its heights are in pixels.
pub fn line(class: &'static str, [x1, x2]: [String; 2], [y1, y2]: [f64; 2]) -> Html {
    html! { <line {class} {x1} {x2} y1={decimal(y1)} y2={decimal(y2)} /> }
}

/// A line from edge to edge.
pub fn level(class: &'static str, y: f64) -> Html {
    line(class, whole(), [y, y])
}

/// An upright line.
pub fn upright(class: &'static str, x: String, heights: [f64; 2]) -> Html {
    line(class, [x.clone(), x], heights)
}

/// Where words are anchored, and which part of them.
#[derive(Clone, Debug, Default)]
pub struct Anchor {
    /// The place on the axis, as it stands in the attribute.
    pub x: String,
    /// The distance from it.
    pub dx: Option<&'static str>,
    /// `middle` or `end`; else they begin there.
    pub part: Option<&'static str>,
}

impl Anchor {
    /// Words that begin at a place.
    pub fn start(x: impl Into<String>) -> Self {
        Self { x: x.into(), ..Self::default() }
    }

    /// Words whose middle is at a place.
    pub fn middle(x: impl Into<String>) -> Self {
        Self { part: Some("middle"), ..Self::start(x) }
    }
}

/// Words whose foot stands at a height in pixels.
pub fn words(class: &'static str, at: Anchor, y: f64, words: Html) -> Html {
    html! { <text {class} x={at.x} dx={at.dx} y={decimal(y)} text-anchor={at.part}>{ words }</text> }
}

/// The column of words beside a plot, in pixels.
pub fn column(width: f64, height: f64, overflow: Option<&'static str>, content: Html) -> Html {
    html! {
        <svg class="tl-lab" width={decimal(width)} height={decimal(height)} aria-hidden="true" focusable="false" {overflow}>
            { content }
        </svg>
    }
}
