//! Words of the article.

use super::{Text, text};

/// Leads back to the list where the article stands in its place.
pub const BACK: Text = text("返回列表", "返回列表", "Back to list");
/// Leads back to the page where the article stands in its place.
pub const BACK_TO_PAGE: Text = text("返回版面", "返回版面", "Back to page");
/// The item before, in the results.
pub const PREVIOUS: Text = text("上一篇", "上一篇", "Previous");
/// The item after, in the results.
pub const NEXT: Text = text("下一篇", "下一篇", "Next");
/// The name of the navigation at the foot.
pub const NEIGHBOURS: Text = text("上一篇与下一篇", "上一篇與下一篇", "Previous and next");
/// Where the item stands in the results: before its number, between number and total, after the total.
pub const POSITION: [Text; 3] = [text("第 ", "第 ", ""), text(" 篇，共 ", " 篇，共 ", " of "), text(" 篇", " 篇", "")];
/// In place of the position, where the results do not hold the item.
pub const NOT_IN_RESULTS: Text = text("不在当前结果中", "不在目前結果中", "Not among the current results");
/// There is no item before.
pub const FIRST: Text = text("已是第一篇", "已是第一篇", "First result");
/// There is no item after.
pub const LAST: Text = text("已是最后一篇", "已是最後一篇", "Last result");
/// Names the way through the places of the query in the text.
pub const IN_TEXT: Text = text("文中命中", "文中命中", "Hits in the text");
/// The current place and how many there are.
pub const HIT: Text = text("第 {} 处，共 {} 处", "第 {} 處，共 {} 處", "Hit {} of {}");
/// How many places there are: one, or so many.
pub const ONE_HIT: Text = text("命中 1 处", "命中 1 處", "1 hit");
/// How many places there are.
pub const HITS: Text = text("命中 {} 处", "命中 {} 處", "{} hits");
/// The place before.
pub const PREVIOUS_HIT: Text = text("上一处", "上一處", "Previous hit");
/// The place after.
pub const NEXT_HIT: Text = text("下一处", "下一處", "Next hit");
/// Names the way through the items of the same day.
pub const SAME_ISSUE_DAY: Text = text("同日稿件", "同日稿件", "Items of the same day");
/// The day, the item's place in it, and how many it has.
pub const IN_DAY: Text = text("{}，当日第 {} 篇，共 {} 篇", "{}，當日第 {} 篇，共 {} 篇", "{}: {} of {} that day");
/// The item before, of the same day.
pub const PREVIOUS_IN_DAY: Text = text("当日上一篇", "當日上一篇", "Previous of the day");
/// The item after, of the same day.
pub const NEXT_IN_DAY: Text = text("当日下一篇", "當日下一篇", "Next of the day");
/// Shows another language beside the text.
pub const BESIDE: Text = text("对照", "對照", "Side by side");
/// Has the text read aloud.
pub const ALOUD: Text = text("朗读", "朗讀", "Read aloud");
/// Stops that.
pub const STOP: Text = text("停止朗读", "停止朗讀", "Stop reading");
/// Prints the article.
pub const PRINT: Text = text("打印", "列印", "Print");
/// Changes the size of the text.
pub const TEXT_SIZE: Text = text("大小字号", "大小字級", "AA Text size");

/// The same beside its two letters, which are part of the name.
pub const SIZE: Text = text("字号", "字級", " Text size");
/// The two letters on the button of the text's size, the large one and the small one.
pub const LETTERS: [Text; 2] = [text("大", "大", "A"), text("小", "小", "A")];
/// Closes the article.
pub const CLOSE: Text = text("关闭", "關閉", "Close");
/// The item is a text about the paper's text.
pub const DIGEST: Text = text("摘要，非原文", "摘要，非原文", "Digest, not the original text");
/// The version was made by a machine, within one language (simplified to traditional).
pub const CONVERTED: Text = text("简体由机器转换", "繁體由機器轉換", "Converted by machine");
/// The version was made by a machine, from another language.
pub const TRANSLATED: Text = text("机器翻译", "機器翻譯", "Machine translation");
/// The item has no version in the interface's language.
pub const NO_VERSION: Text = text("无中文本，示原文", "無中文本，示原文", "Not in English; shown as it is");
/// The section is not printed, but follows from the text.
pub const INFERRED_SECTION: Text = text("片区为推定", "片區為推定", "zone inferred");
/// What is meant by the corpus' “recently”; the value is the month.
pub const WHY_RECENTLY: Text = text(
    "原文只写“近日”：{}内、见报之前，确切日期未载",
    "原文只寫「近日」：{}內、見報之前，確切日期未載",
    "The paper says only “recently”: in {}, before publication; the day is not given",
);
/// What is known of another date that is not exact.
pub const WHY_CIRCA: Text = text("确切日期未载", "確切日期未載", "The day is not given");
/// Of a date: it is exact.
pub const TO_THE_DAY: Text = text("确切到日", "確切到日", "dated to the day");
/// Of a date: it is the issue's.
pub const ISSUE_DAY: Text = text("见报日", "見報日", "issue date");
/// Parts two facts in one line.
pub const COMMA: Text = text("，", "，", ", ");
/// Parts two remarks in one line.
pub const SEMICOLON: Text = text("；", "；", "; ");
/// After a date, what it stands for.
pub const IN_PARENTHESES: Text = text("（{}）", "（{}）", " ({})");
/// Parts two lines of a printed headline.
pub const BETWEEN_LINES: Text = text("　", "　", " / ");
/// Parts the names in a list.
pub const ENUMERATION: Text = text("、", "、", ", ");

/// Heads the key facts.
pub const FACTS: Text = text("要点", "要點", "Key facts");
/// People.
pub const WHO: Text = text("谁", "誰", "Who");
/// The date.
pub const WHEN: Text = text("何时", "何時", "When");
/// The places.
pub const WHERE: Text = text("何地", "何地", "Where");
/// The figures.
pub const FIGURES: Text = text("数字", "數字", "Figures");
/// Shows the names that a long list leaves out.
pub const MORE: Text = text("再显示 {} 项", "再顯示 {} 項", "Show {} more");
/// Turns the marking of names on and off.
pub const MARK_NAMES: Text = text("标注人名地名", "標注人名地名", "Mark people and places");
/// Shows the year as it is counted in Taiwan, too.
pub const REPUBLIC: Text = text("并列民国纪年", "並列民國紀年", "Show Minguo years");

/// The picture is missing.
pub const NO_PHOTO: Text = text("无照片", "無照片", "No photograph");
/// Stands in the empty frame.
pub const NO_PHOTO_KEPT: Text = text("报库未存照片", "報庫未存照片", "No photograph kept");
/// The same, where the picture is, but is not asked for.
pub const PHOTO_ELSEWHERE: Text =
    text("照片存于别处，未载入", "照片存於別處，未載入", "Photograph kept elsewhere, not loaded");
/// The same, where the picture has not come.
pub const PHOTO_FAILED: Text = text("照片未能载入", "照片未能載入", "The photograph could not be loaded");
/// Why the frame is empty.
pub const ONLY_CAPTION: Text =
    text("原页只留下图片说明", "原頁只留下圖片說明", "Only the caption survives on the page");

/// Heads the source.
pub const SOURCE: Text = text("出处", "出處", "Source");
/// The headline as the paper has it.
pub const PRINTED: Text = text("原题", "原題", "Headline");
/// The paper.
pub const PAPER: Text = text("报名", "報名", "Paper");
/// The issue's date.
pub const DATE: Text = text("日期", "日期", "Date");
/// The page.
pub const PAGE: Text = text("版次", "版次", "Page");
/// The edition.
pub const EDITION: Text = text("版本", "版本", "Edition");
/// The writer.
pub const BYLINE: Text = text("作者", "作者", "By");
/// The page does not say.
pub const NOT_ON_PAGE: Text = text("原页未载", "原頁未載", "not on the page");
/// The corpus does not say.
pub const NOT_GIVEN: Text = text("未载", "未載", "not given");
/// The page has no headline.
pub const NO_HEADLINE: Text = text("原页未见标题", "原頁未見標題", "No headline on the page");
/// Goes before the note that the issue's date is missing; the value is the month of the event.
pub const MONTH_BUT_ISSUE: Text = text("{}，见报日", "{}，見報日", "{}, issue date ");
/// Copies the citation.
pub const COPY: Text = text("复制引用", "複製引用", "Copy citation");
/// Copies the item's address.
pub const COPY_LINK: Text = text("复制链接", "複製連結", "Copy link");
/// The list of the other forms of the citation.
pub const OTHER_FORMS: Text = text("其他引用格式", "其他引用格式", "Other citation formats");
/// Copies a form of the citation, whose name is the value.
pub const COPY_FORM: Text = text("复制 {}", "複製 {}", "Copy {}");
/// Saves it as a file.
pub const SAVE_FORM: Text = text("将 {} 存为文件", "將 {} 存為檔案", "Save {} as a file");
/// It is copied.
pub const COPIED: Text = text("已复制", "已複製", "Copied");
/// The browser did not let it be copied.
pub const NOT_COPIED: Text = text(
    "浏览器不许复制，引用已选中",
    "瀏覽器不許複製，引用已選取",
    "The browser refused to copy; the citation is selected",
);

/// The same, of what is not shown.
pub const NOT_COPIED_OTHER: Text = text("浏览器不许复制", "瀏覽器不許複製", "The browser refused to copy");

/// Heads the related items.
pub const RELATED: Text = text("相关稿件", "相關稿件", "Related");
/// They share names.
pub const SHARES: Text = text("同有{}", "同有{}", "Shares {}");
/// They share a subject.
pub const SAME_TOPIC: Text = text("同属“{}”", "同屬「{}」", "Same topic: {}");
/// They share a section, a page or a paper.
pub const SAME_PLACE: Text = text("同在{}", "同在{}", "Also in {}");
/// They share words.
pub const SAME_WORDS: Text = text("同提{}", "同提{}", "Both say {}");
/// Parts two quoted words.
pub const BETWEEN_QUOTED: Text = text("", "", ", ");
/// Heads the items of the same month and day in other years.
pub const ON_THIS_DAY: Text = text("历年同日", "歷年同日", "On this day");
/// A year over an item.
pub const YEAR: Text = text("{}年", "{}年", "{}");
/// How many more items there are than are shown.
pub const FURTHER: Text = text("另有 {} 篇", "另有 {} 篇", "{} more");
/// Of a list that is cut.
pub const AND_OTHERS: Text = text("等", "等", " and others");
/// The same day.
pub const SAME_DAY: Text = text("同一天", "同一天", "same day");
/// One day before, two, or so many.
pub const EARLIER: [Text; 3] = [
    text("早一天", "早一天", "one day earlier"),
    text("早两天", "早兩天", "two days earlier"),
    text("早{}天", "早{}天", "{} days earlier"),
];
/// One day after, two, or so many.
pub const LATER: [Text; 3] = [
    text("晚一天", "晚一天", "one day later"),
    text("晚两天", "晚兩天", "two days later"),
    text("晚{}天", "晚{}天", "{} days later"),
];
