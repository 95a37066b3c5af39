//! What is held of each source: its full text, a changed one, our notes, or nothing.

use super::beneath::Refused;
use super::kept::{Text, Texts};
use crate::case::records::Source;
use crate::case::{
    Body, Case, Code, Held, Holding, Kind, ParagraphRule, Problem, Severity, Sp, near,
};
use crate::text::Places;
use crate::text::paragraphs::Rule;
use cap_std::fs::Dir;
use std::path::Path;
use std::sync::Arc;

/// How many names of a folder are looked at for the file that was meant.
const MOST_NAMES: usize = 1000;

/// Reads what is there of every source's text, and reports what is wrong with it.
pub(super) fn hold(dir: &Dir, texts: &mut Texts, case: &mut Case, problems: &mut Vec<Problem>) {
    texts.begin();
    let mut held = vec![];
    for (ix, record) in case.of_kind(Kind::Source) {
        let Body::Source(source) = &record.body else {
            continue;
        };
        let mut holder = Holder {
            dir,
            texts,
            told: vec![],
        };
        held.extend(holder.holding(source).map(|holding| (ix, holding)));
        problems.extend(holder.told.into_iter().map(|told| Problem {
            code: told.code,
            severity: told.severity,
            file: record.file,
            span: told.at as usize..told.at as usize + told.length,
            id: Some(record.id.value.clone()),
            message: told.message,
            help: Some(told.help),
            also: None,
        }));
    }
    case.holdings = held.into_iter().collect();
    texts.end();
}

/// A fault of a source's file.
struct Told {
    code: Code,
    severity: Severity,
    at: u32,
    length: usize,
    message: String,
    help: String,
}

struct Holder<'a> {
    dir: &'a Dir,
    texts: &'a mut Texts,
    told: Vec<Told>,
}

impl Holder<'_> {
    fn tell(
        &mut self,
        code: Code,
        severity: Severity,
        at: &Sp<String>,
        message: String,
        help: &str,
    ) {
        self.told.push(Told {
            code,
            severity,
            at: at.at,
            length: at.value.len(),
            message,
            help: help.to_owned(),
        });
    }

    fn holding(&mut self, source: &Source) -> Option<Holding> {
        let file = source.file.given();
        file.and_then(|file| self.full(source, file))
            .or_else(|| self.notes(source.notes.given()?))
            .or_else(|| self.unreadable(file?))
    }

    /// A file that is there but is not text: worth knowing all the same.
    fn unreadable(&mut self, file: &Sp<String>) -> Option<Holding> {
        let text = self.texts.at(self.dir, &file.value).ok()?;
        Some(Holding {
            held: Held::None,
            path: Some(file.value.clone()),
            text: "".into(),
            places: Arc::new(Places::new("", Rule::Lines)),
            sha256: Some(text.sha256.clone()),
            encoding: None,
        })
    }

    fn full(&mut self, source: &Source, file: &Sp<String>) -> Option<Holding> {
        let text = match self.texts.at(self.dir, &file.value) {
            Ok(text) => text.clone(),
            Err(Refused::Missing) => {
                self.missing(source, file);
                return None;
            }
            Err(why) => {
                self.refused(file, &why);
                return None;
            }
        };
        let held = self.compare(source, file, &text.sha256);
        let words = self.words(file, &text)?;
        let rule = match source.paragraphs.get() {
            Some(ParagraphRule::BlankLines) => Rule::BlankLines,
            Some(ParagraphRule::Lines) => Rule::Lines,
            None if has_blank_lines(&words) => Rule::BlankLines,
            None => Rule::Lines,
        };
        self.hold(file, held, rule, Some(text.sha256))
    }

    fn notes(&mut self, path: &Sp<String>) -> Option<Holding> {
        let text = match self.texts.at(self.dir, &path.value) {
            Ok(text) => text.clone(),
            Err(why) => {
                self.refused(path, &why);
                return None;
            }
        };
        self.words(path, &text)?;
        self.hold(path, Held::Notes, Rule::Marks, None)
    }

    fn hold(
        &mut self,
        path: &Sp<String>,
        held: Held,
        rule: Rule,
        sha256: Option<String>,
    ) -> Option<Holding> {
        let text = self.texts.at(self.dir, &path.value).ok()?;
        Some(Holding {
            held,
            path: Some(path.value.clone()),
            places: text.places(rule),
            text: text.words.clone().ok()?,
            sha256,
            encoding: text.encoding,
        })
    }

    /// Compares the hash with the recorded one.
    fn compare(&mut self, source: &Source, file: &Sp<String>, sum: &str) -> Held {
        let path = &file.value;
        match source.sha256.given() {
            Some(recorded) if recorded.value.eq_ignore_ascii_case(sum) => Held::Full,
            Some(recorded) => {
                let message =
                    format!("{path} is not the file that was recorded: its SHA-256 is {sum}");
                let help = "compare it with the original; if the new one is right, record its hash";
                self.tell(Code::CHANGED, Severity::Warning, recorded, message, help);
                Held::Changed
            }
            None => {
                let message =
                    format!("no SHA-256 is recorded for {path}: nobody would notice if it changed");
                let help = "`casefile attach` records it";
                self.tell(Code::NO_HASH, Severity::Note, file, message, help);
                Held::Full
            }
        }
    }

    /// The words of a text; reports what there is to say about them.
    fn words(&mut self, path: &Sp<String>, text: &Text) -> Option<Arc<str>> {
        let words = match &text.words {
            Ok(words) => Arc::clone(words),
            Err(what) => {
                let message = format!("{} is {what}: it cannot be searched", path.value);
                let help = "take the text out of it first (for a PDF with `pdftotext -layout`) and name that file";
                self.tell(Code::NO_TEXT, Severity::Warning, path, message, help);
                return None;
            }
        };
        if let Some(encoding) = text.encoding {
            let message = format!("{} is not UTF-8; it was read as {encoding}", path.value);
            let help = "if letters look wrong, save it as UTF-8 and attach it again";
            self.tell(Code::DECODED, Severity::Note, path, message, help);
        }
        if let Some(hidden) = &text.hidden {
            let message = format!("{}: {hidden}", path.value);
            let help = "look at them in the words pane: they are shown there";
            self.tell(Code::IN_SOURCE, Severity::Warning, path, message, help);
        }
        Some(words)
    }

    fn missing(&mut self, source: &Source, file: &Sp<String>) {
        let path = &file.value;
        let attach = Refused::Missing.help();
        if source.sha256.get().is_some() {
            let message = format!("{path} is not on this machine: its words cannot be compared");
            self.tell(Code::ABSENT, Severity::Warning, file, message, attach);
            return;
        }
        let message = format!("{path}: {}", Refused::Missing);
        let help = match self.meant(path) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => attach.to_owned(),
        };
        self.tell(Code::FILE, Severity::Warning, file, message, &help);
    }

    fn refused(&mut self, path: &Sp<String>, why: &Refused) {
        let message = format!("{}: {why}", path.value);
        let help = match (why, self.meant(&path.value)) {
            (Refused::Missing, Some(meant)) => format!("did you mean `{meant}`?"),
            (Refused::Missing, None) => "write the file there, or take its path out".to_owned(),
            _ => why.help().to_owned(),
        };
        self.tell(Code::FILE, Severity::Error, path, message, &help);
    }

    /// A file beside a missing one whose name is nearly the same.
    fn meant(&self, path: &str) -> Option<String> {
        let path = super::beneath::inside(path).ok()?;
        let name = path.file_name()?.to_str()?;
        let parent = path.parent().filter(|p| !p.as_os_str().is_empty());
        let entries = match parent {
            Some(parent) => self.dir.read_dir(parent),
            None => self.dir.entries(),
        };
        let names: Vec<String> = entries
            .ok()?
            .take(MOST_NAMES)
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter(|other| !super::beneath::is_private(other))
            .collect();
        let meant = near(name, names.iter().map(String::as_str))?;
        Some(
            parent
                .unwrap_or(Path::new(""))
                .join(meant)
                .to_string_lossy()
                .into_owned(),
        )
    }
}

fn has_blank_lines(text: &str) -> bool {
    text.lines().any(|line| line.trim().is_empty())
}
