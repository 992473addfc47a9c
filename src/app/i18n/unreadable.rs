//! Why there is nothing to read, in words.

use super::{Language, problem, text};
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
            let words = text(
                "服务器没有给出这个文件（HTTP {}）",
                "伺服器沒有給出這個檔案（HTTP {}）",
                "The server does not give this file (HTTP {})",
            );
            let remedy = text(
                "核对报库文件的地址，或在本机选取",
                "核對報庫檔案的位址，或在本機選取",
                "Check the address of the corpus, or choose a file on this device",
            );
            let (place, why) = (address.to_owned(), words.fill(language, &[status]));
            Said { place, line: None, why, remedy: remedy.get(language) }
        }
        Unreadable::Network(address) => {
            let words = text(
                "没有得到回应：网络不通，或对方不许本页读取",
                "沒有得到回應：網路不通，或對方不許本頁讀取",
                "No answer: the network is down, or the other side does not let this page read",
            );
            let remedy = text(
                "检查网络后重试；在本机打开的页面请选取本机文件",
                "檢查網路後重試；在本機開啟的頁面請選取本機檔案",
                "Check the connection and retry; on a page opened from this device choose a local file",
            );
            let why = words.get(language).to_owned();
            Said { place: address.clone(), line: None, why, remedy: remedy.get(language) }
        }
    }
}

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
}
