//! The members of a JSON object, each with its value as it is written: so a value can be passed on without changing a
//! byte of it, and its place in the text can be told.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// Names and values, in the order of the text.
pub(crate) struct Members<'a>(pub(crate) Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Collect)
    }
}

struct Collect;

impl<'de> Visitor<'de> for Collect {
    type Value = Members<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Members(members))
    }
}

/// The column of a byte in a line: in characters, from 1.
pub(crate) fn column(line: &str, offset: usize) -> usize {
    line.char_indices().take_while(|(at, _)| *at < offset).count() + 1
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]
mod tests {
    use jianbao_edit::offset;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn values_stand_as_they_were_written() {
        let text = r#"{"a": 1.50, "漳": [ "x" ], "a": null}"#;
        let Members(members) = serde_json::from_str(text).unwrap();
        let shown: Vec<_> = members.iter().map(|(name, value)| (name.as_str(), value.get())).collect();
        assert_eq!(shown, [("a", "1.50"), ("漳", "[ \"x\" ]"), ("a", "null")]);
        assert_eq!(column(text, offset(text, members[1].1.get())), 18);
    }

    proptest! {
        #[test]
        fn columns_are_those_of_a_count_by_hand(line in "[a漳𠮷\"]{0,30}", offset in 0usize..100) {
            let by_hand = 1 + (0..offset.min(line.len())).filter(|&at| line.is_char_boundary(at)).count();
            prop_assert_eq!(column(&line, offset), by_hand);
        }

        #[test]
        fn each_value_is_told_where_it_stands(names in prop::collection::vec("[a-c漳]{0,3}", 0..6), blanks in " {0,3}") {
            let (mut text, mut places) = ("{".to_owned(), Vec::new());
            for (index, name) in names.iter().enumerate() {
                text += &format!("{}{blanks}\"{name}\":{blanks}", if index > 0 { "," } else { "" });
                places.push(text.chars().count() + 1);
                text += "7";
            }
            text.push('}');
            let Members(members) = serde_json::from_str(&text).unwrap();
            let told: Vec<_> = members.iter().map(|(_, value)| column(&text, offset(&text, value.get()))).collect();
            prop_assert_eq!(told, places);
        }
    }
}
