//! References to what is kept, in the order in which it was kept.

use jianbao_engine::export::{gbt7714_in, ris};
use jianbao_engine::search::Archive;

use super::Clippings;

/// The forms that there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// GB/T 7714—2015: numbered lines for people.
    Gbt7714,
    /// RIS: records for programs.
    Ris,
}

/// References to all items that are kept and that the archive has, for a reader of a language (BCP 47). An item with
/// nothing but a note is not kept.
pub fn references(clippings: &Clippings, archive: &Archive, language: &str, form: Form) -> String {
    let mut text = String::new();
    let kept = clippings.latest_first().filter(|item| item.kept > 0);
    for (at, id) in kept.filter_map(|item| archive.id_of(&item.uri)).enumerate() {
        let item = archive.item(id);
        match form {
            Form::Gbt7714 => text.extend(["[", &(at + 1).to_string(), "] ", &gbt7714_in(&item, language), "\r\n"]),
            Form::Ris => text.push_str(&ris(&item, language)),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::desk::Clipping;

    #[test]
    fn what_is_kept_and_still_there_is_cited_the_latest_first() {
        let corpus = r#"{"items": [{"uri": "a", "headlines": [{"value": "甲"}]}, {"uri": "b", "headlines": [{"value": "乙"}]},
            {"uri": "c", "headlines": [{"value": "丙"}]}]}"#;
        let archive = Archive::from_bytes(corpus.as_bytes().to_vec()).unwrap().0;
        let item = |uri: &str, kept| Clipping { uri: uri.into(), kept, note: "注".into(), ..Clipping::default() };
        let clippings =
            Clippings { items: vec![item("a", 1), item("b", 2), item("c", 0), item("x", 9)], ..Clippings::default() };
        let cited = references(&clippings, &archive, "zh-Hans", Form::Gbt7714);
        assert_eq!(
            cited,
            "[1] 乙[N]. [报名不详], [日期不详]([版次不详]).\r\n[2] 甲[N]. [报名不详], [日期不详]([版次不详]).\r\n"
        );
        assert_eq!(references(&clippings, &archive, "en", Form::Ris).matches("TY  - NEWS").count(), 2);
    }
}
