//! One news item and its language versions.

use serde::Deserialize;

/// A value with a role: a headline, a description or a body.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Valued {
    /// What it is for: see [`Role`]; an unknown role is kept and not shown.
    pub role: String,
    /// The text itself, plain.
    pub value: String,
}

/// The roles the product knows, by their names in the corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// 引题, the line over the headline.
    Kicker,
    /// 主题, the headline; in a list without roles, its first entry.
    Main,
    /// 副题, the line under the headline.
    Subhead,
    /// A headline as the paper printed it.
    Printed,
    /// A short description of the whole.
    Summary,
    /// What the archive says about the item, which the paper does not.
    Note,
    /// The line under a picture.
    Caption,
}

/// A person, an organisation, a place or a subject.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Entity {
    /// The name as the item has it.
    pub name: String,
    /// For people, the post.
    pub job_title: Option<String>,
}

/// A number that the item gives, with its unit and what it counts.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Figure {
    /// The number.
    pub value: f64,
    /// Its unit, as printed: `亿元`, `家`.
    pub unit: String,
    /// What it counts.
    pub label: String,
}

/// Something that belongs to the item: a picture.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Association {
    /// Its identifier.
    pub uri: String,
    /// Its name.
    pub name: String,
    /// `picture` for a photograph.
    #[serde(rename = "type")]
    pub kind: String,
    /// Texts about it: the caption.
    pub descriptions: Vec<Valued>,
}

/// A news item, or (in `translations`) the fields that differ in another language.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[allow(missing_docs, reason = "the fields are those of ninjs and of the profile in the corpus schema")]
pub struct Item {
    pub uri: String,
    pub language: String,
    pub slugline: String,
    pub headlines: Vec<Valued>,
    pub descriptions: Vec<Valued>,
    pub bodies: Vec<Valued>,
    pub by: String,
    pub located: String,
    pub dateline: String,
    pub date_published: Option<String>,
    pub event_date: Option<String>,
    pub print_section: String,
    pub print_page: String,
    pub print_edition: String,
    pub inferred: Vec<String>,
    pub people: Vec<Entity>,
    pub organisations: Vec<Entity>,
    pub places: Vec<Entity>,
    pub subjects: Vec<Entity>,
    pub figures: Vec<Figure>,
    pub info_sources: Vec<Entity>,
    pub associations: Vec<Association>,
    pub translations: Vec<Item>,
    /// `machine` where a translation was made by a machine.
    pub method: Option<String>,
}

/// One language version of an item: its fields fall back to the item's own, one by one, where the version lacks them.
#[derive(Clone, Copy, Debug)]
pub struct Version<'a> {
    item: &'a Item,
    text: &'a Item,
}
