//! The same seed draws the same, and no test draws from anywhere else.
#![allow(clippy::disallowed_methods, reason = "the sources are read")]

use super::{Dice, VARIABLE};
use std::path::{Path, PathBuf};

#[test]
fn the_same_seed_draws_the_same_and_its_neighbour_something_else() {
    let drawn = |seed| {
        let mut dice = Dice::of(seed);
        (0..50).map(|_| dice.below(1000)).collect::<Vec<_>>()
    };
    assert_eq!(drawn(7), drawn(7));
    assert!(drawn(7)[1..] != drawn(8)[..49] && drawn(7)[..49] != drawn(8)[1..]);
    assert_eq!(Dice::of(7).pick::<u8>(&[]), None);
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The sources below a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut all = vec![];
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(sources(&path));
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            all.push(path);
        }
    }
    all
}

#[test]
fn cargo_gives_every_test_the_same_seed() {
    let config = std::fs::read_to_string(root().join(".cargo/config.toml")).unwrap();
    assert!(config.contains(&format!("\n{VARIABLE} = \"")), "{config}");
    assert!(std::env::var(VARIABLE).is_ok_and(|seed| seed.parse::<u64>().is_ok()));
}

#[test]
fn no_test_draws_from_anywhere_else() {
    let own = |path: &PathBuf| path.starts_with(root().join("crates/dice"));
    let folders = ["src", "tests", "crates"].map(|folder| root().join(folder));
    let paths = folders.iter().flat_map(|folder| sources(folder));
    let mut read = 0;
    for path in paths.filter(|path| !own(path)) {
        let text = std::fs::read_to_string(&path).unwrap();
        if !text.contains("#[test]") && !path.iter().any(|part| part == "tests") {
            continue;
        }
        read += 1;
        // Ids that must not be the same twice are drawn by the system, outside tests.
        let text = text.split("#[cfg(test)]").last().unwrap();
        for other in [
            "RandomState",
            "rng_seed",
            "RngSeed",
            "DefaultHasher",
            "<< 13",
            "0x9E37_79B9_7F4A_7C15",
        ] {
            assert!(!text.contains(other), "{other} in {}", path.display());
        }
    }
    assert!(read > 100, "{read} files with tests");
}
