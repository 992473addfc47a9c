//! Frames of the widget, scrolled and brushed, traced: `cargo xtask bench --frames [--corpus FILE]`.

use serde_json::Value;

use super::machine;
use super::options::Bench;
use super::stats::{percentile, short};
use super::traced::traced;
use crate::project::{Outcome, Project};

/// The most that the main thread may work for a frame at the ninety-fifth percentile, and the longest that a task may last, in
/// milliseconds.
const GOALS: [f64; 2] = [12.0, 50.0];

/// Traces the frames, and prints their percentiles beside the goals.
pub(super) fn run(project: &Project, bench: &Bench) -> Outcome {
    println!("Measured on: {}.\n\n{}", machine(project), table(&traced(project, bench, "frames")?));
    Ok(())
}

/// A line for each way in which the widget is moved.
fn table(seen: &Value) -> String {
    let mut text = format!(
        "{} items, Chromium {}; work of the main thread for a frame in ms of the processor, p95 and longest task set against \
         {} and {}; layout that shifts, set against 0:\n\n\
         | what | frames | p50 | p95 | max | scripts p95 | style and layout p95 | paint p95 | longest task | tasks over {3} | \
         shift | of which asked for |  |\n|---|{}\n",
        seen["items"],
        seen["browser"].as_str().unwrap_or("?"),
        GOALS[0],
        GOALS[1],
        "---|".repeat(12)
    );
    for step in seen["steps"].as_array().into_iter().flatten() {
        text.push_str(&line(step));
    }
    let opening = seen["steps"][0]["opening"]["shifted"].as_f64().unwrap_or_default();
    text.push_str(&format!("\nShifted from the first paint until the list is there: {}.\n", short(opening)));
    text
}

fn line(step: &Value) -> String {
    let frames = step["frames"].as_array().map(Vec::as_slice).unwrap_or_default();
    let all = |part: &str| frames.iter().filter_map(|frame| frame[part].as_f64()).collect::<Vec<_>>();
    let at = |part, share| percentile(&all(part), share).unwrap_or_default();
    let long = all("longest").into_iter().filter(|task| *task > GOALS[1]).count();
    let shift = |kind: &str| step["shifts"][kind].as_f64().unwrap_or_default();
    let met = at("work", 0.95) <= GOALS[0] && long == 0 && shift("shifted") == 0.0;
    let numbers = [
        at("work", 0.5),
        at("work", 0.95),
        at("work", 1.0),
        at("script", 0.95),
        at("layout", 0.95),
        at("paint", 0.95),
        at("longest", 1.0),
        long as f64,
        shift("shifted") + shift("asked"),
        shift("asked"),
    ];
    format!(
        "| {} | {} | {} | {} |\n",
        step["what"].as_str().unwrap_or("?"),
        frames.len(),
        numbers.map(short).join(" | "),
        if met { "met" } else { "**not met**" }
    )
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn step(works: &[f64], shifted: f64) -> Value {
        let frame = |work: &f64| json!({"work": work, "longest": work, "script": 1, "layout": 0, "paint": 0});
        let frames: Vec<Value> = works.iter().map(frame).collect();
        json!({"what": "scrolled", "frames": frames, "shifts": {"shifted": shifted, "asked": 0.5}})
    }

    #[test]
    fn a_frame_too_long_or_a_shift_that_nobody_asked_for_misses_the_goal() {
        assert!(line(&step(&[1.0, 9.0], 0.0)).ends_with("| 0.50 | 0.50 | met |\n"));
        assert!(line(&step(&[1.0, 13.0], 0.0)).contains("**not met**"));
        assert!(line(&step(&[1.0, 9.0], 0.1)).contains("| 0.60 | 0.50 | **not met** |"));
    }

    #[test]
    fn one_task_over_fifty_milliseconds_misses_the_goal_however_many_frames_are_short() {
        let works: Vec<f64> = (0..99).map(|_| 1.0).chain([51.0]).collect();
        assert!(line(&step(&works, 0.0)).contains("| 51.0 | 1.00 |"));
        assert!(line(&step(&works, 0.0)).contains("**not met**"));
    }
}
