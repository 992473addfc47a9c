//! The plot of a small archive: a lane a section, with its name, and a mark an item.

use std::rc::Rc;

use jianbao_engine::corpus::{Day, ItemId};
use yew::prelude::*;

use super::Scene;
use super::few::{FewItems, LaneName};
use super::marks::{Face, faces, marks};
use super::plot::{Frame, plot};
use super::shapes::{Anchor, column, level, pixels, rect, share, words};
use crate::app::i18n::{number, timeline as say};
use crate::app::timeline::labels::{self, Name};
use crate::app::timeline::lanes::{FULL, Lane, Lanes, Mark, Measures, SLIM};
use crate::app::timeline::number::{decimal, within};
use crate::app::timeline::{Domain, axis, words as texts};

/// The room between the plot and the edge of the timeline, in pixels.
pub const EDGE: f64 = 8.0;

/// Rows beyond which even a wide plot is drawn slim.
const MOST_ROWS: f64 = 18.0;

/// The plot laid out.
struct Layout {
    /// Whether there is room for words.
    full: bool,
    /// The width of the column of names.
    column: f64,
    /// The width of the plot, once it is known.
    plot: Option<f64>,
    measures: Measures,
    lanes: Lanes,
}

impl Layout {
    /// With words where there may be and there is room, else without. `width` is that of the timeline.
    fn new(scene: Scene<'_>, items: &FewItems, counts: &[String], width: Option<f64>) -> Self {
        let fit = |full: bool| {
            let column = if full { names_width(&items.lanes, counts) } else { 36.0 };
            let plot = width.map(|width| (width - column - EDGE).max(1.0));
            let measures = if full { FULL } else { SLIM };
            let entries: Vec<_> = items.items.iter().map(|item| item.entry).collect();
            let lanes = Lanes::new(&entries, items.lanes.len(), scene.brush.domain, measures, plot);
            Self { full, column, plot, measures, lanes }
        };
        let layout = fit(scene.full);
        if layout.full && layout.lanes.height > MOST_ROWS * FULL.pitch { fit(false) } else { layout }
    }
}

/// The plot; `width` is that of the timeline in pixels, once it is known, and `stop` the mark that Tab leads to.
pub fn lanes(
    scene: Scene<'_>,
    items: &Rc<FewItems>,
    open: Option<ItemId>,
    width: Option<f64>,
    stop: &UseStateHandle<Option<usize>>,
) -> Html {
    let (domain, language) = (scene.brush.domain, scene.reader.language);
    let counts = counts(scene, items);
    let layout = Layout::new(scene, items, &counts, width);
    let (full, axis) = (layout.full, layout.lanes.height);
    let mut faces = faces(&layout.lanes, &items.items, &scene.results.order, open, language);
    if let Some(plot) = layout.plot.filter(|_| full) {
        label(scene, items, &layout.lanes, &mut faces, plot);
    }
    let below = if full { 19.0 } else { 17.0 };
    let frame = Frame {
        name: say::LANES.fill(language, &[&say::days(language, domain.first(), domain.last())]),
        ticks: axis::ticks(language, domain, layout.plot),
        axis,
        words: below,
        height: axis + below + if full { 5.0 } else { 3.0 },
        veil: true,
        title: None,
    };
    let names = view_names(items, &layout, &counts, frame.height);
    let shown = html! {
        <>
            { for domain.iter().filter(|day| day.weekday() >= 5).map(|day| view_weekend(domain, day, axis)) }
            { for layout.lanes.lanes.iter().map(|lane| level("lane-r", lane.top + 0.5)) }
            { marks(scene, items, layout.lanes, &faces, layout.measures, stop) }
        </>
    };
    html! { <div class="tl-g">{ names }{ plot(scene, frame, shown) }</div> }
}

/// Gives the marks their labels, as far as there is room on a plot so many pixels wide.
fn label(scene: Scene<'_>, items: &FewItems, lanes: &Lanes, faces: &mut [Face], plot: f64) {
    let name = |(mark, face): (&Mark, &Face)| Name {
        day: face.day.clone(),
        name: match mark.entries[..] {
            [only] => items.items.get(only).map(|item| item.short.clone()).unwrap_or_default(),
            _ => say::TIMES.fill(scene.reader.language, &[&number(mark.entries.len())]),
        },
        first: face.is_found,
    };
    let names: Vec<Name> = lanes.marks.iter().zip(&*faces).map(name).collect();
    let (domain, range) = (scene.brush.domain, scene.brush.range);
    let handles = [domain.start_of(range.from), domain.end_of(range.to)];
    for (face, label) in faces.iter_mut().zip(labels::place(lanes, &names, handles, plot)) {
        face.label = label;
    }
}

/// How many of each lane's items are among the results, and how many it has, in words.
fn counts(scene: Scene<'_>, items: &FewItems) -> Vec<String> {
    let count = |lane: usize| {
        let own = || items.items.iter().filter(move |item| item.entry.lane == lane);
        let found = own().filter(|item| scene.results.order.contains(&item.id)).count();
        say::OF.fill(scene.reader.language, &[&number(found), &number(own().count())])
    };
    (0..items.lanes.len()).map(count).collect()
}

/// The width of the column of names, in pixels.
fn names_width(names: &[LaneName], counts: &[String]) -> f64 {
    let all = names.iter().map(|lane| &lane.name).chain(counts);
    within(all.map(|text| texts::width(text)).fold(0.0, f64::max), 64.0, 180.0) + 44.0
}

fn view_names(items: &FewItems, layout: &Layout, counts: &[String], height: f64) -> Html {
    let lanes = layout.lanes.lanes.iter().zip(items.lanes.iter().zip(counts));
    let content = lanes.map(|(lane, (name, count))| view_name(layout, lane, name, count)).collect();
    column(layout.column, height, None, content)
}

fn view_name(layout: &Layout, lane: &Lane, name: &LaneName, count: &str) -> Html {
    let side = if layout.full { 19.0 } else { 17.0 };
    let middle = lane.top + lane.height / 2.0;
    // Inked or not as beside the results, so that lanes are told apart by more than their character.
    let [square, tag] = if name.is_inked { ["lt is-inked", "lt-c is-inked"] } else { ["lt", "lt-c"] };
    let line = |class, y, said: String| words(class, Anchor::start("28"), y, said.into());
    html! {
        <g>
            { rect(square, pixels(0.5, side), middle - side / 2.0, side) }
            { words(tag, Anchor::middle(decimal(0.5 + side / 2.0)), middle + 4.3, name.tag.clone().into()) }
            if layout.full {
                { line("lt-t", middle - 1.0, texts::shorten(&name.name, layout.column - 42.0)) }
                { line("lt-n", middle + 15.0, count.to_owned()) }
            }
        </g>
    }
}

fn view_weekend(domain: Domain, day: Day, height: f64) -> Html {
    let x = domain.start_of(day);
    rect("we", share(x, domain.end_of(day) - x), 0.0, height)
}
