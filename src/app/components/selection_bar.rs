//! Picking items out of the list, and saving them as a file.

use jianbao_engine::export;
use yew::prelude::*;

use crate::app::components::answer::Answer;
use crate::app::components::parts::{button, on_click};
use crate::app::context::Reader;
use crate::app::i18n::{number, shell};
use crate::app::save::save;
use crate::app::selection::Selection;
use crate::app::state::{Action, State};

/// The formats: what they are called, and their media types.
const FORMATS: [(&str, &str); 3] =
    [("JSON", "application/json"), ("CSV", "text/csv"), ("RIS", "application/x-research-info-systems")];

/// The button that begins it.
pub(super) fn select_button(reader: &Reader, state: &State) -> Html {
    let is_on = state.selection.is_some();
    let onclick = on_click(&reader.dispatch, Action::Selecting(!is_on));
    html! {
        <button type="button" class="btn pk-b" aria-pressed={if is_on { "true" } else { "false" }} {onclick}>
            { shell::SELECT.get(reader.language) }
        </button>
    }
}

/// How many are picked out, and what can be done with them.
pub(super) fn selection_bar(reader: &Reader, selection: &Selection, answer: &Answer) -> Html {
    let language = reader.language;
    let (count, total) = (selection.count(), answer.order.len());
    let elsewhere = count - answer.order.iter().filter(|&&id| selection.has(id)).count();
    let mut said = shell::SELECTED.fill(language, &[&number(count)]);
    if elsewhere > 0 {
        said.push_str(&shell::SELECTED_ELSEWHERE.fill(language, &[&number(elsewhere)]));
    }
    let all = on_click(&reader.dispatch, Action::Select(answer.order.clone(), true));
    let none = on_click(&reader.dispatch, Action::Select(selection.ids().collect(), false));
    let formats = FORMATS.iter().map(|&(name, media_type)| {
        let (reader, selection) = (reader.clone(), selection.clone());
        let onclick = Callback::from(move |_| {
            let file = ["jianbao-", &selection.count().to_string(), ".", &name.to_ascii_lowercase()].concat();
            save(&file, media_type, &text(&reader, &selection, name));
        });
        html! { <button type="button" class="seg-b" disabled={count == 0} {onclick}>{ name }</button> }
    });
    html! {
        <div class="pk" role="group" aria-label={shell::SELECT.get(language)}>
            <p class="pk-n" aria-live="polite">{ said }</p>
            { button("lnk", None, shell::SELECT_ALL.fill(language, &[&number(total)]), all) }
            { button("lnk", None, shell::SELECT_NONE.get(language), none) }
            <div class="pk-f" role="group" aria-label={shell::SAVE_AS.get(language)}>
                <span aria-hidden="true">{ shell::SAVE_AS.get(language) }</span>
                <div class="seg">{ for formats }</div>
            </div>
            { button("lnk", None, shell::SELECT_END.get(language), on_click(&reader.dispatch, Action::Selecting(false))) }
        </div>
    }
}

/// The items in a format, in the order of time.
fn text(reader: &Reader, selection: &Selection, format: &str) -> String {
    let (archive, language) = (&reader.archive, reader.language.tag());
    if format == "JSON" {
        let corpus = archive.corpus();
        return export::corpus(&corpus.envelope, selection.ids().map(|id| corpus.raw(id)));
    }
    let is_table = format == "CSV";
    let mut text = if is_table { ["\u{feff}", export::CSV_HEAD].concat() } else { String::new() };
    for id in selection.ids() {
        let item = archive.item(id);
        if !is_table && !text.is_empty() {
            text.push_str("\r\n");
        }
        text.push_str(&if is_table { export::csv(&item, language) } else { export::ris(&item, language) });
    }
    text
}
