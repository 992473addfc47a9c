//! 报眉: the line over a page with its date, its paper, its number, and the ways to others.

use yew::prelude::*;

use super::Sheet;
use crate::app::components::icon::{Glyph, icon};
use crate::app::components::parts::on_click;
use crate::app::edition::{Issue, Page};
use crate::app::i18n::{Language, Text, dates, edition as words, shell};
use crate::app::print::on_print;
use crate::app::state::{Action, View};

/// The folio; `toggle` opens and closes the calendar.
pub(super) fn folio(sheet: &Sheet<'_>, is_open: bool, toggle: Callback<()>) -> Html {
    let language = sheet.reader.language;
    let page = sheet.issues.pages.get(sheet.page);
    let has_page =
        page.is_some_and(|page| !page.name.is_empty()) || sheet.has_zones() || sheet.issues.issues.len() == 1;
    let reset = if has_page { words::RESET } else { words::RESET_BY_DATE };
    html! {
        <div class="fo" part="folio">
            <div class="fo-n">
                { step(sheet, -1, words::PREVIOUS, Glyph::Left) }
                { date(sheet, is_open, toggle) }
                { step(sheet, 1, words::NEXT, Glyph::Right) }
            </div>
            <p class="fo-c">
                { title(language, page) }
                <small>{ page.map(|page| number(language, page)) }</small>
            </p>
            <div class="fo-r">
                <span>{ reset.get(language) }</span>
                <button type="button" class="btn q" aria-label={words::PRINT.get(language)} onclick={on_print(".ed")}>
                    { icon(Glyph::Print) }<span>{ words::PRINT.get(language) }</span>
                </button>
            </div>
        </div>
    }
}

/// The way to the issue before or after.
fn step(sheet: &Sheet<'_>, by: isize, name: Text, glyph: Glyph) -> Html {
    let to = sheet.issues.beside(sheet.page, by).and_then(|page| sheet.issues.first_of(page));
    let onclick = to.map(|to| on_click(&sheet.reader.dispatch, Action::Turn(Some(to))));
    html! {
        <button type="button" class="ib" aria-label={name.get(sheet.reader.language)} disabled={onclick.is_none()} {onclick}>
            { icon(glyph) }
        </button>
    }
}

/// The date of an issue in words, and what is not known of it.
pub(super) fn said(language: Language, issue: &Issue) -> String {
    match (issue.day(), issue.date) {
        (Some(day), _) => dates::day(language, day),
        (None, Some(date)) => dates::period(language, date),
        (None, None) => shell::UNDATED.get(language).to_owned(),
    }
}

/// The date, which opens the calendar where there is another issue.
fn date(sheet: &Sheet<'_>, is_open: bool, toggle: Callback<()>) -> Html {
    let language = sheet.reader.language;
    let Some(issue) = sheet.issue() else { return html! { <span></span> } };
    let date = said(language, issue);
    let note = match issue.day() {
        Some(day) if !sheet.issues.by_event => dates::weekday(language, day),
        _ => words::NO_ISSUE_DATE.get(language),
    };
    let shown = html! { <><b>{ date }</b><small>{ note }</small></> };
    if sheet.issues.issues.len() < 2 {
        return html! { <span class="fo-d">{ shown }</span> };
    }
    html! {
        <button type="button" class="fo-d" aria-expanded={if is_open { "true" } else { "false" }}
            onclick={Callback::from(move |_| toggle.emit(()))}>
            { shown }<span class="vh">{ words::CHOOSE.get(language) }</span>{ icon(Glyph::Down) }
        </button>
    }
}

/// The paper, or else what this is.
fn title(language: Language, page: Option<&Page>) -> String {
    match page.map(|page| page.paper.as_str()) {
        None | Some("") => shell::view(language, View::Edition).to_owned(),
        Some(paper) => words::PAPER.fill(language, &[paper]),
    }
}

/// The page's number, and which part of it is shown.
fn number(language: Language, page: &Page) -> String {
    let name = match page.name.as_str() {
        "" => words::NO_PAGE.get(language).to_owned(),
        name => shell::page(language, name),
    };
    match page.part {
        (_, 1) => name,
        (part, of) => words::PART.fill(language, &[&name, &part.to_string(), &of.to_string()]),
    }
}

/// The pages of the issue, where it has several.
pub(super) fn pages(sheet: &Sheet<'_>) -> Html {
    let language = sheet.reader.language;
    let range = sheet.issue().map_or(0..0, |issue| issue.pages.clone());
    let pages = sheet.issues.pages.get(range.clone()).unwrap_or_default();
    let papers =
        pages.windows(2).any(|pair| pair.first().map(|page| &page.paper) != pair.last().map(|page| &page.paper));
    let one = |(at, page): (usize, &Page)| {
        let onclick = on_click(&sheet.reader.dispatch, Action::Turn(sheet.issues.first_of(at)));
        let paper = papers.then(|| title(language, Some(page)));
        html! {
            <li><button type="button" class="lnk" aria-current={(at == sheet.page).then_some("page")} {onclick}>
                { paper }{ number(language, page) }
            </button></li>
        }
    };
    html! {
        <nav class="fo-p" aria-label={words::PAGES.get(language)} hidden={pages.len() < 2}>
            <ol>{ for range.zip(pages).filter(|_| pages.len() > 1).map(one) }</ol>
        </nav>
    }
}
