//! The corpus is being read, or reading was stopped.

use std::cmp::Ordering;

use jianbao_engine::corpus;
use web_sys::MouseEvent;
use yew::prelude::*;

use crate::app::components::archive::ArchiveProps;
use crate::app::components::icon::{Glyph, icon};
use crate::app::components::parts::{button, heading};
use crate::app::context::heading_tag;
use crate::app::i18n::{Language, number, shell};

/// How far the corpus has been fetched, or read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes fetched or read.
    pub read: usize,
    /// Bytes in all, where that is known.
    pub total: Option<usize>,
    /// Items read; `None` while the corpus is being fetched.
    pub items: Option<usize>,
    /// Seconds that this step will take yet, where that can be told.
    pub left: Option<u32>,
    /// Whether the reader has stopped it before the end.
    pub is_stopped: bool,
}

impl Progress {
    /// How far the corpus has been read.
    pub fn reading(progress: corpus::Progress) -> Self {
        let corpus::Progress { read, total, items, .. } = progress;
        Self { read, total: Some(total), items: Some(items), ..Self::default() }
    }

    /// The step that it is in, as [`shell::STEPS`] has them.
    fn step(self) -> usize {
        match self.items {
            None => 0,
            Some(_) => 1 + usize::from(self.total == Some(self.read)),
        }
    }

    /// How much of the whole, in percent; `None` where the whole is not known.
    fn percent(self) -> Option<String> {
        let total = self.total.filter(|&total| total > 0)?;
        // In 64 bits: a hundred times a large corpus is more than 32 of them hold.
        Some([&(self.read as u64 * 100 / total as u64).to_string(), "%"].concat())
    }

    fn bytes(self, language: Language) -> String {
        match self {
            Self { read: 0, total: None, .. } => String::new(),
            Self { read, total: None, .. } => shell::BYTES.fill(language, &[&number(read)]),
            Self { read, total: Some(total), .. } => shell::BYTES_OF.fill(language, &[&number(read), &number(total)]),
        }
    }

    /// What a step has come to; nothing for those that count nothing, or have not begun.
    fn count(self, language: Language, step: usize) -> String {
        match (step, self.items) {
            (0, Some(_)) => shell::BYTES.fill(language, &[&number(self.total.unwrap_or(self.read))]),
            (1, Some(items)) => shell::items(language, items),
            _ => String::new(),
        }
    }
}

/// Reading, in real numbers, and a way to stop it.
pub fn loading(language: Language, props: &ArchiveProps) -> Html {
    let progress = props.progress;
    let words = shell::LOADING.get(language);
    let bar = |total: usize| {
        let (max, value) = (total.to_string(), progress.read.to_string());
        html! { <progress {max} {value} aria-label={words}></progress> }
    };
    // Each has its place before it is known: what comes moves nothing.
    let left = progress.left.map(|seconds| shell::left(language, seconds, progress.step() == 0)).unwrap_or_default();
    let stop = props.on_stop.as_ref().filter(|_| progress.step() == 1).map(|on_stop| {
        let stop = on_stop.reform(|_: MouseEvent| ());
        html! { <>{ button("btn", None, shell::STOP.get(language), stop) }<p>{ shell::STOP_WHY.get(language) }</p></> }
    });
    html! {
        <div class="main one">
            <div class="stp" part="loading" aria-busy="true">
                { heading(heading_tag(props.heading.saturating_add(1)), "stp-t", None, words.into()) }
                <div class="pg-w">
                    <div class="pg-b">{ progress.total.map(bar).unwrap_or_default() }</div>
                    <p class="pg-t">
                        <b>{ progress.percent().unwrap_or_default() }</b>
                        <span>{ progress.bytes(language) }</span>
                        <span>{ left }</span>
                    </p>
                </div>
                <ol class="steps">{ for (0..shell::STEPS.len()).map(|at| step(language, progress, at)) }</ol>
                <div class="stp-a">{ stop.unwrap_or_default() }</div>
            </div>
        </div>
    }
}

/// One of the steps: done with what it has come to, the one it is in, or still to come.
fn step(language: Language, progress: Progress, at: usize) -> Html {
    let (class, mark, current) = match at.cmp(&progress.step()) {
        Ordering::Less => ("done", icon(Glyph::Check), None),
        Ordering::Equal => ("now", html! { <i class="dot"></i> }, Some("step")),
        Ordering::Greater => ("", html! { <i class="dot"></i> }, None),
    };
    let words = shell::STEPS.get(at).map(|words| words.get(language));
    html! { <li {class} aria-current={current}>{ mark }{ words }<span>{ progress.count(language, at) }</span></li> }
}

/// How much of the corpus can be searched, where the reader has stopped the reading.
pub fn stopped(language: Language, progress: Progress) -> Html {
    let Progress { read, total: Some(total), items: Some(items), is_stopped: true, .. } = progress else {
        return Html::default();
    };
    let said = shell::stopped(language, items, (read, total));
    html! { <div class="note" part="notice">{ icon(Glyph::Warning) }<p class="note-p">{ said }</p></div> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_nothing_is_not_told_and_one_of_much_does_not_overflow() {
        let percent = |read, total| Progress { read, total, ..Progress::default() }.percent();
        assert_eq!(percent(0, None), None);
        assert_eq!(percent(0, Some(0)), None);
        assert_eq!(percent(16_000_000, Some(40_000_000)).unwrap(), "40%");
        assert_eq!(percent(4_000_000_000, Some(4_000_000_000)).unwrap(), "100%");
    }

    #[test]
    fn each_step_tells_what_it_has_come_to_once_it_has_begun() {
        let told = |read, items| {
            let progress = Progress { read, total: Some(2_000), items, ..Progress::default() };
            (progress.step(), [0, 1, 2].map(|step| progress.count(Language::Hans, step)))
        };
        assert_eq!(told(500, None), (0, [String::new(), String::new(), String::new()]));
        assert_eq!(told(2_000, None).0, 0, "what has come has yet to be read");
        assert_eq!(told(500, Some(7)), (1, ["2,000 字节".into(), "7 篇".into(), String::new()]));
        assert_eq!(told(2_000, Some(30)), (2, ["2,000 字节".into(), "30 篇".into(), String::new()]));
    }
}
