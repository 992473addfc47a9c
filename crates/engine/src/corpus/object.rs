//! Objects are read from objects only.
//!
//! What serde derives takes an array of a struct's fields in their order, too: `["main", "题"]` for a headline. No corpus
//! means that, and an array in the place of an object is a mistake to report.

/// Makes types whose reading is derived for `remote = "Self"` readable from JSON objects, and from nothing else.
macro_rules! read_from_objects_only {
    ($($type:ident),+) => { $(
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Object;
                impl<'de> serde::de::Visitor<'de> for Object {
                    type Value = $type;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str("an object")
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<$type, A::Error> {
                        $type::deserialize(serde::de::value::MapAccessDeserializer::new(map))
                    }
                }
                deserializer.deserialize_map(Object)
            }
        }
    )+ };
}

pub(super) use read_from_objects_only;
