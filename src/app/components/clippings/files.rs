//! What is saved to a file, and read from one.

use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

use super::Said;
use super::panel::part;
use crate::app::components::parts::button;
use crate::app::context::Reader;
use crate::app::desk::references::{Form, references};
use crate::app::desk::{Deed, format};
use crate::app::i18n::desk as words;
use crate::app::save::save;

/// No file of clippings has more bytes: the browser's own store holds less.
const LARGEST: usize = 10_000_000;

/// The buttons. Where nothing is kept there is nothing to save.
pub(super) fn files(reader: &Reader, say: &Callback<Option<Said>>) -> Html {
    let language = reader.language;
    let (any, kept) = reader.desk.read(|clippings| {
        let kept = clippings.items.iter().any(|item| item.kept > 0);
        (!clippings.items.is_empty() || !clippings.searches.is_empty(), kept)
    });
    let export = {
        let reader = reader.clone();
        Callback::from(move |_: MouseEvent| {
            let title = &reader.archive.corpus().envelope.title;
            save("jianbao-clippings.json", "application/json", &reader.desk.read(|all| format::write(all, title)));
        })
    };
    let cite = |form, name, kind| {
        let reader = reader.clone();
        Callback::from(move |_: MouseEvent| {
            let tag = reader.language.tag();
            save(name, kind, &reader.desk.read(|all| references(all, &reader.archive, tag, form)));
        })
    };
    let gbt = cite(Form::Gbt7714, "jianbao-citations.txt", "text/plain");
    let ris = cite(Form::Ris, "jianbao-citations.ris", "application/x-research-info-systems");
    part(
        reader,
        words::FILES,
        html! {
            <div class="dk-f">
                if any { { button("btn", None, words::SAVE.get(language), export) } }
                <label class="btn file">
                    <input type="file" class="vh" accept=".json,application/json" onchange={on_file(reader, say)} />
                    { words::READ.get(language) }
                </label>
                if kept {
                    { button("btn", None, words::GBT.get(language), gbt) }
                    { button("btn", None, words::RIS.get(language), ris) }
                }
            </div>
        },
    )
}

/// Reads the file that was chosen, and says what came of it. The same one can be chosen again afterwards.
fn on_file(reader: &Reader, say: &Callback<Option<Said>>) -> Callback<Event> {
    let (reader, say) = (reader.clone(), say.clone());
    Callback::from(move |event: Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        input.set_value("");
        let (reader, say) = (reader.clone(), say.clone());
        spawn_local(async move { say.emit(Some(Said::Words(read(&reader, &file).await))) });
    })
}

async fn read(reader: &Reader, file: &File) -> String {
    let language = reader.language;
    let size = file.size() as usize;
    if size > LARGEST {
        return words::too_large(language, size, LARGEST);
    }
    // A file that has gone meanwhile reads like an empty one.
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string()).unwrap_or_default();
    let clippings = match format::read(&text) {
        Ok(clippings) => clippings,
        Err(why) => return words::unread(language, &why),
    };
    let count = || reader.desk.read(|clippings| clippings.items.len());
    let before = count();
    match reader.desk.act(Deed::Merge(clippings)) {
        Ok(()) => words::merged(language, count().saturating_sub(before)),
        Err(refusal) => words::refusal(language, refusal),
    }
}
