//! The timeline, which is the date filter too: lanes for a small archive, a histogram for a large one.
//!
//! One plot is in the page at a time. Its layout follows from measured widths: before they are known it has no words.
//! All geometry is in [`crate::app::timeline`]; here it becomes SVG, with positions in percent.

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
pub mod width;

use std::rc::Rc;

use jianbao_engine::corpus::{Day, ItemId};
use jianbao_engine::search::{Archive, FacetName, Filter, Options, Results, Unit};
use yew::prelude::*;

use self::defs::Ids;
use self::header::{Fuzzy, Header, Legend};
use self::histogram::HistogramPlot;
use self::lanes::LanesPlot;
use self::width::{Widths, use_widths};
use crate::app::context::use_reader;
use crate::app::i18n::timeline as say;
use crate::app::state::Action;
use crate::app::timeline::histogram::{Holdings, unit_for};
use crate::app::timeline::{Domain, Range, units};

/// The width of a widget, in pixels, from which its timeline has labels.
const FULL: f64 = 900.0;

/// Properties of [`Timeline`].
#[derive(Clone, PartialEq, Properties)]
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

/// The timeline of what was found. An archive without a single date has an empty one.
#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    let reader = use_reader();
    let node = use_node_ref();
    let widths = use_widths(&node);
    let domain = few::domain(reader.archive.days());
    let full = widths.is_some_and(|widths| widths.widget >= FULL);
    let plot = widths.map(|widths| histogram::plot_width(widths.own, full));
    let unit = domain.map_or(Unit::Day, |domain| unit_for(domain, plot.unwrap_or(0.0)));

    let few = use_memo(reader.clone(), |reader| few::few(reader).map(Rc::new));
    let fuzzy = use_memo(reader.clone(), |reader| Fuzzy::of(dates(&reader.archive)));
    let holdings = use_memo((reader.clone(), domain, unit, few.is_some()), |(reader, domain, unit, is_few)| {
        domain.filter(|_| !is_few).map(|domain| Rc::new(Holdings::new(dates(&reader.archive), *unit, domain)))
    });
    // Left out of the answer, they are counted in one of their own: how many there are is why one would take them in.
    let fuzzy_count = use_memo(
        (reader.clone(), props.results.clone(), props.approximate, props.from, props.to),
        |(reader, results, approximate, from, to)| {
            let range = domain.map(|domain| Range::of(domain, *from, *to));
            let otherwise = (!approximate).then(|| with_fuzzy(&reader.archive, results));
            range.map_or(0, |range| fuzzy_in(&reader.archive, otherwise.as_ref().unwrap_or(results), range))
        },
    );
    let on_range = {
        let reader = reader.clone();
        use_callback((reader, domain), |range: Range, (reader, domain)| {
            if let Some(domain) = domain {
                let (from, to) = range.condition(*domain);
                reader.act(Action::Range(from, to));
            }
        })
    };

    let label = say::TIME.get(reader.language);
    let Some(domain) = domain else {
        return html! { <section ref={node} class="tl" part="timeline" hidden=true aria-label={label}></section> };
    };
    let range = Range::of(domain, props.from, props.to);
    let ids = Ids::new(&reader.id);
    let legend = match *few {
        Some(_) => Legend::Marks(*fuzzy),
        None => Legend::Range(
            say::days(reader.language, range.from, range.to),
            say::extent(
                reader.language,
                unit,
                units::count(unit, Domain::new(range.from, range.to)),
                props.results.total,
            ),
        ),
    };
    let plot = match (&*few, &*holdings) {
        (Some(items), _) => {
            let (items, results, ids, on_range) = (items.clone(), props.results.clone(), ids.clone(), on_range.clone());
            let width = widths.map(|widths: Widths| widths.own);
            let (open, full) = (props.open, full && props.open.is_none());
            html! { <LanesPlot {items} {results} {open} {domain} {range} {full} {width} {ids} {on_range} /> }
        }
        (None, Some(holdings)) => {
            let (holdings, results) = (holdings.clone(), props.results.clone());
            let (ids, on_range) = (ids.clone(), on_range.clone());
            html! { <HistogramPlot {holdings} {results} {unit} {domain} {range} {full} {plot} {ids} {on_range} /> }
        }
        (None, None) => html! { <div></div> },
    };
    let approximate = props.approximate;
    html! {
        <section ref={node} class={classes!("tl", few.is_none().then_some("tl-large"))} part="timeline" aria-label={label}>
            <Header {legend} {ids} {domain} {range} {approximate} fuzzy={*fuzzy_count} {on_range} />
            { plot }
        </section>
    }
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
