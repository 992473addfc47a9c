//! What a page gives: items, and what belongs to no item.

use serde::Serialize;

/// Text of the page that is in no item, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Leftover {
    /// The number of its line, from 1.
    pub line: usize,
    /// The text.
    pub text: String,
    /// Why it is in no item.
    pub why: &'static str,
}

/// One text of a page with its headlines and captions.
///
/// Each of the fields of text holds its own characters of the page; nothing of the page is in two of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageItem {
    /// The numbers of its lines, from 1, in reading order.
    pub lines: Vec<usize>,
    /// The lines of its headline as printed; empty where the page prints none.
    pub printed: Vec<String>,
    /// `本报讯`, `新华社北京3月14日电`.
    pub dateline: String,
    /// Who wrote it, as printed.
    pub by: Vec<String>,
    /// Its paragraphs.
    pub body: Vec<String>,
    /// The captions of its pictures.
    pub captions: Vec<String>,
    /// The day of what it tells, as EDTF; `None` where its first sentence and its dateline give none.
    pub event_date: Option<String>,
    /// The title of its section; `None` where the page shows none for it.
    pub section: Option<String>,
    /// What of it was inferred: names of fields of the corpus.
    pub inferred: Vec<&'static str>,
}

impl PageItem {
    /// The fields that hold the page's characters.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        let lists = [&self.printed, &self.by, &self.body, &self.captions];
        lists.into_iter().flatten().map(String::as_str).chain(Some(self.dateline.as_str()))
    }

    /// The language of its text: `en`, `zh-Hant` or `zh-Hans-CN`.
    pub fn language(&self) -> &'static str {
        const TRADITIONAL: &str = "們這說時對會發經過還學國開來區與於為產業務實現設關機黨員應導進無長見書東車馬";
        const SIMPLIFIED: &str = "们这说时对会发经过还学国开来区与于为产业务实现设关机党员应导进无长见书东车马";
        let text: String = self.body.iter().chain(&self.printed).map(String::as_str).collect();
        if crate::chars::is_alphabetic(&text) {
            return "en";
        }
        // Only characters that the two lists do not share tell the scripts apart.
        let count = |own: &str, other: &str| text.chars().filter(|&c| own.contains(c) && !other.contains(c)).count();
        if count(TRADITIONAL, SIMPLIFIED) > count(SIMPLIFIED, TRADITIONAL) { "zh-Hant" } else { "zh-Hans-CN" }
    }
}
