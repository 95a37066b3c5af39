//! A text quotations are looked for in.
use std::sync::Arc;

use serde::Serialize;

use crate::text::lexicon::Language;

/// What kind of text it is; decides how much a change weighs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Interview, transcript: somebody spoke.
    Speech,
    /// Anything written.
    #[default]
    Document,
    /// Read by a machine from a picture; may be damaged.
    Ocr,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 3] = [Kind::Speech, Kind::Document, Kind::Ocr];

    /// The bare word machines read.
    pub const fn word(self) -> &'static str {
        match self {
            Kind::Speech => "speech",
            Kind::Document => "document",
            Kind::Ocr => "ocr",
        }
    }

    /// Reads the bare word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// A text with what is known about it.
#[derive(Clone, Debug)]
pub struct Source {
    /// What findings call it: an id, a path.
    pub name: String,
    /// The text as given.
    pub text: Arc<str>,
    /// What kind of text.
    pub kind: Kind,
    /// Its language; decides which word lists apply.
    pub language: Language,
}

impl Source {
    /// A source whose language is told by its commonest words.
    pub fn new(name: impl Into<String>, text: impl Into<Arc<str>>, kind: Kind) -> Self {
        let text = text.into();
        let language = Language::guess(&text);
        Self {
            name: name.into(),
            text,
            kind,
            language,
        }
    }

    /// The same source in a language somebody stated.
    #[must_use]
    pub fn in_language(mut self, tag: &str) -> Self {
        self.language = Language::from_tag(tag);
        self
    }
}
