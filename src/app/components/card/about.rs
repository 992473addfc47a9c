//! What the archive says of itself: what it holds and of which days, how it knows their dates, how it was made, what it
//! lacks, and what could not be read.

use std::rc::Rc;

use jianbao_engine::corpus::{Date, Day};
use jianbao_engine::search::{Account, FacetName, Held, Options, Tally};
use yew::prelude::*;

use super::value::how_dated;
use super::{all, el, fact, head, row, said, section, spark};
use crate::app::components::notice::listed;
use crate::app::context::Reader;
use crate::app::i18n::article::IN_PARENTHESES;
use crate::app::i18n::{Language, Text, about as words, card, number, shell, timeline as say};
use crate::app::{Unreadable, envelope};

/// How many names of a kind are said.
const NAMES: usize = 6;
/// How many gaps are said.
const GAPS: usize = 4;

/// The card of the archive.
pub(super) fn about(reader: &Reader, problems: &Rc<[Unreadable]>) -> Html {
    let (language, archive) = (reader.language, &reader.archive);
    let account = archive.account();
    let of_itself = &archive.corpus().envelope;
    let (title, name) = (envelope::title(of_itself, language), words::ABOUT.get(language));
    let note = envelope::note(of_itself, language).split('\n').filter(|text| !text.trim().is_empty());
    let mut parts = vec![
        head(reader, name, "", if title.is_empty() { name } else { title }.to_owned()),
        el("div", "cd-note", all(note.map(|text| el("p", "", said(text))).collect())),
        el("dl", "cd-f", holds(reader, &account)),
    ];
    if let Some(held) = &account.held {
        parts.push(section(reader, words::HELD.get(language), held_days(reader, held, &account)));
    }
    parts.push(section(reader, words::MADE.get(language), el("dl", "cd-f", made(language, &account))));
    if !problems.is_empty() {
        parts.push(section(reader, words::LEFT_OUT.get(language), listed(language, problems)));
    }
    parts.push(el("p", "cd-n", said(shell::PRIVATE.get(language))));
    all(parts)
}

/// The rows of what is known.
fn rows(language: Language, rows: &[(Text, String)]) -> Html {
    let known = rows.iter().filter(|(_, text)| !text.is_empty());
    all(known.map(|(name, text)| fact(name.get(language), said(text))).collect())
}

/// How much there is, from when to when, and how its dates are known.
fn holds(reader: &Reader, account: &Account) -> Html {
    let (language, archive) = (reader.language, &reader.archive);
    let facets = archive.counts("", &Options::default());
    let kinds = [FacetName::Person, FacetName::Organisation, FacetName::Place, FacetName::Subject];
    let kinds = kinds.into_iter().filter(|kind| facets.size(*kind) > 0);
    let kinds: Vec<String> = kinds.map(|kind| shell::values(language, kind, facets.size(kind))).collect();
    let listed = |facet: FacetName| {
        let values = facets.of(facet).iter().take(NAMES);
        let label = |value: &str| archive.label(facet, value, language.tag());
        let mut named: Vec<String> = values.map(|one| words::tally(language, &label(&one.value), one.count)).collect();
        if facets.size(facet) > NAMES {
            named.push(words::OTHERS.fill(language, &[&number(facets.size(facet))]));
        }
        named.join(shell::COMMA.get(language))
    };
    let undated = account.items - account.exact - account.fuzzy;
    let count = el("b", "", said(&shell::items(language, account.items)));
    let kinds = el("small", "", said(&kinds.join(shell::COMMA.get(language))));
    let others = [
        (words::SPAN, archive.days().map(|(first, last)| say::days(language, first, last)).unwrap_or_default()),
        (words::DATES, how_dated(language, [account.exact, account.fuzzy, undated])),
        (words::SECTIONS, listed(FacetName::Section)),
        (words::PAPERS, listed(FacetName::Newspaper)),
    ];
    row([fact(words::HOLDS.get(language), row([count, said(" "), kinds])), rows(language, &others)])
}

/// Which days have an issue and which have none, in a picture and in words.
fn held_days(reader: &Reader, held: &Held, account: &Account) -> Html {
    let language = reader.language;
    let spans: Vec<String> =
        held.spans.iter().take(NAMES).map(|&(first, last)| say::days(language, first, last)).collect();
    let spans = spans.join(words::BETWEEN.get(language));
    let of = if held.is_declared { words::DECLARED } else { words::FROM_TO };
    let days = if held.by_event { words::EVENT_DAYS } else { words::DAYS };
    let counts = [held.days, held.issues.len(), held.missing()].map(number);
    let mut lines = vec![of.fill(language, &[&spans]), days.fill(language, &counts.each_ref().map(String::as_str))];
    if held.months > 1 {
        lines.push(words::MONTHS.fill(language, &[&number(held.months), &number(held.empty_months)]));
    }
    let gaps: Vec<String> = held.longest_gaps(GAPS).map(|days| gap(language, days)).collect();
    if !gaps.is_empty() && !held.issues.is_empty() {
        lines.push(words::GAPS.fill(language, &[&gaps.join(words::BETWEEN.get(language))]));
    }
    let remarks = [
        held.by_event.then(|| words::BY_EVENT.get(language).to_owned()),
        (held.loose > 0).then(|| card::counted(language, words::LOOSE, held.loose)),
        (held.outside > 0).then(|| card::counted(language, words::OUTSIDE, held.outside)),
        (held.missing() > 0 && account.unpublished < account.items).then(|| words::NOT_A_ZERO.get(language).to_owned()),
    ];
    let issues = held.issues.iter().map(|&day| Date { start: day, end: day, fuzzy: false });
    row([
        spark::held(reader, issues),
        el("ul", "cd-l", all(lines.iter().map(|line| el("li", "", said(line))).collect())),
        all(remarks.into_iter().flatten().map(|line| el("p", "cd-n", said(&line))).collect()),
    ])
}

fn gap(language: Language, (first, last): (Day, Day)) -> String {
    let count = usize::try_from(last.0 - first.0 + 1).unwrap_or(0);
    let [one, many] = words::GAP;
    let days = say::days(language, first, last);
    if count == 1 { one.fill(language, &[&days]) } else { many.fill(language, &[&days, &number(count)]) }
}

/// Languages, what was written or converted, what is inferred, and what items lack.
fn made(language: Language, account: &Account) -> Html {
    let tally = |name: &str, count| words::tally(language, name, count);
    let joined = |parts: Vec<String>| parts.join(shell::COMMA.get(language));
    let named = |one: &Tally| tally(&words::language_named(language, &one.name), one.count);
    let mut languages: Vec<String> = account.languages.iter().take(NAMES).map(named).collect();
    for (made, one) in account.versions.iter().take(NAMES) {
        let how = IN_PARENTHESES.fill(language, &[words::made(language, *made)]);
        languages.push([named(one), how].concat());
    }
    let written = match account.digests {
        0 => String::new(),
        count => words::DIGESTS.fill(language, &[&shell::items(language, count)]),
    };
    let inferred = account.inferred.iter().take(NAMES).map(|one| tally(words::field(language, &one.name), one.count));
    let lacks = [
        (words::field(language, "infoSources"), account.unsourced),
        (words::field(language, "printPage"), account.unpaged),
        (words::field(language, "datePublished"), account.unpublished),
        (words::HEADLINE.get(language), account.unprinted),
    ];
    let lacks = lacks.iter().filter(|(_, count)| *count > 0).map(|(name, count)| tally(name, *count));
    let texts = [
        (words::LANGUAGES, joined(languages)),
        (words::TEXTS, written),
        (words::INFERRED, joined(inferred.collect())),
        (words::LACKS, joined(lacks.collect())),
    ];
    rows(language, &texts)
}
