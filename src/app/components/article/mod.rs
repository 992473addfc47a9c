//! One item, read: its text, its key facts, where it comes from, and the ways on from it.
//!
//! [`Article`] parses the item when it is opened and hands it to its parts, one file each; they are functions, it alone has
//! state. Keys work while the focus is within the article and nowhere else; see [`keys`]. When an item is opened the focus goes
//! to the article, so that a screen reader starts there and the keys work at once; see [`focus`].

mod beside;
mod body;
mod cite;
mod day;
mod facts;
mod focus;
mod header;
mod hits;
mod keys;
mod neighbours;
mod on_this_day;
mod paper;
mod photo;
mod related;
mod source;
mod text;
mod toolbar;
mod tools;

use std::rc::Rc;

use jianbao_engine::corpus::{Item, ItemId, Version};
use yew::prelude::*;

use self::beside::others as versions;
use self::body::{body, count, said_aloud};
use self::facts::facts;
use self::focus::{use_focus_on, use_in_view};
use self::header::header;
pub(super) use self::hits::Hits;
use self::keys::on_keys;
use self::neighbours::neighbours;
use self::on_this_day::on_this_day;
pub(super) use self::paper::on_paper;
pub(crate) use self::photo::lose;
pub(super) use self::photo::{Photo, figures, photos};
use self::related::related;
use self::source::source;
pub(super) use self::text::{lang as language_of, opener};
use self::toolbar::toolbar;
use self::tools::tools;
use crate::app::article::Spot;
use crate::app::components::clippings::{keep_over_article, note, over, use_clip};
use crate::app::context::{Reader, use_reader};
use crate::app::hooks::{Copier, use_copier, use_speech};
use crate::app::state::Reading;

/// How many related items are shown.
const RELATED: usize = 3;
/// How many items of the same day in other years are shown.
const SAME_DAY: usize = 5;

/// Properties of [`Article`].
#[derive(Clone, PartialEq, Properties)]
pub struct ArticleProps {
    /// The item.
    pub id: ItemId,
    /// The query, whose words are marked.
    pub query: AttrValue,
    /// The place in its text at which it is opened, where it is one.
    #[prop_or_default]
    pub spot: Option<Rc<Spot>>,
    /// All items found, in the list's order.
    pub order: Rc<[ItemId]>,
    /// The size of the text: less than [`SCALES`](crate::app::state::SCALES).
    #[prop_or(1)]
    pub scale: usize,
    /// What the reader wants to see.
    #[prop_or_default]
    pub reading: Reading,
    /// Whether it stands in the place of an issue's page, whose items are the order.
    #[prop_or_default]
    pub is_on_page: bool,
}

/// What every part of the article is given.
#[derive(Clone, Copy)]
pub(crate) struct Opened<'a> {
    /// The archive, the language and the way to act.
    pub(crate) reader: &'a Reader,
    /// The item's number.
    pub(crate) id: ItemId,
    /// The item.
    pub(crate) item: &'a Item,
    /// The item in the reader's language.
    pub(crate) version: Version<'a>,
    /// The query, whose words are marked.
    pub(crate) query: &'a str,
    /// The places of the query that have been drawn, and the one that the reader is at.
    pub(crate) hits: &'a Hits,
    /// What the reader wants to see.
    pub(crate) reading: Reading,
    /// The number of the sentence that is being read aloud.
    pub(crate) said: Option<usize>,
    /// Copies, where there is a page.
    pub(crate) copier: Option<&'a Copier>,
    /// Copies the item's address.
    pub(crate) link: Option<&'a Copier>,
}

/// What the reader has chosen to see of one item under one query.
#[derive(Clone, PartialEq)]
pub(crate) struct Shown {
    of: (ItemId, AttrValue, Option<Rc<Spot>>),
    /// Whether all people are named, however many.
    pub(crate) all: bool,
    /// The place of the query that the reader has gone to, from 0.
    pub(crate) hit: Option<usize>,
}

impl Shown {
    fn new(props: &ArticleProps) -> Self {
        Self { of: (props.id, props.query.clone(), props.spot.clone()), all: false, hit: None }
    }
}

/// Where an item stands among the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Position {
    /// Its place, from 0; `None` where the results do not hold it.
    pub(crate) place: Option<usize>,
    /// How many results there are.
    pub(crate) of: usize,
    /// The item before it.
    pub(crate) previous: Option<ItemId>,
    /// The item after it.
    pub(crate) next: Option<ItemId>,
}

impl Position {
    fn new(id: ItemId, order: &[ItemId]) -> Self {
        let place = order.iter().position(|other| *other == id);
        let at = |place: Option<usize>| place.and_then(|place| order.get(place)).copied();
        Self {
            place,
            of: order.len(),
            previous: at(place.and_then(|place| place.checked_sub(1))),
            next: at(place.map(|place| place + 1)),
        }
    }
}

/// One item, read.
#[component]
pub fn Article(props: &ArticleProps) -> Html {
    let reader = &use_reader();
    let kept = use_state_eq(|| Shown::new(props));
    let shown = Shown::new(props);
    let shown = if kept.of == shown.of { (*kept).clone() } else { shown };
    let node = use_node_ref();
    let (copier, link) = (use_copier(&node), use_copier(&node));
    use_focus_on(&node, (props.id, props.spot.as_ref().map(Rc::as_ptr)));
    let read = {
        let archive = reader.archive.clone();
        use_memo((Rc::as_ptr(&archive), props.id, reader.language), move |&(_, id, language)| {
            (archive.item(id), archive.related(id, RELATED, language.tag()), archive.on_this_day(id, SAME_DAY))
        })
    };
    let (item, found, others) = &*read;
    let version = item.version(reader.language.tag());
    let speech = use_speech(said_aloud(&version).language, (props.id, reader.language));
    let said = speech.as_ref().and_then(|speech| speech.said);
    use_in_view(&node, ".said", (props.id, said));
    let hits = &Hits::new(shown.hit, props.spot.clone());
    let clip = use_clip(reader, props.id, &item.uri, &node);
    let position = Position::new(props.id, &props.order);
    let (id, query, reading) = (props.id, &*props.query, props.reading);
    let (copier, link) = (copier.as_ref(), link.as_ref());
    let opened = Opened { reader, id, item, version, query, hits, reading, said, copier, link };
    let set = {
        let setter = kept.setter();
        Callback::from(move |shown| setter.set(shown))
    };
    let versions = versions(item, &version);
    let beside = versions.iter().find(|(language, _)| reading.beside == Some(*language)).map(|(_, version)| *version);
    // What has marks is drawn first: then they are counted.
    let (head, text, source) = (header(opened, beside), body(opened, beside), source(opened));
    use_in_view(&node, "mark[aria-current]", (props.id, hits.current()));
    let day = day::Day::of(reader, id);
    let keep = keep_over_article(reader, id, clip.is_kept);
    html! {
        <article class="art" part="article" tabindex="-1" ref={node} aria-labelledby={reader.id_for("headline")}
            onkeydown={on_keys(opened, position, &day, &shown, &set)}>
            { toolbar(opened, position, props, (speech.as_ref(), keep), hits::view(opened, &shown, &set)) }
            <div class="dk-v">{ over(reader, &clip, count(&version)) }</div>
            <div class={if beside.is_some() { "ag two" } else { "ag" }}>
                { head }
                { tools(opened, &versions) }
                { text }
                <aside class="as">
                    { facts(opened, &shown, &set) }
                    { related(opened, found) }
                    { on_this_day(reader, others) }
                </aside>
                <div class="af">
                    { note(reader, props.id, &clip) }
                    { source }
                    { neighbours(reader, position) }
                    { day::view(reader, id, &day) }
                </div>
            </div>
        </article>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_that_the_results_do_not_hold_has_no_place_and_no_neighbours() {
        let order = [ItemId(4), ItemId(2), ItemId(9)];
        let of = |id| Position::new(ItemId(id), &order);
        assert_eq!((of(2).place, of(2).previous, of(2).next), (Some(1), Some(ItemId(4)), Some(ItemId(9))));
        assert_eq!((of(4).previous, of(9).next), (None, None));
        assert_eq!(of(7), Position { place: None, of: 3, previous: None, next: None });
    }
}
