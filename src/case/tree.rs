//! A YAML file as a flat tree of nodes with places.

/// The nodes of one file.
#[derive(Clone, Debug, Default)]
pub struct Tree {}
