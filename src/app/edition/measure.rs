//! How high a story will be: an estimate from its number of characters, good to a line or two in Chinese.
//!
//! Lengths are in ems of the size that each text is set in ([`ems`](super::ems)); widths and heights are in pixels at the
//! usual size of text, as `style/edition.css` has them.

use super::layout::Rank;

/// Space between columns and stacks.
const GAP: f64 = 28.0;

/// The height of an empty picture frame over a text.
const FRAME: f64 = 113.0;

/// The width of a widget from which a picture stands beside its text.
pub(super) const BESIDE: f64 = 1040.0;

/// What the layout has to know of an item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Story {
    /// Which section it stands in, by any number.
    pub zone: usize,
    /// The length of each paragraph.
    pub paragraphs: Vec<f64>,
    /// The length of the headline; 0 without one.
    pub headline: f64,
    /// The length of the line under the headline.
    pub subhead: f64,
    /// The length of each caption of a picture.
    pub captions: Vec<f64>,
    /// Whether the paper printed no headline over it.
    pub is_untitled: bool,
    /// Whether its headline may stand upright: it is in Chinese.
    pub is_han: bool,
    /// What is drawn from its facts.
    pub feature: Feature,
}

/// What is drawn from the facts of a story.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Feature {
    /// Nothing.
    #[default]
    None,
    /// Figures, and how many.
    Figures(usize),
    /// Quoted terms.
    Terms,
}

/// The room there is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// The width of the page in pixels at the usual size of text.
    pub width: f64,
}

impl Story {
    /// The length of its text.
    pub(super) fn length(&self) -> f64 {
        self.paragraphs.iter().sum()
    }
}

/// How many lines of a width a text has.
fn lines(length: f64, size: f64, width: f64) -> f64 {
    (length * size / width.max(size)).ceil()
}

/// The height of a story of a rank in a stack of a width, whose texts stand in so many columns.
pub(super) fn height(story: &Story, rank: Rank, width: f64, columns: usize, room: Room) -> f64 {
    let width = if rank == Rank::Brief { width - 44.0 } else { width };
    let size = match rank {
        Rank::Lead => (room.width * 0.041).clamp(27.0, 46.0),
        Rank::Second if room.width >= BESIDE => 32.0,
        _ => 26.0,
    };
    let head = lines(story.headline, size, width) * size * 1.3 + lines(story.subhead, 16.0, width) * 24.0 + 30.0;
    let feature = match story.feature {
        Feature::None => 0.0,
        Feature::Figures(count) => 100.0 + (count.saturating_sub(1) as f64 / 3.0).ceil() * 50.0,
        Feature::Terms => 66.0,
    };
    let is_beside = !story.captions.is_empty() && matches!(rank, Rank::Lead | Rank::Second) && room.width >= BESIDE;
    let text_width = if is_beside { (width - GAP) * 2.0 / 3.0 } else { width };
    let frames: f64 = story.captions.iter().map(|caption| FRAME + (lines(*caption, 13.0, width) + 1.0) * 20.0).sum();
    let text = text_height(story, rank, text_width, columns);
    let brief = if rank == Rank::Brief { 36.0 } else { 0.0 };
    head + feature + brief + if is_beside { text.max(frames) } else { text + frames } + 40.0
}

fn text_height(story: &Story, rank: Rank, width: f64, columns: usize) -> f64 {
    let size = if rank == Rank::Lead { 16.5 } else { 15.5 };
    let columns = (columns as f64).min(((width + GAP) / (210.0 + GAP)).floor()).max(1.0);
    let column = (width - GAP * (columns - 1.0)) / columns;
    let all: f64 = story.paragraphs.iter().map(|paragraph| lines(paragraph + 2.0, size, column)).sum();
    (all / columns).ceil() * size * 1.78
}
