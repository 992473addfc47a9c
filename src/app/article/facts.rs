//! Key facts: people by their posts, and figures as they are written.

use jianbao_engine::corpus::{Entity, Number};

/// People who hold one post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group<'a> {
    /// Their names in the item's order, each after its place in it.
    pub names: Vec<(usize, &'a str)>,
    /// Their post; empty where the item gives none.
    pub post: &'a str,
}

/// People grouped by the post that they share, in the order in which the posts first appear.
pub fn groups<'a>(people: impl Iterator<Item = &'a Entity>) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for (at, person) in people.enumerate() {
        let post = person.job_title.as_deref().unwrap_or_default().trim();
        match groups.iter_mut().find(|group| group.post == post) {
            Some(group) => group.names.push((at, &person.name)),
            None => groups.push(Group { names: vec![(at, &*person.name)], post }),
        }
    }
    groups
}

/// More digits than this on either side of the point are no figure of a newspaper.
const MOST_DIGITS: i32 = 18;

/// A figure as it is written, with its thousands grouped, as in `1.8`, `12,345.67`; `None` where it has more digits than
/// anyone could read.
pub fn amount(value: &Number) -> Option<String> {
    let (sign, size) = value.as_str().strip_prefix('-').map_or(("", value.as_str()), |size| ("−", size));
    let (size, exponent) = size.split_once(['e', 'E']).unwrap_or((size, "0"));
    let (whole, rest) = size.split_once('.').unwrap_or((size, ""));
    let exponent: i32 = exponent.parse().ok()?;
    let point = i32::try_from(whole.len()).ok()?.checked_add(exponent)?;
    let places = i32::try_from(rest.len()).ok()?.checked_sub(exponent)?;
    if point > MOST_DIGITS || places > MOST_DIGITS {
        return None;
    }
    let digit = |place: i32| {
        let digits = whole.bytes().chain(rest.bytes());
        usize::try_from(place).ok().and_then(|place| digits.clone().nth(place)).map_or('0', char::from)
    };
    let first = (0..point - 1).find(|&place| digit(place) != '0').unwrap_or(point - 1);
    let mut amount = sign.to_owned();
    for place in first..point {
        if place > first && (point - place) % 3 == 0 {
            amount.push(',');
        }
        amount.push(digit(place));
    }
    if places > 0 {
        amount.push('.');
        amount.extend((point..point + places).map(digit));
    }
    Some(amount)
}

#[cfg(test)]
mod tests {
    use jianbao_engine::corpus::Item;

    use super::*;

    fn person(name: &str, post: Option<&str>) -> Entity {
        Entity { name: name.into(), job_title: post.map(str::to_owned), ..Entity::default() }
    }

    #[test]
    fn people_of_one_post_stand_together() {
        let people =
            [person("甲", Some("主任")), person("乙", None), person("丙", Some("主任")), person("丁", Some(" "))];
        let grouped = groups(people.iter());
        assert_eq!(
            grouped,
            [
                Group { names: vec![(0, "甲"), (2, "丙")], post: "主任" },
                Group { names: vec![(1, "乙"), (3, "丁")], post: "" }
            ]
        );
    }

    fn shown(number: &str) -> Option<String> {
        let json = format!(r#"{{"figures": [{{"value": {number}}}]}}"#);
        amount(&json.parse::<Item>().unwrap().figures[0].value)
    }

    #[test]
    fn figures_are_shown_as_they_are_written() {
        let written = ["1.8", "8", "40", "0.1", "-3.5", "8.0", "24146", "12345.67", "1000000", "0"];
        let expected = ["1.8", "8", "40", "0.1", "−3.5", "8.0", "24,146", "12,345.67", "1,000,000", "0"];
        assert_eq!(written.map(|number| shown(number).unwrap()), expected);
    }

    #[test]
    fn powers_of_ten_are_written_out() {
        let written = ["1e2", "1.8E4", "1.25e1", "5e-3", "-2.5e-1", "0e0", "0.0012e4"];
        let expected = ["100", "18,000", "12.5", "0.005", "−0.25", "0", "12"];
        assert_eq!(written.map(|number| shown(number).unwrap()), expected);
    }

    #[test]
    fn a_figure_that_nobody_could_read_is_not_shown() {
        assert_eq!(["1e300", "1e-300", "1e99999999999"].map(shown), [None, None, None]);
        assert_eq!(shown(&"9".repeat(19)), None);
    }
}
