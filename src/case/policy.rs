//! House rules as data: `policy.yaml`.

use super::typed::fault;
use super::vocabulary::words;
use super::{Choice, Code, Decimal, Field, Hedge, Sp, near};
use serde::Deserialize;
use serde::de::{Deserializer, Error};

/// House rules; where nothing is said, those of the contract.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Policy {
    /// How much a class of difference weighs.
    pub severity: Field<SeverityRules>,
    /// How many words three dots may stand for before a warning.
    pub long_ellipsis: Field<u32>,
    /// Per cent by which a number may lie beside a hedged one.
    pub tolerances: Field<Tolerances>,
    /// What is expected before publication.
    pub before_publication: Field<BeforePublication>,
    /// True if an author's own check counts at sign-off.
    pub self_check: Field<bool>,
}

/// What classes weigh, by the kind of source.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct SeverityRules {
    /// Interviews and transcripts.
    pub speech: Field<Weights>,
    /// Everything else that was written.
    pub document: Field<Weights>,
    /// Scans read by a machine.
    pub ocr: Field<Weights>,
}

/// What is expected before publication of everybody whom the story accuses.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct BeforePublication {
    /// Attempts to reach them.
    pub tries: Field<u32>,
    /// Hours left to answer.
    pub hours: Field<u32>,
}

words!(
    /// How much a difference weighs.
    Weight {
        Ok = "ok",
        Note = "note",
        Low = "low",
        High = "high",
        Critical = "critical",
    }
);

/// A class of difference, by its bare word.
pub type ClassName = String;

/// The classes of difference that a house can weigh; the last ones are critical and stay so.
const CLASSES: [&str; 21] = [
    "Verbatim",
    "Typographic",
    "Convention",
    "LayoutOnly",
    "SourceNoise",
    "Declared",
    "SpellingStyle",
    "NumberStyle",
    "Punctuation",
    "CleanedSpeech",
    "MinorWording",
    "Omission",
    "Insertion",
    "Substitution",
    "Modality",
    "Name",
    "Number",
    "Negation",
    "Reordered",
    "Stitched",
    "CrossSpeaker",
];
const FIRST_CRITICAL: usize = 14;

/// What classes weigh, in the order written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weights {
    /// The class and its weight.
    pub classes: Vec<(Sp<ClassName>, Field<Weight>)>,
}

impl<'de> Deserialize<'de> for Weights {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let classes = super::typed_groups::named(deserializer)?;
        classes.iter().try_for_each(may_weigh)?;
        Ok(Self { classes })
    }
}

fn may_weigh<E: Error>((class, weight): &(Sp<ClassName>, Field<Weight>)) -> Result<(), E> {
    let name = class.value.as_str();
    let Some(ix) = CLASSES.iter().position(|known| *known == name) else {
        let help = match near(name, CLASSES) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("classes are {}", CLASSES.join(", ")),
        };
        let message = format!("there is no class `{name}` that could be weighed");
        return Err(fault(Code::POLICY, &message, &help));
    };
    let weaker = weight.get().is_some_and(|w| *w < Weight::Critical);
    if ix >= FIRST_CRITICAL && weaker {
        let message = format!("`{name}` is critical and cannot be made to weigh less");
        return Err(fault(Code::POLICY, &message, "take the line out"));
    }
    Ok(())
}

/// Tolerances in per cent, by the hedge they belong to; what is written as open is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tolerances {
    /// The hedge, under whichever of its spellings it is written, and the per cent.
    pub hedges: Vec<(Hedge, Decimal)>,
}

impl<'de> Deserialize<'de> for Tolerances {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let hedges: Vec<(Sp<String>, Field<Decimal>)> = super::typed_groups::named(deserializer)?;
        let stranger = hedges
            .iter()
            .find(|(word, _)| Hedge::parse(&word.value).is_none());
        if let Some((word, _)) = stranger {
            let words = Hedge::WORDS.map(|(word, _)| word);
            let help = match near(&word.value, words) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("hedges are {}", words.join(", ")),
            };
            let message = format!("there is no hedge `{}`", word.value);
            return Err(fault(Code::POLICY, &message, &help));
        }
        let given = |(word, percent): (Sp<String>, Field<Decimal>)| {
            Some((Hedge::parse(&word.value)?, *percent.get()?))
        };
        Ok(Self {
            hedges: hedges.into_iter().filter_map(given).collect(),
        })
    }
}

impl Policy {
    /// Per cent by which a number may lie beside a hedged one, by hedge; none where the contract's hold.
    pub fn tolerances(&self) -> &[(Hedge, Decimal)] {
        self.tolerances.get().map_or(&[], |own| &own.hedges)
    }

    /// How many words three dots may stand for before a warning.
    pub fn long_ellipsis(&self) -> u32 {
        self.long_ellipsis.get().copied().unwrap_or(40)
    }

    /// The weight the house gives a class in speech, documents or scans, if it gives one.
    pub fn weights(&self) -> impl Iterator<Item = (&'static str, &str, Weight)> {
        let rules = self.severity.get();
        let by_kind = rules.map(|rules| {
            [
                ("speech", &rules.speech),
                ("document", &rules.document),
                ("ocr", &rules.ocr),
            ]
        });
        by_kind.into_iter().flatten().flat_map(|(kind, weights)| {
            let classes = weights.get().map_or(&[][..], |w| w.classes.as_slice());
            classes.iter().filter_map(move |(class, weight)| {
                Some((kind, class.value.as_str(), *weight.get()?))
            })
        })
    }

    /// True if an author's own check counts at sign-off.
    pub fn allows_self_check(&self) -> bool {
        self.self_check.get() == Some(&true)
    }
}
