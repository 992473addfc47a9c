//! JSON in words: the kinds of its values, and what a parser finds wrong. The engine says both in English.

use super::{Language, Text, text};

/// The engine's words for a value's kind.
const KINDS: [Text; 10] = [
    text("对象", "物件", "an object"),
    text("数组", "陣列", "an array"),
    text("字符串", "字串", "a string"),
    text("数字", "數字", "a number"),
    text("true 或 false", "true 或 false", "true or false"),
    text(" null", " null", "null"),
    text("含有 items 数组的对象", "含有 items 陣列的物件", "an object with a list `items`"),
    text("空缺", "空缺", "none"),
    text("整数", "整數", "a whole number"),
    text("含有 uri 的对象", "含有 uri 的物件", "an object with a `uri`"),
];

/// A parser's words. One that says more goes on after these.
const WRONG: [Text; 11] = [
    text("此处应有一个值", "此處應有一個值", "expected value"),
    text("此处应为 true、false 或 null", "此處應為 true、false 或 null", "expected ident"),
    text("此处应有冒号", "此處應有冒號", "expected `:`"),
    text("此处应有逗号或括号", "此處應有逗號或括號", "expected `,` or "),
    text("末尾多了逗号", "末尾多了逗號", "trailing comma"),
    text("结束之后还有内容", "結束之後還有內容", "trailing characters"),
    text("数字写法有误", "數字寫法有誤", "invalid number"),
    text("转义写法有误", "跳脫寫法有誤", "invalid escape"),
    text(
        "字符串里有控制字符，多半是漏了引号或直接换了行",
        "字串裡有控制字元，多半是漏了引號或直接換了行",
        "control character ",
    ),
    text("对象的键应为字符串", "物件的鍵應為字串", "key must be a string"),
    text("层次太深", "層次太深", "recursion limit exceeded"),
];

/// The name of a value's kind; a word that is not known here stays as it is.
pub(super) fn kind(language: Language, english: &str) -> &str {
    let known = KINDS.iter().find(|kind| kind.get(Language::En) == english);
    known.map_or(english, |kind| kind.get(language))
}

/// What a parser found wrong; words that are not known here, and English ones, stay as they are.
pub(super) fn wrong(language: Language, english: &str) -> &str {
    let known = WRONG.iter().find(|words| english.starts_with(words.get(Language::En)));
    known.filter(|_| language != Language::En).map_or(english, |words| words.get(language))
}

#[cfg(test)]
mod tests {
    use jianbao_engine::corpus::ProblemKind;
    use jianbao_engine::search::Archive;

    use super::*;

    #[test]
    fn what_the_engine_says_of_bad_json_is_said_in_chinese() {
        for bad in [
            "{\"items\":[1,]}",
            "{\"items\" 1}",
            "{\"items\": [01]}",
            "{\"items\": x}",
            "{items: 1}",
            "{} 1",
            "{\"a\":\"\\q\"}",
            "{\"a\":\"\n\"}",
        ] {
            let problem = Archive::from_bytes(bad.as_bytes().to_vec()).err().map(|problem| problem.kind);
            if let Some(ProblemKind::NotJson(message)) = problem {
                assert!(!wrong(Language::Hans, &message).is_ascii(), "{bad}: {message}");
            }
        }
    }

    #[test]
    fn an_unknown_word_stays_as_it_is() {
        assert_eq!(kind(Language::Hans, "a colour"), "a colour");
        assert_eq!(wrong(Language::Hans, "duplicate field `items`"), "duplicate field `items`");
    }
}
