//! What of an item is text, and how it becomes the version in 繁體.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::names::Names;
use crate::{Converter, LANGUAGE};

/// The text-bearing fields of an item (and of the envelope), in the order in which a version is written.
///
/// Headlines as printed are converted like all else: the version says that a machine made it, and the item keeps what the
/// paper has.
#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Texts {
    #[serde(default)]
    pub(crate) language: String,
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    method: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    slugline: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    headlines: Vec<Valued>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    descriptions: Vec<Valued>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    bodies: Vec<Valued>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    located: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dateline: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    print_section: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    print_edition: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    people: Vec<Entity>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    organisations: Vec<Entity>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    places: Vec<Entity>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    subjects: Vec<Entity>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    figures: Vec<Figure>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    info_sources: Vec<Entity>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    associations: Vec<Association>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
struct Valued {
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_type: Option<String>,
    value: String,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
struct Entity {
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<String>,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    job_title: Option<String>,
}

/// A number with its words; it stays as it is written, digit by digit.
#[derive(Debug, Deserialize, Serialize)]
struct Figure {
    value: Box<RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<String>,
}

#[derive(Debug, Deserialize, Serialize)]
struct Association {
    #[serde(skip_serializing_if = "Option::is_none")]
    uri: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    kind: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    descriptions: Vec<Valued>,
}

impl Texts {
    /// The version in 繁體.
    pub(crate) fn converted(mut self, converter: &Converter) -> Self {
        let names = self.names(converter);
        for text in self.texts() {
            *text = names.convert(converter, text);
        }
        for person in &mut self.people {
            person.name = converter.person(&person.name);
        }
        for name in self.organisations.iter_mut().chain(&mut self.places) {
            name.name = converter.text(&name.name);
        }
        LANGUAGE.clone_into(&mut self.language);
        self.method = Some("machine");
        self
    }

    /// Whether there is a title or a note: what an envelope has to convert.
    pub(crate) fn has_title_or_note(&self) -> bool {
        self.title.is_some() || self.note.is_some()
    }

    /// The names of people, organisations and places.
    fn names(&self, converter: &Converter) -> Names {
        let mut names = Names::default();
        for person in &self.people {
            names.enter(&person.name, converter.person(&person.name));
        }
        for name in self.organisations.iter().chain(&self.places) {
            names.enter(&name.name, converter.text(&name.name));
        }
        names
    }

    /// All texts but the names of people, organisations and places.
    fn texts(&mut self) -> impl Iterator<Item = &mut String> {
        let lines = [
            &mut self.title,
            &mut self.note,
            &mut self.slugline,
            &mut self.by,
            &mut self.located,
            &mut self.dateline,
            &mut self.print_section,
            &mut self.print_edition,
        ];
        let valued = self.headlines.iter_mut().chain(&mut self.descriptions).chain(&mut self.bodies);
        let named = self.subjects.iter_mut().chain(&mut self.info_sources).map(|entity| &mut entity.name);
        let posts = self.people.iter_mut().filter_map(|person| person.job_title.as_mut());
        let figures = self.figures.iter_mut().flat_map(|figure| [&mut figure.unit, &mut figure.label]).flatten();
        let pictures = self.associations.iter_mut().flat_map(|picture| {
            picture.name.iter_mut().chain(picture.descriptions.iter_mut().map(|text| &mut text.value))
        });
        let values = valued.map(|text| &mut text.value);
        lines.into_iter().flatten().chain(values).chain(named).chain(posts).chain(figures).chain(pictures)
    }
}
