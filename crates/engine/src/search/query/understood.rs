//! A query written back in its own language, as it was understood.

use super::ast::{Node, Query, Scope, Term};
use super::day::written;
use super::field::Field;
use super::lexer::{needs_quotes, quoted};

/// Up to this many levels, parentheses show how OR binds; deeper, only those stand that must.
const SHOWN: usize = 8;

impl Query {
    /// The query as it was understood, in the query language; empty where it asks for everything.
    pub(crate) fn understood(&self) -> String {
        let Some(root) = &self.root else { return String::new() };
        let mut writer = Writer { text: String::new(), explicit: height(root) <= SHOWN };
        writer.node(root);
        writer.text
    }
}

fn height(node: &Node) -> usize {
    match node {
        Node::And(nodes) | Node::Or(nodes) => 1 + nodes.iter().map(height).max().unwrap_or(0),
        Node::Not(inner) => 1 + height(inner),
        _ => 0,
    }
}

struct Writer {
    text: String,
    /// Whether alternatives among other conditions stand in parentheses, though they need none.
    explicit: bool,
}

impl Writer {
    fn node(&mut self, node: &Node) {
        match node {
            Node::Term(term) => self.term(term),
            Node::Near { left, right, distance } => {
                self.term(left);
                self.text.push_str(" ~");
                self.text.push_str(&distance.to_string());
                self.text.push(' ');
                self.term(right);
            }
            Node::Entity { facet, value } => self.valued(Field::Facet(*facet), value, needs_quotes(value)),
            Node::Date { when, span } => self.valued(Field::Date(*when), &written(*span), false),
            Node::Not(inner) => {
                self.text.push('-');
                let composed = matches!(**inner, Node::And(_) | Node::Or(_) | Node::Near { .. });
                self.grouped(inner, composed);
            }
            Node::And(nodes) => self.joined(nodes, " ", |writer| writer.explicit, |node| matches!(node, Node::Or(_))),
            Node::Or(nodes) => self.joined(nodes, " OR ", |_| true, |node| matches!(node, Node::And(_))),
        }
    }

    fn joined(&mut self, nodes: &[Node], by: &str, group: fn(&Self) -> bool, composed: fn(&Node) -> bool) {
        for (index, node) in nodes.iter().enumerate() {
            if index > 0 {
                self.text.push_str(by);
            }
            let parentheses = composed(node) && group(self);
            self.grouped(node, parentheses);
        }
    }

    fn grouped(&mut self, node: &Node, parentheses: bool) {
        if parentheses {
            self.text.push('(');
        }
        self.node(node);
        if parentheses {
            self.text.push(')');
        }
    }

    fn term(&mut self, term: &Term) {
        self.valued(Field::Text(term.scope), &term.text, term.exact);
    }

    fn valued(&mut self, field: Field, value: &str, quote: bool) {
        self.text.push_str(field.name());
        if field != Field::Text(Scope::All) {
            self.text.push(':');
        }
        if quote { self.text.push_str(&quoted(value)) } else { self.text.push_str(value) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::ast::Node;
    use super::super::{Query, parse, parts};

    fn understood(query: &str) -> String {
        parse(query).understood()
    }

    #[test]
    fn words_are_joined_and_or_binds_its_neighbours() {
        assert_eq!(understood("海绵　城市"), "海绵 城市");
        assert_eq!(understood("海绵 四链 或 消防"), "海绵 (四链 OR 消防)");
        assert_eq!(understood("（海绵 四链）｜消防"), "(海绵 四链) OR 消防");
        assert_eq!(understood("－消防 --海绵"), "-消防 海绵");
        assert_eq!(understood("-(a b)"), "-(a b)");
    }

    #[test]
    fn quotes_of_every_kind_are_the_same() {
        for query in ["\"四链\"", "“四链”", "‘四链’", "「四链」", "『四链』", "”四链“", "“四链", "“ 四链 ”"]
        {
            assert_eq!(understood(query), "\"四链\"", "{query}");
        }
        assert_eq!(understood("漳州“四链”融合"), "漳州 \"四链\" 融合");
        assert_eq!(understood("「a\"b」"), "「a\"b」");
        assert_eq!(understood("Xi’an"), "Xi’an");
    }

    #[test]
    fn fields_have_names_in_both_languages() {
        assert_eq!(
            understood("人物：周绍斌 標題:“海绵 城市” Person:\"Zhou Shaobin\""),
            "person:周绍斌 headline:\"海绵 城市\" person:\"Zhou Shaobin\""
        );
        assert_eq!(understood("日期:2025-03-01..2025-03-31 published:2025"), "date:2025-03 published:2025");
        assert_eq!(understood("https://example.org foo:bar 8:30"), "https://example.org foo:bar 8:30");
    }

    #[test]
    fn near_joins_strings_only() {
        assert_eq!(understood("海绵 ~5 城市 ～3 雨水"), "海绵 ~5 城市 城市 ~3 雨水");
        assert_eq!(understood("人物:周 ~5 城市"), "person:周 城市");
        assert_eq!(understood("海绵 ~5 城市 ~3 -雨水"), "海绵 ~5 城市 -雨水");
    }

    #[test]
    fn what_is_half_typed_is_left_out() {
        for query in [
            "海绵 OR",
            "海绵 -",
            "海绵 或 ",
            "| 海绵",
            "海绵 人物:",
            "海绵 “",
            "(海绵",
            "海绵)",
            "海绵 ~5",
            "~ 海绵",
            "海绵 date:20",
            "-() 海绵",
        ] {
            assert_eq!(understood(query), "海绵", "{query}");
        }
        assert_eq!(understood("或"), "或");
        assert_eq!(understood("((("), "");
    }

    /// The texts of the parts, each without blanks around it.
    fn cut(query: &str) -> Vec<&str> {
        parts(query).iter().map(|part| query[part.start..part.end].trim()).collect()
    }

    #[test]
    fn the_parts_of_a_query_have_their_places_in_it() {
        assert_eq!(cut("海绵　“四链” -消防"), ["海绵", "“四链”", "-消防"]);
        assert_eq!(cut("海绵 四链 或 消防 人物:“周 甲”"), ["海绵", "四链 或 消防", "人物:“周 甲”"]);
        assert_eq!(cut("(a b) c ~5 d"), ["(a b)", "c ~5 d"]);
        assert_eq!(cut("| 海绵 ) -"), ["| 海绵"]);
        assert_eq!(cut(""), Vec::<&str>::new());
    }

    #[test]
    fn what_stood_apart_stays_apart() {
        assert_eq!(parts("a“b”c")[1].taken_out_of("a“b”c"), "a c");
        assert_eq!(parts("“a”b“c”")[1].taken_out_of("“a”b“c”"), "“a” “c”");
    }

    /// What is left of a query without one of its parts asks for just the others.
    fn each_part_can_be_taken_out(query: &str) -> Result<(), TestCaseError> {
        let all = parts(query);
        prop_assert!(all.iter().all(|part| query.get(part.start..part.end).is_some()));
        for (at, part) in all.iter().enumerate() {
            let others = all.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, part)| part.node.clone());
            let left = part.taken_out_of(query);
            prop_assert_eq!(
                parse(&left),
                Query { root: Node::all(others.collect()) },
                "{} without {}: {}",
                query,
                at,
                left
            );
        }
        Ok(())
    }

    #[test]
    fn a_hundred_thousand_parentheses_do_no_harm() {
        assert_eq!(understood(&("(".repeat(100_000) + "海绵")), "海绵");
        assert_eq!(understood(&("-".repeat(100_000) + "海绵")), "海绵");
        assert_eq!(understood(&("-(".repeat(100_000) + "海绵")), "海绵");
        assert_eq!(understood(&("“(”".repeat(100_000) + "海绵")).chars().filter(|char| *char == '(').count(), 100_000);
        assert_eq!(understood(&"“".repeat(100_000)), "");
    }

    proptest! {
        #[test]
        fn every_string_parses_and_what_is_understood_parses_to_the_same(query in any::<String>()) {
            let parsed = parse(&query);
            prop_assert_eq!(&parse(&parsed.understood()), &parsed, "{}", parsed.understood());
            each_part_can_be_taken_out(&query)?;
        }

        #[test]
        fn so_does_every_string_of_operators(pieces in prop::collection::vec(prop::sample::select(vec![
            "海", "a", "-", "－", "OR", "或", "|", "(", ")", "（", "）", "\"", "“", "”", "「", "」", "‘", "’", "『", "』", " ", " ",
            "~5", "～", "person:", "标题：", "date:", "2025", "-03", "..", "published:2025-13", "page:", ":", "\n", "foo:",
        ]), 0..24)) {
            let query = pieces.concat();
            let parsed = parse(&query);
            prop_assert_eq!(&parse(&parsed.understood()), &parsed, "{} {}", query, parsed.understood());
            each_part_can_be_taken_out(&query)?;
        }
    }
}
