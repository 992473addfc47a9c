//! The corpus is being read.

use yew::prelude::*;

use crate::app::i18n::{Language, number, shell};

/// How much of the corpus has been read, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes read.
    pub read: usize,
    /// Bytes in all, where that is known.
    pub total: Option<usize>,
}

/// Properties of [`Loading`].
#[derive(Clone, PartialEq, Properties)]
pub struct LoadingProps {
    /// The interface's language.
    pub language: Language,
    /// The tag of the heading.
    pub heading: &'static str,
    /// How far it is.
    pub progress: Progress,
}

/// Reading, in real numbers.
#[component]
pub fn Loading(props: &LoadingProps) -> Html {
    let LoadingProps { language, progress, .. } = *props;
    let said = match progress {
        Progress { read: 0, total: None } => String::new(),
        Progress { read, total: None } => shell::BYTES.fill(language, &[&number(read)]),
        Progress { read, total: Some(total) } => shell::BYTES_OF.fill(language, &[&number(read), &number(total)]),
    };
    html! {
        <div class="main one">
            <div class="stp" part="loading" aria-busy="true">
                <@{props.heading} class="stp-t">{ shell::LOADING.get(language) }</@>
                <div class="pg-w">
                    if let Some(total) = progress.total {
                        <progress max={total.to_string()} value={progress.read.to_string()} aria-label={shell::LOADING.get(language)}></progress>
                    }
                    <p class="pg-t">{ said }</p>
                </div>
            </div>
        </div>
    }
}
