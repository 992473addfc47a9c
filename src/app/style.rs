//! The style sheet.
