//! The line over the plot: its name, what the marks mean, the switch for fuzzy dates, two date inputs, and the way back.

use jianbao_engine::corpus::{Date, Day};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::defs::Ids;
use crate::app::context::use_reader;
use crate::app::i18n::{Language, dates, number, timeline as say};
use crate::app::state::Action;
use crate::app::timeline::brush::End;
use crate::app::timeline::{Domain, Range};

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

/// Properties of [`Header`].
#[derive(Clone, PartialEq, Properties)]
pub struct HeaderProps {
    /// What it says of the plot.
    pub legend: Legend,
    /// The plot's patterns.
    pub ids: Ids,
    /// The days that are shown.
    pub domain: Domain,
    /// The range.
    pub range: Range,
    /// Whether items with a fuzzy date are taken in.
    pub approximate: bool,
    /// How many of them there are in the range.
    pub fuzzy: usize,
    /// A new range.
    pub on_range: Callback<Range>,
}

/// The line over the plot.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let reader = use_reader();
    let language = reader.language;
    let is_set = props.range.condition(props.domain) != (None, None) || !props.approximate;
    let onchange = {
        let reader = reader.clone();
        move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                reader.act(Action::Approximate(input.checked()));
            }
        }
    };
    let onclick = {
        let reader = reader.clone();
        move |_: MouseEvent| {
            reader.act(Action::Range(None, None));
            reader.act(Action::Approximate(true));
        }
    };
    let input = |end| {
        let HeaderProps { domain, range, ref on_range, .. } = *props;
        html! { <DateInput {end} {domain} {range} {on_range} /> }
    };
    html! {
        <div class="tl-h">
            <@{reader.heading_tag(1)} class="tl-t">{ say::TIME.get(language) }</@>
            { view_legend(&props.legend, &props.ids, language) }
            <div class="tl-f">
                <label class="ck">
                    <input type="checkbox" checked={props.approximate} {onchange} />
                    { say::APPROXIMATE.get(language) }
                    { " " }
                    <b>{ number(props.fuzzy) }</b>
                </label>
                <span class="dr">{ input(End::From) }{ input(End::To) }</span>
                <button type="button" class="lnk tl-r" disabled={!is_set} {onclick}>{ say::RESET.get(language) }</button>
            </div>
        </div>
    }
}

fn view_legend(legend: &Legend, ids: &Ids, language: Language) -> Html {
    let fuzzy = match legend {
        Legend::Range(days, extent) => {
            return html! { <p class="tl-range"><b>{ days.clone() }</b><span>{ extent.clone() }</span></p> };
        }
        Legend::Marks(fuzzy) => fuzzy.map(|fuzzy| match fuzzy {
            Fuzzy::Month(day) => say::RECENTLY.fill(language, &[&dates::month_of_year(language, day)]),
            Fuzzy::Spans => say::FUZZY.get(language).to_owned(),
        }),
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
                        <rect width="46" height="12" fill={ids.hatch(false)} mask={ids.mask()} />
                    </svg>
                    { fuzzy }
                </span>
            }
        </p>
    }
}

/// Properties of [`DateInput`].
#[derive(Clone, PartialEq, Properties)]
pub struct DateInputProps {
    /// Which end of the range it is.
    pub end: End,
    /// The days that can be chosen.
    pub domain: Domain,
    /// The range.
    pub range: Range,
    /// A new range.
    pub on_range: Callback<Range>,
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

/// One end of the range as a date input, with its label. It agrees with the handle once it is left.
#[component]
pub fn DateInput(props: &DateInputProps) -> Html {
    let reader = use_reader();
    let node = use_node_ref();
    let DateInputProps { end, domain, range, .. } = *props;
    let (label, name, day) = match end {
        End::From => (say::FROM, "from", range.from),
        End::To => (say::TO, "to", range.to),
    };
    let value = AttrValue::from(day.to_string());
    let onchange = {
        let on_range = props.on_range.clone();
        move |event: Event| {
            let value = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            if let Some(range) = typed(range, domain, end, &value) {
                on_range.emit(range);
            }
        }
    };
    let onblur = {
        let (node, on_range, value) = (node.clone(), props.on_range.clone(), value.clone());
        move |_: FocusEvent| {
            let Some(input) = node.cast::<HtmlInputElement>() else { return };
            // Emptied: this end is open again. A day beyond the domain: back to the one that holds.
            if input.value().is_empty() {
                on_range.emit(match end {
                    End::From => Range { from: domain.first(), ..range },
                    End::To => Range { to: domain.last(), ..range },
                });
            }
            input.set_value(&value);
        }
    };
    let id = reader.id_for(&["tl-", name].concat());
    html! {
        <>
            <label for={id.clone()}>{ label.get(reader.language) }</label>
            <input ref={node} {id} type="date" {value} min={domain.first().to_string()} max={domain.last().to_string()} {onchange}
                {onblur} />
        </>
    }
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
