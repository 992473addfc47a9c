//! Ways out of an empty result by other words: a query without one of its parts, the longest piece of a word that stands
//! somewhere, a word that is spelled nearly alike. Each is offered with the number of items that it really finds.

use super::Options;
use super::archive::Archive;
use super::evaluate::answer;
use super::index::Index;
use super::matcher::find;
use super::query::{Node, Query, QueryPart, Scope, Term, parts};
use crate::order::ascending;
use crate::text::fold;
use crate::text::marks::Pattern;
use crate::text::script::is_unspaced;
use crate::text::spelling::{Misspelled, words};

/// A query of more parts is not taken apart: each way is a search.
const MOST_PARTS: usize = 8;
/// Of each kind so many are offered at most.
const OFFERED: usize = 3;
/// So many of the words nearest to a misspelled one are tried.
const TRIED: usize = 8;
/// A word of more characters is not cut into pieces.
const LONGEST: usize = 24;
/// Where a common piece stands, it stands within so many items.
const FRONT: usize = 500;

/// How a query is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// A part of it is left out.
    Without,
    /// A word of it is cut to a piece that stands somewhere.
    Piece,
    /// A word of it is spelled in another way.
    Spelled,
}

/// Another query, which finds something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewording {
    /// How it comes about.
    pub change: Change,
    /// What is left out, or what stands there instead, as it is typed.
    pub text: String,
    /// The query.
    pub query: String,
    /// How many items it finds under the same conditions: never 0.
    pub total: usize,
}

impl Archive {
    /// Other words for a query that finds nothing: first without one of its parts, then with the longest piece of a word,
    /// then with words that the archive has and that are spelled nearly alike; none where all its parts stand somewhere
    /// and only conditions beside the query are in the way.
    ///
    /// ```
    /// use jianbao_engine::search::{Archive, Options};
    /// let json = r#"[{"uri": "a", "bodies": [{"value": "A sponge city, 海绵城市"}]}]"#;
    /// let (archive, _) = Archive::from_bytes(json.into()).unwrap();
    /// let other = |query| archive.reworded(query, &Options::default()).remove(0).query;
    /// assert_eq!(other("spnge"), "sponge");
    /// assert_eq!(other("海绵 龘"), "海绵");
    /// assert_eq!(other("海绵城市规划"), "海绵城市");
    /// ```
    #[inline]
    pub fn reworded(&self, query: &str, options: &Options) -> Vec<Rewording> {
        let parts = parts(query);
        if parts.len() > MOST_PARTS {
            return Vec::new();
        }
        let search = Reworded { archive: self, query, options };
        let mut found = search.without(&parts);
        for part in &parts {
            found.extend(search.pieces(part));
            found.extend(search.spelled(part));
        }
        found
    }
}

struct Reworded<'a> {
    archive: &'a Archive,
    query: &'a str,
    options: &'a Options,
}

impl Reworded<'_> {
    #[inline]
    fn index(&self) -> &Index {
        self.archive.index()
    }

    /// The rewording, where it finds something.
    #[inline]
    fn offer(&self, change: Change, text: &str, query: String) -> Option<Rewording> {
        let options = Options { limit: 0, ..self.options.clone().uncounted() };
        let total = self.archive.search(&query, &options).total;
        (total > 0).then(|| Rewording { change, text: text.to_owned(), query, total })
    }

    /// The query without one of its parts, those first that find fewest; where it takes more than one, with one alone, the
    /// longest first.
    #[inline]
    fn without(&self, parts: &[QueryPart]) -> Vec<Rewording> {
        if parts.len() < 2 {
            return Vec::new();
        }
        let typed = |part: &QueryPart| self.query.get(part.start..part.end).unwrap_or_default().trim().to_owned();
        let one_less =
            parts.iter().filter_map(|part| self.offer(Change::Without, &typed(part), part.taken_out_of(self.query)));
        let one_less = sorted(one_less.collect(), |way| way.total);
        if !one_less.is_empty() || parts.len() == 2 {
            return one_less;
        }
        let alone = parts.iter().filter(|part| !matches!(part.node, Node::Not(_)));
        let alone = alone.filter_map(|part| self.offer(Change::Piece, &typed(part), typed(part)));
        let mut alone = sorted(alone.collect(), |way| usize::MAX - way.text.chars().count());
        alone.truncate(OFFERED);
        alone
    }

    /// The longest pieces of a Chinese word that stands nowhere.
    #[inline]
    fn pieces(&self, part: &QueryPart) -> Vec<Rewording> {
        let Node::Term(Term { text, exact: false, scope: Scope::All }) = &part.node else { return Vec::new() };
        let chars: Vec<char> = text.chars().collect();
        if chars.len() > LONGEST || !chars.iter().all(|&char| is_unspaced(char)) || self.stands(text) {
            return Vec::new();
        }
        let pieces = longest(&chars, |piece| self.stands(piece));
        let query = |piece: &str| part.replaced_in(self.query, piece);
        pieces.iter().take(OFFERED).filter_map(|piece| self.offer(Change::Piece, piece, query(piece))).collect()
    }

    /// Whether a word stands in the archive.
    #[inline]
    fn stands(&self, word: &str) -> bool {
        let (arena, pattern) = (&self.index().arena, Pattern::word(word));
        let front = arena.text().get(..arena.span(FRONT).0).unwrap_or_default();
        pattern.finder().next(front, 0).is_some() || !find(arena, &pattern, Scope::All, 1, None).items.is_empty()
    }

    /// Words nearly like those of a part that stand nowhere.
    #[inline]
    fn spelled(&self, part: &QueryPart) -> Vec<Rewording> {
        let (Node::Term(Term { text, .. }) | Node::Entity { value: text, .. }) = &part.node else { return Vec::new() };
        let mut found = Vec::new();
        for word in text.split(char::is_whitespace) {
            let Some(misspelled) = Misspelled::new(&fold(word)).filter(|_| !self.begins(&part.node, word)) else {
                continue;
            };
            for other in self.neighbours(&part.node, &misspelled) {
                let said = Query { root: Some(with_text(&part.node, text.replacen(word, &other, 1))) }.understood();
                found.extend(self.offer(Change::Spelled, &other, part.replaced_in(self.query, &said)));
            }
        }
        let mut found = sorted(found, |way| usize::MAX - way.total);
        found.truncate(OFFERED);
        found
    }

    /// Whether a word begins with this one, where the part looks for it.
    #[inline]
    fn begins(&self, node: &Node, word: &str) -> bool {
        match node {
            Node::Entity { .. } => {
                let root = Some(with_text(node, word.to_owned()));
                answer(self.index(), &Query { root }).items.count() > 0
            }
            _ => self.stands(word),
        }
    }

    /// The words that are spelled most like another one; of those alike the most frequent.
    #[inline]
    fn neighbours(&self, node: &Node, sought: &Misspelled) -> Vec<String> {
        let index = self.index();
        let text = match node {
            Node::Entity { facet, .. } => index.facets.all_names(*facet).all(),
            _ => index.arena.text(),
        };
        let mut near: Vec<(&str, usize, u32)> = Vec::new();
        words(text, &mut |word| {
            if let Some(slips) = sought.slips(word) {
                match near.iter_mut().find(|(known, ..)| *known == word) {
                    Some((.., count)) => *count += 1,
                    None => near.push((word, slips, 1)),
                }
            }
        });
        let key = |(_, slips, count): &(&str, usize, u32)| (*slips as u64) << 32 | u64::from(u32::MAX - count);
        let mut order: Vec<_> = (0..).zip(&near).map(|(at, near)| (key(near), at)).collect();
        ascending(&mut order);
        order.iter().take(TRIED).filter_map(|&(_, at)| Some(near.get(at as usize)?.0.to_owned())).collect()
    }
}

/// A condition that looks for another string.
#[inline]
fn with_text(node: &Node, text: String) -> Node {
    match node {
        Node::Term(term) => Node::Term(Term { text, ..term.clone() }),
        Node::Entity { facet, .. } => Node::Entity { facet: *facet, value: text },
        other => other.clone(),
    }
}

#[inline]
fn sorted(ways: Vec<Rewording>, key: impl Fn(&Rewording) -> usize) -> Vec<Rewording> {
    let order = crate::order::indices(ways.iter().map(|way| key(way) as u64));
    order.filter_map(|at| ways.get(at).cloned()).collect()
}

/// The pieces of two characters or more that stand somewhere, of which no longer one does; the longest first.
#[inline]
fn longest(chars: &[char], stands: impl Fn(&str) -> bool) -> Vec<String> {
    let piece = |start: usize, end: usize| chars.get(start..end).unwrap_or_default().iter().collect::<String>();
    let (mut pieces, mut start) = (Vec::new(), 0);
    for end in 1..=chars.len() {
        // Where a piece stands, each piece of it does: the start never goes back.
        let before = start;
        while start < end && !stands(&piece(start, end)) {
            start += 1;
        }
        if start > before {
            pieces.push((before, end - 1));
        }
    }
    pieces.push((start, chars.len()));
    let pieces: Vec<(usize, usize)> = pieces.into_iter().filter(|(start, end)| end - start > 1).collect();
    let order = crate::order::indices(pieces.iter().map(|(start, end)| u64::MAX - (end - start) as u64));
    order.filter_map(|at| pieces.get(at).map(|&(start, end)| piece(start, end))).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn archive() -> Archive {
        let json = r#"[
            {"uri": "a", "bodies": [{"value": "海绵城市讲座 A sponge city lecture in Zhangzhou"}], "people": [{"name": "Zhou Jia"}]},
            {"uri": "b", "bodies": [{"value": "海绵 消防 sponges"}], "printSection": "甲"},
            {"uri": "c", "bodies": [{"value": "城市建设 city"}]}]"#;
        Archive::from_bytes(json.into()).unwrap().0
    }

    fn ways(query: &str) -> Vec<String> {
        let ways = archive().reworded(query, &Options::default());
        ways.iter().map(|way| format!("{:?} {} → {} {}", way.change, way.text, way.query, way.total)).collect()
    }

    #[test]
    fn a_word_that_stands_nowhere_can_be_left_out() {
        assert_eq!(ways("海绵 龘"), ["Without 龘 → 海绵 2"]);
        assert_eq!(ways("海绵 讲座 -城市"), ["Without 讲座 → 海绵 -城市 1", "Without -城市 → 海绵 讲座 1"]);
    }

    #[test]
    fn where_more_than_one_word_is_in_the_way_each_is_offered_alone() {
        assert_eq!(ways("龘 讲座 靐 海绵"), ["Piece 讲座 → 讲座 1", "Piece 海绵 → 海绵 2"]);
    }

    #[test]
    fn the_longest_pieces_of_a_word_are_offered() {
        assert_eq!(ways("海绵城市建设规划"), ["Piece 海绵城市 → 海绵城市 1", "Piece 城市建设 → 城市建设 1"]);
        assert_eq!(ways("龘靐"), Vec::<String>::new());
    }

    #[test]
    fn a_word_nearly_alike_is_offered_where_the_typed_one_stands_nowhere() {
        assert_eq!(ways("spnge"), ["Spelled sponge → sponge 2"]);
        assert_eq!(ways("zhagnzhuo"), ["Spelled zhangzhou → zhangzhou 1"]);
        assert_eq!(ways("person:Zhuo"), ["Spelled zhou → person:zhou 1"]);
        assert_eq!(ways("spong"), Vec::<String>::new(), "sponge begins with it");
        assert_eq!(ways("lectrue city"), ["Without lectrue → city 2", "Spelled lecture → lecture city 1"]);
    }

    #[test]
    fn conditions_beside_the_query_hold() {
        let (conditions, _) = super::super::Conditions::read("section:甲");
        let options = Options { filters: conditions.filters, ..Options::default() };
        assert_eq!(archive().reworded("zhagnzhuo", &options), []);
        assert_eq!(archive().reworded("spnge", &options)[0].total, 1);
    }

    proptest! {
        #[test]
        fn nothing_is_offered_that_finds_nothing(query in "[海绵城市龘建a]{0,8}|(海绵|龘|spnge|-城市|person:Zhuo|[ \"(]){0,6}") {
            let archive = archive();
            for way in archive.reworded(&query, &Options::default()) {
                prop_assert!(way.total > 0);
                prop_assert_eq!(archive.search(&way.query, &Options::default()).total, way.total);
            }
        }

        #[test]
        fn the_pieces_are_the_longest(word in "[甲乙丙丁]{1,8}", text in "[甲乙丙丁]{0,12}") {
            let chars: Vec<char> = word.chars().collect();
            let mut naive: Vec<String> = Vec::new();
            for start in 0..chars.len() {
                for end in start + 2..=chars.len() {
                    let piece = |start: usize, end: usize| chars[start..end].iter().collect::<String>();
                    let longer = start > 0 && text.contains(&piece(start - 1, end)) || end < chars.len() && text.contains(&piece(start, end + 1));
                    if text.contains(&piece(start, end)) && !longer {
                        naive.push(piece(start, end));
                    }
                }
            }
            let mut found = longest(&chars, |piece| text.contains(piece));
            prop_assert!(found.is_sorted_by_key(|piece| usize::MAX - piece.chars().count()));
            found.sort();
            naive.sort();
            prop_assert_eq!(found, naive);
        }
    }
}
