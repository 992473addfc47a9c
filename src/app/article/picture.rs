//! Which of a picture's files may be asked for, and which of them fits.
//!
//! The widget asks nobody for anything but the corpus, and a corpus is hostile text. So a picture is asked for only from
//! where the corpus itself came from: by http or https from the same host and port; beside a page that was opened from disk,
//! from that page's folder or one within. Addresses are compared as the browser writes them out, when it has resolved them:
//! there no `..`, no backslash, no capital and no default port is left that could hide another place.

use jianbao_engine::corpus::{Association, Rendition};
use jianbao_engine::order::indices;

/// So many sizes of a picture are enough to choose from.
const MOST: usize = 16;

/// A picture with this width or more goes over all columns of a leading story.
const WIDE: u32 = 600;

/// One with this width or less is set in half of the measure, as upright ones are.
const NARROW: u32 = 320;

/// Beyond so many pixels a corpus does not mean what it says.
const LARGEST: u32 = 65_535;

/// A picture that may be asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// The address of its largest file, whole.
    pub src: String,
    /// All its files with their widths, as `srcset` has them; `None` where there is one, or where no width is known.
    pub srcset: Option<String>,
    /// Width and height of its largest file in pixels, where both are known.
    pub size: Option<(u32, u32)>,
}

/// How a picture stands on its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Its size is not known: in a frame.
    Unknown,
    /// Upright, or small: in half of the measure.
    Half,
    /// Lying, and of no great width.
    Full,
    /// Lying, and wide enough for several columns.
    Wide,
}

impl Shape {
    /// The class that says so in the style sheet.
    pub fn class(self) -> &'static str {
        match self {
            Self::Unknown => "photo is-free",
            Self::Half => "photo is-half",
            Self::Full => "photo",
            Self::Wide => "photo is-wide",
        }
    }
}

impl Picture {
    /// How it stands on its page.
    pub fn shape(&self) -> Shape {
        match self.size {
            None => Shape::Unknown,
            Some((width, height)) if height > width || width <= NARROW => Shape::Half,
            Some((WIDE.., _)) => Shape::Wide,
            Some(_) => Shape::Full,
        }
    }

    /// Its height as a part of its width.
    pub fn ratio(&self) -> Option<f64> {
        self.size.map(|(width, height)| f64::from(height) / f64::from(width))
    }
}

/// Whether a picture may be asked for whose corpus came from `home`: both addresses as the browser writes them out.
pub fn may_be_asked(picture: &str, home: &str) -> bool {
    // Beyond the machine's own name, which is empty, a fourth slash is another machine to some systems.
    place(home).is_some_and(|place| picture.starts_with(place)) && !picture.starts_with("file:////")
}

/// With what the addresses of pictures begin, up to a slash: scheme and host, from disk the folder, too.
fn place(home: &str) -> Option<&str> {
    let home = home.split(['?', '#']).next()?;
    let (scheme, rest) = home.split_once("://")?;
    let host = rest.find('/')?;
    let end = match scheme {
        "http" | "https" if host > 0 => host,
        "file" => rest.rfind('/')?,
        _ => return None,
    };
    home.get(..=scheme.len() + "://".len() + end).filter(|place| !place.contains('@') || scheme == "file")
}

/// The picture of an association, of those of its files that `resolve` gives a whole address for; `None` where there is none.
pub fn picture(association: &Association, resolve: &dyn Fn(&str) -> Option<String>) -> Option<Picture> {
    let files: Vec<&Rendition> = association.addressed().take(MOST).collect();
    let mut chosen: Option<(&Rendition, Picture)> = None;
    let (mut set, mut count, mut last) = (String::new(), 0, 0);
    // The widest first, those of unknown width last.
    for file in indices(files.iter().map(|file| u64::from(LARGEST - width(file)))).filter_map(|at| files.get(at)) {
        let Some(address) = resolve(&file.href) else { continue };
        let width = width(file);
        if chosen.as_ref().is_none_or(|(largest, _)| same_shape(file, largest)) && width > 0 && width != last {
            count += 1;
            last = width;
            add(&mut set, &address, width);
        }
        chosen.get_or_insert_with(|| (file, Picture { src: address, srcset: None, size: size(file) }));
    }
    let (_, picture) = chosen?;
    Some(Picture { srcset: (count > 1).then_some(set), ..picture })
}

/// Adds a file to a `srcset`.
fn add(set: &mut String, address: &str, width: u32) {
    // There a comma at the end of an address would part it from its width.
    if !address.ends_with(',') {
        let comma = if set.is_empty() { "" } else { ", " };
        [comma, address, " ", &width.to_string(), "w"].iter().for_each(|part| set.push_str(part));
    }
}

/// Width and height of a file, where both are known.
fn size(file: &Rendition) -> Option<(u32, u32)> {
    let (width, height) = (width(file), known(file.height.0));
    (width > 0 && height > 0).then_some((width, height))
}

fn width(file: &Rendition) -> u32 {
    known(file.width.0)
}

/// A length that can be meant, else 0.
fn known(pixels: u32) -> u32 {
    if pixels > LARGEST { 0 } else { pixels }
}

/// Whether one file shows what another does, and is no other cut of the picture: their proportions agree to a twentieth.
fn same_shape(one: &Rendition, other: &Rendition) -> bool {
    let product = |width: u32, height: u32| u64::from(known(width)) * u64::from(known(height));
    let (one, other) = (product(one.width.0, other.height.0), product(other.width.0, one.height.0));
    one == 0 || other == 0 || one.abs_diff(other) * 20 <= one.max(other)
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]
mod tests {
    use jianbao_engine::corpus::{Pixels, Renditions};
    use proptest::prelude::*;

    use super::*;

    const HOME: &str = "https://a.example/archive/corpus.json?v=2";

    fn file(href: &str, width: u32, height: u32) -> Rendition {
        Rendition { href: href.to_owned(), content_type: String::new(), width: Pixels(width), height: Pixels(height) }
    }

    fn chosen(files: &[Rendition]) -> Option<Picture> {
        let renditions = Renditions::from(files.to_vec());
        let resolve = |href: &str| (!href.starts_with("no")).then(|| ["https://a.example/", href].concat());
        picture(&Association { renditions, ..Association::default() }, &resolve)
    }

    #[test]
    fn a_picture_is_asked_for_only_where_the_corpus_came_from() {
        for picture in ["https://a.example/p.jpg", "https://a.example/archive/1/p.jpg?w=300#x"] {
            assert!(may_be_asked(picture, HOME), "{picture}");
        }
        let elsewhere = [
            "http://a.example/p.jpg",
            "https://a.example:8443/p.jpg",
            "https://b.example/p.jpg",
            "https://a.example.b.example/p.jpg",
            "https://a.example@b.example/p.jpg",
            "https://me@a.example/p.jpg",
            "https://b.example/?https://a.example/p.jpg",
            "data:image/png;base64,AAAA",
            "blob:https://a.example/1-2-3",
            "javascript:alert(1)",
            "javascript://a.example/%0aalert(1)",
            "ftp://a.example/p.jpg",
            "file:///archive/p.jpg",
            "about:blank",
            "",
        ];
        for picture in elsewhere {
            assert!(!may_be_asked(picture, HOME), "{picture}");
            assert!(!may_be_asked(picture, "about:blank"), "{picture}");
        }
        assert!(!may_be_asked("https://me@a.example/p.jpg", "https://me@a.example/corpus.json"));
        assert!(!may_be_asked("https:///p.jpg", "https:///corpus.json"));
    }

    #[test]
    fn beside_a_page_from_disk_it_is_one_of_the_page_s_own_folder() {
        let page = "file:///papers/a/news/index.html#x/y";
        assert!(may_be_asked("file:///papers/a/news/photos/p.jpg", page));
        assert!(may_be_asked("file:///papers/a/news/p.jpg", page));
        for picture in [
            "file:///papers/a/p.jpg",
            "file:///papers/a/news2/p.jpg",
            "file:///etc/p.jpg",
            "file://server/papers/a/news/p.jpg",
            "file:////server/papers/a/news/p.jpg",
            "https://a.example/papers/a/news/p.jpg",
        ] {
            assert!(!may_be_asked(picture, page), "{picture}");
        }
        assert!(may_be_asked("file:///p.jpg", "file:///index.html"));
        assert!(!may_be_asked("file:////server/p.jpg", "file:///index.html"));
    }

    #[test]
    fn the_widest_file_gives_the_size_and_the_others_are_there_to_choose() {
        let picture = chosen(&[file("s.jpg", 300, 200), file("l.jpg", 1200, 800), file("no.jpg", 2400, 1600)]).unwrap();
        assert_eq!(picture.src, "https://a.example/l.jpg");
        assert_eq!(picture.srcset.as_deref(), Some("https://a.example/l.jpg 1200w, https://a.example/s.jpg 300w"));
        assert_eq!((picture.size, picture.shape()), (Some((1200, 800)), Shape::Wide));
    }

    #[test]
    fn another_cut_of_the_picture_is_no_size_of_it() {
        let picture =
            chosen(&[file("square.jpg", 200, 200), file("l.jpg", 900, 600), file("m.jpg", 450, 301)]).unwrap();
        assert_eq!(picture.srcset.as_deref(), Some("https://a.example/l.jpg 900w, https://a.example/m.jpg 450w"));
    }

    #[test]
    fn without_a_width_the_first_file_is_taken_as_it_is() {
        let picture = chosen(&[file(" ", 0, 0), file("a.jpg", 0, 80), file("b.jpg", u32::MAX, 5)]).unwrap();
        assert_eq!(picture, Picture { src: "https://a.example/a.jpg".to_owned(), srcset: None, size: None });
        assert_eq!(picture.shape(), Shape::Unknown);
        assert_eq!(chosen(&[file("no.jpg", 9, 9)]), None);
        assert_eq!(chosen(&[]), None);
    }

    #[test]
    fn an_upright_or_small_picture_takes_half_of_the_measure() {
        assert_eq!(chosen(&[file("a.jpg", 600, 900)]).unwrap().shape(), Shape::Half);
        assert_eq!(chosen(&[file("a.jpg", 200, 100)]).unwrap().shape(), Shape::Half);
        assert_eq!(chosen(&[file("a.jpg", 500, 300)]).unwrap().shape(), Shape::Full);
    }

    #[test]
    fn an_address_that_ends_in_a_comma_does_not_break_the_others() {
        let picture = chosen(&[file("a.jpg,", 600, 400), file("b,c.jpg", 300, 200)]).unwrap();
        assert_eq!(picture.srcset.as_deref(), Some("https://a.example/b,c.jpg 300w"));
    }

    proptest! {
        #[test]
        fn what_may_be_asked_begins_with_the_place_of_the_corpus(
            picture in "(https?|file|data|blob:https|javascript)://(a|me@|b)?(\\.example)?(:1)?[/?#a.]{0,4}",
            home in "(https?|file)://(a|b)?(\\.example)?(:1)?/[/?#a]{0,3}",
        ) {
            let start = |address: &str| {
                let (scheme, rest) = address.split_once("://").unwrap();
                (scheme.to_owned(), rest.split(['/', '?', '#']).next().unwrap().to_owned())
            };
            if may_be_asked(&picture, &home) {
                prop_assert_eq!(start(&picture), start(&home));
            }
        }

        #[test]
        fn whatever_a_corpus_says_of_sizes_is_taken_without_a_fall(
            files in prop::collection::vec((0_u32..3, any::<u32>(), any::<u32>()), 0..20),
        ) {
            let files: Vec<_> = files.into_iter().map(|(name, width, height)| file(&name.to_string(), width, height)).collect();
            if let Some(picture) = chosen(&files) {
                prop_assert!(picture.ratio().is_none_or(|ratio| ratio > 0.0 && ratio.is_finite()));
                prop_assert!(picture.size.is_none_or(|(width, height)| width <= LARGEST && height <= LARGEST));
            }
        }
    }
}
