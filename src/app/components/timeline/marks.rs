//! The marks of a plot of lanes: buttons, one tab stop, with the arrows going from one to the next.

use std::rc::Rc;

use jianbao_engine::corpus::ItemId;
use wasm_bindgen::JsCast;
use web_sys::{Element, SvgElement};
use yew::prelude::*;

use super::Scene;
use super::few::{Few, FewItems};
use super::shapes::{Anchor, Paint, painted, pixels, rect, share, words};
use crate::app::i18n::{number, timeline as say};
use crate::app::state::Action;
use crate::app::target;
use crate::app::timeline::Range;
use crate::app::timeline::labels::{Label, Side};
use crate::app::timeline::lanes::{Lanes, Mark, Measures, Towards};
use crate::app::timeline::number::{decimal, percent};

/// The attribute in which a mark has its number.
const NUMBER: &str = "data-mark";

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
pub fn faces(lanes: &Lanes, items: &[Few], scene: Scene<'_>, open: Option<ItemId>) -> Vec<Face> {
    let (language, found) = (scene.reader.language, &scene.results.order);
    let face = |mark: &Mark| {
        let own = || mark.entries.iter().filter_map(|&at| items.get(at));
        let day = say::beside_mark(language, mark.date);
        let name = match own().next() {
            Some(item) if mark.entries.len() == 1 => {
                say::mark(language, mark.date, item.name(scene.tall), &item.headline)
            }
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

/// The marks. `faces` are in the marks' order; `stop` is the mark that Tab leads to, by its number.
pub fn marks(
    scene: Scene<'_>,
    items: &Rc<FewItems>,
    lanes: Lanes,
    faces: &[Face],
    measures: Measures,
    stop: &UseStateHandle<Option<usize>>,
) -> Html {
    let open = faces.iter().position(|face| face.is_open);
    let tab_stop = stop.filter(|&at| at < faces.len()).or(open).unwrap_or(0);
    let view = |(at, (mark, face)): (usize, (&Mark, &Face))| {
        html! {
            <g key={at} class={class(mark, face)} role="button" tabindex={if at == tab_stop { "0" } else { "-1" }}
                data-mark={at.to_string()} aria-label={face.name.clone()} aria-current={face.is_open.then_some("true")}>
                { view_mark(scene, mark, face, measures) }
            </g>
        }
    };
    let shown: Html = lanes.marks.iter().zip(faces).enumerate().map(view).collect();
    let (onclick, onkeydown) = listeners(scene, items, lanes, stop);
    html! { <g {onclick} {onkeydown}>{ shown }</g> }
}

fn class(mark: &Mark, face: &Face) -> &'static str {
    match (mark.date.fuzzy, face.is_open, face.is_found) {
        (true, true, _) => "mk fz is-sel",
        (true, false, true) => "mk fz",
        (true, false, false) => "mk fz is-off",
        (false, true, _) => "mk is-sel",
        (false, false, true) => "mk",
        (false, false, false) => "mk is-off",
    }
}

/// A mark that is clicked, or Enter or the space bar on it, opens its item, or sets the range to the days of its crowd.
/// Arrows lead from mark to mark.
fn listeners(
    scene: Scene<'_>,
    items: &Rc<FewItems>,
    lanes: Lanes,
    stop: &UseStateHandle<Option<usize>>,
) -> (Callback<MouseEvent>, Callback<KeyboardEvent>) {
    let (brush, items, lanes, stop) = (scene.brush.clone(), items.clone(), Rc::new(lanes), stop.setter());
    let take = {
        let (brush, lanes) = (brush.clone(), lanes.clone());
        Callback::from(move |at: usize| match lanes.marks.get(at).map(|mark| (&mark.entries[..], mark.date)) {
            Some(([only], _)) => items.items.get(*only).map_or((), |item| brush.reader.act(Action::Open(item.id))),
            Some((_, date)) => brush.set(Range { from: date.start, to: date.end }),
            None => (),
        })
    };
    let on_click = {
        let take = take.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(at) = target::number(&event, NUMBER) {
                take.emit(at);
            }
        })
    };
    let on_key = Callback::from(move |event: KeyboardEvent| {
        let Some(at) = target::number(&event, NUMBER) else { return };
        let key = event.key();
        match towards(&key) {
            Some(towards) => {
                let next = lanes.neighbour(at, towards);
                stop.set(Some(next));
                focus(&brush.node, &["[", NUMBER, "=\"", &next.to_string(), "\"]"].concat());
            }
            None if matches!(key.as_str(), "Enter" | " ") => take.emit(at),
            None => return,
        }
        event.prevent_default();
        event.stop_propagation();
    });
    (on_click, on_key)
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

/// Focuses what a selector leads to in a plot.
pub fn focus(node: &NodeRef, selector: &str) {
    let found = node.cast::<Element>().and_then(|plot| plot.query_selector(selector).ok().flatten());
    if let Some(mark) = found.and_then(|mark| mark.dyn_into::<SvgElement>().ok()) {
        // A mark that cannot take the focus leaves it where it is.
        let _ = mark.focus();
    }
}

fn view_mark(scene: Scene<'_>, mark: &Mark, face: &Face, measures: Measures) -> Html {
    let across = share(mark.x, mark.width);
    let bar = if mark.date.fuzzy {
        let (fill, mask) = (Some(scene.ids.hatch(face.is_open)), Some(scene.ids.mask()));
        let (offset, height) = measures.fuzzy;
        painted("fz-b", across.clone(), mark.top + offset, height, Paint { fill, mask, title: None })
    } else {
        let (offset, height) = measures.exact;
        rect("mk-b", across.clone(), mark.top + offset, height)
    };
    html! {
        <>
            { rect("mk-hit", across, mark.top, measures.pitch) }
            { bar }
            { face.label.as_ref().map(|label| view_label(label, mark, face)) }
        </>
    }
}

fn view_label(label: &Label, mark: &Mark, face: &Face) -> Html {
    let lang = (!face.language.is_empty()).then(|| face.language.clone());
    let said = html! {
        <>
            <tspan class="mk-d">{ face.day.clone() }</tspan>{ " " }
            <tspan dx="2" {lang}>{ label.name.clone() }</tspan>
        </>
    };
    let (dx, part) = match label.side {
        Side::Right => ("7", "start"),
        Side::Left => ("-7", "end"),
        Side::On => {
            let width = label.span.1 - label.span.0 + 16.0;
            return html! {
                <svg x={percent(label.x)} y={decimal(mark.top + 2.0)} overflow="visible">
                    { rect("fz-k", pixels(-width / 2.0, width), 0.0, 20.0) }
                    { words("mk-t", Anchor::middle("0"), 14.5, said) }
                </svg>
            };
        }
    };
    words("mk-t", Anchor { x: percent(label.x), dx: Some(dx), part: Some(part) }, mark.top + 16.5, said)
}
