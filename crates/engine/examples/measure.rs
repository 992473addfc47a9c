//! Measures reading and searching natively: `cargo run --release -p jianbao-engine --example measure -- CORPUS.json [QUERY…]`.

use std::time::Instant;

use jianbao_engine::corpus::Part;
use jianbao_engine::search::{Archive, Asked, KwicSort, Options, Reading, Step};

/// As many bytes at once as the widget reads.
const STEP: usize = 1 << 16;

/// As many places as the widget holds.
const MOST: usize = 10_000;

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
        let times = timed(|| archive.search(&query, &Options::default()));
        let total = archive.search(&query, &Options { limit: 0, ..Options::default() }).total;
        println!("{query}: {total} items, {times}");
        let asked = Asked { language: "zh-Hans", today: None, limit: 5 };
        let times = timed(|| archive.suggest(&query, &asked));
        println!("{query}: {} suggestions, {times}", archive.suggest(&query, &asked).len());
        lines(&archive, &query);
    }
    related(&archive);
    Ok(())
}

/// How long it takes to find a query's lines, to put them in order, and to make those that are shown.
fn lines(archive: &Archive, query: &str) {
    let order = archive.search(query, &Options { limit: 0, ..Options::default() }).order;
    for (sort, most) in [(KwicSort::Order, MOST), (KwicSort::Left, MOST), (KwicSort::Right, usize::MAX)] {
        let times = timed(|| archive.kwic(query, &order, sort, most));
        let kwic = archive.kwic(query, &order, sort, most);
        println!("{query}: {} of {} places by {}, {times}", kwic.held(), kwic.total, sort.name());
        println!("{query}: 100 lines of them, {}", timed(|| archive.kwic_lines(&kwic, 0..100, "zh-Hans")));
    }
}

/// How long it takes to find what is related to an item, of a sample of items.
fn related(archive: &Archive) {
    let ids = archive.corpus().in_file_order();
    let mut times: Vec<f64> = Vec::new();
    for &id in ids.iter().step_by(ids.len() / 300 + 1) {
        // The least of a few, for other programs run, too.
        let time = |_| {
            let start = Instant::now();
            std::hint::black_box(archive.related(id, 3, "zh-Hans"));
            start.elapsed().as_secs_f64() * 1e3
        };
        times.push((0..5).map(time).fold(f64::INFINITY, f64::min));
    }
    times.sort_by(f64::total_cmp);
    if let (Some(median), Some(worst)) = (times.get(times.len() / 2), times.last()) {
        println!("related to each of {} items: median {median:.2} ms, worst {worst:.2} ms", times.len());
    }
}

/// How long something takes, of 21 times.
fn timed<T>(mut work: impl FnMut() -> T) -> String {
    let mut times: Vec<f64> = (0..21)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(work());
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    format!("least {:.2} ms, median {:.2} ms, worst {:.2} ms", times[0], times[10], times[20])
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
