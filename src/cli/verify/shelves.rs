//! The texts that quotations are looked for in, read and indexed once each.

use super::asks::Ask;
use crate::cli::Failure;
use crate::cli::args::{KindWord, Verify};
use crate::disk::texts::{Text, text, texts};
use crate::verify::{Kind, Library, Reason, Source};
use rayon::prelude::*;
use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

/// Texts that are asked together.
pub struct Shelf {
    /// The texts with their index.
    pub library: Library,
    /// What each was decoded from, if not UTF-8.
    pub encodings: Vec<Option<&'static str>>,
}

/// One text named by a quotation, and the kind it was said to be.
type Named = (PathBuf, Option<Kind>);

/// All texts of a run.
pub struct Shelves {
    /// Those of `--in`.
    shared: Option<Shelf>,
    /// Those that quotations name.
    own: HashMap<Named, Result<Shelf, Reason>>,
}

impl Shelves {
    /// Reads what is needed.
    pub fn of(args: &Verify, asks: &[Ask]) -> Result<Self, Failure> {
        let stated = args.kind.map(KindWord::kind);
        let shared = match &args.within[..] {
            [] => None,
            paths => Some(shelf(texts(paths)?, stated)?),
        };
        let named: BTreeSet<Named> = asks
            .iter()
            .filter_map(|ask| Some((ask.source.clone()?, ask.kind)))
            .collect();
        let own = named.into_par_iter().map(|named| {
            let shelf = own(&named.0, named.1.or(stated));
            (named, shelf)
        });
        Ok(Self {
            shared,
            own: own.collect(),
        })
    }

    /// The texts to look in for one quotation, or why there are none.
    pub fn of_ask(&self, ask: &Ask) -> Result<&Shelf, Reason> {
        match &ask.source {
            None => self.shared.as_ref().ok_or(Reason::NoText),
            Some(path) => match self.own.get(&(path.clone(), ask.kind)) {
                Some(Ok(shelf)) => Ok(shelf),
                Some(Err(reason)) => Err(*reason),
                None => Err(Reason::NoText),
            },
        }
    }
}

fn own(path: &Path, kind: Option<Kind>) -> Result<Shelf, Reason> {
    let text = text(path).map_err(|_| Reason::NoText)?;
    if text.text.is_none() {
        return Err(Reason::Unreadable);
    }
    shelf(vec![text], kind).map_err(|_| Reason::Unreadable)
}

fn shelf(texts: Vec<Text>, kind: Option<Kind>) -> Result<Shelf, Failure> {
    let mut encodings = vec![];
    let mut sources = vec![];
    for text in texts {
        if let Some(words) = text.text {
            let name = text.path.to_string_lossy().into_owned();
            sources.push(Source::new(
                name,
                words,
                kind.unwrap_or_else(|| usual(&text.path)),
            ));
            encodings.push(text.encoding);
        }
    }
    let library = Library::new(sources).map_err(|_| {
        Failure::new(
            "the texts are larger together than one search can hold (4 GiB)",
            "look in one part of them at a time",
        )
    })?;
    Ok(Shelf { library, encodings })
}

/// What kind of text a file is where nobody says: subtitles are speech.
fn usual(path: &Path) -> Kind {
    let ending = path.extension().and_then(|ending| ending.to_str());
    match ending.map(str::to_ascii_lowercase).as_deref() {
        Some("srt" | "vtt") => Kind::Speech,
        _ => Kind::Document,
    }
}
