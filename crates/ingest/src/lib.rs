//! From the raw text of a newspaper page to the items of a corpus.
//!
//! What a PDF of a page gives is lines: wrapped to columns of any width, broken off in mid-sentence where a column
//! ends, with headlines printed before their texts or after them, captions wherever a picture stood, and the furniture
//! of the page around all of it. This crate puts it together again, by rules that can be read, without a dictionary and
//! without a model. It knows neither the browser nor the file system. The way in is [`ingest`]; a page goes through
//! these steps:
//!
//! 1. `decode`: bytes to text, UTF-8 or GB18030 ([`decode()`]);
//! 2. `page`: lines with their indents and widths; `furniture` (page number, date, staff) and `section` titles are set
//!    aside;
//! 3. `blocks`: lines that were set together, and what each block looks like: a text's start, prose, headline,
//!    caption, byline;
//! 4. `flow`: healing — a block that ends in mid-sentence goes on in a later block of the same width;
//! 5. `divide`: which paragraphs make one text; `captions`: which text a caption repeats;
//! 6. `assemble`: which headline belongs to which text, by the words they share and by the page's own order;
//! 7. `build`: the fields of the items — paragraphs joined (`join`), dateline and byline taken off, days read
//!    (`dates`), sections held;
//! 8. `output`: items as the corpus has them; `splice`: into a corpus that exists, without changing another byte of it.
//!
//! Two promises hold for any text at all, and are tested on arbitrary ones: nothing panics, and every character that is
//! not white space is in exactly one field of one item, in the furniture or among the leftovers ([`account()`]). What
//! the rules cannot place is reported, never dropped; what they conclude without seeing it is named in
//! [`PageItem::inferred`].

mod account;
mod assemble;
mod blocks;
mod build;
mod captions;
mod chars;
mod dates;
mod decode;
mod divide;
mod flow;
mod furniture;
mod item;
mod join;
mod likeness;
mod marks;
mod output;
mod page;
mod section;
mod splice;

pub use account::{Accounting, Imbalance, account};
pub use dates::{IssueDate, IssueDateError};
pub use decode::{DecodeError, Encoding, decode};
pub use item::{Leftover, PageItem};
pub use output::{Imprint, corpus};
pub use splice::{Duplicate, SpliceError, Spliced, splice};

/// What is known of a page besides its text.
#[derive(Clone, Debug)]
pub struct Options {
    /// When the paper was issued.
    pub date: IssueDate,
    /// The paper's name, where it is known; a line that is only this name is furniture.
    pub newspaper: Option<String>,
    /// The page's number, where it is known.
    pub page: Option<String>,
}

/// A page that was read.
#[derive(Clone, Debug)]
pub struct Ingested {
    /// Its texts, in the order of the page.
    pub items: Vec<PageItem>,
    /// What belongs to the page itself: headers, footers, section titles, hyphens at line ends, brackets around
    /// bylines.
    pub furniture: Vec<Leftover>,
    /// What fits nowhere.
    pub leftovers: Vec<Leftover>,
    /// When it was issued: as told, or the day its header gives where that lies in the month told.
    pub date: IssueDate,
    /// Its number, as told, or as printed.
    pub page: Option<String>,
    /// What a reader of the result should know, one sentence each.
    pub notices: Vec<String>,
}

/// Reads a page.
pub fn ingest(text: &str, options: &Options) -> Ingested {
    let mut page = page::read(text, options.newspaper.as_deref());
    let blocks = blocks::cut(&page);
    let elements = flow::heal(&page, &blocks);
    let mut division = divide::divide(&page, &elements);
    let captions = captions::settle(&page, &mut division);
    let matched = assemble::headlines(&page, &division);
    build::build(&mut page, division, captions, matched, options)
}
