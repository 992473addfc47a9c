//! Key facts: people by their posts, and figures as they are written.

use jianbao_engine::corpus::Entity;

/// People who hold one post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group<'a> {
    /// Their names, in the item's order.
    pub names: Vec<&'a str>,
    /// Their post; empty where the item gives none.
    pub post: &'a str,
}

/// People grouped by the post that they share, in the order in which the posts first appear.
pub fn groups<'a>(people: impl Iterator<Item = &'a Entity>) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for person in people {
        let post = person.job_title.as_deref().unwrap_or_default().trim();
        match groups.iter_mut().find(|group| group.post == post) {
            Some(group) => group.names.push(&person.name),
            None => groups.push(Group { names: vec![&person.name], post }),
        }
    }
    groups
}

/// Beyond this a binary fraction has no digits after the point left, and a figure is no figure of a newspaper.
const LARGEST: f64 = 9e15;

/// A figure with its thousands grouped and at most six places after the point, as in `1.8`, `12,345.67`;
/// `None` where it is larger than any number that can be shown exactly.
pub fn amount(value: f64) -> Option<String> {
    let size = value.abs();
    if size.is_nan() || size > LARGEST {
        return None;
    }
    let (mut whole, mut millionths) = (size.trunc() as u64, (size.fract() * 1e6).round() as u32);
    if millionths == 1_000_000 {
        (whole, millionths) = (whole + 1, 0);
    }
    let sign = if value < 0.0 && (whole, millionths) != (0, 0) { "−" } else { "" };
    let mut amount = sign.to_owned();
    let digits = whole.to_string();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            amount.push(',');
        }
        amount.push(digit);
    }
    if millionths > 0 {
        amount.push('.');
        amount.push_str(format!("{millionths:06}").trim_end_matches('0'));
    }
    Some(amount)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(name: &str, post: Option<&str>) -> Entity {
        Entity { name: name.into(), job_title: post.map(str::to_owned) }
    }

    #[test]
    fn people_of_one_post_stand_together() {
        let people =
            [person("甲", Some("主任")), person("乙", None), person("丙", Some("主任")), person("丁", Some(" "))];
        let grouped = groups(people.iter());
        assert_eq!(
            grouped,
            [Group { names: vec!["甲", "丙"], post: "主任" }, Group { names: vec!["乙", "丁"], post: "" }]
        );
    }

    #[test]
    fn figures_are_shown_as_they_are_written() {
        let shown = |value| amount(value).unwrap();
        assert_eq!([1.8, 8.0, 40.0, 0.1, -3.5].map(shown), ["1.8", "8", "40", "0.1", "−3.5"]);
        assert_eq!([24_146.0, 12_345.67, 0.999_999_9].map(shown), ["24,146", "12,345.67", "1"]);
    }

    #[test]
    fn a_figure_that_cannot_be_exact_is_not_shown() {
        assert_eq!([1e300, f64::NAN, f64::NEG_INFINITY].map(amount), [None, None, None]);
    }
}
