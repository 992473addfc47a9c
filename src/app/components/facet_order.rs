//! The places of a facet's values: they do not move while the reader clicks.

use std::collections::{HashMap, HashSet};

use jianbao_engine::search::FacetValue;

use crate::app::order::ordered;

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
    /// chosen ones first, then the most frequent where they go `by_count`, and those without items left out.
    pub fn arrange(&mut self, query: &str, values: &[FacetValue], by_count: bool) -> Vec<FacetValue> {
        if self.query.as_deref() != Some(query) {
            self.query = Some(query.to_owned());
            self.order.clear();
            let key = |value: &FacetValue| match (value.selected, by_count) {
                (true, _) => 0,
                (false, true) => u64::MAX - value.count as u64,
                (false, false) => 1,
            };
            let keyed = values.iter().enumerate().filter(|(_, value)| value.count > 0 || value.selected);
            let keyed = ordered(keyed.map(|(at, value)| (key(value), at)).collect());
            self.order.extend(keyed.into_iter().filter_map(|(_, at)| Some(values.get(at)?.value.clone())));
        }
        let mut now: HashMap<&str, &FacetValue> = values.iter().map(|value| (value.value.as_str(), value)).collect();
        let mut arranged = Vec::with_capacity(values.len());
        for value in &self.order {
            arranged.push(now.remove(value.as_str()).cloned().unwrap_or_else(|| FacetValue {
                value: value.clone(),
                count: 0,
                selected: false,
                excluded: false,
            }));
        }
        let is_new = |value: &&FacetValue| (value.count > 0 || value.selected) && now.contains_key(value.value.as_str());
        for value in values.iter().filter(is_new) {
            self.order.push(value.value.clone());
            arranged.push(value.clone());
        }
        arranged
    }
}

/// Values in their places, and after them those of `all` that are not among them, in their order.
pub fn with_rest(mut values: Vec<FacetValue>, all: &[FacetValue]) -> Vec<FacetValue> {
    let known: HashSet<String> = values.iter().map(|value| value.value.clone()).collect();
    values.extend(all.iter().filter(|value| !known.contains(&value.value)).cloned());
    values
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
        assert_eq!(said(&arrangement.arrange("", &[value("甲", 3, false), value("乙", 2, false)], true)), "甲3 乙2");
        let after =
            arrangement.arrange("", &[value("乙", 2, true), value("丙", 1, false), value("甲", 0, false)], true);
        assert_eq!(said(&after), "甲0 乙2 丙1");
        assert_eq!(said(&arrangement.arrange("", &[value("丙", 1, false)], true)), "甲0 乙0 丙1");
    }

    #[test]
    fn what_was_not_listed_follows_what_was() {
        let all = [value("甲", 9, false), value("乙", 8, false), value("丙", 7, false)];
        assert_eq!(said(&with_rest(vec![value("乙", 8, false), value("丁", 0, true)], &all)), "乙8 丁0 甲9 丙7");
    }

    #[test]
    fn another_query_puts_them_in_order_anew_with_the_chosen_first() {
        let mut arrangement = Arrangement::default();
        arrangement.arrange("", &[value("甲", 3, false), value("乙", 2, false)], true);
        let after =
            arrangement.arrange("词", &[value("甲", 0, false), value("丙", 2, false), value("乙", 1, true)], true);
        assert_eq!(said(&after), "乙1 丙2");
    }

    #[test]
    fn the_most_frequent_come_first_but_sections_stay_in_the_order_of_the_paper() {
        let values = [value("甲", 1, false), value("乙", 2, false), value("丙", 1, false)];
        assert_eq!(said(&Arrangement::default().arrange("词", &values, true)), "乙2 甲1 丙1");
        assert_eq!(said(&Arrangement::default().arrange("词", &values, false)), "甲1 乙2 丙1");
    }
}
