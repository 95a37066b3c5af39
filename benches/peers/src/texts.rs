//! The texts to measure on: what lies on this machine, and what a seeded generator makes of it.
use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};
use std::path::{Path, PathBuf};

use crate::dice::Dice;

/// What is read: texts for people.
const ENDINGS: [&str; 3] = ["md", "txt", "rst"];
/// A line this long is kept once in all; shorter ones come back by chance.
const LONG: usize = 40;
/// A text with less left of it is left out.
const LEAST: usize = 500;

/// All texts below some folders, without what was seen before.
#[derive(Default)]
pub struct Texts {
    pub all: Vec<String>,
    seen: HashSet<u64>,
    hasher: RandomState,
}

impl Texts {
    /// Adds every text below `folder`; links are not followed.
    pub fn gather(&mut self, folder: &Path) {
        let Ok(entries) = std::fs::read_dir(folder) else { return };
        let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths {
            if path.is_symlink() {
                continue;
            }
            let known = path.extension().is_some_and(|ending| ENDINGS.iter().any(|known| ending == *known));
            if path.is_dir() {
                self.gather(&path);
            } else if known && let Ok(text) = std::fs::read_to_string(&path) {
                self.add(&text);
            }
        }
    }

    fn add(&mut self, text: &str) {
        let mut left = String::with_capacity(text.len());
        for line in text.split_inclusive('\n') {
            if line.len() < LONG || self.seen.insert(self.hasher.hash_one(line.trim())) {
                left.push_str(line);
            }
        }
        if left.len() >= LEAST {
            left.shrink_to_fit();
            self.all.push(left);
        }
    }
}

/// Lines of `texts`, cut and turned, with numbers put in, so that no two are the same: `bytes` in files of 100 KB.
pub fn generated(texts: &[String], bytes: usize) -> Vec<String> {
    let lines: Vec<&str> = texts.iter().flat_map(|text| text.lines()).filter(|line| line.len() > LONG).collect();
    let mut dice = Dice::new(0x9E37_79B9_7F4A_7C15);
    let mut all = Vec::new();
    let mut total = 0;
    while total < bytes && !lines.is_empty() {
        let mut text = String::new();
        while text.len() < 100_000 {
            let words: Vec<&str> = lines[dice.below(lines.len())].split(' ').collect();
            let cut = dice.below(words.len());
            text.push_str(&words[cut..].join(" "));
            text.push_str(&format!(" {} ", dice.below(1_000_000)));
            text.push_str(&words[..cut].join(" "));
            text.push('\n');
        }
        total += text.len();
        all.push(text);
    }
    all
}

/// Passages of 12 to 29 words; in every second one a word is exchanged, so that it stands nowhere.
pub fn quotations(texts: &[String], count: usize) -> Vec<String> {
    let mut dice = Dice::new(0x2545_F491_4F6C_DD1D);
    let bytes: usize = texts.iter().map(String::len).sum();
    let mut ends: Vec<usize> = Vec::with_capacity(texts.len());
    for text in texts {
        ends.push(ends.last().copied().unwrap_or(0) + text.len());
    }
    let mut all = Vec::new();
    while all.len() < count {
        // A long text gives more quotations than a short one.
        let place = dice.below(bytes);
        let number = ends.partition_point(|end| *end <= place);
        let text = &texts[number];
        let mut at = place + text.len() - ends[number];
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let wanted = 12 + dice.below(18);
        let mut words: Vec<&str> = text[at..].split_whitespace().skip(1).take(wanted).collect();
        if words.len() == wanted {
            if all.len() % 2 == 1 {
                words[wanted / 2] = "harbour";
            }
            all.push(words.join(" "));
        }
    }
    all
}
