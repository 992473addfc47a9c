//! The desk: what the reader keeps of this archive, in the browser's store, for every part of the widget that shows it.
//!
//! The logic is in [`crate::app::desk`]; here are the store (`localStorage`), the clock, and those who are told of a
//! change. Another window that writes is not listened to, which would take a listener on the window of the host page: the store is read
//! again whenever something is opened or done.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

use jianbao_engine::corpus::{ItemId, Role};
use jianbao_engine::search::Archive;
use web_sys::Storage;
use yew::prelude::*;

use crate::app::desk::{self, Blocked, Clipping, Clippings, Deed, Keeper, Refusal, Search, Store, Trouble};

/// Added to the key under which clippings stand, where those stand that could not be read.
const ASIDE: &str = "~";

/// What the reader keeps of one archive. Clones are the same desk.
#[derive(Clone)]
pub struct Desk(Rc<Inner>);

struct Inner {
    keeper: RefCell<Keeper>,
    /// The places in texts that are not kept, while the widget stands in its page.
    places: RefCell<Vec<(String, u64)>>,
    /// Notes that are refused, and why, while the widget stands in its page: nothing typed is lost.
    drafts: RefCell<Vec<(String, String, Refusal)>>,
    /// Why the last deed was refused, if it was.
    refusal: Cell<Option<Refusal>>,
    /// How often something has changed.
    changes: Cell<u64>,
    watchers: RefCell<Vec<(u64, Callback<()>)>>,
}

impl PartialEq for Desk {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for Desk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Desk")
    }
}

impl Desk {
    /// The desk of an archive. Nothing is written.
    pub fn of(archive: &Archive) -> Self {
        let title = archive.corpus().envelope.title.clone();
        let first = if archive.is_empty() { String::new() } else { archive.item(ItemId(0)).uri };
        let store = Local { key: desk::key(&title, &first) };
        Self(Rc::new(Inner {
            keeper: RefCell::new(Keeper::new(Box::new(store), title)),
            places: RefCell::default(),
            drafts: RefCell::default(),
            refusal: Cell::default(),
            changes: Cell::default(),
            watchers: RefCell::default(),
        }))
    }

    /// What is made of the clippings.
    pub fn read<T>(&self, make: impl FnOnce(&Clippings) -> T) -> T {
        make(self.0.keeper.borrow().clippings())
    }

    /// Whether an item is kept.
    pub fn is_kept(&self, uri: &str) -> bool {
        self.0.keeper.borrow().clippings().is_kept(uri)
    }

    /// The searches that are remembered, the latest first.
    pub fn searches(&self) -> Vec<String> {
        self.0.keeper.borrow().searches().iter().map(|search| search.text.clone()).collect()
    }

    /// What the reader should know of the store.
    pub fn trouble(&self) -> Option<Trouble> {
        self.0.keeper.borrow().trouble().cloned()
    }

    /// Takes in what others have written since.
    pub fn refresh(&self) {
        self.0.keeper.borrow_mut().refresh();
        self.tell();
    }

    /// Does a deed.
    ///
    /// # Errors
    /// Where a limit is in the way.
    pub fn act(&self, deed: Deed) -> Result<(), Refusal> {
        let done = self.0.keeper.borrow_mut().act(deed);
        self.0.refusal.set(done.err());
        self.tell();
        done
    }

    /// Writes a note. One that is refused stays as a draft.
    pub fn note(&self, note: Clipping) {
        let is_same =
            self.read(|clippings| clippings.get(&note.uri).map_or("", |item| item.note.as_str()) == note.note);
        let had_draft = self.draft(&note.uri).is_some();
        self.0.drafts.borrow_mut().retain(|(uri, ..)| *uri != note.uri);
        if is_same && !had_draft {
            return;
        }
        let (uri, text) = (note.uri.clone(), note.note.clone());
        let done = self.0.keeper.borrow_mut().act(Deed::Note(note));
        self.0.refusal.set(done.err());
        if let Err(refusal) = done {
            self.0.drafts.borrow_mut().push((uri, text, refusal));
        }
        self.tell();
    }

    /// The note of an item that was refused, and why.
    pub fn draft(&self, uri: &str) -> Option<(String, Refusal)> {
        let drafts = self.0.drafts.borrow();
        drafts.iter().find(|(known, ..)| known == uri).map(|(_, text, refusal)| (text.clone(), *refusal))
    }

    /// Remembers a search, by the rule that the reader has chosen: for this visit, or longer.
    pub fn search(&self, text: &str) {
        let search = Search { text: text.to_owned(), at: now() };
        // No limit is in the way of a search.
        let _ = self.act(Deed::Search(search));
    }

    /// The paragraph of an item at which the reader was, from 1; 0 where there is none.
    pub fn place(&self, uri: &str) -> u64 {
        let visit = self.0.places.borrow().iter().find(|(known, _)| known == uri).map(|(_, place)| *place);
        visit.unwrap_or_else(|| self.read(|clippings| clippings.get(uri).map_or(0, |item| item.place)))
    }

    /// Remembers a place: of an item that is kept with it, of another one for this visit.
    pub fn set_place(&self, uri: &str, place: u64) {
        let mut places = self.0.places.borrow_mut();
        places.retain(|(known, _)| known != uri);
        places.push((uri.to_owned(), place));
        drop(places);
        let is_new = self.read(|clippings| clippings.get(uri).is_some_and(|item| item.kept > 0 && item.place != place));
        if is_new {
            let _ = self.act(Deed::Place(uri.to_owned(), place, now()));
        }
    }

    /// Why the last deed was refused, if it was.
    pub fn refusal(&self) -> Option<Refusal> {
        self.0.refusal.get()
    }

    /// What keeps something that was done from being there the next time.
    pub fn unsaved(&self) -> Option<Trouble> {
        let keeper = self.0.keeper.borrow();
        keeper.trouble().filter(|_| keeper.is_unsaved()).cloned()
    }

    /// A number that is another one after each change.
    pub fn changes(&self) -> u64 {
        self.0.changes.get()
    }

    fn tell(&self) {
        self.0.changes.set(self.changes() + 1);
        let watchers: Vec<_> = self.0.watchers.borrow().iter().map(|(_, watcher)| watcher.clone()).collect();
        watchers.iter().for_each(|watcher| watcher.emit(()));
    }

    fn watch(&self, watcher: Callback<()>) -> Watch {
        let number = self.0.changes.replace(self.changes() + 1);
        self.0.watchers.borrow_mut().push((number, watcher));
        Watch(self.clone(), number)
    }
}

/// A watcher is told of changes until this is dropped.
#[must_use]
struct Watch(Desk, u64);

impl Drop for Watch {
    fn drop(&mut self) {
        self.0.0.watchers.borrow_mut().retain(|(number, _)| *number != self.1);
    }
}

/// Draws a component again whenever what it sees of a desk, for a key, has become another, by a number that stands for that.
#[hook]
pub fn use_desk(desk: &Desk, key: &AttrValue, seen: fn(&Desk, &str) -> u64) {
    let redraw = use_force_update();
    let last = use_mut_ref(|| 0);
    last.replace(seen(desk, key));
    use_effect_with((desk.clone(), key.clone()), move |(desk, key)| {
        let (seen_by, key) = (desk.clone(), key.clone());
        let watch = desk.watch(Callback::from(move |()| {
            let now = seen(&seen_by, &key);
            if last.replace(now) != now {
                redraw.force_update();
            }
        }));
        move || drop(watch)
    });
}

/// Whether an item is kept; draws the component again when that changes.
#[hook]
pub fn use_kept(desk: &Desk, uri: &AttrValue) -> bool {
    use_desk(desk, uri, |desk, uri| u64::from(desk.is_kept(uri)));
    desk.is_kept(uri)
}

/// An item of an archive as it is kept, in the words of a language (BCP 47).
pub fn clipping(archive: &Archive, id: ItemId, language: &str) -> Clipping {
    let item = archive.item(id);
    let version = item.version(language);
    let headline = version.headline(Role::Main).or_else(|| version.printed().next());
    Clipping {
        headline: headline.map(|said| said.text.to_owned()).unwrap_or_default(),
        language: headline.map(|said| said.language.to_owned()).unwrap_or_default(),
        date: item.date_text().unwrap_or_default().to_owned(),
        uri: item.uri.clone(),
        ..Clipping::default()
    }
}

/// Now, in milliseconds since 1970.
pub fn now() -> u64 {
    js_sys::Date::now() as u64
}

/// The browser's store, which pages in a sandbox and readers who forbid it do not have.
struct Local {
    key: String,
}

fn local() -> Result<Storage, Blocked> {
    web_sys::window().and_then(|window| window.local_storage().ok().flatten()).ok_or(Blocked)
}

impl Store for Local {
    fn read(&self) -> Result<Option<String>, Blocked> {
        local()?.get_item(&self.key).map_err(|_| Blocked)
    }

    fn write(&self, text: &str) -> Result<(), Blocked> {
        local()?.set_item(&self.key, text).map_err(|_| Blocked)
    }

    fn set_aside(&self, text: &str) -> Result<(), Blocked> {
        let (store, key) = (local()?, [&self.key, ASIDE].concat());
        let before = store.get_item(&key).map_err(|_| Blocked)?;
        let text = before.map_or_else(|| text.to_owned(), |before| [&before, "\n", text].concat());
        store.set_item(&key, &text).map_err(|_| Blocked)
    }
}
