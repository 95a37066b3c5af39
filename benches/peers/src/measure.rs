//! One set of texts through everything; one line a measure.
use std::time::{Duration, Instant};

use casefile::text::tokens::each_word;
use casefile::verify::stream::Stream;
use casefile::verify::{Class, Kind, Library, Policy, Query, Source};

use crate::texts::quotations;

const QUOTATIONS: usize = 10_000;
const STREAMED: usize = 1_000;

pub fn measure(name: &str, texts: &[String], all: bool) {
    let bytes: usize = texts.iter().map(String::len).sum();
    let megabytes = bytes as f64 / 1e6;
    println!("\n{name}: {} texts, {megabytes:.1} MB", texts.len());
    let tokens = words(texts, megabytes);
    let sources: Vec<Source> = texts
        .iter()
        .enumerate()
        .map(|(number, text)| Source::new(format!("{number:06}"), text.as_str(), Kind::Document).in_language("en"))
        .collect();
    let before = high_water();
    let (library, index) = timed(|| Library::new(sources.clone()).expect("under 4 GiB"));
    println!(
        "index          {index:.2?}  {:.0} MB/s = 1/{:.1} of the words' speed; {:.2} x text, {:.2} x while it is built",
        megabytes / index.as_secs_f64(),
        index.as_secs_f64() / tokens.as_secs_f64(),
        library.index_bytes() as f64 / bytes as f64,
        (high_water() - before) as f64 / bytes as f64,
    );
    let quotations = quotations(texts, QUOTATIONS);
    let scan = scans(texts, &quotations);
    let joined: Vec<u8> = texts.concat().into_bytes();
    let policy = Policy::default();
    let mut found = 0;
    let mut times: Vec<Duration> = Vec::new();
    for quotation in &quotations {
        let (finding, time) = timed(|| library.check(&Query::new(quotation.as_str()), &policy));
        found += usize::from(finding.class < Class::NotFound);
        times.push(time);
    }
    let total: Duration = times.iter().sum();
    times.sort();
    let share = |time: Duration| scan.as_secs_f64() / time.as_secs_f64();
    let (median, p99, most) = (at(&times, 0.5), at(&times, 0.99), at(&times, 1.0));
    println!("memmem         {scan:.1?} a scan of all texts for a quotation that is not there");
    println!(
        "one quotation  median {median:.1?} = 1/{:.0} of a scan; p99 {p99:.1?} = 1/{:.1}; longest {most:.1?}; {found} of {QUOTATIONS} found",
        share(median),
        share(p99),
    );
    let both = total + index;
    println!(
        "all quotations {total:.2?}, {both:.2?} with building the index = 1/{:.0} of {QUOTATIONS} scans ({:.1?})",
        share(both) * QUOTATIONS as f64,
        scan * u32::try_from(QUOTATIONS).expect("a small number"),
    );
    drop(library);
    if !all {
        return;
    }
    stream(&sources, &quotations, megabytes);
    peers(&joined, &quotations);
}

/// How fast the words alone are read: the best of three.
fn words(texts: &[String], megabytes: f64) -> Duration {
    let read = || {
        let mut count = 0usize;
        for text in texts {
            each_word(text, |token| count += usize::from(token.hash != 0));
        }
        count
    };
    let (count, time) = (0..3).map(|_| timed(read)).min_by_key(|(_, time)| *time).expect("three times");
    println!("words          {count} in {time:.2?}  {:.0} MB/s", megabytes / time.as_secs_f64());
    time
}

/// The median of scans for quotations that are not there, so that every scan reads all.
fn scans(texts: &[String], quotations: &[String]) -> Duration {
    let joined = texts.concat();
    let mut times: Vec<Duration> = quotations
        .iter()
        .skip(1)
        .step_by(2)
        .take(120)
        .filter_map(|quotation| {
            let (place, time) = timed(|| memchr::memmem::find(joined.as_bytes(), quotation.as_bytes()));
            place.is_none().then_some(time)
        })
        .collect();
    times.sort();
    at(&times, 0.5)
}

fn stream(sources: &[Source], quotations: &[String], megabytes: f64) {
    let (findings, time) = timed(|| {
        let queries = quotations.iter().take(STREAMED).map(|quotation| Query::new(quotation.as_str()));
        let mut stream = Stream::new(queries.collect(), Policy::default());
        sources.iter().for_each(|source| stream.read(source));
        stream.finish()
    });
    let found = findings.iter().filter(|(finding, _)| finding.class < Class::NotFound).count();
    println!(
        "stream         {STREAMED} quotations in {time:.2?}  {:.0} MB/s; {found} found",
        megabytes / time.as_secs_f64()
    );
}

/// Approximate search by others, one quotation at a time, a tenth of its letters wrong.
fn peers(joined: &[u8], quotations: &[String]) {
    let mut times: Vec<Duration> = Vec::new();
    let mut hits = 0;
    for quotation in &quotations[..5] {
        let mut searcher = sassy::Searcher::<sassy::profiles::Ascii>::new_fwd();
        let (found, time) = timed(|| searcher.search(quotation.as_bytes(), &joined, quotation.len() / 10).len());
        hits += usize::from(found > 0);
        times.push(time);
    }
    times.sort();
    println!("sassy          median {:.1?} a quotation; {hits} of 5 found", at(&times, 0.5));
    let part = &joined[..joined.len().min(4 << 20)];
    let (_, time) = timed(|| triple_accel::levenshtein_search(quotations[0].as_bytes(), part).count());
    println!("triple_accel   {time:.1?} a quotation in the first {} MB alone", part.len() >> 20);
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let out = work();
    (out, start.elapsed())
}

fn at(sorted: &[Duration], share: f64) -> Duration {
    sorted[((sorted.len() - 1) as f64 * share) as usize]
}

/// The most bytes this process has held so far, where the system tells.
fn high_water() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().split(' ').next()?.parse::<usize>().ok());
    kilobytes.unwrap_or(0) * 1024
}
