//! What an article shows, free of the browser: names in a text, its sentences, key facts, the date in words, its pictures.

mod facts;
mod picture;
mod pieces;
mod sentences;
mod spot;
mod voice;
mod when;

pub use facts::{Group, amount, groups};
pub use picture::{Picture, Shape, may_be_asked, picture};
pub use pieces::{Piece, pieces};
pub use sentences::{Sentence, sentences};
pub use spot::Spot;
pub use voice::fit;
pub use when::{When, days_later, event_month, issue_date, when};
