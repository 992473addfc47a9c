//! A keeper and its stores: good ones that are shared, broken, full and absent ones.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::*;
use crate::app::desk::Clipping;

#[derive(Default)]
struct Shelf {
    text: RefCell<Option<String>>,
    aside: RefCell<Vec<String>>,
    is_absent: Cell<bool>,
    is_full: Cell<bool>,
    writes: Cell<usize>,
}

impl Store for Rc<Shelf> {
    fn read(&self) -> Result<Option<String>, Blocked> {
        if self.is_absent.get() { Err(Blocked) } else { Ok(self.text.borrow().clone()) }
    }

    fn write(&self, text: &str) -> Result<(), Blocked> {
        if self.is_absent.get() || self.is_full.get() {
            return Err(Blocked);
        }
        self.writes.set(self.writes.get() + 1);
        self.text.replace(Some(text.to_owned()));
        Ok(())
    }

    fn set_aside(&self, text: &str) -> Result<(), Blocked> {
        if self.is_full.get() {
            return Err(Blocked);
        }
        self.aside.borrow_mut().push(text.to_owned());
        Ok(())
    }
}

fn shelf() -> Rc<Shelf> {
    Rc::default()
}

fn keeper(shelf: &Rc<Shelf>) -> Keeper {
    Keeper::new(Box::new(shelf.clone()), "甲".into())
}

fn keep(uri: &str) -> Deed {
    Deed::Keep(Clipping { uri: uri.into(), kept: 1, ..Clipping::default() })
}

fn release(uri: &str) -> Deed {
    Deed::Release(uri.into())
}

fn note(uri: &str, note: &str) -> Deed {
    Deed::Note(Clipping { uri: uri.into(), note: note.into(), noted: 1, ..Clipping::default() })
}

fn search(text: &str, at: u64) -> Deed {
    Deed::Search(Search { text: text.into(), at })
}

fn kept(keeper: &Keeper) -> Vec<&str> {
    keeper.clippings().items.iter().map(|item| item.uri.as_str()).collect()
}

#[test]
fn nothing_is_stored_before_the_reader_asks_for_it() {
    let shelf = shelf();
    let mut keeper = keeper(&shelf);
    keeper.refresh();
    assert_eq!(keeper.act(search("甲", 1)), Ok(()));
    assert_eq!(shelf.writes.get(), 0);
    assert_eq!(keeper.searches().len(), 1, "this visit knows it");
    assert_eq!(keeper.trouble(), None);
}

#[test]
fn two_windows_lose_nothing_of_each_others() {
    let shelf = shelf();
    let (mut one, mut other) = (keeper(&shelf), keeper(&shelf));
    assert_eq!(one.act(keep("a")), Ok(()));
    assert_eq!(other.act(keep("b")), Ok(()));
    assert_eq!(one.act(note("c", "注")), Ok(()));
    assert_eq!(other.act(release("a")), Ok(()));
    one.refresh();
    assert_eq!(kept(&one), ["b", "c"]);
    assert_eq!(kept(&keeper(&shelf)), ["b", "c"]);
}

#[test]
fn what_was_stored_and_cannot_be_read_is_set_aside_before_anything_is_written() {
    for broken in
        ["{", "甲", "[]", "17", r#"{"standard":{"name":"jianbao-clippings","version":"1.0"},"items":[{"uri":5}]}"#]
    {
        let shelf = shelf();
        shelf.text.replace(Some(broken.into()));
        let mut keeper = keeper(&shelf);
        assert_eq!((keeper.trouble(), shelf.aside.borrow().len()), (Some(&Trouble::Broken), 0));
        assert_eq!(keeper.act(keep("a")), Ok(()));
        assert_eq!(*shelf.aside.borrow(), [broken]);
        assert_eq!(keeper.act(keep("b")), Ok(()));
        assert_eq!(shelf.aside.borrow().len(), 1, "once");
        assert_eq!(keeper.trouble(), Some(&Trouble::Broken), "the reader should know");
        assert_eq!(kept(&super::tests::keeper(&shelf)), ["a", "b"]);
    }
}

#[test]
fn a_broken_store_that_is_full_is_not_written_over() {
    let shelf = shelf();
    shelf.text.replace(Some("{".into()));
    shelf.is_full.set(true);
    let mut keeper = keeper(&shelf);
    assert_eq!(keeper.act(keep("a")), Ok(()));
    assert_eq!(shelf.text.borrow().as_deref(), Some("{"));
    assert_eq!(kept(&keeper), ["a"]);
}

#[test]
fn a_full_store_is_told_of_and_all_goes_on_in_memory() {
    let shelf = shelf();
    let mut keeper = keeper(&shelf);
    assert_eq!(keeper.act(keep("a")), Ok(()));
    shelf.is_full.set(true);
    assert_eq!(keeper.act(keep("b")), Ok(()));
    assert_eq!(keeper.act(release("a")), Ok(()));
    keeper.refresh();
    assert_eq!((keeper.trouble(), kept(&keeper)), (Some(&Trouble::Full), vec!["b"]));
    // Another window makes room, and keeps something meanwhile.
    shelf.is_full.set(false);
    assert_eq!(super::tests::keeper(&shelf).act(keep("c")), Ok(()));
    assert_eq!(keeper.act(keep("d")), Ok(()));
    assert_eq!((keeper.trouble(), kept(&keeper)), (None, vec!["b", "c", "d"]));
    assert_eq!(kept(&super::tests::keeper(&shelf)), ["b", "c", "d"]);
}

#[test]
fn without_a_store_all_goes_on_in_memory() {
    let shelf = shelf();
    shelf.is_absent.set(true);
    let mut keeper = keeper(&shelf);
    for deed in [keep("a"), note("b", "一"), note("b", "二"), keep("c"), release("a")] {
        assert_eq!(keeper.act(deed), Ok(()));
    }
    assert_eq!((keeper.trouble(), kept(&keeper)), (Some(&Trouble::Absent), vec!["b", "c"]));
    assert_eq!(keeper.clippings().get("b").map(|item| &*item.note), Some("二"));
}

#[test]
fn what_another_version_has_stored_is_left_to_it() {
    let later = r#"{"standard":{"name":"jianbao-clippings","version":"2.0"},"pages":[]}"#;
    let shelf = shelf();
    shelf.text.replace(Some(later.into()));
    let mut keeper = keeper(&shelf);
    assert_eq!(keeper.act(keep("a")), Ok(()));
    assert_eq!(shelf.text.borrow().as_deref(), Some(later));
    assert_eq!((keeper.trouble(), kept(&keeper)), (Some(&Trouble::Version("2.0".into())), vec!["a"]));
}

#[test]
fn a_store_that_someone_emptied_is_empty() {
    let shelf = shelf();
    let mut keeper = keeper(&shelf);
    assert_eq!(keeper.act(keep("a")), Ok(()));
    shelf.text.replace(None);
    keeper.refresh();
    assert_eq!(kept(&keeper), [""; 0]);
}

#[test]
fn searches_of_the_visit_are_remembered_once_the_reader_wants_it_and_forgotten_when_not() {
    let shelf = shelf();
    let mut one = keeper(&shelf);
    for deed in [search("甲", 1), search("乙", 2), Deed::Remember(true), search("丙", 3)] {
        assert_eq!(one.act(deed), Ok(()));
    }
    let texts = |keeper: &Keeper| keeper.searches().iter().map(|search| search.text.clone()).collect::<Vec<_>>();
    assert_eq!(texts(&keeper(&shelf)), ["丙", "乙", "甲"]);
    assert_eq!(one.act(Deed::Remember(false)), Ok(()));
    assert_eq!(texts(&keeper(&shelf)), [""; 0]);
    assert_eq!(texts(&one).len(), 3, "this visit still knows them");
    assert_eq!(one.act(Deed::Forget), Ok(()));
    assert_eq!(texts(&one), [""; 0]);
}

#[test]
fn a_deed_that_is_refused_changes_nothing() {
    let shelf = shelf();
    let mut keeper = keeper(&shelf);
    let long = "字".repeat(crate::app::desk::NOTE + 1);
    assert_eq!(keeper.act(note("a", &long)), Err(Refusal::TooLong(crate::app::desk::NOTE + 1)));
    assert_eq!((kept(&keeper), shelf.writes.get()), (vec![], 0));
}
