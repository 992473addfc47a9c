//! How to search: the forms of the query language, each by an example that finds something in this archive.

use jianbao_engine::search::Form;
use web_sys::{Element, HtmlElement, Node};
use yew::prelude::*;

use crate::app::components::parts::button;
use crate::app::context::Reader;
use crate::app::i18n::query;
use crate::app::state::Action;

/// Properties of [`QueryHelp`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct QueryHelpProps {
    /// Who reads the archive.
    pub(super) reader: Reader,
}

/// A small button in the search field, and the table that it opens beneath. Escape closes it, and so does leaving it.
///
/// It is a component because it remembers whether it is open; the examples are looked for when it is.
#[component]
pub(super) fn QueryHelp(props: &QueryHelpProps) -> Html {
    let (open, node) = (use_state_eq(|| false), use_node_ref());
    let forms = use_memo((props.reader.clone(), *open), |(reader, open)| match open {
        true => reader.archive.forms(reader.language.tag()),
        false => Vec::new(),
    });
    let (language, id) = (props.reader.language, props.reader.id_for("help"));
    let toggle = {
        let (is_open, set) = (*open, open.setter());
        Callback::from(move |_: MouseEvent| set.set(!is_open))
    };
    let onfocusout = {
        let (set, node) = (open.setter(), node.clone());
        Callback::from(move |event: FocusEvent| {
            let to = event.related_target().map(wasm_bindgen::JsCast::unchecked_into::<Node>);
            if !node.cast::<Node>().is_some_and(|node| node.contains(to.as_ref())) {
                set.set(false);
            }
        })
    };
    html! {
        <div class="qh" ref={node.clone()} {onfocusout} onkeydown={on_escape(&open, &node)}>
            <button type="button" class="qh-b" aria-label={query::HELP.get(language)} title={query::HELP.get(language)}
                aria-expanded={if *open { "true" } else { "false" }} aria-controls={(*open).then(|| id.clone())} onclick={toggle}>
                { "?" }
            </button>
            if *open { { table(&props.reader, id, &forms, &node, &open) } }
        </div>
    }
}

/// Puts the table away, and goes back to the button.
fn on_escape(open: &UseStateHandle<bool>, node: &NodeRef) -> Callback<KeyboardEvent> {
    let (is_open, set, node) = (**open, open.setter(), node.clone());
    Callback::from(move |event: KeyboardEvent| {
        if is_open && event.key() == "Escape" {
            event.stop_propagation();
            super::focus(node.cast::<Element>().and_then(|node| super::find(&node, ".qh-b")));
            set.set(false);
        }
    })
}

fn table(reader: &Reader, id: String, forms: &[(Form, String)], node: &NodeRef, open: &UseStateHandle<bool>) -> Html {
    let language = reader.language;
    let row = |(form, example): &(Form, String)| {
        let (reader, example, node, set) = (reader.clone(), example.clone(), node.clone(), open.setter());
        let words = example.clone();
        let run = Callback::from(move |_| {
            let field = node.cast::<Element>().and_then(|node| node.closest(".sf").ok()?);
            super::focus(field.and_then(|form| super::find::<HtmlElement>(&form, ".sf-in")).map(Into::into));
            set.set(false);
            reader.act(Action::Query(example.clone()));
        });
        html! { <tr><td>{ button("lnk", None, words, run) }</td><td>{ query::meaning(language, *form) }</td></tr> }
    };
    // A press beside a button must not close the table.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <div {id} class="sg qh-p" {onmousedown}>
            <table>
                <caption>{ query::HELP_HOW.get(language) }</caption>
                <tbody>{ for forms.iter().map(row) }</tbody>
            </table>
        </div>
    }
}
