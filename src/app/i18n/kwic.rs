//! Words of the list's densities, and of keyword in context.

use super::{Language, Text, number, text};
use crate::app::state::Density;
use jianbao_engine::search::{Kwic, KwicSort};

/// The group of densities.
pub const DENSITY: Text = text("疏密", "疏密", "Density");
/// The list of lines.
pub const LINES: Text = text("逐处", "逐處", "In context");
/// The group of the orders of lines.
pub const SORT: Text = text("逐处排序", "逐處排序", "Order of lines");
/// There is nothing to look for.
pub const NO_QUERY: Text = text(
    "输入检索词后，在此逐处列出它的上下文。",
    "輸入檢索詞後，在此逐處列出它的上下文。",
    "Search for a word to see each of its places in context.",
);
/// Draws more lines.
pub const SHOW_MORE: Text = text("再显示 {} 处", "再顯示 {} 處", "Show {} more");

/// The name of a density.
pub fn density(language: Language, density: Density) -> &'static str {
    match density {
        Density::Compact => text("紧凑", "緊湊", "Compact"),
        Density::Comfortable => text("舒展", "舒展", "Comfortable"),
        Density::Kwic => LINES,
    }
    .get(language)
}

/// The name of an order of lines.
pub fn sort(language: Language, sort: KwicSort) -> &'static str {
    match sort {
        KwicSort::Order => text("依次", "依次", "As listed"),
        KwicSort::Left => text("按上文", "按上文", "By left"),
        KwicSort::Right => text("按下文", "按下文", "By right"),
    }
    .get(language)
}

/// How many places there are, and in how many items; where not all are held, how many are.
pub fn count(language: Language, kwic: &Kwic) -> String {
    let [held, total, items] = [kwic.held(), kwic.total, kwic.items].map(number);
    if kwic.held() < kwic.total {
        let form = text(
            "前 {} 处，共 {} 处，见于 {} 篇",
            "前 {} 處，共 {} 處，見於 {} 篇",
            "First {} places of {}; items: {}",
        );
        return form.fill(language, &[&held, &total, &items]);
    }
    text("共 {} 处，见于 {} 篇", "共 {} 處，見於 {} 篇", "Places: {}; items: {}").fill(language, &[&total, &items])
}
