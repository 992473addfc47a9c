//! The line icons, drawn on a grid of 16.

use yew::prelude::*;

/// The icons there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is named by what it shows")]
pub enum Glyph {
    Search,
    Cross,
    Down,
    Left,
    Right,
    Up,
    Theme,
    Filter,
    Photo,
    Link,
    Print,
    Copy,
    Save,
    Voice,
    Stop,
    Check,
    Warning,
    Retry,
    List,
    Timeline,
    Edition,
    Keep,
}

impl Glyph {
    fn path(self) -> &'static str {
        match self {
            Self::Search => "M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0M10.5 10.5 14 14",
            Self::Cross => "m4 4 8 8M12 4l-8 8",
            Self::Down => "m4 6 4 4 4-4",
            Self::Left => "M10 3 5 8l5 5",
            Self::Right => "m6 3 5 5-5 5",
            Self::Up => "m4 10 4-4 4 4",
            Self::Theme => "M13.5 8a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0M8 2.5v11M10 3v10M12 4.5v7",
            Self::Filter => "M2 4.5h12M4.5 8h7M6.5 11.5h3",
            Self::Photo => "M2 3.5h12v9H2zM2 11l4-3.5 3 2.5 2-1.5 3 2.5",
            Self::Link => {
                "M6.5 9.5l3-3M7.5 4.5l1.2-1.2a2.8 2.8 0 0 1 4 4l-1.2 1.2M8.5 11.5l-1.2 1.2a2.8 2.8 0 0 1-4-4l1.2-1.2"
            }
            Self::Print => "M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z",
            Self::Copy => "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
            Self::Save => "M8 2.5v8M4.5 7.2 8 10.7l3.5-3.5M2.5 13.5h11",
            Self::Voice => "M2.5 6v4H5l3.5 3V3L5 6zM10.7 5.7a3.3 3.3 0 0 1 0 4.6M12.5 3.7a6 6 0 0 1 0 8.6",
            Self::Stop => "M4 4h8v8H4z",
            Self::Check => "m3 8.5 3.5 3.5L13 4.5",
            Self::Warning => "M8 2l6.5 11.5h-13zM8 6.5v3.2M8 11.300v.9",
            Self::Retry => "M13 8a5 5 0 1 1-1.6-3.7M13.2 2v3h-3",
            Self::List => "M2 4h12M2 8h12M2 12h8",
            Self::Timeline => "M2 13.5h12M4.5 13V8M8 13V3M11.5 13v-3",
            Self::Keep => "M4 2.500h8v11L8 10.500l-4 3z",
            Self::Edition => "M2.5 2.5h11v11h-11zM2.5 6h11M8 6v7.5",
        }
    }
}

/// An icon beside its words: never read out, never focused.
pub fn icon(glyph: Glyph) -> Html {
    icon_with(glyph, "")
}

/// An icon with a class of its own.
pub fn icon_with(glyph: Glyph, class: &'static str) -> Html {
    html! {
        <svg class={classes!("i", class)} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
            <path d={glyph.path()} />
        </svg>
    }
}
