//! What the desk wants done elsewhere, carried out: the terminal's side of every effect.

use super::desk::{Effect, Export, Found, Left, Msg, Open, Snippet, Spot};
use super::export::export;
use super::log_lines::{question, ruling, undo};
use super::reader::{Assessed, Reader, Why, index};
use super::run::Next;
use super::signals;
use crate::case::{Kind, RecordIx};
use crate::disk::attach::{OnMismatch, attach};
use crate::disk::editor::Editor;
use crate::disk::inbox::{self, NewRecord};
use crate::disk::{NotDone, Watch, browser, clipboard, log, open_case, recall, remember, watch};
use crate::ruling::{Assessment, Entry, may_sign};
use crate::search::{Answer, EntryKind, Search, Thing, Tier};
use crossbeam_channel::Sender;
use ratatui::crossterm::clipboard::CopyToClipboard;
use ratatui::crossterm::execute;
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// The most hits of a search that are listed.
const MOST_HITS: usize = 200;

/// Where effects are carried out.
#[derive(Debug)]
pub struct Workshop {
    folder: PathBuf,
    search: Search,
    /// The number of the newest question: older searches stop.
    newest: Arc<AtomicU64>,
    reader: Reader,
    /// The case that the desk shows.
    last: Open,
    watch: Option<Watch>,
    assessed: Assessed,
    /// Set when the comparing under way is of a reading that is over.
    stop: Arc<AtomicBool>,
}

impl Workshop {
    /// A workshop for a case in a folder.
    pub fn new(folder: PathBuf, open: &Open) -> Self {
        let mut search = Search::default();
        index(&mut search, open);
        let assessed = Assessed::default();
        let reader = Reader::new(folder.clone(), open, search.clone(), Arc::clone(&assessed));
        Self {
            folder,
            search,
            newest: Arc::default(),
            reader,
            last: open.clone(),
            watch: None,
            assessed,
            stop: Arc::default(),
        }
    }

    /// Begins an effect.
    pub fn perform(&mut self, effect: Effect, answers: &Sender<Msg>) -> Next<Msg, Effect> {
        match effect {
            Effect::Quit => Next::Quit,
            Effect::Suspend if !signals::has_shell() => Next::Tell(Msg::Failed(
                "no shell started casefile here, so nothing could bring it back; q leaves it"
                    .to_owned(),
            )),
            Effect::Suspend => Next::Suspend,
            Effect::Redraw => Next::Redraw,
            Effect::OpenCase(path) => Next::Tell(self.open_case(path)),
            Effect::Reread => self.read(Why::Asked, answers),
            Effect::Refresh => self.read(Why::Touched, answers),
            Effect::Watch => self.watch(answers.clone()),
            Effect::Compare(reading, first) => {
                if let Some((open, search)) = self.reader.taken(reading) {
                    (self.last, self.search) = (open, search);
                }
                self.compare(first, answers.clone());
                Next::Done
            }
            Effect::Search { number, query } => {
                self.search(number, query, answers.clone());
                Next::Done
            }
            Effect::Verify { number, words } => {
                self.verify(number, words, answers.clone());
                Next::Done
            }
            Effect::Copy { what, text } => Next::Tell(copy(what, &text)),
            Effect::Edit { .. } => Next::Outside(effect),
            Effect::OpenUrl(url) => {
                let opened = browser::address(&url).and_then(|address| browser::open(&address));
                Next::Tell(match opened {
                    Ok(()) => Msg::Done("handed to the browser".to_owned()),
                    Err(why) => Msg::Failed(why),
                })
            }
            Effect::Attach { source, file } => self.attach(source, file, answers.clone()),
            Effect::Inbox(quote) => self.inbox(&quote, answers),
            Effect::Renew => self.read(Why::Saved, answers),
            Effect::Rule(made) => {
                let mut told = format!("saved: {} is {}", made.name, made.ruling.plainly());
                if !may_sign(&self.last.case, &made.by) {
                    told.push_str(", and does not count: its author is not in the team");
                }
                self.save(ruling(&self.last.case, *made), told, answers.clone());
                Next::Done
            }
            Effect::Undo { id, on } => match undo(&self.last.logs, &id) {
                Some(entry) => {
                    let told = format!("saved: your ruling on {on} is taken back");
                    self.save(entry, told, answers.clone());
                    Next::Done
                }
                None => Next::Tell(Msg::Failed("that ruling is not there any more".to_owned())),
            },
            Effect::Ask(asked) => {
                let told = match asked.answers {
                    Some(_) => "saved: your answer",
                    None => "saved: your question",
                };
                let entry = question(&self.last.case, *asked);
                self.save(entry, told.to_owned(), answers.clone());
                Next::Done
            }
            // Nothing is written: `by` in config.toml is the user's to set.
            Effect::KnowMe(_) => Next::Done,
            Effect::Export(what) => Next::Tell(match self.export(what) {
                Ok(path) => Msg::Done(format!("wrote {path}")),
                Err(why) => Msg::Failed(why),
            }),
            Effect::Remember(left) => {
                self.keep(left);
                Next::Done
            }
        }
    }

    /// Carries out an effect while the terminal is given back.
    pub fn outside(&mut self, effect: Effect) -> Msg {
        let Effect::Edit { path, line } = effect else {
            return Msg::Failed("nothing to do outside".to_owned());
        };
        let edited =
            Editor::of_user().and_then(|editor| editor.edit(&self.folder.join(path), line));
        match edited {
            Ok(()) => {
                let mut told = Msg::Drawn;
                self.reader.read(Why::Asked, |msg| told = msg);
                told
            }
            Err(why) => Msg::Failed(why),
        }
    }

    /// Turns to another case; on failure everything stays as it is.
    fn open_case(&mut self, path: PathBuf) -> Msg {
        match open_case(&path) {
            Ok(opened) => {
                self.reader.close();
                let left = left(&path);
                let open = Open::new(opened.case, opened.problems, opened.logs);
                self.stop.store(true, Ordering::Relaxed);
                *self = Self::new(path, &open);
                Msg::Opened(open, left)
            }
            Err(why) => Msg::Failed(format!("{}; {}", why.why, why.help)),
        }
    }

    /// Adds a line to its author's log, on a thread of its own: a lock may have to be waited for.
    fn save(&self, entry: Entry, told: String, answers: Sender<Msg>) {
        let (folder, line) = (self.folder.clone(), entry.id.clone());
        let failed = Msg::NotSaved(line.clone(), FAULT.to_owned());
        std::thread::spawn(move || {
            let told_to = answers.clone();
            or_tell(&answers, failed, move || {
                let msg = match log::save(&folder, &entry.to_json()) {
                    Ok(saved) => {
                        let told = format!("{told} ({}, line {})", saved.path, saved.seq);
                        Msg::Saved(line, told)
                    }
                    Err(why) => Msg::NotSaved(line, format!("{why}; {}", why.help())),
                };
                // A desk that is gone cannot be told; the line is in the log or it is not.
                let _ = told_to.send(msg);
            });
        });
    }

    /// What was computed last, with the number of the reading it is of.
    fn known(&self) -> (u64, Arc<Assessment>) {
        let kept = self.assessed.lock();
        kept.map(|kept| (kept.0, Arc::clone(&kept.1)))
            .unwrap_or_default()
    }

    /// Nothing is written of a case as it was before.
    fn export(&self, what: Export) -> Result<String, String> {
        let (reading, known) = self.known();
        if reading == self.last.reading {
            return export(what, &self.last, &known, &self.folder);
        }
        let (case, logs) = (&self.last.case, &self.last.logs);
        let assessed = Assessment::of(case, logs, known.findings.again(case));
        export(what, &self.last, &assessed, &self.folder)
    }

    /// Reads the case again on a thread of its own.
    fn read(&self, why: Why, answers: &Sender<Msg>) -> Next<Msg, Effect> {
        let (reader, answers) = (self.reader.clone(), answers.clone());
        std::thread::spawn(move || read(&reader, why, &answers));
        Next::Done
    }

    /// Remembers where the desk was left.
    pub fn keep(&self, mut left: Left) {
        if let Some(visit) = &mut left.visit {
            // A visit that was not looked at anew keeps its time.
            if visit.at.is_empty() {
                visit.at = log::stamp();
            }
        }
        if let Ok(text) = serde_json::to_string(&left) {
            remember(&self.folder, &text);
        }
    }

    /// Has changes to the files told as they happen.
    fn watch(&mut self, answers: Sender<Msg>) -> Next<Msg, Effect> {
        let watching = watch(&self.folder, move |_| {
            // A desk that is gone needs no news.
            let _ = answers.send(Msg::Touched);
        });
        match watching {
            Ok(watch) => {
                self.watch = Some(watch);
                Next::Done
            }
            Err(why) => Next::Tell(Msg::Failed(why)),
        }
    }

    /// Compares all quotations on a thread of its own and tells each as soon as it is known.
    fn compare(&mut self, first: Option<RecordIx>, answers: Sender<Msg>) {
        self.stop.store(true, Ordering::Relaxed);
        self.stop = Arc::default();
        let (stop, kept) = (Arc::clone(&self.stop), Arc::clone(&self.assessed));
        let (case, reading) = (Arc::clone(&self.last.case), self.last.reading);
        let logs = Arc::clone(&self.last.logs);
        let failed = Msg::Failed(format!("not everything was compared: {FAULT}"));
        std::thread::spawn(move || {
            let told_to = answers.clone();
            or_tell(&answers, failed, move || {
                let before = kept.lock().map(|kept| Arc::clone(&kept.1));
                let first: Vec<RecordIx> = first.into_iter().collect();
                let before = before.unwrap_or_default();
                let findings = before.findings.each(&case, &first, &stop, |ix, found| {
                    // A desk that is gone needs no answer.
                    let _ = told_to.send(Msg::Compared(reading, ix, Box::new(found.clone())));
                });
                if stop.load(Ordering::Relaxed) {
                    return;
                }
                let assessed = Arc::new(Assessment::of(&case, &logs, findings));
                if let Ok(mut kept) = kept.lock() {
                    *kept = (reading, Arc::clone(&assessed));
                }
                let _ = told_to.send(Msg::Assessed(reading, assessed));
            });
        });
    }

    fn search(&self, number: u64, query: String, answers: Sender<Msg>) {
        self.newest.store(number, Ordering::Relaxed);
        let (search, newest) = (self.search.clone(), Arc::clone(&self.newest));
        rayon::spawn(move || {
            let failed = Msg::Failed(format!("nothing was found: {FAULT}"));
            or_tell(&answers, failed, || {
                let stop = || newest.load(Ordering::Relaxed) != number;
                search.ask(&query, MOST_HITS, &stop, &mut |answer| {
                    // A desk that is gone needs no answer.
                    let _ = answers.send(Msg::Found(found(number, answer, &search)));
                });
            });
        });
    }

    /// Holds pasted words against every text of the case.
    fn verify(&self, number: u64, words: String, answers: Sender<Msg>) {
        let (kept, case) = (Arc::clone(&self.assessed), Arc::clone(&self.last.case));
        rayon::spawn(move || {
            let failed = Msg::Failed(format!("the words were not compared: {FAULT}"));
            or_tell(&answers, failed, || {
                let known = kept.lock().map(|kept| Arc::clone(&kept.1));
                let found = known.unwrap_or_default().findings.of_words(&case, &words);
                // A desk that is gone needs no answer.
                let _ = answers.send(Msg::Verified(number, Box::new(found)));
            });
        });
    }

    /// Brings a text in on a thread of its own: its hash has to be computed.
    fn attach(&self, source: String, file: PathBuf, answers: Sender<Msg>) -> Next<Msg, Effect> {
        let (folder, reader) = (self.folder.clone(), self.reader.clone());
        std::thread::spawn(move || {
            let failed = Msg::Failed(format!("nothing was attached: {FAULT}"));
            or_tell(&answers, failed, || {
                let attached =
                    open_case(&folder)
                        .map_err(|why| why.to_string())
                        .and_then(|opened| {
                            attach(&opened, &source, &file, OnMismatch::Refuse)
                                .map_err(|why| told(&why))
                        });
                match attached {
                    Ok(_) => read(&reader, Why::Asked, &answers),
                    Err(why) => {
                        let _ = answers.send(Msg::Failed(why));
                    }
                }
            });
        });
        Next::Done
    }

    fn inbox(&self, quote: &super::desk::NewQuote, answers: &Sender<Msg>) -> Next<Msg, Effect> {
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
        match inbox::append(&self.folder, &record) {
            Ok(_) => self.read(Why::Asked, answers),
            Err(why) => Next::Tell(Msg::Failed(told(&why))),
        }
    }
}

/// Reads the case again and tells the desk.
fn read(reader: &Reader, why: Why, answers: &Sender<Msg>) {
    let failed = Msg::Failed(format!("the case was not read again: {FAULT}"));
    or_tell(answers, failed, || {
        // A desk that is gone needs no answer.
        reader.read(why, |msg| drop(answers.send(msg)));
    });
}

/// What is said of work that ended in a fault of our own.
const FAULT: &str = "a fault of casefile's own. Your files are as they were";

/// Does work on another thread. A fault of our own in it ends neither the desk, as it would from a thread of the pool, nor is it
/// waited for in vain.
fn or_tell(answers: &Sender<Msg>, failed: Msg, work: impl FnOnce()) {
    if panic::catch_unwind(AssertUnwindSafe(work)).is_err() {
        let _ = answers.send(failed);
    }
}

/// What was not done and what to do next, in one line.
pub(super) fn told(why: &NotDone) -> String {
    if why.help.is_empty() {
        why.what.clone()
    } else {
        format!("{}; {}", why.what, why.help)
    }
}

/// Where the desk was last left on a case.
pub(super) fn left(folder: &std::path::Path) -> Left {
    recall(folder)
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default()
}

fn copy(what: &'static str, text: &str) -> Msg {
    for route in clipboard::routes() {
        match route {
            clipboard::Route::Tool(tool) => {
                if clipboard::give(tool, text).is_ok() {
                    return Msg::Done(format!("copied the {what} with {}", tool[0]));
                }
            }
            clipboard::Route::Terminal => {
                if execute!(std::io::stdout(), CopyToClipboard::to_clipboard_from(text)).is_ok() {
                    return Msg::Done(format!(
                        "the {what} went to the terminal's clipboard (OSC 52); if it takes it"
                    ));
                }
            }
        }
    }
    Msg::Failed(format!(
        "the {what} could not be copied: no clipboard takes it here"
    ))
}

pub(super) fn found(number: u64, answer: Answer, search: &Search) -> Found {
    let hits = answer.hits.into_iter().filter_map(|hit| {
        let spot = match search.thing(hit.key)?.1 {
            Thing::Record(ix) => Spot::Record(ix),
            Thing::Sentence(at) => Spot::Sentence(at),
            Thing::Passage(ix, at) => Spot::Text(ix, at),
        };
        let heading = match hit.kind {
            EntryKind::Sentence => "draft",
            EntryKind::Passage => "source words",
            kind => kind.name(),
        };
        let snippet = Snippet {
            text: hit.text,
            marks: hit.highlights,
            close: hit.tier == Tier::Close,
        };
        Some((spot, heading, snippet))
    });
    Found {
        number,
        hits: hits.collect(),
        exact: answer.exact,
        close: answer.close,
        hint: answer.hints.into_iter().next(),
    }
}
