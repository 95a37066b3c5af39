//! Where the words behind a claim, sentence or record stand: the passages of source texts to be read.

use crate::case::records::{Claim, Contact};
use crate::case::{
    Amount, Body, Case, Held, Holding, Locator, Node, Part, Record, RecordIx, Ref, titles,
};
use crate::text::lexicon::{Language, List};
use crate::text::typography::{Spelling, spelling};
use crate::text::{Places, Span, Token, tokens};

/// Whether the text read is the one the words were said in, or one that reports them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standpoint {
    /// The source itself.
    SaidTo,
    /// What we read it in.
    ReadIn,
}

/// A place in a source that a record stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The record whose words or figures are meant: a quote, a permit, a casualty figure.
    pub of: Option<RecordIx>,
    /// The source whose text is read.
    pub source: RecordIx,
    /// Whether that is the source itself or what it was read in.
    pub standpoint: Standpoint,
    /// How far the text is the source's own.
    pub held: Held,
    /// The place named for it, if any.
    pub locator: Option<Locator>,
    /// The bytes of the place named, if the text has it.
    pub located: Option<Span>,
    /// Where the words themselves stand, in order; empty if they were not found as printed.
    pub words: Vec<Span>,
}

impl Passage {
    /// The byte to show first: the words, else the place named, else the beginning.
    pub fn first_byte(&self) -> usize {
        let words = self.words.first().map(|span| span.start);
        words.or(self.located.map(|span| span.start)).unwrap_or(0)
    }

    /// True if the words stand outside the place that was named for them.
    pub fn is_elsewhere(&self) -> bool {
        match (self.located, self.words.first()) {
            (Some(place), Some(words)) => !place.overlaps(*words),
            _ => false,
        }
    }
}

/// The most records followed from one sentence or claim; a screen shows no more.
const MOST: usize = 64;

/// Every passage that a sentence or record stands on, in the order of its evidence. Each place is given once.
pub fn passages(case: &Case, node: Node) -> Vec<Passage> {
    let mut found: Vec<Passage> = vec![];
    let mut seen: Vec<RecordIx> = vec![];
    match node {
        Node::Record(ix) => follow(case, ix, &mut seen, &mut found),
        Node::Sentence(ix) => {
            let draft = case.draft.as_ref();
            let sentence = draft.and_then(|draft| draft.sentences.get(ix as usize));
            for cited in sentence.into_iter().flat_map(|s| s.cites()) {
                cite(case, cited, &mut seen, &mut found);
            }
        }
    }
    let mut once: Vec<Passage> = Vec::with_capacity(found.len());
    for passage in found {
        if !once.contains(&passage) {
            once.push(passage);
        }
    }
    once
}

/// A reference used as evidence: a place in a source, or a record that has its own places.
fn cite(case: &Case, cited: &Ref, seen: &mut Vec<RecordIx>, found: &mut Vec<Passage>) {
    let Some(ix) = case.find(&cited.id) else {
        return;
    };
    match case.at(ix).body {
        Body::Source(_) => found.extend(read_in(case, None, cited, Standpoint::SaidTo, &[])),
        _ => follow(case, ix, seen, found),
    }
}

fn follow(case: &Case, ix: RecordIx, seen: &mut Vec<RecordIx>, found: &mut Vec<Passage>) {
    if seen.contains(&ix) || seen.len() >= MOST {
        return;
    }
    seen.push(ix);
    let record = case.at(ix);
    match &record.body {
        Body::Claim(claim) => follow_claim(case, claim, seen, found),
        Body::Contact(contact) => follow_contact(case, contact, seen, found),
        Body::Source(_) => {
            let whole = Ref::whole(&record.id.value);
            found.extend(read_in(case, None, &whole, Standpoint::SaidTo, &[]));
        }
        Body::Request(request) => {
            for gave in request.gave.items() {
                cite(case, &gave.value, seen, found);
            }
        }
        Body::Party(_) => {}
        Body::Permit(_) | Body::Quote(_) | Body::Casualty(_) | Body::Figure(_) | Body::Event(_) => {
            found.extend(own_passage(case, ix, record));
        }
    }
}

fn follow_claim(case: &Case, claim: &Claim, seen: &mut Vec<RecordIx>, found: &mut Vec<Passage>) {
    for cited in claim.evidence.items().iter().chain(claim.against.items()) {
        cite(case, &cited.value, seen, found);
    }
}

fn follow_contact(
    case: &Case,
    contact: &Contact,
    seen: &mut Vec<RecordIx>,
    found: &mut Vec<Passage>,
) {
    if let Some(reply) = contact.reply.get() {
        cite(case, reply, seen, found);
    }
    for printed in contact.printed.items() {
        cite(case, &printed.value, seen, found);
    }
}

/// A record's own place: in its source where that is held, else in what it was read in.
fn own_passage(case: &Case, ix: RecordIx, record: &Record) -> Option<Passage> {
    let (source, via) = where_from(case, record);
    let wanted = wanted_words(record);
    let in_source = source.and_then(|r| read_in(case, Some(ix), r, Standpoint::SaidTo, &wanted));
    match in_source {
        Some(passage) if passage.held != Held::None => Some(passage),
        otherwise => via
            .and_then(|r| read_in(case, Some(ix), r, Standpoint::ReadIn, &wanted))
            .or(otherwise),
    }
}

/// The source a record names, and what it was read in: the record's own `via`, else its source's.
pub fn where_from<'a>(case: &'a Case, record: &'a Record) -> (Option<&'a Ref>, Option<&'a Ref>) {
    let (source, via) = match &record.body {
        Body::Permit(r) => (&r.source, &r.via),
        Body::Quote(r) => (&r.source, &r.via),
        Body::Casualty(r) => (&r.source, &r.via),
        Body::Figure(r) => (&r.source, &r.via),
        Body::Event(r) => (&r.source, &r.via),
        Body::Source(r) => return (None, r.via.get()),
        Body::Party(_) | Body::Request(_) | Body::Claim(_) | Body::Contact(_) => {
            return (None, None);
        }
    };
    let via = via
        .get()
        .or_else(|| match &case.record(&source.get()?.id)?.body {
            Body::Source(source) => source.via.get(),
            _ => None,
        });
    (source.get(), via)
}

/// The words to be marked in the text: a quote's own, a number as print may set it.
fn wanted_words(record: &Record) -> Vec<Vec<String>> {
    let amounts: Vec<&Amount> = match &record.body {
        Body::Quote(quote) => {
            let parts = quote.printed.get().into_iter().flat_map(|p| &p.parts);
            return parts.map(|part| vec![part.value.clone()]).collect();
        }
        Body::Figure(figure) => figure.value.get().into_iter().collect(),
        Body::Casualty(c) => [&c.killed, &c.injured, &c.missing]
            .into_iter()
            .filter_map(|count| count.get())
            .collect(),
        Body::Permit(permit) => {
            let value = permit.value.get();
            value.and_then(|v| v.amount.get()).into_iter().collect()
        }
        _ => vec![],
    };
    amounts.into_iter().map(numerals).collect()
}

/// An amount as a text may print it.
fn numerals(amount: &Amount) -> Vec<String> {
    let numbers = match amount {
        Amount::Number(n) => vec![*n],
        Amount::Range(range) => [range.best, range.min, range.max]
            .into_iter()
            .flatten()
            .collect(),
    };
    numbers
        .iter()
        .flat_map(|n| spellings(&n.to_string()))
        .collect()
}

/// A number as a text may print it. A lone digit is not among them: it numbers sections, pages and notes.
fn spellings(plain: &str) -> Vec<String> {
    let mut all = vec![];
    if plain.len() > 1 {
        all.extend([titles::grouped(plain), plain.to_owned()]);
    }
    // Print spells small counts. One and two are everywhere in other senses.
    let small = plain.parse().is_ok_and(|n: u8| (3..=20).contains(&n));
    let spelled = Language::English.lexicon().word_for(List::Numbers, plain);
    if let Some(word) = spelled.filter(|_| small) {
        let (first, rest) = word.split_at(1);
        all.extend([word.to_owned(), format!("{}{rest}", first.to_uppercase())]);
    }
    all
}

fn read_in(
    case: &Case,
    of: Option<RecordIx>,
    reference: &Ref,
    standpoint: Standpoint,
    wanted: &[Vec<String>],
) -> Option<Passage> {
    let source = case.find(&reference.id)?;
    let Body::Source(_) = case.at(source).body else {
        return None;
    };
    let locator = match &reference.part {
        Part::Locator(locator) => Some(*locator),
        Part::Whole | Part::Field(_) => None,
    };
    let holding = case.holdings.get(&source);
    let located = holding
        .zip(locator)
        .and_then(|(holding, locator)| locate(&holding.places, locator));
    let words = holding.map_or(vec![], |holding| {
        find_all(holding, located, of.is_some(), wanted)
    });
    Some(Passage {
        of,
        source,
        standpoint,
        held: holding.map_or(Held::None, |holding| holding.held),
        locator,
        located,
        words,
    })
}

/// The bytes a locator names in a text.
pub fn locate(places: &Places, locator: Locator) -> Option<Span> {
    match locator {
        Locator::Pages(from, to) => places.pages(from, to),
        Locator::Paragraphs(from, to) => {
            let (first, last) = (places.paragraph(from)?, places.paragraph(to)?);
            Some(Span::new(first.start, last.end))
        }
        Locator::Lines(from, to) => places.lines(from as usize, to as usize),
        Locator::Time(seconds) => places.time(seconds),
    }
}

fn find_all(
    holding: &Holding,
    located: Option<Span>,
    anywhere: bool,
    wanted: &[Vec<String>],
) -> Vec<Span> {
    let text = &*holding.text;
    let whole = Span::new(0, text.len());
    let mut found = vec![];
    for spellings in wanted {
        let at = |place: Span| spellings.iter().find_map(|words| find(text, place, words));
        let hit = located.and_then(at);
        // Numbers are everywhere; they are marked only at the place named.
        let far = anywhere && spellings.len() == 1;
        found.extend(hit.or_else(|| if far { at(whole) } else { None }));
    }
    found
}

/// Where words stand in a part of a text, exactly or in other typography.
pub fn find(text: &str, place: Span, words: &str) -> Option<Span> {
    let inside = text.get(place.start..place.end)?;
    let wanted = tokens::words(words);
    let (first, last) = (wanted.first()?, wanted.last()?);
    let core = &words[first.start..last.end];
    let hashes: Vec<u32> = wanted.iter().map(|token| token.hash).collect();
    let there = tokens::words(inside);
    let same = |window: &[Token]| {
        let run = window
            .iter()
            .map(|token| token.hash)
            .eq(hashes.iter().copied());
        let span = Span::new(window[0].start, window[window.len() - 1].end);
        (run && spelling(span.of(inside), core) <= Spelling::Typographic).then_some(span)
    };
    let hit = there.windows(hashes.len()).find_map(same)?;
    Some(Span::new(hit.start + place.start, hit.end + place.start))
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::text::Span;

    #[test]
    fn words_are_found_in_any_typography_and_nothing_else() {
        let text = "She said: \u{201c}In two months, 49 people weren\u{2019}t\u{a0}safe.\u{201d} 1,200 were hurt.";
        let whole = Span::new(0, text.len());
        let found = |words| find(text, whole, words).map(|span| span.of(text));
        assert_eq!(
            found("49 people weren't safe"),
            Some("49 people weren\u{2019}t\u{a0}safe")
        );
        assert_eq!(found("49 people were safe"), None);
        assert_eq!(found("49 People weren't safe"), None);
        assert_eq!(found("1,200"), Some("1,200"));
        assert_eq!(found("120"), None);
        assert_eq!(found(""), None);
        assert_eq!(find(text, Span::new(0, 8), "two months"), None);
    }
}
