//! The data model of a corpus: an envelope and its items, as IPTC ninjs 3.1 with the project's declared profile.

mod date;
mod edtf;
mod envelope;
mod item;
mod problem;
mod read;
mod scan;
mod store;
mod version;
mod wrong;

pub use date::{Date, DateError, Day, days_in_month};
pub use envelope::Envelope;
pub use item::{Association, Entity, Figure, Item, Role, Valued};
pub use problem::{Place, Problem, ProblemKind};
pub use read::read;
pub use store::{Corpus, ItemId};
pub(crate) use version::best;
pub use version::{Said, Version};
