//! The article as a reader meets it, in a browser.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::rc::Rc;

use jianbao::app::card::Card;
use jianbao::app::components::article::Article;
use jianbao::app::context::Reader;
use jianbao::app::hooks::Desk;
use jianbao::app::i18n::Language;
use jianbao::app::state::{Action, Reading};
use jianbao_engine::corpus::ItemId;
use jianbao_engine::search::{Archive, FacetName};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, HtmlElement};
use yew::prelude::*;

wasm_bindgen_test_configure!(run_in_browser);

const CORPUS: &str = r#"{ "language": "zh-Hans-CN", "items": [
    { "uri": "t:1", "language": "zh-Hans-CN", "eventDate": "2025-03~", "genres": [{ "name": "digest" }],
      "headlines": [{ "role": "main", "value": "甲地修路" }],
      "bodies": [{ "value": "某甲到乙地看路。<b>不是标记</b>\n第二段。" }],
      "people": [{ "name": "某甲", "jobTitle": "主任" }], "places": [{ "name": "乙地" }], "printSection": "要闻",
      "translations": [{ "language": "en", "headlines": [{ "role": "main", "value": "A road for Jia" }],
        "people": [{ "name": "Mou Jia", "jobTitle": "director" }], "bodies": [{ "value": "Mou Jia saw the road." }] },
        { "language": "zh-Hant-TW", "method": "machine", "headlines": [{ "role": "main", "value": "甲地修路，發展" }],
        "people": [{ "name": "某甲", "jobTitle": "主任" }], "bodies": [{ "value": "某甲到乙地看路。" }] }] },
    { "uri": "t:2", "language": "zh-Hans-CN", "eventDate": "2025-03-11", "bodies": [{ "value": "只有正文。" }] } ] }"#;

#[derive(Clone, PartialEq, Properties)]
struct HarnessProps {
    reader: Reader,
    id: ItemId,
}

#[component]
fn Harness(props: &HarnessProps) -> Html {
    let order: Rc<[ItemId]> = [ItemId(0), ItemId(1)].into();
    let reading = use_state(Reading::default);
    let reader = {
        let (reader, reading) = (props.reader.clone(), reading.setter());
        let told = reader.dispatch.clone();
        let dispatch = use_callback((), move |action, ()| match action {
            Action::Reading(now) => reading.set(now),
            other => told.emit(other),
        });
        Reader { dispatch, ..reader }
    };
    html! {
        <ContextProvider<Reader> context={reader}>
            <Article id={props.id} query="路" {order} reading={*reading} />
        </ContextProvider<Reader>>
    }
}

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// The article of an item, and what is done in it.
async fn open(uri: &str, language: Language) -> (Element, Rc<std::cell::RefCell<Vec<Action>>>) {
    let archive = Rc::new(Archive::from_bytes(CORPUS.as_bytes().to_vec()).unwrap().0);
    let id = archive.id_of(uri).unwrap();
    let done = Rc::new(std::cell::RefCell::new(Vec::new()));
    let dispatch = {
        let done = done.clone();
        Callback::from(move |action| done.borrow_mut().push(action))
    };
    let desk = Desk::of(&archive);
    let reader =
        Reader { archive, language, dispatch, desk, id: "t".into(), zones: Rc::new([]), links: false, heading: 2 };
    let root = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&root).unwrap();
    yew::Renderer::<Harness>::with_root_and_props(root.clone(), HarnessProps { reader, id }).render();
    yew::scheduler::flush().await;
    (root, done)
}

fn text(root: &Element, selector: &str) -> String {
    root.query_selector(selector).unwrap().and_then(|element| element.text_content()).unwrap_or_default()
}

fn click(root: &Element, selector: &str) {
    root.query_selector(selector).unwrap().unwrap().unchecked_into::<HtmlElement>().click();
}

#[wasm_bindgen_test]
async fn an_opened_article_has_the_focus_and_marks_the_query() {
    let (root, _) = open("t:1", Language::Hans).await;
    // Tests run side by side in one document: by now the focus may be in another test's article.
    assert_eq!(document().active_element().unwrap().tag_name(), "ARTICLE");
    assert_eq!(text(&root, "h2 mark"), "路");
    assert_eq!(text(&root, ".a-d .fzd"), "近日约2025年3月");
    assert_eq!(text(&root, ".dg"), "摘要，非原文");
}

#[wasm_bindgen_test]
async fn a_version_converted_by_machine_is_shown_in_its_script_and_says_so() {
    let (root, _) = open("t:1", Language::Hant).await;
    assert_eq!(text(&root, "h2").replace('\u{200b}', ""), "甲地修路，發展");
    assert_eq!(text(&root, ".dg"), "摘要，非原文；繁體由機器轉換");
    for part in ["h2", ".ab"] {
        let lang = root.query_selector(part).unwrap().unwrap().get_attribute("lang");
        assert_eq!(lang.as_deref(), Some("zh-Hant-TW"), "{part}");
    }
    assert!(text(&root, ".cite cite").starts_with("[甲地修路，發展][N]. [報名不詳]"));
}

#[wasm_bindgen_test]
async fn markup_in_a_corpus_stays_text() {
    let (root, _) = open("t:1", Language::Hans).await;
    assert!(root.query_selector(".ab b").unwrap().is_none());
    assert!(text(&root, ".ab").contains("<b>不是标记</b>"));
}

#[wasm_bindgen_test]
async fn a_translated_name_leads_to_the_card_of_the_original_one() {
    let (root, done) = open("t:1", Language::En).await;
    assert_eq!(text(&root, ".ent"), "Mou Jia");
    assert_eq!(root.query_selector(".ab").unwrap().unwrap().get_attribute("lang").as_deref(), Some("en"));
    click(&root, ".ab .ent");
    click(&root, ".who .ent");
    let card = Action::Card(Some(Card::Value(FacetName::Person, "某甲".into())));
    assert_eq!(*done.borrow(), [card.clone(), card]);
}

#[wasm_bindgen_test]
async fn names_are_unmarked_when_the_switch_is_off() {
    let (root, _) = open("t:1", Language::Hans).await;
    assert_eq!(root.query_selector_all(".ab .ent").unwrap().length(), 2);
    click(&root, ".facts input");
    yew::scheduler::flush().await;
    assert_eq!(root.query_selector_all(".ab .ent").unwrap().length(), 0);
    assert!(text(&root, ".ab").starts_with("某甲到乙地看路。"));
}

#[wasm_bindgen_test]
async fn an_item_with_a_body_only_says_what_is_missing() {
    let (root, _) = open("t:2", Language::Hans).await;
    assert_eq!(text(&root, "h2"), "（无标题）");
    assert_eq!(text(&root, ".src .na"), "未载");
    assert_eq!(text(&root, ".cite cite"), "[无题][N]. [报名不详], [2025-03]([版次不详]).");
}

#[wasm_bindgen_test]
async fn the_toolbar_closes_and_goes_on() {
    let (root, done) = open("t:2", Language::Hans).await;
    click(&root, ".at-p button:not([disabled])");
    click(&root, ".cls");
    assert!(matches!(done.borrow()[..], [Action::Open(_), Action::Close]));
}

#[wasm_bindgen_test]
async fn another_language_stands_beside_the_text_with_its_own_lang() {
    let (root, _) = open("t:1", Language::Hans).await;
    assert_eq!(root.query_selector_all(".a-o button").unwrap().length(), 2);
    click(&root, ".a-o button[lang=en]");
    yew::scheduler::flush().await;
    // Two paragraphs beside one: each text in a column of its own.
    assert_eq!(text(&root, ".ab > div:last-child p[lang=en]"), "Mou Jia saw the road.");
    assert_eq!(text(&root, ".a-b"), "A road for Jia");
    click(&root, ".a-o button[lang=en]");
    yew::scheduler::flush().await;
    assert!(root.query_selector(".ab > div, .a-b").unwrap().is_none());
}

#[wasm_bindgen_test]
async fn the_places_of_the_query_are_counted_as_they_are_seen() {
    let (root, _) = open("t:1", Language::Hans).await;
    assert_eq!(text(&root, ".at-h"), "命中 2 处");
    click(&root, ".at-h button:last-child");
    yew::scheduler::flush().await;
    assert_eq!(text(&root, ".at-h"), "第 1 处，共 2 处");
    assert_eq!(text(&root, "h2 mark[aria-current]"), "路");
    assert_eq!(root.query_selector_all("mark[aria-current]").unwrap().length(), 1);
}

#[wasm_bindgen_test]
async fn the_year_of_the_other_count_is_shown_when_it_is_asked_for() {
    let (root, _) = open("t:1", Language::Hant).await;
    assert_eq!(text(&root, ".rep"), "");
    click(&root, ".facts label:last-child input");
    yew::scheduler::flush().await;
    assert_eq!(text(&root, ".rep"), "民國114年");
}
