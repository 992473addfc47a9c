//! The widget's one style sheet, put together from a file for each area.
//!
//! The custom element adopts it into its shadow root. An app that renders [`Archive`](super::Archive) itself, without a
//! shadow root, puts it into its page and wraps the component in an element of the class `jianbao`.
//!
//! Colours stand in two blocks, light and dark, each written once and used where it applies: light on the host, dark
//! where the host's `theme` attribute, or the system in its absence, asks for it. Both stand on the host element, where
//! a rule of the host page goes over them. The switch within the widget sets `data-theme` on the first inner node: there
//! the block of the other theme stands nearer to all that is drawn, and goes over the host. Without that attribute the
//! host's colours are inherited. Paper is always light.

macro_rules! light {
    () => {
        concat!("{\n", include_str!("style/light.css"), "}\n")
    };
}

macro_rules! dark {
    () => {
        concat!("{\n", include_str!("style/dark.css"), "}\n")
    };
}

/// The style sheet.
pub const STYLE: &str = concat!(
    include_str!("style/tokens.css"),
    ":host, .jianbao, .root[data-theme=\"light\"] ",
    light!(),
    ":host([theme=\"dark\"]), .jianbao[data-theme=\"dark\"] ",
    dark!(),
    "@media (prefers-color-scheme: dark) {\n:host(:not([theme=\"light\"], [theme=\"dark\"])), .jianbao:not([data-theme]) ",
    dark!(),
    "}\n.root[data-theme=\"dark\"] ",
    dark!(),
    "@media print {\n.root, .root[data-theme] ",
    light!(),
    "}\n",
    include_str!("style/base.css"),
    include_str!("style/controls.css"),
    include_str!("style/masthead.css"),
    include_str!("style/timeline.css"),
    include_str!("style/facets.css"),
    include_str!("style/list.css"),
    include_str!("style/kwic.css"),
    include_str!("style/article.css"),
    include_str!("style/edition.css"),
    include_str!("style/states.css"),
    include_str!("style/sheet.css"),
    include_str!("style/desk.css"),
    include_str!("style/card.css"),
    include_str!("style/host.css"),
);

#[cfg(test)]
mod tests {
    use super::STYLE;

    #[test]
    fn braces_are_in_balance() {
        assert_eq!(STYLE.matches('{').count(), STYLE.matches('}').count());
    }

    #[test]
    fn nothing_is_fetched() {
        assert!(!STYLE.contains("@import") && !STYLE.contains("http"), "the style sheet asks no one for anything");
    }

    #[test]
    fn every_internal_token_that_is_used_is_set() {
        for used in STYLE.split("var(--_").skip(1).filter_map(|rest| rest.split([')', ',']).next()) {
            assert!(STYLE.contains(&format!("--_{used}:")), "--_{used}");
        }
    }
}
