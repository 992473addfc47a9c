//! Items as the corpus has them: IPTC ninjs 3.1 with the project's profile.
//!
//! Of a headline's lines the printed ones are kept as printed, and roles are given by their order and their marks: a
//! line that begins with a dash is a 副题; of the others the first is the main headline (the second, where there are
//! three lines in all: then the first is the 引题), the next ones are 副题. The lines of an English headline are one
//! headline, wrapped.

use serde::Serialize;

use crate::Ingested;
use crate::chars::is_alphabetic;
use crate::item::PageItem;

/// What the corpus says of where its items come from.
#[derive(Clone, Debug, Default)]
pub struct Imprint {
    /// The newspaper's name.
    pub newspaper: Option<String>,
    /// The part of identifiers that stands for the paper: `zhangzhou` in `urn:jianbao:zhangzhou:2025-03:0001`.
    pub slug: Option<String>,
}

impl Imprint {
    /// The slug: as told, or the ASCII letters and digits of the newspaper's name.
    pub fn slug(&self) -> Option<String> {
        let source = self.slug.as_deref().or(self.newspaper.as_deref())?;
        let mut slug = String::new();
        for c in source.chars() {
            if c.is_ascii_alphanumeric() {
                slug.push(c.to_ascii_lowercase());
            } else if !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
        }
        Some(slug.trim_end_matches('-').to_owned()).filter(|slug| !slug.is_empty())
    }
}

#[derive(Debug, Serialize)]
struct Valued<'a> {
    role: &'static str,
    value: &'a str,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Body<'a> {
    role: &'static str,
    content_type: &'static str,
    value: &'a str,
}

#[derive(Debug, Serialize)]
struct Source<'a> {
    role: &'static str,
    name: &'a str,
}

#[derive(Debug, Serialize)]
struct Picture<'a> {
    uri: String,
    name: String,
    #[serde(rename = "type")]
    kind: &'static str,
    descriptions: [Valued<'a>; 1],
    renditions: [(); 0],
}

/// An item of the corpus, its fields in the order they are written.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Item<'a> {
    uri: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    language: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    headlines: Vec<Valued<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    descriptions: Vec<Valued<'a>>,
    bodies: [Body<'a>; 1],
    #[serde(skip_serializing_if = "str::is_empty")]
    by: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    dateline: &'a str,
    date_published: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    event_date: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    print_section: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    print_page: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    inferred: &'a [&'static str],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    info_sources: Vec<Source<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    associations: Vec<Picture<'a>>,
}

/// How JSON is laid out.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Layout<'a> {
    /// On one line.
    Compact,
    /// Over lines, indented by this for each level.
    Pretty(&'a str),
}

/// Writes an item.
pub(crate) fn item(
    page: &Ingested,
    item: &PageItem,
    uri: &str,
    imprint: &Imprint,
    layout: Layout,
) -> serde_json::Result<String> {
    let language = item.language();
    let (body, by) = (item.body.join("\n"), item.by.join(" "));
    let whole = item.printed.join(" ");
    let mut headlines = roles(&item.printed, &whole);
    headlines.extend(item.printed.iter().map(|line| Valued { role: "printed", value: line }));
    let missing = if language == "en" { "The page prints no headline for this item." } else { "原页未见标题。" };
    let note = item.printed.is_empty().then_some(Valued { role: "note", value: missing });
    let pictures = item.captions.iter().enumerate().map(|(place, caption)| Picture {
        uri: format!("{uri}:photo-{}", place + 1),
        name: format!("photo-{}", place + 1),
        kind: "picture",
        descriptions: [Valued { role: "caption", value: caption }],
        renditions: [],
    });
    let written = Item {
        uri,
        kind: "text",
        language,
        headlines,
        descriptions: note.into_iter().collect(),
        bodies: [Body { role: "main", content_type: "text/plain", value: &body }],
        by: &by,
        dateline: &item.dateline,
        date_published: page.date.to_string(),
        event_date: item.event_date.as_deref(),
        print_section: item.section.as_deref(),
        print_page: page.page.as_deref(),
        inferred: &item.inferred,
        info_sources: imprint.newspaper.iter().map(|name| Source { role: "publisher", name }).collect(),
        associations: pictures.collect(),
    };
    match layout {
        Layout::Compact => serde_json::to_string(&written),
        Layout::Pretty(unit) => {
            let mut bytes = Vec::new();
            let formatter = serde_json::ser::PrettyFormatter::with_indent(unit.as_bytes());
            written.serialize(&mut serde_json::Serializer::with_formatter(&mut bytes, formatter))?;
            String::from_utf8(bytes).map_err(serde::ser::Error::custom)
        }
    }
}

/// The roles of a headline's lines; `whole` is all of them on one line.
fn roles<'a>(printed: &'a [String], whole: &'a str) -> Vec<Valued<'a>> {
    if is_alphabetic(whole) {
        return vec![Valued { role: "main", value: whole }];
    }
    let is_dashed = |line: &str| line.starts_with('—') || line.starts_with('―');
    let plain = printed.iter().filter(|line| !is_dashed(line)).count();
    let main = usize::from(plain >= 3 || plain == 2 && printed.len() > 2);
    let mut seen = 0;
    let mut roles = Vec::new();
    for line in printed {
        let role = if is_dashed(line) && printed.len() > 1 {
            "subhead"
        } else {
            seen += 1;
            match (seen - 1_usize).cmp(&main) {
                std::cmp::Ordering::Less => "kicker",
                std::cmp::Ordering::Equal => "main",
                std::cmp::Ordering::Greater => "subhead",
            }
        };
        roles.push(Valued { role, value: line });
    }
    roles
}

#[derive(Serialize)]
struct Standard {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct Span {
    from: String,
    to: String,
}

#[derive(Serialize)]
struct Envelope {
    standard: Standard,
    title: String,
    language: &'static str,
    note: &'static str,
    coverage: [Span; 1],
    items: [(); 0],
}

/// A corpus without items, for pages of one issue, ready for [`crate::splice()`].
pub fn corpus(pages: &[Ingested], imprint: &Imprint) -> String {
    let dates = || pages.iter().map(|page| page.date.to_string());
    let (from, to) = (dates().min().unwrap_or_default(), dates().max().unwrap_or_default());
    let items = || pages.iter().flat_map(|page| &page.items);
    let language = |language: &str| items().filter(|item| item.language() == language).count();
    let language =
        ["zh-Hans-CN", "zh-Hant", "en"].into_iter().rev().max_by_key(|name| language(name)).unwrap_or("zh-Hans-CN");
    let english = language == "en";
    let untitled = if english { "Newspaper pages" } else { "报纸版面" };
    let envelope = Envelope {
        standard: Standard { name: "jianbao", version: "1.0" },
        title: imprint.newspaper.clone().unwrap_or_else(|| untitled.to_owned()),
        language,
        note: if english {
            "Put together by program from the text of the pages; the roles of headline lines follow their order."
        } else {
            "由程序从版面文字整理而成；标题各行的引题、主题、副题按先后排定。"
        },
        coverage: [Span { from, to }],
        items: [],
    };
    serde_json::to_string_pretty(&envelope).map(|text| text + "\n").unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(lines: &[&str]) -> Vec<(&'static str, String)> {
        let printed: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        roles(&printed, &printed.join(" ")).into_iter().map(|line| (line.role, line.value.to_owned())).collect()
    }

    #[test]
    fn headline_lines_get_roles_by_order_and_marks() {
        let own = |role, text: &str| (role, text.to_owned());
        assert_eq!(shown(&["春耕开始"]), [own("main", "春耕开始")]);
        assert_eq!(shown(&["春耕开始", "甲镇动员"]), [own("main", "春耕开始"), own("subhead", "甲镇动员")]);
        assert_eq!(shown(&["农时不等人", "春耕开始", "甲镇动员"])[0], own("kicker", "农时不等人"));
        assert_eq!(shown(&["春耕开始", "——甲镇见闻"])[1], own("subhead", "——甲镇见闻"));
        assert_eq!(shown(&["农时不等人", "春耕开始", "——甲镇见闻"])[1], own("main", "春耕开始"));
        assert_eq!(shown(&["Bridge reopens", "after repairs"]), [own("main", "Bridge reopens after repairs")]);
    }

    #[test]
    fn slugs_are_plain_ascii() {
        let slug = |name: &str| Imprint { newspaper: Some(name.to_owned()), slug: None }.slug();
        assert_eq!(slug("The Northton Post"), Some("the-northton-post".to_owned()));
        assert_eq!(slug("甲报"), None);
    }
}
