//! Sets of queries with what they should find, drawn from an archive's own items by a seed.

use std::collections::{BTreeMap, BTreeSet};

use jianbao_engine::corpus::{Item, ItemId};
use jianbao_engine::search::{Archive, Weights};

/// Queries, each with the items that should come first.
pub(crate) struct Set {
    pub(crate) name: &'static str,
    pub(crate) queries: Vec<(String, BTreeSet<ItemId>)>,
}

/// How well a set is answered; each figure is a mean over its queries.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Figures {
    /// The inverse of the place of the first item wanted, 0 below the tenth.
    pub(crate) reciprocal: f64,
    /// How many queries have an item wanted among the first ten.
    pub(crate) success: f64,
    /// The discounted gain of the first ten, as a share of the best there could be (Järvelin and Kekäläinen, 2002).
    pub(crate) gain: f64,
}

/// How many results are looked at.
const SEEN: usize = 10;

impl Set {
    pub(crate) fn figures(&self, archive: &Archive, weights: &Weights) -> Figures {
        let mut sum = Figures::default();
        for (query, wanted) in &self.queries {
            let found = archive.ranked(query, weights);
            let hits: Vec<usize> = (0..SEEN.min(found.len())).filter(|&at| wanted.contains(&found[at])).collect();
            let gain = |place: usize| 1.0 / (place as f64 + 2.0).log2();
            let best: f64 = (0..SEEN.min(wanted.len())).map(gain).sum();
            sum.reciprocal += hits.first().map_or(0.0, |&at| 1.0 / (at + 1) as f64);
            sum.success += f64::from(u8::from(!hits.is_empty()));
            sum.gain += hits.iter().map(|&at| gain(at)).sum::<f64>() / best;
        }
        let count = self.queries.len() as f64;
        Figures { reciprocal: sum.reciprocal / count, success: sum.success / count, gain: sum.gain / count }
    }
}

/// SplitMix64 (Steele, Lea and Flood, 2014).
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % count.max(1) as u64) as usize
    }
}

fn title(item: &Item) -> &str {
    item.headlines.first().map_or("", |line| &line.value)
}

fn items(archive: &Archive) -> Vec<Item> {
    (0..archive.len() as u32).map(|id| archive.item(ItemId(id))).collect()
}

/// Two neighbouring Han characters of a headline, at a place by chance.
fn cut(title: &[char], dice: &mut Dice) -> Option<(usize, String)> {
    let at = dice.below(title.len().saturating_sub(1));
    let pair = title.get(at..at + 2)?;
    pair.iter().all(|char| ('\u{4e00}'..='\u{9fff}').contains(char)).then(|| (at, pair.iter().collect()))
}

/// Known items: two pairs of characters of a headline, in their order, that wants its item. `unique`: no other headline
/// has both; else it is enough that no other headline is the same.
pub(crate) fn known(archive: &Archive, count: usize, unique: bool) -> Set {
    let items = items(archive);
    let mut dice = Dice(20_120_702);
    let mut queries = BTreeMap::new();
    for _ in 0..count * 20 {
        let id = dice.below(items.len());
        let title = title(&items[id]);
        let chars: Vec<char> = title.chars().collect();
        let (Some(one), Some(other)) = (cut(&chars, &mut dice), cut(&chars, &mut dice)) else { continue };
        let (first, second) = if one.0 < other.0 { (one, other) } else { (other, one) };
        if first.0 + 2 > second.0 || first.1 == second.1 || queries.len() == count {
            continue;
        }
        let is_other = |item: &&Item| match unique {
            true => self::title(item).contains(&first.1) && self::title(item).contains(&second.1),
            false => self::title(item) == title,
        };
        if items.iter().filter(is_other).count() == 1 {
            queries.insert(format!("{} {}", first.1, second.1), BTreeSet::from([ItemId(id as u32)]));
        }
    }
    let name = if unique { "known item, no other headline has both words" } else { "known item, any two words" };
    Set { name, queries: queries.into_iter().collect() }
}

/// Editors' topics: the name of a subject wants the items that carry it, where at least as many others have it in their text.
pub(crate) fn topics(archive: &Archive, count: usize) -> Set {
    let mut carriers: BTreeMap<String, BTreeSet<ItemId>> = BTreeMap::new();
    for (id, item) in items(archive).iter().enumerate() {
        for subject in &item.subjects {
            carriers.entry(subject.name.clone()).or_default().insert(ItemId(id as u32));
        }
    }
    let is_open = |(name, wanted): &(String, BTreeSet<ItemId>)| {
        name.chars().count() > 1 && wanted.len() >= 5 && archive.ranked(name, &Weights::USUAL).len() >= 2 * wanted.len()
    };
    let mut all: Vec<_> = carriers.into_iter().filter(|(_, wanted)| wanted.len() >= 5).collect();
    let mut dice = Dice(20_161_231);
    let mut queries = Vec::new();
    while queries.len() < count && !all.is_empty() {
        let topic = all.swap_remove(dice.below(all.len()));
        queries.extend(Some(topic).filter(&is_open));
    }
    Set { name: "editors' topics", queries }
}
