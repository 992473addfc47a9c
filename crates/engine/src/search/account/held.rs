//! Of which days there is an issue, and of which there is none.
//!
//! A day without an issue is not a day without a hit: of what the archive does not hold it cannot say whether a word stood
//! in the paper. Days are those of publication; a corpus that gives none has only the days of what happened.

use crate::corpus::{Date, Day};
use crate::order::{indices, signed};

/// Which days an archive holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The spans looked at, ascending and apart: those that the corpus declares; else from its first day to its last.
    pub spans: Vec<(Day, Day)>,
    /// Whether the corpus declares them.
    pub is_declared: bool,
    /// Whether days are those of events, because the corpus has no days of publication.
    pub by_event: bool,
    /// How many days the spans have.
    pub days: usize,
    /// The days of them of which there is an item, ascending.
    pub issues: Vec<Day>,
    /// The days of them of which there is none, from first to last (inclusive), ascending.
    pub gaps: Vec<(Day, Day)>,
    /// How many months the spans touch.
    pub months: usize,
    /// How many of them no date surely lies in.
    pub empty_months: usize,
    /// How many items are not dated to the day, and may stand on days that look empty.
    pub loose: usize,
    /// How many items lie surely outside the spans.
    pub outside: usize,
}

impl Held {
    /// Looks at the dates of all that is dated; `None` where there is neither a date nor a span.
    pub(super) fn new(dates: &[Date], declared: &[(Day, Day)], by_event: bool) -> Option<Self> {
        let spans = if declared.is_empty() { whole(dates).into_iter().collect() } else { merged(declared) };
        if spans.is_empty() {
            return None;
        }
        let within = |from: Day, to: Day| {
            let next = spans.get(spans.partition_point(|&(_, last)| last < from));
            next.is_some_and(|&(first, _)| first <= to)
        };
        let days = ascending(dates.iter().filter(|date| is_day(date)).map(|date| date.start));
        let months =
            dates.iter().filter(|date| month(date.start) == month(date.end)).map(|date| Day(month(date.start)));
        let months = ascending(months);
        let all = all_months(&spans);
        Some(Self {
            is_declared: !declared.is_empty(),
            by_event,
            days: spans.iter().map(|&(first, last)| length(first, last)).sum(),
            gaps: spans.iter().flat_map(|&span| gaps(&days, span)).collect(),
            issues: days.into_iter().filter(|&day| within(day, day)).collect(),
            months: all.len(),
            empty_months: all.iter().filter(|month| months.binary_search(month).is_err()).count(),
            loose: dates.iter().filter(|date| !is_day(date)).count(),
            outside: dates.iter().filter(|date| !within(date.start, date.end)).count(),
            spans,
        })
    }

    /// How many days have no issue.
    pub fn missing(&self) -> usize {
        self.gaps.iter().map(|&(first, last)| length(first, last)).sum()
    }

    /// How many days of the spans have no issue, of those from one day to another (inclusive); `None` where no span touches
    /// them: of such days nothing is known.
    pub fn missing_between(&self, from: Day, to: Day) -> Option<usize> {
        let within = |spans: &[(Day, Day)]| -> usize {
            spans.iter().map(|&(first, last)| length(first.max(from), last.min(to))).sum()
        };
        (within(&self.spans) > 0).then(|| within(&self.gaps))
    }

    /// The longest gaps, at most so many, the longest first; of those of one length the earliest first.
    pub fn longest_gaps(&self, most: usize) -> impl Iterator<Item = (Day, Day)> {
        let keys = self.gaps.iter().map(|&(first, last)| u64::MAX - length(first, last) as u64);
        indices(keys).take(most).filter_map(|at| self.gaps.get(at).copied())
    }
}

/// Whether a date is one day.
fn is_day(date: &Date) -> bool {
    !date.fuzzy && date.start == date.end
}

/// How many days there are from one to another, both counted.
fn length(first: Day, last: Day) -> usize {
    usize::try_from(last.0 - first.0 + 1).unwrap_or(0)
}

/// The number of a month.
fn month(day: Day) -> i32 {
    let (year, month, _) = day.ymd();
    year * 12 + i32::from(month)
}

/// From the first day of all dates to the last.
fn whole(dates: &[Date]) -> Option<(Day, Day)> {
    dates.iter().map(|date| date.start).min().zip(dates.iter().map(|date| date.end).max())
}

/// Numbers in order, each once.
fn ascending(all: impl Iterator<Item = Day>) -> Vec<Day> {
    let all: Vec<Day> = all.collect();
    let mut sorted: Vec<Day> =
        indices(all.iter().map(|day| signed(day.0))).filter_map(|at| all.get(at).copied()).collect();
    sorted.dedup();
    sorted
}

/// Spans in order and apart: those that overlap or adjoin are one.
fn merged(spans: &[(Day, Day)]) -> Vec<(Day, Day)> {
    let mut merged: Vec<(Day, Day)> = Vec::new();
    for &(first, last) in indices(spans.iter().map(|span| signed(span.0.0))).filter_map(|at| spans.get(at)) {
        match merged.last_mut() {
            Some(before) if first.0 <= before.1.0.saturating_add(1) => before.1 = before.1.max(last),
            _ => merged.push((first, last)),
        }
    }
    merged
}

/// The months that spans touch, each once.
fn all_months(spans: &[(Day, Day)]) -> Vec<Day> {
    let mut all: Vec<Day> = spans.iter().flat_map(|&(first, last)| (month(first)..=month(last)).map(Day)).collect();
    all.dedup();
    all
}

/// What days, ascending, leave out of a span.
fn gaps(days: &[Day], (first, last): (Day, Day)) -> Vec<(Day, Day)> {
    let (mut gaps, mut next) = (Vec::new(), first);
    let inside = days.iter().skip(days.partition_point(|day| *day < first)).take_while(|day| **day <= last);
    for &day in inside.chain([&Day(last.0 + 1)]) {
        if day > next {
            gaps.push((next, Day(day.0 - 1)));
        }
        next = Day(day.0 + 1);
    }
    gaps
}
