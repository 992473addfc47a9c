//! The values of a facet by their names, in the order of the reader's language.
//!
//! The browser knows that order (`Intl.Collator`: 拼音, strokes, the alphabet), but to compare tens of thousands of names by it
//! takes a quarter of a second. There are far fewer characters: they are put in order by the browser, and names by the
//! places of their characters. Where the corpus says how a name is read, that counts for 简体: 单 is shan in a surname.

use std::collections::HashMap;
use std::rc::Rc;

use jianbao_engine::search::{Archive, FacetName, FacetValue};
use jianbao_engine::text::{is_unspaced, is_word};
use js_sys::{Array, Function, Intl, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::app::i18n::Language;
use crate::app::order::ordered;

/// Names are compared by so many characters.
const COMPARED: usize = 32;
/// So many places make one number to be put in order by.
const TOGETHER: usize = 4;

/// The places of a facet's values in the order of their names.
#[derive(Debug)]
pub struct Names {
    of: (Rc<Archive>, Language),
    places: HashMap<String, usize>,
}

impl Names {
    /// Puts all values of a facet in order.
    pub fn new(archive: &Rc<Archive>, facet: FacetName, language: Language) -> Self {
        let mut names = archive.names(facet, language.tag());
        // Quotation marks and brackets do not count.
        names.iter_mut().for_each(|(_, name)| name.retain(|char| char == ' ' || is_word(char) || is_unspaced(char)));
        let mut chars: Vec<char> = names.iter().flat_map(|(_, name)| name.chars().take(COMPARED)).collect();
        chars = ordered(chars.into_iter().map(|char| (u64::from(char), 0)).collect())
            .chunk_by(|one, other| one.0 == other.0)
            .filter_map(|same| char::from_u32(same.first()?.0 as u32))
            .collect();
        let chars = collated(&chars, language).unwrap_or(chars);
        let order = by_chars(&names.iter().map(|(_, name)| &**name).collect::<Vec<_>>(), &chars);
        let mut values: Vec<Option<String>> = names.into_iter().map(|(value, _)| Some(value)).collect();
        let value = |at: usize| values.get_mut(at).and_then(Option::take);
        let places = order.into_iter().filter_map(value).enumerate().map(|(place, value)| (value, place)).collect();
        Self { of: (archive.clone(), language), places }
    }

    /// Whether it is made of this archive, for this language.
    pub fn is_of(&self, archive: &Rc<Archive>, language: Language) -> bool {
        Rc::ptr_eq(&self.of.0, archive) && self.of.1 == language
    }

    /// Values in the order of their names; those that the archive lacks come last.
    pub fn sorted(&self, values: Vec<FacetValue>) -> Vec<FacetValue> {
        let place = |value: &FacetValue| self.places.get(&value.value).map_or(u64::MAX, |&place| place as u64);
        let order = ordered(values.iter().enumerate().map(|(at, value)| (place(value), at)).collect());
        let mut values: Vec<Option<FacetValue>> = values.into_iter().map(Some).collect();
        order.into_iter().filter_map(|(_, at)| values.get_mut(at)?.take()).collect()
    }
}

/// Characters as the browser has them in a language.
fn collated(chars: &[char], language: Language) -> Option<Vec<char>> {
    let list: Array = chars.iter().map(|char| JsValue::from(char.to_string())).collect();
    let compare = Intl::Collator::new(&Array::of1(&language.tag().into()), &Object::new()).compare();
    let sort: Function = Reflect::get(&list, &"sort".into()).ok()?.dyn_into().ok()?;
    sort.call1(&list, &compare).ok()?;
    Some(list.iter().filter_map(|char| char.as_string()?.chars().next()).collect())
}

/// The names' indices in the order of their characters, of which `chars` is the order; a name comes before those that go on
/// where it ends, and those alike stay as they are.
pub fn by_chars(names: &[&str], chars: &[char]) -> Vec<usize> {
    // 0 is the end of a name.
    let places: HashMap<char, u64> = chars.iter().zip(1..).map(|(&char, place)| (char, place)).collect();
    let mut keys: Vec<Vec<u64>> = Vec::with_capacity(names.len());
    for name in names {
        let of: Vec<u64> = name.chars().take(COMPARED).filter_map(|char| places.get(&char).copied()).collect();
        let number = |four: &[u64]| (0..TOGETHER).fold(0, |key, at| key << 16 | four.get(at).copied().unwrap_or(0));
        keys.push(of.chunks(TOGETHER).map(number).collect());
    }
    let longest = keys.iter().map(Vec::len).max().unwrap_or(0);
    let mut order: Vec<usize> = (0..names.len()).collect();
    // From the last characters to the first: what is alike stays in the order that it has.
    for part in (0..longest).rev() {
        let key = |at: usize| keys.get(at).and_then(|key| key.get(part)).copied().unwrap_or(0);
        order = ordered(order.into_iter().map(|at| (key(at), at)).collect()).into_iter().map(|(_, at)| at).collect();
    }
    order
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn names_are_in_the_order_of_their_characters(names in prop::collection::vec("[b甲a乙]{0,10}", 0..30)) {
            let chars = ['乙', 'a', '甲', 'b'];
            let key = |name: &str| name.chars().map(|char| chars.iter().position(|known| *known == char)).collect::<Vec<_>>();
            let mut sorted: Vec<usize> = (0..names.len()).collect();
            sorted.sort_by_key(|&at| key(&names[at]));
            prop_assert_eq!(by_chars(&names.iter().map(String::as_str).collect::<Vec<_>>(), &chars), sorted);
        }
    }
}
