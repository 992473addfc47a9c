//! Lines against a naive oracle: every place once, every slice where it says it is, every order kept.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::search::Options;
use crate::text::script::{begins_word, is_word};
use crate::text::{fold, marks};

/// An archive of items with a headline and a body each.
fn archive(items: &[(String, String)]) -> Archive {
    let item = |(number, (headline, body)): (usize, &(String, String))| {
        serde_json::json!({
            "uri": number.to_string(), "language": "zh-Hans",
            "headlines": [{"value": headline}], "bodies": [{"value": body}],
        })
    };
    let items: Vec<_> = items.iter().enumerate().map(item).collect();
    Archive::from_bytes(serde_json::json!({ "items": items }).to_string().into()).unwrap().0
}

fn lines_of(archive: &Archive, query: &str, sort: KwicSort, language: &str) -> (Kwic, Vec<Line>) {
    let options = Options { limit: 0, ..Options::default() };
    let found = archive.search(query, &options);
    let kwic = archive.kwic(query, &found.order, sort, usize::MAX);
    let lines = archive.kwic_lines(&kwic, 0..usize::MAX, language);
    (kwic, lines)
}

fn joined(lines: &[Line]) -> Vec<String> {
    lines.iter().map(|line| [&line.left, "[", &line.keyword, "]", &line.right].concat()).collect()
}

/// Each place of a word in a paragraph, as `[start, end)` in characters.
fn naive_places(text: &str, word: &str) -> Vec<(usize, usize)> {
    let (chars, sought): (Vec<char>, Vec<char>) = (fold(text).chars().collect(), fold(word).chars().collect());
    let string = |chars: &[char]| chars.iter().collect::<String>();
    let stands = |start: &usize| {
        let begins = || begins_word(&string(&chars[..*start]), &string(&chars[*start..]));
        chars[*start..].starts_with(&sought) && (!is_word(sought[0]) || begins())
    };
    (0..chars.len()).filter(stands).map(|start| (start, start + sought.len())).collect()
}

/// A line as field, paragraph, mark and the whole paragraph's three parts.
type Seen = (String, &'static str, usize, [usize; 2], String);

fn paragraphs(text: &str) -> impl Iterator<Item = String> {
    text.split('\n').map(|line| line.trim().to_owned()).filter(|line| !line.is_empty())
}

fn naive(items: &[(String, String)], words: &[&str]) -> BTreeSet<Seen> {
    let mut all = BTreeSet::new();
    let mut passage = |item: usize, field, number, text: &str| {
        for (start, end) in words.iter().flat_map(|word| naive_places(text, word)) {
            let units = |end: usize| text.chars().take(end).map(char::len_utf16).sum::<usize>();
            let keyword = text.chars().skip(start).take(end - start).collect();
            all.insert((item.to_string(), field, number, [units(start), units(end)], keyword));
        }
    };
    for (item, (headline, body)) in items.iter().enumerate() {
        let holds = |word: &&str| {
            paragraphs(headline).chain(paragraphs(body)).any(|text| !naive_places(&text, word).is_empty())
        };
        if !words.iter().all(holds) {
            continue;
        }
        paragraphs(headline).zip(1..).for_each(|(line, number)| passage(item, "headline", number, &line));
        paragraphs(body).zip(1..).for_each(|(line, number)| passage(item, "body", number, &line));
    }
    all
}

#[test]
fn a_keyword_stands_between_what_is_before_and_after_it() {
    let archive = archive(&[("海綿城市講座".to_owned(), "谈城市，谈海绵城市。".to_owned())]);
    let (kwic, lines) = lines_of(&archive, "城市", KwicSort::Order, "zh-Hans");
    assert_eq!(joined(&lines), ["海綿[城市]講座", "谈[城市]，谈海绵城市。", "谈城市，谈海绵[城市]。"]);
    assert_eq!((kwic.total, kwic.items, kwic.held()), (3, 1, 3));
    assert_eq!(lines[2].mark, [7, 9]);
    assert_eq!((lines[0].field, lines[2].field, lines[2].paragraph), (Field::Headline, Field::Body, 1));
}

#[test]
fn the_left_context_is_read_from_the_keyword_outwards() {
    let body = ["乙丙词", "甲丙词", "甲乙词", "词"].join("\n");
    let archive = archive(&[("题".to_owned(), body)]);
    let (_, lines) = lines_of(&archive, "词", KwicSort::Left, "zh-Hans");
    assert_eq!(
        joined(&lines),
        ["[词]", "乙丙[词]", "甲丙[词]", "甲乙[词]"],
        "丙 is before 乙 in Unicode, 乙 before 甲"
    );
}

#[test]
fn contexts_are_compared_folded() {
    let archive = archive(&[("题".to_owned(), "词臺乙\n词台甲\n词ＡB\n词ab".to_owned())]);
    let (_, lines) = lines_of(&archive, "词", KwicSort::Right, "zh-Hans");
    assert_eq!(joined(&lines), ["[词]ＡB", "[词]ab", "[词]臺乙", "[词]台甲"]);
}

#[test]
fn a_context_ends_at_the_border_of_its_paragraph() {
    let archive = archive(&[("前".to_owned(), "甲词\n乙".to_owned()), ("后".to_owned(), "丙".to_owned())]);
    assert_eq!(joined(&lines_of(&archive, "词", KwicSort::Right, "zh").1), ["甲[词]"]);
}

#[test]
fn words_that_overlap_have_a_line_each_and_one_place_named_twice_has_one() {
    let archive = archive(&[("题".to_owned(), "海绵城市".to_owned())]);
    let of = |query| joined(&lines_of(&archive, query, KwicSort::Order, "zh").1);
    assert_eq!(of("海绵 绵城"), ["[海绵]城市", "海[绵城]市"]);
    assert_eq!(of("海绵 “海绵” 海绵"), ["[海绵]城市"]);
    assert_eq!(of("海绵 -消防"), ["[海绵]城市"]);
    assert_eq!(of("date:2025"), Vec::<String>::new());
    assert_eq!(of(""), Vec::<String>::new());
}

#[test]
fn an_exact_phrase_lists_the_exact_form_alone() {
    let archive = archive(&[("题".to_owned(), "臺灣，台湾，Taiwan".to_owned())]);
    assert_eq!(joined(&lines_of(&archive, "“臺灣”", KwicSort::Order, "zh").1), ["[臺灣]，台湾，Taiwan"]);
}

#[test]
fn a_long_context_is_cut_and_the_mark_still_counts_from_the_paragraphs_beginning() {
    let archive = archive(&[("题".to_owned(), ["𠀀".repeat(50), "词".to_owned(), "b".repeat(90)].concat())]);
    let (_, lines) = lines_of(&archive, "词", KwicSort::Order, "zh");
    assert_eq!((lines[0].left.chars().count(), lines[0].right.chars().count()), (36, 72));
    assert_eq!(lines[0].mark, [100, 101]);
}

#[test]
fn a_reader_of_another_script_gets_the_lines_in_it() {
    let json = r#"{"items": [{"uri": "a", "language": "zh-Hans", "bodies": [{"value": "甲\n谈海绵城市"}],
        "translations": [{"language": "zh-Hant-TW", "bodies": [{"value": "甲\n談海綿城市"}]},
                         {"language": "en", "bodies": [{"value": "A talk about the 海绵 city"}]}]}]}"#;
    let (archive, _) = Archive::from_bytes(json.into()).unwrap();
    let of = |language| {
        let (kwic, lines) = lines_of(&archive, "海绵", KwicSort::Order, language);
        assert_eq!(kwic.total, 2, "once for both scripts, and once in English");
        lines.into_iter().map(|line| (line.left, line.keyword, line.paragraph, line.language)).collect::<Vec<_>>()
    };
    let line = |left: &str, keyword: &str, paragraph, language: &str| {
        (left.to_owned(), keyword.to_owned(), paragraph, language.to_owned())
    };
    let english = line("A talk about the ", "海绵", 1, "en");
    assert_eq!(of("zh-Hans"), [line("谈", "海绵", 2, "zh-Hans"), english.clone()]);
    assert_eq!(of("zh-Hant"), [line("談", "海綿", 2, "zh-Hant-TW"), english]);
}

#[test]
fn what_is_held_is_the_first_of_the_items_and_all_are_counted() {
    let archive = archive(&[("词词".to_owned(), "词".to_owned()), ("词".to_owned(), "词".to_owned())]);
    let found = archive.search("词", &Options::default());
    let kwic = archive.kwic("词", &found.order, KwicSort::Left, 4);
    assert_eq!((kwic.total, kwic.items, kwic.held()), (5, 2, 4));
    assert_eq!(archive.kwic_lines(&kwic, 3..9, "zh").len(), 1);
    assert_eq!(archive.kwic("词", &found.order[..1], KwicSort::Order, 9).items, 1, "a part of the items");
}

#[test]
fn json_has_every_part_of_a_line() {
    let archive = archive(&[("题".to_owned(), "谈“海绵”".to_owned())]);
    let (kwic, lines) = lines_of(&archive, "海绵", KwicSort::Left, "zh-Hans");
    let json: serde_json::Value = serde_json::from_str(&kwic.json("海绵", "海绵", KwicSort::Left, &lines)).unwrap();
    let line = serde_json::json!({
        "uri": "0", "date": null, "headline": {"text": "题", "language": "zh-Hans"}, "field": "body", "paragraph": 1,
        "left": "谈“", "keyword": "海绵", "right": "”", "mark": [2, 4], "language": "zh-Hans",
    });
    assert_eq!(
        json,
        serde_json::json!({
            "query": "海绵", "understood": "海绵", "total": 1, "items": 1, "sort": "left", "lines": [line],
        })
    );
}

/// What stands before or after a keyword in its whole paragraph, folded, from the keyword outwards.
fn context(items: &[(String, String)], line: &Line, sort: KwicSort) -> String {
    let (headline, body) = &items[line.uri.parse::<usize>().unwrap()];
    let field = if line.field == Field::Headline { headline } else { body };
    let text = paragraphs(field).nth(line.paragraph - 1).unwrap();
    let units: Vec<u16> = text.encode_utf16().collect();
    let [start, end] = line.mark;
    let part = |part: &[u16]| fold(&String::from_utf16(part).unwrap());
    if sort == KwicSort::Left { part(&units[..start]).chars().rev().collect() } else { part(&units[end..]) }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn every_place_is_there_once_and_the_lines_are_in_order(
        items in prop::collection::vec(("[台臺灣aＡ]{0,4}", "[台臺灣湾aＡ1\n ,🎉]{0,30}"), 1..5),
        words in prop::collection::vec("[台臺湾a]{1,3}", 1..3),
        sort in prop::sample::select(&KwicSort::ALL[..]),
    ) {
        let archive = archive(&items);
        let (kwic, lines) = lines_of(&archive, &words.join(" "), sort, "zh-Hans");
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let seen = |line: &Line| (line.uri.clone(), line.field.name(), line.paragraph, line.mark, line.keyword.clone());
        let shown: BTreeSet<Seen> = lines.iter().map(seen).collect();
        prop_assert_eq!(shown.len(), lines.len(), "no place is there twice");
        prop_assert_eq!(kwic.total, lines.len());
        prop_assert_eq!(shown, naive(&items, &words));
        for line in &lines {
            let text = [&line.left, &line.keyword, &line.right].map(String::as_str).concat();
            prop_assert!(items.iter().any(|(headline, body)| headline.contains(&text) || body.contains(&text)));
        }
        if sort != KwicSort::Order {
            prop_assert!(lines.is_sorted_by_key(|line| context(&items, line, sort)));
        }
    }

    #[test]
    fn long_contexts_that_begin_alike_are_in_order(ends in prop::collection::vec("[甲乙]{0,3}", 1..60)) {
        let body: Vec<String> = ends.iter().map(|end| ["词", &"同".repeat(20), end].concat()).collect();
        let items = [("题".to_owned(), body.join("\n"))];
        let (_, lines) = lines_of(&archive(&items), "词", KwicSort::Right, "zh-Hans");
        prop_assert!(lines.is_sorted_by_key(|line| (context(&items, line, KwicSort::Right), line.paragraph)));
    }

    #[test]
    fn a_line_marks_what_the_list_marks(text in "[台臺湾aＡ1 ]{1,20}", word in "[台湾a]{1,2}") {
        let archive = archive(&[("题".to_owned(), text.clone())]);
        let (_, lines) = lines_of(&archive, &word, KwicSort::Order, "zh-Hans");
        let marked = marks::in_utf16(&marks::places(&[marks::Pattern::word(&word)], text.trim()), text.trim());
        let inside = |unit: usize, marks: &[[usize; 2]]| marks.iter().any(|&[start, end]| start <= unit && unit < end);
        let own: Vec<[usize; 2]> = lines.iter().map(|line| line.mark).collect();
        prop_assert!((0..text.len()).all(|unit| inside(unit, &marked) == inside(unit, &own)));
    }
}
