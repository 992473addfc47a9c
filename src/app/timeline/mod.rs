//! The geometry of the timeline: where days, marks, bars, labels and handles stand. It knows nothing of the browser.
//!
//! Positions along the time axis are percentages of the plot's width, so that a plot reflows by itself; heights are
//! pixels. Only what depends on the width of texts (labels, and how dense ticks and bars may be) asks for pixels.
//!
//! 1. [`domain`] and [`units`]: the days that are shown, and the way from a day to a place and back;
//! 2. [`axis`]: ticks with their words;
//! 3. [`lanes`] and [`labels`]: few items, each a mark as wide as what is known of its date;
//! 4. [`histogram`]: many items, counted, beside what is held ([`holdings`]), by number or by share ([`measure`]);
//! 5. [`brush`]: the range of days and what moves its ends;
//! 6. [`zoom`]: which part of the days is shown.

pub mod axis;
pub mod brush;
pub mod domain;
pub mod histogram;
pub mod holdings;
pub mod labels;
pub mod lanes;
pub mod measure;
pub mod number;
pub mod units;
pub mod words;
pub mod zoom;

pub use brush::Range;
pub use domain::Domain;
pub use holdings::{Holdings, Stretch};
pub use measure::Measure;
pub use zoom::Zoom;
