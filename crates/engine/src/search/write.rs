//! An answer as JSON: the one shape that the program, JavaScript and the widget's events share.
//!
//! It is written by hand because the widget carries it: a general writer of JSON, with the digits of any binary fraction,
//! takes more room than all that is written here.

use super::{DateMatch, FacetName, FacetValue, Histogram, Hit, Marked, Options, Results};

impl Results {
    /// The answer as JSON, on one line. Facets that were not asked for are left out, a histogram that was not is `null`;
    /// score and time are rounded to three decimals.
    #[inline]
    pub fn json(&self, options: &Options) -> String {
        let mut json = Writer::new(512 * (self.hits.len() + 4));
        json.open('{');
        json.key("query").string(&self.query);
        json.key("understood").string(&self.understood);
        json.key("total").number(self.total);
        json.key("certain").number(self.certain);
        json.key("tookMs").decimal(self.took_ms);
        json.key("hits").list(&self.hits, hit);
        json.key("facets").open('{');
        for facet in FacetName::ALL.into_iter().filter(|&facet| options.facets[facet as usize]) {
            json.key(facet.name()).list(self.facets.of(facet), value);
        }
        json.close('}');
        json.key("histogram");
        if options.histogram {
            histogram(&mut json, &self.histogram)
        } else {
            json.raw("null")
        }
        json.close('}');
        json.text
    }
}

#[inline]
fn hit(json: &mut Writer, hit: &Hit) {
    json.open('{');
    json.key("uri").string(&hit.uri);
    json.key("score").decimal(hit.score);
    json.key("date");
    match &hit.date {
        Some(date) => json.string(date),
        None => json.raw("null"),
    }
    json.key("dateMatch").string(match hit.date_match {
        DateMatch::Certain => "certain",
        DateMatch::Possible => "possible",
    });
    for (name, marked) in [("headline", &hit.headline), ("snippet", &hit.snippet)] {
        json.key(name);
        text(json, marked);
    }
    json.close('}');
}

#[inline]
fn text(json: &mut Writer, marked: &Marked) {
    json.open('{');
    json.key("text").string(&marked.text);
    json.key("marks").list(&marked.marks, |json, mark| json.list(mark, |json, &unit| json.number(unit)));
    json.key("language").string(&marked.language);
    json.close('}');
}

#[inline]
fn value(json: &mut Writer, value: &FacetValue) {
    json.open('{');
    json.key("value").string(&value.value);
    json.key("count").number(value.count);
    json.key("selected").flag(value.selected);
    json.key("excluded").flag(value.excluded);
    json.close('}');
}

#[inline]
fn histogram(json: &mut Writer, histogram: &Histogram) {
    json.open('{');
    json.key("unit").string(histogram.unit.name());
    json.key("bins").list(&histogram.bins, |json, bin| {
        json.open('{');
        json.key("start").string(&bin.start);
        json.key("count").number(bin.count);
        json.key("held").number(bin.held);
        json.close('}');
    });
    json.key("approximate").list(&histogram.approximate, |json, spread| {
        json.open('{');
        json.key("from").string(&spread.from);
        json.key("to").string(&spread.to);
        json.key("count").number(spread.count);
        json.close('}');
    });
    json.key("undated").number(histogram.undated);
    json.close('}');
}

/// JSON that is being written; commas are put where they belong.
#[derive(Debug)]
pub struct Writer {
    /// What has been written.
    pub text: String,
}

impl Writer {
    /// Nothing yet, with room for so many bytes.
    pub fn new(room: usize) -> Self {
        Self { text: String::with_capacity(room) }
    }

    /// A comma before what comes next, unless it is the first of its list or object, or the value of a key. A string
    /// cannot be taken for one of these marks: it ends with a quotation mark.
    #[inline]
    fn part(&mut self) {
        if !matches!(self.text.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.text.push(',');
        }
    }

    /// An opening mark: `{` or `[`.
    #[inline]
    pub fn open(&mut self, mark: char) {
        self.part();
        self.text.push(mark);
    }

    /// Its closing mark.
    #[inline]
    pub fn close(&mut self, mark: char) {
        self.text.push(mark);
    }

    /// The name of a member, whose value comes next.
    #[inline]
    pub fn key(&mut self, name: &str) -> &mut Self {
        self.string(name);
        self.text.push(':');
        self
    }

    /// A value that is JSON already.
    #[inline]
    pub fn raw(&mut self, text: &str) {
        self.part();
        self.text.push_str(text);
    }

    #[inline]
    fn flag(&mut self, flag: bool) {
        self.raw(if flag { "true" } else { "false" });
    }

    /// A number.
    #[inline]
    pub fn number(&mut self, number: usize) {
        self.raw(&number.to_string());
    }

    /// A number that is not negative, rounded to three decimals.
    #[inline]
    fn decimal(&mut self, number: f64) {
        let thousandths = (number * 1e3 + 0.5) as u64;
        self.raw(&(thousandths / 1000).to_string());
        let rest = (1000 + thousandths % 1000).to_string();
        let digits = rest.trim_end_matches('0').get(1..).unwrap_or_default();
        if !digits.is_empty() {
            self.text.push('.');
            self.text.push_str(digits);
        }
    }

    /// A string.
    #[inline]
    pub fn string(&mut self, text: &str) {
        self.open('"');
        for char in text.chars() {
            match char {
                '"' | '\\' => {
                    self.text.push('\\');
                    self.text.push(char);
                }
                '\0'..' ' => {
                    let code = char as u8;
                    let digit = |digit: u8| char::from_digit(u32::from(digit), 16).unwrap_or_default();
                    self.text.push_str("\\u00");
                    self.text.push(digit(code >> 4));
                    self.text.push(digit(code & 15));
                }
                _ => self.text.push(char),
            }
        }
        self.text.push('"');
    }

    /// A list, each element written by a function.
    #[inline]
    pub fn list<T>(&mut self, list: &[T], each: impl Fn(&mut Self, &T)) {
        self.open('[');
        for one in list {
            each(self, one);
        }
        self.close(']');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(write: impl Fn(&mut Writer)) -> String {
        let mut json = Writer { text: String::new() };
        write(&mut json);
        json.text
    }

    #[test]
    fn decimals_are_rounded_and_as_short_as_they_can_be() {
        let numbers = [0.0, 0.0004, 0.0005, 0.4, 3.1, 2.9996, 12.3456, f64::NAN];
        let said = numbers.map(|number| written(|json| json.decimal(number)));
        assert_eq!(said, ["0", "0", "0.001", "0.4", "3.1", "3", "12.346", "0"]);
    }

    proptest! {
        #[test]
        fn any_texts_read_back_as_they_were(texts in prop::collection::vec(".{0,9}|[\u{0}-\u{20}\"\\\\{\\[:]{0,6}", 0..5)) {
            let json = written(|json| json.list(&texts, |json, text| json.string(text)));
            prop_assert_eq!(serde_json::from_str::<Vec<String>>(&json).unwrap(), texts);
        }
    }
}
