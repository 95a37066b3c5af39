//! Quantities in words again, for messages: "nearly 1,000,000 CAD".

use super::quantity::{Quantity, Said};
use crate::case::Hedge;

/// The hedge as a reader says it.
pub fn hedge(hedge: Hedge) -> &'static str {
    match hedge {
        Hedge::Exactly => "exactly",
        Hedge::About | Hedge::Odd => "about",
        Hedge::Nearly => "nearly",
        Hedge::MoreThan => "more than",
        Hedge::AtLeast => "at least",
        Hedge::UpTo => "up to",
        Hedge::FewerThan => "fewer than",
        Hedge::Dozens => "dozens",
        Hedge::Scores => "scores",
        Hedge::Hundreds => "hundreds",
        Hedge::Thousands => "thousands",
        Hedge::TensOfThousands => "tens of thousands",
        Hedge::Millions => "millions",
        Hedge::ACouple => "a couple",
        Hedge::AFew => "a few",
        Hedge::Several => "several",
        Hedge::Half => "half",
    }
}

impl Quantity {
    /// As a reader says it.
    pub fn spoken(&self) -> String {
        let unit = self.unit.as_ref().map_or("", |unit| unit.word());
        let unit = match (&self.said, unit) {
            (Said::Share(_), _) | (_, "") => String::new(),
            (_, "%") => "%".to_owned(),
            (_, unit) => format!(" {unit}"),
        };
        let said = match &self.said {
            Said::Number(n) => n.to_string(),
            Said::Between(low, high) => format!("{low} to {high}"),
            Said::Word(word) => word.word.clone(),
            Said::Share(n) => format!("{n}%"),
        };
        match self.hedge.filter(|hedge| *hedge != Hedge::Exactly) {
            Some(hedged) => format!("{} {said}{unit}", hedge(hedged)),
            None => format!("{said}{unit}"),
        }
    }
}
