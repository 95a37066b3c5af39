//! Many texts, ready for many questions: where any two neighbouring words stand.
//!
//! Five bytes a word: a place and a tag that tells chance neighbours of the same bucket apart. The words themselves
//! are read from the texts again when a place is looked at.
use crate::text::Span;

use super::check::{Readings, check};
use super::finding::Finding;
use super::lookup::{Lookup, each_said};
use super::query::Query;
use super::severity::Policy;
use super::shelf::{Layout, Shelf};
use super::source::Source;

/// The most bytes one library holds; a place takes 32 bits.
pub const MOST_BYTES: usize = u32::MAX as usize;

/// Sources with an index over their words.
#[derive(Debug)]
pub struct Library {
    sources: Vec<Source>,
    layout: Layout,
    index: Index,
}

impl Library {
    /// Indexes `sources`; gives them back where they are more than [`MOST_BYTES`] in all.
    ///
    /// # Errors
    /// The sources, where there are too many bytes.
    pub fn new(sources: Vec<Source>) -> Result<Self, Vec<Source>> {
        if sources
            .iter()
            .map(|source| source.text.len())
            .sum::<usize>()
            > MOST_BYTES
        {
            return Err(sources);
        }
        let layout = Layout::new(&sources);
        let index = Index::new(&sources, &layout);
        Ok(Self {
            sources,
            layout,
            index,
        })
    }

    /// The sources, in the order given.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// Looks for the printed words and says what was changed.
    pub fn check(&self, query: &Query, policy: &Policy) -> Finding {
        let shelf = Shelf {
            sources: &self.sources,
            layout: &self.layout,
            lookup: &self.index,
        };
        check(&shelf, &Readings::new(&query.printed), query, policy)
    }

    /// How many bytes the index takes beside the texts.
    pub fn index_bytes(&self) -> usize {
        let held: usize = self.index.held.iter().map(|held| held.0.len() * 8).sum();
        self.index.offsets.len() * 4
            + self.index.places.len() * 5
            + self.index.frequency.len() * 4
            + held
    }
}

#[derive(Debug)]
struct Index {
    /// Where each bucket begins in `places`.
    offsets: Vec<u32>,
    places: Vec<u32>,
    tags: Vec<u8>,
    frequency: Vec<u32>,
    /// Which words each source holds.
    held: Vec<Held>,
    words: u64,
    bits: u32,
}

/// The words of one text as bits that several may share: what is not there is known, what is there is likely.
#[derive(Debug)]
struct Held(Vec<u64>);

impl Held {
    fn new(bytes: usize) -> Self {
        Self(vec![0; (bytes / 512).next_power_of_two()])
    }

    #[inline]
    fn bit(&self, word: u32) -> (usize, u64) {
        let mixed = word.wrapping_mul(0x9E37_79B9);
        (
            (mixed >> 6) as usize & (self.0.len() - 1),
            1 << (mixed & 63),
        )
    }

    #[inline]
    fn put(&mut self, word: u32) {
        let (place, bit) = self.bit(word);
        self.0[place] |= bit;
    }

    fn has(&self, word: u32) -> bool {
        let (place, bit) = self.bit(word);
        self.0[place] & bit != 0
    }
}

/// Bucket bits and tag of two neighbouring words.
#[inline]
const fn mix(first: u32, second: u32) -> u32 {
    (first.wrapping_mul(0x85EB_CA6B) ^ second.rotate_left(15)).wrapping_mul(0xC2B2_AE35)
}

/// The pairs of words are gathered by the first bits of their hash, so that each part is put in order within the cache.
const PARTS_BITS: u32 = 6;

/// Pairs of words as they are read: hash and place.
type Pairs = Vec<(u32, u32)>;

impl Index {
    fn new(sources: &[Source], layout: &Layout) -> Self {
        let bytes = layout.end.max(2);
        let bits = (usize::BITS - (bytes / 12).leading_zeros()).clamp(16, 22);
        let slots = 1usize << (bits - 2);
        let mut index = Index {
            offsets: vec![0; (1usize << bits) + 1],
            places: Vec::new(),
            tags: Vec::new(),
            frequency: vec![0; slots],
            held: Vec::with_capacity(sources.len()),
            words: 0,
            bits,
        };
        let parts = index.gather(sources, layout);
        let total = parts.iter().flatten().map(Vec::len).sum();
        index.places = vec![0; total];
        index.tags = vec![0; total];
        let mut filled = 0;
        for (number, part) in parts.into_iter().enumerate() {
            filled = index.put_in_order(number, part, filled);
        }
        // While a bucket was filled its beginning moved on to its end, which is the beginning of the next.
        index.offsets.rotate_right(1);
        index.offsets[0] = 0;
        index
    }

    /// Reads all texts once. Each part is a list of blocks, so that nothing is moved while it grows.
    fn gather(&mut self, sources: &[Source], layout: &Layout) -> Vec<Vec<Pairs>> {
        let block = (layout.end >> (PARTS_BITS + 5)).clamp(32, 1 << 14);
        let mut parts: Vec<Vec<Pairs>> = vec![Vec::new(); 1 << PARTS_BITS];
        for (number, source) in sources.iter().enumerate() {
            let base = layout.bases[number];
            let mut last: Option<(u32, u32)> = None;
            let mut held = Held::new(source.text.len());
            each_said(&source.text, &layout.furniture[number], |hash, at| {
                held.put(hash);
                let at = u32::try_from(base + at).unwrap_or(u32::MAX);
                self.words += 1;
                let slot = self.slot(hash);
                self.frequency[slot] += 1;
                if let Some((before, place)) = last {
                    let mixed = mix(before, hash);
                    let part = &mut parts[(mixed >> (32 - PARTS_BITS)) as usize];
                    match part.last_mut() {
                        Some(pairs) if pairs.len() < block => pairs.push((mixed, place)),
                        _ => {
                            let mut pairs = Vec::with_capacity(block);
                            pairs.push((mixed, place));
                            part.push(pairs);
                        }
                    }
                }
                last = Some((hash, at));
            });
            self.held.push(held);
        }
        parts
    }

    /// Puts the pairs of part `number` into their buckets, which begin at place `filled`; gives where the next part begins.
    fn put_in_order(&mut self, number: usize, part: Vec<Pairs>, mut filled: u32) -> u32 {
        let shift = 32 - self.bits;
        for (mixed, _) in part.iter().flatten() {
            self.offsets[(mixed >> shift) as usize] += 1;
        }
        let buckets = 1usize << (self.bits - PARTS_BITS);
        for offset in &mut self.offsets[number * buckets..(number + 1) * buckets] {
            (*offset, filled) = (filled, filled + *offset);
        }
        for pairs in part {
            for (mixed, at) in pairs {
                let slot = &mut self.offsets[(mixed >> shift) as usize];
                self.places[*slot as usize] = at;
                self.tags[*slot as usize] = tag(mixed);
                *slot += 1;
            }
        }
        filled
    }

    #[inline]
    fn slot(&self, word: u32) -> usize {
        (word.wrapping_mul(0x27D4_EB2F) >> 7) as usize & (self.frequency.len() - 1)
    }

    fn bucket(&self, mixed: u32) -> std::ops::Range<usize> {
        let bucket = (mixed >> (32 - self.bits)) as usize;
        self.offsets[bucket] as usize..self.offsets[bucket + 1] as usize
    }
}

/// The bits of the hash that the bucket does not use.
#[inline]
const fn tag(mixed: u32) -> u8 {
    (mixed & 0xFF) as u8
}

impl Lookup for Index {
    fn count(&self, first: u32, second: u32) -> usize {
        let mixed = mix(first, second);
        memchr::memchr_iter(tag(mixed), &self.tags[self.bucket(mixed)]).count()
    }

    fn places(&self, first: u32, second: u32, range: Span, give: &mut dyn FnMut(usize)) {
        let mixed = mix(first, second);
        let bucket = self.bucket(mixed);
        let places = &self.places[bucket.clone()];
        let from = places.partition_point(|at| (*at as usize) < range.start);
        for (place, own) in places[from..].iter().zip(&self.tags[bucket][from..]) {
            let at = *place as usize;
            if at >= range.end {
                break;
            }
            if *own == tag(mixed) {
                give(at);
            }
        }
    }

    fn may_hold(&self, number: usize, word: u32) -> bool {
        self.held.get(number).is_none_or(|held| held.has(word))
    }

    fn frequency(&self, word: u32) -> u64 {
        u64::from(self.frequency[self.slot(word)])
    }

    fn words(&self) -> u64 {
        self.words
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::{Class, Kind, check_quote};

    #[test]
    fn with_and_without_an_index_the_answer_is_the_same() {
        let one = "The army and the police put the protests down, she said. In two months 49 people were killed by the armed forces.";
        let two = "Nothing of the sort was ever said here, by anybody, at any time, about anything at all.";
        let sources = vec![
            Source::new("one", one, Kind::Speech),
            Source::new("two", two, Kind::Document),
        ];
        let library = Library::new(sources.clone()).unwrap();
        for words in [
            "49 people were killed by the armed forces",
            "49 people were not killed by the armed forces",
            "ever said here by anybody",
            "police",
            "no such words stand anywhere in it",
        ] {
            let query = Query::new(words);
            assert_eq!(
                library.check(&query, &Policy::default()),
                check_quote(&sources, &query, &Policy::default()),
                "{words}"
            );
        }
        assert_eq!(
            library
                .check(
                    &Query::new("49 people were killed by the armed forces"),
                    &Policy::default()
                )
                .class,
            Class::Verbatim
        );
    }
}
