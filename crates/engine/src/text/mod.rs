//! Folding, and marks in a text.
