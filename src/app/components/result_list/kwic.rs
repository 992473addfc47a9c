//! 逐处: a line for each place where a word of the query stands, the words one below the other.
//!
//! All places are counted and the first of them put in order, which looks at the arena alone; items are parsed for the lines
//! that are drawn. These are few at first, and more on request.

use std::rc::Rc;

use jianbao_engine::corpus::ItemId;
use jianbao_engine::search::{KwicLine, KwicSort, Results};
use yew::prelude::*;

use super::group::said;
use super::keys;
use crate::app::article::Spot;
use crate::app::components::density::{pressed, segments};
use crate::app::components::parts::{button, opener_at};
use crate::app::context::{Reader, use_reader};
use crate::app::i18n::{kwic as words, number, shell};

/// So many places are held and put in order: in a few milliseconds, and more than anybody reads.
const MOST: usize = 10_000;

/// So many lines are drawn at first, and so many more at each request.
const DRAWN: [usize; 2] = [100, 400];

/// Properties of [`KwicList`].
#[derive(Clone, Properties)]
pub struct KwicListProps {
    /// What was found.
    pub results: Rc<Results>,
    /// The item that is open.
    pub open: Option<ItemId>,
    /// The place at which an item was opened last.
    pub spot: Option<Rc<Spot>>,
}

impl PartialEq for KwicListProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.results, &other.results) && self.open == other.open && self.spot == other.spot
    }
}

/// What the reader has chosen to see, and of which answer.
#[derive(Clone, Copy, PartialEq)]
struct Chosen {
    of: *const Results,
    sort: KwicSort,
    count: usize,
}

/// The lines of a query.
#[component]
pub fn KwicList(props: &KwicListProps) -> Html {
    let reader = &use_reader();
    let of = Rc::as_ptr(&props.results);
    let state = use_state_eq(|| Chosen { of, sort: KwicSort::Order, count: DRAWN[0] });
    // Another answer begins with its first lines.
    let chosen = if state.of == of { *state } else { Chosen { of, count: DRAWN[0], ..*state } };
    let found = {
        let results = props.results.clone();
        use_memo((chosen, reader.clone()), move |(Chosen { sort, count, .. }, reader)| {
            let kwic = reader.archive.kwic(&results.query, &results.order, *sort, MOST);
            let lines = reader.archive.kwic_lines(&kwic, 0..*count, reader.language.tag());
            (kwic, lines)
        })
    };
    let (kwic, lines) = &*found;
    let language = reader.language;
    let choose = |chosen: Chosen| {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| state.set(chosen))
    };
    let sort =
        |sort: KwicSort| pressed(words::sort(language, sort), sort == chosen.sort, choose(Chosen { sort, ..chosen }));
    let rest = kwic.held().saturating_sub(chosen.count).min(DRAWN[1]);
    let more = choose(Chosen { count: chosen.count + rest, ..chosen });
    let end = match rest {
        0 => shell::END.get(language).into(),
        _ => button("btn", None, words::SHOW_MORE.fill(language, &[&number(rest)]), more),
    };
    html! {
        <div class="groups kw" onkeydown={Callback::from(keys::move_between_rows)}>
            <div class="kw-h">
                <p>{ words::count(language, kwic) }</p>
                { segments("seg", words::SORT.get(language), KwicSort::ALL.map(sort)) }
            </div>
            <div class="grp">
                <ol class="rows" aria-label={words::LINES.get(language)}>
                    { for lines.iter().map(|line| view(reader, line, props)) }
                </ol>
            </div>
            <div class="end">{ end }</div>
        </div>
    }
}

/// A line: its date, the keyword between what stands before and after it, and its item's headline. It opens the item where the
/// keyword stands; the line that was opened last gets the focus back.
fn view(reader: &Reader, line: &KwicLine, props: &KwicListProps) -> Html {
    let is_open = props.open == Some(line.id);
    let spot = Rc::new(Spot::new(&line.left, &line.keyword, &line.right));
    let last = (props.spot.as_ref() == Some(&spot)).then_some("");
    let text = html! {
        <>
            <span class="kw-b">{ line.left.clone() }</span>
            <span class="kw-f"><mark>{ line.keyword.clone() }</mark>{ line.right.clone() }</span>
        </>
    };
    html! {
        <li class={if is_open { "row kw-r is-cur" } else { "row kw-r" }} data-item={line.id.0.to_string()} data-last={last}>
            <span class="kw-d">{ said(reader.language, reader.archive.date(line.id)) }</span>
            <span class="kw-a" lang={line.language.clone()}>{ opener_at(reader, (line.id, Some(spot)), "r-a", is_open, text) }</span>
            <span class="kw-t" lang={line.headline_language.clone()}>{ line.headline.clone() }</span>
        </li>
    }
}
