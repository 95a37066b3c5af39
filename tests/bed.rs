//! The quote engine on a bed of labelled quotations, where one lies beside the project; skipped, and said so, elsewhere.
#![allow(
    clippy::disallowed_methods,
    reason = "tests read and write files of their own"
)]
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use casefile::verify::{Class, Finding, Kind, Policy, Printed, Query, Source, check_quote};
use serde_json::Value;

/// What one class of the bed came out as.
#[derive(Default)]
struct Tally {
    all: usize,
    exact: usize,
    placed: (usize, usize),
    warned: (usize, usize),
    seen: BTreeMap<&'static str, usize>,
}

struct Label {
    class: String,
    group: String,
    spans: Vec<(usize, usize)>,
}

fn bed() -> Option<PathBuf> {
    let named = std::env::var_os("QUOTATION_BED").map(PathBuf::from);
    let bed = named.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/bed"));
    bed.join("quotes.jsonl").is_file().then_some(bed)
}

fn lines(path: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(path).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn label(line: &Value) -> Label {
    let word = |key: &str| line[key].as_str().unwrap().to_owned();
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    let spans = line["spans"]
        .as_array()
        .unwrap()
        .iter()
        .map(|span| (number(&span[0]), number(&span[1])));
    Label {
        class: word("class"),
        group: word("group"),
        spans: spans.collect(),
    }
}

fn query(line: &Value) -> Query {
    match &line["quote"] {
        Value::Array(parts) => {
            let parts: Vec<String> = parts
                .iter()
                .map(|part| part.as_str().unwrap().to_owned())
                .collect();
            Query::new(Printed { parts })
        }
        quote => Query::new(quote.as_str().unwrap()),
    }
}

fn wanted(label: &str, class: Class) -> bool {
    match label {
        "ellipsis" | "bracket" | "ellipsis_hides" => class == Class::Declared,
        "fillers" => class == Class::CleanedSpeech,
        "numstyle" => class == Class::NumberStyle,
        "subst" => class == Class::Substitution,
        "dropclause" => class == Class::Omission,
        "insert" => class == Class::Insertion,
        "negdrop" | "negadd" => class == Class::Negation,
        "numchange" => class == Class::Number,
        "namechange" => class == Class::Name,
        "stitched" => class == Class::Stitched,
        "reorder" => class == Class::Reordered,
        "xspeaker" => class == Class::CrossSpeaker,
        "paraphrase" | "absent" => class == Class::NotFound,
        _ => class.is_clean(),
    }
}

fn warning(label: &str) -> Option<&'static str> {
    Some(match label {
        "ellipsis_hides" => "EllipsisHides",
        "trunc_after" => "TruncatedAfter",
        "trunc_before" => "TruncatedBefore",
        _ => return None,
    })
}

fn covered(finding: &Finding, truth: &[(usize, usize)]) -> bool {
    let total: usize = truth.iter().map(|(from, to)| to - from).sum();
    let shared = |from: usize, to: usize| {
        finding
            .spans
            .iter()
            .map(|span| to.min(span.end).saturating_sub(from.max(span.start)))
            .sum::<usize>()
    };
    truth
        .iter()
        .map(|(from, to)| shared(*from, *to))
        .sum::<usize>()
        * 2
        >= total
}

#[allow(clippy::cast_precision_loss)]
fn percent((part, all): (usize, usize)) -> f64 {
    100.0 * part as f64 / all.max(1) as f64
}

fn sum(tallies: &BTreeMap<String, Tally>, of: impl Fn(&Tally) -> (usize, usize)) -> (usize, usize) {
    tallies
        .values()
        .map(of)
        .fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1))
}

#[test]
fn the_bed_comes_out_as_labelled() {
    let Some(bed) = bed() else {
        println!(
            "skipped: there is no bed of labelled quotations beside this checkout; QUOTATION_BED names its folder"
        );
        return;
    };
    let show = std::env::var("SHOW").unwrap_or_default();
    let labels: Vec<Label> = lines(&bed.join("expected.jsonl"))
        .iter()
        .map(label)
        .collect();
    let quotes = lines(&bed.join("quotes.jsonl"));
    let mut texts: BTreeMap<String, std::sync::Arc<str>> = BTreeMap::new();
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    let (mut accepted, mut alarms, mut faulty, mut alarms_outside_ocr) = (0, 0, 0, 0);
    for (line, label) in quotes.iter().zip(&labels) {
        let path = line["in"].as_str().unwrap();
        let text = texts
            .entry(path.to_owned())
            .or_insert_with(|| std::fs::read_to_string(bed.join(path)).unwrap().into())
            .clone();
        let kind = Kind::from_word(line["kind"].as_str().unwrap()).unwrap();
        let finding = check_quote(
            &[Source::new(path, text, kind)],
            &query(line),
            &Policy::default(),
        );
        let tally = tallies.entry(label.class.clone()).or_default();
        tally.all += 1;
        *tally.seen.entry(finding.class.word()).or_default() += 1;
        tally.exact += usize::from(wanted(&label.class, finding.class));
        let altered = matches!(label.group.as_str(), "altered" | "critical" | "absent");
        faulty += usize::from(altered);
        let danger = altered && finding.class <= Class::CleanedSpeech;
        let alarm = !altered && finding.class >= Class::MinorWording;
        accepted += usize::from(danger);
        alarms += usize::from(alarm);
        alarms_outside_ocr += usize::from(alarm && kind != Kind::Ocr);
        let mut missed = false;
        if !label.spans.is_empty() && !matches!(label.class.as_str(), "paraphrase" | "absent") {
            let right = covered(&finding, &label.spans);
            missed |= !right;
            tally.placed = (tally.placed.0 + usize::from(right), tally.placed.1 + 1);
        }
        if let Some(kind) = warning(&label.class) {
            let warned = finding
                .warnings
                .iter()
                .any(|warning| warning.kind.word() == kind);
            missed |= !warned;
            tally.warned = (tally.warned.0 + usize::from(warned), tally.warned.1 + 1);
        }
        let wrong = !wanted(&label.class, finding.class);
        let shown = match show.as_str() {
            "danger" => danger,
            "alarm" => alarm,
            "all" => wrong || missed,
            one => one == label.class && (wrong || missed),
        };
        if shown {
            println!(
                "\n{} {} -> {} {path}\n   {}\n   {:?}\n   {:?}",
                line["id"],
                label.class,
                finding.class.word(),
                line["quote"],
                finding.differences,
                finding.warnings
            );
        }
    }
    for (class, tally) in &tallies {
        let (exact, placed, warned) = (
            percent((tally.exact, tally.all)),
            percent(tally.placed),
            percent(tally.warned),
        );
        println!(
            "{class:15} {:4} {exact:6.1} {placed:6.1} {warned:6.1} {:?}",
            tally.all, tally.seen
        );
    }
    let exact = percent(sum(&tallies, |tally| (tally.exact, tally.all)));
    let placed = percent(sum(&tallies, |tally| tally.placed));
    let warned = percent(sum(&tallies, |tally| tally.warned));
    let honest = quotes.len() - faulty;
    println!(
        "exact {exact:.2} place {placed:.2} warned {warned:.2} false accept {accepted}/{faulty} false alarm {alarms}/{honest} ({alarms_outside_ocr} outside OCR)"
    );
    assert_eq!(accepted, 0, "a faulty quotation was accepted");
    assert!(exact >= 98.5 && placed >= 99.5 && warned >= 98.0);
    assert!(percent((alarms, honest)) <= 1.2 && percent((alarms_outside_ocr, honest)) <= 0.3);
}
