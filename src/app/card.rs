//! What can stand over the archive in a card of its own: the profile of a facet's value, or what the archive says of itself.

use jianbao_engine::search::FacetName;

/// What a card is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Card {
    /// The archive.
    About,
    /// A value of a facet, in the corpus' own language: a person, an organisation, a place.
    Value(FacetName, String),
}

impl Card {
    /// The facets whose values have cards that can be asked for.
    pub const FACETS: [FacetName; 3] = [FacetName::Person, FacetName::Organisation, FacetName::Place];

    /// As it stands in an address: `about`, `person:谢宏坤`.
    pub fn written(&self) -> String {
        match self {
            Self::About => "about".to_owned(),
            Self::Value(facet, value) => [facet.name(), ":", value].concat(),
        }
    }

    /// The card of an address; `None` where it says none.
    pub fn read(text: &str) -> Option<Self> {
        if text == "about" {
            return Some(Self::About);
        }
        let (name, value) = text.split_once(':')?;
        let facet = FacetName::named(name)?;
        (!value.is_empty()).then(|| Self::Value(facet, value.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_as_the_same_card() {
        let value = |facet, value: &str| Card::Value(facet, value.to_owned());
        for card in [Card::About, value(FacetName::Person, "谢宏坤"), value(FacetName::Place, "甲: 乙")] {
            assert_eq!(Card::read(&card.written()), Some(card));
        }
    }

    #[test]
    fn what_is_no_card_is_none() {
        assert_eq!(["", "nobody", "colour:red", "person:"].map(Card::read), [const { None }; 4]);
    }
}
