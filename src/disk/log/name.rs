//! Who rules, on which machine, and what a log is called: `NAME@MACHINE.jsonl`.

use crate::disk::{NotDone, clock, config};
use crate::ruling::{LONGEST_NAME, is_short_name};
use std::hash::BuildHasher;
use std::sync::atomic::{AtomicU64, Ordering};

/// The folder of a case that the logs are in.
pub(super) const FOLDER: &str = "checks";

/// Under whose name a ruling is given: the name on the command line, or else the one in the configuration.
///
/// # Errors
/// If there is neither, or it cannot be a checker's name.
pub fn by_whom(given: Option<&str>) -> Result<String, NotDone> {
    let name = match given {
        Some(name) => name.to_owned(),
        None => config::read().0.by.ok_or_else(|| {
            let place = config::path();
            let place = place.map_or("your config.toml".to_owned(), |p| p.display().to_string());
            NotDone::new(
                "nothing says who rules",
                format!("say it with `--by kl`, or add the line `by = \"kl\"` to {place}"),
            )
        })?,
    };
    if is_short_name(&name) {
        return Ok(name);
    }
    Err(NotDone::new(
        format!("`{name}` cannot be the name of a checker"),
        "use a short name such as `kl`: up to 32 small letters, digits and hyphens, not beginning with a hyphen",
    ))
}

/// This machine's name, as it stands in the names of logs.
pub fn machine() -> String {
    folded(&rustix::system::uname().nodename().to_string_lossy())
}

/// A host name in the characters of a short name.
fn folded(host: &str) -> String {
    let fold = |c: char| {
        let c = c.to_ascii_lowercase();
        let fit = c.is_ascii_lowercase() || c.is_ascii_digit();
        if fit { c } else { '-' }
    };
    let name: String = host.chars().map(fold).collect();
    let name = name.trim_matches('-');
    let name = name[..name.len().min(LONGEST_NAME)].trim_end_matches('-');
    if name.is_empty() { "machine" } else { name }.to_owned()
}

/// Checker and machine from a log's file name; none if it is not the name of a log.
pub(super) fn parts(file_name: &str) -> Option<(&str, &str)> {
    let (name, machine) = file_name.strip_suffix(".jsonl")?.split_once('@')?;
    (is_short_name(name) && is_short_name(machine)).then_some((name, machine))
}

/// An id that no other line has: sixteen hexadecimal digits.
pub fn new_id() -> String {
    // The system's randomness is in the hasher; the rest keeps apart what one process makes.
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let now = clock::now().as_nanosecond();
    let hash = std::hash::RandomState::new().hash_one((now, std::process::id(), count));
    format!("{hash:016x}")
}

/// Now, as it stands in lines: UTC, to the millisecond.
pub fn stamp() -> String {
    let now = clock::now();
    let rounded = now.round(jiff::Unit::Millisecond);
    rounded.unwrap_or(now).to_string()
}

#[cfg(test)]
mod tests {
    use super::{by_whom, folded, new_id, parts};
    use crate::ruling::is_short_name;

    #[test]
    fn names_that_lead_elsewhere_or_hide_are_refused() {
        for name in ["kl", "a", "7", "k-l", &"x".repeat(32)] {
            assert!(is_short_name(name), "{name}");
        }
        let bad = [
            "", "../x", "-kl", "KL", "k l", "k@l", "k.l", "ké", "k\n", "..", "k/l",
        ];
        for name in bad.into_iter().chain([&*"x".repeat(33)]) {
            assert!(!is_short_name(name), "{name}");
            assert!(by_whom(Some(name)).is_err());
        }
    }

    #[test]
    fn host_names_are_folded_to_what_a_file_name_bears_anywhere() {
        assert_eq!(folded("Anna's-MacBook.local"), "anna-s-macbook-local");
        assert_eq!(folded("../../etc"), "etc");
        assert_eq!(folded(""), "machine");
        assert_eq!(folded("żółw"), "w");
        assert_eq!(folded(&"n".repeat(80)).len(), 32);
        assert!(is_short_name(&super::machine()));
    }

    #[test]
    fn a_log_is_known_by_its_name_and_nothing_else_is() {
        assert_eq!(parts("kl@desk-2.jsonl"), Some(("kl", "desk-2")));
        for name in [
            "kl.jsonl",
            "kl@a@b.jsonl",
            "kl@.jsonl",
            "../x@y.jsonl",
            "kl@m.json",
            "kl@m (1).jsonl",
        ] {
            assert_eq!(parts(name), None, "{name}");
        }
    }

    #[test]
    fn no_two_ids_are_the_same() {
        let ids: std::collections::HashSet<String> = (0..10_000).map(|_| new_id()).collect();
        assert_eq!(ids.len(), 10_000);
    }
}
