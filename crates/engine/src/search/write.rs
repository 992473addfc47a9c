//! An answer as JSON: the one shape that the program, JavaScript and the widget's events share.
//!
//! It is written by hand because the widget carries it: a general writer of JSON, with the digits of any binary fraction,
//! takes more room than all that is written here.

use super::{DateMatch, FacetName, FacetValue, Histogram, Hit, Marked, Options, Results};
use crate::corpus::Day;

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
        json.key("start").day(bin.start);
        json.key("count").number(bin.count);
        json.key("held").number(bin.held);
        json.close('}');
    });
    json.key("approximate").list(&histogram.approximate, |json, spread| {
        json.open('{');
        json.key("from").day(spread.from);
        json.key("to").day(spread.to);
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

    /// A day as ISO 8601 has it.
    #[inline]
    fn day(&mut self, day: Day) {
        let (year, month, day) = day.ymd();
        self.open('"');
        self.digits(usize::try_from(year).unwrap_or(0), 4);
        for part in [month, day] {
            self.text.push('-');
            self.digits(usize::from(part), 2);
        }
        self.text.push('"');
    }

    /// The digits of a number, with zeros before it where they are fewer than that.
    #[inline]
    fn digits(&mut self, number: usize, least: usize) {
        let (mut digits, mut rest, mut first) = ([b'0'; 20], number, 20);
        while rest > 0 || first + least > 20 {
            first -= 1;
            if let Some(digit) = digits.get_mut(first) {
                *digit += (rest % 10) as u8;
            }
            rest /= 10;
        }
        self.text.extend(digits.iter().skip(first).map(|&digit| char::from(digit)));
    }

    #[inline]
    fn flag(&mut self, flag: bool) {
        self.raw(if flag { "true" } else { "false" });
    }

    /// A number.
    #[inline]
    pub fn number(&mut self, number: usize) {
        self.part();
        self.digits(number, 1);
    }

    /// A number that is not negative, rounded to three decimals.
    #[inline]
    fn decimal(&mut self, number: f64) {
        let thousandths = (number * 1e3 + 0.5) as usize;
        self.number(thousandths / 1000);
        let (mut rest, mut places) = (thousandths % 1000, 3);
        while rest > 0 && rest.is_multiple_of(10) {
            (rest, places) = (rest / 10, places - 1);
        }
        if rest > 0 {
            self.text.push('.');
            self.digits(rest, places);
        }
    }

    /// A string.
    #[inline]
    pub fn string(&mut self, text: &str) {
        self.open('"');
        // What needs no escape is copied in one go.
        let mut copied = 0;
        for (at, byte) in text.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'"' | b'\\' | 0..b' ')) {
            self.text.push_str(text.get(copied..at).unwrap_or_default());
            copied = at + 1;
            self.text.push('\\');
            if byte < b' ' {
                let digit = |digit: u8| char::from_digit(u32::from(digit), 16).unwrap_or_default();
                self.text.push_str("u00");
                self.text.push(digit(byte >> 4));
                self.text.push(digit(byte & 15));
            } else {
                self.text.push(char::from(byte));
            }
        }
        self.text.push_str(text.get(copied..).unwrap_or_default());
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
