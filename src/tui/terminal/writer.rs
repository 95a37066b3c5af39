//! The thread that adds to the files of a case, one thing after the other: a log may be locked by somebody else for a while, and
//! neither the keys nor the search wait for that.

use super::fault::{FAULT, or_tell, told};
use super::queue::Job;
use super::worker::Asker;
use crate::case::Kind;
use crate::disk::attach::{OnMismatch, attach};
use crate::disk::inbox::{self, NewRecord};
use crate::disk::{log, open_case};
use crate::tui::desk::{Msg, NewLine, NewQuote, Why};
use crossbeam_channel::{Receiver, Sender, unbounded};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::{io, thread};

/// Something to be added to a case.
#[derive(Debug)]
pub enum Addition {
    /// A line to its author's log.
    Line(Box<NewLine>),
    /// A record to `inbox.yaml`.
    Quote(NewQuote),
    /// A text to keep as a source's: the source's id, the file.
    Text(String, PathBuf),
}

/// An addition, the folder of the case it is for, and who is told what comes of it.
type Asked = (Addition, PathBuf, Sender<Msg>);

/// Starts the writer; what it is sent it does in that order.
///
/// # Errors
/// If no thread can be started.
pub fn start(worker: Asker) -> io::Result<Sender<Asked>> {
    let (send, asked) = unbounded();
    let writer = Writer {
        worker,
        lines: Lines::default(),
    };
    thread::Builder::new()
        .name("writer".to_owned())
        .spawn(move || writer.run(&asked))?;
    Ok(send)
}

struct Writer {
    worker: Asker,
    lines: Lines,
}

/// The names of lines that were tried to be written and are not on the disk yet, by their numbers: tried again, a line bears the
/// same name, so that it counts once.
#[derive(Default)]
struct Lines(HashMap<u64, String>);

impl Writer {
    fn run(mut self, asked: &Receiver<Asked>) {
        while let Ok((addition, folder, answers)) = asked.recv() {
            let failed = failed(&addition);
            or_tell(&answers, failed, || match addition {
                Addition::Line(line) => {
                    // A desk that is gone cannot be told; the line is in the log or it is not.
                    let _ = answers.send(self.lines.write(*line, &folder));
                }
                Addition::Quote(quote) => self.read_after(add_quote(&quote, &folder), &answers),
                Addition::Text(source, file) => {
                    self.read_after(add_text(&source, &file, &folder), &answers);
                }
            });
        }
    }

    /// Has the case read again with what was added to it.
    fn read_after(&self, added: Result<(), String>, answers: &Sender<Msg>) {
        match added {
            Ok(()) => self.worker.ask(Job::Read(Why::Asked), answers),
            Err(why) => drop(answers.send(Msg::Failed(why))),
        }
    }
}

impl Lines {
    /// Adds a line to its author's log.
    fn write(&mut self, line: NewLine, folder: &Path) -> Msg {
        let NewLine {
            number,
            mut entry,
            told,
        } = line;
        let id = self.0.entry(number).or_insert_with(log::new_id);
        entry.id.clone_from(id);
        entry.at = log::stamp();
        match log::save(folder, &entry.to_json()) {
            Ok(saved) => {
                self.0.remove(&number);
                let told = format!("{told} ({}, line {})", saved.path, saved.seq);
                Msg::Saved(number, told)
            }
            Err(why) => Msg::NotSaved(number, format!("{why}; {}", why.help())),
        }
    }
}

/// What is said where an addition ended in a fault of our own.
fn failed(addition: &Addition) -> Msg {
    match addition {
        Addition::Line(line) => Msg::NotSaved(line.number, FAULT.to_owned()),
        Addition::Quote(_) => Msg::Failed(format!("no quote was made: {FAULT}")),
        Addition::Text(..) => Msg::Failed(format!("nothing was attached: {FAULT}")),
    }
}

fn add_quote(quote: &NewQuote, folder: &Path) -> Result<(), String> {
    let fields = [
        ("who", &quote.who),
        ("source", &quote.source),
        ("printed", &quote.printed),
    ];
    let fields = fields
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value.clone().into()));
    let record = NewRecord {
        kind: Kind::Quote,
        id: quote.id.clone(),
        fields: fields.collect(),
    };
    let added = inbox::append(folder, &record);
    added.map(drop).map_err(|why| told(&why))
}

fn add_text(source: &str, file: &Path, folder: &Path) -> Result<(), String> {
    let opened = open_case(folder).map_err(|why| why.to_string())?;
    let attached = attach(&opened, source, file, OnMismatch::Refuse);
    attached.map(drop).map_err(|why| told(&why))
}

#[cfg(test)]
mod tests {
    use super::Lines;
    use crate::ruling::Entry;
    use crate::tui::desk::{Msg, NewLine};

    #[test]
    #[allow(clippy::disallowed_methods, reason = "a test makes its own files")]
    fn a_line_that_could_not_be_written_bears_the_same_name_when_it_is_tried_again() {
        let folder = tempfile::tempdir().unwrap();
        let checks = folder.path().join("checks");
        std::fs::write(&checks, "no folder").unwrap();
        let line = NewLine {
            number: 1,
            entry: Entry::new(String::new(), String::new(), "kl".to_owned()),
            told: "saved".to_owned(),
        };
        let mut lines = Lines::default();
        let failed = lines.write(line.clone(), folder.path());
        assert!(matches!(failed, Msg::NotSaved(1, _)), "{failed:?}");
        let id = lines.0[&1].clone();
        std::fs::remove_file(&checks).unwrap();
        let saved = lines.write(line, folder.path());
        let Msg::Saved(1, told) = saved else {
            panic!("{saved:?}")
        };
        assert!(told.starts_with("saved (checks/kl@"), "{told}");
        let log = std::fs::read_dir(&checks).unwrap().next().unwrap().unwrap();
        let written = std::fs::read_to_string(log.path()).unwrap();
        assert!(written.contains(&id), "{written}");
    }
}
