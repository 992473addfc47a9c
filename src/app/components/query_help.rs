//! How to search: the forms of the query language, each by an example that finds something in this archive.

use jianbao_engine::search::Form;
use web_sys::Element;
use yew::prelude::*;

use crate::app::context::Reader;
use crate::app::i18n::query;
use crate::app::target;

/// A small button in the search field, and the table that it opens beneath; `run` is given what is pressed in it.
pub(super) fn query_help(
    reader: &Reader,
    forms: &[(Form, String)],
    toggle: Callback<MouseEvent>,
    run: Callback<String>,
) -> Html {
    let (language, id) = (reader.language, reader.id_for("help"));
    let name = query::HELP.get(language);
    let is_open = !forms.is_empty();
    let onclick = Callback::from(move |event: MouseEvent| {
        if let Some(query) = target::attribute(&event, "data-run") {
            let pressed = event.target_dyn_into::<Element>();
            super::focus(pressed.and_then(|pressed| super::find(&pressed.closest(".sf").ok()??, ".sf-in")));
            run.emit(query);
        }
    });
    // A press beside a button must not close the table.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    let row = |(form, example): &(Form, String)| {
        html! {
            <tr>
                <td><button type="button" class="lnk" data-run={example.clone()}>{ example }</button></td>
                <td>{ query::meaning(language, *form) }</td>
            </tr>
        }
    };
    html! {
        <>
            <button type="button" class="qh-b" aria-label={name} title={name} aria-controls={is_open.then(|| id.clone())}
                aria-expanded={if is_open { "true" } else { "false" }} onclick={toggle}>
                { "?" }
            </button>
            <div {id} class="sg qh-p" hidden={!is_open} {onmousedown} {onclick}>
                <table>
                    <caption>{ query::HELP_HOW.get(language) }</caption>
                    <tbody>{ for forms.iter().map(row) }</tbody>
                </table>
            </div>
        </>
    }
}
