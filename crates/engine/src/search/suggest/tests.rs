use proptest::prelude::*;

use super::*;
use crate::text::script::begins_word;

const BUNDLED: &str = include_str!("../../../../../www/corpus/zhangzhou.json");

fn archive(json: &str) -> Archive {
    Archive::from_bytes(json.into()).unwrap().0
}

fn suggested_in(language: &str, archive: &Archive, text: &str) -> Vec<String> {
    let asked = Asked { language, today: Day::from_ymd(2025, 3, 15), limit: 5 };
    let said = |Suggestion { at, offer }: Suggestion| match offer {
        Offer::Value { label, post, count, .. } => [
            &text[..at],
            "|",
            &label.text,
            &post.map_or(String::new(), |post| format!("（{post}）")),
            &format!(" {count}"),
        ]
        .concat(),
        Offer::Days { from, to, count } => format!("{}|{from}/{to} {count}", &text[..at]),
        Offer::Item { headline, .. } => format!("→{}", headline.text),
    };
    archive.suggest(text, &asked).into_iter().map(said).collect()
}

fn suggested(text: &str) -> Vec<String> {
    suggested_in("zh-Hans", &archive(BUNDLED), text)
}

#[test]
fn a_person_is_offered_by_name_sound_and_initials_with_the_post_and_the_number_of_items() {
    let offered = "|谢宏坤（漳州台商投资区党工委书记） 2";
    for typed in
        ["谢", "謝宏", "宏坤", "xhk", "xiehongkun", "xiehk", "xie hong", "Xie Hongkun", "人物:谢", "hongkun", "“谢宏坤"]
    {
        assert!(suggested(typed).contains(&offered.to_owned()), "{typed}: {:?}", suggested(typed));
    }
    assert_eq!(suggested("xhk"), [offered]);
}

#[test]
fn names_are_said_in_the_readers_language() {
    let archive = archive(BUNDLED);
    assert!(suggested_in("zh-Hant", &archive, "xhk")[0].starts_with("|謝宏坤（漳州台商投資區黨工委書記）"));
    assert!(suggested_in("en", &archive, "xhk")[0].starts_with("|Xie Hongkun（"));
}

#[test]
fn nothing_is_offered_that_is_not_there() {
    for typed in
        ["4lian", "龘", "xhkk", "", "  ", "-谢宏坤", "机构:谢", "2019年", "13月", "昨晚", "qqq", "(", "“”", "人物:"]
    {
        assert_eq!(suggested(typed), [""; 0], "{typed}");
    }
}

#[test]
fn only_the_last_words_are_taken_for_a_name_or_a_date() {
    let offered = suggested("消防 xhk");
    assert_eq!(offered, ["消防 |谢宏坤（漳州台商投资区党工委书记） 2"]);
    assert!(suggested("消防 2025年3月").contains(&"消防 |2025-03-01/2025-03-31 7".to_owned()));
}

#[test]
fn words_that_look_like_a_date_are_offered_as_one_with_what_it_would_find() {
    // The four items of “近日” may be of any day in March.
    assert_eq!(suggested("3月11日")[0], "|2025-03-11/2025-03-11 5");
    assert!(suggested("昨天").contains(&"|2025-03-14/2025-03-14 5".to_owned()));
    assert!(suggested("民國114年").contains(&"|2025-01-01/2025-12-31 7".to_owned()));
    assert!(suggested("去年").iter().all(|offer| !offer.starts_with('|')));
}

#[test]
fn an_item_is_offered_by_its_headline_in_any_language_version() {
    for typed in ["海绵", "海綿城市", "sponge"] {
        let offered = suggested(typed);
        assert!(offered.iter().any(|offer| offer.starts_with("→谢宏坤讲海绵城市")), "{typed}: {offered:?}");
    }
    assert!(suggested("“海綿城市”").iter().any(|offer| offer.starts_with('→')), "the version in 繁體 has it just so");
    assert!(!suggested("“海綿城巿”").iter().any(|offer| offer.starts_with('→')));
}

#[test]
fn what_begins_with_the_text_comes_first_then_what_more_items_have() {
    let entity = |name: &str| format!(r#"{{"name": "{name}"}}"#);
    let item = |uri: usize, names: &[&str]| {
        let names: Vec<String> = names.iter().map(|name| entity(name)).collect();
        format!(r#"{{"uri": "{uri}", "bodies": [{{"value": "文"}}], "subjects": [{}]}}"#, names.join(","))
    };
    let items = [item(1, &["大水", "水"]), item(2, &["大水", "水利"]), item(3, &["大水", "水利", "水电"])];
    let archive = archive(&format!("[{}]", items.join(",")));
    assert_eq!(suggested_in("zh", &archive, "水"), ["|水 1", "|水利 2", "|水电 1", "|大水 3"]);
}

/// What is found of a name without any of the tables: by trying all its lines at all places.
fn naive(names: &[&str], typed: &str) -> Option<Fit> {
    let typed = fold(typed);
    let mut best = None;
    for name in names.iter().map(|name| fold(name)) {
        for (at, _) in name.char_indices().filter(|&(at, _)| name[at..].starts_with(&typed)) {
            let bounded = typed.chars().next().is_some_and(crate::text::script::is_word);
            if bounded && !begins_word(&name[..at], &name[at..]) {
                continue;
            }
            let fit = match () {
                () if at == 0 && name == typed => Fit::Whole,
                () if at == 0 => Fit::Start,
                () => Fit::Within,
            };
            best = best.into_iter().chain([fit]).min();
        }
    }
    best
}

proptest! {
    #[test]
    fn values_are_those_that_a_naive_search_finds_in_that_order(
        items in prop::collection::vec(prop::collection::vec(0..12_usize, 0..4), 1..12),
        names in prop::collection::vec("[水电大台臺1a ]{0,3}[水电大台臺1a]", 12),
        labels in prop::collection::vec("[water 台]{0,5}t", 12),
        typed in "[水电大台臺1at]{1,2}",
    ) {
        let mut names: Vec<String> = names.iter().map(|name| name.trim().to_owned()).collect();
        names.sort();
        names.dedup();
        let entity = |name: &str| format!(r#"{{"name": "{name}"}}"#);
        let json: Vec<String> = items.iter().enumerate().map(|(uri, values)| {
            let values: Vec<usize> = values.iter().copied().filter(|value| *value < names.len()).collect();
            let own: Vec<String> = values.iter().map(|&value| entity(&names[value])).collect();
            let english: Vec<String> = values.iter().map(|&value| entity(&labels[value])).collect();
            format!(
                r#"{{"uri": "{uri}", "language": "zh", "bodies": [{{"value": "文"}}], "places": [{}],
                    "translations": [{{"language": "en", "places": [{}]}}]}}"#,
                own.join(","), english.join(","),
            )
        }).collect();
        let archive = archive(&format!("[{}]", json.join(",")));
        let mut expected = Vec::new();
        let mut seen = Vec::new();
        for &value in items.iter().flatten().filter(|value| **value < names.len()) {
            if seen.contains(&value) {
                continue;
            }
            seen.push(value);
            let total = items.iter().filter(|values| values.contains(&value)).count();
            if let Some(fit) = naive(&[&names[value], &labels[value]], &typed) {
                expected.push((fit, std::cmp::Reverse(total), names[value].clone()));
            }
        }
        expected.sort_by_key(|one| (one.0, one.1));
        let asked = Asked { language: "zh", today: None, limit: 99 };
        let found: Vec<(String, usize)> = archive.suggest(&typed, &asked).into_iter().filter_map(|suggestion| match suggestion.offer {
            Offer::Value { value, count, .. } => Some((value, count)),
            _ => None,
        }).collect();
        let expected: Vec<(String, usize)> = expected.into_iter().map(|(_, total, name)| (name, total.0)).collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn whatever_is_typed_is_no_harm_and_what_is_offered_is_there(text in ".{0,24}", bundled in prop::sample::subsequence(BUNDLED.chars().skip(2000).take(400).collect::<Vec<char>>(), 0..4)) {
        let archive = archive(BUNDLED);
        let text = [text, bundled.into_iter().collect()].concat();
        let asked = Asked { language: "en", today: Day::from_ymd(2025, 3, 15), limit: 3 };
        for Suggestion { at, offer } in archive.suggest(&text, &asked) {
            prop_assert!(text.is_char_boundary(at));
            match offer {
                Offer::Value { facet, value, count, .. } => {
                    prop_assert_eq!(archive.index().facets.having(facet, &value).count(), count);
                }
                Offer::Days { from, to, count } => {
                    let options = super::super::Options { from: Some(from), to: Some(to), ..Default::default() };
                    prop_assert_eq!(archive.search("", &options).total, count);
                }
                Offer::Item { id, .. } => prop_assert!(archive.search(&text, &Default::default()).order.contains(&id)),
            }
        }
    }
}
