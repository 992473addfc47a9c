//! The corpus is being read, or reading was stopped.

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
    /// Whether the reader has stopped it before the end.
    pub is_stopped: bool,
}

impl Progress {
    /// How far the corpus has been read.
    pub fn reading(progress: corpus::Progress) -> Self {
        let corpus::Progress { read, total, items, .. } = progress;
        Self { read, total: Some(total), items: Some(items), is_stopped: false }
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
    let items = progress.items.map(|items| shell::items(language, items)).unwrap_or_default();
    let stop = props.on_stop.as_ref().filter(|_| progress.items.is_some()).map(|on_stop| {
        let stop = on_stop.reform(|_: MouseEvent| ());
        button("btn", None, shell::STOP.get(language), stop)
    });
    html! {
        <div class="main one">
            <div class="stp" part="loading" aria-busy="true">
                { heading(heading_tag(props.heading.saturating_add(1)), "stp-t", None, words.into()) }
                <div class="pg-w">
                    <div class="pg-b">{ progress.total.map(bar).unwrap_or_default() }</div>
                    <p class="pg-t">
                        <b>{ progress.percent().unwrap_or_default() }</b>
                        <span>{ items }</span>
                        <span>{ progress.bytes(language) }</span>
                    </p>
                </div>
                <div class="stp-a">{ stop.unwrap_or_default() }</div>
            </div>
        </div>
    }
}

/// How much of the corpus can be searched, where the reader has stopped the reading.
pub fn stopped(language: Language, progress: Progress) -> Html {
    let Progress { read, total: Some(total), items: Some(items), is_stopped: true } = progress else {
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
}
