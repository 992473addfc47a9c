//! Items written as a file: a stretch of them at a time, so that the page stays responsive however many there are.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use jianbao_engine::corpus::ItemId;
use jianbao_engine::export;
use js_sys::{Array, Date};
use web_sys::Blob;
use yew::prelude::*;

use crate::app::context::Reader;
use crate::app::save::save_parts;

/// How long a stretch may take, in milliseconds: less than a frame.
const STRETCH: f64 = 12.0;

/// How much a stretch writes, in bytes of UTF-8: what the browser takes over from it takes time, too.
const LONGEST: usize = 1 << 19;

/// The formats: what they are called, and their media types.
pub(super) const FORMATS: [Format; 3] = [
    Format("JSON", "application/json"),
    Format("CSV", "text/csv"),
    Format("RIS", "application/x-research-info-systems"),
];

/// A format: its name and its media type.
#[derive(Clone, Copy)]
pub(super) struct Format(pub(super) &'static str, &'static str);

/// The stretch that is to be written next.
pub(super) type Waiting = Rc<RefCell<Option<Timeout>>>;

/// A file that is being written.
pub(super) struct File {
    reader: Reader,
    format: Format,
    ids: Vec<ItemId>,
    written: usize,
    /// What is written, as blobs: the browser holds them, and none is copied again.
    parts: Array,
    /// Told how many items are written, or that all are.
    told: Callback<Option<usize>>,
    waiting: Waiting,
}

impl File {
    /// A file of items that is still to be written; when what is to be written next is dropped, it never is.
    pub(super) fn new(
        reader: &Reader,
        format: Format,
        ids: Vec<ItemId>,
        told: Callback<Option<usize>>,
        waiting: Waiting,
    ) -> Self {
        Self { reader: reader.clone(), format, ids, written: 0, parts: Array::new(), told, waiting }
    }

    /// Writes a stretch, and goes on a moment later; at the end has the browser save it. A few items are saved at once.
    pub(super) fn write(mut self) {
        let begun = Date::now();
        let mut text = if self.written == 0 { self.before() } else { String::new() };
        while let Some(&id) = self.ids.get(self.written)
            && text.len() < LONGEST
            && Date::now() - begun < STRETCH
        {
            self.item(&mut text, id);
            self.written += 1;
        }
        let Format(name, media_type) = self.format;
        let is_done = self.written == self.ids.len();
        if is_done && name == "JSON" {
            text.push_str(export::CORPUS_END);
        }
        // Without memory for it there is nothing to be said or done.
        if let Ok(part) = Blob::new_with_str_sequence(&Array::of1(&text.into())) {
            self.parts.push(&part);
        }
        if is_done {
            let file = ["jianbao-", &self.ids.len().to_string(), ".", &name.to_ascii_lowercase()].concat();
            save_parts(&file, media_type, &self.parts);
            self.told.emit(None);
        } else {
            self.told.emit(Some(self.written));
            let waiting = self.waiting.clone();
            waiting.replace(Some(Timeout::new(0, move || self.write())));
        }
    }

    /// What stands before the items.
    fn before(&self) -> String {
        match self.format.0 {
            "JSON" => export::corpus(&self.reader.archive.corpus().envelope),
            "CSV" => ["\u{feff}", export::CSV_HEAD].concat(),
            _ => String::new(),
        }
    }

    /// Adds an item, after what parts it from the one before.
    fn item(&self, text: &mut String, id: ItemId) {
        let (archive, language, is_first) = (&self.reader.archive, self.reader.language.tag(), self.written == 0);
        let (between, item) = match self.format.0 {
            "JSON" => (",", archive.corpus().raw(id).into_owned()),
            "CSV" => ("", export::csv(&archive.item(id), language)),
            _ => ("\r\n", export::ris(&archive.item(id), language)),
        };
        text.push_str(if is_first { "" } else { between });
        text.push_str(&item);
    }
}
