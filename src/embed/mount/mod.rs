//! The running component behind a widget, and what it was last told.
//!
//! Nothing is kept borrowed while the page is told something: its script may call back at once.

mod tell;

use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

use jianbao_engine::corpus::{self, Part, Problem, ProblemKind};
use jianbao_engine::search::{Archive as Engine, Reading};
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::ShadowRoot;
use yew::{AppHandle, Callback};

use super::engine::{now, search_in};
use super::panic;
use super::slices::{Held, Order, Read, at_once, by_slices};
use crate::app::components::loading::Progress;
use crate::app::pace::Pace;
use crate::app::state::Action;
use crate::app::{Shell, ShellProps, Source, Unreadable};

/// Below so many bytes a corpus is read in one go, and appears at once.
const SMALL: usize = 1 << 20;

/// Milliseconds between two numbers that the reader sees.
const SEEN: f64 = 100.0;

/// A component mounted for an element.
pub(super) struct Mount {
    tell: js_sys::Function,
    app: RefCell<Option<AppHandle<Shell>>>,
    props: RefCell<ShellProps>,
    /// The files that are to be shown.
    parts: RefCell<Vec<Part>>,
    /// Files that did not come, or not whole.
    missing: RefCell<Vec<Unreadable>>,
    act: RefCell<Option<Callback<Action>>>,
    /// What is to be done as soon as it can be.
    waiting: RefCell<Vec<Action>>,
    /// The item that is to be opened as soon as there is an archive.
    to_open: RefCell<Option<String>>,
    /// The item that is open.
    open: RefCell<Option<String>>,
    /// Whether the page has yet to be told of the archive.
    is_new: Cell<bool>,
    /// Counts the corpora asked for: of those that are being read the latest one is shown.
    turn: Cell<u32>,
    /// Whether the reader has stopped the reading.
    is_stopped: Cell<bool>,
    /// How fast the corpus comes, or is read.
    pace: RefCell<Pace>,
}

impl fmt::Debug for Mount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mount").finish_non_exhaustive()
    }
}

impl Mount {
    /// Mounts the component.
    pub(super) fn new(root: &ShadowRoot, tell: js_sys::Function) -> Result<Rc<Self>, JsValue> {
        let document = root.owner_document().ok_or("the shadow root has no document")?;
        let inner = document.create_element("div")?;
        root.append_child(&inner)?;
        panic::watch(&inner);
        Ok(Rc::new_cyclic(|mount| {
            let props = tell::props(mount);
            let app = yew::Renderer::<Shell>::with_root_and_props(inner, props.clone()).render();
            Self {
                tell,
                app: Some(app).into(),
                props: props.into(),
                parts: RefCell::default(),
                missing: RefCell::default(),
                act: RefCell::default(),
                waiting: RefCell::default(),
                to_open: RefCell::default(),
                open: RefCell::default(),
                is_new: Cell::default(),
                turn: Cell::default(),
                is_stopped: Cell::default(),
                pace: RefCell::default(),
            }
        }))
    }

    /// Changes the component's properties.
    pub(super) fn update(&self, change: impl FnOnce(&mut ShellProps)) {
        change(&mut self.props.borrow_mut());
        let props = self.props.borrow().clone();
        if let Some(app) = self.app.borrow_mut().as_mut() {
            app.update(props);
        }
    }

    /// Changes the component's state, now or as soon as it is there.
    pub(super) fn act(&self, action: Action) {
        let act = self.act.borrow().clone();
        match act {
            Some(act) => act.emit(action),
            None => self.waiting.borrow_mut().push(action),
        }
    }

    fn mounted(&self, act: &Callback<Action>) {
        self.act.replace(Some(act.clone()));
        for action in self.waiting.take() {
            act.emit(action);
        }
    }

    /// Shows how much has come.
    pub(super) fn progress(&self, read: usize, total: Option<usize>) {
        self.loading(Progress { read, total, ..Progress::default() });
    }

    /// Shows how far it is.
    fn loading(&self, mut progress: Progress) {
        progress.left = self.pace.borrow_mut().left(now(), progress.read, progress.total);
        self.update(|props| (props.source, props.progress) = (Source::Loading, progress));
    }

    /// Takes a file; `total` where it broke off, its address where it has one.
    pub(super) fn add(&self, name: String, bytes: Uint8Array, total: Option<usize>, address: Option<String>) {
        if let Some(total) = total {
            self.miss(Unreadable::Cut { address: name.clone(), read: bytes.length() as usize, total });
        }
        self.parts.borrow_mut().push(Part::new(name, Held(bytes)).at(address.unwrap_or_default()));
    }

    /// Takes note of a file that did not come.
    pub(super) fn miss(&self, why: Unreadable) {
        self.missing.borrow_mut().push(why);
    }

    /// What is being read will not be shown.
    pub(super) fn renew(&self) -> u32 {
        let turn = self.turn.get().wrapping_add(1);
        self.turn.set(turn);
        self.is_stopped.set(false);
        self.pace.take();
        turn
    }

    /// Reads the files taken, and shows them; large ones slice by slice.
    pub(super) fn show(self: &Rc<Self>) {
        let (turn, parts, missing) = (self.renew(), self.parts.take(), self.missing.take());
        // Where nothing came there is nothing to read.
        let reading = (!parts.is_empty()).then(|| Reading::new(parts));
        match reading {
            Some(reading) if reading.progress().total >= SMALL => {
                let mount = self.clone();
                spawn_local(async move {
                    let seen = Cell::new(f64::NEG_INFINITY);
                    let read = by_slices(reading, |progress| mount.order(turn, &seen, progress)).await;
                    if let Some(read) = read {
                        mount.read(Some(read), missing);
                    }
                });
            }
            reading => self.read(reading.map(at_once), missing),
        }
    }

    /// Whether a reading goes on; shows now and then how far it is.
    fn order(&self, turn: u32, seen: &Cell<f64>, progress: corpus::Progress) -> Order {
        if turn != self.turn.get() {
            return Order::Drop;
        }
        if self.is_stopped.get() {
            let is_stopped = progress.read < progress.total;
            self.props.borrow_mut().progress = Progress { is_stopped, ..Progress::reading(progress) };
            return Order::Stop;
        }
        // The last step is short, and is shown at once.
        if now() - seen.get() >= SEEN || progress.read == progress.total {
            seen.set(now());
            self.loading(Progress::reading(progress));
        }
        Order::Go
    }

    /// Shows what has been read, or why nothing has.
    fn read(&self, read: Option<Read>, missing: Vec<Unreadable>) {
        match read {
            Some(Ok((engine, problems))) => {
                let mut problems = all(missing, problems);
                if engine.is_empty() && !problems.is_empty() {
                    self.fail(problems.swap_remove(0));
                    return;
                }
                self.is_new.set(true);
                self.update(|props| {
                    props.source = Source::Ready(Rc::new(engine), problems.into());
                    if !self.is_stopped.get() {
                        props.progress = Progress::default();
                    }
                });
            }
            None | Some(Err(_)) => {
                let problem = read.and_then(Result::err);
                let why = all(missing, problem.into_iter().collect()).into_iter().next();
                self.fail(why.unwrap_or_else(|| Unreadable::Address(String::new())));
            }
        }
    }

    /// Shows why there is nothing to read.
    fn fail(&self, why: Unreadable) {
        let detail = tell::object([("message", why.to_string().into())]);
        self.update(|props| props.source = Source::Failed(Rc::new(why)));
        self.tell("jianbao-error", &detail);
    }

    fn engine(&self) -> Option<Rc<Engine>> {
        match &self.props.borrow().source {
            Source::Ready(engine, _) => Some(engine.clone()),
            _ => None,
        }
    }

    /// Opens an item, now or as soon as there is an archive; closes the one that is open where the uri is empty.
    /// Gives a sentence where there is no such item.
    pub(super) fn open(&self, uri: String) -> Option<String> {
        match self.engine().filter(|_| !self.is_new.get()).map(|engine| engine.id_of(&uri)) {
            None => drop(self.to_open.replace(Some(uri))),
            Some(None) if uri.is_empty() => self.act(Action::Close),
            Some(None) => return Some(["there is no item ", &uri].concat()),
            Some(Some(id)) if *self.open.borrow() != Some(uri) => self.act(Action::Open(id)),
            Some(Some(_)) => {}
        }
        None
    }

    /// Turns to the page on which an item stands; without one, or where there is no such item, to that which follows from
    /// the search.
    pub(super) fn turn(&self, uri: &str) {
        let page = self.engine().and_then(|engine| engine.id_of(uri));
        self.act(Action::Turn(page));
    }

    /// Searches for the page's script.
    pub(super) fn search(&self, text: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        let language = self.props.borrow().language;
        match self.engine() {
            Some(engine) => search_in(&engine, text, options, Some(language.tag())),
            None => {
                let failure = match &self.props.borrow().source {
                    Source::Failed(why) => why.to_string(),
                    _ => "there is no corpus yet".to_owned(),
                };
                Err(JsError::new(&failure).into())
            }
        }
    }

    /// Takes the component away.
    pub(super) fn destroy(&self) {
        self.renew();
        if let Some(app) = self.app.borrow_mut().take() {
            app.destroy();
        }
    }
}

/// What is missing, then what could not be read. How a file broke off is known better where it came from.
fn all(mut missing: Vec<Unreadable>, problems: Vec<Problem>) -> Vec<Unreadable> {
    let is_known = |problem: &Problem| {
        let is_it = |why: &Unreadable| matches!(why, Unreadable::Cut { address, .. } if *address == problem.place.file);
        problem.kind == ProblemKind::CutShort && missing.iter().any(is_it)
    };
    let new: Vec<_> = problems.into_iter().filter(|problem| !is_known(problem)).map(Unreadable::Corpus).collect();
    missing.extend(new);
    missing
}
