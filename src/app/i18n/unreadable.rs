//! Why there is nothing to read, in words.

use jianbao_engine::corpus::ProblemKind;

use super::{Language, Text, number, problem, text};
use crate::app::Unreadable;

/// A failure in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// JSON pointer or address.
    pub place: String,
    /// Line and column, where they are known.
    pub line: Option<String>,
    /// What is wrong.
    pub why: String,
    /// What to do about it.
    pub remedy: &'static str,
}

/// Where, why, and what to do.
pub fn said(language: Language, why: &Unreadable) -> Said {
    match why {
        Unreadable::Corpus(found) => {
            let (place, line) = problem::place(language, &found.place);
            let why = problem::why(language, &found.kind);
            Said { place, line, why, remedy: problem::remedy(language, &found.kind) }
        }
        Unreadable::Http(answer) => {
            let (status, address) = answer.split_once(' ').unwrap_or(("", answer));
            of(language, address, HTTP.fill(language, &[status]), CHECK)
        }
        Unreadable::Network(address) => of(language, address, NETWORK.get(language).to_owned(), RETRY),
        Unreadable::Elsewhere(address) => of(language, address, ELSEWHERE.get(language).to_owned(), ALLOW),
        Unreadable::Address(text) => of(language, text, NO_ADDRESS.get(language).to_owned(), CHECK),
        Unreadable::Cut { address, read, total } => {
            let words = if *total == 0 { BROKE_OFF } else { CUT };
            let why = words.fill(language, &[&number(*total), &number(*read)]);
            let remedy = problem::remedy(language, &ProblemKind::CutShort);
            Said { place: address.clone(), line: None, why, remedy }
        }
    }
}

fn of(language: Language, place: &str, why: String, remedy: Text) -> Said {
    Said { place: place.to_owned(), line: None, why, remedy: remedy.get(language) }
}

const HTTP: Text = text(
    "服务器没有给出这个文件（HTTP {}）",
    "伺服器沒有給出這個檔案（HTTP {}）",
    "The server does not give this file (HTTP {})",
);
const NETWORK: Text = text("没有得到回应：网络不通", "沒有得到回應：網路不通", "No answer: the network is down");
const ELSEWHERE: Text = text(
    "别的网站没有回应，或不许本页读取",
    "別的網站沒有回應，或不許本頁讀取",
    "Another site does not answer, or does not let this page read",
);
const NO_ADDRESS: Text = text("这不是一个地址", "這不是一個位址", "This is not an address");
const CUT: Text = text(
    "文件不完整：应有 {} 字节，只读到 {} 字节",
    "檔案不完整：應有 {} 位元組，只讀到 {} 位元組",
    "File cut short: {} bytes expected, {} read",
);
const BROKE_OFF: Text = text("文件不完整，读到一半就断了", "檔案不完整，讀到一半就斷了", "The file is cut short");

const CHECK: Text = text(
    "核对报库文件的地址，或在本机选取",
    "核對報庫檔案的位址，或在本機選取",
    "Check the address of the corpus, or choose a file on this device",
);
const RETRY: Text = text(
    "检查网络后重试；在本机打开的页面请选取本机文件",
    "檢查網路後重試；在本機開啟的頁面請選取本機檔案",
    "Check the connection and retry; on a page opened from this device choose a local file",
);
const ALLOW: Text = text(
    "把报库文件放到本站，或请对方发出 Access-Control-Allow-Origin",
    "把報庫檔案放到本站，或請對方送出 Access-Control-Allow-Origin",
    "Put the corpus on this site, or let the other one send Access-Control-Allow-Origin",
);

/// A failure in one line, to be copied.
pub fn line(language: Language, why: &Unreadable) -> String {
    if let Unreadable::Corpus(found) = why {
        return problem::line(language, found);
    }
    let Said { place, why, remedy, .. } = said(language, why);
    text("{}：{}：{}", "{}：{}：{}", "{}: {}: {}").fill(language, &[&place, &why, remedy])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_file_is_named_with_its_status() {
        let missing = Unreadable::Http("404 https://example.org/corpus.json".to_owned());
        let Said { place, why, .. } = said(Language::Hans, &missing);
        assert_eq!((&*place, &*why), ("https://example.org/corpus.json", "服务器没有给出这个文件（HTTP 404）"));
        assert!(line(Language::En, &missing).starts_with("https://example.org/corpus.json: The server does not"));
    }

    #[test]
    fn a_file_that_broke_off_says_how_much_of_it_came() {
        let cut = |total| Unreadable::Cut { address: "b.json".to_owned(), read: 1_048_576, total };
        assert_eq!(said(Language::Hans, &cut(4_812_330)).why, "文件不完整：应有 4,812,330 字节，只读到 1,048,576 字节");
        assert_eq!(said(Language::En, &cut(0)).why, "The file is cut short");
    }

    #[test]
    fn another_site_is_told_what_to_send() {
        let elsewhere = Unreadable::Elsewhere("https://example.org/a.json".to_owned());
        assert!(said(Language::Hant, &elsewhere).remedy.contains("Access-Control-Allow-Origin"));
    }
}
