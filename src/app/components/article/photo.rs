//! Pictures of which only the caption is left.

use yew::prelude::*;

use super::Opened;
use super::text::{lang, marked};
use crate::app::components::icon::{Glyph, icon};
use crate::app::i18n::article as words;

/// An empty frame with its caption for each picture that has one.
pub(super) fn photos(opened: Opened<'_>) -> Html {
    let language = opened.reader.language;
    let captions = opened.version.captions().filter_map(|(_, caption)| caption);
    captions
        .map(|caption| {
            html! {
                <figure class="nophoto" part="photo">
                    <div class="np-box" role="img" aria-label={words::NO_PHOTO.get(language)}>
                        { icon(Glyph::Photo) }
                        <span>{ words::NO_PHOTO_KEPT.get(language) }</span>
                    </div>
                    <figcaption>
                        <span lang={lang(caption)}>{ marked(opened.reader, opened.query, caption.text) }</span>
                        <small>{ words::ONLY_CAPTION.get(language) }</small>
                    </figcaption>
                </figure>
            }
        })
        .collect()
}
