//! One byte an entry: how well the best of its words meets a typed one. Zero: not at all.

use super::entry::Weight;
use super::query::{Ask, Part, Row};
use super::segment::Segment;
use super::vocabulary::{LEAST_INSIDE, Meeting};
use memchr::memmem::Finder;

/// Points by entry number.
pub type Tiers = Vec<u8>;

/// How many postings lists are added between two looks at whether the answer is still wanted.
const LISTS_A_LOOK: usize = 64;

/// Points of a meeting by the weight of the text it was in: `[related, names, own, id]`.
fn points(meeting: Meeting) -> [u8; 4] {
    let (row, less): ([u8; 4], usize) = match meeting {
        Meeting::Whole => ([205, 225, 243, 255], 0),
        Meeting::Beginning(left) => ([175, 192, 210, 226], left.min(20)),
        Meeting::Inside(left) => ([115, 122, 130, 138], left.min(20)),
        Meeting::Typo(1, left) => ([88, 96, 104, 110], left.min(20)),
        Meeting::Typo(_, left) => ([54, 60, 66, 70], left.min(20)),
        Meeting::Skips(left) => ([30, 34, 37, 40], left.min(20)),
    };
    row.map(|points| points - u8::try_from(less).unwrap_or(20))
}

/// Points for a word that is two words written together.
const SPLIT: u8 = 100;

/// A segment being asked, and whether the answer is still wanted.
pub struct Asked<'s> {
    /// The segment.
    pub segment: &'s Segment,
    /// True once a newer question has come.
    pub stop: &'s dyn Fn() -> bool,
}

impl Asked<'_> {
    fn none(&self) -> Tiers {
        vec![0; self.segment.len()]
    }

    /// Who has this, in the strict sense.
    pub fn strict(&self, ask: &Ask) -> Tiers {
        match ask {
            Ask::AnyOf(ways) => self.any_of(ways, |part| self.part(part)),
            Ask::Row(row) => self.row(row),
        }
    }

    /// Who has this but for a small slip, beside those in `strict`.
    pub fn close(&self, ask: &Ask, strict: &Tiers) -> Tiers {
        let mut tiers = match ask {
            Ask::AnyOf(ways) => self.any_of(ways, |part| {
                let mut tiers = self.part(part);
                if !part.whole {
                    self.typos(&part.word, &mut tiers);
                    self.split(&part.word, &mut tiers);
                }
                tiers
            }),
            // What stands in quotation marks is meant as it stands.
            Ask::Row(_) => return strict.clone(),
        };
        for (tier, strict) in tiers.iter_mut().zip(strict) {
            *tier = (*tier).max(*strict);
        }
        tiers
    }

    fn any_of(&self, ways: &[Vec<Part>], tiers_of: impl Fn(&Part) -> Tiers) -> Tiers {
        let mut best: Option<Tiers> = None;
        for way in ways {
            let Some(tiers) = all_of(way.iter().map(&tiers_of)) else {
                continue;
            };
            match &mut best {
                None => best = Some(tiers),
                Some(best) => best
                    .iter_mut()
                    .zip(tiers)
                    .for_each(|(best, tier)| *best = (*best).max(tier)),
            }
        }
        best.unwrap_or_else(|| self.none())
    }

    fn part(&self, part: &Part) -> Tiers {
        let mut tiers = self.none();
        if part.whole {
            if let Some(word) = self.segment.vocabulary.find(part.word.as_bytes()) {
                self.add(word, points(Meeting::Whole), &mut tiers);
            }
            return tiers;
        }
        let mut met = vec![];
        self.segment
            .vocabulary
            .strict(part.word.as_bytes(), |word, meeting| {
                met.push((word, points(meeting)))
            });
        self.add_all(&met, &mut tiers);
        tiers
    }

    fn typos(&self, typed: &str, tiers: &mut Tiers) {
        let mut met = vec![];
        self.segment
            .vocabulary
            .close(typed.as_bytes(), self.stop, |word, meeting| {
                met.push((word, points(meeting)))
            });
        self.add_all(&met, tiers);
    }

    /// `thermalimaging`: both halves are words of the entry, the second perhaps unfinished.
    fn split(&self, typed: &str, tiers: &mut Tiers) {
        let vocabulary = &self.segment.vocabulary;
        let cuts = LEAST_INSIDE..(typed.len() + 1).saturating_sub(LEAST_INSIDE);
        for cut in cuts.filter(|&cut| typed.is_char_boundary(cut)) {
            let (first, second) = typed.split_at(cut);
            let Some(first) = vocabulary.find(first.as_bytes()) else {
                continue;
            };
            let seconds = vocabulary.beginning(second.as_bytes());
            if seconds.is_empty() || (self.stop)() {
                continue;
            }
            let mut has_first = vec![false; self.segment.len()];
            for posting in self.segment.postings(first) {
                has_first[(posting >> 2) as usize] = true;
            }
            for posting in seconds.flat_map(|word| self.segment.postings(word)) {
                let entry = (posting >> 2) as usize;
                if has_first[entry] {
                    tiers[entry] = tiers[entry].max(SPLIT);
                }
            }
        }
    }

    fn add_all(&self, met: &[(usize, [u8; 4])], tiers: &mut Tiers) {
        for (i, (word, points)) in met.iter().enumerate() {
            if i % LISTS_A_LOOK == 0 && (self.stop)() {
                return;
            }
            self.add(*word, *points, tiers);
        }
    }

    fn add(&self, word: usize, points: [u8; 4], tiers: &mut Tiers) {
        for &posting in self.segment.postings(word) {
            let tier = &mut tiers[(posting >> 2) as usize];
            *tier = (*tier).max(points[(posting & 3) as usize]);
        }
    }

    fn row(&self, row: &Row) -> Tiers {
        let last = row.words.len() - 1;
        let part = |i: usize| {
            let ends_open = (i == last && row.open_end) || (i == 0 && row.open_start);
            Part {
                word: row.words[i].clone(),
                whole: !ends_open,
            }
        };
        // A row of one whole word anywhere is what the postings say; joined numbers are only there.
        let anywhere = !row.at_start && !row.at_end;
        if last == 0 && anywhere && !row.open_end && !row.open_start {
            return self.part(&part(0));
        }
        // The end of a word may be too short to be looked for inside words; then every entry is looked at.
        let short = |i: usize| i == 0 && row.open_start && row.words[0].len() < LEAST_INSIDE;
        let tiers = all_of(
            (0..=last)
                .filter(|&i| !short(i))
                .map(|i| self.part(&part(i))),
        );
        let mut tiers = tiers.unwrap_or_else(|| {
            vec![points(Meeting::Beginning(0))[Weight::Own as usize]; self.segment.len()]
        });
        let needle = needle(row);
        let finder = Finder::new(&needle);
        for (entry, tier) in tiers.iter_mut().enumerate() {
            if entry % 4096 == 0 && (self.stop)() {
                break;
            }
            if *tier > 0 && finder.find(self.segment.rows(entry)).is_none() {
                *tier = 0;
            }
        }
        tiers
    }
}

/// A row as it stands in [`Segment::rows`]: `\n a b ` at the start, ` a b \n` at the end.
fn needle(row: &Row) -> Vec<u8> {
    let mut needle = String::new();
    if row.at_start {
        needle.push('\n');
    }
    if !row.open_start || row.at_start {
        needle.push(' ');
    }
    needle.push_str(&row.words.join(" "));
    if !row.open_end || row.at_end {
        needle.push(' ');
    }
    if row.at_end {
        needle.push('\n');
    }
    needle.into_bytes()
}

/// Entries that have all, with their average. `None` for no lists at all.
fn all_of(mut lists: impl Iterator<Item = Tiers>) -> Option<Tiers> {
    let first = lists.next()?;
    let rest: Vec<Tiers> = lists.collect();
    if rest.is_empty() {
        return Some(first);
    }
    let count = rest.len() + 1;
    let mut all = first;
    for (entry, tier) in all.iter_mut().enumerate() {
        let others = rest.iter().map(|tiers| usize::from(tiers[entry]));
        let sum = usize::from(*tier) + others.clone().sum::<usize>();
        let missing = *tier == 0 || others.clone().any(|other| other == 0);
        *tier = if missing {
            0
        } else {
            u8::try_from(sum / count).unwrap_or(u8::MAX)
        };
    }
    Some(all)
}
