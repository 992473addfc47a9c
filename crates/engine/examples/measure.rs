//! Measures reading and searching natively: `cargo run --release -p jianbao-engine --example measure -- CORPUS.json [QUERY…]`.

use std::time::Instant;

use jianbao_engine::corpus::Part;
use jianbao_engine::search::{Archive, Options, Reading, Step};

/// As many bytes at once as the widget reads.
const STEP: usize = 1 << 16;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let bytes = std::fs::read(arguments.next().ok_or("a corpus is needed")?)?;
    let size = bytes.len() as f64 / 1e6;
    by_steps(bytes.clone())?;
    let start = Instant::now();
    let (archive, problems) = Archive::from_bytes(bytes).map_err(|problem| problem.to_string())?;
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "{} items, {size:.1} MB, {} problems: {seconds:.3} s, {:.0} MB/s",
        archive.len(),
        problems.len(),
        size / seconds
    );
    for query in arguments {
        let mut times: Vec<f64> = (0..21)
            .map(|_| {
                let start = Instant::now();
                let results = archive.search(&query, &Options::default());
                let time = start.elapsed().as_secs_f64() * 1e3;
                std::hint::black_box(results);
                time
            })
            .collect();
        times.sort_by(f64::total_cmp);
        let total = archive.search(&query, &Options { limit: 0, ..Options::default() }).total;
        println!(
            "{query}: {total} items, least {:.2} ms, median {:.2} ms, worst {:.2} ms",
            times[0], times[10], times[20]
        );
    }
    Ok(())
}

/// Reads by steps, and prints how long all of them and the longest take.
fn by_steps(bytes: Vec<u8>) -> Result<(), String> {
    let (mut sum, mut count, mut longest) = (0.0, 0, (0.0, 0));
    let mut reading = Box::new(Reading::new(vec![Part::new("", bytes)]));
    loop {
        let (read, start) = (reading.progress().read, Instant::now());
        let step = reading.step(STEP).map_err(|problem| problem.to_string())?;
        let time = start.elapsed().as_secs_f64() * 1e3;
        (sum, count) = (sum + time, count + 1);
        if time > longest.0 {
            longest = (time, read);
        }
        match step {
            Step::Going(more) => reading = more,
            Step::Done(..) => break,
        }
    }
    println!("{count} steps: {sum:.0} ms, the longest {:.2} ms at byte {}", longest.0, longest.1);
    Ok(())
}
