//! Stories in English.

use crate::dice::Dice;

/// A matter in English: its name, things of it, what is done.
pub(crate) struct Matter {
    pub(crate) name: &'static str,
    pub(crate) nouns: [&'static str; 5],
    pub(crate) acts: [&'static str; 3],
}

pub(crate) const PLACES: [&str; 8] =
    ["Northton", "Easthaven", "Millford", "Lakeside", "Stonebridge", "Westmarsh", "Oakdale", "Harrow Quay"];

pub(crate) const MATTERS: [Matter; 9] = [
    Matter {
        name: "ferry service",
        nouns: ["ferries", "commuters", "timetable", "pier", "tickets"],
        acts: ["extend evening sailings", "repair the landing stage", "cut waiting times"],
    },
    Matter {
        name: "school garden",
        nouns: ["pupils", "vegetables", "greenhouse", "compost", "teachers"],
        acts: ["plant winter vegetables", "build a greenhouse", "share the harvest"],
    },
    Matter {
        name: "flood barrier",
        nouns: ["engineers", "barrier", "embankment", "pumps", "storms"],
        acts: ["raise the embankment", "test the pumps", "survey low-lying streets"],
    },
    Matter {
        name: "night market",
        nouns: ["stalls", "lanterns", "vendors", "noodles", "visitors"],
        acts: ["license new vendors", "light the square", "extend opening hours"],
    },
    Matter {
        name: "clinic",
        nouns: ["nurses", "patients", "vaccines", "appointments", "ward"],
        acts: ["open a second ward", "train more nurses", "offer evening appointments"],
    },
    Matter {
        name: "library",
        nouns: ["readers", "shelves", "archive", "volunteers", "manuscripts"],
        acts: ["digitise the archive", "lend tablet computers", "restore old manuscripts"],
    },
    Matter {
        name: "cycling route",
        nouns: ["cyclists", "lanes", "junctions", "helmets", "drivers"],
        acts: ["separate the lanes", "redesign busy junctions", "count daily riders"],
    },
    Matter {
        name: "tea harvest",
        nouns: ["growers", "hillside", "leaves", "exports", "tasters"],
        acts: ["pick the first leaves", "certify organic plots", "sell directly to buyers"],
    },
    Matter {
        name: "bus depot",
        nouns: ["mechanics", "batteries", "chargers", "fleet", "routes"],
        acts: ["install fast chargers", "retire diesel vehicles", "retrain mechanics"],
    },
];

pub(crate) fn sentence(matter: &Matter, at: &str, dice: &mut Dice) -> String {
    let (one, two, act) = (dice.pick(&matter.nouns), dice.pick(&matter.nouns), dice.pick(&matter.acts));
    let number = dice.between(12, 900);
    match dice.below(8) {
        0 => format!("Officials in {at} said the plan would {act} within {} months.", dice.between(2, 9)),
        1 => format!("About {number} residents signed a letter asking the council to {act}."),
        2 => format!("“We have waited years for this,” said one resident who depends on the {one}."),
        3 => format!("The council will now consider the cost of the {one} and the {two} before the end of the year."),
        4 => format!(
            "A report published this year found that the {one} were in poor condition, while the {two} had improved."
        ),
        5 => format!(
            "Similar work elsewhere has cost {}.{} million, according to the report.",
            dice.between(1, 9),
            dice.below(10)
        ),
        6 => format!("If all goes well, {at} hopes to {act} and to look again at the {one}."),
        _ => format!("Critics say that the {matter} needs more than good intentions.", matter = matter.name),
    }
}

pub(crate) fn lead(matter: &Matter, at: &str, dice: &mut Dice) -> String {
    let act = dice.pick(&matter.acts);
    let when = dice.pick(&["on March 14", "on Monday", "recently", "on 11 March"]);
    match dice.below(3) {
        0 => format!("Work to {act} began {when} in {at}, where the {} has long divided opinion.", matter.name),
        1 => format!("The town of {at} agreed {when} to {act} as part of a wider plan for its {}.", matter.name),
        _ => format!("{at} opened its new {} {when}, promising to {act} before summer.", matter.name),
    }
}

pub(crate) fn headline(matter: &Matter, at: &str, dice: &mut Dice) -> String {
    let (one, act) = (dice.pick(&matter.nouns), dice.pick(&matter.acts));
    match dice.below(4) {
        0 => format!("{at} moves to {act}"),
        1 => format!("New hope for {} as {one} return", matter.name),
        2 => format!("{at}’s {} faces a turning point", matter.name),
        _ => format!("Council backs plan to {act}"),
    }
}

pub(crate) fn caption(matter: &Matter, at: &str, dice: &mut Dice) -> String {
    let (one, two) = (dice.pick(&matter.nouns), dice.pick(&matter.nouns));
    match dice.below(3) {
        0 => format!("Photo: the {one} of the {} in {at}.", matter.name),
        1 => format!("Above: {one} and {two} at the {} in {at} this week.", matter.name),
        _ => format!("The {} in {at}, with its {one} and {two}.", matter.name),
    }
}
