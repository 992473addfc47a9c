//! One item, read: its text, its key facts, where it comes from, and the ways on from it.
//!
//! [`Article`] parses the item when it is opened and hands it to its parts, one file each; they are functions, it alone has state. Keys work while the focus is
//! within the article and nowhere else: `[` and `]` go to the item before and after, Escape closes. When an item is opened
//! the focus goes to the article, so that a screen reader starts there and the keys work at once; see [`focus`].

mod body;
mod facts;
mod focus;
mod header;
mod neighbours;
mod on_this_day;
mod photo;
mod related;
mod source;
mod text;
mod toolbar;

use std::rc::Rc;

use jianbao_engine::corpus::{Item, ItemId, Version};
use yew::prelude::*;

use self::body::body;
use self::facts::facts;
use self::focus::use_focus_on;
use self::header::header;
use self::neighbours::neighbours;
use self::on_this_day::on_this_day;
pub(super) use self::photo::captions;
use self::related::related;
use self::source::source;
pub(super) use self::text::{lang as language_of, opener};
use self::toolbar::toolbar;
use crate::app::context::{Reader, use_reader};
use crate::app::hooks::use_copier;
use crate::app::state::Action;

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
    /// All items found, in the list's order.
    pub order: Rc<[ItemId]>,
    /// The size of the text: less than [`SCALES`](crate::app::state::SCALES).
    #[prop_or(1)]
    pub scale: usize,
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
}

/// What the reader has chosen to see.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Shown {
    /// Whether names in the text are marked and lead on.
    pub(crate) names: bool,
    /// The item of which all people are named.
    pub(crate) all_of: Option<ItemId>,
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
    let shown = use_state_eq(|| Shown { names: true, all_of: None });
    let node = use_node_ref();
    let copier = use_copier(&node);
    use_focus_on(&node, props.id);
    let read = {
        let archive = reader.archive.clone();
        use_memo((Rc::as_ptr(&archive), props.id, reader.language), move |&(_, id, language)| {
            (archive.item(id), archive.related(id, RELATED, language.tag()), archive.on_this_day(id, SAME_DAY))
        })
    };
    let (item, found, others) = &*read;
    let position = Position::new(props.id, &props.order);
    let opened =
        Opened { reader, id: props.id, item, version: item.version(reader.language.tag()), query: &props.query };
    html! {
        <article class="art" part="article" tabindex="-1" ref={node} aria-labelledby={reader.id_for("headline")}
            onkeydown={on_keys(reader, position)}>
            { toolbar(reader, position, props.scale, props.is_on_page) }
            <div class="ag">
                { header(opened) }
                { body(opened, shown.names) }
                <aside class="as">
                    { facts(opened, &shown) }
                    { related(opened, found) }
                    { on_this_day(reader, others) }
                </aside>
                <div class="af">
                    { source(opened, copier.as_ref()) }
                    { neighbours(reader, position) }
                </div>
            </div>
        </article>
    }
}

/// `[`, `]` and Escape, unless they are typed into a field or mean something with another key.
fn on_keys(reader: &Reader, position: Position) -> Callback<KeyboardEvent> {
    let reader = reader.clone();
    Callback::from(move |event: KeyboardEvent| {
        // AltGr, with which some keyboards write brackets, counts as Ctrl and Alt together.
        let is_shortcut = event.meta_key() || event.ctrl_key() != event.alt_key();
        if event.is_composing() || event.default_prevented() || is_shortcut {
            return;
        }
        let action = match event.key().as_str() {
            "[" => position.previous.map(Action::Open),
            "]" => position.next.map(Action::Open),
            "Escape" => Some(Action::Close),
            _ => None,
        };
        if let Some(action) = action {
            event.prevent_default();
            event.stop_propagation();
            reader.act(action);
        }
    })
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
