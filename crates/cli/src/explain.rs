//! What `search --explain` says of a score: its parts, which add up to it, for people and as JSON.

use jianbao_engine::search::{Archive, Explanation, Hit, Occurrences, Part};
use serde_json::{Value, json};

/// A line for each part of a hit's score.
pub(crate) fn lines(archive: &Archive, query: &str, hit: &Hit) -> Vec<String> {
    let Some(explanation) = archive.explain(query, hit.id) else { return Vec::new() };
    explanation.parts.iter().map(|part| format!("  {:.3}  {}", part.worth(), told(&explanation, part))).collect()
}

/// What a part is, in words.
fn told(explanation: &Explanation, part: &Part) -> String {
    match *part {
        Part::Word { index, rarity, count, headline_norm, text_norm, saturated, form } => {
            let (word, frequency) = explanation.words.get(index).map_or(("", 0.0), |(word, items)| (word, *items));
            let Occurrences { headline, summary, text } = count;
            let mut told = format!("{word}: rarity {rarity:.3} (in about {frequency:.0} items) × {saturated:.3} (");
            let fields =
                [("headline", headline, headline_norm), ("summary", summary, text_norm), ("text", text, text_norm)];
            let fields = fields.iter().filter(|(_, count, _)| *count > 0);
            let fields: Vec<String> =
                fields.map(|(name, count, norm)| format!("{name} {count} ÷ length {norm:.3}")).collect();
            told.push_str(&fields.join(", "));
            told.push(')');
            if form > 1.0 {
                told.push_str(&format!(" × {form:.1} (as typed)"));
            }
            told
        }
        Part::Near { gap, .. } => format!("near the word before: {gap} bytes between"),
        Part::Together { .. } => "all words in headlines".to_owned(),
    }
}

/// The results with an `explanation` for each hit.
pub(crate) fn json(archive: &Archive, query: &str, hits: &[Hit], results: &str) -> serde_json::Result<String> {
    let mut results: Value = serde_json::from_str(results)?;
    let written = results.get_mut("hits").and_then(Value::as_array_mut).into_iter().flatten();
    for (written, hit) in written.zip(hits) {
        if let (Some(explanation), Some(written)) = (archive.explain(query, hit.id), written.as_object_mut()) {
            let parts: Vec<Value> = explanation.parts.iter().map(|part| value(&explanation, part)).collect();
            written.insert("explanation".to_owned(), json!({ "score": explanation.score, "parts": parts }));
        }
    }
    serde_json::to_string(&results)
}

fn value(explanation: &Explanation, part: &Part) -> Value {
    let worth = part.worth();
    match *part {
        Part::Word { index, rarity, count, headline_norm, text_norm, saturated, form } => {
            let (word, items) = explanation.words.get(index).map_or(("", 0.0), |(word, items)| (word, *items));
            json!({
                "worth": worth, "word": word, "items": items, "rarity": rarity, "saturated": saturated, "form": form,
                "headline": count.headline, "summary": count.summary, "text": count.text,
                "headlineNorm": headline_norm, "textNorm": text_norm,
            })
        }
        Part::Near { gap, .. } => json!({ "worth": worth, "near": gap }),
        Part::Together { .. } => json!({ "worth": worth, "together": true }),
    }
}
