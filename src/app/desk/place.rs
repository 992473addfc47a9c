//! Where in a text a reader is: the first paragraph that is seen.

/// The paragraph to go on from, from 1, when those are seen that are: the first one of them. `Some(0)` where the end is
/// seen, which is to have read it; `None` where nothing is seen, or the text's beginning, for whoever has just opened an item has not
/// come to any place of it.
pub fn place(seen: &[bool]) -> Option<u64> {
    let first = seen.iter().position(|is_seen| *is_seen)?;
    match (first, seen.last()) {
        (0, _) => None,
        (_, Some(true)) => Some(0),
        _ => u64::try_from(first + 1).ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_that_was_just_opened_leaves_the_place_of_before() {
        assert_eq!(place(&[true, true, false]), None);
        assert_eq!(place(&[true, true]), None, "a short text is seen whole");
        assert_eq!(place(&[]), None);
        assert_eq!(place(&[false, false]), None);
    }

    #[test]
    fn the_first_paragraph_seen_is_the_place_and_the_last_one_the_end() {
        assert_eq!(place(&[false, true, true, false]), Some(2));
        assert_eq!(place(&[false, false, true]), Some(0));
    }
}
