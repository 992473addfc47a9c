//! What the reader has set: one state, changed only by [`Action`]s, and free of the browser.

use std::rc::Rc;

use jianbao_engine::corpus::{Day, ItemId};
use jianbao_engine::search::{Conditions, FacetName, Filter, Options, Relaxation, Sort};
use yew::Reducible;

use super::article::Spot;
use super::card::Card;
use super::i18n::Language;
use super::selection::Selection;
use super::timeline::Domain;

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    Auto,
    /// Ink on paper.
    Light,
    /// Paper on ink.
    Dark,
}

/// How close the list is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Density {
    /// A line for each item: date and headline.
    Compact,
    /// Each item with what goes with its headline, and a snippet.
    #[default]
    Comfortable,
    /// A line for each place where a word of the query stands.
    Kwic,
}

/// How the archive is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// 列表: what was found, item by item, under a small timeline.
    #[default]
    List,
    /// 时间轴: when it was.
    Timeline,
    /// 版面: an issue, set like a page.
    Edition,
}

impl View {
    /// All of them, in the order of their tabs.
    pub const ALL: [Self; 3] = [Self::List, Self::Timeline, Self::Edition];

    /// Its name in attributes and addresses: `list`.
    pub fn name(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Timeline => "timeline",
            Self::Edition => "edition",
        }
    }

    /// The view of a name; the list where there is none of that name.
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|view| view.name() == name).unwrap_or_default()
    }
}

/// How many sizes of the text there are, counted from 0; `style/base.css` says what each is. 1 is the usual one.
pub const SCALES: usize = 5;

/// What the reader wants to see of an item that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Names in the text are marked and lead on.
    pub names: bool,
    /// Beside the year stands that of the 民國 era.
    pub republic: bool,
    /// Beside the text stands that in another language.
    pub beside: Option<Language>,
}

impl Default for Reading {
    fn default() -> Self {
        Self { names: true, republic: false, beside: None }
    }
}

/// What the reader has set.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The query as typed.
    pub query: String,
    /// Facet conditions, in the order in which they were chosen.
    pub filters: Vec<Filter>,
    /// First day of the range.
    pub from: Option<Day>,
    /// Last day of the range (inclusive).
    pub to: Option<Day>,
    /// Whether items with a fuzzy date are taken in.
    pub approximate: bool,
    /// The order of the list.
    pub sort: Sort,
    /// How close the list is set.
    pub density: Density,
    /// How the archive is shown.
    pub view: View,
    /// The days that the view of time shows, where it does not show all.
    pub zoom: Option<Domain>,
    /// An item of the page that is shown as such; without one that which follows from the search.
    pub page: Option<ItemId>,
    /// The item that is open.
    pub open: Option<ItemId>,
    /// The item that is open or was open last: its row gets the focus back, even where another was open when last drawn.
    pub last: Option<ItemId>,
    /// The place in its text at which it was opened, where it was one.
    pub spot: Option<Rc<Spot>>,
    /// The items that are picked out, while the reader picks some out.
    pub selection: Option<Rc<Selection>>,
    /// Whether the sheet of filters is open (narrow widths).
    pub sheet: bool,
    /// The card that stands over all else, as the last one, after those that led to it.
    pub cards: Vec<Card>,
    /// The interface's language.
    pub language: Language,
    /// The theme.
    pub theme: Theme,
    /// The size of the text: less than [`SCALES`].
    pub scale: usize,
    /// What is seen of an item that is read.
    pub reading: Reading,
}

impl Default for State {
    fn default() -> Self {
        Self {
            query: String::new(),
            filters: Vec::new(),
            from: None,
            to: None,
            approximate: true,
            sort: Sort::Relevance,
            density: Density::default(),
            view: View::List,
            zoom: None,
            page: None,
            open: None,
            last: None,
            spot: None,
            selection: None,
            sheet: false,
            cards: Vec::new(),
            language: Language::default(),
            theme: Theme::default(),
            scale: 1,
            reading: Reading::default(),
        }
    }
}

/// What a reader, or the host page, can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Search for something else.
    Query(String),
    /// Choose a facet's value, or take the choice back.
    Toggle(FacetName, String),
    /// Choose a facet's value beside those that are chosen; one that is left out is taken in.
    Choose(FacetName, String),
    /// Leave items with a facet's value out, chosen or not, or take that back.
    Exclude(FacetName, String),
    /// Replace all conditions on facets and dates.
    Conditions(Conditions),
    /// Set the range of dates; `None` is open.
    Range(Option<Day>, Option<Day>),
    /// Take fuzzy dates in, or leave them out.
    Approximate(bool),
    /// Order the list.
    Sort(Sort),
    /// Set the list closer or wider.
    Density(Density),
    /// Show the archive in another way.
    View(View),
    /// Show some days in the view of time, or all.
    Zoom(Option<Domain>),
    /// Turn to the page on which an item stands.
    Turn(Option<ItemId>),
    /// Leave out what stands in the way of results.
    Relax(Relaxation),
    /// Take all conditions back: query, facets, range.
    Clear,
    /// Open an item.
    Open(ItemId),
    /// Open an item at a place in its text.
    OpenAt(ItemId, Rc<Spot>),
    /// Close the item.
    Close,
    /// Begin to pick items out, or end it and forget them.
    Selecting(bool),
    /// Pick items out, or take that back; nothing while none are picked out.
    Select(Rc<[ItemId]>, bool),
    /// Open or close the sheet of filters.
    Sheet(bool),
    /// Show a card, over the one that led to it; without one close them all.
    Card(Option<Card>),
    /// Go back to the card that led to this one.
    CardBefore,
    /// Show as a list what a query and conditions find, and nothing else: closes cards and article.
    List(String, Conditions),
    /// Switch the interface's language.
    Language(Language),
    /// Switch the theme.
    Theme(Theme),
    /// Set the size of the text, less than [`SCALES`].
    Scale(usize),
    /// See more or less of an item that is read.
    Reading(Reading),
}

impl State {
    /// The options of the search that the state asks for. No hits are shown by it: rows make their own snippets.
    pub fn options(&self) -> Options {
        Options {
            sort: self.order(),
            filters: self.filters.clone(),
            from: self.from,
            to: self.to,
            approximate: self.approximate,
            language: Some(self.language.tag().to_owned()),
            limit: 0,
            ..Options::default()
        }
    }

    /// The order of what is found: under a timeline it is one of time, the oldest first unless told otherwise.
    pub fn order(&self) -> Sort {
        if self.view == View::Timeline && self.sort == Sort::Relevance { Sort::Oldest } else { self.sort }
    }

    /// The conditions that are set beside the query.
    pub fn conditions_set(&self) -> Conditions {
        Conditions::of(&self.options())
    }

    /// The days that the view of time shows, as [`zoom_of`] reads them: `2011-03..2012-06`; empty where it shows all, or is not
    /// the view.
    pub fn zoom_written(&self) -> String {
        let Some(days) = self.zoom.filter(|_| self.view == View::Timeline) else { return String::new() };
        let set = Conditions { from: Some(days.first()), to: Some(days.last()), ..Conditions::default() };
        set.written().split_off(DATE.len())
    }

    /// Whether the value of a facet is chosen.
    pub fn is_chosen(&self, facet: FacetName, value: &str) -> bool {
        self.filters.iter().any(|filter| filter.facet == facet && filter.value == value && !filter.exclude)
    }

    /// How many conditions are set beside the query.
    pub fn conditions(&self) -> usize {
        self.filters.len() + usize::from(self.has_range()) + usize::from(!self.approximate)
    }

    /// Whether a range of dates is set.
    pub fn has_range(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }

    fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    /// The state after an action.
    pub fn after(self, action: Action) -> Self {
        match action {
            Action::Query(query) => self.with(|state| state.query = query),
            Action::Toggle(facet, value) => self.with(|state| state.toggle(facet, value)),
            Action::Choose(facet, value) => self.with(|state| {
                state.filters.retain(|filter| filter.facet != facet || filter.value != value);
                state.filters.push(Filter { facet, value, exclude: false });
            }),
            Action::Exclude(facet, value) => self.with(|state| {
                let filter = Filter { facet, value, exclude: true };
                let is_new = !state.filters.contains(&filter);
                state.filters.retain(|known| known.facet != facet || known.value != filter.value);
                state.filters.extend(is_new.then_some(filter));
            }),
            Action::Conditions(set) => self.with(|state| {
                (state.from, state.to) = in_order(set.from, set.to);
                (state.filters, state.approximate) = (set.filters, set.approximate);
            }),
            Action::Range(from, to) => self.with(|state| (state.from, state.to) = in_order(from, to)),
            Action::Approximate(approximate) => self.with(|state| state.approximate = approximate),
            Action::Sort(sort) => self.with(|state| state.sort = sort),
            Action::Density(density) => Self { density, ..self },
            Action::View(view) => Self { view, ..self },
            Action::Zoom(zoom) => Self { zoom, ..self },
            Action::Turn(page) => Self { page, ..self },
            Action::Relax(relaxation) => self.with(|state| state.relax(&relaxation)),
            Action::Clear => self.with(|state| {
                state.query.clear();
                state.filters.clear();
                (state.from, state.to, state.approximate) = (None, None, true);
            }),
            Action::Open(id) => {
                Self { open: Some(id), last: Some(id), spot: None, sheet: false, cards: Vec::new(), ..self }
            }
            Action::OpenAt(id, spot) => Self { spot: Some(spot), ..self.after(Action::Open(id)) },
            Action::Close => Self { open: None, ..self },
            Action::Selecting(is_on) => Self { selection: is_on.then(Rc::default), ..self },
            Action::Select(ids, is_in) => self.with(|state| {
                if let Some(selection) = &mut state.selection {
                    Rc::make_mut(selection).set(&ids, is_in);
                }
            }),
            Action::Sheet(sheet) => Self { sheet, ..self },
            Action::Card(None) => Self { cards: Vec::new(), ..self },
            Action::Card(Some(card)) => self.with(|state| {
                state.sheet = false;
                state.cards.retain(|known| *known != card);
                state.cards.push(card);
            }),
            Action::CardBefore => self.with(|state| drop(state.cards.pop())),
            Action::List(query, set) => {
                let view = if self.view == View::Edition { View::List } else { self.view };
                Self { query, view, open: None, sheet: false, cards: Vec::new(), ..self }.after(Action::Conditions(set))
            }
            Action::Language(language) => Self { language, ..self },
            Action::Theme(theme) => Self { theme, ..self },
            Action::Scale(scale) => Self { scale: scale.min(SCALES - 1), ..self },
            Action::Reading(reading) => Self { reading, ..self },
        }
    }

    fn toggle(&mut self, facet: FacetName, value: String) {
        let before = self.filters.len();
        self.filters.retain(|filter| filter.facet != facet || filter.value != value);
        if self.filters.len() == before {
            self.filters.push(Filter { facet, value, exclude: false });
        }
    }

    fn relax(&mut self, relaxation: &Relaxation) {
        if relaxation.query {
            self.query.clear();
        }
        self.filters.retain(|filter| !relaxation.facets.contains(&filter.facet));
        if relaxation.range {
            (self.from, self.to, self.approximate) = (None, None, true);
        }
    }
}

/// What stands before days where they are a condition.
const DATE: &str = "date:";

/// The days that a text tells, where it tells both ends of them.
pub fn zoom_of(text: &str) -> Option<Domain> {
    let (set, _) = Conditions::read(&[DATE, text].concat());
    set.from.zip(set.to).map(|(from, to)| Domain::new(from, to))
}

/// A range whose ends do not cross.
fn in_order(from: Option<Day>, to: Option<Day>) -> (Option<Day>, Option<Day>) {
    match (from, to) {
        (Some(from), Some(to)) if from > to => (Some(to), Some(from)),
        other => other,
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Rc::unwrap_or_clone(self).after(action))
    }
}

#[cfg(test)]
mod tests;
