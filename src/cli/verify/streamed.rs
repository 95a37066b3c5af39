//! Large folders: one text after another is read, asked and let go, so that no more than one is held, and no index.

use super::shelves::{query, source};
use super::{Answer, Told, Work};
use crate::cli::Failure;
use crate::cli::progress::Progress;
use crate::disk::texts::File;
use crate::verify::stream::Stream;
use crate::verify::{Class, Reason};
use std::collections::HashMap;

/// From so many bytes on texts are not held together.
pub const FROM: u64 = 16 * 1024 * 1024;

/// Answers quotations from `files`. If the work is stopped, what was not found until then is not checked.
pub fn one_by_one(
    work: &Work,
    numbers: &[usize],
    files: &[File],
    progress: &Progress,
) -> Result<Told, Failure> {
    let queries = numbers.iter().map(|number| query(&work.asks[*number]));
    let mut stream = Stream::new(queries.collect(), work.policy.clone());
    let mut encodings: HashMap<String, &'static str> = HashMap::new();
    let mut unread = vec![];
    for file in files {
        if work.stopped() {
            break;
        }
        let text = file.read()?;
        let (encoding, path) = (text.encoding, text.path.clone());
        match source(text, work.stated) {
            Some(source) => {
                encodings.extend(encoding.map(|encoding| (source.name.clone(), encoding)));
                stream.read(&source);
            }
            None => unread.push(path),
        }
        progress.step();
    }
    let stopped = work.stopped();
    let answer = |(number, (finding, source)): (&usize, (_, Option<String>))| {
        let answer = Answer {
            encoding: source
                .as_ref()
                .and_then(|name| encodings.get(name).copied()),
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
    Ok(Told { answers, unread })
}
