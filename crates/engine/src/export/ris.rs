//! A reference as RIS, which EndNote, Zotero, NoteExpress and others read: a line a field, `TY  - NEWS` to `ER  - `.
//!
//! The tags are those of the RIS specification of Research Information Systems (2011): `TY AU TI T2 ET PY DA SP LA KW AB ID N1`. A
//! date that is not known to the day leaves out what is not known (`DA  - 2025/03//`). What the source lacks has no line.

use super::reference::Reference;
use crate::corpus::Item;

/// One record with its last line break; lines end with CR LF, as the format has it.
pub fn ris(item: &Item, language: &str) -> String {
    let reference = Reference::in_language(item, language);
    let mut record = String::new();
    let mut line = |tag: &str, value: &str| {
        record.extend([tag, "  - "]);
        // A line break within a value would begin another field.
        record.extend(value.chars().map(|char| if char.is_control() { ' ' } else { char }));
        record.push_str("\r\n");
    };
    line("TY", "NEWS");
    line("ID", reference.uri);
    reference.authors.iter().for_each(|author| line("AU", author));
    let optional = [("TI", reference.title.as_deref()), ("T2", reference.newspaper), ("ET", reference.edition)];
    optional.into_iter().for_each(|(tag, value)| value.into_iter().for_each(|value| line(tag, value)));
    if let Some(issued) = &reference.issued {
        let first = issued.text.split('/').next().unwrap_or_default();
        let mut parts = first.split('-');
        let [year, month, day] = [parts.next(), parts.next(), parts.next()].map(Option::unwrap_or_default);
        line("PY", year);
        if !month.is_empty() {
            line("DA", &[year, "/", month, "/", day, "/"].concat());
        }
    }
    reference.page.into_iter().for_each(|page| line("SP", page));
    line("LA", reference.language);
    reference.subjects.iter().for_each(|subject| line("KW", subject));
    reference.summary.into_iter().for_each(|summary| line("AB", summary));
    if reference.issued.as_ref().is_some_and(|issued| issued.is_estimate) {
        line("N1", "The date of the issue is not known; it was worked out from the event.");
    }
    if reference.is_own_title {
        line("N1", "The title is the archive’s own.");
    }
    line("ER", "");
    record
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Entity, Valued};

    fn item() -> Item {
        let headline = |role: &str, value: &str| Valued { role: role.into(), value: value.into() };
        Item {
            uri: "urn:x:1".into(),
            language: "zh-Hans-CN".into(),
            headlines: vec![headline("printed", "甲地修路"), headline("printed", "乙地架桥")],
            by: "记者 甲某 乙某".into(),
            info_sources: vec![Entity { name: "某报".into(), ..Entity::default() }],
            date_published: Some("2025-03-14".into()),
            print_page: "06".into(),
            subjects: vec![Entity { name: "交通".into(), ..Entity::default() }],
            ..Item::default()
        }
    }

    #[test]
    fn a_known_item_is_one_record_with_a_field_a_line() {
        let record = ris(&item(), "zh-Hans");
        let expected = "TY  - NEWS\r\nID  - urn:x:1\r\nAU  - 甲某\r\nAU  - 乙某\r\nTI  - 甲地修路：乙地架桥\r\nT2  - 某报\r\n\
                        PY  - 2025\r\nDA  - 2025/03/14/\r\nSP  - 06\r\nLA  - zh-Hans-CN\r\nKW  - 交通\r\nER  - \r\n";
        assert_eq!(record, expected);
    }

    #[test]
    fn an_issue_that_is_not_known_to_the_day_has_none_and_says_so() {
        let record = ris(&Item { date_published: None, event_date: Some("2025-03-14".into()), ..item() }, "en");
        assert!(
            record.contains("DA  - 2025/03//\r\n") && record.contains("N1  - The date of the issue is not known"),
            "{record}"
        );
        assert!(!ris(&Item { date_published: None, ..item() }, "en").contains("PY"));
    }

    #[test]
    fn no_text_can_begin_a_field_of_its_own() {
        let record = ris(&Item { uri: "a\r\nER  - \r\nTY  - BOOK".into(), ..item() }, "en");
        assert_eq!(record.matches("\r\nTY").count() + record.matches("\r\nER").count(), 1);
    }
}
