//! Items as a table: CSV after RFC 4180, a row an item, lines ending with CR LF. Several names in one field are parted by `; `.
//!
//! A field that a spreadsheet would take for a formula (one that begins with `=`, `+`, `-`, `@`) gets an apostrophe before it, as
//! spreadsheets have it for text: a corpus is anybody's text.

use crate::corpus::{Entity, Item, Role, Said};

/// The first row.
pub const HEAD: &str =
    "uri,date,published,newspaper,section,page,headline,printed,summary,people,organisations,places,subjects,body\r\n";

/// The row of an item, in the language version for a reader of `language` (BCP 47).
pub fn csv(item: &Item, language: &str) -> String {
    let version = item.version(language);
    let names = |list: &[Entity]| list.iter().map(|entity| entity.name.as_str()).collect::<Vec<_>>().join("; ");
    let text = |said: Option<Said<'_>>| said.map_or_else(String::new, |said| said.text.to_owned());
    let fields = [
        item.uri.clone(),
        item.date_text().unwrap_or_default().to_owned(),
        item.date_published.clone().unwrap_or_default(),
        item.newspaper().unwrap_or_default().to_owned(),
        item.print_section.clone(),
        item.print_page.clone(),
        text(version.headline(Role::Main)),
        version.printed().map(|line| line.text).collect::<Vec<_>>().join("; "),
        text(version.summary()),
        names(&item.people),
        names(&item.organisations),
        names(&item.places),
        names(&item.subjects),
        text(version.body()),
    ];
    let mut row = fields.map(|value| field(&value)).join(",");
    row.push_str("\r\n");
    row
}

/// A value as a field, in quotes where it needs them.
fn field(value: &str) -> String {
    let formula = if value.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    if formula.is_empty() && !value.contains(['"', ',', '\n', '\r']) {
        return value.to_owned();
    }
    ["\"", formula, &value.replace('"', "\"\""), "\""].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Valued;

    #[test]
    fn a_row_has_a_field_for_each_column_and_a_body_its_line_breaks() {
        let item = Item {
            uri: "a".into(),
            event_date: Some("2025-03~".into()),
            headlines: vec![Valued { role: "main".into(), value: "甲, \"乙\"".into() }],
            bodies: vec![Valued { role: "main".into(), value: "一\n二".into() }],
            people: ["丙", "丁"].map(|name| Entity { name: name.into(), ..Entity::default() }).into(),
            ..Item::default()
        };
        assert_eq!(csv(&item, "zh"), "a,2025-03~,,,,,\"甲, \"\"乙\"\"\",,,丙; 丁,,,,\"一\n二\"\r\n");
        assert_eq!(HEAD.matches(',').count(), csv(&Item::default(), "zh").matches(',').count());
    }

    #[test]
    fn no_field_is_a_formula() {
        assert_eq!(field("=HYPERLINK(1)"), "\"'=HYPERLINK(1)\"");
        assert_eq!(field("2025-03"), "2025-03");
    }
}
