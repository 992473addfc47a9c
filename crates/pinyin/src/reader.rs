//! How a name is read.
//!
//! The readings of single characters are those of the crate `pinyin` (Unihan's, the most common one first). Our own tables
//! go before them: surnames, words, and characters that are read otherwise in names or in more than one common way.

use std::collections::HashMap;

use jianbao_engine::text::fold;
use pinyin::ToPinyin;

const SURNAMES: &str = include_str!("../data/surnames.txt");
const WORDS: &str = include_str!("../data/words.txt");
const CHARACTERS: &str = include_str!("../data/characters.txt");

/// A name gets no more readings than this: what is read in more ways is not typed by any of the rest.
const MOST: usize = 4;

/// The longest name, in characters, that may be one of a Chinese person.
const LONGEST_NAME: usize = 4;

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A person: the name begins with a surname.
    Person,
    /// Anything else.
    Other,
}

/// A table: what stands in it, and its readings, each with its syllables parted by spaces.
type Table = HashMap<&'static str, Vec<&'static str>>;

/// Reads names. Making one reads the tables, so one is made and kept.
#[derive(Debug)]
pub struct Reader {
    surnames: Table,
    words: Table,
    characters: Table,
    /// The longest word, in characters.
    longest: usize,
}

impl Default for Reader {
    fn default() -> Self {
        let words = table(WORDS);
        let longest = words.keys().map(|word| word.chars().count()).max().unwrap_or(1);
        Self { surnames: table(SURNAMES), words, characters: table(CHARACTERS), longest }
    }
}

/// The lines of a table: a text, a space, its readings parted by `;`. `#` begins a remark.
fn table(lines: &'static str) -> Table {
    let lines = lines.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once(' '))
        .map(|(text, readings)| (text, readings.split(';').collect()))
        .collect()
}

impl Reader {
    /// How a name is read: syllables without tones parted by spaces, several readings parted by `;`, the likeliest first.
    /// Letters and digits stand as they are, in small letters; all else is left out. `None` for a name without any
    /// character that is read in 拼音.
    ///
    /// ```
    /// use jianbao_pinyin::{Kind, Reader};
    /// let reader = Reader::default();
    /// assert_eq!(reader.read("单甲", Kind::Person).as_deref(), Some("shan jia"));
    /// assert_eq!(reader.read("“四链”融合", Kind::Other).as_deref(), Some("si lian rong he"));
    /// assert_eq!(reader.read("Xi’an", Kind::Other), None);
    /// ```
    pub fn read(&self, name: &str, kind: Kind) -> Option<String> {
        let name: Vec<char> = name.chars().collect();
        let folded: Vec<char> = fold(&name.iter().collect::<String>()).chars().collect();
        let mut readings = Readings::default();
        let mut at = 0;
        if kind == Kind::Person && name.len() <= LONGEST_NAME {
            at = self.surname(&folded, &mut readings);
        }
        while let Some(rest) = folded.get(at..).filter(|rest| !rest.is_empty()) {
            at += match self.word(rest) {
                Some((length, syllables)) => {
                    readings.extend(syllables);
                    length
                }
                None => self.one(name.get(at).copied(), rest, &mut readings),
            };
        }
        readings.finish()
    }

    /// Takes the surname from the front of a folded name; how many characters it has.
    fn surname(&self, name: &[char], readings: &mut Readings) -> usize {
        for length in [2, 1] {
            let text: String = name.iter().take(length).collect();
            if name.len() >= length
                && let Some(surname) = self.surnames.get(text.as_str())
            {
                readings.extend(surname);
                return length;
            }
        }
        0
    }

    /// The longest word that begins a folded text, with its length in characters.
    fn word(&self, text: &[char]) -> Option<(usize, &[&'static str])> {
        (2..=self.longest.min(text.len())).rev().find_map(|length| {
            let word: String = text.get(..length)?.iter().collect();
            Some((length, self.words.get(word.as_str())?.as_slice()))
        })
    }

    /// Reads one character, or a run of letters and digits; how many characters that are.
    fn one(&self, char: Option<char>, folded: &[char], readings: &mut Readings) -> usize {
        let run = folded.iter().take_while(|char| char.is_ascii_alphanumeric()).count();
        if run > 0 {
            readings.push(&folded.iter().take(run).collect::<String>());
            return run;
        }
        let mut buffer = [0; 4];
        let known = folded.first().and_then(|char| self.characters.get(&*char.encode_utf8(&mut buffer)));
        if let Some(known) = known {
            readings.extend(known);
        } else if let Some(reading) = char.and_then(|char| char.to_pinyin()) {
            readings.is_chinese = true;
            readings.push(reading.plain());
        }
        1
    }
}

/// The readings of what has been read so far.
#[derive(Debug)]
struct Readings {
    all: Vec<String>,
    is_chinese: bool,
}

impl Default for Readings {
    fn default() -> Self {
        Self { all: vec![String::new()], is_chinese: false }
    }
}

impl Readings {
    /// Goes on with something that is read in one way.
    fn push(&mut self, reading: &str) {
        for known in &mut self.all {
            if !known.is_empty() {
                known.push(' ');
            }
            known.push_str(reading);
        }
    }

    /// Goes on with something Chinese that is read in several ways; those that come first stay where there are too many.
    fn extend(&mut self, readings: &[&str]) {
        self.is_chinese = true;
        let before = self.all.clone();
        let with = |reading: &&str| {
            let mut one = Self { all: before.clone(), is_chinese: true };
            one.push(reading);
            one.all
        };
        self.all = readings.iter().flat_map(with).collect();
        self.all.truncate(MOST);
    }

    fn finish(self) -> Option<String> {
        self.is_chinese.then(|| self.all.join(";"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(name: &str) -> String {
        Reader::default().read(name, Kind::Person).unwrap_or_default()
    }

    fn other(name: &str) -> String {
        Reader::default().read(name, Kind::Other).unwrap_or_default()
    }

    #[test]
    fn a_surname_is_read_as_a_surname_and_only_in_front() {
        assert_eq!(["单甲", "曾乙", "解丙", "仇丁"].map(person), ["shan jia", "zeng yi", "xie bing", "qiu ding"]);
        assert_eq!(["单于甲", "尉迟乙", "令狐丙"].map(person), ["chan yu jia", "yu chi yi", "ling hu bing"]);
        assert_eq!(person("甲解"), "jia jie");
        assert_eq!(["单位", "解放区"].map(other), ["dan wei", "jie fang qu"]);
    }

    #[test]
    fn the_same_surname_in_traditional_characters_is_read_alike() {
        assert_eq!(["單甲", "區乙", "謝宏坤"].map(person), ["shan jia", "ou yi", "xie hong kun"]);
    }

    #[test]
    fn families_that_read_a_surname_differently_are_found_by_either() {
        assert_eq!(person("盖甲"), "ge jia;gai jia");
    }

    #[test]
    fn words_say_how_a_character_is_read() {
        assert_eq!(other("重点工作与项目"), "zhong dian gong zuo yu xiang mu");
        assert_eq!(other("厦门银行"), "xia men yin hang");
        assert_eq!(other("绿色出行"), "lü se chu xing");
        assert_eq!(other("重庆路"), "chong qing lu");
    }

    #[test]
    fn a_character_that_no_word_decides_is_read_in_all_its_common_ways() {
        assert_eq!(other("长岸"), "chang an;zhang an");
        assert!(other("长行重乐都").split(';').count() <= MOST);
    }

    #[test]
    fn letters_and_digits_stand_and_signs_do_not() {
        assert_eq!(other("“两镇一办”"), "liang zhen yi ban");
        assert_eq!(other("６＋N项目（试行）"), "6 n xiang mu shi xing");
        assert_eq!(Reader::default().read("GDP 2024", Kind::Other), None);
    }

    #[test]
    fn no_table_has_an_entry_twice_or_one_of_another_length() {
        for lines in [SURNAMES, WORDS, CHARACTERS] {
            let entries = lines.lines().filter(|line| !line.starts_with('#'));
            assert_eq!(entries.clone().count(), table(lines).len());
            for (text, readings) in entries.filter_map(|line| line.split_once(' ')) {
                for reading in readings.split(';') {
                    assert_eq!(reading.split(' ').count(), text.chars().count(), "{text}");
                    assert!(
                        reading.chars().all(|char| char.is_ascii_lowercase() || matches!(char, ' ' | 'ü')),
                        "{text}"
                    );
                }
                assert_eq!(fold(text), text, "what is looked up is folded");
            }
        }
    }
}
