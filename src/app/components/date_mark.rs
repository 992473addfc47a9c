//! The date of an item: in words, and as the mark that the timeline has for it.
//!
//! A mark is as wide as what the paper tells: a day is a solid block, “近日” a hatched bar that fades at both ends.

use jianbao_engine::corpus::{Date, Day};
use yew::prelude::*;

use crate::app::context::use_reader;
use crate::app::i18n::{Language, dates, shell};

/// The width of a mark's ground, in pixels.
const WIDTH: f64 = 72.0;
/// No block is narrower, or it could not be seen.
const NARROWEST: f64 = 4.5;

/// Properties of [`DateColumn`].
#[derive(Clone, PartialEq, Properties)]
pub struct DateColumnProps {
    /// The date, where the item has one.
    pub date: Option<Date>,
    /// Whether the paper says no more than “recently” (EDTF `~`).
    pub recently: bool,
}

/// The date column of a row.
#[component]
pub fn DateColumn(props: &DateColumnProps) -> Html {
    let reader = use_reader();
    let days = reader.archive.days();
    let Some(date) = props.date else {
        return html! { <p class="r-d"><span class="d-s">{ shell::UNDATED.get(reader.language) }</span></p> };
    };
    let words = DateWords::new(reader.language, date, props.recently, days);
    let said = html! {
        <>
            <span class={classes!("d-n", date.fuzzy.then_some("is-fz"))}>{ words.large }</span>
            <span class="d-s">{ words.month }<span class="d-w">{ words.weekday }</span></span>
            <span class="d-c">{ words.line }</span>
        </>
    };
    html! {
        <p class="r-d" title={words.why}>
            if date.fuzzy { <span class="d">{ said }</span> } else { <time class="d" datetime={date.start.to_string()}>{ said }</time> }
            <Mark {date} {days} />
        </p>
    }
}

/// A date in the words of a row.
#[derive(Debug, PartialEq, Eq)]
struct DateWords {
    large: String,
    month: String,
    weekday: &'static str,
    line: String,
    why: Option<String>,
}

impl DateWords {
    fn new(language: Language, date: Date, recently: bool, days: Option<(Day, Day)>) -> Self {
        let one_year = days.is_some_and(|(first, last)| first.ymd().0 == last.ymd().0);
        let (_, _, first) = date.start.ymd();
        let (_, _, last) = date.end.ymd();
        let month = dates::month(language, date.start);
        if date.fuzzy {
            let circa = dates::circa(language, date);
            let why = shell::FUZZY_WHY.fill(language, &[&circa]);
            let large = if recently {
                dates::RECENTLY.get(language).to_owned()
            } else if dates::is_month(date) {
                dates::month_of_year(language, date.start)
            } else {
                date.start.ymd().0.to_string()
            };
            let line = match (recently, language) {
                (false, _) => circa.clone(),
                (true, Language::En) => format!("{large} ({circa})"),
                (true, _) => format!("{large}（{circa}）"),
            };
            return Self { large, month: circa, weekday: "", line, why: Some(why) };
        }
        let line = dates::span(language, date.start, date.end, !one_year);
        if date.start == date.end {
            return Self {
                large: first.to_string(),
                month,
                weekday: dates::weekday(language, date.start),
                line,
                why: None,
            };
        }
        let within = date.start.ymd().1 == date.end.ymd().1 && date.start.ymd().0 == date.end.ymd().0;
        let dash = if language == Language::En { "–" } else { "—" };
        let large = if within { format!("{first}{dash}{last}") } else { format!("{first}{dash}") };
        let month = if within { month } else { dates::span(language, date.start, date.end, true) };
        Self { large, month, weekday: "", line, why: None }
    }
}

#[derive(Clone, PartialEq, Properties)]
struct MarkProps {
    date: Date,
    days: Option<(Day, Day)>,
}

/// The mark of a date on the whole span of the archive.
#[component]
fn Mark(props: &MarkProps) -> Html {
    let reader = use_reader();
    let (x, width) = place(props.date, props.days.unwrap_or((props.date.start, props.date.end)));
    let mark = if props.date.fuzzy {
        html! {
            <rect x={pixels(x)} y="1" width={pixels(width)} height="6"
                fill={format!("url(#{}-hatch)", reader.id)} mask={format!("url(#{}-fade)", reader.id)} />
        }
    } else {
        html! { <rect class="mk-b" x={pixels(x)} y="0" width={pixels(width)} height="8" /> }
    };
    html! {
        <svg class="gly" width="72" height="9" aria-hidden="true" focusable="false">
            <line class="axis" x1="0" x2="72" y1="8.5" y2="8.5" />
            { mark }
        </svg>
    }
}

/// Where a date begins on the ground, and how wide it is, in pixels.
fn place(date: Date, (first, last): (Day, Day)) -> (f64, f64) {
    let days = f64::from((last.0 - first.0).max(0)) + 1.0;
    let of = |day: Day| f64::from(day.0.clamp(first.0, last.0) - first.0) / days * WIDTH;
    let width = (of(date.end) + WIDTH / days - of(date.start)).max(NARROWEST).min(WIDTH);
    (of(date.start).min(WIDTH - width), width)
}

/// To a tenth of a pixel.
fn pixels(value: f64) -> String {
    ((value * 10.0).round() / 10.0).to_string()
}

#[derive(Clone, PartialEq, Properties)]
/// Properties of [`MarkDefs`].
pub struct MarkDefsProps {
    /// What the elements' ids begin with.
    pub id: AttrValue,
}

/// The hatch and the fade that the marks of fuzzy dates refer to: `{id}-hatch` and `{id}-fade`, once a widget.
#[component]
pub fn MarkDefs(props: &MarkDefsProps) -> Html {
    let id = &props.id;
    let stop = |offset: &'static str, opacity: &'static str| {
        html! { <stop {offset} stop-color="#fff" stop-opacity={opacity} /> }
    };
    html! {
        <svg class="vh" width="1" height="1" aria-hidden="true" focusable="false">
            <defs>
                <linearGradient id={format!("{id}-ends")}>
                    { stop("0", "0") }{ stop(".09", "1") }{ stop(".91", "1") }{ stop("1", "0") }
                </linearGradient>
                <mask id={format!("{id}-fade")} maskContentUnits="objectBoundingBox">
                    <rect width="1" height="1" fill={format!("url(#{id}-ends)")} />
                </mask>
                <pattern id={format!("{id}-hatch")} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect class="ht-b" width="5" height="5" />
                    <rect class="ht-l" width="1.6" height="5" />
                </pattern>
            </defs>
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(date: u8) -> Day {
        Day::from_ymd(2025, 3, date).unwrap()
    }

    fn exact(date: u8) -> Date {
        Date { start: day(date), end: day(date), fuzzy: false }
    }

    #[test]
    fn a_day_says_its_number_and_a_fuzzy_one_says_recently() {
        let march = Some((day(1), day(31)));
        let words = DateWords::new(Language::Hans, exact(14), false, march);
        assert_eq!(
            (&*words.large, &*words.month, words.weekday, &*words.line),
            ("14", "2025年3月", "星期五", "3月14日")
        );
        let fuzzy = Date { start: day(1), end: day(31), fuzzy: true };
        let words = DateWords::new(Language::Hans, fuzzy, true, march);
        assert_eq!((&*words.large, &*words.month, &*words.line), ("近日", "约2025年3月", "近日（约2025年3月）"));
        assert_eq!(words.why.as_deref(), Some("约2025年3月，确切日期未载"));
    }

    #[test]
    fn a_month_that_the_corpus_gives_is_not_said_as_recently() {
        let month = Date { start: day(1), end: day(31), fuzzy: true };
        assert_eq!(DateWords::new(Language::En, month, false, None).large, "March");
    }

    #[test]
    fn a_mark_stays_on_its_ground_and_can_be_seen() {
        let (x, width) = place(exact(31), (day(1), day(31)));
        assert!(x + width <= WIDTH && width >= NARROWEST, "{x} {width}");
        assert_eq!(place(Date { start: day(1), end: day(31), fuzzy: true }, (day(1), day(31))), (0.0, WIDTH));
    }
}
