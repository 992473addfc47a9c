//! `standalone.js`: the code first, then the program and the bundled corpus, each a function that gives it gzipped in
//! base64. So the file is plain ASCII, which a page in any encoding can carry, is not half the size of the two in base64
//! alone, and can be taken apart again: `jianbao pack` takes the code and the program, and leaves the corpus.

use std::io::Write;

use data_encoding::BASE64;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::project::Outcome;

/// Puts the three together.
///
/// # Errors
/// Where the code is not plain ASCII.
pub(super) fn script(code: &str, program: &[u8], corpus: &[u8]) -> Outcome<String> {
    if !code.is_ascii() {
        return Err("the code of standalone.js is not plain ASCII".to_owned());
    }
    let (program, corpus) = (packed(program)?, packed(corpus)?);
    Ok(format!("((PROGRAM,CORPUS)=>{{{code}}})(\n()=>\"{program}\",\n()=>\"{corpus}\");\n"))
}

/// Gzip in base64; the same bytes give the same text on any machine, for no time and no name is written into it.
fn packed(bytes: &[u8]) -> Outcome<String> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    let packed = gzip.write_all(bytes).and_then(|()| gzip.finish());
    packed.map(|packed| BASE64.encode(&packed)).map_err(|error| format!("standalone.js cannot be packed: {error}"))
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_is_put_in_comes_out_again() {
        let script = script("run(PROGRAM,CORPUS);\n", b"\0asm", b"{}").unwrap();
        let quoted: Vec<&str> = script.split('"').collect();
        for (place, bytes) in [(1, b"\0asm".as_slice()), (3, b"{}")] {
            let packed = BASE64.decode(quoted[place].as_bytes()).unwrap();
            let mut unpacked = Vec::new();
            flate2::read::GzDecoder::new(packed.as_slice()).read_to_end(&mut unpacked).unwrap();
            assert_eq!(unpacked, bytes);
        }
        assert_eq!(quoted.len(), 5, "only the two are quoted");
    }
}
