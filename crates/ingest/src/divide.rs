//! Which paragraphs make one text, where headlines stand among them, and which short paragraphs are loose.
//!
//! A text begins where a dateline stands. On pages without datelines it begins after a headline. A short line between
//! the paragraphs of one text is a heading within it. A short paragraph at the seam of two texts, set to another width
//! or opening with a date, is loose: a caption perhaps, which only a comparison with all the texts decides
//! ([`crate::captions`]).

use std::ops::Range;

use crate::blocks::{INDENT, Kind, ODD};
use crate::chars::{ends_sentence, is_alphabetic, is_stop, width};
use crate::dates::gives_day;
use crate::flow::Element;
use crate::marks;
use crate::page::Page;
use crate::section;

/// The paragraphs of one text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    /// Its paragraphs, each as lines of the page.
    pub(crate) paragraphs: Vec<Vec<usize>>,
    /// Its first and its last element.
    pub(crate) span: (usize, usize),
    /// Whether it begins with its dateline, so that nothing of it can stand before.
    pub(crate) marked: bool,
}

/// Headlines that stand together.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    /// Their lines.
    pub(crate) lines: Vec<usize>,
    /// Where they begin among the elements.
    pub(crate) at: usize,
    /// Where the elements after them begin.
    pub(crate) end: usize,
}

/// A paragraph of which it is not yet known where it belongs.
#[derive(Clone, Debug)]
pub(crate) struct Loose {
    /// Its lines.
    pub(crate) lines: Vec<usize>,
    /// Where it stands among the elements.
    pub(crate) at: usize,
    /// The text it would go on with, were it a paragraph of it.
    pub(crate) after: Option<usize>,
    /// How strongly it looks like a caption by itself.
    pub(crate) look: Look,
}

/// How a loose paragraph is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Look {
    /// Like the text around it.
    Plain,
    /// It opens with a date, as captions do.
    Dated,
    /// To a width of its own.
    Odd,
}

/// A page divided.
#[derive(Debug, Default)]
pub(crate) struct Division {
    /// The texts, in the order of the page.
    pub(crate) drafts: Vec<Draft>,
    /// The headlines.
    pub(crate) groups: Vec<Group>,
    /// What is still loose.
    pub(crate) loose: Vec<Loose>,
    /// Captions that say they are, as lines and place.
    pub(crate) captions: Vec<(Vec<usize>, usize)>,
    /// Bylines, as lines and place.
    pub(crate) bylines: Vec<(Vec<usize>, usize)>,
}

/// Longest text, in characters, that may be a caption without saying so.
const CAPTION: usize = 150;

/// Divides the elements of a page into texts.
pub(crate) fn divide(page: &Page, elements: &[Element]) -> Division {
    let view = View::new(page, elements);
    let mut division = Division::default();
    let mut current: Option<usize> = None;
    let mut at = 0;
    while at < elements.len() {
        let element = &elements[at];
        let mut next = at + 1;
        match element.kind {
            Kind::Caption => division.captions.push((element.lines.clone(), at)),
            Kind::Byline => {
                match division.captions.last_mut().filter(|caption| caption.1 + 1 == at && view.text(at).contains('摄'))
                {
                    Some(caption) => caption.0.extend(&element.lines),
                    None => division.bylines.push((element.lines.clone(), at)),
                }
            }
            Kind::Headline => {
                while elements.get(next).is_some_and(|element| element.kind == Kind::Headline) {
                    next += 1;
                }
                match current {
                    Some(text) if view.is_subhead(at..next) => division.extend(text, &elements[at..next], next - 1),
                    _ => {
                        let lines = elements[at..next].iter().flat_map(|element| element.lines.clone()).collect();
                        division.groups.push(Group { lines, at, end: next });
                        current = None;
                    }
                }
            }
            Kind::Start | Kind::Prose => current = view.paragraph(at, current, &mut division),
        }
        at = next;
    }
    division
}

impl Division {
    fn begin(&mut self, element: &Element, at: usize) -> usize {
        self.drafts.push(Draft {
            paragraphs: vec![element.lines.clone()],
            span: (at, at),
            marked: element.kind == Kind::Start,
        });
        self.drafts.len() - 1
    }

    fn extend(&mut self, text: usize, elements: &[Element], at: usize) {
        if let Some(draft) = self.drafts.get_mut(text) {
            draft.paragraphs.extend(elements.iter().map(|element| element.lines.clone()));
            draft.span.1 = at;
        }
    }
}

struct View<'a, 'b> {
    page: &'a Page<'b>,
    elements: &'a [Element],
    /// Whether the page's texts begin with datelines.
    marked: bool,
    /// How wide the page's widest headline is.
    headline: usize,
}

impl<'a, 'b> View<'a, 'b> {
    fn new(page: &'a Page<'b>, elements: &'a [Element]) -> Self {
        let count = |kind: Kind| elements.iter().filter(|element| element.kind == kind).count();
        let groups = elements
            .iter()
            .zip(elements.iter().skip(1))
            .filter(|(a, b)| a.kind != Kind::Headline && b.kind == Kind::Headline)
            .count();
        let heads = elements.iter().filter(|element| element.kind == Kind::Headline);
        let headline =
            heads.flat_map(|element| element.lines.iter().map(|&at| page.lines[at].width)).max().unwrap_or(0);
        Self { page, elements, marked: count(Kind::Start) * 2 >= groups.max(1), headline }
    }

    fn text(&self, at: usize) -> String {
        self.elements
            .get(at)
            .map(|element| element.lines.iter().map(|&line| self.page.lines[line].text).collect())
            .unwrap_or_default()
    }

    fn kind(&self, at: Option<usize>) -> Option<Kind> {
        at.and_then(|at| self.elements.get(at)).map(|element| element.kind)
    }

    /// Takes in a paragraph, and tells which text is the present one after it.
    fn paragraph(&self, at: usize, current: Option<usize>, division: &mut Division) -> Option<usize> {
        let element = &self.elements[at];
        if element.kind == Kind::Start {
            return Some(division.begin(element, at));
        }
        if let Some(look) = self.looseness(at, current) {
            division.loose.push(Loose { lines: element.lines.clone(), at, after: current, look });
            return current;
        }
        match current {
            Some(text) => {
                division.extend(text, std::slice::from_ref(element), at);
                current
            }
            None => Some(division.begin(element, at)),
        }
    }

    /// Whether a paragraph is loose, and how it looks.
    fn looseness(&self, at: usize, current: Option<usize>) -> Option<Look> {
        let element = &self.elements[at];
        let text = self.text(at);
        let look = self.look(at, &text);
        // Below a byline the text begins.
        let signed = self.kind(at.checked_sub(1)) == Some(Kind::Byline);
        if signed || text.chars().count() > CAPTION || !ends_sentence(&text) {
            return None;
        }
        // The last before another text, a headline or the foot of the page, captions and bylines not counted.
        let next = (at + 1..self.elements.len())
            .find(|&next| !matches!(self.elements[next].kind, Kind::Caption | Kind::Byline));
        let seam = match self.kind(next) {
            Some(Kind::Prose) => next.is_some_and(|next| self.is_odd(next)),
            Some(Kind::Headline) => !next.is_some_and(|next| self.is_subhead(next..next + 1)),
            _ => true,
        };
        let ends_here = current.is_none() && (self.kind(next) == Some(Kind::Start) || next.is_none());
        let short = text.chars().filter(|c| is_stop(*c)).count() <= 2;
        // One short sentence over a paragraph that begins as texts do.
        let over =
            current.is_none() && self.kind(next) == Some(Kind::Prose) && next.is_some_and(|next| self.says_when(next));
        let loose = match look {
            // A paragraph of another width in the midst of a text is a caption that stands in its column.
            Look::Odd => element.foreign || current.is_none() || seam || element.lines.len() > 1,
            Look::Dated => short && (seam || over) || ends_here,
            Look::Plain => short && (seam || over),
        };
        loose.then_some(look)
    }

    fn look(&self, at: usize, text: &str) -> Look {
        if self.elements[at].foreign || self.is_odd(at) {
            Look::Odd
        } else if marks::opens_with_date(text) {
            Look::Dated
        } else {
            Look::Plain
        }
    }

    /// Set to a width of its own: narrower over several lines, or wider, than the text before it and the text after it.
    fn is_odd(&self, at: usize) -> bool {
        let element = &self.elements[at];
        let text = |&at: &usize| {
            let element = &self.elements[at];
            matches!(element.kind, Kind::Prose | Kind::Start) && element.lines.len() > 2
        };
        let around = [(0..at).rev().find(text), (at + 1..self.elements.len()).find(text)];
        let fullest =
            |at: usize| self.elements[at].lines.iter().map(|&line| self.page.lines[line].width).max().unwrap_or(0);
        // Of two lines the first may have lost its indent, and the last may be short; words leave lines ragged.
        let margin = if is_alphabetic(&self.text(at)) { 2 * ODD } else { ODD };
        let narrow = if element.lines.len() > 2 { margin } else { margin + INDENT };
        let differs = |other: usize| {
            element.lines.len() > 1 && fullest(at) + narrow <= fullest(other) || fullest(at) >= fullest(other) + margin
        };
        around.iter().any(Option::is_some) && around.into_iter().flatten().all(differs)
    }

    /// Whether headlines in the midst of a text are headings within it.
    fn is_subhead(&self, group: Range<usize>) -> bool {
        let lines: Vec<usize> = self.elements[group.clone()].iter().flat_map(|element| element.lines.clone()).collect();
        let text = self.text(group.start);
        let next = (group.end..self.elements.len()).find(|&at| {
            let element = &self.elements[at];
            !matches!(element.kind, Kind::Caption | Kind::Byline) && !self.is_seam_caption(at)
        });
        if self.kind(next) != Some(Kind::Prose) || self.kind(Some(group.end)) == Some(Kind::Byline) {
            return false;
        }
        if marks::is_numbered(&text) {
            return true;
        }
        // A text's first sentences say when; those after a heading within it seldom do.
        if lines.len() > 1 || next.is_some_and(|next| self.says_when(next)) {
            return false;
        }
        let latin = is_alphabetic(&text);
        let short = if latin { text.split_whitespace().count() <= 3 } else { width(&text) <= 20 };
        if self.marked {
            width(&text) <= if latin { 20 } else { 24 }
        } else {
            short && self.headline > width(&text) + 4
        }
    }

    /// Whether the first two sentences of a paragraph give a day.
    fn says_when(&self, at: usize) -> bool {
        let text = self.text(at);
        let first = section::lead(&text);
        let second = text.get(first.len()..).unwrap_or_default().trim_start_matches(is_stop);
        [first, second].into_iter().any(gives_day)
    }

    /// A short paragraph before a dateline that looks like a caption.
    fn is_seam_caption(&self, at: usize) -> bool {
        let element = &self.elements[at];
        let text = self.text(at);
        let before = matches!(self.kind(Some(at + 1)), Some(Kind::Start) | None);
        before && element.kind == Kind::Prose && text.chars().count() <= CAPTION && self.look(at, &text) > Look::Plain
    }
}
