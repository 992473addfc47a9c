//! The fields of the items.

use std::fmt::Write;

use crate::assemble::Matched;
use crate::captions::Placed;
use crate::dates::{IssueDate, event_date};
use crate::divide::{Division, Draft};
use crate::item::{Leftover, PageItem};
use crate::join;
use crate::marks;
use crate::page::Page;
use crate::section::{self, Hold};
use crate::{Ingested, Options};

/// Makes the items of a page, once it is known which lines belong to which.
pub(crate) fn build(
    page: &mut Page,
    division: Division,
    captions: Vec<Placed>,
    matched: Matched,
    options: &Options,
) -> Ingested {
    let mut furniture = std::mem::take(&mut page.furniture);
    let mut leftovers = Vec::new();
    let mut notices = Vec::new();
    let date = issue(page, options, &mut notices);
    let number = page_number(page, options, &mut notices);
    let mut builder = Builder { page, furniture: &mut furniture };
    let mut items: Vec<PageItem> = division.drafts.iter().map(|draft| builder.body(draft)).collect();
    for (item, headlines) in items.iter_mut().zip(&matched.of) {
        builder.headlines(item, headlines);
    }
    for caption in captions {
        match caption.text.and_then(|text| items.get_mut(text)) {
            Some(item) => {
                let text = builder.paragraph(&caption.lines, item);
                item.captions.push(text);
            }
            None => builder.leave(&caption.lines, "a caption without a text", &mut leftovers),
        }
    }
    for (lines, at) in &division.bylines {
        let enclosed = lines
            .first()
            .and_then(|&line| builder.page.lines.get(line))
            .is_some_and(|line| line.text.starts_with(['（', '(']));
        match signed(&division, *at, matched.after, enclosed).and_then(|text| items.get_mut(text)) {
            Some(item) => builder.byline(item, lines),
            None => builder.leave(lines, "a byline without a text", &mut leftovers),
        }
    }
    for group in &matched.left {
        builder.leave(&group.lines, "a headline without a text", &mut leftovers);
    }
    for item in &mut items {
        finish(item, date);
    }
    let firsts: Vec<usize> = division.drafts.iter().map(first_line).collect();
    sections(page, &mut items, &firsts, &mut notices);
    furniture.sort_by_key(|aside| aside.line);
    leftovers.sort_by_key(|aside: &Leftover| aside.line);
    Ingested { items, furniture, leftovers, date, page: number, notices }
}

struct Builder<'a, 'b> {
    page: &'a Page<'b>,
    furniture: &'a mut Vec<Leftover>,
}

impl Builder<'_, '_> {
    /// Joins the lines of a paragraph, which are the item's from now on.
    fn paragraph(&mut self, lines: &[usize], item: &mut PageItem) -> String {
        let own = lines.iter().filter_map(|&line| self.page.lines.get(line));
        item.lines.extend(own.clone().map(|line| line.number));
        let joined = join::paragraph(own.clone().map(|line| line.text));
        let numbers: Vec<usize> = own.map(|line| line.number).collect();
        for (place, hyphen) in joined.hyphens {
            let line = numbers.get(place).copied().unwrap_or_default();
            self.set_aside(line, hyphen.to_string(), "hyphen at a line end");
        }
        joined.text
    }

    fn set_aside(&mut self, line: usize, text: String, why: &'static str) {
        self.furniture.push(Leftover { line, text, why });
    }

    fn body(&mut self, draft: &Draft) -> PageItem {
        let mut item = PageItem::default();
        for (place, lines) in draft.paragraphs.iter().enumerate() {
            let mut text = self.paragraph(lines, &mut item);
            let line = item.lines.last().copied().unwrap_or_default();
            if place == 0
                && let Some(opening) = marks::opening(&text).filter(|opening| opening.end < text.len())
            {
                item.dateline = opening.dateline;
                item.by.extend(Some(opening.by).filter(|by| !by.is_empty()));
                if !opening.brackets.is_empty() {
                    self.set_aside(line, opening.brackets, "brackets around a byline");
                }
                text = text.get(opening.end..).unwrap_or_default().to_owned();
            }
            if place + 1 == draft.paragraphs.len()
                && let Some((open, by)) = marks::signature(&text)
            {
                let brackets: String = text.get(open..).unwrap_or_default().replacen(by, "", 1);
                item.by.push(by.trim().to_owned());
                self.set_aside(line, brackets, "brackets around a byline");
                text.truncate(open);
                text.truncate(text.trim_end().len());
            }
            item.body.extend(Some(text).filter(|text| !text.is_empty()));
        }
        item
    }

    fn headlines(&mut self, item: &mut PageItem, lines: &[usize]) {
        let own = lines.iter().filter_map(|&line| self.page.lines.get(line));
        for line in own {
            item.lines.push(line.number);
            item.printed.push(join::headline(line.text));
        }
    }

    fn byline(&mut self, item: &mut PageItem, lines: &[usize]) {
        let text = self.paragraph(lines, item);
        let line = item.lines.last().copied().unwrap_or_default();
        let enclosed = text.strip_prefix(['（', '(']).and_then(|inner| inner.strip_suffix(['）', ')']));
        match enclosed.filter(|inner| !inner.contains(['（', '(', '）', ')'])) {
            Some(inner) => {
                let brackets = text.replacen(inner, "", 1);
                item.by.push(inner.trim().to_owned());
                self.set_aside(line, brackets, "brackets around a byline");
            }
            None => item.by.push(text),
        }
    }

    fn leave(&self, lines: &[usize], why: &'static str, leftovers: &mut Vec<Leftover>) {
        let own = lines.iter().filter_map(|&line| self.page.lines.get(line));
        leftovers.extend(own.map(|line| Leftover { line: line.number, text: line.text.to_owned(), why }));
    }
}

/// The text a byline signs: where headlines come first it stands between headline and text; at the end of a text it
/// signs that.
fn signed(division: &Division, at: usize, after: bool, enclosed: bool) -> Option<usize> {
    let next = division.drafts.iter().position(|draft| draft.span.0 > at);
    let before = division.drafts.iter().rposition(|draft| draft.span.0 < at);
    let inside = before.filter(|&text| division.drafts.get(text).is_some_and(|draft| draft.span.1 > at));
    let headed = division.groups.iter().any(|group| {
        group.at < at && before.and_then(|text| division.drafts.get(text)).is_none_or(|draft| draft.span.1 < group.at)
    });
    let below = if headed && !after { next.or(before) } else { before.or(next) };
    let ended =
        before.filter(|&text| enclosed && division.drafts.get(text).is_some_and(|draft| draft.span.1 + 1 == at));
    inside.or(ended).or(below)
}

fn first_line(draft: &Draft) -> usize {
    draft.paragraphs.iter().flatten().copied().min().unwrap_or_default()
}

/// The days of an item.
fn finish(item: &mut PageItem, date: IssueDate) {
    let body = item.body.join("\n");
    item.event_date = event_date(&body, date);
    if item.event_date.is_none() && !item.dateline.is_empty() {
        item.event_date = event_date(&item.dateline, date);
        if item.event_date.is_some() {
            // The dateline tells when the report was sent, which need not be when the thing happened.
            item.inferred.push("eventDate");
        }
    }
}

/// Gives the items their sections.
fn sections(page: &Page, items: &mut [PageItem], firsts: &[usize], notices: &mut Vec<String>) {
    let mut apart = Vec::new();
    let mut last_title = None;
    for (place, (item, &first)) in items.iter_mut().zip(firsts).enumerate() {
        let title = page.titles.iter().rposition(|title| title.at <= first);
        // The one title of a page that stands over all of it, or the nearest before the first item of a section.
        let near = title != last_title || page.titles.len() == 1 && page.titles.iter().all(|title| title.at == 0);
        last_title = title;
        let Some(name) = title.and_then(|title| page.titles.get(title)).map(|title| &title.name) else {
            item.section.clone_from(&page.said.section);
            continue;
        };
        let body = item.body.join("\n");
        match section::hold(name, section::lead(&body), &body, near) {
            Hold::Certain => item.section = Some(name.clone()),
            Hold::Inferred => {
                item.section = Some(name.clone());
                item.inferred.push("printSection");
            }
            Hold::Contradicted => apart.push((place + 1, name.clone())),
        }
    }
    if let Some((_, name)) = apart.first() {
        let mut numbers = String::new();
        for (number, _) in &apart {
            let _ = write!(numbers, "{}{number}", if numbers.is_empty() { "" } else { ", " });
        }
        notices.push(format!(
            "the section title “{name}” is not given to items {numbers}: they name another place as their own"
        ));
    }
}

/// When the page was issued, by what was told and by what its header says.
fn issue(page: &Page, options: &Options, notices: &mut Vec<String>) -> IssueDate {
    match page.said.date {
        Some(day) if options.date.holds(day) => IssueDate::Day(day),
        Some(day) => {
            notices.push(format!("the page itself says {day}, not {}; the date given in the call holds", options.date));
            options.date
        }
        None => options.date,
    }
}

/// The page's number, by what was told and by what its header says.
fn page_number(page: &Page, options: &Options, notices: &mut Vec<String>) -> Option<String> {
    let (told, said) = (options.page.as_deref(), page.said.page.as_deref());
    if let (Some(told), Some(said)) = (told, said)
        && told.trim_start_matches('0') != said.trim_start_matches('0')
    {
        notices.push(format!("the page itself says page {said}, not {told}; the number given in the call holds"));
    }
    told.or(said).map(str::to_owned)
}
