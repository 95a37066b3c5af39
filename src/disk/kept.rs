//! Texts of sources as they were read, kept so that reading a case again reads only what has changed.

use super::beneath::{self, MOST_TEXT, Refused, Stamp};
use super::decode::decode;
use super::hash::hex;
use crate::text::Places;
use crate::text::paragraphs::Rule;
use cap_std::fs::Dir;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// A text as it was read.
#[derive(Clone, Debug)]
pub(super) struct Text {
    /// The words, or what the file is instead of a text.
    pub(super) words: Result<Arc<str>, &'static str>,
    /// SHA-256 of the file's bytes.
    pub(super) sha256: String,
    /// The encoding it was decoded from, if that is not UTF-8.
    pub(super) encoding: Option<&'static str>,
    /// What in it is not what it looks like.
    pub(super) hidden: Option<String>,
    /// Its places, by what counts as a paragraph.
    places: Vec<(Rule, Arc<Places>)>,
}

impl Text {
    fn new(bytes: Vec<u8>) -> Self {
        let sha256 = hex(&bytes);
        let (words, encoding) = match decode(bytes) {
            Ok((text, encoding)) => (Ok(Arc::from(text)), encoding),
            Err(what) => (Err(what), None),
        };
        let hidden = words
            .as_ref()
            .ok()
            .and_then(|text: &Arc<str>| crate::case::source_hygiene(text));
        Self {
            words,
            sha256,
            encoding,
            hidden,
            places: vec![],
        }
    }

    /// The places of the text by a rule.
    pub(super) fn places(&mut self, rule: Rule) -> Arc<Places> {
        if let Some((_, places)) = self.places.iter().find(|(own, _)| *own == rule) {
            return Arc::clone(places);
        }
        let text = self.words.as_deref().unwrap_or_default();
        let places = Arc::new(Places::new(text, rule));
        self.places.push((rule, Arc::clone(&places)));
        places
    }
}

/// The texts of one case's sources.
#[derive(Debug, Default)]
pub struct Texts {
    read: HashMap<String, (Option<Stamp>, Text)>,
    /// Paths asked for since [`Texts::begin`].
    asked: HashSet<String>,
}

impl Texts {
    /// The text at a path, read if it is new or changed.
    pub(super) fn at(&mut self, dir: &Dir, path: &str) -> Result<&mut Text, Refused> {
        if beneath::is_private(path) {
            return Err(Refused::Private);
        }
        let again = self.asked.contains(path);
        let stamp = beneath::stamp(dir, path)?;
        let known = self.read.get(path).is_some_and(|(before, _)| {
            // Within one reading a text named twice is read once.
            again || before.as_ref() == Some(&stamp)
        });
        if !known {
            let (bytes, stamp) = beneath::read_stamped(dir, path, MOST_TEXT)?;
            let stamp = stamp.is_settled().then_some(stamp);
            self.read.insert(path.to_owned(), (stamp, Text::new(bytes)));
        }
        self.asked.insert(path.to_owned());
        match self.read.get_mut(path) {
            Some((_, text)) => Ok(text),
            None => Err(Refused::Missing),
        }
    }

    /// Begins a reading.
    pub(super) fn begin(&mut self) {
        self.asked.clear();
    }

    /// Ends a reading: texts that nobody asked for are dropped.
    pub(super) fn end(&mut self) {
        let asked = std::mem::take(&mut self.asked);
        self.read.retain(|path, _| asked.contains(path));
    }
}
