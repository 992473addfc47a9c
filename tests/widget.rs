//! The widget in a real browser: mounted, typed into, ticked, brushed, read and taken away. Each test reads the DOM
//! after the scheduler has run dry.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::rc::Rc;

use jianbao::app::i18n::Language;
use jianbao::app::state::Theme;
use jianbao::{Shell, ShellProps, Source, Unreadable};
use jianbao_engine::search;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::AppHandle;

wasm_bindgen_test_configure!(run_in_browser);

const CORPUS: &[u8] = include_bytes!("../www/corpus/zhangzhou.json");

/// A mounted widget; taken away at the end of its test.
struct Mounted {
    root: Element,
    app: Option<AppHandle<Shell>>,
}

impl Drop for Mounted {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.root.remove();
    }
}

fn source() -> Source {
    let (archive, problems) = search::Archive::from_bytes(CORPUS.to_vec()).expect("the bundled corpus reads");
    Source::Ready(Rc::new(archive), problems.into_iter().map(Unreadable::Corpus).collect())
}

fn props(source: Source) -> ShellProps {
    yew::props!(ShellProps { source })
}

async fn mount(props: ShellProps) -> Mounted {
    let document = gloo::utils::document();
    let root = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&root).unwrap();
    let app = yew::Renderer::<Shell>::with_root_and_props(root.clone(), props).render();
    yew::scheduler::flush().await;
    Mounted { root, app: Some(app) }
}

impl Mounted {
    fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length()).map(|index| found.item(index).unwrap().unchecked_into()).collect()
    }

    fn one(&self, selector: &str) -> HtmlElement {
        self.root.query_selector(selector).unwrap().unwrap_or_else(|| panic!("no {selector}")).unchecked_into()
    }

    fn headlines(&self) -> Vec<String> {
        self.all("[part~=result] h3").iter().map(|h| h.text_content().unwrap()).collect()
    }

    /// Types, and waits until suggestions, facets and timeline have followed.
    async fn type_in(&self, text: &str) {
        let input: HtmlInputElement = self.one("[part~=search-input]").unchecked_into();
        input.set_value(text);
        self.send("input").await;
        self.follow(150).await;
    }

    /// Waits until what follows so many milliseconds later has been drawn.
    async fn follow(&self, milliseconds: i32) {
        let after = js_sys::Promise::new(&mut |done, _| {
            let window = web_sys::window().unwrap();
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds).unwrap();
        });
        wasm_bindgen_futures::JsFuture::from(after).await.unwrap();
        yew::scheduler::flush().await;
    }

    /// How many headlines are listed, once they are so many; what is listed after two seconds, if they never are.
    async fn listed(&self, count: usize) -> usize {
        for _ in 0..40 {
            if self.headlines().len() == count {
                break;
            }
            self.follow(50).await;
        }
        self.headlines().len()
    }

    /// Sends the search field an event.
    async fn send(&self, name: &str) {
        let init = web_sys::EventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        let event = web_sys::Event::new_with_event_init_dict(name, &init).unwrap();
        self.one("[part~=search-input]").dispatch_event(&event).unwrap();
        yew::scheduler::flush().await;
    }

    async fn click(&self, selector: &str) {
        self.one(selector).click();
        yew::scheduler::flush().await;
    }

    async fn tick(&self, value: &str) {
        let labels = self.all("[part~=facet-group] label");
        let label = labels.iter().find(|label| label.text_content().unwrap().contains(value)).unwrap();
        label.click();
        yew::scheduler::flush().await;
    }

    async fn press(&self, selector: &str, key: &str) {
        let init = web_sys::KeyboardEventInit::new();
        init.set_key(key);
        init.set_bubbles(true);
        init.set_composed(true);
        let event = web_sys::KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        self.one(selector).dispatch_event(&event).unwrap();
        yew::scheduler::flush().await;
    }
}

#[wasm_bindgen_test]
async fn a_mounted_archive_lists_its_seven_items() {
    let widget = mount(props(source())).await;
    assert_eq!(widget.headlines().len(), 7);
    assert!(widget.one("[role=status]").text_content().unwrap().contains('7'));
}

#[wasm_bindgen_test]
async fn a_source_that_comes_later_takes_the_place_of_reading() {
    let mut widget = mount(props(Source::Loading)).await;
    assert_eq!(widget.headlines().len(), 0);
    widget.app.as_mut().unwrap().update(props(source()));
    yew::scheduler::flush().await;
    assert_eq!(widget.headlines().len(), 7);
}

#[wasm_bindgen_test]
async fn typing_narrows_the_list_and_marks_the_words() {
    let widget = mount(props(source())).await;
    widget.type_in("海綿城市").await;
    assert_eq!(widget.headlines().len(), 1);
    let marks = widget.all("[part~=result] mark");
    assert!(!marks.is_empty());
    assert!(marks.iter().all(|mark| mark.text_content().unwrap() == "海绵城市"));
    widget.type_in("龘龘龘").await;
    assert_eq!(widget.headlines().len(), 0);
}

#[wasm_bindgen_test]
async fn nothing_is_searched_while_an_input_method_composes() {
    let widget = mount(props(source())).await;
    widget.send("compositionstart").await;
    widget.type_in("xiaofang").await;
    assert_eq!(widget.headlines().len(), 7);
    widget.type_in("消防").await;
    widget.send("compositionend").await;
    assert_eq!(widget.headlines().len(), 1);
}

#[wasm_bindgen_test]
async fn a_name_typed_by_its_initials_is_offered_and_enter_makes_it_a_condition() {
    let widget = mount(props(source())).await;
    widget.type_in("xhk").await;
    let offered = widget.all("[role=option]");
    assert_eq!(offered.len(), 2, "as a condition, and the person's card");
    assert!(offered[0].text_content().unwrap().starts_with("人物：谢宏坤 漳州台商投资区党工委书记"));
    assert!(offered[1].text_content().unwrap().contains("谢宏坤"));
    widget.press("[part~=search-input]", "Enter").await;
    assert_eq!(widget.all("[role=option]").len(), 0);
    assert_eq!(widget.headlines().len(), 2);
    assert_eq!(widget.one("[part~=search-input]").unchecked_into::<HtmlInputElement>().value(), "");
}

#[wasm_bindgen_test]
async fn escape_puts_suggestions_away_before_it_takes_the_query_back() {
    let widget = mount(props(source())).await;
    widget.type_in("四链").await;
    assert!(!widget.all("[role=option]").is_empty());
    widget.press("[part~=search-input]", "Escape").await;
    assert_eq!((widget.all("[role=option]").len(), widget.headlines().len()), (0, 2));
    widget.press("[part~=search-input]", "Escape").await;
    assert_eq!(widget.headlines().len(), 7);
}

#[wasm_bindgen_test]
async fn a_ticked_facet_leaves_only_its_items() {
    let widget = mount(props(source())).await;
    widget.tick("台商区").await;
    assert_eq!(widget.headlines().len(), 3);
    widget.tick("台商区").await;
    assert_eq!(widget.headlines().len(), 7);
}

#[wasm_bindgen_test]
async fn a_handle_of_the_timeline_moved_by_key_narrows_the_range() {
    let widget = mount(props(source())).await;
    for _ in 0..11 {
        widget.press("[role=slider]", "ArrowRight").await;
    }
    assert_eq!(widget.one("[role=slider]").get_attribute("aria-valuetext").unwrap(), "2025年3月12日");
    assert_eq!(widget.listed(6).await, 6);
    widget.press("[role=slider]", "Escape").await;
    assert_eq!(widget.listed(7).await, 7);
}

#[wasm_bindgen_test]
async fn an_opened_item_is_read_and_closed_again() {
    let widget = mount(props(source())).await;
    widget.click("[part~=result] h3 button").await;
    assert!(widget.one("[part~=body]").text_content().unwrap().contains("1.8亿元"));
    widget.press("[part~=article]", "Escape").await;
    assert!(widget.all("[part~=body]").is_empty());
}

#[wasm_bindgen_test]
async fn a_language_given_from_outside_is_the_interface_s() {
    let props = ShellProps { source: source(), language: Language::En, theme: Theme::Dark, ..props(Source::Loading) };
    let widget = mount(props).await;
    assert_eq!(widget.one("[part~=root]").get_attribute("lang").unwrap(), "en");
    assert!(widget.headlines()[0].contains("Food-packaging"));
}

#[wasm_bindgen_test]
async fn a_reader_of_traditional_types_simplified_and_sees_the_marks_in_traditional() {
    let props = ShellProps { source: source(), language: Language::Hant, ..props(Source::Loading) };
    let widget = mount(props).await;
    widget.type_in("海绵城市").await;
    assert_eq!(widget.headlines().len(), 1);
    let marks = widget.all("[part~=result] mark");
    assert!(!marks.is_empty() && marks.iter().all(|mark| mark.text_content().unwrap() == "海綿城市"));
    widget.tick("謝宏坤").await;
    assert!(widget.one("[part~=chip]").text_content().unwrap().contains("海绵城市"));
    assert!(widget.all("[part~=chip]").iter().any(|chip| chip.text_content().unwrap().contains("謝宏坤")));
}

#[wasm_bindgen_test]
async fn two_widgets_on_a_page_do_not_share_a_state() {
    let first = mount(props(source())).await;
    let second = mount(props(source())).await;
    first.type_in("消防").await;
    assert_eq!((first.headlines().len(), second.headlines().len()), (1, 7));
    let ids = |widget: &Mounted| widget.all("[id]").iter().map(|element| element.id()).collect::<Vec<_>>();
    assert!(ids(&first).iter().all(|id| !ids(&second).contains(id)));
}

#[wasm_bindgen_test]
async fn a_destroyed_widget_leaves_nothing_behind() {
    let mut widget = mount(props(source())).await;
    widget.app.take().unwrap().destroy();
    yew::scheduler::flush().await;
    assert_eq!(widget.root.child_element_count(), 0);
}
