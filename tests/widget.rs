//! The widget in a browser: `wasm-pack test --headless --chrome`.
#![cfg(target_arch = "wasm32")]

use jianbao::Archive;
use jianbao::app::components::archive::{ArchiveProps, Source};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn the_archive_mounts_into_an_element_of_the_page() {
    let document = web_sys::window().and_then(|window| window.document()).unwrap();
    let host = document.create_element("div").unwrap();
    let props = ArchiveProps {
        source: Source::Loading,
        language: Default::default(),
        theme: Default::default(),
        query: "".into(),
    };
    let handle = yew::Renderer::<Archive>::with_root_and_props(host.clone(), props).render();
    yew::platform::time::sleep(std::time::Duration::ZERO).await;
    assert_eq!(host.first_element_child().map(|root| root.class_name()), Some("root".to_owned()));
    handle.destroy();
}
