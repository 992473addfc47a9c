//! The issues of an archive, and the pages of each.
//!
//! An issue is what was published on one day. Items whose day of publication is not known to the day are never given one:
//! those of one month, or of whatever span is known, are an issue of their own, and so are those without any date.
//!
//! A corpus that says nothing of publication has only the days of events. A small one, in which the paper itself is not sure
//! of some of them, is taken for what it is: the pages of a month, whose day is not given. In any other one the day of
//! the event stands for that of the issue, and [`Issues::by_event`] says so.

use std::ops::Range;

use jianbao_engine::corpus::{Date, Day, ItemId, days_in_month};
use jianbao_engine::order::indices;

/// More items than this on a page are shown in parts.
const MOST: usize = 60;

/// No more items than this can be a page or two whose day is not given.
const FEW: usize = 60;

/// What decides on which page an item stands.
#[derive(Clone, Copy, Debug, Default)]
pub struct Print<'a> {
    /// When it happened, or was published.
    pub date: Option<Date>,
    /// When it was published.
    pub published: Option<Date>,
    /// The paper; empty where it is not known.
    pub paper: &'a str,
    /// The page, as printed; empty where it is not known.
    pub page: &'a str,
}

/// An issue: all pages of one day, of all papers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Its day; where that is not known the span that is (`fuzzy`), if any.
    pub date: Option<Date>,
    /// Its pages.
    pub pages: Range<usize>,
    /// How many items it has.
    pub count: usize,
}

impl Issue {
    /// Its day, where that is known.
    pub fn day(&self) -> Option<Day> {
        self.date.filter(|date| !date.fuzzy).map(|date| date.start)
    }
}

/// A page of an issue, or a part of one that has very many items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The issue it belongs to.
    pub issue: usize,
    /// The paper; empty where it is not known.
    pub paper: String,
    /// The page, as printed; empty where it is not known.
    pub name: String,
    /// Which part of the page it is, from 1, and of how many.
    pub part: (usize, usize),
    /// Its items, in the order of the file: places in [`Issues::items`].
    pub items: Range<usize>,
}

/// All issues, by their dates; what has no date comes last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Issues {
    /// The issues.
    pub issues: Vec<Issue>,
    /// Their pages, issue by issue.
    pub pages: Vec<Page>,
    /// Their items, page by page.
    pub items: Vec<ItemId>,
    /// Whether the days are those of events, because the corpus has no others.
    pub by_event: bool,
    /// The page of each item, by its id.
    page_of: Vec<u32>,
}

impl Issues {
    /// Sorts items, given in the order of the file, into issues and pages.
    pub fn new(items: &[(ItemId, Print<'_>)]) -> Self {
        let is_day = |date: Option<Date>| date.is_some_and(|date| !date.fuzzy && date.start == date.end);
        let by_event = !items.iter().any(|(_, print)| print.published.is_some());
        let one_page = by_event && items.len() <= FEW && !items.iter().all(|(_, print)| is_day(print.date));
        let date = |print: &Print<'_>| match print {
            Print { date: Some(date), .. } if one_page => whole_month(*date),
            Print { date, .. } if by_event => *date,
            Print { published, .. } => *published,
        };
        let dates: Vec<_> = items
            .iter()
            .map(|(_, print)| date(print).map(|date| Date { fuzzy: !is_day(Some(date)), ..date }))
            .collect();
        // Two stable sorts: pages within papers, then all of it by date.
        let by_page: Vec<usize> = indices(items.iter().map(|(_, print)| page_key(print))).collect();
        let at = |place: usize| by_page.get(place).copied().unwrap_or(0);
        let keys = by_page.iter().map(|&item| date_key(dates.get(item).copied().flatten()));
        let mut issues = Self { by_event, page_of: vec![0; items.len()], ..Self::default() };
        for item in indices(keys).map(at) {
            if let (Some((id, print)), Some(date)) = (items.get(item), dates.get(item)) {
                issues.push(*id, print, *date);
            }
        }
        issues.part();
        issues
    }

    fn push(&mut self, id: ItemId, print: &Print<'_>, date: Option<Date>) {
        if self.issues.last().is_none_or(|issue| issue.date != date) {
            self.issues.push(Issue { date, pages: self.pages.len()..self.pages.len(), count: 0 });
        }
        let issue = self.issues.len() - 1;
        let is_same = |page: &Page| {
            let is_full = page.items.len() >= MOST;
            page.issue == issue && page.paper == print.paper && page.name == print.page && !is_full
        };
        let at = self.items.len();
        if !self.pages.last().is_some_and(is_same) {
            let (paper, name) = (print.paper.to_owned(), print.page.to_owned());
            self.pages.push(Page { issue, paper, name, part: (1, 1), items: at..at });
        }
        self.items.push(id);
        if let (Some(page), Some(issue)) = (self.pages.last_mut(), self.issues.last_mut()) {
            page.items.end = at + 1;
            (issue.pages.end, issue.count) = (self.pages.len(), issue.count + 1);
        }
        if let Some(page) = self.page_of.get_mut(id.0 as usize) {
            *page = self.pages.len() as u32 - 1;
        }
    }

    /// Numbers the parts of pages that had to be parted.
    fn part(&mut self) {
        let parts: Vec<_> = self
            .pages
            .chunk_by(|a, b| (a.issue, &a.paper, &a.name) == (b.issue, &b.paper, &b.name))
            .map(<[Page]>::len)
            .collect();
        let mut pages = self.pages.iter_mut();
        for count in parts {
            for (number, page) in pages.by_ref().take(count).enumerate() {
                page.part = (number + 1, count);
            }
        }
    }

    /// The page that an item stands on.
    pub fn page_of(&self, id: ItemId) -> Option<usize> {
        self.page_of.get(id.0 as usize).map(|&page| page as usize).filter(|&page| page < self.pages.len())
    }

    /// The page that is shown first: the first one of the newest issue with a day, else of the newest.
    pub fn newest(&self) -> usize {
        let by_day = self.issues.iter().rev().find(|issue| issue.day().is_some());
        let by_date = || self.issues.iter().rev().find(|issue| issue.date.is_some());
        by_day.or_else(by_date).or(self.issues.last()).map_or(0, |issue| issue.pages.start)
    }

    /// The item by which a page is known: its first one.
    pub fn first_of(&self, page: usize) -> Option<ItemId> {
        self.items.get(self.pages.get(page)?.items.start).copied()
    }

    /// The items of a page.
    pub fn items_of(&self, page: usize) -> &[ItemId] {
        self.pages.get(page).and_then(|page| self.items.get(page.items.clone())).unwrap_or_default()
    }

    /// The first page of the issue so many places on.
    pub fn beside(&self, page: usize, step: isize) -> Option<usize> {
        let issue = self.pages.get(page)?.issue.checked_add_signed(step)?;
        self.issues.get(issue).map(|issue| issue.pages.start)
    }

    /// The issue of a day.
    pub fn on(&self, day: Day) -> Option<&Issue> {
        let key = date_key(Some(Date { start: day, end: day, fuzzy: false }));
        let at = self.issues.partition_point(|issue| date_key(issue.date) < key);
        self.issues.get(at).filter(|issue| issue.day() == Some(day))
    }

    /// First and last day of an issue.
    pub fn days(&self) -> Option<(Day, Day)> {
        let mut days = self.issues.iter().filter_map(Issue::day);
        let first = days.next()?;
        Some((first, days.next_back().unwrap_or(first)))
    }
}

/// The month that a date lies in, as one within which the day is not known; of a longer span the span.
fn whole_month(date: Date) -> Option<Date> {
    let (year, month, _) = date.start.ymd();
    let start = Day::from_ymd(year, month, 1)?;
    let end = Day::from_ymd(year, month, days_in_month(year, month))?;
    Some(Date { start, end: end.max(date.end), fuzzy: true })
}

/// By first day: the day itself, then spans that begin on it, by their lengths; without a date last.
fn date_key(date: Option<Date>) -> u64 {
    let Some(Date { start, end, fuzzy }) = date else { return u64::MAX };
    let from_first = |day: Day| u64::from((day.0 ^ i32::MIN) as u32);
    let days = from_first(end).saturating_sub(from_first(start)).min(i32::MAX as u64);
    from_first(start) << 32 | u64::from(fuzzy) << 31 | days
}

/// Keeps the items of a page together: pages by their numbers; papers, and pages without a number, in an order of their own.
fn page_key(print: &Print<'_>) -> u64 {
    let digits = print.page.bytes().skip_while(|byte| !byte.is_ascii_digit()).take_while(u8::is_ascii_digit).take(6);
    let number = digits.fold(0, |number, digit| number * 10 + u64::from(digit - b'0'));
    u64::from(hash(print.paper)) << 32 | number << 8 | u64::from(hash(print.page) & 0xff)
}

/// FNV-1a.
fn hash(text: &str) -> u32 {
    if text.is_empty() {
        return 0;
    }
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn date(text: &str) -> Option<Date> {
        text.parse().ok()
    }

    fn made(prints: &[(&str, &str, &str)]) -> Issues {
        let print = |&(date_text, published, page): &(&str, &str, &'static str)| Print {
            date: date(date_text).or(date(published)),
            published: date(published),
            paper: "",
            page,
        };
        let prints: Vec<(&str, &str, &'static str)> =
            prints.iter().map(|&(a, b, c)| (a, b, &*c.to_owned().leak())).collect();
        let items: Vec<_> = (0..).map(ItemId).zip(prints.iter().map(print)).collect();
        Issues::new(&items)
    }

    fn said(issues: &Issues) -> Vec<(String, usize)> {
        let date = |issue: &Issue| match (issue.day(), issue.date) {
            (Some(day), _) => day.to_string(),
            (None, Some(date)) => format!("{}?", date.start),
            (None, None) => "?".to_owned(),
        };
        issues.issues.iter().map(|issue| (date(issue), issue.count)).collect()
    }

    fn counts(pairs: &[(&str, usize)]) -> Vec<(String, usize)> {
        pairs.iter().map(|&(date, count)| (date.to_owned(), count)).collect()
    }

    #[test]
    fn items_published_on_one_day_are_an_issue() {
        let issues = made(&[("", "1998-01-02", "2"), ("1997-12-30", "1998-01-01", "1"), ("", "1998-01-02", "1")]);
        assert_eq!(said(&issues), counts(&[("1998-01-01", 1), ("1998-01-02", 2)]));
        assert!(!issues.by_event);
        let names: Vec<_> = issues.pages.iter().map(|page| page.name.as_str()).collect();
        assert_eq!(names, ["1", "1", "2"]);
    }

    #[test]
    fn an_item_without_a_day_of_publication_is_never_given_one() {
        let issues = made(&[("2025-03-11", "", ""), ("", "2025-03-12", ""), ("2025-03-12", "2025-03", "")]);
        assert_eq!(said(&issues), counts(&[("2025-03-01?", 1), ("2025-03-12", 1), ("?", 1)]));
        assert_eq!(issues.on(date("2025-03-11").unwrap().start), None);
    }

    #[test]
    fn a_few_items_of_which_some_are_only_known_to_the_month_are_a_page_of_that_month() {
        let issues = made(&[("2025-03~", "", ""), ("2025-03-14", "", ""), ("2025-03-11", "", "")]);
        assert_eq!(said(&issues), counts(&[("2025-03-01?", 3)]));
        assert_eq!(issues.items, [0, 1, 2].map(ItemId));
    }

    #[test]
    fn where_every_item_has_the_day_of_its_event_that_stands_for_the_issue() {
        let issues = made(&[("2014-07-31", "", ""), ("2014-07-30", "", ""), ("2014-07-31", "", "")]);
        assert_eq!(said(&issues), counts(&[("2014-07-30", 1), ("2014-07-31", 2)]));
        assert!(issues.by_event);
        assert_eq!(issues.newest(), 1);
        assert_eq!((issues.beside(1, -1), issues.beside(1, 1)), (Some(0), None));
    }

    #[test]
    fn pages_come_in_the_order_of_their_numbers() {
        let issues = made(&[("", "1998-01-02", "10"), ("", "1998-01-02", "A2"), ("", "1998-01-02", "03")]);
        let names: Vec<_> = issues.pages.iter().map(|page| page.name.as_str()).collect();
        assert_eq!(names, ["A2", "03", "10"]);
    }

    #[test]
    fn very_many_items_of_one_page_come_in_parts() {
        let issues = made(&vec![("", "", ""); 130]);
        let parts: Vec<_> = issues.pages.iter().map(|page| (page.part, page.items.len())).collect();
        assert_eq!(parts, [((1, 3), 60), ((2, 3), 60), ((3, 3), 10)]);
        assert_eq!(issues.page_of(ItemId(125)), Some(2));
    }

    proptest! {
        #[test]
        fn every_item_stands_on_exactly_one_page_and_pages_fill_their_issues(
            prints in prop::collection::vec(("(2025-0[1-3](-1[0-9])?~?)?", "(2025-0[12](-1[01])?)?", "[123A]?"), 0..90),
        ) {
            let prints: Vec<_> = prints.iter().map(|(a, b, c)| (a.as_str(), b.as_str(), c.as_str())).collect();
            let issues = made(&prints);
            let mut ids: Vec<_> = issues.items.iter().map(|id| id.0 as usize).collect();
            ids.sort_unstable();
            prop_assert_eq!(ids, (0..prints.len()).collect::<Vec<_>>());
            let ends = issues.pages.iter().flat_map(|page| [page.items.start, page.items.end]);
            prop_assert!(ends.is_sorted());
            prop_assert!(issues.pages.iter().all(|page| !page.items.is_empty()));
            prop_assert_eq!(issues.issues.iter().map(|issue| issue.count).sum::<usize>(), prints.len());
            for (number, page) in issues.pages.iter().enumerate() {
                for &id in issues.items_of(number) {
                    prop_assert_eq!(issues.page_of(id), Some(number));
                }
                prop_assert!(issues.issues[page.issue].pages.contains(&number));
            }
            for issue in issues.issues.iter().filter_map(|issue| issue.day().map(|day| (day, issue))) {
                prop_assert_eq!(issues.on(issue.0), Some(issue.1));
            }
        }
    }
}
