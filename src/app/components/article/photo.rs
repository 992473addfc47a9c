//! Pictures: those that are there, and those of which only the caption is left.
//!
//! A picture is asked for only from where the corpus came from (`app/article/picture.rs`), when it comes near the window. One that
//! does not come gives way to the empty frame. The frame stands beside it all the time, and the style sheet shows one of the two, so
//! that nothing has to be drawn anew.

use jianbao_engine::corpus::{Association, ItemId, Said, Version};
use wasm_bindgen::JsCast;
use web_sys::{Element, Url};
use yew::prelude::*;

use super::Hits;
use super::text::{lang, marked_in};
use crate::app::article::{Picture, may_be_asked, picture};
use crate::app::components::icon::{Glyph, icon};
use crate::app::context::Reader;
use crate::app::i18n::{Text, article as words};

/// What stands in place of a picture that is not there.
const EMPTY: &str = "nophoto";

/// A picture with its caption.
pub(in crate::app::components) struct Photo<'a> {
    /// The line under it.
    pub(in crate::app::components) caption: Option<Said<'a>>,
    /// Its name in the corpus.
    name: &'a str,
    kept: Kept,
}

/// Where a picture is.
enum Kept {
    /// Only its caption is left.
    Nowhere,
    /// Where the widget asks for nothing.
    Elsewhere,
    /// Where the corpus came from.
    Here(Picture),
}

impl Photo<'_> {
    /// The picture, where it may be asked for.
    pub(in crate::app::components) fn picture(&self) -> Option<&Picture> {
        match &self.kept {
            Kept::Here(picture) => Some(picture),
            _ => None,
        }
    }
}

/// The pictures of an item, those without a caption only where they may be asked for.
#[inline(never)]
pub(in crate::app::components) fn photos<'a>(reader: &Reader, id: ItemId, version: Version<'a>) -> Vec<Photo<'a>> {
    let photo = |(association, caption): (&'a Association, Option<Said<'a>>)| {
        let kept = kept(reader, id, association);
        let is_shown = caption.is_some() || matches!(kept, Kept::Here(_));
        is_shown.then_some(Photo { caption, name: &association.name, kept })
    };
    version.captions().filter_map(photo).collect()
}

fn kept(reader: &Reader, id: ItemId, association: &Association) -> Kept {
    if association.addressed().next().is_none() {
        return Kept::Nowhere;
    }
    let Some((base, home)) = place(reader.archive.corpus().address(id)) else { return Kept::Elsewhere };
    let resolve = |href: &str| {
        let address = Url::new_with_base(href, &base).ok()?.href();
        may_be_asked(&address, &home).then_some(address)
    };
    picture(association, &resolve).map_or(Kept::Elsewhere, Kept::Here)
}

/// What addresses in a corpus are relative to, and where it came from: a corpus without an address from the page.
fn place(address: &str) -> Option<(String, String)> {
    if !address.is_empty() {
        return Some((address.to_owned(), address.to_owned()));
    }
    let document = web_sys::window()?.document()?;
    Some((document.base_uri().ok()??, document.url().ok()?))
}

/// Each picture with its caption, or an empty frame with it.
#[inline(never)]
pub(in crate::app::components) fn figures(reader: &Reader, sought: (&str, &Hits), photos: &[Photo<'_>]) -> Html {
    photos.iter().enumerate().map(|(at, photo)| figure(reader, sought, at, photo)).collect()
}

fn figure(reader: &Reader, sought: (&str, &Hits), at: usize, photo: &Photo<'_>) -> Html {
    let (src, class, image, empty) = match &photo.kept {
        Kept::Nowhere => ("", EMPTY, Html::default(), words::NO_PHOTO_KEPT),
        Kept::Elsewhere => ("", EMPTY, Html::default(), words::PHOTO_ELSEWHERE),
        Kept::Here(picture) => (&*picture.src, picture.shape().class(), image(picture, photo), words::PHOTO_FAILED),
    };
    let is_lost = matches!(photo.kept, Kept::Nowhere);
    let name = if is_lost { words::NO_PHOTO } else { empty };
    let caption = photo.caption.map(|caption| {
        html! {
            <figcaption>
                <span lang={lang(caption)}>{ marked_in(reader, sought, caption.text) }</span>
                if is_lost { <small>{ words::ONLY_CAPTION.get(reader.language) }</small> }
            </figcaption>
        }
    });
    // Another file is another element: that one has not come says nothing of the next.
    let key = [&at.to_string(), src].concat();
    html! { <figure {key} {class} part="photo">{ image }{ frame(reader, name, empty) }{ caption }</figure> }
}

/// The empty frame.
fn frame(reader: &Reader, name: Text, empty: Text) -> Html {
    html! {
        <div class="np-box" role="img" aria-label={name.get(reader.language)}>
            { icon(Glyph::Photo) }
            <span>{ empty.get(reader.language) }</span>
        </div>
    }
}

/// The picture. Its caption says what it shows, and stands beside it: only a picture without one is named.
fn image(picture: &Picture, photo: &Photo<'_>) -> Html {
    let alt = if photo.caption.is_some() { "" } else { photo.name }.to_owned();
    let (width, height) = picture.size.map(|(width, height)| (width.to_string(), height.to_string())).unzip();
    let sizes = picture.srcset.is_some().then_some("auto, 100vw");
    let onerror = Callback::from(|event: Event| {
        event.target().and_then(|image| image.dyn_into().ok()).as_ref().map(lose);
    });
    html! {
        <img {alt} {width} {height} loading="lazy" decoding="async" referrerpolicy="no-referrer" {sizes}
            srcset={picture.srcset.clone()} src={picture.src.clone()} {onerror} />
    }
}

/// Shows the empty frame in place of a picture that has not come.
pub(crate) fn lose(image: &Element) {
    if let Some(figure) = image.parent_element() {
        figure.set_class_name(EMPTY);
    }
}
