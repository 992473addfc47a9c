//! Random queries of any depth against logic done by hand, and what is marked against a search done by hand.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeSet;

use jianbao_engine::search::{Archive, Marked, Options};
use jianbao_engine::text::fold;
use proptest::prelude::*;
use serde_json::json;

/// An item: its headline, and the paragraphs of its body.
type Doc = (String, Vec<String>);

/// A condition as a reader means it.
#[derive(Clone, Debug)]
enum Tree {
    Word(String),
    Phrase(String),
    Headline(String),
    Body(String),
    Not(Box<Tree>),
    And(Vec<Tree>),
    Or(Vec<Tree>),
}

fn text(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select("海绵綿城台臺链鏈，ab ab🎉".chars().collect::<Vec<_>>()), 1..most)
        .prop_map(|chars| format!("题{}文", chars.into_iter().collect::<String>()))
}

fn docs() -> impl Strategy<Value = Vec<Doc>> {
    prop::collection::vec((text(9), prop::collection::vec(text(12), 1..3)), 1..40)
}

/// A string that means nothing to the query language but itself.
fn word() -> impl Strategy<Value = String> {
    "[海绵綿城台臺链鏈]{1,3}|[aAb]{1,2}|[海台][ab]"
}

fn tree() -> impl Strategy<Value = Tree> {
    let leaf = prop_oneof![
        4 => word().prop_map(Tree::Word),
        2 => "[海绵綿台臺链鏈ab]{1,2}".prop_map(Tree::Phrase),
        1 => word().prop_map(Tree::Headline),
        1 => word().prop_map(Tree::Body),
    ];
    leaf.prop_recursive(4, 20, 4, |inner| {
        prop_oneof![
            inner.clone().prop_map(|tree| Tree::Not(Box::new(tree))),
            prop::collection::vec(inner.clone(), 1..4).prop_map(Tree::And),
            prop::collection::vec(inner, 1..4).prop_map(Tree::Or),
        ]
    })
}

impl Tree {
    fn written(&self) -> String {
        let joined = |trees: &[Self], by: &str| trees.iter().map(Self::written).collect::<Vec<_>>().join(by);
        match self {
            Self::Word(word) => word.clone(),
            Self::Phrase(phrase) => format!("“{phrase}”"),
            Self::Headline(word) => format!("标题:{word}"),
            Self::Body(word) => format!("body:{word}"),
            Self::Not(tree) => format!("-({})", tree.written()),
            Self::And(trees) => format!("({})", joined(trees, " ")),
            Self::Or(trees) => format!("({})", joined(trees, " OR ")),
        }
    }

    fn holds(&self, doc: &Doc) -> bool {
        let (headline, body) = doc;
        let mut all = std::iter::once(headline).chain(body);
        match self {
            Self::Word(word) => all.any(|text| !places(text, word, false).is_empty()),
            Self::Phrase(phrase) => all.any(|text| text.contains(phrase)),
            Self::Headline(word) => !places(headline, word, false).is_empty(),
            Self::Body(word) => body.iter().any(|text| !places(text, word, false).is_empty()),
            Self::Not(tree) => !tree.holds(doc),
            Self::And(trees) => trees.iter().all(|tree| tree.holds(doc)),
            Self::Or(trees) => trees.iter().any(|tree| tree.holds(doc)),
        }
    }
}

/// Where a string stands in a text, in characters: exactly, or folded and with letters at the beginning of a word only.
fn places(text: &str, sought: &str, exact: bool) -> Vec<[usize; 2]> {
    let chars = |text: &str| if exact { text.chars().collect() } else { fold(text).chars().collect::<Vec<char>>() };
    let (text, sought) = (chars(text), chars(sought));
    let begins =
        |at: usize| exact || !sought[0].is_ascii_alphanumeric() || at == 0 || !text[at - 1].is_ascii_alphanumeric();
    let starts = (0..text.len()).filter(|&at| text[at..].starts_with(&sought) && begins(at));
    starts.map(|at| [at, at + sought.len()]).collect()
}

fn archive(docs: &[Doc]) -> Archive {
    let item = |(number, (headline, body)): (usize, &Doc)| json!({"uri": number.to_string(), "headlines": [{"role": "main", "value": headline}], "bodies": [{"value": body.join("\n")}]});
    let items: Vec<_> = docs.iter().enumerate().map(item).collect();
    Archive::from_bytes(json!(items).to_string().into()).unwrap().0
}

/// What must be marked in a text, in UTF-16 units: all places, those joined that overlap or touch.
fn expected(text: &str, sought: &[(String, bool)]) -> Vec<[usize; 2]> {
    let mut inside = vec![false; text.chars().count() + 1];
    for [start, end] in sought.iter().flat_map(|(string, exact)| places(text, string, *exact)) {
        inside[start..end].fill(true);
    }
    let (mut marks, mut units, mut open) = (Vec::new(), 0, None);
    for (char, inside) in text.chars().chain(['\n']).zip(inside) {
        match (inside, open) {
            (true, None) => open = Some(units),
            (false, Some(start)) => {
                marks.push([start, units]);
                open = None;
            }
            _ => {}
        }
        units += char.len_utf16();
    }
    marks
}

/// What is shown without the ellipses at its ends, which none of the texts here has itself, and its marks moved along.
fn excerpt(marked: &Marked) -> (&str, Vec<[usize; 2]>) {
    let cut = marked.text.strip_prefix('…');
    let shift = usize::from(cut.is_some());
    let text = cut.unwrap_or(&marked.text);
    (text.strip_suffix('…').unwrap_or(text), marked.marks.iter().map(|mark| mark.map(|unit| unit - shift)).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_query_of_any_depth_finds_what_logic_says(docs in docs(), trees in prop::collection::vec(tree(), 1..6)) {
        let archive = archive(&docs);
        let found = |query: &str| -> BTreeSet<usize> {
            archive.search(query, &Options::default()).order.iter().map(|&id| archive.item(id).uri.parse().unwrap()).collect()
        };
        for tree in trees {
            let query = tree.written();
            let truth: BTreeSet<usize> = (0..docs.len()).filter(|&number| tree.holds(&docs[number])).collect();
            prop_assert_eq!(found(&query), truth.clone(), "{}", query);
            let understood = archive.search(&query, &Options::default()).understood;
            prop_assert_eq!(found(&understood), truth, "{} as {}", query, &understood);
            prop_assert_eq!(archive.search(&understood, &Options::default()).understood, understood);
        }
    }

    #[test]
    fn exactly_what_was_sought_is_marked_wherever_an_excerpt_is_cut(
        bodies in prop::collection::vec(prop::collection::vec(text(200), 1..3), 1..4), headline in text(9),
        sought in prop::collection::vec(prop_oneof![word().prop_map(|word| (word, false)), "[海绵綿台臺链鏈ab]{1,3}".prop_map(|phrase| (phrase, true))], 1..3),
        excluded in "[城🎉]",
    ) {
        let docs: Vec<Doc> = bodies.into_iter().map(|body| (headline.clone(), body)).collect();
        let archive = archive(&docs);
        let words = sought.iter().map(|(string, exact)| if *exact { format!("“{string}”") } else { string.clone() });
        let query = format!("{} (甲 OR -{excluded} OR -甲)", words.collect::<Vec<_>>().join(" "));
        let mut all = sought.clone();
        all.push(("甲".to_owned(), false));
        for hit in archive.search(&query, &Options::default()).hits {
            let doc = &docs[hit.uri.parse::<usize>().unwrap()];
            prop_assert_eq!(&hit.headline.text, &doc.0);
            prop_assert_eq!(&hit.headline.marks, &expected(&doc.0, &all), "{} in {}", query, doc.0);
            let (text, marks) = excerpt(&hit.snippet);
            prop_assert!(doc.1.iter().any(|paragraph| paragraph.contains(text)), "{}", text);
            prop_assert_eq!(marks, expected(text, &all), "{} in {}", query, text);
        }
    }
}
