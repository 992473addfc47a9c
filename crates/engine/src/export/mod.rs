//! Citations and interchange formats.
