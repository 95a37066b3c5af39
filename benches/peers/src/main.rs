//! Indexing and looking up quotations beside memchr's memmem, sassy and triple_accel, on the same texts.
//!
//!     cargo run --release -- FOLDER… [--generate MEGABYTES]
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use casefile::text::tokens::each_word;
use casefile::verify::stream::Stream;
use casefile::verify::{Kind, Library, Policy, Query, Source};

fn main() {
    let (mut folders, mut generate) = (Vec::new(), 0);
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        if arg == "--generate" {
            generate = args.next().and_then(|count| count.parse().ok()).unwrap_or(0);
        } else {
            folders.push(PathBuf::from(arg));
        }
    }
    let mut texts = Vec::new();
    let mut seen = HashSet::new();
    folders.iter().for_each(|folder| gather(folder, &mut texts, &mut seen));
    if !texts.is_empty() {
        measure("texts at hand", &texts);
    }
    if generate > 0 {
        measure("generated", &generated(&texts, generate << 20));
    }
}

/// All readable texts below `folder`, each once.
fn gather(folder: &Path, texts: &mut Vec<String>, seen: &mut HashSet<String>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            gather(&path, texts, seen);
        } else if let Ok(text) = std::fs::read_to_string(&path) {
            if text.len() > 500 && seen.insert(text.clone()) {
                texts.push(text);
            }
        }
    }
}

struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % limit.max(1)
    }
}

/// Lines of the texts, shuffled, with numbers put in so that no two are the same.
fn generated(texts: &[String], bytes: usize) -> Vec<String> {
    let lines: Vec<&str> = texts.iter().flat_map(|text| text.lines()).filter(|line| line.len() > 40).collect();
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
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

/// Passages of 12 to 30 words; every second one with a word changed.
fn quotes(texts: &[String], count: usize) -> Vec<String> {
    let mut dice = Dice(0x2545_F491_4F6C_DD1D);
    let mut all = Vec::new();
    while all.len() < count {
        let text = &texts[dice.below(texts.len())];
        let mut at = dice.below(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let mut words: Vec<&str> = text[at..].split_whitespace().skip(1).take(12 + dice.below(18)).collect();
        if words.len() >= 12 {
            if all.len() % 2 == 1 {
                words[5] = "harbour";
            }
            all.push(words.join(" "));
        }
    }
    all
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let out = work();
    (out, start.elapsed())
}

fn at(sorted: &[Duration], share: f64) -> Duration {
    sorted[((sorted.len() - 1) as f64 * share) as usize]
}

fn measure(name: &str, texts: &[String]) {
    let bytes: usize = texts.iter().map(String::len).sum();
    let megabytes = bytes as f64 / 1e6;
    println!("\n{name}: {} texts, {megabytes:.1} MB", texts.len());
    let (words, tokens) = timed(|| {
        let mut count = 0usize;
        texts.iter().for_each(|text| each_word(text, |token| count += usize::from(token.hash != 0)));
        count
    });
    println!("words          {words} in {tokens:.2?}  {:.0} MB/s", megabytes / tokens.as_secs_f64());
    let sources: Vec<Source> = texts.iter().enumerate().map(|(number, text)| Source::new(format!("{number:06}"), text.as_str(), Kind::Document)).collect();
    let (library, index) = timed(|| Library::new(sources.clone()).expect("fits"));
    println!("index          {index:.2?}  {:.0} MB/s = 1/{:.1} of the words' speed; {:.2} x text", megabytes / index.as_secs_f64(), index.as_secs_f64() / tokens.as_secs_f64(), library.index_bytes() as f64 / bytes as f64);
    let quotes = quotes(texts, 10_000);
    let policy = Policy::default();
    let mut times: Vec<Duration> = quotes.iter().map(|quote| timed(|| library.check(&Query::new(quote.as_str()), &policy)).1).collect();
    let total: Duration = times.iter().sum();
    times.sort();
    let joined = texts.concat();
    let mut scans: Vec<Duration> = quotes.iter().take(60).map(|quote| timed(|| memchr::memmem::find(joined.as_bytes(), format!("{quote}\u{1}").as_bytes())).1).collect();
    scans.sort();
    let scan = at(&scans, 0.5);
    let share = |time: Duration| scan.as_secs_f64() / time.as_secs_f64();
    println!("one quotation  median {:.1?} = 1/{:.0} of a memmem scan ({scan:.1?}); p99 {:.1?} = 1/{:.1}", at(&times, 0.5), share(at(&times, 0.5)), at(&times, 0.99), share(at(&times, 0.99)));
    println!("10,000         {total:.2?} = 1/{:.0} of 10,000 memmem scans ({:.1?})", scan.as_secs_f64() * 10_000.0 / total.as_secs_f64(), scan * 10_000);
    let (_, streamed) = timed(|| {
        let mut stream = Stream::new(quotes.iter().take(100).map(|quote| Query::new(quote.as_str())).collect(), Policy::default());
        sources.iter().for_each(|source| stream.read(source));
        stream.finish()
    });
    println!("stream         100 quotations in {streamed:.2?}  {:.0} MB/s", megabytes / streamed.as_secs_f64());
    peers(&joined, &quotes);
}

fn peers(joined: &str, quotes: &[String]) {
    let quote = &quotes[0];
    let allowed = quote.len() / 10;
    let (hits, time) = timed(|| {
        let mut searcher = sassy::Searcher::<sassy::profiles::Ascii>::new_fwd();
        searcher.search(quote.as_bytes(), &joined.as_bytes(), allowed).len()
    });
    println!("sassy          one quotation, {allowed} edits: {time:.1?} ({hits} places)");
    let part = &joined.as_bytes()[..joined.len().min(4 << 20)];
    let (hits, time) = timed(|| triple_accel::levenshtein_search(quote.as_bytes(), part).count());
    println!("triple_accel   one quotation in {} MB: {time:.1?} ({hits} places)", part.len() >> 20);
}
