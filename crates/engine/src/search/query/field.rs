//! The names of fields, in English and in Chinese.

use super::ast::{Scope, When};
use crate::search::FacetName;
use crate::text::fold;

/// What stands before a colon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Text(Scope),
    Facet(FacetName),
    Date(When),
}

impl Field {
    /// The field of a name, whatever its case and whether in simplified or traditional characters.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match fold(name).as_str() {
            "headline" | "title" | "标题" | "题" => Self::Text(Scope::Headline),
            "body" | "text" | "正文" | "内文" => Self::Text(Scope::Body),
            "section" | "zone" | "片区" | "版块" | "栏目" => Self::Facet(FacetName::Section),
            "subject" | "topic" | "主题" => Self::Facet(FacetName::Subject),
            "person" | "people" | "人物" | "人名" => Self::Facet(FacetName::Person),
            "organisation" | "organization" | "org" | "机构" => Self::Facet(FacetName::Organisation),
            "place" | "地点" | "地名" => Self::Facet(FacetName::Place),
            "page" | "版次" => Self::Facet(FacetName::Page),
            "newspaper" | "paper" | "报纸" | "报名" => Self::Facet(FacetName::Newspaper),
            "date" | "日期" => Self::Date(When::Item),
            "published" | "见报" | "见报日" => Self::Date(When::Published),
            _ => return None,
        })
    }

    /// The name that [`Field::named`] reads back; empty for text anywhere.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Text(Scope::All) => "",
            Self::Text(Scope::Headline) => "headline",
            Self::Text(Scope::Body) => "body",
            Self::Facet(facet) => facet.name(),
            Self::Date(When::Item) => "date",
            Self::Date(When::Published) => "published",
        }
    }
}
