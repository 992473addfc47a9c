//! The line over the plot: its name, what the marks mean, the switch for fuzzy dates, two date inputs, and the way back.

use jianbao_engine::corpus::{Date, Day};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Scene;
use super::drag::{Brush, end_of, grip};
use crate::app::i18n::{Text, dates, number, shell, timeline as say};
use crate::app::state::Action;
use crate::app::timeline::brush::End;
use crate::app::timeline::{Domain, Range, Zoom};

/// What the line says of the plot below.
#[derive(Clone, Debug, PartialEq)]
pub enum Legend {
    /// What the marks mean; with the span of the fuzzy ones, where there are any.
    Marks(Option<Fuzzy>),
    /// The days of the range, and how much lies in them.
    Range(String, String),
}

/// What is known of the fuzzy dates of an archive.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fuzzy {
    /// All lie in the one month of this day.
    Month(Day),
    /// They have several spans.
    Spans,
}

impl Fuzzy {
    /// What is known of dates, of which exact ones are passed over.
    pub fn of(all: impl Iterator<Item = Date>) -> Option<Self> {
        let mut fuzzy = all.filter(|date| date.fuzzy);
        let first = fuzzy.next()?;
        let one_month = dates::is_month(first) && fuzzy.all(|date| date == first);
        Some(if one_month { Self::Month(first.start) } else { Self::Spans })
    }
}

/// The line over the plot. `missing`: what is said of days without an issue; `measures`: the switch of the bars, where there are some; `approximate`: whether items with a fuzzy date are taken in; `fuzzy`: how many of them there are
/// in the range.
pub fn header(
    scene: Scene<'_>,
    (legend, missing): (Legend, Html),
    measures: Option<Html>,
    (approximate, fuzzy): (bool, usize),
) -> Html {
    let (reader, brush) = (scene.reader, scene.brush);
    let language = reader.language;
    let onchange = {
        let reader = reader.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                reader.act(Action::Approximate(input.checked()));
            }
        })
    };
    let onclick = {
        let brush = brush.clone();
        Callback::from(move |_: MouseEvent| {
            brush.reader.act(Action::Range(None, None));
            brush.reader.act(Action::Approximate(true));
            brush.show(Zoom::of(brush.zoom.whole(), None));
        })
    };
    html! {
        <div class="tl-h">
            <@{reader.heading_tag(1)} class="tl-t">{ say::TIME.get(language) }</@>
            { view_legend(scene, legend) }
            { missing }
            <div class="tl-f">
                { measures.unwrap_or_default() }
                <label class="ck">
                    <input type="checkbox" checked={approximate} {onchange} />
                    { say::APPROXIMATE.get(language) }
                    { " " }
                    <b>{ number(fuzzy) }</b>
                </label>
                { date_inputs(brush) }
                <button type="button" class="lnk tl-r" disabled={approximate && !brush.has_range() && !brush.zoom.is_part()} {onclick}>
                    { say::RESET.get(language) }
                </button>
            </div>
        </div>
    }
}

fn view_legend(scene: Scene<'_>, legend: Legend) -> Html {
    let language = scene.reader.language;
    let fuzzy = match legend {
        Legend::Range(days, extent) => return html! { <p class="tl-range"><b>{ days }</b><span>{ extent }</span></p> },
        Legend::Marks(None) => None,
        Legend::Marks(Some(Fuzzy::Month(day))) => {
            Some(say::RECENTLY.fill(language, &[&dates::month_of_year(language, day)]))
        }
        Legend::Marks(Some(Fuzzy::Spans)) => Some(say::FUZZY.get(language).to_owned()),
    };
    html! {
        <p class="tl-k">
            <span>
                <svg width="22" height="12" aria-hidden="true" focusable="false"><rect class="mk-b" width="22" height="12" /></svg>
                { say::EXACT.get(language) }
            </span>
            if let Some(fuzzy) = fuzzy {
                <span>
                    <svg width="46" height="12" aria-hidden="true" focusable="false">
                        <rect width="46" height="12" fill={scene.ids.hatch(false)} mask={scene.ids.mask()} />
                    </svg>
                    { fuzzy }
                </span>
            }
        </p>
    }
}

/// The range after a day is typed: it is meant, so the other end gives way. `None` where the day is not one that can be
/// chosen, as the halves of a year that is being typed.
fn typed(range: Range, domain: Domain, end: End, value: &str) -> Option<Range> {
    let day = value.parse::<Date>().ok().filter(|date| date.start == date.end)?.start;
    if day != domain.clamp(day) {
        return None;
    }
    Some(match end {
        End::From => Range { from: day, to: range.to.max(day) },
        End::To => Range { from: range.from.min(day), to: day },
    })
}

/// Both ends of the range as date inputs. Each agrees with its handle once it is left.
fn date_inputs(brush: &Brush) -> Html {
    let onchange = {
        let brush = brush.clone();
        Callback::from(move |event: Event| {
            let Some((input, end)) = input_of(&event) else { return };
            if let Some(range) = typed(brush.now(), brush.zoom.whole(), end, &input.value()) {
                brush.set(range);
            }
        })
    };
    let onfocusout = {
        let brush = brush.clone();
        Callback::from(move |event: FocusEvent| {
            let Some((input, end)) = input_of(&event) else { return };
            let (Range { from, to }, domain) = (brush.now(), brush.zoom.whole());
            let (day, open) = match end {
                End::From => (from, Range { from: domain.first(), to }),
                End::To => (to, Range { from, to: domain.last() }),
            };
            // Emptied: this end is open again. A day beyond the domain: back to the one that holds.
            if input.value().is_empty() {
                brush.set(open);
            }
            input.set_value(&day.to_string());
        })
    };
    html! {
        <span class="dr" {onchange} {onfocusout}>
            { date_input(brush, End::From, [say::FROM, say::START_DATE], brush.range.from) }
            { date_input(brush, End::To, [say::TO, say::END_DATE], brush.range.to) }
        </span>
    }
}

/// One date input with its label; its name says of what it is the date, too.
fn date_input(brush: &Brush, end: End, words: [Text; 2], day: Day) -> Html {
    let name = grip(end);
    let [label, date] = words.map(|words| words.get(brush.reader.language));
    let said = shell::PAIR.fill(brush.reader.language, &[label, date]);
    let id = brush.reader.id_for(&["tl-", name].concat());
    let [first, last] = [brush.zoom.whole().first(), brush.zoom.whole().last()].map(|day| day.to_string());
    html! {
        <>
            <label for={id.clone()}>{ label }</label>
            <input {id} type="date" aria-label={said} data-grip={name} value={day.to_string()} min={first} max={last} />
        </>
    }
}

/// The date input that an event comes from, and its end.
fn input_of(event: &Event) -> Option<(HtmlInputElement, End)> {
    Some((event.target_dyn_into()?, end_of(event)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(month: u8, date: u8) -> Day {
        Day::from_ymd(2025, month, date).unwrap()
    }

    #[test]
    fn a_typed_day_pushes_the_other_end_along() {
        let march = Domain::of_months(on(3, 1), on(3, 1));
        let range = Range { from: on(3, 6), to: on(3, 10) };
        assert_eq!(typed(range, march, End::From, "2025-03-20"), Some(Range { from: on(3, 20), to: on(3, 20) }));
        assert_eq!(typed(range, march, End::To, "2025-03-08"), Some(Range { from: on(3, 6), to: on(3, 8) }));
        assert_eq!(typed(range, march, End::To, "0002-03-08"), None, "a year half typed");
        assert_eq!(typed(range, march, End::To, ""), None);
    }

    #[test]
    fn the_legend_names_the_month_only_where_it_holds_for_all() {
        let march = Date { start: on(3, 1), end: on(3, 31), fuzzy: true };
        let april = Date { start: on(4, 1), end: on(4, 30), fuzzy: true };
        let day = Date { start: on(3, 14), end: on(3, 14), fuzzy: false };
        assert_eq!(Fuzzy::of([march, day, march].into_iter()), Some(Fuzzy::Month(on(3, 1))));
        assert_eq!(Fuzzy::of([march, april].into_iter()), Some(Fuzzy::Spans));
        assert_eq!(Fuzzy::of([day].into_iter()), None);
    }
}
