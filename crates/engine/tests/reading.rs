//! Reading a corpus: what is taken, what is left out, and what the reader is told.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, Mutex};

use jianbao_engine::corpus::{
    Bytes, Corpus, Item, ItemId, Part, Problem, ProblemKind, Rendition, Role, read, read_parts,
};
use proptest::prelude::*;

const BUNDLED: &[u8] = include_bytes!("../../../www/corpus/zhangzhou.json");

fn reading(json: &str) -> Result<(Corpus, Vec<Problem>), Problem> {
    read(json.as_bytes().to_vec(), &mut |_| {})
}

/// The uris that were read, in the order of the ids, and the problems as sentences.
fn told(json: &str) -> (Vec<String>, Vec<String>) {
    match reading(json) {
        Ok((corpus, problems)) => (uris(&corpus), problems.iter().map(Problem::to_string).collect()),
        Err(problem) => (Vec::new(), vec![problem.to_string()]),
    }
}

fn uris(corpus: &Corpus) -> Vec<String> {
    let mut ids = corpus.in_file_order().to_vec();
    ids.sort();
    ids.iter().map(|&id| corpus.item(id).uri).collect()
}

/// The only problem of a corpus of which nothing else is asked.
fn problem(json: &str) -> String {
    let (_, problems) = told(json);
    assert_eq!(problems.len(), 1, "{problems:?}");
    problems.into_iter().next().unwrap()
}

fn item(uri: &str, rest: &str) -> String {
    format!(r#"{{"uri": "{uri}", "headlines": [{{"value": "题"}}]{rest}}}"#)
}

fn corpus(items: &[String]) -> String {
    format!("{{\"title\": \"报\", \"items\": [\n{}\n]}}", items.join(",\n"))
}

#[test]
fn the_bundled_corpus_is_read_without_a_problem() {
    let mut seen: Vec<Item> = Vec::new();
    let (corpus, problems) = read(BUNDLED.to_vec(), &mut |item| seen.push(item.clone())).unwrap();
    assert_eq!(problems, []);
    assert_eq!((corpus.len(), seen.len()), (7, 7));
    assert_eq!(corpus.envelope.title_in("en").unwrap().text, "Two Zhangzhou zones");
    assert_eq!(corpus.envelope.title_in("zh-Hant").unwrap().text, "漳州兩區新聞");
    for (item, &id) in seen.iter().zip(corpus.in_file_order()) {
        assert_eq!(&corpus.item(id), item);
        assert_eq!(corpus.id_of(&item.uri), Some(id));
        assert_eq!(corpus.date(id), item.date());
    }
}

#[test]
fn ids_are_chronological_with_fuzzy_dates_after_exact_ones_of_their_month() {
    let dates =
        ["2025-04-01", "2025-03~", "", "2025-03-14", "2025-03-11/2025-03-12", "2025-03-11", "2025", "2025-01-05"];
    let items: Vec<String> = dates
        .iter()
        .map(|date| {
            item(
                &format!("u:{date}"),
                &if date.is_empty() { String::new() } else { format!(r#", "eventDate": "{date}""#) },
            )
        })
        .collect();
    let (corpus, problems) = reading(&corpus(&items)).unwrap();
    assert_eq!(problems, []);
    let order: Vec<String> = uris(&corpus).iter().map(|uri| uri.replace("u:", "")).collect();
    let expected =
        ["2025-01-05", "2025", "2025-03-11", "2025-03-11/2025-03-12", "2025-03-14", "2025-03~", "2025-04-01", ""];
    assert_eq!(order, expected);
    let ids: Vec<u32> = corpus.in_file_order().iter().map(|id| id.0).collect();
    assert_eq!(ids, [6, 5, 7, 4, 3, 2, 1, 0]);
}

#[test]
fn items_of_one_date_keep_the_order_of_the_file() {
    let items: Vec<String> = (0..40).map(|n| item(&format!("u:{n}"), r#", "eventDate": "2025-03-14""#)).collect();
    let (corpus, _) = reading(&corpus(&items)).unwrap();
    assert_eq!(corpus.in_file_order().iter().map(|id| id.0).collect::<Vec<_>>(), (0..40).collect::<Vec<_>>());
}

#[test]
fn a_bad_item_is_reported_and_the_others_are_read() {
    let items = [item("a", ""), item("b", r#", "by": 7"#), "5".to_owned(), "[\"c\"]".to_owned(), item("d", "")];
    let (uris, problems) = told(&corpus(&items));
    assert_eq!(uris, ["a", "d"]);
    assert_eq!(
        problems,
        [
            "/items/1/by (line 3, column 51): here should be a string, and there is a number: correct the value or leave it out",
            "/items/2 (line 4, column 1): here should be an object, and there is a number: correct the value or leave it out",
            "/items/3 (line 5, column 1): here should be an object, and there is an array: correct the value or leave it out",
        ]
    );
}

#[test]
fn a_wrong_type_is_reported_at_the_very_field() {
    let wrong = [
        (r#""headlines": [{"value": 5}]"#, "/items/0/headlines/0/value", "a string, and there is a number"),
        (
            r#""headlines": [{"value": "题"}, {"value": null}]"#,
            "/items/0/headlines/1/value",
            "a string, and there is null",
        ),
        (r#""headlines": "题""#, "/items/0/headlines", "an array, and there is a string"),
        (r#""headlines": [["main", "题"]]"#, "/items/0/headlines/0", "an object, and there is an array"),
        (r#""figures": [[8, "家", "企业"]]"#, "/items/0/figures/0", "an object, and there is an array"),
        (r#""headlines": ["题"]"#, "/items/0/headlines/0", "an object, and there is a string"),
        (
            r#""people": [{"name": "甲"}, {"name": {"zh": "乙"}}]"#,
            "/items/0/people/1/name",
            "a string, and there is an object",
        ),
        (
            r#""people": [{"name": "甲", "jobTitle": null}]"#,
            "/items/0/people/0/jobTitle",
            "a string, and there is null",
        ),
        (r#""figures": [{"value": "8"}]"#, "/items/0/figures/0/value", "a number, and there is a string"),
        (r#""eventDate": 2025"#, "/items/0/eventDate", "a string, and there is a number"),
        (r#""eventDate": null"#, "/items/0/eventDate", "a string, and there is null"),
        (r#""subjects": {"name": "水"}"#, "/items/0/subjects", "an array, and there is an object"),
        (r#""subjects": true"#, "/items/0/subjects", "an array, and there is true or false"),
        (
            r#""translations": [{"bodies": [{"value": ["段"]}]}]"#,
            "/items/0/translations/0/bodies/0/value",
            "a string, and there is an array",
        ),
    ];
    for (field, pointer, what) in wrong {
        let told = problem(&format!(r#"{{"items": [{{"uri": "a", {field} }}, {}]}}"#, item("b", "")));
        assert!(told.starts_with(&format!("{pointer} (line 1, column ")), "{told}");
        assert!(told.contains(what), "{told}");
    }
}

#[test]
fn columns_are_counted_in_characters_and_point_at_the_value() {
    let told = problem(
        "{\"items\": [\n  {\"slugline\": \"漳州漳州\", \"uri\": 5}, {\"uri\": \"b\", \"bodies\": [{\"value\": \"文\"}]}]}",
    );
    assert!(told.starts_with("/items/0/uri (line 2, column 31): "), "{told}");
}

#[test]
fn an_item_with_a_wrong_date_stays_and_is_undated() {
    let (corpus, problems) = reading(&corpus(&[item("a", r#", "eventDate": "2025-13""#)])).unwrap();
    assert_eq!(corpus.len(), 1);
    assert_eq!(corpus.date(corpus.in_file_order()[0]), None);
    assert_eq!(
        problems[0].to_string(),
        "/items/0/eventDate (line 2, column 58): “2025-13” is not a date: write 2025-03-14, 2025-03, 2025-03~ or 2025-03-11/2025-03-14"
    );
}

/// An item with a picture that has these renditions.
fn with_renditions(renditions: &str) -> String {
    corpus(&[item(
        "a",
        &format!(r#", "associations": [{{"uri": "p", "type": "picture", "renditions": {renditions}}}]"#),
    )])
}

/// The files of its picture: address, type and size.
fn files(json: &str) -> Vec<String> {
    let (corpus, _) = reading(json).unwrap();
    let item = corpus.item(corpus.id_of("a").unwrap());
    let size = |file: &Rendition| format!("{}×{}", file.width.0, file.height.0);
    item.associations[0].addressed().map(|file| format!("{} {}", file.href, size(file))).collect()
}

#[test]
fn a_picture_has_files_by_whichever_form_of_ninjs() {
    let list = r#"[{"name": "s", "href": "s.jpg", "contentType": "image/jpeg", "width": 300, "height": 200, "sizeInBytes": 9},
        {"name": "l", "href": "l.webp", "contenttype": "Image/WebP", "width": 900, "height": 600}]"#;
    assert_eq!(files(&with_renditions(list)), ["s.jpg 300×200", "l.webp 900×600"]);
    let object = r#"{"s": {"href": "s.jpg", "mimetype": "image/jpeg", "width": 300}, "film": {"href": "f.mp4", "mimetype": "video/mp4"},
        "any": {"href": "a"}}"#;
    assert_eq!(files(&with_renditions(object)), ["s.jpg 300×0", "a 0×0"]);
    for none in ["[]", "{}"] {
        assert_eq!(told(&with_renditions(none)).1, [""; 0]);
        assert_eq!(files(&with_renditions(none)), [""; 0]);
    }
}

#[test]
fn a_size_that_is_no_whole_number_of_pixels_is_not_known() {
    let sizes = r#"[{"href": "a", "width": 300.5, "height": -2}, {"href": "b", "width": 1e3, "height": 99999999999}]"#;
    assert_eq!(told(&with_renditions(sizes)).1, [""; 0]);
    assert_eq!(files(&with_renditions(sizes)), ["a 0×0", "b 0×0"]);
}

#[test]
fn a_wrong_file_of_a_picture_is_reported_and_costs_neither_the_item_nor_the_others() {
    let wrong = [
        (r#"5"#, "", "an array, and there is a number"),
        (r#"null"#, "", "an array, and there is null"),
        (r#"["a.jpg"]"#, "/0", "an object, and there is a string"),
        (r#"[{"href": "a"}, {"href": ["b"]}]"#, "/1/href", "a string, and there is an array"),
        (r#"[{"href": "a"}, {"href": "b", "width": "300"}]"#, "/1/width", "a number, and there is a string"),
        (r#"{"x": {"href": "a"}, "s": {"href": "b", "height": null}}"#, "/s/height", "a number, and there is null"),
        (r#"{"s": "a.jpg"}"#, "/s", "an object, and there is a string"),
        (r#"[{"href": "a", "href": "b"}]"#, "/0/href", "duplicate field"),
    ];
    for (renditions, pointer, what) in wrong {
        let json = with_renditions(renditions);
        let told = problem(&json);
        let pointer = format!("/items/0/associations/0/renditions{pointer} (line 2, column ");
        assert!(told.starts_with(&pointer) && told.contains(what), "{told}");
        let others: &[&str] = if renditions.contains(r#"{"href": "a"}"#) { &["a 0×0"] } else { &[] };
        assert_eq!(files(&json), others);
    }
    let in_a_version = item("a", r#", "translations": [{"language": "en", "associations": [{"renditions": [5]}]}]"#);
    assert!(
        problem(&corpus(&[in_a_version])).starts_with("/items/0/translations/0/associations/0/renditions/0 (line 2, ")
    );
    let both = with_renditions("[5, 6]");
    assert_eq!(told(&both).1.len(), 2, "each of them");
}

#[test]
fn what_is_no_json_within_renditions_is_none_of_the_whole() {
    let (uris, problems) = told(&with_renditions(r#"[{"href": oops}]"#));
    assert!(uris.is_empty() && problems[0].contains("this is not good JSON"), "{problems:?}");
}

#[test]
fn each_wrong_date_of_an_item_is_reported() {
    let wrong = item("a", r#", "datePublished": "近日", "eventDate": "2025-02-30""#);
    let (_, problems) = told(&corpus(&[wrong]));
    assert_eq!(problems.len(), 2);
    assert!(problems[0].starts_with("/items/0/eventDate") && problems[1].starts_with("/items/0/datePublished"));
}

#[test]
fn of_two_items_with_one_uri_the_first_stays() {
    let (uris, problems) = told(&corpus(&[item("a", ""), "1".to_owned(), item("b", ""), item("b", "")]));
    assert_eq!(uris, ["a", "b"]);
    assert_eq!(
        problems[1],
        "/items/3/uri (line 5, column 9): the uri “b” is already that of /items/2: give each item its own"
    );
}

#[test]
fn an_item_needs_a_uri_and_a_text() {
    let items =
        [item("  ", ""), r#"{"uri": "a", "headlines": [{"value": " "}], "bodies": []}"#.to_owned(), item("b", "")];
    let (uris, problems) = told(&corpus(&items));
    assert_eq!(uris, ["b"]);
    assert_eq!(problems[0], "/items/0 (line 2, column 1): the item has no `uri`: give it one that no other item has");
    assert_eq!(
        problems[1],
        "/items/1 (line 3, column 1): the item has neither a headline nor a body: give it one of them"
    );
}

#[test]
fn what_is_no_corpus_is_refused_with_the_reason() {
    let refused = [
        ("", "line 1, column 1: the file is empty: give a corpus with at least one item"),
        (" \n\t", "line 1, column 1: the file is empty: give a corpus with at least one item"),
        (
            "\n<!DOCTYPE html><p>404",
            "line 2, column 1: this is HTML, not JSON: check the address, it may give an error page",
        ),
        ("漳州", "line 1, column 1: this is not good JSON (expected value): correct it here"),
        (
            "{\"items\": [\n{\"uri\": \"a\",}]}",
            "/items/0 (line 2, column 13): this is not good JSON (key must be a string): correct it here",
        ),
        (
            "{\"items\": [{\"uri\": \"甲",
            "/items/0/uri (line 1, column 22): the JSON breaks off: get a complete copy of the file",
        ),
        ("{\"items\": []}", "/items (line 1, column 11): the corpus has no items: give at least one"),
        ("[]", "line 1, column 1: the corpus has no items: give at least one"),
        (
            "{\"title\": \"报\"}",
            "line 1, column 1: here should be an object with a list `items`, and there is none: correct the value or leave it out",
        ),
        (
            "{\"items\": {}}",
            "/items (line 1, column 11): here should be an array, and there is an object: correct the value or leave it out",
        ),
        (
            "{\"items\": null}",
            "/items (line 1, column 11): here should be an array, and there is null: correct the value or leave it out",
        ),
        ("5", "line 1, column 1: here should be an object, and there is a number: correct the value or leave it out"),
    ];
    for (json, expected) in refused {
        assert_eq!(problem(json), expected, "{json}");
    }
}

#[test]
fn bytes_that_are_not_utf8_are_refused_where_they_stand() {
    let problem = read(b"{\"title\":\n \"\xe6\xbc\xb3\xd5\xc4\"".to_vec(), &mut |_| {}).unwrap_err();
    assert_eq!(problem.to_string(), "line 2, column 4: the text is not UTF-8: save the file as UTF-8");
}

#[test]
fn what_stands_before_bytes_that_are_not_utf8_is_kept() {
    let bytes = [format!("[{},\n{},{{", item("a", ""), item("b", "")).as_bytes(), b"\"uri\": \"\xff\"}]"].concat();
    let mut uris = Vec::new();
    let (corpus, problems) = read(bytes, &mut |item| uris.push(item.uri.clone())).unwrap();
    assert_eq!((uris, corpus.len()), (vec!["a".to_owned(), "b".to_owned()], 2));
    let column = item("b", "").chars().count() + 11;
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems, [format!("line 2, column {column}: the text is not UTF-8: save the file as UTF-8")]);
}

#[test]
fn bytes_that_are_changed_after_reading_are_shown_as_nothing() {
    #[derive(Clone)]
    struct Shared(Arc<Mutex<Vec<u8>>>);
    impl Bytes for Shared {
        fn length(&self) -> usize {
            self.0.lock().unwrap().len()
        }
        fn piece(&self, range: Range<usize>) -> Cow<'_, [u8]> {
            self.0.lock().unwrap().get(range).unwrap_or_default().to_vec().into()
        }
    }
    let shared = Shared(Arc::new(Mutex::new(format!("[{}]", item("a", "")).into_bytes())));
    let (corpus, _) = read_parts(vec![Part::new("", shared.clone())], &mut |_| {}).unwrap();
    assert_eq!(corpus.item(ItemId(0)).uri, "a");
    shared.0.lock().unwrap().fill(0xFF);
    assert_eq!((&*corpus.raw(ItemId(0)), corpus.item(ItemId(0))), ("", Item::default()));
    shared.0.lock().unwrap().clear();
    assert_eq!((&*corpus.raw(ItemId(0)), corpus.item(ItemId(0))), ("", Item::default()));
}

#[test]
fn items_without_an_envelope_and_a_byte_order_mark_are_taken() {
    assert_eq!(told(&format!("\u{feff}[{}, 1]", item("a", ""))).0, ["a"]);
    let (uris, problems) = told(&format!("[{}, {{}}]", item("a", "")));
    assert_eq!(uris, ["a"]);
    assert!(problems[0].starts_with("/1 (line 1, column "), "{problems:?}");
}

#[test]
fn a_wrong_envelope_costs_only_the_field() {
    let json =
        format!(r#"{{"title": 5, "note": "注", "translations": [{{"title": []}}], "items": [{}]}}"#, item("a", ""));
    let (corpus, problems) = reading(&json).unwrap();
    assert_eq!((corpus.len(), corpus.envelope.title.as_str(), corpus.envelope.note.as_str()), (1, "", "注"));
    let pointers: Vec<&str> = problems.iter().map(|problem| problem.place.pointer.as_str()).collect();
    assert_eq!(pointers, ["/title", "/translations/0/title"]);
}

#[test]
fn fields_that_are_not_known_are_kept_as_they_stand() {
    let odd = item("a", r#", "xmp:Rating": [1.50, {"a/b~": "\u7532"}], "figures": [{"value": 1e2}]"#);
    let (corpus, problems) = reading(&corpus(&[odd.clone(), item("b", "")])).unwrap();
    assert_eq!(problems, []);
    assert_eq!(corpus.raw(corpus.id_of("a").unwrap()), odd);
}

#[test]
fn deep_nesting_is_an_error_or_kept_but_never_a_crash() {
    let deep = |open: &str, close: &str| format!("{}1{}", open.repeat(200_000), close.repeat(200_000));
    let unknown = item("a", &format!(r#", "x": {}"#, deep("[", "]")));
    assert_eq!(told(&corpus(&[unknown])).0, ["a"]);
    let known = item("b", &format!(r#", "translations": {}"#, deep("[{\"translations\":", "}]")));
    let (uris, problems) = told(&corpus(&[known, item("c", "")]));
    assert_eq!(uris, ["c"]);
    assert!(problems[0].contains("recursion limit exceeded"), "{}", &problems[0][problems[0].len() - 200..]);
}

#[test]
fn markup_in_a_text_is_text() {
    let script = "<script>alert(1)</script>";
    let json = corpus(&[format!(r#"{{"uri": "{script}", "headlines": [{{"value": "{script}"}}]}}"#)]);
    let (corpus, problems) = reading(&json).unwrap();
    assert_eq!(problems, []);
    assert_eq!(corpus.item(corpus.in_file_order()[0]).headline(Role::Main), Some(script));
}

#[test]
fn ids_of_another_corpus_give_nothing() {
    let (corpus, _) = reading(&corpus(&[item("a", "")])).unwrap();
    let stranger = jianbao_engine::corpus::ItemId(7);
    assert_eq!((&*corpus.raw(stranger), corpus.date(stranger), corpus.item(stranger)), ("", None, Item::default()));
}

#[test]
fn a_large_corpus_is_read_whole_and_its_last_problem_has_a_place() {
    let body = "漳州的新桥通车了。".repeat(50);
    let mut items: Vec<String> = (0..4_000)
        .map(|n| {
            item(
                &n.to_string(),
                &format!(r#", "eventDate": "20{:02}-03~", "bodies": [{{"value": "{body}"}}]"#, n % 90 + 10),
            )
        })
        .collect();
    items.push("false".to_owned());
    let json = corpus(&items);
    let start = std::time::Instant::now();
    let (corpus, problems) = reading(&json).unwrap();
    println!("{} kB read in {:?}", json.len() / 1000, start.elapsed());
    assert_eq!(corpus.len(), 4_000);
    assert_eq!((problems.len(), problems[0].place.line, problems[0].place.column), (1, 4_002, 1));
}

fn part(name: &str, json: &str) -> Part {
    Part::new(name, json.as_bytes().to_vec())
}

#[test]
fn several_files_make_one_corpus_and_a_bad_one_is_named() {
    let parts = vec![
        part(
            "a.json",
            r#"{"title": "甲报", "language": "zh", "translations": [{"language": "en", "title": "A"}], "items": [{"uri": "1", "headlines": [{"value": "甲"}], "eventDate": "2025-03-02"}]}"#,
        ),
        part("b.json", "<!doctype html>"),
        part(
            "c.json",
            r#"{"title": "乙报", "language": "zh", "translations": [{"language": "en", "title": "B"}],
                "items": [{"uri": "1", "headlines": [{"value": "又"}]}, {"uri": "2", "headlines": [{"value": "乙"}], "eventDate": "2025-03-01"}]}"#,
        ),
    ];
    let mut seen = Vec::new();
    let (corpus, problems) = read_parts(parts, &mut |item| seen.push(item.uri.clone())).unwrap();
    assert_eq!(seen, ["1", "2"]);
    assert_eq!(corpus.item(corpus.id_of("2").unwrap()).headline(Role::Main), Some("乙"));
    assert_eq!(corpus.id_of("2").unwrap().0, 0, "numbers are chronological over all files");
    assert_eq!(corpus.envelope.title, "甲报 · 乙报");
    assert_eq!(corpus.envelope.title_in("en").unwrap().text, "A · B");
    let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(said[0].starts_with("b.json: line 1, column 1: this is HTML"), "{}", said[0]);
    assert!(
        said[1]
            .starts_with("c.json: /items/0/uri (line 2, column 35): the uri “1” is already that of a.json: /items/0"),
        "{}",
        said[1]
    );
    assert_eq!(said.len(), 2);
}

#[test]
fn an_item_knows_where_its_file_came_from() {
    let file = |uri, date| format!(r#"[{{"uri": "{uri}", "headlines": [{{"value": "题"}}], "eventDate": "{date}"}}]"#);
    let parts = vec![
        part("a", &file("1", "2025-03-03")).at("https://a.example/1/a.json"),
        part("b", "<!doctype html>").at("https://b.example/"),
        part("c", &file("2", "2025-03-01")),
        part("d", &file("3", "2025-03-02")).at("file:///d.json"),
    ];
    let (corpus, _) = read_parts(parts, &mut |_| {}).unwrap();
    let of = |uri| corpus.address(corpus.id_of(uri).unwrap());
    assert_eq!([of("1"), of("2"), of("3")], ["https://a.example/1/a.json", "", "file:///d.json"]);
    assert_eq!(reading(&file("1", "2025")).unwrap().0.address(ItemId(0)), "");
}

#[test]
fn where_no_file_can_be_read_the_first_one_is_told() {
    let problem = read_parts(vec![part("a.json", ""), part("b.json", "[]")], &mut |_| {}).unwrap_err();
    assert_eq!(
        problem.to_string(),
        "a.json: line 1, column 1: the file is empty: give a corpus with at least one item"
    );
}

#[test]
fn of_a_file_that_breaks_off_the_whole_items_stay() {
    let cut = r#"{"title": "报", "items": [{"uri": "1", "headlines": [{"value": "甲"}]}, {"uri": "2", "headl"#;
    let (corpus, problems) = read(cut.into(), &mut |_| {}).unwrap();
    assert_eq!((corpus.len(), corpus.envelope.title.as_str()), (1, "报"));
    assert_eq!(problems.iter().map(|problem| &problem.kind).collect::<Vec<_>>(), [&ProblemKind::CutShort]);
}

#[test]
fn a_file_that_breaks_off_within_a_character_is_cut_short_and_no_other_encoding() {
    let cut = r#"{"items": [{"uri": "1", "headlines": [{"value": "甲"}]}, {"uri": "2", "headlines": [{"value": "乙"#;
    let (corpus, problems) = read(cut.as_bytes()[..cut.len() - 1].into(), &mut |_| {}).unwrap();
    assert_eq!(corpus.len(), 1);
    assert_eq!(problems.iter().map(|problem| &problem.kind).collect::<Vec<_>>(), [&ProblemKind::CutShort]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_corpus_is_read_or_refused_with_a_place_inside_the_file(
        at in 0usize..BUNDLED.len(), cut in 0usize..40, put in "[\\[\\]{}\",:0n\\\\漳 ]{0,3}",
    ) {
        let mut bytes = BUNDLED.to_vec();
        bytes.splice(at..(at + cut).min(BUNDLED.len()), put.bytes());
        let lines = 1 + bytes.iter().filter(|&&byte| byte == b'\n').count();
        let mut seen = Vec::new();
        let problems = match read(bytes, &mut |item| seen.push(item.clone())) {
            Ok((corpus, problems)) => {
                let again: Vec<Item> = corpus.in_file_order().iter().map(|&id| corpus.item(id)).collect();
                prop_assert_eq!(again, seen);
                problems
            }
            Err(problem) => vec![problem],
        };
        for problem in problems {
            prop_assert!((1..=lines).contains(&problem.place.line) && problem.place.column > 0, "{}", problem);
        }
    }
}
