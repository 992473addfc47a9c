//! The whole run in a slim row under the part of it that is shown, the buttons that zoom, and another query beside the first.

use jianbao_engine::search::Results;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Scene;
use super::drag::Brush;
use super::histogram::{view_bars, view_range};
use super::shapes::{rect, share, stretched, whole};
use crate::app::i18n::{Text, shell, timeline as say};
use crate::app::timeline::histogram::Bars;
use crate::app::timeline::number::decimal;
use crate::app::timeline::{Zoom, zoom};

/// All bars, with a window on those that are shown; it is as wide as the plot. A pointer moves the window; keys move what is
/// shown from bar to bar, so nothing here is for them.
pub fn overview(scene: Scene<'_>, bars: &Bars) -> Html {
    let brush = scene.brush;
    let (range, all, shown) = (brush.range, brush.zoom.whole(), brush.zoom.shown());
    let (start, end) = (all.start_of(shown.first()), all.end_of(shown.last()));
    let pointer = {
        let brush = brush.clone();
        Callback::from(move |event: PointerEvent| brush.along(&event))
    };
    html! {
        <div class={if scene.full { "tl-g tl-w" } else { "tl-g tl-w tl-bare" }}>
            if scene.full {
                <span>{ say::days(scene.reader.language, all.first(), all.last()) }</span>
            }
            <svg class="tl-svg tl-ov" width="100%" height={decimal(bars.height)} aria-hidden="true" overflow="visible"
                onpointerdown={&pointer} onpointermove={&pointer} onpointerup={&pointer}>
                { rect("tl-hit", whole(), 0.0, bars.height) }
                if brush.has_range() {
                    { view_range(all, range, bars.height) }
                }
                { stretched(bars.height, html! { <>{ view_bars(bars, range, true) }{ view_bars(bars, range, false) }</> }) }
                { rect("win", share(start, end - start), 0.5, bars.height - 1.0) }
            </svg>
        </div>
    }
}

/// The field for another query; it is asked for when the field is left or Enter is pressed.
pub fn compare(brush: &Brush, query: &UseStateHandle<String>) -> Html {
    let (name, query) = (say::COMPARE.get(brush.reader.language), query.setter());
    let onchange = Callback::from(move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            query.set(input.value());
        }
    });
    html! {
        <input type="search" class="tl-c" aria-label={name} placeholder={name} autocomplete="off" spellcheck="false"
            hidden={brush.bars.is_none()} {onchange} />
    }
}

/// What is compared, and how much each query finds in the range: filled bars, and tops.
pub fn versus(scene: Scene<'_>, other: Option<&Results>) -> Html {
    let one = |class: &'static str, height: f64, results: &Results| {
        html! {
            <span>
                <svg width="22" height="12" aria-hidden="true" focusable="false">{ rect(class, whole(), 12.0 - height, height) }</svg>
                { results.query.clone() }{ " " }<b>{ shell::items(scene.reader.language, results.total) }</b>
            </span>
        }
    };
    html! {
        <p class="tl-k tl-v" hidden={other.is_none()}>
            if let Some(other) = other {
                { one("mk-b", 12.0, scene.results) }
                { one("mk-b", 3.0, other) }
            }
        </p>
    }
}

/// The buttons that zoom; none where nothing can be zoomed.
pub fn zooms(brush: &Brush) -> Html {
    let language = brush.reader.language;
    let to = |zoom: Zoom| {
        let brush = brush.clone();
        Callback::from(move |_: MouseEvent| brush.show(zoom))
    };
    let button = |name: Text, sign: &'static str, factor: f64| {
        let onclick = to(brush.zoom.scaled(brush.around(), factor));
        html! { <button type="button" class="seg-b" aria-label={name.get(language)} {onclick}>{ sign }</button> }
    };
    html! {
        <span class="tl-z" hidden={brush.bars.is_none()}>
            <button type="button" class="lnk" disabled={!brush.has_range()} onclick={to(brush.zoom.on(brush.range))}>
                { say::ZOOM_TO.get(language) }
            </button>
            <span class="seg" role="group" aria-label={say::ZOOM.get(language)}>
                { button(say::ZOOM_OUT, "−", zoom::OUT) }
                { button(say::ZOOM_IN, "+", zoom::IN) }
            </span>
        </span>
    }
}
