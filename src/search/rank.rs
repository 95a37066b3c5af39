//! Order: first roughly, by the words' points alone; then the best few by how their texts really read.

use super::segment::Segment;
use super::tiers::Tiers;
use memchr::memmem::Finder;

/// An entry that may be shown: its segment, its number there, its points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// Which segment.
    pub segment: usize,
    /// Which entry of it.
    pub entry: usize,
    /// Points so far.
    pub score: i32,
}

/// Best first, earlier entries before later ones of the same points.
pub fn order(a: &Candidate, b: &Candidate) -> std::cmp::Ordering {
    (b.score, a.segment, a.entry).cmp(&(a.score, b.segment, b.entry))
}

/// Keeps the best `most`.
pub fn keep_best(candidates: &mut Vec<Candidate>, most: usize) {
    if candidates.len() > most && most > 0 {
        candidates.select_nth_unstable_by(most - 1, order);
    }
    candidates.truncate(most);
}

/// Counts the entries that `passes` lets through with enough of their words met, and collects the best `most`.
pub struct Rough<'q> {
    /// Points by word.
    pub tiers: &'q [Tiers],
    /// How many words may be missing.
    pub missing: usize,
    /// How many to keep.
    pub most: usize,
}

impl Rough<'_> {
    /// The number of entries, and the best of them.
    pub fn collect(
        &self,
        segment: &Segment,
        number: usize,
        passes: impl Fn(usize) -> bool,
    ) -> (usize, Vec<Candidate>) {
        let mut count = 0;
        let mut found = vec![];
        for entry in 0..segment.len() {
            let mut sum = 0;
            let mut missing = 0;
            for tiers in self.tiers {
                let tier = i32::from(tiers[entry]);
                sum += tier;
                missing += usize::from(tier == 0);
            }
            if missing > self.missing || !passes(entry) {
                continue;
            }
            count += 1;
            let score = sum * 4 + i32::from(segment.entries[entry].kind.standing_among_equals());
            found.push(Candidate {
                segment: number,
                entry,
                score,
            });
            // Now and then, so that a word everybody has does not fill the memory.
            if found.len() >= self.most * 8 {
                keep_best(&mut found, self.most);
            }
        }
        keep_best(&mut found, self.most);
        (count, found)
    }
}

/// The second look.
pub struct Fine {
    words: Vec<Finder<'static>>,
    /// All words in a row, for more than one.
    row: Option<Finder<'static>>,
    /// The whole query as a text of its own, such as an id.
    whole: Finder<'static>,
}

impl Fine {
    /// For the words of a query, in order.
    pub fn new(words: &[&str]) -> Self {
        let joined = words.join(" ");
        Self {
            words: words
                .iter()
                .take(8)
                .map(|word| Finder::new(word.as_bytes()).into_owned())
                .collect(),
            row: (words.len() > 1)
                .then(|| Finder::new(format!(" {joined}").as_bytes()).into_owned()),
            whole: Finder::new(format!("\n {joined} \n").as_bytes()).into_owned(),
        }
    }

    /// Points for what the text adds: the query as a whole, words near each other and in order, a short text.
    pub fn points(&self, rows: &[u8]) -> i32 {
        if self.words.is_empty() {
            return 0;
        }
        let mut points = 20 - near(rows.len() / 24, 20);
        if let Some(at) = self.whole.find(rows) {
            // Its id, if it comes first.
            points += if at == 0 { 400 } else { 90 };
        }
        if self
            .row
            .as_ref()
            .is_some_and(|row| row.find(rows).is_some())
        {
            points += 80;
        }
        let places: Vec<usize> = self
            .words
            .iter()
            .filter_map(|word| place(word, rows))
            .collect();
        let (Some(first), Some(last)) = (places.iter().min(), places.iter().max()) else {
            return points;
        };
        points += 20 - near(first / 16, 20);
        if places.len() > 1 {
            points += 60 - near(last - first, 60);
            if places.is_sorted() {
                points += 15;
            }
        }
        points
    }
}

fn near(distance: usize, most: i32) -> i32 {
    i32::try_from(distance).unwrap_or(most).min(most)
}

/// Where the word stands best: as a whole, else at a beginning, else anywhere. A few tries are enough.
fn place(word: &Finder, rows: &[u8]) -> Option<usize> {
    let size = word.needle().len();
    let mut best: Option<(u8, usize)> = None;
    for at in word.find_iter(rows).take(6) {
        let begins = at > 0 && rows[at - 1] == b' ';
        let ends = rows.get(at + size) == Some(&b' ');
        let rank = u8::from(begins) * 2 + u8::from(begins && ends);
        if best.is_none_or(|(better, _)| rank > better) {
            best = Some((rank, at));
        }
        if rank == 3 {
            break;
        }
    }
    best.map(|(_, at)| at)
}
