//! Dates with their precision: the part of EDTF that newspapers need.

use std::fmt;

/// A day, counted from 1970-01-01 (day 0) in the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

/// A date as a paper gives it: a day, or a span of days within which the day is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    /// The first day it can be.
    pub start: Day,
    /// The last day it can be (inclusive).
    pub end: Day,
    /// Whether the day is not known exactly: a month, a year, or a date qualified by `~`, `?` or `%`.
    /// An interval between two exact days is exact: the event lasted that long.
    pub fuzzy: bool,
}

/// Why a text is not a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError {
    /// What was read.
    pub value: String,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” is not a date: write 2025-03-14, 2025-03, 2025-03~ or 2025-03-11/2025-03-14", self.value)
    }
}

impl std::error::Error for DateError {}
