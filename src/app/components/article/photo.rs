//! Pictures of which only the caption is left.

use yew::prelude::*;

use jianbao_engine::corpus::Version;

use super::Hits;
use super::text::{lang, marked_in};
use crate::app::components::icon::{Glyph, icon};
use crate::app::context::Reader;
use crate::app::i18n::article as words;

/// An empty frame with its caption for each picture that has one.
pub(in crate::app::components) fn captions(reader: &Reader, sought: (&str, &Hits), version: Version<'_>) -> Html {
    let language = reader.language;
    let captions = version.captions().filter_map(|(_, caption)| caption);
    captions
        .map(|caption| {
            html! {
                <figure class="nophoto" part="photo">
                    <div class="np-box" role="img" aria-label={words::NO_PHOTO.get(language)}>
                        { icon(Glyph::Photo) }
                        <span>{ words::NO_PHOTO_KEPT.get(language) }</span>
                    </div>
                    <figcaption>
                        <span lang={lang(caption)}>{ marked_in(reader, sought, caption.text) }</span>
                        <small>{ words::ONLY_CAPTION.get(language) }</small>
                    </figcaption>
                </figure>
            }
        })
        .collect()
}
