//! How to cite an item: GB/T 7714 to be read and copied, and the forms that programs read, to be copied or saved as a file.

use jianbao_engine::corpus::{Item, Role};
use jianbao_engine::export::{bibtex, csl, gbt7714_in, ris};
use yew::prelude::*;

use super::Opened;
use super::source::given;
use crate::app::components::icon::{Glyph, icon};
use crate::app::hooks::Copier;
use crate::app::i18n::{Text, article as words};
use crate::app::save::save;

/// A form of a reference for programs: its name, its file's ending and media type, and what writes it.
type Form = (&'static str, &'static str, &'static str, fn(&Item, &str) -> String);

const FORMS: [Form; 3] = [
    ("RIS", ".ris", "application/x-research-info-systems", ris),
    ("BibTeX", ".bib", "application/x-bibtex", bibtex),
    ("CSL-JSON", ".json", "application/vnd.citationstyles.csl+json", csl_file),
];

/// How much of a headline names a file, in characters.
const NAME: usize = 24;

/// A file of one reference.
fn csl_file(item: &Item, language: &str) -> String {
    ["[", &csl(item, language), "]\n"].concat()
}

/// A citation with what copies it, and the other forms.
pub(super) fn citation(opened: Opened<'_>) -> Html {
    let Opened { item, copier, .. } = opened;
    let language = opened.reader.language;
    let text = gbt7714_in(item, language.tag());
    let version = item.version(language.tag());
    let lang = given(&version.as_printed().language).map(|language| AttrValue::from(language.to_owned()));
    let label = words::COPY.get(language);
    html! {
        <div class="cite">
            <p>
                <b>{ "GB/T 7714" }</b>
                <cite ref={copier.map(|copier| copier.shown.clone()).unwrap_or_default()} {lang}>{ text.clone() }</cite>
            </p>
            { copier.map(|copier| copy(opened, copier, ("btn", label.to_owned(), label), text)) }
            <ul class="cf" aria-label={words::OTHER_FORMS.get(language)}>{ for FORMS.map(|form| other(opened, form)) }</ul>
        </div>
    }
}

/// What copies a text: its class, its name, and the words in it.
pub(super) fn copy(
    opened: Opened<'_>,
    copier: &Copier,
    (class, name, words): (&'static str, String, &'static str),
    text: String,
) -> Html {
    let (glyph, words) = match copier.outcome(&text) {
        Some(true) => (Glyph::Check, words::COPIED.get(opened.reader.language)),
        _ => (Glyph::Copy, words),
    };
    // While it says that it has copied, that is its name, too.
    let name = (glyph == Glyph::Copy).then_some(name);
    let onclick = copier.copy.reform(move |_: MouseEvent| text.clone());
    html! {
        <button type="button" {class} aria-label={name} {onclick}>{ icon(glyph) }<span>{ words }</span></button>
    }
}

fn other(opened: Opened<'_>, (name, ending, media_type, write): Form) -> Html {
    let language = opened.reader.language;
    let text = write(opened.item, language.tag());
    let called = |form: Text| form.fill(language, &[name]);
    let copied =
        opened.copier.map(|copier| copy(opened, copier, ("btn q", called(words::COPY_FORM), name), text.clone()));
    let headline = opened.version.headline(Role::Main).map_or("", |said| said.text);
    let file = file_name(headline, ending);
    let onclick = Callback::from(move |_: MouseEvent| save(&file, media_type, &text));
    let label = called(words::SAVE_FORM);
    html! {
        <li>
            { copied }
            <button type="button" class="ib" title={label.clone()} aria-label={label} {onclick}>{ icon(Glyph::Save) }</button>
        </li>
    }
}

/// The name of a file: the beginning of the headline, without what names of files or their ends may not have.
fn file_name(headline: &str, ending: &str) -> String {
    let plain = |char: &char| !char.is_control() && !"\\/:*?\"<>|.".contains(*char);
    let name: String = headline.chars().filter(plain).take(NAME).collect();
    let name = name.trim();
    [if name.is_empty() { "jianbao" } else { name }, ending].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_by_the_headline_and_nothing_leads_out_of_the_folder() {
        assert_eq!(file_name("甲地“修路”", ".ris"), "甲地“修路”.ris");
        assert_eq!(file_name("../a\\b:c", ".bib"), "abc.bib");
        assert_eq!(file_name(&"长".repeat(99), ".json").chars().count(), NAME + 5);
        assert_eq!(file_name(" ? ", ".ris"), "jianbao.ris");
    }

    #[test]
    fn a_file_of_csl_is_a_list_of_one() {
        let text = csl_file(&Item { uri: "urn:x".into(), ..Item::default() }, "en");
        assert!(text.starts_with("[{") && text.ends_with("}]\n"), "{text}");
    }
}
