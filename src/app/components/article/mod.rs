//! One item, read.

use std::rc::Rc;

use jianbao_engine::corpus::ItemId;
use yew::prelude::*;

/// Properties of [`Article`].
#[derive(Clone, PartialEq, Properties)]
pub struct ArticleProps {
    /// The item.
    pub id: ItemId,
    /// The query, whose words are marked.
    pub query: AttrValue,
    /// Where the item stands in the results, from 0.
    pub position: usize,
    /// All items found, in the list's order.
    pub order: Rc<[ItemId]>,
}

/// One item, read.
#[component]
pub fn Article(props: &ArticleProps) -> Html {
    let _ = props;
    html! { <article class="art" part="article" tabindex="-1"></article> }
}
