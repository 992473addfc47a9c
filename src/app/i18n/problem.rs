//! What is wrong with a corpus and what to do about it, in words.

use jianbao_engine::corpus::{Place, Problem, ProblemKind};

use super::shell::{LINE_COLUMN, WHOLE_FILE};
use super::{Language, Text, json, number, text};

/// Why something could not be read.
pub fn why(language: Language, kind: &ProblemKind) -> String {
    let words = match kind {
        ProblemKind::Empty => text("文件是空的", "檔案是空的", "The file is empty"),
        ProblemKind::NotUtf8 => text("文件不是 UTF-8 编码", "檔案不是 UTF-8 編碼", "The file is not UTF-8"),
        ProblemKind::NotJson(_) => text("文件不是 JSON：{}", "檔案不是 JSON：{}", "The file is not JSON: {}"),
        ProblemKind::CutShort => {
            text("文件不完整，读到一半就断了", "檔案不完整，讀到一半就斷了", "The file is cut short")
        }
        ProblemKind::Html => text(
            "得到的是网页，不是报库文件，多半是出错页",
            "得到的是網頁，不是報庫檔案，多半是錯誤頁",
            "This is a web page, not a corpus: most likely an error page",
        ),
        ProblemKind::WrongShape { .. } => {
            text("此处应为{}，却是{}", "此處應為{}，卻是{}", "{} expected here, {} found")
        }
        ProblemKind::NoItems => text("报库里一篇稿件也没有", "報庫裡一篇稿件也沒有", "The corpus holds no item"),
        ProblemKind::NoUri => text("稿件缺少 uri", "稿件缺少 uri", "The item has no uri"),
        ProblemKind::NoText => {
            text("稿件既无标题也无正文", "稿件既無標題也無內文", "The item has neither headline nor body")
        }
        ProblemKind::BadDate(_) => text("“{}”不是日期", "「{}」不是日期", "“{}” is not a date"),
        ProblemKind::DuplicateUri { .. } => {
            text("uri“{}”与 {} 重复", "uri「{}」與 {} 重複", "The uri “{}” is taken by {}")
        }
    };
    let (first, second) = match kind {
        ProblemKind::NotJson(message) => (json::wrong(language, message), ""),
        ProblemKind::WrongShape { expected, found } => (json::kind(language, expected), json::kind(language, found)),
        ProblemKind::BadDate(value) => (&**value, ""),
        ProblemKind::DuplicateUri { uri, first } => (&**uri, &**first),
        _ => ("", ""),
    };
    words.fill(language, &[first, second])
}

/// What to do about it.
pub fn remedy(language: Language, kind: &ProblemKind) -> &'static str {
    let words: Text = match kind {
        ProblemKind::Empty | ProblemKind::CutShort => text(
            "重试一次；若仍不行，请重新取一份完整的文件，或在本机选取",
            "重試一次；若仍不行，請重新取一份完整的檔案，或在本機選取",
            "Retry once; if it fails again, get a complete copy or choose one on this device",
        ),
        ProblemKind::NotUtf8 => text(
            "把文件另存为 UTF-8，或用 jianbao 程序转换",
            "把檔案另存為 UTF-8，或用 jianbao 程式轉換",
            "Save the file as UTF-8, or convert it with the program jianbao",
        ),
        ProblemKind::NotJson(_) | ProblemKind::WrongShape { .. } => text(
            "用 jianbao check 查看这份文件，改正所指之处",
            "用 jianbao check 檢查這份檔案，改正所指之處",
            "Check the file with jianbao check, and correct the place named",
        ),
        ProblemKind::Html => text(
            "核对报库文件的地址，或在本机选取",
            "核對報庫檔案的位址，或在本機選取",
            "Check the address of the corpus, or choose a file on this device",
        ),
        ProblemKind::NoItems => {
            text("换一份有稿件的报库文件", "換一份有稿件的報庫檔案", "Choose a corpus that holds items")
        }
        ProblemKind::NoUri => text("给稿件加上唯一的 uri", "給稿件加上唯一的 uri", "Give the item a uri of its own"),
        ProblemKind::NoText => text("补上标题或正文", "補上標題或內文", "Give the item a headline or a body"),
        ProblemKind::BadDate(_) => text(
            "写成 2025-03-14、2025-03、2025-03~ 或 2025-03-11/2025-03-14",
            "寫成 2025-03-14、2025-03、2025-03~ 或 2025-03-11/2025-03-14",
            "Write 2025-03-14, 2025-03, 2025-03~ or 2025-03-11/2025-03-14",
        ),
        ProblemKind::DuplicateUri { .. } => {
            text("给其中一篇换一个 uri", "給其中一篇換一個 uri", "Give one of the two another uri")
        }
    };
    words.get(language)
}

/// Where it is: the file, where there are several, the JSON pointer, and line and column where they are known.
pub fn place(language: Language, place: &Place) -> (String, Option<String>) {
    let pointer = if place.pointer.is_empty() { WHOLE_FILE.get(language) } else { &place.pointer };
    let between = if place.file.is_empty() { "" } else { " " };
    let pointer = [&place.file, between, pointer].concat();
    let line =
        (place.line > 0).then(|| LINE_COLUMN.fill(language, &[&number(place.line), &number(place.column.max(1))]));
    (pointer, line)
}

/// A problem in one line, to be copied: where, why, what to do.
pub fn line(language: Language, problem: &Problem) -> String {
    let (pointer, line) = place(language, &problem.place);
    let mut said = pointer;
    if let Some(line) = line {
        said.push_str(text("，", "，", ", ").get(language));
        said.push_str(&line);
    }
    for part in [&*why(language, &problem.kind), remedy(language, &problem.kind)] {
        said.push_str(text("：", "：", ": ").get(language));
        said.push_str(part);
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_says_where_why_and_what_to_do_in_each_language() {
        let problem = Problem {
            place: Place { pointer: "/items/3/eventDate".to_owned(), line: 1204, column: 7, ..Place::default() },
            kind: ProblemKind::BadDate("三月".to_owned()),
        };
        assert_eq!(
            line(Language::Hans, &problem),
            "/items/3/eventDate，第 1,204 行第 7 列：“三月”不是日期：写成 2025-03-14、2025-03、2025-03~ 或 2025-03-11/2025-03-14"
        );
        assert!(line(Language::En, &problem).starts_with("/items/3/eventDate, line 1,204, column 7: “三月” is not"));
    }

    #[test]
    fn what_stands_in_the_wrong_place_is_named_in_the_reader_s_language() {
        let shape = ProblemKind::WrongShape { expected: "an array", found: "a string".to_owned() };
        assert_eq!(why(Language::Hans, &shape), "此处应为数组，却是字符串");
        assert_eq!(why(Language::Hant, &shape), "此處應為陣列，卻是字串");
        assert_eq!(why(Language::En, &shape), "an array expected here, a string found");
        let json = ProblemKind::NotJson("trailing comma".to_owned());
        assert_eq!(why(Language::Hans, &json), "文件不是 JSON：末尾多了逗号");
        assert_eq!(why(Language::En, &json), "The file is not JSON: trailing comma");
    }

    #[test]
    fn a_problem_of_the_whole_file_names_no_line() {
        let problem = Problem { place: Place::default(), kind: ProblemKind::Empty };
        assert!(line(Language::En, &problem).starts_with("the whole file: The file is empty"));
    }
}
