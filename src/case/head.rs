//! The head of a case: what stands in `case.yaml` before its records.

use super::{Choice, Date, Field, List, Role, Sp};
use schemars::JsonSchema;
use serde::Deserialize;

/// The head of `case.yaml`. Required: `format`, `case`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Head {
    /// `casefile/1`.
    pub format: Field<String>,
    /// The case's short name.
    pub case: Field<String>,
    /// What the story is about.
    pub title: Field<String>,
    /// The day the draft speaks from; relative dates are read against it.
    pub as_of: Field<Date>,
    /// What is understood where nothing is said.
    pub home: Field<Home>,
    /// Days on which nobody works, besides weekends.
    pub holidays: List<Date>,
    /// Who works on the case.
    pub team: Field<Team>,
    /// The question the story answers.
    pub question: Field<String>,
    /// Path of the draft.
    pub draft: Field<String>,
}

/// What is understood where nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Home {
    /// What a bare `$` means, ISO 4217.
    pub currency: Field<String>,
}

/// Who works on the case, in the order written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Team {
    /// The short name, and what is said about the person.
    pub members: Vec<(Sp<String>, Member)>,
}

/// One of the team.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Member {
    /// Full name.
    pub name: Field<String>,
    /// What the person does.
    pub role: Field<Role>,
}

impl Head {
    /// Takes from another head what this one does not say.
    pub(super) fn fill(&mut self, other: Self) {
        self.format.fill(other.format);
        self.case.fill(other.case);
        self.title.fill(other.title);
        self.as_of.fill(other.as_of);
        self.home.fill(other.home);
        self.holidays.fill(other.holidays);
        self.team.fill(other.team);
        self.question.fill(other.question);
        self.draft.fill(other.draft);
    }
}

impl Team {
    /// The member with this short name.
    pub fn member(&self, short: &str) -> Option<&Member> {
        self.members
            .iter()
            .find(|(name, _)| name.value == short)
            .map(|(_, member)| member)
    }

    /// What a person does, in a word, if it is said.
    pub fn role_word(&self, short: &str) -> Option<&'static str> {
        Some(self.member(short)?.role.get()?.word())
    }
}
