//! A part of the index that is built and replaced as one: what came from one file.

use super::entry::{Amounts, Days, Entry, EntryKey, EntryKind, Weight};
use super::filter::{Facet, kind_value, value};
use super::fold::Words;
use super::vocabulary::Vocabulary;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Entries with their words. Never changes once built.
#[derive(Debug, Default)]
pub struct Segment {
    pub(super) entries: Vec<Kept>,
    pub(super) vocabulary: Vocabulary,
    /// Where each vocabulary word's postings begin; one more at the end.
    starts: Vec<u32>,
    /// Entry number times four plus weight, by word, then by entry.
    postings: Vec<u32>,
    /// The texts as written, one after the other.
    text: String,
    /// The plain folded words: `\n a b \n c \n` for an entry with two texts. Words in a row are a substring of it.
    rows: String,
    fields: Vec<KeptField>,
    facets: Vec<(Facet, String)>,
    entry_facets: Vec<u32>,
    days: Vec<Days>,
    amounts: Vec<Amounts>,
}

/// What is kept of an entry beside its words; the numbers are where its parts end.
#[derive(Debug)]
pub(super) struct Kept {
    pub key: EntryKey,
    pub kind: EntryKind,
    /// Where in `rows` its id and own words end.
    own: u32,
    rows: u32,
    fields: u32,
    facets: u32,
    days: u32,
    amounts: u32,
}

#[derive(Debug)]
struct KeptField {
    end: u32,
    weight: Weight,
    shown: bool,
}

fn small(n: usize) -> u32 {
    u32::try_from(n).expect("a segment's texts are bounded by Segment::MOST_BYTES")
}

impl Segment {
    /// Entries are spread over several segments so that no one holds more than about this (bytes of text).
    pub const MOST_BYTES: usize = 64 << 20;
    /// One text is looked through so far and no farther (bytes).
    const MOST_FIELD: usize = 32 << 20;

    /// Reads the entries' words.
    pub fn build(entries: Vec<Entry>) -> Self {
        let mut build = Build::default();
        for entry in entries {
            build.add(entry);
        }
        build.finish()
    }

    /// How many entries.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Bytes held, about.
    pub fn bytes(&self) -> usize {
        self.text.len()
            + self.rows.len()
            + (self.postings.len() + self.starts.len() + self.entry_facets.len()) * 4
            + self.vocabulary.bytes()
            + std::mem::size_of_val(&self.entries[..])
            + std::mem::size_of_val(&self.fields[..])
    }

    /// The postings of a word: entry number times four plus weight.
    pub(super) fn postings(&self, word: usize) -> &[u32] {
        &self.postings[self.starts[word] as usize..self.starts[word + 1] as usize]
    }

    fn part<T>(&self, i: usize, list: &[T], end: fn(&Kept) -> u32) -> Range<usize> {
        let first = if i == 0 {
            0
        } else {
            end(&self.entries[i - 1]) as usize
        };
        first..(end(&self.entries[i]) as usize).min(list.len())
    }

    /// An entry's folded words in rows.
    pub(super) fn rows(&self, i: usize) -> &[u8] {
        let first = if i == 0 {
            0
        } else {
            self.entries[i - 1].rows as usize
        };
        &self.rows.as_bytes()[first..self.entries[i].rows as usize]
    }

    /// The part of [`Self::rows`] that holds its id and own words.
    pub(super) fn own_rows(&self, i: usize) -> &[u8] {
        let first = if i == 0 {
            0
        } else {
            self.entries[i - 1].rows as usize
        };
        &self.rows.as_bytes()[first..self.entries[i].own as usize]
    }

    /// An entry's texts as written, heaviest first, with whether they may be shown.
    pub(super) fn texts(&self, i: usize) -> impl Iterator<Item = (&str, Weight, bool)> {
        let range = self.part(i, &self.fields, |kept| kept.fields);
        range.map(|f| {
            let first = if f == 0 {
                0
            } else {
                self.fields[f - 1].end as usize
            };
            let field = &self.fields[f];
            (
                &self.text[first..field.end as usize],
                field.weight,
                field.shown,
            )
        })
    }

    /// The days an entry speaks of.
    pub(super) fn days(&self, i: usize) -> &[Days] {
        &self.days[self.part(i, &self.days, |kept| kept.days)]
    }

    /// The numbers an entry gives.
    pub(super) fn amounts(&self, i: usize) -> &[Amounts] {
        &self.amounts[self.part(i, &self.amounts, |kept| kept.amounts)]
    }

    /// The different values of a facet, each with its number.
    pub(super) fn facets(&self) -> &[(Facet, String)] {
        &self.facets
    }

    /// The numbers of an entry's facet values.
    pub(super) fn entry_facets(&self, i: usize) -> &[u32] {
        &self.entry_facets[self.part(i, &self.entry_facets, |kept| kept.facets)]
    }
}

/// A segment being built.
#[derive(Default)]
struct Build {
    segment: Segment,
    words: Words,
    ids: FxHashMap<Box<str>, u32>,
    /// By word: the last entry it was seen in, so that each entry counts once, with the heaviest weight.
    last: Vec<u32>,
    /// Word, then entry times four plus weight.
    seen: Vec<(u32, u32)>,
    facet_ids: FxHashMap<(u8, String), u32>,
}

impl Build {
    fn add(&mut self, mut entry: Entry) {
        let number = small(self.segment.entries.len());
        entry
            .fields
            .sort_by_key(|field| std::cmp::Reverse(field.weight));
        self.segment.rows.push_str("\n ");
        if entry
            .fields
            .first()
            .is_none_or(|field| field.weight != Weight::Id)
        {
            // The first row is an id's, so that a text that comes first is not taken for one.
            self.segment.rows.push_str("\n ");
        }
        let mut own = self.segment.rows.len();
        for field in &entry.fields {
            self.add_field(number, field.weight, &field.text, field.shown);
            if field.weight >= Weight::Own {
                own = self.segment.rows.len();
            }
        }
        self.add_facets(&entry);
        self.segment.days.extend(entry.days);
        self.segment.amounts.extend(entry.amounts);
        let segment = &mut self.segment;
        segment.entries.push(Kept {
            key: entry.key,
            kind: entry.kind,
            own: small(own),
            rows: small(segment.rows.len()),
            fields: small(segment.fields.len()),
            facets: small(segment.entry_facets.len()),
            days: small(segment.days.len()),
            amounts: small(segment.amounts.len()),
        });
    }

    fn add_field(&mut self, number: u32, weight: Weight, text: &str, shown: bool) {
        let text = &text[..text.floor_char_boundary(Segment::MOST_FIELD)];
        self.words.read(text);
        for (folded, word) in self.words.iter() {
            if !word.joined {
                self.segment.rows.push_str(folded);
                self.segment.rows.push(' ');
            }
            let id = self.ids.get(folded).copied().unwrap_or_else(|| {
                let id = small(self.last.len());
                self.ids.insert(folded.into(), id);
                self.last.push(u32::MAX);
                id
            });
            // Heavier texts come first, so the first time is the heaviest.
            if self.last[id as usize] != number {
                self.last[id as usize] = number;
                self.seen.push((id, number * 4 + weight as u32));
            }
        }
        self.segment.rows.push_str("\n ");
        self.segment.text.push_str(text);
        self.segment.fields.push(KeptField {
            end: small(self.segment.text.len()),
            weight,
            shown,
        });
    }

    fn add_facets(&mut self, entry: &Entry) {
        self.add_facet(Facet::Kind, kind_value(entry.kind));
        self.add_facet(Facet::Case, value(&[&entry.case]));
        for who in &entry.who {
            self.add_facet(Facet::Who, value(&[who]));
        }
        for is in &entry.is {
            self.add_facet(Facet::Is, value(&[is]));
        }
    }

    fn add_facet(&mut self, facet: Facet, value: String) {
        if value.is_empty() {
            return;
        }
        let segment = &mut self.segment;
        let id = *self
            .facet_ids
            .entry((facet as u8, value))
            .or_insert_with_key(|(_, value)| {
                segment.facets.push((facet, value.clone()));
                small(segment.facets.len() - 1)
            });
        segment.entry_facets.push(id);
    }

    /// Sorts the vocabulary and gathers the postings by word.
    fn finish(mut self) -> Segment {
        let mut words: Vec<(Box<str>, u32)> = self.ids.into_iter().collect();
        words.sort_unstable();
        let mut place = vec![0u32; words.len()];
        for (i, (_, id)) in words.iter().enumerate() {
            place[*id as usize] = small(i);
        }
        let mut starts = vec![0u32; words.len() + 1];
        for (id, _) in &self.seen {
            starts[place[*id as usize] as usize + 1] += 1;
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        let mut next = starts.clone();
        let mut postings = vec![0u32; self.seen.len()];
        for (id, posting) in &self.seen {
            let at = &mut next[place[*id as usize] as usize];
            postings[*at as usize] = *posting;
            *at += 1;
        }
        let segment = &mut self.segment;
        segment.vocabulary = Vocabulary::new(words.iter().map(|(word, _)| &**word));
        segment.starts = starts;
        segment.postings = postings;
        segment.text.shrink_to_fit();
        segment.rows.shrink_to_fit();
        self.segment
    }
}
