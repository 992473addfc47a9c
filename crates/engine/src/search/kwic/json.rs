//! Lines as JSON: what `jianbao search --kwic --json` prints.

use super::{Kwic, KwicSort, Line};
use crate::search::write::Writer;

impl Kwic {
    /// Lines of these places as JSON, on one line.
    pub fn json(&self, query: &str, understood: &str, sort: KwicSort, lines: &[Line]) -> String {
        let mut json = Writer::new(256 * (lines.len() + 1));
        json.open('{');
        json.key("query").string(query);
        json.key("understood").string(understood);
        json.key("total").number(self.total);
        json.key("items").number(self.items);
        json.key("sort").string(sort.name());
        json.key("lines").list(lines, line);
        json.close('}');
        json.text
    }
}

fn line(json: &mut Writer, line: &Line) {
    json.open('{');
    json.key("uri").string(&line.uri);
    json.key("date");
    match &line.date {
        Some(date) => json.string(date),
        None => json.raw("null"),
    }
    json.key("headline").open('{');
    json.key("text").string(&line.headline);
    json.key("language").string(&line.headline_language);
    json.close('}');
    json.key("field").string(line.field.name());
    json.key("paragraph").number(line.paragraph);
    for (name, text) in [("left", &line.left), ("keyword", &line.keyword), ("right", &line.right)] {
        json.key(name).string(text);
    }
    json.key("mark").list(&line.mark, |json, &unit| json.number(unit));
    json.key("language").string(&line.language);
    json.close('}');
}
