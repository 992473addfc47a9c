//! Reading a corpus into an archive, step by step.
//!
//! The browser has one thread for the page and for this, so reading must be able to pause. A [`Reading`] is told how much to
//! do at once, in bytes; it has no clock. What is left to do when the last item has been read (putting items and facets in
//! order) has steps of its own, each of a few milliseconds for tens of thousands of items.

use super::account::Census;
use super::archive::Archive;
use super::arena::Arena;
use super::facets::{Builder, Facets};
use super::index::Index;
use crate::corpus::{self, Corpus, Date, Item, Part, Problem, Progress};

/// An archive that is being read.
///
/// ```
/// use jianbao_engine::corpus::Part;
/// use jianbao_engine::search::{Reading, Step};
///
/// let json = r#"[{"uri": "a", "headlines": [{"value": "海绵城市"}]}, {"uri": "b", "headlines": [{"value": "消防课"}]}]"#;
/// let mut reading = Box::new(Reading::new(vec![Part::new("", json.as_bytes().to_vec())]));
/// let (archive, problems) = loop {
///     if reading.progress().items == 1 {
///         reading.stop();
///     }
///     reading = match reading.step(20).unwrap() {
///         Step::Going(reading) => reading,
///         Step::Done(archive, problems) => break (archive, problems),
///     }
/// };
/// assert_eq!((archive.len(), problems.len()), (1, 0));
/// ```
#[derive(Debug)]
pub struct Reading {
    stage: Stage,
    collected: Collected,
    progress: Progress,
    is_stopped: bool,
}

/// What a step comes to.
#[derive(Debug)]
pub enum Step {
    /// There is more to do.
    Going(Box<Reading>),
    /// All is read: the archive, and what is wrong with the corpus.
    Done(Box<Archive>, Vec<Problem>),
}

/// What is done next.
#[derive(Debug)]
enum Stage {
    Items(Box<corpus::Reading>),
    Facets(Corpus, Vec<Problem>),
    Order(Corpus, Vec<Problem>, Box<Facets>),
}

/// What is kept of the items read.
#[derive(Debug, Default)]
struct Collected {
    arena: Arena,
    facets: Builder,
    published: Vec<Option<Date>>,
    census: Census,
}

impl Collected {
    fn push(&mut self, item: &Item) {
        self.arena.push(item);
        self.facets.push(item);
        self.census.push(item);
        self.published.push(item.date_published.as_deref().and_then(|date| date.parse().ok()));
    }
}

impl Reading {
    /// Reads these files as one corpus.
    pub fn new(parts: Vec<Part>) -> Self {
        let corpus = corpus::Reading::new(parts);
        let progress = corpus.progress();
        let collected = Collected { arena: Arena::with_capacity(progress.total), ..Collected::default() };
        Self { stage: Stage::Items(Box::new(corpus)), collected, progress, is_stopped: false }
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// Reads no further: the steps that are left make an archive of what has been read, which may be empty.
    pub fn stop(&mut self) {
        self.is_stopped = true;
    }

    /// Reads about so many bytes more, to the end of an item. However reading is parted into steps, it comes to the same.
    ///
    /// # Errors
    /// Where nothing can be read at all.
    pub fn step(mut self: Box<Self>, bytes: usize) -> Result<Step, Problem> {
        self.stage = match self.stage {
            Stage::Items(mut corpus) => {
                let is_done = self.is_stopped || corpus.step(bytes, &mut |item| self.collected.push(item))?;
                self.progress = corpus.progress();
                if is_done {
                    let (corpus, problems) = corpus.finish();
                    Stage::Facets(corpus, problems)
                } else {
                    Stage::Items(corpus)
                }
            }
            Stage::Facets(corpus, problems) => {
                let facets = std::mem::take(&mut self.collected.facets).finish();
                Stage::Order(corpus, problems, Box::new(facets))
            }
            Stage::Order(corpus, problems, facets) => {
                let Collected { mut arena, published, census, .. } = self.collected;
                arena.finish();
                let index = Index::new(corpus, arena, *facets, published);
                return Ok(Step::Done(Box::new(Archive::new(index, census)), problems));
            }
        };
        Ok(Step::Going(self))
    }
}
