//! Names typed by their sound: in 拼音 whole or in part, by initials, or both mixed.
//!
//! `xiehongkun`, `xie hong`, `xhk` and `xiehk` all are 谢宏坤, as is `hongk`. What is typed is parted so that each syllable
//! gives itself or its initial (x; of zh, ch and sh also the first letter alone), and the last one any beginning of it.

use memchr::memmem;

use super::Fit;
use crate::search::names::Texts;

/// More letters than this are not compared: no name is typed so long.
const MOST: usize = 63;

/// The letters of what was typed, with ü as v, without what parts syllables; none where anything else is in it, or too many.
pub(super) fn letters(folded: &str) -> Vec<u8> {
    let mut letters = Vec::new();
    for char in folded.chars() {
        match char {
            ' ' | '\'' | '’' => {}
            'ü' => letters.push(b'v'),
            'a'..='z' => letters.push(char as u8),
            _ => return Vec::new(),
        }
    }
    if letters.len() > MOST { Vec::new() } else { letters }
}

/// Hands out the values that have a reading that letters fit, and how well. A single letter must begin a reading.
///
/// Each reading is begun by `;`, each of its syllables by a space.
pub(super) fn find(letters: &[u8], readings: &Texts, each: &mut dyn FnMut(usize, Fit)) {
    let Some(&first) = letters.first() else { return };
    let begin: &[u8] = if letters.len() == 1 { &[b';', b' ', first] } else { &[b' ', first] };
    let all = readings.all();
    let mut value = 0;
    for at in memmem::find_iter(all.as_bytes(), begin) {
        value = readings.at(at, value);
        let at = at + begin.len() - 1;
        let rest = all.get(at..readings.end(value)).unwrap_or_default();
        let is_first = all.as_bytes().get(at.wrapping_sub(2)) == Some(&b';');
        if let Some(fit) = from(letters, rest.split(';').next().unwrap_or_default()) {
            each(value, if is_first { fit } else { Fit::Within });
        }
    }
}

/// How well letters fit syllables from the first one on.
fn from(letters: &[u8], syllables: &str) -> Option<Fit> {
    // The places in the letters at which the next syllable may begin, one bit each.
    let mut places = 1_u64;
    let mut best = None;
    let mut syllables = syllables.split(' ').map(str::as_bytes).peekable();
    while let Some(syllable) = syllables.next() {
        let mut next = 0;
        while places != 0 {
            let at = places.trailing_zeros() as usize;
            places &= places - 1;
            let rest = letters.get(at..).unwrap_or_default();
            if syllable.starts_with(rest) {
                let is_whole = syllables.peek().is_none()
                    && (rest == syllable || initials(syllable).any(|initial| initial == rest));
                let fit = if is_whole { Fit::Whole } else { Fit::Start };
                best = Some(best.map_or(fit, |best: Fit| best.min(fit)));
            }
            for part in initials(syllable).chain([syllable]) {
                if rest.starts_with(part) && part.len() < rest.len() {
                    next |= 1 << (at + part.len());
                }
            }
        }
        places = next;
    }
    best
}

/// The beginnings of a syllable that stand for all of it.
fn initials(syllable: &[u8]) -> impl Iterator<Item = &[u8]> {
    let double = matches!(syllable, [b'z' | b'c' | b's', b'h', ..]).then(|| syllable.get(..2)).flatten();
    syllable.get(..1).into_iter().chain(double)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fit(typed: &str, readings: &str) -> Option<Fit> {
        let mut texts = Texts::default();
        let written: Vec<String> = readings.split(';').map(|reading| format!("; {reading}")).collect();
        texts.push(["; zi"]);
        texts.push(written.iter().map(String::as_str));
        texts.push(["; zi"]);
        let mut fits = Vec::new();
        find(&letters(typed), &texts, &mut |value, fit| {
            if value == 1 {
                fits.push(fit)
            }
        });
        fits.into_iter().min()
    }

    #[test]
    fn a_name_is_found_by_its_sound_whole_in_part_by_initials_and_mixed() {
        let name = "xie hong kun";
        for typed in ["xiehongkun", "xie hong kun", "xhk", "xiehk", "xhongk", "xiehongk"] {
            assert_eq!(fit(typed, name), Some(Fit::Whole), "{typed}");
        }
        for typed in ["x", "xi", "xie", "xieh", "xieho", "xh", "xhongku"] {
            assert_eq!(fit(typed, name), Some(Fit::Start), "{typed}");
        }
        for typed in ["hongkun", "hk", "kun"] {
            assert_eq!(fit(typed, name), Some(Fit::Within), "{typed}");
        }
        for typed in ["", "h", "4lian", "xk", "xihk", "xhkx", "iehong", "谢", "xiehongkunn"] {
            assert_eq!(fit(typed, name), None, "{typed}");
        }
    }

    #[test]
    fn of_zh_ch_and_sh_one_letter_does_as_well() {
        for typed in ["zsb", "zhsb", "zshb", "zhoushaob"] {
            assert_eq!(fit(typed, "zhou shao bin"), Some(Fit::Whole), "{typed}");
        }
    }

    #[test]
    fn a_name_with_several_readings_is_found_by_each() {
        assert_eq!(fit("gaijia", "ge jia;gai jia"), Some(Fit::Whole));
        assert_eq!(fit("gejia", "ge jia;gai jia"), Some(Fit::Whole));
        assert_eq!(fit("jiagai", "ge jia;gai jia"), None);
    }

    #[test]
    fn what_can_be_parted_in_two_ways_is_tried_in_both() {
        assert_eq!(fit("xian", "xi an"), Some(Fit::Whole));
        assert_eq!(fit("xi'an", "xian"), Some(Fit::Whole));
        assert_eq!(fit("lü", "lv"), Some(Fit::Whole));
    }

    /// All that can be typed for syllables from the first one on: the last any beginning, the others whole or initials.
    fn typed_for(syllables: &[&str]) -> Vec<(String, Fit)> {
        let mut all = Vec::new();
        let mut before = vec![String::new()];
        for (index, syllable) in syllables.iter().enumerate() {
            let mut whole = vec![&syllable[..1], syllable];
            if syllable.len() > 1 && ["zh", "ch", "sh"].contains(&&syllable[..2]) {
                whole.push(&syllable[..2]);
            }
            for start in &before {
                for length in 1..=syllable.len() {
                    let is_whole = index + 1 == syllables.len() && whole.contains(&&syllable[..length]);
                    all.push((
                        format!("{start}{}", &syllable[..length]),
                        if is_whole { Fit::Whole } else { Fit::Start },
                    ));
                }
            }
            before = before.iter().flat_map(|start| whole.iter().map(move |part| format!("{start}{part}"))).collect();
        }
        all
    }

    proptest! {
        #[test]
        fn letters_fit_just_what_can_be_typed_for_a_name(
            syllables in prop::collection::vec(prop::sample::select(vec!["xi", "xian", "an", "a", "shan", "sa", "hai", "ha"]), 1..4),
            typed in "[xianshy]{1,6}",
        ) {
            let mut expected = typed_for(&syllables).into_iter().filter(|(other, _)| *other == typed).map(|(_, fit)| fit).min();
            if expected.is_none() && typed.len() > 1 {
                let within = (1..syllables.len()).any(|from| typed_for(&syllables[from..]).iter().any(|(other, _)| *other == typed));
                expected = within.then_some(Fit::Within);
            }
            prop_assert_eq!(fit(&typed, &syllables.join(" ")), expected);
        }
    }
}
