//! Some items of a corpus as a corpus of their own, which can be opened and searched again.

use crate::corpus::Envelope;
use crate::search::Writer;

/// What stands after the items.
pub const END: &str = "]}";

/// What stands before the items in the JSON of a corpus that says about itself what another does. After it go items of that
/// corpus, each as it is written there, parted by commas; then [`END`].
pub fn corpus(envelope: &Envelope) -> String {
    let mut to = Writer::new(1024);
    to.open('{');
    to.key("standard").raw(r#"{"name":"jianbao","version":"1.0"}"#);
    said(&mut to, envelope);
    to.key("translations").list(&envelope.translations, |to, version| {
        to.open('{');
        said(to, version);
        to.close('}');
    });
    to.key("items").open('[');
    to.text
}

/// What a corpus, or a version of it, says about itself.
fn said(to: &mut Writer, envelope: &Envelope) {
    for (key, text) in [("language", &envelope.language), ("title", &envelope.title), ("note", &envelope.note)] {
        if !text.is_empty() {
            to.key(key).string(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::ItemId;
    use crate::search::Archive;

    fn archive(json: &str) -> Archive {
        Archive::from_bytes(json.as_bytes().to_vec()).unwrap().0
    }

    #[test]
    fn what_is_taken_out_can_be_opened_again_and_has_all_that_it_had() {
        let whole = archive(
            r#"{"title": "甲\"乙", "language": "zh-Hans", "note": "丙", "translations": [{"language": "en", "title": "A"}],
                "items": [{"uri": "1", "mine": [1, {"2": null}], "bodies": [{"value": "丁"}]}, {"uri": "2", "bodies": [{"value": "戊"}]}]}"#,
        );
        let id = whole.corpus().id_of("1").unwrap();
        let part = archive(&[&corpus(&whole.corpus().envelope), &*whole.corpus().raw(id), END].concat());
        assert_eq!(part.len(), 1);
        assert_eq!(part.corpus().raw(ItemId(0)), whole.corpus().raw(id));
        assert_eq!(part.corpus().envelope.title, "甲\"乙");
        assert_eq!(part.corpus().envelope.translations[0].title, "A");
    }

    #[test]
    fn a_corpus_of_no_items_is_one() {
        let empty = r#"{"standard":{"name":"jianbao","version":"1.0"},"translations":[],"items":[]}"#;
        assert_eq!([&corpus(&Envelope::default()), END].concat(), empty);
    }
}
