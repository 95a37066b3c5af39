//! A search keystroke over 100,000 records, beside the engines it could have been: a scan of every text, fuzzy-matcher,
//! and, as the floor, one bare pass over the bytes.
//!
//! `cargo bench --bench search` prints first the keystrokes one by one, in CPU time, then criterion's comparison.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::doc_markdown,
    clippy::unchecked_time_subtraction,
    clippy::cast_precision_loss,
    reason = "a measurement reads the clock and files, and prints"
)]

use casefile::search::scan::scan;
use casefile::search::{Amounts, Days, Entry, EntryKind, Index, Weight, fuzzy};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use std::time::{Duration, Instant};

const RECORDS: u32 = 100_000;

/// Typed letter by letter.
const TYPED: [&str; 14] = [
    "permit",
    "peru permit feb",
    "quispe huaman",
    "water contamination",
    "belanger-cote",
    "2019-07",
    "contaminaton",
    "quispe mamni lima",
    "the government said",
    "tremblay bridge",
    "asbestos",
    "zxqv",
    "kind:quote water",
    "\"water contamination\"",
];

/// A small generator with a seed (SplitMix64), so that every run asks the same of the same records.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).expect("below a usize")
    }

    /// Low numbers far more often than high ones, as words are in a language.
    fn skewed(&mut self, limit: usize) -> usize {
        let all = f64::from(u32::try_from(limit).expect("a vocabulary is small"));
        let part =
            f64::from(u32::try_from(self.next() >> 40).expect("24 bits")) / f64::from(1 << 24);
        rank_of(all.powf(part) - 1.0).min(limit - 1)
    }
}

/// The whole number of a rank; ranks are far below what an `f64` holds exactly.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn rank_of(rank: f64) -> usize {
    rank.max(0.0) as usize
}

const COMMON: [&str; 40] = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "said",
    "government",
    "permit",
    "that",
    "for",
    "was",
    "on",
    "by",
    "water",
    "with",
    "company",
    "from",
    "people",
    "were",
    "minister",
    "contamination",
    "export",
    "Peru",
    "bridge",
    "Lima",
    "report",
    "ministry",
    "officials",
    "february",
    "military",
    "goods",
    "mining",
    "protests",
    "river",
    "village",
    "killed",
    "asbestos",
    "licence",
    "Québec",
    "statement",
];

const NAMES: [&str; 16] = [
    "Quispe",
    "Huamán",
    "Mamani",
    "Tremblay",
    "Bélanger-Côté",
    "O’Brien",
    "Navarro",
    "Nguyễn",
    "Kowalski",
    "Šimić",
    "García",
    "Fernández",
    "Müller",
    "Øverland",
    "Price",
    "Gagnon",
];

/// About 60,000 different words made of syllables.
fn vocabulary(dice: &mut Dice) -> Vec<String> {
    let heads = [
        "b", "br", "c", "ch", "d", "f", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pr", "qu",
        "r", "s", "st", "t", "tr", "v", "w",
    ];
    let cores = ["a", "e", "i", "o", "u", "ai", "ea", "ou", "é"];
    let tails = ["", "", "n", "r", "s", "t", "l", "nd", "ng", "ck"];
    let mut words: Vec<String> = COMMON.iter().map(|word| (*word).to_owned()).collect();
    for _ in 0..60_000 {
        let syllables = 2 + dice.below(3);
        let word = (0..syllables).map(|_| {
            [
                heads[dice.below(heads.len())],
                cores[dice.below(cores.len())],
                tails[dice.below(tails.len())],
            ]
            .concat()
        });
        words.push(word.collect());
    }
    words
}

/// Records of about the size that case files have: an id, a sentence, two names, a note.
fn records() -> Vec<Entry> {
    let mut dice = Dice(2023);
    let words = vocabulary(&mut dice);
    let text = |dice: &mut Dice, count: usize| -> String {
        let list: Vec<&str> = (0..count)
            .map(|_| words[dice.skewed(words.len())].as_str())
            .collect();
        list.join(" ")
    };
    let record = |key: u32| {
        let kind = EntryKind::ALL[dice.below(EntryKind::ALL.len())];
        let number = dice.below(5_000_000);
        let own_words = 12 + dice.below(12);
        let own = format!("{} {number}", text(&mut dice, own_words));
        let names = [
            NAMES[dice.below(NAMES.len())],
            NAMES[dice.below(NAMES.len())],
        ]
        .join(" ");
        let (year, month, day) = (
            2010 + dice.below(14),
            1 + dice.below(12),
            1 + dice.below(28),
        );
        let mut entry = Entry::new(key, kind)
            .with(Weight::Id, format!("{}-{key}", kind.name()))
            .with(Weight::Own, own)
            .with(Weight::Names, names.as_str())
            .with(
                Weight::Related,
                format!("{} {year}-{month:02}-{day:02}", text(&mut dice, 6)),
            );
        let first = i32::try_from(year * 10_000 + month * 100 + day).expect("a date is small");
        entry.days.push(Days { first, last: first });
        entry.amounts.push(Amounts::just(f64::from(
            u32::try_from(number).expect("below five million"),
        )));
        entry.who.push(names);
        entry
    };
    (0..RECORDS).map(record).collect()
}

/// What this thread has used of a processor; wall time where the system does not say.
fn cpu(start: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = told.and_then(|text| text.split(' ').next()?.parse().ok());
    nanos.map_or_else(|| start.elapsed(), Duration::from_nanos)
}

/// Every keystroke by itself: the best of three, so that another program's turn does not count.
fn keystrokes(index: &Index) {
    let start = Instant::now();
    let mut all = vec![];
    for typed in TYPED {
        let ends = typed.char_indices().map(|(at, c)| at + c.len_utf8());
        for end in ends {
            let part = &typed[..end];
            let once = || {
                let before = cpu(start);
                black_box(index.query(part, 50));
                cpu(start) - before
            };
            let best = (0..3).map(|_| once()).min().unwrap_or_default();
            all.push((best, part));
        }
    }
    all.sort_unstable();
    let at = |percent: usize| all[(all.len() - 1) * percent / 100];
    for percent in [50, 90, 99, 100] {
        let (time, typed) = at(percent);
        println!(
            "keystroke p{percent}: {:.2} ms CPU ({typed})",
            time.as_secs_f64() * 1e3
        );
    }
}

fn search(criterion: &mut Criterion) {
    let entries = records();
    let texts: Vec<String> = entries
        .iter()
        .map(|entry| {
            entry
                .fields
                .iter()
                .map(|field| field.text.as_str())
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect();
    let choices: Vec<&str> = texts.iter().map(String::as_str).collect();
    let bytes = texts.join("\n").to_lowercase().into_bytes();
    let start = Instant::now();
    let before = cpu(start);
    let mut index = Index::default();
    index.replace("case.yaml", entries.clone());
    println!(
        "{RECORDS} records, {:.1} MB of text: indexed in {:.0} ms CPU, {:.1} MB held",
        bytes.len() as f64 / 1e6,
        (cpu(start) - before).as_secs_f64() * 1e3,
        index.bytes() as f64 / 1e6
    );
    keystrokes(&index);

    let mut group = criterion.benchmark_group("search 100k");
    group
        .sample_size(10)
        .measurement_time(Duration::from_secs(3));
    for typed in ["water contamination", "quispe huaman", "contaminaton"] {
        group.bench_with_input(BenchmarkId::new("index", typed), typed, |b, typed| {
            b.iter(|| index.query(typed, 50))
        });
        group.bench_with_input(BenchmarkId::new("scan", typed), typed, |b, typed| {
            b.iter(|| scan(&entries, typed))
        });
        group.bench_with_input(
            BenchmarkId::new("fuzzy-matcher", typed),
            typed,
            |b, typed| {
                b.iter(|| fuzzy::pick(typed, &choices));
            },
        );
        let word = typed.split(' ').next().unwrap_or_default();
        group.bench_with_input(BenchmarkId::new("memmem", typed), word, |b, word| {
            b.iter(|| memchr::memmem::find_iter(&bytes, word).count());
        });
    }
    group.finish();
}

criterion_group!(benches, search);
criterion_main!(benches);
