//! The arguments of rule, undo, log and sign.

use super::Format;
use crate::ruling::{Ruling, Saw};
use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// `rule`
#[derive(Debug, Args)]
pub struct Rule {
    /// The case
    pub case: PathBuf,
    /// A claim's id, or a sentence: draft#l12, draft#h1
    pub claim: String,
    /// What you decided
    #[arg(value_enum)]
    pub ruling: Ruling,
    /// Who rules, by short name; `by` in config.toml if left out
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// How you saw what it stands on
    #[arg(long, value_enum, value_name = "HOW")]
    pub saw: Option<Saw>,
    /// Why
    #[arg(long, value_name = "TEXT")]
    pub why: Option<String>,
    /// The words that would be right
    #[arg(long, value_name = "TEXT")]
    pub fix: Option<String>,
    /// How to tell it
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Text)]
    pub format: Format,
}

/// `undo`
#[derive(Debug, Args)]
pub struct Undo {
    /// The case
    pub case: PathBuf,
    /// A claim's id, a sentence, or the id of a ruling or its beginning; your last ruling if left out
    #[arg(value_name = "ID|CLAIM")]
    pub what: Option<String>,
    /// Whose ruling, by short name; `by` in config.toml if left out
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// How to tell it
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Text)]
    pub format: Format,
}

/// `log`
#[derive(Debug, Args)]
pub struct Log {
    /// The case
    pub case: PathBuf,
    /// A claim's id, or a sentence: draft#l12
    pub claim: Option<String>,
    /// How to tell it
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Text)]
    pub format: Format,
}

/// `sign`
#[derive(Debug, Args)]
pub struct Sign {
    /// The case
    pub case: PathBuf,
    /// Who signs, by short name; `by` in config.toml if left out
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// A note
    #[arg(long, value_name = "TEXT")]
    pub why: Option<String>,
}

impl ValueEnum for Ruling {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL[..GIVEN]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.word()).help(self.says()))
    }
}

/// How many of all rulings are given by `rule`; the others have commands of their own.
const GIVEN: usize = 9;

impl ValueEnum for Saw {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.word()).help(self.says()))
    }
}

#[cfg(test)]
mod tests {
    use super::{Ruling, ValueEnum};

    #[test]
    fn what_has_a_command_of_its_own_is_not_given_by_rule() {
        let given = Ruling::value_variants();
        assert!(!given.contains(&Ruling::Withdrawn) && !given.contains(&Ruling::SignedOff));
        assert_eq!(given.len(), Ruling::ALL.len() - 2);
    }
}
