//! One news item, field by field as ninjs has it, and what is asked of it.

use super::date::Date;
use super::json::{Fill, Flaw, Json, fields};
use super::rendition::{Rendition, Renditions};

fields!(Valued: "role" => role, "value" => value);
fields!(Entity: "name" => name, "pinyin" => pinyin, "jobTitle" => job_title);
fields!(Figure: "value" => value, "unit" => unit, "label" => label);
fields!(Association: "uri" => uri, "name" => name, "type" => kind, "descriptions" => descriptions, "renditions" => renditions);
fields!(Item:
    "uri" => uri, "language" => language, "slugline" => slugline, "genres" => genres, "headlines" => headlines,
    "descriptions" => descriptions, "bodies" => bodies, "by" => by, "located" => located, "dateline" => dateline,
    "datePublished" => date_published, "eventDate" => event_date, "printSection" => print_section,
    "printPage" => print_page, "printEdition" => print_edition, "inferred" => inferred, "people" => people,
    "organisations" => organisations, "places" => places, "subjects" => subjects, "figures" => figures,
    "infoSources" => info_sources, "associations" => associations, "translations" => translations, "method" => method,
);

/// A value with a role: a headline, a description or a body.
#[derive(Clone, Debug, Default, PartialEq)]
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

impl Role {
    /// Its name in a corpus.
    pub fn name(self) -> &'static str {
        match self {
            Self::Kicker => "kicker",
            Self::Main => "main",
            Self::Subhead => "subhead",
            Self::Printed => "printed",
            Self::Summary => "summary",
            Self::Note => "note",
            Self::Caption => "caption",
        }
    }
}

/// A person, an organisation, a place or a subject.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entity {
    /// The name as the item has it.
    pub name: String,
    /// How the name is read in 拼音, where it is: syllables parted by spaces, readings by `;`. Only the item's own names
    /// have it, those of its translations do not.
    pub pinyin: String,
    /// For people, the post.
    pub job_title: Option<String>,
}

/// A number as a corpus writes it, in the form that JSON has for it: `1.8`, `-40`, `1e2`. It is never made a binary
/// fraction, so 0.1 stays 0.1, and 8.0 stays what the paper printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number(String);

impl Number {
    /// The number as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for Number {
    fn default() -> Self {
        Self("0".to_owned())
    }
}

impl Fill for Number {
    fn fill(&mut self, json: &mut Json<'_>) -> Result<(), Flaw> {
        json.number()?.clone_into(&mut self.0);
        Ok(())
    }
}

/// A number that the item gives, with its unit and what it counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    /// The number.
    pub value: Number,
    /// Its unit, as printed: `亿元`, `家`.
    pub unit: String,
    /// What it counts.
    pub label: String,
}

/// Something that belongs to the item: a picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Association {
    /// Its identifier.
    pub uri: String,
    /// Its name.
    pub name: String,
    /// `picture` for a photograph.
    pub kind: String,
    /// Texts about it: the caption.
    pub descriptions: Vec<Valued>,
    /// Its files, in several sizes.
    pub renditions: Renditions,
}

/// A news item, or (in `translations`) the fields that differ in another language.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs, reason = "the fields are those of ninjs and of the profile in the corpus schema")]
pub struct Item {
    pub uri: String,
    pub language: String,
    pub slugline: String,
    pub genres: Vec<Entity>,
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

/// The first value of a role that is not blank.
pub(super) fn of_role(list: &[Valued], role: Role) -> Option<&str> {
    list.iter().find(|entry| entry.role == role.name()).and_then(Valued::said)
}

impl Valued {
    /// The value, unless it is blank.
    fn said(&self) -> Option<&str> {
        (!self.value.trim().is_empty()).then_some(self.value.as_str())
    }
}

impl Association {
    /// The line under the picture: its description of role `caption`, else its first one.
    pub fn caption(&self) -> Option<&str> {
        of_role(&self.descriptions, Role::Caption).or_else(|| self.descriptions.iter().find_map(Valued::said))
    }

    /// Its files that are pictures and have an address: those whose type says that they are pictures, and of a picture those that
    /// say no type.
    pub fn addressed(&self) -> impl Iterator<Item = &Rendition> {
        let is_picture = matches!(self.kind.as_str(), "" | "picture");
        let files = self.renditions.list.iter().filter(|file| !file.href.trim().is_empty());
        files.filter(move |file| match file.content_type.trim() {
            "" => is_picture,
            kind => kind.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("image/")),
        })
    }
}

impl Item {
    /// The headline line of a role.
    ///
    /// For [`Role::Main`] it falls back, so that whatever an item has is shown: the first headline without a role or with
    /// one that is not known, else the first one printed, else any.
    pub fn headline(&self, role: Role) -> Option<&str> {
        if role != Role::Main {
            return of_role(&self.headlines, role);
        }
        self.proper_headline()
            .or_else(|| of_role(&self.headlines, Role::Printed))
            .or_else(|| self.headlines.iter().find_map(Valued::said))
    }

    /// The headline proper: of role `main`, else one that is no other line of a headline.
    pub(super) fn proper_headline(&self) -> Option<&str> {
        let lines = [Role::Kicker, Role::Subhead, Role::Printed];
        of_role(&self.headlines, Role::Main).or_else(|| {
            let mut others = self.headlines.iter().filter(|entry| lines.iter().all(|line| entry.role != line.name()));
            others.find_map(Valued::said)
        })
    }

    /// The headline lines that the paper printed, in their order.
    pub fn printed(&self) -> impl Iterator<Item = &str> {
        self.headlines.iter().filter(|entry| entry.role == Role::Printed.name()).filter_map(Valued::said)
    }

    /// The body: of role `main`, else the first.
    pub fn body(&self) -> Option<&str> {
        of_role(&self.bodies, Role::Main).or_else(|| self.bodies.iter().find_map(Valued::said))
    }

    /// The paragraphs of the body, without blank ones.
    pub fn paragraphs(&self) -> impl Iterator<Item = &str> {
        paragraphs(self.body().unwrap_or_default())
    }

    /// The summary.
    pub fn summary(&self) -> Option<&str> {
        of_role(&self.descriptions, Role::Summary)
    }

    /// What the archive says about the item.
    pub fn note(&self) -> Option<&str> {
        of_role(&self.descriptions, Role::Note)
    }

    /// The captions of its pictures.
    pub fn captions(&self) -> impl Iterator<Item = &str> {
        self.associations.iter().filter_map(Association::caption)
    }

    /// Its date as the corpus has it (EDTF): when it happened, else when it was published.
    pub fn date_text(&self) -> Option<&str> {
        self.event_date.as_deref().or(self.date_published.as_deref())
    }

    /// Its date, where it has one that can be read.
    pub fn date(&self) -> Option<Date> {
        self.date_text()?.parse().ok()
    }

    /// Whether its text is a digest written for the archive, not the paper's own: one of its `genres` is `digest`.
    pub fn is_digest(&self) -> bool {
        self.genres.iter().any(|genre| genre.name.eq_ignore_ascii_case("digest"))
    }

    /// The paper it stood in: the first of its sources with a name.
    pub fn newspaper(&self) -> Option<&str> {
        self.info_sources.iter().map(|source| source.name.trim()).find(|name| !name.is_empty())
    }

    /// Whether a field (`printSection`) is not the paper's own but inferred by the archive.
    pub fn is_inferred(&self, field: &str) -> bool {
        self.inferred.iter().any(|name| name == field)
    }
}

/// The paragraphs of a text, without blank ones.
pub(super) fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').map(str::trim).filter(|paragraph| !paragraph.is_empty())
}
