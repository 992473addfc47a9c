//! How wide a text is, about: enough to keep labels apart without asking the browser.

/// The width of one character at the size of the plot's labels (12.5 px), rather too much than too little.
fn advance(char: char) -> f64 {
    match char {
        ' ' | 'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' => 4.0,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 11.0,
        'A'..='Z' => 8.6,
        '·' | '\u{1100}'.. => 12.5,
        _ => 7.1,
    }
}

/// The width of a text in pixels, about.
pub fn width(text: &str) -> f64 {
    text.chars().map(advance).sum()
}

/// The text, cut to a width in pixels with an ellipsis where it is longer.
pub fn shorten(text: &str, most: f64) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    let mut room = most - advance('…');
    let fits = text.chars().take_while(|&char| {
        room -= advance(char);
        room >= 0.0
    });
    let mut short: String = fits.collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

/// One character for each label, from where the labels begin to differ: two zones of one city are told apart by
/// their zone. Words of an alphabetic script stay whole, so it is the first letter of a word.
pub fn initials(labels: &[String]) -> Vec<String> {
    let shared = shared_prefix(labels);
    let initial = |label: &String| {
        let rest = label.get(shared..).unwrap_or(label);
        rest.chars().find(|char| char.is_alphanumeric()).map_or_else(String::new, |char| char.to_uppercase().collect())
    };
    labels.iter().map(initial).collect()
}

/// How many bytes all labels begin with in common, cut back to the last place where a word may begin.
fn shared_prefix(labels: &[String]) -> usize {
    let [first, others @ ..] = labels else { return 0 };
    if others.is_empty() {
        return 0;
    }
    let mut shared = 0;
    let mut before = ' ';
    for (at, char) in first.char_indices() {
        let starts_word = !char.is_ascii_alphanumeric() || !before.is_ascii_alphanumeric();
        if starts_word && others.iter().all(|other| other.get(..at) == first.get(..at) && other.len() > at) {
            shared = at;
        }
        before = char;
    }
    shared
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn initials_of(labels: &[&str]) -> Vec<String> {
        initials(&labels.iter().map(|&label| label.to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn zones_of_one_city_are_told_apart_by_their_zone() {
        assert_eq!(initials_of(&["漳州台商投资区", "漳州高新区"]), ["台", "高"]);
        assert_eq!(initials_of(&["台商区", "高新区"]), ["台", "高"]);
        assert_eq!(initials_of(&["Zhangzhou Taiwanese Zone", "Zhangzhou High-tech Zone"]), ["T", "H"]);
    }

    #[test]
    fn letters_are_never_taken_from_within_a_word() {
        assert_eq!(initials_of(&["Taiwanese Zone", "Taoyuan"]), ["T", "T"]);
        assert_eq!(initials_of(&["要闻"]), ["要"]);
        assert_eq!(initials_of(&["", "要闻"]), ["", "要"]);
        assert_eq!(initials_of(&["要闻", "要闻二版"]), ["闻", "闻"]);
    }

    #[test]
    fn a_long_headline_ends_in_an_ellipsis() {
        assert_eq!(shorten("海绵城市", 60.0), "海绵城市");
        assert_eq!(shorten("海绵城市建设", 60.0), "海绵城…");
    }

    proptest! {
        #[test]
        fn a_shortened_text_is_never_wider_than_asked(text in "[a-zA-Z 海绵城市“”]{0,30}", most in 12.5..200.0_f64) {
            prop_assert!(width(&shorten(&text, most)) <= most + 1e-9);
        }
    }
}
