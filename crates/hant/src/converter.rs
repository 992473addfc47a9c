//! Text in 简体 to text in 繁體.
//!
//! The tables are OpenCC's, as the crate `opencc-fmmseg` carries them: the longest phrase that begins at a character
//! decides, else the character's most common form; then Taiwan's standard forms (裏 → 裡, 着 → 著). What is done beyond:
//!
//! - [`PHRASES`] and [`GUARDS`] are added to the tables, where these take the wrong one of two forms or part words at the
//!   wrong place;
//! - [`FORMS`] are what newspapers in Taiwan print in place of the standard's form: 台灣, 污染, 台帳;
//! - quotation marks become 「」 and 『』, except where ’ is an apostrophe.
//!
//! A text never changes its length in characters, so that a place in one is the same place in the other.

use std::fmt;

use opencc_fmmseg::{CustomDictMode, CustomDictSpec, DictSlot, DictionaryError, DictionaryMaxlength, OpenCC};

/// Phrases in which the tables take the wrong one of two forms.
const PHRASES: &[(&str, &str)] = &[
    ("不能松", "不能鬆"),
    ("不放松", "不放鬆"),
    ("心不松", "心不鬆"),
    ("劲不松", "勁不鬆"),
    ("抓而不松", "抓而不鬆"),
    ("出征", "出征"),
];

/// Places at which words part, one a line, `|` between the parts; `#` begins a remark.
const GUARDS: &str = include_str!("../data/guards.txt");

/// Forms that newspapers in Taiwan prefer to those of the standard.
const FORMS: [(char, char); 3] = [('臺', '台'), ('汙', '污'), ('賬', '帳')];

/// Surnames with a second form that is another word: the tables take them for that word.
const SURNAMES: &str = "余于范涂游干占向党郁后种仇";

/// Characters that names keep wherever they stand in them.
const KEPT_IN_NAMES: &str = "余于范升征里松谷后采岳游向";

/// The longest name, in characters, that may be one of a Chinese person.
const LONGEST_NAME: usize = 4;

/// The tables that the program carries could not be read.
#[derive(Debug)]
pub struct TablesError(String);

impl fmt::Display for TablesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the tables for 繁體 cannot be read: {}", self.0)
    }
}

impl std::error::Error for TablesError {}

/// Converts texts; reading the tables takes a moment, so one is made and kept.
pub struct Converter {
    tables: OpenCC,
}

impl Converter {
    /// Reads the tables.
    ///
    /// # Errors
    /// Where they are damaged: they are part of the program.
    pub fn new() -> Result<Self, TablesError> {
        let read = |error: DictionaryError| TablesError(error.to_string());
        let plain = OpenCC::from_dictionary(DictionaryMaxlength::from_zstd().map_err(read)?);
        let ours = CustomDictSpec { slot: DictSlot::STPhrases, pairs: phrases(&plain), mode: CustomDictMode::Append };
        let tables = DictionaryMaxlength::from_zstd().and_then(|tables| tables.with_custom_dicts(&[ours]));
        let mut tables = OpenCC::from_dictionary(tables.map_err(read)?);
        // The texts are short: handing them to several threads takes longer than converting them.
        tables.set_parallel(false);
        Ok(Self { tables })
    }

    /// A text in 繁體: as many characters as the text has.
    pub fn text(&self, hans: &str) -> String {
        let converted = self.tables.s2tw(hans, false);
        let mut hant = String::with_capacity(converted.len());
        let mut before = None;
        let mut chars = converted.chars().peekable();
        while let Some(char) = chars.next() {
            hant.push(form(before, char, chars.peek().copied()));
            before = Some(char);
        }
        hant
    }

    /// A person's name in 繁體. Of a Chinese name the surname is one, not the word that is written alike: 余 is not 餘.
    pub fn person(&self, hans: &str) -> String {
        let hant = self.text(hans);
        if hans.chars().count() > LONGEST_NAME {
            return hant;
        }
        let kept = |place: usize, char: char| KEPT_IN_NAMES.contains(char) || place == 0 && SURNAMES.contains(char);
        hans.chars().zip(hant.chars()).enumerate().map(|(place, (a, b))| if kept(place, a) { a } else { b }).collect()
    }
}

/// Our phrases, each part of a guard converted by itself.
fn phrases(tables: &OpenCC) -> Vec<(String, String)> {
    let guards = GUARDS.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(|line| {
        let hant: String = line.split('|').map(|part| tables.s2t(part, false)).collect();
        (line.replace('|', ""), hant)
    });
    let phrases = PHRASES.iter().map(|&(hans, hant)| (hans.to_owned(), hant.to_owned()));
    phrases.chain(guards).collect()
}

/// The form of a character between two others.
fn form(before: Option<char>, char: char, after: Option<char>) -> char {
    let is_letter = |char: Option<char>| char.is_some_and(|char| char.is_ascii_alphanumeric());
    match char {
        '“' => '「',
        '”' => '」',
        '’' if is_letter(before) && is_letter(after) => '’',
        '‘' => '『',
        '’' => '』',
        _ => FORMS.iter().find(|(standard, _)| *standard == char).map_or(char, |&(_, form)| form),
    }
}
