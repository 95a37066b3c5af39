//! A YAML file as a flat tree of nodes with places.

/// The nodes of one file.
#[derive(Clone, Debug, Default)]
pub struct Tree {}

impl Tree {
    /// Every field below a node as a dotted name and its value as written, for showing a record.
    pub fn told(&self, _node: u32, _bytes: &[u8]) -> Vec<(String, String)> {
        vec![]
    }
}
