//! Items as IPTC ninjs 3.1 has them: as they are written, less what our profile adds. The corpus schema tells which
//! properties those are, so that there is one list of them.

use std::collections::HashSet;
use std::sync::LazyLock;

use jianbao_engine::corpus::Corpus;
use serde_json::{Map, Value};

use super::One;

const SCHEMA: &str = include_str!("../../../../www/corpus/schema.json");

/// Lists of entities, and the definitions that they follow.
const ENTITIES: [(&str, &str); 4] =
    [("people", "person"), ("organisations", "named"), ("places", "named"), ("subjects", "named")];

/// The properties of each definition that are not of ninjs.
static PROFILE: LazyLock<Vec<(&str, HashSet<String>)>> = LazyLock::new(|| {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap_or_default();
    let of = |definition| {
        let properties = schema["$defs"][definition]["properties"].as_object().into_iter().flatten();
        let own = properties.filter(|(_, schema)| schema["$comment"] == "profile");
        (definition, own.map(|(name, _)| name.clone()).collect())
    };
    ["item", "translation", "person", "named"].map(of).into()
});

/// The beginning of a list.
pub(super) fn head(_: &Corpus, _: &str) -> String {
    "[\n".to_owned()
}

/// The item; its translations are items of their own in ninjs, under the same uri, and are not part of it.
pub(super) fn item(one: &One<'_>) -> String {
    match serde_json::from_str::<Value>(one.json) {
        Ok(Value::Object(mut item)) => {
            strip(&mut item, "item");
            for (list, definition) in ENTITIES {
                for entity in item.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten() {
                    entity.as_object_mut().into_iter().for_each(|entity| strip(entity, definition));
                }
            }
            Value::Object(item).to_string()
        }
        // An item of a corpus is an object, or it would not have been read.
        _ => one.json.to_owned(),
    }
}

fn strip(object: &mut Map<String, Value>, definition: &str) {
    if let Some((_, own)) = PROFILE.iter().find(|(name, _)| *name == definition) {
        object.retain(|name, _| !own.contains(name));
    }
}
