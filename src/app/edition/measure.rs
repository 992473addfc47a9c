//! How high a story will be: an estimate from its number of characters, good to a line or two in Chinese.
//!
//! Lengths are in ems of the size that each text is set in ([`ems`](super::ems)); widths and heights are in pixels at the
//! usual size of text, as `style/edition.css` has them.

use super::layout::Rank;
use crate::app::timeline::number::within;

/// Space between columns and stacks.
const GAP: f64 = 28.0;

/// The height of an empty picture frame, with the space under it.
const FRAME: f64 = 160.0;

/// The greatest height of a picture.
const HIGHEST: f64 = 680.0;

/// The width of a widget from which pages have large headlines, and texts with a picture three columns.
pub(super) const WIDE: f64 = 1040.0;

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
    /// The length of its line in the list of all that is on the page.
    pub label: f64,
    /// Its pictures.
    pub frames: Vec<Frame>,
    /// Whether the paper printed no headline over it.
    pub is_untitled: bool,
    /// Whether its headline may stand upright: it is in Chinese.
    pub is_han: bool,
    /// What is drawn from its facts.
    pub feature: Feature,
}

/// A picture with its caption, or an empty frame with it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Frame {
    /// The length of the caption.
    pub caption: f64,
    /// The height of the picture as a part of its width; `None` where there is none.
    pub ratio: Option<f64>,
    /// Whether it goes over all columns of the leading story.
    pub is_wide: bool,
}

impl Frame {
    /// Its height in a column of a width.
    fn height(&self, column: f64) -> f64 {
        let line = if self.ratio.is_some() { 0.0 } else { 1.0 };
        let picture = self.ratio.map_or(FRAME, |ratio| (ratio * column).min(HIGHEST) + 17.0);
        picture + (lines(self.caption, 13.0, column) + line) * 19.5
    }
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

/// The number of columns in which a story's text is set, in the first stack or the second.
pub(super) fn columns(story: &Story, rank: Rank, is_first: bool, room: Room) -> usize {
    let is_large = matches!(rank, Rank::Lead | Rank::Second) && room.width >= WIDE && !story.frames.is_empty();
    match (is_first, is_large) {
        (false, _) => 1,
        (true, false) => 2,
        (true, true) => 3,
    }
}

/// The height of a story of a rank in a stack of a width, whose text stands in so many columns.
pub(super) fn height(story: &Story, rank: Rank, width: f64, columns: usize, room: Room) -> f64 {
    let width = if rank == Rank::Brief { width - 44.0 } else { width };
    let size = match rank {
        Rank::Lead => within(room.width * 0.041, 27.0, 46.0),
        Rank::Second if room.width >= WIDE => 32.0,
        _ => 26.0,
    };
    let head = lines(story.headline, size, width) * size * 1.3 + lines(story.subhead, 16.0, width) * 24.0 + 30.0;
    let brief = if rank == Rank::Brief { 20.0 } else { 0.0 };
    // In a wide column all figures stand in one row.
    let is_row = columns > 1 && room.width >= WIDE && matches!(story.feature, Feature::Figures(_));
    let feature = match rank {
        Rank::Brief => 0.0,
        _ if is_row => 110.0,
        _ => feature(story),
    };
    head + feature + brief + text(story, rank, width, columns) + 12.0
}

/// The height of what is drawn from a story's facts.
pub(super) fn feature(story: &Story) -> f64 {
    match story.feature {
        Feature::None => 0.0,
        Feature::Figures(count) => 110.0 + (count.min(4) as f64 / 3.0).floor() * 50.0,
        Feature::Terms => 67.0,
    }
}

/// The height of the list of all that is on the page, in a stack of a width.
pub(super) fn index(stories: &[Story], width: f64) -> f64 {
    70.0 + stories.iter().map(|story| 7.0 + 21.0 * lines(story.label, 14.0, width - 40.0).max(1.0)).sum::<f64>()
}

/// The height of a text with its pictures, in as many columns as fit.
pub(super) fn text(story: &Story, rank: Rank, width: f64, columns: usize) -> f64 {
    let size = if rank == Rank::Lead { 16.5 } else { 15.5 };
    let leading = size * if story.is_han { 1.78 } else { 1.58 };
    let columns = (columns as f64).min(((width + GAP) / (210.0 + GAP)).floor()).max(1.0);
    let column = (width - GAP * (columns - 1.0)) / columns;
    // Lines of words end before the column does.
    let set = if story.is_han { size } else { size * 1.05 };
    let all: f64 = story.paragraphs.iter().map(|paragraph| lines(paragraph + 2.0, set, column)).sum();
    let is_over = |frame: &&Frame| rank == Rank::Lead && frame.is_wide;
    let (over, within): (Vec<&Frame>, Vec<&Frame>) = story.frames.iter().partition(is_over);
    let over: f64 = over.iter().map(|frame| frame.height(width)).sum();
    let within: f64 = within.iter().map(|frame| frame.height(column)).sum();
    over + ((all + within / leading) / columns).ceil() * leading
}
