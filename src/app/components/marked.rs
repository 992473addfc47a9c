//! A text with the places where the query matches.

use std::rc::Rc;

use yew::prelude::*;

/// Properties of [`Marked`].
#[derive(Clone, PartialEq, Properties)]
pub struct MarkedProps {
    /// The text.
    pub text: AttrValue,
    /// `[start, end)` in UTF-16 units of the text, ascending and apart.
    pub marks: Rc<[[usize; 2]]>,
}

/// The text as plain text nodes and `mark` elements.
#[component]
pub fn Marked(props: &MarkedProps) -> Html {
    pieces(&props.text, &props.marks)
        .map(|(piece, is_mark)| {
            let piece = AttrValue::from(piece.to_owned());
            if is_mark {
                html! { <mark>{ piece }</mark> }
            } else {
                html! { { piece } }
            }
        })
        .collect()
}

/// Cuts a text at its marks: each piece with whether it is marked. Marks that lie outside the text are cut to it.
pub fn pieces<'a>(text: &'a str, marks: &[[usize; 2]]) -> impl Iterator<Item = (&'a str, bool)> {
    let mut cuts = Vec::with_capacity(marks.len() * 2 + 1);
    let mut rest = text.char_indices();
    let (mut unit, mut byte) = (0, 0);
    let mut byte_of = |target: usize| {
        while unit < target {
            let Some((_, char)) = rest.next() else { break };
            unit += char.len_utf16();
            byte += char.len_utf8();
        }
        byte
    };
    let mut done = 0;
    for &[start, end] in marks {
        let (start, end) = (byte_of(start), byte_of(end));
        cuts.push((done, start, false));
        cuts.push((start, end, true));
        done = end;
    }
    cuts.push((done, text.len(), false));
    cuts.into_iter().filter(|(start, end, _)| start < end).map(|(start, end, is_mark)| (&text[start..end], is_mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_at_its_marks_in_utf16_units() {
        let cut: Vec<_> = pieces("𠀀海绵城市", &[[2, 4]]).collect();
        assert_eq!(cut, [("𠀀", false), ("海绵", true), ("城市", false)]);
    }

    #[test]
    fn marks_beyond_the_text_are_cut_to_it() {
        assert_eq!(pieces("海绵", &[[1, 9]]).collect::<Vec<_>>(), [("海", false), ("绵", true)]);
        assert_eq!(pieces("", &[[0, 1]]).count(), 0);
    }
}
