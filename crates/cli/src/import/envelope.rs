//! What an imported corpus says about itself.

use serde::Serialize;

use super::when::Stretch;

#[derive(Serialize)]
struct Standard {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct Envelope<'a> {
    standard: Standard,
    title: &'a str,
    language: &'a str,
    note: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    coverage: Vec<Stretch>,
}

/// The beginning of the file, up to the first item.
pub(super) fn head(title: &str, language: &str, coverage: Vec<Stretch>) -> serde_json::Result<String> {
    let note = if language.starts_with("en") {
        "Converted by program from the data of another one; nothing was added to the texts."
    } else if language.starts_with("zh-Hant") {
        "由程式從其他程式的資料轉換而成，文字未作增補。"
    } else {
        "由程序从其他程序的数据转换而成，文字未作增补。"
    };
    let standard = Standard { name: "jianbao", version: "1.0" };
    let json = serde_json::to_string_pretty(&Envelope { standard, title, language, note, coverage })?;
    let open = json.strip_suffix("\n}").unwrap_or(&json);
    Ok(format!("{open},\n  \"items\": [\n"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]
mod tests {
    use super::*;

    #[test]
    fn whatever_the_title_the_items_can_follow() {
        for title in ["甲报", "}\n}", "", "\""] {
            let json = head(title, "en", Vec::new()).unwrap() + "]}";
            let corpus: serde_json::Value = serde_json::from_str(&json).unwrap();
            assert_eq!((&corpus["title"], &corpus["items"]), (&title.into(), &serde_json::json!([])));
        }
    }
}
