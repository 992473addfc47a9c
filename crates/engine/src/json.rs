//! JSON that is no corpus, by the reader and the writer that the engine has for itself.
//!
//! A type says by [`Object`] which fields it has, and by [`Fill`] how it is read; [`read`] goes through a text once and says
//! where and why it cannot be read. A [`Writer`] writes, and puts the commas.

pub use crate::corpus::json::{Fill, Flaw, Json, Object, What};
use crate::corpus::{Problem, json, problem};
pub use crate::search::Writer;

/// Reads a whole text.
///
/// # Errors
/// What is wrong with it, and where: JSON pointer, line and column.
pub fn read(target: &mut dyn Fill, text: &str) -> Result<(), Problem> {
    json::read_into(target, text).map_err(|flaw| problem(text, flaw))
}

impl Fill for u64 {
    fn fill(&mut self, json: &mut Json<'_>) -> Result<(), Flaw> {
        json.peek();
        let at = json.place();
        *self = json.number()?.parse().map_err(|_| Flaw { at, what: What::Shape("a whole number") })?;
        Ok(())
    }
}

impl Fill for bool {
    fn fill(&mut self, json: &mut Json<'_>) -> Result<(), Flaw> {
        json.peek();
        let at = json.place();
        *self = match json.text()? {
            "true" => true,
            "false" => false,
            _ => return Err(Flaw { at, what: What::Shape("true or false") }),
        };
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::ProblemKind;

    #[test]
    fn a_number_that_is_not_whole_is_named_with_its_place() {
        let mut number = 0_u64;
        assert!(read(&mut number, " 17 ").is_ok() && number == 17);
        let problem = read(&mut number, "\n 1.5").unwrap_err();
        assert_eq!((problem.place.line, problem.place.column), (2, 2));
        assert!(matches!(problem.kind, ProblemKind::WrongShape { expected: "a whole number", .. }));
        assert!(read(&mut number, "-1").is_err() && read(&mut number, "99999999999999999999").is_err());
    }

    #[test]
    fn a_flag_is_true_or_false_and_nothing_else() {
        let mut flag = false;
        assert!(read(&mut flag, "true").is_ok() && flag);
        assert!(read(&mut flag, "1").is_err() && read(&mut flag, "null").is_err());
    }
}
