//! House rules as data: `policy.yaml`.

use super::typed::{Word, WordVisitor, fault, not_one_of};
use super::{Code, Decimal, Field, Hedge, Sp, near};
use crate::verify::{Class, Kind, Severity};
use serde::Deserialize;
use serde::de::{Deserializer, Error};
use std::marker::PhantomData;

/// House rules; what they leave out is as in `docs/verdicts.md`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Policy {
    /// How severe a class of difference is.
    pub severity: Field<SeverityRules>,
    /// How many words three dots may stand for before a warning.
    pub long_ellipsis: Field<u32>,
    /// By how many per cent a number may differ from a hedged one.
    pub tolerances: Field<Tolerances>,
    /// What is expected before publication.
    pub before_publication: Field<BeforePublication>,
    /// True if an author's own check counts at sign-off.
    pub self_check: Field<bool>,
}

/// How severe classes are, by the kind of source.
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

/// What is expected, before publication, with everybody whom the story accuses.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct BeforePublication {
    /// Attempts to reach them.
    pub tries: Field<u32>,
    /// Hours left to answer.
    pub hours: Field<u32>,
}

/// How severe a difference is for a house.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weight(pub Severity);

impl Word for Weight {
    fn read<E: Error>(word: &str) -> Result<Self, E> {
        let words = Severity::OF_A_HOUSE.map(Severity::word);
        let known = Severity::OF_A_HOUSE.into_iter();
        let found = known.map(Self).find(|weight| weight.0.word() == word);
        found.ok_or_else(|| not_one_of(word, &words))
    }
}

impl<'de> Deserialize<'de> for Weight {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(WordVisitor(PhantomData))
    }
}

/// How severe classes are, in the order written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weights {
    /// The class and its severity.
    pub classes: Vec<(Sp<Class>, Field<Weight>)>,
}

impl<'de> Deserialize<'de> for Weights {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let named = super::typed_groups::named(deserializer)?;
        let classes = named.into_iter().map(weighed).collect::<Result<_, _>>()?;
        Ok(Self { classes })
    }
}

/// The class of a name with its severity, if a house may give it that.
#[allow(clippy::type_complexity)] // a name or its class, with what is said of it
fn weighed<E: Error>(
    (name, weight): (Sp<String>, Field<Weight>),
) -> Result<(Sp<Class>, Field<Weight>), E> {
    let known = Class::ALL
        .into_iter()
        .filter(|class| class.can_be_weighed());
    let words: Vec<&str> = known.map(Class::word).collect();
    let named = Class::from_word(&name.value).filter(|class| class.can_be_weighed());
    let (name, at) = (name.value.as_str(), name.at);
    let Some(class) = named else {
        let help = match near(name, words.iter().copied()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("classes are {}", words.join(", ")),
        };
        let message = format!("there is no class `{name}` whose severity could be set");
        return Err(fault(Code::POLICY, &message, &help));
    };
    let weaker = weight.get().is_some_and(|w| w.0 < Severity::Critical);
    if class.is_critical() && weaker {
        let message = format!("`{name}` is critical and cannot be made less severe");
        return Err(fault(Code::POLICY, &message, "take the line out"));
    }
    Ok((Sp { value: class, at }, weight))
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
    /// By how many per cent a number may differ from a hedged one, by hedge; none where those of `docs/verdicts.md` hold.
    pub fn tolerances(&self) -> &[(Hedge, Decimal)] {
        self.tolerances.get().map_or(&[], |own| &own.hedges)
    }

    /// The severities that the house gives, each with the kind of source and the class.
    pub fn weights(&self) -> impl Iterator<Item = (Kind, Class, Severity)> {
        let rules = self.severity.get();
        let by_kind = rules.map(|rules| {
            Kind::ALL.map(|kind| match kind {
                Kind::Speech => (kind, &rules.speech),
                Kind::Document => (kind, &rules.document),
                Kind::Ocr => (kind, &rules.ocr),
            })
        });
        by_kind.into_iter().flatten().flat_map(|(kind, weights)| {
            let classes = weights.get().map_or(&[][..], |w| w.classes.as_slice());
            classes
                .iter()
                .filter_map(move |(class, weight)| Some((kind, class.value, weight.get()?.0)))
        })
    }

    /// True if an author's own check counts at sign-off.
    pub fn allows_self_check(&self) -> bool {
        self.self_check.get() == Some(&true)
    }
}

/// House rules as rules of the quote engine.
impl From<&Policy> for crate::verify::Policy {
    fn from(house: &Policy) -> Self {
        let mut policy = Self::default();
        if let Some(words) = house.long_ellipsis.get() {
            policy.long_ellipsis = usize::try_from(*words).unwrap_or(usize::MAX);
        }
        for (kind, class, weight) in house.weights() {
            // A weight below the usual one is refused and stays as it is.
            policy.make_stricter(kind, class, weight);
        }
        policy
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{Case, Input, InputRole, Problem, read};

    fn with_policy(yaml: &str) -> (Case, Vec<Problem>) {
        let input = |path: &str, text: &str, role| Input {
            path: path.to_owned(),
            bytes: text.as_bytes().to_vec(),
            role,
        };
        let inputs = vec![
            input(
                "case.yaml",
                "format: casefile/1\ncase: c\n",
                InputRole::Case,
            ),
            input("policy.yaml", yaml, InputRole::Policy),
        ];
        read("c", inputs)
    }

    #[test]
    fn a_house_weighs_every_difference_the_engine_knows_by_its_own_name() {
        for kind in Kind::ALL {
            for class in Class::ALL {
                let (kind, name) = (kind.word(), class.word());
                let yaml = format!("severity: {{{kind}: {{{name}: critical}}}}\n");
                let (case, problems) = with_policy(&yaml);
                let told = problems.iter().any(|p| p.code == Code::POLICY);
                assert_eq!(told, !class.can_be_weighed(), "{kind} {name}: {problems:?}");
                let weights = case.policy.weights().count();
                assert_eq!(
                    weights,
                    usize::from(class.can_be_weighed()),
                    "{kind} {name}"
                );
            }
        }
    }

    #[test]
    fn what_is_critical_for_the_engine_no_house_makes_weigh_less() {
        for class in Class::ALL.into_iter().filter(|c| c.can_be_weighed()) {
            let yaml = format!("severity: {{speech: {{{}: note}}}}\n", class.word());
            let (_, problems) = with_policy(&yaml);
            let refused = problems.iter().any(|p| p.code == Code::POLICY);
            assert_eq!(refused, class.is_critical(), "{}", class.word());
        }
    }

    #[test]
    fn the_explanation_names_the_critical_classes() {
        let why = Code::POLICY.explanation().unwrap().prose();
        for class in Class::ALL {
            let critical = why.split(['(', ')']).nth(1).unwrap();
            let named = critical.split(", ").any(|name| name == class.word());
            assert_eq!(named, class.is_critical(), "{}", class.word());
        }
    }
}
