//! Phrases in which a conversion character by character goes wrong, and names.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::sync::LazyLock;

use jianbao_engine::text::fold;
use jianbao_hant::Converter;
use proptest::prelude::*;

static CONVERTER: LazyLock<Converter> = LazyLock::new(|| Converter::new().unwrap());

/// 简体, and what it must become.
const TRAPS: &[(&str, &str)] = &[
    ("头发花白，发展很快", "頭髮花白，發展很快"),
    ("心理发展、被发现、前头发生", "心理發展、被發現、前頭發生"),
    ("向全区干部发出号召", "向全區幹部發出號召"),
    ("干部、干燥、树干、干涉、若干、干净", "幹部、乾燥、樹幹、干涉、若干、乾淨"),
    ("实干、干劲、干群关系", "實幹、幹勁、幹群關係"),
    ("后来、皇后、落后、前后", "後來、皇后、落後、前後"),
    ("里程、里面、公里、村里", "里程、裡面、公里、村裡"),
    ("面粉、面子、面积、方便面", "麵粉、面子、面積、方便麵"),
    ("台湾、台风、平台、台阶、台商投资区", "台灣、颱風、平台、台階、台商投資區"),
    ("对台工作、台胞、两台机器", "對台工作、台胞、兩台機器"),
    ("征求意见、特征、长征、征收", "徵求意見、特徵、長征、徵收"),
    ("党委、系统、联系、关系", "黨委、系統、聯繫、關係"),
    ("制造、制度、机制、参与制造", "製造、制度、機制、參與製造"),
    ("复杂、复习、恢复、重复", "複雜、複習、恢復、重複"),
    ("只有一只鸟", "只有一隻鳥"),
    ("这是只有一次的机会", "這是只有一次的機會"),
    ("松树、放松、一刻不能松", "松樹、放鬆、一刻不能鬆"),
    ("谷物、山谷、五谷丰登", "穀物、山谷、五穀豐登"),
    ("表现、手表、钟表、代表", "表現、手錶、鐘錶、代表"),
    ("云计算、人云亦云、云南", "雲計算、人云亦云、雲南"),
    ("四十余家、剩余、业余", "四十餘家、剩餘、業餘"),
    ("着力、看着、沿着、着重", "著力、看著、沿著、著重"),
    ("因为、作为、为人民服务", "因為、作為、為人民服務"),
    ("群众、山峰、线上、床", "群眾、山峰、線上、床"),
    ("“十五五”规划", "「十五五」規劃"),
    ("污水、污染、台账、记账", "污水、污染、台帳、記帳"),
    ("产业链、资金链", "產業鏈、資金鏈"),
    ("准备、批准、标准", "準備、批准、標準"),
    ("签约、标签、签字", "簽約、標籤、簽字"),
    ("划船、计划、划分", "划船、計劃、劃分"),
    ("历史、日历", "歷史、日曆"),
    ("收获、获得", "收穫、獲得"),
    ("丰收、丰富、奋斗、北斗", "豐收、豐富、奮鬥、北斗"),
    ("范围、模范、冲击、冲洗", "範圍、模範、衝擊、沖洗"),
    ("采取、采访、志愿者、杂志", "採取、採訪、志願者、雜誌"),
    ("才能、人才、几乎、茶几", "才能、人才、幾乎、茶几"),
    ("宿舍、舍得、胜利、技术", "宿舍、捨得、勝利、技術"),
    ("必须、胡须、折扣、曲折", "必須、鬍鬚、折扣、曲折"),
    ("周边、一周、周期", "周邊、一週、週期"),
    ("游客、游泳、上游", "遊客、游泳、上游"),
    ("维护发展中国家权益", "維護發展中國家權益"),
    ("好干部、纪检监察干部", "好幹部、紀檢監察幹部"),
    ("新征程上，队员出征", "新征程上，隊員出征"),
    ("两国历史和多年历程", "兩國歷史和多年歷程"),
    ("代表风采、握手表示祝贺", "代表風采、握手表示祝賀"),
    ("军事干涉、论坛上签署协议", "軍事干涉、論壇上簽署協議"),
    ("粮食面积、和面临的问题", "糧食面積、和面臨的問題"),
    ("万余人参加，已着手制定制度", "萬餘人參加，已著手制定制度"),
];

#[test]
fn each_word_gets_the_character_that_it_is_written_with() {
    for (hans, hant) in TRAPS {
        assert_eq!(CONVERTER.text(hans), *hant);
    }
}

#[test]
fn words_stay_those_of_the_mainland() {
    let kept = [
        ("项目", "項目"),
        ("信息", "信息"),
        ("质量", "質量"),
        ("党工委书记", "黨工委書記"),
        ("软件", "軟件"),
        ("塑料", "塑料"),
    ];
    for (hans, hant) in kept {
        assert_eq!(CONVERTER.text(hans), hant);
    }
}

#[test]
fn a_surname_is_no_word_that_is_written_alike() {
    let names = ["余某", "于某", "范某", "郁某", "游某", "岳某", "干某", "党某某", "谷某"];
    for name in names {
        let hant = CONVERTER.person(name).replace('黨', "?");
        assert_eq!(hant.chars().next(), name.chars().next(), "{name}");
    }
    let people = [
        ("谢宏坤", "謝宏坤"),
        ("周绍斌", "周紹斌"),
        ("张延能", "張延能"),
        ("陈建进", "陳建進"),
        ("钟某", "鍾某"),
        ("叶某", "葉某"),
    ];
    for (hans, hant) in people {
        assert_eq!(CONVERTER.person(hans), hant);
    }
    assert_eq!(CONVERTER.person("迈克尔·于"), "邁克爾·於");
}

#[test]
fn quotation_marks_are_those_of_taiwan_and_apostrophes_stay() {
    assert_eq!(CONVERTER.text("他说：“这是‘四链’。”"), "他說：「這是『四鏈』。」");
    assert_eq!(CONVERTER.text("Xi’an 的 \"报\""), "Xi’an 的 \"報\"");
}

proptest! {
    #[test]
    fn a_text_keeps_its_length_and_what_is_not_han(text in "\\PC{0,40}|[发后里面台干着了“”’a-z\n ]{0,30}") {
        let hant = CONVERTER.text(&text);
        prop_assert_eq!(hant.chars().count(), text.chars().count());
        for (a, b) in text.chars().zip(hant.chars()) {
            prop_assert!(a == b || !a.is_ascii(), "{a} {b}");
        }
    }

    #[test]
    fn phrases_side_by_side_keep_their_fold(phrases in prop::collection::vec(prop::sample::select(TRAPS.to_vec()), 1..6)) {
        let text: String = phrases.iter().map(|(hans, _)| *hans).collect();
        // The one pair that the fold keeps apart, since 简体 has both: 帐 and 账.
        prop_assert_eq!(fold(&CONVERTER.text(&text)).replace('帐', "账"), fold(&text));
    }
}
