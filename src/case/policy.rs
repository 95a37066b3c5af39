//! House rules as data: `policy.yaml`.

/// House rules; where nothing is said, those of the contract.
#[derive(Clone, Debug, Default, serde::Deserialize)]
#[serde(default)]
pub struct Policy {}
