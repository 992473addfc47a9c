//! The synthetic corpus: news that says nothing, shaped like news.
//!
//! Words follow Zipf's law, each item has a few words of its own that it repeats and that stand in its headline, items have
//! 500 to 1,400 characters, short ones more often, and there are sixteen a day. All follows from one seed. No character in it has a
//! variant that a search might take for the same, so that plain substrings are the truth.

use std::fmt::Write;

use super::dice::{Dice, Zipf};
use super::words::{CHARACTERS, COMMON, FAMILY_NAMES, GIVEN_NAMES, JOINTS, OFFICES, PLACES, SECTIONS};

/// How many words are made of characters, beside those that are listed.
const MADE: usize = 16_000;
/// How many people, places and offices there are.
const NAMES: usize = 1_500;
const ITEMS_A_DAY: usize = 16;
/// One item in so many has a date that is not exact.
const FUZZY: usize = 64;
/// The first day, as a year; each month has 28 days here, which are all days that there are for sure.
const FIRST_YEAR: usize = 2000;

/// A corpus of so many items, as JSON.
pub(crate) fn corpus(items: usize, seed: u64) -> String {
    let mut dice = Dice::new(seed);
    let vocabulary = Vocabulary::new(&mut dice);
    let mut json = String::with_capacity(items * 3_000);
    json.push_str(r#"{"standard":{"name":"jianbao","version":"1.0"},"title":"合成","language":"zh-Hans-CN","items":["#);
    for item in 0..items {
        json.push_str(if item == 0 { "\n" } else { ",\n" });
        // Each item has dice of its own: a longer corpus begins with the shorter one.
        vocabulary.item(item, &mut Dice::new(seed ^ (item as u64 + 1) << 20), &mut json);
    }
    json.push_str("\n]}\n");
    json
}

/// All words, the commonest first, and all names.
struct Vocabulary {
    words: Vec<String>,
    ranks: Zipf,
    joints: Vec<&'static str>,
    people: Vec<String>,
    places: Vec<String>,
    offices: Vec<String>,
    sections: Vec<&'static str>,
    names: Zipf,
}

impl Vocabulary {
    fn new(dice: &mut Dice) -> Self {
        let characters: Vec<char> = CHARACTERS.chars().collect();
        let ranks = Zipf::new(characters.len(), 40.0);
        let mut words: Vec<String> = COMMON.split(' ').map(str::to_owned).collect();
        for _ in 0..MADE {
            let length = [2, 2, 2, 2, 2, 3, 3, 4].get(dice.from(0, 7)).copied().unwrap_or(2);
            words.push((0..length).filter_map(|_| characters.get(ranks.rank(dice))).collect());
        }
        Self {
            ranks: Zipf::new(words.len(), 3.0),
            words,
            joints: JOINTS.split(' ').collect(),
            people: names(dice, person),
            places: names(dice, place),
            offices: names(dice, |dice| {
                let office = dice.one(&OFFICES.split(' ').collect::<Vec<_>>()).copied().unwrap_or_default();
                place(dice) + office
            }),
            sections: SECTIONS.split(' ').collect(),
            names: Zipf::new(NAMES, 2.0),
        }
    }

    fn item(&self, number: usize, dice: &mut Dice, json: &mut String) {
        let mut item = Item::new(self, dice);
        let headline = item.headline();
        let body = item.body();
        let (section, subjects) =
            (item.dice.one(&self.sections).copied().unwrap_or_default(), list(item.topic.iter().take(2)));
        // Nothing here needs an escape but the line end, which is written as one.
        let _ = write!(
            json,
            r#"{{"uri":"urn:synthetic:{number}","type":"text","language":"zh-Hans-CN","headlines":[{{"role":"main","value":"{headline}"}}],"bodies":[{{"role":"main","contentType":"text/plain","value":"{body}"}}],"eventDate":"{}","printSection":"{section}","printPage":"{:02}","people":[{}],"places":[{}],"organisations":[{}],"subjects":[{subjects}]}}"#,
            date(number),
            item.dice.from(1, 8),
            list(item.people.iter()),
            list(item.places.iter()),
            list(item.offices.iter()),
        );
    }

    fn word(&self, dice: &mut Dice) -> &str {
        self.words.get(self.ranks.rank(dice)).map_or("", String::as_str)
    }

    fn some<'a>(&self, of: &'a [String], most: usize, dice: &mut Dice) -> Vec<&'a str> {
        let mut some: Vec<&str> =
            (0..dice.from(1, most)).filter_map(|_| of.get(self.names.rank(dice))).map(String::as_str).collect();
        some.sort_unstable();
        some.dedup();
        some
    }
}

/// An item in the making.
struct Item<'a> {
    vocabulary: &'a Vocabulary,
    dice: &'a mut Dice,
    topic: Vec<&'a str>,
    people: Vec<&'a str>,
    places: Vec<&'a str>,
    offices: Vec<&'a str>,
}

impl<'a> Item<'a> {
    fn new(vocabulary: &'a Vocabulary, dice: &'a mut Dice) -> Self {
        // What an item is about may be rare: any word is as likely as another.
        let topic = (0..9).filter_map(|_| dice.one(&vocabulary.words)).map(String::as_str).collect();
        let people = vocabulary.some(&vocabulary.people, 3, dice);
        let places = vocabulary.some(&vocabulary.places, 2, dice);
        let offices = vocabulary.some(&vocabulary.offices, 2, dice);
        Self { vocabulary, dice, topic, people, places, offices }
    }

    fn headline(&mut self) -> String {
        let place = self.places.first().copied().unwrap_or_default();
        let mut headline = place.to_owned();
        for at in 0..self.dice.from(3, 5) {
            headline.push_str(self.topic.get(at).copied().unwrap_or_default());
            if self.dice.happens(0.5) {
                headline.push_str(self.vocabulary.word(self.dice));
            }
        }
        headline
    }

    fn body(&mut self) -> String {
        let length = 500.0 + 900.0 * self.dice.part().powi(2);
        let (mut body, mut characters) = (String::new(), 0);
        while (characters as f64) < length {
            let sentence = self.sentence();
            characters += sentence.chars().count();
            body.push_str(&sentence);
            if self.dice.happens(0.2) && (characters as f64) < length {
                body.push_str("\\n");
            }
        }
        body
    }

    fn sentence(&mut self) -> String {
        let mut sentence = String::new();
        for clause in 0..self.dice.from(1, 4) {
            sentence.push_str(if clause == 0 { "" } else { "，" });
            for _ in 0..self.dice.from(3, 8) {
                let piece = self.piece();
                sentence.push_str(&piece);
            }
        }
        sentence + "。"
    }

    fn piece(&mut self) -> String {
        let chance = self.dice.part();
        let known = |of: &[&str], dice: &mut Dice| dice.one(of).copied().unwrap_or_default().to_owned();
        match () {
            () if chance < 0.28 => known(&self.vocabulary.joints, self.dice),
            () if chance < 0.46 => known(&self.topic, self.dice),
            () if chance < 0.48 => known(&self.people, self.dice),
            () if chance < 0.50 => known(&self.places, self.dice),
            () if chance < 0.51 => known(&self.offices, self.dice),
            () if chance < 0.53 => self.dice.from(2, 990).to_string(),
            () => self.vocabulary.word(self.dice).to_owned(),
        }
    }
}

fn names(dice: &mut Dice, name: impl Fn(&mut Dice) -> String) -> Vec<String> {
    (0..NAMES).map(|_| name(dice)).collect()
}

fn person(dice: &mut Dice) -> String {
    [FAMILY_NAMES, GIVEN_NAMES, GIVEN_NAMES].into_iter().filter_map(|of| character(dice, of)).collect()
}

fn place(dice: &mut Dice) -> String {
    PLACES.into_iter().filter_map(|of| character(dice, of)).collect()
}

fn character(dice: &mut Dice, of: &str) -> Option<char> {
    dice.one(&of.chars().collect::<Vec<_>>()).copied()
}

fn list<'a>(names: impl Iterator<Item = &'a &'a str>) -> String {
    names.map(|name| format!(r#"{{"name":"{name}"}}"#)).collect::<Vec<_>>().join(",")
}

/// The date of an item, the oldest first.
fn date(number: usize) -> String {
    let day = number / ITEMS_A_DAY;
    let (year, month, day) = (FIRST_YEAR + day / (12 * 28), day / 28 % 12 + 1, day % 28 + 1);
    if number.is_multiple_of(FUZZY) { format!("{year}-{month:02}~") } else { format!("{year}-{month:02}-{day:02}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    fn read(json: &str) -> Vec<Value> {
        let corpus: Value = serde_json::from_str(json).unwrap();
        corpus["items"].as_array().unwrap().clone()
    }

    #[test]
    fn one_seed_gives_one_corpus_and_another_another() {
        assert_eq!(corpus(40, 1), corpus(40, 1));
        assert_ne!(corpus(40, 1), corpus(40, 2));
    }

    #[test]
    fn a_longer_corpus_begins_with_the_shorter_one() {
        assert_eq!(read(&corpus(30, 3))[..10], read(&corpus(10, 3)));
    }

    #[test]
    fn an_item_is_as_long_as_news_and_its_headline_has_words_of_its_text() {
        for item in read(&corpus(60, 5)) {
            let body = item["bodies"][0]["value"].as_str().unwrap();
            assert!((500..1_500).contains(&body.chars().count()), "{}", body.chars().count());
            let headline = item["headlines"][0]["value"].as_str().unwrap();
            assert!((8..50).contains(&headline.chars().count()), "{headline}");
            assert!(
                item["subjects"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .any(|subject| body.contains(subject["name"].as_str().unwrap()))
            );
        }
    }

    #[test]
    fn dates_go_on_and_some_are_fuzzy() {
        assert_eq!(date(1), "2000-01-01");
        assert_eq!(date(16 * 28 + 1), "2000-02-01");
        assert_eq!(date(16 * 28 * 12 + 17), "2001-01-02");
        assert_eq!(date(64), "2000-01~");
    }
}
