//! A text with the places where the query matches.

use yew::prelude::*;

use crate::app::words;

/// The text as plain text nodes and `mark` elements. `marks` are `[start, end)` in UTF-16 units, ascending and apart.
pub fn marked(text: &str, marks: &[[usize; 2]]) -> Html {
    numbered(text, marks, &[], usize::MAX)
}

/// The same for a headline in Chinese: lines break between words only.
pub fn marked_words(text: &str, marks: &[[usize; 2]]) -> Html {
    numbered(text, marks, &words::between(text), usize::MAX)
}

/// The text with its marks and the places where a line may end; one mark, by its number from 0, is the current one.
pub fn numbered(text: &str, marks: &[[usize; 2]], breaks: &[usize], current: usize) -> Html {
    let mut mark = 0..;
    let view = |piece| match piece {
        Piece::Plain(text) => html! { { text.to_owned() } },
        Piece::Mark(text) => {
            let is_current = mark.next() == Some(current);
            html! { <mark aria-current={is_current.then_some("true")}>{ text.to_owned() }</mark> }
        }
        Piece::Break => html! { <wbr /> },
    };
    pieces(text, marks, breaks).into_iter().map(view).collect()
}

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text that does not match.
    Plain(&'a str),
    /// Text that matches.
    Mark(&'a str),
    /// A place where a line may end.
    Break,
}

/// Cuts a text at its marks, and between them where it may be broken; a mark itself is never broken.
/// `marks` and `breaks` are in UTF-16 units, ascending. What lies outside the text is cut to it.
pub fn pieces<'a>(text: &'a str, marks: &[[usize; 2]], breaks: &[usize]) -> Vec<Piece<'a>> {
    let mut cutter = Cutter { text, unit: 0, byte: 0 };
    let mut breaks = breaks.iter().copied().peekable();
    let mut pieces = Vec::with_capacity(marks.len() * 2 + 1);
    for &[start, end] in marks.iter().chain([&[usize::MAX, usize::MAX]]) {
        while let Some(place) = breaks.next_if(|place| *place <= start) {
            if let Some(plain) = cutter.up_to(place) {
                pieces.push(Piece::Plain(plain));
            }
            pieces.push(Piece::Break);
        }
        pieces.extend(cutter.up_to(start).map(Piece::Plain));
        pieces.extend(cutter.up_to(end).map(Piece::Mark));
        while breaks.next_if(|place| *place < end).is_some() {}
    }
    pieces
}

/// Cuts a text from its beginning, at places given in UTF-16 units.
struct Cutter<'a> {
    text: &'a str,
    unit: usize,
    byte: usize,
}

impl<'a> Cutter<'a> {
    /// The text from the last cut up to a place; nothing where that is empty. A place within a character
    /// (between its surrogates) counts as after it.
    fn up_to(&mut self, place: usize) -> Option<&'a str> {
        let from = self.byte;
        let mut rest = self.text.get(from..)?.chars();
        while self.unit < place {
            let Some(char) = rest.next() else { break };
            self.unit += char.len_utf16();
            self.byte += char.len_utf8();
        }
        self.text.get(from..self.byte).filter(|piece| !piece.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::Piece::{Break, Mark, Plain};
    use super::*;

    #[test]
    fn a_text_is_cut_at_its_marks_in_utf16_units() {
        assert_eq!(pieces("𠀀海绵城市", &[[2, 4]], &[]), [Plain("𠀀"), Mark("海绵"), Plain("城市")]);
    }

    #[test]
    fn marks_beyond_the_text_are_cut_to_it() {
        assert_eq!(pieces("海绵", &[[1, 9]], &[]), [Plain("海"), Mark("绵")]);
        assert_eq!(pieces("", &[[0, 1]], &[]), []);
    }

    #[test]
    fn a_line_may_end_beside_a_mark_but_never_within_it() {
        assert_eq!(
            pieces("讲海绵城市课", &[[1, 5]], &[1, 3, 5]),
            [Plain("讲"), Break, Mark("海绵城市"), Break, Plain("课")]
        );
    }

    #[test]
    fn without_marks_only_the_breaks_cut() {
        assert_eq!(pieces("高新区谋划", &[], &[3]), [Plain("高新区"), Break, Plain("谋划")]);
    }
}
