//! A Yew app with a newspaper archive in it. `trunk`, or `wasm-pack` with a line of JavaScript, makes a page of it.

use jianbao::Archive;
use yew::prelude::*;

/// The app's own page: a switch of language, and the archive.
#[component]
pub fn App() -> Html {
    let is_english = use_state(|| true);
    let switch = {
        let is_english = is_english.clone();
        Callback::from(move |_: MouseEvent| is_english.set(!*is_english))
    };
    html! {
        <main>
            <button id="switch" onclick={switch}>{ if *is_english { "中文" } else { "English" } }</button>
            <Archive corpus={include_str!("../www/corpus/zhangzhou.json")} lang={if *is_english { "en" } else { "zh-Hans" }} />
        </main>
    }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
