//! A large corpus, read in slices by a mounted widget: what the reader sees, and what the page is told.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, ShadowRoot, ShadowRootInit, ShadowRootMode};

use super::Widget;

wasm_bindgen_test_configure!(run_in_browser);

/// A widget in a page of its own making, with all that it tells.
struct Page {
    host: Element,
    root: ShadowRoot,
    widget: Widget,
    told: Rc<RefCell<Vec<(String, JsValue)>>>,
    _tell: Closure<dyn FnMut(String, JsValue) -> bool>,
}

impl Drop for Page {
    fn drop(&mut self) {
        self.widget.destroy();
        self.host.remove();
    }
}

impl Page {
    fn new() -> Self {
        let document = gloo::utils::document();
        let host = document.create_element("div").unwrap();
        document.body().unwrap().append_child(&host).unwrap();
        let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).unwrap();
        let told = Rc::<RefCell<Vec<_>>>::default();
        let tell = Closure::new({
            let told = told.clone();
            move |name, detail| {
                told.borrow_mut().push((name, detail));
                true
            }
        });
        let tell: Closure<dyn FnMut(String, JsValue) -> bool> = tell;
        let widget = Widget::new(&root, tell.as_ref().clone().unchecked_into()).unwrap();
        Self { host, root, widget, told, _tell: tell }
    }

    fn load(&self, corpus: &str) {
        self.widget.add(String::new(), Uint8Array::from(corpus.as_bytes()), None, None);
        self.widget.show();
    }

    fn text(&self, selector: &str) -> Option<String> {
        self.root.query_selector(selector).unwrap().and_then(|element| element.text_content())
    }

    /// Each number of items that the page was told to be ready.
    fn ready(&self) -> Vec<f64> {
        let items = |detail: &JsValue| js_sys::Reflect::get(detail, &"items".into()).unwrap().as_f64().unwrap();
        self.told.borrow().iter().filter(|told| told.0 == "jianbao-ready").map(|told| items(&told.1)).collect()
    }

    async fn until(&self, what: impl Fn(&Self) -> bool) {
        for _ in 0..4_000 {
            if what(self) {
                return;
            }
            wait(5).await;
        }
        panic!("it did not come to that: {:?}", self.text(".root"));
    }

    fn click(&self, selector: &str) {
        self.root.query_selector(selector).unwrap().unwrap().unchecked_into::<web_sys::HtmlElement>().click();
    }
}

async fn wait(milliseconds: i32) {
    let passed = Promise::new(&mut |resolve, _| {
        let window = gloo::utils::window();
        window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds).unwrap();
    });
    JsFuture::from(passed).await.unwrap();
}

/// So many items of about a kilobyte.
fn corpus(title: &str, items: usize) -> String {
    let body = "甲乙丙丁".repeat(80);
    let item = |number: usize| {
        format!(
            r#"{{"uri": "{title}{number}", "headlines": [{{"value": "第{number}篇"}}], "bodies": [{{"value": "{body}"}}]}}"#
        )
    };
    let items: Vec<_> = (0..items).map(item).collect();
    format!(r#"{{"title": "{title}", "items": [{}]}}"#, items.join(",\n"))
}

#[wasm_bindgen_test]
async fn a_small_corpus_appears_in_one_go() {
    let page = Page::new();
    page.load(&corpus("小库", 3));
    yew::scheduler::flush().await;
    assert_eq!(page.ready(), [3.0]);
    assert_eq!(page.text("[part~=loading]"), None);
}

#[wasm_bindgen_test]
async fn a_large_corpus_tells_how_far_it_is_and_then_appears() {
    let page = Page::new();
    page.load(&corpus("大库", 4_000));
    page.until(|page| page.text(".steps .now span").is_some_and(|text| text.contains('篇') && text != "0 篇")).await;
    assert!(page.ready().is_empty());
    assert!(page.root.query_selector("progress").unwrap().is_some());
    page.until(|page| !page.ready().is_empty()).await;
    assert_eq!(page.ready(), [4_000.0]);
    assert_eq!(page.text("[part~=notice]"), None);
}

#[wasm_bindgen_test]
async fn what_was_read_when_the_reader_stops_is_shown_with_a_word_about_it() {
    let page = Page::new();
    page.load(&corpus("大库", 8_000));
    page.until(|page| page.text(".pg-t b").is_some_and(|text| text != "0%" && !text.is_empty())).await;
    page.click("[part~=loading] button");
    page.until(|page| !page.ready().is_empty()).await;
    let read = page.ready()[0];
    assert!(read > 0.0 && read < 8_000.0, "{read}");
    let notice = page.text("[part~=notice]").unwrap();
    assert!(notice.contains("读到这里停下"), "{notice}");
    let found = page.widget.search(&"甲乙".into(), &JsValue::UNDEFINED).unwrap();
    assert_eq!(js_sys::Reflect::get(&found, &"total".into()).unwrap().as_f64(), Some(read));
}

#[wasm_bindgen_test]
async fn a_later_corpus_takes_the_place_of_one_that_is_being_read() {
    let page = Page::new();
    page.load(&corpus("大库", 4_000));
    page.until(|page| page.text("[part~=loading] button").is_some()).await;
    page.load(&corpus("新库", 2));
    page.until(|page| !page.ready().is_empty()).await;
    wait(400).await;
    assert_eq!(page.ready(), [2.0]);
    assert!(page.text("[part~=root]").unwrap().contains("新库"));
}

#[wasm_bindgen_test]
async fn a_destroyed_widget_reads_no_further_and_tells_nothing() {
    let page = Page::new();
    page.load(&corpus("大库", 4_000));
    page.until(|page| page.text("[part~=loading] button").is_some()).await;
    page.widget.destroy();
    wait(600).await;
    assert!(page.ready().is_empty());
}
