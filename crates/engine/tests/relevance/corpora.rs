//! The corpora that are searched: the bundled one, and real ones where they lie beside the project.

use std::io::BufRead;
use std::path::PathBuf;

use jianbao_engine::search::Archive;
use serde_json::{Value, json};

/// The corpus that the widget ships with.
pub(crate) fn bundled() -> Archive {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../www/corpus/zhangzhou.json");
    Archive::from_bytes(std::fs::read(path).unwrap()).unwrap().0
}

/// Every so many items of a corpus in `../shared/corpora`; `None`, and a word about it, where it is not there.
pub(crate) fn shared(name: &str, every: usize) -> Option<Archive> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/corpora"));
    let places = [folder, PathBuf::from(std::env::var_os("JIANBAO_CORPORA").unwrap_or_default())];
    let Some(file) = places.iter().find_map(|folder| std::fs::File::open(folder.join(name)).ok()) else {
        println!("Skipped: {name} is not beside the project; JIANBAO_CORPORA may name its folder.");
        return None;
    };
    let lines = std::io::BufReader::new(file).lines().map(Result::unwrap);
    let items: Vec<Value> = lines.step_by(every).map(|line| item(&serde_json::from_str(&line).unwrap())).collect();
    Some(Archive::from_bytes(json!({ "items": items }).to_string().into()).unwrap().0)
}

/// A corpus file as it is.
pub(crate) fn file(path: &str) -> Archive {
    Archive::from_bytes(std::fs::read(path).unwrap()).unwrap().0
}

/// A line of such a corpus as an item.
fn item(line: &Value) -> Value {
    let paragraphs: Vec<&str> = line["paragraphs"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let topics: Vec<Value> =
        line["topics"].as_array().into_iter().flatten().map(|name| json!({ "name": name })).collect();
    json!({
        "uri": line["id"], "headlines": [{"role": "main", "value": line["title"]}], "eventDate": line["date"],
        "bodies": [{"role": "main", "value": paragraphs.join("\n")}], "subjects": topics,
    })
}
