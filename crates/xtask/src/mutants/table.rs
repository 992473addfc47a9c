//! The changes that a test must notice. Add one with each behaviour that is easily broken without a sound.

use super::Mutant;
use super::Suite::{Browser, Native};

/// All of them; any order.
pub(super) const MUTANTS: &[Mutant] = &[
    Mutant {
        name: "weekday-off-by-one",
        file: "crates/engine/src/corpus/date.rs",
        old: "(self.0 + 3).rem_euclid(7)",
        new: "(self.0 + 4).rem_euclid(7)",
        suite: Native("jianbao-engine"),
    },
    Mutant {
        name: "every-fourth-year-is-a-leap-year",
        file: "crates/engine/src/corpus/date.rs",
        old: "2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29",
        new: "2 if year % 4 == 0 => 29",
        suite: Native("jianbao-engine"),
    },
    Mutant {
        name: "fuzzy-month-said-as-a-certain-one",
        file: "src/app/i18n/dates.rs",
        old: r#"text("约{}", "約{}", "c. {}")"#,
        new: r#"text("{}", "{}", "{}")"#,
        suite: Native("jianbao"),
    },
    Mutant {
        name: "archive-without-its-root",
        file: "src/app/components/archive.rs",
        old: r#"class="root""#,
        new: r#"class="stem""#,
        suite: Browser,
    },
];
