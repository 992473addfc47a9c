//! The program `jianbao`.
fn main() {}
