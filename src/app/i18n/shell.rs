//! Words of the shell: masthead, search, facets, list, states, sheet and footer.

use jianbao_engine::search::{FacetName, Sort};

use super::{Language, Text, number, text};
use crate::app::state::View;

/// The product's name, as its masthead has it.
pub const WORDMARK: Text = text("剪报", "剪報", "Jianbao");
/// The group of language buttons.
pub const LANGUAGE: Text = text("语言", "語言", "Language");
/// The text-size button.
pub const TEXT_SIZE: Text = text("大小字号", "大小字級", "AA Text size");
/// The theme button.
pub const THEME: Text = text("深浅色", "深淺色", "Theme");

/// The group of tabs.
pub const VIEW: Text = text("视图", "檢視", "View");

/// A view's name.
pub fn view(language: Language, view: View) -> &'static str {
    let name = match view {
        View::List => text("列表", "列表", "List"),
        View::Timeline => text("时间轴", "時間軸", "Timeline"),
        View::Edition => text("版面", "版面", "Page"),
    };
    name.get(language)
}

/// The search field's name.
pub const SEARCH_ALL: Text = text("检索全库", "檢索全庫", "Search the archive");
/// The search button.
pub const SEARCH: Text = text("检索", "檢索", "Search");
/// What stands in an empty search field.
pub const PLACEHOLDER: Text =
    text("检索标题、正文、人名、地名", "檢索標題、內文、人名、地名", "Search headlines, text, people, places");
/// The search field's clear button.
pub const CLEAR_QUERY: Text = text("清空检索词", "清空檢索詞", "Clear search");
/// Before examples of queries.
pub const TRY: Text = text("试试", "試試", "Try");

/// Facets and their sheet.
pub const FILTERS: Text = text("筛选", "篩選", "Filters");
/// More values of a facet, with their number.
pub const SHOW_MORE: Text = text("再显示 {} 项", "再顯示 {} 項", "Show {} more");
/// Back from a search within a facet.
pub const CLEAR_FIND: Text = text("清空查找，看全部 {}", "清空查找，看全部 {}", "Clear, show all {}");
/// Puts a facet's values in the order of their names.
pub const BY_NAME: Text = text("按名称排列", "按名稱排列", "Sort by name");
/// Puts a facet's values in the order of their counts.
pub const BY_COUNT: Text = text("按篇数排列", "按篇數排列", "Sort by count");
/// Nothing in a facet has what was looked for.
pub const FOUND_NONE: Text = text("没有含“{}”的", "沒有含「{}」的", "Nothing with “{}”");

/// The chip of the query.
pub const QUERY: Text = text("检索词", "檢索詞", "Query");
/// The chip of the date range.
pub const TIME: Text = text("时间", "時間", "Time");
/// The chip that says that fuzzy dates are left out.
pub const EXACT_ONLY: Text = text("不含约略日期", "不含約略日期", "No approximate dates");
/// The chip of an excluded value.
pub const EXCEPT: Text = text("不含{}", "不含{}", "Not {}");
/// The chips' list.
pub const ACTIVE: Text = text("已用条件", "已用條件", "Active filters");
/// Takes all conditions back.
pub const CLEAR_ALL: Text = text("全部清除", "全部清除", "Clear all");
/// What pressing a chip does.
pub const REMOVE: Text = text("移除“{}”", "移除「{}」", "Remove “{}”");
/// A range that has a first day only.
pub const SINCE: Text = text("{}起", "{}起", "from {}");
/// A range that has a last day only.
pub const UNTIL: Text = text("至{}", "至{}", "to {}");

/// A quoted query.
pub const QUOTED: Text = text("“{}”", "「{}」", "“{}”");
/// A condition with its kind.
pub const PAIR: Text = text("{}：{}", "{}：{}", "{}: {}");
/// Between the parts of an enumeration.
pub const COMMA: Text = text("、", "、", ", ");

/// The order of the list.
pub const SORT: Text = text("排序", "排序", "Sort");
/// The end of the list.
pub const END: Text = text("以上为全部结果", "以上為全部結果", "End of results");
/// The rows that are seen, of how many.
pub const SEEN: Text = text("第 {}—{} 篇，共 {} 篇", "第 {}—{} 篇，共 {} 篇", "{}–{} of {}");
/// The rail beside a long list.
pub const RAIL: Text = text("按时间跳转", "依時間跳轉", "Jump to a time");
/// Begins to pick items out of the list.
pub const SELECT: Text = text("选择", "選擇", "Select");
/// Picks an item out.
pub const SELECT_ITEM: Text = text("选择“{}”", "選擇「{}」", "Select “{}”");
/// Picks all results out, with their number.
pub const SELECT_ALL: Text = text("全选 {} 篇", "全選 {} 篇", "Select all {}");
/// Takes all back that were picked out.
pub const SELECT_NONE: Text = text("全不选", "全不選", "Select none");
/// How many are picked out.
pub const SELECTED: Text = text("已选 {} 篇", "已選 {} 篇", "{} selected");
/// How many of them were not found by the search that is shown.
pub const SELECTED_ELSEWHERE: Text =
    text("，其中 {} 篇不在当前结果中", "，其中 {} 篇不在目前結果中", ", {} of them not in these results");
/// Before the formats in which they are saved as a file.
pub const SAVE_AS: Text = text("存为", "存為", "Save as");
/// There are more than are printed at once.
pub const TOO_MANY_TO_PRINT: Text = text(
    "一次最多打印 {} 篇，现选了 {} 篇：请少选一些，或存为文件。",
    "一次最多列印 {} 篇，現選了 {} 篇：請少選一些，或存為檔案。",
    "At most {} items are printed at once, and {} are selected: select fewer, or save them as a file.",
);
/// Ends it, and forgets what was picked out.
pub const SELECT_END: Text = text("退出选择", "退出選擇", "Leave selection");
/// The list's name.
pub const RESULTS: Text = text("检索结果", "檢索結果", "Results");

/// The people of a row.
pub const PEOPLE: Text = text("人物", "人物", "People");
/// The people that a row leaves out.
pub const AND_MORE: Text = text("等 {} 人", "等 {} 人", "and {} more");
/// The subjects of a row.
pub const SUBJECTS: Text = text("主题", "主題", "Topics");
/// The headline as the paper has it.
pub const PRINTED: Text = text("原题", "原題", "Headline");
/// There is a caption.
pub const HAS_CAPTION: Text = text("有图片说明", "有圖片說明", "Photo caption");
/// An item without any headline.
pub const UNTITLED: Text = text("（无标题）", "（無標題）", "(no headline)");
/// No date at all.
pub const UNDATED: Text = text("日期未载", "日期未載", "No date");
/// Why a fuzzy date is fuzzy.
pub const FUZZY_WHY: Text = text("{}，确切日期未载", "{}，確切日期未載", "{}; the day is not given");

/// Nothing found under one condition.
pub const NONE_ONE: Text = text("没有找到符合条件的稿件", "沒有找到符合條件的稿件", "No item matches");
/// Nothing found under several conditions.
pub const NONE_ALL: Text =
    text("没有稿件同时满足这 {} 个条件", "沒有稿件同時滿足這 {} 個條件", "No item meets all {} conditions");
/// What the only condition is.
pub const NONE_ONE_WHY: Text = text("条件是{}。", "條件是{}。", "The condition is {}.");
/// What the conditions are.
pub const NONE_ALL_WHY: Text =
    text("{}，没有交集。放宽一项：", "{}，沒有交集。放寬一項：", "{} do not overlap. Relax one:");
/// Nothing helps but to begin anew.
pub const NONE_ALL_HARD: Text = text("{}，没有交集。", "{}，沒有交集。", "{} do not overlap.");
/// A relaxation.
pub const WITHOUT: Text = text("去掉 ", "去掉 ", "Without ");
/// Before the piece of a query that finds something.
pub const ONLY: Text = text("只检索 ", "只檢索 ", "Search only for ");
/// Before a word that is spelled nearly alike.
pub const SPELLED: Text = text("相近拼写 ", "相近拼寫 ", "Similar spelling: ");
/// Between two conditions that are left out together.
pub const AND: Text = text("与", "與", " and ");

/// The archive is being read.
pub const LOADING: Text = text("正在读取报库", "正在讀取報庫", "Reading the archive");
/// How much has been read.
pub const BYTES_OF: Text = text("{} / {} 字节", "{} / {} 位元組", "{} of {} bytes");
/// How much has been read, where the whole is not known.
pub const BYTES: Text = text("{} 字节", "{} 位元組", "{} bytes");
/// What is done one after the other until the archive is read.
pub const STEPS: [Text; 3] = [
    text("读取数据文件", "讀取資料檔", "Reading data files"),
    text("建立检索索引", "建立檢索索引", "Building the index"),
    text("统计人物与地点", "統計人物與地點", "Counting people and places"),
];
/// Reads no further.
pub const STOP: Text = text("停止读取", "停止讀取", "Stop");
/// What becomes of what has been read, where reading is stopped.
pub const STOP_WHY: Text =
    text("停止后，已读的部分即可检索。", "停止後，已讀的部分即可檢索。", "Stop to search what has been read so far.");

/// Nothing could be read.
pub const FAILED: Text = text("没能读取报库", "沒能讀取報庫", "The archive could not be read");
/// Where it is wrong.
pub const WHERE: Text = text("在哪里", "在哪裡", "Where");
/// Why.
pub const WHY: Text = text("为什么", "為什麼", "Why");
/// What to do.
pub const WHAT_TO_DO: Text = text("怎么办", "怎麼辦", "What to do");
/// Try again.
pub const RETRY: Text = text("重试", "重試", "Retry");
/// Another file.
pub const CHOOSE_FILE: Text = text("选取本机文件", "選取本機檔案", "Choose a local file");
/// Copy what went wrong.
pub const COPY_ERROR: Text = text("复制错误详情", "複製錯誤詳情", "Copy error details");
/// Copy what was left out.
pub const COPY_DETAILS: Text = text("复制详情", "複製詳情", "Copy details");
/// It is in the clipboard.
pub const COPIED: Text = text("已复制", "已複製", "Copied");
/// The whole file.
pub const WHOLE_FILE: Text = text("整个文件", "整個檔案", "the whole file");
/// A line and a column.
pub const LINE_COLUMN: Text = text("第 {} 行第 {} 列", "第 {} 行第 {} 欄", "line {}, column {}");
/// Something was left out, the rest works.
pub const PARTIAL: Text = text(
    "报库有 {} 处有误，相应的稿件或字段未载入；现有 {} 篇可用。",
    "報庫有 {} 處有誤，相應的稿件或欄位未載入；現有 {} 篇可用。",
    "The archive has {} faulty entries, which were left out; {} can be used.",
);
/// The same for one.
pub const PARTIAL_ONE: Text = text(
    "报库有 {} 处有误，相应的稿件或字段未载入；现有 {} 篇可用。",
    "報庫有 {} 處有誤，相應的稿件或欄位未載入；現有 {} 篇可用。",
    "The archive has {} faulty entry, which was left out; {} can be used.",
);
/// Opens the list of what was left out.
pub const DETAILS: Text = text("详情", "詳情", "Details");
/// The details that are not listed.
pub const AND_FURTHER: Text = text("另有 {} 处", "另有 {} 處", "{} further");

/// The archive holds nothing.
pub const NO_ITEMS: Text = text("报库里没有稿件", "報庫裡沒有稿件", "The archive holds no items");

/// Closes the sheet.
pub const CLOSE: Text = text("关闭", "關閉", "Close");
/// First day.
pub const FROM: Text = text("从", "從", "From");
/// Last day.
pub const TO: Text = text("至", "至", "to");
/// Whether fuzzy dates are taken in.
pub const APPROXIMATE: Text = text("含约略日期", "含約略日期", "Include approximate dates");

/// Opens a compact widget on the whole screen.
pub const FULL_SCREEN: Text = text("全屏打开", "全螢幕開啟", "Open full screen");
/// Nothing leaves the page.
pub const PRIVATE: Text = text(
    "全部数据在本页之内，检索不出本机。",
    "全部資料在本頁之內，檢索不出本機。",
    "All data is in this page; searching sends nothing.",
);

const FACETS: [Text; 7] = [
    text("片区", "片區", "Zone"),
    text("主题", "主題", "Topic"),
    text("人物", "人物", "People"),
    text("机构", "機構", "Organisations"),
    text("地点", "地點", "Places"),
    text("版次", "版次", "Page"),
    text("报纸", "報紙", "Paper"),
];

/// The name of a facet.
pub fn facet(language: Language, facet: FacetName) -> &'static str {
    FacetName::ALL
        .iter()
        .position(|name| *name == facet)
        .and_then(|at| FACETS.get(at))
        .map_or("", |name| name.get(language))
}

/// The name of an order.
pub fn sort(language: Language, sort: Sort) -> &'static str {
    match sort {
        Sort::Relevance => text("相关度", "相關度", "Relevance"),
        Sort::Newest => text("日期从新到旧", "日期由新到舊", "Newest first"),
        Sort::Oldest => text("日期从旧到新", "日期由舊到新", "Oldest first"),
    }
    .get(language)
}

/// A number with its measure word, in Chinese parted by a space: `2 篇`, `1 item`, `2 items`.
pub fn items(language: Language, count: usize) -> String {
    counted(language, count, text("{} 篇", "{} 篇", "{} items"), "{} item")
}

/// The masthead's tighter setting: `7篇`, `7 items`.
pub fn items_tight(language: Language, count: usize) -> String {
    counted(language, count, text("{}篇", "{}篇", "{} items"), "{} item")
}

/// `2个片区`, `2 zones`.
pub fn zones(language: Language, count: usize) -> String {
    counted(language, count, text("{}个片区", "{}個片區", "{} zones"), "{} zone")
}

/// The page of a paper: `第 6 版`, `page 6`. Whatever is no plain number is said as it is.
pub fn page(language: Language, page: &str) -> String {
    let number = page.trim_start_matches('0');
    if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return page.to_owned();
    }
    text("第 {} 版", "第 {} 版", "page {}").fill(language, &[number])
}

/// Days of which nothing is held: `3 天无报入库`, `nothing held for 3 days`.
pub fn not_held(language: Language, days: usize) -> String {
    counted(
        language,
        days,
        text("{} 天无报入库", "{} 天無報入庫", "nothing held for {} days"),
        "nothing held for {} day",
    )
}

/// What can be used beside what was left out: `7`, `7 items`.
pub fn rest(language: Language, count: usize) -> String {
    match language {
        Language::En => counted(language, count, text("", "", "{} items"), "{} item"),
        _ => number(count),
    }
}

/// Reading was stopped at so many items, and so many bytes of all.
pub fn stopped(language: Language, items: usize, (read, total): (usize, usize)) -> String {
    let many = text(
        "已读 {} 篇，读到这里停下（{} / {} 字节）；已读的可以检索，其余没有读入。",
        "已讀 {} 篇，讀到這裡停下（{} / {} 位元組）；已讀的可以檢索，其餘沒有讀入。",
        "Reading was stopped after {} items ({} of {} bytes). These can be searched; the rest was not read.",
    );
    let one = "Reading was stopped after {} item ({} of {} bytes). It can be searched; the rest was not read.";
    let form = if items == 1 { text(many.get(Language::Hans), many.get(Language::Hant), one) } else { many };
    form.fill(language, &[&number(items), &number(read), &number(total)])
}

/// About how long a step will take yet, in seconds; fetching is said to be only that: `约剩 3 秒`, `about 2 min left to download`.
pub fn left(language: Language, seconds: u32, is_fetching: bool) -> String {
    let time = match seconds {
        0..60 => text("{} 秒", "{} 秒", "{} s"),
        _ => text("{} 分钟", "{} 分鐘", "{} min"),
    };
    let count = if seconds < 60 { seconds } else { seconds / 60 };
    let about = match is_fetching {
        true => text("下载约剩 {}", "下載約剩 {}", "about {} left to download"),
        false => text("约剩 {}", "約剩 {}", "about {} left"),
    };
    about.fill(language, &[&time.fill(language, &[&count.to_string()])])
}

/// What a compact widget holds: `共 7 篇`, `7 items`.
pub fn in_all(language: Language, count: usize) -> String {
    counted(language, count, text("共 {} 篇", "共 {} 篇", "{} items"), "{} item")
}

/// The sheet's button: `看 4 篇`, `Show 4 items`.
pub fn show(language: Language, count: usize) -> String {
    counted(language, count, text("看 {} 篇", "看 {} 篇", "Show {} items"), "Show {} item")
}

fn counted(language: Language, count: usize, many: Text, one: &'static str) -> String {
    let form = if count == 1 { text(many.get(Language::Hans), many.get(Language::Hant), one) } else { many };
    form.fill(language, &[&number(count)])
}

/// All the values of a facet, for searching in it: `46 个主题`, `1,284 人`, `46 topics`.
pub fn values(language: Language, facet: FacetName, count: usize) -> String {
    let form = match facet {
        FacetName::Section => text("{} 个片区", "{} 個片區", "{} zones"),
        FacetName::Subject => text("{} 个主题", "{} 個主題", "{} topics"),
        FacetName::Person => text("{} 人", "{} 人", "{} people"),
        FacetName::Organisation => text("{} 个机构", "{} 個機構", "{} organisations"),
        FacetName::Place => text("{} 个地点", "{} 個地點", "{} places"),
        FacetName::Page => text("{} 个版次", "{} 個版次", "{} pages"),
        FacetName::Newspaper => text("{} 种报纸", "{} 種報紙", "{} papers"),
    };
    form.fill(language, &[&number(count)])
}

/// The search field of a facet: `在 46 个主题中查找`. It only stands over a dozen values and more.
pub fn find_in(language: Language, facet: FacetName, count: usize) -> String {
    text("在 {}中查找", "在 {}中查找", "Find in {}").fill(language, &[&values(language, facet, count)])
}

/// What a reader of the screen hears of a facet's value: `对台融合，2 篇`.
pub fn value_name(language: Language, value: &str, count: usize) -> String {
    text("{}，{}", "{}，{}", "{}, {}").fill(language, &[value, &items(language, count)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_item_is_not_one_items() {
        assert_eq!(items(Language::En, 1), "1 item");
        assert_eq!(items(Language::En, 2), "2 items");
        assert_eq!(items(Language::Hans, 1), "1 篇");
        assert_eq!(zones(Language::En, 1), "1 zone");
    }

    #[test]
    fn what_is_left_is_told_in_seconds_and_then_in_minutes() {
        assert_eq!(left(Language::Hans, 3, false), "约剩 3 秒");
        assert_eq!(left(Language::Hant, 120, true), "下載約剩 2 分鐘");
        assert_eq!(left(Language::En, 1, false), "about 1 s left");
        assert_eq!(left(Language::En, 60, true), "about 1 min left to download");
    }

    #[test]
    fn every_facet_has_a_name_of_its_own() {
        let names: std::collections::HashSet<_> = FacetName::ALL.map(|name| facet(Language::Hans, name)).into();
        assert_eq!(names.len(), FacetName::ALL.len());
    }
}
