//! The archive: a corpus read into memory, ready to be searched.
//!
//! [`Archive::search`] goes these ways: the query's text is parsed; [`evaluate`](super::evaluate) finds the items it asks
//! for; facet filters and the range of dates are checked item by item, which also counts the facets; the histogram counts
//! all but the range; what is left is put in order, and only the hits of the page asked for are parsed anew and shown.

use super::account::Census;
use super::bits::Bits;
use super::evaluate::{Word, answer};
use super::explain::Explanation;
use super::facets::Counter;
use super::index::Index;
use super::memory::Memory;
use super::query::{Query, Span, When, parse};
use super::rank::{Scorer, Weights};
use super::relax::{ALL, QUERY, RANGE, relaxations};
use super::snippet::{Marker, shown};
use super::{
    DateMatch, FacetCounts, FacetName, FacetValue, Histogram, Hit, Marked, Options, Reading, Results, Sort, Step,
    related,
};
use crate::corpus::{Corpus, Date, Day, Item, ItemId, Part, Problem};

/// A corpus in memory, ready to be searched.
///
/// ```
/// use jianbao_engine::search::{Archive, Options};
///
/// let json = r#"{"items": [{"uri": "a", "headlines": [{"value": "海綿城市講座"}]}, {"uri": "b", "headlines": [{"value": "消防課"}]}]}"#;
/// let (archive, problems) = Archive::from_bytes(json.into()).unwrap();
/// assert!(problems.is_empty());
/// let results = archive.search("海绵", &Options::default());
/// assert_eq!((results.total, results.hits[0].uri.as_str()), (1, "a"));
/// assert_eq!(results.hits[0].headline.marks, [[0, 2]]);
/// ```
#[derive(Debug)]
pub struct Archive {
    index: Index,
    census: Census,
    memory: Memory,
}

/// What a related item shares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// Which facet.
    pub facet: FacetName,
    /// The values shared, in the corpus' own language.
    pub values: Vec<String>,
}

/// An item that shares people, subjects, organisations or places with another, or words of its headline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The item.
    pub id: ItemId,
    /// What they share, people first.
    pub shared: Vec<Shared>,
    /// Words of the one's headline that stand in the other's text, as the headline has them, the most telling first. A long
    /// one is cut, and ends with “…”.
    pub words: Vec<String>,
}

/// A way out of an empty result: what to leave out, and how many items are then found.
#[derive(Clone, Debug, PartialEq)]
pub struct Relaxation {
    /// Whether the query's text is left out.
    pub query: bool,
    /// Facets whose filters are left out.
    pub facets: Vec<FacetName>,
    /// Whether the date range is left out.
    pub range: bool,
    /// How many items are then found: never 0.
    pub total: usize,
}

impl Archive {
    /// Reads a corpus. Bad items are left out and reported beside the archive.
    ///
    /// # Errors
    /// Where nothing can be read at all.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<(Self, Vec<Problem>), Problem> {
        Self::from_parts(vec![Part::new("", bytes)])
    }

    /// Reads a corpus of several files: a [`Reading`] in one go. Bad items, and files that cannot be read, are left out and
    /// reported.
    ///
    /// # Errors
    /// Where no file can be read.
    pub fn from_parts(parts: Vec<Part>) -> Result<(Self, Vec<Problem>), Problem> {
        let mut reading = Box::new(Reading::new(parts));
        loop {
            reading = match reading.step(usize::MAX)? {
                Step::Going(reading) => reading,
                Step::Done(archive, problems) => return Ok((*archive, problems)),
            }
        }
    }

    pub(super) fn new(index: Index, census: Census) -> Self {
        Self { index, census, memory: Memory::default() }
    }

    /// What was counted while items were read.
    pub(super) fn census(&self) -> &Census {
        &self.census
    }

    pub(super) fn index(&self) -> &Index {
        &self.index
    }

    /// All items, the newest first.
    pub(super) fn newest(&self) -> impl Iterator<Item = usize> {
        self.index.newest.iter().map(|&item| item as usize)
    }

    /// The corpus that it was read from.
    pub fn corpus(&self) -> &Corpus {
        &self.index.corpus
    }

    /// How many items it holds.
    pub fn len(&self) -> usize {
        self.index.arena.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The item, parsed anew from the corpus; an empty one for an id of another archive.
    pub fn item(&self, id: ItemId) -> Item {
        self.index.corpus.item(id)
    }

    /// The id of an identifier.
    pub fn id_of(&self, uri: &str) -> Option<ItemId> {
        self.index.corpus.id_of(uri)
    }

    /// When an item is dated; `None` where the corpus does not say.
    pub fn date(&self, id: ItemId) -> Option<Date> {
        self.index.corpus.date(id)
    }

    /// When an item was published; `None` where the corpus does not say.
    pub fn published(&self, id: ItemId) -> Option<Date> {
        self.index.published.get(self.index.number(id)?).copied().flatten()
    }

    /// The item's section (a value of [`FacetName::Section`]).
    pub fn section(&self, id: ItemId) -> Option<&str> {
        self.value(FacetName::Section, id)
    }

    /// The first value that an item has for a facet, in the corpus' own language.
    pub fn value(&self, facet: FacetName, id: ItemId) -> Option<&str> {
        self.index.facets.values(facet, self.index.number(id)?).next().map(|(_, name)| name)
    }

    /// First and last day of all that is dated, fuzzy spans included.
    pub fn days(&self) -> Option<(Day, Day)> {
        self.index.timeline.days()
    }

    /// Searches. Every text is a query; `docs/QUERY.md` describes the language.
    ///
    /// `took_ms` is 0: the engine has no clock, the caller fills it in.
    pub fn search(&self, query: &str, options: &Options) -> Results {
        let index = &self.index;
        let parsed = parse(query);
        let answer = self.memory.answer(index, query);
        let Narrowed { found, anytime, counter } = self.narrow(&answer.items, options, &options.facets);
        let scored = self.scored(&answer.words, &found, &Weights::USUAL);
        let order = self.order(&found, &scored, options.sort, !answer.words.is_empty());
        let terms = parsed.terms();
        let marker = Marker::new(&terms);
        let certainty = Certainty::new(&parsed, options);
        let page = order.iter().skip(options.offset).take(options.limit);
        let hits = page.map(|&item| self.hit(item, &scored, &marker, &certainty, options)).collect();
        Results {
            query: query.to_owned(),
            understood: parsed.understood(),
            total: order.len(),
            certain: certainty.count(index, &order),
            took_ms: 0.0,
            hits,
            facets: counter.finish(options),
            histogram: if options.histogram { index.timeline.count(anytime.iter()) } else { Histogram::default() },
            anytime: index.by_time(&anytime.iter().collect::<Vec<_>>(), true).map(|item| index.id(item)).collect(),
            order: order.into_iter().map(|item| index.id(item)).collect(),
        }
    }

    /// The facets of a query, as in [`Results::facets`]: for a caller who searches without them, and counts later.
    pub fn counts(&self, query: &str, options: &Options) -> FacetCounts {
        let answer = self.memory.answer(&self.index, query);
        self.narrow(&answer.items, options, &options.facets).counter.finish(options)
    }

    /// All values of a facet for a query, as in [`Results::facets`], however many there are: those whose name, in any
    /// language, contains `sought`, with 繁/简, case and width folded. Everything contains an empty string.
    pub fn values(&self, facet: FacetName, query: &str, options: &Options, sought: &str) -> Vec<FacetValue> {
        let answer = self.memory.answer(&self.index, query);
        let asked = FacetName::ALL.map(|other| other == facet);
        let Narrowed { counter, .. } = self.narrow(&answer.items, options, &asked);
        counter.values(facet, &options.filters, sought)
    }

    /// Applies facet filters and the range, and counts the facets asked for.
    fn narrow(&self, items: &Bits, options: &Options, asked: &[bool]) -> Narrowed<'_> {
        let index = &self.index;
        let (conditions, range) = (index.facets.conditions(&options.filters), Range::new(options));
        let mut counter = index.facets.counter();
        if options.filters.is_empty() && range.is_open() {
            counter.add_all(items, asked);
            return Narrowed { anytime: items.clone(), found: items.clone(), counter };
        }
        let counts = asked.contains(&true);
        let (mut found, mut anytime) = (Bits::none(items.length()), Bits::none(items.length()));
        for item in items.iter() {
            let date = index.date(item);
            if !range.takes(date) {
                continue;
            }
            let failed = conditions.failed(item);
            let touches = range.touches(date);
            if failed == 0 {
                anytime.insert(item);
                if touches {
                    found.insert(item);
                }
            }
            if touches && counts {
                counter.add(item, failed);
            }
        }
        Narrowed { found, anytime, counter }
    }

    /// The items with their scores, ascending by number; none where no word is asked for, which no score is made of.
    fn scored(&self, words: &[Word], items: &Bits, weights: &Weights) -> Vec<(usize, f64)> {
        if words.is_empty() {
            return Vec::new();
        }
        let mut scorer = Scorer::new(&self.index.arena, weights, words);
        items.iter().map(|item| (item, scorer.score(item, |_| ()))).collect()
    }

    /// Puts items in the order asked for.
    fn order(&self, items: &Bits, scored: &[(usize, f64)], sort: Sort, ranked: bool) -> Vec<usize> {
        if sort == Sort::Relevance && ranked {
            return self.index.best_first(scored);
        }
        let items: Vec<usize> = items.iter().collect();
        // Both orders are kept ready: ids are chronological.
        self.index.by_time(&items, sort == Sort::Oldest).collect()
    }

    fn hit(
        &self,
        item: usize,
        scored: &[(usize, f64)],
        marker: &Marker,
        certainty: &Certainty,
        options: &Options,
    ) -> Hit {
        let parsed = self.index.item(item);
        let envelope = self.index.corpus.envelope.language.as_str();
        let (headline, snippet) = shown(&parsed, marker, options.language.as_deref().unwrap_or(envelope));
        let score = scored.binary_search_by_key(&item, |&(item, _)| item).ok().and_then(|place| scored.get(place));
        Hit {
            id: self.index.id(item),
            score: score.map_or(0.0, |&(_, score)| score),
            date: parsed.date_text().map(str::to_owned),
            date_match: certainty.of(&self.index, item),
            headline,
            snippet,
            uri: parsed.uri,
        }
    }

    /// What the score of an item is made of, as a search has it that filters nothing; `None` where the query does not find
    /// the item.
    pub fn explain(&self, query: &str, id: ItemId) -> Option<Explanation> {
        let answer = self.memory.answer(&self.index, query);
        let item = self.index.number(id).filter(|&item| answer.items.contains(item))?;
        let mut parts = Vec::new();
        let score = Scorer::new(&self.index.arena, &Weights::USUAL, &answer.words).score(item, |part| parts.push(part));
        let words = answer.words.iter().map(|word| (word.typed.clone(), word.frequency)).collect();
        Some(Explanation { words, parts, score })
    }

    /// What a query finds, in the order that other constants of ranking give: for measuring what they do.
    pub fn ranked(&self, query: &str, weights: &Weights) -> Vec<ItemId> {
        let answer = self.memory.answer(&self.index, query);
        let scored = self.scored(&answer.words, &answer.items, weights);
        let order = self.order(&answer.items, &scored, Sort::Relevance, !answer.words.is_empty());
        order.into_iter().map(|item| self.index.id(item)).collect()
    }

    /// What a list shows of an item for a query, as a [`Hit`] has it: its headline and the passage that says why it was
    /// found, in a language, or in the item's own where it has no such version.
    pub fn shown(&self, query: &str, item: &Item, language: &str) -> (Marked, Marked) {
        shown(item, &Marker::new(&parse(query).terms()), language)
    }

    /// Where the query's words stand in a text that is shown: `[start, end)` in UTF-16 units, ascending and apart.
    ///
    /// Words that are looked for in headlines or bodies alone are marked, too; excluded ones are not.
    ///
    /// ```
    /// # use jianbao_engine::search::Archive;
    /// # let (archive, _) = Archive::from_bytes(br#"[{"uri": "a", "headlines": [{"value": "A"}]}]"#.to_vec()).unwrap();
    /// assert_eq!(archive.marks("海绵 -消防", "講海綿城市，也講消防"), [[1, 3]]);
    /// ```
    pub fn marks(&self, query: &str, text: &str) -> Vec<[usize; 2]> {
        Marker::new(&parse(query).terms()).everywhere(text)
    }

    /// The name of a facet's value in a language; the value itself where no item translates it.
    pub fn label(&self, facet: FacetName, value: &str, language: &str) -> String {
        self.index.facets.label(facet, value, language).to_owned()
    }

    /// All values of a facet, each with what it is put in order by: how it is read, where the language is `zh-Hans` and the
    /// corpus says so, else its name in the language.
    #[inline]
    pub fn names(&self, facet: FacetName, language: &str) -> Vec<(String, String)> {
        self.index.facets.sort_names(facet, language)
    }

    /// A person's post in a language, as the newest item that gives one has it.
    pub fn post(&self, person: &str, language: &str) -> Option<String> {
        let index = &self.index;
        let post_in = |item: usize| {
            let item = index.item(item);
            let version = item.version(language);
            let post = version
                .people()
                .find(|(own, _)| own.name == person)
                .and_then(|(own, shown)| shown.job_title.clone().or_else(|| own.job_title.clone()));
            post.filter(|post| !post.trim().is_empty())
        };
        // Without one in any item nobody has to look; the newest mostly has it in the language, too.
        post_in(index.facets.newest_post(person)?).or_else(|| {
            let having = index.facets.having(FacetName::Person, person);
            self.newest().filter(|&item| having.contains(item)).find_map(post_in)
        })
    }

    /// Items that share most with this one, with the reason; words are in the script of a language, where the item has it.
    pub fn related(&self, id: ItemId, limit: usize, language: &str) -> Vec<Related> {
        self.index.number(id).map_or_else(Vec::new, |item| related::related(&self.index, item, limit, language))
    }

    /// A few queries that find something, taken from the corpus.
    #[inline]
    pub fn examples(&self, language: &str) -> Vec<String> {
        related::examples(&self.index, language, &|query| answer(&self.index, &parse(query)).items.count() > 0)
    }

    /// For a query that finds nothing: single and then paired conditions to leave out that find something, those first
    /// that find fewest; a pair where it finds more than either alone. Leaving out the range takes in fuzzy dates, too.
    pub fn relax(&self, query: &str, options: &Options) -> Vec<Relaxation> {
        let index = &self.index;
        let parsed = parse(query);
        let answer = self.memory.answer(index, query);
        let (conditions, range) = (index.facets.conditions(&options.filters), Range::new(options));
        let mut set = options.filters.iter().fold(0, |set, filter| set | 1 << filter.facet as u16);
        set |= if parsed.root.is_some() { QUERY } else { 0 };
        set |= if range.is_open() { 0 } else { RANGE };
        let mut failed = vec![0; usize::from(ALL) + 1];
        for item in 0..index.arena.len() {
            let date = index.date(item);
            let mut fails = conditions.failed(item);
            fails |= if answer.items.contains(item) { 0 } else { QUERY };
            fails |= if range.takes(date) && range.touches(date) { 0 } else { RANGE };
            failed[usize::from(fails & ALL)] += 1;
        }
        relaxations(set, &failed)
    }
}

/// What is left of items when facet filters and the range are applied.
struct Narrowed<'a> {
    found: Bits,
    /// What is found at any time: what the histogram shows.
    anytime: Bits,
    counter: Counter<'a>,
}

/// The range of dates of some options.
struct Range {
    span: Span,
    approximate: bool,
}

impl Range {
    fn new(options: &Options) -> Self {
        Self { span: Span { from: options.from, to: options.to }, approximate: options.approximate }
    }

    fn has_ends(&self) -> bool {
        self.span.from.is_some() || self.span.to.is_some()
    }

    fn is_open(&self) -> bool {
        !self.has_ends() && self.approximate
    }

    /// Whether an item is taken in at all: one with a fuzzy date may not be wanted.
    fn takes(&self, date: Option<Date>) -> bool {
        self.approximate || date.is_none_or(|date| !date.fuzzy)
    }

    /// Whether an item's date touches the range.
    fn touches(&self, date: Option<Date>) -> bool {
        !self.has_ends() || date.is_some_and(|date| self.span.touches(date))
    }
}

/// Tells whether an item surely has a date that was asked for.
struct Certainty {
    item: bool,
    published: bool,
}

impl Certainty {
    fn new(query: &Query, options: &Options) -> Self {
        let item = query.asks_for(When::Item) || Range::new(options).has_ends();
        Self { item, published: query.asks_for(When::Published) }
    }

    /// How many items surely have it.
    fn count(&self, index: &Index, items: &[usize]) -> usize {
        if !self.item && !self.published {
            return items.len();
        }
        items.iter().filter(|&&item| self.of(index, item) == DateMatch::Certain).count()
    }

    /// Fuzzy dates are never certain where a date is asked for.
    fn of(&self, index: &Index, item: usize) -> DateMatch {
        let fuzzy = |dates: &[Option<Date>]| dates.get(item).copied().flatten().is_some_and(|date| date.fuzzy);
        if self.item && fuzzy(&index.dates) || self.published && fuzzy(&index.published) {
            DateMatch::Possible
        } else {
            DateMatch::Certain
        }
    }
}
