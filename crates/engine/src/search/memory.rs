//! The answer to the last query, kept until another is asked.
//!
//! A reader narrows what was found by facets and days, has it counted, and goes on typing: none of that needs the text to
//! be searched again, and a word that only grows is looked for in the items that had it before. What is found, and how it
//! is ranked, never hangs on what was asked before.

use std::sync::{Arc, Mutex, PoisonError};

use super::evaluate::{Answer, answer_among, pattern};
use super::index::Index;
use super::query::{Node, Query, Scope, parse};

/// The last query that was asked, and its answer.
#[derive(Debug, Default)]
pub(super) struct Memory(Mutex<Last>);

type Last = Option<(String, Arc<Answer>)>;

impl Memory {
    /// The answer to a query: the last one where it is the same, else it is found out and kept.
    pub(super) fn answer(&self, index: &Index, query: &str) -> Arc<Answer> {
        match self.last(|last| last.clone()) {
            Some((last, answer)) if last == query => answer,
            last => {
                let parsed = parse(query);
                let among = last.filter(|(last, _)| extends(&parsed, &parse(last)));
                let among = among.as_ref().map(|(_, answer)| &answer.items);
                let answer = Arc::new(answer_among(index, &parsed, among));
                self.last(|last| last.replace((query.to_owned(), answer.clone())));
                answer
            }
        }
    }

    /// Looks at the last answer, or puts another in its place: either is done at once, whatever else may have failed.
    fn last<T>(&self, does: impl FnOnce(&mut Last) -> T) -> T {
        does(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Whether a query is one word that begins with the one word of another, so that whatever holds it holds the other, too.
fn extends(query: &Query, last: &Query) -> bool {
    let (Some(Node::Term(term)), Some(Node::Term(last))) = (&query.root, &last.root) else { return false };
    let wider = last.scope == Scope::All || last.scope == term.scope;
    wider && !last.exact && pattern(term).folded().extends(&pattern(last).folded())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Archive, Options};

    /// Six items of characters that are often beside each other, in both scripts, with digits and letters.
    fn archive() -> Archive {
        let bodies = ["海绵城市海绵", "海綿的城，8家，18家", "城市 sponge city", "Sponge海绵1.8亿", "市民城市", "民市"];
        let items: Vec<String> = (0..)
            .zip(bodies)
            .map(|(uri, body)| {
                format!(
                    r#"{{"uri": "{uri}", "headlines": [{{"value": "城{uri}"}}], "bodies": [{{"value": "{body}"}}]}}"#
                )
            })
            .collect();
        Archive::from_bytes(format!(r#"{{"items": [{}]}}"#, items.join(",")).into()).unwrap().0
    }

    #[test]
    fn a_word_that_grows_is_looked_for_in_what_had_it() {
        let archive = archive();
        let found = |query: &str| archive.search(query, &Options::default()).total;
        assert_eq!(
            ["海", "海绵", "海绵城", "海绵城市", "海绵", "绵", "\"海绵", "8", "8家"].map(found),
            [3, 3, 1, 1, 3, 3, 2, 1, 1]
        );
    }

    #[test]
    fn what_is_quoted_is_looked_for_within_words_too() {
        let archive = archive();
        let found = |query: &str| archive.search(query, &Options::default()).total;
        assert_eq!(["8", "“8", "8家"].map(found), [1, 2, 1]);
        assert_eq!(["p", "“p"].map(found), [0, 2]);
    }

    proptest! {
        #[test]
        fn what_was_asked_before_changes_no_answer(queries in prop::collection::vec("(标题:|\"|-)?[海绵綿城市民8家 s1.p]{0,4}", 1..6)) {
            let known = archive();
            // Each is typed, character by character, and each of that then quoted.
            let typed = |query: &String| query.char_indices().map(|(at, char)| query[..at + char.len_utf8()].to_owned()).collect::<Vec<_>>();
            let both = |query: String| [query.clone(), format!("“{query}”")];
            for query in queries.iter().flat_map(typed).flat_map(both) {
                let query = query.as_str();
                let options = Options::default();
                prop_assert_eq!(known.search(query, &options), archive().search(query, &options), "{}", query);
            }
        }
    }
}
