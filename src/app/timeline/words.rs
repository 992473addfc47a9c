//! How wide a text is, about: enough to keep labels apart without asking the browser.

/// The width of one character at the size of the plot's labels (12.5 px), rather too much than too little. Quotation
/// marks and dashes are as wide as the script that they stand in.
fn advance(char: char, is_wide: bool) -> f64 {
    match char {
        ' ' | 'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' => 4.0,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 11.0,
        'A'..='Z' => 8.4,
        '\u{2010}'..='\u{201f}' | '·' if !is_wide => 6.5,
        '·' | '\u{1100}'.. => 12.5,
        _ => 6.9,
    }
}

fn is_wide(text: &str) -> bool {
    text.chars().any(|char| char >= '\u{2e80}')
}

/// The width of a text in pixels, about.
pub fn width(text: &str) -> f64 {
    let is_wide = is_wide(text);
    text.chars().map(|char| advance(char, is_wide)).sum()
}

/// The text, cut to a width in pixels with an ellipsis where it is longer.
pub fn shorten(text: &str, most: f64) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    let is_wide = is_wide(text);
    let mut room = most - advance('…', is_wide);
    let fits = text.chars().take_while(|&char| {
        room -= advance(char, is_wide);
        room >= 0.0
    });
    let mut short: String = fits.collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;

    use super::*;

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
