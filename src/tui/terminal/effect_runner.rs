//! What the desk wants done elsewhere, carried out: the terminal's side of every effect.
//!
//! What takes a moment is handed to the worker or the writer, each a thread of its own; only what the terminal or another program
//! does is done here.

use super::queue::Job;
use super::run::Next;
use super::signals;
use super::worker::{self, Asker};
use super::writer::{self, Addition};
use crate::disk::editor::Editor;
use crate::disk::{Watch, browser, clipboard, log, remember, watch};
use crate::tui::desk::{Effect, Left, Msg, Open, Why};
use crossbeam_channel::Sender;
use ratatui::crossterm::clipboard::CopyToClipboard;
use ratatui::crossterm::execute;
use std::io;
use std::path::PathBuf;

/// Carries out what the desk wants done.
#[derive(Debug)]
pub struct EffectRunner {
    /// The folder of the case that the desk shows.
    folder: PathBuf,
    watch: Option<Watch>,
    worker: Asker,
    writer: Sender<(Addition, PathBuf, Sender<Msg>)>,
    /// Where the worker tells what came of the editor.
    answers: Option<Sender<Msg>>,
}

impl EffectRunner {
    /// Carries out what is asked about a case in a folder.
    ///
    /// # Errors
    /// If no thread can be started.
    pub fn new(folder: PathBuf, open: Open) -> io::Result<Self> {
        let worker = worker::start(folder.clone(), open)?;
        Ok(Self {
            folder,
            watch: None,
            writer: writer::start(worker.clone())?,
            worker,
            answers: None,
        })
    }

    /// Begins an effect.
    pub fn perform(&mut self, effect: Effect, answers: &Sender<Msg>) -> Next<Msg, Effect> {
        match effect {
            Effect::Quit => return Next::Quit,
            Effect::Suspend if !signals::has_shell() => {
                return Next::Tell(Msg::Failed(
                    "no shell started casefile here, so nothing could bring it back; q leaves it"
                        .to_owned(),
                ));
            }
            Effect::Suspend => return Next::Suspend,
            Effect::Redraw => return Next::Redraw,
            Effect::Edit { .. } => {
                self.answers = Some(answers.clone());
                return Next::Outside(effect);
            }
            Effect::Copy { what, text } => return Next::Tell(copy(what, &text)),
            Effect::OpenUrl(url) => return Next::Tell(open_url(&url)),
            Effect::Watch(folder) => return self.watch(folder, answers.clone()),
            Effect::Remember(left) => self.keep(left),
            Effect::OpenCase(path) => self.worker.ask(Job::Open(path), answers),
            Effect::Read(why) => self.worker.ask(Job::Read(why), answers),
            Effect::Compare(reading, first) => {
                self.worker.ask(Job::Compare(reading, first), answers);
            }
            Effect::Search { number, query } => {
                self.worker.ask(Job::Search(number, query), answers);
            }
            Effect::Verify { number, words } => {
                self.worker.ask(Job::Verify(number, words), answers);
            }
            Effect::Export(what) => self.worker.ask(Job::Export(what), answers),
            Effect::Write(line) => self.add(Addition::Line(line), answers),
            Effect::Inbox(quote) => self.add(Addition::Quote(quote), answers),
            Effect::Attach { source, file } => self.add(Addition::Text(source, file), answers),
        }
        Next::Done
    }

    /// Carries out an effect while the terminal is given back.
    pub fn outside(&mut self, effect: Effect) -> Msg {
        let Effect::Edit { path, line } = effect else {
            return Msg::Failed("nothing to do outside".to_owned());
        };
        let edited =
            Editor::of_user().and_then(|editor| editor.edit(&self.folder.join(path), line));
        match (edited, &self.answers) {
            (Ok(()), Some(answers)) => {
                self.worker.ask(Job::Read(Why::Asked), answers);
                Msg::Drawn
            }
            (Ok(()), None) => Msg::Drawn,
            (Err(why), _) => Msg::Failed(why),
        }
    }

    /// Has something added to the case that the desk shows.
    fn add(&self, addition: Addition, answers: &Sender<Msg>) {
        // A writer that is gone cannot be asked; it goes only with the program.
        let _ = self
            .writer
            .send((addition, self.folder.clone(), answers.clone()));
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

    /// Has changes to the files of the case on the desk told as they happen.
    fn watch(&mut self, folder: PathBuf, answers: Sender<Msg>) -> Next<Msg, Effect> {
        let watching = watch(&folder, move |_| {
            // A desk that is gone needs no news.
            let _ = answers.send(Msg::Touched);
        });
        self.folder = folder;
        match watching {
            Ok(watch) => {
                self.watch = Some(watch);
                Next::Done
            }
            Err(why) => {
                self.watch = None;
                Next::Tell(Msg::Failed(why))
            }
        }
    }
}

fn open_url(url: &str) -> Msg {
    match browser::address(url).and_then(|address| browser::open(&address)) {
        Ok(()) => Msg::Done("handed to the browser".to_owned()),
        Err(why) => Msg::Failed(why),
    }
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
