//! The timeline, which is the date filter too: lanes for a small archive, a histogram for a large one.
//!
//! One plot is in the page at a time. Its layout follows from measured widths: before they are known it has no words.
//! All geometry is in [`crate::app::timeline`]; here it becomes SVG, with positions in percent.
//! [`Timeline`] alone has state; its parts are functions of one [`Scene`].

pub mod defs;
pub mod drag;
pub mod few;
pub mod glyph;
pub mod handles;
pub mod header;
pub mod histogram;
pub mod lanes;
pub mod marks;
pub mod plot;
pub mod shapes;
pub mod width;

use std::rc::Rc;

use jianbao_engine::corpus::{Day, ItemId};
use jianbao_engine::search::{Archive, FacetName, Filter, Options, Results, Unit};
use yew::prelude::*;

use self::defs::Ids;
use self::drag::{Brush, Held};
use self::header::{Fuzzy, Legend, header};
use self::histogram::{histogram, measures, plot_width};
use self::lanes::lanes;
use self::width::use_widths;
use crate::app::context::{Reader, use_reader};
use crate::app::i18n::timeline as say;
use crate::app::timeline::histogram::{Bars, Holdings, Measure, unit_for};
use crate::app::timeline::{Domain, Range, units};

/// The width of a widget, in pixels, from which its timeline has labels.
const FULL: f64 = 900.0;

/// Properties of [`Timeline`].
#[derive(Clone, Properties)]
pub struct TimelineProps {
    /// What was found.
    pub results: Rc<Results>,
    /// First day of the range.
    #[prop_or_default]
    pub from: Option<Day>,
    /// Last day of the range (inclusive).
    #[prop_or_default]
    pub to: Option<Day>,
    /// Whether items with a fuzzy date are taken in.
    pub approximate: bool,
    /// The item that is open.
    #[prop_or_default]
    pub open: Option<ItemId>,
}

/// An answer is compared by where it is: it may hold every item of the archive, and is made anew for each question.
impl PartialEq for TimelineProps {
    fn eq(&self, other: &Self) -> bool {
        let key = |props: &Self| (props.from, props.to, props.approximate, props.open);
        Rc::ptr_eq(&self.results, &other.results) && key(self) == key(other)
    }
}

/// What all parts of one drawing are given.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The archive, the language and the way to act.
    pub reader: &'a Reader,
    /// What was found.
    pub results: &'a Results,
    /// The days that are shown, the range in them, and what moves it.
    pub brush: &'a Brush,
    /// The patterns.
    pub ids: Ids<'a>,
    /// Whether there is room for words beside the plot.
    pub full: bool,
}

/// What the bars are laid out from; compared by where it is.
struct Laid {
    results: Rc<Results>,
    holdings: Rc<Option<Holdings>>,
    width: Option<f64>,
    measure: Measure,
}

impl PartialEq for Laid {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.results, &other.results)
            && Rc::ptr_eq(&self.holdings, &other.holdings)
            && self.width == other.width
            && self.measure == other.measure
    }
}

/// The timeline of what was found. An archive without a single date has an empty one.
#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    let reader = &use_reader();
    let (node, plot) = (use_node_ref(), use_node_ref());
    let widths = use_widths(&node);
    let stop = use_state_eq(|| None::<usize>);
    let measure = use_state_eq(Measure::default);
    let days = few::domain(reader.archive.days()).map(|domain| (domain, Range::of(domain, props.from, props.to)));
    let held = use_mut_ref(|| Held::new(days.map(|(_, range)| range)));
    let known = use_memo(reader.clone(), |reader| (few::few(reader).map(Rc::new), Fuzzy::of(dates(&reader.archive))));
    let few = &known.0;
    let (full, width) = (widths.is_some_and(|widths| widths.widget >= FULL), widths.map(|widths| widths.own));
    let bars = width.map(|width| plot_width(width, full));
    let unit = days.filter(|_| few.is_none()).map_or(Unit::Day, |(domain, _)| unit_for(domain, bars.unwrap_or(0.0)));
    let holdings = use_memo((reader.clone(), unit), |(reader, unit)| {
        let domain = days.filter(|_| few.is_none())?.0;
        Some(Holdings::new(dates(&reader.archive), *unit, domain))
    });
    let over = use_state_eq(|| None::<Day>);
    let laid = use_memo(
        Laid { results: props.results.clone(), holdings: holdings.clone(), width: bars, measure: *measure },
        |laid| {
            let found = laid.results.anytime.iter().filter_map(|&id| reader.archive.date(id));
            laid.holdings
                .as_ref()
                .as_ref()
                .map(|holdings| Bars::new(found, holdings, bars.unwrap_or(0.0), laid.measure))
        },
    );
    let fuzzy = use_fuzzy(reader, props, days.map(|(_, range)| range));

    let label = say::TIME.get(reader.language);
    let Some((domain, range)) = days else {
        return html! { <section ref={node} class="tl" part="timeline" hidden=true aria-label={label}></section> };
    };
    let told = {
        let over = over.clone();
        Callback::from(move |day| over.set(day))
    };
    let brush = &Brush { node: plot, held, domain, unit, range, reader: reader.clone(), over: told };
    let full = full && (few.is_none() || props.open.is_none());
    let scene = Scene { reader, results: &props.results, brush, ids: Ids(&reader.id), full };
    let (legend, class) = match few {
        Some(_) => (Legend::Marks(known.1), "tl"),
        None => (range_legend(scene), "tl tl-large"),
    };
    html! {
        <section ref={node} {class} part="timeline" aria-label={label}>
            { header(scene, legend, few.is_none().then(|| measures(reader.language, &measure)), (props.approximate, fuzzy)) }
            if let Some(items) = few {
                { lanes(scene, items, props.open, width, &stop) }
            } else if let Some(laid) = &*laid {
                { histogram(scene, laid, bars, *over) }
            }
        </section>
    }
}

/// The days of the range, how many units they are, and how much was found in them.
fn range_legend(scene: Scene<'_>) -> Legend {
    let (language, Brush { unit, range, .. }) = (scene.reader.language, scene.brush);
    let count = units::count(*unit, Domain::new(range.from, range.to));
    Legend::Range(say::days(language, range.from, range.to), say::extent(language, *unit, count, scene.results.total))
}

/// How many fuzzy items match all else and touch the range. Left out of the answer, they are counted in one of their own: how
/// many there are is why one would take them in.
#[hook]
fn use_fuzzy(reader: &Reader, props: &TimelineProps, range: Option<Range>) -> usize {
    let props = TimelineProps { open: None, ..props.clone() };
    *use_memo((reader.clone(), props, range), |(Reader { archive, .. }, props, range)| {
        let otherwise = (!props.approximate).then(|| with_fuzzy(archive, &props.results));
        range.map_or(0, |range| fuzzy_in(archive, otherwise.as_ref().unwrap_or(&props.results), range))
    })
}

/// The dates of all dated items, in the order of their ids.
fn dates(archive: &Archive) -> impl Iterator<Item = jianbao_engine::corpus::Date> {
    (0..archive.len()).filter_map(|id| archive.date(ItemId(id as u32)))
}

/// How many fuzzy items match all else and touch the range.
fn fuzzy_in(archive: &Archive, results: &Results, range: Range) -> usize {
    let dates = results.anytime.iter().filter_map(|&id| archive.date(id));
    dates.filter(|date| date.fuzzy && range.touches(date.start, date.end)).count()
}

/// What would be found with fuzzy dates: the facets say which of their values are chosen.
fn with_fuzzy(archive: &Archive, results: &Results) -> Results {
    let chosen = |facet| {
        let values = results.facets.of(facet).iter().filter(|value| value.selected || value.excluded);
        values.map(move |value| Filter { facet, value: value.value.clone(), exclude: value.excluded })
    };
    let filters = FacetName::ALL.into_iter().flat_map(chosen).collect();
    archive.search(&results.query, &Options { limit: 0, filters, ..Options::default() })
}
