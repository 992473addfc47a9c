//! The list of results, apart from the browser: what is drawn together ([`groups`]), on which days nothing is held
//! ([`Gaps`]), and which part of a long list is drawn at all ([`Heights`]).

mod gaps;
mod groups;
mod heights;

pub use gaps::{Gap, Gaps};
pub use groups::{Group, Heading, MANY, groups};
pub use heights::{Heights, Piece, pieces};
