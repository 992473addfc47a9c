//! The running component behind a widget, and what it was last told.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use jianbao_engine::search::Archive as Engine;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{CustomEvent, CustomEventInit, Element, File, ShadowRoot};
use yew::{AppHandle, Callback};

use super::panic;
use crate::app::components::loading::Progress;
use crate::app::{Archive, ArchiveProps, Source, Unreadable};

/// From this many bytes on, “reading” is painted before the corpus is read.
const PAINT_FIRST: usize = 1 << 20;

/// A component mounted for an element.
pub(super) struct Mount {
    host: Element,
    app: RefCell<Option<AppHandle<Archive>>>,
    props: RefCell<ArchiveProps>,
}

impl fmt::Debug for Mount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mount").finish_non_exhaustive()
    }
}

impl Mount {
    /// Mounts the component; `retry` is called when the reader asks for the corpus again.
    pub(super) fn new(root: &ShadowRoot, retry: Option<js_sys::Function>) -> Result<Rc<Self>, JsValue> {
        let document = root.owner_document().ok_or("the shadow root has no document")?;
        let inner = document.create_element("div")?;
        root.append_child(&inner)?;
        panic::watch(&inner);
        let mount = Rc::new_cyclic(|mount: &std::rc::Weak<Self>| {
            let mount = mount.clone();
            let on_file = Callback::from(move |file: File| {
                if let Some(mount) = mount.upgrade() {
                    spawn_local(async move { mount.load_file(file).await });
                }
            });
            let on_retry = retry.map(|retry| {
                Callback::from(move |()| {
                    let _ = retry.call0(&JsValue::UNDEFINED);
                })
            });
            let props = yew::props!(ArchiveProps { source: Source::Loading, on_file, on_retry });
            let app = yew::Renderer::<Archive>::with_root_and_props(inner, props.clone()).render();
            Self { host: root.host(), app: Some(app).into(), props: props.into() }
        });
        Ok(mount)
    }

    /// Changes the component's properties.
    pub(super) fn update(&self, change: impl FnOnce(&mut ArchiveProps)) {
        change(&mut self.props.borrow_mut());
        let props = self.props.borrow().clone();
        if let Some(app) = self.app.borrow_mut().as_mut() {
            app.update(props);
        }
    }

    /// Reads a corpus and shows it; a large one after “reading” has been painted.
    pub(super) fn load(self: &Rc<Self>, bytes: Vec<u8>) {
        if bytes.len() < PAINT_FIRST {
            self.read(bytes);
            return;
        }
        let progress = Progress { read: 0, total: Some(bytes.len()) };
        self.update(|props| (props.source, props.progress) = (Source::Loading, progress));
        let mount = self.clone();
        // Two turns of the event loop: in the first the component is drawn, in the second the browser paints.
        let read = move || mount.read(bytes);
        Timeout::new(0, move || {
            Timeout::new(16, read).forget();
        })
        .forget();
    }

    async fn load_file(self: &Rc<Self>, file: File) {
        match JsFuture::from(file.array_buffer()).await {
            Ok(buffer) => self.load(js_sys::Uint8Array::new(&buffer).to_vec()),
            Err(_) => self.fail(Unreadable::Network(file.name())),
        }
    }

    fn read(&self, bytes: Vec<u8>) {
        match Engine::from_bytes(bytes) {
            Ok((engine, problems)) => match problems.first() {
                Some(problem) if engine.is_empty() => self.fail(Unreadable::Corpus(problem.clone())),
                _ => {
                    let detail = js_sys::Object::new();
                    set(&detail, "items", engine.len());
                    set(&detail, "problems", problems.len());
                    self.update(|props| props.source = Source::Ready(Rc::new(engine), problems.into()));
                    self.send("jianbao-ready", &detail);
                }
            },
            Err(problem) => self.fail(Unreadable::Corpus(problem)),
        }
    }

    /// Shows why there is nothing to read.
    pub(super) fn fail(&self, why: Unreadable) {
        let detail = js_sys::Object::new();
        set(&detail, "message", why.to_string());
        self.update(|props| props.source = Source::Failed(Rc::new(why)));
        self.send("jianbao-error", &detail);
    }

    /// Takes the component away.
    pub(super) fn destroy(&self) {
        if let Some(app) = self.app.borrow_mut().take() {
            app.destroy();
        }
    }

    /// Sends a bubbling, composed event from the element.
    fn send(&self, name: &str, detail: &JsValue) {
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_detail(detail);
        if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
            let _ = self.host.dispatch_event(&event);
        }
    }
}

/// Sets a field of a fresh object, which cannot fail.
fn set(object: &js_sys::Object, name: &str, value: impl Into<JsValue>) {
    let _ = js_sys::Reflect::set(object, &name.into(), &value.into());
}
