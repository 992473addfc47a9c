//! What the archive says about itself, and that nothing leaves the page.

use yew::prelude::*;

use crate::app::components::masthead::about;
use crate::app::i18n::{Language, shell};
use crate::app::state::Action;

/// The foot of the widget, with the archive's note. Of a long one the first sentence is shown, and the rest on demand.
pub fn footer(language: Language, note: &str, has_archive: bool, dispatch: &Callback<Action>) -> Html {
    let (first, rest) = first_sentence(note);
    html! {
        <footer class="foot" part="footer">
            <div class="foot-n">
                if rest.is_empty() {
                    <p>{ first }</p>
                } else {
                    <details><summary>{ first }</summary><p>{ rest }</p></details>
                }
            </div>
            <p>{ shell::PRIVATE.get(language) }{ about(language, has_archive, dispatch) }</p>
        </footer>
    }
}

/// A text's first sentence, and the rest.
fn first_sentence(text: &str) -> (&str, &str) {
    let chinese = text.find('。').map(|at| at + '。'.len_utf8());
    let english = text.find(". ").map(|at| at + 1);
    let at = match (chinese, english) {
        (Some(a), Some(b)) => a.min(b),
        (one, other) => one.or(other).unwrap_or(text.len()),
    };
    let (first, rest) = text.split_at(at);
    (first.trim(), rest.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_parted_after_its_first_sentence() {
        assert_eq!(first_sentence("一句。又一句。"), ("一句。", "又一句。"));
        assert_eq!(first_sentence("One. Two."), ("One.", "Two."));
        assert_eq!(first_sentence("只有一句"), ("只有一句", ""));
        assert_eq!(first_sentence(""), ("", ""));
    }
}
