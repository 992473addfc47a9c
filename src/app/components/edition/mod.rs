//! 版面: one page of an issue, set like a newspaper's.
//!
//! [`Edition`] sorts the archive into issues once, parses the items of the one page that is shown, and lays them out for the
//! width there is; which page that is stands in the state. Its parts are functions of one [`Sheet`]; the
//! [`Calendar`](calendar::Calendar) alone has a state of its own.

pub mod calendar;
mod feature;
mod folio;
mod index;
mod story;

use std::rc::Rc;

use jianbao_engine::corpus::{Item, ItemId, Role};
use jianbao_engine::search::{Archive, FacetName, Results};
use yew::prelude::*;

use self::calendar::Calendar;
use self::folio::{folio, pages};
use self::index::index;
use self::story::story;
use crate::app::article::Shape;
use crate::app::components::article::{Article, Photo, photos};
use crate::app::components::parts::heading;
use crate::app::components::timeline::width::use_widths;
use crate::app::context::{Reader, use_reader};
use crate::app::edition::{Feature, Frame, Issue, Issues, PARTS, Print, Room, Section, Story, ems, lay_out, terms};
use crate::app::i18n::{article, edition as words};
use crate::app::state::{Reading, SCALES};

/// The width that a page is laid out for until its own is known, and the least one, in pixels: a narrower one has one
/// stack below the other.
const WIDTHS: (f64, f64) = (1200.0, 760.0);

/// How much larger than usual each size of the text is, as `style/base.css` has it.
const SIZES: [f64; SCALES] = [0.9, 1.0, 1.15, 1.3, 1.5];

/// Properties of [`Edition`].
#[derive(Clone, Properties)]
pub struct EditionProps {
    /// What was found.
    pub results: Rc<Results>,
    /// All items found, in the list's order.
    pub order: Rc<[ItemId]>,
    /// Whether anything is asked for.
    pub narrowed: bool,
    /// An item of the page that was turned to.
    pub page: Option<ItemId>,
    /// The item that is open.
    pub open: Option<ItemId>,
    /// The size of the text: less than [`SCALES`].
    pub scale: usize,
    /// What is seen of an item that is read.
    pub reading: Reading,
}

impl PartialEq for EditionProps {
    fn eq(&self, other: &Self) -> bool {
        let key = |props: &Self| (props.narrowed, props.page, props.open, props.scale, props.reading);
        Rc::ptr_eq(&self.results, &other.results) && key(self) == key(other)
    }
}

/// A page, with its items.
pub(super) struct Sheet<'a> {
    /// The archive, the language and the way to act.
    pub(super) reader: &'a Reader,
    /// All issues.
    pub(super) issues: &'a Issues,
    /// The number of the page.
    pub(super) page: usize,
    /// Its items.
    pub(super) items: &'a [(ItemId, Item)],
    /// Of each item, whether it matches; `None` where nothing is asked for.
    pub(super) matches: Option<Vec<bool>>,
}

impl Sheet<'_> {
    /// The issue it belongs to.
    pub(super) fn issue(&self) -> Option<&Issue> {
        self.issues.issues.get(self.issues.pages.get(self.page)?.issue)
    }

    /// Whether its items stand in sections.
    fn has_zones(&self) -> bool {
        self.items.iter().any(|(_, item)| !item.print_section.trim().is_empty())
    }
}

/// One page of an issue; an item that is open stands in its place.
#[component]
pub fn Edition(props: &EditionProps) -> Html {
    let reader = &use_reader();
    let node = use_node_ref();
    let widths = use_widths(&node);
    let is_open = use_state_eq(|| false);
    let archive = reader.archive.clone();
    let issues = use_memo(Rc::as_ptr(&archive), move |_| Rc::new(issues_of(&archive)));
    let first = || props.order.first().filter(|_| props.narrowed);
    let page = props.page.as_ref().or_else(first).and_then(|&id| issues.page_of(id)).unwrap_or_else(|| issues.newest());
    let archive = reader.archive.clone();
    let items = use_memo((Rc::as_ptr(&archive), page), |_| {
        let ids = issues.items_of(page).iter();
        ids.map(|&id| (id, archive.item(id))).collect::<Vec<_>>()
    });
    let matches = props.narrowed.then(|| items.iter().map(|(id, _)| props.order.contains(id)).collect());
    let sheet = &Sheet { reader, issues: &issues, page, items: &items, matches };
    let toggle = is_open.setter();
    let shown = *is_open;
    html! {
        <div class="ed-w" ref={node}>
            if let Some(id) = props.open {
                <div class="main ed-a"><div class="reader">
                    <Article {id} query={props.results.query.clone()} order={order_of(sheet)} scale={props.scale}
                        reading={props.reading} is_on_page=true />
                </div></div>
            } else {
                <div class="ed" part="edition">
                    { folio(sheet, shown, Callback::from(move |()| toggle.set(!shown))) }
                    if shown {
                        <Calendar issues={(*issues).clone()} {page} order={props.narrowed.then(|| props.order.clone())} />
                    }
                    { pages(sheet) }
                    { matching(sheet) }
                    { for sections(sheet, widths.map(|widths| widths.own), props.scale) }
                </div>
            }
        </div>
    }
}

fn issues_of(archive: &Archive) -> Issues {
    let ids = archive.corpus().in_file_order();
    let print = |id| Print {
        date: archive.date(id),
        published: archive.published(id),
        paper: archive.value(FacetName::Newspaper, id).unwrap_or_default(),
        page: archive.value(FacetName::Page, id).unwrap_or_default(),
    };
    Issues::new(&ids.iter().map(|&id| (id, print(id))).collect::<Vec<_>>())
}

fn order_of(sheet: &Sheet<'_>) -> Rc<[ItemId]> {
    sheet.items.iter().map(|(id, _)| *id).collect()
}

/// How many of the page's items match.
fn matching(sheet: &Sheet<'_>) -> Html {
    let said = sheet.matches.as_ref().map(|matches| {
        let count = matches.iter().filter(|matches| **matches).count();
        words::matching(sheet.reader.language, matches.len(), count)
    });
    html! { <p class="ed-m" hidden={said.is_none()}>{ said }</p> }
}

fn sections(sheet: &Sheet<'_>, width: Option<f64>, scale: usize) -> Vec<Html> {
    let size = SIZES.get(scale).copied().unwrap_or(1.0);
    let room = Room { width: (width.unwrap_or(WIDTHS.0) / size).max(WIDTHS.1) };
    let zones: Vec<&str> = sheet.items.iter().map(|(_, item)| item.print_section.trim()).collect();
    let zone = |at: usize| {
        let own = zones.get(at);
        zones.iter().position(|zone| Some(zone) == own).unwrap_or(0)
    };
    let stories: Vec<Story> =
        sheet.items.iter().enumerate().map(|(at, (id, item))| measured(sheet.reader, *id, item, zone(at))).collect();
    let figures = stories.iter().position(|story| matches!(story.feature, Feature::Figures(_)));
    let sections = lay_out(&stories, room);
    sections.iter().map(|section| view(sheet, section, &stories, figures)).collect()
}

/// What the layout has to know of an item.
fn measured(reader: &Reader, id: ItemId, item: &Item, zone: usize) -> Story {
    let version = item.version(reader.language.tag());
    let length = |role| version.headline(role).map_or(0.0, |said| ems(said.text));
    let figures = version.figures().count();
    let has_terms = version.body().is_some_and(|body| terms(body.text).is_some());
    Story {
        zone,
        paragraphs: story::paragraphs(&version).map(ems).collect(),
        headline: length(Role::Main),
        subhead: length(Role::Subhead),
        label: index::length(&version),
        frames: photos(reader, id, version).iter().map(measured_frame).collect(),
        is_untitled: item.printed().next().is_none(),
        is_han: version.language().starts_with("zh"),
        feature: match (figures, has_terms) {
            (1.., _) => Feature::Figures(figures),
            (_, true) => Feature::Terms,
            _ => Feature::None,
        },
    }
}

/// What it has to know of a picture: one of a size that is not known stands in a frame of 3 : 2.
fn measured_frame(photo: &Photo<'_>) -> Frame {
    Frame {
        caption: photo.caption.map_or(0.0, |said| ems(said.text)),
        ratio: photo.picture().map(|picture| picture.ratio().unwrap_or(2.0 / 3.0)),
        is_wide: photo.picture().is_some_and(|picture| picture.shape() == Shape::Wide),
    }
}

fn view(sheet: &Sheet<'_>, section: &Section, stories: &[Story], figures: Option<usize>) -> Html {
    let class = ["sg2 g-", &section.first.to_string()].concat();
    let stack = |at: usize| {
        let placed = section.stacks.get(at).into_iter().flatten();
        placed
            .map(|placed| story(sheet, *placed, stories.get(placed.story), figures == Some(placed.story)))
            .collect::<Html>()
    };
    let has_second = section.first < PARTS;
    html! {
        <section class="sec">
            { label(sheet, section.zone) }
            <div {class}>
                <div class="stk">{ stack(0) }</div>
                if has_second {
                    <div class="stk">
                        { stack(1) }
                        if section.has_index { { index(sheet) } }
                    </div>
                }
            </div>
        </section>
    }
}

/// 栏头: the name of a section, and whether the page itself has it.
fn label(sheet: &Sheet<'_>, zone: usize) -> Html {
    let language = sheet.reader.language;
    let members = || {
        sheet.items.iter().map(|(_, item)| item).filter(|item| {
            sheet.items.get(zone).is_some_and(|(_, first)| first.print_section.trim() == item.print_section.trim())
        })
    };
    let named = members().find_map(|item| item.version(language.tag()).section());
    let Some(said) = named else { return html! { <div class="sl" hidden=true></div> } };
    let inferred = members().all(|item| item.is_inferred("printSection"));
    html! {
        <div class="sl">
            { heading(sheet.reader.heading_tag(1), "sl-t", Some(said.language.to_owned()), said.text.to_owned().into()) }
            if inferred { <small>{ article::INFERRED_SECTION.get(language) }</small> }
        </div>
    }
}
