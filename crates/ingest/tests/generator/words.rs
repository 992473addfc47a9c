//! What the generated stories are about: invented places, everyday matters, and sentences by template.

use crate::dice::Dice;

/// A matter with its words.
pub(crate) struct Matter {
    /// What it is called in headlines.
    pub(crate) name: &'static str,
    /// Things and people of it.
    pub(crate) nouns: [&'static str; 6],
    /// What is done in it.
    pub(crate) acts: [&'static str; 4],
}

const fn matter(name: &'static str, nouns: [&'static str; 6], acts: [&'static str; 4]) -> Matter {
    Matter { name, nouns, acts }
}

pub(crate) const PLACES: [&str; 14] = [
    "甲镇",
    "乙街道",
    "丙村",
    "丁县",
    "戊乡",
    "己社区",
    "庚新区",
    "辛港",
    "壬湖镇",
    "癸山乡",
    "子午街道",
    "卯县",
    "辰溪村",
    "酉新区",
];

pub(crate) const MATTERS: [Matter; 20] = [
    matter(
        "春耕备耕",
        ["农技员", "秧苗", "水田", "育秧大棚", "种粮大户", "农机具"],
        ["检修农机", "调运种子", "平整田块", "指导育秧"],
    ),
    matter(
        "防汛演练",
        ["抢险队", "冲锋舟", "堤坝", "沙袋", "值守人员", "低洼地带"],
        ["转移群众", "排查隐患", "加固堤坝", "清点物资"],
    ),
    matter(
        "图书漂流",
        ["读者", "书架", "借阅证", "阅览室", "绘本", "馆员"],
        ["整理书架", "上门送书", "延长开放", "更新书目"],
    ),
    matter(
        "公交优化",
        ["驾驶员", "站台", "新能源车", "末班车", "换乘点", "乘客"],
        ["加密班次", "调整线路", "增设站台", "征求意见"],
    ),
    matter(
        "长者食堂",
        ["老人", "餐桌", "营养餐", "送餐员", "厨房", "补贴"],
        ["延伸送餐", "核算菜价", "改造厨房", "登记需求"],
    ),
    matter(
        "消防培训",
        ["消防员", "灭火器", "消火栓", "疏散通道", "安全员", "仓库"],
        ["讲解原理", "模拟火情", "检查通道", "更换器材"],
    ),
    matter(
        "垃圾分类",
        ["督导员", "分类亭", "厨余", "回收箱", "居民", "积分"],
        ["入户宣传", "撤桶并点", "兑换积分", "称重登记"],
    ),
    matter(
        "古桥修缮",
        ["工匠", "石料", "桥墩", "碑刻", "护栏", "文保员"],
        ["加固桥墩", "清理杂草", "测绘石构", "补配石料"],
    ),
    matter(
        "茶叶采摘",
        ["茶农", "嫩芽", "茶山", "炒锅", "合作社", "订单"],
        ["抢采嫩芽", "培训炒制", "统一包装", "直播销售"],
    ),
    matter(
        "渔港升级",
        ["渔民", "码头", "冷库", "渔船", "制冰厂", "航道"],
        ["疏浚航道", "扩建冷库", "检修渔船", "登记船员"],
    ),
    matter(
        "校园足球",
        ["教练", "球门", "草坪", "小队员", "联赛", "体育课"],
        ["编排赛程", "更换草坪", "选拔队员", "开设课程"],
    ),
    matter(
        "家医签约",
        ["医生", "血压计", "慢病", "健康档案", "药箱", "卫生室"],
        ["上门随访", "测量血压", "更新档案", "配送药品"],
    ),
    matter(
        "夜市改造",
        ["摊主", "灯串", "摊位", "油烟机", "顾客", "小吃"],
        ["划定摊位", "统一灯箱", "安装净化器", "引进小吃"],
    ),
    matter(
        "光伏进村",
        ["屋顶", "逆变器", "电工", "组件", "电费", "并网"],
        ["勘测屋顶", "架设组件", "调试设备", "结算电费"],
    ),
    matter(
        "河道清淤",
        ["河长", "淤泥", "挖掘机", "岸坡", "水草", "水质"],
        ["清运淤泥", "巡查岸坡", "取样检测", "栽种水草"],
    ),
    matter(
        "菜场提质",
        ["摊贩", "秤具", "地砖", "检测室", "雨棚", "菜篮子"],
        ["校准秤具", "铺设地砖", "抽检蔬菜", "翻新雨棚"],
    ),
    matter(
        "供水改造",
        ["管网", "水表", "泵房", "阀门", "用水户", "漏点"],
        ["更换水表", "探测漏点", "清洗水箱", "并网通水"],
    ),
    matter(
        "义务植树",
        ["树苗", "铁锹", "荒坡", "护林员", "水桶", "苗圃"],
        ["挖坑培土", "浇定根水", "挂牌认养", "补植林带"],
    ),
    matter(
        "展馆夜游",
        ["讲解员", "展柜", "文物", "预约码", "观众", "临展"],
        ["延时开放", "推出临展", "增设导览", "布置展柜"],
    ),
    matter(
        "招商签约",
        ["企业", "园区", "项目书", "专班", "用地", "厂房"],
        ["现场签约", "对接用地", "上门服务", "代办手续"],
    ),
];

fn place(dice: &mut Dice) -> &'static str {
    dice.pick(&PLACES)
}

/// One sentence about a matter at a place.
pub(crate) fn sentence(matter: &Matter, at: &str, dice: &mut Dice) -> String {
    let [one, two, three] = dice.several(&matter.nouns);
    let [act, also] = dice.several(&matter.acts);
    let (few, many) = (dice.below(9) + 2, dice.below(900) + 20);
    let other = place(dice);
    match dice.below(16) {
        0 => format!("当天，{one}、{two}和{three}一早就准备妥当，{few}支小组分头{act}。"),
        1 => format!("据介绍，{at}今年已{act}{many}处，比去年多出{few}成。"),
        2 => format!("“往年这个时候最怕{one}出问题，现在心里有底了。”一位{two}旁的居民说。"),
        3 => format!("记者在现场看到，{one}整齐排开，{two}正忙着{act}，{three}也有专人照看。"),
        4 => format!("会议强调，要把{act}放在心上，做到底数清、责任明、措施实，坚决防止走过场。"),
        5 => format!("此前，{at}用{few}个月时间{act}、{also}，{one}的老问题逐一销号。"),
        6 => format!("{other}也派人前来学习，双方就{one}和{two}交换了意见。"),
        7 => format!("为了让{one}更好用，{at}专门设立{few}人小组，{act}不过夜，{also}不隔周。"),
        8 => format!("“{name}”不是一句口号，而是实打实地{act}。", name = matter.name),
        9 => format!("下一步，{at}将继续{act}，同时{also}，让更多人受益。"),
        10 => format!("截至目前，共有{many}人次参与，{one}新增{few}处，{two}全部到位。"),
        11 => format!("活动中，大家围绕{one}展开讨论，提出建议{many}条，其中{few}条当场采纳。"),
        12 => format!("相关负责人表示，{act}只是第一步，{one}与{two}怎样长期管好，还要靠制度。"),
        13 => format!("在{other}，类似的做法已经推开，{few}.{few}公里范围内都能见到{one}。"),
        14 => format!("一要{act}，二要{also}；既看{one}，也看{two}。"),
        _ => "要提高认识、压实责任，紧盯薄弱环节，一项一项抓落实，一件一件见成效。".to_owned(),
    }
}

/// The sentence that opens a story: what, where and when.
pub(crate) fn lead(matter: &Matter, at: &str, when: &str, dice: &mut Dice) -> String {
    let (one, act) = (dice.pick(&matter.nouns), dice.pick(&matter.acts));
    let few = dice.below(60) + 3;
    match dice.below(5) {
        0 => format!("{when}，{at}举行{}活动，{few}名{one}相关人员到场{act}。", matter.name),
        1 => format!("{when}，记者从{at}了解到，当地{}工作全面展开，{one}成为重点。", matter.name),
        2 => format!("{when}，{at}召开{}推进会，研究{act}等事项，部署下一阶段任务。", matter.name),
        3 => format!("{when}，{at}组织{few}家单位{act}，{}迈出新步伐。", matter.name),
        _ => format!("在{at}，{one}近来成了热门话题。{when}，当地启动{}，集中{act}。", matter.name),
    }
}

/// A headline; some have two halves.
pub(crate) fn headline(matter: &Matter, at: &str, dice: &mut Dice) -> String {
    let [one, two] = dice.several(&matter.nouns);
    let [act, also] = dice.several(&matter.acts);
    match dice.below(9) {
        0 => format!("{at}扎实推进{}", matter.name),
        1 => format!("{act}见实效 {also}有章法"),
        2 => format!("小小{one}连着千家万户"),
        3 => format!("{at}：{}跑出加速度", matter.name),
        4 => format!("{}进行时，{one}暖人心", matter.name),
        5 => format!("一边{act}一边{also}"),
        6 => format!("{one}“上新” {two}焕颜"),
        7 => format!("{at}{}{}家单位齐上阵", matter.name, dice.below(80) + 12),
        _ => format!("{}怎么干？{at}这样答", matter.name),
    }
}

/// A caption: what the lead says again, or a scene.
pub(crate) fn caption(matter: &Matter, at: &str, when: &str, lead: &str, dice: &mut Dice) -> String {
    let [one, two] = dice.several(&matter.nouns);
    let act = dice.pick(&matter.acts);
    match dice.below(6) {
        0 | 1 => {
            lead.split_inclusive('。')
                .next()
                .unwrap_or(lead)
                .split('，')
                .take(2)
                .collect::<Vec<_>>()
                .join("，")
                .trim_end_matches('。')
                .to_owned()
                + "。"
        }
        2 => format!("图为{one}在{at}{act}。"),
        3 => format!("{when}，{at}{}现场，人们正在{act}。", matter.name),
        4 => format!("▲{at}的{one}与{two}。 甲乙 摄"),
        _ => format!("{at}{}现场，{one}和{two}有序{act}。", matter.name),
    }
}
