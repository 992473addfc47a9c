//! 版面: the pages of an archive, and how one is set. Pure: nothing here knows of the browser.
//!
//! 1. [`Issues`] sorts all items into issues and pages, by dates and names alone: no item is parsed for it.
//! 2. [`lay_out`] chooses the lead and the other ranks of one page, and puts each story of a section into one of two
//!    stacks so that both end at about the same height. It measures in characters and pixels, without a page.
//! 3. [`portions`] parts a long text, [`terms`] finds what can be drawn as a feature, [`month`] is a month of the calendar.

mod issues;
mod layout;
mod measure;
mod month;
mod text;

pub use issues::{Issue, Issues, Page, Print};
pub use layout::{PARTS, Placed, Rank, Section, UPRIGHT_HEIGHTS, lay_out};
pub use measure::{Feature, Frame, Room, Story};
pub use month::{Month, month};
pub use text::{ems, portions, terms};
