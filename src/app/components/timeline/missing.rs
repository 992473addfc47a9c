//! Days without an issue, which are not days without a hit: what is found does not change them.
//!
//! They are told only where the corpus states which days it covers, and of these alone; and only where the timeline's days are
//! those on which items were published. On an axis of events a day without an issue is no gap.

use std::rc::Rc;

use jianbao_engine::corpus::{Day, ItemId};
use jianbao_engine::search::{Archive, Held};
use yew::prelude::*;

use crate::app::context::Reader;
use crate::app::i18n::{Language, about, timeline as say};
use crate::app::timeline::Range;

/// Which days have an issue, as far as the corpus says.
pub struct Missing {
    held: Held,
    /// Some items are not dated to the day, and may stand on days that look empty.
    at_most: bool,
}

impl Missing {
    /// `None` where the corpus does not say which days it covers, or days are not those of issues.
    pub fn new(archive: &Archive) -> Option<Self> {
        if archive.corpus().envelope.coverage.is_empty() {
            return None;
        }
        let dates =
            || (0..archive.len()).map(|id| ItemId(id as u32)).map(|id| (archive.date(id), archive.published(id)));
        if dates().any(|(date, published)| date != published) {
            return None;
        }
        let held = archive.held().filter(|held| held.is_declared && !held.by_event)?;
        let at_most = held.loose > 0 || dates().any(|(date, _)| date.is_none());
        Some(Self { held, at_most })
    }

    /// What is said of the days from one to another; `None` where the corpus says nothing of them.
    pub fn said(&self, language: Language, from: Day, to: Day) -> Option<String> {
        let days = self.held.missing_between(from, to)?;
        Some(say::no_issue(language, days, self.at_most && days > 0))
    }
}

/// Which days have an issue; looked up once for an archive.
#[hook]
pub fn use_missing(reader: &Reader) -> Rc<Option<Missing>> {
    use_memo(reader.clone(), |reader| Missing::new(&reader.archive))
}

/// How many days of the range have no issue.
pub fn view(language: Language, missing: Option<&Missing>, range: Range) -> Html {
    let said = missing.and_then(|missing| missing.said(language, range.from, range.to));
    html! { <p class="tl-n" hidden={said.is_none()} title={about::NOT_A_ZERO.get(language)}>{ said }</p> }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What an archive says of March 2025, from the 1st to the 5th of which it says that it covers.
    fn said(items: &str, coverage: &str) -> Option<String> {
        let json = [r#"{"items": ["#, items, r#"]"#, coverage, "}"].concat();
        let (archive, problems) = Archive::from_bytes(json.into_bytes()).unwrap();
        assert_eq!(problems, []);
        let on = |day| Day::from_ymd(2025, 3, day).unwrap();
        Missing::new(&archive)?.said(Language::Hans, on(1), on(31))
    }

    const COVERED: &str = r#", "coverage": [{"from": "2025-03-01", "to": "2025-03-05"}]"#;

    fn item(uri: &str, dates: &str) -> String {
        [r#"{"uri": ""#, uri, r#"", "headlines": [{"value": "题"}]"#, dates, "}"].concat()
    }

    #[test]
    fn days_without_an_issue_are_told_only_where_the_corpus_says_what_it_covers() {
        let two = [item("a", r#", "datePublished": "2025-03-02""#), item("b", r#", "datePublished": "2025-03-04""#)]
            .join(",");
        assert_eq!(said(&two, COVERED).as_deref(), Some("无报 3 天"));
        assert_eq!(said(&two, ""), None);
        assert_eq!(said(&two, r#", "coverage": [{"from": "2024", "to": "2024"}]"#), None, "of March it says nothing");
    }

    #[test]
    fn an_item_that_is_not_dated_to_the_day_may_stand_on_a_day_that_looks_empty() {
        let day = item("a", r#", "datePublished": "2025-03-02""#);
        for loose in [r#", "datePublished": "2025-03~""#, ""] {
            assert_eq!(
                said(&[&*day, &item("b", loose)].join(","), COVERED).as_deref(),
                Some("无报至多 4 天"),
                "{loose}"
            );
        }
    }

    #[test]
    fn on_an_axis_of_events_nothing_is_told_of_issues() {
        assert_eq!(said(&item("a", r#", "eventDate": "2025-03-02""#), COVERED), None);
        let both = item("a", r#", "datePublished": "2025-03-03", "eventDate": "2025-03-02""#);
        assert_eq!(said(&both, COVERED), None);
    }
}
