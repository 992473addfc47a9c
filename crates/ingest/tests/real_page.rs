//! A real page of two zones, where it is at hand beside the repository. Its text is not ours, so the test knows it by the numbers
//! of its lines only: which lines make which paragraph was read off the page by eye.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use jianbao_ingest::{Ingested, Options, account, corpus, decode, ingest, splice};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/pages/zhangzhou-zones.txt");

/// One item of the page: paragraphs and headline lines and caption as line numbers (first and last, from 1), and its date.
struct Expected {
    paragraphs: &'static [(usize, usize)],
    headline: &'static [usize],
    caption: Option<(usize, usize)>,
    date: &'static str,
}

const ITEMS: [Expected; 7] = [
    Expected {
        paragraphs: &[(11, 15), (17, 21), (23, 56), (58, 75)],
        headline: &[77, 78],
        caption: Some((3, 9)),
        date: "2025-03~",
    },
    Expected { paragraphs: &[(80, 89), (91, 100), (102, 120)], headline: &[122, 123], caption: None, date: "2025-03~" },
    Expected { paragraphs: &[(125, 130), (132, 143), (145, 155)], headline: &[157], caption: None, date: "2025-03-14" },
    Expected {
        paragraphs: &[(164, 169), (171, 182), (184, 191), (193, 195)],
        headline: &[197, 198],
        caption: Some((158, 162)),
        date: "2025-03-13",
    },
    Expected {
        paragraphs: &[(200, 203), (205, 209), (211, 226), (228, 229)],
        headline: &[231, 232],
        caption: Some((293, 294)),
        date: "2025-03-11",
    },
    Expected {
        paragraphs: &[(234, 236), (238, 242), (244, 260), (262, 267), (269, 271)],
        headline: &[273, 274],
        caption: None,
        date: "2025-03~",
    },
    Expected { paragraphs: &[(276, 279), (281, 288), (290, 292)], headline: &[], caption: None, date: "2025-03~" },
];

/// The page and what is made of it; `None`, said aloud, where the page is not at hand.
fn page() -> Option<(String, Ingested)> {
    let Ok(bytes) = std::fs::read(PAGE) else {
        println!("skipped: {PAGE} is not at hand");
        return None;
    };
    let (text, _) = decode(&bytes).unwrap();
    let options = Options { date: "2025-03".parse().unwrap(), newspaper: None, page: None };
    let ingested = ingest(&text, &options);
    Some((text, ingested))
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The characters of the page's lines from one to another.
fn lines(page: &str, (first, last): (usize, usize)) -> String {
    bare(&page.lines().skip(first - 1).take(last - first + 1).collect::<String>())
}

#[test]
fn the_seven_items_have_their_whole_texts() {
    let Some((text, ingested)) = page() else { return };
    assert_eq!(ingested.items.len(), ITEMS.len());
    for (item, expected) in ingested.items.iter().zip(&ITEMS) {
        let mut paragraphs: Vec<String> = expected.paragraphs.iter().map(|&range| lines(&text, range)).collect();
        paragraphs[0] = paragraphs[0].strip_prefix("本报讯").unwrap().to_owned();
        assert_eq!(item.dateline, "本报讯");
        assert_eq!(item.body, paragraphs, "paragraphs are whole, and no stray space is left in them");
    }
    assert_eq!(ingested.items.iter().map(|item| item.body.len()).sum::<usize>(), 26);
}

#[test]
fn the_eleven_headline_lines_stand_with_their_texts_though_printed_after_them() {
    let Some((text, ingested)) = page() else { return };
    for (item, expected) in ingested.items.iter().zip(&ITEMS) {
        let headline: Vec<String> = expected.headline.iter().map(|&line| lines(&text, (line, line))).collect();
        assert_eq!(item.printed.iter().map(|line| bare(line)).collect::<Vec<_>>(), headline);
    }
    let halves = ingested.items.iter().flat_map(|item| &item.printed).filter(|line| line.contains(' ')).count();
    assert_eq!(halves, 4, "the space between the halves of a headline is kept");
}

#[test]
fn the_three_captions_stand_with_the_texts_they_belong_to() {
    let Some((text, ingested)) = page() else { return };
    for (item, expected) in ingested.items.iter().zip(&ITEMS) {
        let caption: Vec<String> = expected.caption.map(|range| lines(&text, range)).into_iter().collect();
        assert_eq!(item.captions, caption);
    }
}

#[test]
fn days_are_as_the_page_gives_them_and_recently_is_approximate() {
    let Some((_, ingested)) = page() else { return };
    for (item, expected) in ingested.items.iter().zip(&ITEMS) {
        assert_eq!(item.event_date.as_deref(), Some(expected.date));
    }
}

#[test]
fn the_section_printed_twice_holds_for_the_zone_it_names_and_no_other_is_guessed() {
    let Some((_, ingested)) = page() else { return };
    let sections: Vec<Option<&str>> = ingested.items.iter().map(|item| item.section.as_deref()).collect();
    let zone = Some("台商区");
    assert_eq!(sections, [zone, zone, zone, None, None, None, None]);
    assert!(ingested.items.iter().all(|item| item.inferred.is_empty()));
    assert_eq!(
        ingested.furniture.iter().map(|aside| (aside.line, aside.text.as_str())).collect::<Vec<_>>(),
        [(1, "台商区"), (1, "台商区")]
    );
}

#[test]
fn every_character_is_accounted_for_and_nothing_is_left_over() {
    let Some((text, ingested)) = page() else { return };
    let accounting = account(&text, &ingested).unwrap();
    assert_eq!(accounting.page, accounting.items + accounting.furniture + accounting.leftovers);
    assert_eq!((accounting.furniture, accounting.leftovers), (6, 0));
    println!("{accounting:?}");
}

#[test]
fn the_corpus_made_of_it_marks_the_text_without_a_headline() {
    let Some((_, ingested)) = page() else { return };
    let pages = [ingested];
    let made = splice(&corpus(&pages, &Default::default()), &pages, &Default::default()).unwrap();
    assert_eq!(made.added.len(), 7);
    assert_eq!(made.text.matches("原页未见标题").count(), 1);
    assert_eq!(made.text, splice(&corpus(&pages, &Default::default()), &pages, &Default::default()).unwrap().text);
}
