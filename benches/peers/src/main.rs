//! Indexing and looking up quotations beside memchr's memmem, sassy and triple_accel, on the same texts in the same run.
//!
//!     cargo run --release -- FOLDER… [--generate MEGABYTES] [--write FOLDER] [--index-only]
//!
//! `--write` keeps the texts and a list of quotations, so that `casefile verify` itself can be measured on them.
mod dice;
mod measure;
mod texts;

use std::path::{Path, PathBuf};

use measure::measure;
use texts::{Texts, generated, quotations};

fn main() -> std::io::Result<()> {
    let (mut texts, mut generate, mut write, mut all) = (Texts::default(), 0, None, true);
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--generate" => generate = args.next().and_then(|count| count.parse().ok()).unwrap_or(0),
            "--write" => write = args.next().map(PathBuf::from),
            "--index-only" => all = false,
            folder => texts.gather(Path::new(folder)),
        }
    }
    let texts = texts.all;
    if texts.is_empty() {
        println!("name folders with .md, .txt or .rst files in them");
        return Ok(());
    }
    if let Some(folder) = write {
        return keep(&folder, &texts);
    }
    measure("texts at hand", &texts, all);
    if generate > 0 {
        measure("generated", &generated(&texts, generate * 1_000_000), all);
    }
    Ok(())
}

fn keep(folder: &Path, texts: &[String]) -> std::io::Result<()> {
    std::fs::create_dir_all(folder.join("texts"))?;
    for (number, text) in texts.iter().enumerate() {
        std::fs::write(folder.join(format!("texts/{number:06}.txt")), text)?;
    }
    let lines: Vec<String> = quotations(texts, 1_000)
        .iter()
        .enumerate()
        .map(|(number, words)| format!("{{\"id\": {number}, \"quote\": {words:?}}}\n"))
        .collect();
    // Rust's way of writing a text is JSON's, but for characters of its own escapes.
    let plain: Vec<String> = lines.into_iter().filter(|line| !line.contains("\\u{") && !line.contains("\\'") && !line.contains("\\0")).collect();
    std::fs::write(folder.join("quotations.jsonl"), plain.concat())
}
