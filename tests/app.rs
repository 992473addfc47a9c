//! The example app in a real browser: the archive as a component of somebody else's Yew app.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

#[allow(dead_code, unreachable_pub, reason = "an example has a `main` of its own")]
#[path = "../examples/yew_app.rs"]
mod yew_app;

use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, HtmlInputElement, ShadowRoot};

wasm_bindgen_test_configure!(run_in_browser);

async fn mount() -> (Element, ShadowRoot) {
    let document = gloo::utils::document();
    let root = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&root).unwrap();
    yew::Renderer::<yew_app::App>::with_root(root.clone()).render();
    yew::scheduler::flush().await;
    let host = root.query_selector("main > div").unwrap().unwrap();
    (root, host.shadow_root().expect("the archive draws into a shadow root"))
}

fn rows(shadow: &ShadowRoot) -> u32 {
    shadow.query_selector_all("[part~=result]").unwrap().length()
}

#[wasm_bindgen_test]
async fn a_component_that_is_given_a_corpus_lists_searches_and_follows_the_app() {
    let (root, shadow) = mount().await;
    assert_eq!(rows(&shadow), 7);
    let inner = shadow.query_selector(".root").unwrap().unwrap();
    assert_eq!(inner.get_attribute("lang").unwrap(), "en");
    let field: HtmlInputElement = shadow.query_selector("[part~=search-input]").unwrap().unwrap().unchecked_into();
    field.set_value("海綿城市");
    let init = web_sys::EventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    field.dispatch_event(&web_sys::Event::new_with_event_init_dict("input", &init).unwrap()).unwrap();
    yew::scheduler::flush().await;
    assert_eq!(rows(&shadow), 1);
    root.query_selector("#switch").unwrap().unwrap().unchecked_into::<HtmlElement>().click();
    yew::scheduler::flush().await;
    assert_eq!(inner.get_attribute("lang").unwrap(), "zh-Hans");
    assert_eq!(rows(&shadow), 1, "the search stays");
    root.remove();
}

#[wasm_bindgen_test]
async fn the_app_s_own_page_is_left_as_it_is() {
    let before = gloo::utils::document().head().unwrap().child_element_count();
    let (root, shadow) = mount().await;
    assert_eq!(gloo::utils::document().head().unwrap().child_element_count(), before);
    assert_eq!(shadow.adopted_style_sheets().length(), 1);
    root.remove();
}
