//! The files of a picture: ninjs' `renditions`.
//!
//! ninjs 2 and 3 have a list of them; ninjs 1 had an object, whose names are those of the renditions. Both are read. A picture
//! is an addition to its text, so one that is given wrongly costs neither the item nor the other files: it is left out, and
//! reported.

use super::json::{Fill, Flaw, Json, Object};

/// A file of a picture, in one size.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rendition {
    /// Its address, as the corpus has it: usually relative to the corpus file. It is the corpus' text, and may be anything.
    pub href: String,
    /// Its media type, `image/jpeg`; empty where the corpus does not say.
    pub content_type: String,
    /// Its width.
    pub width: Pixels,
    /// Its height.
    pub height: Pixels,
}

/// A length in pixels; 0 where it is not known, or is no whole number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pixels(pub u32);

impl Fill for Pixels {
    fn fill(&mut self, json: &mut Json<'_>) -> Result<(), Flaw> {
        self.0 = json.number()?.parse().unwrap_or_default();
        Ok(())
    }
}

impl Object for Rendition {
    fn slot(&mut self, name: &str) -> Option<(u32, &mut dyn Fill)> {
        Some(match name {
            "href" => (0, &mut self.href),
            "width" => (1, &mut self.width),
            "height" => (2, &mut self.height),
            // As ninjs 3, 2 and 1 write it.
            "contentType" => (3, &mut self.content_type),
            "contenttype" => (4, &mut self.content_type),
            "mimetype" => (5, &mut self.content_type),
            _ => return None,
        })
    }
}

impl Fill for Rendition {
    fn fill(&mut self, json: &mut Json<'_>) -> Result<(), Flaw> {
        json.object(self)
    }
}

/// The files of a picture that can be read, and what is wrong with the others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Renditions {
    /// The files, in the order of the corpus.
    pub list: Vec<Rendition>,
    /// What is wrong, at bytes of the item's text.
    pub(super) flaws: Vec<Flaw>,
}

impl From<Vec<Rendition>> for Renditions {
    fn from(list: Vec<Rendition>) -> Self {
        Self { list, flaws: Vec::new() }
    }
}

impl Renditions {
    fn add(&mut self, json: &mut Json<'_>) -> Result<(), Flaw> {
        let mut rendition = Rendition::default();
        match json.attempt(&mut rendition)? {
            None => self.list.push(rendition),
            flaw => self.flaws.extend(flaw),
        }
        Ok(())
    }
}

impl Fill for Renditions {
    fn fill(&mut self, json: &mut Json<'_>) -> Result<(), Flaw> {
        match json.peek() {
            Some(b'[') => json.list(&mut |json| self.add(json)),
            Some(b'{') => json.members(&mut |json| self.add(json)),
            _ => {
                let flaw = json.attempt(&mut self.list)?;
                self.flaws.extend(flaw);
                Ok(())
            }
        }
    }
}
