//! The corpus is being read.

use yew::prelude::*;

use crate::app::components::archive::ArchiveProps;
use crate::app::components::parts::heading;
use crate::app::context::heading_tag;
use crate::app::i18n::{Language, number, shell};

/// How much of the corpus has been read, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes read.
    pub read: usize,
    /// Bytes in all, where that is known.
    pub total: Option<usize>,
}

/// Reading, in real numbers.
pub fn loading(language: Language, props: &ArchiveProps) -> Html {
    let said = match props.progress {
        Progress { read: 0, total: None } => String::new(),
        Progress { read, total: None } => shell::BYTES.fill(language, &[&number(read)]),
        Progress { read, total: Some(total) } => shell::BYTES_OF.fill(language, &[&number(read), &number(total)]),
    };
    let words = shell::LOADING.get(language);
    let (read, total) = (props.progress.read.to_string(), props.progress.total);
    html! {
        <div class="main one">
            <div class="stp" part="loading" aria-busy="true">
                { heading(heading_tag(props.heading.saturating_add(1)), "stp-t", None, words.into()) }
                <div class="pg-w">
                    if let Some(total) = total { <progress max={total.to_string()} value={read} aria-label={words}></progress> }
                    <p class="pg-t">{ said }</p>
                </div>
            </div>
        </div>
    }
}
