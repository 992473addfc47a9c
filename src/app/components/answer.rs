//! What the reader asks of the archive, and the answer.

use std::cell::OnceCell;
use std::rc::Rc;

use jianbao_engine::corpus::ItemId;
use jianbao_engine::search::{self, FacetCounts, Options, Relaxation, Results};

use crate::app::components::archive::Source;
use crate::app::i18n::status::StatusWords;
use crate::app::state::State;

/// A question to an archive.
pub(super) struct Question {
    archive: Rc<search::Archive>,
    query: String,
    options: Options,
}

impl PartialEq for Question {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.archive, &other.archive) && self.query == other.query && self.options == other.options
    }
}

/// All that a question finds.
pub(super) struct Answer {
    /// What was found, without facets and histogram.
    pub(super) results: Rc<Results>,
    counts: OnceCell<Rc<FacetCounts>>,
    /// What was asked beside the query.
    pub(super) options: Rc<Options>,
    /// All items found, in the list's order.
    pub(super) order: Rc<[ItemId]>,
    /// Where nothing was found: what stands in the way.
    pub(super) ways: Rc<[Relaxation]>,
    archive: Rc<search::Archive>,
}

impl Question {
    /// What the state asks, where there is something to read.
    pub(super) fn new(source: &Source, state: &State) -> Option<Self> {
        match source {
            Source::Ready(archive, _) => {
                Some(Self { archive: archive.clone(), query: state.query.clone(), options: state.options() })
            }
            _ => None,
        }
    }

    /// Asks.
    pub(super) fn answer(&self) -> Answer {
        let clock = web_sys::window().and_then(|window| window.performance());
        let now = || clock.as_ref().map_or(0.0, web_sys::Performance::now);
        let start = now();
        let mut results = self.archive.search(&self.query, &self.options.clone().uncounted());
        results.took_ms = now() - start;
        let ways = if results.total == 0 { self.archive.relax(&self.query, &self.options) } else { Vec::new() };
        let options = Rc::new(self.options.clone());
        Answer {
            order: Rc::from(&*results.order),
            ways: ways.into(),
            archive: self.archive.clone(),
            counts: OnceCell::new(),
            options,
            results: Rc::new(results),
        }
    }
}

impl Answer {
    /// Whether only the query is another than before, or only the range: the reader is typing, or brushing.
    pub(super) fn is_typed_after(&self, before: &Self) -> bool {
        let Options { from, to, .. } = *self.options;
        let is_typed = self.results.query != before.results.query;
        Rc::ptr_eq(&self.archive, &before.archive)
            && if is_typed {
                self.options == before.options
            } else {
                *self.options == Options { from, to, ..(*before.options).clone() }
            }
    }

    /// Whether only the range is another than before: the reader is brushing.
    pub(super) fn is_brushed_after(&self, before: &Self) -> bool {
        self.results.query == before.results.query && self.is_typed_after(before)
    }

    /// The facets of what was found, counted when they are first drawn: the list does not wait for them.
    pub(super) fn counts(&self) -> Rc<FacetCounts> {
        let count = || Rc::new(self.archive.counts(&self.results.query, &self.options));
        self.counts.get_or_init(count).clone()
    }

    /// How many items were found, in words.
    pub(super) fn status(&self, state: &State) -> StatusWords {
        let Results { query, total, certain, .. } = &*self.results;
        let narrowed = state.conditions() > 0 || !state.query.trim().is_empty();
        StatusWords::new(state.language, query, *total, self.archive.len(), total.saturating_sub(*certain), narrowed)
    }
}
