//! The widget, out of the package that the project builds: `pkg/standalone.js` is its code, then its program and the
//! bundled corpus, each as a function that gives it gzipped in base64. The corpus stays behind.

const STANDALONE: &str = include_str!("../../../../pkg/standalone.js");

/// Who else wrote what is in the widget, under which licences: a copy of the widget has to carry it.
pub(super) const NOTICES: &str = include_str!("../../../../pkg/THIRD-PARTY.md");

/// What parts the code, the program and the corpus.
const PART: &str = "\n()=>\"";

/// The widget's two parts.
pub(super) struct Widget {
    /// `((PROGRAM,CORPUS)=>{…})(`, to be called with two functions.
    pub(super) code: &'static str,
    /// Gzip in base64.
    pub(super) program: &'static str,
}

/// The parts; `None` where the package is not built as this module expects, which a test rules out.
pub(super) fn widget() -> Option<Widget> {
    let (rest, _corpus) = STANDALONE.rsplit_once(PART)?;
    let (code, program) = rest.rsplit_once(PART)?;
    Some(Widget { code, program: program.strip_suffix("\",")? })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn the_program_is_the_packages_own_and_the_corpus_stays_behind() {
        let widget = widget().unwrap();
        let packed = data_encoding::BASE64.decode(widget.program.as_bytes()).unwrap();
        let mut program = Vec::new();
        flate2::read::GzDecoder::new(packed.as_slice()).read_to_end(&mut program).unwrap();
        assert!(program == include_bytes!("../../../../pkg/jianbao_bg.wasm"));
        assert!(widget.code.starts_with("((PROGRAM,CORPUS)=>{") && widget.code.ends_with("})("));
        assert!(widget.code.len() < 60_000, "{} bytes: something else is in the code", widget.code.len());
    }

    #[test]
    fn nothing_in_the_widget_can_end_the_script_it_stands_in() {
        let widget = widget().unwrap();
        for part in [widget.code, widget.program] {
            assert!(part.is_ascii() && !part.contains('\r'));
            let part = part.to_lowercase();
            assert!(!part.contains("</script") && !part.contains("<script") && !part.contains("<!--"));
        }
    }
}
