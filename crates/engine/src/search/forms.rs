//! The forms of the query language by examples that find something in this archive.

use super::archive::Archive;
use super::evaluate::answer;
use super::index::Index;
use super::query::parse;
use super::related::{is_short, person, subjects};
use crate::text::script::{is_unspaced, is_word};

/// So many words of the archive are tried in pairs.
const PAIRED: usize = 5;

/// A form of the query language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Both words.
    Both,
    /// Just this string.
    Exact,
    /// Without a word.
    Without,
    /// One of two words.
    Either,
    /// Two words near each other.
    Near,
    /// A word in a headline.
    Headline,
    /// The name of a person.
    Person,
    /// A date.
    Date,
}

impl Archive {
    /// The forms of the query language, each with a query that finds something; those without one are left out. `language`
    /// is the reader's (BCP 47).
    ///
    /// ```
    /// use jianbao_engine::search::{Archive, Form};
    /// let json = r#"[{"uri": "a", "headlines": [{"value": "海绵城市"}], "subjects": [{"name": "海绵城市"}], "datePublished": "2025-03-14"}]"#;
    /// let (archive, _) = Archive::from_bytes(json.into()).unwrap();
    /// let forms = archive.forms("zh-Hans");
    /// assert!(forms.contains(&(Form::Near, "海绵 ~5 城市".to_owned())));
    /// assert!(forms.contains(&(Form::Date, "日期:2025-03".to_owned())));
    /// ```
    #[inline]
    pub fn forms(&self, language: &str) -> Vec<(Form, String)> {
        let index = self.index();
        let finds = |query: &str| answer(index, &parse(query)).items.count() > 0;
        let words = Words { index, language, finds: &finds, words: self.words(language, &finds) };
        let forms = [
            (Form::Both, words.both()),
            (Form::Exact, words.first(|word| ["“", word.trim_matches('"'), "”"].concat())),
            (Form::Without, words.pair(" -")),
            (Form::Either, words.either()),
            (Form::Near, words.near()),
            (Form::Headline, words.first(|word| [words.field("标题:", "標題:", "headline:"), word].concat())),
            (Form::Person, person(index, language, &finds)),
            (Form::Date, words.date()),
        ];
        forms.into_iter().filter_map(|(form, query)| Some((form, query?))).collect()
    }

    /// Words that find something: subjects, or else what stands between marks in the newest headlines.
    #[inline]
    fn words(&self, language: &str, finds: &dyn Fn(&str) -> bool) -> Vec<String> {
        let mut words = subjects(self.index(), language, PAIRED, finds);
        for item in self.newest().take(PAIRED) {
            for line in self.index().arena.headlines(item) {
                let mut pieces = line.split(|char| !is_word(char) && !is_unspaced(char));
                let fits = |piece: &&str| words.len() < PAIRED / 2 && is_short(piece) && finds(piece);
                words.extend(pieces.find(fits).map(str::to_owned));
            }
        }
        words.dedup();
        words
    }
}

/// Words that stand in the archive.
struct Words<'a> {
    index: &'a Index,
    language: &'a str,
    finds: &'a dyn Fn(&str) -> bool,
    words: Vec<String>,
}

impl Words<'_> {
    /// The first word of which a query finds something.
    #[inline]
    fn first(&self, query: impl Fn(&str) -> String) -> Option<String> {
        self.words.iter().map(|word| query(&quoted(word))).find(|query| (self.finds)(query))
    }

    /// The first two words that find something together, joined so.
    #[inline]
    fn pair(&self, by: &str) -> Option<String> {
        for one in &self.words {
            for other in self.words.iter().filter(|other| *other != one) {
                let query = [&*quoted(one), by, &quoted(other)].concat();
                if (self.finds)(&query) {
                    return Some(query);
                }
            }
        }
        None
    }

    #[inline]
    fn both(&self) -> Option<String> {
        self.pair(" ").or_else(|| self.halves(" "))
    }

    /// The first two words: each finds something.
    #[inline]
    fn either(&self) -> Option<String> {
        let [one, other, ..] = self.words.as_slice() else { return None };
        Some([&*quoted(one), self.field(" 或 ", " 或 ", " OR "), &quoted(other)].concat())
    }

    #[inline]
    fn near(&self) -> Option<String> {
        self.halves(" ~5 ")
    }

    /// The first word that has two halves, joined so: they stand side by side.
    #[inline]
    fn halves(&self, by: &str) -> Option<String> {
        let halves = |word: &String| {
            if let Some((one, other)) = word.split_once(' ') {
                return Some([one, by, other].concat());
            }
            let count = word.chars().count();
            let at = word.char_indices().nth(count / 2)?.0;
            (count > 3 && word.chars().all(is_unspaced))
                .then(|| [word.get(..at).unwrap_or_default(), by, word.get(at..).unwrap_or_default()].concat())
        };
        self.words.iter().filter_map(halves).find(|query| (self.finds)(query))
    }

    /// The month of the newest item.
    #[inline]
    fn date(&self) -> Option<String> {
        let date = self.index.dates.iter().flatten().max_by_key(|date| date.start)?;
        let month = date.start.to_string();
        Some([self.field("日期:", "日期:", "date:"), month.get(..7)?].concat())
    }

    /// What is said in the reader's language.
    #[inline]
    fn field(&self, hans: &'static str, hant: &'static str, english: &'static str) -> &'static str {
        match self.language {
            language if language.starts_with("zh-Hant") => hant,
            language if language.starts_with("zh") => hans,
            _ => english,
        }
    }
}

#[inline]
fn quoted(word: &str) -> String {
    if word.contains(char::is_whitespace) { ["\"", word, "\""].concat() } else { word.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::Options;

    fn forms(json: &str, language: &str) -> Vec<(Form, String)> {
        let (archive, _) = Archive::from_bytes(json.into()).unwrap();
        let forms = archive.forms(language);
        for (form, query) in &forms {
            assert!(archive.search(query, &Options::default()).total > 0, "{form:?} {query}");
        }
        forms
    }

    const RICH: &str = r#"[
        {"uri": "a", "headlines": [{"value": "海绵城市讲座"}], "bodies": [{"value": "说的是消防，还有“四链”"}], "datePublished": "2025-03-14",
         "subjects": [{"name": "海绵城市"}, {"name": "消防"}], "people": [{"name": "甲乙"}],
         "translations": [{"language": "en", "headlines": [{"value": "A sponge city lecture"}], "bodies": [{"value": "on fire safety"}],
           "subjects": [{"name": "sponge city"}, {"name": "fire"}], "people": [{"name": "Jia Yi"}]}]},
        {"uri": "b", "bodies": [{"value": "消防"}], "subjects": [{"name": "消防"}],
         "translations": [{"language": "en", "bodies": [{"value": "fire"}], "subjects": [{"name": "fire"}]}]}]"#;

    #[test]
    fn every_form_has_an_example_in_the_reader_s_language_that_finds_something() {
        let said: Vec<String> = forms(RICH, "zh-Hant").into_iter().map(|(_, query)| query).collect();
        let all = [
            "消防 海绵城市",
            "“消防”",
            "消防 -海绵城市",
            "消防 或 海绵城市",
            "海绵 ~5 城市",
            "標題:海绵城市",
            "人物:甲乙",
            "日期:2025-03",
        ];
        assert_eq!(said, all);
        let said: Vec<String> = forms(RICH, "en").into_iter().map(|(_, query)| query).collect();
        assert!(
            said.contains(&"sponge ~5 city".to_owned()) && said.contains(&"person:\"Jia Yi\"".to_owned()),
            "{said:?}"
        );
    }

    #[test]
    fn a_corpus_without_subjects_gives_words_of_its_headlines() {
        let json = r#"[{"uri": "a", "headlines": [{"value": "防灾讲座：走进社区"}]}]"#;
        let said: Vec<String> = forms(json, "zh-Hans").into_iter().map(|(_, query)| query).collect();
        assert_eq!(said, ["防灾 讲座", "“防灾讲座”", "防灾 ~5 讲座", "标题:防灾讲座"]);
        assert_eq!(forms(r#"[{"uri": "a", "bodies": [{"value": "…"}]}]"#, "en"), []);
    }
}
