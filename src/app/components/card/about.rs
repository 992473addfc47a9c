//! What the archive says of itself: what it holds and of which days, how it knows their dates, how it was made, what it
//! lacks, and what could not be read.

use std::rc::Rc;

use jianbao_engine::corpus::{Date, Day};
use jianbao_engine::search::{Account, FacetName, Held, Options};
use yew::prelude::*;

use super::{fact, head, section, spark};
use crate::app::components::notice::listed;
use crate::app::context::Reader;
use crate::app::i18n::{Language, about as words, card, number, shell, timeline as say};
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
    let title = envelope::title(of_itself, language).to_owned();
    let note = envelope::note(of_itself, language).to_owned();
    html! {
        <>
            { head(reader, words::ABOUT.get(language), "", html! { <span>{ if title.is_empty() { words::ABOUT.get(language).to_owned() } else { title } }</span> }) }
            <div class="cd-note">{ for note.split('\n').filter(|text| !text.trim().is_empty()).map(|text| html! { <p>{ text.to_owned() }</p> }) }</div>
            <dl class="cd-f">{ holds(reader, &account) }</dl>
            { account.held.as_ref().map(|held| section(reader, words::HELD.get(language), held_days(reader, held, &account))) }
            { section(reader, words::MADE.get(language), html! { <dl class="cd-f">{ made(language, &account) }</dl> }) }
            if !problems.is_empty() { { section(reader, words::LEFT_OUT.get(language), listed(language, problems)) } }
            <p class="cd-n">{ shell::PRIVATE.get(language) }</p>
        </>
    }
}

/// How much there is, from when to when, and how its dates are known.
fn holds(reader: &Reader, account: &Account) -> Html {
    let (language, archive) = (reader.language, &reader.archive);
    let found = archive.search("", &Options { limit: 0, histogram: false, ..Options::default() });
    let kinds = [FacetName::Person, FacetName::Organisation, FacetName::Place, FacetName::Subject];
    let kinds = kinds.into_iter().filter(|kind| found.facets.size(*kind) > 0);
    let kinds: Vec<String> = kinds.map(|kind| shell::values(language, kind, found.facets.size(kind))).collect();
    let listed = |facet: FacetName| {
        let values = found.facets.of(facet).iter().take(NAMES);
        let label = |value: &str| archive.label(facet, value, language.tag());
        let mut named: Vec<String> = values.map(|one| words::tally(language, &label(&one.value), one.count)).collect();
        if found.facets.size(facet) > NAMES {
            named.push(words::OTHERS.fill(language, &[&number(found.facets.size(facet))]));
        }
        (!named.is_empty()).then(|| Html::from(named.join(shell::COMMA.get(language))))
    };
    let span = archive.days().map(|(first, last)| Html::from(say::days(language, first, last)));
    let undated = account.items - account.exact - account.fuzzy;
    let known = [(card::EXACT, account.exact), (card::FUZZY, account.fuzzy), (card::UNDATED, undated)];
    let known =
        known.iter().filter(|(_, count)| *count > 0).map(|(text, count)| text.fill(language, &[&number(*count)]));
    let known = Html::from(known.collect::<Vec<_>>().join(shell::COMMA.get(language)));
    let kinds = kinds.join(shell::COMMA.get(language));
    let rows = [
        (words::HOLDS, Some(html! { <><b>{ shell::items(language, account.items) }</b><small>{ kinds }</small></> })),
        (words::SPAN, span),
        (words::DATES, Some(known)),
        (words::SECTIONS, listed(FacetName::Section)),
        (words::PAPERS, listed(FacetName::Newspaper)),
    ];
    rows.into_iter().filter_map(|(name, said)| Some(fact(name.get(language), said?))).collect()
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
    let mut said = vec![of.fill(language, &[&spans]), days.fill(language, &counts.each_ref().map(String::as_str))];
    if held.months > 1 {
        said.push(words::MONTHS.fill(language, &[&number(held.months), &number(held.empty_months)]));
    }
    let gaps: Vec<String> = held.longest_gaps(GAPS).map(|days| gap(language, days)).collect();
    if !gaps.is_empty() && !held.issues.is_empty() {
        said.push(words::GAPS.fill(language, &[&gaps.join(words::BETWEEN.get(language))]));
    }
    let remarks = [
        held.by_event.then(|| words::BY_EVENT.get(language).to_owned()),
        (held.loose > 0).then(|| card::counted(language, words::LOOSE, held.loose)),
        (held.outside > 0).then(|| card::counted(language, words::OUTSIDE, held.outside)),
        (held.missing() > 0 && account.unpublished < account.items).then(|| words::NOT_A_ZERO.get(language).to_owned()),
    ];
    let issues = held.issues.iter().map(|&day| Date { start: day, end: day, fuzzy: false });
    html! {
        <>
            { spark::held(reader, issues) }
            <ul class="cd-l">{ for said.into_iter().map(|line| html! { <li>{ line }</li> }) }</ul>
            { for remarks.into_iter().flatten().map(|line| html! { <p class="cd-n">{ line }</p> }) }
        </>
    }
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
    let joined = |said: Vec<String>| (!said.is_empty()).then(|| said.join(shell::COMMA.get(language)));
    let own = account.languages.iter().take(NAMES);
    let mut languages: Vec<String> =
        own.map(|one| tally(&words::language_named(language, &one.name), one.count)).collect();
    for (made, one) in account.versions.iter().take(NAMES) {
        let name = [&*words::language_named(language, &one.name), " ", words::made(language, *made)].concat();
        languages.push(tally(&name, one.count));
    }
    let digests = account.digests;
    let written = (digests > 0).then(|| words::DIGESTS.fill(language, &[&shell::items(language, digests)]));
    let inferred = account.inferred.iter().take(NAMES).map(|one| tally(words::field(language, &one.name), one.count));
    let lacks =
        [("infoSources", account.unsourced), ("printPage", account.unpaged), ("datePublished", account.unpublished)];
    let lacks =
        lacks.iter().filter(|(_, count)| *count > 0).map(|(name, count)| tally(words::field(language, name), *count));
    let headline = (account.unprinted > 0).then(|| tally(words::HEADLINE.get(language), account.unprinted));
    let rows = [
        (words::LANGUAGES, joined(languages)),
        (words::TEXTS, written),
        (words::INFERRED, joined(inferred.collect())),
        (words::LACKS, joined(lacks.chain(headline).collect())),
    ];
    rows.into_iter().filter_map(|(name, said)| Some(fact(name.get(language), html! { { said? } }))).collect()
}
