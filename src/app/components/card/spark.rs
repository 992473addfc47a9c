//! Small pictures over the days of the whole archive: items as bars, and what is held.

use jianbao_engine::corpus::{Date, ItemId};
use yew::prelude::*;

use crate::app::components::timeline::defs::Ids;
use crate::app::components::timeline::few;
use crate::app::components::timeline::plot::view_tick;
use crate::app::components::timeline::shapes::{Paint, level, painted, rects, share, stretched};
use crate::app::context::Reader;
use crate::app::i18n::timeline as say;
use crate::app::timeline::axis::ticks;
use crate::app::timeline::histogram::{Bars, unit_for};
use crate::app::timeline::number::decimal;
use crate::app::timeline::{Holdings, Measure};

/// The width for which bars and words are laid out, in pixels: that of a phone. On a wider card there is more room.
const WIDTH: f64 = 340.0;
/// The height of the bars, in pixels.
const BARS: f64 = 44.0;
/// The height of the track of what is held, in pixels.
const TRACK: f64 = 14.0;
/// From the axis to the foot of its words.
const WORDS: f64 = 17.0;
/// From one row of wide spans to the next, and the height of one.
const ROW: (f64, f64) = (10.0, 7.0);

/// When items are dated: bars, and beneath them spans that are wider than a bar.
pub(super) fn when(reader: &Reader, items: &[ItemId]) -> Html {
    let archive = &reader.archive;
    let all = (0..archive.len() as u32).filter_map(|id| archive.date(ItemId(id)));
    picture(reader, all, items.iter().filter_map(|&id| archive.date(id)), true)
}

/// Which days are held: the share of days with an issue, and hatched what has none.
pub(super) fn held(reader: &Reader, issues: impl Iterator<Item = Date>) -> Html {
    picture(reader, issues, std::iter::empty(), false)
}

fn picture(
    reader: &Reader,
    held: impl Iterator<Item = Date>,
    found: impl Iterator<Item = Date>,
    is_counted: bool,
) -> Html {
    let Some(domain) = few::domain(reader.archive.days()) else { return html! { <div /> } };
    let holdings = Holdings::new(held, unit_for(domain, WIDTH), domain);
    let bars = Bars::new(found, &holdings, [WIDTH, BARS], Measure::Count);
    let (id, axis) = (reader.id_for("card"), if is_counted { BARS } else { TRACK });
    let ids = Ids(&id);
    let days = say::days(reader.language, domain.first(), domain.last());
    let name = is_counted.then(|| say::histogram(reader.language, &days, bars.unit, bars.measure));
    let wide_top = axis + WORDS + 8.0;
    let height = if is_counted { wide_top + bars.wide_rows() as f64 * ROW.0 } else { axis + WORDS + 4.0 };
    let hatched =
        |fade: bool| Paint { fill: Some(ids.hatch(false)), mask: fade.then(|| ids.mask()), ..Paint::default() };
    let class = if is_counted { "gap" } else { "cv-p" };
    let gaps = bars.held.iter().filter(|part| !part.held && (!is_counted || bars.gaps().any(|gap| gap == *part)));
    let gaps = gaps.map(|part| painted(class, share(part.x, part.width), 0.0, axis, hatched(false)));
    let shown = if is_counted {
        rects("hb is-in", bars.bars.iter().map(|bar| [bar.x, bar.width, axis - bar.height, bar.height]))
    } else {
        let held = bars.held.iter().filter(|part| part.held);
        rects("cv", held.map(|part| [part.x, part.width, axis * (1.0 - part.share), axis * part.share]))
    };
    let wide = bars.wide.iter().map(|wide| {
        painted("fz-b", share(wide.x, wide.width), wide_top + wide.row as f64 * ROW.0, ROW.1, hatched(true))
    });
    html! {
        <svg class="cd-v" width="100%" height={decimal(height)} overflow="visible" focusable="false"
            role={name.is_some().then_some("img")} aria-hidden={name.is_none().then_some("true")} aria-label={name}>
            { ids.defs() }
            { for gaps }
            { stretched(axis, shown) }
            { level("axis", axis + 0.5) }
            { for ticks(reader.language, domain, Some(WIDTH)).iter().map(|tick| view_tick(tick, axis, axis + WORDS)) }
            { for wide }
        </svg>
    }
}
