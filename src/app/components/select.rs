//! A native select.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Properties of [`Select`].
#[derive(Clone, PartialEq, Properties)]
pub struct SelectProps {
    /// Its name.
    pub label: AttrValue,
    /// What there is to choose from.
    pub options: Vec<AttrValue>,
    /// The place of what is chosen.
    pub chosen: usize,
    /// Given the place of what the reader chooses.
    pub on_choose: Callback<usize>,
}

/// A native select. Once a reader has chosen in it, the browser heeds no attribute of its options any more, so what is chosen
/// is set after each drawing.
#[component]
pub fn Select(props: &SelectProps) -> Html {
    let (node, chosen) = (use_node_ref(), props.chosen);
    use_effect({
        let node = node.clone();
        move || {
            if let Some(select) = node.cast::<HtmlSelectElement>() {
                select.set_selected_index(i32::try_from(chosen).unwrap_or(-1));
            }
        }
    });
    let onchange = {
        let (node, on_choose) = (node.clone(), props.on_choose.clone());
        Callback::from(move |_: Event| {
            let at = node.cast::<HtmlSelectElement>().and_then(|select| usize::try_from(select.selected_index()).ok());
            at.into_iter().for_each(|at| on_choose.emit(at));
        })
    };
    html! {
        <select ref={node} {onchange} aria-label={&props.label}>
            { for props.options.iter().map(|option| html! { <option>{ option }</option> }) }
        </select>
    }
}
