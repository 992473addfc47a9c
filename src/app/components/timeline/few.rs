//! What a plot of lanes shows of a small archive: its items with their short names, and its sections.

use jianbao_engine::corpus::{Day, Item, ItemId, Role};

use crate::app::context::Reader;
use crate::app::i18n::{Language, timeline as say};
use crate::app::timeline::Domain;
use crate::app::timeline::axis::{DAYS_SHOWN, MONTHS_SHOWN};
use crate::app::timeline::lanes::Entry;

const MOST_ITEMS: usize = 60;
const MOST_LANES: usize = 6;

/// An item of a small archive.
#[derive(Clone, Debug, PartialEq)]
pub struct Few {
    /// Its number in the archive.
    pub id: ItemId,
    /// Its lane and date.
    pub entry: Entry,
    /// Its slugline, else its headline.
    pub short: String,
    /// Its headline.
    pub headline: String,
    /// The language of its short name.
    pub language: String,
}

impl Few {
    /// What stands beside its mark: its short name, or its headline where there is room for it.
    pub fn name(&self, is_roomy: bool) -> &str {
        if is_roomy { &self.headline } else { &self.short }
    }
}

/// A lane.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneName {
    /// The section's name.
    pub name: String,
    /// The character in its box.
    pub tag: String,
    /// Whether its box is inked, as it is beside the results.
    pub is_inked: bool,
}

/// A small archive.
#[derive(Clone, Debug, PartialEq)]
pub struct FewItems {
    /// Its dated items.
    pub items: Vec<Few>,
    /// Its sections, in the order in which they first appear.
    pub lanes: Vec<LaneName>,
}

/// The days that are shown of an archive: whole months, or whole years of a long one. `None` where nothing is dated.
pub fn domain(days: Option<(Day, Day)>) -> Option<Domain> {
    let (first, last) = days?;
    let months = Domain::of_months(first, last);
    Some(if months.days() > MONTHS_SHOWN { Domain::of_years(first, last) } else { months })
}

/// The archive as lanes, where it is small enough.
pub fn few(reader: &Reader) -> Option<FewItems> {
    let (archive, language) = (&reader.archive, reader.language);
    if archive.len() > MOST_ITEMS || domain(archive.days())?.days() > DAYS_SHOWN {
        return None;
    }
    let dated = || archive.corpus().in_file_order().iter().copied().filter(|&id| archive.date(id).is_some());
    let mut sections: Vec<Option<&str>> = Vec::new();
    for section in dated().map(|id| archive.section(id)) {
        if !sections.contains(&section) {
            sections.push(section);
        }
    }
    if sections.len() > MOST_LANES {
        return None;
    }
    let items = dated().filter_map(|id| {
        let section = archive.section(id);
        let lane = sections.iter().position(|&other| other == section)?;
        Some(named(id, Entry { lane, date: archive.date(id)? }, &archive.item(id), language))
    });
    Some(FewItems {
        items: items.collect(),
        lanes: sections.iter().map(|&section| lane_name(reader, section)).collect(),
    })
}

fn named(id: ItemId, entry: Entry, item: &Item, language: Language) -> Few {
    let version = item.version(language.tag());
    let headline = version.headline(Role::Main).map(|said| said.text).unwrap_or_default();
    let (short, of) =
        version.slugline().or_else(|| version.headline(Role::Main)).map_or(("", ""), |said| (said.text, said.language));
    Few { id, entry, short: short.to_owned(), headline: headline.to_owned(), language: of.to_owned() }
}

fn lane_name(reader: &Reader, section: Option<&str>) -> LaneName {
    match reader.zones.iter().enumerate().find(|(_, zone)| Some(&*zone.value) == section) {
        Some((at, zone)) => LaneName { name: zone.label.clone(), tag: zone.tag.clone(), is_inked: at % 2 == 0 },
        None => LaneName { name: say::NO_SECTION.get(reader.language).to_owned(), tag: String::new(), is_inked: false },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_archive_is_shown_in_whole_years() {
        let on = |year, month| Day::from_ymd(year, month, 14).unwrap();
        let days = |last| domain(Some((on(2020, 3), last))).map(|domain| (domain.first().ymd(), domain.last().ymd()));
        assert_eq!(days(on(2020, 5)), Some(((2020, 3, 1), (2020, 5, 31))));
        assert_eq!(days(on(2024, 5)), Some(((2020, 1, 1), (2024, 12, 31))));
        assert_eq!(domain(None), None);
    }
}
