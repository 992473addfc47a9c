//! Reads as much of a WebAssembly module as weighing it needs: section sizes, function bodies and their names.

/// Where the bytes of a module go.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Module {
    /// Bytes of each function's body, with its name where the module tells it.
    pub(crate) functions: Vec<(Option<String>, usize)>,
    /// Bytes of the data section.
    pub(crate) data: usize,
    /// Bytes of the name section, which is not shipped.
    pub(crate) names: usize,
    /// Bytes of the whole module.
    pub(crate) total: usize,
}

const CUSTOM: u8 = 0;
const IMPORT: u8 = 2;
const CODE: u8 = 10;
const DATA: u8 = 11;
/// The subsection of the name section that names functions.
const FUNCTION_NAMES: u8 = 1;
/// What an import can be: function, table, memory, global, tag.
const IMPORTED_FUNCTION: u8 = 0;

/// Reads a module; `None` where it is cut short or is not one.
pub(crate) fn module(bytes: &[u8]) -> Option<Module> {
    let mut read = Reader(bytes.strip_prefix(b"\0asm\x01\0\0\0")?);
    let mut module = Module { total: bytes.len(), ..Module::default() };
    let mut imported = 0;
    let mut names = Vec::new();
    while !read.0.is_empty() {
        let id = read.byte()?;
        let before = read.0.len();
        let mut section = read.sized()?;
        match id {
            IMPORT => imported = imported_functions(&mut section)?,
            CODE => module.functions = bodies(&mut section)?,
            DATA => module.data = before - read.0.len(),
            CUSTOM if section.name()? == "name" => {
                module.names = before - read.0.len();
                names = function_names(&mut section)?;
            }
            _ => {}
        }
    }
    for (index, name) in names {
        if let Some(function) = index.checked_sub(imported).and_then(|index| module.functions.get_mut(index)) {
            function.0 = Some(name);
        }
    }
    Some(module)
}

fn bodies(section: &mut Reader) -> Option<Vec<(Option<String>, usize)>> {
    let count = section.number()?;
    (0..count).map(|_| section.sized().map(|body| (None, body.0.len()))).collect()
}

fn imported_functions(section: &mut Reader) -> Option<usize> {
    let mut functions = 0;
    for _ in 0..section.number()? {
        section.name()?;
        section.name()?;
        let kind = section.byte()?;
        match kind {
            IMPORTED_FUNCTION => {
                section.number()?;
                functions += 1;
            }
            1 => {
                section.byte()?;
                section.limits()?;
            }
            2 => section.limits()?,
            3 | 4 => {
                section.byte()?;
                section.number()?;
            }
            _ => return None,
        }
    }
    Some(functions)
}

fn function_names(section: &mut Reader) -> Option<Vec<(usize, String)>> {
    while !section.0.is_empty() {
        let id = section.byte()?;
        let mut part = section.sized()?;
        if id == FUNCTION_NAMES {
            let count = part.number()?;
            return (0..count).map(|_| Some((part.number()?, part.name()?.to_owned()))).collect();
        }
    }
    Some(Vec::new())
}

/// What is left to read.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (&first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(first)
    }

    /// An unsigned LEB128 number of at most 32 bits.
    fn number(&mut self) -> Option<usize> {
        let mut value = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return usize::try_from(value).ok();
            }
        }
        None
    }

    /// A part that says its length first.
    fn sized(&mut self) -> Option<Self> {
        let length = self.number()?;
        let (part, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(Self(part))
    }

    fn name(&mut self) -> Option<&'a str> {
        self.sized().and_then(|name| std::str::from_utf8(name.0).ok())
    }

    fn limits(&mut self) -> Option<()> {
        let flags = self.byte()?;
        self.number()?;
        if flags & 1 == 1 {
            self.number()?;
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with one imported function, two bodies (3 and 2 bytes), 4 bytes of data and the name of the second body.
    const SMALL: &[u8] = b"\0asm\x01\0\0\0\x02\x07\x01\x01a\x01b\x00\x00\x0a\x08\x02\x03\0\x01\x0b\x02\0\x0b\x0b\x03abc\x00\x0b\x04name\x01\x04\x01\x02\x01g";

    #[test]
    fn bodies_are_measured_and_named_past_the_imports() {
        let module = module(SMALL).unwrap();
        assert_eq!(module.functions, [(None, 3), (Some("g".to_owned()), 2)]);
        assert_eq!((module.data, module.names, module.total), (4, 12, SMALL.len()));
    }

    #[test]
    fn what_is_cut_short_is_not_a_module() {
        assert_eq!(module(b"\0asm"), None);
        assert_eq!(module(&SMALL[..SMALL.len() - 1]), None);
    }
}
