//! One story of the page, whole.

use jianbao_engine::corpus::{Item, ItemId, Role, Version};
use yew::prelude::*;

use super::Sheet;
use super::feature::{figures, quoted};
use crate::app::article::when;
use crate::app::components::article::{Hits, figures as pictures, language_of, photos};
use crate::app::components::marked::marked_words;
use crate::app::components::parts::{heading, opener};
use crate::app::edition::{Feature, Placed, Rank, Story, ems, portions};
use crate::app::i18n::shell::UNTITLED;
use crate::app::i18n::{dates, edition as words};

/// The paragraphs of an item's text: of its body, else of its summary.
pub(super) fn paragraphs<'a>(version: &Version<'a>) -> impl Iterator<Item = &'a str> + use<'a> {
    let text = version.body().or_else(|| version.summary());
    text.into_iter().flat_map(|said| said.text.split('\n')).map(str::trim).filter(|paragraph| !paragraph.is_empty())
}

/// A story; `is_first` of all that have figures.
pub(super) fn story(sheet: &Sheet<'_>, placed: Placed, measured: Option<&Story>, is_first: bool) -> Html {
    let Some((id, item)) = sheet.items.get(placed.story) else { return Html::default() };
    let version = item.version(sheet.reader.language.tag());
    let feature = measured.map_or(Feature::None, |story| story.feature);
    let feature = if placed.rank == Rank::Brief { Feature::None } else { feature };
    let class = classes!(
        "st",
        match placed.rank {
            Rank::Lead => "s-lead",
            Rank::Second => "s-2nd",
            Rank::Third => "s-3rd",
            Rank::Plain => "s-any",
            Rank::Brief => "s-box",
        },
        placed.upright.and_then(|height| ["s-vert v-0", "s-vert v-1", "s-vert v-2"].get(height)).copied(),
        measured.is_some_and(|story| !story.frames.is_empty()).then_some("has-ph"),
    );
    html! {
        <article {class} part="story" data-item={id.0.to_string()} lang={version.language().to_owned()}>
            { head(sheet, *id, &version, placed) }
            if let Feature::Figures(_) = feature { { figures(&version, is_first) } }
            <div class="st-c">
                if let (Feature::Terms, Some(body)) = (feature, version.body()) { { quoted(body.text) } }
                { body(sheet, *id, item, &version) }
            </div>
        </article>
    }
}

/// 引题, 主题, 副题.
fn head(sheet: &Sheet<'_>, id: ItemId, version: &Version<'_>, placed: Placed) -> Html {
    let reader = sheet.reader;
    let is_match = sheet.matches.as_ref().and_then(|matches| matches.get(placed.story)).is_some_and(|matches| *matches);
    let line = |role, class: &'static str| {
        let said = version.headline(role)?;
        Some(html! { <p {class} lang={language_of(said)}>{ said.text.to_owned() }</p> })
    };
    let headline = version.headline(Role::Main);
    let unnamed = if placed.rank == Rank::Brief { words::BRIEF } else { UNTITLED };
    let text = headline.map_or(unnamed.get(reader.language), |said| said.text);
    let class = if headline.is_some() { "st-t" } else { "st-t is-un" };
    let tag = reader.heading_tag(if sheet.has_zones() { 2 } else { 1 });
    let lang = headline.filter(|said| !said.language.is_empty()).map(|said| said.language.to_owned());
    html! {
        <header class="st-h">
            if is_match { <p class="st-m">{ words::MATCHES.get(reader.language) }</p> }
            { line(Role::Kicker, "st-k") }
            { heading(tag, class, lang, opener(reader, id, "r-a", false, marked_words(text, &[]))) }
            { line(Role::Subhead, "st-u") }
        </header>
    }
}

/// The pictures and the text, in portions that are not higher than a window. The text begins with its date, where that is not
/// the issue's.
fn body(sheet: &Sheet<'_>, id: ItemId, item: &Item, version: &Version<'_>) -> Html {
    let texts: Vec<&str> = paragraphs(version).collect();
    let lengths: Vec<f64> = texts.iter().map(|text| ems(text)).collect();
    let lang = version.body().or_else(|| version.summary()).and_then(language_of);
    let mut date = day(sheet, item);
    let mut view = |text: &str| html! { <p>{ date.take() }{ text.to_owned() }</p> };
    let photos = photos(sheet.reader, id, *version);
    let mut pictures = Some(pictures(sheet.reader, ("", &Hits::default()), &photos));
    let portion = |range| {
        let texts = texts.get::<std::ops::Range<usize>>(range).unwrap_or_default();
        let texts: Html = texts.iter().map(|text| view(text)).collect();
        html! { <div class="st-b" lang={lang.clone()}>{ pictures.take() }{ texts }</div> }
    };
    let mut portions = portions(&lengths);
    if portions.is_empty() {
        portions.push(0..0);
    }
    portions.into_iter().map(portion).collect()
}

/// The day of the event, where it is not that of the issue.
fn day(sheet: &Sheet<'_>, item: &Item) -> Option<Html> {
    let language = sheet.reader.language;
    let date = item.date()?;
    let issue = sheet.issue()?;
    if !date.fuzzy && date.start == date.end && issue.day() == Some(date.start) {
        return None;
    }
    let has_year = issue.date.is_none_or(|issue| issue.start.ymd().0 != date.start.ymd().0);
    Some(match date.fuzzy {
        true => html! { <b class="st-d"><span class="fzd">{ when(item, language)?.said }</span></b> },
        false => {
            let said = dates::span(language, date.start, date.end, has_year);
            html! { <b class="st-d"><time datetime={date.start.to_string()}>{ said }</time></b> }
        }
    })
}
