//! The tabs of the views: one tab stop, in which the arrow keys move and show at once.

use web_sys::Element;
use yew::prelude::*;

use crate::app::components::icon::{Glyph, icon};
use crate::app::components::{find, focus};
use crate::app::i18n::shell;
use crate::app::state::{Action, State, View};

/// The tabs; `id` is what the ids of the widget's elements begin with, of which [`panel`] is one.
pub(super) fn view_tabs(state: &State, id: &str, dispatch: &Callback<Action>) -> Html {
    let language = state.language;
    html! {
        <div class="tabs" role="tablist" aria-label={shell::VIEW.get(language)} onkeydown={on_keys(state.view, dispatch)}>
            { for View::ALL.map(|view| tab(state, view, id, dispatch)) }
        </div>
    }
}

fn tab(state: &State, view: View, id: &str, dispatch: &Callback<Action>) -> Html {
    let is_shown = view == state.view;
    let glyph = match view {
        View::List => Glyph::List,
        View::Timeline => Glyph::Timeline,
        View::Edition => Glyph::Edition,
    };
    let dispatch = dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| show(&dispatch, view));
    html! {
        <button type="button" role="tab" class="tab" id={tab_id(id, view)} aria-controls={panel(id)} {onclick}
            aria-selected={if is_shown { "true" } else { "false" }} tabindex={if is_shown { "0" } else { "-1" }}>
            { icon(glyph) }<span>{ shell::view(state.language, view) }</span>
        </button>
    }
}

/// The id of the element that the tabs control.
pub(super) fn panel(id: &str) -> String {
    [id, "-view"].concat()
}

/// The id of a tab, which names what it shows.
pub(super) fn tab_id(id: &str, view: View) -> String {
    [id, "-tab-", view.name()].concat()
}

/// Shows a view; an article that stands in its place is closed.
fn show(dispatch: &Callback<Action>, view: View) {
    dispatch.emit(Action::View(view));
    dispatch.emit(Action::Close);
}

/// ← and → go round, Home and End to the ends.
fn on_keys(shown: View, dispatch: &Callback<Action>) -> Callback<KeyboardEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key() {
            return;
        }
        let count = View::ALL.len();
        let at = View::ALL.iter().position(|view| *view == shown).unwrap_or(0);
        let to = match event.key().as_str() {
            "ArrowLeft" => at + count - 1,
            "ArrowRight" => at + 1,
            "Home" => 0,
            "End" => count - 1,
            _ => return,
        } % count;
        event.prevent_default();
        let tabs: Option<Element> = event.target_dyn_into::<Element>().and_then(|tab| tab.parent_element());
        focus(tabs.and_then(|tabs| find(&tabs, &[".tab:nth-child(", &(to + 1).to_string(), ")"].concat())));
        if let Some(view) = View::ALL.get(to) {
            show(&dispatch, *view);
        }
    })
}
