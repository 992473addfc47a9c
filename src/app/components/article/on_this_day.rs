//! 历年同日: items of the same month and day in other years.

use jianbao_engine::corpus::ItemId;
use jianbao_engine::search::Anniversaries;
use yew::prelude::*;

use super::text::{heading, opener};
use crate::app::context::Reader;
use crate::app::i18n::{article as words, number};

/// Some of the items, each under its year, and how many more there are; nothing where there are none.
pub(super) fn on_this_day(reader: &Reader, others: &Anniversaries) -> Html {
    let language = reader.language;
    let more = others.total - others.items.len().min(others.total);
    let row = |&(year, id): &(i32, ItemId)| {
        let year = words::YEAR.fill(language, &[&year.to_string()]);
        html! { <li key={id.0}>{ opener(reader, id, "op", html! { <small>{ year }</small> }) }</li> }
    };
    html! {
        <section class="rel" hidden={others.total == 0}>
            { heading(reader, words::ON_THIS_DAY.get(language)) }
            <ul>{ for others.items.iter().map(row) }</ul>
            <small hidden={more == 0}>{ words::FURTHER.fill(language, &[&number(more)]) }</small>
        </section>
    }
}
