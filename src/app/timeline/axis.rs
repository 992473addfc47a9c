//! Ticks along the days with their words: days, months or years, as dense as the words' widths allow.

use jianbao_engine::corpus::Day;
use jianbao_engine::search::Unit;

use super::{Domain, units, words};
use crate::app::i18n::{Language, timeline as say};

/// Days up to which each is a tick.
pub const DAYS_SHOWN: i32 = 93;

/// Days up to which each has words, where there is room.
const DAYS_NAMED: i32 = 14;

/// Days up to which months are ticks, and whole months are shown; years, from there.
pub const MONTHS_SHOWN: i32 = 1100;

/// The least room between two labels, in pixels.
const APART: f64 = 8.0;

/// A tick, with or without words.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where it stands, in percent; `None` for words alone.
    pub at: Option<f64>,
    /// Whether it is a long one.
    pub long: bool,
    /// Its words and where their middle is, in percent.
    pub label: Option<(f64, String)>,
}

/// The ticks of a domain on a plot so many pixels wide. Without a width there are no words.
pub fn ticks(language: Language, domain: Domain, plot: Option<f64>) -> Vec<Tick> {
    let ticks = match domain.days() {
        count if count <= DAYS_SHOWN => days,
        count if count <= MONTHS_SHOWN => months,
        _ => years,
    };
    ticks(language, domain, plot)
}

fn days(language: Language, domain: Domain, plot: Option<f64>) -> Vec<Tick> {
    let labels = plot.map_or_else(Vec::new, |plot| day_labels(language, domain, plot));
    let dense = plot.is_none_or(|plot| plot / f64::from(domain.days()) >= 5.0);
    let tick = |day: Day| {
        let label = labels.iter().find(|(of, _)| *of == day);
        let (start, end) = (domain.start_of(day), domain.end_of(day));
        let long = label.is_some();
        (long || dense).then(|| Tick {
            at: Some(start),
            long,
            label: label.map(|(_, words)| (f64::midpoint(start, end), words.clone())),
        })
    };
    domain.iter().filter_map(tick).collect()
}

/// The densest choice of days whose labels keep apart: of a few days each, else each fifth, each tenth, the fifteenth, the first of a month.
fn day_labels(language: Language, domain: Domain, plot: f64) -> Vec<(Day, String)> {
    let with_year = domain.first().ymd().0 != domain.last().ymd().0;
    let choose = |every: u8| -> Vec<(Day, String)> {
        let chosen = domain.iter().filter_map(|day| {
            let (_, month, date) = day.ymd();
            if day == domain.first() || date == 1 {
                return Some((day, say::short_day(language, day, with_year && (day == domain.first() || month == 1))));
            }
            (every == 1 || (date % every == 0 && date + every / 2 < 30)).then(|| (day, date.to_string()))
        });
        chosen.collect()
    };
    let spans = |labels: &[(Day, String)]| -> Vec<(f64, f64)> {
        labels.iter().map(|(day, words)| around(domain, *day, words, plot)).collect()
    };
    let fits = |labels: &[(Day, String)]| spans(labels).windows(2).all(|pair| pair[0].1 + APART <= pair[1].0);
    let finest = if domain.days() <= DAYS_NAMED { 1 } else { 5 };
    let mut labels = [finest, 5, 10, 15, 40].map(choose).into_iter().find(|labels| fits(labels)).unwrap_or_default();
    let last = (domain.last(), domain.last().ymd().2.to_string());
    if labels.last().is_none_or(|(day, _)| *day != last.0) {
        labels.push(last);
        if !fits(&labels) {
            labels.pop();
        }
    }
    labels
}

fn around(domain: Domain, day: Day, words: &str, plot: f64) -> (f64, f64) {
    let middle = f64::midpoint(domain.start_of(day), domain.end_of(day)) / 100.0 * plot;
    let half = words::width(words) / 2.0;
    (middle - half, middle + half)
}

/// Whether all of a unit is shown: what is cut off has no words.
fn is_whole(domain: Domain, unit: Unit, start: Day) -> bool {
    start >= domain.first() && units::end(unit, start) <= domain.last()
}

/// A tick where each month begins, its words in the middle of the month; those of January, and the first, say the year.
fn months(language: Language, domain: Domain, plot: Option<f64>) -> Vec<Tick> {
    let all = units::starts(Unit::Month, domain).collect::<Vec<_>>();
    let room = plot.unwrap_or(0.0) / all.len().max(1) as f64;
    let first = all.iter().position(|&start| is_whole(domain, Unit::Month, start)).unwrap_or(0);
    let label = |at: usize, (every, with_first): (usize, bool)| {
        let (_, month, _) = all[at].ymd();
        let is_named = (at == first && with_first) || usize::from(month - 1) % every == 0;
        (is_named && is_whole(domain, Unit::Month, all[at]))
            .then(|| say::short_month(language, all[at], at == first || month == 1))
    };
    let fits = |&every: &(usize, bool)| {
        let mut free = f64::MIN;
        (0..all.len()).filter_map(|at| label(at, every).map(|words| (at, words))).all(|(at, words)| {
            let half = words::width(&words) / 2.0;
            let middle = (at as f64 + 0.5) * room;
            let fits = middle - half >= free;
            free = middle + half + APART;
            fits
        })
    };
    // The first one has words as well, unless those are in the way of the next.
    let every = [(1, true), (2, true), (3, true), (6, true), (6, false), (12, true), (12, false)];
    let every = every.into_iter().find(|every| plot.is_some() && fits(every));
    let ticks = all.iter().enumerate().map(|(at, &start)| Tick {
        at: Some(domain.start_of(start)),
        long: start.ymd().1 == 1,
        label: every
            .and_then(|every| label(at, every))
            .map(|words| (f64::midpoint(domain.start_of(start), domain.end_of(units::end(Unit::Month, start))), words)),
    });
    ticks.collect()
}

/// A tick where each year begins, its words in the middle of the year; as many years have words as there is room for.
fn years(language: Language, domain: Domain, plot: Option<f64>) -> Vec<Tick> {
    let all = units::starts(Unit::Year, domain).collect::<Vec<_>>();
    let room = plot.unwrap_or(0.0) / all.len().max(1) as f64;
    let widest = words::width(&say::year(language, domain.last())) + APART;
    let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
    let named = steps.into_iter().find(|&step| room * f64::from(step) >= widest);
    let marked = steps.into_iter().find(|&step| room * f64::from(step) >= 6.0 || plot.is_none()).unwrap_or(5000);
    let is_nth = |start: Day, step: i32| start.ymd().0 % step == 0;
    // Where no year is a multiple of the step, the first one has words.
    let wholes = || all.iter().copied().filter(|&start| is_whole(domain, Unit::Year, start));
    let has_nth = |step: i32| wholes().any(|start| is_nth(start, step));
    let tick = |&start: &Day| {
        let middle = f64::midpoint(domain.start_of(start), domain.end_of(units::end(Unit::Year, start)));
        let has_words = |&step: &i32| is_nth(start, step) || (wholes().next() == Some(start) && !has_nth(step));
        let label = named.filter(|_| is_whole(domain, Unit::Year, start)).filter(has_words);
        let is_marked = is_nth(start, marked);
        (is_marked || label.is_some()).then(|| Tick {
            at: is_marked.then(|| domain.start_of(start)),
            long: true,
            label: label.map(|_| (middle, say::year(language, start))),
        })
    };
    all.iter().filter_map(tick).collect()
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn on(year: i32, month: u8, date: u8) -> Day {
        Day::from_ymd(year, month, date).unwrap()
    }

    fn words(language: Language, domain: Domain, plot: f64) -> Vec<String> {
        ticks(language, domain, Some(plot)).into_iter().filter_map(|tick| Some(tick.label?.1)).collect()
    }

    #[test]
    fn a_month_has_a_tick_a_day_and_words_every_fifth() {
        let march = Domain::of_months(on(2025, 3, 1), on(2025, 3, 1));
        assert_eq!(ticks(Language::Hans, march, Some(1100.0)).len(), 31);
        assert_eq!(words(Language::Hans, march, 1100.0), ["3月1日", "5", "10", "15", "20", "25", "31"]);
        assert_eq!(words(Language::En, march, 200.0), ["1 Mar", "10", "20", "31"]);
    }

    #[test]
    fn a_quarter_says_where_its_months_begin() {
        let quarter = Domain::of_months(on(2024, 12, 1), on(2025, 1, 1));
        assert_eq!(words(Language::En, quarter, 300.0), ["1 Dec 2024", "15", "1 Jan 2025", "15", "31"]);
    }

    #[test]
    fn a_year_of_months_says_the_year_once() {
        let year = Domain::of_years(on(2025, 1, 1), on(2025, 1, 1));
        assert_eq!(words(Language::En, year, 1000.0).len(), 12);
        assert_eq!(words(Language::En, year, 1000.0)[..2], ["Jan 2025", "Feb"]);
        assert_eq!(words(Language::En, year, 300.0), ["Jan 2025", "Mar", "May", "Jul", "Sep", "Nov"]);
    }

    #[test]
    fn where_the_first_month_has_no_room_the_years_have_words() {
        let part = Domain::new(on(2013, 7, 9), on(2016, 1, 8));
        assert_eq!(words(Language::Hans, part, 350.0), ["2014年1月", "7月", "2015年1月", "7月"]);
        let narrow = words(Language::Hans, part, 200.0);
        assert_eq!(narrow, ["2014年1月", "2015年1月"]);
    }

    #[test]
    fn each_day_of_a_week_has_words() {
        let week = Domain::new(on(2013, 6, 28), on(2013, 7, 4));
        assert_eq!(words(Language::Hans, week, 900.0), ["6月28日", "29", "30", "7月1日", "2", "3", "4"]);
    }

    #[test]
    fn years_are_named_as_often_as_there_is_room() {
        let archive = Domain::of_years(on(2011, 1, 1), on(2024, 1, 1));
        assert_eq!(words(Language::Hans, archive, 1000.0).len(), 14);
        assert_eq!(words(Language::Hans, archive, 340.0), ["2012", "2014", "2016", "2018", "2020", "2022", "2024"]);
        let century = Domain::of_years(on(1901, 1, 1), on(2000, 1, 1));
        assert_eq!(words(Language::Hans, century, 300.0), ["1920", "1940", "1960", "1980", "2000"]);
    }

    proptest! {
        #[test]
        fn ticks_stand_in_the_plot_and_words_keep_apart(first in -50_000..50_000, length in 0..60_000, plot in 1.0..1600.0_f64) {
            for domain in [Domain::of_months(Day(first), Day(first + length)), Domain::new(Day(first), Day(first + length))] {
            let mut free = f64::MIN;
            for tick in ticks(Language::En, domain, Some(plot)) {
                prop_assert!(tick.at.is_none_or(|at| (0.0..=100.0).contains(&at)));
                let Some((middle, words)) = tick.label else { continue };
                prop_assert!((0.0..=100.0).contains(&middle));
                let half = words::width(&words) / 2.0;
                prop_assert!(middle / 100.0 * plot - half >= free - 8.0, "{words} at {middle} of {plot}");
                free = middle / 100.0 * plot + half;
            }
            }
        }
    }
}
