//! Large folders: one text after another is read, asked and let go, so that no more than one is held, and no index.

use super::shelves::{query, source};
use super::{Answer, Looked, Nearest, Work};
use crate::cli::Failure;
use crate::cli::progress::Progress;
use crate::disk::texts::File;
use crate::verify::stream::Stream;
use crate::verify::{Class, Finding, Reason};
use std::collections::HashMap;

/// From so many bytes on texts are not held together: an index over them takes 2.4 times as much while it is made. Below,
/// it answers many quotations much sooner than one text after another can.
pub const FROM: u64 = 64 * 1024 * 1024;

/// Answers quotations from `files`. If the work is stopped, what was not found until then is not checked.
pub fn one_by_one(
    work: &Work,
    numbers: &[usize],
    files: &[File],
    progress: &Progress,
) -> Result<Looked, Failure> {
    let queries = numbers.iter().map(|number| query(&work.asks[*number]));
    let mut stream = Stream::new(queries.collect(), work.policy.clone());
    let mut encodings: HashMap<String, &'static str> = HashMap::new();
    let mut passed_over = vec![];
    let mut read: Vec<&File> = vec![];
    for file in files {
        if work.stopped() {
            break;
        }
        let Some(text) = file.read()?.filter(|text| text.text.is_some()) else {
            progress.step();
            passed_over.push(file.path.clone());
            continue;
        };
        let encoding = text.encoding;
        if let Some(source) = source(text, work.stated) {
            encodings.extend(encoding.map(|encoding| (source.name.clone(), encoding)));
            stream.read(&source);
            read.push(file);
        }
        progress.step();
    }
    let stopped = work.stopped();
    // The texts were let go: the few that something comes near to in are read once more.
    let nearest = |finding: &Finding| {
        let near = finding.nearest.filter(|_| finding.source.is_none())?;
        let text = read.get(near.source)?.read().ok()??;
        let source = source(text, work.stated)?;
        let whole = source.text.get(near.span.start..near.span.end).is_some();
        whole.then(|| Nearest::new(&source, near.span))
    };
    let answer = |(number, (finding, source)): (&usize, (Finding, Option<String>))| {
        let answer = Answer {
            encoding: source
                .as_ref()
                .and_then(|name| encodings.get(name).copied()),
            nearest: nearest(&finding),
            source,
            finding,
        };
        let unknown = stopped && answer.finding.class == Class::NotFound;
        let answer = if unknown {
            Answer::unknown(Reason::NoText)
        } else {
            answer
        };
        (*number, answer)
    };
    let answers = numbers.iter().zip(stream.finish()).map(answer).collect();
    Ok(Looked {
        answers,
        passed_over,
    })
}
