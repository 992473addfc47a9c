//! Whether two patterns stand near each other.

use super::arena::Arena;
use super::bits::Bits;
use super::matcher::Found;
use crate::text::script::{is_unspaced, is_word};

/// Items in which places of both stand in one passage with no more than `distance` characters or words between them.
/// `lengths` are those of the patterns in bytes, folded.
pub(crate) fn near(arena: &Arena, left: &Found, right: &Found, lengths: (usize, usize), distance: usize) -> Bits {
    let mut near = Bits::none(arena.len());
    let mut others = right.items.iter().enumerate().peekable();
    for (index, &item) in left.items.iter().enumerate() {
        while others.next_if(|(_, other)| **other < item).is_some() {}
        let Some((other, _)) = others.next_if(|(_, other)| **other == item) else { continue };
        if any_near(arena, left.places(index), right.places(other), lengths, distance) {
            near.insert(item as usize);
        }
    }
    near
}

fn any_near(arena: &Arena, left: &[u32], right: &[u32], lengths: (usize, usize), distance: usize) -> bool {
    left.iter().any(|&left| {
        // Of the places on the right side, the last one before and the first one after are the nearest.
        let after = right.partition_point(|&place| place < left);
        let nearest = [after.checked_sub(1), Some(after)].into_iter().flatten().filter_map(|index| right.get(index));
        let (left, lengths) = (left as usize, lengths);
        nearest.map(|&right| right as usize).any(|right| match right < left {
            true => between(arena.text(), right + lengths.1, left).is_some_and(|units| units <= distance),
            false => between(arena.text(), left + lengths.0, right).is_some_and(|units| units <= distance),
        })
    })
}

/// How many Han characters and words of alphabetic scripts stand between two bytes of one passage (0 where they overlap);
/// `None` where they stand in different passages. Punctuation does not count.
fn between(text: &str, from: usize, to: usize) -> Option<usize> {
    let gap = text.get(from..to.max(from))?;
    let mut units = 0;
    let mut in_word = false;
    for char in gap.chars() {
        if char.is_control() {
            return None;
        }
        let word = is_word(char);
        units += usize::from(is_unspaced(char) || word && !in_word);
        in_word = word;
    }
    Some(units)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_and_words_count_and_punctuation_does_not() {
        let units = |gap: &str| between(gap, 0, gap.len());
        assert_eq!(units("，与“雨水”"), Some(3));
        assert_eq!(units(" in the, new "), Some(3));
        assert_eq!(units(" 8家"), Some(2));
        assert_eq!(units("\u{1f}"), None);
        assert_eq!(between("海绵", 3, 0), Some(0));
    }
}
