//! Other places of the draft that print the same figure or name, and those that still print another number for it.

use super::outcome::Outcome;
use super::quantity::Said;
use super::read::Found;
use super::reading::{Reading, stem};
use super::rules::{House, compare};
use super::sentence::place;
use super::target::{Target, of_record, targets};
use super::value::Value;
use crate::case::{Body, Case, Draft, FileIx, Kind, Node, RecordIx, Ref, Sentence};
use crate::text::fold::fold;
use crate::text::lexicon::Language;
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// Another place of the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Also {
    /// The sentence.
    pub sentence: u32,
    /// The file it stands in.
    pub file: FileIx,
    /// The bytes of the figure or name in the file.
    pub at: Range<usize>,
    /// The words there.
    pub words: String,
    /// What is printed there.
    pub prints: Prints,
}

/// What another place prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prints {
    /// The same figure.
    Same,
    /// The same name, or another spelling of it that is as good.
    Name,
    /// The same thing with another number: perhaps a form from before a change.
    Other,
}

/// How many places are given at most; a page shows no more.
const MOST: usize = 200;

/// Every place of the draft that prints the figure or name of a record, or, for a sentence, one of its own; its own place left out.
pub fn also_prints(case: &Case, node: Node) -> Vec<Also> {
    let Some(draft) = &case.draft else {
        return vec![];
    };
    let language = draft.language;
    let names = match node {
        Node::Record(ix) => names_of(case, ix),
        Node::Sentence(_) => vec![],
    };
    let wanted = match node {
        Node::Record(ix) => {
            let record = case.at(ix);
            of_record(case, record, &Ref::whole(&record.id.value), language)
        }
        Node::Sentence(at) => match draft.sentences.get(at as usize) {
            Some(sentence) => targets(case, sentence, language),
            None => vec![],
        },
    };
    if wanted.is_empty() && names.is_empty() {
        return vec![];
    }
    let mut all = vec![];
    for (n, sentence) in (0u32..).zip(&draft.sentences) {
        if node == Node::Sentence(n) {
            continue;
        }
        all.extend(named(case, draft, n, sentence, &names));
        if !wanted.is_empty() {
            let reading = Reading::of(case, sentence, language);
            for found in &reading.found {
                if let Some(prints) = wanted
                    .iter()
                    .find_map(|target| prints(target, found, &reading))
                {
                    all.push(also(case, draft, n, sentence, found.span.clone(), prints));
                }
            }
        }
        if all.len() >= MOST {
            break;
        }
    }
    all
}

fn names_of(case: &Case, ix: RecordIx) -> Vec<String> {
    let Body::Party(party) = &case.at(ix).body else {
        return vec![];
    };
    let aka = party.aka.items().iter().map(|aka| aka.value.clone());
    party
        .name
        .get()
        .cloned()
        .into_iter()
        .chain(aka)
        .filter(|name| !name.is_empty())
        .collect()
}

fn named(
    case: &Case,
    draft: &Draft,
    n: u32,
    sentence: &Sentence,
    names: &[String],
) -> Option<Also> {
    let mut longest: Vec<&String> = names.iter().collect();
    longest.sort_by_key(|name| std::cmp::Reverse(name.len()));
    longest.into_iter().find_map(|name| {
        let at = sentence.words.find(name.as_str())?;
        let whole = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        let alone = whole(sentence.words[..at].chars().next_back())
            && whole(sentence.words[at + name.len()..].chars().next());
        alone.then(|| also(case, draft, n, sentence, at..at + name.len(), Prints::Name))
    })
}

fn also(
    case: &Case,
    draft: &Draft,
    n: u32,
    sentence: &Sentence,
    words: Range<usize>,
    prints: Prints,
) -> Also {
    Also {
        sentence: n,
        file: draft.file,
        at: place(case, draft, sentence, words.clone()),
        words: sentence.words.get(words).unwrap_or_default().to_owned(),
        prints,
    }
}

/// What a number prints of a target: the same figure of the same thing, or another one for it in much the same words.
fn prints(target: &Target, found: &Found, reading: &Reading) -> Option<Prints> {
    let (Said::Number(own), Said::Number(theirs)) =
        (&found.quantity.said, &target.value.quantity()?.said)
    else {
        return None;
    };
    if !target.counts_same(found) {
        return None;
    }
    if own == theirs {
        return Some(Prints::Same);
    }
    // "About fifty" for 49 is no number from before a change.
    let source = target.value.quantity()?;
    let fits = compare(&found.quantity, source, &House::plain(None)).outcome == Outcome::Consistent;
    (!fits && target.is_about(reading) && is_near(*own, *theirs)).then_some(Prints::Other)
}

/// Within a quarter: a number that was corrected is seldom corrected by more, and another quantity is seldom so near.
fn is_near(own: super::Num, theirs: super::Num) -> bool {
    let quarter = theirs.size().percent(super::Num::whole(25));
    let off = own.minus(theirs).map(super::Num::size);
    matches!((off, quarter), (Some(off), Some(quarter)) if off <= quarter)
}

/// A sentence that still prints another number for what a claim prints, and the claim.
pub struct Old {
    /// The place.
    pub also: Also,
    /// The claim that has the number now.
    pub claim: RecordIx,
    /// What its source says now.
    pub now: String,
}

/// Claims that count a thing of one name at most: what more claims count tells nothing about a sentence.
const MOST_ALIKE: usize = 100;

/// Every sentence without a citation that has a claim's words and thing counted, and another number.
pub fn old_forms(case: &Case, draft: &Draft, language: Language) -> Vec<Old> {
    let sentences = (0u32..).zip(&draft.sentences);
    let uncited = sentences.filter(|(_, s)| s.is_uncited() && !s.wants.is_empty());
    let read: Vec<(u32, &Sentence, Reading)> = uncited
        .map(|(n, s)| (n, s, Reading::of(case, s, language)))
        .filter(|(_, _, reading)| !reading.found.is_empty())
        .collect();
    if read.is_empty() {
        return vec![];
    }
    let nouns: FxHashSet<&str> = read
        .iter()
        .flat_map(|(_, _, reading)| &reading.found)
        .map(noun)
        .collect();
    let by_noun = claims_by_noun(case, &nouns, language);
    let mut all = vec![];
    for (n, sentence, reading) in &read {
        for found in &reading.found {
            let claims = by_noun.get(noun(found)).map_or(&[][..], Vec::as_slice);
            if claims.len() > MOST_ALIKE {
                continue;
            }
            let known = |wanted: Prints| {
                let mut claims = claims.iter();
                claims.find(|(_, target)| prints(target, found, reading) == Some(wanted))
            };
            if known(Prints::Same).is_some() {
                continue;
            }
            if let Some((claim, target)) = known(Prints::Other) {
                let place = found.span.clone();
                all.push(Old {
                    also: also(case, draft, *n, sentence, place, Prints::Other),
                    claim: *claim,
                    now: target.value.spoken(),
                });
            }
        }
    }
    all
}

fn noun(found: &Found) -> &str {
    found.counted.as_deref().map(stem).unwrap_or_default()
}

/// The claims that count things of these names.
fn claims_by_noun(
    case: &Case,
    nouns: &FxHashSet<&str>,
    language: Language,
) -> FxHashMap<String, Vec<(RecordIx, Target)>> {
    let mut by_noun: FxHashMap<String, Vec<(RecordIx, Target)>> = FxHashMap::default();
    for (ix, record) in case.of_kind(Kind::Claim) {
        let says = match &record.body {
            Body::Claim(claim) => claim.says.get().map(|says| fold(says)),
            _ => None,
        };
        let says = says.unwrap_or_default();
        if !says.split(' ').any(|word| nouns.contains(stem(word))) {
            continue;
        }
        for target in of_record(case, record, &Ref::whole(&record.id.value), language) {
            if !matches!(target.value, Value::Quantity(_)) {
                continue;
            }
            for noun in target.nouns() {
                if nouns.contains(noun.as_str()) {
                    let claims = by_noun.entry(noun).or_default();
                    if claims.len() <= MOST_ALIKE {
                        claims.push((ix, target.clone()));
                    }
                }
            }
        }
    }
    by_noun
}
