//! What a corpus says about itself, in its languages.

use serde::Deserialize;

use super::object::read_from_objects_only;
use super::version::{Said, best};

read_from_objects_only!(Envelope);

/// What a corpus says about itself.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, remote = "Self")]
#[allow(missing_docs, reason = "the fields are those of the corpus schema")]
pub struct Envelope {
    pub title: String,
    pub language: String,
    pub note: String,
    pub translations: Vec<Envelope>,
}

impl Envelope {
    /// The title in a language, else as the corpus has it.
    pub fn title_in(&self, language: &str) -> Option<Said<'_>> {
        self.said(language, |envelope| &envelope.title)
    }

    /// The note in a language, else as the corpus has it.
    pub fn note_in(&self, language: &str) -> Option<Said<'_>> {
        self.said(language, |envelope| &envelope.note)
    }

    fn said(&self, language: &str, field: fn(&Self) -> &str) -> Option<Said<'_>> {
        let all = || std::iter::once(self).chain(&self.translations).map(|one| (one.language.as_str(), one));
        let found = best(all, language).into_iter().chain([self]).find(|one| !field(one).trim().is_empty())?;
        Some(Said { text: field(found), language: &found.language })
    }
}
