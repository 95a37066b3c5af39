//! The different words of a segment, sorted, in one string: beginnings are a range, middles one sweep.

use super::typo;
use memchr::memmem::Finder;

/// How a typed word meets a word of the vocabulary. The numbers are letters (bytes) of the word left over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meeting {
    /// The same word.
    Whole,
    /// The word begins so.
    Beginning(usize),
    /// It stands inside the word.
    Inside(usize),
    /// It would be the word, or its beginning, after so many edits.
    Typo(usize, usize),
    /// Letters left out.
    Skips(usize),
}

/// A typed word must have this many bytes to be looked for inside words: three letters, or one ideograph.
pub const LEAST_INSIDE: usize = 3;

/// Sorted words, each followed by a line end.
#[derive(Debug, Default)]
pub struct Vocabulary {
    text: String,
    starts: Vec<u32>,
    letters: Vec<u64>,
}

impl Vocabulary {
    /// From words that are sorted and all different.
    pub fn new<'w>(sorted: impl IntoIterator<Item = &'w str>) -> Self {
        let mut vocabulary = Self {
            starts: vec![0],
            ..Self::default()
        };
        for word in sorted {
            vocabulary.text.push_str(word);
            vocabulary.text.push('\n');
            vocabulary
                .starts
                .push(u32::try_from(vocabulary.text.len()).unwrap_or(u32::MAX));
            vocabulary.letters.push(typo::letters(word.as_bytes()));
        }
        vocabulary
    }

    /// How many words.
    pub fn len(&self) -> usize {
        self.letters.len()
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        self.text.len() + self.starts.len() * 4 + self.letters.len() * 8
    }

    /// Word number `i`.
    pub fn word(&self, i: usize) -> &[u8] {
        &self.text.as_bytes()[self.starts[i] as usize..self.starts[i + 1] as usize - 1]
    }

    /// The first word that is not before `word`.
    fn first_from(&self, word: &[u8]) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.word(middle) < word {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The place of exactly this word.
    pub fn find(&self, word: &[u8]) -> Option<usize> {
        let at = self.first_from(word);
        (at < self.len() && self.word(at) == word).then_some(at)
    }

    /// The words that begin so.
    pub fn beginning(&self, with: &[u8]) -> std::ops::Range<usize> {
        let low = self.first_from(with);
        // 0xFF is no byte of UTF-8, so it sorts after everything that begins so.
        let mut end = with.to_vec();
        end.push(0xFF);
        low..self.first_from(&end).max(low)
    }

    /// Words that are, begin with or hold `typed`.
    pub fn strict(&self, typed: &[u8], mut meet: impl FnMut(usize, Meeting)) {
        let beginning = self.beginning(typed);
        for i in beginning.clone() {
            let left = self.word(i).len() - typed.len();
            meet(
                i,
                if left == 0 {
                    Meeting::Whole
                } else {
                    Meeting::Beginning(left)
                },
            );
        }
        if typed.len() < LEAST_INSIDE {
            return;
        }
        let finder = Finder::new(typed);
        let text = self.text.as_bytes();
        let (mut from, mut i) = (0, 0);
        while let Some(found) = finder.find(&text[from..]) {
            i = self.holding(i, from + found);
            if !beginning.contains(&i) {
                meet(i, Meeting::Inside(self.word(i).len() - typed.len()));
            }
            from = self.starts[i + 1] as usize;
        }
    }

    /// The word that holds byte `at`, looked for from word `i` on with growing steps.
    fn holding(&self, i: usize, at: usize) -> usize {
        let (mut low, mut step) = (i, 1);
        while low + step < self.starts.len() && self.starts[low + step] as usize <= at {
            low += step;
            step *= 2;
        }
        let high = (low + step).min(self.starts.len() - 1);
        low + self.starts[low..=high].partition_point(|&start| start as usize <= at) - 1
    }

    /// Words that are `typed` but for a small slip; those that `strict` gives are left out. `stop` ends it early.
    pub fn close(
        &self,
        typed: &[u8],
        stop: &dyn Fn() -> bool,
        mut meet: impl FnMut(usize, Meeting),
    ) {
        let most = typo::allowed(typed);
        if most == 0 {
            return;
        }
        let wanted = typo::letters(typed);
        for (i, letters) in self.letters.iter().enumerate() {
            if i % 4096 == 0 && stop() {
                return;
            }
            if (wanted & !letters).count_ones() as usize > most {
                continue;
            }
            let word = self.word(i);
            if word.len() + most < typed.len() {
                continue;
            }
            match typo::distance_to_beginning(typed, word, most) {
                Some((0, _)) => {}
                Some((edits, left)) => {
                    // A wrong first letter is rarer than a wrong later one.
                    meet(
                        i,
                        Meeting::Typo(edits, left + usize::from(word[0] != typed[0]) * 8),
                    );
                }
                None => {
                    let near = word.len() <= typed.len() * 2 && word[0] == typed[0];
                    if near && wanted & !letters == 0 && typo::skips_letters(typed, word) {
                        meet(i, Meeting::Skips(word.len() - typed.len()));
                    }
                }
            }
        }
    }
}
