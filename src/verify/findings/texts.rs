//! The texts held of a case, each with an index over its words that is made when it is first asked.
use std::hash::{Hash, Hasher};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use rustc_hash::{FxHashMap, FxHasher};

use crate::case::records::Source as SourceRecord;
use crate::case::{Body, Case, Held, Holding, Kind as RecordKind, SourceKind};
use crate::text::Span;

use super::super::index::Library;
use super::super::pair_index::PairIndex;
use super::super::printed::Printed;
use super::super::source::{Kind, Source};
use super::super::story::quotations;
use crate::text::lexicon::Language;

/// Numbers for texts. They only tell texts apart, so no other memory hangs on their order.
static NUMBERS: AtomicU64 = AtomicU64::new(0);

/// A text held of a source.
#[derive(Debug)]
pub(super) struct Text {
    /// No other text has this number, not even one that is gone.
    number: u64,
    /// The source's id.
    pub id: Arc<str>,
    pub held: Held,
    pub kind: Kind,
    /// The language somebody stated; else it is told by the words.
    stated: Option<Language>,
    pub words: Arc<str>,
    index: OnceLock<Indexed>,
}

/// An index, and where each of its texts begins: notes are read only between quotation marks.
#[derive(Debug)]
pub(super) struct Indexed {
    pub library: Option<Library>,
    pub starts: Vec<usize>,
}

impl Text {
    /// The index over its words.
    pub fn index(&self) -> &Indexed {
        self.index.get_or_init(|| match self.held {
            Held::Notes => {
                let runs = quotations(&self.words);
                let spans: Vec<Span> = runs
                    .iter()
                    .map(super::super::story::Quotation::span)
                    .collect();
                let sources = spans
                    .iter()
                    .map(|span| self.source(span.of(&self.words).into()));
                Indexed {
                    library: Library::new(sources.collect()).ok(),
                    starts: spans.iter().map(|span| span.start).collect(),
                }
            }
            Held::Full | Held::Changed | Held::None => Indexed {
                library: Library::new(vec![self.source(Arc::clone(&self.words))]).ok(),
                starts: vec![0],
            },
        })
    }

    fn language(&self) -> Language {
        self.stated.unwrap_or_else(|| Language::guess(&self.words))
    }

    fn source(&self, words: Arc<str>) -> Source {
        Source {
            name: self.id.to_string(),
            text: words,
            kind: self.kind,
            language: self.language(),
        }
    }

    /// True if it is a source's own text, or was before somebody changed it.
    pub const fn is_full(&self) -> bool {
        matches!(self.held, Held::Full | Held::Changed)
    }

    fn is_same(&self, other: &Self) -> bool {
        self.id == other.id
            && self.held == other.held
            && self.kind == other.kind
            && self.stated == other.stated
            && (Arc::ptr_eq(&self.words, &other.words) || self.words == other.words)
    }
}

/// All texts held of a case.
#[derive(Debug, Default)]
pub(super) struct Texts {
    /// In the order of the sources.
    pub all: Vec<Arc<Text>>,
    by_id: FxHashMap<Arc<str>, usize>,
    /// Another number when any text is another one.
    state: u64,
    /// Which full text shares words with a quotation, by their places in `all`; made when first asked.
    pairs: Arc<OnceLock<Pairs>>,
}

/// The pairs of words of the full texts, and where each of these is among all.
#[derive(Debug)]
struct Pairs {
    index: PairIndex,
    full: Vec<usize>,
}

/// So many texts are looked through one by one.
const FEW: usize = 8;

impl Texts {
    /// The texts of a case; those that are the same as before are kept with their indexes.
    pub fn again(&self, case: &Case) -> Self {
        let stated = stated_languages(case);
        let mut new = Self::default();
        for (ix, record) in case.of_kind(RecordKind::Source) {
            let (Body::Source(source), Some(holding)) = (&record.body, case.holdings.get(&ix))
            else {
                continue;
            };
            if holding.held == Held::None {
                continue;
            }
            let id: &str = &record.id.value;
            let tag = source.lang.get().map(String::as_str);
            let tag = tag.or_else(|| stated.get(id).copied().flatten());
            let text = text(id, source, holding, tag);
            let text = match self.get(id) {
                Some(before) if before.is_same(&text) => Arc::clone(before),
                _ => Arc::new(text),
            };
            new.by_id.insert(Arc::clone(&text.id), new.all.len());
            new.all.push(text);
        }
        let mut hasher = FxHasher::default();
        for text in &new.all {
            text.number.hash(&mut hasher);
        }
        new.state = hasher.finish();
        if new.state == self.state {
            new.pairs = Arc::clone(&self.pairs);
        }
        new
    }

    /// The full texts in which a quotation may stand, in the order of the sources: those left out surely do not hold it.
    pub fn that_may_hold(&self, printed: &Printed) -> Vec<&Arc<Text>> {
        if self.all.len() <= FEW {
            return self.all.iter().filter(|text| text.is_full()).collect();
        }
        let Pairs { index, full } = self.pairs.get_or_init(|| self.pairs());
        let numbers = index.may_hold(printed).into_iter();
        let ats = numbers.filter_map(|number| full.get(number as usize));
        ats.filter_map(|at| self.all.get(*at)).collect()
    }

    fn pairs(&self) -> Pairs {
        let full = (0..).zip(&self.all).filter(|(_, text)| text.is_full());
        let (full, words): (Vec<usize>, Vec<&str>) =
            full.map(|(at, text)| (at, &*text.words)).unzip();
        Pairs {
            index: PairIndex::new(&words),
            full,
        }
    }

    /// What is held of a source.
    pub fn get(&self, id: &str) -> Option<&Arc<Text>> {
        self.by_id.get(id).map(|at| &self.all[*at])
    }

    /// A number that is another one when any text is.
    pub const fn state(&self) -> u64 {
        self.state
    }
}

fn text(id: &str, source: &SourceRecord, holding: &Holding, tag: Option<&str>) -> Text {
    let words = Arc::clone(&holding.text);
    Text {
        number: NUMBERS.fetch_add(1, Ordering::Relaxed),
        id: id.into(),
        held: holding.held,
        kind: kind(source),
        stated: tag.map(Language::from_tag),
        words,
        index: OnceLock::new(),
    }
}

fn kind(source: &SourceRecord) -> Kind {
    if source.ocr.get() == Some(&true) {
        return Kind::Ocr;
    }
    match source.kind.get() {
        Some(SourceKind::Interview | SourceKind::Transcript) => Kind::Speech,
        Some(
            SourceKind::Document
            | SourceKind::Statement
            | SourceKind::Article
            | SourceKind::Report
            | SourceKind::Release
            | SourceKind::Email
            | SourceKind::Dataset
            | SourceKind::Legislation
            | SourceKind::Post
            | SourceKind::Treaty,
        )
        | None => Kind::Document,
    }
}

/// The language that the quotes of a source state where they agree; nothing where they do not.
fn stated_languages(case: &Case) -> FxHashMap<&str, Option<&str>> {
    let mut stated: FxHashMap<&str, Option<&str>> = FxHashMap::default();
    for (_, record) in case.of_kind(RecordKind::Quote) {
        let Body::Quote(quote) = &record.body else {
            continue;
        };
        if let Some((source, lang)) = quote.source.get().zip(quote.lang.get()) {
            let lang = Some(lang.as_str());
            let entry = stated.entry(&source.id).or_insert(lang);
            if *entry != lang {
                *entry = None;
            }
        }
    }
    stated
}
