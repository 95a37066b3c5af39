//! A permit, licence or other authorisation.

use crate::case::{Amount, Date, Field, List, Money, Ref, Stage, When, Who};
use schemars::JsonSchema;
use serde::Deserialize;

/// A permit. Required: `source`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Permit {
    /// The document it is known from.
    pub source: Field<Ref>,
    /// Where we read it.
    pub via: Field<Ref>,
    /// Country of destination.
    pub destination: Field<String>,
    /// Who authorises.
    pub authority: Field<Who>,
    /// The law it is given under.
    pub law: Field<Who>,
    /// Its number.
    pub number: Field<String>,
    /// Who applied.
    pub applicant: Field<Who>,
    /// Who exports.
    pub exporter: Field<Who>,
    /// Who holds it.
    pub holder: Field<Who>,
    /// Who receives the goods.
    pub consignee: Field<Who>,
    /// Who uses them.
    pub end_user: Field<Who>,
    /// What for.
    pub end_use: Field<String>,
    /// The goods.
    pub items: List<Item>,
    /// The authorised value.
    pub value: Field<Money>,
    /// When it was applied for.
    pub applied: Field<When>,
    /// When it was approved.
    pub approved: Field<When>,
    /// How long it is valid.
    pub valid: Field<Validity>,
    /// How far it has come.
    pub stage: Field<Stage>,
    /// What was in fact shipped.
    pub shipped_value: Field<Money>,
    /// What is blacked out in the copy that is known, and on what ground.
    pub redactions: List<Redaction>,
    /// The access request that brought it.
    pub request: Field<Ref>,
    /// Anything else.
    pub note: Field<String>,
}

/// One line of goods.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Item {
    /// The goods in the permit's words.
    pub words: Field<String>,
    /// Export control list number.
    pub ecl: Field<String>,
    /// Harmonized System code.
    pub hs: Field<String>,
    /// How many.
    pub qty: Field<Amount>,
    /// Their value.
    pub value: Field<Money>,
}

/// From when to when a permit is valid. The end is given, or computed from `years`: the day before the anniversary.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Validity {
    /// First day.
    pub from: Field<Date>,
    /// Last day.
    pub to: Field<Date>,
    /// Whole years, where no last day is given.
    pub years: Field<u32>,
}

/// Something blacked out.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Redaction {
    /// What is blacked out.
    pub field: Field<String>,
    /// The ground given for it.
    pub ground: Field<String>,
}
