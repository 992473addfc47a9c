//! What a mounted component tells the page, by the one function that it was given.

use std::rc::{Rc, Weak};

use jianbao_engine::corpus::ItemId;
use jianbao_engine::search::Results;
use wasm_bindgen::prelude::*;
use yew::Callback;

use super::Mount;
use crate::app::state::{Action, State};
use crate::app::{ShellProps, Source};
use crate::embed::engine::told;

impl Mount {
    /// Asks the page whether an item may be opened.
    fn may_open(&self, id: ItemId) -> bool {
        self.tell("jianbao-open", &object([("uri", self.uri(id).into())]))
    }

    /// The uri of an item.
    pub(in crate::embed) fn uri(&self, id: ItemId) -> String {
        self.engine().map(|engine| engine.item(id).uri).unwrap_or_default()
    }

    /// Tells what the reader has set.
    fn on_state(&self, state: &State) {
        let open = state.open.map(|id| self.uri(id));
        let before = self.open.replace(open.clone());
        let text = |text: &str| JsValue::from(text);
        let detail = object([
            ("query", text(&state.query)),
            ("filters", text(&state.conditions_set().written())),
            ("sort", text(state.sort.name())),
            ("view", text(state.view.name())),
            ("zoom", text(&state.zoom_written())),
            ("page", state.page.map_or(JsValue::NULL, |id| self.uri(id).into())),
            ("card", state.cards.last().map_or(JsValue::NULL, |card| card.written().into())),
            ("lang", text(state.language.tag())),
            ("open", open.as_deref().map_or(JsValue::NULL, text)),
        ]);
        self.tell("state", &detail);
        if let (Some(before), None) = (before, open) {
            self.tell("jianbao-close", &object([("uri", before.into())]));
        }
    }

    /// Tells that something was found, which the page's script may then ask for; of a new archive first that it can be read.
    fn on_results(&self) {
        if self.is_new.replace(false) {
            let problems = match &self.props.borrow().source {
                Source::Ready(_, problems) => problems.clone(),
                _ => Rc::default(),
            };
            let items = self.engine().map_or(0, |engine| engine.len());
            self.tell("jianbao-ready", &object([("items", items.into()), ("problems", told(&problems).into())]));
            if let Some(uri) = self.to_open.take() {
                self.open(uri);
            }
        }
        self.tell("jianbao-results", &JsValue::UNDEFINED);
    }

    /// Tells the page; whether it lets it pass.
    pub(super) fn tell(&self, name: &str, detail: &JsValue) -> bool {
        let answer = self.tell.call2(&JsValue::UNDEFINED, &name.into(), detail);
        answer.ok().and_then(|answer| answer.as_bool()).unwrap_or(true)
    }
}

/// The component's properties at first, which reach the mount by callbacks.
pub(super) fn props(mount: &Weak<Mount>) -> ShellProps {
    fn to<T: 'static, R: Default + 'static>(
        mount: &Weak<Mount>,
        call: impl Fn(&Mount, T) -> R + 'static,
    ) -> Callback<T, R> {
        let mount = mount.clone();
        Callback::from(move |value| mount.upgrade().map(|mount| call(&mount, value)).unwrap_or_default())
    }
    yew::props!(ShellProps {
        source: Source::Loading,
        on_file: to(mount, |mount, file: web_sys::File| {
            mount.tell("file", &file);
        }),
        on_retry: to(mount, |mount, ()| {
            mount.tell("retry", &JsValue::UNDEFINED);
        }),
        on_stop: to(mount, |mount, ()| mount.is_stopped.set(true)),
        on_mount: to(mount, |mount, act: Callback<Action>| mount.mounted(&act)),
        on_open: to(mount, Mount::may_open),
        on_state: to(mount, |mount, state: Rc<State>| mount.on_state(&state)),
        on_results: to(mount, |mount, _: Rc<Results>| mount.on_results()),
    })
}

/// A fresh object, of which setting a field cannot fail.
pub(super) fn object<const N: usize>(fields: [(&str, JsValue); N]) -> JsValue {
    let object = js_sys::Object::new();
    for (name, value) in fields {
        let _ = js_sys::Reflect::set(&object, &name.into(), &value);
    }
    object.into()
}
