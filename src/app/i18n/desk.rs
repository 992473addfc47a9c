//! Words of 我的剪报.

use jianbao_engine::corpus::Problem;

use super::{Language, Text, number, problem, shell, text};
use crate::app::desk::{ITEMS, NOTE, Refusal, SEARCHES, Trouble, Unread};

/// Its name.
pub const MINE: Text = text("我的剪报", "我的剪報", "My clippings");
/// Keeps an item.
pub const KEEP: Text = text("收入剪报", "收入剪報", "Keep");
/// Where it is kept.
pub const PRIVATE: Text = text(
    "只存在这个浏览器里，从不发送。清除浏览数据会一并清除，要长久保存请存成文件。",
    "只存在這個瀏覽器裡，從不傳送。清除瀏覽資料會一併清除，要長久保存請存成檔案。",
    "Kept in this browser only, and never sent. Clearing browsing data clears it too: save it to a file to be safe.",
);
/// There is nothing yet.
pub const EMPTY: Text = text(
    "还没有剪报。在列表里或文章上按“收入剪报”，或给文章写笔记，就会列在这里。",
    "還沒有剪報。在列表裡或文章上按「收入剪報」，或給文章寫筆記，就會列在這裡。",
    "Nothing yet. Press “Keep” in the list or over an article, or write a note on one, and it is listed here.",
);
/// The archive does not have the item.
pub const GONE: Text = text("已不在本报库中", "已不在本報庫中", "No longer in this archive");
/// It has a note, and is not kept.
pub const NOTE_ONLY: Text = text("只有笔记", "只有筆記", "note only");
/// The day on which it was kept.
pub const KEPT_ON: Text = text("{}收入", "{}收入", "kept {}");
/// The paragraph at which the reader was.
pub const READ_TO: Text = text("读到第 {} 段", "讀到第 {} 段", "read to paragraph {}");
/// Takes an item out; its headline.
pub const REMOVE: Text = text("移出“{}”", "移出「{}」", "Remove “{}”");
/// It is out; its headline.
pub const REMOVED: Text = text("已移出“{}”", "已移出「{}」", "Removed “{}”");
/// Takes it in again.
pub const UNDO: Text = text("撤销", "復原", "Undo");

/// Heads the searches.
pub const SEARCHES_HEAD: Text = text("最近检索", "最近檢索", "Recent searches");
/// There are none.
pub const NO_SEARCHES: Text = text("这次还没有检索过。", "這次還沒有檢索過。", "None on this visit.");
/// Has them forgotten.
pub const FORGET: Text = text("清空", "清空", "Clear");

/// Heads what is saved and read.
pub const FILES: Text = text("文件与引文", "檔案與引文", "Files and citations");
/// Saves everything.
pub const SAVE: Text = text("存成文件", "存成檔案", "Save to a file");
/// Adds what a file holds.
pub const READ: Text = text("从文件读入", "從檔案讀入", "Read from a file");
/// Saves citations.
pub const GBT: Text = text("引文（GB/T 7714）", "引文（GB/T 7714）", "Citations (GB/T 7714)");
/// Saves records.
pub const RIS: Text = text("引文（RIS）", "引文（RIS）", "Citations (RIS)");

/// The note's name, and what its place is opened by.
pub const NOTE_HEAD: Text = text("我的笔记", "我的筆記", "My note");
/// Where a note is kept; its length, and the longest.
pub const NOTE_FOOT: Text = text(
    "只存在这个浏览器里；{} / {} 字",
    "只存在這個瀏覽器裡；{} / {} 字",
    "In this browser only; {} of {} characters",
);
/// Where the reader was: the paragraph, and how many there are.
pub const LEFT: Text =
    text("上次读到第 {} 段，共 {} 段", "上次讀到第 {} 段，共 {} 段", "You were at paragraph {} of {}");
/// Goes there.
pub const GO_ON: Text = text("接着读", "接著讀", "Continue");

/// Keeps an item of a headline, in a list of many: `收入剪报：甲地修路`.
pub fn keep(language: Language, headline: &str) -> String {
    shell::PAIR.fill(language, &[KEEP.get(language), headline])
}

/// Has searches remembered, and how many.
pub fn remember(language: Language) -> String {
    text(
        "在这个浏览器里记住最近 {} 次；不勾选，关闭网页即忘",
        "在這個瀏覽器裡記住最近 {} 次；不勾選，關閉網頁即忘",
        "Remember the last {} in this browser; unless ticked they are forgotten with the page",
    )
    .fill(language, &[&number(SEARCHES)])
}

/// What a file has added: `已读入，新增 3 篇；原有的都保留`.
pub fn merged(language: Language, new: usize) -> String {
    text("已读入，新增 {}；原有的都保留", "已讀入，新增 {}；原有的都保留", "Read: {} added; all that was here is kept")
        .fill(language, &[&shell::items(language, new)])
}

/// Why nothing was read from a file.
pub fn unread(language: Language, why: &Unread) -> String {
    match why {
        Unread::Wrong(Problem { place, kind }) => {
            let (pointer, line) = problem::place(language, place);
            let why = problem::why(language, kind);
            text(
                "没有读入：{}（{}），{}。请选取由“存成文件”存出的文件。",
                "沒有讀入：{}（{}），{}。請選取由「存成檔案」存出的檔案。",
                "Nothing was read: {} ({}): {}. Choose a file made by “Save to a file”.",
            )
            .fill(language, &[&pointer, &line.unwrap_or_default(), &why])
        }
        Unread::Other => text(
            "没有读入：这不是剪报文件。请选取由“存成文件”存出的文件。",
            "沒有讀入：這不是剪報檔案。請選取由「存成檔案」存出的檔案。",
            "Nothing was read: this is no file of clippings. Choose a file made by “Save to a file”.",
        )
        .get(language)
        .to_owned(),
        Unread::Version(version) => text(
            "没有读入：文件的格式是 {} 版，本页只认得 1.0 版。请用较新的剪报打开。",
            "沒有讀入：檔案的格式是 {} 版，本頁只認得 1.0 版。請用較新的剪報開啟。",
            "Nothing was read: the file’s format is {}, and this page knows 1.0 only. Open it with a newer Jianbao.",
        )
        .fill(language, &[version]),
    }
}

/// A file has so many bytes, and more than so many.
pub fn too_large(language: Language, bytes: usize, most: usize) -> String {
    text(
        "没有读入：文件有 {} 字节，剪报文件至多 {} 字节。请另选一个。",
        "沒有讀入：檔案有 {} 位元組，剪報檔案至多 {} 位元組。請另選一個。",
        "Nothing was read: the file has {} bytes, and clippings have {} at most. Choose another one.",
    )
    .fill(language, &[&number(bytes), &number(most)])
}

/// What the reader should know of the store, with the remedy.
pub fn trouble(language: Language, trouble: &Trouble) -> String {
    let (words, version) = match trouble {
        Trouble::Absent => (
            text(
                "浏览器不让本页存储：剪报只留到关闭本页，要保存请存成文件。",
                "瀏覽器不讓本頁儲存：剪報只留到關閉本頁，要保存請存成檔案。",
                "The browser lets this page store nothing: clippings last until the page is closed. Save them to a file.",
            ),
            "",
        ),
        Trouble::Full => (
            text(
                "浏览器的存储已满：最近的改动只留到关闭本页，要保存请存成文件，或移出一些。",
                "瀏覽器的儲存空間已滿：最近的改動只留到關閉本頁，要保存請存成檔案，或移出一些。",
                "The browser’s store is full: the latest changes last until the page is closed. Save to a file, or remove some.",
            ),
            "",
        ),
        Trouble::Broken => (
            text(
                "浏览器里原来存的剪报读不出来：没有删去，另放一边；现在从空的开始。若有存出的文件，请读入。",
                "瀏覽器裡原來存的剪報讀不出來：沒有刪去，另放一邊；現在從空的開始。若有存出的檔案，請讀入。",
                "What this browser held cannot be read: it is set aside, not deleted, and clippings begin anew. If you saved a file, read it.",
            ),
            "",
        ),
        Trouble::Version(version) => (
            text(
                "浏览器里存的剪报是 {} 版的，本页读不了，也不去动它：现在收的只留到关闭本页，请存成文件。",
                "瀏覽器裡存的剪報是 {} 版的，本頁讀不了，也不去動它：現在收的只留到關閉本頁，請存成檔案。",
                "This browser holds clippings of version {}, which this page cannot read and leaves alone: what you keep now lasts until the page is closed. Save it to a file.",
            ),
            version.as_str(),
        ),
    };
    words.fill(language, &[version])
}

/// Why a deed is not done, with the remedy.
pub fn refusal(language: Language, refusal: Refusal) -> String {
    let (words, count, most) = match refusal {
        Refusal::TooMany(count) => (
            text(
                "没有收入：会有 {} 篇，至多 {} 篇。请先移出一些。",
                "沒有收入：會有 {} 篇，至多 {} 篇。請先移出一些。",
                "Not kept: there would be {} items, and {} is the most. Remove some first.",
            ),
            count,
            ITEMS,
        ),
        Refusal::TooLong(count) => (
            text(
                "没有存下：笔记有 {} 字，至多 {} 字。请删短一些。",
                "沒有存下：筆記有 {} 字，至多 {} 字。請刪短一些。",
                "Not saved: the note has {} characters, and {} is the most. Shorten it.",
            ),
            count,
            NOTE,
        ),
    };
    words.fill(language, &[&number(count), &number(most)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_item_that_was_added_is_one_item() {
        assert_eq!(merged(Language::En, 1), "Read: 1 item added; all that was here is kept");
        assert_eq!(merged(Language::En, 0), "Read: 0 items added; all that was here is kept");
        assert_eq!(merged(Language::Hans, 3), "已读入，新增 3 篇；原有的都保留");
    }

    #[test]
    fn a_wrong_file_is_said_in_one_sentence_with_place_and_remedy() {
        let wrong = |text: &str| crate::app::desk::format::read(text).err().map(|why| unread(Language::Hans, &why));
        let said = wrong(
            "{\"standard\": {\"name\": \"jianbao-clippings\", \"version\": \"1.0\"},\n \"items\": [{\"uri\": 5}]}",
        );
        let expected =
            "没有读入：/items/0/uri（第 2 行第 20 列），此处应为字符串，却是数字。请选取由“存成文件”存出的文件。";
        assert_eq!(said.as_deref(), Some(expected));
        assert!(wrong("{\"items\": []}").is_some_and(|said| said.contains("不是剪报文件")));
    }
}
