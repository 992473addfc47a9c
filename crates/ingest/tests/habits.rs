//! Habits of newspapers, each on a small page of our own.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use jianbao_ingest::{Ingested, Options, PageItem, account, ingest};

const PAGE: &str = "\
甲报  2025年3月18日 星期二  第02版  综合新闻

农时不等人
甲镇春耕备耕全面展开
——合作社田间见闻

本报记者 甲乙 通讯员 丙丁

　　3月14日清晨，甲镇的田埂上已经站满了人。农技员蹲
在地头，一株一株查看秧苗的长势。

　　“今年早稻比去年提前三天育秧。”一位种粮大户说，“机
器检修好了，心里就踏实。”

一、先修机器再下田

　　合作社把 12台插秧机排成一列，逐一试车。到中午，全
部机器都通过了检查。

二、把课堂搬到地头

　　下午，农技站在地头开课，内容包括：

　　（一）浸种催芽；

　　（二）育秧管理。

　　图为农技员在甲镇田间查看秧苗。   甲乙 摄

乙市开通水上公交

　　新华社乙市3月17日电（记者甲乙、丙丁）乙市17日开通首
条水上公交线路，全长8.6公里。

　　线路沿途设六个码头，首末班间隔十五分钟。（完）

责任编辑：甲乙  美编：丙丁
";

fn read(page: &str) -> Ingested {
    let options = Options { date: "2025-03".parse().unwrap(), newspaper: Some("甲报".to_owned()), page: None };
    let ingested = ingest(page, &options);
    account(page, &ingested).unwrap();
    assert!(ingested.leftovers.is_empty(), "{:?}", ingested.leftovers);
    ingested
}

fn only(page: &str) -> PageItem {
    let mut items = read(page).items;
    assert_eq!(items.len(), 1, "{items:#?}");
    items.remove(0)
}

#[test]
fn kicker_byline_headings_lists_and_caption_find_their_places() {
    let page = read(PAGE);
    let item = &page.items[0];
    assert_eq!(item.printed, ["农时不等人", "甲镇春耕备耕全面展开", "——合作社田间见闻"]);
    assert_eq!(item.by, ["本报记者 甲乙 通讯员 丙丁"]);
    assert_eq!(item.body.len(), 8);
    assert_eq!((item.body[2].as_str(), item.body[7].as_str()), ("一、先修机器再下田", "（二）育秧管理。"));
    assert_eq!(item.captions, ["图为农技员在甲镇田间查看秧苗。甲乙 摄"]);
    assert_eq!(item.event_date.as_deref(), Some("2025-03-14"));
}

#[test]
fn an_agency_text_is_dated_by_its_dateline_and_says_so() {
    let item = &read(PAGE).items[1];
    assert_eq!(
        (item.dateline.as_str(), item.by.as_slice()),
        ("新华社乙市3月17日电", ["记者甲乙、丙丁".to_owned()].as_slice())
    );
    assert_eq!((item.event_date.as_deref(), item.inferred.as_slice()), (Some("2025-03-17"), ["eventDate"].as_slice()));
}

#[test]
fn the_header_gives_the_day_the_page_and_the_section() {
    let page = read(PAGE);
    assert_eq!((page.date.to_string().as_str(), page.page.as_deref()), ("2025-03-18", Some("02")));
    assert!(page.items.iter().all(|item| item.section.as_deref() == Some("综合新闻")));
    assert_eq!(page.furniture.iter().filter(|aside| aside.why == "page header or footer").count(), 2);
}

#[test]
fn an_english_page_is_read() {
    let item = only(
        "Harbour bridge reopens\nafter long repairs\n\nBy Staff Writer\n\nNORTHTON, March 14 (Agency) — The bridge over the har-\nbour reopened to traffic, and ferries went back to\ntheir old timetable.\n\nRepairs had taken two\nyears, the town said.\n\nPhoto: the bridge at dawn.\n",
    );
    assert_eq!(item.language(), "en");
    assert_eq!(item.printed, ["Harbour bridge reopens", "after long repairs"]);
    assert_eq!(
        (item.dateline.as_str(), item.by.as_slice()),
        ("NORTHTON, March 14 (Agency) —", ["By Staff Writer".to_owned()].as_slice())
    );
    assert_eq!(
        item.body[0],
        "The bridge over the harbour reopened to traffic, and ferries went back to their old timetable."
    );
    assert_eq!(item.body[1], "Repairs had taken two years, the town said.");
    assert_eq!(item.captions, ["Photo: the bridge at dawn."]);
    assert_eq!(item.event_date.as_deref(), Some("2025-03-14"));
}

#[test]
fn a_page_that_says_another_day_is_told() {
    let page = read("2024年5月1日 星期三\n\n本报讯 近日，甲镇开始春耕。\n");
    assert_eq!(page.notices, ["the page itself says 2024-05-01, not 2025-03; the date given in the call holds"]);
    assert_eq!(page.items[0].event_date.as_deref(), Some("2025-03~"));
}

#[test]
fn a_headline_alone_is_left_over_and_told() {
    let page = "甲镇春耕全面展开\n";
    let options = Options { date: "2025-03".parse().unwrap(), newspaper: None, page: None };
    let ingested = ingest(page, &options);
    account(page, &ingested).unwrap();
    assert_eq!((ingested.items.len(), ingested.leftovers[0].why), (0, "a headline without a text"));
}
