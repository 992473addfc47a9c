//! The order of results against scores computed the plainest way, and scores against what explains them.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use jianbao_engine::corpus::ItemId;
use jianbao_engine::search::{Archive, Options, Part, Weights};
use jianbao_engine::text::{fold, fold_char};
use proptest::prelude::*;
use serde_json::json;

/// A headline and a body; the place in the list tells the day.
type Doc = (String, String);

fn docs() -> impl Strategy<Value = Vec<Doc>> {
    let text =
        |length| prop::collection::vec(prop::sample::select("甲乙丙丁戊己链鏈，".chars().collect::<Vec<_>>()), length);
    let string = |chars: Vec<char>| chars.into_iter().collect::<String>();
    let filler = prop::sample::select(vec!["", "天地玄黄", "宇宙洪荒，日月盈昃"]);
    let doc = (text(0..4), text(1..9), filler)
        .prop_map(move |(headline, body, filler)| (string(headline), format!("{filler}{}", string(body))));
    // In a long list single words are rare, and counted more than once.
    let rare = prop::collection::vec(prop_oneof![1 => text(1..7), 14 => Just(vec!['天'])], 60..80)
        .prop_map(move |bodies| bodies.into_iter().map(|body| ("题".to_owned(), string(body))).collect());
    prop_oneof![prop::collection::vec(doc, 1..40), rare]
}

fn archive(docs: &[Doc]) -> Archive {
    let item = |(number, (headline, body)): (usize, &Doc)| {
        json!({
            "uri": number.to_string(), "headlines": [{"role": "main", "value": headline}],
            "bodies": [{"role": "main", "value": body}],
            "eventDate": format!("20{:02}-{:02}-01", 10 + number / 12, 1 + number % 12),
        })
    };
    let items: Vec<_> = docs.iter().enumerate().map(item).collect();
    Archive::from_bytes(json!({ "items": items }).to_string().into()).unwrap().0
}

/// Where a passage's text begins is as in the engine: each is one byte longer than its folded text.
fn length(passage: &str) -> usize {
    if passage.is_empty() { 0 } else { 1 + fold(passage).len() }
}

/// Places of a word in an item: bytes from its beginning, whether it is the headline, whether the form is the one typed.
fn places((headline, body): &Doc, word: &str) -> Vec<(usize, bool, bool)> {
    let (mut places, mut start) = (Vec::new(), 0);
    let typed: Vec<char> = word.chars().collect();
    for (passage, is_headline) in [(headline, true), (body, false)] {
        let chars: Vec<char> = passage.chars().collect();
        for (at, here) in chars.windows(typed.len()).enumerate() {
            let folds = |text: &[char]| text.iter().map(|char| fold_char(*char)).collect::<String>();
            let changed = |text: &[char]| text.iter().map(|char| fold_char(*char) != *char).collect::<Vec<_>>();
            if folds(here) == folds(&typed) {
                let place = start + 1 + folds(&chars[..at]).len();
                places.push((place, is_headline, changed(here) == changed(&typed)));
            }
        }
        start += length(passage);
    }
    places
}

/// The score of an item by the words of a query, each with the number of items that have it.
fn score(docs: &[Doc], item: &Doc, words: &[(String, f64)]) -> f64 {
    let weights = Weights::USUAL;
    let count = docs.len() as f64;
    let lengths = |of: fn(&Doc) -> usize| docs.iter().map(of).filter(|length| *length > 0).collect::<Vec<usize>>();
    let mean = |lengths: &[usize]| lengths.iter().sum::<usize>() as f64 / lengths.len().max(1) as f64;
    let (heads, wholes) = (lengths(|doc| length(&doc.0)), lengths(|doc| length(&doc.0) + length(&doc.1)));
    let norm = |share: f64, length: usize, mean: f64| 1.0 - share + share * length as f64 / mean.max(1.0);
    let head_norm = norm(weights.headline_length, length(&item.0), mean(&heads));
    let norm = norm(weights.text_length, length(&item.0) + length(&item.1), mean(&wholes));
    let (mut sum, mut rarities, mut headed) = (0.0, 0.0, 0);
    let mut before: Option<(Vec<usize>, usize, f64)> = None;
    for (word, frequency) in words {
        let rarity = (1.0 + (count - frequency + 0.5) / (frequency + 0.5)).ln();
        let most = if *frequency > count * weights.common { 1 } else { weights.most };
        let mut places = places(item, word);
        places.truncate(most);
        let in_headline = places.iter().filter(|place| place.1).count();
        let weighed = weights.headline * in_headline as f64 / head_norm + (places.len() - in_headline) as f64 / norm;
        let form = if places.iter().any(|place| place.2) { 1.0 + weights.as_typed } else { 1.0 };
        sum += rarity * weighed * (weights.saturation + 1.0) / (weighed + weights.saturation) * form;
        (rarities, headed) = (rarities + rarity, headed + usize::from(in_headline > 0));
        let (starts, length) = (places.iter().map(|place| place.0).collect::<Vec<_>>(), fold(word).len());
        if let Some((others, other_length, other_rarity)) = before {
            let gap = |one: usize, other: usize| match one <= other {
                true => other.saturating_sub(one + other_length),
                false => one.saturating_sub(other + length),
            };
            let least = others.iter().flat_map(|one| starts.iter().map(move |other| gap(*one, *other))).min().unwrap();
            sum += weights.nearness * rarity.min(other_rarity) / (1.0 + least as f64 / weights.gap);
        }
        before = Some((starts, length, rarity));
    }
    if words.len() > 1 && headed == words.len() { sum + weights.together * rarities } else { sum }
}

fn number(archive: &Archive, id: ItemId) -> usize {
    archive.item(id).uri.parse().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_best_come_first_and_of_equals_the_newest(docs in docs(), words in prop::collection::vec("[甲乙丙链鏈]{1,2}", 1..4)) {
        let archive = archive(&docs);
        let query = words.join(" ");
        let whole = archive.search(&query, &Options { limit: docs.len(), ..Options::default() });
        prop_assert!(whole.hits.iter().map(|hit| hit.id).eq(whole.order.iter().copied()));
        for hit in &whole.hits {
            let explained = archive.explain(&query, hit.id).unwrap();
            if words.len() == 1 {
                let having = docs.iter().filter(|doc| !places(doc, &words[0]).is_empty()).count();
                let (word, frequency) = &explained.words[0];
                prop_assert!(*word == words[0] && (frequency - having as f64).abs() < 1e-6, "{frequency} is not {having}");
            }
            let plain = score(&docs, &docs[number(&archive, hit.id)], &explained.words);
            prop_assert!((hit.score - plain).abs() < 1e-5 * plain, "{} is not {plain}", hit.score);
        }
        for pair in whole.hits.windows(2) {
            let (one, other) = (&pair[0], &pair[1]);
            prop_assert!(one.score > other.score || one.score == other.score && one.id > other.id);
        }
    }

    #[test]
    fn a_page_is_a_part_of_the_whole_order(docs in docs(), word in "[甲乙链]{0,1}", offset in 0..50_usize, limit in 0..50_usize) {
        let archive = archive(&docs);
        let page = archive.search(&word, &Options { offset, limit, ..Options::default() });
        let expected: Vec<_> = page.order.iter().copied().skip(offset).take(limit).collect();
        prop_assert_eq!(page.hits.iter().map(|hit| hit.id).collect::<Vec<_>>(), expected);
        prop_assert_eq!(page.order, archive.search(&word, &Options::default()).order);
    }

    #[test]
    fn the_parts_add_up_to_the_score(docs in docs(), words in prop::collection::vec("[甲乙丙链鏈]{1,2}|“[甲乙鏈]”", 1..4)) {
        let archive = archive(&docs);
        let query = words.join(" OR ");
        for hit in archive.search(&query, &Options::default()).hits {
            let explained = archive.explain(&query, hit.id).unwrap();
            let sum: f64 = explained.parts.iter().map(Part::worth).sum();
            prop_assert_eq!(explained.score, hit.score);
            prop_assert!((sum - hit.score).abs() <= 1e-6 * sum, "{sum} is not {}", hit.score);
        }
    }
}

#[test]
fn what_is_not_found_has_nothing_to_explain() {
    let archive = archive(&[("甲".to_owned(), "乙".to_owned())]);
    assert_eq!(archive.explain("丙", ItemId(0)), None);
    assert_eq!(archive.explain("甲", ItemId(9)), None);
    assert_eq!(archive.explain("", ItemId(0)).unwrap().parts, []);
}

#[test]
fn a_headline_that_has_both_words_comes_before_bodies_that_repeat_them() {
    let headline = ("甲乙".to_owned(), "丙".to_owned());
    let body = ("丁".to_owned(), "甲乙甲乙甲乙甲乙".to_owned());
    let archive = archive(&[headline, body]);
    let order = archive.search("甲 乙", &Options::default()).order;
    assert_eq!(order.iter().map(|&id| number(&archive, id)).collect::<Vec<_>>(), [0, 1]);
}
