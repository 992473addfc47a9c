//! The data model of a corpus: an envelope and its items, as IPTC ninjs 3.1 with the project's declared profile.
//!
//! A [`Reading`] takes a file's bytes step by step, hands out each good [`Item`] once, and gives a [`Corpus`], which knows
//! where each item stands in the text and when it is dated, together with every [`Problem`] and its place. An item is shown through a
//! [`Version`], which chooses the language and says, text by text, which language it is. Dates keep their precision: a
//! [`Date`] is a span of days, and knows whether it is exact.

mod check;
mod date;
mod decode;
mod edtf;
mod envelope;
mod file;
mod item;
pub(crate) mod json;
mod outline;
mod problem;
mod read;
mod rendition;
mod scan;
mod store;
mod version;
mod window;
mod wrong;

pub use date::{Date, DateError, Day, days_in_month};
pub use decode::Bytes;
pub use envelope::{Envelope, Stretch};
pub use item::{Association, Entity, Figure, Item, Number, Role, Valued};
pub use problem::{Place, Problem, ProblemKind};
pub use read::{Part, Progress, Reading, read, read_parts};
pub use rendition::{Pixels, Rendition, Renditions};
pub use store::{Corpus, ItemId};
pub use version::{Said, Version};
pub(crate) use version::{best, same_language};
pub use wrong::kind_of;
pub(crate) use wrong::problem;
