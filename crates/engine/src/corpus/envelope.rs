//! What a corpus says about itself, in its languages.

use super::date::{Date, Day};
use super::json::fields;
use super::version::{Said, best};

fields!(Envelope: "title" => title, "language" => language, "note" => note, "translations" => translations,
    "coverage" => coverage);
fields!(Stretch: "from" => from, "to" => to);

/// A span of time of which a corpus says that it holds what appeared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    /// Its first day, month or year (EDTF).
    pub from: String,
    /// Its last day, month or year.
    pub to: String,
}

impl Stretch {
    /// First and last day; `None` where either end cannot be read, or they cross.
    pub fn days(&self) -> Option<(Day, Day)> {
        let (from, to): (Date, Date) = (self.from.parse().ok()?, self.to.parse().ok()?);
        (from.start <= to.end).then_some((from.start, to.end))
    }
}

/// What a corpus says about itself.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs, reason = "the fields are those of the corpus schema")]
pub struct Envelope {
    pub title: String,
    pub language: String,
    pub note: String,
    pub translations: Vec<Envelope>,
    pub coverage: Vec<Stretch>,
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

    /// Takes in what another corpus says of itself: titles and notes stand side by side, in each language that this one
    /// has; what both say is said once. What both cover is covered.
    pub(super) fn join(&mut self, other: &Self) {
        self.coverage.extend_from_slice(&other.coverage);
        let in_language =
            |language: &str| other.translations.iter().find(|one| one.language == language).unwrap_or(other);
        for own in &mut self.translations {
            own.add(in_language(&own.language));
        }
        self.add(in_language(&self.language));
    }

    #[inline(never)]
    fn add(&mut self, other: &Self) {
        for (own, other, between) in [(&mut self.title, &other.title, " · "), (&mut self.note, &other.note, "\n")] {
            let said = other.is_empty() || own.split(between).any(|part| part == other);
            if !said {
                let between = if own.is_empty() { "" } else { between };
                own.push_str(between);
                own.push_str(other);
            }
        }
    }

    fn said(&self, language: &str, field: fn(&Self) -> &str) -> Option<Said<'_>> {
        let all = || std::iter::once(self).chain(&self.translations).map(|one| (one.language.as_str(), one));
        let found = best(all, language).into_iter().chain([self]).find(|one| !field(one).trim().is_empty())?;
        Some(Said { text: field(found), language: &found.language })
    }
}
