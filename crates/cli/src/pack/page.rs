//! The page around a packed corpus.
//!
//! First the widget's program and code, then the element, then the corpus: so the element is there, and says that it is
//! reading, while the browser still reads the rest of the file.

use data_encoding::BASE64;
use sha2::{Digest, Sha256};

use super::merge::Whole;
use super::widget::{NOTICES, widget};
use crate::Failure;

const STYLE: &str = "body{margin:0}jian-bao{display:block;--jb-min-block-size:100vh}noscript p{margin:2em;font-family:sans-serif}@media print{jian-bao{--jb-min-block-size:0}}";
const ICON: &[u8] = include_bytes!("../../../../www/icon.svg");

/// What the widget's code is called with.
const PARTS: &str =
    "()=>document.getElementById(\"jianbao-program\").text,()=>document.getElementById(\"jianbao-corpus\").text);";

/// How the page looks.
#[derive(Default)]
pub(super) struct Look {
    /// The interface's language; without it that of the corpus.
    pub(super) lang: Option<&'static str>,
    /// `light`, `dark` or `auto`.
    pub(super) theme: Option<&'static str>,
}

/// The page; `packed` is the corpus, gzipped, in base64.
pub(super) fn page(corpus: &Whole, packed: &str, look: &Look) -> Result<String, Failure> {
    let Some(widget) = widget() else {
        return Err(Failure::Input(
            "this program was built without the widget: build it after `cargo xtask build`".to_owned(),
        ));
    };
    let script = [widget.code, PARTS].concat();
    let lang = look.lang.unwrap_or(if corpus.language.trim().is_empty() { "zh-Hans" } else { &corpus.language });
    let title = if corpus.title.trim().is_empty() { "剪报" } else { &corpus.title };
    let theme = look.theme.map(|theme| format!(" theme=\"{theme}\"")).unwrap_or_default();
    let [policy, lang, title, notices] = [&policy(&script), lang, title, NOTICES].map(escaped);
    let (version, icon, program) = (env!("CARGO_PKG_VERSION"), BASE64.encode(ICON), widget.program);
    Ok(format!(
        r#"<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="jianbao {version}">
<title>{title}</title>
<link rel="icon" href="data:image/svg+xml;base64,{icon}">
<style>{STYLE}</style>
</head>
<body>
<noscript>
<p lang="zh-Hans">这个报库在浏览器里检索，需要启用 JavaScript。</p>
<p lang="zh-Hant">這個報庫在瀏覽器裡檢索，需要啟用 JavaScript。</p>
<p lang="en">This archive is searched inside the browser, and needs JavaScript to be switched on.</p>
</noscript>
<script type="text/plain" id="jianbao-program">{program}</script>
<script>{script}</script>
<jian-bao{theme}></jian-bao>
<script type="text/plain" id="jianbao-corpus">{packed}</script>
<template id="jianbao-notices"><pre>{notices}</pre></template>
</body>
</html>
"#
    ))
}

/// The page runs this one script and its program, has this one style, and asks nobody for anything.
fn policy(script: &str) -> String {
    let hash = |text: &str| format!("'sha256-{}'", BASE64.encode(&Sha256::digest(text)));
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data:; base-uri 'none'; \
         form-action 'none'; require-trusted-types-for 'script'",
        hash(script),
        hash(STYLE)
    )
}

/// A text as it stands in HTML, in an element or in quotes.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // Not allowed in HTML; a browser would put the same character in its place.
            '\0' => escaped.push('\u{fffd}'),
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn made(title: &str, language: &str, look: &Look) -> String {
        let whole = Whole { json: String::new(), title: title.to_owned(), language: language.to_owned(), items: 1 };
        page(&whole, "H4sI", look).unwrap_or_else(|_| unreachable!())
    }

    #[test]
    fn the_policy_names_the_very_script_and_style_of_the_page() {
        let page = made("甲报", "zh-Hans-CN", &Look::default());
        let inside = |start: &str, end: &str| page.split_once(start).unwrap().1.split_once(end).unwrap().0.to_owned();
        for text in [inside("<script>", "</script>"), inside("<style>", "</style>")] {
            assert!(page.contains(&format!("'sha256-{}'", BASE64.encode(&Sha256::digest(text)))));
        }
        assert!(page.contains("<html lang=\"zh-Hans-CN\">") && page.contains("<jian-bao></jian-bao>"));
        assert_eq!(page.matches("</script>").count(), 3);
    }

    #[test]
    fn language_and_theme_can_be_told_and_an_untitled_corpus_has_the_widgets_name() {
        let page = made(" ", "", &Look { lang: Some("en"), theme: Some("dark") });
        assert!(page.contains("<html lang=\"en\">") && page.contains("<title>剪报</title>"));
        assert!(page.contains("<jian-bao theme=\"dark\">"));
        assert!(made("", "", &Look::default()).contains("<html lang=\"zh-Hans\">"));
    }

    proptest! {
        #[test]
        fn no_title_or_language_becomes_markup(text in "[<>&\"'!/ a-c甲-]{0,20}|(</title>|<!--|<script>|\"){1,3}") {
            let plain = made("x", "x", &Look::default());
            let page = made(&text, &text, &Look::default());
            for mark in ["<", ">", "\""] {
                prop_assert_eq!(page.matches(mark).count(), plain.matches(mark).count());
            }
        }
    }
}
