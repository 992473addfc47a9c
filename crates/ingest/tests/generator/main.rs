//! Pages set by a generator and taken apart again.
//!
//! The generator knows how newspapers are set, not how they are read: it shares no code and no constant with the crate. Figures by kind
//! of layout: `cargo test -p jianbao-ingest --test generator -- --nocapture`.

#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on should stop")]

mod dice;
mod english;
mod kinds;
mod layout;
mod story;
mod words;

use dice::Dice;
use jianbao_ingest::{Ingested, Options, account, ingest};
use kinds::Kind;
use layout::Sheet;
use story::Story;

/// Figures of the pages of one kind.
#[derive(Clone, Copy, Default)]
struct Tally {
    pages: usize,
    /// Pages with every line in its place.
    exact: usize,
    stories: usize,
    items: usize,
    lines: usize,
    right: usize,
    paragraphs: usize,
    whole: usize,
    furniture: usize,
    aside: usize,
    headlines: usize,
    headed: usize,
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.pages += other.pages;
        self.exact += other.exact;
        self.stories += other.stories;
        self.items += other.items;
        self.lines += other.lines;
        self.right += other.right;
        self.paragraphs += other.paragraphs;
        self.whole += other.whole;
        self.furniture += other.furniture;
        self.aside += other.aside;
        self.headlines += other.headlines;
        self.headed += other.headed;
    }

    fn row(&self, name: &str) -> String {
        let share = |part: usize, all: usize| if all == 0 { 100.0 } else { 100.0 * part as f64 / all as f64 };
        format!(
            "{name:<32} {:>5} {:>7} {:>7} {:>8.2} {:>8.2} {:>8.2} {:>8.2} {:>8.2}",
            self.pages,
            self.stories,
            self.items,
            share(self.right, self.lines),
            share(self.whole, self.paragraphs),
            share(self.headed, self.headlines),
            share(self.aside, self.furniture),
            share(self.exact, self.pages)
        )
    }
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// For each story the item that holds most of its lines, each item once.
fn matched(sheet: &Sheet, ingested: &Ingested, stories: usize) -> Vec<Option<usize>> {
    let mut shared = vec![vec![0_usize; ingested.items.len()]; stories];
    for (place, item) in ingested.items.iter().enumerate() {
        for story in item.lines.iter().filter_map(|&line| sheet.owners[line - 1]) {
            shared[story][place] += 1;
        }
    }
    let mut pairs: Vec<(usize, usize, usize)> = shared
        .iter()
        .enumerate()
        .flat_map(|(story, row)| row.iter().enumerate().map(move |(item, &count)| (count, story, item)))
        .filter(|pair| pair.0 > 0)
        .collect();
    pairs.sort_by(|a, b| b.0.cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut matched = vec![None; stories];
    for (_, story, item) in pairs {
        if matched[story].is_none() && !matched.contains(&Some(item)) {
            matched[story] = Some(item);
        }
    }
    matched
}

fn measure(sheet: &Sheet, ingested: &Ingested, stories: &[Story]) -> Tally {
    let matched = matched(sheet, ingested, stories.len());
    let mut holder = vec![None; sheet.owners.len()];
    for (place, item) in ingested.items.iter().enumerate() {
        item.lines.iter().for_each(|&line| holder[line - 1] = Some(place));
    }
    let mut tally = Tally { pages: 1, stories: stories.len(), items: ingested.items.len(), ..Tally::default() };
    for (line, owner) in sheet.owners.iter().enumerate() {
        if let Some(story) = owner {
            tally.lines += 1;
            tally.right += usize::from(holder[line].is_some() && holder[line] == matched[*story]);
        } else if sheet.furniture[line] {
            tally.furniture += 1;
            tally.aside += usize::from(ingested.furniture.iter().any(|aside| aside.line == line + 1));
        }
    }
    for (story, item) in stories.iter().zip(&matched) {
        let item = item.map(|item| &ingested.items[item]);
        let paragraphs: Vec<String> =
            item.map(|item| item.body.iter().map(|text| bare(text)).collect()).unwrap_or_default();
        let printed: Vec<String> =
            item.map(|item| item.printed.iter().map(|text| bare(text)).collect()).unwrap_or_default();
        tally.headlines += 1;
        tally.headed += usize::from(printed == story.headline.iter().map(|line| bare(line)).collect::<Vec<_>>());
        for paragraph in &story.paragraphs {
            // A dateline before it and a signature after it are fields of their own, and hyphens of wrapped words are gone.
            let paragraph = bare(paragraph);
            tally.paragraphs += 1;
            tally.whole += usize::from(paragraphs.iter().any(|own| {
                paragraph.contains(own.as_str())
                    && own.chars().count() + 40 > paragraph.chars().count()
                    && !own.is_empty()
            }));
        }
    }
    tally.exact = usize::from(tally.right == tally.lines && tally.items == tally.stories);
    tally
}

/// Prints a page with whose each line is and where it went; `*` marks the lines that are wrong.
fn show(sheet: &Sheet, ingested: &Ingested, stories: usize) {
    let matched = matched(sheet, ingested, stories);
    for (number, line) in sheet.text.lines().enumerate() {
        let item = ingested.items.iter().position(|item| item.lines.contains(&(number + 1)));
        let owner = sheet.owners[number];
        let wrong = owner.is_some_and(|story| item.is_none() || item != matched[story]);
        let shown = |place: Option<usize>| place.map_or("-".to_owned(), |place| place.to_string());
        println!("{} {:>3} {:>2}>{:<2} {line}", if wrong { '*' } else { ' ' }, number + 1, shown(owner), shown(item));
    }
}

#[test]
fn five_hundred_pages_are_taken_apart_as_they_were_put_together() {
    let mut tallies = vec![Tally::default(); Kind::ALL.len()];
    let options =
        Options { date: "2025-03-18".parse().unwrap(), newspaper: Some("甲乙日报".to_owned()), page: None };
    // Other pages than those of the table: JIANBAO_SEED=500, and so on.
    let first = std::env::var("JIANBAO_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(0);
    for seed in first..first + 500_u64 {
        let dice = &mut Dice::new(seed);
        let number = seed as usize % Kind::ALL.len();
        let stories = story::stories(Kind::ALL[number], dice);
        let sheet = layout::set(Kind::ALL[number], &stories, dice);
        let ingested = ingest(&sheet.text, &options);
        account(&sheet.text, &ingested).unwrap_or_else(|error| panic!("page {seed}: {error}"));
        let tally = measure(&sheet, &ingested, &stories);
        if std::env::var("JIANBAO_SHOW").is_ok_and(|show| show == seed.to_string()) {
            show(&sheet, &ingested, stories.len());
        }
        if std::env::var("JIANBAO_LIST").is_ok() && tally.exact == 0 {
            println!(
                "page {seed} ({}): {} of {} lines, {} items of {}",
                Kind::ALL[number].name(),
                tally.right,
                tally.lines,
                tally.items,
                tally.stories
            );
        }
        tallies[number].add(tally);
    }
    let mut total = Tally::default();
    println!(
        "{:<32} {:>5} {:>7} {:>7} {:>8} {:>8} {:>8} {:>8} {:>8}",
        "", "pages", "stories", "items", "lines %", "whole %", "heads %", "furn. %", "exact %"
    );
    for (kind, tally) in Kind::ALL.iter().zip(&tallies) {
        println!("{}", tally.row(kind.name()));
        total.add(*tally);
    }
    println!("{}", total.row("all"));
    assert!(total.right * 100 >= total.lines * 98, "98 % of the lines are in the right item");
}
