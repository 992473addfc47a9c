//! A query in words: what its parts ask for.

use jianbao_engine::corpus::{Date, Day};
use jianbao_engine::search::{Form, Node, Scope, Span, When};

use super::{Language, Text, dates, number, shell, text};

/// What is left out.
pub const NOT: Text = text("不含", "不含", "Not");
/// Headline lines.
const HEADLINE: Text = text("标题", "標題", "Headline");
/// The body.
const BODY: Text = text("正文", "內文", "Text");
/// A string that is looked for just as it is.
const EXACTLY: Text = text("原文", "原文", "Exactly");
/// A string that a field has.
const HAS: Text = text("含“{}”", "含「{}」", "with “{}”");
/// Between alternatives.
const OR: Text = text(" 或 ", " 或 ", " or ");
/// Between what must all hold.
const AND: Text = text(" 且 ", " 且 ", " and ");
/// Two strings near each other.
const NEAR: Text = text("{} 与 {} 相距不过 {} 字", "{} 與 {} 相距不過 {} 字", "{} and {} within {} words");
/// Conditions that are one.
const GROUP: Text = text("（{}）", "（{}）", "({})");
/// The date of publication.
const PUBLISHED: Text = text("见报", "見報", "Published");

/// Opens the table of what can be typed.
pub const HELP: Text = text("检索方法", "檢索方法", "Search help");
/// What the table is.
pub const HELP_HOW: Text =
    text("检索方法：点按例子即可检索", "檢索方法：點按例子即可檢索", "How to search: press an example to run it");

/// What a form of the query language finds.
pub fn meaning(language: Language, form: Form) -> &'static str {
    match form {
        Form::Both => text("各词都有", "各詞都有", "has all of the words"),
        Form::Exact => text("一字不差", "一字不差", "has exactly this"),
        Form::Without => text("有前者，没有后者", "有前者，沒有後者", "has the first, not the second"),
        Form::Either => text("至少有其一", "至少有其一", "has at least one"),
        Form::Near => text("两词相距不过 5 字", "兩詞相距不過 5 字", "both within 5 words"),
        Form::Headline => text("标题里有（正文: 同）", "標題裡有（內文: 同）", "in the headline (or body:)"),
        Form::Person => {
            text("人物（机构: 地点: 主题: 同）", "人物（機構: 地點: 主題: 同）", "a person (or org: place: topic:)")
        }
        Form::Date => text("日期在此之内", "日期在此之內", "dated within this"),
    }
    .get(language)
}

/// What kind of condition a part of a query is, and what it asks for: `标题` and `含“海绵”`.
pub fn said(language: Language, node: &Node) -> (&'static str, String) {
    let quoted = |text: &str| shell::QUOTED.fill(language, &[text]);
    let (kind, value) = match node {
        Node::Term(term) => match (term.scope, term.exact) {
            (Scope::Headline, _) => (HEADLINE, HAS.fill(language, &[&term.text])),
            (Scope::Body, _) => (BODY, HAS.fill(language, &[&term.text])),
            (Scope::All, true) => (EXACTLY, quoted(&term.text)),
            (Scope::All, false) => (shell::QUERY, quoted(&term.text)),
        },
        Node::Near { left, right, distance } => {
            (shell::QUERY, NEAR.fill(language, &[&quoted(&left.text), &quoted(&right.text), &number(*distance)]))
        }
        Node::Entity { facet, value } => return (shell::facet(language, *facet), HAS.fill(language, &[value])),
        Node::Date { when: When::Item, span } => (shell::TIME, days(language, *span)),
        Node::Date { when: When::Published, span } => (PUBLISHED, days(language, *span)),
        Node::Not(inner) => (NOT, inside(language, inner)),
        Node::And(nodes) => (shell::QUERY, joined(language, nodes, AND)),
        Node::Or(nodes) => (shell::QUERY, joined(language, nodes, OR)),
    };
    (kind.get(language), value)
}

/// A condition within another one: with its kind, where it is more than a string anywhere in the text.
fn inside(language: Language, node: &Node) -> String {
    let (kind, value) = said(language, node);
    match node {
        Node::And(_) | Node::Or(_) => GROUP.fill(language, &[&value]),
        _ if kind == shell::QUERY.get(language) => value,
        _ if language == Language::En => [kind, &value].join(" "),
        _ => [kind, &value].concat(),
    }
}

fn joined(language: Language, nodes: &[Node], by: Text) -> String {
    nodes.iter().map(|node| inside(language, node)).collect::<Vec<_>>().join(by.get(language))
}

/// Days that are asked for: `2025年3月`, `2025年3月1日起`.
fn days(language: Language, Span { from, to }: Span) -> String {
    let one = |day: Day| dates::day(language, day);
    match (from, to) {
        (Some(start), Some(end)) => dates::period(language, Date { start, end, fuzzy: false }),
        (Some(from), None) => shell::SINCE.fill(language, &[&one(from)]),
        (None, Some(to)) => shell::UNTIL.fill(language, &[&one(to)]),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use jianbao_engine::search::parts;

    use super::*;

    fn said_of(language: Language, query: &str) -> Vec<String> {
        parts(query)
            .iter()
            .map(|part| said(language, &part.node))
            .map(|(kind, value)| format!("{kind} {value}"))
            .collect()
    }

    #[test]
    fn each_part_of_a_query_is_said_in_words() {
        assert_eq!(
            said_of(Language::Hans, "海绵 “四链” -消防 标题:课 人物:甲 date:2025-03 published:2025-03-14.."),
            [
                "检索词 “海绵”",
                "原文 “四链”",
                "不含 “消防”",
                "标题 含“课”",
                "人物 含“甲”",
                "时间 2025年3月",
                "见报 2025年3月14日起"
            ]
        );
        assert_eq!(
            said_of(Language::Hant, "-標題:課 a ~5 b"),
            ["不含 標題含「課」", "檢索詞 「a」 與 「b」 相距不過 5 字"]
        );
    }

    #[test]
    fn alternatives_and_groups_are_said_as_they_are_read() {
        assert_eq!(
            said_of(Language::En, "a OR -(b c) person:d"),
            ["Query “a” or Not (“b” and “c”)", "People with “d”"]
        );
        assert_eq!(
            said_of(Language::En, "“a” ~5 b date:..2025"),
            ["Query “a” and “b” within 5 words", "Time to 31 December 2025"]
        );
    }
}
