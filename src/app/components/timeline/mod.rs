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
pub mod missing;
pub mod overview;
pub mod plot;
pub mod shapes;
pub mod width;
pub mod zooming;

use std::rc::Rc;

use jianbao_engine::corpus::{Day, ItemId};
use jianbao_engine::search::{Archive, Options, Results, Unit};
use yew::prelude::*;

use self::defs::Ids;
use self::drag::{Brush, Held};
use self::header::{Fuzzy, Legend, header};
use self::histogram::{histogram, measures, plot_width, readout};
use self::lanes::lanes;
use self::missing::use_missing;
use self::overview::{compare, overview, versus, zooms};
use self::width::use_widths;
use self::zooming::Zoomed;
use crate::app::context::{Reader, use_reader};
use crate::app::i18n::timeline as say;
use crate::app::state::Action;
use crate::app::timeline::histogram::{Bars, HEIGHT, SLIM, TALL, unit_for};
use crate::app::timeline::{Domain, Range, Zoom, units};
use crate::app::timeline::{Holdings, Measure};

/// The width of a widget, in pixels, from which its timeline has labels.
const FULL: f64 = 900.0;

/// The same where the timeline is the view.
const TALL_FULL: f64 = 560.0;

/// Properties of [`Timeline`].
#[derive(Clone, Properties)]
pub struct TimelineProps {
    /// What was found.
    pub results: Rc<Results>,
    /// What was asked beside the query.
    pub options: Rc<Options>,
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
    /// Whether it is the view, and not what stands over another.
    #[prop_or_default]
    pub tall: bool,
    /// The days that it shows as the view, where it does not show all.
    #[prop_or_default]
    pub zoom: Option<Domain>,
}

/// An answer is compared by where it is: it may hold every item of the archive, and is made anew for each question.
impl PartialEq for TimelineProps {
    fn eq(&self, other: &Self) -> bool {
        let key = |props: &Self| (props.from, props.to, props.approximate, props.open, props.tall, props.zoom);
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
    /// Whether the timeline is the view, and no item is open.
    pub tall: bool,
}

/// What the bars are laid out from; compared by where it is, but what was found without its range by what it is: a range that
/// is dragged changes no bar.
struct Laid {
    results: Rc<Results>,
    holdings: Rc<Option<Holdings>>,
    size: [f64; 2],
    measure: Measure,
}

impl PartialEq for Laid {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.holdings, &other.holdings)
            && self.size == other.size
            && self.measure == other.measure
            && (Rc::ptr_eq(&self.results, &other.results) || self.results.anytime == other.results.anytime)
    }
}

/// The bars of what was found on some days, laid out once for an answer, in so many pixels of width and height.
#[hook]
fn use_bars(
    reader: &Reader,
    results: &Rc<Results>,
    days: Option<Domain>,
    size: [f64; 2],
    measure: Measure,
) -> Rc<Option<Bars>> {
    let unit = days.map_or(Unit::Year, |days| unit_for(days, size[0]));
    let holdings = use_memo((reader.clone(), unit, days), |(reader, unit, days)| {
        Some(Holdings::new(dates(&reader.archive), *unit, (*days)?))
    });
    let laid = Laid { results: results.clone(), holdings, size, measure };
    use_memo(laid, |laid| {
        let found = laid.results.anytime.iter().filter_map(|&id| reader.archive.date(id));
        laid.holdings.as_ref().as_ref().map(|holdings| Bars::new(found, holdings, laid.size, laid.measure))
    })
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
    let tall = props.tall && props.open.is_none();
    let widget = widths.map_or(0.0, |widths| widths.widget);
    let (full, width) = (widget >= if tall { TALL_FULL } else { FULL }, widths.map(|widths| widths.own));
    let bars = width.map(|width| plot_width(width, full));
    let zoom = days.map(|(domain, _)| Zoom::of(domain, props.zoom.filter(|_| props.tall)));
    let (plot_size, height) = (bars.unwrap_or(0.0), if tall { TALL[usize::from(full)] } else { HEIGHT });
    let many = zoom.filter(|_| few.is_none());
    let over = use_state_eq(|| None::<Day>);
    let laid = use_bars(reader, &props.results, many.map(Zoom::shown), [plot_size, height], *measure);
    let whole = many.filter(|zoom| zoom.is_part()).map(Zoom::whole);
    let whole = use_bars(reader, &props.results, whole, [plot_size, SLIM], *measure);
    let query = use_state_eq(String::new);
    let compared = use_compared(reader, props, query.trim());
    let other = compared.as_ref().as_ref().filter(|_| tall);
    let others = use_bars(
        reader,
        other.unwrap_or(&props.results),
        many.filter(|_| other.is_some()).map(Zoom::shown),
        [plot_size, height],
        *measure,
    );
    let fuzzy = use_fuzzy(reader, props, days.map(|(_, range)| range));
    let missing = use_missing(reader);

    let label = say::TIME.get(reader.language);
    let (Some((_, range)), Some(zoom)) = (days, zoom) else {
        return html! { <section ref={node} class="tl" part="timeline" hidden=true aria-label={label}></section> };
    };
    let told = {
        let over = over.clone();
        Callback::from(move |day| over.set(day))
    };
    let unit = laid.as_ref().as_ref().map_or(Unit::Day, |bars| bars.unit);
    let zoomed = many.filter(|_| props.tall).map(|zoom| Zoomed {
        bars: laid.clone(),
        at: units::start(unit, zoom.shown().clamp(over.unwrap_or(range.from))),
        set: reader.dispatch.reform(|zoom: Zoom| Action::Zoom(Some(zoom.shown()).filter(|_| zoom.is_part()))),
    });
    held.borrow_mut().draw(range);
    let brush = &Brush { node: plot, held, zoom, unit, range, reader: reader.clone(), over: told, bars: zoomed };
    let full = full && (few.is_none() || props.open.is_none());
    let scene = Scene { reader, results: &props.results, brush, ids: Ids(&reader.id), full, tall };
    let legend = if few.is_some() { Legend::Marks(known.1) } else { range_legend(scene) };
    let missing = missing::view(reader.language, missing.as_ref().as_ref(), range);
    let controls = few
        .is_none()
        .then(|| html! { <>{ compare(brush, &query) }{ zooms(brush) }{ measures(reader.language, &measure) }</> });
    let class = match (few.is_some(), props.tall) {
        // What would move as soon as the width is known is not seen before.
        _ if widths.is_none() => "tl is-new",
        (true, false) => "tl",
        (true, true) => "tl tl-tall",
        (false, false) => "tl tl-large",
        (false, true) => "tl tl-large tl-tall",
    };
    html! {
        <section ref={node} {class} part="timeline" aria-label={label}>
            { header(scene, (legend, missing), controls, (props.approximate, fuzzy)) }
            if let Some(items) = few {
                { lanes(scene, items, props.open, width, &stop) }
            } else if let Some(laid) = &*laid {
                { drawn(scene, laid, other.zip(others.as_ref().as_ref()), (bars, *over)) }
            }
            if let Some(whole) = &*whole {
                { overview(scene, whole) }
            }
        </section>
    }
}

/// The bars with what is said over them; beside them those of another query, on the same scale.
fn drawn(
    scene: Scene<'_>,
    bars: &Bars,
    other: Option<(&Rc<Results>, &Bars)>,
    (width, over): (Option<f64>, Option<Day>),
) -> Html {
    let (mut bars, mut beside) = (bars.clone(), other.map(|(_, bars)| bars.clone()));
    if let Some(beside) = &mut beside {
        bars.beside(beside);
    }
    html! {
        <>
            { readout(scene, (&bars, beside.as_ref()), over) }
            { versus(scene, other.map(|(results, _)| &**results)) }
            { histogram(scene, (&bars, beside.as_ref()), width, over) }
        </>
    }
}

/// What another query finds under the same conditions. It is not asked for facets.
#[hook]
fn use_compared(reader: &Reader, props: &TimelineProps, query: &str) -> Rc<Option<Rc<Results>>> {
    let props = TimelineProps { open: None, zoom: None, ..props.clone() };
    use_memo((reader.clone(), props, query.to_owned()), |(Reader { archive, .. }, props, query)| {
        (!query.is_empty()).then(|| Rc::new(archive.search(query, &(*props.options).clone().uncounted())))
    })
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
    let props = TimelineProps { open: None, tall: false, zoom: None, ..props.clone() };
    *use_memo((reader.clone(), props, range), |(Reader { archive, .. }, props, range)| {
        let otherwise = (!props.approximate).then(|| with_fuzzy(archive, props));
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

/// What would be found with fuzzy dates.
fn with_fuzzy(archive: &Archive, props: &TimelineProps) -> Results {
    let options = Options { from: None, to: None, approximate: true, ..(*props.options).clone() };
    archive.search(&props.results.query, &options.uncounted())
}
