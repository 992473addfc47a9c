//! 往年同日: items of the same month and day in other years.

use super::Archive;
use crate::corpus::{Date, ItemId};
use crate::order::indices;

/// Items of the same month and day in other years.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Anniversaries {
    /// How many there are.
    pub total: usize,
    /// Some of them with their years: the nearest years first (the later of two as near), first one of each, then the
    /// second of each, and so on; in a year those first that come first in the archive.
    pub items: Vec<(i32, ItemId)>,
}

/// The year, the month and the day of an exact date of one day; a fuzzy date has no day that could come again, nor has a
/// span of several.
fn day(date: Date) -> Option<(i32, u8, u8)> {
    (!date.fuzzy && date.start == date.end).then(|| date.start.ymd())
}

impl Archive {
    /// Items dated to the same month and day as this one in other years, at most `limit` of them. A 29th of February has
    /// only others of its kind.
    ///
    /// ```
    /// use jianbao_engine::search::Archive;
    ///
    /// let item = |uri: &str, date: &str| format!(r#"{{"uri": "{uri}", "headlines": [{{"value": "题"}}], "eventDate": "{date}"}}"#);
    /// let items = [item("a", "2025-03-14"), item("b", "2024-03-14"), item("c", "2023-03"), item("d", "2021-03-14")];
    /// let (archive, _) = Archive::from_bytes(format!("[{}]", items.join(",")).into()).unwrap();
    /// let others = archive.on_this_day(archive.id_of("a").unwrap(), 5);
    /// let years: Vec<i32> = others.items.iter().map(|&(year, _)| year).collect();
    /// assert_eq!((others.total, years), (2, vec![2024, 2021]));
    /// ```
    pub fn on_this_day(&self, id: ItemId, limit: usize) -> Anniversaries {
        let Some((own, month, date)) = self.date(id).and_then(day) else { return Anniversaries::default() };
        let (mut others, mut keys) = (Vec::new(), Vec::new());
        let (mut last, mut round) = (own, 0);
        for id in (0..self.len() as u32).map(ItemId) {
            let Some((year, ..)) = self.date(id).and_then(day).filter(|&(_, m, d)| (m, d) == (month, date)) else {
                continue;
            };
            if year == own {
                continue;
            }
            // Ids are chronological, so years come one after the other.
            round = if year == last { round + 1 } else { 0 };
            last = year;
            keys.push(round << 32 | u64::from(year.abs_diff(own)) << 1 | u64::from(year < own));
            others.push((year, id));
        }
        let items = indices(keys).take(limit).filter_map(|at| others.get(at).copied()).collect();
        Anniversaries { total: others.len(), items }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn archive(dates: &[String]) -> Archive {
        let item = |(number, date): (usize, &String)| {
            let headlines = [serde_json::json!({ "value": "题" })];
            serde_json::json!({ "uri": number.to_string(), "headlines": headlines, "eventDate": date })
        };
        let items: Vec<_> = dates.iter().enumerate().map(item).collect();
        Archive::from_bytes(serde_json::json!(items).to_string().into()).unwrap().0
    }

    fn dates(archive: &Archive, of: usize, limit: usize) -> Vec<String> {
        let others = archive.on_this_day(archive.id_of(&of.to_string()).unwrap(), limit);
        others.items.iter().map(|&(_, id)| archive.item(id).event_date.unwrap()).collect()
    }

    fn of(dates: &[&str]) -> Archive {
        archive(&dates.iter().map(|date| (*date).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn the_29th_of_february_comes_again_in_leap_years_only() {
        let archive = of(&["2024-02-29", "2023-02-28", "2023-03-01", "2020-02-29", "2016-02-29", "2024-02-28"]);
        assert_eq!(dates(&archive, 0, 9), ["2020-02-29", "2016-02-29"]);
        assert_eq!(dates(&archive, 1, 9), ["2024-02-28"]);
        assert_eq!(dates(&archive, 2, 9), Vec::<String>::new());
    }

    #[test]
    fn what_is_not_known_to_the_day_is_of_no_day() {
        let archive = of(&["2025-03-14", "2024-03~", "2024-03-14~", "2024-03", "2024-03-14/2024-03-16", "2023-03-14"]);
        assert_eq!(dates(&archive, 0, 9), ["2023-03-14"]);
        assert_eq!(dates(&archive, 1, 9), Vec::<String>::new());
        assert_eq!(dates(&archive, 2, 9), Vec::<String>::new());
    }

    #[test]
    fn near_years_come_first_and_every_year_has_its_turn() {
        let archive = of(&["2014-05-01", "2015-05-01", "2015-05-01", "2015-05-01", "2013-05-01", "2010-05-01"]);
        assert_eq!(dates(&archive, 0, 4), ["2015-05-01", "2013-05-01", "2010-05-01", "2015-05-01"]);
        assert_eq!(archive.on_this_day(archive.id_of("0").unwrap(), 2).total, 5);
    }

    proptest! {
        #[test]
        fn all_of_the_day_in_other_years_and_no_other_is_found(
            dates in prop::collection::vec("20(1[0-9]|20)-0[12]-(0[1-3]|28|29)", 1..30),
        ) {
            let archive = archive(&dates);
            for (number, date) in dates.iter().enumerate() {
                let Some(id) = archive.id_of(&number.to_string()).filter(|&id| archive.date(id).is_some()) else { continue };
                let found = archive.on_this_day(id, usize::MAX);
                let mut shown: Vec<String> = found.items.iter().map(|&(_, id)| archive.item(id).uri).collect();
                shown.sort();
                let same = |other: &&String| other[4..] == date[4..] && other[..4] != date[..4];
                let readable = |other: &&String| other.parse::<Date>().is_ok();
                let mut expected: Vec<String> =
                    dates.iter().enumerate().filter(|(_, other)| same(other) && readable(other)).map(|(at, _)| at.to_string()).collect();
                expected.sort();
                prop_assert_eq!(found.total, expected.len());
                prop_assert_eq!(shown, expected);
            }
        }
    }
}
