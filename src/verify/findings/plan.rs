//! What is to be asked about a quotation: the words, who should say them, and in which texts to look.
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use crate::case::records::Quote;
use crate::case::{Body, Case, Held, Locator, RecordIx, Ref, Who};
use crate::text::{Span, fold::fold};

use super::super::class::Reason;
use super::super::passage::{locate, where_from};
use super::FoundIn;
use super::basis::Basis;
use super::texts::{Text, Texts};

/// A text to look in.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub text: Arc<Text>,
    pub role: FoundIn,
    /// The place named for it.
    pub locator: Option<Locator>,
    /// Its bytes.
    pub located: Option<Span>,
}

/// The same text is the same object: texts that changed are new ones.
impl PartialEq for Step {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.text, &other.text)
            && (self.role, self.locator, self.located) == (other.role, other.locator, other.located)
    }
}

impl Eq for Step {}

impl Hash for Step {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        Arc::as_ptr(&self.text).hash(hasher);
        (self.role, self.locator, self.located).hash(hasher);
    }
}

/// A question, with all that the answer rests on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Plan {
    /// The words to be looked for, part by part.
    pub words: Vec<String>,
    /// True if those are the words of `original`.
    pub is_original: bool,
    /// True if they are a translation of which the original words are not recorded.
    pub is_translation: bool,
    /// The names of who should say them.
    pub speaker: Vec<String>,
    /// Names that mean the same party, as far as the words have one of them.
    pub aliases: Vec<Vec<String>>,
    /// The texts, in this order.
    pub steps: Vec<Step>,
    /// What to say where there is no text.
    pub without: Without,
}

/// Why there is no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Without {
    /// None is held.
    Text,
    /// There is a file, and no text in it.
    Reading,
}

impl Without {
    pub const fn reason(self) -> Reason {
        match self {
            Self::Text => Reason::NoText,
            Self::Reading => Reason::Unreadable,
        }
    }
}

/// What to ask about a quote record; nothing if its printed words are open or faulty.
pub(super) fn of_quote(case: &Case, basis: &Basis, ix: RecordIx) -> Option<Plan> {
    let record = case.records.get(ix.0 as usize)?;
    let Body::Quote(quote) = &record.body else {
        return None;
    };
    let printed = quote.printed.get()?;
    let words = match quote.original.get() {
        Some(original) => vec![original.clone()],
        None => printed
            .parts
            .iter()
            .map(|part| part.value.clone())
            .collect(),
    };
    Some(plan(case, basis, ix, words))
}

/// What to ask about `words` printed as the quotation that a record holds.
pub(super) fn plan(case: &Case, basis: &Basis, ix: RecordIx, words: Vec<String>) -> Plan {
    let record = case.at(ix);
    let empty = Quote::default();
    let quote = match &record.body {
        Body::Quote(quote) => quote,
        _ => &empty,
    };
    let is_original = quote.original.get().is_some();
    let is_translated = quote.translator.is_there()
        || quote
            .treatment
            .get()
            .is_some_and(|how| fold(how).contains("translat"));
    let source = where_from(case, record).0;
    Plan {
        speaker: quote.who.get().map_or(vec![], |who| names(case, who)),
        aliases: basis.aliases.among(&words),
        words,
        is_original,
        is_translation: is_translated && !is_original,
        steps: steps(case, &basis.texts, ix),
        without: source.map_or(Without::Text, |source| without(case, source)),
    }
}

/// The texts to look in: the source's own, else what it was read in, else those of `scope`, else our notes.
fn steps(case: &Case, texts: &Texts, ix: RecordIx) -> Vec<Step> {
    let record = case.at(ix);
    let (source, via) = where_from(case, record);
    let scope = match &record.body {
        Body::Quote(quote) => quote.scope.items(),
        _ => &[],
    };
    let named = source.map(|r| (r, FoundIn::Source));
    let read_in = via.map(|r| (r, FoundIn::Via));
    let scope = scope.iter().map(|r| (&r.value, FoundIn::Other));
    let all: Vec<(&Ref, FoundIn)> = named.into_iter().chain(read_in).chain(scope).collect();
    let mut steps: Vec<Step> = vec![];
    for notes in [false, true] {
        for (reference, role) in &all {
            let Some(text) = texts.get(&reference.id) else {
                continue;
            };
            let known = steps.iter().any(|step| Arc::ptr_eq(&step.text, text));
            if known || text.is_full() == notes {
                continue;
            }
            steps.push(Step {
                text: Arc::clone(text),
                role: if notes { FoundIn::Notes } else { *role },
                locator: reference.locator(),
                located: located(case, reference),
            });
        }
    }
    steps
}

/// The bytes of the place a reference names.
pub(super) fn located(case: &Case, reference: &Ref) -> Option<Span> {
    let holding = case.holdings.get(&case.find(&reference.id)?)?;
    locate(&holding.places, reference.locator()?)
}

/// Why there is no text of a source: a file without text is something else than no file.
fn without(case: &Case, source: &Ref) -> Without {
    let holding = case.find(&source.id).and_then(|ix| case.holdings.get(&ix));
    match holding {
        Some(holding) if holding.held == Held::None && holding.path.is_some() => Without::Reading,
        _ => Without::Text,
    }
}

/// The names of a party; nobody where a document speaks for itself.
fn names(case: &Case, who: &Who) -> Vec<String> {
    let Some(id) = who.id() else {
        return vec![who.as_str().to_owned()];
    };
    match case.record(id).map(|record| &record.body) {
        Some(Body::Party(party)) => names_of(party),
        _ => vec![],
    }
}

pub(super) fn names_of(party: &crate::case::records::Party) -> Vec<String> {
    let other = party.aka.items().iter().map(|aka| aka.value.clone());
    party.name.get().cloned().into_iter().chain(other).collect()
}
