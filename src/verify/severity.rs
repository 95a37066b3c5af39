//! How much a class weighs, by the kind of source. House policy may make it stricter.
use std::collections::BTreeMap;

use serde::Serialize;

use super::class::Class;
use super::source::Kind;

/// How loudly a finding speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Nothing to do.
    Ok,
    /// Worth knowing.
    Note,
    /// A small change.
    Low,
    /// Undeclared changes of content.
    High,
    /// The meaning may be another.
    Critical,
    /// Not in the text.
    Absent,
    /// Nobody knows: never a pass.
    Grey,
}

impl Severity {
    /// What a house may let a class of difference weigh, lightest first.
    pub const OF_A_HOUSE: [Severity; 5] = [
        Severity::Ok,
        Severity::Note,
        Severity::Low,
        Severity::High,
        Severity::Critical,
    ];

    /// The bare word machines read.
    pub const fn word(self) -> &'static str {
        match self {
            Severity::Ok => "ok",
            Severity::Note => "note",
            Severity::Low => "low",
            Severity::High => "high",
            Severity::Critical => "critical",
            Severity::Absent => "absent",
            Severity::Grey => "grey",
        }
    }
}

/// What weighs how much, and what counts as a long ellipsis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    stricter: BTreeMap<(Kind, Class), Severity>,
    /// A declared cut of more words than this is warned of.
    pub long_ellipsis: usize,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            stricter: BTreeMap::new(),
            long_ellipsis: 40,
        }
    }
}

impl Policy {
    /// The weight of `class` where the words come from a source of `kind`.
    pub fn severity(&self, kind: Kind, class: Class) -> Severity {
        self.stricter
            .get(&(kind, class))
            .copied()
            .unwrap_or_else(|| usual(kind, class))
    }

    /// Makes `class` weigh `severity`; refused (false) where that is less than usual, or where there is no more or less.
    pub fn make_stricter(&mut self, kind: Kind, class: Class, severity: Severity) -> bool {
        let known = Severity::OF_A_HOUSE.contains(&severity);
        let allowed = class.can_be_weighed() && known && severity >= usual(kind, class);
        if allowed {
            self.stricter.insert((kind, class), severity);
        }
        allowed
    }
}

impl Class {
    /// Whether a house may say what it weighs: what was not found or not checked is no difference.
    pub fn can_be_weighed(self) -> bool {
        Kind::ALL
            .iter()
            .all(|kind| Severity::OF_A_HOUSE.contains(&usual(*kind, self)))
    }

    /// Whether it is critical whatever the source: it changes what somebody said, and no house can make it weigh less.
    pub fn is_critical(self) -> bool {
        Kind::ALL
            .iter()
            .all(|kind| usual(*kind, self) == Severity::Critical)
    }
}

/// The severities of `docs/verdicts.md`.
fn usual(kind: Kind, class: Class) -> Severity {
    let speech = kind == Kind::Speech;
    match class {
        Class::Verbatim
        | Class::Typographic
        | Class::Convention
        | Class::LayoutOnly
        | Class::SourceNoise
        | Class::Declared => Severity::Ok,
        Class::SpellingStyle | Class::NumberStyle if speech => Severity::Ok,
        Class::CleanedSpeech if !speech => Severity::High,
        Class::SpellingStyle | Class::NumberStyle | Class::Punctuation | Class::CleanedSpeech => {
            Severity::Note
        }
        Class::MinorWording => Severity::Low,
        Class::Omission | Class::Insertion | Class::Substitution => Severity::High,
        Class::Modality | Class::Name | Class::Number | Class::Negation => Severity::Critical,
        Class::Reordered | Class::Stitched | Class::CrossSpeaker => Severity::Critical,
        Class::NotFound => Severity::Absent,
        Class::NotChecked => Severity::Grey,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_house_may_only_be_stricter() {
        let mut policy = Policy::default();
        assert!(policy.make_stricter(Kind::Speech, Class::CleanedSpeech, Severity::High));
        assert!(!policy.make_stricter(Kind::Speech, Class::Negation, Severity::Low));
        assert!(!policy.make_stricter(Kind::Speech, Class::NotFound, Severity::Critical));
        assert_eq!(
            policy.severity(Kind::Speech, Class::CleanedSpeech),
            Severity::High
        );
        assert_eq!(
            policy.severity(Kind::Speech, Class::Negation),
            Severity::Critical
        );
    }
}
