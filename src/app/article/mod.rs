//! What an article shows, free of the browser: names in a text, key facts, where it comes from.

mod pieces;

pub use pieces::{Piece, pieces};
