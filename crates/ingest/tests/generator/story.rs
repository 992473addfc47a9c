//! Stories before they are set.

use crate::dice::Dice;
use crate::kinds::Kind;
use crate::{english, words};

/// A story.
pub(crate) struct Story {
    pub(crate) headline: Vec<String>,
    /// A byline on a line of its own.
    pub(crate) byline: Option<String>,
    /// The first paragraph with its dateline, then the others.
    pub(crate) paragraphs: Vec<String>,
    /// Headings within the text, by the paragraph they stand before.
    pub(crate) subheads: Vec<(usize, String)>,
    pub(crate) captions: Vec<String>,
}

/// The stories of one page, each about another matter.
pub(crate) fn stories(kind: Kind, dice: &mut Dice) -> Vec<Story> {
    let count = dice.between(1, if kind == Kind::English { 7 } else { 12 });
    let english = kind == Kind::English;
    let mut matters: Vec<usize> = (0..if english { english::MATTERS.len() } else { words::MATTERS.len() }).collect();
    let mut stories = Vec::new();
    for _ in 0..count {
        let matter = matters.remove(dice.below(matters.len()));
        stories.push(if english { english_story(matter, dice) } else { story(kind, matter, dice) });
    }
    stories
}

fn story(kind: Kind, matter: usize, dice: &mut Dice) -> Story {
    let matter = &words::MATTERS[matter];
    let at = dice.pick(&words::PLACES);
    let day = format!("3月{}日", dice.between(1, 17));
    let when = if dice.chance(45) { dice.pick(&["近日", "日前", "连日来"]).to_owned() } else { day.clone() };
    let lead = words::lead(matter, at, &when, dice);
    let sentences = |dice: &mut Dice, most| {
        (0..dice.between(1, most)).map(|_| words::sentence(matter, at, dice)).collect::<String>()
    };
    let brief = kind == Kind::Briefs;
    let opening = dateline(kind, at, &day, dice);
    let tail = if dice.chance(70) { sentences(dice, 3) } else { String::new() };
    let mut paragraphs = vec![format!("{opening}{lead}{tail}")];
    for _ in 0..if brief { dice.below(2) } else { dice.between(1, 6) } {
        paragraphs.push(sentences(dice, 5));
    }
    if dice.chance(10) {
        let last = paragraphs.len() - 1;
        paragraphs[last].push_str(dice.pick(&["（记者 甲乙）", "（丙丁）", "（通讯员 甲 乙丙）"]));
    }
    let headless = kind.is_marked() && dice.chance(15);
    let lines = if headless { 0 } else { [1, 1, 1, 2, 2, 3][dice.below(6)] };
    let headline = (0..lines).map(|_| words::headline(matter, at, dice)).collect();
    let byline = (!headless && kind.has_bylines() && dice.chance(50))
        .then(|| dice.pick(&["本报记者 甲乙", "□本报记者 甲乙 通讯员 丙", "文/图 甲乙", "记者 丙丁 文/图"]).to_owned());
    let mut subheads = Vec::new();
    if kind == Kind::Subheads && paragraphs.len() > 2 {
        for (number, place) in (1..paragraphs.len()).enumerate().filter(|_| dice.chance(45)).collect::<Vec<_>>() {
            let act = dice.pick(&matter.acts);
            let numeral = ["一", "二", "三", "四", "五", "六"][number];
            subheads.push((place, if dice.chance(40) { format!("{numeral}、{act}") } else { format!("{act}不停歇") }));
        }
    }
    let captions = (0..usize::from(dice.chance(kind.captions())))
        .map(|_| words::caption(matter, at, &when, &lead, dice))
        .collect();
    Story { headline, byline, paragraphs, subheads, captions }
}

fn dateline(kind: Kind, at: &str, day: &str, dice: &mut Dice) -> String {
    let own =
        dice.pick(&["本报讯 ", "本报讯 ", "本报讯（记者 甲乙）", "本报讯（记者甲 通讯员乙丙）", "本报讯　"]).to_owned();
    match kind {
        Kind::BeforeBare | Kind::AfterBare | Kind::Subheads => String::new(),
        Kind::After | Kind::Columns => {
            if dice.chance(85) {
                "本报讯 ".to_owned()
            } else {
                own
            }
        }
        Kind::Mixed => match dice.below(4) {
            0 => String::new(),
            1 => format!("新华社{at}{day}电（记者甲乙、丙丁）"),
            2 => format!("本报{at}{day}讯 "),
            _ => own,
        },
        _ => own,
    }
}

fn english_story(matter: usize, dice: &mut Dice) -> Story {
    let matter = &english::MATTERS[matter];
    let at = dice.pick(&english::PLACES);
    let lead = english::lead(matter, at, dice);
    let opening = match dice.below(3) {
        0 => format!("{}, March 14 (Agency) — ", at.to_uppercase()),
        1 => format!("{} — ", at.to_uppercase()),
        _ => String::new(),
    };
    let sentences = |dice: &mut Dice| {
        (0..dice.between(1, 3)).map(|_| english::sentence(matter, at, dice)).collect::<Vec<_>>().join(" ")
    };
    let mut paragraphs = vec![format!("{opening}{lead}")];
    for _ in 0..dice.between(1, 5) {
        paragraphs.push(sentences(dice));
    }
    let headline = (0..dice.between(1, 2)).map(|_| english::headline(matter, at, dice)).collect();
    let byline = dice.chance(50).then(|| dice.pick(&["By Staff Writer", "By A. Reporter and B. Reporter"]).to_owned());
    let captions = (0..usize::from(dice.chance(35))).map(|_| english::caption(matter, at, dice)).collect();
    Story { headline, byline, paragraphs, subheads: Vec::new(), captions }
}
