//! The marks of a plot of lanes: buttons, one tab stop, with the arrows going from one to the next.

use jianbao_engine::corpus::ItemId;
use wasm_bindgen::JsCast;
use web_sys::{Element, SvgElement};
use yew::prelude::*;

use super::defs::Ids;
use super::few::Few;
use crate::app::i18n::{Language, number, timeline as say};
use crate::app::timeline::labels::{Label, Side};
use crate::app::timeline::lanes::{Lanes, Mark, Measures, Towards};
use crate::app::timeline::number::{decimal, percent};

/// What a mark is beside its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Face {
    /// Whether one of its items is among the results.
    pub is_found: bool,
    /// Whether one of its items is open.
    pub is_open: bool,
    /// Its day, as it stands in the label.
    pub day: String,
    /// Its name in full.
    pub name: String,
    /// The language of its short name.
    pub language: String,
    /// Its label, where there is room for one.
    pub label: Option<Label>,
}

/// The faces of the marks, without labels.
pub fn faces(lanes: &Lanes, items: &[Few], found: &[ItemId], open: Option<ItemId>, language: Language) -> Vec<Face> {
    let face = |mark: &Mark| {
        let own = || mark.entries.iter().filter_map(|&at| items.get(at));
        let day = say::beside_mark(language, mark.date);
        let name = match own().next() {
            Some(item) if mark.entries.len() == 1 => say::mark(language, mark.date, &item.short, &item.headline),
            _ => {
                let days = say::days(language, mark.date.start, mark.date.end);
                say::CROWD.fill(language, &[&days, &number(mark.entries.len())])
            }
        };
        Face {
            is_found: own().any(|item| found.contains(&item.id)),
            is_open: own().any(|item| Some(item.id) == open),
            day,
            name,
            language: own()
                .next()
                .filter(|_| mark.entries.len() == 1)
                .map(|item| item.language.clone())
                .unwrap_or_default(),
            label: None,
        }
    };
    lanes.marks.iter().map(face).collect()
}

/// Properties of [`Marks`].
#[derive(Clone, PartialEq, Properties)]
pub struct MarksProps {
    /// Where the marks stand.
    pub lanes: Lanes,
    /// What they are, in the same order.
    pub faces: Vec<Face>,
    /// Their measures.
    pub measures: Measures,
    /// Their patterns.
    pub ids: Ids,
    /// A mark is taken, by its number.
    pub on_take: Callback<usize>,
}

/// The marks.
#[component]
pub fn Marks(props: &MarksProps) -> Html {
    let node = use_node_ref();
    let stop = use_state_eq(|| None::<usize>);
    let open = props.faces.iter().position(|face| face.is_open);
    let tab_stop = stop.filter(|&at| at < props.faces.len()).or(open).unwrap_or(0);
    let view = |(at, (mark, face)): (usize, (&Mark, &Face))| {
        let onclick = props.on_take.reform(move |_: MouseEvent| at);
        let onkeydown = {
            let (lanes, on_take) = (props.lanes.clone(), props.on_take.clone());
            let (node, stop) = (node.clone(), stop.setter());
            move |event: KeyboardEvent| {
                match towards(&event.key()) {
                    Some(towards) => {
                        let next = lanes.neighbour(at, towards);
                        stop.set(Some(next));
                        focus(&node, next);
                    }
                    None if matches!(event.key().as_str(), "Enter" | " ") => on_take.emit(at),
                    None => return,
                }
                event.prevent_default();
                event.stop_propagation();
            }
        };
        let class = classes!(
            "mk",
            mark.date.fuzzy.then_some("fz"),
            (!face.is_found && !face.is_open).then_some("is-off"),
            face.is_open.then_some("is-sel")
        );
        html! {
            <g key={at} {class} role="button" tabindex={if at == tab_stop { "0" } else { "-1" }} data-mark={at.to_string()}
                aria-label={face.name.clone()} aria-current={face.is_open.then_some("true")} {onclick} {onkeydown}>
                { view_mark(mark, face, props.measures, &props.ids) }
            </g>
        }
    };
    html! { <g ref={node.clone()}>{ for props.lanes.marks.iter().zip(&props.faces).enumerate().map(view) }</g> }
}

fn towards(key: &str) -> Option<Towards> {
    Some(match key {
        "ArrowLeft" => Towards::Earlier,
        "ArrowRight" => Towards::Later,
        "ArrowUp" => Towards::Up,
        "ArrowDown" => Towards::Down,
        "Home" => Towards::First,
        "End" => Towards::Last,
        _ => return None,
    })
}

fn focus(node: &NodeRef, mark: usize) {
    let selector = ["[data-mark=\"", &mark.to_string(), "\"]"].concat();
    let found = node.cast::<Element>().and_then(|marks| marks.query_selector(&selector).ok().flatten());
    if let Some(mark) = found.and_then(|mark| mark.dyn_into::<SvgElement>().ok()) {
        // A mark that cannot take the focus leaves it where it is.
        let _ = mark.focus();
    }
}

fn view_mark(mark: &Mark, face: &Face, measures: Measures, ids: &Ids) -> Html {
    let (x, width) = (percent(mark.x), percent(mark.width));
    let (offset, height) = if mark.date.fuzzy { measures.fuzzy } else { measures.exact };
    let y = decimal(mark.top + offset);
    html! {
        <>
            <rect class="mk-hit" x={x.clone()} y={decimal(mark.top)} width={width.clone()} height={decimal(measures.pitch)} />
            if mark.date.fuzzy {
                <rect class="fz-b" {x} {y} {width} height={decimal(height)} fill={ids.hatch(face.is_open)} mask={ids.mask()} />
            } else {
                <rect class="mk-b" {x} {y} {width} height={decimal(height)} />
            }
            if let Some(label) = &face.label {
                { view_label(label, mark, face) }
            }
        </>
    }
}

fn view_label(label: &Label, mark: &Mark, face: &Face) -> Html {
    let lang = (!face.language.is_empty()).then(|| face.language.clone());
    let words = html! {
        <>
            <tspan class="mk-d">{ face.day.clone() }</tspan>
            <tspan dx="6" {lang}>{ label.name.clone() }</tspan>
        </>
    };
    let (dx, anchor) = match label.side {
        Side::Right => ("7", "start"),
        Side::Left => ("-7", "end"),
        Side::On => {
            let width = label.span.1 - label.span.0 + 16.0;
            return html! {
                <svg x={percent(label.x)} y={decimal(mark.top + 2.0)} overflow="visible">
                    <rect class="fz-k" x={decimal(-width / 2.0)} y="0" width={decimal(width)} height="20" />
                    <text class="mk-t" x="0" y="14.5" text-anchor="middle">{ words }</text>
                </svg>
            };
        }
    };
    html! { <text class="mk-t" x={percent(label.x)} {dx} y={decimal(mark.top + 16.5)} text-anchor={anchor}>{ words }</text> }
}
