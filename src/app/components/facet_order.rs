//! The places of a facet's values: they do not move while the reader clicks.

use std::collections::HashMap;

use jianbao_engine::search::FacetValue;
use jianbao_engine::text::fold;

/// How many values a facet shows at first.
pub const FIRST: usize = 5;
/// How many more it shows each time it is asked.
pub const STEP: usize = 50;

/// The order of a facet's values, kept from one answer to the next while the query is the same.
#[derive(Clone, Debug, Default)]
pub struct Arrangement {
    query: Option<String>,
    order: Vec<String>,
}

impl Arrangement {
    /// The values of a new answer in the places that they had. Under another query they are put in order anew:
    /// chosen ones first, and those without items left out.
    pub fn arrange(&mut self, query: &str, values: &[FacetValue]) -> Vec<FacetValue> {
        if self.query.as_deref() != Some(query) {
            self.query = Some(query.to_owned());
            self.order.clear();
            let (chosen, others): (Vec<_>, Vec<_>) =
                values.iter().filter(|value| value.count > 0 || value.selected).partition(|value| value.selected);
            self.order.extend(chosen.into_iter().chain(others).map(|value| value.value.clone()));
        }
        let now: HashMap<&str, &FacetValue> = values.iter().map(|value| (value.value.as_str(), value)).collect();
        let known: std::collections::HashSet<&str> = self.order.iter().map(String::as_str).collect();
        let new: Vec<String> = values
            .iter()
            .filter(|value| (value.count > 0 || value.selected) && !known.contains(value.value.as_str()))
            .map(|value| value.value.clone())
            .collect();
        self.order.extend(new);
        let at_zero = |value: &String| FacetValue { value: value.clone(), count: 0, selected: false, excluded: false };
        self.order
            .iter()
            .map(|value| now.get(value.as_str()).map_or_else(|| at_zero(value), |&value| value.clone()))
            .collect()
    }
}

/// A name as it is looked for within a facet: without regard to case, width, and whether in simplified or traditional
/// characters.
pub fn folded(name: &str) -> String {
    fold(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(value: &str, count: usize, selected: bool) -> FacetValue {
        FacetValue { value: value.to_owned(), count, selected, excluded: false }
    }

    fn said(values: &[FacetValue]) -> String {
        values.iter().map(|value| format!("{}{}", value.value, value.count)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn values_keep_their_places_while_the_reader_clicks() {
        let mut arrangement = Arrangement::default();
        assert_eq!(said(&arrangement.arrange("", &[value("甲", 3, false), value("乙", 2, false)])), "甲3 乙2");
        let after = arrangement.arrange("", &[value("乙", 2, true), value("丙", 1, false), value("甲", 0, false)]);
        assert_eq!(said(&after), "甲0 乙2 丙1");
        assert_eq!(said(&arrangement.arrange("", &[value("丙", 1, false)])), "甲0 乙0 丙1");
    }

    #[test]
    fn another_query_puts_them_in_order_anew_with_the_chosen_first() {
        let mut arrangement = Arrangement::default();
        arrangement.arrange("", &[value("甲", 3, false), value("乙", 2, false)]);
        let after = arrangement.arrange("词", &[value("甲", 0, false), value("丙", 2, false), value("乙", 1, true)]);
        assert_eq!(said(&after), "乙1 丙2");
    }
}
