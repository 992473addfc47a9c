//! The list of results, apart from the browser: what is drawn together ([`groups`]), on which days nothing is held
//! ([`Gaps`]), which part of a long list is drawn at all
//! ([`Heights`]), and what leads to its years ([`Rail`]).

mod gaps;
mod groups;
mod heights;
mod rail;

pub use gaps::{Gap, Gaps};
pub use groups::{Group, Heading, MANY, groups};
pub use heights::{Heights, Part, Piece, parts, pieces};
pub use rail::{HEIGHT, Rail, Stop};
