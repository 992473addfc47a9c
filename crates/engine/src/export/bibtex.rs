//! A reference as BibTeX, with the fields of biblatex's `@article` (Lehman and others, “The biblatex package”): a date is EDTF
//! there, so that one that was worked out is marked as such (`2025-03~`). What the source lacks has no field.

use super::reference::Reference;
use crate::corpus::Item;

/// One entry with its last line break. Its key is made of the letters and digits of the item's uri.
pub fn bibtex(item: &Item, language: &str) -> String {
    let reference = Reference::in_language(item, language);
    let mut fields: Vec<(&str, String)> = Vec::new();
    let mut text = |name, value: Option<&str>| fields.extend(value.map(|value| (name, escaped(value))));
    text("title", reference.title.as_deref());
    text("journaltitle", reference.newspaper);
    text("pages", reference.page);
    text("edition", reference.edition);
    text("langid", Some(reference.language).filter(|language| !language.is_empty()));
    text("abstract", reference.summary);
    text("note", reference.is_own_title.then_some("The title is the archive’s own"));
    let list =
        |values: &[&str], between: &str| values.iter().map(|value| escaped(value)).collect::<Vec<_>>().join(between);
    if !reference.authors.is_empty() {
        // Braces keep a name in one piece, whatever stands in it.
        fields.push(("author", ["{", &list(&reference.authors, "} and {"), "}"].concat()));
    }
    if !reference.subjects.is_empty() {
        fields.push(("keywords", list(&reference.subjects, ", ")));
    }
    if let Some(issued) = &reference.issued {
        let mark = if issued.is_estimate { "~" } else { "" };
        let parts: Vec<String> = issued.text.split('/').map(|part| [part, mark].concat()).collect();
        fields.push(("date", parts.join("/")));
    }
    let mut entry = ["@article{", &key(reference.uri)].concat();
    for (name, value) in fields {
        entry.extend([",\n  ", name, " = {", &value, "}"]);
    }
    entry.push_str(",\n  entrysubtype = {newspaper}\n}\n");
    entry
}

/// A key of letters, digits and hyphens.
fn key(uri: &str) -> String {
    let kept: String = uri.chars().map(|char| if char.is_ascii_alphanumeric() { char } else { '-' }).collect();
    let key = kept.trim_matches('-');
    if key.is_empty() { "item".to_owned() } else { key.to_owned() }
}

/// A text without anything that TeX would obey.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => escaped.extend(['\\', char]),
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            char if char.is_control() => escaped.push(' '),
            char => escaped.push(char),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Entity, Valued};

    #[test]
    fn a_known_item_is_an_entry_and_an_estimated_date_says_that_it_is_one() {
        let item = Item {
            uri: "urn:jianbao:a:1".into(),
            language: "zh-Hans".into(),
            headlines: vec![Valued { role: "main".into(), value: "50%_甲".into() }],
            by: "甲某、乙某".into(),
            info_sources: vec![Entity { name: "某报".into(), ..Entity::default() }],
            event_date: Some("2025-03~".into()),
            ..Item::default()
        };
        let expected = "@article{urn-jianbao-a-1,\n  title = {50\\%\\_甲},\n  journaltitle = {某报},\n  langid = {zh-Hans},\n  \
                        author = {{甲某} and {乙某}},\n  date = {2025-03~},\n  entrysubtype = {newspaper}\n}\n";
        assert_eq!(bibtex(&item, "zh-Hans"), expected);
        assert!(!bibtex(&Item { event_date: None, ..item }, "zh-Hans").contains("date"));
    }

    #[test]
    fn nothing_in_a_text_is_a_command_or_ends_a_field() {
        assert_eq!(escaped("\\input{x} ~^\n"), "\\textbackslash{}input\\{x\\} \\textasciitilde{}\\textasciicircum{} ");
        assert_eq!((key("甲"), key("a,b}c")), ("item".to_owned(), "a-b-c".to_owned()));
    }
}
