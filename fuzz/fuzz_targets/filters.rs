//! Any text as conditions, and as options: what was read of it is written so that it reads as the same, and an archive
//! that is narrowed by it gives items that meet it.

#![no_main]

use jianbao_engine::search::{Conditions, FacetName, Options};
use jianbao_fuzz::{check, small};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (conditions, wrong) = Conditions::read(text);
    assert!(wrong.iter().all(|sentence| !sentence.is_empty()));
    let written = conditions.written();
    let (read, wrong) = Conditions::read(&written);
    assert_eq!(wrong, Vec::<String>::new(), "{written:?}");
    assert_eq!(read, conditions, "{written:?}");
    assert_eq!(read.written(), written);
    narrow(conditions);
    match Options::from_json(text) {
        Ok(options) => check(small(), &small().search("", &options), &options),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});

fn narrow(conditions: Conditions) {
    let Conditions { filters, from, to, approximate } = conditions;
    let options = Options { filters, from, to, approximate, ..Options::default() };
    assert_eq!(Conditions::of(&options), Conditions::read(&Conditions::of(&options).written()).0);
    let results = small().search("", &options);
    check(small(), &results, &options);
    for &id in &results.order {
        let (item, date) = (small().item(id), small().date(id));
        assert!(date.is_some() || from.is_none() && to.is_none());
        let touches = |date: jianbao_engine::corpus::Date| {
            from.is_none_or(|from| date.end >= from)
                && to.is_none_or(|to| date.start <= to)
                && (approximate || !date.fuzzy)
        };
        assert!(date.is_none_or(touches));
        let sections = options.filters.iter().filter(|filter| filter.facet == FacetName::Section);
        let (out, wanted): (Vec<_>, Vec<_>) = sections.partition(|filter| filter.exclude);
        let is_in = |filter: &&jianbao_engine::search::Filter| filter.value == item.print_section;
        assert!(!out.iter().any(is_in) && (wanted.is_empty() || wanted.iter().any(is_in)));
    }
}
