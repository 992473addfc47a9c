//! The language versions of an item, and which of them a reader gets.

use super::item::{Association, Entity, Figure, Item, Role, of_role, paragraphs};

/// A text with the language in which it is really written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said<'a> {
    /// The text, plain.
    pub text: &'a str,
    /// Its language (BCP 47); empty where the corpus does not say.
    pub language: &'a str,
}

/// One language version of an item: its fields fall back to the item's own, one by one, where the version lacks them.
///
/// So a version may mix languages; each text says its own ([`Said`]).
#[derive(Clone, Copy, Debug)]
pub struct Version<'a> {
    item: &'a Item,
    text: &'a Item,
}

impl Item {
    /// The version for a reader of a language (BCP 47): of exactly that tag, else of the same language and script, else
    /// the item itself. Case does not matter; `zh`, `zh-CN` and `zh-SG` are read as Hans, `zh-TW`, `zh-HK`, `zh-MO` as Hant.
    pub fn version(&self, language: &str) -> Version<'_> {
        let others = || self.translations.iter().map(|other| (other.language.as_str(), other));
        let all = || std::iter::once((self.language.as_str(), self)).chain(others());
        Version { item: self, text: best(all, language).unwrap_or(self) }
    }
}

/// The first of exactly this language tag, else the first of the same language and script.
pub(crate) fn best<'a, T, I: Iterator<Item = (&'a str, T)>>(all: impl Fn() -> I, language: &str) -> Option<T> {
    let exact = all().find(|(tag, _)| tag.eq_ignore_ascii_case(language));
    exact.or_else(|| all().find(|(tag, _)| same_script(tag, language))).map(|(_, found)| found)
}

/// Whether two tags name the same language, in whatever script: then one text is a conversion of the other.
pub(crate) fn same_language(a: &str, b: &str) -> bool {
    let (a, b) = (primary_and_script(a).0, primary_and_script(b).0);
    !a.is_empty() && a.eq_ignore_ascii_case(b)
}

/// Whether two tags name the same language in the same script.
fn same_script(a: &str, b: &str) -> bool {
    let (a, b) = (primary_and_script(a), primary_and_script(b));
    let scripts_agree = a.1.is_empty() || b.1.is_empty() || a.1.eq_ignore_ascii_case(b.1);
    !a.0.is_empty() && a.0.eq_ignore_ascii_case(b.0) && scripts_agree
}

/// The language and script of a tag; the script is empty where neither the tag nor its region says.
fn primary_and_script(tag: &str) -> (&str, &str) {
    let mut subtags = tag.split(['-', '_']);
    let primary = subtags.next().unwrap_or_default();
    let is_script = |subtag: &&str| subtag.len() == 4 && subtag.bytes().all(|byte| byte.is_ascii_alphabetic());
    if let Some(script) = subtags.clone().find(is_script) {
        return (primary, script);
    }
    let hant = |subtag: &str| ["TW", "HK", "MO"].iter().any(|region| subtag.eq_ignore_ascii_case(region));
    let script = match () {
        () if !primary.eq_ignore_ascii_case("zh") => "",
        () if subtags.any(hant) => "Hant",
        () => "Hans",
    };
    (primary, script)
}

impl<'a> Version<'a> {
    /// Its language tag (BCP 47).
    pub fn language(&self) -> &'a str {
        self.language_of(self.text)
    }

    /// Whether a machine made it.
    pub fn is_machine(&self) -> bool {
        self.text.method.as_deref() == Some("machine")
    }

    /// Where its text comes from: the version itself, where it is the item's own text or that in another script, else the
    /// item. A translation says something else than what the paper printed.
    pub fn as_printed(&self) -> &'a Item {
        if same_language(&self.text.language, &self.item.language) { self.text } else { self.item }
    }

    /// A headline line; [`Role::Main`] falls back as in [`Item::headline`].
    pub fn headline(&self, role: Role) -> Option<Said<'a>> {
        self.first(|item| if role == Role::Main { item.proper_headline() } else { of_role(&item.headlines, role) })
            .or_else(|| self.item.headline(role).map(|text| self.said(self.item, text)))
    }

    /// The headline lines that the paper printed.
    pub fn printed(&self) -> impl Iterator<Item = Said<'a>> {
        let (item, version) = (if self.text.printed().next().is_some() { self.text } else { self.item }, *self);
        item.printed().map(move |text| version.said(item, text))
    }

    /// The summary.
    pub fn summary(&self) -> Option<Said<'a>> {
        self.first(Item::summary)
    }

    /// What the archive says about the item.
    pub fn note(&self) -> Option<Said<'a>> {
        self.first(Item::note)
    }

    /// The body.
    pub fn body(&self) -> Option<Said<'a>> {
        self.first(Item::body)
    }

    /// The paragraphs of the body, all in the language of [`Version::body`].
    pub fn paragraphs(&self) -> impl Iterator<Item = &'a str> {
        paragraphs(self.body().map_or("", |body| body.text))
    }

    /// The short name.
    pub fn slugline(&self) -> Option<Said<'a>> {
        self.first(|item| filled(&item.slugline))
    }

    /// Who wrote it.
    pub fn by(&self) -> Option<Said<'a>> {
        self.first(|item| filled(&item.by))
    }

    /// Where it was written.
    pub fn located(&self) -> Option<Said<'a>> {
        self.first(|item| filled(&item.located))
    }

    /// The line that opens it: `本报讯`.
    pub fn dateline(&self) -> Option<Said<'a>> {
        self.first(|item| filled(&item.dateline))
    }

    /// The name of its section.
    pub fn section(&self) -> Option<Said<'a>> {
        self.first(|item| filled(&item.print_section))
    }

    /// Its pictures, each with its caption: by `uri` in the version, else by place where both list as many.
    pub fn captions(&self) -> impl Iterator<Item = (&'a Association, Option<Said<'a>>)> {
        let version = *self;
        self.item.associations.iter().enumerate().map(move |(index, picture)| {
            let translated = version.picture(index, picture).and_then(Association::caption);
            let own = || picture.caption().map(|text| version.said(version.item, text));
            (picture, translated.map(|text| version.said(version.text, text)).or_else(own))
        })
    }

    /// People: as the item has them, and as this version shows them.
    pub fn people(&self) -> impl Iterator<Item = (&'a Entity, &'a Entity)> {
        pairs(&self.item.people, &self.text.people)
    }

    /// Organisations, like [`Version::people`].
    pub fn organisations(&self) -> impl Iterator<Item = (&'a Entity, &'a Entity)> {
        pairs(&self.item.organisations, &self.text.organisations)
    }

    /// Places, like [`Version::people`].
    pub fn places(&self) -> impl Iterator<Item = (&'a Entity, &'a Entity)> {
        pairs(&self.item.places, &self.text.places)
    }

    /// Subjects, like [`Version::people`].
    pub fn subjects(&self) -> impl Iterator<Item = (&'a Entity, &'a Entity)> {
        pairs(&self.item.subjects, &self.text.subjects)
    }

    /// Sources (the newspaper), like [`Version::people`].
    pub fn sources(&self) -> impl Iterator<Item = (&'a Entity, &'a Entity)> {
        pairs(&self.item.info_sources, &self.text.info_sources)
    }

    /// Figures, like [`Version::people`].
    pub fn figures(&self) -> impl Iterator<Item = (&'a Figure, &'a Figure)> {
        pairs(&self.item.figures, &self.text.figures)
    }

    fn first(&self, field: impl Fn(&'a Item) -> Option<&'a str>) -> Option<Said<'a>> {
        [self.text, self.item].into_iter().find_map(|item| Some(self.said(item, field(item)?)))
    }

    fn said(&self, item: &'a Item, text: &'a str) -> Said<'a> {
        Said { text, language: self.language_of(item) }
    }

    fn language_of(&self, item: &'a Item) -> &'a str {
        filled(&item.language).unwrap_or(&self.item.language)
    }

    fn picture(&self, index: usize, picture: &Association) -> Option<&'a Association> {
        let theirs = &self.text.associations;
        let same = theirs.iter().find(|other| !other.uri.is_empty() && other.uri == picture.uri);
        same.or_else(|| {
            theirs.get(index).filter(|other| other.uri.is_empty() && theirs.len() == self.item.associations.len())
        })
    }
}

/// Each original with its counterpart; where the lists differ in length nobody knows which is which, so the original twice.
fn pairs<'a, T>(original: &'a [T], shown: &'a [T]) -> impl Iterator<Item = (&'a T, &'a T)> {
    original.iter().zip(if shown.len() == original.len() { shown } else { original })
}

fn filled(text: &str) -> Option<&str> {
    (!text.trim().is_empty()).then_some(text)
}
